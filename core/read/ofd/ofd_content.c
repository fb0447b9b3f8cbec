/* The content of pages, templates and composite graphics as marks; drawing parameters; which templates a page has. */
#include "ofd.h"

typedef struct walk {
    gj_ofd *ofd;
    gj_arena *arena;
    gj_slice name; /* of the part */
    gj_ofd_sheet *sheet;
    gj_ofd_marks *marks; /* where objects go: the sheet's, or a composite graphic's; NULL: nowhere */
    gj_ofd_marks unit;
    long unit_id;
    gj_ofd_param param; /* the one that is open */
    bool in_param;
    gj_ofd_object object;
    long layer_param;
    unsigned kept;      /* the element whose text is wanted; 0: none */
    size_t depth, skip; /* of elements; of the one whose contents are not looked at, 0: none */
} walk;

static void colour(walk *w, const gj_xml_tag *tag)
{
    bool stroke = tag->name == GJ_OFD_STROKE_COLOR;
    w->skip = w->depth; /* patterns have contents of their own */
    if (w->object.name)
        *(stroke ? &w->object.stroke : &w->object.fill) = gj_ofd_tone_of(tag);
    else if (w->in_param)
        *(stroke ? &w->param.stroke : &w->param.fill) = gj_ofd_tone_of(tag);
}

static void keep(walk *w, unsigned name)
{
    w->kept = name;
    gj_buffer_clear(&w->ofd->text);
}

static gj_status add_template(walk *w, const gj_xml_tag *tag)
{
    long *added = GJ_PUSH(w->arena, &w->sheet->templates);
    if (!added)
        return gj_fail_nomem(w->ofd->err);
    *added = gj_ofd_id(gj_xml_attribute(tag, "TemplateID"));
    return GJ_OK;
}

static gj_status in_object(walk *w, const gj_xml_tag *tag)
{
    if (w->object.name == GJ_OFD_TEXT_OBJECT && tag->name == GJ_OFD_TEXT_CODE) {
        keep(w, tag->name);
        return gj_ofd_text_open(w->ofd, &w->object, tag);
    }
    if (w->object.name == GJ_OFD_PATH_OBJECT && tag->name == GJ_OFD_ABBREVIATED_DATA) {
        keep(w, tag->name);
        w->object.path = true;
    }
    return GJ_OK;
}

static gj_status open_element(walk *w, const gj_xml_tag *tag)
{
    switch (tag->name) {
    case GJ_OFD_CLIPS:
    case GJ_OFD_ACTIONS:
    case GJ_OFD_CG_TRANSFORM:
        w->skip = w->depth;
        return GJ_OK;
    case GJ_OFD_FILL_COLOR:
    case GJ_OFD_STROKE_COLOR:
        colour(w, tag);
        return GJ_OK;
    case GJ_OFD_TEXT_OBJECT:
    case GJ_OFD_PATH_OBJECT:
    case GJ_OFD_IMAGE_OBJECT:
    case GJ_OFD_COMPOSITE_OBJECT:
        return w->marks && !w->object.name ? gj_ofd_object_open(w->ofd, w->arena, w->marks, tag, &w->object) : GJ_OK;
    case GJ_OFD_LAYER:
        w->layer_param = gj_ofd_id(gj_xml_attribute(tag, "DrawParam"));
        return GJ_OK;
    case GJ_OFD_TEMPLATE:
        return w->sheet ? add_template(w, tag) : GJ_OK;
    case GJ_OFD_PAGE_RES:
    case GJ_OFD_PHYSICAL_BOX:
        if (w->sheet)
            keep(w, tag->name);
        return GJ_OK;
    case GJ_OFD_DRAW_PARAM:
        w->in_param = true;
        w->param = (gj_ofd_param){ .id = gj_ofd_id(gj_xml_attribute(tag, "ID")),
                                   .relative = gj_ofd_id(gj_xml_attribute(tag, "Relative")) };
        return GJ_OK;
    case GJ_OFD_COMPOSITE_UNIT:
        w->unit = (gj_ofd_marks){ 0 };
        w->unit_id = gj_ofd_id(gj_xml_attribute(tag, "ID"));
        w->marks = &w->unit;
        return GJ_OK;
    default:
        return w->object.name ? in_object(w, tag) : GJ_OK;
    }
}

static gj_status on_open(void *context, const gj_xml_tag *tag)
{
    walk *w = context;
    w->depth++;
    return w->skip ? GJ_OK : open_element(w, tag);
}

static gj_status close_kept(walk *w)
{
    gj_slice text;
    bool there;
    unsigned name = w->kept;
    w->kept = 0;
    if (name == GJ_OFD_TEXT_CODE)
        return gj_ofd_text_close(w->ofd, w->arena, &w->object, w->marks);
    GJ_TRY(gj_ofd_text(w->ofd, &text));
    if (name == GJ_OFD_PHYSICAL_BOX)
        return gj_ofd_numbers(w->ofd, text, w->sheet->box, 4, &there);
    return name == GJ_OFD_PAGE_RES ? gj_ofd_resources(w->ofd, w->name, text) : GJ_OK; /* a path waits for its object */
}

static gj_status close_unit(walk *w)
{
    gj_ofd_unit *added = GJ_PUSH(w->arena, &w->ofd->units);
    w->marks = NULL;
    if (!added)
        return gj_fail_nomem(w->ofd->err);
    *added = (gj_ofd_unit){ w->unit_id, w->unit };
    return GJ_OK;
}

static gj_status close_param(walk *w)
{
    gj_ofd_param *added = GJ_PUSH(w->ofd->scratch, &w->ofd->params);
    w->in_param = false;
    if (!added)
        return gj_fail_nomem(w->ofd->err);
    *added = w->param;
    return GJ_OK;
}

static gj_status on_close(void *context, unsigned name)
{
    walk *w = context;
    bool skipped = w->skip;
    w->skip = w->skip == w->depth ? 0 : w->skip;
    w->depth--;
    if (skipped)
        return GJ_OK;
    if (w->kept && w->kept == name)
        return close_kept(w);
    if (w->object.name && w->object.name == name)
        return gj_ofd_object_close(w->ofd, w->arena, w->marks, w->layer_param, &w->object);
    if (name == GJ_OFD_COMPOSITE_UNIT)
        return close_unit(w);
    return name == GJ_OFD_DRAW_PARAM ? close_param(w) : GJ_OK;
}

static gj_status on_text(void *context, gj_slice text)
{
    walk *w = context;
    if (w->kept && !w->skip)
        gj_buffer_add(&w->ofd->text, text);
    return GJ_OK;
}

gj_status gj_ofd_walk(gj_ofd *ofd, gj_arena *arena, gj_slice name, gj_slice bytes, gj_ofd_sheet *sheet)
{
    static const gj_xml_handler handler = { gj_ofd_name_of, on_open, on_close, on_text };
    walk w = { .ofd = ofd,
               .arena = arena,
               .name = name,
               .sheet = sheet,
               .marks = sheet ? &sheet->marks : NULL,
               .layer_param = -1 };
    return gj_xml_walk(&ofd->xml, bytes, name, &handler, &w, ofd->err);
}

gj_status gj_ofd_resources(gj_ofd *ofd, gj_slice from, gj_slice place)
{
    gj_slice name, bytes;
    GJ_TRY(gj_ofd_part(ofd, ofd->scratch, from, place, &name, &bytes));
    for (size_t i = 0; i < ofd->known.count && bytes.data; i++)
        if (gj_slice_equal(ofd->known.items[i], name))
            return GJ_OK;
    gj_slice *added = bytes.data ? GJ_PUSH(ofd->scratch, &ofd->known) : &bytes;
    if (!added)
        return gj_fail_nomem(ofd->err);
    if (!bytes.data)
        return GJ_OK;
    *added = name;
    return gj_ofd_walk(ofd, ofd->scratch, name, bytes, NULL);
}
