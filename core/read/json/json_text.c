#include "../../base/utf8.h"
#include "json_tree.h"

typedef GJ_LIST(gj_run) run_list;

static gj_status add_run(gj_arena *arena, run_list *runs, gj_run run, gj_error *err)
{
    if (runs->count == GJ_MAX_RUNS)
        return gj_fail(err, GJ_LIMIT, run.source, "一段文字里的转义太多，最多 %d 处",
                       "too many escapes in one text, at most %d", GJ_MAX_RUNS);
    gj_run *added = GJ_PUSH(arena, runs);
    if (!added)
        return gj_fail_nomem(err);
    *added = run;
    return GJ_OK;
}

static unsigned hex_unit(const char *at)
{
    unsigned unit = 0;
    for (int i = 0; i < 4; i++) {
        unsigned char c = (unsigned char)at[i];
        unit = unit << 4 | (c <= '9' ? (unsigned)(c - '0') : (c & 0xDFu) - 'A' + 10u);
    }
    return unit;
}

/* Bytes that the escape at `at` takes in the file, and bytes of UTF-8 that it stands for. The scan has checked it. */
static size_t escape_width(const char *at, size_t *decoded)
{
    *decoded = 1;
    if (at[1] != 'u')
        return 2;
    unsigned unit = hex_unit(at + 2);
    if (unit >= 0xD800 && unit <= 0xDFFF) {
        *decoded = 4;
        return 12;
    }
    *decoded = unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    return 6;
}

/* One run for every escape and for every stretch between two. */
static gj_status map_escapes(gj_arena *arena, gj_slice bytes, gj_span inner, run_list *runs, gj_error *err)
{
    size_t text = 0;
    for (size_t at = inner.begin; at < inner.end;) {
        const char *slash = memchr(bytes.data + at, '\\', inner.end - at);
        size_t stop = slash ? (size_t)(slash - bytes.data) : inner.end;
        if (stop > at) {
            GJ_TRY(add_run(arena, runs, (gj_run){ text, at, stop - at }, err));
            text += stop - at;
            at = stop;
        }
        if (slash) {
            size_t decoded, width = escape_width(slash, &decoded);
            GJ_TRY(add_run(arena, runs, (gj_run){ text, at, decoded }, err));
            text += decoded;
            at += width;
        }
    }
    return GJ_OK;
}

static gj_status map_verbatim(gj_arena *arena, gj_slice text, size_t source, gj_text *out, gj_error *err)
{
    gj_run *run = GJ_NEW(arena, gj_run);
    if (!run)
        return gj_fail_nomem(err);
    *run = (gj_run){ 0, source, text.len };
    out->runs = run;
    out->run_count = 1;
    return GJ_OK;
}

/* The node's text, white space and all. */
static gj_status whole_text(gj_arena *arena, const gj_json_tree *json, size_t index, gj_text *out, gj_error *err)
{
    const gj_json_node *node = &json->nodes[index];
    bool string = node->type == GJ_JSON_STRING;
    gj_span inner = { node->span.begin + string, node->span.end - string };
    *out = (gj_text){ .text = node->text, .span = node->span };
    if (!node->escaped)
        return map_verbatim(arena, node->text, inner.begin, out, err);
    run_list runs = { 0 };
    GJ_TRY(map_escapes(arena, json->source->bytes, inner, &runs, err));
    out->runs = runs.items;
    out->run_count = runs.count;
    return GJ_OK;
}

gj_status gj_json_node_text(gj_arena *arena, const gj_json_tree *json, size_t node, gj_text *out, gj_error *err)
{
    gj_text whole;
    GJ_TRY(whole_text(arena, json, node, &whole, err));
    gj_slice trimmed = gj_slice_trim(whole.text);
    *out = whole;
    if (trimmed.len == whole.text.len)
        return GJ_OK;
    if (!trimmed.len) {
        out->text = gj_slice_sub(whole.text, 0, 0);
        out->run_count = 0;
        return GJ_OK;
    }
    size_t begin = (size_t)(trimmed.data - whole.text.data), first = 0;
    if (!gj_text_part(arena, &whole, begin, begin + trimmed.len, &first, out))
        return gj_fail_nomem(err);
    out->span = whole.span;
    return GJ_OK;
}

gj_status gj_json_lines_open(gj_arena *arena, const gj_json_tree *json, size_t node, gj_json_lines *out, gj_error *err)
{
    *out = (gj_json_lines){ .at = 0 };
    return whole_text(arena, json, node, &out->whole, err);
}

bool gj_json_lines_next(gj_arena *arena, gj_json_lines *lines, gj_text *out, gj_status *status, gj_error *err)
{
    gj_slice text = lines->whole.text;
    *status = GJ_OK;
    while (lines->at < text.len) {
        size_t begin = lines->at;
        const char *end = memchr(text.data + begin, '\n', text.len - begin);
        size_t stop = end ? (size_t)(end - text.data) : text.len;
        lines->at = stop + 1;
        gj_slice line = gj_slice_trim(gj_slice_sub(text, begin, stop));
        if (!line.len)
            continue;
        begin = (size_t)(line.data - text.data);
        if (!gj_text_part(arena, &lines->whole, begin, begin + line.len, &lines->run, out))
            *status = gj_fail_nomem(err);
        return *status == GJ_OK;
    }
    return false;
}
