/* The contract of rule{…}: what a rule must say of itself. docs/rule-authors.md describes the fields. */
#include "ruleset_private.h"

#include <stdio.h>
#include <stdlib.h>

#include "../base/nearest.h"
#include "template.h"

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "T3-003": capitals and digits, a hyphen, digits. */
static bool is_id(gj_slice s)
{
    size_t hyphen = gj_slice_find(s, GJ_LIT("-"), 0);
    if (hyphen == GJ_NOT_FOUND || hyphen == 0 || hyphen + 1 == s.len || s.len > 32)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        bool capital = s.data[i] >= 'A' && s.data[i] <= 'Z';
        if (i != hyphen && !is_digit(s.data[i]) && !(capital && i < hyphen))
            return false;
    }
    return true;
}

/* "requests-balance" */
static bool is_name(gj_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_lower(s.data[i]) && !is_digit(s.data[i]) && !(s.data[i] == '-' && i > 0 && i + 1 < s.len))
            return false;
    return s.len > 0 && s.len <= 64 && is_lower(s.data[0]);
}

static gj_status check_identity(gj_fields *f, const gj_loader *l, const gj_rule *rule)
{
    if (!is_id(rule->id))
        return gj_field_fail(f, "id", "应为大写字母加编号，如 T3-003",
                             "expected capitals and a number, such as T3-003");
    if (!is_name(rule->name))
        return gj_field_fail(f, "name", "应为小写英文加连字符，如 requests-balance",
                             "expected lower-case words with hyphens, such as requests-balance");
    for (size_t i = 0; i < l->rules.count + l->collection.count; i++) {
        const gj_rule *other = i < l->rules.count ? &l->rules.items[i] : &l->collection.items[i - l->rules.count];
        if (gj_slice_equal(other->id, rule->id))
            return gj_field_fail(f, "id", "已有同编号的规则", "another rule has it too");
        if (gj_slice_equal(other->name, rule->name))
            return gj_field_fail(f, "name", "已有同名的规则", "another rule has it too");
    }
    return GJ_OK;
}

static gj_status read_severity(gj_fields *f, gj_rule *rule)
{
    static const char *const words[] = { "error", "warning", "info", NULL };
    static const gj_severity values[] = { GJ_ERROR, GJ_WARNING, GJ_INFO };
    int chosen = 0;
    GJ_TRY(gj_field_choice(f, "severity", words, true, &chosen));
    rule->severity = values[chosen];
    return GJ_OK;
}

static gj_status no_clause(gj_fields *f, gj_slice id)
{
    char zh[160], en[160];
    (void)snprintf(zh, sizeof zh, "没有条款 “%.*s”，请查 clauses.lua", GJ_ARG(id));
    (void)snprintf(en, sizeof en, "there is no clause \"%.*s\" in clauses.lua", GJ_ARG(id));
    return gj_field_fail(f, "clauses", zh, en);
}

/* Clauses must exist; the rule's ground is the strongest of theirs unless it says its own. */
static gj_status read_clauses(gj_fields *f, const gj_loader *l, gj_rule *rule)
{
    static const char *const grounds[] = { "national", "local", "practice", NULL };
    int ground = GJ_PRACTICE;
    GJ_TRY(gj_field_strings(f, "clauses", true, &rule->clauses, &rule->clause_count));
    for (size_t i = 0; i < rule->clause_count; i++) {
        const gj_clause *clause = gj_clause_among(l->clauses.items, l->clauses.count, rule->clauses[i]);
        if (!clause)
            return no_clause(f, gj_slice_sub(rule->clauses[i], 0, 60));
        if ((int)clause->ground < ground)
            ground = (int)clause->ground;
    }
    GJ_TRY(gj_field_choice(f, "ground", grounds, false, &ground));
    rule->ground = (gj_ground)ground;
    return GJ_OK;
}

/* Well-formed templates with the same names in both languages. */
static gj_status check_template(gj_fields *f, const char *name, gj_words words)
{
    if (f->trusted)
        return GJ_OK;
    if (gj_template_check(words.zh) != GJ_NOT_FOUND || gj_template_check(words.en) != GJ_NOT_FOUND)
        return gj_field_fail(f, name, "花括号不成对，或其中不是名字（要写括号本身请用 {{ 与 }}）",
                             "a brace is unpaired or holds no name (write {{ and }} for braces themselves)");
    gj_slice missing = gj_template_missing(words.zh, words.en);
    if (!missing.len)
        missing = gj_template_missing(words.en, words.zh);
    if (!missing.len)
        return GJ_OK;
    char zh[160], en[160];
    (void)snprintf(zh, sizeof zh, "zh 与 en 的占位名不一致：{%.*s}", GJ_ARG(gj_slice_sub(missing, 0, 60)));
    (void)snprintf(en, sizeof en, "zh and en use different names: {%.*s}", GJ_ARG(gj_slice_sub(missing, 0, 60)));
    return gj_field_fail(f, name, zh, en);
}

static gj_status read_template(gj_fields *f, const char *name, bool required, gj_words *out)
{
    GJ_TRY(gj_field_words(f, name, required, out));
    return check_template(f, name, *out);
}

static int by_key(const void *a, const void *b)
{
    return gj_slice_compare(((const gj_message *)a)->key, ((const gj_message *)b)->key);
}

/* The keys of the table at `index`, in byte order, copied into the rule's messages. */
static gj_status list_messages(gj_fields *f, int index, gj_rule *rule)
{
    GJ_LIST(gj_message) messages = { 0 };
    for (lua_pushnil(f->L); lua_next(f->L, index); lua_pop(f->L, 1)) {
        if (lua_type(f->L, -2) != LUA_TSTRING)
            return gj_field_fail(f, "messages", "每条消息要有名字", "every message needs a name");
        gj_message *message = GJ_PUSH(f->arena, &messages);
        if (!message)
            return gj_fail_nomem(f->err);
        message->key = gj_arena_copy(f->arena, gj_slice_of(lua_tostring(f->L, -2)));
        if (!message->key.data)
            return gj_fail_nomem(f->err);
    }
    if (messages.count)
        qsort(messages.items, messages.count, sizeof *messages.items, by_key);
    rule->messages = messages.items;
    rule->message_count = messages.count;
    return GJ_OK;
}

static gj_status read_named_messages(gj_fields *f, gj_rule *rule)
{
    gj_fields table = *f;
    table.index = lua_gettop(f->L);
    GJ_TRY(list_messages(f, table.index, rule));
    for (size_t i = 0; i < rule->message_count; i++)
        GJ_TRY(read_template(&table, rule->messages[i].key.data, true, &rule->messages[i].words));
    return GJ_OK;
}

/* message = {zh, en}, or messages = { default = {zh, en}, other = … }, or none: the engine has words for equations. */
static gj_status read_messages(gj_fields *f, gj_rule *rule)
{
    gj_words single;
    GJ_TRY(read_template(f, "message", false, &single));
    gj_sandbox_plain(f->L, f->index);
    lua_pushstring(f->L, "messages");
    int type = lua_rawget(f->L, -2);
    if (single.zh.len && type != LUA_TNIL)
        return gj_field_fail(f, "messages", "message 与 messages 只能写一个", "give either message or messages");
    if (type == LUA_TTABLE) {
        gj_sandbox_plain(f->L, -1);
        GJ_TRY(read_named_messages(f, rule));
    } else if (type != LUA_TNIL) {
        return gj_field_fail(f, "messages", "应为表", "expected a table");
    }
    if (!single.zh.len)
        return GJ_OK;
    rule->messages = GJ_NEW(f->arena, gj_message);
    if (!rule->messages)
        return gj_fail_nomem(f->err);
    rule->messages[0] = (gj_message){ GJ_LIT("default"), single };
    rule->message_count = 1;
    return GJ_OK;
}

static bool form_has(const gj_loader *l, gj_slice kind, gj_slice key)
{
    bool table = gj_slice_is(kind, "table");
    for (size_t i = 0; i < l->form_list.count; i++) {
        const gj_form *form = &l->form_list.items[i];
        if (table ? gj_form_table_by_key(form, key) != NULL : gj_form_section_by_key(form, key) != NULL)
            return true;
    }
    return false;
}

/* Of a rule about collections: "roster", "aggregate". */
static gj_status check_collection_needs(gj_fields *f, const gj_rule *rule)
{
    for (size_t i = 0; i < rule->need_count; i++)
        if (!gj_slice_is(rule->needs[i], "roster") && !gj_slice_is(rule->needs[i], "aggregate"))
            return gj_field_fail(f, "needs", "应为 roster 或 aggregate", "expected roster or aggregate");
    return GJ_OK;
}

/* "year", "form", "prior", "table:requests", "section:problems" */
static gj_status read_needs(gj_fields *f, const gj_loader *l, gj_rule *rule)
{
    GJ_TRY(gj_field_strings(f, "needs", false, &rule->needs, &rule->need_count));
    if (l->collecting)
        return check_collection_needs(f, rule);
    for (size_t i = 0; i < rule->need_count; i++) {
        gj_slice need = rule->needs[i];
        size_t colon = gj_slice_find(need, GJ_LIT(":"), 0);
        gj_slice kind = gj_slice_sub(need, 0, colon),
                 key = colon == GJ_NOT_FOUND ? GJ_LIT("") : gj_slice_sub(need, colon + 1, need.len);
        bool plain = gj_slice_is(need, "year") || gj_slice_is(need, "form") || gj_slice_is(need, "prior");
        bool keyed = gj_slice_is(kind, "table") || gj_slice_is(kind, "section");
        if (!plain && (colon == GJ_NOT_FOUND || !keyed))
            return gj_field_fail(f, "needs", "应为 year、form、prior、table:… 或 section:…",
                                 "expected year, form, prior, table:… or section:…");
        if (keyed && !form_has(l, kind, key))
            return gj_field_fail(f, "needs", "没有哪种格式有这张表或这一部分", "no form has this table or section");
    }
    return GJ_OK;
}

/* Only the outline of cases is looked at; `gouji rule test` judges and requires them. */
static gj_status read_cases(gj_fields *f, gj_rule *rule)
{
    static const char *const known[] = { "fails", "passes", "not_applicable", "reviews", "not_run", NULL };
    rule->cases = LUA_NOREF;
    gj_sandbox_plain(f->L, f->index);
    lua_pushstring(f->L, "cases");
    int type = lua_rawget(f->L, -2);
    if (type == LUA_TNIL)
        return GJ_OK;
    if (type != LUA_TTABLE)
        return gj_field_fail(f, "cases", "应为表", "expected a table");
    gj_fields cases = *f;
    cases.index = lua_gettop(f->L);
    if (!f->trusted) {
        cases.where = gj_arena_format(f->arena, "%s: cases", f->where).data;
        if (!cases.where)
            return gj_fail_nomem(f->err);
        GJ_TRY(gj_fields_known(&cases, known));
    }
    lua_pushvalue(f->L, cases.index);
    rule->cases = luaL_ref(f->L, LUA_REGISTRYINDEX);
    return GJ_OK;
}

gj_status gj_rule_read(gj_fields *f, gj_loader *l, gj_rule *rule)
{
    static const char *const known[] = { "id",
                                         "name",
                                         "severity",
                                         "ground",
                                         "clauses",
                                         "title",
                                         "message",
                                         "messages",
                                         "remedy",
                                         "explain",
                                         "lower_when_unknown",
                                         "needs",
                                         "since",
                                         "history",
                                         "tags",
                                         "applies",
                                         "check",
                                         "cases",
                                         NULL };
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "id", &rule->id));
    GJ_TRY(gj_field_string(f, "name", &rule->name));
    GJ_TRY(check_identity(f, l, rule));
    GJ_TRY(read_severity(f, rule));
    GJ_TRY(read_clauses(f, l, rule));
    GJ_TRY(gj_field_words(f, "title", true, &rule->title));
    if (gj_slice_find(rule->title.zh, GJ_LIT("{"), 0) != GJ_NOT_FOUND ||
        gj_slice_find(rule->title.en, GJ_LIT("{"), 0) != GJ_NOT_FOUND)
        return gj_field_fail(f, "title", "标题不能有占位名，细节请写在 message 里",
                             "a title has no placeholders: details go into message");
    GJ_TRY(read_messages(f, rule));
    GJ_TRY(read_template(f, "remedy", true, &rule->remedy));
    GJ_TRY(gj_field_words(f, "explain", false, &rule->explain));
    GJ_TRY(gj_field_bool(f, "lower_when_unknown", &rule->lower_when_unknown));
    GJ_TRY(read_needs(f, l, rule));
    GJ_TRY(gj_field_optional(f, "since", &rule->since));
    GJ_TRY(gj_field_strings(f, "history", false, &rule->history, &rule->history_count));
    GJ_TRY(gj_field_strings(f, "tags", false, &rule->tags, &rule->tag_count));
    GJ_TRY(gj_field_function(f, "applies", false, &rule->applies));
    GJ_TRY(gj_field_function(f, "check", true, &rule->check));
    return read_cases(f, rule);
}
