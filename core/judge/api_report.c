#include "../base/repeat.h"
#include "api.h"

static const gj_report *self(lua_State *L)
{
    return gj_object_report(gj_object_check(L, 1, &gj_class_report));
}

static gj_api *api_of(lua_State *L)
{
    return gj_object_at(L, 1)->api;
}

/* The section of a key; GJ_NOT_FOUND where only another form has it; raises where none has. Without a key, `none`. */
static size_t section_argument(lua_State *L, const gj_report *report, int argument, size_t none)
{
    gj_slice key = gj_string_or_none(L, argument);
    if (!key.data)
        return none;
    for (size_t i = 0; i < report->section_count; i++)
        if (report->sections[i].form && gj_slice_equal(report->sections[i].form->key, key))
            return i;
    for (size_t i = 0; i < report->forms->form_count; i++)
        if (gj_form_section_by_key(&report->forms->forms[i], key))
            return report->section_count; /* no paragraph stands there */
    luaL_error(L, "no form has a section \"%s\"", key.data);
    return none;
}

/* Text */

static int report_paragraphs(lua_State *L)
{
    return gj_iterate_paragraphs(L, section_argument(L, self(L), 2, GJ_ALL_SECTIONS));
}

static int report_preamble(lua_State *L)
{
    self(L);
    return gj_iterate_paragraphs(L, GJ_NOT_FOUND);
}

static int report_search(lua_State *L)
{
    return gj_iterate_search(L, section_argument(L, self(L), 3, GJ_ALL_SECTIONS), 2);
}

static int report_contains(lua_State *L)
{
    return gj_find_literal(L, section_argument(L, self(L), 3, GJ_ALL_SECTIONS), 2);
}

static int report_spot(lua_State *L)
{
    return gj_iterate_spotted(L, section_argument(L, self(L), 3, GJ_ALL_SECTIONS), 2);
}

static int report_doubled(lua_State *L)
{
    lua_Integer least = luaL_checkinteger(L, 2);
    luaL_argcheck(L, least >= 1 && least <= GJ_REPEAT_MOST, 2, "expected 1 to 4 characters");
    return gj_list_doubled(L, section_argument(L, self(L), 3, GJ_ALL_SECTIONS), (size_t)least);
}

static int report_unpaired(lua_State *L)
{
    return gj_list_unpaired(L, section_argument(L, self(L), 3, GJ_ALL_SECTIONS), 2);
}

static int report_any(lua_State *L)
{
    return gj_find_any(L, section_argument(L, self(L), 3, GJ_ALL_SECTIONS), 2);
}

/* Sections */

static int report_section(lua_State *L)
{
    const gj_report *report = self(L);
    luaL_checktype(L, 2, LUA_TSTRING);
    size_t index = section_argument(L, report, 2, GJ_NOT_FOUND);
    if (index < report->section_count)
        gj_push_section(L, api_of(L), index);
    else
        lua_pushnil(L);
    return 1;
}

static int next_section(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    size_t at = gj_iterator_position(L);
    if (at >= gj_object_report(object)->form_section_count)
        return 0;
    gj_iterator_move(L, at + 1);
    gj_push_section(L, object->api, at);
    return 1;
}

static int report_sections(lua_State *L)
{
    self(L);
    return gj_iterator_push(L, next_section, 0);
}

/* The position is one more than the order of the last one. */
static int next_found_section(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_report *report = gj_object_report(object);
    size_t least = gj_iterator_position(L), found = GJ_NOT_FOUND;
    for (size_t i = 0; i < report->section_count; i++) {
        const gj_section *section = &report->sections[i];
        if (section->present && section->order >= least &&
            (found == GJ_NOT_FOUND || section->order < report->sections[found].order))
            found = i;
    }
    if (found == GJ_NOT_FOUND)
        return 0;
    gj_iterator_move(L, report->sections[found].order + 1);
    gj_push_section(L, object->api, found);
    return 1;
}

static int report_found_sections(lua_State *L)
{
    self(L);
    return gj_iterator_push(L, next_found_section, 0);
}

/* Tables and cells */

/* Pushes the table or nil where it is not there; false where no form knows the key. */
static bool push_table(lua_State *L, gj_api *api, const gj_report *report, gj_slice key)
{
    for (size_t i = 0; i < report->table_count; i++)
        if (gj_slice_equal(report->tables[i].form->key, key)) {
            if (report->tables[i].present)
                gj_push_view(L, api, &gj_class_table, i, 0);
            else
                lua_pushnil(L);
            return true;
        }
    const gj_slice none = { NULL, 0 };
    if (!gj_any_form_has(report, key, none, none))
        return false;
    lua_pushnil(L);
    return true;
}

static int report_table(lua_State *L)
{
    const gj_report *report = self(L);
    gj_slice key = gj_string_at(L, 2);
    if (!push_table(L, api_of(L), report, key))
        return luaL_error(L, "no form has a table \"%s\"", key.data);
    return 1;
}

static bool report_other(lua_State *L, const void *object, gj_slice key)
{
    return push_table(L, ((const gj_object *)object)->api, gj_object_report(object), key);
}

/* Whether some form has the cell "table.row.column" (rows and tables may hold dots; the first and the last part do not). */
static bool known_path(const gj_report *report, gj_slice path)
{
    size_t first = gj_slice_find(path, GJ_LIT("."), 0), last = first;
    for (size_t at = first; at != GJ_NOT_FOUND; at = gj_slice_find(path, GJ_LIT("."), at + 1))
        last = at;
    if (first == GJ_NOT_FOUND || first == last)
        return false;
    gj_slice row = gj_slice_sub(path, first + 1, last), column = gj_slice_sub(path, last + 1, path.len);
    return row.len && column.len && gj_any_form_has(report, gj_slice_sub(path, 0, first), row, column);
}

static int report_cell(lua_State *L)
{
    const gj_report *report = self(L);
    gj_slice path = gj_string_at(L, 2);
    const gj_bound_table *table;
    size_t row, column;
    if (gj_report_cell(report, path, &table, &row, &column))
        gj_push_cell(
            L, api_of(L),
            gj_api_cell(api_of(L), (size_t)(table - report->tables), row * table->form->column_count + column));
    else if (known_path(report, path))
        lua_pushnil(L);
    else
        return luaL_error(L, "no form has a cell \"%s\"", path.data);
    return 1;
}

/* Claims: upvalue 3 is the kind (nil: any kind and year), 4 the section, 5 whether only approximations are wanted. The position is the next
 * claim of the kind, wherever it stands. */

typedef struct claim_wish {
    const gj_claim_kind *kind;
    size_t section;
    bool rounded;
} claim_wish;

/* The first claim that is wanted, from `at` on; GJ_NOT_FOUND where there is none. */
static size_t claim_from(const gj_report *report, const claim_wish *wish, size_t at)
{
    while (at < report->claim_count) {
        const gj_claim *claim = &report->claims[at];
        bool own_year = claim->year == 0 || claim->year == report->year;
        bool here = wish->section == GJ_ALL_SECTIONS || claim->section == wish->section;
        if ((!wish->kind || (own_year && here)) && !(wish->rounded && claim->certainty == GJ_EXACT))
            return at;
        at = wish->kind ? claim->next : at + 1;
    }
    return GJ_NOT_FOUND;
}

static int next_claim(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_report *report = gj_object_report(object);
    claim_wish wish = { .kind = lua_touserdata(L, lua_upvalueindex(3)),
                        .section = (size_t)lua_tointeger(L, lua_upvalueindex(4)),
                        .rounded = lua_toboolean(L, lua_upvalueindex(5)) };
    size_t at = claim_from(report, &wish, gj_iterator_position(L));
    if (at == GJ_NOT_FOUND) {
        gj_iterator_move(L, report->claim_count);
        return 0;
    }
    gj_iterator_move(L, wish.kind ? report->claims[at].next : at + 1);
    gj_claim_object *pushed = gj_object_push(L, object->api, &gj_class_claim, sizeof *pushed);
    pushed->index = at;
    return 1;
}

static gj_claim_kind *kind_argument(lua_State *L, const gj_report *report, int argument)
{
    gj_slice key = gj_string_at(L, argument);
    for (size_t i = 0; i < report->forms->claim_count; i++)
        if (gj_slice_equal(report->forms->claims[i].key, key))
            return &report->forms->claims[i];
    luaL_error(L, "no claim kind \"%s\"", key.data);
    return NULL;
}

static int report_claims(lua_State *L)
{
    const gj_report *report = self(L);
    gj_claim_kind *kind = kind_argument(L, report, 2);
    claim_wish wish = { .kind = kind, .section = section_argument(L, report, 3, GJ_ALL_SECTIONS) };
    size_t first = claim_from(report, &wish, report->first_claims[kind - report->forms->claims]);
    if (first == GJ_NOT_FOUND)
        return gj_iterator_none(L);
    lua_pushlightuserdata(L, kind);
    lua_pushinteger(L, (lua_Integer)wish.section);
    lua_pushboolean(L, false);
    return gj_iterator_push_at(L, next_claim, first, 3);
}

/* all_claims(), all_claims("rounded") */
static int report_all_claims(lua_State *L)
{
    gj_slice which = gj_string_or_none(L, 2);
    self(L);
    if (which.data && !gj_slice_is(which, "rounded"))
        return luaL_error(L, "all_claims() or all_claims(\"rounded\"), not \"%s\"", which.data);
    lua_pushnil(L);
    lua_pushinteger(L, (lua_Integer)GJ_ALL_SECTIONS);
    lua_pushboolean(L, which.data != NULL);
    return gj_iterator_push(L, next_claim, 3);
}

/* The section in which bytes from `begin` on stand, or GJ_NOT_FOUND: a notice is of no paragraph. */
static size_t section_at(const gj_report *report, size_t begin)
{
    size_t found = GJ_NOT_FOUND;
    for (size_t i = 0; i < report->section_count && begin != GJ_NOWHERE; i++) {
        const gj_section *section = &report->sections[i];
        size_t heading = section->heading.span.begin;
        if (section->present && heading <= begin &&
            (found == GJ_NOT_FOUND || heading > report->sections[found].heading.span.begin))
            found = i;
    }
    return found;
}

/* Notices: upvalue 3 is the kind or nil. */
static int next_notice(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_report *report = gj_object_report(object);
    gj_slice kind = gj_string_or_none(L, lua_upvalueindex(3));
    for (size_t i = gj_iterator_position(L); i < report->notice_count; i++) {
        const gj_notice *notice = &report->notices[i];
        if (kind.data && !gj_slice_equal(kind, notice->kind))
            continue;
        gj_iterator_move(L, i + 1);
        lua_createtable(L, 0, 3);
        gj_push_slice(L, notice->kind);
        lua_setfield(L, -2, "kind");
        gj_push_slice(L, notice->text);
        lua_setfield(L, -2, "text");
        gj_quote quote = { .text = notice->text,
                           .span = notice->span,
                           .pointer = notice->pointer,
                           .section = section_at(report, notice->span.begin),
                           .paragraph = GJ_NOT_FOUND };
        gj_push_quote(L, object->api, &quote);
        lua_setfield(L, -2, "quote");
        return 1;
    }
    gj_iterator_move(L, report->notice_count);
    return 0;
}

static int report_notices(lua_State *L)
{
    self(L);
    (void)gj_string_or_none(L, 2);
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    return gj_iterator_push(L, next_notice, 1);
}

/* Scans, api_scan.c */

static int report_digit_runs(lua_State *L)
{
    self(L);
    return gj_iterate_digits(L);
}

static int report_dates(lua_State *L)
{
    self(L);
    return gj_iterate_dates(L);
}

static int report_heads(lua_State *L)
{
    self(L);
    return gj_iterate_heads(L);
}

/* Fields */

enum { YEAR, TITLE_YEAR, FORM, FORMAT, PUBLISHED, TITLE, LEVEL, KIND, SCOPE, PROVINCE, PRIOR, NAME, FILE_NAME };
static const char *const fields[] = { "year", "title_year", "form",     "format", "published", "title", "level",
                                      "kind", "scope",      "province", "prior",  "name",      "file",  NULL };

static void push_year(lua_State *L, int year)
{
    if (year)
        lua_pushinteger(L, year);
    else
        lua_pushnil(L);
}

static void push_title(lua_State *L, const gj_object *object, const gj_report *report)
{
    if (report->title.text.len == 0) {
        lua_pushnil(L);
        return;
    }
    gj_quote quote = gj_quote_of(&report->title, 0, report->title.text.len, gj_target_report(report).spot.pointer);
    gj_push_quote(L, object->api, &quote);
}

/* The name without its folders; nil where the report came through a pipe. */
static void push_file_name(lua_State *L, gj_slice path)
{
    size_t begin = path.len;
    while (begin > 0 && path.data[begin - 1] != '/')
        begin--;
    gj_slice name = gj_slice_sub(path, begin, path.len);
    gj_push_known(L, gj_slice_is(path, "-") ? (gj_slice){ NULL, 0 } : name);
}

static void report_field(lua_State *L, const void *object, int field)
{
    const gj_report *report = gj_object_report(object);
    switch (field) {
    case YEAR:
        push_year(L, report->year);
        break;
    case TITLE_YEAR:
        push_year(L, report->title_year);
        break;
    case FORM:
        gj_push_known(L, report->form ? report->form->id : (gj_slice){ NULL, 0 });
        break;
    case FORMAT:
        lua_pushstring(L, gj_format_name(report->document->format));
        break;
    case PUBLISHED:
        gj_push_known(L, report->published);
        break;
    case TITLE:
        push_title(L, object, report);
        break;
    case LEVEL:
        gj_push_known(L, report->level.value);
        break;
    case KIND:
        gj_push_known(L, report->issuer_kind.value);
        break;
    case SCOPE:
        gj_push_known(L, report->scope.value);
        break;
    case PROVINCE:
        gj_push_known(L, report->province.value);
        break;
    case PRIOR:
        gj_object_judging(object)->asked_prior = true;
        if (gj_api_is_prior(((const gj_object *)object)->api))
            lua_pushnil(L);
        else
            gj_api_push_prior(L, gj_object_judging(object));
        break;
    case FILE_NAME:
        push_file_name(L, report->document->source->name);
        break;
    default:
        gj_push_known(L, report->name.value);
    }
}

static const luaL_Reg methods[] = { { "table", report_table },
                                    { "section", report_section },
                                    { "sections", report_sections },
                                    { "found_sections", report_found_sections },
                                    { "paragraphs", report_paragraphs },
                                    { "preamble", report_preamble },
                                    { "search", report_search },
                                    { "contains", report_contains },
                                    { "spot", report_spot },
                                    { "doubled", report_doubled },
                                    { "unpaired", report_unpaired },
                                    { "any", report_any },
                                    { "cell", report_cell },
                                    { "claims", report_claims },
                                    { "all_claims", report_all_claims },
                                    { "breakdowns", gj_report_breakdowns },
                                    { "shares", gj_report_shares },
                                    { "changes", gj_report_changes },
                                    { "notices", report_notices },
                                    { "digit_runs", report_digit_runs },
                                    { "dates", report_dates },
                                    { "heads", report_heads },
                                    { "likeness", gj_report_likeness },
                                    { "repeats", gj_report_repeats },
                                    { NULL, NULL } };

const gj_class gj_class_report = { GJ_CLASS_REPORT, "report", fields, report_field, methods, NULL, report_other };
