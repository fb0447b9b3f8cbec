/* The patterns of a matcher: registered, found again, compiled or taken over when first needed. Matching is in pattern_search.c. */
#include "pattern_private.h"
#include "utf8.h"

#include <stdlib.h>

gj_status gj_matcher_new(gj_matcher **out, gj_error *err)
{
    gj_matcher *m = calloc(1, sizeof *m);
    if (!m)
        return gj_fail_nomem(err);
    m->arena = gj_arena_new(0);
    m->compile = pcre2_compile_context_create(NULL);
    m->match = pcre2_match_context_create(NULL);
    m->data = pcre2_match_data_create(GJ_MAX_GROUPS, NULL);
    if (!m->arena || !m->compile || !m->match || !m->data) {
        gj_matcher_free(m);
        return gj_fail_nomem(err);
    }
    m->strictness = GJ_WHEN_GIVEN;
    pcre2_set_newline(m->compile, PCRE2_NEWLINE_LF);
    pcre2_set_bsr(m->compile, PCRE2_BSR_UNICODE);
    pcre2_set_depth_limit(m->match, GJ_MATCH_DEPTH);
    pcre2_set_heap_limit(m->match, GJ_MATCH_HEAP_KIB);
    *out = m;
    return GJ_OK;
}

void gj_matcher_free(gj_matcher *m)
{
    if (!m)
        return;
    for (size_t i = 0; i < GJ_MATCHER_BUCKETS; i++)
        for (gj_pattern *p = m->buckets[i]; p; p = p->next)
            pcre2_code_free(p->code);
    for (size_t i = 0; m->made && i < m->ready->count; i++)
        pcre2_code_free(m->made[i]);
    pcre2_match_data_free(m->data);
    pcre2_match_context_free(m->match);
    pcre2_compile_context_free(m->compile);
    gj_arena_free(m->arena);
    free(m);
}

void gj_matcher_strict(gj_matcher *m, gj_strictness strictness)
{
    m->strictness = strictness;
}

size_t gj_matcher_bytes(const gj_matcher *m)
{
    return m->bytes;
}

void gj_matcher_reset_bytes(gj_matcher *m)
{
    m->bytes = 0;
}

gj_slice gj_pattern_source(const gj_pattern *p)
{
    return p->source;
}

gj_slice gj_pattern_shown(gj_slice source)
{
    return gj_utf8_cut(source, 120);
}

static gj_status flawed(gj_error *err, const char *zh, const char *en, size_t offset, gj_slice source)
{
    gj_slice start = gj_pattern_shown(source);
    return gj_fail(err, GJ_RULES, GJ_NOWHERE, "匹配式有误：%s%.0s（第 %zu 字节）：%.*s",
                   "pattern: %.0s%s (byte %zu): %.*s", zh, en, offset + 1, GJ_ARG(start));
}

static gj_status find_first(gj_pattern *p, gj_error *err)
{
    gj_char_set first;
    if (p->first || !gj_pattern_first(p->source, &first))
        return GJ_OK;
    gj_char_set *kept = GJ_NEW(p->matcher->arena, gj_char_set);
    if (!kept)
        return gj_fail_nomem(err);
    *kept = first;
    p->first = kept;
    return GJ_OK;
}

/* All at once: they share their tables. */
static gj_status decode(gj_matcher *m, gj_error *err)
{
    pcre2_code **made = GJ_ARRAY(m->arena, m->ready->count, pcre2_code *);
    if (!made)
        return gj_fail_nomem(err);
    int32_t count = pcre2_serialize_decode(made, (int32_t)m->ready->count, m->ready->codes, NULL);
    if (count == PCRE2_ERROR_NOMEMORY)
        return gj_fail_nomem(err);
    m->refused = count != (int32_t)m->ready->count;
    m->made = m->refused ? NULL : made;
    return GJ_OK;
}

/* The code that was made when the binary was built, if there is one. */
static gj_status take_made(gj_pattern *p, gj_error *err)
{
    gj_matcher *m = p->matcher;
    if (!p->made || m->refused)
        return GJ_OK;
    if (!m->made)
        GJ_TRY(decode(m, err));
    if (m->refused)
        return GJ_OK;
    GJ_KNOWN(m->made);
    size_t index = (size_t)(p->made - m->ready->patterns);
    p->code = m->made[index];
    m->made[index] = NULL;
    (void)pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &p->groups);
    p->groups++;
    return GJ_OK;
}

gj_status gj_pattern_compile(gj_pattern *p, gj_error *err)
{
    if (!p->code)
        GJ_TRY(take_made(p, err));
    if (p->code)
        return GJ_OK;
    if (!p->made)
        GJ_TRY(find_first(p, err));
    gj_pattern_flaw flaw = gj_pattern_check(p->source);
    if (flaw.zh)
        return flawed(err, flaw.zh, flaw.en, flaw.offset, p->source);
    int code = 0;
    size_t offset = 0;
    const uint32_t options = PCRE2_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C;
    p->code = pcre2_compile((PCRE2_SPTR)(p->source.data ? p->source.data : ""), p->source.len, options, &code, &offset,
                            p->matcher->compile);
    if (!p->code && code == PCRE2_ERROR_HEAP_FAILED)
        return gj_fail_nomem(err);
    if (!p->code) {
        PCRE2_UCHAR reason[120] = "";
        (void)pcre2_get_error_message(code, reason, sizeof reason);
        return flawed(err, (const char *)reason, (const char *)reason, offset, p->source);
    }
    (void)pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &p->groups);
    if (++p->groups <= GJ_MAX_GROUPS)
        return GJ_OK;
    pcre2_code_free(p->code);
    p->code = NULL;
    return flawed(err, "捕获组太多（上限 15），请用 (?:…)", "too many groups (at most 15), use (?:…)", 0, p->source);
}

static gj_status add_pattern(gj_matcher *m, gj_slice source, uint32_t hash, gj_pattern **out, gj_error *err)
{
    gj_pattern_flaw flaw = { .zh = NULL };
    if (m->strictness != GJ_WHEN_MATCHED)
        flaw = gj_pattern_check(source);
    if (flaw.zh)
        return flawed(err, flaw.zh, flaw.en, flaw.offset, source);
    if (m->count >= GJ_MAX_PATTERNS)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "匹配式太多（上限 %d）", "too many patterns (at most %d)",
                       GJ_MAX_PATTERNS);
    gj_pattern *p = GJ_NEW(m->arena, gj_pattern);
    if (!p)
        return gj_fail_nomem(err);
    p->matcher = m;
    p->hash = hash;
    p->source = gj_arena_copy(m->arena, source);
    if (!p->source.data)
        return gj_fail_nomem(err);
    p->made = gj_ready_find(m->ready, hash, source);
    if (p->made) {
        p->needles = m->ready->needles + p->made->needle;
        p->needle_count = p->made->needles;
        p->first = p->made->first ? &m->ready->firsts[p->made->first - 1] : NULL;
    }
    p->next = m->buckets[hash % GJ_MATCHER_BUCKETS];
    m->buckets[hash % GJ_MATCHER_BUCKETS] = p;
    m->count++;
    *out = p;
    return GJ_OK;
}

gj_status gj_pattern_new(gj_matcher *m, gj_slice source, bool now, gj_pattern **out, gj_error *err)
{
    uint32_t hash = gj_pattern_hash(source);
    gj_pattern *p = m->buckets[hash % GJ_MATCHER_BUCKETS];
    while (p && (p->hash != hash || !gj_slice_equal(p->source, source)))
        p = p->next;
    if (!p)
        GJ_TRY(add_pattern(m, source, hash, &p, err));
    GJ_KNOWN(p);
    if (now || m->strictness == GJ_WHEN_GIVEN_ALL)
        GJ_TRY(gj_pattern_compile(p, err));
    *out = p;
    return GJ_OK;
}

void gj_matcher_use(gj_matcher *m, const gj_ready *ready)
{
    m->ready = ready->count ? ready : NULL;
}

gj_pattern *gj_matcher_next(const gj_matcher *m, const gj_pattern *last)
{
    if (last && last->next)
        return last->next;
    for (size_t i = last ? last->hash % GJ_MATCHER_BUCKETS + 1 : 0; i < GJ_MATCHER_BUCKETS; i++)
        if (m->buckets[i])
            return m->buckets[i];
    return NULL;
}

const void *gj_pattern_code(gj_pattern *p)
{
    return gj_pattern_compile(p, NULL) == GJ_OK ? p->code : NULL;
}

size_t gj_pattern_group(gj_pattern *p, const char *name)
{
    if (gj_pattern_compile(p, NULL) != GJ_OK)
        return 0;
    int number = pcre2_substring_number_from_name(p->code, (PCRE2_SPTR)name);
    return number > 0 ? (size_t)number : 0;
}
