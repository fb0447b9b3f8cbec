/* Where the files of a ruleset come from: the binary, or a folder. */
#include "ruleset_private.h"

#include <stdlib.h>

#include "../base/digest.h"
#include "../base/file.h"
#include "embedded.h"

static gj_status fail(gj_loader *l, gj_slice name, const char *zh, const char *en)
{
    gj_status status =
        gj_fail(l->err, GJ_RULES, GJ_NOWHERE, "文件 “%.*s”：%s%.0s", "file \"%.*s\": %.0s%s", GJ_ARG(name), zh, en);
    gj_error_where(l->err, l->file ? l->file->path : l->folder);
    return status;
}

/* Letters, digits, '_' and '-' in parts between '/': nothing that could leave the folder or hide in it. */
static bool is_plain(gj_slice name)
{
    bool part = false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (!word && !(c == '/' && part))
            return false;
        part = word;
    }
    return part && name.len <= 128;
}

static bool find_embedded(gj_slice name, bool cases, gj_slice *bytes)
{
    for (size_t i = 0; i < gj_embedded_count; i++) {
        const gj_embedded_file *file = &gj_embedded_files[i];
        if (!gj_slice_is(name, file->name))
            continue;
        *bytes = cases ? (gj_slice){ (const char *)file->whole, file->whole_length }
                       : (gj_slice){ (const char *)file->bytes, file->length };
        return true;
    }
    return false;
}

static gj_status read_file(gj_loader *l, gj_rule_file *file)
{
    if (l->folder.len) {
        file->path = gj_arena_format(l->arena, "%.*s/%.*s.lua", GJ_ARG(l->folder), GJ_ARG(file->name));
        if (!file->path.data)
            return gj_fail_nomem(l->err);
        gj_status status = gj_file_read(l->sources, file->path.data, GJ_MAX_RULE_FILE, &file->bytes, l->err);
        gj_error_where(l->err, l->file && status != GJ_OK ? l->file->path : (gj_slice){ NULL, 0 });
        return status;
    }
    file->path = gj_arena_format(l->arena, "rules/%s/%.*s.lua", gj_embedded_id, GJ_ARG(file->name));
    if (!file->path.data)
        return gj_fail_nomem(l->err);
    if (!find_embedded(file->name, l->cases, &file->bytes))
        return fail(l, file->name, "不在内置规则集中", "is not in the built-in ruleset");
    return GJ_OK;
}

gj_status gj_rule_file_open(gj_loader *l, gj_slice name, gj_rule_file *out)
{
    if (!is_plain(name))
        return fail(l, name, "文件名只能用字母、数字、_、- 和 /，不带 .lua",
                    "a name has letters, digits, _, - and / only, without .lua");
    for (size_t i = 0; i < l->files.count; i++) {
        if (gj_slice_equal(l->files.items[i].name, name)) {
            *out = l->files.items[i];
            return GJ_OK;
        }
    }
    if (l->files.count >= GJ_MAX_RULE_FILES)
        return fail(l, name, "文件太多", "there are too many files");
    gj_rule_file file = { .name = name };
    GJ_TRY(read_file(l, &file));
    gj_rule_file *kept = GJ_PUSH(l->sources, &l->files);
    if (!kept)
        return gj_fail_nomem(l->err);
    *out = *kept = file;
    return GJ_OK;
}

static int by_name(const void *a, const void *b)
{
    return gj_slice_compare(((const gj_rule_file *)a)->name, ((const gj_rule_file *)b)->name);
}

gj_status gj_rule_files_digest(gj_loader *l, char out[65])
{
    if (!l->folder.len) {
        memcpy(out, gj_embedded_digest, 65);
        return GJ_OK;
    }
    gj_digest digest;
    gj_digest_init(&digest);
    qsort(l->files.items, l->files.count, sizeof *l->files.items, by_name);
    for (size_t i = 0; i < l->files.count; i++) {
        gj_digest_field(&digest, l->files.items[i].name);
        gj_digest_field(&digest, l->files.items[i].bytes);
    }
    gj_digest_hex(&digest, out);
    return GJ_OK;
}
