/* The page: every link has its target, nothing hostile gets through, and the report on it is the report that was read. */
#include "show_fixture.h"

#include <stdio.h>
#include <string.h>

#include "../../core/gouji.h"
#include "../../core/judge/result_wire.h"

static gj_buffer fixture_page(show_fixture *f, gj_lang lang)
{
    gj_buffer out;
    gj_totals totals;
    gj_buffer_init(&out, 0);
    fixture_init(f);
    f->options.lang = lang;
    assert_int_equal(fixture_show(f, "html", &out, &totals, true), GJ_OK);
    return out;
}

static size_t count_of(const char *text, const char *needle)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, needle)); at += strlen(needle))
        count++;
    return count;
}

/* Every href="#x" has one id="x"; no id comes twice; there is no other address. */
static void links_resolve(const char *text)
{
    for (const char *at = text; (at = strstr(at, " href=\"")); at++) {
        char id[128];
        size_t length = strcspn(at + 7, "\"");
        assert_int_equal(at[7], '#');
        assert_true(length < sizeof id - 8);
        (void)snprintf(id, sizeof id, " id=\"%.*s\"", (int)length - 1, at + 8);
        if (count_of(text, id) != 1)
            fail_msg("%zu of%s", count_of(text, id), id);
    }
    for (const char *at = text; (at = strstr(at, " id=\"")); at++) {
        char id[160];
        (void)snprintf(id, sizeof id, "%.*s\"", (int)strcspn(at + 5, "\"") + 5, at);
        assert_int_equal(count_of(text, id), 1);
    }
    assert_null(strstr(text, " src="));
    assert_null(strstr(text, "url("));
    assert_null(strstr(text, "@import"));
}

static void a_page_of_several_reports_is_whole(void **state)
{
    (void)state;
    show_fixture f;
    gj_buffer out = fixture_page(&f, GJ_ZH);
    links_resolve(out.data);
    assert_int_equal(count_of(out.data, "<article class=\"report\""), FIXTURE_REPORTS);
    assert_int_equal(count_of(out.data, "<article class=\"finding "), 6);
    assert_int_equal(count_of(out.data, "<h1>"), 1);
    assert_non_null(strstr(out.data, "<html lang=\"zh-CN\">"));
    assert_non_null(strstr(out.data, "content=\"default-src 'none'; style-src 'sha256-"));
    assert_non_null(strstr(out.data, "id=\"f-1111111111111111\""));
    assert_non_null(strstr(out.data, "id=\"r3-f-5555555555555555\""));
    assert_non_null(strstr(out.data, "4 + 2 = 6 ≠ 5（差 1）"));
    assert_non_null(strstr(out.data, "<strong>6</strong>（现填 5）"));
    assert_non_null(strstr(out.data, "上级已批复"));
    assert_non_null(strstr(out.data, "不是能读取的格式"));
    assert_non_null(strstr(out.data, "小计"));
    assert_non_null(strstr(out.data, "年度报告应当包括下列内容")); /* the clause's words */
    assert_non_null(strstr(out.data, "依据为通行做法"));
    gj_buffer_free(&out);
}

static void english_pages_are_english(void **state)
{
    (void)state;
    show_fixture f;
    gj_buffer out = fixture_page(&f, GJ_EN);
    links_resolve(out.data);
    assert_non_null(strstr(out.data, "<html lang=\"en\">"));
    assert_non_null(strstr(out.data, "the results add up to 6, the total is 5"));
    assert_null(strstr(out.data, "错误"));
    assert_null(strstr(out.data, "怎么改"));
    gj_buffer_free(&out);
}

static void hostile_text_stays_text(void **state)
{
    (void)state;
    show_fixture f;
    gj_buffer out = fixture_page(&f, GJ_ZH);
    assert_null(strstr(out.data, "<script"));
    assert_null(strstr(out.data, "</script"));
    assert_null(strstr(out.data, "\033"));
    assert_null(strstr(out.data, "\xE2\x80\xAE"));
    assert_null(memchr(out.data, 0xFF, out.len));
    assert_int_equal(count_of(out.data, "</style>"), 1);
    assert_non_null(strstr(out.data, "&lt;/script&gt;&lt;!--"));
    gj_buffer_free(&out);
}

static gj_result *check_text(gj_arena *arena, gj_ruleset *rules, const char *name, gj_slice text)
{
    gj_check_options options = { .judge.today = GJ_LIT("2025-01-31"), .facsimile = true };
    gj_result *result = NULL;
    gj_error err;
    assert_int_equal(gj_check(arena, rules, gj_slice_of(name), text, &options, &result, &err), GJ_OK);
    assert_int_equal(result->status, GJ_CHECKED);
    assert_non_null(result->facsimile);
    return result;
}

static const char SMALL[] = "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n"
                            "## 一、总体情况\n\n全年收到申请**12件**，办结9件。\n\n"
                            "## 三、收到和处理政府信息公开申请情况\n\n"
                            "| 甲 | 乙 |\n|---|---|\n| 1 | <b>x</b> |\n";

static const gj_fax_block *block_of_kind(const gj_result *result, gj_fax_kind kind)
{
    for (size_t i = 0; i < result->facsimile->block_count; i++)
        if (result->facsimile->blocks[i].kind == kind)
            return &result->facsimile->blocks[i];
    return NULL;
}

static void the_report_is_on_the_page(void **state)
{
    gj_arena *arena = gj_arena_new(0);
    gj_result *result = check_text(arena, *state, "a.md", gj_slice_of(SMALL));
    const gj_fax_block *title = block_of_kind(result, GJ_FAX_TITLE);
    const gj_fax_block *paragraph = block_of_kind(result, GJ_FAX_PARAGRAPH);
    const gj_fax_block *table = block_of_kind(result, GJ_FAX_TABLE);
    assert_non_null(title);
    assert_true(gj_slice_is(title->text.text, "青石镇人民政府2024年政府信息公开工作年度报告"));
    assert_non_null(paragraph);
    assert_true(gj_slice_is(paragraph->text.text, "全年收到申请12件，办结9件。"));
    assert_non_null(table);
    assert_int_equal(table->cell_count, 4);
    assert_int_equal(table->cells[0].kind, GJ_FAX_COLUMN_HEAD);
    assert_int_equal(table->cells[2].kind, GJ_FAX_VALUE);
    size_t marks = 0, firsts = 0;
    for (size_t i = 0; i < result->finding_count; i++)
        marks += result->findings[i].mark_count;
    for (size_t i = 0; i < result->facsimile->block_count; i++) {
        const gj_fax_block *block = &result->facsimile->blocks[i];
        for (size_t k = 0; k < block->text.spot_count; k++)
            firsts += block->text.spots[k].first;
        for (size_t c = 0; c < block->cell_count; c++)
            for (size_t k = 0; k < block->cells[c].text.spot_count; k++)
                firsts += block->cells[c].text.spots[k].first;
    }
    assert_true(marks > 0);
    assert_int_equal(firsts, marks); /* every mark is somewhere, and is first in one place */
    gj_arena_free(arena);
}

static void the_report_crosses_the_pipe(void **state)
{
    gj_arena *arena = gj_arena_new(0);
    gj_result *result = check_text(arena, *state, "a.md", gj_slice_of(SMALL)), *got = NULL;
    gj_buffer sent, again;
    gj_buffer_init(&sent, 0);
    gj_buffer_init(&again, 0);
    assert_int_equal(gj_result_encode(result, &sent), GJ_OK);
    assert_int_equal(gj_result_decode(arena, gj_buffer_slice(&sent), &got, NULL), GJ_OK);
    assert_int_equal(gj_result_encode(got, &again), GJ_OK);
    assert_true(gj_slice_equal(gj_buffer_slice(&sent), gj_buffer_slice(&again)));
    gj_buffer_free(&sent);
    gj_buffer_free(&again);
    gj_arena_free(arena);
}

/* What a worker that was taken over might send. */
static void spots_that_lie_are_refused(void **state)
{
    static const gj_fax_spot lies[] = {
        { .begin = 0, .end = 4000 },
        { .begin = 1, .end = 3 }, /* inside a character */
        { .begin = 3, .end = 0 },
        { .begin = 0, .end = 3, .finding = 999 },
        { .begin = 0, .end = 3, .mark = 999 },
    };
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        gj_arena *arena = gj_arena_new(0);
        gj_result *result = check_text(arena, *state, "a.md", gj_slice_of(SMALL)), *got = NULL;
        gj_fax_text *text = &result->facsimile->blocks[0].text;
        gj_fax_spot lie = lies[i];
        gj_buffer sent;
        gj_error err;
        gj_buffer_init(&sent, 0);
        text->spots = &lie;
        text->spot_count = 1;
        assert_int_equal(gj_result_encode(result, &sent), GJ_OK);
        assert_int_equal(gj_result_decode(arena, gj_buffer_slice(&sent), &got, &err), GJ_INTERNAL);
        gj_buffer_free(&sent);
        gj_arena_free(arena);
    }
}

static void overlapping_marks_nest_in_no_tag(void **state)
{
    (void)state;
    show_fixture f;
    fixture_init(&f);
    gj_fax_spot spots[] = { { .begin = 0, .end = 9, .finding = 0, .mark = 0, .first = true },
                            { .begin = 3, .end = 12, .finding = 1, .mark = 0, .first = true },
                            { .begin = 3, .end = 6, .finding = 2, .mark = 0, .first = true } };
    gj_fax_block block = { .kind = GJ_FAX_PARAGRAPH, .text = { GJ_LIT("甲乙丙丁戊"), spots, 3 } };
    gj_facsimile facsimile = { .blocks = &block, .block_count = 1 };
    f.results[0].facsimile = &facsimile;
    gj_buffer out;
    gj_totals totals;
    gj_buffer_init(&out, 0);
    assert_int_equal(fixture_show(&f, "html", &out, &totals, false), GJ_OK);
    links_resolve(out.data);
    assert_int_equal(count_of(out.data, "<mark"), 4); /* 甲 乙 丙 丁 */
    assert_int_equal(count_of(out.data, "</mark>"), 4);
    assert_non_null(
        strstr(out.data,
               "id=\"r1-m1-1\"></span><mark class=\"error\" aria-describedby=\"f-1111111111111111-what\">甲</mark>"));
    assert_non_null(strstr(out.data, ">丁</mark><a class=\"ref warning\" href=\"#f-2222222222222222\""));
    assert_non_null(strstr(out.data, "</a>戊</p>"));
    gj_buffer_free(&out);
}

/* A paragraph with two findings, so many further blocks, and then a table. */
static size_t folded_beside(size_t blocks_behind)
{
    static const char LINE[] = "全年主动公开政府信息一百二十六条，其中政策文件三十四条，其余都在专栏公布。";
    show_fixture f;
    fixture_init(&f);
    gj_fax_spot spots[] = { { .begin = 0, .end = 6, .finding = 0, .mark = 0, .first = true },
                            { .begin = 6, .end = 12, .finding = 1, .mark = 0, .first = true } };
    gj_fax_block blocks[40] = { { .kind = GJ_FAX_PARAGRAPH, .text = { GJ_LIT("甲乙丙丁戊"), spots, 2 } } };
    assert_true(blocks_behind < 39);
    for (size_t i = 1; i <= blocks_behind; i++)
        blocks[i] = (gj_fax_block){ .kind = GJ_FAX_PARAGRAPH, .text = { gj_slice_of(LINE), NULL, 0 } };
    blocks[blocks_behind + 1] = (gj_fax_block){ .kind = GJ_FAX_TABLE };
    gj_facsimile facsimile = { .blocks = blocks, .block_count = blocks_behind + 2 };
    f.results[0].facsimile = &facsimile;
    gj_buffer out;
    gj_totals totals;
    gj_buffer_init(&out, 0);
    assert_int_equal(fixture_show(&f, "html", &out, &totals, false), GJ_OK);
    links_resolve(out.data);
    size_t folded = count_of(out.data, " folded\"");
    assert_int_equal(count_of(out.data, "class=\"unfold\""), folded);
    gj_buffer_free(&out);
    return folded;
}

/* Where notes are longer than the text beside them they would push it, and the table behind, away. */
static void notes_fold_where_they_crowd(void **state)
{
    (void)state;
    assert_int_equal(folded_beside(1), 2);
    assert_int_equal(folded_beside(30), 0);
}

static int open_rules(void **state)
{
    gj_ruleset *rules = NULL;
    gj_error err;
    if (gj_ruleset_open(GJ_LIT(""), NULL, 0, &rules, &err) != GJ_OK)
        return -1;
    *state = rules;
    return 0;
}

static int close_rules(void **state)
{
    gj_ruleset_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_of_several_reports_is_whole),
        cmocka_unit_test(english_pages_are_english),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(overlapping_marks_nest_in_no_tag),
        cmocka_unit_test(notes_fold_where_they_crowd),
        cmocka_unit_test_setup_teardown(the_report_is_on_the_page, open_rules, close_rules),
        cmocka_unit_test_setup_teardown(the_report_crosses_the_pipe, open_rules, close_rules),
        cmocka_unit_test_setup_teardown(spots_that_lie_are_refused, open_rules, close_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
