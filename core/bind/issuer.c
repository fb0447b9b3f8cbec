/* What a body's name says of it. */
#include "identity.h"

#include "../base/utf8.h"

#define MAX_NAME_CHARS 40

static bool wanted(const gj_issuer_rule *rule, const gj_issuer_words *known)
{
    return (rule->level.len && !known->level.len) || (rule->kind.len && !known->kind.len) ||
           (rule->scope.len && !known->scope.len) || (rule->province.len && !known->province.len);
}

static bool has_needle(const gj_issuer_rule *rule, gj_slice name)
{
    for (size_t i = 0; i < rule->needle_count; i++)
        if (gj_slice_find(name, rule->needles[i], 0) != GJ_NOT_FOUND)
            return true;
    return !rule->needle_count;
}

static void keep(gj_slice *known, gj_slice said)
{
    if (!known->len)
        *known = said;
}

gj_status gj_issuer_read(gj_arena *arena, const gj_forms *forms, gj_slice name, gj_issuer_words *out, gj_error *err)
{
    *out = (gj_issuer_words){ 0 };
    gj_slice folded = gj_utf8_fold(arena, name);
    if (!folded.data)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < forms->issuer_count && folded.len; i++) {
        const gj_issuer_rule *rule = &forms->issuers[i];
        gj_match match;
        if (!wanted(rule, out) || !has_needle(rule, folded))
            continue;
        gj_match_result result = gj_pattern_search(rule->pattern, folded, 0, &match, err);
        if (result == GJ_MATCH_FAILED)
            return err && err->status ? err->status : GJ_RULES;
        if (result != GJ_MATCH_FOUND)
            continue;
        keep(&out->level, rule->level);
        keep(&out->kind, rule->kind);
        keep(&out->scope, rule->scope);
        keep(&out->province, rule->province);
    }
    return GJ_OK;
}

/* The part of a line before its date; empty where the line is no mere name. */
static gj_slice name_part(gj_slice line)
{
    size_t at = 0, end = line.len;
    while (at < line.len) {
        size_t start = at;
        uint32_t code = gj_utf8_next(line, &at);
        if ((code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19)) {
            end = start;
            break;
        }
        if (!gj_is_han(code) && !gj_is_space(code))
            return (gj_slice){ NULL, 0 };
    }
    size_t rest = end;
    return end == line.len || gj_year_next(line, &rest) ? gj_slice_trim(gj_slice_sub(line, 0, end))
                                                        : (gj_slice){ NULL, 0 };
}

gj_status gj_issuer_line(gj_arena *arena, const gj_forms *forms, gj_slice line, gj_slice *name, gj_error *err)
{
    gj_issuer_words words;
    *name = (gj_slice){ NULL, 0 };
    gj_slice part = name_part(gj_slice_trim(line));
    if (!part.len || part.len > MAX_NAME_CHARS * 4 || gj_utf8_count(part) > MAX_NAME_CHARS)
        return GJ_OK;
    GJ_TRY(gj_issuer_read(arena, forms, part, &words, err));
    if (words.kind.len && words.level.len)
        *name = part;
    return GJ_OK;
}
