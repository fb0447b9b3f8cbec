/* The marks of a page where they stand on it: its own, its templates', and those of composite graphics in them. */
#include "ofd.h"

static const gj_ofd_unit *unit_of(const gj_ofd *ofd, uint32_t id)
{
    for (size_t i = 0; i < ofd->units.count; i++)
        if (ofd->units.items[i].id == (long)id)
            return &ofd->units.items[i];
    return NULL;
}

static gj_ofd_mark moved(const gj_ofd_mark *mark, const gj_ofd_matrix *to)
{
    gj_ofd_mark out = *mark;
    for (int i = 0; i < 3; i++) {
        out.x[i] = (float)(to->a * mark->x[i] + to->c * mark->y[i] + to->e);
        out.y[i] = (float)(to->b * mark->x[i] + to->d * mark->y[i] + to->f);
    }
    return out;
}

static gj_ofd_matrix matrix_of(const gj_ofd_mark *unit)
{
    double x = unit->x[0], y = unit->y[0];
    return (gj_ofd_matrix){ unit->x[1] - x, unit->y[1] - y, unit->x[2] - x, unit->y[2] - y, x, y };
}

static gj_status too_deep(gj_ofd *ofd)
{
    return gj_fail(
        ofd->err, GJ_LIMIT, GJ_NOWHERE, "OFD 的复合图元层层引用超过 %d 层，不像正常的文档，没有读入",
        "composite graphics of the OFD lie more than %d deep in each other, as in no document; it was not read",
        GJ_MAX_OFD_NESTING);
}

static gj_status place(gj_ofd *ofd, const gj_ofd_marks *marks, const gj_ofd_matrix *to, bool foreign, int depth,
                       gj_ofd_marks *out)
{
    if (depth > GJ_MAX_OFD_NESTING)
        return too_deep(ofd);
    for (size_t i = 0; i < marks->count; i++) {
        gj_ofd_mark mark = moved(&marks->items[i], to);
        if (++ofd->placed > GJ_MAX_OFD_PLACED)
            return gj_ofd_too_much(ofd, GJ_MAX_OFD_PLACED);
        if (mark.kind == GJ_OFD_UNIT) {
            const gj_ofd_unit *unit = unit_of(ofd, mark.code);
            gj_ofd_matrix inner = matrix_of(&mark);
            ofd->missing += !unit;
            if (unit)
                GJ_TRY(place(ofd, &unit->marks, &inner, foreign, depth + 1, out));
            continue;
        }
        gj_ofd_mark *added = GJ_PUSH(ofd->page_scratch, out);
        if (!added)
            return gj_fail_nomem(ofd->err);
        mark.foreign = foreign;
        *added = mark;
    }
    return GJ_OK;
}

/* A template is walked when the first page asks for it. Templates that it asks for itself are none of the standard's. */
static gj_status place_template(gj_ofd *ofd, long id, gj_ofd_marks *out)
{
    static const gj_ofd_matrix as_it_is = { 1, 0, 0, 1, 0, 0 };
    gj_ofd_template *found = NULL;
    for (size_t i = 0; i < ofd->templates.count && !found; i++)
        found = ofd->templates.items[i].id == id ? &ofd->templates.items[i] : NULL;
    ofd->missing += !found;
    if (!found)
        return GJ_OK;
    if (!found->read) {
        gj_ofd_sheet sheet = { .marks = { 0 } };
        gj_slice name, bytes;
        found->read = true;
        GJ_TRY(gj_ofd_needed_part(ofd, ofd->scratch, found->place, &name, &bytes));
        GJ_TRY(gj_ofd_walk(ofd, ofd->scratch, name, bytes, &sheet));
        found->marks = sheet.marks;
        ofd->missing += sheet.templates.count;
    }
    return place(ofd, &found->marks, &as_it_is, true, 0, out);
}

gj_status gj_ofd_place(gj_ofd *ofd, size_t number, gj_ofd_marks *out, double box[4])
{
    static const gj_ofd_matrix as_it_is = { 1, 0, 0, 1, 0, 0 };
    gj_ofd_sheet sheet = { .marks = { 0 } };
    gj_slice name, bytes;
    memcpy(sheet.box, ofd->box, sizeof sheet.box);
    GJ_TRY(gj_ofd_needed_part(ofd, ofd->page_scratch, ofd->pages.items[number - 1], &name, &bytes));
    GJ_TRY(gj_ofd_walk(ofd, ofd->page_scratch, name, bytes, &sheet));
    for (size_t i = 0; i < sheet.templates.count; i++)
        GJ_TRY(place_template(ofd, sheet.templates.items[i], out));
    memcpy(box, sheet.box, sizeof sheet.box);
    return place(ofd, &sheet.marks, &as_it_is, false, 0, out);
}
