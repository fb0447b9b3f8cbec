/* OFD.xml, which names the document, and Document.xml, which names its pages. */
#include "ofd.h"

typedef struct walk {
    gj_ofd *ofd;
    unsigned kept; /* the element whose text is wanted; 0: none */
    bool in_pages;
} walk;

static gj_status keep_text(void *context, gj_slice text)
{
    walk *w = context;
    if (w->kept)
        gj_buffer_add(&w->ofd->text, text);
    return GJ_OK;
}

static void keep(walk *w, unsigned name)
{
    w->kept = name;
    gj_buffer_clear(&w->ofd->text);
}

/* ---- OFD.xml ---- */

static gj_status root_open(void *context, const gj_xml_tag *tag)
{
    walk *w = context;
    w->ofd->bodies += tag->name == GJ_OFD_DOC_BODY;
    if (w->ofd->bodies > 1)
        return GJ_OK;
    w->ofd->versions += tag->name == GJ_OFD_VERSION;
    if (tag->name == GJ_OFD_DOC_ROOT || tag->name == GJ_OFD_SIGNATURES)
        keep(w, tag->name);
    return GJ_OK;
}

static gj_status root_close(void *context, unsigned name)
{
    walk *w = context;
    if (!w->kept || name != w->kept)
        return GJ_OK;
    w->kept = 0;
    return gj_ofd_copy_text(w->ofd, name == GJ_OFD_DOC_ROOT ? &w->ofd->root : &w->ofd->signatures);
}

/* ---- Document.xml ---- */

static gj_status too_many(gj_ofd *ofd)
{
    return gj_fail(ofd->err, GJ_LIMIT, GJ_NOWHERE, "OFD 页数太多，最多 %d 页", "the OFD has too many pages, at most %d",
                   GJ_MAX_PAGES);
}

static gj_status add_place(gj_ofd *ofd, void *list, gj_slice place)
{
    GJ_LIST(gj_slice) *places = list;
    gj_slice *added = GJ_PUSH(ofd->scratch, places);
    if (added)
        *added = gj_arena_copy(ofd->scratch, place);
    return added && added->data ? GJ_OK : gj_fail_nomem(ofd->err);
}

static gj_status add_template(gj_ofd *ofd, const gj_xml_tag *tag)
{
    if (ofd->templates.count >= GJ_MAX_PAGES)
        return too_many(ofd);
    gj_ofd_template *added = GJ_PUSH(ofd->scratch, &ofd->templates);
    if (!added)
        return gj_fail_nomem(ofd->err);
    added->id = gj_ofd_id(gj_xml_attribute(tag, "ID"));
    added->place = gj_arena_copy(ofd->scratch, gj_xml_attribute(tag, "BaseLoc"));
    return added->place.data ? GJ_OK : gj_fail_nomem(ofd->err);
}

static gj_status document_open(void *context, const gj_xml_tag *tag)
{
    walk *w = context;
    switch (tag->name) {
    case GJ_OFD_PAGES:
        w->in_pages = true;
        break;
    case GJ_OFD_PAGE:
        if (w->in_pages && w->ofd->pages.count >= GJ_MAX_PAGES)
            return too_many(w->ofd);
        return w->in_pages ? add_place(w->ofd, &w->ofd->pages, gj_xml_attribute(tag, "BaseLoc")) : GJ_OK;
    case GJ_OFD_TEMPLATE_PAGE:
        return add_template(w->ofd, tag);
    case GJ_OFD_PHYSICAL_BOX:
    case GJ_OFD_PUBLIC_RES:
    case GJ_OFD_DOCUMENT_RES:
    case GJ_OFD_ANNOTATIONS:
    case GJ_OFD_ATTACHMENTS:
        keep(w, tag->name);
        break;
    default:
        break;
    }
    return GJ_OK;
}

static gj_status document_close(void *context, unsigned name)
{
    walk *w = context;
    gj_ofd *ofd = w->ofd;
    gj_slice text;
    bool there;
    if (name == GJ_OFD_PAGES)
        w->in_pages = false;
    if (!w->kept || name != w->kept)
        return GJ_OK;
    w->kept = 0;
    switch (name) {
    case GJ_OFD_ANNOTATIONS:
        return gj_ofd_copy_text(ofd, &ofd->annotations);
    case GJ_OFD_ATTACHMENTS:
        return gj_ofd_copy_text(ofd, &ofd->attachments);
    case GJ_OFD_PHYSICAL_BOX:
        GJ_TRY(gj_ofd_text(ofd, &text));
        return gj_ofd_numbers(ofd, text, ofd->box, 4, &there);
    default:
        GJ_TRY(gj_ofd_text(ofd, &text));
        return add_place(ofd, &ofd->resources, text);
    }
}

/* ---- both ---- */

static gj_status check_lock(gj_ofd *ofd)
{
    gj_slice bytes; /* GM/T 0099-2020: where anything is encrypted, this stands beside OFD.xml */
    GJ_TRY(gj_package_part(ofd->package, ofd->scratch, GJ_LIT("Encryptions.xml"), &bytes, ofd->err));
    if (!bytes.data)
        return GJ_OK;
    return gj_fail(ofd->err, GJ_INPUT, GJ_NOWHERE,
                   "OFD 文件加了密，不能读；请解密后另存，或检查它的 Word 原件（.docx）",
                   "the OFD is encrypted and cannot be read; save it without encryption, or check the Word document "
                   "(.docx) it was made from");
}

gj_status gj_ofd_document(gj_ofd *ofd)
{
    static const gj_xml_handler root = { gj_ofd_name_of, root_open, root_close, keep_text };
    static const gj_xml_handler document = { gj_ofd_name_of, document_open, document_close, keep_text };
    walk w = { .ofd = ofd };
    gj_slice name, bytes;
    GJ_TRY(check_lock(ofd));
    GJ_TRY(gj_ofd_needed_part(ofd, ofd->scratch, GJ_LIT("OFD.xml"), &name, &bytes));
    GJ_TRY(gj_xml_walk(&ofd->xml, bytes, name, &root, &w, ofd->err));
    gj_slice place = ofd->root.len ? ofd->root : GJ_LIT("Document.xml");
    ofd->root = (gj_slice){ "", 0 };
    GJ_TRY(gj_ofd_needed_part(ofd, ofd->scratch, place, &name, &bytes));
    ofd->root = name;
    GJ_TRY(gj_xml_walk(&ofd->xml, bytes, name, &document, &w, ofd->err));
    for (size_t i = 0; i < ofd->resources.count; i++)
        GJ_TRY(gj_ofd_resources(ofd, ofd->root, ofd->resources.items[i]));
    return GJ_OK;
}

/* ---- lists ---- */

typedef struct search {
    gj_ofd_name entry;
    bool found;
} search;

static gj_status search_open(void *context, const gj_xml_tag *tag)
{
    search *s = context;
    s->found = s->found || tag->name == s->entry;
    return GJ_OK;
}

static gj_status search_close(void *context, unsigned name)
{
    (void)context;
    (void)name;
    return GJ_OK;
}

gj_status gj_ofd_lists(gj_ofd *ofd, gj_slice place, gj_ofd_name entry, bool *out)
{
    static const gj_xml_handler handler = { gj_ofd_name_of, search_open, search_close, NULL };
    search s = { .entry = entry };
    gj_slice name, bytes = { NULL, 0 };
    if (place.len)
        GJ_TRY(gj_ofd_part(ofd, ofd->scratch, ofd->root, place, &name, &bytes));
    if (bytes.data)
        GJ_TRY(gj_xml_walk(&ofd->xml, bytes, name, &handler, &s, ofd->err));
    *out = s.found;
    return GJ_OK;
}
