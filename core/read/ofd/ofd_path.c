/* The straight lines and the filled rectangles of a path (AbbreviatedData): tables are drawn with either. */
#include "ofd.h"

#define CORNERS 5 /* of a rectangle, back at the first */

typedef struct path {
    gj_ofd *ofd;
    gj_arena *arena;
    const gj_ofd_object *object;
    gj_ofd_marks *marks;
    bool strokes, fills; /* so that one sees it */
    double start[2], at[2];
    double corners[CORNERS][2]; /* of the piece that is drawn */
    size_t count;
    bool curved;
} path;

static bool is_seen(bool painted, gj_ofd_tone tone)
{
    return painted && (tone == GJ_OFD_UNSET || tone == GJ_OFD_DARK);
}

static gj_status add(path *p, gj_ofd_kind kind, const double points[6])
{
    return gj_ofd_mark_add(p->ofd, p->arena, p->marks, p->object, (gj_ofd_mark){ .kind = (unsigned char)kind }, points);
}

/* What is filled is a bar where all its corners are corners of the box around it. */
static gj_status end_piece(path *p)
{
    double low[2], high[2];
    bool bar = p->fills && !p->curved && p->count >= CORNERS - 1 && p->count <= CORNERS;
    for (size_t k = 0; k < 2 && bar; k++) {
        low[k] = high[k] = p->corners[0][k];
        for (size_t i = 1; i < p->count; i++) {
            low[k] = p->corners[i][k] < low[k] ? p->corners[i][k] : low[k];
            high[k] = p->corners[i][k] > high[k] ? p->corners[i][k] : high[k];
        }
        for (size_t i = 0; i < p->count; i++)
            bar = bar && (p->corners[i][k] == low[k] || p->corners[i][k] == high[k]);
    }
    p->count = 0;
    p->curved = false;
    if (!bar)
        return GJ_OK;
    double points[6] = { low[0], low[1], high[0], low[1], low[0], high[1] };
    return add(p, GJ_OFD_BAR, points);
}

static void reach(path *p, double x, double y)
{
    p->at[0] = x;
    p->at[1] = y;
    if (p->count < CORNERS) {
        p->corners[p->count][0] = x;
        p->corners[p->count][1] = y;
    }
    p->count++;
}

static gj_status move_to(path *p, double x, double y)
{
    GJ_TRY(end_piece(p));
    p->start[0] = x;
    p->start[1] = y;
    reach(p, x, y);
    return GJ_OK;
}

static gj_status line_to(path *p, double x, double y)
{
    double points[6] = { p->at[0], p->at[1], x, y, p->at[0], p->at[1] };
    if (p->strokes)
        GJ_TRY(add(p, GJ_OFD_STROKE, points));
    reach(p, x, y);
    return GJ_OK;
}

static gj_status close_piece(path *p)
{
    double x = p->start[0], y = p->start[1];
    if (p->count && (p->at[0] != x || p->at[1] != y))
        GJ_TRY(line_to(p, x, y));
    return end_piece(p);
}

static gj_status draw(path *p, char command, const double *n)
{
    switch (command) {
    case 'S':
    case 'M':
        return move_to(p, n[0], n[1]);
    case 'L':
        return line_to(p, n[0], n[1]);
    case 'Q':
    case 'B':
    case 'A':
        p->curved = true;
        reach(p, n[command == 'Q' ? 2 : command == 'B' ? 4 : 5], n[command == 'Q' ? 3 : command == 'B' ? 5 : 6]);
        return GJ_OK;
    default:
        return close_piece(p);
    }
}

/* How many numbers a command takes; -1: it is none. */
static int numbers_of(char command)
{
    static const char commands[] = "SMLQBAC";
    static const int numbers[] = { 2, 2, 2, 4, 6, 7, 0 };
    const char *found = command ? strchr(commands, command) : NULL;
    return found ? numbers[found - commands] : -1;
}

/* GJ_INPUT where it is no path. A command that is left out is the last one again. */
static gj_status draw_all(path *p, gj_slice data)
{
    char command = '\0';
    for (;;) {
        double n[7] = { 0 };
        bool more = true;
        data = gj_slice_trim(data);
        if (!data.len)
            return end_piece(p);
        bool letter = (data.data[0] >= 'A' && data.data[0] <= 'Z') || (data.data[0] >= 'a' && data.data[0] <= 'z');
        if (letter) {
            command = data.data[0];
            data = gj_slice_sub(data, 1, data.len);
        }
        int count = numbers_of(command);
        if (count < 0 || (!letter && count == 0))
            return GJ_INPUT;
        for (int i = 0; i < count && more; i++)
            GJ_TRY(gj_ofd_number(p->ofd, &data, &n[i], &more));
        if (!more)
            return GJ_INPUT;
        GJ_TRY(draw(p, command, n));
    }
}

gj_status gj_ofd_path(gj_ofd *ofd, gj_arena *arena, const gj_ofd_object *object, gj_slice data, gj_ofd_marks *marks)
{
    static const double nowhere[6] = { 0 };
    path p = { .ofd = ofd,
               .arena = arena,
               .object = object,
               .marks = marks,
               .strokes = is_seen(object->strokes, object->stroke),
               .fills = is_seen(object->fills, object->fill) };
    if (!p.strokes && !p.fills)
        return GJ_OK;
    gj_status status = draw_all(&p, data);
    if (status != GJ_INPUT)
        return status;
    marks->count = object->first;
    return add(&p, GJ_OFD_ODD, nowhere);
}
