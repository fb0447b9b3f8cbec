/** support_copies.h - synthetic reports with planted copies, and what is known of them by counting alone. For test_copying.c and tools/copying.c. */
#ifndef GJ_TEST_SUPPORT_COPIES_H
#define GJ_TEST_SUPPORT_COPIES_H

#include "../../core/collect/copying.h"

typedef enum plant {
    PLANT_WHOLE,     /* as it is, but with the other's name and figures */
    PLANT_EDITED,    /* so, and every seventh to eighteenth sentence written anew */
    PLANT_REORDERED, /* so, and the paragraphs of each section in another order */
    PLANT_SECTION,   /* one section, every tenth sentence written anew */
    PLANT_HALF,      /* every second to fourth sentence written anew: mostly below the threshold */
    PLANT_WITHIN,    /* the first half of each section and nothing else, every twentieth sentence written anew */
    PLANTS
} plant;
extern const char *const plant_names[PLANTS];

typedef struct planted {
    size_t a, b;
    plant kind;
    size_t section; /* of PLANT_SECTION: in copies_sections */
} planted;

#define COPIES_SECTIONS 5
extern const gj_slice copies_sections[COPIES_SECTIONS]; /* of these, copies_alone are compared alone */
extern const gj_slice copies_alone[2];

typedef struct copies {
    gj_copy_text *texts;
    size_t count;
    gj_slice *names; /* a text's unit */
    planted *planted;
    size_t planted_count;
    size_t chars; /* code points of all texts */
} copies;

/** `count` texts of about 4,000 characters, a fifth of them copied from another. The same seed gives the same texts. False when memory ran out. */
bool copies_make(gj_arena *arena, size_t count, uint64_t seed, copies *out);

/** Likeness counted without gj_copying: sets by sorting, what most have by sorting all. */
typedef struct reference {
    const copies *of;
    const gj_names *names;
    uint32_t *common; /* ascending */
    size_t common_count, room;
} reference;
bool reference_make(gj_arena *arena, const copies *of, const gj_names *names, reference *out);
/** Of two texts in one section or as a whole (GJ_COPY_WHOLE). */
double reference_likeness(gj_arena *scratch, const reference *r, size_t a, size_t b, size_t section);
/** How much of the text with fewer runs stands in the other. */
double reference_within(gj_arena *scratch, const reference *r, size_t a, size_t b);

#endif
