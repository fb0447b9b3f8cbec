/* html.c - the page of reports: what stands above and below them. */
#include "html.h"

#include <stdlib.h>

#include "../findings/text.h"
#include "../formats.h"
#include "page.h"

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
    if (!arena || !gj_page_find_homes(&h, arena)) {
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

static void bottom(gj_buffer *out, const gj_show_options *options, const gj_totals *totals, const gj_page_frame *frame)
{
    gj_buffer line;
    gj_buffer_init(&line, 0);
    gj_text_totals_line(&line, options->lang, totals);
    gj_page_shut(out, frame, line.data,
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
    gj_page_frame frame = { .title = gj_slice_of(GJ_PICK(options->lang, "年度报告检查结果", "Result of the check")),
                            .styles = { gj_page_css } };
    if (single)
        frame.subject = gj_buffer_slice(&p->title);
    gj_page_open(out, options, &frame);
    if (!single)
        gj_page_index(out, options, totals, gj_buffer_slice(&p->rows));
    gj_buffer_add(out, gj_buffer_slice(&p->reports));
    bottom(out, options, totals, &frame);
    return out->failed;
}
