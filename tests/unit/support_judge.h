/** support_judge.h - a report with one table of 25 rows and 7 columns and one of 3 by 5, made by hand, whose figures balance.
 *
 * For tests of equations, diagnosis, fingerprints and findings that need no file and no ruleset. The big table has the shape of the
 * statutory one: the last column is the total of the six before, row 23 the total of rows 2 to 22, and rows 0 + 1 = rows 23 + 24. The
 * small one: column 4 is the total of columns 0 to 3.
 */
#ifndef GJ_TESTS_SUPPORT_JUDGE_H
#define GJ_TESTS_SUPPORT_JUDGE_H

#include "../../core/judge/diagnosis.h"
#include "../../core/judge/judging.h"

#define BIG 0
#define SMALL 1
#define BIG_ROWS 25
#define BIG_COLUMNS 7
#define SMALL_ROWS 3
#define SMALL_COLUMNS 5

typedef struct bench {
    gj_arena *arena;
    gj_form form;
    gj_form_table tables[2];
    gj_forms forms;
    gj_document document;
    gj_section section;
    gj_report report;
    gj_rule rules[5]; /* row totals, results, balance, at most, small totals */
    GJ_LIST(gj_equation) equations;
} bench;

void bench_open(bench *b);
void bench_close(bench *b);
gj_cell *bench_cell(bench *b, size_t table, size_t row, size_t column);
gj_cell_id bench_id(size_t table, size_t row, size_t column);
/** Make it a number. */
void bench_set(bench *b, size_t table, size_t row, size_t column, int64_t value);
/** Make it a blank, a dash, text … */
void bench_kind(bench *b, size_t table, size_t row, size_t column, gj_cell_kind kind);
/** Add an equation over cells: each side's ids in order. Decides it and returns it. */
gj_equation *bench_equation(bench *b, const gj_rule *rule, bool at_most, const gj_cell_id *left, size_t left_count,
                            const gj_cell_id *right, size_t right_count);
/** All 39 of the big table and, with `at_most`, the seven inequalities (row 24 at most rows 0 + 1); forgets what was there. */
void bench_big(bench *b, bool at_most);
/** The three of the small table. */
void bench_small(bench *b);
size_t bench_count(const bench *b, gj_outcome outcome);

#endif
