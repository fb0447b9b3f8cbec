#include <stdio.h>

#include "../../base/utf8.h"
#include "json_tree.h"

#define SHOWN 100 /* bytes of a key or pointer in a message */

/* One step of a path: a key, or a position printed into `digits`. */
static gj_slice step_of(const gj_json_tree *json, size_t node, char digits[24])
{
    const gj_json_node *n = &json->nodes[node];
    if (json->nodes[n->parent].type == GJ_JSON_OBJECT)
        return n->key;
    int length = snprintf(digits, 24, "%zu", n->position);
    return (gj_slice){ digits, length > 0 ? (size_t)length : 0 };
}

static size_t escapes_in(gj_slice step)
{
    size_t count = 0;
    for (size_t i = 0; i < step.len; i++)
        count += step.data[i] == '~' || step.data[i] == '/';
    return count;
}

/* Write the step so that it ends before `end`; returns where it starts. */
static char *put_step(gj_slice step, bool pointer, char *end)
{
    if (!pointer || !escapes_in(step)) {
        if (step.len)
            memcpy(end - step.len, step.data, step.len);
        return end - step.len;
    }
    for (size_t i = step.len; i > 0; i--) {
        char c = step.data[i - 1];
        if (c == '~' || c == '/') {
            *--end = c == '~' ? '0' : '1';
            c = '~';
        }
        *--end = c;
    }
    return end;
}

/* A pointer has a '/' before every step, a path a '.' between steps. */
static gj_slice join(gj_arena *arena, const gj_json_tree *json, size_t node, size_t top, bool pointer)
{
    char digits[24];
    size_t length = 0;
    for (size_t i = node; i != top; i = json->nodes[i].parent) {
        gj_slice step = step_of(json, i, digits);
        length += 1 + step.len + (pointer ? escapes_in(step) : 0);
    }
    length -= length && !pointer;
    char *text = gj_arena_alloc(arena, length + 1);
    if (!text)
        return (gj_slice){ NULL, 0 };
    char *at = text + length;
    for (size_t i = node; i != top; i = json->nodes[i].parent) {
        at = put_step(step_of(json, i, digits), pointer, at);
        if (at > text)
            *--at = pointer ? '/' : '.';
    }
    return (gj_slice){ text, length };
}

gj_slice gj_json_pointer(gj_arena *arena, const gj_json_tree *json, size_t node)
{
    return join(arena, json, node, 0, true);
}

gj_slice gj_json_path(gj_arena *arena, const gj_json_tree *json, size_t node, size_t top)
{
    return join(arena, json, node, top, false);
}

bool gj_json_step(gj_arena *arena, const gj_json_tree *json, size_t node, gj_slice *pointer, gj_slice *path)
{
    char digits[24];
    gj_slice step = step_of(json, node, digits);
    size_t dot = path->len != 0, path_length = path->len + dot + step.len;
    size_t pointer_length = pointer->len + 1 + step.len + escapes_in(step);
    char *text = gj_arena_alloc(arena, path_length + pointer_length);
    if (!text)
        return false;
    if (dot) {
        memcpy(text, path->data, path->len);
        text[path->len] = '.';
    }
    (void)put_step(step, false, text + path_length);
    if (pointer->len)
        memcpy(text + path_length, pointer->data, pointer->len);
    text[path_length + pointer->len] = '/';
    (void)put_step(step, true, text + path_length + pointer_length);
    *path = (gj_slice){ text, path_length };
    *pointer = (gj_slice){ text + path_length, pointer_length };
    return true;
}

gj_slice gj_json_shown(gj_slice text)
{
    return gj_utf8_cut(text, SHOWN);
}
