/** api.h - the objects that rules see (docs/rule-authors.md), as Lua userdata: what the api_*.c files share.
 *
 * One file a class. An object is a small userdata that points into the report; it carries the generation of the judging that made
 * it, and one kept beyond that is refused. Functions here may leave by longjmp (a Lua error), so they hold arena and Lua memory only;
 * where the arena runs out they say so in judging->nomem and raise.
 */
#ifndef GJ_JUDGE_API_H
#define GJ_JUDGE_API_H

#include <lauxlib.h>
#include <lua.h>

#include "judging.h"
#include "place.h"

typedef struct gj_class gj_class;

typedef enum gj_class_id {
    GJ_CLASS_REPORT,
    GJ_CLASS_SECTION,
    GJ_CLASS_QUOTE,
    GJ_CLASS_TABLE,
    GJ_CLASS_COLUMN,
    GJ_CLASS_ROW,
    GJ_CLASS_NUMBER,
    GJ_CLASS_CLAIM,
    GJ_CLASS_RELATION,
    GJ_CLASS_FINDING,
    GJ_CLASS_COUNT
} gj_class_id;

/** What a rule is called with. */
typedef struct gj_argument {
    int metatable, reference; /* in the registry */
    struct gj_object *object; /* the last one made, which `reference` keeps alive */
} gj_argument;

/** Two a Lua state: objects of the report at hand point to one, objects of last year's report to the other. */
typedef struct gj_api gj_api;
struct gj_api {
    gj_judging *judging;     /* NULL between reports */
    const gj_report *report; /* what its objects stand in; NULL: there is no prior */
    size_t first_table;      /* number of its first table in ids of cells */
    gj_api *own;             /* the report's; numbers are always its objects, for a sum may hold cells of both years */
    gj_api *prior;
    uint32_t generation;
    /* Of the classes, as references: one is found in a third of the time of a key. */
    int metatables[GJ_CLASS_COUNT];
    gj_argument arguments[3]; /* the report, the finding object, last year's report; of the own one only */
};

/** The head of every object. */
typedef struct gj_object {
    const char *tag; /* tells our userdata from others */
    gj_api *api;
    const gj_class *class;
    uint32_t generation;
} gj_object;

struct gj_class {
    gj_class_id id;
    const char *name;          /* as errors name it: "a cell number" */
    const char *const *fields; /* ended by NULL; a field's index is passed to `field` */
    void (*field)(lua_State *L, const void *object, int field); /* pushes one value */
    const luaL_Reg *methods;
    const luaL_Reg *metamethods; /* besides __index, __newindex, __name and __metatable; may be NULL */
    /* A key that is neither: push its value and return true; false: there is none. May be NULL. */
    bool (*other)(lua_State *L, const void *object, gj_slice key);
};

extern const gj_class gj_class_report, gj_class_section, gj_class_quote, gj_class_table, gj_class_column, gj_class_row,
    gj_class_number, gj_class_claim, gj_class_relation, gj_class_finding;

/** Open the API for a report: registers the classes where the state has none yet and pushes nothing. */
GJ_MUST_USE gj_status gj_api_begin(gj_judging *judging, gj_error *err);
/** Close it: objects of this report are stale from now on. */
void gj_api_end(gj_judging *judging);
/** Push the report and the finding object of the report at hand. For the judge, within a protected call. */
void gj_api_push_arguments(lua_State *L, const gj_judging *judging);
/** Push last year's report, or nil. */
void gj_api_push_prior(lua_State *L, const gj_judging *judging);

/* Objects */

/** A new object of `size` bytes on the stack; only its head is filled in. */
void *gj_object_push(lua_State *L, gj_api *api, const gj_class *class, size_t size);
/** The object at `index`, or NULL where it is none of ours; raises where it is stale. */
const gj_object *gj_object_at(lua_State *L, int index);
/** The object at `index`, which must be of the class. */
const void *gj_object_check(lua_State *L, int index, const gj_class *class);
static inline gj_judging *gj_object_judging(const void *object)
{
    return ((const gj_object *)object)->api->judging;
}
static inline const gj_report *gj_object_report(const void *object)
{
    return ((const gj_object *)object)->api->report;
}
static inline bool gj_api_is_prior(const gj_api *api)
{
    return api != api->own;
}
/** The id of a cell of the api's report. */
static inline gj_cell_id gj_api_cell(const gj_api *api, size_t table, size_t slot)
{
    return gj_cell_id_of(api->first_table + table, slot);
}
/** For the step functions of iterators: the object in upvalue 1, unless it is stale. */
const void *gj_iterator_object(lua_State *L);
/** The position in upvalue 2; setting it. */
size_t gj_iterator_position(lua_State *L);
void gj_iterator_move(lua_State *L, size_t position);
/** Push an iterator that gives nothing. Returns 1. */
int gj_iterator_none(lua_State *L);
/** Push a closure over the object at stack index 1, position 0, and `extra` more values from the top of the stack. Returns 1. */
int gj_iterator_push(lua_State *L, lua_CFunction step, int extra);
/** The same from another position on. */
int gj_iterator_push_at(lua_State *L, lua_CFunction step, size_t position, int extra);

/* Values */

void gj_push_slice(lua_State *L, gj_slice text);
/** nil where it is empty */
void gj_push_known(lua_State *L, gj_slice text);
/** { zh = …, en = … } */
void gj_push_words(lua_State *L, gj_words words);
/** An integer where it is whole, else a float. */
void gj_push_sum(lua_State *L, gj_sum sum);
gj_slice gj_string_at(lua_State *L, int index); /* raises where it is no string */
/** A string, or empty where nil or none. */
gj_slice gj_string_or_none(lua_State *L, int index);
/** Raise for memory of the arena. */
int gj_raise_nomem(lua_State *L, gj_judging *judging);

/* Pieces of text */

typedef struct gj_quote {
    const gj_text *base; /* the text it is a piece of; NULL: `text` and `span` stand alone */
    size_t begin, end;   /* bytes of the base's text */
    gj_slice text;
    gj_span span; /* where there is no base */
    gj_slice pointer;
    size_t section, paragraph; /* indexes into the report, or GJ_NOT_FOUND */
} gj_quote;

typedef struct gj_quote_object {
    gj_object head;
    gj_quote quote;
    gj_pattern *pattern; /* of the match it came from, or NULL */
    size_t group_count;
    gj_span groups[]; /* bytes of quote.text's base */
} gj_quote_object;

/** Bytes [begin, end) of a text. */
gj_quote gj_quote_of(const gj_text *base, size_t begin, size_t end, gj_slice pointer);
/** A whole paragraph. */
gj_quote gj_quote_paragraph(const gj_report *report, size_t paragraph);
/** Bytes of a paragraph. */
gj_quote gj_quote_part(const gj_report *report, size_t paragraph, gj_span place);
/** Bytes [begin, end) of the quote's own text. */
gj_quote gj_quote_cut(const gj_quote *quote, size_t begin, size_t end);
void gj_push_quote(lua_State *L, gj_api *api, const gj_quote *quote);
gj_target gj_target_quote(const gj_report *report, const gj_quote *quote);
/** The next match of the pattern in the quote at or after byte `from` (of the quote's text): pushes it and returns the byte after which to go on;
 *  GJ_NOT_FOUND where there is none (then nothing is pushed). */
size_t gj_quote_match(lua_State *L, gj_api *api, const gj_quote *quote, gj_pattern *pattern, size_t from);
/** Bytes are charged to the rule that searches them. Pushes the quote of the first `literal` and returns true, or pushes nothing. */
bool gj_quote_literal(lua_State *L, gj_api *api, const gj_quote *quote, gj_slice literal);

/* Sections, tables and what is in them */

typedef struct gj_section_object {
    gj_object head;
    size_t index;
} gj_section_object;

typedef struct gj_view_object { /* a table, or a row or column of it */
    gj_object head;
    size_t table, index;
} gj_view_object;

void gj_push_section(lua_State *L, gj_api *api, size_t index);
void gj_push_view(lua_State *L, gj_api *api, const gj_class *class, size_t table, size_t index);
/** Iterate over the paragraphs of a section (GJ_NOT_FOUND: of the preamble; GJ_ALL_SECTIONS: all). The object is at stack index 1. */
#define GJ_ALL_SECTIONS ((size_t)-2)
int gj_iterate_paragraphs(lua_State *L, size_t section);
int gj_iterate_search(lua_State *L, size_t section, int pattern_index);
/** report:spot: the words of a list, with their entries. */
int gj_iterate_spotted(lua_State *L, size_t section, int name_index);
/** report:doubled and report:unpaired: a table of quotes. */
int gj_list_doubled(lua_State *L, size_t section, size_t least);
int gj_list_unpaired(lua_State *L, size_t section, int groups_index);
int gj_find_literal(lua_State *L, size_t section, int literal_index);
/** The first literal of a list that stands there, as a quote, or nil. */
int gj_find_any(lua_State *L, size_t section, int list_index);
/** Iterate over the ASCII digit runs of all paragraphs that are at least as long as argument 2 says. */
int gj_iterate_digits(lua_State *L);
/** Iterate over the dates with a month: quote, year, month, day as numbers or nil. */
int gj_iterate_dates(lua_State *L);
/** Iterate over the paragraphs' leading numbers, short lines and torn beginnings (all, or the kind in argument 2): quote, kind, number. */
int gj_iterate_heads(lua_State *L);
/** The label above a cell as written; NULL or empty where none was seen. */
const gj_text *gj_header_label(const gj_bound_table *table, size_t row, size_t column);
/** Whether any form of the ruleset has such a row (column) in the table of this key. */
bool gj_any_form_has(const gj_report *report, gj_slice table, gj_slice row, gj_slice column);

/* Numbers */

typedef struct gj_number_object {
    gj_object head;
    gj_decimal constant;
    uint32_t count;
    bool is_cell; /* a cell itself, not an expression */
    gj_term terms[];
} gj_number_object;

/** An expression with room for `count` terms, on the stack; the caller fills them in. Raises past GJ_MAX_TERMS. */
gj_number_object *gj_push_expression(lua_State *L, gj_api *api, size_t count);
void gj_push_cell(lua_State *L, gj_api *api, gj_cell_id cell);
/** The linear form of a number object, or of a Lua number; raises where it is neither. */
gj_linear gj_linear_at(lua_State *L, int index);
/** A Lua number as a decimal; raises where it is too large or has more than six decimals. */
gj_decimal gj_decimal_at(lua_State *L, int index);
/** The sum of a tie's cells, on the stack; false (nothing pushed) where the form has none of them. */
bool gj_push_tie(lua_State *L, gj_api *api, const gj_tie *tie);

typedef struct gj_claim_object {
    gj_object head;
    size_t index;
} gj_claim_object;
gj_quote gj_claim_quote(const gj_report *report, const gj_claim *claim);

/* Break-downs, shares and changes, api_relation.c: methods of the report, and where one stands */
int gj_report_breakdowns(lua_State *L);
int gj_report_shares(lua_State *L);
int gj_report_changes(lua_State *L);
const gj_relation *gj_relation_at(const void *object);
gj_quote gj_relation_quote(const gj_report *report, const gj_relation *relation);

/* Methods of the report that compare texts, api_likeness.c */

int gj_report_likeness(lua_State *L);
int gj_report_repeats(lua_State *L);

/* What findings are made of, api_value.c */

/** Where the object at `index` stands; raises where it has no place. Of a number also its cells' row, column and table. */
gj_target gj_target_at(lua_State *L, int index, gj_judging *judging);
/** The value at `index` in words, copied and cut at GJ_MAX_VALUE; raises where it is nothing that can be shown. */
gj_words gj_words_at(lua_State *L, int index, gj_judging *judging, const char *name);

#endif
