/* libFuzzer: any UTF-8 as the text of a report's first section. Claims and relations must lie within the text, and a break-down that is said to add up must. */
#include <stdint.h>
#include <stdlib.h>

#include "../../core/base/utf8.h"
#include "../../core/gouji.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int truth)
{
    if (!truth)
        abort();
}

static bool none_or_claim(const gj_report *report, size_t claim)
{
    return claim == GJ_NOT_FOUND || claim < report->claim_count;
}

static void check_breakdown(const gj_report *report, const gj_relation *relation, size_t length)
{
    gj_decimal sum = 0, total = report->claims[relation->whole].value;
    for (size_t i = 0; i < relation->part_count; i++) {
        need(relation->parts[i].claim < report->claim_count && relation->parts[i].claim != relation->whole);
        need(relation->parts[i].label.begin <= relation->parts[i].label.end && relation->parts[i].label.end <= length);
        (void)gj_decimal_add(sum, report->claims[relation->parts[i].claim].value, &sum);
    }
    if (relation->second != GJ_NOT_FOUND)
        (void)gj_decimal_add(total, report->claims[relation->second].value, &total);
    need(relation->part_count > 0 && sum == relation->sum);
    need(relation->state != GJ_HOLDS || relation->rounded || sum == total);
    need(relation->state != GJ_TOO_MUCH || sum > total);
    need(relation->state != GJ_TOO_LITTLE || sum < total);
}

static void check(const gj_report *report)
{
    for (size_t i = 0; i < report->relation_count; i++) {
        const gj_relation *relation = &report->relations[i];
        size_t length = report->paragraphs[relation->paragraph].text->text.len;
        need(relation->whole < report->claim_count && none_or_claim(report, relation->second));
        need(none_or_claim(report, relation->before) && none_or_claim(report, relation->figure));
        need(relation->in_text.begin <= relation->in_text.end && relation->in_text.end <= length);
        need(report->claims[relation->whole].paragraph == relation->paragraph);
        if (relation->kind == GJ_BREAKDOWN)
            check_breakdown(report, relation, length);
        else
            need(relation->kind == GJ_CHANGE || relation->part_count == 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static gj_ruleset *ruleset; /* opened once: loading it costs more than a hundred inputs */
    static const char before[] = "某镇人民政府2024年政府信息公开工作年度报告\n\n一、总体情况\n\n";
    gj_error err = { .status = GJ_OK };
    if (!ruleset)
        need(gj_ruleset_open(GJ_LIT(""), NULL, 0, &ruleset, &err) == GJ_OK);
    if (gj_utf8_check((gj_slice){ (const char *)data, size }) != GJ_NOT_FOUND)
        return 0;
    gj_arena *arena = gj_arena_new(64 * GJ_MIB);
    char *bytes = arena ? gj_arena_alloc(arena, sizeof before + size) : NULL;
    if (bytes) {
        gj_document *document;
        gj_report *report;
        gj_given given = { .year = 0 };
        memcpy(bytes, before, sizeof before - 1);
        if (size)
            memcpy(bytes + sizeof before - 1, data, size);
        gj_slice text = { bytes, sizeof before - 1 + size };
        if (gj_read(arena, GJ_LIT("fuzz.txt"), text, GJ_FORMAT_TEXT, &document, &err) == GJ_OK &&
            gj_bind(arena, document, ruleset->forms, &given, &report, &err) == GJ_OK)
            check(report);
    }
    gj_arena_free(arena);
    return 0;
}
