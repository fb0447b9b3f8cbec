/* Objects: where they stand, whether anybody sees them, and how they are painted. */
#include "../ascii.h"
#include "ofd.h"

#define WHITE 250 /* of 255, in each of the colours */

static const gj_ofd_matrix as_it_is = { 1, 0, 0, 1, 0, 0 };

gj_status gj_ofd_too_much(gj_ofd *ofd, int most)
{
    return gj_fail(ofd->err, GJ_LIMIT, GJ_NOWHERE, "OFD 的内容太多（图元超过 %d 个），不像一份报告，没有读入",
                   "the OFD holds too much (more than %d things are drawn), as no report does; it was not read", most);
}

gj_status gj_ofd_mark_add(gj_ofd *ofd, gj_arena *arena, gj_ofd_marks *marks, const gj_ofd_object *object,
                          gj_ofd_mark mark, const double points[6])
{
    const gj_ofd_matrix *to = &object->to;
    if (marks->count >= GJ_MAX_OFD_MARKS)
        return gj_ofd_too_much(ofd, GJ_MAX_OFD_MARKS);
    gj_ofd_mark *added = GJ_PUSH(arena, marks);
    if (!added)
        return gj_fail_nomem(ofd->err);
    *added = mark;
    for (int i = 0; i < 3; i++) {
        double x = points[2 * i], y = points[2 * i + 1];
        added->x[i] = (float)(to->a * x + to->c * y + to->e);
        added->y[i] = (float)(to->b * x + to->d * y + to->f);
    }
    return GJ_OK;
}

/* One part of a colour: decimal, or hexadecimal behind "#". A colour that is none is dark. */
static int part_of(gj_slice word)
{
    int value = 0;
    bool sixteen = word.len && word.data[0] == '#';
    for (size_t i = sixteen; i < word.len && value <= UINT8_MAX; i++) {
        char c = gj_lower(word.data[i]);
        int digit = gj_is_digit(c) ? c - '0' : sixteen && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0)
            return c == '.' ? value : 1;
        value = value * (sixteen ? 16 : 10) + digit;
    }
    return value;
}

gj_ofd_tone gj_ofd_tone_of(const gj_xml_tag *tag)
{
    gj_slice value = gj_slice_trim(gj_xml_attribute(tag, "Value"));
    size_t count = 0, high = 0, zero = 0;
    if (gj_slice_is(gj_xml_attribute(tag, "Alpha"), "0"))
        return GJ_OFD_CLEAR;
    for (size_t at = 0, end; at < value.len; at = end + 1) {
        for (end = at; end < value.len && value.data[end] != ' ';)
            end++;
        if (end == at)
            continue;
        int part = part_of(gj_slice_sub(value, at, end));
        count++;
        high += part >= WHITE;
        zero += part == 0;
    }
    return count && (count == 4 ? zero == 4 : high == count) ? GJ_OFD_WHITE : GJ_OFD_DARK; /* CMYK; RGB, grey */
}

static const gj_ofd_param *param_of(const gj_ofd *ofd, long id)
{
    for (size_t i = 0; id >= 0 && i < ofd->params.count; i++)
        if (ofd->params.items[i].id == id)
            return &ofd->params.items[i];
    return NULL;
}

/* What the object leaves open is as its parameters say, and then as the layer's do. */
static void settle_tones(const gj_ofd *ofd, long layer_param, gj_ofd_object *object)
{
    long ids[2] = { object->param, layer_param };
    for (int i = 0; i < 2; i++) {
        const gj_ofd_param *p = param_of(ofd, ids[i]);
        for (int step = 0; p && step < GJ_MAX_OFD_NESTING; step++, p = param_of(ofd, p->relative)) {
            object->stroke = object->stroke ? object->stroke : p->stroke;
            object->fill = object->fill ? object->fill : p->fill;
        }
    }
}

static gj_ofd_matrix inside(const gj_ofd_matrix *inner, double x, double y)
{
    gj_ofd_matrix out = *inner;
    out.e += x;
    out.f += y;
    return out;
}

gj_status gj_ofd_object_open(gj_ofd *ofd, gj_arena *arena, gj_ofd_marks *marks, const gj_xml_tag *tag, gj_ofd_object *o)
{
    double matrix[6], value[1] = { 0 };
    bool there;
    *o = (gj_ofd_object){ .name = tag->name, .to = as_it_is, .scale = 1, .param = -1, .first = marks->count };
    GJ_TRY(gj_ofd_numbers(ofd, gj_xml_attribute(tag, "Boundary"), o->box, 4, &there));
    GJ_TRY(gj_ofd_numbers(ofd, gj_xml_attribute(tag, "CTM"), matrix, 6, &there));
    if (there)
        o->to = (gj_ofd_matrix){ matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5] };
    o->to = inside(&o->to, o->box[0], o->box[1]);
    GJ_TRY(gj_ofd_numbers(ofd, gj_xml_attribute(tag, "Alpha"), value, 1, &there));
    o->clear = there && value[0] <= 0;
    o->hidden = gj_ofd_is_false(tag, "Visible");
    o->param = gj_ofd_id(gj_xml_attribute(tag, "DrawParam"));
    GJ_TRY(gj_ofd_numbers(ofd, gj_xml_attribute(tag, "Size"), &o->size, 1, &there));
    GJ_TRY(gj_ofd_numbers(ofd, gj_xml_attribute(tag, "HScale"), &o->scale, 1, &there));
    o->reading = gj_xml_number(gj_xml_attribute(tag, "ReadDirection"), 0, 270, 0);
    o->turned = gj_xml_number(gj_xml_attribute(tag, "CharDirection"), 0, 270, 0);
    bool text = tag->name == GJ_OFD_TEXT_OBJECT; /* text is filled and not stroked, paths the other way round */
    gj_slice fill = gj_xml_attribute(tag, "Fill"), stroke = gj_xml_attribute(tag, "Stroke");
    o->fills = fill.data ? !gj_ofd_is_false(tag, "Fill") : text;
    o->strokes = stroke.data ? !gj_ofd_is_false(tag, "Stroke") : !text;
    if (tag->name == GJ_OFD_IMAGE_OBJECT) {
        const gj_ofd_object plain = { .to = as_it_is };
        double right = o->box[0] + o->box[2], bottom = o->box[1] + o->box[3];
        double corners[6] = { o->box[0], o->box[1], right, o->box[1], o->box[0], bottom };
        return gj_ofd_mark_add(ofd, arena, marks, &plain, (gj_ofd_mark){ .kind = GJ_OFD_PICTURE }, corners);
    }
    if (tag->name == GJ_OFD_COMPOSITE_OBJECT) {
        static const double axes[6] = { 0, 0, 1, 0, 0, 1 };
        long id = gj_ofd_id(gj_xml_attribute(tag, "ResourceID"));
        gj_ofd_mark mark = { .kind = GJ_OFD_UNIT, .code = id < 0 ? UINT32_MAX : (uint32_t)id };
        return gj_ofd_mark_add(ofd, arena, marks, o, mark, axes);
    }
    return GJ_OK;
}

static void hide(gj_ofd *ofd, gj_ofd_marks *marks, size_t first)
{
    for (size_t i = first; i < marks->count; i++)
        if (marks->items[i].kind == GJ_OFD_GLYPH)
            gj_ofd_hide(ofd, marks->items[i].code);
    marks->count = first;
}

/* Text that is neither filled nor stroked, or filled with a clear colour, is what stands behind a scan. */
static bool is_unseen(const gj_ofd_object *o)
{
    return o->clear || (!o->fills && !o->strokes) || (!o->strokes && o->fill == GJ_OFD_CLEAR);
}

gj_status gj_ofd_object_close(gj_ofd *ofd, gj_arena *arena, gj_ofd_marks *marks, long layer_param, gj_ofd_object *o)
{
    gj_slice data;
    unsigned name = o->name;
    o->name = 0;
    settle_tones(ofd, layer_param, o);
    if (o->hidden || (o->clear && name != GJ_OFD_TEXT_OBJECT)) {
        hide(ofd, marks, o->first);
        return GJ_OK;
    }
    if (name == GJ_OFD_TEXT_OBJECT && is_unseen(o))
        for (size_t i = o->first; i < marks->count; i++)
            marks->items[i].faint = true;
    if (!o->path)
        return GJ_OK;
    GJ_TRY(gj_ofd_text(ofd, &data));
    return gj_ofd_path(ofd, arena, o, data, marks);
}
