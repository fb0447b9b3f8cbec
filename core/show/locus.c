#include "locus.h"

#include "words.h"

static void paragraph(gj_buffer *out, gj_lang lang, const gj_locus *at)
{
    if (at->part == GJ_PART_NOTE)
        gj_buffer_format(out, GJ_PICK(lang, "注释 %zu", "note %zu"), at->paragraph);
    else if (at->part == GJ_PART_BOX)
        gj_buffer_format(out, GJ_PICK(lang, "文本框第 %zu 段", "text box paragraph %zu"), at->paragraph);
    else
        gj_buffer_format(out, GJ_PICK(lang, "第 %zu 段", "paragraph %zu"), at->paragraph);
}

void gj_locus_words(gj_buffer *out, gj_lang lang, const gj_locus *at)
{
    if (at->part == GJ_PART_NONE)
        return;
    if (at->page)
        gj_buffer_format(out, GJ_PICK(lang, "第 %zu 页", "page %zu, "), at->page);
    if (at->table)
        gj_buffer_format(out, GJ_PICK(lang, "第 %zu 张表第 %zu 行第 %zu 列", "table %zu, row %zu, column %zu"),
                         at->table, at->row, at->column);
    else
        paragraph(out, lang, at);
}

void gj_locus_short(gj_buffer *out, gj_lang lang, const gj_locus *at)
{
    if (at->table)
        gj_buffer_format(out, GJ_PICK(lang, "表%zu行%zu", "t%zu r%zu"), at->table, at->row);
    else if (at->part == GJ_PART_NOTE)
        gj_buffer_format(out, GJ_PICK(lang, "注%zu", "n%zu"), at->paragraph);
    else if (at->part == GJ_PART_BOX)
        gj_buffer_format(out, GJ_PICK(lang, "框%zu", "b%zu"), at->paragraph);
    else if (at->part == GJ_PART_BODY)
        gj_buffer_format(out, GJ_PICK(lang, "段%zu", "p%zu"), at->paragraph);
}

void gj_json_locus(gj_json *w, gj_lang lang, const gj_locus *at)
{
    const struct {
        const char *key;
        size_t value;
    } numbers[] = { { "page", at->page }, { "paragraph", at->paragraph }, { "table", at->table },
                    { "row", at->row },   { "column", at->column },       { "character", at->character } };
    if (at->element.len) {
        gj_json_object_inline(w, "at");
        gj_json_string(w, "element", at->element);
        gj_json_object_end(w);
    }
    if (at->part == GJ_PART_NONE)
        return;
    gj_buffer words;
    gj_buffer_init(&words, 0);
    gj_locus_words(&words, lang, at);
    gj_json_object_inline(w, "at");
    gj_json_text(w, "part", gj_file_part_name(at->part));
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i].value)
            gj_json_count(w, numbers[i].key, numbers[i].value);
    if (at->box[2]) {
        gj_json_array_inline(w, "box");
        for (size_t i = 0; i < 4; i++)
            gj_json_count(w, NULL, at->box[i]);
        gj_json_array_end(w);
    }
    gj_json_string(w, "text", gj_buffer_slice(&words));
    gj_json_object_end(w);
    if (words.failed)
        w->out->failed = words.failed;
    gj_buffer_free(&words);
}
