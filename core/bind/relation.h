/** relation.h - how the numbers of the text hang together: break-downs, shares and changes.
 *
 * A break-down is a total and its parts (261条，其中 A 34条、B 227条; A 125条、B 92条，共217条), a share a part, its base and the
 * percentage between them (3件，占37.5%), a change a number, what it was before and by how much it rose or fell (由31件降到22件；比上年的31件下降29%).
 * All of them are made of claims (report.h), by their indexes. What may be read in more than one way is no relation: a list that adds up may be
 * read generously, one that does not only where nothing else can be meant.
 *
 * The words that join numbers (其中, 共, 占, 比, 增长 …) are data of the ruleset: gj_joint below.
 * Sources: published reports 2019–2025; regulation/layouts.md §Text.
 */
#ifndef GJ_BIND_RELATION_H
#define GJ_BIND_RELATION_H

#include "number.h"

/** What a joining word does. */
typedef enum gj_joint {
    GJ_JOINT_NONE,     /* a word that holds another one and does nothing: 占比, 比如, 其他组织 */
    GJ_JOINT_OPENS,    /* parts of the number before follow: 其中 */
    GJ_JOINT_DIVIDES,  /* all parts of it follow: 包括, 分别 */
    GJ_JOINT_REST,     /* a part so called completes a list: 其他, 其余 */
    GJ_JOINT_ETC,      /* after the last part: the list is not complete: 等 */
    GJ_JOINT_TOTAL,    /* the number that follows is the total of those before: 共 */
    GJ_JOINT_AND,      /* joins two parts as a mark does: 和 */
    GJ_JOINT_SHARE,    /* the percentage that follows is a share: 占 */
    GJ_JOINT_RATE,     /* the percentage that follows is one number by the one before it: 率 */
    GJ_JOINT_COMPARES, /* what follows is held against another number: 比, 同比 */
    GJ_JOINT_UP,
    GJ_JOINT_DOWN,
    GJ_JOINT_FROM,    /* 由 31 件 */
    GJ_JOINT_TO,      /* 到 22 件 */
    GJ_JOINT_SUBJECT, /* may stand between a number and its comparison: 数量 */
    GJ_JOINT_DOUBTS,  /* a clause with this may be no part: 推送 */
    GJ_JOINT_BEGINS,  /* nor one that begins so: 解读 */
    GJ_JOINT_ENDS,    /* ends a list: 历年, 此外 */
    GJ_JOINT_COUNT
} gj_joint;

typedef struct gj_joint_word {
    gj_slice text;
    gj_joint joint;
    uint32_t next; /* in its bucket, counted from 1; longer words first */
} gj_joint_word;

#define GJ_JOINT_BUCKETS 256

/** The joining words of a ruleset. */
typedef struct gj_joints {
    gj_joint_word *words;
    size_t word_count;
    uint32_t heads[GJ_JOINT_BUCKETS]; /* by the first character */
    uint64_t starts[64]; /* a bit for the last two bytes of every word's first character, and of every mark */
    gj_slice *alike;     /* measure words that count the same things: 条 件 份 篇 */
    size_t alike_count;
} gj_joints;

/** Whether a word or a mark may begin with the three bytes at `bytes`: most characters are told from them by this alone. */
static inline bool gj_joint_likely(const gj_joints *joints, const char *bytes)
{
    return joints->starts[(unsigned char)bytes[1] & 63u] >> ((unsigned char)bytes[2] & 63u) & 1;
}
/** Make the buckets; every word has at least three bytes (one Chinese character). */
void gj_joints_index(gj_joints *joints);
/** The longest word at byte `at`, or NULL. */
const gj_joint_word *gj_joint_at(const gj_joints *joints, gj_slice text, size_t at);

typedef enum gj_relation_kind { GJ_BREAKDOWN, GJ_SHARE, GJ_CHANGE } gj_relation_kind;

typedef enum gj_relation_state {
    GJ_HOLDS,
    GJ_TOO_MUCH,   /* break-down: the parts exceed the total; share, change: the stated figure is too large */
    GJ_TOO_LITTLE, /* break-down: they fall short of it; share, change: the stated figure is too small */
    GJ_OPEN        /* change: what it was before is not said */
} gj_relation_state;

/** A part of a break-down. */
typedef struct gj_part {
    size_t claim;
    gj_span label; /* bytes of the paragraph's text: what it counts, by the text between the marks; may be empty */
} gj_part;

typedef struct gj_relation {
    gj_relation_kind kind;
    gj_relation_state state;
    size_t paragraph;
    size_t whole; /* claim: total, base, or the number now */
    size_t
        second; /* break-down: the claim that is added to `whole` (新收8件，上年结转1件，其中……), else GJ_NOT_FOUND */
    gj_part *parts; /* break-down: its parts; share: the part */
    size_t part_count;
    size_t before; /* change: claim of the number before, or GJ_NOT_FOUND */
    size_t figure; /* share: claim of the percentage; change: claim of the percentage or difference, or GJ_NOT_FOUND */
    gj_decimal
        sum; /* break-down: of the parts; share and change: what the figure should be, rounded to a hundredth of a point */
    bool closed;     /* break-down: the list says that it is complete */
    bool rounded;    /* break-down: some number of it is an approximation */
    bool mixed;      /* break-down: the total has another measure word than a part */
    bool up;         /* change: said to be a rise */
    bool wrong_way;  /* change: said to be a rise where it is a fall, or the other way round */
    gj_span in_text; /* bytes of the paragraph's text, from the first number or word of it to the last */
} gj_relation;

/** Whether `stated` per cent is a fair way to write `exact`: within a tenth of a point, or rounded or cut at the last digit written. */
bool gj_rate_fits(gj_decimal stated, double exact);

struct gj_report;
/** Hold a change against what the number was before: sets state, sum and wrong_way. */
void gj_change_check(const struct gj_report *report, gj_relation *change, gj_decimal before);

#endif
