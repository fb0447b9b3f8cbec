/** number.h - reading the quantities people write.
 *
 * A lexeme is the exact bytes of the report; it is never altered. Reading it gives a value, or says why it is none:
 * "３２", "1，234", "1 234", "三十二", "12件" are integers with a note; "" is blank; "/", "-", "—", "－", "无" are a dash; "约20" in a
 * text is about 20. Values are fixed-point, millionths (gj_decimal), so that fees in 万元 with six decimals stay exact.
 * Source: GB/T 15835-2011 for the ways of writing numbers; layouts of real reports for the ways that occur.
 */
#ifndef GJ_BIND_NUMBER_H
#define GJ_BIND_NUMBER_H

#include <stdint.h>

#include "../base/slice.h"

/** A number in millionths: 3 is 3000000. |value| <= 10^12 * 10^6. */
typedef int64_t gj_decimal;
#define GJ_ONE ((gj_decimal)1000000)
#define GJ_DECIMAL_MAX ((gj_decimal)1000000000000000000)

/** a + b; false on overflow beyond GJ_DECIMAL_MAX. */
bool gj_decimal_add(gj_decimal a, gj_decimal b, gj_decimal *out);
/** Shortest decimal text ("3", "26.55", "-8") into out[24], ends in NUL; returns its length. */
size_t gj_decimal_print(gj_decimal value, char out[24]);

typedef enum gj_cell_kind {
    GJ_CELL_MISSING, /* the row or column was not there */
    GJ_CELL_INTEGER,
    GJ_CELL_DECIMAL,
    GJ_CELL_BLANK,
    GJ_CELL_DASH,  /* / - — － 无 */
    GJ_CELL_TEXT,  /* written, but no number */
    GJ_CELL_UNREAD /* there, but could not be placed or read with certainty */
} gj_cell_kind;

/** How the number was written, where that is worth a word. */
enum gj_note {
    GJ_NOTE_FULLWIDTH = 1,    /* ３２ */
    GJ_NOTE_THOUSANDS = 2,    /* 1,234  1，234 */
    GJ_NOTE_SPACED = 4,       /* 1 234 */
    GJ_NOTE_UNIT = 8,         /* 12件, 251000元 */
    GJ_NOTE_CHINESE = 16,     /* 十二 */
    GJ_NOTE_PARENTHETIC = 32, /* 22（其中修订16件）: 22 */
    GJ_NOTE_LONG = 64,        /* more than six decimals: the value is cut, and exact equations end as review */
    GJ_NOTE_SIGNED = 128      /* a minus or plus sign */
};

typedef struct gj_number {
    gj_cell_kind kind; /* INTEGER, DECIMAL, BLANK, DASH or TEXT */
    gj_decimal value;  /* where INTEGER or DECIMAL */
    unsigned notes;    /* enum gj_note */
    gj_slice unit;     /* of the text: 件, 万元 …; empty */
} gj_number;

/** Read one cell. `text` need not end in NUL and is not kept. Never fails: what is no number is GJ_CELL_TEXT. Values above
 *  10^12 are GJ_CELL_TEXT, not rounded. One pass, no allocation. */
gj_number gj_number_read(gj_slice text);

typedef enum gj_certainty { GJ_EXACT, GJ_ABOUT /* 约 近 左右 */, GJ_AT_LEAST /* 余 多 超过 */ } gj_certainty;

/** A quantity in running text: digits or Chinese numerals with an optional multiplier (万, 亿) and measure word. */
typedef struct gj_quantity {
    gj_span span;   /* bytes of the text: number, multiplier and measure word, 余/多 included */
    gj_span digits; /* number and multiplier only */
    gj_decimal value;
    gj_certainty certainty;
    gj_slice unit; /* 件 条 份 篇 次 场 期 个 人 万元 元 % 年 月 日 …; empty where no measure word follows */
    bool ordinal; /* 第三, （一）, 1. at the start of a paragraph, 〔2019〕, 60号: a number that counts nothing */
} gj_quantity;

/** The next quantity at or after byte `from`. Returns false at the end. */
bool gj_quantity_next(gj_slice text, size_t from, gj_quantity *out);

/** A numeral lexeme without unit ("261", "１，２３４", "三十二", "1.2万") as a value; false when it is none. */
bool gj_quantity_value(gj_slice lexeme, gj_decimal *out);

/** What `{n}` in a claim pattern becomes (PCRE2, UTF): the named group `n` over the digits of a quantity, with spaces and words of
 *  approximation before it and 余, 多 and spaces after it outside the group. Chinese numerals need a measure word after them, so that
 *  the 一 of 一共 is stepped over; no number begins inside another. It may stand once in a pattern. */
#define GJ_QUANTITY_GROUP                                                                                                            \
    "(?:\\h*(?:大?约|近|超过?|逾)?\\h*"                                                                                        \
    "(?<n>(?<![0-9０-９.．])(?!(?<=[0-9０-９][,，])[0-9０-９]{3}(?![0-9０-９]))[0-9０-９]++(?:[,，][0-9０-９]{3}(?![" \
    "0-9０-９]))*+(?:[.．][0-9０-９]++)?+(?:\\h*[十百千万亿]++)?+"                                                         \
    "|(?<![0-9０-９零〇一二两三四五六七八九十百千万亿])[零〇一二两三四五六七八九十百千万亿]++"   \
    "(?=[余多几]?[件条份篇次场期个人项起例部宗笔家名位批户元]))\\h*(?:[余多]\\h*)?)"

/** The same in a sentence whose numbers are plain: a tenth of the compilation. */
#define GJ_QUANTITY_PLAIN "(?<n>(?<!\\d)\\d++)"

/** Whether GJ_QUANTITY_GROUP and GJ_QUANTITY_PLAIN match the same in `sentence`: its numbers are ASCII digits alone, without separators,
 *  multipliers, spaces or words of approximation around them, and no Chinese numeral stands before a measure word. */
bool gj_quantity_plain(gj_slice sentence);

#endif
