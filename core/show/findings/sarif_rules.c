/** SARIF's tool and taxonomies: every rule, whether or not it fired, and every clause it rests on. */
#include "sarif.h"

#include "../escape.h"
#include "../words.h"

static const struct {
    const char *id, *zh, *en;
} notes[GJ_SARIF_NOTES] = {
    { "gouji/unreadable", "报告无法读取，没有检查", "A report could not be read and was not checked" },
    { "gouji/not-checked", "报告没有得到检查结果", "A report was not checked" },
    { "gouji/rule-broke", "规则自身出错，没有得出结论", "A rule broke and decided nothing" },
    { "gouji/rule-budget", "规则超出运行限额，没有执行完", "A rule exceeded its budget" },
    { "gouji/notice", "读取时需要留意", "Something to know from reading the report" },
    { "gouji/cut", "结果超过上限，没有全部写出", "Results beyond a limit were not written" },
    { "gouji/stopped", "检查中途停止", "The check was stopped before its end" },
};

const char *gj_sarif_note_id(gj_sarif_note note)
{
    return notes[note].id;
}

void gj_sarif_message(gj_json *w, const char *key, gj_slice text)
{
    gj_json_object_inline(w, key);
    gj_json_string(w, "text", text);
    gj_json_object_end(w);
}

size_t gj_sarif_rule(const gj_ruleset *ruleset, gj_slice id)
{
    for (size_t i = 0; ruleset && i < ruleset->rule_count; i++)
        if (gj_slice_equal(ruleset->rules[i].id, id))
            return i;
    return GJ_NOT_FOUND;
}

size_t gj_sarif_clause(const gj_ruleset *ruleset, gj_slice id)
{
    for (size_t i = 0; ruleset && i < ruleset->clause_count; i++)
        if (gj_slice_equal(ruleset->clauses[i].id, id))
            return i;
    return GJ_NOT_FOUND;
}

static bool same_document(const gj_clause *a, const gj_clause *b)
{
    return gj_slice_equal(a->document.zh, b->document.zh) && gj_slice_equal(a->number, b->number);
}

void gj_sarif_number(const gj_ruleset *ruleset, gj_sarif_taxon *out)
{
    size_t taxonomies = 0;
    for (size_t i = 0; i < ruleset->clause_count; i++) {
        size_t before = 0, last = GJ_NOT_FOUND;
        for (size_t k = 0; k < i; k++)
            if (same_document(&ruleset->clauses[i], &ruleset->clauses[k])) {
                before++;
                last = k;
            }
        out[i].taxonomy = last == GJ_NOT_FOUND ? taxonomies++ : out[last].taxonomy;
        out[i].taxon = before;
    }
}

static void component(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa, size_t clause)
{
    gj_json_object_inline(w, "toolComponent");
    gj_json_string(w, "name", gj_say(options->ruleset->clauses[clause].document, options->lang));
    gj_json_count(w, "index", taxa[clause].taxonomy);
    gj_json_object_end(w);
}

void gj_sarif_clause_reference(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa, size_t clause)
{
    gj_json_string(w, "id", options->ruleset->clauses[clause].id);
    gj_json_count(w, "index", taxa[clause].taxon);
    component(w, options, taxa, clause);
}

static void taxon(gj_json *w, gj_lang lang, const gj_clause *clause)
{
    gj_json_object(w, NULL);
    gj_json_string(w, "id", clause->id);
    gj_slice article = gj_say(clause->article, lang), about = gj_say(clause->about, lang);
    if (article.len)
        gj_json_string(w, "name", article);
    if (about.len)
        gj_sarif_message(w, "shortDescription", about);
    if (clause->quote.len)
        gj_sarif_message(w, "fullDescription", clause->quote);
    gj_json_object_inline(w, "properties");
    gj_json_optional(w, "from", clause->from);
    gj_json_optional(w, "to", clause->to);
    gj_json_text(w, "ground", gj_ground_name(clause->ground));
    gj_json_optional(w, "check", clause->check);
    gj_json_object_end(w);
    gj_json_object_end(w);
}

static void taxonomy(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa, size_t first)
{
    const gj_ruleset *ruleset = options->ruleset;
    const gj_clause *head = &ruleset->clauses[first];
    gj_json_object(w, NULL);
    gj_json_string(w, "name", gj_say(head->document, options->lang));
    if (head->number.len)
        gj_sarif_message(w, "shortDescription", head->number);
    gj_json_text(w, "language", GJ_PICK(options->lang, "zh-CN", "en-US"));
    gj_json_bool(w, "isComprehensive", false);
    gj_json_array(w, "taxa");
    for (size_t i = first; i < ruleset->clause_count; i++)
        if (taxa[i].taxonomy == taxa[first].taxonomy)
            taxon(w, options->lang, &ruleset->clauses[i]);
    gj_json_array_end(w);
    gj_json_object_end(w);
}

/* The pieces of a rule's help; a remedy with {names} makes sense only with a finding. */
static void help(gj_buffer *out, gj_lang lang, const gj_ruleset *ruleset, const gj_rule *rule, bool markdown)
{
    gj_slice explain = gj_say(rule->explain, lang), remedy = gj_say(rule->remedy, lang);
    if (markdown)
        gj_buffer_text(out, "## ");
    gj_buffer_add(out, rule->id);
    gj_buffer_byte(out, ' ');
    gj_buffer_add(out, gj_say(rule->title, lang));
    gj_buffer_text(out, "\n\n");
    if (explain.len) {
        gj_buffer_add(out, explain);
        gj_buffer_text(out, "\n\n");
    }
    gj_buffer_text(out,
                   markdown ? GJ_PICK(lang, "**依据**\n\n", "**Basis**\n\n") : GJ_PICK(lang, "依据：\n", "Basis:\n"));
    for (size_t i = 0; i < rule->clause_count; i++) {
        size_t index = gj_sarif_clause(ruleset, rule->clauses[i]);
        if (index == GJ_NOT_FOUND)
            continue;
        const gj_clause *clause = &ruleset->clauses[index];
        gj_buffer_text(out, "- ");
        gj_buffer_add(out, gj_say(clause->document, lang));
        if (clause->number.len) {
            gj_buffer_text(out, GJ_PICK(lang, "（", " ("));
            gj_buffer_add(out, clause->number);
            gj_buffer_text(out, GJ_PICK(lang, "）", ") "));
        }
        gj_buffer_add(out, gj_say(clause->article, lang));
        gj_buffer_byte(out, '\n');
    }
    if (remedy.len && !memchr(remedy.data, '{', remedy.len)) {
        gj_buffer_text(out, markdown ? GJ_PICK(lang, "\n**怎么改**\n\n", "\n**What to do**\n\n")
                                     : GJ_PICK(lang, "\n怎么改：", "\nWhat to do: "));
        gj_buffer_add(out, remedy);
        gj_buffer_byte(out, '\n');
    }
}

static void help_object(gj_json *w, const gj_show_options *options, const gj_rule *rule)
{
    gj_buffer text;
    gj_buffer_init(&text, 0);
    gj_json_object(w, "help");
    help(&text, options->lang, options->ruleset, rule, false);
    gj_json_string(w, "text", gj_slice_trim(gj_buffer_slice(&text)));
    if (text.failed)
        w->out->failed = text.failed;
    gj_buffer_clear(&text);
    help(&text, options->lang, options->ruleset, rule, true);
    gj_json_string(w, "markdown", gj_slice_trim(gj_buffer_slice(&text)));
    if (text.failed)
        w->out->failed = text.failed;
    gj_json_object_end(w);
    gj_buffer_free(&text);
}

static void rule_properties(gj_json *w, const gj_rule *rule)
{
    static const char *const problem[] = { "recommendation", "warning", "error" };
    gj_json_object(w, "properties");
    gj_json_array_inline(w, "tags");
    for (size_t i = 0; i < rule->tag_count && i < GJ_SARIF_TAGS; i++)
        gj_json_string(w, NULL, rule->tags[i]);
    gj_json_array_end(w);
    gj_json_text(w, "problem.severity", problem[rule->severity]);
    gj_json_text(w, "ground", gj_ground_name(rule->ground));
    gj_json_object_end(w);
}

static void rule_object(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa, const gj_rule *rule)
{
    static const char *const levels[] = { "note", "warning", "error" };
    gj_slice explain = gj_say(rule->explain, options->lang);
    gj_json_object(w, NULL);
    gj_json_string(w, "id", rule->id);
    gj_json_string(w, "name", rule->name);
    gj_sarif_message(w, "shortDescription", gj_say(rule->title, options->lang));
    gj_sarif_message(w, "fullDescription", explain.len ? explain : gj_say(rule->title, options->lang));
    help_object(w, options, rule);
    gj_json_object_inline(w, "defaultConfiguration");
    gj_json_text(w, "level", levels[rule->severity]);
    gj_json_object_end(w);
    gj_json_array(w, "relationships");
    for (size_t i = 0; i < rule->clause_count; i++) {
        size_t clause = gj_sarif_clause(options->ruleset, rule->clauses[i]);
        if (clause == GJ_NOT_FOUND)
            continue;
        gj_json_object_inline(w, NULL);
        gj_json_object(w, "target");
        gj_sarif_clause_reference(w, options, taxa, clause);
        gj_json_object_end(w);
        gj_json_array(w, "kinds");
        gj_json_text(w, NULL, "relevant");
        gj_json_array_end(w);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    rule_properties(w, rule);
    gj_json_object_end(w);
}

static void supported(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa)
{
    gj_json_array(w, "supportedTaxonomies");
    for (size_t i = 0; i < options->ruleset->clause_count; i++) {
        if (taxa[i].taxon)
            continue;
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "name", gj_say(options->ruleset->clauses[i].document, options->lang));
        gj_json_count(w, "index", taxa[i].taxonomy);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

static void driver(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa)
{
    const gj_ruleset *ruleset = options->ruleset;
    gj_json_object(w, "driver");
    gj_json_text(w, "name", "gouji");
    gj_json_text(w, "fullName", GJ_PICK(options->lang, "gouji 勾稽", "gouji"));
    if (options->version.len)
        gj_json_string(w, "version", options->version);
    gj_json_text(w, "language", GJ_PICK(options->lang, "zh-CN", "en-US"));
    gj_json_bool(w, "isComprehensive", true);
    gj_json_array(w, "rules");
    for (size_t i = 0; ruleset && i < ruleset->rule_count; i++)
        rule_object(w, options, taxa, &ruleset->rules[i]);
    gj_json_array_end(w);
    gj_json_array(w, "notifications");
    for (size_t i = 0; i < GJ_SARIF_NOTES; i++) {
        gj_json_object_inline(w, NULL);
        gj_json_text(w, "id", notes[i].id);
        gj_sarif_message(w, "shortDescription", gj_slice_of(GJ_PICK(options->lang, notes[i].zh, notes[i].en)));
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    if (ruleset && ruleset->clause_count)
        supported(w, options, taxa);
    if (ruleset) {
        gj_json_object(w, "properties");
        gj_json_object_inline(w, "ruleset");
        gj_json_string(w, "id", ruleset->id);
        gj_json_string(w, "version", ruleset->version);
        gj_json_text(w, "digest", ruleset->digest);
        gj_json_object_end(w);
        gj_json_object_end(w);
    }
    gj_json_object_end(w);
}

void gj_sarif_tool(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa)
{
    const gj_ruleset *ruleset = options->ruleset;
    gj_json_object(w, "tool");
    driver(w, options, taxa);
    gj_json_object_end(w);
    gj_json_array(w, "taxonomies");
    for (size_t i = 0; ruleset && i < ruleset->clause_count; i++)
        if (taxa[i].taxon == 0)
            taxonomy(w, options, taxa, i);
    gj_json_array_end(w);
}
