/** sarif.h - parts of the SARIF 2.1.0 writer. For core/show only.
 *
 * A log has one run, or more where GitHub's limits ask for it; each run is complete in itself: tool with all rules, taxonomies with all clauses.
 */
#ifndef GJ_SHOW_SARIF_H
#define GJ_SHOW_SARIF_H

#include "../json_writer.h"
#include "../show.h"

/** Where a clause stands: a taxonomy is a document, its taxa are the clauses. */
typedef struct gj_sarif_taxon {
    size_t taxonomy, taxon;
} gj_sarif_taxon;

/** What the tool may say of itself; indexes of driver.notifications. */
typedef enum gj_sarif_note {
    GJ_SARIF_UNREADABLE,
    GJ_SARIF_NOT_CHECKED,
    GJ_SARIF_RULE_BROKE,
    GJ_SARIF_RULE_BUDGET,
    GJ_SARIF_NOTICE,
    GJ_SARIF_CUT,
    GJ_SARIF_STOPPED,
    GJ_SARIF_NOTES
} gj_sarif_note;
const char *gj_sarif_note_id(gj_sarif_note note);

/** Number the clauses of a ruleset: one entry a clause. */
void gj_sarif_number(const gj_ruleset *ruleset, gj_sarif_taxon *out);
/** Index of a rule or clause by id, or GJ_NOT_FOUND. */
size_t gj_sarif_rule(const gj_ruleset *ruleset, gj_slice id);
size_t gj_sarif_clause(const gj_ruleset *ruleset, gj_slice id);
/** "tool": {…}, "taxonomies": […] */
void gj_sarif_tool(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa);
/** { "id": …, "index": …, "toolComponent": … }: a reference to a clause. */
void gj_sarif_clause_reference(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa, size_t clause);
/** { "text": … } under `key`. */
void gj_sarif_message(gj_json *w, const char *key, gj_slice text);
/** "physicalLocation": {…} of a place in artifact `artifact`; what is 0 in the mark is left out. */
void gj_sarif_physical(gj_json *w, gj_slice path, size_t artifact, const gj_mark *mark);
/** One result. Returns how many locations were cut. */
size_t gj_sarif_result(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa, const gj_result *result,
                       size_t artifact, const gj_finding *finding);

#endif
