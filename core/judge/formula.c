#include <stdarg.h>
#include <stdio.h>

#include "wording.h"

#include "../base/buffer.h"

/* Equations as figures: "3 + 0 ≠ 2 + 0，差 1". */

#define PLAIN_TERMS 6 /* a side with more cells has its zeros shortened */
#define SHORT_ZEROS 3 /* this many zeros in a row become "0 + …" */

static bool is_zero(const gj_report *report, const gj_term *term)
{
    return term->sign > 0 && gj_cell_unknown(report, term->cell) == GJ_ALL_KNOWN &&
           gj_cell_of(report, term->cell)->value == 0;
}

static void put_sum(gj_buffer *b, gj_sum sum)
{
    char digits[40];
    size_t length = gj_sum_print(sum, digits);
    gj_buffer_add(b, (gj_slice){ digits, length });
}

static void put_term(gj_buffer *b, const gj_report *report, const gj_term *term, bool first, bool english)
{
    if (term->sign < 0)
        gj_buffer_text(b, first ? "-" : " - ");
    else if (!first)
        gj_buffer_text(b, " + ");
    if (gj_cell_unknown(report, term->cell) != GJ_ALL_KNOWN) {
        gj_buffer_text(b, english ? "(blank)" : "（空白）");
        return;
    }
    gj_sum value = gj_sum_of(gj_cell_of(report, term->cell)->value);
    bool bracket = gj_sum_sign(value) < 0 && (!first || term->sign < 0);
    if (bracket)
        gj_buffer_byte(b, '(');
    put_sum(b, value);
    if (bracket)
        gj_buffer_byte(b, ')');
}

static size_t zeros_from(const gj_report *report, const gj_linear *form, size_t at)
{
    size_t n = 0;
    while (at + n < form->count && is_zero(report, &form->terms[at + n]))
        n++;
    return n;
}

/* The terms; a run of zeros in a long side becomes "0 + …", at the end "0 + … + 0". */
static void put_terms(gj_buffer *b, const gj_report *report, const gj_linear *form, bool english)
{
    for (size_t i = 0; i < form->count;) {
        size_t zeros = form->count > PLAIN_TERMS ? zeros_from(report, form, i) : 0;
        put_term(b, report, &form->terms[i], i == 0, english);
        if (zeros < SHORT_ZEROS) {
            i++;
            continue;
        }
        gj_buffer_text(b, i + zeros == form->count ? " + … + 0" : " + …");
        i += zeros;
    }
    if (form->constant == 0 && form->count > 0)
        return;
    bool minus = form->constant < 0 && form->count > 0;
    if (form->count > 0)
        gj_buffer_text(b, minus ? " - " : " + ");
    put_sum(b, gj_sum_of(minus ? -form->constant : form->constant));
}

static gj_sum sum_of(const gj_report *report, const gj_linear *form)
{
    gj_unknown cause;
    gj_cell_id where;
    return gj_linear_sum(report, form, &cause, &where);
}

static gj_sum difference(const gj_report *report, const gj_equation *e)
{
    return gj_sum_add(sum_of(report, &e->left), sum_of(report, &e->right), -1);
}

static const char *relation(const gj_equation *e, int sign)
{
    if (e->outcome == GJ_PASS)
        return e->at_most ? " ≤ " : " = ";
    if (!e->at_most && e->cause == GJ_ALL_KNOWN)
        return " ≠ ";
    return sign < 0 ? " < " : " > ";
}

static void put_equation(gj_buffer *b, const gj_report *report, const gj_equation *e, bool english)
{
    bool sum_left = e->left.count > 2, sum_right = e->right.count > 2;
    gj_sum apart = difference(report, e);
    int sign = gj_sum_sign(apart);
    put_terms(b, report, &e->left, english);
    if (sum_left) {
        gj_buffer_text(b, " = ");
        put_sum(b, sum_of(report, &e->left));
    }
    gj_buffer_text(b, relation(e, sign));
    if (sum_right) {
        put_sum(b, sum_of(report, &e->right));
        gj_buffer_text(b, " = ");
    }
    put_terms(b, report, &e->right, english);
    if (sign == 0 || e->outcome == GJ_PASS)
        return;
    bool bracket = sum_left || sum_right;
    gj_buffer_text(b, english ? bracket ? " (difference " : ", difference " : bracket ? "（差 " : "，差 ");
    put_sum(b, sign < 0 ? gj_sum_add((gj_sum){ 0, 0 }, apart, -1) : apart);
    if (bracket)
        gj_buffer_text(b, english ? ")" : "）");
}

static gj_slice equation_text(gj_arena *arena, const gj_report *report, const gj_equation *e, bool english)
{
    gj_buffer b;
    gj_buffer_init(&b, 0); /* at most GJ_MAX_TERMS numbers a side */
    put_equation(&b, report, e, english);
    gj_slice copy = { NULL, 0 };
    if (!b.failed)
        copy = gj_arena_copy(arena, gj_buffer_slice(&b));
    gj_buffer_free(&b);
    return copy;
}

gj_words gj_word_equation(gj_arena *arena, const gj_report *report, const gj_equation *equation)
{
    gj_words words = { equation_text(arena, report, equation, false), equation_text(arena, report, equation, true) };
    return words;
}

gj_slice gj_word_difference(gj_arena *arena, const gj_report *report, const gj_equation *equation)
{
    gj_sum apart = difference(report, equation);
    char digits[40];
    size_t length = gj_sum_print(gj_sum_sign(apart) < 0 ? gj_sum_add((gj_sum){ 0, 0 }, apart, -1) : apart, digits);
    return gj_arena_copy(arena, (gj_slice){ digits, length });
}

static gj_slice format_once(gj_arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
static gj_slice format_once(gj_arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = length < 0 ? NULL : GJ_ARRAY(arena, (size_t)length + 1, char);
    if (!text)
        return (gj_slice){ NULL, 0 };
    (void)vsnprintf(text, (size_t)length + 1, format, arguments);
    return (gj_slice){ text, (size_t)length };
}

gj_words gj_words_format(gj_arena *arena, const char *zh, const char *en, ...)
{
    gj_words words;
    va_list arguments;
    va_start(arguments, en);
    words.zh = format_once(arena, zh, arguments);
    va_end(arguments);
    va_start(arguments, en);
    words.en = format_once(arena, en, arguments);
    va_end(arguments);
    return words;
}

gj_words gj_word_others(gj_arena *arena, gj_words message, size_t others)
{
    gj_words words = { gj_arena_format(arena, "%.*s另有 %zu 个等式也不平。", GJ_ARG(message.zh), others),
                       gj_arena_format(arena, "%.*s %zu more equation%s.", GJ_ARG(message.en), others,
                                       others == 1 ? " fails too" : "s fail too") };
    return words;
}

gj_words gj_word_cell(gj_arena *arena, const gj_report *report, gj_cell_id cell)
{
    gj_cell_at at = gj_cell_where(report, cell);
    gj_words row = at.table->form->rows[at.row].name, column = at.table->form->columns[at.column].name;
    gj_words words = { gj_arena_format(arena, "%.*s × %.*s", GJ_ARG(row.zh), GJ_ARG(column.zh)),
                       gj_arena_format(arena, "%.*s × %.*s", GJ_ARG(row.en), GJ_ARG(column.en)) };
    return words;
}

gj_words gj_word_change(gj_arena *arena, const gj_report *report, gj_cell_id cell, gj_decimal to)
{
    char digits[24];
    size_t length = gj_decimal_print(to, digits);
    gj_slice text = gj_cell_of(report, cell)->lexeme;
    return gj_words_format(arena, "填 %.*s，应为 %.*s", "is %.*s, should be %.*s", GJ_ARG(text), (int)length, digits);
}
