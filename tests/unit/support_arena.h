/* An arena a test: setup and teardown for cmocka_unit_test_setup_teardown. */
#ifndef GJ_TEST_SUPPORT_ARENA_H
#define GJ_TEST_SUPPORT_ARENA_H

#include "../../core/base/arena.h"

static gj_arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = gj_arena_new(0);
    return arena ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    gj_arena_free(arena);
    return 0;
}

#endif
