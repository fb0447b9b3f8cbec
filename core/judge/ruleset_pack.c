/* pack.lua and clauses.lua. */
#include "ruleset_private.h"

#include <stdio.h>

static bool is_date(gj_slice s)
{
    static const char shape[] = "dddd-dd-dd";
    if (s.len != sizeof shape - 1)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        bool digit = s.data[i] >= '0' && s.data[i] <= '9';
        if (shape[i] == 'd' ? !digit : s.data[i] != '-')
            return false;
    }
    return true;
}

/* owners = { section = , issuer = , out_of_scope = } */
static gj_status read_owners(gj_fields *f, gj_pack *out)
{
    static const char *const known[] = { "section", "issuer", "out_of_scope", NULL };
    lua_pushstring(f->L, "owners");
    gj_fields owners = *f;
    int type = lua_rawget(f->L, f->index);
    owners.index = lua_gettop(f->L);
    if (type == LUA_TNIL) {
        lua_pop(f->L, 1);
        return GJ_OK;
    }
    if (type != LUA_TTABLE)
        return gj_field_fail(f, "owners", "应为表", "expected a table");
    GJ_TRY(gj_fields_known(&owners, known));
    GJ_TRY(gj_field_optional(&owners, "section", &out->section_owner));
    GJ_TRY(gj_field_optional(&owners, "issuer", &out->issuer_owner));
    GJ_TRY(gj_field_optional(&owners, "out_of_scope", &out->scope_owner));
    lua_pop(f->L, 1);
    return GJ_OK;
}

/* An added folder joins clauses, forms, claims, issuers, lib and rules; the rest belongs to the ruleset it is added to. */
static gj_status check_addition(gj_fields *f, const gj_pack *p)
{
    static const char zh[] = "只能由主规则集给出", en[] = "belongs to the main ruleset only";
    if (p->title.len || p->other_year.len)
        return gj_field_fail(f, p->title.len ? "title" : "other_year", zh, en);
    if (p->base.len || p->blank.len || p->notice.len || p->desk.len || p->relations.len)
        return gj_field_fail(f,
                             p->base.len     ? "base"
                             : p->blank.len  ? "blank"
                             : p->notice.len ? "notice"
                             : p->desk.len   ? "desk"
                                             : "relations",
                             zh, en);
    if (p->section_owner.len || p->issuer_owner.len || p->scope_owner.len)
        return gj_field_fail(f, "owners", zh, en);
    return GJ_OK;
}

gj_status gj_pack_read(gj_fields *f, bool addition, gj_pack *p)
{
    static const char *const known[] = { "id",        "version",    "name",  "forms",      "clauses",      "claims",
                                         "relations", "issuers",    "lib",   "words",      "rules",        "base",
                                         "blank",     "notice",     "title", "other_year", "report_hints", "owners",
                                         "measured",  "collection", "desk",  NULL };
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "id", &p->id));
    GJ_TRY(gj_field_string(f, "version", &p->version));
    GJ_TRY(gj_field_words(f, "name", true, &p->name));
    GJ_TRY(gj_field_strings(f, "forms", !addition, &p->forms, &p->form_count));
    GJ_TRY(addition ? gj_field_optional(f, "clauses", &p->clauses) : gj_field_string(f, "clauses", &p->clauses));
    GJ_TRY(gj_field_optional(f, "claims", &p->claims));
    GJ_TRY(gj_field_optional(f, "relations", &p->relations));
    GJ_TRY(gj_field_optional(f, "issuers", &p->issuers));
    GJ_TRY(gj_field_strings(f, "lib", false, &p->libs, &p->lib_count));
    GJ_TRY(gj_field_strings(f, "words", false, &p->words, &p->word_count));
    GJ_TRY(gj_field_strings(f, "rules", !addition, &p->rules, &p->rule_count));
    GJ_TRY(gj_field_strings(f, "collection", false, &p->collection, &p->collection_count));
    GJ_TRY(gj_field_optional(f, "base", &p->base));
    GJ_TRY(gj_field_optional(f, "measured", &p->measured));
    GJ_TRY(gj_field_optional(f, "blank", &p->blank));
    GJ_TRY(gj_field_optional(f, "notice", &p->notice));
    GJ_TRY(gj_field_optional(f, "desk", &p->desk));
    GJ_TRY(addition ? gj_field_optional(f, "title", &p->title) : gj_field_string(f, "title", &p->title));
    GJ_TRY(gj_field_optional(f, "other_year", &p->other_year));
    GJ_TRY(gj_field_strings(f, "report_hints", false, &p->hints, &p->hint_count));
    GJ_TRY(read_owners(f, p));
    return addition ? check_addition(f, p) : GJ_OK;
}

static gj_status read_date(gj_fields *f, const char *name, gj_slice *out)
{
    GJ_TRY(gj_field_optional(f, name, out));
    if (out->len && !is_date(*out))
        return gj_field_fail(f, name, "应为 YYYY-MM-DD", "expected YYYY-MM-DD");
    return GJ_OK;
}

/* `f` is the element's own: its place takes the clause's id as soon as that is known. */
static gj_status read_clause(gj_fields *f, size_t index, void *context)
{
    static const char *const known[] = { "id",   "document", "number", "article", "quote",  "about",
                                         "from", "to",       "ground", "check",   "person", NULL };
    static const char *const grounds[] = { "national", "local", "practice", NULL };
    static const char *const checks[] = { "automated", "partly", "person", NULL };
    gj_loader *l = context;
    gj_slice id;
    int chosen = 0;
    (void)index;
    GJ_TRY(gj_field_string(f, "id", &id));
    if (!f->trusted)
        f->where = gj_arena_format(l->arena, "%.*s: clause %.*s", GJ_ARG(l->file->path), GJ_ARG(id)).data;
    if (!f->where)
        return gj_fail_nomem(f->err);
    if (gj_clause_among(l->clauses.items, l->clauses.count, id))
        return gj_field_fail(f, "id", "与另一条款重复", "another clause has it too");
    if (l->clauses.count >= GJ_MAX_CLAUSES)
        return gj_field_fail(f, "id", "条款太多", "there are too many clauses");
    gj_clause *clause = GJ_PUSH(l->arena, &l->clauses);
    if (!clause)
        return gj_fail_nomem(f->err);
    clause->id = id;
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_words(f, "document", true, &clause->document));
    GJ_TRY(gj_field_optional(f, "number", &clause->number));
    GJ_TRY(gj_field_words(f, "article", false, &clause->article));
    GJ_TRY(gj_field_optional(f, "quote", &clause->quote));
    GJ_TRY(gj_field_words(f, "about", true, &clause->about));
    GJ_TRY(read_date(f, "from", &clause->from));
    GJ_TRY(read_date(f, "to", &clause->to));
    GJ_TRY(gj_field_choice(f, "ground", grounds, true, &chosen));
    clause->ground = (gj_ground)chosen;
    GJ_TRY(gj_field_choice(f, "check", checks, true, &chosen));
    clause->check = gj_slice_of(checks[chosen]);
    return gj_field_words(f, "person", false, &clause->person);
}

gj_status gj_clauses_read(gj_fields *f, gj_loader *l)
{
    return gj_elements_read(f, NULL, "clause", read_clause, l);
}
