#include "package.h"

#include "../foreign.h"
#include "zip_library.h"

#define Z_MEM (-4) /* zlib's Z_MEM_ERROR, which libzip passes on as the system's part of an error */
#define RATIO_FROM GJ_MIB

struct gj_package {
    gj_zip_library lib;
    zip_t *zip;
    gj_arena *arena;
    size_t unpacked; /* of all parts so far */
};

static gj_status damaged(gj_error *err)
{
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE,
                   "文件已损坏或没有传完整（压缩包打不开）；请用 Word 或 WPS 打开原文件，另存为 .docx 再检查",
                   "the file is damaged or was cut short (its zip container cannot be opened); open the original in "
                   "Word or WPS, save it as .docx and check again");
}

static gj_status encrypted(gj_error *err)
{
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "文件加了密码，读不了；请去掉密码，另存后再检查",
                   "the file is protected by a password and cannot be read; remove the password, save it and check "
                   "again");
}

static gj_status status_of(const gj_package *p, zip_error_t *error, gj_error *err)
{
    int zip = p->lib.error_code_zip(error), system = p->lib.error_code_system(error);
    if (zip == ZIP_ER_MEMORY || (zip == ZIP_ER_ZLIB && system == Z_MEM))
        return gj_fail_nomem(err);
    if (zip == ZIP_ER_NOPASSWD || zip == ZIP_ER_WRONGPASSWD || zip == ZIP_ER_ENCRNOTSUPP)
        return encrypted(err);
    return damaged(err);
}

static gj_status open_zip(gj_package *p, gj_slice bytes, gj_error *err)
{
    zip_error_t error;
    p->lib.error_init(&error);
    zip_source_t *source = p->lib.source_buffer_create(bytes.data, bytes.len, 0, &error);
    p->zip = source ? p->lib.open_from_source(source, ZIP_RDONLY, &error) : NULL;
    gj_status status = p->zip ? GJ_OK : status_of(p, &error, err);
    if (!p->zip && source)
        p->lib.source_free(source);
    p->lib.error_fini(&error);
    if (status == GJ_OK && p->lib.get_num_entries(p->zip, 0) > GJ_MAX_PARTS)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "压缩包里的文件太多（最多 %d 个），不像一份报告",
                       "too many files in the zip container (at most %d); this is no report", GJ_MAX_PARTS);
    return status;
}

gj_status gj_package_open(gj_arena *arena, gj_slice bytes, gj_package **out, gj_error *err)
{
    gj_package *p = GJ_NEW(arena, gj_package);
    *out = NULL;
    if (!p)
        return gj_fail_nomem(err);
    p->arena = arena;
    gj_status status = gj_zip_library_open(&p->lib, err);
    if (status == GJ_OK)
        status = open_zip(p, bytes, err);
    if (status != GJ_OK) {
        gj_package_close(p);
        return status;
    }
    *out = p;
    return GJ_OK;
}

void gj_package_close(gj_package *package)
{
    if (!package)
        return;
    if (package->zip)
        package->lib.discard(package->zip);
    package->zip = NULL;
    gj_zip_library_close(&package->lib);
}

/* The exact name is found by a hash; only a writer that does not keep to it costs a walk over the names. */
static zip_int64_t find(const gj_package *p, const char *name)
{
    zip_int64_t index = p->lib.name_locate(p->zip, name, 0);
    return index >= 0 ? index : p->lib.name_locate(p->zip, name, ZIP_FL_NOCASE);
}

gj_package_kind gj_package_kind_of(const gj_package *package)
{
    static const struct {
        const char *part;
        gj_package_kind kind;
    } signs[] = {
        { "word/document.xml", GJ_PACKAGE_DOCX },
        { "xl/workbook.xml", GJ_PACKAGE_XLSX },
        { "xl/workbook.bin", GJ_PACKAGE_XLSX },
        { "ppt/presentation.xml", GJ_PACKAGE_PPTX },
        { "OFD.xml", GJ_PACKAGE_OFD },
        { "META-INF/manifest.xml", GJ_PACKAGE_ODF },
        { "word/styles.xml", GJ_PACKAGE_DOCX },
        { "word/_rels/document.xml.rels", GJ_PACKAGE_DOCX },
        { "word/_rels/document2.xml.rels", GJ_PACKAGE_DOCX },
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (find(package, signs[i].part) >= 0)
            return signs[i].kind;
    return GJ_PACKAGE_OTHER;
}

/* What the file says of a part, as far as it must be trusted before unpacking. */
static gj_status check_stat(gj_package *p, gj_slice name, const zip_stat_t *stat, gj_error *err)
{
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if ((stat->valid & needed) != needed)
        return damaged(err);
    if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) && stat->encryption_method != ZIP_EM_NONE)
        return encrypted(err);
    if (stat->size > GJ_MAX_PART || stat->size > GJ_MAX_PACKAGE - p->unpacked)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE,
                       "文件解开后太大（%.*s 超过 %zu MB），不像一份报告，没有读入；" GJ_RESAVE_ZH,
                       "the file is too large when unpacked (%.*s exceeds %zu MB), which no report is, and was not "
                       "read; " GJ_RESAVE_EN,
                       GJ_ARG(name), GJ_MAX_PART / GJ_MIB);
    if (stat->size > RATIO_FROM && stat->size / GJ_MAX_PART_RATIO > stat->comp_size)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE,
                       "文件解开后膨胀得太大（%.*s 超过 %d 倍），不像一份报告，没有读入；" GJ_RESAVE_ZH,
                       "the file swells when it is unpacked (%.*s to more than %d times its size), which no report "
                       "does, and was not read; " GJ_RESAVE_EN,
                       GJ_ARG(name), GJ_MAX_PART_RATIO);
    return GJ_OK;
}

/* Reads to the end, also where the end is not where the file says it is: only then is its check sum compared. */
static gj_status unpack(gj_package *p, zip_file_t *file, char *room, size_t size, gj_error *err)
{
    size_t got = 0;
    char beyond;
    for (;;) {
        zip_int64_t n = p->lib.fread(file, got < size ? room + got : &beyond, got < size ? size - got : 1);
        if (n < 0)
            return status_of(p, p->lib.file_get_error(file), err);
        if (n == 0)
            break;
        if (got == size)
            return damaged(err);
        got += (size_t)n;
    }
    return got == size ? GJ_OK : damaged(err);
}

gj_status gj_package_part(gj_package *package, gj_arena *arena, gj_slice name, gj_slice *out, gj_error *err)
{
    *out = (gj_slice){ NULL, 0 };
    gj_slice copy = gj_arena_copy(arena, name);
    if (!copy.data)
        return gj_fail_nomem(err);
    zip_int64_t index = find(package, copy.data);
    if (index < 0)
        return GJ_OK;
    zip_stat_t stat;
    if (package->lib.stat_index(package->zip, (zip_uint64_t)index, 0, &stat) < 0)
        return status_of(package, package->lib.get_error(package->zip), err);
    GJ_TRY(check_stat(package, name, &stat, err));
    char *room = gj_arena_alloc(arena, (size_t)stat.size + 1);
    if (!room)
        return gj_fail_nomem(err);
    zip_file_t *file = package->lib.fopen_index(package->zip, (zip_uint64_t)index, 0);
    if (!file)
        return status_of(package, package->lib.get_error(package->zip), err);
    gj_status status = unpack(package, file, room, (size_t)stat.size, err);
    (void)package->lib.fclose(file);
    package->unpacked += (size_t)stat.size;
    if (status == GJ_OK)
        *out = (gj_slice){ room, (size_t)stat.size };
    return status;
}
