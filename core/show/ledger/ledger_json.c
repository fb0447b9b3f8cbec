/* ledger_json.c - the ledger as JSON. */
#include "../json_writer.h"
#include "ledger.h"

static void submission(gj_json *w, const char *key, const gj_submission *s)
{
    gj_json_object_inline(w, key);
    gj_json_string(w, "unit", s->unit);
    gj_json_string(w, "name", s->name);
    gj_json_count(w, "year", (size_t)s->year);
    gj_json_count(w, "round", (size_t)s->round);
    gj_json_string(w, "added", s->added);
    gj_json_string(w, "path", s->path);
    gj_json_string(w, "sha256", s->sha256);
    gj_json_optional(w, "format", s->format);
    gj_json_object(w, "ruleset");
    gj_json_string(w, "id", s->ruleset);
    gj_json_string(w, "digest", s->digest);
    gj_json_object_end(w);
    gj_json_string(w, "profile", s->profile);
    gj_json_count(w, "errors", s->errors);
    gj_json_count(w, "warnings", s->warnings);
    gj_json_count(w, "infos", s->infos);
    gj_json_count(w, "reviews", s->reviews);
    gj_json_count(w, "excepted", s->excepted);
    gj_json_bool(w, "original", s->has_original);
    gj_json_object_end(w);
}

static void begin(gj_json *w, gj_buffer *out, const char *schema)
{
    gj_json_begin(w, out, false);
    gj_json_object(w, NULL);
    gj_json_text(w, "schema", schema);
}

static void end(gj_json *w, gj_buffer *out)
{
    gj_json_object_end(w);
    gj_buffer_byte(out, '\n');
}

void gj_show_submissions_json(const gj_submissions *list, gj_buffer *out)
{
    gj_json w;
    begin(&w, out, "gouji/submissions@1");
    gj_json_array(&w, "submissions");
    for (size_t i = 0; i < list->count; i++)
        submission(&w, NULL, &list->items[i]);
    gj_json_array_end(&w);
    end(&w, out);
}

void gj_show_submission_json(const gj_submission *s, const gj_record *record, gj_buffer *out)
{
    gj_json w;
    begin(&w, out, "gouji/filed-submission@1");
    submission(&w, "submission", s);
    gj_json_value(&w, "record");
    gj_buffer_add(out, record->line);
    end(&w, out);
}

static void words(gj_json *w, const char *key, gj_words value)
{
    gj_json_object(w, key);
    gj_json_string(w, "zh", value.zh);
    gj_json_string(w, "en", value.en.len ? value.en : value.zh);
    gj_json_object_end(w);
}

static void counts(gj_json *w, const gj_rounds *rounds)
{
    gj_json_object_inline(w, "counts");
    for (int i = 0; i < GJ_PROGRESSES; i++)
        gj_json_count(w, gj_progress_name((gj_progress)i), rounds->counts[i]);
    gj_json_object_end(w);
}

static void finding(gj_json *w, const gj_round_finding *item)
{
    const gj_record_finding *f = item->finding;
    gj_json_object_inline(w, NULL);
    gj_json_text(w, "progress", gj_progress_name(item->progress));
    gj_json_string(w, "rule", f->rule);
    gj_json_text(w, "outcome", gj_outcome_name(f->outcome));
    gj_json_text(w, "severity", gj_severity_name(f->severity));
    words(w, "message", f->message);
    words(w, "remedy", f->remedy);
    gj_json_optional(w, "section", f->section);
    gj_json_optional(w, "place", f->place);
    gj_json_place(w, "line", f->line);
    gj_json_string(w, "fingerprint", f->fingerprint);
    gj_json_object_end(w);
}

void gj_show_rounds_json(const gj_shown_rounds *items, size_t count, size_t single, gj_buffer *out)
{
    gj_json w;
    begin(&w, out, "gouji/rounds@1");
    gj_json_count(&w, "single", single);
    gj_json_array(&w, "units");
    for (size_t i = 0; i < count; i++) {
        gj_json_object(&w, NULL);
        submission(&w, "before", items[i].before);
        submission(&w, "after", items[i].after);
        gj_json_bool(&w, "same_rules", items[i].rounds.same_rules);
        counts(&w, &items[i].rounds);
        gj_json_array(&w, "findings");
        for (size_t k = 0; k < items[i].rounds.count; k++)
            finding(&w, &items[i].rounds.items[k]);
        gj_json_array_end(&w);
        gj_json_object_end(&w);
    }
    gj_json_array_end(&w);
    end(&w, out);
}

void gj_show_filings_json(const gj_shown_filing *items, size_t count, gj_buffer *out)
{
    gj_json w;
    begin(&w, out, "gouji/filings@1");
    gj_json_array(&w, "filings");
    for (size_t i = 0; i < count; i++) {
        const gj_shown_filing *f = &items[i];
        gj_json_object(&w, NULL);
        gj_json_string(&w, "path", f->path);
        gj_json_text(&w, "how", f->refused ? "refused" : f->how == GJ_FILED_NEW ? "new" : "known");
        if (f->refused) {
            gj_words why = { gj_slice_of(f->why->zh), gj_slice_of(f->why->en) };
            words(&w, "why", why);
        } else {
            submission(&w, "submission", &f->submission);
        }
        if (f->rounds)
            counts(&w, f->rounds);
        gj_json_object_end(&w);
    }
    gj_json_array_end(&w);
    end(&w, out);
}
