/* The container of a document: which of its parts hold what, by its relations (ECMA-376 part 2). Nothing outside is followed. */
#include "../container/package.h"
#include "../foreign.h"
#include "docx.h"

typedef struct finder {
    gj_arena *arena;
    gj_error *err;
    gj_package *package;
    gj_xml_library xml;
    gj_docx_parts *parts;
    gj_slice folder; /* of the part whose relations are read, "word/" */
    gj_slice main;   /* the name of the document's own part */
    bool failed;
} finder;

/* "/word/x.xml" from the root, else below the folder, with "../" taken back. */
static gj_slice resolve(const finder *f, gj_slice target)
{
    gj_slice folder = f->folder;
    if (gj_slice_starts(target, GJ_LIT("/")))
        return gj_slice_sub(target, 1, target.len);
    for (;;) {
        if (gj_slice_starts(target, GJ_LIT("./"))) {
            target = gj_slice_sub(target, 2, target.len);
        } else if (gj_slice_starts(target, GJ_LIT("../"))) {
            target = gj_slice_sub(target, 3, target.len);
            size_t end = folder.len ? folder.len - 1 : 0;
            while (end && folder.data[end - 1] != '/')
                end--;
            folder.len = end;
        } else {
            break;
        }
    }
    return gj_arena_format(f->arena, "%.*s%.*s", GJ_ARG(folder), GJ_ARG(target));
}

static gj_status unpack(finder *f, gj_slice target, gj_slice *out)
{
    gj_slice name = resolve(f, target);
    if (!name.data)
        return gj_fail_nomem(f->err);
    return out->data ? GJ_OK : gj_package_part(f->package, f->arena, name, out, f->err);
}

static gj_status add_header(finder *f, gj_slice target)
{
    gj_slice part = { NULL, 0 };
    if (f->parts->headers.count >= GJ_MAX_DOCX_HEADERS)
        return GJ_OK;
    GJ_TRY(unpack(f, target, &part));
    gj_slice *added = part.data ? GJ_PUSH(f->arena, &f->parts->headers) : &part;
    if (!added)
        return gj_fail_nomem(f->err);
    *added = part;
    return GJ_OK;
}

static gj_status related(void *context, const gj_xml_tag *tag)
{
    finder *f = context;
    gj_slice type = gj_xml_attribute(tag, "Type"), target = gj_xml_attribute(tag, "Target");
    if (tag->name != GJ_DOCX_RELATIONSHIP || !target.len ||
        gj_slice_is(gj_xml_attribute(tag, "TargetMode"), "External"))
        return GJ_OK;
    const struct {
        const char *ending;
        gj_slice *part;
    } kinds[] = { { "/styles", &f->parts->styles },
                  { "/numbering", &f->parts->numbering },
                  { "/footnotes", &f->parts->footnotes },
                  { "/endnotes", &f->parts->endnotes } };
    if (gj_slice_ends(type, GJ_LIT("/officeDocument")) && !f->main.data) {
        f->main = resolve(f, target);
        f->main = f->main.data ? gj_arena_copy(f->arena, f->main) : f->main;
        return f->main.data ? GJ_OK : gj_fail_nomem(f->err);
    }
    if (gj_slice_ends(type, GJ_LIT("/header")) || gj_slice_ends(type, GJ_LIT("/footer")))
        return add_header(f, target);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (gj_slice_ends(type, gj_slice_of(kinds[i].ending)))
            return unpack(f, target, kinds[i].part);
    return GJ_OK;
}

static gj_status closed(void *context, unsigned name)
{
    (void)context;
    (void)name;
    return GJ_OK;
}

static gj_status relations(finder *f, gj_slice name)
{
    static const gj_xml_handler handler = { gj_docx_name_of, related, closed, NULL };
    gj_slice part;
    GJ_TRY(gj_package_part(f->package, f->arena, name, &part, f->err));
    return part.data ? gj_xml_walk(&f->xml, part, name, &handler, f, f->err) : GJ_OK;
}

static size_t folder_length(gj_slice name)
{
    size_t end = name.len;
    while (end && name.data[end - 1] != '/')
        end--;
    return end;
}

static gj_status no_document(const finder *f)
{
    static const gj_foreign_kind kinds[] = {
        [GJ_PACKAGE_XLSX] = GJ_FOREIGN_XLSX, [GJ_PACKAGE_PPTX] = GJ_FOREIGN_PPTX, [GJ_PACKAGE_OFD] = GJ_FOREIGN_OFD,
        [GJ_PACKAGE_ODF] = GJ_FOREIGN_ODF,   [GJ_PACKAGE_OTHER] = GJ_FOREIGN_ZIP,
    };
    gj_package_kind kind = gj_package_kind_of(f->package);
    if (kind != GJ_PACKAGE_DOCX)
        return gj_foreign_fail(kinds[kind], f->err);
    return gj_fail(
        f->err, GJ_INPUT, GJ_NOWHERE,
        "文件已损坏：里面没有正文（word/document.xml）；请用 Word 或 WPS 打开，另存为 .docx 再检查",
        "the file is damaged: it has no text (word/document.xml); open it in Word or WPS, save it as .docx and "
        "check again");
}

static gj_status find_all(finder *f)
{
    GJ_TRY(relations(f, GJ_LIT("_rels/.rels")));
    if (!f->main.data)
        f->main = GJ_LIT("word/document.xml");
    if (gj_package_kind_of(f->package) != GJ_PACKAGE_DOCX)
        return no_document(f);
    GJ_TRY(gj_package_part(f->package, f->arena, f->main, &f->parts->document, f->err));
    if (!f->parts->document.data)
        return no_document(f);
    size_t folder = folder_length(f->main);
    f->folder = gj_slice_sub(f->main, 0, folder);
    gj_slice own = gj_arena_format(f->arena, "%.*s_rels/%.*s.rels", GJ_ARG(f->folder),
                                   GJ_ARG(gj_slice_sub(f->main, folder, f->main.len)));
    return own.data ? relations(f, own) : gj_fail_nomem(f->err);
}

gj_status gj_docx_parts_of(gj_arena *scratch, gj_slice bytes, gj_docx_parts *out, gj_error *err)
{
    finder f = { .arena = scratch, .err = err, .parts = out };
    GJ_TRY(gj_package_open(scratch, bytes, &f.package, err));
    gj_status status = gj_xml_library_open(&f.xml, err);
    if (status == GJ_OK)
        status = find_all(&f);
    gj_xml_library_close(&f.xml);
    gj_package_close(f.package);
    return status;
}
