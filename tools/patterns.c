/* patterns.c - a build-time program: the patterns of the ruleset in the binary, compiled, as C source (core/base/pattern_ready.h) on standard output.
 *
 *     patterns > build/gen/patterns.c
 *
 * Linked with everything but its own output. Loading the ruleset registers the patterns of its data, and those for numbers other than digits are asked
 * for. The patterns of rules are strings like any other, so all cases of all rules are run, and what they matched with is known then. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

#include "../core/base/pattern_ready.h"
#include "../core/bind/claim_pattern.h"
#include "../core/cli/cases.h"
#include "../core/judge/embedded.h"

const gj_ready gj_embedded_patterns = { .count = 0 };

typedef struct one {
    gj_slice source;
    uint32_t hash;
    const pcre2_code *code;
    gj_needle needles[GJ_PATTERN_NEEDLES];
    size_t needle_count;
    bool has_first;
    gj_char_set first;
} one;

static _Noreturn void die(const char *what)
{
    (void)fprintf(stderr, "patterns: %s\n", what);
    exit(1);
}

static void run_cases(gj_ruleset *ruleset)
{
    gj_buffer lines;
    gj_buffer_init(&lines, 0);
    for (size_t i = 0; i < ruleset->rule_count; i++) {
        gj_case_count count = { 0 };
        gj_error err;
        if (gj_run_cases(ruleset, &ruleset->rules[i], GJ_LIT("2026-01-01"), GJ_EN, &lines, &count, &err) != GJ_OK)
            die(err.en);
    }
    gj_buffer_free(&lines);
}

/* The patterns of claims for sentences with numbers of other kinds than digits. */
static void register_full(const gj_forms *forms)
{
    gj_arena *arena = gj_arena_new(0);
    gj_error err = { 0 };
    for (size_t k = 0; arena && k < forms->claim_count; k++)
        for (size_t p = 0; p < forms->claims[k].pattern_count; p++) {
            gj_full_pattern *full = forms->claims[k].patterns[p].full;
            gj_pattern *pattern;
            if (full && gj_full_pattern_get(arena, full, &pattern, &err) != GJ_OK)
                die(err.en);
        }
    gj_arena_free(arena);
}

static int by_hash(const void *a, const void *b)
{
    const one *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return gj_slice_compare(x->source, y->source);
}

/* What can be said of all good patterns, by hash. */
static size_t collect(const gj_matcher *matcher, one *all)
{
    size_t count = 0;
    for (gj_pattern *p = gj_matcher_next(matcher, NULL); p; p = gj_matcher_next(matcher, p)) {
        one *o = &all[count];
        o->source = gj_pattern_source(p);
        o->hash = gj_pattern_hash(o->source);
        o->code = gj_pattern_code(p);
        o->needle_count = gj_pattern_needles(o->source, o->needles);
        o->has_first = gj_pattern_first(o->source, &o->first);
        count += o->code != NULL;
    }
    qsort(all, count, sizeof *all, by_hash);
    return count;
}

static void write_bytes(const char *declaration, const unsigned char *bytes, size_t length)
{
    (void)printf("\n%s = {", declaration);
    for (size_t i = 0; i < length; i++)
        (void)printf("%s%u,", i % 32 ? "" : "\n", bytes[i]);
    (void)printf("\n};\n");
}

static void write_patterns(const one *all, size_t count)
{
    size_t source = 0, needle = 0, first = 0;
    (void)printf("\nstatic const gj_ready_pattern patterns[] = {\n");
    for (size_t i = 0; i < count; i++) {
        first += all[i].has_first;
        (void)printf("    { %uu, %zu, %zu, %zu, %zu, %zu },\n", all[i].hash, source, all[i].source.len, needle,
                     all[i].needle_count, all[i].has_first ? first : 0);
        source += all[i].source.len;
        needle += all[i].needle_count;
    }
    (void)printf("};\n");
}

static void write_needles(const one *all, size_t count)
{
    (void)printf("\nstatic const gj_needle needles[] = {\n");
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < all[i].needle_count; k++) {
            const gj_needle *n = &all[i].needles[k];
            (void)printf("    { %u, %u, %u, %u },\n", n->begin, n->end, n->alternative, n->step);
        }
    (void)printf("    { 0, 0, 0, 0 },\n};\n"); /* never empty */
}

static void write_firsts(const one *all, size_t count)
{
    (void)printf("\nstatic const gj_char_set firsts[] = {\n");
    for (size_t i = 0; i < count; i++) {
        (void)printf("%s", all[i].has_first ? "    { {" : "");
        for (size_t k = 0; all[i].has_first && k < GJ_CHAR_PLACES / 32; k++)
            (void)printf("%uu,", all[i].first.bits[k]);
        (void)printf("%s", all[i].has_first ? "} },\n" : "");
    }
    (void)printf("    { { 0 } },\n};\n");
}

static void write_codes(const one *all, size_t count)
{
    const pcre2_code **codes = calloc(count + 1, sizeof *codes);
    uint8_t *bytes = NULL;
    PCRE2_SIZE length = 0;
    if (!codes)
        die("out of memory");
    for (size_t i = 0; i < count; i++)
        codes[i] = all[i].code;
    if (pcre2_serialize_encode(codes, (int32_t)count, &bytes, &length, NULL) != (int32_t)count)
        die("PCRE2 cannot write its patterns");
    write_bytes("static const _Alignas(16) unsigned char codes[]", bytes, length);
    pcre2_serialize_free(bytes);
    free(codes);
}

int main(void)
{
    gj_ruleset *ruleset;
    gj_error err;
    if (gj_ruleset_open_with_cases(GJ_LIT(""), NULL, 0, &ruleset, &err) != GJ_OK)
        die(err.en);
    run_cases(ruleset);
    register_full(ruleset->forms);
    one *all = calloc(GJ_MAX_PATTERNS, sizeof *all);
    if (!all)
        die("out of memory");
    size_t count = collect(ruleset->matcher, all);
    gj_buffer sources;
    gj_buffer_init(&sources, 0);
    for (size_t i = 0; i < count; i++)
        gj_buffer_add(&sources, all[i].source);
    (void)printf("/* Made by tools/patterns.c. */\n#include \"core/judge/embedded.h\"\n");
    write_bytes("static const unsigned char sources[]", (const unsigned char *)sources.data, sources.len);
    write_patterns(all, count);
    write_needles(all, count);
    write_firsts(all, count);
    write_codes(all, count);
    (void)printf("\nconst gj_ready gj_embedded_patterns = { patterns, %zu, sources, needles, firsts, codes };\n",
                 count);
    gj_buffer_free(&sources);
    free(all);
    gj_ruleset_close(ruleset);
    return ferror(stdout) || fflush(stdout) != 0;
}
