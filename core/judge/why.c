#include "why.h"

#include "wording.h"

static gj_words copied(gj_arena *arena, const char *zh, const char *en)
{
    return (gj_words){ gj_arena_copy(arena, gj_slice_of(zh)), gj_arena_copy(arena, gj_slice_of(en)) };
}

/* "…；见 T3-020。" where a rule owns the cause, else "…。" */
static gj_words see(gj_arena *arena, gj_words words, gj_slice owner)
{
    if (!gj_words_ok(words))
        return words;
    const char *zh = owner.len ? "；见 " : "", *en = owner.len ? "; see " : "";
    return (gj_words){ gj_arena_format(arena, "%.*s%s%.*s。", GJ_ARG(words.zh), zh, GJ_ARG(owner)),
                       gj_arena_format(arena, "%.*s%s%.*s.", GJ_ARG(words.en), en, GJ_ARG(owner)) };
}

gj_words gj_why_unknown(gj_arena *arena, const gj_report *report, gj_unknown cause, gj_cell_id where, gj_slice owner)
{
    static const char *const zh[] = {
        [GJ_ALL_KNOWN] = "",
        [GJ_HAS_BLANK] = "有空白或“/”的单元格，这一条无法判断",
        [GJ_HAS_TEXT] = "有不能当作数字的单元格，这一条无法判断",
        [GJ_HAS_UNREAD] = "有没能读准的单元格，这一条无法判断",
        [GJ_NO_ROW] = "缺行，这一条无法判断",
        [GJ_NO_COLUMN] = "缺列，这一条无法判断",
        [GJ_NO_TABLE] = "没有找到，这一条无法判断",
    };
    static const char *const en[] = {
        [GJ_ALL_KNOWN] = "",
        [GJ_HAS_BLANK] = "has blank or dashed cells that leave this undecided",
        [GJ_HAS_TEXT] = "has cells that cannot be taken as exact numbers, which leaves this undecided",
        [GJ_HAS_UNREAD] = "has cells that could not be read with certainty, which leaves this undecided",
        [GJ_NO_ROW] = "lacks a row, which leaves this undecided",
        [GJ_NO_COLUMN] = "lacks a column, which leaves this undecided",
        [GJ_NO_TABLE] = "was not found, which leaves this undecided",
    };
    gj_words table = gj_cell_where(report, where).table->form->name;
    gj_words words = { gj_arena_format(arena, "%.*s%s", GJ_ARG(table.zh), zh[cause]),
                       gj_arena_format(arena, "%.*s %s", GJ_ARG(table.en), en[cause]) };
    return see(arena, words, owner);
}

gj_words gj_why_because(gj_arena *arena, gj_slice because)
{
    static const struct {
        const char *word, *zh, *en;
    } known[] = {
        { "prior", "没有上年的报告，没有比较。", "There is no report of the year before to compare with." },
        { "prior_unknown", "上年报告里要对照的内容没有填写或没能读准，没有比较。",
          "What was to be compared is blank or could not be read in the report of the year before." },
        { "layout", "文件里没有表格的行名和表头，没有检查。",
          "The file gives no labels and headers of the table, so they were not checked." },
        { "metadata", "没有发布时间等信息，没有检查。", "Publication data is not known, so it was not checked." },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (gj_slice_is(because, known[i].word))
            return copied(arena, known[i].zh, known[i].en);
    return gj_words_format(arena, "这里的问题由 %.*s 处理，改好后再看这一条。",
                           "%.*s deals with what is wrong here; look at this rule again once that is settled.",
                           GJ_ARG(because));
}

static gj_slice after_colon(gj_slice need)
{
    size_t colon = gj_slice_find(need, GJ_LIT(":"), 0);
    return colon == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : gj_slice_sub(need, colon + 1, need.len);
}

/* The name of a table or the title of a section that is needed, from any form that has it. */
static gj_words thing_name(const gj_report *report, gj_slice need)
{
    gj_slice key = after_colon(need);
    for (size_t i = report->forms->form_count; i-- > 0;) {
        const gj_form *form = &report->forms->forms[i];
        const gj_form_table *table = gj_form_table_by_key(form, key);
        if (table && gj_slice_starts(need, GJ_LIT("table:")))
            return table->name;
        const gj_form_section *section = gj_form_section_by_key(form, key);
        if (section && gj_slice_starts(need, GJ_LIT("section:")))
            return (gj_words){ section->title, section->title };
    }
    return (gj_words){ key, key };
}

gj_words gj_why_need(gj_arena *arena, const gj_report *report, gj_slice need, gj_slice owner)
{
    gj_words words;
    if (gj_slice_is(need, "year"))
        words = copied(arena, "不知道报告年度，没有检查", "The report's year is not known, so this was not checked");
    else if (gj_slice_is(need, "form"))
        words = copied(arena, "这一年度没有可用的格式，没有检查",
                       "There is no form for the report's year, so this was not checked");
    else if (gj_slice_is(need, "prior"))
        return gj_why_because(arena, need);
    else {
        gj_words name = thing_name(report, need);
        words = (gj_words){ gj_arena_format(arena, "没有找到“%.*s”，没有检查", GJ_ARG(name.zh)),
                            gj_arena_format(arena, "“%.*s” was not found, so this was not checked", GJ_ARG(name.en)) };
    }
    return see(arena, words, owner);
}

gj_words gj_why_error(gj_arena *arena, const gj_error *err)
{
    if (err->where[0] == '\0' || err->line == 0)
        return copied(arena, err->zh, err->en);
    return (gj_words){ gj_arena_format(arena, "%s:%zu: %s", err->where, err->line, err->zh),
                       gj_arena_format(arena, "%s:%zu: %s", err->where, err->line, err->en) };
}
