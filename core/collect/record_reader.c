/* record_reader.c - members of a record by key, as what they should be. */
#include "record_private.h"

/* One that had escapes lives with the nodes, which do not stay. */
gj_slice gj_record_text_of(gj_record_reader *r, size_t node)
{
    const gj_json_node *n = &r->json->nodes[node];
    if (!n->escaped)
        return n->text;
    gj_slice copy = gj_arena_copy(r->arena, n->text);
    r->nomem = r->nomem || !copy.data;
    return copy;
}

gj_status gj_record_fault(gj_record_reader *r, size_t node, const char *what)
{
    return gj_fail(r->err, GJ_INPUT, node == GJ_NOT_FOUND ? 0 : r->json->nodes[node].span.begin,
                   "不是完整的事实记录：%s 缺少或不对；请用 gouji check --facts 重新生成",
                   "not a whole facts record: %s is missing or wrong; make it again with gouji check --facts", what);
}

size_t gj_record_member(const gj_record_reader *r, size_t node, const char *key, gj_json_type type)
{
    size_t at = gj_json_member(r->json, node, key);
    return at != GJ_NOT_FOUND && r->json->nodes[at].type == type ? at : GJ_NOT_FOUND;
}

gj_slice gj_record_string(gj_record_reader *r, size_t node, const char *key)
{
    size_t at = node == GJ_NOT_FOUND ? GJ_NOT_FOUND : gj_record_member(r, node, key, GJ_JSON_STRING);
    return at == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : gj_record_text_of(r, at);
}

size_t gj_record_count(const gj_record_reader *r, size_t node, const char *key)
{
    size_t at = gj_record_member(r, node, key, GJ_JSON_NUMBER), value = 0;
    gj_slice text = at == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : r->json->nodes[at].text;
    for (size_t i = 0; i < text.len && i < 9 && text.data[i] >= '0' && text.data[i] <= '9'; i++)
        value = value * 10 + (size_t)(text.data[i] - '0');
    return value;
}

bool gj_record_truth(const gj_record_reader *r, size_t node, const char *key)
{
    size_t at = gj_record_member(r, node, key, GJ_JSON_BOOL);
    return at != GJ_NOT_FOUND && gj_slice_is(r->json->nodes[at].text, "true");
}

gj_words gj_record_words(gj_record_reader *r, size_t node, const char *key)
{
    size_t at = gj_record_member(r, node, key, GJ_JSON_OBJECT);
    gj_words out = { gj_record_string(r, at, "zh"), gj_record_string(r, at, "en") };
    return out;
}

gj_status gj_record_strings(gj_record_reader *r, size_t node, gj_slice **out, size_t *count)
{
    size_t children = node == GJ_NOT_FOUND ? 0 : r->json->nodes[node].children;
    *out = GJ_ARRAY(r->arena, children, gj_slice);
    *count = 0;
    if (!*out)
        return gj_fail_nomem(r->err);
    for (size_t i = children ? gj_json_first(r->json, node) : GJ_NOT_FOUND; i != GJ_NOT_FOUND;
         i = r->json->nodes[i].next)
        if (r->json->nodes[i].type == GJ_JSON_STRING)
            (*out)[(*count)++] = gj_record_text_of(r, i);
    return GJ_OK;
}

size_t gj_record_choice(gj_slice word, const char *(*name)(int), size_t count)
{
    size_t i = 0;
    while (i < count && !gj_slice_is(word, name((int)i)))
        i++;
    return i;
}
