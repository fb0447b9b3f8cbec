#include "result_wire.h"

#include "wire.h"

#define MAGIC ((uint64_t)0x31526a67) /* "gjR1" */

static void rule_outcome(codec *c, void *item)
{
    gj_rule_outcome *o = item;
    text(c, &o->rule);
    o->outcome = (gj_outcome)choice(c, o->outcome, GJ_OUTCOMES);
    text(c, &o->because);
    words(c, &o->why);
}

/* A byte and an element for a file with lines. */
static void locus(codec *c, gj_locus *at)
{
    at->part = (gj_file_part)choice(c, at->part, GJ_PART_NOTE + 1);
    if (at->part == GJ_PART_NONE) {
        text(c, &at->element);
        return;
    }
    size_t *numbers[] = { &at->offset,    &at->page,   &at->paragraph, &at->table,  &at->row,   &at->column,
                          &at->character, &at->box[0], &at->box[1],    &at->box[2], &at->box[3] };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        number(c, numbers[i]);
}

static void mark(codec *c, void *item)
{
    gj_mark *m = item;
    size_t *places[] = { &m->line,       &m->column,   &m->end_line,   &m->end_column,
                         &m->byte_begin, &m->byte_end, &m->line_offset };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        number(c, places[i]);
    locus(c, &m->at);
    text(c, &m->pointer);
    text(c, &m->line_text);
    flag(c, &m->primary);
    flag(c, &m->prior);
    words(c, &m->label);
}

static void cell_ref(codec *c, void *item)
{
    gj_cell_ref *r = item;
    text(c, &r->table);
    text(c, &r->row);
    text(c, &r->column);
    words(c, &r->table_name);
    words(c, &r->row_name);
    words(c, &r->column_name);
    text(c, &r->text);
    r->kind = (gj_cell_kind)choice(c, r->kind, GJ_CELL_UNREAD + 1);
    decimal(c, &r->value);
    number(c, &r->line);
    number(c, &r->column_no);
    locus(c, &r->at);
    text(c, &r->pointer);
    flag(c, &r->prior);
}

static void equation_text(codec *c, void *item)
{
    gj_equation_text *e = item;
    text(c, &e->rule);
    words(c, &e->words);
    words(c, &e->place);
    number(c, &e->line);
    flag(c, &e->holds);
}

static void suggestion(codec *c, void *item)
{
    gj_suggestion *s = item;
    s->count = choice(c, (unsigned)s->count, sizeof s->cells / sizeof *s->cells + 1);
    c->broken = c->broken || s->count == 0;
    for (size_t i = 0; i < s->count; i++) {
        gj_suggestion_cell *cell = &s->cells[i];
        text(c, &cell->table);
        text(c, &cell->row);
        text(c, &cell->column);
        words(c, &cell->name);
        decimal(c, &cell->from);
        decimal(c, &cell->to);
        text(c, &cell->from_text);
        number(c, &cell->line);
    }
}

static void exception(codec *c, gj_finding *f)
{
    bool there = f->exception != NULL;
    flag(c, &there);
    if (!there)
        return;
    gj_exception_ref ref = { { NULL, 0 }, { NULL, 0 }, { NULL, 0 } };
    if (c->out && f->exception)
        ref = *f->exception;
    text(c, &ref.reason);
    text(c, &ref.approver);
    text(c, &ref.expires);
    if (c->out)
        return;
    gj_exception_ref *kept = GJ_NEW(c->arena, gj_exception_ref);
    c->nomem = c->nomem || !kept;
    if (kept)
        *kept = ref;
    f->exception = kept;
}

static void basis(codec *c, gj_finding *f)
{
    size_t lines = f->clause_count;
    LIST(c, f->clauses, f->clause_count, 4, slice_item);
    LIST(c, f->basis, lines, 8, words_item);
    c->broken = c->broken || lines != f->clause_count;
}

static void finding(codec *c, void *item)
{
    gj_finding *f = item;
    text(c, &f->rule);
    text(c, &f->name);
    f->outcome = (gj_outcome)choice(c, f->outcome, GJ_OUTCOMES);
    f->severity = (gj_severity)choice(c, f->severity, GJ_ERROR + 1);
    f->ground = (gj_ground)choice(c, f->ground, GJ_PRACTICE + 1);
    words(c, &f->title);
    words(c, &f->message);
    words(c, &f->remedy);
    basis(c, f);
    text(c, &f->section);
    text(c, &f->place);
    text(c, &f->quote);
    LIST(c, f->marks, f->mark_count, 74, mark);
    LIST(c, f->cells, f->cell_count, 70, cell_ref);
    LIST(c, f->equations, f->equation_count, 29, equation_text);
    LIST(c, f->also, f->also_count, 4, slice_item);
    LIST(c, f->suggestions, f->suggestion_count, 1 + 48, suggestion);
    number(c, &f->suggestion_total);
    fixed(c, f->fingerprint, sizeof f->fingerprint);
    exception(c, f);
}

static void notice(codec *c, void *item)
{
    gj_result_notice *n = item;
    text(c, &n->kind);
    words(c, &n->words);
    text(c, &n->text);
    number(c, &n->line);
    number(c, &n->column);
    locus(c, &n->at);
    text(c, &n->pointer);
}

static void known(codec *c, gj_known_text *value)
{
    text(c, &value->value);
    text(c, &value->origin);
}

static void error(codec *c, gj_error *e)
{
    e->status = (gj_status)choice(c, e->status, GJ_INTERNAL + 1);
    bytes(c, &e->offset, sizeof e->offset);
    number(c, &e->line);
    number(c, &e->column);
    fixed(c, e->where, sizeof e->where);
    fixed(c, e->zh, sizeof e->zh);
    fixed(c, e->en, sizeof e->en);
}

static void identity(codec *c, gj_result *r)
{
    text(c, &r->path);
    text(c, &r->format);
    fixed(c, r->sha256, sizeof r->sha256);
    r->status = (gj_report_status)choice(c, r->status, GJ_PASSED_OVER + 1);
    error(c, &r->error);
    r->profile = (gj_profile)choice(c, r->profile, GJ_PROFILE_COUNT);
    text(c, &r->title);
    integer(c, &r->year);
    text(c, &r->year_origin);
    text(c, &r->form);
    gj_known_text *facts[] = { &r->name, &r->level, &r->kind, &r->scope, &r->province };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        known(c, facts[i]);
    text(c, &r->published);
    r->prior.chosen = (gj_prior_choice)choice(c, r->prior.chosen, GJ_PRIOR_FOUND + 1);
    text(c, &r->prior.path);
    fixed(c, r->prior.sha256, sizeof r->prior.sha256);
}

static void result(codec *c, gj_result *r)
{
    size_t magic = MAGIC;
    number(c, &magic);
    c->broken = c->broken || magic != MAGIC;
    identity(c, r);
    LIST(c, r->outcomes, r->outcome_count, 17, rule_outcome);
    for (size_t i = 0; i < GJ_OUTCOMES; i++)
        number(c, &r->counts[i]);
    number(c, &r->deselected);
    LIST(c, r->findings, r->finding_count, 116, finding);
    number(c, &r->findings_cut);
    for (size_t i = 0; i <= GJ_ERROR; i++)
        number(c, &r->severities[i]);
    number(c, &r->reviews);
    number(c, &r->excepted);
    LIST(c, r->notices, r->notice_count, 37, notice);
    number(c, &r->notice_total);
    gj_wire_facsimile(c, &r->facsimile);
}

/* Every rule has one outcome: the counts are theirs. */
static bool adds_up(const gj_result *r)
{
    size_t counts[GJ_OUTCOMES] = { 0 };
    for (size_t i = 0; i < r->outcome_count; i++)
        counts[r->outcomes[i].outcome]++;
    return memcmp(counts, r->counts, sizeof counts) == 0;
}

gj_status gj_result_encode(const gj_result *result_in, gj_buffer *out)
{
    gj_result copy = *result_in; /* writing changes nothing, but the description is one for both ways */
    codec c = { .out = out };
    result(&c, &copy);
    return out->failed;
}

gj_status gj_result_decode(gj_arena *arena, gj_slice encoded, gj_result **out, gj_error *err)
{
    gj_result *r = GJ_NEW(arena, gj_result);
    if (!r)
        return gj_fail_nomem(err);
    codec c = { .in = encoded, .arena = arena };
    result(&c, r);
    if (c.nomem)
        return gj_fail_nomem(err);
    if (c.broken || c.in.len != 0 || !adds_up(r) || !gj_wire_facsimile_points(r))
        return gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "检查进程传回的结果不完整，这份报告未检查",
                       "the result that the checking process sent back is damaged; this report was not checked");
    *out = r;
    return GJ_OK;
}
