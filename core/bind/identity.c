#include "identity.h"

#include "../base/utf8.h"

#define SIGNATURE_BLOCKS 6 /* how far from the end a signature stands */
#define PERIOD_BLOCKS 40   /* how far from the beginning the years of the text are looked at */

static const char *const LEVELS[] = { "state", "province", "city", "county", "township", "subdistrict", "zone", NULL };
static const char *const KINDS[] = { "government", "department", "other", NULL };
static const char *const SCOPES[] = { "own", "aggregate", NULL };

const gj_meta *gj_meta_any(const gj_document *document, const char *const *keys)
{
    for (; *keys; keys++) {
        const gj_meta *meta = gj_document_meta(document, gj_slice_of(*keys));
        if (meta)
            return meta;
    }
    return NULL;
}

static gj_known known(gj_slice value, gj_origin origin)
{
    return (gj_known){ value, value.len ? origin : GJ_UNKNOWN };
}

/* The body that signs at the end. */
static gj_status find_signature(gj_arena *arena, const gj_report *report, gj_slice *name, gj_error *err)
{
    *name = (gj_slice){ NULL, 0 };
    const gj_document *document = report->document;
    size_t looked = 0;
    for (size_t i = document->block_count; i > report->body_block && looked < SIGNATURE_BLOCKS && !name->len; i--) {
        const gj_block *block = &document->blocks[i - 1];
        if (block->kind != GJ_BLOCK_PARAGRAPH)
            continue;
        looked++;
        GJ_TRY(gj_issuer_line(arena, report->forms, block->text.text, name, err));
    }
    return GJ_OK;
}

/* Whether `full` names the same body as `brief`, only more fully: it holds all of it and means the same kind and level. */
static gj_status names_fully(gj_arena *arena, const gj_forms *forms, gj_slice full, gj_slice brief, bool *out,
                             gj_error *err)
{
    *out = false;
    gj_slice a = gj_utf8_fold(arena, full), b = gj_utf8_fold(arena, brief);
    if (!a.data || !b.data)
        return gj_fail_nomem(err);
    if (a.len <= b.len || gj_slice_find(a, b, 0) == GJ_NOT_FOUND)
        return GJ_OK;
    gj_issuer_words of_full, of_brief;
    GJ_TRY(gj_issuer_read(arena, forms, full, &of_full, err));
    GJ_TRY(gj_issuer_read(arena, forms, brief, &of_brief, err));
    *out = (!of_brief.kind.len || gj_slice_equal(of_full.kind, of_brief.kind)) &&
           (!of_brief.level.len || gj_slice_equal(of_full.level, of_brief.level));
    return GJ_OK;
}

/* The line above the title, when it is a body's name. */
static gj_status find_above(gj_arena *arena, const gj_report *report, const gj_title *title, gj_slice *name,
                            gj_error *err)
{
    *name = (gj_slice){ NULL, 0 };
    if (!title->text.text.len || title->metadata || !title->first_block)
        return GJ_OK;
    const gj_block *above = &report->document->blocks[title->first_block - 1];
    if (above->kind != GJ_BLOCK_HEADING && above->kind != GJ_BLOCK_PARAGRAPH)
        return GJ_OK;
    return gj_issuer_line(arena, report->forms, above->text.text, name, err);
}

/* The body that the text begins with, where no line is a title: title and preamble were run together. */
static gj_status find_beginning(gj_arena *arena, const gj_report *report, const gj_title *title, gj_slice *name,
                                gj_error *err)
{
    *name = (gj_slice){ NULL, 0 };
    const gj_document *document = report->document;
    if (title->text.text.len || !document->block_count || document->blocks[0].kind != GJ_BLOCK_PARAGRAPH)
        return GJ_OK;
    return gj_issuer_line(arena, report->forms, document->blocks[0].text.text, name, err);
}

static gj_status find_name(gj_arena *arena, gj_report *report, const gj_title *title, gj_error *err)
{
    static const char *const given[] = { "issuer.name", "issuer", NULL };
    static const char *const published_by[] = { "publisher", "发布机构", "unit", NULL };
    const gj_meta *meta = gj_meta_any(report->document, given);
    if (meta && meta->value.text.len) {
        report->name = known(meta->value.text, GJ_METADATA);
        return GJ_OK;
    }
    gj_slice others[3];
    GJ_TRY(find_above(arena, report, title, &others[0], err));
    GJ_TRY(find_signature(arena, report, &others[1], err));
    GJ_TRY(find_beginning(arena, report, title, &others[2], err));
    gj_slice name = title->name;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        bool fully = false;
        if (name.len && others[i].len)
            GJ_TRY(names_fully(arena, report->forms, others[i], name, &fully, err));
        if (others[i].len && (fully || !name.len))
            name = others[i];
    }
    report->name = known(name, title->metadata && gj_slice_equal(name, title->name) ? GJ_METADATA : GJ_INFERRED);
    meta = name.len ? NULL : gj_meta_any(report->document, published_by);
    if (meta)
        report->name = known(meta->value.text, GJ_METADATA);
    return GJ_OK;
}

/* The year of a period from the first of January, wherever one is stated. Else the year that most of the years named are. */
static int year_of_text(const gj_report *report)
{
    const gj_document *document = report->document;
    int years[PERIOD_BLOCKS * 4];
    size_t count = 0;
    for (size_t i = report->body_block; i < document->block_count && i < report->body_block + PERIOD_BLOCKS; i++) {
        gj_slice text = document->blocks[i].text.text;
        int year;
        for (size_t at = 0; at < text.len && (year = gj_year_next(text, &at)) != 0;) {
            gj_slice rest = gj_slice_trim(gj_slice_sub(text, at, text.len));
            if (gj_slice_starts(rest, GJ_LIT("1月1日")) || gj_slice_starts(rest, GJ_LIT("1 月 1 日")))
                return year;
            if (count < sizeof years / sizeof *years)
                years[count++] = year;
        }
    }
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        for (size_t k = 0; k < count; k++)
            same += years[k] == years[i];
        if (same >= 2 && same * 2 > count)
            return years[i];
    }
    return 0;
}

static int year_of_words(gj_slice words)
{
    int year = 0;
    for (size_t i = 0; i < words.len; i++) {
        if (words.data[i] < '0' || words.data[i] > '9' || i == 4)
            return 0;
        year = year * 10 + (words.data[i] - '0');
    }
    return words.len == 4 ? year : 0;
}

static void find_year(gj_report *report, const gj_title *title, const gj_given *given)
{
    static const char *const keys[] = { "year", "年度", NULL };
    const gj_meta *meta = gj_meta_any(report->document, keys);
    report->title_year = title->year;
    if (given && given->year) {
        report->year = given->year;
        report->year_origin = given->year_origin;
        return;
    }
    /* What somebody declared beside the text stands over the title, so that a stale title is found. */
    if (meta) {
        report->year = year_of_words(meta->value.text);
        report->year_origin = GJ_METADATA;
    }
    if (!report->year) {
        report->year = title->year;
        report->year_origin = title->metadata ? GJ_METADATA : GJ_INFERRED;
    }
    if (!report->year) {
        report->year = year_of_text(report);
        report->year_origin = GJ_INFERRED;
    }
    if (!report->year)
        report->year_origin = GJ_UNKNOWN;
}

/* One of the four words: given, else in the metadata (which must be one of `words`), else inferred. */
static void settle(gj_arena *arena, gj_report *report, gj_known given, const char *const *keys,
                   const char *const *words, gj_slice inferred, gj_known *out)
{
    const gj_meta *meta = gj_meta_any(report->document, keys);
    *out = given;
    if (given.value.len)
        return;
    if (meta && meta->value.text.len) {
        bool fits = !words;
        for (size_t i = 0; words && words[i] && !fits; i++)
            fits = gj_slice_is(meta->value.text, words[i]);
        if (fits) {
            *out = known(meta->value.text, GJ_METADATA);
            return;
        }
        gj_report_notice(arena, report, "unknown_word", meta->value.span, meta->pointer, meta->value.text,
                         "元数据里的这个词不认识，没有采用", "this word of the metadata is not known and was not used");
    }
    *out = known(inferred, GJ_INFERRED);
}

static gj_status find_words(gj_arena *arena, gj_report *report, const gj_given *given, gj_error *err)
{
    static const char *const level[] = { "issuer.level", "level", NULL },
                             *const kind[] = { "issuer.kind", "kind", NULL },
                             *const scope[] = { "issuer.scope", "scope", NULL },
                             *const province[] = { "issuer.province", "province", NULL };
    gj_given none = { 0 };
    const gj_given *told = given ? given : &none;
    gj_issuer_words words;
    if (told->name.value.len)
        report->name = told->name;
    GJ_TRY(gj_issuer_read(arena, report->forms, report->name.value, &words, err));
    settle(arena, report, told->level, level, LEVELS, words.level, &report->level);
    settle(arena, report, told->kind, kind, KINDS, words.kind, &report->issuer_kind);
    settle(arena, report, told->scope, scope, SCOPES, words.scope, &report->scope);
    settle(arena, report, told->province, province, NULL, words.province, &report->province);
    return GJ_OK;
}

gj_status gj_bind_identity(gj_arena *arena, gj_report *report, const gj_given *given, gj_error *err)
{
    static const char *const published[] = { "published", "date", "发布日期", "发布时间", NULL };
    gj_title title;
    GJ_TRY(gj_title_find(arena, report, &title, err));
    report->title = title.text;
    report->title_from_metadata = title.metadata;
    find_year(report, &title, given);
    report->form = gj_forms_for_year(report->forms, report->year);
    GJ_TRY(find_name(arena, report, &title, err));
    GJ_TRY(find_words(arena, report, given, err));
    const gj_meta *meta = gj_meta_any(report->document, published);
    if (meta)
        report->published = meta->value.text;
    return GJ_OK;
}
