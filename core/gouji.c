#include "gouji.h"

#include "base/digest.h"

const char *gj_version(void)
{
    return GJ_VERSION;
}

gj_status gj_open_report(gj_arena *arena, gj_ruleset *ruleset, gj_slice path, gj_slice bytes,
                         const gj_check_options *options, gj_report **out, gj_error *err)
{
    gj_document *document = NULL;
    GJ_TRY(gj_read(arena, path, bytes, options->as, &document, err));
    return gj_bind(arena, document, ruleset->forms, &options->given, out, err);
}

gj_status gj_check(gj_arena *arena, gj_ruleset *ruleset, gj_slice path, gj_slice bytes, const gj_check_options *options,
                   gj_result **out, gj_error *err)
{
    gj_report *report = NULL;
    gj_error local;
    if (!err)
        err = &local;
    gj_status status = gj_open_report(arena, ruleset, path, bytes, options, &report, err);
    if (status == GJ_OK)
        status = gj_judge(arena, ruleset, report, &options->judge, out, err);
    else if (status == GJ_INPUT || status == GJ_LIMIT)
        status = gj_result_failed(arena, path, GJ_UNREADABLE, err, out);
    if (status != GJ_OK)
        return status;
    (*out)->path = path;
    gj_digest_of(bytes, (*out)->sha256);
    return GJ_OK;
}
