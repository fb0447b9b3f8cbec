/** fingerprint.h - what makes a finding the same finding (design.md §9).
 *
 * SHA-256 over the rule's id, the logical place and the normalised values; for text over the section's key, the folded quotation
 * and which occurrence it is. Never lines, columns, paragraph numbers or the file's format: the same defect has the same fingerprint in
 * Markdown, JSON and text, before and after lines move.
 */
#ifndef GJ_JUDGE_FINGERPRINT_H
#define GJ_JUDGE_FINGERPRINT_H

#include "../base/digest.h"
#include "equation.h"

typedef struct gj_identity {
    gj_slice rule;
    gj_slice place; /* "requests.new.total", "overview" */
    gj_slice quote; /* as written; empty where the finding is not about a text */
    const gj_cell_id *cells;
    size_t cell_count;
} gj_identity;

/** Fails only for memory. */
GJ_MUST_USE gj_status gj_fingerprint(gj_arena *arena, const gj_report *report, const gj_identity *identity,
                                     char out[GJ_DIGEST_HEX + 1], gj_error *err);
/** Make the fingerprint of the `nth` finding (from 1) whose identity is the same; nth = 0 leaves it. */
void gj_fingerprint_repeat(char fingerprint[GJ_DIGEST_HEX + 1], size_t nth);

#endif
