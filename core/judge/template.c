#include "template.h"

#include "../base/utf8.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name(gj_slice name)
{
    if (name.len == 0 || !is_letter(name.data[0]))
        return false;
    for (size_t i = 1; i < name.len; i++)
        if (!is_letter(name.data[i]) && name.data[i] != '_' && !(name.data[i] >= '0' && name.data[i] <= '9'))
            return false;
    return true;
}

static bool doubled(gj_slice text, size_t at)
{
    return at + 1 < text.len && text.data[at + 1] == text.data[at];
}

bool gj_template_next(gj_slice text, size_t *at, gj_piece *out)
{
    *out = (gj_piece){ { NULL, 0 }, { NULL, 0 } };
    size_t begin = *at, end = begin;
    if (begin >= text.len)
        return false;
    while (end < text.len && text.data[end] != '{' && text.data[end] != '}')
        end++;
    if (end > begin) {
        out->literal = gj_slice_sub(text, begin, end);
        *at = end;
        return true;
    }
    if (doubled(text, begin)) {
        out->literal = gj_slice_sub(text, begin, begin + 1);
        *at = begin + 2;
        return true;
    }
    size_t close = gj_slice_find(text, GJ_LIT("}"), begin);
    if (text.data[begin] == '}' || close == GJ_NOT_FOUND)
        return false;
    gj_slice name = gj_slice_sub(text, begin + 1, close);
    if (!is_name(name))
        return false;
    out->name = name;
    *at = close + 1;
    return true;
}

size_t gj_template_check(gj_slice text)
{
    size_t at = 0;
    gj_piece piece;
    while (gj_template_next(text, &at, &piece)) {
    }
    return at < text.len ? at : GJ_NOT_FOUND;
}

gj_slice gj_template_missing(gj_slice a, gj_slice b)
{
    size_t at = 0;
    gj_piece piece, other;
    while (gj_template_next(a, &at, &piece)) {
        bool found = piece.name.len == 0;
        for (size_t there = 0; !found && gj_template_next(b, &there, &other);)
            found = gj_slice_equal(piece.name, other.name);
        if (!found)
            return piece.name;
    }
    return (gj_slice){ NULL, 0 };
}

gj_slice gj_text_shorten(gj_arena *arena, gj_slice text, size_t bytes)
{
    if (text.len <= bytes)
        return gj_arena_copy(arena, text);
    size_t ellipsis = sizeof "…" - 1;
    gj_slice kept = gj_utf8_cut(text, bytes > ellipsis ? bytes - ellipsis : 0);
    return gj_arena_format(arena, "%.*s…", GJ_ARG(kept));
}

/* The pieces of both languages with their values filled in. */
typedef struct filled {
    gj_slice *pieces;
    size_t count, length;
} filled;

static size_t count_pieces(gj_slice text)
{
    size_t at = 0, count = 0;
    gj_piece piece;
    while (gj_template_next(text, &at, &piece))
        count++;
    return count;
}

static gj_render fill(gj_arena *arena, gj_slice text, bool english, gj_template_value value, void *context, filled *out,
                      gj_slice *unknown)
{
    *out = (filled){ .pieces = GJ_ARRAY(arena, count_pieces(text), gj_slice) };
    if (!out->pieces)
        return GJ_RENDER_NOMEM;
    size_t at = 0;
    gj_piece piece;
    while (gj_template_next(text, &at, &piece)) {
        gj_words words;
        if (piece.name.len) {
            if (!value(context, piece.name, &words)) {
                *unknown = piece.name;
                return GJ_RENDER_UNKNOWN;
            }
            piece.literal = english && words.en.len ? words.en : words.zh;
        }
        out->pieces[out->count++] = piece.literal;
        out->length += piece.literal.len;
    }
    return GJ_RENDERED;
}

static gj_render join(gj_arena *arena, const filled *parts, gj_slice *out)
{
    char *text = GJ_ARRAY(arena, parts->length + 1, char);
    if (!text)
        return GJ_RENDER_NOMEM;
    size_t at = 0;
    for (size_t i = 0; i < parts->count; i++) {
        if (parts->pieces[i].len)
            memcpy(text + at, parts->pieces[i].data, parts->pieces[i].len);
        at += parts->pieces[i].len;
    }
    *out = (gj_slice){ text, at };
    if (at > GJ_MAX_MESSAGE)
        *out = gj_text_shorten(arena, *out, GJ_MAX_MESSAGE);
    return out->data ? GJ_RENDERED : GJ_RENDER_NOMEM;
}

gj_render gj_template_render(gj_arena *arena, gj_words text, gj_template_value value, void *context, gj_words *out,
                             gj_slice *unknown)
{
    filled parts;
    gj_render end = fill(arena, text.zh, false, value, context, &parts, unknown);
    if (end == GJ_RENDERED)
        end = join(arena, &parts, &out->zh);
    if (end == GJ_RENDERED)
        end = fill(arena, text.en, true, value, context, &parts, unknown);
    if (end == GJ_RENDERED)
        end = join(arena, &parts, &out->en);
    return end;
}
