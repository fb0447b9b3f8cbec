#include "json_tree.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

#define FEW_KEYS 8 /* up to here every key is compared with every other; more are sorted */

static gj_json_type type_of(const cJSON *item)
{
    if (cJSON_IsObject(item))
        return GJ_JSON_OBJECT;
    if (cJSON_IsArray(item))
        return GJ_JSON_ARRAY;
    if (cJSON_IsString(item))
        return GJ_JSON_STRING;
    if (cJSON_IsNumber(item))
        return GJ_JSON_NUMBER;
    return cJSON_IsBool(item) ? GJ_JSON_BOOL : GJ_JSON_NULL;
}

/* Copy what cJSON decoded, where the source's own bytes do not say it already. */
static gj_status take_strings(gj_arena *arena, gj_json_node *node, const cJSON *item, gj_error *err)
{
    if (node->key_escaped)
        node->key = gj_arena_copy(arena, gj_slice_of(item->string));
    if (node->escaped)
        node->text = gj_arena_copy(arena, gj_slice_of(item->valuestring));
    bool failed = (node->key_escaped && !node->key.data) || (node->escaped && !node->text.data);
    return failed ? gj_fail_nomem(err) : GJ_OK;
}

static gj_status disagreement(const gj_json_tree *json, size_t node, gj_error *err)
{
    return gj_fail(err, GJ_INTERNAL, json->nodes[node].span.begin,
                   "两次解析 JSON 的结果不一致，这是 gouji 的缺陷，请报告",
                   "two passes over the JSON disagree; this is a defect of gouji, please report it");
}

/* Walk cJSON's tree and our nodes, both in the order of the file, side by side. */
static gj_status pair(gj_arena *arena, gj_json_tree *json, const cJSON *item, gj_error *err)
{
    const cJSON *after[GJ_MAX_JSON_DEPTH]; /* siblings to go on with when the inner containers end */
    size_t depth = 0;
    for (size_t i = 0; i < json->count; i++) {
        if (!item || type_of(item) != json->nodes[i].type)
            return disagreement(json, i, err);
        GJ_TRY(take_strings(arena, &json->nodes[i], item, err));
        if (item->child) {
            if (depth == GJ_MAX_JSON_DEPTH)
                return disagreement(json, i, err);
            after[depth++] = item->next;
            item = item->child;
            continue;
        }
        item = item->next;
        while (!item && depth)
            item = after[--depth];
    }
    return item ? disagreement(json, 0, err) : GJ_OK;
}

/* Where no string has an escape, the source's own bytes say everything, and a second parse would only cost. */
static gj_status decode(gj_arena *arena, gj_json_tree *json, gj_error *err)
{
    if (!json->escaped)
        return GJ_OK;
    gj_slice bytes = json->source->bytes;
    cJSON *tree = cJSON_ParseWithLength(bytes.data, bytes.len);
    if (!tree) /* the syntax is known to be right, so memory is the only reason left */
        return gj_fail_nomem(err);
    gj_status status = pair(arena, json, tree, err);
    cJSON_Delete(tree);
    return status;
}

typedef struct keyed {
    gj_slice key;
    size_t node;
} keyed;

static int by_key(const void *a, const void *b)
{
    const keyed *left = a, *right = b;
    int order = gj_slice_compare(left->key, right->key);
    if (order)
        return order;
    return left->node < right->node ? -1 : left->node > right->node;
}

/* The first key of an object that repeats an earlier one. */
typedef struct twin {
    size_t first, second; /* nodes; second is GJ_NOT_FOUND where there is none */
} twin;

static void note_twin(twin *found, size_t first, size_t second)
{
    if (second < found->second)
        *found = (twin){ first, second };
}

static void compare_all(const gj_json_tree *json, size_t object, twin *found)
{
    for (size_t a = gj_json_first(json, object); a != GJ_NOT_FOUND; a = json->nodes[a].next)
        for (size_t b = json->nodes[a].next; b != GJ_NOT_FOUND; b = json->nodes[b].next)
            if (gj_slice_equal(json->nodes[a].key, json->nodes[b].key))
                note_twin(found, a, b);
}

static gj_status compare_sorted(gj_arena *arena, const gj_json_tree *json, size_t object, twin *found, gj_error *err)
{
    size_t count = 0;
    keyed *keys = GJ_ARRAY(arena, json->nodes[object].children, keyed);
    if (!keys)
        return gj_fail_nomem(err);
    for (size_t i = gj_json_first(json, object); i != GJ_NOT_FOUND; i = json->nodes[i].next)
        keys[count++] = (keyed){ json->nodes[i].key, i };
    qsort(keys, count, sizeof *keys, by_key);
    for (size_t i = 1; i < count; i++)
        if (gj_slice_equal(keys[i - 1].key, keys[i].key))
            note_twin(found, keys[i - 1].node, keys[i].node);
    return GJ_OK;
}

static gj_status unique_keys(gj_arena *arena, const gj_json_tree *json, gj_error *err)
{
    twin found = { GJ_NOT_FOUND, GJ_NOT_FOUND };
    for (size_t i = 0; i < json->count; i++) {
        if (json->nodes[i].type != GJ_JSON_OBJECT)
            continue;
        if (json->nodes[i].children <= FEW_KEYS)
            compare_all(json, i, &found);
        else
            GJ_TRY(compare_sorted(arena, json, i, &found, err));
    }
    if (found.second == GJ_NOT_FOUND)
        return GJ_OK;
    const gj_json_node *second = &json->nodes[found.second];
    size_t line = gj_source_place(json->source, json->nodes[found.first].key_span.begin).line;
    return gj_fail(err, GJ_INPUT, second->key_span.begin, "键 \"%.*s\" 重复（第 %zu 行已有），请删去一处",
                   "duplicate key \"%.*s\" (first on line %zu); remove one of them", GJ_ARG(gj_json_shown(second->key)),
                   line);
}

gj_status gj_json_parse(gj_arena *arena, const gj_source *source, gj_json_tree *out, gj_error *err)
{
    GJ_TRY(gj_json_scan(arena, source, out, err));
    gj_status status = decode(arena, out, err);
    if (status == GJ_OK)
        status = unique_keys(arena, out, err);
    if (status != GJ_OK)
        gj_error_locate(err, source);
    return status;
}

size_t gj_json_member(const gj_json_tree *json, size_t node, const char *key)
{
    if (json->nodes[node].type != GJ_JSON_OBJECT)
        return GJ_NOT_FOUND;
    size_t i = gj_json_first(json, node);
    while (i != GJ_NOT_FOUND && !gj_slice_is(json->nodes[i].key, key))
        i = json->nodes[i].next;
    return i;
}

gj_words gj_json_type_words(gj_json_type type)
{
    switch (type) {
    case GJ_JSON_NULL:
        return (gj_words){ GJ_LIT("空值 null"), GJ_LIT("null") };
    case GJ_JSON_BOOL:
        return (gj_words){ GJ_LIT("真假值"), GJ_LIT("true or false") };
    case GJ_JSON_NUMBER:
        return (gj_words){ GJ_LIT("数字"), GJ_LIT("a number") };
    case GJ_JSON_STRING:
        return (gj_words){ GJ_LIT("字符串"), GJ_LIT("a string") };
    case GJ_JSON_ARRAY:
        return (gj_words){ GJ_LIT("数组 […]"), GJ_LIT("an array [...]") };
    case GJ_JSON_OBJECT:
        break;
    }
    return (gj_words){ GJ_LIT("对象 {…}"), GJ_LIT("an object {...}") };
}
