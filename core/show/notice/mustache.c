#include "mustache.h"

/* One tag of the template: "{{#name}}". */
typedef struct tag {
    size_t begin, end; /* bytes, with its line where it stands alone on one */
    size_t at;         /* of its braces */
    char kind;         /* '#' '^' '/' '!' or 'v' */
    gj_slice name;
} tag;

typedef struct writing {
    gj_slice text;
    const gj_mustache *names;
    gj_buffer *out;
    gj_error *err;
    gj_mustache_item path[GJ_MUSTACHE_DEPTH + 1];
    size_t depth;
    size_t nested; /* sections of both kinds */
} writing;

static gj_status refuse(const writing *w, size_t at, const char *zh, const char *en, gj_slice name)
{
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += w->text.data[i] == '\n';
    return gj_fail(w->err, GJ_USAGE, GJ_NOWHERE, "模板第 %zu 行：%s %.*s%.0s", "line %zu of the template: %.0s%.*s %s",
                   line, zh, GJ_ARG(name), en);
}

/* A section's tag that stands alone on its line takes the line with it. */
static void widen(gj_slice text, tag *t)
{
    size_t begin = t->begin, end = t->end;
    while (begin && (text.data[begin - 1] == ' ' || text.data[begin - 1] == '\t'))
        begin--;
    while (end < text.len && (text.data[end] == ' ' || text.data[end] == '\t' || text.data[end] == '\r'))
        end++;
    if ((begin && text.data[begin - 1] != '\n') || (end < text.len && text.data[end] != '\n'))
        return;
    t->begin = begin;
    t->end = end < text.len ? end + 1 : end;
}

/* The next tag at or after `at`; its begin is the text's length where there is none. */
static gj_status next_tag(const writing *w, size_t at, tag *out)
{
    size_t open = gj_slice_find(w->text, GJ_LIT("{{"), at);
    *out = (tag){ .begin = w->text.len, .end = w->text.len };
    if (open == GJ_NOT_FOUND)
        return GJ_OK;
    size_t close = gj_slice_find(w->text, GJ_LIT("}}"), open);
    if (close == GJ_NOT_FOUND)
        return refuse(w, open, "标记没有写完，缺少 }}", "a tag without its }}", GJ_LIT(""));
    gj_slice inner = gj_slice_trim(gj_slice_sub(w->text, open + 2, close));
    bool marked = inner.len && strchr("#^/!", inner.data[0]) != NULL;
    *out = (tag){ .begin = open,
                  .end = close + 2,
                  .at = open,
                  .kind = marked ? inner.data[0] : 'v',
                  .name = gj_slice_trim(gj_slice_sub(inner, marked, inner.len)) };
    if (out->kind != 'v')
        widen(w->text, out);
    return GJ_OK;
}

/* The tag that closes the section opened by `open`. */
static gj_status find_end(const writing *w, const tag *open, tag *out)
{
    size_t depth = 1;
    for (size_t at = open->end;; at = out->end) {
        GJ_TRY(next_tag(w, at, out));
        if (out->begin == w->text.len)
            return refuse(w, open->at, "这一段没有结尾，缺少 {{/…}}：", "this section is not closed:", open->name);
        depth += out->kind == '#' || out->kind == '^';
        depth -= out->kind == '/';
        if (!depth)
            break;
    }
    if (!gj_slice_equal(out->name, open->name))
        return refuse(w, out->at, "结尾与开头不是同一个名称：", "closes another section:", out->name);
    return GJ_OK;
}

/* Calls itself through write_section, at most GJ_MUSTACHE_DEPTH deep. */
static gj_status write_range(writing *w, size_t begin, size_t end);

static gj_status write_section(writing *w, const tag *open, const tag *close)
{
    size_t count = w->names->count(w->names->context, open->name, w->path, w->depth);
    if (count == GJ_NOT_FOUND)
        return refuse(w, open->at, "没有这个名称：", "no such name:", open->name);
    if (w->nested == GJ_MUSTACHE_DEPTH)
        return refuse(w, open->at, "套得太深：", "too many sections inside each other:", open->name);
    bool inverted = open->kind == '^';
    size_t level = w->depth, times = inverted ? !count : count;
    gj_status status = GJ_OK;
    w->nested++;
    w->depth += !inverted;
    for (size_t i = 0; i < times && status == GJ_OK; i++) {
        if (!inverted)
            w->path[level] = (gj_mustache_item){ open->name, i };
        status = write_range(w, open->end, close->begin);
    }
    w->depth = level;
    w->nested--;
    return status;
}

static gj_status write_range(writing *w, size_t begin, size_t end)
{
    for (size_t at = begin; at < end;) {
        tag t, close;
        GJ_TRY(next_tag(w, at, &t));
        size_t stop = t.begin < end ? t.begin : end;
        gj_buffer_add(w->out, gj_slice_sub(w->text, at, stop));
        if (w->out->failed)
            return w->out->failed == GJ_NOMEM ? gj_fail_nomem(w->err) : w->out->failed;
        if (stop == end)
            return GJ_OK;
        at = t.end;
        if (t.kind == '/')
            return refuse(w, t.at, "没有开头的结尾：", "closes what was not opened:", t.name);
        if (t.kind == '#' || t.kind == '^') {
            GJ_TRY(find_end(w, &t, &close));
            GJ_TRY(write_section(w, &t, &close));
            at = close.end;
        } else if (t.kind == 'v' && !w->names->value(w->names->context, t.name, w->path, w->depth, w->out)) {
            return refuse(w, t.at, "没有这个名称：", "no such name:", t.name);
        }
    }
    return GJ_OK;
}

gj_status gj_mustache_write(gj_slice text, const gj_mustache *names, gj_buffer *out, gj_error *err)
{
    gj_error local;
    writing w = { .text = text, .names = names, .out = out, .err = err ? err : &local };
    return write_range(&w, 0, text.len);
}
