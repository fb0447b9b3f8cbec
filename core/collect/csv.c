#include "csv.h"

#include "../base/utf8.h"
#include "../read/encoding.h"

typedef struct scanner {
    gj_arena *arena;
    gj_slice text;
    size_t at, line;
    char separator;
    gj_error *err;
} scanner;

typedef GJ_LIST(gj_slice) field_list;

static char separator_of(gj_slice text)
{
    gj_slice first = gj_slice_sub(text, 0, gj_slice_find(text, GJ_LIT("\n"), 0));
    if (gj_slice_find(first, GJ_LIT(","), 0) != GJ_NOT_FOUND)
        return ',';
    if (gj_slice_find(first, GJ_LIT(";"), 0) != GJ_NOT_FOUND)
        return ';';
    return gj_slice_find(first, GJ_LIT("\t"), 0) != GJ_NOT_FOUND ? '\t' : ',';
}

static char here(const scanner *s)
{
    return s->at < s->text.len ? s->text.data[s->at] : '\n';
}

static bool at_line_end(const scanner *s)
{
    return here(s) == '\n' || here(s) == '\r';
}

static void skip_line_end(scanner *s)
{
    if (here(s) == '\r' && s->at + 1 < s->text.len && s->text.data[s->at + 1] == '\n')
        s->at++;
    s->at++;
    s->line++;
}

/* A field in quotes: what is between them, doubled quotes made one. What follows up to the separator is left out, as spreadsheets do. */
static gj_status quoted(scanner *s, gj_slice *out)
{
    size_t line = s->line, length = 0, begin = ++s->at;
    char *text = gj_arena_alloc(s->arena, s->text.len - begin + 1);
    if (!text)
        return gj_fail_nomem(s->err);
    for (;; s->at++) {
        if (s->at >= s->text.len) {
            gj_status status = gj_fail(s->err, GJ_INPUT, GJ_NOWHERE, "引号没有成对，CSV 从这一行起读不了",
                                       "a quotation mark is not closed: the CSV cannot be read from this line on");
            if (s->err)
                s->err->line = line;
            return status;
        }
        if (s->text.data[s->at] == '"') {
            if (s->at + 1 >= s->text.len || s->text.data[s->at + 1] != '"')
                break;
            s->at++;
        }
        s->line += s->text.data[s->at] == '\n';
        text[length++] = s->text.data[s->at];
    }
    s->at++;
    while (!at_line_end(s) && here(s) != s->separator)
        s->at++;
    *out = gj_slice_trim((gj_slice){ text, length });
    return GJ_OK;
}

static gj_status plain(scanner *s, gj_slice *out)
{
    size_t begin = s->at;
    while (!at_line_end(s) && here(s) != s->separator)
        s->at++;
    *out = gj_slice_trim(gj_slice_sub(s->text, begin, s->at));
    return GJ_OK;
}

static gj_status read_row(scanner *s, gj_csv_row *row)
{
    field_list fields = { 0 };
    row->line = s->line;
    for (;;) {
        gj_slice *field = GJ_PUSH(s->arena, &fields);
        if (!field)
            return gj_fail_nomem(s->err);
        if (fields.count > GJ_MAX_CSV_FIELDS)
            return gj_fail(s->err, GJ_LIMIT, GJ_NOWHERE, "CSV 一行超过 %d 列",
                           "a line of the CSV has more than %d fields", GJ_MAX_CSV_FIELDS);
        while (s->separator != '\t' && here(s) == ' ')
            s->at++;
        GJ_TRY(here(s) == '"' ? quoted(s, field) : plain(s, field));
        if (at_line_end(s))
            break;
        s->at++;
    }
    skip_line_end(s);
    row->fields = fields.items;
    row->count = fields.count;
    return GJ_OK;
}

static bool is_empty(const gj_csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->fields[i].len)
            return false;
    return true;
}

gj_status gj_csv_read(gj_arena *arena, gj_slice bytes, gj_csv *out, gj_error *err)
{
    gj_slice text;
    GJ_LIST(gj_csv_row) rows = { 0 };
    GJ_TRY(gj_encoding_convert(arena, bytes, gj_encoding_of(bytes), &text, err));
    size_t wrong = gj_utf8_check(text);
    if (wrong != GJ_NOT_FOUND)
        return gj_encoding_broken(text, wrong, err);
    if (gj_slice_starts(text, GJ_LIT("\xEF\xBB\xBF")))
        text = gj_slice_sub(text, 3, text.len);
    scanner s = { arena, text, 0, 1, separator_of(text), err };
    while (s.at < text.len) {
        gj_csv_row *row = GJ_PUSH(arena, &rows);
        if (!row)
            return gj_fail_nomem(err);
        if (rows.count > GJ_MAX_CSV_ROWS)
            return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "CSV 超过 %d 行", "the CSV has more than %d lines",
                           GJ_MAX_CSV_ROWS);
        GJ_TRY(read_row(&s, row));
        rows.count -= is_empty(row);
    }
    *out = (gj_csv){ rows.items, rows.count };
    return GJ_OK;
}
