#include "notice.h"

#include "../escape.h"
#include "../words.h"
#include "mustache.h"

typedef struct item {
    gj_slice rule, path, at;
    gj_words message, remedy;
    gj_severity severity;
    size_t line;
    const gj_clause **bases;
    size_t base_count;
} item;

enum { FINDINGS, REVIEWS, SUGGESTIONS, LISTS };

typedef struct notice {
    gj_arena *arena;
    const gj_collected *collected;
    const gj_unit *unit;
    const gj_show_options *options;
    const gj_notice_options *wanted;
    GJ_LIST(item) lists[LISTS];
    GJ_LIST(const gj_record *) unreadable;
} notice;

static int list_of(gj_outcome outcome, gj_severity severity)
{
    if (outcome == GJ_REVIEW)
        return REVIEWS;
    return severity == GJ_INFO ? SUGGESTIONS : FINDINGS;
}

static bool add(notice *n, gj_outcome outcome, const item *found)
{
    /* a record made with another ruleset may name a rule that this one has not */
    const gj_rule *rule = gj_ruleset_rule(n->options->ruleset, found->rule);
    item *added = GJ_PUSH(n->arena, &n->lists[list_of(outcome, found->severity)]);
    if (!added)
        return false;
    *added = *found;
    if (!rule)
        return true;
    added->bases = GJ_ARRAY(n->arena, rule->clause_count, const gj_clause *);
    if (added->bases)
        added->base_count = gj_rule_basis(n->options->ruleset, rule, n->collected->collection->year, added->bases);
    return added->bases != NULL;
}

static bool add_record(notice *n, const gj_record *r)
{
    if (r->status != GJ_CHECKED) {
        const gj_record **added = GJ_PUSH(n->arena, &n->unreadable);
        if (added)
            *added = r;
        return added != NULL;
    }
    for (size_t i = 0; i < r->finding_count; i++) {
        const gj_record_finding *f = &r->findings[i];
        item found = { .rule = f->rule,
                       .path = r->path,
                       .at = f->at,
                       .line = f->line,
                       .message = f->message,
                       .remedy = f->remedy,
                       .severity = f->severity };
        if (!f->excepted && !add(n, f->outcome, &found))
            return false;
    }
    return true;
}

static bool is_missing(const gj_unit *unit)
{
    return unit->entry && !unit->member_count && !unit->asked;
}

/* Who is to mend it: the unit that it names first, unless that is named for what stands in another's report, such as the unit that a total left out. */
static size_t whose(const gj_collected_finding *f, const gj_collection *c)
{
    size_t first = f->unit_count ? f->units[0] : GJ_NOT_FOUND;
    for (size_t i = 0; i < f->member_count; i++)
        if (c->members[f->members[i]].unit == first)
            return first;
    return f->member_count ? c->members[f->members[0]].unit : first;
}

/* That nothing came is told by the notice itself. */
static bool concerns(const gj_collected_finding *f, const gj_collection *c, const gj_unit *unit)
{
    size_t index = whose(f, c);
    return index != GJ_NOT_FOUND && &c->units[index] == unit && unit->member_count;
}

static bool gather(notice *n)
{
    const gj_collection *c = n->collected->collection;
    for (size_t i = 0; i < n->unit->member_count; i++)
        if (!add_record(n, &c->members[n->unit->members[i]].record))
            return false;
    for (size_t i = 0; i < n->collected->finding_count; i++) {
        const gj_collected_finding *f = &n->collected->findings[i];
        item found = { .rule = f->rule->id, .message = f->message, .remedy = f->remedy, .severity = f->severity };
        if (concerns(f, c, n->unit) && !add(n, f->outcome, &found))
            return false;
    }
    return true;
}

bool gj_notice_needed(const gj_collected *collected, size_t unit)
{
    const gj_collection *c = collected->collection;
    const gj_unit *u = &c->units[unit];
    bool needed = is_missing(u);
    for (size_t i = 0; i < u->member_count; i++) {
        const gj_record *r = &c->members[u->members[i]].record;
        needed = needed || r->status != GJ_CHECKED;
        for (size_t k = 0; k < r->finding_count && !needed; k++)
            needed = !r->findings[k].excepted;
    }
    for (size_t i = 0; i < collected->finding_count && !needed; i++)
        needed = concerns(&collected->findings[i], c, u);
    return needed;
}

/* Values */

static void put(gj_buffer *out, gj_slice text)
{
    gj_escape_markdown(out, text);
}

/* 2025-04-10 as a letter says it. */
static void put_date(gj_buffer *out, gj_slice date, gj_lang lang)
{
    gj_slice year = gj_slice_sub(date, 0, 4), month = gj_slice_sub(date, 5, 7), day = gj_slice_sub(date, 8, 10);
    if (lang == GJ_EN || date.len != 10) {
        put(out, date);
        return;
    }
    month = gj_slice_sub(month, month.data[0] == '0', 2);
    day = gj_slice_sub(day, day.data[0] == '0', 2);
    gj_buffer_format(out, "%.*s年%.*s月%.*s日", GJ_ARG(year), GJ_ARG(month), GJ_ARG(day));
}

static void put_count(gj_buffer *out, size_t value)
{
    gj_buffer_format(out, "%zu", value);
}

static void put_place(const notice *n, const item *found, gj_buffer *out)
{
    gj_lang lang = n->options->lang;
    if (n->unit->member_count > 1 && found->path.len) {
        put(out, found->path);
        gj_buffer_text(out, GJ_PICK(lang, "，", ", "));
    }
    if (found->at.len)
        put(out, found->at);
    else if (found->line)
        gj_buffer_format(out, GJ_PICK(lang, "第%zu行", "line %zu"), found->line);
    else
        gj_buffer_text(out, GJ_PICK(lang, "全文", "the report"));
}

static const item *item_at(const notice *n, const gj_mustache_item *path, size_t depth, size_t *number)
{
    static const char *const names[] = { "findings", "reviews", "suggestions" };
    for (size_t i = 0; i < depth; i++)
        for (size_t k = 0; k < LISTS; k++)
            if (gj_slice_is(path[i].section, names[k])) {
                *number = path[i].index + 1;
                return &n->lists[k].items[path[i].index];
            }
    return NULL;
}

static bool item_value(const notice *n, gj_slice name, const gj_mustache_item *path, size_t depth, gj_buffer *out)
{
    size_t number = 0;
    const item *found = item_at(n, path, depth, &number);
    gj_lang lang = n->options->lang;
    if (!found)
        return false;
    if (gj_slice_is(name, "number"))
        put_count(out, number);
    else if (gj_slice_is(name, "rule"))
        put(out, found->rule);
    else if (gj_slice_is(name, "severity"))
        put(out, gj_slice_of(gj_word_severity(found->severity, lang)));
    else if (gj_slice_is(name, "message"))
        put(out, gj_say(found->message, lang));
    else if (gj_slice_is(name, "remedy"))
        put(out, gj_say(found->remedy, lang));
    else if (gj_slice_is(name, "path"))
        put(out, found->path);
    else if (gj_slice_is(name, "place"))
        put_place(n, found, out);
    else if (gj_slice_is(name, "basis") && depth && gj_slice_is(path[depth - 1].section, "bases")) {
        gj_words line = gj_basis_line(n->arena, found->bases[path[depth - 1].index]);
        if (!line.zh.data || !line.en.data)
            out->failed = GJ_NOMEM;
        put(out, gj_say(line, lang));
    } else
        return false;
    return true;
}

static bool file_value(const notice *n, gj_slice name, const gj_mustache_item *path, size_t depth, gj_buffer *out)
{
    for (size_t i = 0; i < depth; i++) {
        if (!gj_slice_is(path[i].section, "unreadable"))
            continue;
        const gj_record *r = n->unreadable.items[path[i].index];
        if (gj_slice_is(name, "path"))
            put(out, r->path);
        else if (gj_slice_is(name, "error"))
            put(out, gj_say(r->error, n->options->lang));
        else
            return false;
        return true;
    }
    return false;
}

static bool value(void *context, gj_slice name, const gj_mustache_item *path, size_t depth, gj_buffer *out)
{
    const notice *n = context;
    if (item_value(n, name, path, depth, out) || file_value(n, name, path, depth, out))
        return true;
    if (gj_slice_is(name, "unit"))
        put(out, n->unit->name);
    else if (gj_slice_is(name, "year"))
        gj_buffer_format(out, "%d", n->collected->collection->year);
    else if (gj_slice_is(name, "today"))
        put_date(out, n->options->today, n->options->lang);
    else if (gj_slice_is(name, "due"))
        put_date(out, n->wanted->due, n->options->lang);
    else if (gj_slice_is(name, "count"))
        put_count(out, n->lists[FINDINGS].count);
    else
        return false;
    return true;
}

static size_t count(void *context, gj_slice name, const gj_mustache_item *path, size_t depth)
{
    const notice *n = context;
    const struct {
        const char *name;
        size_t count;
    } sections[] = {
        { "due", n->wanted->due.len > 0 },
        { "missing", is_missing(n->unit) },
        { "unreadable", n->unreadable.count },
        { "mend", n->lists[FINDINGS].count > 0 },
        { "ask", n->lists[REVIEWS].count > 0 },
        { "advise", n->lists[SUGGESTIONS].count > 0 },
        { "findings", n->lists[FINDINGS].count },
        { "reviews", n->lists[REVIEWS].count },
        { "suggestions", n->lists[SUGGESTIONS].count },
    };
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (gj_slice_is(name, sections[i].name))
            return sections[i].count;
    size_t number;
    const item *found = item_at(n, path, depth, &number);
    return found && gj_slice_is(name, "bases") ? found->base_count : GJ_NOT_FOUND;
}

gj_status gj_show_notice(gj_arena *arena, const gj_collected *collected, size_t unit, const gj_show_options *options,
                         const gj_notice_options *wanted, gj_buffer *out, gj_error *err)
{
    notice n = { .arena = arena,
                 .collected = collected,
                 .unit = &collected->collection->units[unit],
                 .options = options,
                 .wanted = wanted };
    if (!gather(&n))
        return gj_fail_nomem(err);
    gj_mustache names = { &n, value, count };
    return gj_mustache_write(wanted->text, &names, out, err);
}
