/* test_claims_real.c - claims of every published report of ../shared/reports, as read by eye. Each line names what the text states that
 * differs from the tables, that depends on blanks, or that fits only together with last year's; everything else of a known
 * kind must tie. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "support_claims.h"

#define REPORTS "../shared/reports/"

static const struct {
    const char *name;
    size_t ties;        /* claims that tie */
    const char *others; /* claims that do not, or only with what the text does not say; in order */
    const char *why;
} reports[] = {
    { "hangzhou_szf_2025", 0, "", "only a fee in the text" },
    { "hongze_qzf_2023", 1, "", "" },
    { "jinhu_xzf_2023", 2, "", "" },
    { "pingtan_czj_2020", 1, "", "four normative documents made public: the 2019 form's 本年新公开数量" },
    { "pingtan_czj_2023", 1, "", "依申请公开信息数354条 counts items, not requests" },
    { "pingtan_czj_2024", 4, "", "" },
    { "pingtan_gwh_2019", 0, "", "259 appeals, 11 calls: none of them requests" },
    { "pingtan_gwh_2020", 1, "", "废止5件 is of a known kind, but the 2019 form has no such column" },
    { "pingtan_gwh_2021", 3, "", "" },
    { "pingtan_gwh_2022", 6, "requests.received 75件 ties*", "74 new and 1 carried in, which the text does not say" },
    { "pingtan_gwh_2023", 12, "normative.in_force 393件 contradicts", "the table has 470" },
    { "pingtan_gwh_2024", 2, "", "" },
    { "pingtan_gwh_2025", 5, "", "two suits of the table's three groups: 9 = 6 + 3" },
    { "pingtan_htp_2019", 0, "", "" },
    { "pingtan_htp_2020", 2, "", "" },
    { "pingtan_htp_2022", 1, "", "a 2019 table in a report of 2022: 新收4" },
    { "pingtan_htp_2023", 1, "", "" },
    { "pingtan_htp_2024", 2, "requests.received 6件 contradicts",
      "every total of table 3 is 0 (5 + 1 without their sum)" },
    { "pingtan_htp_2025", 0, "requests.received 2件 contradicts", "every total of table 3 is 0" },
    { "pingtan_jsp_2019", 1, "normative.published 1条 contradicts",
      "one item of normative documents made public, the table says nine" },
    { "pingtan_jsp_2021", 1, "", "" },
    { "pingtan_jsp_2022", 1, "", "未收到: 新收 is 0, though a row below is not" },
    { "pingtan_jsp_2023", 1, "", "" },
    { "pingtan_jsp_2024", 3, "", "" },
    { "pingtan_jsp_2025", 1, "", "" },
    { "pingtan_jtj_2020", 0, "", "1059 hotline cases" },
    { "pingtan_jtj_2022", 1, "", "" },
    { "pingtan_jtj_2023", 1, "", "" },
    { "pingtan_jtj_2024", 1, "", "网络14件, 信函44件 are channels" },
    { "pingtan_jtj_2025", 1, "", "" },
    { "pingtan_spp_2020", 3, "", "" },
    { "pingtan_spp_2021", 1, "", "" },
    { "pingtan_spp_2024", 1, "", "" },
    { "pingtan_spp_2025", 1, "", "" },
    { "shanghai_bgt_2019", 7,
      "requests.granted_partial 258件 unknown; requests.denied 35件 unknown; requests.unavailable 265件 unknown; "
      "requests.not_processed 158件 unknown; requests.other 0件 unknown; disputes.suits 9件 unknown",
      "totals of the result rows and of 复议后起诉 are blank" },
    { "suqian_szf_2023", 9, "requests.received 3607件 ties*",
      "3511 new and 96 carried in, which the text does not say" },
};

static gj_report *bind_report(test_binding *t, const char *name)
{
    gj_slice path = gj_arena_format(t->arena, REPORTS "%s/report.md", name);
    gj_slice bytes = test_file(t->arena, path.data);
    return bytes.data ? test_bind_bytes(t, bytes, GJ_FORMAT_AUTO, NULL) : NULL;
}

static bool worth_a_word(const gj_claim *claim)
{
    return claim->kind && (claim->tie == GJ_CONTRADICTS || claim->tie == GJ_TIE_UNKNOWN ||
                           (claim->tie == GJ_TIES && claim->kind->ties[claim->tie_index].unstated));
}

static void every_report_is_as_read(void **state)
{
    size_t seen = 0;
    (void)state;
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
        test_binding t;
        gj_buffer others;
        test_claims_open(&t);
        gj_report *report = bind_report(&t, reports[i].name);
        gj_buffer_init(&others, 0);
        size_t ties = 0, kept = 0;
        for (size_t k = 0; report && k < report->claim_count; k++) {
            if (worth_a_word(&report->claims[k]))
                report->claims[kept++] = report->claims[k];
            else
                ties += report->claims[k].tie == GJ_TIES;
        }
        if (report) {
            report->claim_count = kept;
            test_claims_written(report, &others);
            if (ties != reports[i].ties || strcmp(others.data, reports[i].others) != 0)
                print_message("%s: %zu tie; %s (%s)\n", reports[i].name, ties, others.data, reports[i].why);
            assert_string_equal(others.data, reports[i].others);
            assert_int_equal(ties, reports[i].ties);
            seen++;
        }
        gj_buffer_free(&others);
        test_binding_close(&t);
    }
    if (!seen)
        skip();
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_report_is_as_read) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
