/* collection_xlsx.c - the inspector's tables as one workbook.
 *
 * Cells are strings or numbers, never formulas, so nothing of a report can be reckoned with. The library writes through a file and has no date but the one given:
 * that of the run (--today), so the same collection gives the same bytes.
 */
#include <stdlib.h>

#include "../../base/utf8.h"
#include "../words.h"
#include "collection_tables.h"
#include "xlsx_library.h"

#define CELL_MOST 32000   /* bytes; a cell takes 32,767 characters (ECMA-376, 18.3.1.96; Excel's limit) */
#define ROWS_MOST 1000000 /* a sheet takes 1,048,576 */
#define LINES_MOST 12     /* of a row, to be seen without scrolling */
#define LINE_HEIGHT 15.0  /* points */
#define WIDE 40           /* characters: a column of sentences */

typedef struct book {
    gj_xlsx_library lib;
    lxw_workbook *workbook;
    lxw_worksheet *worksheet;
    lxw_format *head, *plain, *line, *marks[3]; /* one a severity */
    gj_buffer text;                             /* of the cell at hand, ended by NUL */
    size_t severity_column;                     /* GJ_NOT_FOUND: none */
    size_t lines;                               /* that the row at hand needs */
    gj_lang lang;
} book;

/* What XML cannot hold (U+FFFE, U+FFFF) becomes U+FFFD; control characters are the library's to escape. */
static void take(gj_buffer *out, gj_slice text)
{
    gj_buffer_clear(out);
    gj_slice kept = gj_utf8_cut(text, CELL_MOST);
    for (size_t i = 0; i < kept.len; i++) {
        bool unfit =
            kept.len - i > 2 && memcmp(kept.data + i, "\xEF\xBF", 2) == 0 && (unsigned char)kept.data[i + 2] > 0xBD;
        if (unfit)
            gj_buffer_text(out, "\xEF\xBF\xBD");
        else
            gj_buffer_byte(out, kept.data[i]);
        i += unfit ? 2 : 0;
    }
    if (kept.len < text.len)
        gj_buffer_text(out, "…");
}

static gj_status as_status(lxw_error error)
{
    if (error == LXW_NO_ERROR)
        return GJ_OK;
    return error == LXW_ERROR_MEMORY_MALLOC_FAILED ? GJ_NOMEM : GJ_IO;
}

/* A narrow last column (a fingerprint, a date) is not wrapped, for there is room to its right. */
static bool runs_on(const gj_sheet *sheet)
{
    return sheet->column + 1 == sheet->column_count && sheet->columns[sheet->column].width < WIDE;
}

static lxw_format *format_of(const book *b, const gj_sheet *sheet)
{
    if (sheet->row == 0)
        return b->head;
    if (runs_on(sheet))
        return b->line;
    for (int s = GJ_INFO; sheet->column == b->severity_column && s <= GJ_ERROR; s++)
        if (gj_slice_is(gj_buffer_slice(&b->text), gj_word_severity((gj_severity)s, b->lang)))
            return b->marks[s];
    return b->plain;
}

/* Neither library nor format says how high a row of wrapped text is, and not every program works it out. */
static void measure(book *b, const gj_sheet *sheet)
{
    size_t width = sheet->columns[sheet->column].width, used = gj_utf8_width(gj_buffer_slice(&b->text), 1);
    size_t lines = runs_on(sheet) ? 1 : (used + width - 1) / width;
    b->lines = lines > b->lines ? lines : b->lines;
}

static gj_status put_text(gj_sheet *sheet, gj_slice text)
{
    book *b = sheet->context;
    if (sheet->row >= ROWS_MOST || !text.len)
        return GJ_OK;
    take(&b->text, text);
    if (b->text.failed != GJ_OK)
        return b->text.failed;
    measure(b, sheet);
    return as_status(b->lib.worksheet_write_string(b->worksheet, (lxw_row_t)sheet->row, (lxw_col_t)sheet->column,
                                                   b->text.data, format_of(b, sheet)));
}

static gj_status put_decimal(gj_sheet *sheet, gj_decimal value)
{
    book *b = sheet->context;
    if (sheet->row >= ROWS_MOST)
        return GJ_OK;
    double number = (double)value / (double)GJ_ONE; /* exact to fifteen digits, as spreadsheets are */
    return as_status(
        b->lib.worksheet_write_number(b->worksheet, (lxw_row_t)sheet->row, (lxw_col_t)sheet->column, number, b->plain));
}

static gj_status put_end(gj_sheet *sheet)
{
    book *b = sheet->context;
    size_t lines = b->lines < LINES_MOST ? b->lines : LINES_MOST;
    b->lines = 1;
    if (sheet->row >= ROWS_MOST || lines < 2)
        return GJ_OK;
    return as_status(b->lib.worksheet_set_row(b->worksheet, (lxw_row_t)sheet->row, (double)lines * LINE_HEIGHT, NULL));
}

static lxw_format *add_format(const book *b, bool wrap, bool bold, lxw_color_t color)
{
    lxw_format *format = b->lib.workbook_add_format(b->workbook);
    if (!format)
        return NULL;
    if (wrap)
        b->lib.format_set_text_wrap(format);
    b->lib.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (bold)
        b->lib.format_set_bold(format);
    if (color)
        b->lib.format_set_bg_color(format, color);
    return format;
}

static bool add_formats(book *b)
{
    static const lxw_color_t colors[] = { [GJ_INFO] = 0xE3EDF7, [GJ_WARNING] = 0xFCE8B2, [GJ_ERROR] = 0xF8D0CC };
    bool fine = true;
    b->head = add_format(b, true, true, 0xE8E8E8);
    b->plain = add_format(b, true, false, 0);
    b->line = add_format(b, false, false, 0);
    for (int s = GJ_INFO; s <= GJ_ERROR; s++) {
        b->marks[s] = add_format(b, true, false, colors[s]);
        fine = fine && b->marks[s];
    }
    return fine && b->head && b->plain && b->line;
}

static gj_status add_table(book *b, const gj_collection_table *table, const gj_collected *collected,
                           const gj_show_options *options)
{
    static const gj_sheet_target xlsx = { put_text, put_decimal, put_end };
    gj_sheet sheet = { .target = &xlsx, .context = b };
    b->worksheet = b->lib.workbook_add_worksheet(b->workbook, table->words[b->lang]);
    if (!b->worksheet)
        return GJ_NOMEM;
    b->severity_column = GJ_NOT_FOUND;
    for (size_t i = 0; i < table->column_count; i++) {
        const gj_column *column = &table->columns[i];
        if (strcmp(column->words[GJ_EN], "severity") == 0)
            b->severity_column = i;
        GJ_TRY(as_status(
            b->lib.worksheet_set_column(b->worksheet, (lxw_col_t)i, (lxw_col_t)i, (double)column->width, NULL)));
    }
    GJ_TRY(gj_collection_table_write(table, collected, options, &sheet));
    size_t rows = sheet.row < ROWS_MOST ? sheet.row : ROWS_MOST;
    b->lib.worksheet_freeze_panes(b->worksheet, 1, 1);
    b->lib.worksheet_set_landscape(b->worksheet);
    b->lib.worksheet_set_paper(b->worksheet, 9); /* A4 */
    b->lib.worksheet_fit_to_pages(b->worksheet, 1, 0);
    GJ_TRY(as_status(b->lib.worksheet_repeat_rows(b->worksheet, 0, 0)));
    return as_status(
        b->lib.worksheet_autofilter(b->worksheet, 0, 0, (lxw_row_t)(rows - 1), (lxw_col_t)(table->column_count - 1)));
}

/* YYYY-MM-DD as the time that the library takes for the date of making; noon, so that no time zone turns the day. */
static time_t date_of(gj_slice today)
{
    struct tm day = { .tm_hour = 12 };
    if (today.len != 10)
        return 1;
    day.tm_year = (int)strtol(today.data, NULL, 10) - 1900;
    day.tm_mon = (int)strtol(today.data + 5, NULL, 10) - 1;
    day.tm_mday = (int)strtol(today.data + 8, NULL, 10);
    return mktime(&day);
}

static gj_status fill(book *b, const gj_collected *collected, const gj_show_options *options)
{
    lxw_doc_properties properties = { .created = date_of(options->today) };
    if (!add_formats(b))
        return GJ_NOMEM;
    GJ_TRY(as_status(b->lib.workbook_set_properties(b->workbook, &properties)));
    for (size_t i = 0; i < GJ_COLLECTION_TABLES; i++)
        GJ_TRY(add_table(b, gj_collection_tables[i], collected, options));
    return GJ_OK;
}

gj_status gj_show_collection_xlsx(const gj_collected *collected, const gj_show_options *options, const char *path,
                                  gj_error *err)
{
    book b = { .lang = options->lang, .lines = 1 };
    GJ_TRY(gj_xlsx_library_open(&b.lib, err));
    gj_buffer_init(&b.text, 0);
    b.workbook = b.lib.workbook_new(path);
    gj_status status = b.workbook ? fill(&b, collected, options) : GJ_NOMEM;
    if (b.workbook) { /* what was begun is closed, whatever came of it */
        gj_status closed = as_status(b.lib.workbook_close(b.workbook));
        status = status == GJ_OK ? closed : status;
    }
    gj_buffer_free(&b.text);
    gj_xlsx_library_close(&b.lib);
    if (status == GJ_NOMEM)
        return gj_fail_nomem(err);
    if (status != GJ_OK)
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "写不了 %s", "cannot write %s", path);
    return GJ_OK;
}
