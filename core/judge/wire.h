/** wire.h - one description of every struct serves both ways: a codec that writes appends the field, one that reads fills it in.
 *
 * What is read is checked for bounds, enums and UTF-8; a list may not claim more items than its bytes could hold. For the files
 * that encode results only (result_wire.c, facsimile_wire.c).
 */
#ifndef GJ_JUDGE_WIRE_H
#define GJ_JUDGE_WIRE_H

#include "../base/buffer.h"
#include "../base/utf8.h"
#include "result.h"

typedef struct codec {
    gj_buffer *out; /* writing, else NULL */
    gj_slice in;    /* what is left, reading */
    gj_arena *arena;
    bool broken; /* reading: no result */
    bool nomem;
} codec;

static inline bool stopped(const codec *c)
{
    return c->broken || c->nomem;
}

static inline void bytes(codec *c, void *data, size_t size)
{
    if (c->out) {
        gj_buffer_add(c->out, (gj_slice){ data, size });
        return;
    }
    if (stopped(c) || c->in.len < size) {
        c->broken = true;
        memset(data, 0, size);
        return;
    }
    memcpy(data, c->in.data, size);
    c->in.data += size;
    c->in.len -= size;
}

static inline void number(codec *c, size_t *value)
{
    uint64_t wide = *value;
    bytes(c, &wide, sizeof wide);
    if (wide > SIZE_MAX / 2)
        c->broken = c->broken || !c->out;
    else
        *value = (size_t)wide;
}

static inline void integer(codec *c, int *value)
{
    bytes(c, value, sizeof *value);
}

static inline void decimal(codec *c, gj_decimal *value)
{
    bytes(c, value, sizeof *value);
}

/* Returns the value, which is below `most` also when what was read is not. */
static inline unsigned choice(codec *c, unsigned value, unsigned most)
{
    unsigned char byte = (unsigned char)value;
    bytes(c, &byte, 1);
    if (byte < most)
        return byte;
    c->broken = true;
    return 0;
}

static inline void flag(codec *c, bool *value)
{
    *value = choice(c, *value ? 1u : 0u, 2) != 0;
}

static inline void text(codec *c, gj_slice *value)
{
    uint32_t length = c->out ? (uint32_t)value->len : 0;
    bytes(c, &length, sizeof length);
    if (c->out) {
        gj_buffer_add(c->out, *value);
        return;
    }
    *value = (gj_slice){ NULL, 0 };
    if (stopped(c) || length > c->in.len) {
        c->broken = true;
        return;
    }
    gj_slice raw = gj_slice_sub(c->in, 0, length);
    if (gj_utf8_check(raw) != GJ_NOT_FOUND) {
        c->broken = true;
        return;
    }
    *value = gj_arena_copy(c->arena, raw);
    c->nomem = c->nomem || !value->data;
    c->in = gj_slice_sub(c->in, length, c->in.len);
}

static inline void words(codec *c, gj_words *value)
{
    text(c, &value->zh);
    text(c, &value->en);
}

/* A text in a fixed array, with its NUL. */
static inline void fixed(codec *c, char *value, size_t size)
{
    gj_slice slice = gj_slice_of(value);
    text(c, &slice);
    if (c->out)
        return;
    if (slice.len >= size) {
        c->broken = true;
        slice.len = 0;
    }
    if (slice.len)
        memcpy(value, slice.data, slice.len);
    value[slice.len] = '\0';
}

typedef void (*item_codec)(codec *c, void *item);

/* An item takes at least `least` bytes of the input, so no count can ask for more memory than a few times what was sent. */
static inline void list(codec *c, void **items, size_t *count, size_t size, size_t least, item_codec item)
{
    number(c, count);
    if (!c->out) {
        *items = NULL;
        if (stopped(c) || *count > c->in.len / least) {
            *count = 0;
            c->broken = true;
            return;
        }
        *items = gj_arena_array(c->arena, *count, size);
        if (!*items) {
            *count = 0;
            c->nomem = true;
            return;
        }
    }
    for (size_t i = 0; i < *count && !stopped(c); i++) {
        GJ_KNOWN(*items);
        item(c, (char *)*items + i * size);
    }
}

/* The smallest an item can be: four bytes a text, eight a number, one a choice. */
#define LIST(c, items, count, least, item)                                                                             \
    list((c), (void **)(void *)&(items), &(count), sizeof *(items), (least), (item))

static inline void slice_item(codec *c, void *item)
{
    text(c, item);
}

static inline void words_item(codec *c, void *item)
{
    words(c, item);
}

/** facsimile_wire.c: the report itself, or that there is none. */
void gj_wire_facsimile(codec *c, const gj_facsimile **facsimile);
/** Every spot is a mark of a finding that is there. */
bool gj_wire_facsimile_points(const gj_result *r);

#endif
