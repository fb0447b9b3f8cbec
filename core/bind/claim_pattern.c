/* claim_pattern.c - `{n}` in a claim pattern becomes a group that reads a number. */
#include "claim_pattern.h"
#include "number.h"

struct gj_full_pattern {
    gj_matcher *matcher;
    gj_slice written;
    gj_pattern *pattern; /* NULL until first needed */
};

static gj_slice write_out(gj_arena *arena, gj_slice written, gj_slice group, size_t *times)
{
    const gj_slice mark = GJ_LIT("{n}");
    size_t at = gj_slice_find(written, mark, 0);
    *times = 0;
    if (at == GJ_NOT_FOUND)
        return gj_arena_copy(arena, written);
    for (size_t next = at; next != GJ_NOT_FOUND; next = gj_slice_find(written, mark, next + mark.len))
        ++*times;
    gj_slice before = gj_slice_sub(written, 0, at), after = gj_slice_sub(written, at + mark.len, written.len);
    const gj_slice parts[] = { before, group, after };
    char *out = gj_arena_alloc(arena, before.len + group.len + after.len + 1);
    gj_slice whole = { out, 0 };
    for (size_t i = 0; out && i < 3; i++) {
        GJ_KNOWN(!parts[i].len || parts[i].data);
        if (parts[i].len)
            memcpy(out + whole.len, parts[i].data, parts[i].len);
        whole.len += parts[i].len;
    }
    return whole;
}

gj_slice gj_claim_pattern_source(gj_arena *arena, gj_slice written, size_t *times)
{
    return write_out(arena, written, GJ_LIT(GJ_QUANTITY_GROUP), times);
}

gj_slice gj_claim_pattern_plain(gj_arena *arena, gj_slice written, size_t *times)
{
    return write_out(arena, written, GJ_LIT(GJ_QUANTITY_PLAIN), times);
}

gj_full_pattern *gj_full_pattern_new(gj_arena *arena, gj_matcher *matcher, gj_slice written)
{
    gj_full_pattern *full = GJ_NEW(arena, gj_full_pattern);
    if (!full)
        return NULL;
    full->matcher = matcher;
    full->written = gj_arena_copy(arena, written);
    return full->written.data ? full : NULL;
}

gj_status gj_full_pattern_get(gj_arena *scratch, gj_full_pattern *full, gj_pattern **out, gj_error *err)
{
    if (!full->pattern) {
        size_t times;
        gj_slice source = gj_claim_pattern_source(scratch, full->written, &times);
        if (!source.data)
            return gj_fail_nomem(err);
        GJ_TRY(gj_pattern_new(full->matcher, source, false, &full->pattern, err));
    }
    *out = full->pattern;
    return GJ_OK;
}
