#include "prior.h"

#include "../base/utf8.h"

/* The same year and name that the whole binding would find: its first stage alone. */
gj_status gj_brief_read(gj_arena *arena, const gj_document *document, const gj_forms *forms, const gj_given *given,
                        gj_brief *out, gj_error *err)
{
    gj_report *report = GJ_NEW(arena, gj_report);
    if (!report)
        return gj_fail_nomem(err);
    report->document = document;
    report->forms = forms;
    GJ_TRY(gj_bind_identity(arena, report, given, err));
    *out = (gj_brief){ report->year, gj_utf8_fold(arena, report->name.value) };
    return out->name.data ? GJ_OK : gj_fail_nomem(err);
}

gj_status gj_prior_compare(gj_arena *arena, const gj_report *report, const gj_report *prior, gj_prior_fit *out,
                           gj_error *err)
{
    gj_slice a = gj_utf8_fold(arena, report->name.value), b = gj_utf8_fold(arena, prior->name.value);
    if (!a.data || !b.data)
        return gj_fail_nomem(err);
    if (!report->year || !prior->year)
        *out = GJ_PRIOR_NO_YEAR;
    else if (prior->year != report->year - 1)
        *out = GJ_PRIOR_OTHER_YEAR;
    else if (!a.len || !b.len)
        *out = GJ_PRIOR_UNNAMED;
    else
        *out = gj_slice_equal(a, b) ? GJ_PRIOR_FITS : GJ_PRIOR_OTHER_ISSUER;
    return GJ_OK;
}
