#include "api.h"

static const gj_claim *claim_of(const void *object)
{
    return &gj_object_report(object)->claims[((const gj_claim_object *)object)->index];
}

gj_quote gj_claim_quote(const gj_report *report, const gj_claim *claim)
{
    gj_quote quote = gj_quote_paragraph(report, claim->paragraph);
    gj_quote words = gj_quote_of(quote.base, claim->in_text.begin, claim->in_text.end, quote.pointer);
    words.section = claim->section;
    words.paragraph = claim->paragraph;
    return words;
}

/* The sentence is a slice of the paragraph's text. */
static gj_quote sentence_quote(const gj_report *report, const gj_claim *claim)
{
    gj_quote quote = gj_claim_quote(report, claim);
    gj_slice text = quote.base->text;
    size_t begin = gj_slice_find(text, claim->sentence, 0);
    while (begin != GJ_NOT_FOUND && begin + claim->sentence.len < claim->in_text.end)
        begin = gj_slice_find(text, claim->sentence, begin + 1);
    if (begin == GJ_NOT_FOUND || claim->sentence.len == 0)
        return quote;
    quote.begin = begin;
    quote.end = begin + claim->sentence.len;
    quote.text = gj_slice_sub(text, quote.begin, quote.end);
    return quote;
}

static const gj_tie *tie_that_fits(const gj_claim *claim)
{
    if (claim->tie != GJ_TIES || !claim->kind || claim->tie_index >= claim->kind->tie_count)
        return NULL;
    return &claim->kind->ties[claim->tie_index];
}

/* What the cells say, by the first alternative that the form has; nil where it has none. */
static int claim_expected(lua_State *L)
{
    const gj_claim_object *object = gj_object_check(L, 1, &gj_class_claim);
    const gj_claim *claim = claim_of(object);
    for (size_t i = 0; claim->kind && i < claim->kind->tie_count; i++)
        if (gj_push_tie(L, object->head.api, &claim->kind->ties[i]))
            return 1;
    lua_pushnil(L);
    return 1;
}

static int next_alternative(lua_State *L)
{
    const gj_claim_object *object = gj_iterator_object(L);
    const gj_claim *claim = claim_of(object);
    size_t count = claim->kind ? claim->kind->tie_count : 0;
    for (size_t i = gj_iterator_position(L); i < count; i++)
        if (gj_push_tie(L, object->head.api, &claim->kind->ties[i])) {
            gj_iterator_move(L, i + 1);
            return 1;
        }
    gj_iterator_move(L, count);
    return 0;
}

static int claim_alternatives(lua_State *L)
{
    gj_object_check(L, 1, &gj_class_claim);
    return gj_iterator_push(L, next_alternative, 0);
}

enum { KEY, VALUE, TEXT, UNIT, CERTAINTY, ZERO_WORDS, YEAR, SECTION, QUOTE, SENTENCE, TIE, READING, UNSTATED };
static const char *const fields[] = { "key",     "value", "text",     "unit", "certainty", "zero_words", "year",
                                      "section", "quote", "sentence", "tie",  "reading",   "unstated",   NULL };

static void push_section_key(lua_State *L, const gj_report *report, size_t section)
{
    bool known = section < report->section_count && report->sections[section].form;
    gj_push_known(L, known ? report->sections[section].form->key : (gj_slice){ NULL, 0 });
}

static void push_year(lua_State *L, const gj_report *report, int year)
{
    int which = year ? year : report->year;
    if (which)
        lua_pushinteger(L, which);
    else
        lua_pushnil(L);
}

static void claim_field(lua_State *L, const void *object, int field)
{
    static const char *const certainties[] = { "exact", "about", "at_least" };
    static const char *const ties[] = { "none", "ties", "contradicts", "unknown" };
    const gj_claim *claim = claim_of(object);
    const gj_report *report = gj_object_report(object);
    const gj_tie *tie = tie_that_fits(claim);
    gj_quote quote = gj_claim_quote(report, claim);
    switch (field) {
    case KEY:
        gj_push_known(L, claim->kind ? claim->kind->key : (gj_slice){ NULL, 0 });
        break;
    case VALUE:
        gj_push_sum(L, gj_sum_of(claim->value));
        break;
    case TEXT:
        gj_push_slice(L, gj_slice_sub(quote.base->text, claim->number.begin, claim->number.end));
        break;
    case UNIT:
        gj_push_known(L, claim->unit);
        break;
    case CERTAINTY:
        lua_pushstring(L, certainties[claim->certainty]);
        break;
    case ZERO_WORDS:
        lua_pushboolean(L, claim->zero_words);
        break;
    case YEAR:
        push_year(L, report, claim->year);
        break;
    case SECTION:
        push_section_key(L, report, claim->section);
        break;
    case QUOTE:
        gj_push_quote(L, ((const gj_object *)object)->api, &quote);
        break;
    case SENTENCE:
        quote = sentence_quote(report, claim);
        gj_push_quote(L, ((const gj_object *)object)->api, &quote);
        break;
    case TIE:
        lua_pushstring(L, ties[claim->tie]);
        break;
    case READING:
        if (tie)
            gj_push_words(L, tie->reading);
        else
            lua_pushnil(L);
        break;
    default:
        lua_pushboolean(L, tie && tie->unstated);
    }
}

static const luaL_Reg methods[] = { { "expected", claim_expected },
                                    { "alternatives", claim_alternatives },
                                    { NULL, NULL } };

const gj_class gj_class_claim = { GJ_CLASS_CLAIM, "claim", fields, claim_field, methods, NULL, NULL };
