#include "cmark_guard.h"

#include <setjmp.h>

/* libcmark hands no context to its allocator, so the parse under way is kept here, one a thread. */
typedef struct guard {
    gj_arena *arena;
    jmp_buf out_of_memory;
} guard;
static _Thread_local guard *active;

/* Each block is preceded by its size: realloc must know how much to copy. */
typedef struct header {
    _Alignas(16) size_t size;
} header;

static void *take(size_t size)
{
    header *block = size > SIZE_MAX / 2 ? NULL : gj_arena_alloc(active->arena, sizeof(header) + size);
    if (!block)
        longjmp(active->out_of_memory, 1);
    block->size = size;
    return block + 1;
}

static void *take_zeroed(size_t count, size_t size)
{
    return take(size && count > SIZE_MAX / 2 / size ? SIZE_MAX : count * size);
}

static void *take_again(void *old, size_t size)
{
    size_t had = old ? ((header *)old - 1)->size : 0;
    if (old && size <= had)
        return old;
    void *block = take(size);
    if (had)
        memcpy(block, old, had);
    return block;
}

static void leave(void *block)
{
    (void)block; /* the arena frees it */
}

static cmark_node *parse(gj_slice text)
{
    cmark_mem *memory = take(sizeof *memory); /* the nodes keep a pointer to it */
    *memory = (cmark_mem){ take_zeroed, take_again, leave };
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory);
    cmark_parser_feed(parser, text.data, text.len);
    return cmark_parser_finish(parser);
}

cmark_node *gj_cmark_parse(gj_arena *arena, gj_slice text)
{
    guard here = { .arena = arena };
    active = &here;
    cmark_node *volatile root = NULL;
    if (!setjmp(here.out_of_memory))
        root = parse(text);
    active = NULL;
    return root;
}

gj_slice gj_cmark_html(gj_arena *arena, gj_slice text)
{
    guard here = { .arena = arena };
    active = &here;
    char *volatile html = NULL;
    if (!setjmp(here.out_of_memory))
        html = cmark_render_html(parse(text), CMARK_OPT_DEFAULT);
    active = NULL;
    return html ? gj_slice_of(html) : (gj_slice){ NULL, 0 };
}
