/* Every published report of ../shared/reports, read and bound, against the figures that were read from it by hand. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "../../core/bind/labels.h"
#include "support_forms.h"

#define REPORTS "../shared/reports"
#define SEED "../shared/seed/000_cfd767a677591b8e.txt"

/* What one report came to. */
typedef struct tally {
    const char *name;
    size_t cells, read, wrong, unread;
} tally;

/* "（三）不予公开1.属于国家秘密" is the row whose block and label these are; "规章" the row of that label. */
static size_t row_of(gj_arena *arena, const gj_bound_table *table, const char *text)
{
    const gj_form_table *form = table->form;
    gj_slice rest = gj_slice_of(text);
    for (size_t i = 0; i < form->row_count; i++)
        if (form->rows[i].block.len && gj_slice_starts(rest, form->rows[i].block) && rest.len > form->rows[i].block.len)
            rest = gj_slice_sub(rest, form->rows[i].block.len, rest.len);
    gj_label label;
    assert_true(gj_label_read(arena, rest, &label));
    size_t index = (size_t)(form - table->form_used->tables);
    const gj_label_entry *entry = gj_label_find_in(table->form_used->labels, &label, GJ_LABEL_ROW, index);
    if (!entry)
        entry = gj_label_nearest(table->form_used->labels, &label, GJ_LABEL_ROW, index);
    return entry ? entry->item : GJ_NOT_FOUND;
}

static bool agrees(const gj_cell *cell, const cJSON *figure)
{
    if (cJSON_IsNull(figure))
        return cell->kind == GJ_CELL_BLANK;
    if (cJSON_IsNumber(figure)) {
        double value = (double)cell->value / (double)GJ_ONE, wanted = figure->valuedouble;
        double gap = value > wanted ? value - wanted : wanted - value;
        return (cell->kind == GJ_CELL_INTEGER || cell->kind == GJ_CELL_DECIMAL) &&
               gap < 1e-9 * (1 + (wanted > 0 ? wanted : -wanted));
    }
    return gj_slice_is(cell->lexeme, figure->valuestring);
}

static void compare(tally *t, const gj_bound_table *table, size_t row, size_t column, const cJSON *figure)
{
    const gj_cell *cell = gj_table_cell(table, row, column);
    t->cells++;
    if (agrees(cell, figure)) {
        t->read++;
    } else if (cell->kind == GJ_CELL_UNREAD || cell->kind == GJ_CELL_MISSING) {
        t->unread++;
    } else {
        t->wrong++;
        char *wanted = cJSON_PrintUnformatted(figure);
        print_message("%s: %.*s.%.*s.%.*s is \"%.*s\" (kind %d), figures.json says %s\n", t->name,
                      GJ_ARG(table->form->key), GJ_ARG(table->form->rows[row].key),
                      GJ_ARG(table->form->columns[column].key), GJ_ARG(cell->lexeme), (int)cell->kind, wanted);
        free(wanted);
    }
}

static void compare_rows(gj_arena *arena, tally *t, const gj_bound_table *table, const cJSON *rows)
{
    const cJSON *row;
    if (!table->present)
        return;
    cJSON_ArrayForEach(row, rows)
    {
        size_t index = row_of(arena, table, row->string), column = 0, k = 0;
        if (index == GJ_NOT_FOUND) {
            print_message("%s: no row %s\n", t->name, row->string);
            t->wrong++;
            continue;
        }
        const cJSON *figure;
        cJSON_ArrayForEach(figure, row)
        {
            while (column < table->form->column_count && !(table->form->rows[index].columns >> column & 1))
                column++;
            assert_true(column < table->form->column_count);
            compare(t, table, index, column++, figure);
            k++;
        }
        size_t present = 0;
        for (size_t c = 0; c < table->form->column_count; c++)
            present += table->form->rows[index].columns >> c & 1;
        if (k != present)
            print_message("%s: row %s has %zu figures\n", t->name, row->string, k);
    }
}

static void compare_report(gj_arena *arena, tally *t, const gj_report *report, const cJSON *figures)
{
    const cJSON *tables = cJSON_GetObjectItem(figures, "tables");
    compare_rows(arena, t, gj_report_table(report, GJ_LIT("proactive")),
                 cJSON_GetObjectItem(cJSON_GetObjectItem(tables, "t2"), "rows"));
    compare_rows(arena, t, gj_report_table(report, GJ_LIT("requests")),
                 cJSON_GetObjectItem(cJSON_GetObjectItem(tables, "t3"), "rows"));
    const gj_bound_table *disputes = gj_report_table(report, GJ_LIT("disputes"));
    const cJSON *figure;
    size_t at = 0;
    if (!disputes->present)
        return;
    cJSON_ArrayForEach(figure, cJSON_GetObjectItem(tables, "t4"))
    {
        compare(t, disputes, at / 5, at % 5, figure);
        at++;
    }
}

static cJSON *parse_file(gj_arena *arena, const char *path)
{
    gj_slice bytes = test_file(arena, path);
    return bytes.data ? cJSON_ParseWithLength(bytes.data, bytes.len) : NULL;
}

typedef void (*visitor)(test_binding *t, const char *name, const cJSON *figures, tally *all);

static void each_report(visitor visit, tally *all)
{
    DIR *folder = opendir(REPORTS);
    if (!folder)
        skip();
    struct dirent *entry;
    while ((entry = readdir(folder)) != NULL) {
        char path[600];
        snprintf(path, sizeof path, REPORTS "/%s/figures.json", entry->d_name);
        test_binding t;
        test_binding_open(&t);
        cJSON *figures = parse_file(t.arena, path);
        if (figures)
            visit(&t, entry->d_name, figures, all);
        cJSON_Delete(figures);
        test_binding_close(&t);
    }
    closedir(folder);
}

static gj_report *open_report(test_binding *t, const char *name, const char *file, gj_format format)
{
    char path[600];
    snprintf(path, sizeof path, REPORTS "/%s/%s", name, file);
    gj_slice bytes = test_file(t->arena, path);
    return bytes.data ? test_bind_bytes(t, bytes, format, NULL) : NULL;
}

static void visit_markdown(test_binding *t, const char *name, const cJSON *figures, tally *all)
{
    tally one = { .name = name };
    gj_report *report = open_report(t, name, "report.md", GJ_FORMAT_AUTO);
    assert_non_null(report);
    compare_report(t->arena, &one, report, figures);
    if (one.read != one.cells) {
        print_message("%s: %zu cells, %zu read, %zu wrong, %zu unread\n", name, one.cells, one.read, one.wrong,
                      one.unread);
        for (size_t i = 0; i < report->notice_count; i++)
            print_message("  %.*s: %.*s (%.*s)\n", GJ_ARG(report->notices[i].kind), GJ_ARG(report->notices[i].text),
                          GJ_ARG(report->notices[i].words.en));
    }
    const cJSON *year = cJSON_GetObjectItem(figures, "year");
    if (report->year != year->valueint)
        print_message("%s: year %d\n", name, report->year);
    assert_int_equal(report->year, year->valueint);
    assert_non_null(report->form);
    test_same(report->title.text, cJSON_GetObjectItem(figures, "title")->valuestring);
    all->cells += one.cells;
    all->read += one.read;
    all->wrong += one.wrong;
}

static void test_markdown(void **state)
{
    (void)state;
    tally all = { .name = "all" };
    each_report(visit_markdown, &all);
    print_message("%zu cells, %zu read, %zu wrong\n", all.cells, all.read, all.wrong);
    assert_int_equal(all.wrong, 0);
    assert_int_equal(all.read, all.cells);
    assert_true(all.cells > 6000);
}

/* Flattened pages hold no tables a machine could place; what is placed must still be right. */
static void visit_source(test_binding *t, const char *name, const cJSON *figures, tally *all)
{
    tally one = { .name = name };
    gj_report *report = open_report(t, name, "source.txt", GJ_FORMAT_TEXT);
    if (!report)
        return;
    compare_report(t->arena, &one, report, figures);
    if (one.read)
        print_message("%s: %zu of %zu cells\n", name, one.read, one.cells);
    all->cells += one.cells;
    all->read += one.read;
    all->wrong += one.wrong;
}

static void test_source(void **state)
{
    (void)state;
    tally all = { .name = "all" };
    each_report(visit_source, &all);
    print_message("%zu cells, %zu read, %zu wrong\n", all.cells, all.read, all.wrong);
    assert_int_equal(all.wrong, 0);
}

/* Pages as published bind completely. */
static void visit_page(test_binding *t, const char *name, const cJSON *figures, tally *all)
{
    tally one = { .name = name };
    gj_report *report = open_report(t, name, "source.html", GJ_FORMAT_AUTO);
    if (!report)
        return;
    assert_int_equal(report->document->format, GJ_FORMAT_HTML);
    assert_int_equal(report->section_count, 6);
    compare_report(t->arena, &one, report, figures);
    all->cells += one.cells;
    all->read += one.read;
    all->wrong += one.wrong;
}

static void test_pages(void **state)
{
    (void)state;
    tally all = { .name = "all" };
    each_report(visit_page, &all);
    print_message("%zu cells, %zu read, %zu wrong\n", all.cells, all.read, all.wrong);
    assert_int_equal(all.wrong, 0);
    assert_int_equal(all.read, all.cells);
    assert_true(all.cells > 380);
}

/* The seed: every statutory cell is the integer 0, in its own line. */
static void test_seed(void **state)
{
    (void)state;
    test_binding t;
    test_binding_open(&t);
    gj_slice bytes = test_file(t.arena, SEED);
    if (!bytes.data) {
        test_binding_close(&t);
        skip();
    }
    gj_report *report = test_bind_bytes(&t, bytes, GJ_FORMAT_AUTO, NULL);
    static const struct {
        const char *key;
        size_t cells, first_line, last_line;
    } tables[] = { { "proactive", 10, 27, 38 }, { "requests", 175, 47, 71 }, { "disputes", 15, 80, 80 } };
    for (size_t i = 0; i < 3; i++) {
        const gj_bound_table *table = gj_report_table(report, gj_slice_of(tables[i].key));
        size_t zeros = 0;
        for (size_t c = 0; c < table->form->row_count * table->form->column_count; c++) {
            const gj_cell *cell = &table->cells[c];
            if (cell->kind == GJ_CELL_MISSING)
                continue;
            assert_int_equal(cell->kind, GJ_CELL_INTEGER);
            assert_int_equal(cell->value, 0);
            size_t line = gj_source_place(report->document->source, cell->span.begin).line;
            assert_in_range(line, tables[i].first_line, tables[i].last_line);
            zeros++;
        }
        assert_int_equal(zeros, tables[i].cells);
        assert_true(table->right_form && table->rows_in_order && table->columns_in_order);
        assert_int_equal(table->unbound_count, 0);
    }
    const gj_bound_table *requests = gj_report_table(report, GJ_LIT("requests"));
    for (size_t r = 0; r < 25; r++)
        assert_int_equal(gj_source_place(report->document->source, requests->rows[r].span.begin).line, 47 + r);
    assert_true(requests->note_seen);
    for (size_t i = 0; i < report->form_section_count; i++)
        assert_true(report->sections[i].present && report->sections[i].order == i && !report->sections[i].copies);
    assert_int_equal(report->section_count, 6);
    assert_int_equal(report->year, 2024);
    test_same(report->title.text, "刘家塔镇 2024 年度政务信息公开工作报告");
    test_same(report->name.value, "河曲县刘家塔镇人民政府");
    test_same(report->level.value, "township");
    test_same(report->issuer_kind.value, "government");
    test_same(report->scope.value, "own");
    assert_int_equal(report->notice_count, 0);
    test_binding_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_source),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_seed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
