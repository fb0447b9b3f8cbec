/* The columns of a table laid out by blanks.
 *
 * A line with as many figures as any has shows where the columns stand on its page: from the leftmost to the rightmost that a figure
 * reaches there. Other lines are placed by that: a figure must stand in exactly one column, or its line has no columns; words are put
 * over the column that they reach or come next to, and the binder makes sure that this gives every column its own word.
 */
#include "spaced.h"

#define LABEL_STARTS 16 /* places at which labels begin */
#define SEEN_ENOUGH 2   /* a place counts where so many pieces begin */

/** The lines [first, end) of one page. */
typedef struct page_lines {
    size_t first, end;
} page_lines;

typedef struct page_columns {
    bool ok; /* they are apart */
    size_t low[GJ_SPACED_COLUMNS], high[GJ_SPACED_COLUMNS];
} page_columns;

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t most(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* The page that begins at line `first`. */
static page_lines page_at(const gj_laid_table *t, size_t first)
{
    size_t end = first + 1;
    while (end < t->lines.count && t->lines.items[end].page == t->lines.items[first].page)
        end++;
    return (page_lines){ first, end };
}

static bool is_start(const gj_cutting *labels, const gj_piece *piece)
{
    for (size_t i = 0; i < labels->start_count; i++)
        if (labels->starts[i] == piece->begin[labels->measure])
            return true;
    return false;
}

static gj_piece *figures_of(const gj_laid_table *t, const gj_laid_line *line)
{
    return &t->pieces.items[line->first + line->count - line->figures];
}

static bool is_full(const gj_laid_table *t, const gj_laid_line *line)
{
    return line->figures == t->width && !line->doubtful;
}

/* By how much the figures of one page's full lines swerve in column `c`: at their left, their right or their middle, whichever is least. */
static size_t swerve(const gj_laid_table *t, page_lines page, size_t c, size_t m)
{
    size_t low[3] = { GJ_NOT_FOUND, GJ_NOT_FOUND, GJ_NOT_FOUND }, high[3] = { 0 };
    for (size_t l = page.first; l < page.end; l++) {
        const gj_laid_line *line = &t->lines.items[l];
        if (!is_full(t, line))
            continue;
        const gj_piece *p = &figures_of(t, line)[c];
        const size_t at[3] = { p->begin[m] * 2, p->end[m] * 2, p->begin[m] + p->end[m] };
        for (size_t i = 0; i < 3; i++) {
            low[i] = least(low[i], at[i]);
            high[i] = most(high[i], at[i]);
        }
    }
    size_t out = GJ_NOT_FOUND;
    for (size_t i = 0; i < 3 && low[0] != GJ_NOT_FOUND; i++)
        out = least(out, high[i] - low[i]);
    return out == GJ_NOT_FOUND ? 0 : out;
}

static void find_columns(const gj_laid_table *t, page_lines page, page_columns *out)
{
    bool any = false;
    for (size_t c = 0; c < t->width; c++) {
        out->low[c] = GJ_NOT_FOUND;
        out->high[c] = 0;
    }
    for (size_t l = page.first; l < page.end; l++) {
        const gj_laid_line *line = &t->lines.items[l];
        if (!is_full(t, line))
            continue;
        any = true;
        for (size_t c = 0; c < t->width; c++) {
            const gj_piece *p = &figures_of(t, line)[c];
            out->low[c] = least(out->low[c], p->begin[t->measure]);
            out->high[c] = most(out->high[c], p->end[t->measure]);
        }
    }
    out->ok = any;
    for (size_t c = 1; c < t->width; c++)
        out->ok = out->ok && out->high[c - 1] < out->low[c];
}

/* The columns that the piece reaches: how many, and the first. */
static size_t reached(const gj_laid_table *t, const page_columns *columns, const gj_piece *piece, size_t *first)
{
    size_t count = 0, m = t->measure;
    for (size_t c = 0; c < t->width; c++) {
        if (piece->end[m] <= columns->low[c] || piece->begin[m] >= columns->high[c])
            continue;
        if (!count++)
            *first = c;
    }
    return count;
}

static size_t apart(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

/* How far the words of lines without figures stand off the columns next to them: at the left, the right or the middle, added up. */
static size_t words_off(const gj_laid_table *t, page_lines page)
{
    page_columns columns;
    size_t sum = 0, m = t->measure;
    find_columns(t, page, &columns);
    for (size_t l = page.first; l < page.end && columns.ok; l++) {
        const gj_laid_line *line = &t->lines.items[l];
        for (size_t i = 0; i < line->count && !line->figures; i++) {
            const gj_piece *p = &t->pieces.items[line->first + i];
            size_t off = GJ_NOT_FOUND;
            for (size_t c = 0; c < t->width; c++) {
                off = least(off, apart(p->begin[m], columns.low[c]) * 2);
                off = least(off, apart(p->end[m], columns.high[c]) * 2);
                off = least(off, apart(p->begin[m] + p->end[m], columns.low[c] + columns.high[c]));
            }
            sum += off;
        }
    }
    return sum;
}

/* The measure in which the columns are straightest; among equals the one in which words stand over them best. */
static void choose_measure(gj_laid_table *t)
{
    size_t best = GJ_NOT_FOUND, best_words = 0, chosen = 0;
    for (t->measure = 0; t->measure < GJ_MEASURES; t->measure++) {
        size_t sum = 0, words = 0;
        for (page_lines page = { 0, 0 }; page.end < t->lines.count;) {
            page = page_at(t, page.end);
            for (size_t c = 0; c < t->width; c++)
                sum += swerve(t, page, c, t->measure);
            words += words_off(t, page);
        }
        if (sum > best || (sum == best && words >= best_words))
            continue;
        best = sum;
        best_words = words;
        chosen = t->measure;
    }
    t->measure = chosen;
}

/* The column whose middle is nearest. */
static size_t nearest(const gj_laid_table *t, const page_columns *columns, const gj_piece *piece)
{
    size_t middle = piece->begin[t->measure] + piece->end[t->measure], best = 0, distance = GJ_NOT_FOUND;
    for (size_t c = 0; c < t->width; c++) {
        size_t at = columns->low[c] + columns->high[c], far = at > middle ? at - middle : middle - at;
        if (far < distance) {
            distance = far;
            best = c;
        }
    }
    return best;
}

/* Give the pieces of a line their columns; false where that cannot be done. */
static bool place_line(const gj_laid_table *t, const page_columns *columns, const gj_laid_line *line, bool labels)
{
    gj_piece *pieces = &t->pieces.items[line->first];
    bool words = line->figures == 0;
    size_t last = GJ_NOT_FOUND;
    for (size_t i = 0; i < line->count; i++) {
        gj_piece *p = &pieces[i];
        size_t first = 0, count = reached(t, columns, p, &first);
        if (labels && (p->end[t->measure] <= columns->low[0] || (!p->figure && p->marked)))
            continue;
        if (p->figure && count != 1)
            return false;
        p->column = count ? first : nearest(t, columns, p);
        if (!words && last != GJ_NOT_FOUND && p->column <= last)
            return false;
        last = p->column;
    }
    return true;
}

static void place_full(const gj_laid_table *t, const gj_laid_line *line)
{
    gj_piece *figures = figures_of(t, line);
    for (size_t c = 0; c < t->width; c++)
        figures[c].column = c;
}

/* A single blank parted words for a closer look only: those of one column, or of one label, are one piece again. */
static void rejoin(gj_laid_table *t, gj_laid_line *line, const gj_cutting *labels)
{
    gj_piece *pieces = &t->pieces.items[line->first];
    size_t kept = 0;
    for (size_t i = 0; i < line->count; i++) {
        gj_piece *last = kept ? &pieces[kept - 1] : NULL;
        bool apart = !last || pieces[i].begin[0] - last->end[0] > 1 || pieces[i].column != last->column ||
                     (pieces[i].column == GJ_NOT_FOUND && (pieces[i].marked || is_start(labels, &pieces[i])));
        if (apart) {
            pieces[kept++] = pieces[i];
            continue;
        }
        last->span.end = pieces[i].span.end;
        memcpy(last->end, pieces[i].end, sizeof last->end);
    }
    line->count = kept;
}

static void place_page(gj_laid_table *t, page_lines page, const page_columns *columns, const gj_cutting *labels)
{
    for (size_t l = page.first; l < page.end; l++) {
        gj_laid_line *line = &t->lines.items[l];
        line->placed = is_full(t, line);
        if (line->placed)
            place_full(t, line);
        else if (columns->ok && !line->doubtful)
            line->placed = place_line(t, columns, line, t->labelled);
        for (size_t i = 0; i < line->count && !line->placed; i++)
            t->pieces.items[line->first + i].column = GJ_NOT_FOUND;
        if (!line->figures)
            rejoin(t, line, labels);
    }
}

/* The columns of the first page from line `first` on that has any: for the header that a page end parted from its figures. Words only
 * are placed by it: no figure stands on a page without full lines that could be. */
static void columns_after(const gj_laid_table *t, size_t first, page_columns *out)
{
    out->ok = false;
    for (page_lines page = { first, first }; page.end < t->lines.count && !out->ok;) {
        page = page_at(t, page.end);
        find_columns(t, page, out);
    }
}

static void place_all(gj_laid_table *t, const gj_cutting *labels)
{
    page_columns columns = { .ok = false };
    for (page_lines page = { 0, 0 }; page.end < t->lines.count;) {
        page = page_at(t, page.end);
        find_columns(t, page, &columns);
        bool figures = false;
        for (size_t l = page.first; l < page.end; l++)
            figures = figures || t->lines.items[l].figures;
        if (!columns.ok && !figures)
            columns_after(t, page.end, &columns);
        place_page(t, page, &columns, labels);
    }
}

/* Places at which labels begin that are not alone in it. */
static size_t label_starts(const gj_laid_table *t, size_t out[LABEL_STARTS])
{
    size_t count = 0, seen[LABEL_STARTS] = { 0 };
    for (size_t l = 0; l < t->lines.count; l++) {
        const gj_laid_line *line = &t->lines.items[l];
        for (size_t i = 0; i + line->figures < line->count; i++) {
            size_t begin = t->pieces.items[line->first + i].begin[t->measure], k = 0;
            while (k < count && out[k] != begin)
                k++;
            if (k == LABEL_STARTS || !line->figures)
                continue;
            if (k == count)
                out[count++] = begin;
            seen[k]++;
        }
    }
    size_t kept = 0;
    for (size_t k = 0; k < count; k++)
        if (seen[k] >= SEEN_ENOUGH)
            out[kept++] = out[k];
    return kept;
}

/* Cut the lines again: labels at the places where labels begin, words over the figures at every blank. */
static gj_status cut_again(gj_laid_table *t, const gj_cutting *labels)
{
    gj_cutting how = *labels;
    gj_pieces fresh = { 0 };
    for (size_t l = 0; l < t->lines.count; l++) {
        gj_laid_line *line = &t->lines.items[l];
        gj_slice whole = gj_source_line(t->source, line->number);
        size_t begin = whole.len ? (size_t)(whole.data - t->source->bytes.data) : 0, first = fresh.count;
        how.single = !line->figures && line->count > 1;
        GJ_TRY(gj_pieces_cut(t->arena, t->source->bytes, (gj_span){ begin, begin + whole.len }, &how, &fresh, t->err));
        line->first = first;
        line->count = fresh.count - first;
        line->figures = gj_pieces_figures(&fresh, first, fresh.count, &line->doubtful);
    }
    t->pieces = fresh;
    return GJ_OK;
}

gj_status gj_spaced_columns(gj_laid_table *t)
{
    t->width = 0;
    for (size_t l = 0; l < t->lines.count; l++)
        if (!t->lines.items[l].doubtful)
            t->width = most(t->width, t->lines.items[l].figures);
    if (!t->width || t->width > GJ_SPACED_COLUMNS)
        return GJ_OK;
    choose_measure(t);
    size_t starts[LABEL_STARTS];
    gj_cutting labels = { .starts = starts, .start_count = label_starts(t, starts), .measure = t->measure };
    GJ_TRY(cut_again(t, &labels));
    for (size_t l = 0; l < t->lines.count; l++) {
        const gj_laid_line *line = &t->lines.items[l];
        t->labelled = t->labelled || (line->figures && line->count > line->figures);
    }
    place_all(t, &labels);
    return GJ_OK;
}
