/* Lines to rows: a label broken over lines is put together again, and so each row has one line of figures.
 *
 * A label goes on in the next line where that line has words at the same place, without a number of their own, and the piece before
 * filled its column. Words further left are pieces of a merged cell that stands beside several rows: they are kept as that, and never
 * make a row. */
#include "spaced.h"

#define MAX_LABELS 6     /* label cells of one row; more are left to be one cell */
#define LABEL_PLACES 512 /* labels that begin further right are not put together */

/* The row under way. */
typedef struct open_row {
    size_t first_line, end_line; /* of table->lines */
    size_t figure_line;          /* GJ_NOT_FOUND: none yet */
    const gj_piece *own;         /* the last piece of its own label; NULL: it has none */
    size_t page;
} open_row;

typedef struct row_maker {
    gj_laid_table *t;
    gj_laid_rows *out;
    size_t labels; /* label cells of every placed row */
    GJ_LIST(open_row) rows;
    size_t page;               /* whose labels these are: */
    size_t edge[LABEL_PLACES]; /* how far right they reach, by where they begin */
} row_maker;

static gj_piece *piece_at(const row_maker *r, const gj_laid_line *line, size_t index)
{
    return &r->t->pieces.items[line->first + index];
}

/* Whether piece `index` of the line is one of its labels. */
static bool is_label(const row_maker *r, const gj_laid_line *line, size_t index)
{
    const gj_piece *p = piece_at(r, line, index);
    return p->column == GJ_NOT_FOUND && !(p->figure && index + line->figures >= line->count);
}

/* The line's last label piece. */
static const gj_piece *own_label(const row_maker *r, const gj_laid_line *line)
{
    const gj_piece *own = NULL;
    for (size_t i = 0; i < line->count; i++)
        if (is_label(r, line, i))
            own = piece_at(r, line, i);
    return own;
}

/* Whether there are words over the figures. */
static bool has_heads(const row_maker *r, const gj_laid_line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (piece_at(r, line, i)->column != GJ_NOT_FOUND)
            return true;
    return false;
}

static bool begin_alike(size_t a, size_t b)
{
    return a > b ? a - b <= 1 : b - a <= 1;
}

/* Note how far the labels of the page reach that begins at line `first`. */
static void note_edges(row_maker *r, size_t first)
{
    size_t m = r->t->measure;
    memset(r->edge, 0, sizeof r->edge);
    r->page = r->t->lines.items[first].page;
    for (size_t l = first; l < r->t->lines.count && r->t->lines.items[l].page == r->page; l++) {
        const gj_laid_line *line = &r->t->lines.items[l];
        for (size_t i = 0; i < line->count; i++) {
            const gj_piece *p = piece_at(r, line, i);
            if (is_label(r, line, i) && p->begin[m] < LABEL_PLACES && p->end[m] > r->edge[p->begin[m]])
                r->edge[p->begin[m]] = p->end[m];
        }
    }
}

/* Whether the label fills its column: no other that begins where it does reaches further. */
static bool is_filled(const row_maker *r, const gj_piece *label)
{
    size_t begin = label->begin[r->t->measure], edge = 0;
    if (begin + 1 >= LABEL_PLACES)
        return false;
    for (size_t at = begin ? begin - 1 : 0; at <= begin + 1; at++)
        edge = r->edge[at] > edge ? r->edge[at] : edge;
    return label->end[r->t->measure] + 1 >= edge;
}

/* Words over the figures make a row of their own: nothing goes on with it. */
static bool is_header(const row_maker *r, const open_row *row)
{
    return row->figure_line == GJ_NOT_FOUND && has_heads(r, &r->t->lines.items[row->first_line]);
}

/* Whether the line's own label goes on with the row's. */
static bool continues(const row_maker *r, const open_row *row, const gj_laid_line *line)
{
    const gj_piece *own = own_label(r, line);
    size_t m = r->t->measure;
    if (!own || !row->own || own->marked || is_header(r, row) || line->page != row->page ||
        (line->figures && row->figure_line != GJ_NOT_FOUND))
        return false;
    if (!line->figures && has_heads(r, line))
        return false;
    return begin_alike(own->begin[m], row->own->begin[m]) && is_filled(r, row->own);
}

/* Words without figures and without a number, left of the row's own label. */
static bool is_beside(const row_maker *r, const open_row *row, const gj_laid_line *line)
{
    const gj_piece *own = own_label(r, line);
    size_t m = r->t->measure;
    if (!own || line->figures || own->marked || !row->own || row->figure_line == GJ_NOT_FOUND ||
        line->page != row->page)
        return false;
    return !has_heads(r, line) && own->begin[m] + 1 < row->own->begin[m];
}

/* A line of figures alone stands beside a label that is not over yet. */
static bool stands_beside(const row_maker *r, const open_row *row, size_t index)
{
    const gj_laid_line *line = &r->t->lines.items[index];
    if (own_label(r, line) || !line->figures || row->figure_line != GJ_NOT_FOUND || is_header(r, row) ||
        index + 1 >= r->t->lines.count)
        return false;
    const gj_laid_line *next = &r->t->lines.items[index + 1];
    return !next->figures && continues(r, row, next);
}

static gj_status add_part(row_maker *r, gj_span span)
{
    gj_span *part = GJ_PUSH(r->t->arena, &r->out->parts);
    if (!part)
        return gj_fail_nomem(r->t->err);
    *part = span;
    r->out->cells.items[r->out->cells.count - 1].count++;
    return GJ_OK;
}

static gj_status add_cell(row_maker *r)
{
    gj_laid_cell *cell = GJ_PUSH(r->t->arena, &r->out->cells);
    if (!cell)
        return gj_fail_nomem(r->t->err);
    *cell = (gj_laid_cell){ r->out->parts.count, 0 };
    r->out->rows.items[r->out->rows.count - 1].count++;
    return GJ_OK;
}

/* The labels that are not the row's own, the line of figures first. */
static gj_status add_others(row_maker *r, const open_row *row, size_t *cells)
{
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t l = row->first_line; l < row->end_line; l++) {
            const gj_laid_line *line = &r->t->lines.items[l];
            const gj_piece *own = own_label(r, line);
            bool beside = row->own && own && own->begin[r->t->measure] + 1 < row->own->begin[r->t->measure];
            if ((pass == 0) != (l == row->figure_line || (row->figure_line == GJ_NOT_FOUND && l == row->first_line)))
                continue;
            for (size_t i = 0; i < line->count; i++) {
                const gj_piece *p = piece_at(r, line, i);
                if (!is_label(r, line, i) || (p == own && !beside))
                    continue;
                if (*cells + 1 < r->labels || !*cells) {
                    GJ_TRY(add_cell(r));
                    ++*cells;
                }
                GJ_TRY(add_part(r, p->span));
            }
        }
    return GJ_OK;
}

static gj_status add_own(row_maker *r, const open_row *row, size_t *cells)
{
    if (!row->own)
        return GJ_OK;
    GJ_TRY(add_cell(r));
    ++*cells;
    for (size_t l = row->first_line; l < row->end_line; l++) {
        const gj_piece *own = own_label(r, &r->t->lines.items[l]);
        if (own && own->begin[r->t->measure] + 1 >= row->own->begin[r->t->measure])
            GJ_TRY(add_part(r, own->span));
    }
    return GJ_OK;
}

/* The values: one cell a column where the line was placed, else one a piece. */
static gj_status add_values(row_maker *r, const gj_laid_line *line)
{
    size_t next = 0;
    for (size_t i = 0; i < line->count; i++) {
        const gj_piece *p = piece_at(r, line, i);
        if (is_label(r, line, i))
            continue;
        for (; line->placed && p->column != GJ_NOT_FOUND && next < p->column; next++)
            GJ_TRY(add_cell(r));
        if (!line->placed || p->column == GJ_NOT_FOUND || p->column >= next) {
            GJ_TRY(add_cell(r));
            next++;
        }
        GJ_TRY(add_part(r, p->span)); /* two words over one column are one cell */
    }
    for (; line->placed && next < r->t->width; next++)
        GJ_TRY(add_cell(r));
    return GJ_OK;
}

/* `count` blank cells before those of the row made last. */
static gj_status pad_front(row_maker *r, size_t count)
{
    gj_laid_row *row = &r->out->rows.items[r->out->rows.count - 1];
    size_t had = row->count;
    for (size_t i = 0; i < count; i++)
        GJ_TRY(add_cell(r));
    gj_laid_cell *cells = &r->out->cells.items[row->first];
    memmove(cells + count, cells, had * sizeof *cells);
    for (size_t i = 0; i < count; i++)
        cells[i] = (gj_laid_cell){ .count = 0 };
    return GJ_OK;
}

/* Labels alone get no blank cells for figures: blanks between words and figures that stand elsewhere are no blank cells. */
static gj_status add_row(row_maker *r, const open_row *row)
{
    gj_laid_table *t = r->t;
    const gj_laid_line *line = &t->lines.items[row->figure_line == GJ_NOT_FOUND ? row->first_line : row->figure_line];
    gj_laid_row *made = GJ_PUSH(t->arena, &r->out->rows);
    if (!made)
        return gj_fail_nomem(t->err);
    const gj_laid_line *first = &t->lines.items[row->first_line], *last = &t->lines.items[row->end_line - 1];
    gj_span span = { t->pieces.items[first->first].span.begin,
                     t->pieces.items[last->first + last->count - 1].span.end };
    *made = (gj_laid_row){ .first = r->out->cells.count,
                           .span = span,
                           .last_line = last->number,
                           .figures = row->figure_line != GJ_NOT_FOUND };
    size_t cells = 0;
    bool placed = line->placed && (line->figures || has_heads(r, line));
    GJ_TRY(add_others(r, row, &cells));
    GJ_TRY(add_own(r, row, &cells));
    if (placed && cells < r->labels)
        GJ_TRY(pad_front(r, r->labels - cells));
    if (line->placed ? placed : line->count > 0)
        GJ_TRY(add_values(r, line));
    /* A line without columns must not look like one that has them. */
    size_t count = r->out->rows.items[r->out->rows.count - 1].count;
    return !placed && count == r->labels + t->width ? pad_front(r, 1) : GJ_OK;
}

/* One or two characters of a label that is set upright beside many rows. */
static bool is_scrap(const gj_piece *label)
{
    return !label->marked && label->end[0] - label->begin[0] <= 2;
}

/* A line of figures without a label of its own, and a numbered label without figures, one right after the other: each other's. */
static bool are_one(const row_maker *r, const open_row *a, const open_row *b)
{
    const open_row *figures = a->figure_line != GJ_NOT_FOUND ? a : b, *label = figures == a ? b : a;
    return a->page == b->page && figures->figure_line != GJ_NOT_FOUND && label->figure_line == GJ_NOT_FOUND &&
           (!figures->own || is_scrap(figures->own)) && label->own && label->own->marked &&
           !has_heads(r, &r->t->lines.items[label->first_line]);
}

static bool is_whole(const open_row *row)
{
    return row->figure_line != GJ_NOT_FOUND && row->own && !is_scrap(row->own);
}

/* Figures set off by a line from their label: only where both neighbours are whole, so that nothing else could be meant. */
static void pair_rows(row_maker *r)
{
    size_t kept = 0;
    for (size_t i = 0; i < r->rows.count; i++) {
        open_row row = r->rows.items[i];
        bool alone = i + 1 < r->rows.count && (!kept || is_whole(&r->rows.items[kept - 1])) &&
                     (i + 2 >= r->rows.count || is_whole(&r->rows.items[i + 2]));
        if (alone && are_one(r, &row, &r->rows.items[i + 1])) {
            const open_row *next = &r->rows.items[++i];
            row.end_line = next->end_line;
            row.own = row.figure_line == GJ_NOT_FOUND ? row.own : next->own;
            row.figure_line = row.figure_line == GJ_NOT_FOUND ? next->figure_line : row.figure_line;
        }
        r->rows.items[kept++] = row;
    }
    r->rows.count = kept;
}

static gj_status close_row(row_maker *r, const open_row *row)
{
    open_row *added = GJ_PUSH(r->t->arena, &r->rows);
    if (!added)
        return gj_fail_nomem(r->t->err);
    *added = *row;
    return GJ_OK;
}

/* The most label cells that a row will have. */
static size_t count_labels(const row_maker *r)
{
    size_t most = 1;
    if (!r->t->labelled)
        return 0;
    for (size_t l = 0; l < r->t->lines.count; l++) {
        size_t count = 0;
        for (size_t i = 0; i < r->t->lines.items[l].count; i++)
            count += is_label(r, &r->t->lines.items[l], i);
        most = count > most ? count : most;
    }
    return most + 1 < MAX_LABELS ? most + 1 : MAX_LABELS;
}

static void begin_row(const row_maker *r, open_row *row, size_t index)
{
    const gj_laid_line *line = &r->t->lines.items[index];
    *row = (open_row){ index, index + 1, line->figures ? index : GJ_NOT_FOUND, own_label(r, line), line->page };
}

static gj_status make_rows(row_maker *r)
{
    gj_laid_table *t = r->t;
    open_row row;
    begin_row(r, &row, 0);
    note_edges(r, 0);
    for (size_t l = 1; l < t->lines.count; l++) {
        const gj_laid_line *line = &t->lines.items[l];
        if (line->page != r->page)
            note_edges(r, l);
        bool goes_on = continues(r, &row, line);
        if (!goes_on && !is_beside(r, &row, line) && !stands_beside(r, &row, l)) {
            GJ_TRY(close_row(r, &row));
            begin_row(r, &row, l);
            continue;
        }
        if (goes_on)
            row.own = own_label(r, line);
        if (line->figures)
            row.figure_line = l;
        row.end_line = l + 1;
    }
    return close_row(r, &row);
}

gj_status gj_spaced_rows(gj_laid_table *t, gj_laid_rows *out)
{
    if (!t->lines.count)
        return GJ_OK;
    row_maker *r = GJ_NEW(t->arena, row_maker);
    if (!r)
        return gj_fail_nomem(t->err);
    *r = (row_maker){ .t = t, .out = out };
    r->labels = count_labels(r);
    GJ_TRY(make_rows(r));
    pair_rows(r);
    for (size_t i = 0; i < r->rows.count; i++)
        GJ_TRY(add_row(r, &r->rows.items[i]));
    return GJ_OK;
}
