/** sandbox_private.h - what the files of the sandbox share; nobody else includes it. */
#ifndef GJ_SCRIPT_SANDBOX_PRIVATE_H
#define GJ_SCRIPT_SANDBOX_PRIVATE_H

#include <lauxlib.h>

#include "sandbox.h"

/** Functions of Lua's own libraries that ours end in, after they have checked and charged the arguments. */
typedef enum gj_stock {
    GJ_STOCK_CONCAT,
    GJ_STOCK_INSERT,
    GJ_STOCK_REMOVE,
    GJ_STOCK_MOVE,
    GJ_STOCK_UNPACK,
    GJ_STOCK_BYTE,
    GJ_STOCK_FORMAT,
    GJ_STOCK_REP,
    GJ_STOCK_TONUMBER,
    GJ_STOCK_CODEPOINT,
    GJ_STOCK_UTF8_LEN,
    GJ_STOCK_OFFSET,
    GJ_STOCK_COUNT
} gj_stock;

#define GJ_LUA_POOL_CLASSES 32

/** Lua's memory, sandbox_memory.c. Zeroed: empty. */
typedef struct gj_lua_pool {
    struct gj_lua_block *blocks;
    char *at; /* the chunk being given out */
    size_t left;
    void *spare[GJ_LUA_POOL_CLASSES]; /* freed small blocks, by size */
} gj_lua_pool;

struct gj_sandbox {
    lua_State *L;
    gj_lua_pool pool;
    gj_matcher *matcher;
    gj_arena *scratch; /* of one C function; whoever uses it resets it first */

    /* Memory, sandbox_budget.c */
    size_t bytes, peak;
    size_t settled;  /* held after the last collection */
    size_t refusals; /* in a row: the first only makes Lua collect garbage and ask again */
    bool starved;    /* the system itself had no memory */

    /* The call under way, sandbox_budget.c */
    bool running;
    bool trusted; /* instructions are not counted, only what calls charge */
    long budget, used;
    size_t copied; /* bytes of larger blocks asked for: work that the instruction count does not see */
    int depth;     /* protected calls within protected calls */
    gj_call_end killed;

    /* What went wrong: the text without its position, and the position. Fixed arrays, for there may be no memory. */
    char message[GJ_ERROR_TEXT];
    char file[GJ_ERROR_TEXT];
    size_t line;

    lua_CFunction stock[GJ_STOCK_COUNT];
};

/* Keys of the registry and of guard metatables: the addresses are the keys. */
typedef enum gj_slot {
    GJ_SLOT_GLOBALS,     /* registry: the contents of the shared globals */
    GJ_SLOT_ENVIRONMENT, /* registry: metatable of every file's environment */
    GJ_SLOT_PATTERNS,    /* registry: pattern source -> light userdata */
    GJ_SLOT_CONTENTS,    /* guard metatable: the table behind a read-only shell */
    GJ_SLOT_COUNT
} gj_slot;
extern const char gj_slots[GJ_SLOT_COUNT];

/* sandbox_memory.c */
/** A block of `size` > 0 bytes in place of the one at `at` (NULL: none) of `old` bytes; NULL when memory runs out, then the old one stands. */
void *gj_lua_pool_resize(gj_lua_pool *pool, void *at, size_t old, size_t size);
/** A block of `size` > 0 bytes where one is at hand, else NULL; no large ones. */
void *gj_lua_pool_take(gj_lua_pool *pool, size_t size);
void gj_lua_pool_give(gj_lua_pool *pool, void *at, size_t size);
void gj_lua_pool_clear(gj_lua_pool *pool);

/* sandbox_budget.c */
void *gj_sandbox_allocate(void *sandbox, void *block, size_t old, size_t size);
void gj_sandbox_begin(gj_sandbox *sandbox, long steps);
/** After a call: the hook goes, garbage is collected when there is much of it. */
void gj_sandbox_end(gj_sandbox *sandbox);
/** Mark the running call as over; every further instruction raises, and no protected call of ours holds that up. */
void gj_sandbox_kill(gj_sandbox *sandbox, gj_call_end why);
/** Kill and raise. */
int gj_sandbox_die(lua_State *L, gj_call_end why);
/** The same, because the system has no memory. */
int gj_sandbox_starve(lua_State *L);
/** Run one of Lua's own functions in place of the C function that calls this: same arguments, same results. */
int gj_sandbox_stock(lua_State *L, gj_stock which);

/* sandbox_error.c */
/** Message handler: keeps text and position of the error at stack index 1. Allocates nothing, runs no metamethod. */
int gj_sandbox_on_error(lua_State *L);
/** Keep the position of the innermost Lua function that runs. */
void gj_sandbox_note_place(gj_sandbox *sandbox);
/** Fill `err` from what was kept. */
gj_status gj_sandbox_explain(gj_sandbox *sandbox, gj_call_end end, gj_error *err);
/** Keep a message of Lua's ("file:line: text") as text and position. */
void gj_sandbox_keep(gj_sandbox *sandbox, const char *text, const char *chunk);

/* sandbox_share.c */
/** Push the contents behind the shell at `index` and return true; push nothing where it is none. */
bool gj_sandbox_contents(lua_State *L, int index);
/** Push an empty shell that shows the table at `index` and refuses writes. */
void gj_sandbox_guard(lua_State *L, int index);

/* The libraries; each adds or overrides functions of the table on top of the stack. */
void gj_sandbox_open_libraries(lua_State *L);
extern const luaL_Reg gj_library_base[], gj_library_table[], gj_library_string[], gj_library_utf8[], gj_library_text[];
/** tostring without addresses: pushes the text of the value at `index`. */
void gj_sandbox_push_text(lua_State *L, int index);
/* sandbox_pairs.c */
int gj_sandbox_next(lua_State *L);
int gj_sandbox_pairs(lua_State *L);
/* sandbox_sort.c */
int gj_sandbox_sort(lua_State *L);

/** The string argument at `index`; numbers are no strings here. */
gj_slice gj_sandbox_string(lua_State *L, int index);

#endif
