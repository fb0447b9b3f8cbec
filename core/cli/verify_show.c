/* verify_show.c - what verify found, as text and as gouji/verify@1. */
#include "../show/escape.h"
#include "../show/json_writer.h"
#include "../show/words.h"
#include "verify.h"

static const char *const names[] = { "same", "changed", "added", "gone", "unreadable", "not_checked" };

const char *gj_verified_name(gj_verified state)
{
    return names[state];
}

static void say(gj_buffer *out, gj_slice text)
{
    gj_escape_terminal(out, text);
}

/* A digest, short enough to compare by eye. */
static void digest(gj_buffer *out, gj_slice text, gj_lang lang)
{
    if (text.len)
        say(out, gj_slice_sub(text, 0, 12));
    else
        gj_buffer_text(out, GJ_PICK(lang, "无", "none"));
}

static const char *word_of(const char *kind, gj_lang lang)
{
    static const struct {
        const char *kind, *zh, *en;
    } words[] = { { "input", "报告文件已改动", "the report's file has changed" },
                  { "prior", "上年报告不同", "last year's report is another" },
                  { "finding_gone", "不再有", "no longer found:" },
                  { "finding_new", "新出现", "newly found:" },
                  { "finding_altered", "内容不同", "differs:" },
                  { "outcome", "规则的结果不同", "another outcome of rule" },
                  { "field", "不同", "differs:" },
                  { "version", "程序版本不同", "another version of gouji" },
                  { "ruleset", "规则集不同", "another ruleset" },
                  { "config", "配置不同", "another configuration" },
                  { "summary", "汇总不同", "the summary differs:" } };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].kind, kind) == 0)
            return lang == GJ_EN ? words[i].en : words[i].zh;
    return kind;
}

static bool is_digest(const char *kind)
{
    return strcmp(kind, "input") == 0 || strcmp(kind, "config") == 0;
}

static void difference(gj_buffer *out, const gj_difference *d, gj_lang lang)
{
    gj_buffer_format(out, "  %s", word_of(d->kind, lang));
    if (d->name.len) {
        gj_buffer_byte(out, ' ');
        say(out, d->name);
    }
    if (is_digest(d->kind)) {
        gj_buffer_text(out, GJ_PICK(lang, "：", ": "));
        digest(out, d->was, lang);
        gj_buffer_text(out, " → ");
        digest(out, d->now, lang);
    } else if (strncmp(d->kind, "finding_", 8) == 0) {
        gj_buffer_text(out, GJ_PICK(lang, "：", ": "));
        say(out, d->was.len ? d->was : d->now);
    } else if (d->was.len || d->now.len) {
        gj_buffer_text(out, GJ_PICK(lang, "：", ": "));
        say(out, d->was.len ? d->was : GJ_LIT("-"));
        gj_buffer_text(out, " → ");
        say(out, d->now.len ? d->now : GJ_LIT("-"));
    }
    gj_buffer_byte(out, '\n');
}

static void some(gj_buffer *out, const gj_differences *list, gj_lang lang)
{
    for (size_t i = 0; i < list->count && i < GJ_SHOWN_DIFFERENCES; i++)
        difference(out, &list->items[i], lang);
    if (list->count > GJ_SHOWN_DIFFERENCES)
        gj_buffer_format(out,
                         GJ_PICK(lang, "  另有 %zu 处不同（--format json 全部列出）\n",
                                 "  and %zu more (--format json lists all)\n"),
                         list->count - GJ_SHOWN_DIFFERENCES);
}

static const char *word_of_state(gj_verified state, gj_lang lang)
{
    static const char *const zh[] = {
        "一致", "不一致", "结果里没有这一份", "现在没有这一份", "现在读不了", "没有查成"
    };
    static const char *const en[] = { "the same",           "differs",
                                      "not in the result",  "not found now",
                                      "cannot be read now", "could not be checked now" };
    return lang == GJ_EN ? en[state] : zh[state];
}

static void head(gj_buffer *out, const gj_verification *found, const char *file, gj_lang lang)
{
    gj_buffer_text(out, GJ_PICK(lang, "核对 ", "verify "));
    say(out, gj_slice_of(file));
    gj_buffer_text(out, GJ_PICK(lang, "：gouji ", ": gouji "));
    say(out, found->version);
    gj_buffer_text(out, GJ_PICK(lang, " · 规则集 ", " · ruleset "));
    say(out, gj_slice_sub(found->ruleset, 0, found->ruleset.len > 52 ? found->ruleset.len - 52 : 0));
    gj_buffer_text(out, GJ_PICK(lang, " · 配置 ", " · configuration "));
    digest(out, found->config, lang);
    gj_buffer_text(out, GJ_PICK(lang, " · 检查日期 ", " · checked on "));
    say(out, found->today);
    gj_buffer_byte(out, '\n');
}

void gj_verify_text(gj_buffer *out, const gj_verification *found, const char *file, gj_lang lang)
{
    head(out, found, file, lang);
    some(out, &found->tool, lang);
    for (size_t i = 0; i < found->reports.count; i++) {
        const gj_verified_report *report = &found->reports.items[i];
        say(out, report->path);
        gj_buffer_format(out, GJ_PICK(lang, "：%s\n", ": %s\n"), word_of_state(report->state, lang));
        some(out, &report->differences, lang);
    }
    size_t same = found->counts[GJ_VERIFIED_SAME];
    gj_buffer_format(out, GJ_PICK(lang, "\n%s：%zu 份一致，%zu 份不一致\n", "\n%s: %zu reports the same, %zu not\n"),
                     found->same ? GJ_PICK(lang, "重算与记录一致", "the result stands")
                                 : GJ_PICK(lang, "重算与记录不一致", "the result does not stand"),
                     same, found->reports.count - same);
}

static void differences(gj_json *w, const gj_differences *list)
{
    gj_json_array(w, "differences");
    for (size_t i = 0; i < list->count; i++) {
        gj_json_object_inline(w, NULL);
        gj_json_text(w, "kind", list->items[i].kind);
        gj_json_optional(w, "name", list->items[i].name);
        gj_json_optional(w, "was", list->items[i].was);
        gj_json_optional(w, "now", list->items[i].now);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

void gj_verify_json(gj_buffer *out, const gj_verification *found, const char *file)
{
    gj_json w;
    gj_json_begin(&w, out, false);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", "gouji/verify@1");
    gj_json_text(&w, "result", file);
    gj_json_bool(&w, "same", found->same);
    differences(&w, &found->tool);
    gj_json_array(&w, "reports");
    for (size_t i = 0; i < found->reports.count; i++) {
        gj_json_object(&w, NULL);
        gj_json_string(&w, "path", found->reports.items[i].path);
        gj_json_text(&w, "state", gj_verified_name(found->reports.items[i].state));
        differences(&w, &found->reports.items[i].differences);
        gj_json_object_end(&w);
    }
    gj_json_array_end(&w);
    gj_json_object_inline(&w, "counts");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        gj_json_count(&w, names[i], found->counts[i]);
    gj_json_object_end(&w);
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
}
