#include "gouji.h"

#include "base/digest.h"
#include "show/page/facsimile.h"
#include "show/record/record.h"

const char *gj_version(void)
{
    return GJ_VERSION;
}

static void note(gj_arena *arena, gj_report *report, const char *kind, gj_slice text, const char *zh, const char *en)
{
    gj_report_notice(arena, report, kind, (gj_span){ GJ_NOT_FOUND, GJ_NOT_FOUND }, (gj_slice){ NULL, 0 }, text, zh, en);
}

/* "2023/某镇.md（reason）" */
static gj_slice with_reason(gj_arena *arena, gj_slice path, gj_slice reason)
{
    return reason.len ? gj_arena_format(arena, "%.*s（%.*s）", GJ_ARG(path), GJ_ARG(reason)) : path;
}

static void refuse_prior(gj_arena *arena, gj_report *report, const gj_prior_input *input, const gj_error *why)
{
    gj_slice reason = gj_arena_copy(arena, gj_slice_of(why->zh));
    note(arena, report, "prior_unreadable", with_reason(arena, input->path, reason),
         "上年报告读不了，年度间的比较没有做；请换一个能读的文件",
         "last year's report cannot be read, so the two years were not compared; give a file that can be read");
}

static void judge_fit(gj_arena *arena, gj_report *report, const gj_report *prior, const gj_prior_input *input,
                      gj_prior_fit fit)
{
    gj_slice reason = prior->name.value;
    switch (fit) {
    case GJ_PRIOR_FITS:
        break;
    case GJ_PRIOR_UNNAMED:
        note(arena, report, "prior_unnamed", input->path,
             "两份报告有一份看不出是哪个机关的，未能核对是否同一机关，按指定的上年报告比较",
             "the issuer of one of the two reports is not known; it was taken for last year's as you said");
        break;
    case GJ_PRIOR_NO_YEAR:
        note(
            arena, report, "prior_unfit", input->path,
            "看不出这两份报告各是哪一年的，没有采用，年度间的比较没有做；请在标题写明年度，或用 --year 指明",
            "the year of one of the two reports is not known, so they were not compared; state it in the title or with "
            "--year");
        return;
    case GJ_PRIOR_OTHER_YEAR:
        reason = gj_arena_format(arena, "%d", prior->year);
        note(arena, report, "prior_unfit", with_reason(arena, input->path, reason),
             "指定的上年报告不是上一年度的，没有采用，年度间的比较没有做；请核对文件",
             "what was given as last year's report is of another year, so it was not compared; check the file");
        return;
    case GJ_PRIOR_OTHER_ISSUER:
        note(arena, report, "prior_unfit", with_reason(arena, input->path, reason),
             "指定的上年报告是另一个机关的，没有采用，年度间的比较没有做；机关更名或合并的，请用 --unit 写明名称",
             "what was given as last year's report is another body's, so it was not compared; for a body that was "
             "renamed "
             "or merged give its name with --unit");
        return;
    }
    report->prior = prior;
}

/* What stands in the way of the prior is this report's notice, not its failure; only memory is. */
static gj_status attach_prior(gj_arena *arena, gj_ruleset *ruleset, gj_report *report, const gj_prior_input *input,
                              gj_error *err)
{
    if (input->chosen == GJ_PRIOR_NONE) {
        if (input->rivals.len)
            note(arena, report, "prior_ambiguous", input->rivals,
                 "不止一份可能是上年报告，一份也没有采用；请用 --prior 指明",
                 "more than one file might be last year's report, so none was taken; say which with --prior");
        return GJ_OK;
    }
    if (input->error) {
        refuse_prior(arena, report, input, input->error);
        return GJ_OK;
    }
    gj_document *document = NULL;
    gj_report *prior = NULL;
    gj_error why = { .status = GJ_OK };
    gj_prior_fit fit = GJ_PRIOR_FITS;
    gj_status status = gj_read(arena, input->path, input->bytes, input->as, &document, &why);
    if (status == GJ_OK)
        status = gj_bind(arena, document, ruleset->forms, &input->given, &prior, &why);
    if (status == GJ_OK)
        status = gj_prior_compare(arena, report, prior, &fit, &why);
    if (status == GJ_NOMEM)
        return gj_fail_nomem(err);
    if (status == GJ_OK)
        judge_fit(arena, report, prior, input, fit);
    else
        refuse_prior(arena, report, input, &why);
    return gj_arena_failed(arena) ? gj_fail_nomem(err) : GJ_OK;
}

gj_status gj_open_report(gj_arena *arena, gj_ruleset *ruleset, gj_slice path, gj_slice bytes,
                         const gj_check_options *options, gj_report **out, gj_error *err)
{
    gj_document *document = NULL;
    GJ_TRY(gj_read(arena, path, bytes, options->as, &document, err));
    GJ_TRY(gj_bind(arena, document, ruleset->forms, &options->given, out, err));
    return options->prior ? attach_prior(arena, ruleset, *out, options->prior, err) : GJ_OK;
}

gj_status gj_identify(gj_arena *arena, gj_ruleset *ruleset, gj_slice path, gj_slice bytes,
                      const gj_check_options *options, gj_brief *out, gj_error *err)
{
    gj_document *document = NULL;
    GJ_TRY(gj_read(arena, path, bytes, options->as, &document, err));
    return gj_brief_read(arena, document, ruleset->forms, &options->given, out, err);
}

/* What a folder's walk cannot see from outside. `document` NULL: it could not be read. */
static bool no_report(const gj_ruleset *ruleset, gj_slice path, gj_slice bytes, const gj_document *document)
{
    if (!document)
        return gj_is_unclaimed_json(path, bytes);
    bool opened =
        document->format == GJ_FORMAT_DOCX || document->format == GJ_FORMAT_PDF || document->format == GJ_FORMAT_OFD;
    return opened && !gj_document_is_report(document, ruleset->forms->report_hints, ruleset->forms->report_hint_count);
}

/* The record is of the report by itself: what last year's report changes is found when the collection is judged. */
static gj_status make_record(gj_arena *arena, gj_ruleset *ruleset, gj_report *report, const gj_check_options *options,
                             gj_result *result, gj_error *err)
{
    gj_result *alone = result;
    gj_buffer line;
    if (report && report->prior) {
        const gj_report *prior = report->prior;
        report->prior = NULL;
        gj_status status = gj_judge(arena, ruleset, report, &options->judge, &alone, err);
        report->prior = prior;
        if (status != GJ_OK)
            return status;
        alone->path = result->path;
        memcpy(alone->sha256, result->sha256, sizeof alone->sha256);
    }
    gj_buffer_init(&line, GJ_MAX_RECORD);
    gj_status status = gj_show_record(arena, ruleset, report, alone, &options->judge, &line);
    if (status == GJ_OK) {
        result->record = gj_arena_copy(arena, gj_buffer_slice(&line));
        status = result->record.data ? GJ_OK : gj_fail_nomem(err);
    } else if (status == GJ_NOMEM) {
        (void)gj_fail_nomem(err);
    } else {
        (void)gj_fail(err, status, GJ_NOWHERE, "这份报告的事实记录超过 %d 兆字节",
                      "the facts record of this report is larger than %d MiB", (int)(GJ_MAX_RECORD / GJ_MIB));
    }
    gj_buffer_free(&line);
    return status;
}

gj_status gj_check(gj_arena *arena, gj_ruleset *ruleset, gj_slice path, gj_slice bytes, const gj_check_options *options,
                   gj_result **out, gj_error *err)
{
    gj_report *report = NULL;
    gj_error local;
    if (!err)
        err = &local;
    gj_status status = gj_open_report(arena, ruleset, path, bytes, options, &report, err);
    bool opened = status == GJ_OK || status == GJ_INPUT;
    if (opened && options->met && no_report(ruleset, path, bytes, status == GJ_OK ? report->document : NULL)) {
        GJ_TRY(gj_result_failed(arena, path, GJ_PASSED_OVER, NULL, out));
        return GJ_OK;
    }
    if (status == GJ_OK)
        status = gj_judge(arena, ruleset, report, &options->judge, out, err);
    else if (status == GJ_INPUT || status == GJ_LIMIT)
        status = gj_result_failed(arena, path, GJ_UNREADABLE, err, out);
    if (status != GJ_OK)
        return status;
    (*out)->path = path;
    if (!options->undigested)
        gj_digest_of(bytes, (*out)->sha256);
    if (report && report->prior) {
        (*out)->prior = (gj_prior_ref){ .chosen = options->prior->chosen, .path = options->prior->path };
        if (!options->undigested)
            gj_digest_of(options->prior->bytes, (*out)->prior.sha256);
    }
    if (options->record)
        GJ_TRY(make_record(arena, ruleset, report, options, *out, err));
    return report && options->facsimile ? gj_facsimile_make(arena, report, *out, err) : GJ_OK;
}
