/* The characters of a text object: each where TextCode and its distances put it. */
#include "../../base/utf8.h"
#include "ofd.h"

#define ABOVE 0.86 /* of a character's size, from its foot upward */
#define BELOW 0.14

/* The rest of DeltaX or DeltaY: numbers, and "g n d" for n times d. */
typedef struct distances {
    gj_slice rest;
    double times, last;
    bool given;
} distances;

/* The distance from one character to the next; *there is false where no more are given. */
static gj_status next(gj_ofd *ofd, distances *d, double *out, bool *there)
{
    while (d->times < 1) {
        gj_slice rest = gj_slice_trim(d->rest);
        bool repeats = rest.len && (rest.data[0] == 'g' || rest.data[0] == 'G');
        d->rest = gj_slice_sub(rest, repeats, rest.len);
        d->times = 1;
        *there = true;
        if (repeats)
            GJ_TRY(gj_ofd_number(ofd, &d->rest, &d->times, there));
        if (*there)
            GJ_TRY(gj_ofd_number(ofd, &d->rest, &d->last, there));
        if (!*there) {
            d->times = 0;
            return repeats ? gj_ofd_no_number(ofd) : GJ_OK;
        }
    }
    d->times -= 1;
    *out = d->last;
    *there = true;
    return GJ_OK;
}

gj_status gj_ofd_text_open(gj_ofd *ofd, gj_ofd_object *object, const gj_xml_tag *tag)
{
    static const char *const names[2] = { "DeltaX", "DeltaY" };
    bool there;
    GJ_TRY(gj_ofd_numbers(ofd, gj_xml_attribute(tag, "X"), &object->x, 1, &there));
    GJ_TRY(gj_ofd_numbers(ofd, gj_xml_attribute(tag, "Y"), &object->y, 1, &there));
    for (int i = 0; i < 2; i++) {
        gj_buffer_clear(&ofd->deltas[i]);
        gj_buffer_add(&ofd->deltas[i], gj_xml_attribute(tag, names[i]));
        if (ofd->deltas[i].failed)
            return gj_fail_nomem(ofd->err);
    }
    return GJ_OK;
}

static distances distances_of(const gj_buffer *buffer)
{
    gj_slice all = gj_slice_trim(gj_buffer_slice(buffer));
    return (distances){ .rest = all, .given = all.len > 0 };
}

/* From its foot at (x, y), `width` wide, turned by quarters. */
static gj_status add(gj_ofd *ofd, gj_arena *arena, const gj_ofd_object *o, gj_ofd_marks *marks, gj_ofd_mark mark,
                     double x, double y, double width)
{
    static const double cosines[4] = { 1, 0, -1, 0 }, sines[4] = { 0, 1, 0, -1 };
    double c = cosines[o->turned / 90 % 4], s = sines[o->turned / 90 % 4];
    double left = x + s * ABOVE * o->size, top = y - c * ABOVE * o->size;
    double foot_x = x - s * BELOW * o->size, foot_y = y + c * BELOW * o->size;
    double corners[6] = { left, top, left + c * width, top + s * width, foot_x, foot_y };
    return gj_ofd_mark_add(ofd, arena, marks, o, mark, corners);
}

/* Where no distances are given the text goes its way by what its characters usually take. */
static void step(const gj_ofd_object *o, double width, double *x, double *y)
{
    *x += o->reading == 0 ? width : o->reading == 180 ? -width : 0;
    *y += o->reading == 90 ? o->size : o->reading == 270 ? -o->size : 0;
}

gj_status gj_ofd_text_close(gj_ofd *ofd, gj_arena *arena, gj_ofd_object *object, gj_ofd_marks *marks)
{
    distances across = distances_of(&ofd->deltas[0]), down = distances_of(&ofd->deltas[1]);
    gj_slice text = gj_buffer_slice(&ofd->text);
    double x = object->x, y = object->y, dx = 0, dy = 0;
    bool apart = false, has_dx, has_dy;
    if (ofd->text.failed)
        return gj_fail_nomem(ofd->err);
    object->size = object->size > 0 ? object->size : object->box[3];
    for (size_t at = 0; at < text.len;) {
        uint32_t code = gj_utf8_next(text, &at);
        if (code == '\n' || code == '\r' || code == '\t') /* of the XML, not of the text */
            continue;
        double width = object->size * object->scale * gj_utf8_width_of(code, 2) / 2;
        GJ_TRY(next(ofd, &across, &dx, &has_dx));
        GJ_TRY(next(ofd, &down, &dy, &has_dy));
        gj_ofd_mark mark = { .kind = GJ_OFD_GLYPH, .code = code, .apart = apart };
        apart = gj_paged_is_space(code);
        if (!apart)
            GJ_TRY(add(ofd, arena, object, marks, mark, x, y, has_dx && dx > 0 && dx < width ? dx : width));
        if (across.given || down.given) {
            x += has_dx ? dx : across.given ? width : 0;
            y += has_dy ? dy : across.given ? 0 : object->size;
        } else {
            step(object, width, &x, &y);
        }
    }
    return GJ_OK;
}
