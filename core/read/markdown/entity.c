#include "entity.h"

#include "../../base/utf8.h"
#include "../ascii.h"
#include "cmark_guard.h"

#define LONGEST_NAME 40 /* HTML 5's longest has 33 bytes */

/* &#12289; and &#x3001;, of at most seven digits. */
static size_t decode_number(gj_slice text, char out[GJ_ENTITY_BYTES], size_t *length)
{
    bool hex = text.len > 2 && gj_lower(text.data[2]) == 'x';
    size_t begin = hex ? 3 : 2, at = begin;
    uint32_t code = 0;
    for (; at < text.len && at - begin < 7; at++) {
        char c = gj_lower(text.data[at]);
        if (gj_is_digit(c))
            code = code * (hex ? 16 : 10) + (uint32_t)(c - '0');
        else if (hex && c >= 'a' && c <= 'f')
            code = code * 16 + (uint32_t)(c - 'a' + 10);
        else
            break;
    }
    if (at == begin || at >= text.len || text.data[at] != ';')
        return 0;
    *length = gj_utf8_put(code ? code : GJ_REPLACEMENT, out);
    if (!*length)
        *length = gj_utf8_put(GJ_REPLACEMENT, out);
    return at + 1;
}

static bool usual(gj_slice name, char out[GJ_ENTITY_BYTES], size_t *length)
{
    static const struct {
        const char *name, *text;
    } known[] = { { "nbsp", "\xC2\xA0" }, { "amp", "&" }, { "lt", "<" }, { "gt", ">" }, { "quot", "\"" } };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (!gj_slice_is(name, known[i].name))
            continue;
        *length = strlen(known[i].text);
        memcpy(out, known[i].text, *length);
        return true;
    }
    return false;
}

/* libcmark knows every name: what it makes of the reference alone is its text. */
static bool rare(gj_arena *scratch, gj_slice reference, char out[GJ_ENTITY_BYTES], size_t *length, bool *nomem)
{
    gj_arena_reset(scratch);
    cmark_node *root = gj_cmark_parse(scratch, reference);
    *nomem = !root;
    cmark_node *paragraph = root ? cmark_node_first_child(root) : NULL;
    cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : NULL;
    const char *literal = text && !cmark_node_next(text) ? cmark_node_get_literal(text) : NULL;
    if (!literal || literal[0] == '&' || strlen(literal) > GJ_ENTITY_BYTES)
        return false;
    *length = strlen(literal);
    memcpy(out, literal, *length);
    return *length > 0;
}

size_t gj_entity_decode(gj_arena *scratch, gj_slice text, char out[GJ_ENTITY_BYTES], size_t *length)
{
    if (text.len > 2 && text.data[1] == '#')
        return decode_number(text, out, length);
    size_t end = 1;
    while (end < text.len && end < LONGEST_NAME && gj_is_alnum(text.data[end]))
        end++;
    if (end == 1 || end >= text.len || text.data[end] != ';')
        return 0;
    bool nomem = false;
    if (usual(gj_slice_sub(text, 1, end), out, length) ||
        rare(scratch, gj_slice_sub(text, 0, end + 1), out, length, &nomem))
        return end + 1;
    return nomem ? GJ_NOT_FOUND : 0;
}
