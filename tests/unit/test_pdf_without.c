/* A build on a machine without poppler-glib: this program has its own pdf_poppler.o, made as it is made there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#undef GJ_HAVE_POPPLER
#include "../../core/read/pdf/pdf_poppler.c"
#include "../../core/read/read.h"

static void test_it_says_so(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_document *document;
    gj_error err;
    assert_int_equal(gj_read(arena, GJ_LIT("a.pdf"), GJ_LIT("%PDF-1.7\n%\xE2\xE3\n"), GJ_FORMAT_AUTO, &document, &err),
                     GJ_INPUT);
    assert_non_null(strstr(err.zh, "没有装 poppler"));
    assert_non_null(strstr(err.zh, "Word 原件"));
    assert_non_null(strstr(err.en, "reads no PDF"));
    gj_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_it_says_so) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
