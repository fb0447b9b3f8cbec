#include "saying.h"

#include "../base/utf8.h"
#include "mask.h"
#include "template.h"

int gj_saying_option(const gj_saying *s, const char *name)
{
    if (s->options)
        return lua_getfield(s->L, s->options, name);
    lua_pushnil(s->L);
    return LUA_TNIL;
}

static int absolute(const gj_saying *s)
{
    return lua_gettop(s->L);
}

/* Templates */

static bool equation_value(const gj_saying *s, gj_slice name, gj_words *out)
{
    gj_arena *arena = s->judging->arena;
    const gj_report *report = s->judging->report;
    if (!s->equation)
        return false;
    if (gj_slice_is(name, "left") || gj_slice_is(name, "right"))
        *out = gj_word_side(arena, report, s->equation, gj_slice_is(name, "left"));
    else if (gj_slice_is(name, "place"))
        *out = gj_word_place(arena, report, s->equation);
    else if (gj_slice_is(name, "equation"))
        *out = gj_word_equation(arena, report, s->equation);
    else if (gj_slice_is(name, "difference"))
        out->zh = out->en = gj_word_difference(arena, report, s->equation);
    else
        return false;
    return true;
}

static bool shared_value(const gj_saying *s, gj_slice name, gj_words *out)
{
    if (!s->about.table)
        return false;
    const gj_form_table *form = s->about.at.table->form;
    if (gj_slice_is(name, "table"))
        *out = form->name;
    else if (gj_slice_is(name, "row") && s->about.row)
        *out = form->rows[s->about.at.row].name;
    else if (gj_slice_is(name, "column") && s->about.column)
        *out = form->columns[s->about.at.column].name;
    else
        return false;
    return true;
}

/* A value by name: what the rule gave, else what the engine knows of the place. */
static bool value_of(void *context, gj_slice name, gj_words *out)
{
    const gj_saying *s = context;
    *out = (gj_words){ { NULL, 0 }, { NULL, 0 } };
    if (s->options) {
        lua_pushlstring(s->L, name.data, name.len);
        if (lua_gettable(s->L, s->options) != LUA_TNIL) {
            const char *shown = lua_pushlstring(s->L, name.data, name.len);
            *out = gj_words_at(s->L, -2, s->judging, shown);
            lua_pop(s->L, 2);
            return true;
        }
        lua_pop(s->L, 1);
    }
    if (!equation_value(s, name, out))
        return shared_value(s, name, out);
    if (!gj_words_ok(*out))
        gj_raise_nomem(s->L, s->judging);
    return true;
}

static gj_words render(gj_saying *s, gj_words template)
{
    gj_words words;
    gj_slice unknown = { NULL, 0 };
    switch (gj_template_render(s->judging->arena, template, value_of, s, &words, &unknown)) {
    case GJ_RENDERED:
        return words;
    case GJ_RENDER_UNKNOWN:
        lua_pushlstring(s->L, unknown.data, unknown.len);
        luaL_error(s->L, "the message needs a value \"%s\"", lua_tostring(s->L, -1));
        break;
    case GJ_RENDER_NOMEM:
        gj_raise_nomem(s->L, s->judging);
    }
    return words;
}

/* A template given in place: { zh = …, en = … }. */
static gj_words template_at(gj_saying *s, const char *name)
{
    int index = absolute(s);
    if (lua_getfield(s->L, index, "zh") != LUA_TSTRING || lua_getfield(s->L, index, "en") != LUA_TSTRING)
        luaL_error(s->L, "%s: expected { zh = …, en = … }", name);
    gj_words words = { gj_string_at(s->L, -2), gj_string_at(s->L, -1) };
    if (gj_template_check(words.zh) != GJ_NOT_FOUND || gj_template_check(words.en) != GJ_NOT_FOUND)
        luaL_error(s->L, "%s: a brace stands alone; write {{ or }} for the sign itself", name);
    return words; /* the strings stay on the stack */
}

static gj_words message_by_key(gj_saying *s, gj_slice key)
{
    const gj_rule *rule = s->judging->rule;
    for (size_t i = 0; i < rule->message_count; i++)
        if (gj_slice_equal(rule->messages[i].key, key))
            return rule->messages[i].words;
    luaL_error(s->L, "rule %s has no message \"%s\"", rule->id.data, key.data);
    return rule->title;
}

/* The message asked for; without one the engine's words for an equation, else the rule's default, else its title. */
static gj_words message(gj_saying *s)
{
    const gj_rule *rule = s->judging->rule;
    switch (gj_saying_option(s, "message")) {
    case LUA_TNIL:
        break;
    case LUA_TTABLE:
        return render(s, template_at(s, "message"));
    default:
        return render(s, message_by_key(s, gj_string_at(s->L, absolute(s))));
    }
    if (s->equation) {
        gj_words words = gj_word_failure(s->judging->arena, s->judging->report, s->equation);
        if (!gj_words_ok(words))
            gj_raise_nomem(s->L, s->judging);
        return words;
    }
    for (size_t i = 0; i < rule->message_count; i++)
        if (gj_slice_is(rule->messages[i].key, "default"))
            return render(s, rule->messages[i].words);
    return rule->title;
}

static gj_words remedy(gj_saying *s)
{
    if (gj_saying_option(s, "remedy") == LUA_TNIL)
        return render(s, s->judging->rule->remedy);
    luaL_checktype(s->L, absolute(s), LUA_TTABLE);
    return render(s, template_at(s, "remedy"));
}

static gj_severity severity(const gj_saying *s)
{
    const gj_rule *rule = s->judging->rule;
    if (gj_saying_option(s, "severity") == LUA_TNIL)
        return rule->severity;
    gj_slice word = gj_string_at(s->L, absolute(s));
    for (int i = GJ_INFO; i <= GJ_ERROR; i++)
        if (gj_slice_is(word, gj_severity_name((gj_severity)i))) {
            if (i > (int)rule->severity)
                luaL_error(s->L, "rule %s is declared \"%s\" and gives a finding \"%s\": declare the highest it gives",
                           rule->id.data, gj_severity_name(rule->severity), word.data);
            return (gj_severity)i;
        }
    luaL_error(s->L, "severity: expected error, warning or info, found \"%s\"", word.data);
    return rule->severity;
}

/* Places and cells */

void *gj_saying_array(gj_saying *s, size_t count, size_t size)
{
    void *items = gj_arena_array(s->judging->arena, count, size);
    if (!items)
        gj_raise_nomem(s->L, s->judging);
    return items;
}

/* The number of items of an option that is a list; it stays on the stack. */
static size_t list(gj_saying *s, const char *name, size_t most)
{
    if (gj_saying_option(s, name) == LUA_TNIL)
        return 0;
    luaL_checktype(s->L, absolute(s), LUA_TTABLE);
    size_t count = (size_t)luaL_len(s->L, absolute(s));
    if (count > most)
        luaL_error(s->L, "%s: at most %d items", name, (int)most);
    return count;
}

static void add_cells(gj_draft *draft, const gj_linear *form)
{
    for (size_t i = 0; i < form->count; i++)
        draft->cells[draft->cell_count++] = form->terms[i].cell;
}

static void take_cells(gj_saying *s, gj_draft *draft)
{
    size_t count = list(s, "cells", GJ_CELL_SLOTS), terms = 0;
    int index = absolute(s);
    for (size_t i = 1; i <= count; i++) {
        lua_geti(s->L, index, (lua_Integer)i);
        terms += gj_linear_at(s->L, -1).count;
        lua_pop(s->L, 1);
    }
    draft->cells = gj_saying_array(s, terms, sizeof *draft->cells);
    for (size_t i = 1; i <= count; i++) {
        lua_geti(s->L, index, (lua_Integer)i);
        gj_linear form = gj_linear_at(s->L, -1);
        if (form.count > terms - draft->cell_count)
            luaL_error(s->L, "cells: the list changed while it was read"); /* a metamethod can do that */
        add_cells(draft, &form);
        lua_pop(s->L, 1);
    }
}

/* What the place itself tells: its cells, where none are given, and the row, column and table that messages may name. */
static void take_subject(gj_saying *s, gj_draft *draft, int at)
{
    const gj_object *object = gj_object_at(s->L, at);
    const void *any = object;
    if (object && object->class == &gj_class_number) {
        gj_linear form = gj_linear_at(s->L, at);
        gj_equation alone = { .left = form };
        s->about = gj_equation_shared(s->judging->report, &alone);
        if (draft->cell_count == 0) {
            draft->cells = gj_saying_array(s, form.count, sizeof *draft->cells);
            add_cells(draft, &form);
        }
    } else if (object && (object->class == &gj_class_row || object->class == &gj_class_column ||
                          object->class == &gj_class_table)) {
        const gj_view_object *view = any;
        s->about = (gj_shared){ .table = true,
                                .row = object->class == &gj_class_row,
                                .column = object->class == &gj_class_column,
                                .at = { .report = object->api->report,
                                        .table = &object->api->report->tables[view->table],
                                        .table_index = view->table,
                                        .row = view->index,
                                        .column = view->index } };
    }
}

static void take_place(gj_saying *s, gj_draft *draft)
{
    if (gj_saying_option(s, "place") == LUA_TNIL)
        return;
    draft->place = gj_arena_copy(s->judging->arena, gj_string_at(s->L, absolute(s)));
    if (!draft->place.data)
        gj_raise_nomem(s->L, s->judging);
    if (gj_utf8_check(draft->place) != GJ_NOT_FOUND)
        luaL_error(s->L, "place: not valid UTF-8");
}

/* The primary spot and those of `quotes`. Without `at` an equation's place is settled by its diagnosis, and anything else is about the first cell
 * or the report. */
static void take_spots(gj_saying *s, gj_draft *draft)
{
    size_t more = list(s, "quotes", GJ_MAX_MARKS);
    int quotes = absolute(s);
    draft->spots = gj_saying_array(s, more + 1, sizeof *draft->spots);
    gj_target target = gj_target_report(s->judging->report);
    bool given = gj_saying_option(s, "at") != LUA_TNIL;
    if (given) {
        target = gj_target_at(s->L, absolute(s), s->judging);
        if (target.spot.prior)
            luaL_error(s->L,
                       "at: a finding stands in the report itself; what stands in last year's goes to quotes or cells");
        take_subject(s, draft, absolute(s));
    } else if (draft->cell_count) {
        target = gj_target_cell(s->judging->arena, s->judging->report, draft->cells[0]);
        if (!target.place.data)
            gj_raise_nomem(s->L, s->judging);
    }
    if (given || !s->equation) {
        draft->spots[draft->spot_count++] = target.spot;
        draft->place = target.place;
        draft->section = target.section;
        draft->quote = target.quote;
    }
    for (size_t i = 1; i <= more; i++) {
        lua_geti(s->L, quotes, (lua_Integer)i);
        draft->spots[draft->spot_count++] = gj_target_at(s->L, -1, s->judging).spot;
        lua_pop(s->L, 1);
    }
    take_place(s, draft);
}

/* `mask`: quotes whose text no output may show. What the fingerprint is made of must not give it away either. */
static void take_mask(gj_saying *s, gj_draft *draft)
{
    size_t count = list(s, "mask", GJ_MAX_MASKED);
    int index = absolute(s);
    for (size_t i = 1; i <= count; i++) {
        lua_geti(s->L, index, (lua_Integer)i);
        gj_target target = gj_target_at(s->L, -1, s->judging);
        if (target.quote.len == 0)
            luaL_error(s->L, "mask: expected quotes");
        if (!gj_mask_add(s->judging, target.quote, target.spot.span))
            gj_raise_nomem(s->L, s->judging);
        lua_pop(s->L, 1);
    }
    if (count == 0 || draft->quote.len == 0)
        return;
    draft->quote = gj_mask_text(s->judging, draft->quote);
    if (!draft->quote.data)
        gj_raise_nomem(s->L, s->judging);
}

gj_draft *gj_saying_draft(gj_saying *s, gj_outcome outcome)
{
    luaL_checkstack(s->L, 24, "too many values");
    gj_draft *draft = gj_saying_array(s, 1, sizeof *draft);
    draft->rule = s->judging->rule;
    draft->outcome = outcome;
    draft->severity = severity(s);
    if (!s->equation)
        take_cells(s, draft);
    else
        s->about = gj_equation_shared(s->judging->report, s->equation);
    gj_saying_option(s, "leads");
    draft->leads = lua_toboolean(s->L, absolute(s));
    take_spots(s, draft);
    take_mask(s, draft);
    draft->message = message(s);
    draft->remedy = remedy(s);
    return draft;
}
