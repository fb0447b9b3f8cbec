#include "sheet.h"

#include "../words.h"

void gj_sheet_text(gj_sheet *s, gj_slice text)
{
    if (s->failed == GJ_OK && s->column < s->column_count)
        s->failed = s->target->text(s, text);
    s->column++;
}

void gj_sheet_built(gj_sheet *s, const gj_buffer *text)
{
    if (s->failed == GJ_OK)
        s->failed = text->failed;
    gj_sheet_text(s, gj_buffer_slice(text));
}

void gj_sheet_word(gj_sheet *s, const char *zh, const char *en)
{
    gj_sheet_text(s, gj_slice_of(GJ_PICK(s->lang, zh, en)));
}

void gj_sheet_decimal(gj_sheet *s, gj_decimal value)
{
    if (s->failed == GJ_OK && s->column < s->column_count)
        s->failed = s->target->decimal(s, value);
    s->column++;
}

void gj_sheet_count(gj_sheet *s, size_t value)
{
    gj_sheet_decimal(s, (gj_decimal)value * GJ_ONE);
}

void gj_sheet_end(gj_sheet *s)
{
    while (s->column < s->column_count)
        gj_sheet_text(s, GJ_LIT(""));
    if (s->failed == GJ_OK && s->target->end)
        s->failed = s->target->end(s);
    s->column = 0;
    s->row++;
}

void gj_sheet_head(gj_sheet *s)
{
    for (size_t i = 0; i < s->column_count; i++)
        gj_sheet_text(s, gj_slice_of(s->columns[i].words[s->lang]));
    gj_sheet_end(s);
}
