/* notice_page.c - a notice as a page of its own. */
#include "../../read/markdown/cmark_guard.h"
#include "../escape.h"
#include "notice.h"

static const char style[] =
    "@page{size:A4;margin:37mm 26mm 35mm 28mm}"
    "body{max-width:40em;margin:2em auto;padding:0 1em;font:16px/1.8 \"FangSong\",\"Songti SC\",\"Noto Serif CJK "
    "SC\",serif;color:#111}"
    "h1{font-size:1.5em;text-align:center;line-height:1.5}h2{font-size:1.1em;margin-top:2em}"
    "li{margin:.4em 0;break-inside:avoid}li ul{list-style:none;padding-left:0;color:#333}li p{margin:0}"
    "@media print{body{max-width:none;margin:0;padding:0}}";

gj_status gj_show_notice_html(gj_arena *arena, gj_slice markdown, gj_slice title, gj_lang lang, gj_buffer *out)
{
    gj_slice body = gj_cmark_html(arena, markdown);
    if (!body.data)
        return GJ_NOMEM;
    gj_buffer_format(out, "<!doctype html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n",
                     lang == GJ_EN ? "en" : "zh-CN");
    gj_buffer_text(
        out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    gj_escape_html(out, title);
    gj_buffer_format(out, "</title>\n<style>%s</style>\n<main>\n", style);
    gj_buffer_add(out, body);
    gj_buffer_text(out, "</main>\n</html>\n");
    return out->failed;
}
