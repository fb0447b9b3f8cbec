/** ledger.h - what the ledger holds, for people and as JSON (docs/schema/ledger.schema.json). */
#ifndef GJ_SHOW_LEDGER_H
#define GJ_SHOW_LEDGER_H

#include "../../store/ledger.h"
#include "../../store/rounds.h"
#include "../show.h"

/** Units and their rounds, sorted as gj_ledger_list gives them. */
void gj_show_submissions_text(const gj_submissions *submissions, gj_lang lang, gj_buffer *out);
void gj_show_submissions_json(const gj_submissions *submissions, gj_buffer *out);

/** One submission: what it is, its findings. JSON has its whole record. */
void gj_show_submission_text(const gj_submission *submission, const gj_record *record, gj_lang lang, gj_buffer *out);
void gj_show_submission_json(const gj_submission *submission, const gj_record *record, gj_buffer *out);

/** Two rounds of a unit and what became of the findings. */
typedef struct gj_shown_rounds {
    const gj_submission *before, *after;
    gj_rounds rounds;
} gj_shown_rounds;
void gj_show_rounds_text(const gj_shown_rounds *items, size_t count, size_t single, gj_lang lang, gj_buffer *out);
/** `single`: units that have one round only. */
void gj_show_rounds_json(const gj_shown_rounds *items, size_t count, size_t single, gj_buffer *out);

/** "整改 2，仍在 1，新增 0" */
void gj_show_progress_counts(const gj_rounds *rounds, gj_lang lang, gj_buffer *out);

/** What became of one file that was to be filed. */
typedef struct gj_shown_filing {
    gj_slice path;
    bool refused;
    const gj_error *why; /* of a refused one */
    gj_filed how;
    gj_submission submission;
    const gj_rounds *rounds; /* against the round before; NULL: there is none */
} gj_shown_filing;
/** One line. */
void gj_show_filing_text(const gj_shown_filing *filing, gj_lang lang, gj_buffer *out);
void gj_show_filings_json(const gj_shown_filing *items, size_t count, gj_buffer *out);

#endif
