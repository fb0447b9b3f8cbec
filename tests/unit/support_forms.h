/** support_forms.h - the real forms without the ruleset loader, and reports read and bound from text, for tests of binding. */
#ifndef GJ_TESTS_SUPPORT_FORMS_H
#define GJ_TESTS_SUPPORT_FORMS_H

#include "../../core/bind/report.h"
#include "../../core/read/read.h"

/** Forms, issuers, title and hints of rules/zfxxgk (no claims), by a plain Lua state. Run from the project's root. */
gj_status test_forms_open(gj_arena *arena, gj_matcher *matcher, gj_forms **out);

/** Everything a test of binding needs: opened once, freed at the end. */
typedef struct test_binding {
    gj_arena *arena;
    gj_matcher *matcher;
    gj_forms *forms;
    gj_error err;
} test_binding;

/** Fails the running test when the forms cannot be loaded. */
void test_binding_open(test_binding *t);
void test_binding_close(test_binding *t);
/** Read `text` as `format` and bind it; fails the running test when that fails. `given` may be NULL. */
gj_report *test_bind(test_binding *t, const char *text, gj_format format, const gj_given *given);
/** The same for bytes in the arena. */
gj_report *test_bind_bytes(test_binding *t, gj_slice bytes, gj_format format, const gj_given *given);

/** A cell of the report by its path; fails the running test when the form has none. */
const gj_cell *test_cell(const gj_report *report, const char *path);
/** Its value when it is a whole number; fails the running test otherwise. */
long test_value(const gj_report *report, const char *path);
/** Notices of a kind. */
size_t test_notices(const gj_report *report, const char *kind);
/** Slice equals literal, with both shown when not. */
void test_same(gj_slice slice, const char *text);

/** The bytes of a file in the arena; data NULL when there is no such file. */
gj_slice test_file(gj_arena *arena, const char *path);

#endif
