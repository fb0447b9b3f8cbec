/** support_ruleset.h - a small ruleset in a temporary folder, for tests of judging: one form with one table of 3 by 3, two sections, one
 *  claim kind, and the rules that a test gives as Lua text.
 */
#ifndef GJ_TESTS_SUPPORT_RULESET_H
#define GJ_TESTS_SUPPORT_RULESET_H

#include "../../core/gouji.h"

/** Metadata that every rule must have; a rule's text is "rule { id = …, name = …, " RULE_META " check = … }". */
#define RULE_META                                                                                                       \
    "severity = 'error', clauses = { 'C.1' }, title = { zh = '题', en = 'title' }, remedy = { zh = '改', en = 'fix' " \
    "}, "                                                                                                               \
    "explain = { zh = '释', en = 'why' }, since = '1.0.0', "
#define RULE(id, name, rest) "rule { id = '" id "', name = '" name "', " RULE_META rest " }\n"

/** Open a ruleset with these rules besides the owners B-001 (blanks), S-001 (section), M-001 (table), L-001 (lines) and X-001 (text).
 *  Fails the running test when it cannot be loaded. */
gj_ruleset *test_ruleset(const char *rules);
/** Read, bind and judge in the arena. */
gj_result *test_judge(gj_arena *arena, gj_ruleset *ruleset, const char *text, const gj_check_options *options);

/** A clean report as Markdown: first 1 2 3, second 4 0 4, all 5 2 7; and the same as JSON. */
extern const char test_markdown[], test_json[];
/** `text` with its first `old` replaced; in the arena. */
const char *test_with(gj_arena *arena, const char *text, const char *old, const char *new_text);

const gj_rule_outcome *test_outcome(const gj_result *result, const char *rule);
/** The only finding of the rule; fails the running test where it has none or several. */
const gj_finding *test_finding(const gj_result *result, const char *rule);
size_t test_count(const gj_result *result, const char *rule);

#endif
