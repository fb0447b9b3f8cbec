/** ruleset.h - a folder of Lua under rules/, loaded and checked: forms, clauses, rules.
 *
 * Files of a ruleset (docs/rule-authors.md): `pack.lua` says id, version, which forms for which years, which rule files in which order;
 * `clauses.lua`; `claims.lua`; `issuers.lua`; `form/<name>.lua`; one rule file a topic. A ruleset is loaded once, is immutable after, and is shared by all
 * reports of a process. Order of rules: pack order of files, then order in the file.
 */
#ifndef GJ_JUDGE_RULESET_H
#define GJ_JUDGE_RULESET_H

#include "../bind/form.h"
#include "../script/sandbox.h"
#include "result.h"
#include "word_lists.h"

typedef struct gj_clause {
    gj_slice id;       /* "R711.50" */
    gj_words document; /* 《中华人民共和国政府信息公开条例》 */
    gj_slice number;   /* 国务院令第711号 */
    gj_words article;  /* 第五十条 */
    gj_slice quote;    /* short, in Chinese as printed; empty when only described */
    gj_words about;    /* what it asks, in our words */
    gj_slice from, to; /* YYYY-MM-DD; to empty: in force */
    gj_ground ground;
    gj_slice check;  /* "automated" "partly" "person" */
    gj_words person; /* what a person must look at; empty where nothing is left to one, or it is not said */
} gj_clause;

typedef struct gj_message {
    gj_slice key;   /* "default" or a name the rule uses */
    gj_words words; /* templates: {name} */
} gj_message;

/** What a rule was measured to find: defects planted in synthetic reports, alarms on clean ones, and findings on published reports
 *  that a person judged. */
typedef struct gj_measured {
    bool known; /* false: not measured, or not read */
    size_t planted, found, false_alarms;
    size_t real_true, real_doubtful, real_false;
} gj_measured;

typedef struct gj_rule {
    gj_slice id, name, file;
    size_t index;         /* in ruleset order */
    gj_severity severity; /* the highest it gives */
    gj_ground ground;
    bool lower_when_unknown; /* (L): one step lower while level or scope is unknown */
    gj_slice *clauses;
    size_t clause_count;
    gj_words title, remedy, explain;
    gj_slice since;    /* ruleset version */
    gj_slice *history; /* "2026-11: severity …" */
    size_t history_count;
    gj_slice *needs; /* "table:requests" "section:problems" "year" "form" "prior" */
    size_t need_count;
    gj_slice *tags;
    size_t tag_count;
    gj_message *messages;
    size_t message_count;
    gj_measured measured;
    int applies, check, cases; /* registry references; LUA_NOREF: none, or cases not asked for */
} gj_rule;

typedef struct gj_ruleset {
    gj_slice id, version;
    gj_words name;
    char digest[65]; /* SHA-256 over the sources, by file name */
    gj_slice origin; /* "builtin" or the folder */
    gj_rule *rules;
    size_t rule_count;
    gj_rule *collection; /* rules about many reports (collect/); their `index` goes on after those of `rules` */
    size_t collection_count;
    gj_clause *clauses;
    size_t clause_count;
    size_t clean_reports, real_reports; /* that gj_rule.measured was measured on; 0: not read */
    const gj_forms *forms;
    gj_word_index words; /* the lists; built into one index when first asked for */
    gj_sandbox *sandbox;
    gj_matcher *matcher;
    gj_arena *arena;
    int base;   /* registry reference of the clean base report for cases (`base.lua`), LUA_NOREF where there is none */
    int notice; /* of the template of a rectification notice, a function of "zh" or "en" (`notice.lua`), or LUA_NOREF */
    int desk; /* what the county page asks (collect/desk.h), a function of the year and the units (`desk.lua`), or LUA_NOREF */
    int blank; /* registry reference of the blank report for `new` (`blank.lua`), or LUA_NOREF */
} gj_ruleset;

/** Load the ruleset inside the binary (`folder` empty) or a folder, then add each folder of `with` (its rules, clauses and claims join; ids must be new).
 *  Errors name file, field and reason (GJ_RULES). */
GJ_MUST_USE gj_status gj_ruleset_open(gj_slice folder, const gj_slice *with, size_t with_count, gj_ruleset **out,
                                      gj_error *err);
/** The same with what nobody needs to check reports: the cases of the rules inside the binary, and what was measured of them (measured.lua). Those
 *  of a folder are always there. */
GJ_MUST_USE gj_status gj_ruleset_open_with_cases(gj_slice folder, const gj_slice *with, size_t with_count,
                                                 gj_ruleset **out, gj_error *err);
void gj_ruleset_close(gj_ruleset *ruleset); /* NULL is fine */

/** All rules, those about collections last. */
static inline size_t gj_ruleset_total(const gj_ruleset *ruleset)
{
    return ruleset->rule_count + ruleset->collection_count;
}
static inline const gj_rule *gj_ruleset_at(const gj_ruleset *ruleset, size_t index)
{
    return index < ruleset->rule_count ? &ruleset->rules[index] : &ruleset->collection[index - ruleset->rule_count];
}

/** By id or name; NULL when unknown. */
const gj_rule *gj_ruleset_rule(const gj_ruleset *ruleset, gj_slice id_or_name);
const gj_clause *gj_ruleset_clause(const gj_ruleset *ruleset, gj_slice id);
/** The clauses that a rule rests on in a report of `year`: those in force when that year had ended; all of them where the year is 0 or none was.
 *  `out` has room for rule->clause_count; returns how many there are. */
size_t gj_rule_basis(const gj_ruleset *ruleset, const gj_rule *rule, int year, const gj_clause **out);
/** One readable line for a clause: document, number and article, and its ground where that is not national. Data NULL when memory ran out. */
gj_words gj_basis_line(gj_arena *arena, const gj_clause *clause);
/** Whether a selector (id, name, or prefix of an id such as "T3" or "XREF-0") names the rule. */
bool gj_rule_selected_by(const gj_rule *rule, gj_slice selector);
/** Whether the rule says that it needs last year's report. */
bool gj_rule_needs_prior(const gj_rule *rule);
/** The rule whose id or name is nearest to a mistyped one, for "did you mean"; NULL when none is near. */
const gj_rule *gj_ruleset_nearest(const gj_ruleset *ruleset, gj_slice word);

#endif
