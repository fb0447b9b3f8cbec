/* Places of parts (ST_Loc), as one part says where another is. */
#include "ofd.h"

static gj_status outside(gj_ofd *ofd, gj_slice place)
{
    return gj_fail(ofd->err, GJ_INPUT, GJ_NOWHERE, "OFD 文件里的位置“%.*s”指到文件外面，没有读入",
                   "the place \"%.*s\" in this OFD lies outside the file; it was not read", GJ_ARG(place));
}

/* A name without ".", ".." and "//" from `folder` (may be empty) and `place`; backslashes part names as slashes do. */
static gj_status resolve(gj_ofd *ofd, gj_arena *arena, gj_slice folder, gj_slice place, gj_slice *out)
{
    char *name = gj_arena_alloc(arena, folder.len + place.len + 2);
    size_t length = folder.len;
    if (!name)
        return gj_fail_nomem(ofd->err);
    if (folder.len)
        memcpy(name, folder.data, folder.len);
    for (size_t at = 0, end; at < place.len; at = end + 1) {
        for (end = at; end < place.len && place.data[end] != '/' && place.data[end] != '\\';)
            end++;
        gj_slice step = gj_slice_sub(place, at, end);
        if (!step.len || gj_slice_is(step, "."))
            continue;
        if (gj_slice_is(step, "..")) {
            if (!length)
                return outside(ofd, place);
            while (length && name[length - 1] != '/')
                length--;
            length -= length > 0;
            continue;
        }
        if (length)
            name[length++] = '/';
        memcpy(name + length, step.data, step.len);
        length += step.len;
    }
    *out = (gj_slice){ name, length };
    return GJ_OK;
}

/* "Doc_0/Pages" of "Doc_0/Pages/Content.xml". */
static gj_slice folder_of(gj_slice name)
{
    size_t end = name.len;
    while (end && name.data[end - 1] != '/')
        end--;
    return gj_slice_sub(name, 0, end ? end - 1 : 0);
}

gj_status gj_ofd_part(gj_ofd *ofd, gj_arena *arena, gj_slice from, gj_slice place, gj_slice *name, gj_slice *bytes)
{
    bool absolute = place.len && (place.data[0] == '/' || place.data[0] == '\\');
    gj_slice folder = absolute ? gj_slice_sub(from, 0, 0) : folder_of(from);
    *bytes = (gj_slice){ NULL, 0 };
    GJ_TRY(resolve(ofd, arena, folder, place, name));
    if (name->len)
        GJ_TRY(gj_package_part(ofd->package, arena, *name, bytes, ofd->err));
    if (bytes->data || !folder.len || gj_slice_find(place, GJ_LIT(".."), 0) != GJ_NOT_FOUND)
        return GJ_OK;
    GJ_TRY(resolve(ofd, arena, gj_slice_sub(from, 0, 0), place, name));
    return name->len ? gj_package_part(ofd->package, arena, *name, bytes, ofd->err) : GJ_OK;
}

gj_status gj_ofd_needed_part(gj_ofd *ofd, gj_arena *arena, gj_slice place, gj_slice *name, gj_slice *bytes)
{
    GJ_TRY(gj_ofd_part(ofd, arena, ofd->root, place, name, bytes));
    if (bytes->data)
        return GJ_OK;
    return gj_fail(ofd->err, GJ_INPUT, GJ_NOWHERE,
                   "OFD 文件已损坏：里面没有 %.*s；请重新导出，或检查它的 Word 原件（.docx）",
                   "the OFD is damaged: it has no %.*s; export it again, or check the Word document (.docx) it was "
                   "made from",
                   GJ_ARG(place));
}
