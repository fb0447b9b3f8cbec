/* facsimile_wire.c - the report's own text over the pipe. */
#include "wire.h"

static void spot(codec *c, void *item)
{
    gj_fax_spot *s = item;
    number(c, &s->begin);
    number(c, &s->end);
    number(c, &s->finding);
    number(c, &s->mark);
    flag(c, &s->first);
}

/* A spot stays within its text, begins and ends between characters, and comes after the one before it. */
static bool fits(const gj_fax_text *t)
{
    size_t last = 0;
    for (size_t i = 0; i < t->spot_count; i++) {
        const gj_fax_spot *s = &t->spots[i];
        if (s->begin < last || s->begin > s->end || s->end > t->text.len || !gj_fax_boundary(t->text, s->begin) ||
            !gj_fax_boundary(t->text, s->end))
            return false;
        last = s->begin;
    }
    return true;
}

static void fax_text(codec *c, gj_fax_text *t)
{
    text(c, &t->text);
    LIST(c, t->spots, t->spot_count, 33, spot);
    c->broken = c->broken || (!c->out && !fits(t));
}

static void cell(codec *c, void *item)
{
    gj_fax_cell *cell = item;
    fax_text(c, &cell->text);
    cell->kind = (gj_fax_cell_kind)choice(c, cell->kind, GJ_FAX_CELL_KINDS);
    number(c, &cell->row);
    number(c, &cell->column);
    number(c, &cell->rowspan);
    number(c, &cell->colspan);
}

static void block(codec *c, void *item)
{
    gj_fax_block *b = item;
    b->kind = (gj_fax_kind)choice(c, b->kind, GJ_FAX_KINDS);
    number(c, &b->level);
    flag(c, &b->strong);
    fax_text(c, &b->text);
    words(c, &b->name);
    LIST(c, b->cells, b->cell_count, 45, cell);
}

void gj_wire_facsimile(codec *c, const gj_facsimile **facsimile)
{
    bool there = *facsimile != NULL;
    flag(c, &there);
    if (!there || stopped(c))
        return;
    gj_facsimile copy = { 0 };
    if (c->out && *facsimile)
        copy = **facsimile;
    LIST(c, copy.blocks, copy.block_count, 30, block);
    flag(c, &copy.cut);
    if (c->out)
        return;
    gj_facsimile *kept = GJ_NEW(c->arena, gj_facsimile);
    c->nomem = c->nomem || !kept;
    if (kept)
        *kept = copy;
    *facsimile = kept;
}

static bool text_points(const gj_result *r, const gj_fax_text *t)
{
    for (size_t i = 0; i < t->spot_count; i++)
        if (t->spots[i].finding >= r->finding_count || t->spots[i].mark >= r->findings[t->spots[i].finding].mark_count)
            return false;
    return true;
}

bool gj_wire_facsimile_points(const gj_result *r)
{
    for (size_t i = 0; r->facsimile && i < r->facsimile->block_count; i++) {
        const gj_fax_block *b = &r->facsimile->blocks[i];
        if (!text_points(r, &b->text))
            return false;
        for (size_t k = 0; k < b->cell_count; k++)
            if (!text_points(r, &b->cells[k].text))
                return false;
    }
    return true;
}
