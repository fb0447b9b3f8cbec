#include "roster.h"

#include <stdlib.h>

#include "../base/utf8.h"
#include "../bind/signed.h"

typedef enum column { NAME, ALIASES, LEVEL, KIND, DEADLINE, PARENT, IN_AGGREGATE, COLUMNS } column;

static const char *const headers[COLUMNS][3] = {
    { "name", "单位名称", "单位" },
    { "aliases", "别名", "曾用名" },
    { "level", "级别", "层级" },
    { "kind", "类型", "类别" },
    { "deadline", "截止日期", "截止时间" },
    { "parent", "上级", "上级单位" },
    { "in_aggregate", "在汇总中", "汇总" },
};

/* A word and what it stands for. */
typedef struct meaning {
    const char *word, *value;
} meaning;

static const meaning levels[] = {
    { "state", "state" },
    { "国家级", "state" },
    { "国家", "state" },
    { "province", "province" },
    { "省级", "province" },
    { "省", "province" },
    { "city", "city" },
    { "市级", "city" },
    { "市", "city" },
    { "地市级", "city" },
    { "county", "county" },
    { "县级", "county" },
    { "县", "county" },
    { "区级", "county" },
    { "县区", "county" },
    { "township", "township" },
    { "乡镇", "township" },
    { "乡", "township" },
    { "镇", "township" },
    { "乡镇级", "township" },
    { "乡级", "township" },
    { "街道", "subdistrict" },
    { "subdistrict", "subdistrict" },
    { "街道级", "subdistrict" },
    { "zone", "zone" },
    { "开发区", "zone" },
    { NULL, NULL },
};
static const meaning kinds[] = {
    { "government", "government" },
    { "政府", "government" },
    { "department", "department" },
    { "部门", "department" },
    { "局", "department" },
    { "other", "other" },
    { "其他", "other" },
    { NULL, NULL },
};
static const meaning answers[] = {
    { "是", "yes" }, { "yes", "yes" },  { "true", "yes" }, { "1", "yes" }, { "y", "yes" }, { "否", "no" },
    { "no", "no" },  { "false", "no" }, { "0", "no" },     { "n", "no" },  { NULL, NULL },
};

typedef struct maker {
    gj_arena *arena;
    const gj_csv_row *row;
    size_t at[COLUMNS]; /* of the file, or GJ_NOT_FOUND */
    gj_error *err;
} maker;

static gj_status fail(const maker *m, const char *zh, const char *en, gj_slice word)
{
    gj_status status =
        gj_fail(m->err, GJ_USAGE, GJ_NOWHERE, "%s%.0s：“%.*s”", "%.0s%s: \"%.*s\"", zh, en, GJ_ARG(word));
    if (m->err)
        m->err->line = m->row->line, m->err->column = 1;
    return status;
}

static gj_slice field(const maker *m, column which)
{
    size_t at = m->at[which];
    return at != GJ_NOT_FOUND && at < m->row->count ? m->row->fields[at] : (gj_slice){ NULL, 0 };
}

static gj_status find_columns(maker *m)
{
    for (size_t c = 0; c < COLUMNS; c++)
        m->at[c] = GJ_NOT_FOUND;
    for (size_t i = 0; i < m->row->count; i++) {
        gj_slice word = gj_utf8_fold(m->arena, m->row->fields[i]);
        if (!word.data)
            return gj_fail_nomem(m->err);
        for (size_t c = 0; c < COLUMNS; c++)
            for (size_t k = 0; k < 3; k++)
                if (gj_slice_is(word, headers[c][k]) && m->at[c] == GJ_NOT_FOUND)
                    m->at[c] = i;
    }
    if (m->at[NAME] == GJ_NOT_FOUND)
        return fail(m, "名册第一行要有“单位名称”（或 name）一列，现在第一列是",
                    "the roster's first line must have a column name (or 单位名称); its first column is",
                    m->row->count ? m->row->fields[0] : GJ_LIT(""));
    return GJ_OK;
}

static gj_status choose(const maker *m, column which, const meaning *meanings, gj_slice *out, const char *zh,
                        const char *en)
{
    gj_slice word = gj_utf8_fold(m->arena, field(m, which));
    *out = (gj_slice){ NULL, 0 };
    if (!word.data)
        return gj_fail_nomem(m->err);
    for (size_t i = 0; word.len && meanings[i].word; i++)
        if (gj_slice_is(word, meanings[i].word)) {
            *out = gj_slice_of(meanings[i].value);
            return GJ_OK;
        }
    return word.len ? fail(m, zh, en, field(m, which)) : GJ_OK;
}

/* ； ; 、 or / parts names. */
static size_t separator(gj_slice text, size_t from, size_t *length)
{
    static const char *const signs[] = { "；", ";", "、", "/", "，", "|" };
    size_t first = GJ_NOT_FOUND;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t at = gj_slice_find(text, gj_slice_of(signs[i]), from);
        if (at < first) {
            first = at;
            *length = strlen(signs[i]);
        }
    }
    return first;
}

static gj_status read_aliases(const maker *m, gj_roster_entry *out)
{
    gj_slice text = field(m, ALIASES);
    GJ_LIST(gj_slice) list = { 0 };
    for (size_t at = 0; at < text.len;) {
        size_t length = 0, end = separator(text, at, &length);
        gj_slice alias = gj_utf8_fold(m->arena, gj_slice_trim(gj_slice_sub(text, at, end)));
        gj_slice *kept = alias.len ? GJ_PUSH(m->arena, &list) : NULL;
        if (!alias.data || (alias.len && !kept))
            return gj_fail_nomem(m->err);
        if (kept)
            *kept = alias;
        at = end == GJ_NOT_FOUND ? text.len : end + length;
    }
    out->aliases = list.items;
    out->alias_count = list.count;
    return GJ_OK;
}

static gj_status read_entry(const maker *m, gj_roster_entry *out)
{
    gj_slice answer, deadline = field(m, DEADLINE);
    out->line = m->row->line;
    out->name = field(m, NAME);
    if (!out->name.len)
        return fail(m, "名册这一行没有单位名称", "this line of the roster has no name", GJ_LIT(""));
    out->normal = gj_utf8_fold(m->arena, out->name);
    if (!out->normal.data)
        return gj_fail_nomem(m->err);
    GJ_TRY(read_aliases(m, out));
    GJ_TRY(choose(m, LEVEL, levels, &out->level, "名册不认识这个级别，可写 县级 乡镇 街道 开发区 等",
                  "the roster does not know this level; write county, township, subdistrict, zone …"));
    GJ_TRY(choose(m, KIND, kinds, &out->kind, "名册不认识这个类型，可写 政府 部门 其他",
                  "the roster does not know this kind; write government, department or other"));
    GJ_TRY(choose(m, IN_AGGREGATE, answers, &answer, "“在汇总中”一列要写 是 或 否", "in_aggregate takes yes or no"));
    out->in_aggregate = !gj_slice_is(answer, "no");
    out->parent = field(m, PARENT);
    if (deadline.len && !gj_date_read(deadline, out->deadline))
        return fail(m, "名册的截止日期要写成 2025-01-31", "the roster's deadline is written like 2025-01-31", deadline);
    return GJ_OK;
}

typedef struct named {
    gj_slice normal;
    const gj_roster_entry *entry;
} named;

static int by_name(const void *a, const void *b)
{
    const named *x = a, *y = b;
    int order = gj_slice_compare(x->normal, y->normal);
    return order ? order : (x->entry->line > y->entry->line) - (x->entry->line < y->entry->line);
}

/* A name may stand once: two lines of one name could not be told apart. An alias that two units share is no fault, it is asked about. */
static gj_status check_unique(maker *m, const gj_csv *csv, const gj_roster *roster)
{
    named *names = GJ_ARRAY(m->arena, roster->count, named);
    if (!names)
        return gj_fail_nomem(m->err);
    for (size_t i = 0; i < roster->count; i++)
        names[i] = (named){ roster->entries[i].normal, &roster->entries[i] };
    if (roster->count)
        qsort(names, roster->count, sizeof *names, by_name);
    for (size_t i = 1; i < roster->count; i++)
        if (gj_slice_equal(names[i - 1].normal, names[i].normal)) {
            for (size_t k = 0; k < csv->count; k++)
                if (csv->rows[k].line == names[i].entry->line)
                    m->row = &csv->rows[k];
            return fail(m, "名册里同一个单位写了两次", "the roster names a unit twice", names[i].entry->name);
        }
    return GJ_OK;
}

gj_status gj_roster_read(gj_arena *arena, gj_slice bytes, gj_roster *out, gj_error *err)
{
    gj_csv csv;
    GJ_TRY(gj_csv_read(arena, bytes, &csv, err));
    if (!csv.count)
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "名册是空的；第一行写列名，以后一行一个单位",
                       "the roster is empty; its first line names the columns, then a line a unit");
    maker m = { .arena = arena, .row = &csv.rows[0], .err = err };
    GJ_TRY(find_columns(&m));
    out->count = csv.count - 1;
    out->entries = GJ_ARRAY(arena, out->count, gj_roster_entry);
    if (!out->entries)
        return gj_fail_nomem(err);
    for (size_t i = 1; i < csv.count; i++) {
        m.row = &csv.rows[i];
        GJ_TRY(read_entry(&m, &out->entries[i - 1]));
    }
    return check_unique(&m, &csv, out);
}
