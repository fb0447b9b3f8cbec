/* import.c - an export back into a ledger: transfer.h. */
#include <stdlib.h>

#include "../base/base64.h"
#include "../base/lines.h"
#include "../base/source.h"
#include "../read/json/json_tree.h"
#include "transfer.h"

typedef struct importing {
    gj_ledger *ledger;
    const gj_forms *forms;
    gj_imported *out;
    size_t submissions, originals; /* that the first line announces */
    bool announced;
    gj_error *err;
} importing;

static gj_slice string(const gj_json_tree *json, const char *key)
{
    size_t at = gj_json_member(json, 0, key);
    bool plain = at != GJ_NOT_FOUND && json->nodes[at].type == GJ_JSON_STRING && !json->nodes[at].escaped;
    return plain ? json->nodes[at].text : (gj_slice){ NULL, 0 };
}

/* A whole number of at most nine digits; -1 where there is none. */
static long number(const gj_json_tree *json, const char *key)
{
    size_t at = gj_json_member(json, 0, key);
    if (at == GJ_NOT_FOUND || json->nodes[at].type != GJ_JSON_NUMBER || json->nodes[at].text.len > 9)
        return -1;
    long value = 0;
    gj_slice text = json->nodes[at].text;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return -1;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

static bool is_date(gj_slice text)
{
    for (size_t i = 0; i < text.len && i < 10; i++)
        if (i == 4 || i == 7 ? text.data[i] != '-' : text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.len == 10;
}

static gj_status take_header(importing *im, const gj_json_tree *json)
{
    long originals = number(json, "originals"), submissions = number(json, "submissions");
    if (im->announced || originals < 0 || submissions < 0)
        return gj_fail(im->err, GJ_INPUT, GJ_NOWHERE, "不是完整的台账导出文件：首行不对",
                       "no whole export of a ledger: its first line");
    im->announced = true;
    im->originals = (size_t)originals;
    im->submissions = (size_t)submissions;
    return GJ_OK;
}

static gj_status take_original(importing *im, gj_arena *arena, const gj_json_tree *json)
{
    gj_slice bytes;
    GJ_TRY(gj_base64_decode(arena, string(json, "base64"), &bytes, im->err));
    GJ_TRY(gj_ledger_keep(im->ledger, string(json, "sha256"), bytes, im->err));
    im->out->originals++;
    return GJ_OK;
}

static gj_status take_submission(importing *im, gj_arena *arena, const gj_json_tree *json)
{
    size_t at = gj_json_member(json, 0, "record");
    long round = number(json, "round");
    gj_slice added = string(json, "added");
    gj_record record;
    gj_filed how;
    if (at == GJ_NOT_FOUND || round < 1 || !is_date(added))
        return gj_fail(im->err, GJ_INPUT, GJ_NOWHERE, "不是完整的台账导出文件：报送的轮次、日期或记录不对",
                       "no whole export of a ledger: round, date or record of a submission");
    gj_slice line = gj_slice_sub(json->source->bytes, json->nodes[at].span.begin, json->nodes[at].span.end);
    GJ_TRY(gj_record_read(arena, im->forms, line, &record, im->err));
    GJ_TRY(gj_ledger_restore(im->ledger, arena, &record, (int)round, added, &how, im->err));
    if (how == GJ_FILED_NEW)
        im->out->submissions++;
    else
        im->out->known++;
    return GJ_OK;
}

static gj_status take_line(importing *im, gj_arena *arena, gj_slice line)
{
    gj_source *source = NULL;
    gj_json_tree json;
    GJ_TRY(gj_source_open(arena, GJ_LIT(""), line, &source, im->err));
    GJ_TRY(gj_json_parse(arena, source, &json, im->err));
    gj_slice schema = string(&json, "schema");
    if (gj_slice_is(schema, "gouji/ledger@1"))
        return take_header(im, &json);
    if (!im->announced)
        return gj_fail(im->err, GJ_INPUT, GJ_NOWHERE, "不是完整的台账导出文件：首行应为 gouji/ledger@1",
                       "no whole export of a ledger: it does not begin with gouji/ledger@1");
    if (gj_slice_is(schema, "gouji/original@1"))
        return take_original(im, arena, &json);
    if (gj_slice_is(schema, "gouji/submission@1"))
        return take_submission(im, arena, &json);
    return gj_fail(im->err, GJ_INPUT, GJ_NOWHERE, "不是完整的台账导出文件：有一行不是台账的内容",
                   "no whole export of a ledger: a line is of another kind");
}

static gj_status take_all(importing *im, gj_lines *lines)
{
    gj_slice line;
    bool more = true;
    gj_arena *arena = gj_arena_new(0);
    gj_status status = arena ? GJ_OK : gj_fail_nomem(im->err);
    while (status == GJ_OK) {
        status = gj_lines_next(lines, &more, &line, im->err);
        if (status != GJ_OK || !more)
            break;
        status = take_line(im, arena, line);
        gj_arena_reset(arena);
    }
    gj_arena_free(arena);
    if (status == GJ_OK && (!im->announced || im->originals != im->out->originals ||
                            im->submissions != im->out->submissions + im->out->known))
        status = gj_fail(im->err, GJ_INPUT, GJ_NOWHERE, "不是完整的台账导出文件：内容不齐，可能被截断",
                         "no whole export of a ledger: it is incomplete, perhaps cut short");
    if (status == GJ_INPUT && im->err) {
        im->err->line = lines->number;
        im->err->column = im->err->column ? im->err->column : 1;
    }
    return status;
}

gj_status gj_ledger_import(gj_ledger *ledger, const gj_forms *forms, const char *path, gj_imported *out, gj_error *err)
{
    gj_lines lines;
    gj_error own = { 0 };
    importing im = { .ledger = ledger, .forms = forms, .out = out, .err = err ? err : &own };
    *out = (gj_imported){ 0 };
    gj_status status = gj_lines_open(&lines, path, GJ_MAX_LEDGER_LINE, im.err);
    if (status == GJ_OK)
        status = gj_ledger_begin(ledger, im.err);
    if (status == GJ_OK) {
        status = take_all(&im, &lines);
        if (status == GJ_OK)
            status = gj_ledger_commit(ledger, im.err);
        else
            gj_ledger_rollback(ledger);
    }
    gj_lines_close(&lines);
    if (status != GJ_OK)
        gj_error_where(im.err, gj_slice_of(path));
    return status;
}
