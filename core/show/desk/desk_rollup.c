/* desk_rollup.c - every figure of the total against the sum of the units: first those that do not agree, then, folded, all others. */
#include "desk_page.h"

#define UNITS_NAMED 6

static const char *state_word(const gj_desk_page *p, gj_rollup_state state)
{
    static const char *const zh[] = { "相符", "不符", "待定", "汇总报告没有填" };
    static const char *const en[] = { "agrees", "differs", "open", "not filled in" };
    return GJ_PICK(p->lang, zh[state], en[state]);
}

static const char *state_class(gj_rollup_state state)
{
    static const char *const classes[] = { "clean", "error", "review", "warning" };
    return classes[state];
}

static void number(const gj_desk_page *p, gj_decimal value, bool sign)
{
    char text[24];
    size_t length = gj_decimal_print(value, text);
    if (sign && value > 0)
        gj_buffer_byte(p->out, '+');
    gj_buffer_add(p->out, (gj_slice){ text, length });
}

static void lacking(const gj_desk_page *p, const gj_rollup_cell *cell)
{
    size_t units[UNITS_NAMED];
    if (!cell->unknown)
        return;
    if (cell->unknown == p->c->rollup.absent_count && cell->unknown > 1) { /* those that it lacks are among these */
        gj_buffer_format(p->out, GJ_PICK(p->lang, "没有报告的 %zu 个", "the %zu without a report"), cell->unknown);
        return;
    }
    size_t count = gj_rollup_lacking(p->c, cell, units, UNITS_NAMED);
    gj_desk_link_units(p, units, count, count);
    if (cell->unknown > count)
        gj_buffer_format(p->out, GJ_PICK(p->lang, " 等 %zu 个", " … %zu in all"), cell->unknown);
}

static void explained(const gj_desk_page *p, const gj_rollup_cell *cell)
{
    if (cell->explained_by == GJ_NOT_FOUND)
        return;
    gj_desk_link_unit(p, cell->explained_by);
    if (cell->state == GJ_ROLLUP_DIFFERS)
        gj_buffer_text(p->out, cell->twice ? GJ_PICK(p->lang, "（可能加了两次）", " (added twice?)")
                                           : GJ_PICK(p->lang, "（可能没有加）", " (left out?)"));
}

static void row(const gj_desk_page *p, size_t index, gj_buffer *room)
{
    const gj_rollup_cell *cell = &p->c->rollup.cells[index];
    bool known = gj_record_cell_known(cell->cell);
    gj_buffer_format(p->out, "<tr id=\"s%zu\"><th scope=\"row\">", index + 1);
    gj_desk_say(p, gj_word_figure(cell->table->form, cell->row, cell->column, room));
    gj_buffer_text(p->out, "</th><td class=\"n\">");
    gj_desk_cell(p, cell->cell);
    gj_buffer_text(p->out, "</td><td class=\"n\">");
    number(p, cell->sum, false);
    gj_buffer_text(p->out, "</td><td class=\"n\">");
    if (known)
        number(p, cell->sum - cell->cell->value, true);
    gj_buffer_format(p->out, "</td><td class=\"state %s\">%s</td><td>", state_class(cell->state),
                     state_word(p, cell->state));
    lacking(p, cell);
    gj_buffer_text(p->out, "</td><td>");
    explained(p, cell);
    gj_buffer_text(p->out, "</td></tr>\n");
}

static void table(const gj_desk_page *p, const char *caption, bool holding)
{
    static const char *const words[][2] = { { "数据", "Figure" },
                                            { "#汇总报告", "#Total" },
                                            { "#各单位之和", "#Sum" },
                                            { "#相差", "#Difference" },
                                            { "结论", "State" },
                                            { "没有数的单位", "Units without it" },
                                            { "能解释的单位", "Explained by" },
                                            { NULL, NULL } };
    static const gj_rollup_state open[] = { GJ_ROLLUP_DIFFERS, GJ_ROLLUP_OPEN, GJ_ROLLUP_UNKNOWN };
    gj_buffer room;
    gj_buffer_init(&room, 0);
    gj_desk_table_open(p, "rollup sortable", caption);
    gj_desk_heads(p, words);
    for (int s = 0; s < (holding ? 1 : 3); s++)
        for (size_t i = 0; i < p->c->rollup.count; i++)
            if (p->c->rollup.cells[i].state == (holding ? GJ_ROLLUP_HOLDS : open[s]))
                row(p, i, &room);
    gj_desk_table_close(p);
    if (room.failed)
        p->out->failed = room.failed;
    gj_buffer_free(&room);
}

static void lead(const gj_desk_page *p, size_t holding)
{
    const gj_rollup *r = &p->c->rollup;
    gj_buffer_text(p->out, "<p class=\"lead\">");
    gj_desk_text(p, p->c->members[p->c->aggregate].record.path);
    gj_buffer_format(
        p->out,
        GJ_PICK(p->lang, "：%zu 格相符，%zu 格不符，%zu 格待定，%zu 格没有填数。应计入 %zu 个单位",
                ": %zu figures agree, %zu differ, %zu are open, %zu not filled in. %zu units should be in it"),
        holding, r->differing, r->open, r->count - holding - r->differing - r->open, r->units);
    if (r->absent_count) {
        gj_buffer_text(p->out, GJ_PICK(p->lang, "，没有报告可加的：", ", without a report: "));
        gj_desk_link_units(p, r->absent, r->absent_count, 20);
    }
    gj_buffer_text(p->out, GJ_PICK(p->lang, "。相差 = 各单位之和 − 汇总报告。", ". Difference = sum − total."));
    if (r->joint != GJ_NOT_FOUND) {
        gj_buffer_text(p->out, GJ_PICK(p->lang, "<strong>所有差额正好是一个单位的数：",
                                       "<strong>All differences are the figures of one unit: "));
        gj_desk_link_unit(p, r->joint);
        gj_buffer_text(p->out, r->joint_twice
                                   ? GJ_PICK(p->lang, "（可能加了两次）。</strong>", " (added twice?).</strong>")
                                   : GJ_PICK(p->lang, "（可能没有加进去）。</strong>", " (left out?).</strong>"));
    }
    gj_buffer_text(p->out, "</p>\n");
}

void gj_desk_rollup(gj_desk_page *p)
{
    const gj_rollup *r = &p->c->rollup;
    size_t holding = 0;
    gj_desk_open(p, "rollup", "", GJ_PICK(p->lang, "汇总数与各单位之和", "The total against the sum of the units"));
    if (!r->made) {
        gj_buffer_format(p->out, "<p class=\"lead\">%s</p>\n",
                         GJ_PICK(p->lang, "没有核对：没有汇总报告（--aggregate），或者没有一个单位的报告可加。",
                                 "Not done: there is no total (--aggregate), or no unit's report to add."));
        gj_desk_close(p);
        return;
    }
    for (size_t i = 0; i < r->count; i++)
        holding += r->cells[i].state == GJ_ROLLUP_HOLDS;
    lead(p, holding);
    if (holding < r->count)
        table(p, GJ_PICK(p->lang, "不符、待定、没有填的", "Those that differ, are open or not filled in"), false);
    if (holding) {
        gj_buffer_format(p->out,
                         GJ_PICK(p->lang, "<details><summary>相符的 %zu 格</summary>\n",
                                 "<details><summary>The %zu that agree</summary>\n"),
                         holding);
        table(p, GJ_PICK(p->lang, "相符的", "Those that agree"), true);
        gj_buffer_text(p->out, "</details>\n");
    }
    gj_desk_close(p);
}
