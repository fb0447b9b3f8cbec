/* html.c - the page's frame: head, policy, what stands above and below the reports. */
#include "html.h"

#include <stdlib.h>

#include "../base/digest.h"
#include "escape.h"
#include "formats.h"
#include "page.h"
#include "text.h"

/* The list of reports stands above them and its title may be theirs, so all is kept until the end. */
typedef struct page {
    gj_buffer rows, reports, title;
    size_t left_out; /* reports that are only listed */
} page;

gj_status gj_page_begin(gj_shower *shower, gj_buffer *out)
{
    page *p = calloc(1, sizeof *p);
    if (!p) {
        out->failed = GJ_NOMEM;
        return GJ_NOMEM;
    }
    gj_buffer_init(&p->rows, 0);
    gj_buffer_init(&p->reports, 0);
    gj_buffer_init(&p->title, 0);
    shower->state = p;
    return out->failed;
}

void gj_page_close(gj_shower *shower)
{
    page *p = shower->state;
    gj_buffer_free(&p->rows);
    gj_buffer_free(&p->reports);
    gj_buffer_free(&p->title);
}

/* Which marks are in the facsimile, and beside which block each finding stands: that of its primary mark, else of the first that is there. */
static void take_spots(gj_page *h, size_t *home, size_t block, const gj_fax_text *text)
{
    for (size_t i = 0; i < text->spot_count; i++) {
        const gj_fax_spot *spot = &text->spots[i];
        if (!spot->first)
            continue;
        h->placed[spot->finding][spot->mark] = true;
        if (home[spot->finding] == GJ_NOT_FOUND || spot->mark == 0)
            home[spot->finding] = block;
    }
}

static bool find_homes(gj_page *h, gj_arena *arena)
{
    const gj_result *result = h->result;
    size_t *home = GJ_ARRAY(arena, result->finding_count, size_t);
    h->placed = GJ_ARRAY(arena, result->finding_count, bool *);
    if (!home || !h->placed)
        return false;
    for (size_t i = 0; i < result->finding_count; i++) {
        home[i] = GJ_NOT_FOUND;
        h->placed[i] = GJ_ARRAY(arena, result->findings[i].mark_count, bool);
        if (!h->placed[i])
            return false;
    }
    for (size_t i = 0; result->facsimile && i < result->facsimile->block_count; i++) {
        const gj_fax_block *block = &result->facsimile->blocks[i];
        take_spots(h, home, i, &block->text);
        for (size_t k = 0; k < block->cell_count; k++)
            take_spots(h, home, i, &block->cells[k].text);
    }
    h->home = home;
    return true;
}

static void report_body(const gj_page *h)
{
    gj_buffer_format(h->out, "<article class=\"report\" id=\"r%zu\" aria-labelledby=\"r%zu-title\">\n", h->number,
                     h->number);
    gj_page_verdict(h);
    if (h->result->status == GJ_CHECKED) {
        gj_page_todo(h);
        gj_page_report_text(h);
        gj_page_equations(h);
        gj_page_reviews(h);
        gj_page_exceptions(h);
        gj_page_notices(h);
        gj_page_rules(h);
    }
    gj_page_record(h);
    gj_buffer_text(h->out, "</article>\n");
}

gj_status gj_page_report(gj_shower *shower, const gj_result *result, gj_buffer *out)
{
    page *p = shower->state;
    gj_page h = { .out = &p->reports,
                  .options = &shower->options,
                  .lang = shower->options.lang,
                  .result = result,
                  .number = ++shower->reports };
    gj_arena *arena = gj_arena_new(0);
    if (!arena || !find_homes(&h, arena)) {
        gj_arena_free(arena);
        out->failed = GJ_NOMEM;
        return GJ_NOMEM;
    }
    if (h.number == 1)
        gj_buffer_add(&p->title, result->title.len ? result->title : result->path);
    if (p->reports.len < GJ_PAGE_BYTES) {
        report_body(&h);
    } else {
        gj_buffer_format(&p->reports, "<p class=\"left-out\" id=\"r%zu\">", h.number);
        gj_page_text(&h, result->path);
        gj_buffer_text(&p->reports, GJ_PICK(h.lang, "：这一页太大，这份报告没有写进来，请单独检查。</p>\n",
                                            ": the page is too large for this report; check it alone.</p>\n"));
    }
    h.out = &p->rows;
    gj_page_index_row(&h);
    gj_arena_free(arena);
    if (p->reports.failed || p->rows.failed || p->title.failed)
        out->failed = GJ_NOMEM;
    return out->failed;
}

static unsigned hex_digit(char digit)
{
    return digit <= '9' ? (unsigned)(digit - '0') : (unsigned)(digit - 'a') + 10;
}

/* A digest in hexadecimal as base64, as a policy wants it: 32 bytes are 43 digits and one '='. */
static void base64(gj_buffer *out, const char hex[GJ_DIGEST_HEX + 1])
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < GJ_DIGEST_HEX; i += 6) {
        unsigned value = 0;
        size_t given = GJ_DIGEST_HEX - i < 6 ? GJ_DIGEST_HEX - i : 6;
        for (size_t k = 0; k < 6; k++)
            value = value << 4 | (k < given ? hex_digit(hex[i + k]) : 0);
        for (size_t k = 0; k < 4; k++)
            gj_buffer_byte(out, k * 3 < given * 2 ? digits[value >> (18 - 6 * k) & 63] : '=');
    }
}

static void policy(gj_buffer *out)
{
    char hex[GJ_DIGEST_HEX + 1];
    gj_digest digest;
    gj_digest_init(&digest);
    for (size_t i = 0; gj_page_css[i]; i++)
        gj_digest_add(&digest, gj_slice_of(gj_page_css[i]));
    gj_digest_hex(&digest, hex);
    gj_buffer_text(out,
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
    base64(out, hex);
    gj_buffer_text(out, "'; base-uri 'none'; form-action 'none'\">\n");
}

static const char *page_title(gj_lang lang)
{
    return GJ_PICK(lang, "年度报告检查结果", "Result of the check");
}

static void head(gj_buffer *out, const gj_show_options *options, const page *p, bool single)
{
    gj_lang lang = options->lang;
    gj_buffer_format(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                     GJ_PICK(lang, "zh-CN", "en"));
    policy(out);
    gj_buffer_text(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"color-scheme\" content=\"light dark\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    if (single) {
        gj_escape_html(out, gj_buffer_slice(&p->title));
        gj_buffer_text(out, " · ");
    }
    gj_buffer_format(out, "%s</title>\n<style>", page_title(lang));
    for (size_t i = 0; gj_page_css[i]; i++)
        gj_buffer_text(out, gj_page_css[i]);
    gj_buffer_text(out, "</style>\n</head>\n<body>\n");
}

static void top(gj_buffer *out, const gj_show_options *options)
{
    gj_lang lang = options->lang;
    gj_buffer_format(out, "<a class=\"skip\" href=\"#main\">%s</a>\n<header class=\"page\">\n<h1>%s</h1>\n<p>gouji ",
                     GJ_PICK(lang, "跳到结果", "Skip to the result"), page_title(lang));
    gj_escape_html(out, options->version);
    if (options->ruleset) {
        gj_buffer_text(out, GJ_PICK(lang, " · 规则集 ", " · ruleset "));
        gj_escape_html(out, options->ruleset->id);
        gj_buffer_byte(out, ' ');
        gj_escape_html(out, options->ruleset->version);
    }
    if (options->today.len) {
        gj_buffer_text(out, GJ_PICK(lang, " · 检查日期 ", " · as of "));
        gj_escape_html(out, options->today);
    }
    gj_buffer_text(out, "</p>\n</header>\n<main id=\"main\">\n");
}

static void bottom(gj_buffer *out, const gj_show_options *options, const gj_totals *totals)
{
    gj_buffer line;
    gj_buffer_init(&line, 0);
    gj_text_totals_line(&line, options->lang, totals);
    gj_buffer_text(out, "</main>\n<footer class=\"page\">\n<p>");
    gj_escape_html(out, gj_buffer_slice(&line));
    gj_buffer_format(out, "</p>\n<p>%s</p>\n</footer>\n</body>\n</html>\n",
                     GJ_PICK(options->lang, "本页由 gouji 生成，可离线打开、打印、存档；不含脚本，不连接网络。",
                             "Made by gouji. The page works offline, holds no script and asks for nothing else."));
    if (line.failed)
        out->failed = line.failed;
    gj_buffer_free(&line);
}

gj_status gj_page_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out)
{
    const page *p = shower->state;
    const gj_show_options *options = &shower->options;
    bool single = shower->reports == 1;
    head(out, options, p, single);
    top(out, options);
    if (!single)
        gj_page_index(out, options, totals, gj_buffer_slice(&p->rows));
    gj_buffer_add(out, gj_buffer_slice(&p->reports));
    bottom(out, options, totals);
    return out->failed;
}
