#include "wording.h"

#include <stdio.h>

#include "../base/buffer.h"

#define NAMED_TERMS 4 /* a side with more cells is told by its first and last */

/* What is written into: one language at a time. */
typedef struct writer {
    gj_buffer text;
    const gj_report *report;
    bool english;
    gj_shared shared;
} writer;

static const char *either(const writer *w, const char *zh, const char *en)
{
    return w->english ? en : zh;
}

static void name(writer *w, gj_words words)
{
    gj_buffer_add(&w->text, w->english && words.en.len ? words.en : words.zh);
}

static void quoted(writer *w, gj_words words)
{
    gj_buffer_text(&w->text, "“");
    name(w, words);
    gj_buffer_text(&w->text, "”");
}

static void number(writer *w, gj_sum sum)
{
    char digits[40];
    size_t length = gj_sum_print(sum, digits);
    gj_buffer_add(&w->text, (gj_slice){ digits, length });
}

/* Cut at the cap, visibly; a cap is a limit on what a ruleset's own names can make of a sentence. */
static gj_slice finish(gj_arena *arena, writer *w)
{
    gj_slice copy = { NULL, 0 };
    if (w->text.failed == GJ_LIMIT)
        copy = gj_arena_format(arena, "%s…", w->text.data);
    else if (w->text.failed == GJ_OK)
        copy = gj_arena_copy(arena, gj_buffer_slice(&w->text));
    gj_buffer_free(&w->text);
    return copy;
}

static void compare_cells(const gj_report *report, const gj_linear *form, gj_shared *shared)
{
    for (size_t i = 0; i < form->count; i++) {
        gj_cell_at at = gj_cell_where(report, form->terms[i].cell);
        shared->table = shared->table && at.table == shared->at.table; /* of one year, too */
        shared->row = shared->row && shared->table && at.row == shared->at.row;
        shared->column = shared->column && shared->table && at.column == shared->at.column;
    }
}

gj_shared gj_equation_shared(const gj_report *report, const gj_equation *equation)
{
    gj_shared shared = { .table = false };
    const gj_linear *sides[] = { &equation->left, &equation->right };
    const gj_linear *first = sides[0]->count ? sides[0] : sides[1];
    if (first->count == 0)
        return shared;
    shared.at = gj_cell_where(report, first->terms[0].cell);
    shared.table = shared.row = shared.column = true;
    compare_cells(report, sides[0], &shared);
    compare_cells(report, sides[1], &shared);
    shared.row = shared.row && shared.table;
    shared.column = shared.column && shared.table;
    return shared;
}

static writer begin(const gj_report *report, const gj_equation *equation, bool english)
{
    writer w = { .report = report, .english = english, .shared = gj_equation_shared(report, equation) };
    gj_buffer_init(&w.text, GJ_MAX_MESSAGE);
    return w;
}

static void place(writer *w)
{
    if (!w->shared.table)
        return;
    const gj_form_table *form = w->shared.at.table->form;
    name(w, form->name);
    if (!w->shared.row && !w->shared.column)
        return;
    bool matrix = form->shape == GJ_SHAPE_MATRIX;
    const char *kind = w->shared.column ? either(w, "一列", ", column ") : either(w, "一行", ", row ");
    if (w->english)
        gj_buffer_text(&w->text, matrix ? kind : ", ");
    quoted(w, w->shared.column ? form->columns[w->shared.at.column].name : form->rows[w->shared.at.row].name);
    if (!w->english && matrix)
        gj_buffer_text(&w->text, kind);
}

/* A cell's name as far as the place does not say it already. */
static void cell_name(writer *w, gj_cell_id id)
{
    gj_cell_at at = gj_cell_where(w->report, id);
    const gj_form_table *form = at.table->form;
    gj_buffer_text(&w->text, "“");
    if (at.report != w->report)
        gj_buffer_text(&w->text, either(w, "上年报告 ", "last year's "));
    if (!w->shared.table) {
        name(w, form->name);
        gj_buffer_text(&w->text, " ");
    }
    if (w->shared.column || !w->shared.row)
        name(w, form->rows[at.row].name);
    if (!w->shared.column) {
        if (!w->shared.row)
            gj_buffer_text(&w->text, " × ");
        name(w, form->columns[at.column].name);
    }
    gj_buffer_text(&w->text, "”");
}

/* Whether the cells follow each other in the form's order along the row or column they share. */
static bool in_sequence(const writer *w, const gj_linear *form)
{
    if (!w->shared.row && !w->shared.column)
        return false;
    for (size_t i = 1; i < form->count; i++)
        if (form->terms[i].sign < 0 || form->terms[i].cell <= form->terms[i - 1].cell)
            return false;
    return form->constant == 0 && form->terms[0].sign > 0;
}

static void long_side(writer *w, const gj_linear *form, gj_sum sum)
{
    char count[24];
    (void)snprintf(count, sizeof count, "%zu", form->count);
    bool sequence = in_sequence(w, form);
    if (w->english) {
        gj_buffer_format(&w->text, "the sum of the %s items from ", count);
        cell_name(w, form->terms[0].cell);
        gj_buffer_text(&w->text, sequence ? " to " : " and others to ");
        cell_name(w, form->terms[form->count - 1].cell);
        gj_buffer_text(&w->text, " is ");
    } else {
        cell_name(w, form->terms[0].cell);
        gj_buffer_text(&w->text, sequence ? "至" : "、");
        cell_name(w, form->terms[form->count - 1].cell);
        gj_buffer_format(&w->text, sequence ? "%s 项之和为 " : "等 %s 项合计 ", count);
    }
    number(w, sum);
}

static void formula(writer *w, const gj_linear *form, gj_sum sum)
{
    for (size_t i = 0; i < form->count; i++) {
        bool minus = form->terms[i].sign < 0;
        if (i > 0 || minus)
            gj_buffer_text(&w->text, i == 0 ? "-" : minus ? " - " : " + ");
        cell_name(w, form->terms[i].cell);
    }
    if (form->constant != 0) {
        gj_buffer_text(&w->text, form->constant < 0 ? " - " : " + ");
        number(w, gj_sum_of(form->constant < 0 ? -form->constant : form->constant));
    }
    gj_buffer_text(&w->text, " = ");
    number(w, sum);
}

static void side(writer *w, const gj_linear *form)
{
    gj_unknown cause;
    gj_cell_id where;
    gj_sum sum = gj_linear_sum(w->report, form, &cause, &where);
    if (form->count == 0) {
        number(w, sum);
        return;
    }
    if (form->count == 1 && form->constant == 0 && form->terms[0].sign > 0) {
        cell_name(w, form->terms[0].cell);
        if (cause == GJ_HAS_BLANK) {
            gj_buffer_text(&w->text, either(w, "未填", " is blank"));
            return;
        }
        gj_buffer_text(&w->text, either(w, "填 ", " is "));
        number(w, sum);
        return;
    }
    if (form->count > NAMED_TERMS)
        long_side(w, form, sum);
    else
        formula(w, form, sum);
    if (cause == GJ_HAS_BLANK)
        gj_buffer_text(&w->text, either(w, "（空白未计）", " (blanks not counted)"));
}

static void failure(writer *w, const gj_equation *e)
{
    place(w);
    if (w->shared.table)
        gj_buffer_text(&w->text, either(w, "：", ": "));
    side(w, &e->left);
    gj_buffer_text(&w->text, either(w, "，", e->at_most || e->cause == GJ_HAS_BLANK ? ", " : ", but "));
    side(w, &e->right);
    if (e->at_most)
        gj_buffer_text(&w->text, either(w, "，前者不应大于后者。", "; the first must not exceed the second."));
    else if (e->cause == GJ_HAS_BLANK)
        gj_buffer_text(&w->text, either(w, "，已填的数已经超出，两边不可能相等。",
                                        "; the figures that are filled in already exceed the other side."));
    else
        gj_buffer_text(&w->text, either(w, "，两边不等。", "."));
}

gj_words gj_word_place(gj_arena *arena, const gj_report *report, const gj_equation *equation)
{
    writer zh = begin(report, equation, false), en = begin(report, equation, true);
    place(&zh);
    place(&en);
    gj_words words = { finish(arena, &zh), finish(arena, &en) };
    return words;
}

gj_words gj_word_side(gj_arena *arena, const gj_report *report, const gj_equation *equation, bool left)
{
    writer zh = begin(report, equation, false), en = begin(report, equation, true);
    side(&zh, left ? &equation->left : &equation->right);
    side(&en, left ? &equation->left : &equation->right);
    gj_words words = { finish(arena, &zh), finish(arena, &en) };
    return words;
}

gj_words gj_word_failure(gj_arena *arena, const gj_report *report, const gj_equation *equation)
{
    writer zh = begin(report, equation, false), en = begin(report, equation, true);
    failure(&zh, equation);
    failure(&en, equation);
    gj_words words = { finish(arena, &zh), finish(arena, &en) };
    return words;
}
