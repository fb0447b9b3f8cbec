/* report_json.c - the outermost object: what the report is, then its text, then its tables. */
#include "report_json.h"

const char *gj_json_key(gj_json *w, gj_slice key, char out[GJ_KEY_ROOM])
{
    size_t length = key.len < GJ_KEY_ROOM ? key.len : 0;
    if (length < key.len)
        w->out->failed = GJ_LIMIT;
    if (length)
        memcpy(out, key.data, length);
    out[length] = '\0';
    return out;
}

static void known(gj_json *w, const char *key, gj_known value)
{
    if (value.value.len)
        gj_json_string(w, key, value.value);
}

static void issuer(gj_json *w, const gj_report *report)
{
    if (!report->name.value.len && !report->level.value.len && !report->issuer_kind.value.len &&
        !report->scope.value.len && !report->province.value.len)
        return;
    gj_json_object(w, "issuer");
    known(w, "name", report->name);
    known(w, "level", report->level);
    known(w, "kind", report->issuer_kind);
    known(w, "scope", report->scope);
    known(w, "province", report->province);
    gj_json_object_end(w);
}

gj_slice gj_report_origin(const gj_report *report, size_t index, const char **key)
{
    static const struct {
        const char *key, *names[3];
    } entries[GJ_ORIGINS] = { { "column", { "column", "栏目", NULL } },
                              { "url", { "url", "原文链接", NULL } },
                              { "document_number", { "document_number", "文号", NULL } } };
    *key = entries[index].key;
    for (const char *const *name = entries[index].names; *name; name++) {
        const gj_meta *meta = gj_document_meta(report->document, gj_slice_of(*name));
        if (meta && meta->value.text.len)
            return meta->value.text;
    }
    return (gj_slice){ NULL, 0 };
}

static void origins(gj_json *w, const gj_report *report)
{
    for (size_t i = 0; i < GJ_ORIGINS; i++) {
        const char *key;
        gj_slice value = gj_report_origin(report, i, &key);
        if (value.len)
            gj_json_string(w, key, value);
    }
}

gj_status gj_show_report_json(const gj_report *report, gj_buffer *out)
{
    gj_json w;
    gj_json_begin(&w, out, false);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", "gouji/report@1");
    if (report->form)
        gj_json_string(&w, "form", report->form->id);
    if (report->title.text.len)
        gj_json_string(&w, "title", report->title.text);
    if (report->year)
        gj_json_count(&w, "year", (size_t)report->year);
    issuer(&w, report);
    if (report->published.len)
        gj_json_string(&w, "published", report->published);
    origins(&w, report);
    gj_report_json_text(&w, report);
    gj_report_json_tables(&w, report);
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
    return out->failed;
}
