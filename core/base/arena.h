/** arena.h - memory that dies together.
 *
 * One arena a report. Everything a stage returns is allocated in the arena it was given and lives until the arena is freed;
 * nothing is freed singly. Not thread-safe. Memory comes from malloc in growing chunks; running out is reported by NULL and
 * remembered (`gj_arena_failed`), never by abort.
 */
#ifndef GJ_BASE_ARENA_H
#define GJ_BASE_ARENA_H

#include <stdint.h>

#include "slice.h"
#include "status.h"

typedef struct gj_arena gj_arena;

/** A new arena, or NULL when memory runs out. `cap` is the most it may hold in bytes, 0 for no cap but the system's. */
gj_arena *gj_arena_new(size_t cap);
/** Free it and all that was allocated in it. NULL is fine. */
void gj_arena_free(gj_arena *arena);
/** Forget all allocations but keep the first chunk for the next report. */
void gj_arena_reset(gj_arena *arena);
/** Bytes handed out since creation or reset. */
size_t gj_arena_used(const gj_arena *arena);
bool gj_arena_failed(const gj_arena *arena);

/** `size` bytes, zeroed, aligned for any type; NULL when memory or the cap runs out. size 0 gives a valid pointer. */
void *gj_arena_alloc(gj_arena *arena, size_t size);
/** `count` items of `size` bytes; overflow is checked. */
void *gj_arena_array(gj_arena *arena, size_t count, size_t size);
#define GJ_NEW(arena, type) ((type *)gj_arena_alloc((arena), sizeof(type)))
#define GJ_ARRAY(arena, count, type) ((type *)gj_arena_array((arena), (count), sizeof(type)))

/** A copy that ends in NUL (not counted in len). Data is NULL when memory ran out, also for the empty slice. */
gj_slice gj_arena_copy(gj_arena *arena, gj_slice text);
/** printf into the arena. Data is NULL when memory ran out. */
gj_slice gj_arena_format(gj_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** A list that grows in an arena. Keep `items` typed: GJ_LIST(gj_block) blocks = {0}; gj_block *b = GJ_PUSH(a, &blocks);
 *  GJ_PUSH returns the zeroed new item, or NULL when memory ran out. Items move while the list grows: keep indexes. */
#define GJ_LIST(type)                                                                                                  \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, room;                                                                                            \
    }
#define GJ_PUSH(arena, list)                                                                                           \
    ((void *)(gj_list_grow((arena), (void **)(void *)&(list)->items, &(list)->count, &(list)->room,                    \
                           sizeof *(list)->items)))

/** For GJ_PUSH only. */
void *gj_list_grow(gj_arena *arena, void **items, size_t *count, size_t *room, size_t size);

#endif
