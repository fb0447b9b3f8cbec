/* Where Lua's memory comes from: small blocks out of chunks by size, larger ones from malloc in a list.
 *
 * Lua allocates tens of thousands of small objects while a ruleset loads; malloc made a sixth of that time, and freeing them one by one at
 * the end another tenth. Here a small block is a few instructions, and closing a sandbox frees a few dozen chunks. With AddressSanitizer
 * every block is malloc's, so that it sees each of them. */
#include "sandbox_private.h"

#include <stdlib.h>

#define GRAIN 16
#define CHUNK (64 * GJ_KIB)
#ifndef __has_feature /* clang's way to say it */
#define __has_feature(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#define SMALL ((size_t)0)
#else
#define SMALL ((size_t)GJ_LUA_POOL_CLASSES * GRAIN)
#endif

/* Before every large block, and at the start of every chunk. 16 bytes, so that what follows is aligned for any type. */
typedef struct gj_lua_block {
    struct gj_lua_block *next, **link;
} block;

static void unlink_block(block *b)
{
    *b->link = b->next;
    if (b->next)
        b->next->link = b->link;
}

static void link_block(gj_lua_pool *pool, block *b)
{
    b->next = pool->blocks;
    b->link = &pool->blocks;
    if (b->next)
        b->next->link = &b->next;
    pool->blocks = b;
}

static void *new_block(gj_lua_pool *pool, size_t size)
{
    block *b = malloc(sizeof *b + size);
    if (!b)
        return NULL;
    link_block(pool, b);
    return b + 1;
}

static void *resize_block(gj_lua_pool *pool, void *at, size_t size)
{
    block *b = (block *)at - 1;
    unlink_block(b);
    block *moved = realloc(b, sizeof *b + size);
    link_block(pool, moved ? moved : b);
    return moved ? moved + 1 : NULL;
}

static size_t class_of(size_t size)
{
    return (size - 1) / GRAIN;
}

void *gj_lua_pool_take(gj_lua_pool *pool, size_t size)
{
    size_t class = class_of(size), width = (class + 1) * GRAIN;
    if (size > SMALL)
        return NULL;
    void **spare = pool->spare[class];
    if (spare) {
        pool->spare[class] = *spare;
        return spare;
    }
    if (pool->left < width)
        return NULL;
    void *taken = pool->at;
    pool->at += width;
    pool->left -= width;
    return taken;
}

static void *take_small(gj_lua_pool *pool, size_t size)
{
    void *taken = gj_lua_pool_take(pool, size);
    if (taken)
        return taken;
    char *chunk = new_block(pool, CHUNK);
    if (!chunk)
        return NULL;
    pool->at = chunk;
    pool->left = CHUNK;
    return gj_lua_pool_take(pool, size);
}

static void give_small(gj_lua_pool *pool, void *at, size_t size)
{
    *(void **)at = pool->spare[class_of(size)];
    pool->spare[class_of(size)] = at;
}

void gj_lua_pool_give(gj_lua_pool *pool, void *at, size_t size)
{
    if (!at)
        return;
    if (size <= SMALL) {
        give_small(pool, at, size);
    } else {
        unlink_block((block *)at - 1);
        free((block *)at - 1);
    }
}

void *gj_lua_pool_resize(gj_lua_pool *pool, void *at, size_t old, size_t size)
{
    bool was_small = old <= SMALL, small = size <= SMALL;
    if (at && was_small && small && class_of(old) == class_of(size))
        return at;
    if (at && !was_small && !small)
        return resize_block(pool, at, size);
    void *moved = small ? take_small(pool, size) : new_block(pool, size);
    if (!moved || !at)
        return moved;
    memcpy(moved, at, old < size ? old : size);
    gj_lua_pool_give(pool, at, old);
    return moved;
}

void gj_lua_pool_clear(gj_lua_pool *pool)
{
    for (block *b = pool->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    *pool = (gj_lua_pool){ .blocks = NULL };
}
