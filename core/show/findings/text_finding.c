/** One finding for people. */
#include "../escape.h"
#include "../locus.h"
#include "../words.h"
#include "text.h"

/* Text put together from pieces, then wrapped as one field. */
static void field_of(gj_buffer *out, const gj_show_options *options, const char *label, gj_buffer *text)
{
    if (text->failed)
        out->failed = text->failed;
    gj_text_field(out, options, label, gj_buffer_slice(text));
    gj_buffer_clear(text);
}

static void header(gj_buffer *out, const gj_show_options *options, const gj_finding *finding)
{
    gj_buffer head;
    gj_buffer_init(&head, 0);
    gj_buffer_format(&head, "%s ", gj_word_finding(finding, options->lang));
    gj_buffer_add(&head, finding->rule);
    gj_buffer_byte(&head, ' ');
    gj_buffer_add(&head, finding->name);
    gj_buffer_text(&head, "   ");
    size_t column = gj_escaped_width(gj_buffer_slice(&head), options->ambiguous);
    gj_style_on(out, options, gj_style_of(finding));
    gj_escape_terminal(out, gj_buffer_slice(&head));
    gj_style_off(out, options);
    gj_text_wrapped(out, options, gj_say(finding->message, options->lang), column, 4);
    gj_buffer_byte(out, '\n');
    if (head.failed)
        out->failed = head.failed;
    gj_buffer_free(&head);
}

static const gj_mark *primary_mark(const gj_finding *finding)
{
    return finding->mark_count ? &finding->marks[0] : NULL;
}

static void position(gj_buffer *out, const gj_show_options *options, const gj_result *result, const gj_finding *finding)
{
    const gj_mark *mark = primary_mark(finding);
    gj_buffer_text(out, "  ");
    gj_text_place(out, options->lang, result->path, mark);
    if (mark && mark->pointer.len) {
        gj_buffer_text(out, GJ_PICK(options->lang, "（", " ("));
        gj_escape_terminal(out, mark->pointer);
        gj_buffer_text(out, GJ_PICK(options->lang, "）", ")"));
    }
    gj_buffer_byte(out, '\n');
    gj_text_frame(out, options, finding, false);
    if ((!mark || !mark->line) && finding->quote.len)
        gj_text_field(out, options, GJ_PICK(options->lang, "原文", "Text"), finding->quote);
}

/* What the finding points to in last year's file: 上年报告 2023/某镇.md 第 42 行. */
static void prior_position(gj_buffer *out, const gj_show_options *options, const gj_result *result,
                           const gj_finding *finding)
{
    const gj_mark *first = NULL;
    for (size_t i = 0; i < finding->mark_count && !first; i++)
        if (finding->marks[i].prior)
            first = &finding->marks[i];
    if (!first)
        return;
    gj_buffer_text(out, GJ_PICK(options->lang, "  上年报告 ", "  last year's report "));
    gj_mark place = *first;
    place.column = 0; /* the frame shows it */
    gj_text_place(out, options->lang, result->prior.path, &place);
    gj_buffer_byte(out, '\n');
    gj_text_frame(out, options, finding, true);
}

static size_t failing_equations(const gj_finding *finding)
{
    size_t count = 0;
    for (size_t i = 0; i < finding->equation_count; i++)
        count += !finding->equations[i].holds;
    return count;
}

static void equations(gj_buffer *out, const gj_show_options *options, const gj_finding *finding, gj_buffer *text)
{
    size_t failing = failing_equations(finding);
    size_t wanted = failing ? failing : finding->equation_count, shown = 0;
    const char *label = GJ_PICK(options->lang, "算式", "Equation");
    for (size_t i = 0; i < finding->equation_count && shown < GJ_SHOWN_EQUATIONS; i++) {
        const gj_equation_text *equation = &finding->equations[i];
        if (failing && equation->holds)
            continue;
        gj_slice place = gj_say(equation->place, options->lang);
        if (wanted > 1 && place.len) {
            gj_buffer_add(text, place);
            gj_buffer_text(text, GJ_PICK(options->lang, "：", ": "));
        }
        gj_buffer_add(text, gj_say(equation->words, options->lang));
        field_of(out, options, shown++ ? "" : label, text);
    }
    if (wanted > shown) {
        gj_buffer_format(text, GJ_PICK(options->lang, "另有 %zu 个算式不成立", "%zu more equations do not hold"),
                         wanted - shown);
        field_of(out, options, "", text);
    }
}

static void suggestion(gj_buffer *text, gj_lang lang, const gj_suggestion *explanation)
{
    char to[24];
    for (size_t i = 0; i < explanation->count; i++) {
        const gj_suggestion_cell *cell = &explanation->cells[i];
        if (i)
            gj_buffer_text(text, GJ_PICK(lang, "；同时 ", "; and "));
        gj_buffer_add(text, gj_say(cell->name, lang));
        gj_decimal_print(cell->to, to);
        gj_buffer_format(text, GJ_PICK(lang, "，应为 %s", ": should be %s"), to);
        if (cell->from_text.len) {
            gj_buffer_text(text, GJ_PICK(lang, "（现填 ", " (now "));
            gj_buffer_add(text, cell->from_text);
            gj_buffer_text(text, GJ_PICK(lang, "）", ")"));
        }
    }
}

static void suggestions(gj_buffer *out, const gj_show_options *options, const gj_finding *finding, gj_buffer *text)
{
    gj_lang lang = options->lang;
    if (!finding->suggestion_count)
        return;
    const char *label = GJ_PICK(lang, "最可能有误", "Suspect");
    if (finding->suggestion_total <= 1) {
        suggestion(text, lang, &finding->suggestions[0]);
        field_of(out, options, label, text);
        return;
    }
    gj_buffer_format(text,
                     GJ_PICK(lang, "以下 %zu 种改法都能使算式成立，哪一种对，请查原始登记",
                             "each of these %zu changes would make the equations hold; check the records"),
                     finding->suggestion_total);
    if (finding->suggestion_total > finding->suggestion_count)
        gj_buffer_format(text, GJ_PICK(lang, "（列出前 %zu 种）", " (first %zu shown)"), finding->suggestion_count);
    field_of(out, options, label, text);
    for (size_t i = 0; i < finding->suggestion_count; i++) {
        gj_buffer_format(text, GJ_PICK(lang, "%zu．", "%zu. "), i + 1);
        suggestion(text, lang, &finding->suggestions[i]);
        field_of(out, options, "", text);
    }
}

static void basis(gj_buffer *out, const gj_show_options *options, const gj_finding *finding, gj_buffer *text)
{
    const char *label = GJ_PICK(options->lang, "依据", "Basis");
    for (size_t i = 0; i < finding->clause_count; i++)
        gj_text_field(out, options, i ? "" : label, gj_say(finding->basis[i], options->lang));
    const char *ground = gj_word_ground(finding->ground, options->lang);
    if (ground) {
        gj_buffer_format(text, GJ_PICK(options->lang, "提示：%s", "Note: %s"), ground);
        field_of(out, options, finding->clause_count ? "" : label, text);
    }
}

static void also(gj_buffer *out, const gj_show_options *options, const gj_finding *finding, gj_buffer *text)
{
    for (size_t i = 0; i < finding->also_count; i++) {
        gj_buffer_text(text, i ? GJ_PICK(options->lang, "、", ", ") : "");
        gj_buffer_add(text, finding->also[i]);
    }
    if (finding->also_count) {
        gj_buffer_text(text, GJ_PICK(options->lang, "（改好这一处，一并消除）", " (put right together with this)"));
        field_of(out, options, GJ_PICK(options->lang, "同一原因", "Same cause"), text);
    }
}

void gj_text_finding(gj_buffer *out, const gj_show_options *options, const gj_result *result, const gj_finding *finding)
{
    gj_buffer text;
    gj_buffer_init(&text, 0);
    header(out, options, finding);
    position(out, options, result, finding);
    prior_position(out, options, result, finding);
    equations(out, options, finding, &text);
    suggestions(out, options, finding, &text);
    basis(out, options, finding, &text);
    gj_slice remedy = gj_say(finding->remedy, options->lang);
    if (remedy.len)
        gj_text_field(out, options, GJ_PICK(options->lang, "怎么改", "What to do"), remedy);
    also(out, options, finding, &text);
    gj_buffer_byte(out, '\n');
    gj_buffer_free(&text);
}

void gj_text_excepted(gj_buffer *out, const gj_show_options *options, const gj_finding *finding)
{
    gj_lang lang = options->lang;
    const gj_mark *mark = primary_mark(finding);
    const gj_exception_ref *exception = finding->exception;
    gj_buffer text;
    gj_buffer_init(&text, 0);
    gj_buffer_add(&text, finding->rule);
    if (gj_mark_line(mark)) {
        gj_buffer_format(&text, GJ_PICK(lang, "（第 %zu 行）", " (line %zu)"), mark->line);
    } else if (mark && mark->at.part != GJ_PART_NONE) {
        gj_buffer_text(&text, GJ_PICK(lang, "（", " ("));
        gj_locus_words(&text, lang, &mark->at);
        gj_buffer_text(&text, GJ_PICK(lang, "）", ")"));
    }
    gj_buffer_text(&text, GJ_PICK(lang, "：", ": "));
    gj_buffer_add(&text, gj_say(finding->message, lang));
    field_of(out, options, GJ_PICK(lang, "例外", "Excepted"), &text);
    gj_buffer_text(&text, GJ_PICK(lang, "理由：", "reason: "));
    gj_buffer_add(&text, exception->reason);
    gj_buffer_text(&text, GJ_PICK(lang, "；批准：", "; approved by "));
    gj_buffer_add(&text, exception->approver);
    if (exception->expires.len) {
        gj_buffer_text(&text, GJ_PICK(lang, "；有效期至 ", "; until "));
        gj_buffer_add(&text, exception->expires);
    }
    field_of(out, options, "", &text);
    gj_buffer_free(&text);
}
