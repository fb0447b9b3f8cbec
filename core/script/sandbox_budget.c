/* What a script may use: memory, VM instructions, and the work that one instruction can make C do.
 *
 * Three meters run into one budget. The count hook counts instructions. The allocator counts bytes of larger blocks, for `..`,
 * string.rep and growing tables copy megabytes in a single instruction. And C functions of ours charge their loops beforehand.
 * When the budget is spent the call is killed, and the kill is sticky: the hook then fires at every instruction, and our pcall
 * and xpcall pass it on (sandbox_base.c). Lua's garbage collector stays off within a call, so that what a rule can do depends
 * on nothing that ran before it; it runs between calls, and when the cap is reached. */
#include "sandbox_private.h"

#include <limits.h>

#define LARGE 256         /* smaller blocks are bounded by the instructions that make them */
#define BYTES_PER_STEP 64 /* copying them takes about as long as one instruction */

static bool spent(const gj_sandbox *s)
{
    return s->used > s->budget - (long)(s->copied / BYTES_PER_STEP);
}

/* A function that passes thousands of arguments on by `...` copies them all in one instruction. */
static bool too_many_values(lua_State *L)
{
    lua_Debug frame;
    for (int level = 0; level < 2 && lua_getstack(L, level, &frame); level++) {
        const char *name = lua_getlocal(L, &frame, -(4 * GJ_LUA_VALUES));
        if (name) {
            lua_pop(L, 1);
            return true;
        }
    }
    return false;
}

static void on_count(lua_State *L, lua_Debug *frame)
{
    gj_sandbox *s = gj_sandbox_of(L);
    (void)frame;
    if (s->killed == GJ_CALL_OK) {
        s->used += GJ_LUA_HOOK_EVERY;
        if (!spent(s) && !too_many_values(L))
            return;
        gj_sandbox_kill(s, GJ_CALL_STEPS);
    }
    lua_pushnil(L);
    lua_error(L);
}

void gj_sandbox_kill(gj_sandbox *s, gj_call_end why)
{
    if (s->killed != GJ_CALL_OK)
        return;
    s->killed = why;
    gj_sandbox_note_place(s);
    if (s->running)
        lua_sethook(s->L, on_count, LUA_MASKCOUNT, 1);
}

int gj_sandbox_die(lua_State *L, gj_call_end why)
{
    gj_sandbox_kill(gj_sandbox_of(L), why);
    lua_pushnil(L);
    return lua_error(L);
}

int gj_sandbox_starve(lua_State *L)
{
    gj_sandbox_of(L)->starved = true;
    return gj_sandbox_die(L, GJ_CALL_MEMORY);
}

void gj_sandbox_charge(lua_State *L, size_t steps)
{
    gj_sandbox *s = gj_sandbox_of(L);
    if (!s->running)
        return;
    if (s->killed == GJ_CALL_OK &&
        steps <= (size_t)(s->budget - s->used)) { /* used never exceeds the budget of a living call */
        s->used += (long)steps;
        if (!spent(s))
            return;
    }
    gj_sandbox_die(L, GJ_CALL_STEPS);
}

void gj_sandbox_trust(gj_sandbox *s)
{
    s->trusted = true;
}

void gj_sandbox_begin(gj_sandbox *s, long steps)
{
    s->running = true;
    s->budget = steps > 0 ? steps : LONG_MAX;
    s->used = 0;
    s->copied = 0;
    s->depth = 0;
    s->refusals = 0;
    s->starved = false;
    s->killed = GJ_CALL_OK;
    s->message[0] = s->file[0] = '\0';
    s->line = 0;
    if (s->matcher)
        gj_matcher_reset_bytes(s->matcher);
    if (steps > 0 && !s->trusted)
        lua_sethook(s->L, on_count, LUA_MASKCOUNT, GJ_LUA_HOOK_EVERY);
}

void gj_sandbox_end(gj_sandbox *s)
{
    s->running = false;
    lua_sethook(s->L, NULL, 0, 0);
    if (s->killed != GJ_CALL_OK || s->bytes > s->settled + GJ_LUA_GARBAGE) {
        lua_gc(s->L, LUA_GCCOLLECT);
        s->settled = s->bytes;
    }
    s->peak = s->peak > s->bytes ? s->peak : s->bytes;
}

/* Whether `size` bytes in place of `old` would be too much. Lua answers a refusal by collecting garbage and asking once more;
 * a second one in a row means that the script really holds that much. For one value too large, garbage is no excuse. */
static bool refused(gj_sandbox *s, size_t old, size_t size)
{
    if (size <= GJ_LUA_BLOCK && s->bytes - old + size <= GJ_LUA_MEMORY)
        return false;
    if ((++s->refusals > 1 || size > GJ_LUA_BLOCK) && s->L)
        gj_sandbox_kill(s, GJ_CALL_MEMORY);
    return true;
}

void *gj_sandbox_allocate(void *sandbox, void *block, size_t old, size_t size)
{
    gj_sandbox *s = sandbox;
    if (!block) {
        void *fresh = size && s->bytes + size <= GJ_LUA_MEMORY ? gj_lua_pool_take(&s->pool, size) : NULL;
        if (fresh) { /* nearly every call */
            s->bytes += size;
            s->peak = s->peak > s->bytes ? s->peak : s->bytes;
            s->refusals = 0;
            s->copied += size > LARGE ? size : 0;
            return fresh;
        }
        old = 0; /* Lua gives the type of the object instead */
    }
    if (size == 0) {
        gj_lua_pool_give(&s->pool, block, old);
        s->bytes -= old;
        return NULL;
    }
    if (size > old && refused(s, old, size))
        return NULL;
    void *moved = gj_lua_pool_resize(&s->pool, block, old, size);
    if (!moved) {
        if (size > old) {
            s->starved = true;
            return NULL;
        }
        moved = block; /* Lua relies on it that shrinking succeeds */
    }
    s->bytes = s->bytes - old + size;
    s->peak = s->peak > s->bytes ? s->peak : s->bytes;
    if (size > old) {
        s->refusals = 0;
        s->copied += size > LARGE ? size : 0;
    }
    return moved;
}
