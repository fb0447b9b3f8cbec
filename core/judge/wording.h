/** wording.h - the engine's own words about cells and equations, in both languages, from the form's names.
 *
 * All return words in the arena; ask gj_words_ok whether memory sufficed.
 */
#ifndef GJ_JUDGE_WORDING_H
#define GJ_JUDGE_WORDING_H

#include "judging.h"

static inline bool gj_words_ok(gj_words words)
{
    return words.zh.data && words.en.data;
}

/** What all cells of an equation have in common, and its first cell. All false for one without cells. */
typedef struct gj_shared {
    bool table, row, column;
    gj_cell_at at;
} gj_shared;
gj_shared gj_equation_shared(const gj_report *report, const gj_equation *equation);

/** 表三“自然人”一列, 表四“行政复议”, 表三: what all cells of the equation have in common. */
gj_words gj_word_place(gj_arena *arena, const gj_report *report, const gj_equation *equation);
/** One side: “本年新收” + “上年结转” = 3; “（七）总计”填 5; “予以公开”至“其他”21 项之和为 6. */
gj_words gj_word_side(gj_arena *arena, const gj_report *report, const gj_equation *equation, bool left);
/** The whole sentence of a failing equation. */
gj_words gj_word_failure(gj_arena *arena, const gj_report *report, const gj_equation *equation);
/** The words added to a message when more equations fail for the same cause: 另有 2 个等式也不平。. */
gj_words gj_word_others(gj_arena *arena, gj_words message, size_t others);
/** 3 + 0 ≠ 2 + 0，差 1; long runs of zeros are shortened: 5 + 0 + … + 1 = 6 ≠ 5（差 1）. */
gj_words gj_word_equation(gj_arena *arena, const gj_report *report, const gj_equation *equation);
/** By how much the sides differ, without sign: "1". */
gj_slice gj_word_difference(gj_arena *arena, const gj_report *report, const gj_equation *equation);
/** （七）总计 × 自然人 */
gj_words gj_word_cell(gj_arena *arena, const gj_report *report, gj_cell_id cell);
/** 填 5，应为 6 */
gj_words gj_word_change(gj_arena *arena, const gj_report *report, gj_cell_id cell, gj_decimal to);
/** The same printf in both languages. The formats take the same arguments. */
gj_words gj_words_format(gj_arena *arena, const char *zh, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

#endif
