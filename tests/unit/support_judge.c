#include "support_judge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static gj_words both(gj_slice text)
{
    return (gj_words){ text, text };
}

static gj_slice format(bench *b, const char *prefix, size_t i)
{
    return gj_arena_format(b->arena, "%s%zu", prefix, i);
}

static void make_form(bench *b, gj_form_table *t, const char *key, gj_shape shape, size_t rows, size_t columns)
{
    *t = (gj_form_table){ .key = gj_slice_of(key),
                          .title = gj_slice_of(key),
                          .name = { gj_slice_of(shape == GJ_SHAPE_MATRIX ? "大表" : "小表"), gj_slice_of(key) },
                          .section = GJ_LIT("figures"),
                          .shape = shape,
                          .rows = GJ_ARRAY(b->arena, rows, gj_form_row),
                          .row_count = rows,
                          .columns = GJ_ARRAY(b->arena, columns, gj_form_column),
                          .column_count = columns,
                          .missing_rule = GJ_LIT("S-1"),
                          .blank_rule = GJ_LIT("B-1"),
                          .row_rule = GJ_LIT("R-1"),
                          .column_rule = GJ_LIT("C-1"),
                          .text_rule = GJ_LIT("X-1") };
    for (size_t r = 0; r < rows; r++) {
        gj_slice name = format(b, "r", r);
        t->rows[r] = (gj_form_row){ .key = name, .label = name, .name = both(name), .columns = (1ul << columns) - 1 };
    }
    for (size_t c = 0; c < columns; c++) {
        gj_slice name = format(b, "c", c);
        t->columns[c] = (gj_form_column){ .key = name, .label = name, .name = both(name) };
    }
}

static void make_table(bench *b, size_t index)
{
    const gj_form_table *form = &b->tables[index];
    gj_bound_table *t = &b->report.tables[index];
    *t = (gj_bound_table){ .form = form, .form_used = &b->form, .present = true, .right_form = true };
    t->cells = GJ_ARRAY(b->arena, form->row_count * form->column_count, gj_cell);
    t->rows = GJ_ARRAY(b->arena, form->row_count, gj_bound_row);
    t->columns = GJ_ARRAY(b->arena, form->column_count, gj_bound_column);
    for (size_t r = 0; r < form->row_count; r++)
        t->rows[r] = (gj_bound_row){ .present = true, .complete = true, .cells_found = form->column_count, .order = r };
    for (size_t c = 0; c < form->column_count; c++)
        t->columns[c] = (gj_bound_column){ .present = true, .order = c };
}

gj_cell *bench_cell(bench *b, size_t table, size_t row, size_t column)
{
    return &b->report.tables[table].cells[row * b->tables[table].column_count + column];
}

gj_cell_id bench_id(size_t table, size_t row, size_t column)
{
    return gj_cell_id_of(table, row * (table == BIG ? BIG_COLUMNS : SMALL_COLUMNS) + column);
}

/* Every cell has four bytes of the file, one line a row. */
static gj_span cell_span(size_t table, size_t row, size_t column)
{
    size_t begin = table == BIG ? row * 30 + column * 4 : BIG_ROWS * 30 + row * 30 + column * 4;
    return (gj_span){ begin, begin + 2 };
}

void bench_set(bench *b, size_t table, size_t row, size_t column, int64_t value)
{
    char digits[24];
    size_t length = gj_decimal_print(value * GJ_ONE, digits);
    gj_slice lexeme = gj_arena_copy(b->arena, (gj_slice){ digits, length });
    *bench_cell(b, table, row, column) = (gj_cell){
        .kind = GJ_CELL_INTEGER, .value = value * GJ_ONE, .lexeme = lexeme, .span = cell_span(table, row, column)
    };
}

void bench_kind(bench *b, size_t table, size_t row, size_t column, gj_cell_kind kind)
{
    *bench_cell(b, table, row, column) = (gj_cell){ .kind = kind, .span = cell_span(table, row, column) };
}

static int64_t value(bench *b, size_t table, size_t row, size_t column)
{
    return bench_cell(b, table, row, column)->value / GJ_ONE;
}

static void fill_big(bench *b)
{
    for (size_t c = 0; c + 1 < BIG_COLUMNS; c++) {
        int64_t results = 0;
        for (size_t r = 2; r < 23; r++) {
            int64_t v = (int64_t)((r * 7 + c * 5) % 4);
            bench_set(b, BIG, r, c, v);
            results += v;
        }
        int64_t carried_in = (int64_t)(c + 1), carried_out = (int64_t)(2 * c + 1);
        bench_set(b, BIG, 0, c, results + carried_out - carried_in);
        bench_set(b, BIG, 1, c, carried_in);
        bench_set(b, BIG, 23, c, results);
        bench_set(b, BIG, 24, c, carried_out);
    }
    for (size_t r = 0; r < BIG_ROWS; r++) {
        int64_t total = 0;
        for (size_t c = 0; c + 1 < BIG_COLUMNS; c++)
            total += value(b, BIG, r, c);
        bench_set(b, BIG, r, BIG_COLUMNS - 1, total);
    }
}

static void fill_small(bench *b)
{
    for (size_t r = 0; r < SMALL_ROWS; r++) {
        int64_t total = 0;
        for (size_t c = 0; c + 1 < SMALL_COLUMNS; c++) {
            int64_t v = (int64_t)(r + 2 * c + 2);
            bench_set(b, SMALL, r, c, v);
            total += v;
        }
        bench_set(b, SMALL, r, SMALL_COLUMNS - 1, total);
    }
}

static const char *const ids[] = { "A-001", "A-002", "A-003", "A-011", "D-001" };

static void make_report(bench *b)
{
    const size_t lines = BIG_ROWS + SMALL_ROWS;
    char *text = GJ_ARRAY(b->arena, lines * 30, char);
    for (size_t i = 0; i < lines * 30; i++)
        text[i] = i % 30 == 29 ? '\n' : '.';
    gj_source *source;
    assert_int_equal(gj_source_open(b->arena, GJ_LIT("bench.txt"), (gj_slice){ text, lines * 30 }, &source, NULL),
                     GJ_OK);
    b->document = (gj_document){ .format = GJ_FORMAT_TEXT, .source = source };
    b->form = (gj_form){ .id = GJ_LIT("f"), .tables = b->tables, .table_count = 2 };
    b->forms = (gj_forms){ .forms = &b->form, .form_count = 1 };
    b->report = (gj_report){ .document = &b->document, .forms = &b->forms, .form = &b->form, .year = 2024 };
    b->report.tables = GJ_ARRAY(b->arena, 2, gj_bound_table);
    b->report.table_count = 2;
}

void bench_open(bench *b)
{
    *b = (bench){ .arena = gj_arena_new(0) };
    assert_non_null(b->arena);
    make_form(b, &b->tables[BIG], "big", GJ_SHAPE_MATRIX, BIG_ROWS, BIG_COLUMNS);
    make_form(b, &b->tables[SMALL], "small", GJ_SHAPE_FLAT, SMALL_ROWS, SMALL_COLUMNS);
    make_report(b);
    make_table(b, BIG);
    make_table(b, SMALL);
    fill_big(b);
    fill_small(b);
    for (size_t i = 0; i < 5; i++)
        b->rules[i] = (gj_rule){ .id = gj_slice_of(ids[i]),
                                 .name = gj_slice_of(ids[i]),
                                 .index = i,
                                 .severity = GJ_ERROR,
                                 .title = both(GJ_LIT("title")),
                                 .remedy = both(GJ_LIT("remedy")) };
}

void bench_close(bench *b)
{
    gj_arena_free(b->arena);
}

static gj_linear linear(bench *b, const gj_cell_id *cells, size_t count)
{
    gj_term *terms = GJ_ARRAY(b->arena, count, gj_term);
    for (size_t i = 0; i < count; i++)
        terms[i] = (gj_term){ cells[i], 1 };
    return (gj_linear){ 0, terms, count };
}

gj_equation *bench_equation(bench *b, const gj_rule *rule, bool at_most, const gj_cell_id *left, size_t left_count,
                            const gj_cell_id *right, size_t right_count)
{
    gj_equation *e = GJ_PUSH(b->arena, &b->equations);
    assert_non_null(e);
    *e = (gj_equation){ .rule = rule, .at_most = at_most };
    e->left = linear(b, left, left_count);
    e->right = linear(b, right, right_count);
    gj_equation_decide(&b->report, e);
    return e;
}

void bench_big(bench *b, bool at_most)
{
    gj_cell_id left[BIG_ROWS], right[2];
    b->equations.count = 0;
    for (size_t r = 0; r < BIG_ROWS; r++) {
        for (size_t c = 0; c + 1 < BIG_COLUMNS; c++)
            left[c] = bench_id(BIG, r, c);
        right[0] = bench_id(BIG, r, BIG_COLUMNS - 1);
        bench_equation(b, &b->rules[0], false, left, BIG_COLUMNS - 1, right, 1);
    }
    for (size_t c = 0; c < BIG_COLUMNS; c++) {
        for (size_t r = 2; r < 23; r++)
            left[r - 2] = bench_id(BIG, r, c);
        right[0] = bench_id(BIG, 23, c);
        bench_equation(b, &b->rules[1], false, left, 21, right, 1);
        left[0] = bench_id(BIG, 0, c);
        left[1] = bench_id(BIG, 1, c);
        right[1] = bench_id(BIG, 24, c);
        bench_equation(b, &b->rules[2], false, left, 2, right, 2);
        if (at_most)
            bench_equation(b, &b->rules[3], true, right + 1, 1, left, 2);
    }
}

void bench_small(bench *b)
{
    gj_cell_id left[SMALL_COLUMNS], right;
    b->equations.count = 0;
    for (size_t r = 0; r < SMALL_ROWS; r++) {
        for (size_t c = 0; c + 1 < SMALL_COLUMNS; c++)
            left[c] = bench_id(SMALL, r, c);
        right = bench_id(SMALL, r, SMALL_COLUMNS - 1);
        bench_equation(b, &b->rules[4], false, left, SMALL_COLUMNS - 1, &right, 1);
    }
}

size_t bench_count(const bench *b, gj_outcome outcome)
{
    size_t count = 0;
    for (size_t i = 0; i < b->equations.count; i++)
        count += b->equations.items[i].outcome == outcome;
    return count;
}
