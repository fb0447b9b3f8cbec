/* Issuer patterns and claim kinds from Lua. */
#include "form_lua.h"
#include "number.h"

static gj_status read_needles(gj_fields *f, gj_slice **needles, size_t *count)
{
    return gj_field_strings(f, "needles", false, needles, count);
}

typedef struct issuer_context {
    gj_matcher *matcher;
    gj_issuer_rule *rules;
} issuer_context;

static gj_status read_issuer(gj_fields *f, size_t index, void *context)
{
    static const char *const known[] = { "pattern", "needles", "level", "kind", "scope", "province", NULL };
    issuer_context *all = context;
    gj_issuer_rule *rule = &all->rules[index];
    gj_slice source;
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "pattern", &source));
    GJ_TRY(read_needles(f, &rule->needles, &rule->needle_count));
    GJ_TRY(gj_field_optional(f, "level", &rule->level));
    GJ_TRY(gj_field_optional(f, "kind", &rule->kind));
    GJ_TRY(gj_field_optional(f, "scope", &rule->scope));
    GJ_TRY(gj_field_optional(f, "province", &rule->province));
    return gj_pattern_new(all->matcher, source, false, &rule->pattern, f->err);
}

gj_status gj_issuers_from_lua(gj_fields *f, gj_matcher *matcher, gj_issuer_rule **out, size_t *count)
{
    GJ_TRY(gj_elements_count(f, NULL, false, GJ_MAX_RULES, count));
    issuer_context all = { matcher, GJ_ARRAY(f->arena, *count, gj_issuer_rule) };
    if (!all.rules)
        return gj_fail_nomem(f->err);
    *out = all.rules;
    return gj_elements_read(f, NULL, "issuer", read_issuer, &all);
}

typedef struct claim_context {
    gj_matcher *matcher;
    gj_claim_kind *kinds; /* all of them while kinds are read, the one being read below */
} claim_context;

/* The pattern is element 1, without a name. */
static gj_status read_source(gj_fields *f, gj_matcher *matcher, gj_claim_pattern *pattern)
{
    lua_rawgeti(f->L, f->index, 1);
    size_t length = 0, times = 0;
    const char *text = lua_type(f->L, -1) == LUA_TSTRING ? lua_tolstring(f->L, -1, &length) : NULL;
    gj_slice source = { NULL, 0 };
    if (text)
        source = gj_claim_pattern_plain(f->arena, (gj_slice){ text, length }, &times);
    if (times && !(pattern->full = gj_full_pattern_new(f->arena, matcher, (gj_slice){ text, length })))
        source.data = NULL;
    lua_pop(f->L, 1);
    if (!text)
        return gj_field_fail(f, "1", "第一个元素应是正则式", "the first element must be a pattern");
    if (!source.data)
        return gj_fail_nomem(f->err);
    if (times > 1 || (!times && !pattern->zero))
        return gj_field_fail(f, "1", "{n} 应恰好出现一次（zero = true 时可以没有）",
                             "{n} must stand there once (with zero = true it may be left out)");
    if (times && length + sizeof GJ_QUANTITY_GROUP > GJ_MAX_PATTERN)
        return gj_field_fail(f, "1", "正则式太长", "the pattern is too long");
    return gj_pattern_new(matcher, source, false, &pattern->pattern, f->err);
}

/* Besides its source a pattern has three fields with names; any other is a slip. Elements are plain tables (elements.c). */
static gj_status check_pattern(gj_fields *f)
{
    lua_State *L = f->L;
    for (lua_pushnil(L); lua_next(L, f->index); lua_pop(L, 1)) {
        gj_slice name = { NULL, 0 };
        if (lua_type(L, -2) == LUA_TSTRING)
            name.data = lua_tolstring(L, -2, &name.len);
        bool known = name.data
                         ? gj_slice_is(name, "needles") || gj_slice_is(name, "unless") || gj_slice_is(name, "zero")
                         : lua_isinteger(L, -2) && lua_tointeger(L, -2) == 1;
        if (!known) {
            lua_pop(L, 2);
            return gj_field_fail(f, "patterns", "只能有正则式和 needles、unless、zero",
                                 "only a pattern, needles, unless and zero may stand here");
        }
    }
    return GJ_OK;
}

static gj_status read_pattern(gj_fields *f, size_t index, void *context)
{
    claim_context *claim = context;
    gj_claim_pattern *pattern = &claim->kinds->patterns[index];
    gj_slice unless;
    GJ_TRY(check_pattern(f));
    GJ_TRY(gj_field_bool(f, "zero", &pattern->zero));
    GJ_TRY(read_source(f, claim->matcher, pattern));
    GJ_TRY(read_needles(f, &pattern->needles, &pattern->needle_count));
    GJ_TRY(gj_field_optional(f, "unless", &unless));
    return unless.len ? gj_pattern_new(claim->matcher, unless, false, &pattern->unless, f->err) : GJ_OK;
}

static gj_status read_tie(gj_fields *f, size_t index, void *context)
{
    static const char *const known[] = { "cells", "reading", "unstated", NULL };
    gj_tie *tie = &((claim_context *)context)->kinds->ties[index];
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_strings(f, "cells", true, &tie->cells, &tie->cell_count));
    GJ_TRY(gj_field_words(f, "reading", false, &tie->reading));
    return gj_field_bool(f, "unstated", &tie->unstated);
}

static gj_status read_claim(gj_fields *f, size_t index, void *context)
{
    static const char *const known[] = { "key", "name", "units", "sections", "patterns", "ties", NULL };
    claim_context *all = context;
    gj_claim_kind *kind = &all->kinds[index];
    claim_context one = { all->matcher, kind };
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "key", &kind->key));
    GJ_TRY(gj_field_words(f, "name", true, &kind->name));
    GJ_TRY(gj_field_strings(f, "units", false, &kind->units, &kind->unit_count));
    GJ_TRY(gj_field_strings(f, "sections", false, &kind->sections, &kind->section_count));
    GJ_TRY(gj_elements_count(f, "patterns", true, GJ_MAX_RULES, &kind->pattern_count));
    GJ_TRY(gj_elements_count(f, "ties", false, GJ_MAX_TERMS, &kind->tie_count));
    kind->patterns = GJ_ARRAY(f->arena, kind->pattern_count, gj_claim_pattern);
    kind->ties = GJ_ARRAY(f->arena, kind->tie_count, gj_tie);
    if (!kind->patterns || !kind->ties)
        return gj_fail_nomem(f->err);
    GJ_TRY(gj_elements_read(f, "patterns", "pattern", read_pattern, &one));
    return gj_elements_read(f, "ties", "tie", read_tie, &one);
}

gj_status gj_claims_from_lua(gj_fields *f, gj_matcher *matcher, gj_claim_kind **out, size_t *count)
{
    GJ_TRY(gj_elements_count(f, NULL, false, GJ_MAX_RULES, count));
    claim_context all = { matcher, GJ_ARRAY(f->arena, *count, gj_claim_kind) };
    if (!all.kinds)
        return gj_fail_nomem(f->err);
    *out = all.kinds;
    return gj_elements_read(f, NULL, "claim", read_claim, &all);
}
