/* Automatic numbers: counted paragraph by paragraph, as Word counts them, and put together from the level's text. */
#include "docx.h"

#define LABEL_MOST 256 /* bytes of one label */
#define LINKS 4        /* numberings that take their levels from a style's */

typedef struct scheme {
    gj_docx_abstract *abstract;
    gj_docx_number *number;
} scheme;

/* The first record of this id in a list sorted by it, or `count`. Every record begins with its id. */
static size_t first_of(const void *records, size_t count, size_t size, long id)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        long found;
        memcpy(&found, (const char *)records + middle * size, sizeof found);
        if (found < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static gj_docx_number *number_of(gj_docx_sheet *sheet, long id)
{
    size_t at = first_of(sheet->numbers.items, sheet->numbers.count, sizeof *sheet->numbers.items, id);
    return at < sheet->numbers.count && sheet->numbers.items[at].id == id ? &sheet->numbers.items[at] : NULL;
}

static gj_docx_abstract *abstract_of(gj_docx_sheet *sheet, long id)
{
    size_t at = first_of(sheet->abstracts.items, sheet->abstracts.count, sizeof *sheet->abstracts.items, id);
    return at < sheet->abstracts.count && sheet->abstracts.items[at].id == id ? &sheet->abstracts.items[at] : NULL;
}

/* The levels that a w:num really has: its own numbering's, or those of the style that this one names. */
static bool find_scheme(gj_docx *docx, long id, scheme *out)
{
    out->number = number_of(&docx->sheet, id);
    for (int i = 0; out->number && i < LINKS; i++) {
        out->abstract = abstract_of(&docx->sheet, out->number->abstract);
        if (!out->abstract || !out->abstract->link.len)
            return out->abstract != NULL;
        const gj_docx_style *style = gj_docx_style_of(docx, out->abstract->link);
        out->number = style ? number_of(&docx->sheet, style->number) : NULL;
    }
    return false;
}

static const gj_docx_level *level_at(const scheme *s, size_t index)
{
    if (s->number->levels && s->number->levels[index].stated)
        return &s->number->levels[index];
    return s->abstract->levels[index].stated ? &s->abstract->levels[index] : NULL;
}

static long start_of(const scheme *s, size_t index)
{
    const gj_docx_level *level = level_at(s, index);
    if (s->number->start[index] >= 0)
        return s->number->start[index];
    return level ? level->start : 1;
}

/* A level begins anew after a paragraph of a higher one, unless it says after which, or never. */
static bool restarts(const scheme *s, size_t index, size_t after)
{
    const gj_docx_level *level = level_at(s, index);
    if (!level || level->restart < 0)
        return true;
    return level->restart > 0 && after < (size_t)level->restart;
}

static void advance(const scheme *s, size_t index)
{
    gj_docx_abstract *a = s->abstract;
    bool anew = !a->begun[index];
    if (s->number->start[index] >= 0 && !s->number->restarted[index]) {
        s->number->restarted[index] = true; /* a use of its own begins where it says, once */
        anew = true;
    }
    a->counts[index] = anew ? start_of(s, index) : a->counts[index] + 1;
    a->begun[index] = true;
    for (size_t i = 0; i < index; i++) {
        if (a->begun[i])
            continue;
        a->counts[i] = start_of(s, i);
        a->begun[i] = true;
    }
    for (size_t i = index + 1; i < GJ_DOCX_LEVELS; i++)
        if (restarts(s, i, index))
            a->begun[i] = false;
}

static void put(char *out, size_t *length, gj_slice text)
{
    if (text.len > LABEL_MOST - *length)
        text.len = 0;
    if (text.len)
        memcpy(out + *length, text.data, text.len);
    *length += text.len;
}

/* "%1.%2" with each level's count in its numerals. A level of bullets has no number to show. */
static size_t compose(const scheme *s, const gj_docx_level *level, char out[LABEL_MOST])
{
    size_t length = 0;
    for (size_t i = 0; i < level->text.len; i++) {
        char digit = i + 1 < level->text.len ? level->text.data[i + 1] : '\0';
        if (level->text.data[i] != '%' || digit < '1' || digit > '9') {
            put(out, &length, gj_slice_sub(level->text, i, i + 1));
            continue;
        }
        size_t index = (size_t)(digit - '1');
        const gj_docx_level *named = level_at(s, index);
        gj_slice format = level->arabic || !named ? GJ_LIT("decimal") : named->format;
        char numeral[GJ_DOCX_NUMERAL];
        put(out, &length, (gj_slice){ numeral, gj_docx_numeral(format, s->abstract->counts[index], numeral) });
        i++;
    }
    return length;
}

static int level_of_style(const scheme *s, gj_slice style)
{
    for (size_t i = 0; style.len && i < GJ_DOCX_LEVELS; i++) {
        const gj_docx_level *level = level_at(s, i);
        if (level && gj_slice_equal(level->style, style))
            return (int)i;
    }
    return 0;
}

gj_status gj_docx_count(gj_docx *docx, long number, int level, gj_slice style, gj_slice *label)
{
    scheme s = { .abstract = NULL };
    *label = (gj_slice){ "", 0 };
    if (number <= 0 || !find_scheme(docx, number, &s))
        return GJ_OK;
    size_t index = (size_t)(level >= 0 ? level : level_of_style(&s, style));
    advance(&s, index);
    const gj_docx_level *at = level_at(&s, index);
    if (!at || gj_slice_is(at->format, "bullet"))
        return GJ_OK;
    char text[LABEL_MOST + 1];
    size_t length = compose(&s, at, text);
    /* A blank keeps "1." and "2024" apart; signs such as 、 and ） keep themselves apart. */
    if (length && !at->attached && (unsigned char)text[length - 1] < 0x80)
        text[length++] = ' ';
    *label = gj_arena_copy(docx->scratch, (gj_slice){ text, length });
    return label->data ? GJ_OK : gj_fail_nomem(docx->err);
}
