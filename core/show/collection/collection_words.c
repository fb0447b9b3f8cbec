/* collection_words.c - what the outputs of a collection say alike: counts, verdicts, questions. */
#include "../words.h"
#include "collection.h"

static bool has_broken(const gj_record *record)
{
    for (size_t i = 0; i < record->outcome_count; i++)
        if (record->outcomes[i].outcome == GJ_BROKEN ||
            (record->outcomes[i].outcome == GJ_NOT_RUN && gj_slice_is(record->outcomes[i].because, "budget")))
            return true;
    return false;
}

gj_verdict gj_verdict_of_record(const gj_record *record, gj_fail_on fail_on)
{
    if (record->status != GJ_CHECKED)
        return record->status == GJ_UNREADABLE ? GJ_CANNOT_READ : GJ_WAS_NOT_CHECKED;
    if (fail_on >= GJ_FAIL_ON_NEVER)
        fail_on = GJ_FAIL_ON_ERROR;
    size_t failing = record->severities[GJ_ERROR];
    failing += fail_on >= GJ_FAIL_ON_WARNING ? record->severities[GJ_WARNING] : 0;
    failing += fail_on >= GJ_FAIL_ON_INFO ? record->severities[GJ_INFO] : 0;
    failing += fail_on >= GJ_FAIL_ON_REVIEW ? record->reviews : 0;
    if (failing)
        return GJ_FAILED;
    return record->reviews || has_broken(record) ? GJ_TO_REVIEW : GJ_CLEAN;
}

gj_collection_counts gj_count_collection(const gj_collected *collected, gj_fail_on fail_on)
{
    const gj_collection *c = collected->collection;
    gj_collection_counts out = { 0 };
    for (size_t i = 0; i < c->unit_count; i++) {
        out.listed += c->units[i].entry != NULL;
        out.reported += c->units[i].entry && c->units[i].member_count;
        out.asked += c->units[i].entry && !c->units[i].member_count && c->units[i].asked;
        out.missing += c->units[i].entry && !c->units[i].member_count && !c->units[i].asked;
        out.unlisted += !c->units[i].entry && c->units[i].member_count && !c->units[i].is_aggregate;
    }
    for (size_t i = 0; i < c->member_count; i++) {
        const gj_member *member = &c->members[i];
        if (member->part == GJ_PART_PRIOR) {
            out.other_years++;
            continue;
        }
        out.reports++;
        switch (gj_verdict_of_record(&member->record, fail_on)) {
        case GJ_CLEAN:
            out.clean++;
            break;
        case GJ_FAILED:
            out.failed++;
            break;
        case GJ_TO_REVIEW:
            out.to_review++;
            break;
        case GJ_CANNOT_READ:
            out.unreadable++;
            break;
        case GJ_WAS_NOT_CHECKED:
            out.not_checked++;
            break;
        }
        for (int s = 0; s < 3; s++)
            out.severities[s] += member->record.severities[s];
    }
    return out;
}

void gj_word_standing(gj_buffer *out, const gj_collection *c, const gj_collection_counts *n, gj_lang lang)
{
    if (c->year)
        gj_buffer_format(out, GJ_PICK(lang, "%d 年度", "Reports for %d"), c->year);
    else
        gj_buffer_text(out, GJ_PICK(lang, "年度不明", "Year unknown"));
    if (!c->has_roster) {
        gj_buffer_text(out, GJ_PICK(lang, "（没有名册，不查缺报）", " (no roster: who is missing is not known)"));
        return;
    }
    gj_buffer_format(
        out, GJ_PICK(lang, "：名册 %zu 个单位，已报 %zu，缺报 %zu", ": roster %zu units, reported %zu, missing %zu"),
        n->listed, n->reported, n->missing);
    if (n->asked)
        gj_buffer_format(out, GJ_PICK(lang, "，待确认 %zu", ", to be settled %zu"), n->asked);
    if (n->unlisted)
        gj_buffer_format(out, GJ_PICK(lang, "；不在名册的 %zu 个", "; not on it %zu"), n->unlisted);
}

static void candidates(gj_buffer *out, const gj_collection *c, const gj_question *question, gj_lang lang)
{
    for (size_t i = 0; i < question->candidate_count; i++)
        gj_buffer_format(out, "%s%.*s", i ? GJ_PICK(lang, "、", ", ") : "",
                         GJ_ARG(c->units[question->candidates[i]].name));
}

void gj_word_question(gj_buffer *out, const gj_collection *c, const gj_question *question, gj_lang lang)
{
    const gj_record *record = &c->members[question->member].record;
    bool any = question->candidate_count > 0;
    switch (question->kind) {
    case GJ_ASK_UNLISTED:
        gj_buffer_format(out, GJ_PICK(lang, "“%.*s”不在名册上", "\"%.*s\" is not on the roster"), GJ_ARG(record->name));
        gj_buffer_text(out, any ? GJ_PICK(lang, "；是不是 ", "; is it ") : "");
        candidates(out, c, question, lang);
        gj_buffer_text(out,
                       any ? GJ_PICK(lang, "？是的话，把报告上的名称写进名册的“别名”一列",
                                     "? If so, add the report's name to the roster's aliases")
                           : GJ_PICK(lang, "；应当报送的，请加进名册", "; add it to the roster if it must report"));
        break;
    case GJ_ASK_AMBIGUOUS:
        gj_buffer_format(
            out,
            GJ_PICK(lang, "“%.*s”在名册上对应不止一个单位：", "\"%.*s\" stands for more than one unit of the roster: "),
            GJ_ARG(record->name));
        candidates(out, c, question, lang);
        gj_buffer_text(out, GJ_PICK(lang, "；请改名册的别名", "; mend the roster's aliases"));
        break;
    case GJ_ASK_UNNAMED:
        gj_buffer_text(out, GJ_PICK(lang, "看不出是哪个单位的报告；请在标题写明单位全称，或在配置里用 unit 指明",
                                    "whose report this is cannot be seen; write the body's full name into the title, "
                                    "or give it in the config (unit)"));
        break;
    case GJ_ASK_NO_YEAR:
        gj_buffer_text(
            out,
            GJ_PICK(
                lang, "看不出是哪一年的报告；请在标题写明年度，或在配置里用 year 指明",
                "the year of this report cannot be seen; write it into the title, or give it in the config (year)"));
        break;
    case GJ_ASK_AGGREGATE:
        gj_buffer_text(
            out,
            GJ_PICK(
                lang, "不止一份像是汇总报告，没有核对汇总数；请用 --aggregate 指明一份",
                "more than one report could be the total, so the sums were not compared; say which with --aggregate"));
        break;
    case GJ_ASK_TWICE:
        gj_buffer_text(out,
                       GJ_PICK(lang, "同一个文件有两份不一样的事实记录（版本或选项不同），只用了第一份；请重新生成",
                               "there are two different records of this file (other versions or options); the first "
                               "was taken; make them again"));
        break;
    }
}

gj_words gj_word_figure(const gj_form_table *form, size_t row, size_t column, gj_buffer *room)
{
    gj_words r = form->rows[row].name, k = form->columns[column].name;
    gj_buffer_clear(room);
    gj_buffer_format(room, "%.*s“%.*s”×“%.*s”", GJ_ARG(form->name.zh), GJ_ARG(r.zh), GJ_ARG(k.zh));
    size_t end = room->len;
    gj_buffer_format(room, "%.*s, %.*s × %.*s", GJ_ARG(form->name.en), GJ_ARG(r.en), GJ_ARG(k.en));
    gj_words out = { gj_slice_sub(gj_buffer_slice(room), 0, end), gj_slice_sub(gj_buffer_slice(room), end, room->len) };
    return out;
}
