#include "../base/utf8.h"
#include "../bind/sentence.h"
#include "api.h"

/* Pieces of the report's text. A piece counts bytes of the text it was cut from (its base), or, where it stands alone, of the file. */

gj_quote gj_quote_of(const gj_text *base, size_t begin, size_t end, gj_slice pointer)
{
    return (gj_quote){ .base = base,
                       .begin = begin,
                       .end = end,
                       .text = gj_slice_sub(base->text, begin, end),
                       .span = base->span,
                       .pointer = pointer,
                       .section = GJ_NOT_FOUND,
                       .paragraph = GJ_NOT_FOUND };
}

gj_quote gj_quote_paragraph(const gj_report *report, size_t index)
{
    const gj_paragraph *paragraph = &report->paragraphs[index];
    gj_quote quote = gj_quote_of(paragraph->text, 0, paragraph->text->text.len, paragraph->pointer);
    quote.section = paragraph->section;
    quote.paragraph = index;
    return quote;
}

gj_quote gj_quote_part(const gj_report *report, size_t paragraph, gj_span place)
{
    gj_quote quote = gj_quote_paragraph(report, paragraph);
    quote.begin = place.begin;
    quote.end = place.end;
    quote.text = gj_slice_sub(quote.base->text, place.begin, place.end);
    return quote;
}

static size_t origin(const gj_quote *quote)
{
    return quote->base ? quote->begin : quote->span.begin;
}

/* Another piece of the same base, or of the file where it stands alone. */
static gj_quote piece(const gj_quote *of, size_t begin, size_t end)
{
    gj_quote quote = *of;
    if (of->base) {
        quote.begin = begin;
        quote.end = end;
        quote.text = gj_slice_sub(of->base->text, begin, end);
    } else {
        quote.span = (gj_span){ begin, end };
        quote.text = (gj_slice){ of->text.data + begin - of->span.begin, end - begin };
    }
    return quote;
}

gj_quote gj_quote_cut(const gj_quote *quote, size_t begin, size_t end)
{
    return piece(quote, origin(quote) + begin, origin(quote) + end);
}

static gj_quote_object *push(lua_State *L, gj_api *api, const gj_quote *quote, size_t groups)
{
    gj_quote_object *object =
        gj_object_push(L, api, &gj_class_quote, sizeof(gj_quote_object) + groups * sizeof(gj_span));
    object->quote = *quote;
    object->pattern = NULL;
    object->group_count = groups;
    return object;
}

void gj_push_quote(lua_State *L, gj_api *api, const gj_quote *quote)
{
    (void)push(L, api, quote, 0);
}

static gj_slice section_key(const gj_report *report, size_t section)
{
    if (section >= report->section_count || !report->sections[section].form)
        return (gj_slice){ NULL, 0 };
    return report->sections[section].form->key;
}

/* A text's logical place is its section; what stands in none is the title, or what comes before the first section. */
static gj_slice place_of(const gj_report *report, const gj_quote *quote)
{
    gj_slice key = section_key(report, quote->section);
    if (key.len)
        return key;
    if (quote->section != GJ_NOT_FOUND)
        return GJ_LIT("section"); /* an extra one */
    if (quote->base == &report->title)
        return GJ_LIT("title");
    return quote->paragraph != GJ_NOT_FOUND ? GJ_LIT("preamble") : GJ_LIT("report");
}

gj_target gj_target_quote(const gj_report *report, const gj_quote *quote)
{
    gj_target target = { .section = section_key(report, quote->section), .quote = quote->text };
    target.place = place_of(report, quote);
    target.spot.span = quote->base ? gj_text_span(quote->base, quote->begin, quote->end) : quote->span;
    target.spot.pointer = quote->pointer;
    return target;
}

static const gj_quote_object *self(lua_State *L)
{
    return gj_object_check(L, 1, &gj_class_quote);
}

/* Searching */

size_t gj_quote_match(lua_State *L, gj_api *api, const gj_quote *quote, gj_pattern *pattern, size_t from)
{
    gj_match match;
    if (from > quote->text.len || !gj_sandbox_search(L, pattern, quote->text, from, &match))
        return GJ_NOT_FOUND;
    size_t start = origin(quote);
    gj_quote found = piece(quote, start + match.whole.begin, start + match.whole.end);
    gj_quote_object *object = push(L, api, &found, match.group_count);
    object->pattern = pattern;
    for (size_t i = 0; i < match.group_count; i++) {
        gj_span group = match.groups[i];
        bool set = group.begin != GJ_NOT_FOUND;
        object->groups[i] =
            set ? (gj_span){ start + group.begin, start + group.end } : (gj_span){ GJ_NOT_FOUND, GJ_NOT_FOUND };
    }
    if (match.whole.end > match.whole.begin || match.whole.end >= quote->text.len)
        return match.whole.end > match.whole.begin ? match.whole.end : match.whole.end + 1;
    size_t next = match.whole.end; /* an empty match: go on behind the next character */
    (void)gj_utf8_next(quote->text, &next);
    return next;
}

bool gj_quote_literal(lua_State *L, gj_api *api, const gj_quote *quote, gj_slice literal)
{
    gj_sandbox_charge(L, quote->text.len / 64 + 1);
    size_t at = gj_slice_find(quote->text, literal, 0);
    if (at == GJ_NOT_FOUND)
        return false;
    size_t start = origin(quote);
    gj_quote found = piece(quote, start + at, start + at + literal.len);
    gj_push_quote(L, api, &found);
    return true;
}

static int quote_find(lua_State *L)
{
    const gj_quote_object *object = self(L);
    if (gj_quote_match(L, object->head.api, &object->quote, gj_sandbox_pattern(L, 2), 0) == GJ_NOT_FOUND)
        lua_pushnil(L);
    return 1;
}

static int quote_contains(lua_State *L)
{
    const gj_quote_object *object = self(L);
    if (!gj_quote_literal(L, object->head.api, &object->quote, gj_string_at(L, 2)))
        lua_pushnil(L);
    return 1;
}

static int next_match(lua_State *L)
{
    const gj_quote_object *object = gj_iterator_object(L);
    gj_pattern *pattern = lua_touserdata(L, lua_upvalueindex(3));
    size_t next = gj_quote_match(L, object->head.api, &object->quote, pattern, gj_iterator_position(L));
    gj_iterator_move(L, next == GJ_NOT_FOUND ? object->quote.text.len + 1 : next);
    return next != GJ_NOT_FOUND;
}

static int quote_search(lua_State *L)
{
    self(L);
    lua_pushlightuserdata(L, gj_sandbox_pattern(L, 2));
    return gj_iterator_push(L, next_match, 1);
}

static int quote_group(lua_State *L)
{
    const gj_quote_object *object = self(L);
    size_t index = 0;
    if (lua_type(L, 2) == LUA_TSTRING && object->pattern) {
        index = gj_pattern_group(object->pattern, lua_tostring(L, 2));
        if (index == 0)
            return luaL_error(L, "the pattern has no group \"%s\"", lua_tostring(L, 2));
    } else if (lua_isinteger(L, 2) && lua_tointeger(L, 2) >= 0) {
        index = (size_t)lua_tointeger(L, 2);
    } else {
        return luaL_error(L, object->pattern ? "group: expected a number or a name" : "only a match has groups");
    }
    if (index >= object->group_count || object->groups[index].begin == GJ_NOT_FOUND) {
        lua_pushnil(L);
        return 1;
    }
    gj_quote group = piece(&object->quote, object->groups[index].begin, object->groups[index].end);
    gj_push_quote(L, object->head.api, &group);
    return 1;
}

/* Around it */

static int quote_sentence(lua_State *L)
{
    const gj_quote_object *object = self(L);
    const gj_quote *quote = &object->quote;
    gj_quote sentence = *quote;
    if (quote->base) {
        gj_span span = gj_sentence_at(quote->base->text, quote->begin);
        sentence = piece(quote, span.begin, span.end);
    }
    gj_push_quote(L, object->head.api, &sentence);
    return 1;
}

static int next_sentence(lua_State *L)
{
    const gj_quote_object *object = gj_iterator_object(L);
    const gj_quote *quote = &object->quote;
    gj_span span;
    if (!gj_sentence_next(quote->text, gj_iterator_position(L), &span)) {
        gj_iterator_move(L, quote->text.len);
        return 0;
    }
    gj_iterator_move(L, span.end);
    gj_quote sentence = piece(quote, origin(quote) + span.begin, origin(quote) + span.end);
    gj_push_quote(L, object->head.api, &sentence);
    return 1;
}

static int quote_sentences(lua_State *L)
{
    self(L);
    return gj_iterator_push(L, next_sentence, 0);
}

static int quote_paragraph(lua_State *L)
{
    const gj_quote_object *object = self(L);
    gj_quote whole = object->quote;
    if (whole.base)
        whole = piece(&object->quote, 0, whole.base->text.len);
    gj_push_quote(L, object->head.api, &whole);
    return 1;
}

/* Up to `most` characters of `text` from byte `at`, forwards or backwards; where they end. */
static size_t walk(gj_slice text, size_t at, lua_Integer most, bool forwards)
{
    for (lua_Integer i = 0; i < most && (forwards ? at < text.len : at > 0); i++) {
        if (forwards)
            (void)gj_utf8_next(text, &at);
        else
            (void)gj_utf8_prev(text, &at);
    }
    return at;
}

static int push_neighbour(lua_State *L, bool after)
{
    const gj_quote *quote = &self(L)->quote;
    lua_Integer most = luaL_checkinteger(L, 2);
    gj_slice text = { NULL, 0 };
    if (quote->base && after)
        text = gj_slice_sub(quote->base->text, quote->end, walk(quote->base->text, quote->end, most, true));
    else if (quote->base)
        text = gj_slice_sub(quote->base->text, walk(quote->base->text, quote->begin, most, false), quote->begin);
    gj_push_slice(L, text);
    return 1;
}

static int quote_before(lua_State *L)
{
    return push_neighbour(L, false);
}

static int quote_after(lua_State *L)
{
    return push_neighbour(L, true);
}

/* The first or last characters of the piece itself. */
static int quote_first(lua_State *L)
{
    gj_slice text = self(L)->quote.text;
    gj_push_slice(L, gj_slice_sub(text, 0, walk(text, 0, luaL_checkinteger(L, 2), true)));
    return 1;
}

static int quote_last(lua_State *L)
{
    gj_slice text = self(L)->quote.text;
    gj_push_slice(L, gj_slice_sub(text, walk(text, text.len, luaL_checkinteger(L, 2), false), text.len));
    return 1;
}

static int quote_text(lua_State *L)
{
    gj_push_slice(L, self(L)->quote.text);
    return 1;
}

enum { TEXT, SECTION, CHARS, HEADING };
static const char *const fields[] = { "text", "section", "chars", "heading", NULL };

static void quote_field(lua_State *L, const void *object, int field)
{
    const gj_quote *quote = &((const gj_quote_object *)object)->quote;
    const gj_report *report = gj_object_report(object);
    switch (field) {
    case TEXT:
        gj_push_slice(L, quote->text);
        break;
    case SECTION:
        gj_push_known(L, section_key(report, quote->section));
        break;
    case CHARS:
        lua_pushinteger(L, (lua_Integer)gj_utf8_count(quote->text));
        break;
    default:
        lua_pushboolean(L, quote->paragraph != GJ_NOT_FOUND && report->paragraphs[quote->paragraph].heading);
    }
}

static const luaL_Reg methods[] = { { "search", quote_search },       { "find", quote_find },
                                    { "contains", quote_contains },   { "group", quote_group },
                                    { "sentence", quote_sentence },   { "sentences", quote_sentences },
                                    { "paragraph", quote_paragraph }, { "before", quote_before },
                                    { "after", quote_after },         { "first", quote_first },
                                    { "last", quote_last },           { NULL, NULL } };
static const luaL_Reg metamethods[] = { { "__tostring", quote_text }, { NULL, NULL } };

const gj_class gj_class_quote = { GJ_CLASS_QUOTE, "quote", fields, quote_field, methods, metamethods, NULL };
