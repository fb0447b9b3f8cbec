#include "../base/utf8.h"
#include "../bind/labels.h"
#include "api.h"

/* Walks over all paragraphs for what rules ask of every report and patterns find slowly: long numbers, dates, leading numbers.
 * Each iterator keeps the paragraph in its position and, where it goes on within one, the byte in upvalue 4. */

#define SHORT_LINE 20 /* code points of a line that can be a sub-heading */

static void push_piece(lua_State *L, const gj_object *object, size_t paragraph, size_t begin, size_t end)
{
    const gj_report *report = gj_object_report(object);
    const gj_paragraph *at = &report->paragraphs[paragraph];
    gj_quote quote = gj_quote_of(at->text, begin, end, at->pointer);
    quote.section = at->section;
    quote.paragraph = paragraph;
    gj_push_quote(L, object->api, &quote);
}

static void go_on_at(lua_State *L, size_t paragraph, size_t byte)
{
    lua_pushinteger(L, (lua_Integer)byte);
    lua_replace(L, lua_upvalueindex(4));
    gj_iterator_move(L, paragraph);
}

static bool is_digit(gj_slice s, size_t at)
{
    return at < s.len && s.data[at] >= '0' && s.data[at] <= '9';
}

/* Numbers: upvalue 3 is the least length. */

/* A run of `least` digits covers every place that far from where it is looked for. */
static bool find_digits(gj_slice s, size_t from, size_t least, gj_span *out)
{
    size_t at = from;
    while (s.len - at >= least) {
        if (!is_digit(s, at + least - 1)) {
            at += least;
            continue;
        }
        size_t begin = at + least - 1, end = begin + 1;
        while (begin > at && is_digit(s, begin - 1))
            begin--;
        while (is_digit(s, end))
            end++;
        if (end - begin >= least) {
            *out = (gj_span){ begin, end };
            return true;
        }
        at = end;
    }
    return false;
}

static int next_digits(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_report *report = gj_object_report(object);
    size_t least = (size_t)lua_tointeger(L, lua_upvalueindex(3)), from = (size_t)lua_tointeger(L, lua_upvalueindex(4));
    for (size_t i = gj_iterator_position(L); i < report->paragraph_count; i++, from = 0) {
        gj_span run;
        gj_slice text = report->paragraphs[i].text->text;
        gj_sandbox_charge(L, text.len / 64 + 1);
        if (!find_digits(text, from, least, &run))
            continue;
        push_piece(L, object, i, run.begin, run.end);
        go_on_at(L, i, run.end);
        return 1;
    }
    gj_iterator_move(L, report->paragraph_count);
    return 0;
}

int gj_iterate_digits(lua_State *L)
{
    lua_Integer least = luaL_checkinteger(L, 2);
    luaL_argcheck(L, least > 0, 2, "at least one digit");
    lua_pushinteger(L, least);
    lua_pushinteger(L, 0);
    return gj_iterator_push(L, next_digits, 2);
}

/* Dates: 2024年1月20日, 1月20日, 2024年1月, with blanks between. */

typedef struct date {
    size_t begin, end;
    lua_Integer year, month, day; /* -1: not there */
} date;

static size_t back_over_blanks(gj_slice s, size_t at)
{
    for (size_t before = at; before > 0; before = at) {
        if (!gj_is_space(gj_utf8_prev(s, &before)))
            break;
        at = before;
    }
    return at;
}

static size_t over_blanks(gj_slice s, size_t at)
{
    for (size_t next = at; next < s.len; at = next)
        if (!gj_is_space(gj_utf8_next(s, &next)))
            break;
    return at;
}

/* The number that ends at `end`, at most nine digits of it; -1 where there is none. */
static lua_Integer number_before(gj_slice s, size_t end, size_t *begin)
{
    size_t at = back_over_blanks(s, end);
    size_t stop = at;
    while (at > 0 && stop - at < 9 && is_digit(s, at - 1))
        at--;
    *begin = at;
    lua_Integer value = at < stop ? 0 : -1;
    for (size_t i = at; i < stop; i++)
        value = value * 10 + (s.data[i] - '0');
    return value;
}

static lua_Integer number_after(gj_slice s, size_t from, size_t *end)
{
    size_t at = over_blanks(s, from), start = at;
    lua_Integer value = 0;
    for (; is_digit(s, at) && at - start < 9; at++)
        value = value * 10 + (s.data[at] - '0');
    *end = at;
    return at > start ? value : -1;
}

/* The date around the 月 at byte `month`; false where no number stands before it. */
static bool read_date(gj_slice s, size_t month, date *out)
{
    const gj_slice year = GJ_LIT("年"), day = GJ_LIT("日");
    size_t begin, end = month + 3;
    *out = (date){ .year = -1, .day = -1, .end = end };
    out->month = number_before(s, month, &out->begin);
    if (out->month < 0)
        return false;
    size_t before = back_over_blanks(s, out->begin);
    if (gj_slice_ends(gj_slice_sub(s, 0, before), year)) {
        out->year = number_before(s, before - year.len, &begin);
        if (out->year >= 0)
            out->begin = begin;
    }
    lua_Integer value = number_after(s, month + 3, &end);
    size_t sign = over_blanks(s, end);
    if (value >= 0 && gj_slice_starts(gj_slice_sub(s, sign, s.len), day)) {
        out->day = value;
        out->end = sign + day.len;
    }
    return true;
}

static void push_part(lua_State *L, lua_Integer value)
{
    if (value >= 0)
        lua_pushinteger(L, value);
    else
        lua_pushnil(L);
}

static int next_date(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_report *report = gj_object_report(object);
    size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(4));
    for (size_t i = gj_iterator_position(L); i < report->paragraph_count; i++, from = 0) {
        gj_slice text = report->paragraphs[i].text->text;
        gj_sandbox_charge(L, text.len / 64 + 1);
        for (size_t at; (at = gj_slice_find(text, GJ_LIT("月"), from)) != GJ_NOT_FOUND;) {
            date found;
            from = at + 3;
            if (!read_date(text, at, &found))
                continue;
            push_piece(L, object, i, found.begin, found.end);
            push_part(L, found.year);
            push_part(L, found.month);
            push_part(L, found.day);
            go_on_at(L, i, found.end);
            return 4;
        }
    }
    gj_iterator_move(L, report->paragraph_count);
    return 0;
}

int gj_iterate_dates(lua_State *L)
{
    lua_pushinteger(L, 0);
    lua_pushinteger(L, 0);
    return gj_iterator_push(L, next_date, 2);
}

/* Heads: upvalue 3 is the only kind asked for, or ALL_HEADS. */

enum { LINE, HAN, HAN_BRACKET, DIGIT, DIGIT_BRACKET, CIRCLE, MARK, NO_HEAD, ALL_HEADS };
static const char *const heads[] = { "line", "han", "han_bracket", "digit", "digit_bracket", "circle", "mark", NULL };
_Static_assert((int)HAN == (int)GJ_STYLE_HAN && (int)CIRCLE == (int)GJ_STYLE_CIRCLE,
               "heads are numbered as styles are");

/* A line without any mark of a sentence. */
static bool is_short_line(gj_slice text)
{
    static const char *const marks[] = { "。", "；", "：", "，", "！", "？", NULL };
    if (text.len == 0 || text.len > (size_t)SHORT_LINE * 4 || gj_utf8_count(text) > SHORT_LINE)
        return false;
    for (const char *const *mark = marks; *mark; mark++)
        if (gj_slice_find(text, gj_slice_of(*mark), 0) != GJ_NOT_FOUND)
            return false;
    return true;
}

/* A mark that can begin no paragraph: what is before it was torn off. */
static bool begins_torn(gj_slice text)
{
    static const char *const marks[] = { "，", "。", "、", "；", "：", "！", "？", "）", "》", "”", "’", NULL };
    for (const char *const *mark = marks; *mark; mark++)
        if (gj_slice_starts(text, gj_slice_of(*mark)))
            return true;
    return false;
}

static int head_of(const gj_paragraph *paragraph, gj_label *label)
{
    gj_slice text = paragraph->text->text;
    gj_label_number(text, label);
    if (label->number)
        return (int)label->style;
    if (begins_torn(text))
        return MARK;
    return paragraph->heading || is_short_line(text) ? LINE : NO_HEAD;
}

static int next_head(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_report *report = gj_object_report(object);
    int wanted = (int)lua_tointeger(L, lua_upvalueindex(3));
    for (size_t i = gj_iterator_position(L); i < report->paragraph_count; i++) {
        gj_slice text = report->paragraphs[i].text->text;
        gj_label label;
        gj_sandbox_charge(L, 1);
        int head = head_of(&report->paragraphs[i], &label);
        if (head == NO_HEAD || (wanted != ALL_HEADS && head != wanted))
            continue;
        gj_iterator_move(L, i + 1);
        push_piece(L, object, i, 0, label.number ? label.number_bytes : head == MARK ? 3 : text.len);
        lua_pushstring(L, heads[head]);
        lua_pushinteger(L, label.number);
        return 3;
    }
    gj_iterator_move(L, report->paragraph_count);
    return 0;
}

int gj_iterate_heads(lua_State *L)
{
    lua_pushinteger(L, lua_isnoneornil(L, 2) ? ALL_HEADS : luaL_checkoption(L, 2, NULL, heads));
    return gj_iterator_push(L, next_head, 1);
}
