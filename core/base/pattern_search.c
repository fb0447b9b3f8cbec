/* Searching a text for a pattern, within bounds. */
#include "pattern_private.h"

static gj_status find_needles(gj_pattern *p, gj_error *err)
{
    gj_needle found[GJ_PATTERN_NEEDLES];
    size_t count = gj_pattern_needles(p->source, found);
    gj_needle *kept = GJ_ARRAY(p->matcher->arena, count, gj_needle);
    if (!kept)
        return gj_fail_nomem(err);
    if (count)
        memcpy(kept, found, count * sizeof *found);
    p->needles = kept;
    p->needle_count = count;
    return GJ_OK;
}

uint64_t gj_pattern_holders(gj_pattern *p, const gj_pair_index *index)
{
    gj_error err;
    if (!index || (!p->needles && find_needles(p, &err) != GJ_OK)) /* the search will say so */
        return GJ_PAIR_ALL;
    return gj_needles_holders(p->source, p->needles, p->needle_count, index);
}

typedef struct search {
    gj_pattern *pattern;
    gj_slice subject;
    size_t left;          /* bytes to look at */
    uint32_t limit, most; /* steps from one start position: what is granted, and what may be */
} search;

/* PCRE2 counts its match limit anew at every start position, and one counted step may loop over the rest of the text. So the
 * limit begins low, each higher one is charged in proportion, long texts are charged more, and what is charged bounds the time. */
static void grant(search *s, uint32_t limit)
{
    gj_matcher *m = s->pattern->matcher;
    s->limit = limit < s->most ? limit : s->most;
    m->bytes += s->left * (1 + s->left / 4096) * (s->limit / GJ_MATCH_EFFORT);
    pcre2_set_match_limit(m->match, s->limit);
}

static int match_from(search *s, size_t from, uint32_t options)
{
    const gj_matcher *m = s->pattern->matcher;
    for (;;) {
        int result = pcre2_match(s->pattern->code, (PCRE2_SPTR)s->subject.data, s->subject.len, from,
                                 PCRE2_NO_UTF_CHECK | options, m->data, m->match);
        if (result != PCRE2_ERROR_MATCHLIMIT || s->limit == s->most)
            return result;
        grant(s, s->limit * 8);
    }
}

/* Where it is known how a match begins, only these places are tried. */
static int run(gj_pattern *p, gj_slice subject, size_t from)
{
    size_t left = subject.len - from + 1;
    search s = { p, subject, left, 0, GJ_MATCH_LIMIT };
    if (GJ_MATCH_WORK / left < GJ_MATCH_LIMIT)
        s.most = (uint32_t)(GJ_MATCH_WORK / left);
    grant(&s, GJ_MATCH_EFFORT);
    if (!p->first)
        return match_from(&s, from, 0);
    int result = PCRE2_ERROR_NOMATCH;
    for (size_t at = from; result == PCRE2_ERROR_NOMATCH; at++) {
        at = gj_char_set_find(p->first, subject, at);
        if (at == GJ_NOT_FOUND)
            break;
        result = match_from(&s, at, PCRE2_ANCHORED);
        while (at + 1 < subject.len && ((unsigned char)subject.data[at + 1] & 0xC0) == 0x80)
            at++;
    }
    return result;
}

static void take(const gj_pattern *p, gj_match *out)
{
    const size_t *found = pcre2_get_ovector_pointer(p->matcher->data);
    out->group_count = p->groups;
    for (size_t i = 0; i < p->groups; i++) {
        bool set = found[2 * i] != PCRE2_UNSET && found[2 * i] <= found[2 * i + 1];
        out->groups[i] = set ? (gj_span){ found[2 * i], found[2 * i + 1] } : (gj_span){ GJ_NOT_FOUND, GJ_NOT_FOUND };
    }
    if (out->groups[0].begin == GJ_NOT_FOUND) /* \K past the end of the match */
        out->groups[0] = (gj_span){ found[1], found[1] };
    out->whole = out->groups[0];
}

/* A pattern of plain characters and nothing else: PCRE2 is not asked. */
static bool is_literal(const gj_pattern *p)
{
    GJ_KNOWN(!p->needle_count || p->needles);
    return p->needle_count == 1 && p->needles[0].begin == 0 && p->needles[0].end == p->source.len;
}

static gj_match_result find_literal(const gj_pattern *p, gj_slice subject, size_t from, gj_match *out)
{
    size_t at = gj_slice_find(subject, p->source, from);
    if (at == GJ_NOT_FOUND)
        return GJ_MATCH_NONE;
    out->group_count = 1;
    out->groups[0] = out->whole = (gj_span){ at, at + p->source.len };
    return GJ_MATCH_FOUND;
}

gj_match_result gj_pattern_search(gj_pattern *p, gj_slice subject, size_t from, gj_match *out, gj_error *err)
{
    if (from > subject.len)
        return GJ_MATCH_NONE;
    if (subject.len > GJ_MAX_SUBJECT) {
        (void)gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "一段文字太长（%zu 字节），无法匹配",
                      "a text of %zu bytes is too long to match", subject.len);
        return GJ_MATCH_LIMITED;
    }
    if (!subject.data)
        subject.data = "";
    if (!p->needles && find_needles(p, err) != GJ_OK)
        return GJ_MATCH_FAILED;
    p->matcher->bytes += (subject.len - from) / 8; /* looking is far cheaper than matching, and charged so */
    if (is_literal(p))
        return find_literal(p, subject, from, out);
    if (!gj_needles_stand(p->source, p->needles, p->needle_count, subject, from))
        return GJ_MATCH_NONE;
    if (gj_pattern_compile(p, err) != GJ_OK)
        return GJ_MATCH_FAILED;
    int result = run(p, subject, from);
    if (result >= 0) {
        take(p, out);
        return GJ_MATCH_FOUND;
    }
    gj_slice start = gj_pattern_shown(p->source);
    switch (result) {
    case PCRE2_ERROR_NOMATCH:
        return GJ_MATCH_NONE;
    case PCRE2_ERROR_MATCHLIMIT:
    case PCRE2_ERROR_DEPTHLIMIT:
    case PCRE2_ERROR_HEAPLIMIT:
        (void)gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "匹配超出步数上限：%.*s", "matching took too many steps: %.*s",
                      GJ_ARG(start));
        return GJ_MATCH_LIMITED;
    case PCRE2_ERROR_NOMEMORY:
        (void)gj_fail_nomem(err);
        return GJ_MATCH_FAILED;
    default:
        (void)gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "匹配失败（%d）：%.*s", "matching failed (%d): %.*s", result,
                      GJ_ARG(start));
        return GJ_MATCH_FAILED;
    }
}
