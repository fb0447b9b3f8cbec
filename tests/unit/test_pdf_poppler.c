/* Files through poppler itself; where this build has none, these tests are skipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/base/file.h"
#include "../../core/base/utf8.h"
#include "../../core/read/pdf/pdf.h"
#include "../../core/read/read.h"

static gj_slice bytes_of(gj_arena *arena, const char *path)
{
    gj_slice bytes;
    gj_error err;
    assert_int_equal(gj_file_read(arena, path, GJ_MAX_INPUT, &bytes, &err), GJ_OK);
    return bytes;
}

static gj_status pages_of(gj_arena *scratch, gj_slice bytes, gj_paged_pages *pages, gj_error *err)
{
    *pages = (gj_paged_pages){ 0 };
    gj_status status = gj_pdf_pages_of(scratch, bytes, pages, err);
    if (status == GJ_INPUT && strstr(err->en, "reads no PDF"))
        skip();
    return status;
}

static bool shows(const gj_paged_page *page, const char *words)
{
    gj_slice all = gj_slice_of(words);
    size_t at = 0, k = 0;
    for (; at < all.len && k < page->glyphs.count; k++)
        if (page->glyphs.items[k].code != gj_utf8_next(all, &at))
            return false;
    return at == all.len;
}

static void test_characters_and_lines(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_paged_pages pages;
    gj_error err;
    assert_int_equal(pages_of(arena, bytes_of(arena, "fixtures/pdf/wrong_figure.pdf"), &pages, &err), GJ_OK);
    assert_int_equal(pages.count, 3);
    assert_true(shows(&pages.items[0], "青石镇人民政府2024年政府信息公开工作年度报告"));
    assert_in_range(pages.items[0].width, 59500, 59600);
    assert_in_range(pages.items[0].height, 84100, 84200);
    size_t rules = 0;
    for (size_t i = 0; i < pages.count; i++) {
        rules += pages.items[i].rules.count;
        assert_false(pages.items[i].undrawn || pages.items[i].picture || pages.items[i].covered);
    }
    assert_in_range(rules, 40, 200);
    gj_arena_free(arena);
}

/* What poppler reads of a file is the same with its fonts and without. */
static void test_fonts_make_no_difference(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_paged_pages pages, whole;
    gj_error err;
    gj_slice bytes = bytes_of(arena, "fixtures/pdf/wrong_figure.pdf"), bare;
    assert_int_equal(pages_of(arena, bytes, &pages, &err), GJ_OK);
    assert_int_equal(gj_pdf_without_outlines(arena, bytes, &bare, &err), GJ_OK);
    assert_ptr_not_equal(bare.data, bytes.data);
    /* a word in a comment keeps the fonts: gouji takes the file for an encrypted one, poppler does not */
    char *kept = gj_arena_alloc(arena, bytes.len + 10);
    memcpy(kept, bytes.data, bytes.len);
    memcpy(kept + bytes.len, "%/Encrypt\n", 10);
    gj_slice with = { kept, bytes.len + 10 };
    assert_int_equal(gj_pdf_without_outlines(arena, with, &bare, &err), GJ_OK);
    assert_ptr_equal(bare.data, with.data);
    assert_int_equal(pages_of(arena, with, &whole, &err), GJ_OK);
    assert_int_equal(whole.count, pages.count);
    for (size_t i = 0; i < pages.count; i++) {
        const gj_paged_page *a = &pages.items[i], *b = &whole.items[i];
        assert_int_equal(a->glyphs.count, b->glyphs.count);
        for (size_t k = 0; k < a->glyphs.count; k++)
            assert_memory_equal(&a->glyphs.items[k].box, &b->glyphs.items[k].box, sizeof(gj_paged_box));
        assert_int_equal(a->rules.count, b->rules.count);
        for (size_t k = 0; k < a->rules.count; k++)
            assert_int_equal(a->rules.items[k].at, b->rules.items[k].at);
    }
    gj_arena_free(arena);
}

static void test_what_cannot_be_opened(void **state)
{
    (void)state;
    static const struct {
        const char *path, *words;
    } cases[] = { { "fixtures/unreadable/locked.pdf", "打开密码" }, { "fixtures/unreadable/cut_short.pdf", "已损坏" } };
    for (size_t i = 0; i < 2; i++) {
        gj_arena *arena = gj_arena_new(0);
        gj_paged_pages pages;
        gj_error err;
        assert_int_equal(pages_of(arena, bytes_of(arena, cases[i].path), &pages, &err), GJ_INPUT);
        assert_non_null(strstr(err.zh, cases[i].words));
        gj_arena_free(arena);
    }
}

/* Memory of ours that runs out at any place: said, and nothing of poppler's is lost (the sanitizers would tell). */
static void test_memory_runs_out(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_slice bytes = bytes_of(arena, "fixtures/pdf/wrong_figure.pdf");
    gj_status status = GJ_NOMEM;
    size_t failures = 0;
    for (size_t room = 64 * GJ_KIB; status == GJ_NOMEM; room += 24 * GJ_KIB) {
        gj_arena *scratch = gj_arena_new(room);
        gj_paged_pages pages;
        gj_error err;
        status = pages_of(scratch, bytes, &pages, &err);
        failures += status == GJ_NOMEM;
        gj_arena_free(scratch);
    }
    assert_int_equal(status, GJ_OK);
    assert_true(failures > 3);
    gj_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_characters_and_lines),
        cmocka_unit_test(test_fonts_make_no_difference),
        cmocka_unit_test(test_what_cannot_be_opened),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
