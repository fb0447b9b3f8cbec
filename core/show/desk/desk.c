/* desk.c - the county page as a whole: what it is made of, in order. */
#include "../page/page.h"
#include "desk_page.h"

static void contents(const gj_desk_page *p)
{
    static const char *const parts[][3] = {
        { "todo", "先做什么", "First" },        { "collection", "汇总层面", "Collection" },
        { "families", "各类问题", "Families" }, { "units", "各单位", "Units" },
        { "charts", "图表", "Charts" },         { "copies", "照搬", "Copies" },
        { "rollup", "汇总核对", "Roll-up" },    { "reports", "逐个单位", "Unit by unit" },
        { "colophon", "怎么做的", "How" }
    };
    gj_buffer_format(p->out, "<nav class=\"contents\" aria-label=\"%s\"><ul>", GJ_PICK(p->lang, "目录", "Contents"));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        gj_buffer_format(p->out, "<li><a href=\"#%s\">%s</a></li>", parts[i][0],
                         GJ_PICK(p->lang, parts[i][1], parts[i][2]));
    gj_buffer_text(p->out, "</ul></nav>\n");
}

static void body(gj_desk_page *p)
{
    gj_desk_verdict(p);
    contents(p);
    gj_desk_todo(p);
    gj_desk_findings(p);
    gj_desk_families(p);
    gj_desk_units(p);
    gj_desk_charts(p);
    gj_desk_copies(p);
    gj_desk_rollup(p);
    gj_desk_reports(p);
    gj_desk_colophon(p);
}

static void summary(gj_buffer *out, const gj_desk_page *p)
{
    const gj_collection_counts *n = &p->counts;
    gj_buffer_format(out,
                     GJ_PICK(p->lang, "报告 %zu 份：通过 %zu · 未通过 %zu · 需人工核实 %zu · 无法读取 %zu · 未检查 %zu",
                             "%zu reports: %zu passed · %zu failed · %zu to review · %zu unreadable · %zu not checked"),
                     n->reports, n->clean, n->failed, n->to_review, n->unreadable, n->not_checked);
}

static gj_status write_page(gj_desk_page *p)
{
    gj_buffer line, title;
    gj_buffer_init(&line, 0);
    gj_buffer_init(&title, 0);
    summary(&line, p);
    gj_buffer_format(&title, "%.*s · %s", GJ_ARG(gj_say(p->options->ruleset->name, p->lang)),
                     GJ_PICK(p->lang, "汇总检查", "collection"));
    gj_page_frame frame = { .title = gj_buffer_slice(&title),
                            .styles = { gj_page_css, gj_desk_css },
                            .script = gj_desk_js };
    if (p->c->year)
        frame.subject = gj_arena_format(p->arena, "%d", p->c->year);
    gj_page_open(p->out, p->options, &frame);
    body(p);
    gj_page_shut(p->out, &frame, line.data,
                 GJ_PICK(p->lang, "本页由 gouji 生成，可离线打开、打印、存档；脚本只用来排序、筛选、展开，不连接网络。",
                         "Made by gouji. The page works offline; its script only sorts, filters and opens, and nothing "
                         "is asked of the network."));
    bool fine = !line.failed && !title.failed && !gj_arena_failed(p->arena) && p->failed == GJ_OK;
    gj_buffer_free(&title);
    gj_buffer_free(&line);
    return fine ? p->out->failed : GJ_NOMEM;
}

gj_status gj_show_collection_html(const gj_collected *collected, const gj_show_options *options, gj_buffer *out,
                                  gj_error *err)
{
    gj_arena *arena = gj_arena_new(0);
    gj_desk desk;
    gj_desk_page p = { .out = out,
                       .arena = arena,
                       .collected = collected,
                       .c = collected->collection,
                       .desk = &desk,
                       .options = options,
                       .lang = options->lang,
                       .counts = gj_count_collection(collected, options->fail_on) };
    gj_status status = arena ? gj_desk_make(arena, options->ruleset, collected, &desk, err) : gj_fail_nomem(err);
    if (status == GJ_OK) {
        p.own = gj_desk_own_result(arena, &p);
        status = p.own && gj_desk_lines_make(&p) ? write_page(&p) : GJ_NOMEM;
        if (status != GJ_OK)
            status = gj_fail_nomem(err);
    }
    gj_arena_free(arena);
    return status;
}
