#include "json_writer.h"

#include "escape.h"

void gj_json_begin(gj_json *w, gj_buffer *out, bool one_line)
{
    *w = (gj_json){ .out = out, .inline_at = one_line ? 1 : 0 };
}

static bool on_one_line(const gj_json *w)
{
    return w->inline_at && w->depth >= w->inline_at;
}

static void new_line(gj_json *w, unsigned depth)
{
    gj_buffer_byte(w->out, '\n');
    gj_buffer_repeat(w->out, "  ", depth);
}

void gj_json_value(gj_json *w, const char *key)
{
    if (w->depth) {
        if (w->filled[w->depth])
            gj_buffer_byte(w->out, ',');
        if (!on_one_line(w))
            new_line(w, w->depth);
        else if (w->filled[w->depth])
            gj_buffer_byte(w->out, ' ');
        w->filled[w->depth] = true;
    }
    if (key) {
        gj_buffer_byte(w->out, '"');
        gj_buffer_text(w->out, key);
        gj_buffer_text(w->out, "\": ");
    }
}

static void enter(gj_json *w, const char *key, char bracket, bool one_line)
{
    gj_json_value(w, key);
    gj_buffer_byte(w->out, bracket);
    if (w->depth >= GJ_JSON_OUT_DEPTH) {
        w->out->failed = GJ_INTERNAL;
        return;
    }
    w->depth++;
    w->filled[w->depth] = false;
    if (one_line && !w->inline_at)
        w->inline_at = w->depth;
}

static void leave(gj_json *w, char bracket)
{
    if (!w->depth) {
        w->out->failed = GJ_INTERNAL;
        return;
    }
    if (w->filled[w->depth] && !on_one_line(w))
        new_line(w, w->depth - 1);
    gj_buffer_byte(w->out, bracket);
    if (w->inline_at == w->depth && w->depth > 1)
        w->inline_at = 0;
    w->depth--;
}

void gj_json_object(gj_json *w, const char *key)
{
    enter(w, key, '{', false);
}

void gj_json_object_inline(gj_json *w, const char *key)
{
    enter(w, key, '{', true);
}

void gj_json_object_end(gj_json *w)
{
    leave(w, '}');
}

void gj_json_array(gj_json *w, const char *key)
{
    enter(w, key, '[', false);
}

void gj_json_array_inline(gj_json *w, const char *key)
{
    enter(w, key, '[', true);
}

void gj_json_array_end(gj_json *w)
{
    leave(w, ']');
}

void gj_json_string(gj_json *w, const char *key, gj_slice value)
{
    gj_json_value(w, key);
    gj_buffer_byte(w->out, '"');
    gj_escape_json(w->out, value);
    gj_buffer_byte(w->out, '"');
}

void gj_json_optional(gj_json *w, const char *key, gj_slice value)
{
    if (value.len)
        gj_json_string(w, key, value);
    else
        gj_json_null(w, key);
}

void gj_json_strings(gj_json *w, const char *key, const gj_slice *items, size_t count)
{
    gj_json_array_inline(w, key);
    for (size_t i = 0; i < count; i++)
        gj_json_string(w, NULL, items[i]);
    gj_json_array_end(w);
}

void gj_json_text(gj_json *w, const char *key, const char *value)
{
    gj_json_string(w, key, gj_slice_of(value));
}

void gj_json_count(gj_json *w, const char *key, size_t value)
{
    gj_json_value(w, key);
    gj_buffer_format(w->out, "%zu", value);
}

void gj_json_place(gj_json *w, const char *key, size_t value)
{
    if (value)
        gj_json_count(w, key, value);
    else
        gj_json_null(w, key);
}

void gj_json_bool(gj_json *w, const char *key, bool value)
{
    gj_json_value(w, key);
    gj_buffer_text(w->out, value ? "true" : "false");
}

void gj_json_null(gj_json *w, const char *key)
{
    gj_json_value(w, key);
    gj_buffer_text(w->out, "null");
}

void gj_json_decimal(gj_json *w, const char *key, gj_decimal value)
{
    char text[24];
    size_t length = gj_decimal_print(value, text);
    gj_json_value(w, key);
    gj_buffer_add(w->out, (gj_slice){ text, length });
}

void gj_json_part(gj_json *part, gj_buffer *out, unsigned depth)
{
    gj_json_begin(part, out, false);
    part->depth = depth < GJ_JSON_OUT_DEPTH ? depth : GJ_JSON_OUT_DEPTH;
}

void gj_json_splice(gj_json *w, const gj_json *part)
{
    if (part->out->failed)
        w->out->failed = part->out->failed;
    if (!part->out->len)
        return;
    if (w->filled[w->depth])
        gj_buffer_byte(w->out, ',');
    gj_buffer_add(w->out, gj_buffer_slice(part->out));
    w->filled[w->depth] = true;
}
