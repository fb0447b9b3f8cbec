/* paragraphs.c - which paragraphs are headings of parts of a section, though the format does not mark them. */
#include "../base/utf8.h"
#include "claim_work.h"
#include "numeral.h"

/* "（一）" "(1)" "1." "一、" at the start of a line. */
static bool numbered(gj_slice text)
{
    static const char *const marks[] = { "、", ".", "．" }, *const brackets[] = { "）", ")" };
    size_t at = 0, length = 0;
    bool open = gj_slice_starts(text, GJ_LIT("（")) || gj_slice_starts(text, GJ_LIT("("));
    if (open)
        at = text.data[0] == '(' ? 1 : 3;
    size_t digits = at;
    while (gj_digit_at(text, at, &length) >= 0)
        at += length;
    while (gj_chinese_digit(gj_char3(text, at)) >= 0)
        at += 3;
    gj_slice rest = gj_slice_sub(text, at, text.len);
    for (size_t i = 0; i < (open ? 2 : 3); i++)
        if (at > digits && gj_slice_starts(rest, gj_slice_of(open ? brackets[i] : marks[i])))
            return true;
    return false;
}

/* A short line without a stop at its end, bold or numbered. */
static bool is_sub_heading(const gj_block *block)
{
    static const char *const stops[] = { "。", "；", "！", "？", "，", "：", ";", NULL };
    gj_slice text = block->text.text;
    if (text.len > GJ_MAX_HEADING_CHARS * 4)
        return false;
    for (const char *const *stop = stops; *stop; stop++)
        if (gj_slice_ends(text, gj_slice_of(*stop)))
            return false;
    return (block->strong || numbered(text)) && gj_utf8_count(text) <= GJ_MAX_HEADING_CHARS;
}

void gj_mark_sub_headings(gj_report *report)
{
    for (size_t i = 0; i < report->paragraph_count; i++) {
        gj_paragraph *paragraph = &report->paragraphs[i];
        if (!paragraph->heading)
            paragraph->heading = is_sub_heading(&report->document->blocks[paragraph->block]);
    }
}
