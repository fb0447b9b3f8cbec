/* html_frame.c - what every page of ours begins and ends with: head, policy, sheets and script with their digests, the line of versions. */
#include "html.h"

#include "../../base/base64.h"
#include "../../base/digest.h"
#include "../escape.h"

#define HALF_BYTE(digit) ((unsigned)((digit) <= '9' ? (digit) - '0' : (digit) - 'a' + 10))

/* 'sha256-…' of lines, as a policy wants it. */
static void digest_of(gj_buffer *out, const char *const *const *sheets, size_t count)
{
    char hex[GJ_DIGEST_HEX + 1], raw[GJ_DIGEST_HEX / 2];
    gj_digest digest;
    gj_digest_init(&digest);
    for (size_t s = 0; s < count && sheets[s]; s++)
        for (size_t i = 0; sheets[s][i]; i++)
            gj_digest_add(&digest, gj_slice_of(sheets[s][i]));
    gj_digest_hex(&digest, hex);
    for (size_t i = 0; i < sizeof raw; i++)
        raw[i] = (char)(HALF_BYTE(hex[2 * i]) << 4 | HALF_BYTE(hex[2 * i + 1]));
    gj_buffer_text(out, "'sha256-");
    gj_base64_add(out, (gj_slice){ raw, sizeof raw });
    gj_buffer_text(out, "'");
}

static void lines_of(gj_buffer *out, const char *const *const *sheets, size_t count)
{
    for (size_t s = 0; s < count && sheets[s]; s++)
        for (size_t i = 0; sheets[s][i]; i++)
            gj_buffer_text(out, sheets[s][i]);
}

static void head(gj_buffer *out, gj_lang lang, const gj_page_frame *frame)
{
    gj_buffer_format(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                     GJ_PICK(lang, "zh-CN", "en"));
    gj_buffer_text(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ");
    digest_of(out, frame->styles, GJ_PAGE_SHEETS);
    if (frame->script) {
        gj_buffer_text(out, "; script-src ");
        digest_of(out, &frame->script, 1);
    }
    gj_buffer_text(out, "; base-uri 'none'; form-action 'none'\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"color-scheme\" content=\"light dark\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    if (frame->subject.len) {
        gj_escape_html(out, frame->subject);
        gj_buffer_text(out, " · ");
    }
    gj_escape_html(out, frame->title);
    gj_buffer_text(out, "</title>\n<style>");
    lines_of(out, frame->styles, GJ_PAGE_SHEETS);
    gj_buffer_text(out, "</style>\n</head>\n<body>\n");
}

void gj_page_open(gj_buffer *out, const gj_show_options *options, const gj_page_frame *frame)
{
    gj_lang lang = options->lang;
    head(out, lang, frame);
    gj_buffer_format(out, "<a class=\"skip\" href=\"#main\">%s</a>\n<header class=\"page\">\n<h1>",
                     GJ_PICK(lang, "跳到结果", "Skip to the result"));
    gj_escape_html(out, frame->title);
    gj_buffer_text(out, "</h1>\n<p>gouji ");
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

void gj_page_shut(gj_buffer *out, const gj_page_frame *frame, const char *summary, const char *imprint)
{
    gj_buffer_text(out, "</main>\n<footer class=\"page\">\n<p>");
    gj_escape_html(out, gj_slice_of(summary));
    gj_buffer_format(out, "</p>\n<p>%s</p>\n</footer>\n", imprint);
    if (frame->script) {
        gj_buffer_text(out, "<script>");
        lines_of(out, &frame->script, 1);
        gj_buffer_text(out, "</script>\n");
    }
    gj_buffer_text(out, "</body>\n</html>\n");
}
