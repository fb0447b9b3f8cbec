/* collection_csv.c - tables as CSV (RFC 4180) for programs and for a double click. */
#include "collection_tables.h"

/* What a spreadsheet would reckon with: =SUM(…), @…, and signs before what is no number. */
static bool is_formula(gj_slice text)
{
    char first = text.len ? text.data[0] : 'a';
    if (first == '=' || first == '@' || first == '\t' || first == '\r' || first == '|')
        return true;
    if (first != '+' && first != '-')
        return false;
    for (size_t i = 1; i < text.len; i++)
        if ((text.data[i] < '0' || text.data[i] > '9') && text.data[i] != '.')
            return true;
    return first == '+' && text.len > 1;
}

static void separate(gj_sheet *sheet)
{
    gj_buffer_text(sheet->context, sheet->column ? "," : "");
}

static gj_status put_text(gj_sheet *sheet, gj_slice text)
{
    gj_buffer *out = sheet->context;
    separate(sheet);
    gj_buffer_byte(out, '"');
    if (is_formula(text))
        gj_buffer_byte(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '"')
            gj_buffer_byte(out, '"');
        gj_buffer_byte(out, (unsigned char)c < 0x20 && c != '\n' ? ' ' : c);
    }
    gj_buffer_byte(out, '"');
    return out->failed;
}

static gj_status put_decimal(gj_sheet *sheet, gj_decimal value)
{
    char text[24];
    gj_buffer *out = sheet->context;
    separate(sheet);
    gj_buffer_add(out, (gj_slice){ text, gj_decimal_print(value, text) });
    return out->failed;
}

static gj_status put_end(gj_sheet *sheet)
{
    gj_buffer *out = sheet->context;
    gj_buffer_text(out, "\r\n");
    return out->failed;
}

gj_status gj_show_table_csv(const gj_collection_table *table, const gj_collected *collected,
                            const gj_show_options *options, gj_buffer *out)
{
    static const gj_sheet_target csv = { put_text, put_decimal, put_end };
    gj_sheet sheet = { .target = &csv, .context = out };
    gj_buffer_text(out, "\xEF\xBB\xBF");
    return gj_collection_table_write(table, collected, options, &sheet);
}
