/* desk_chart_dates.c - when each report was published, against the day until when it was to be: a row for each deadline, a point a report, points of one
 * day above one another. */
#include <stdlib.h>

#include "desk_chart.h"

#define WIDTH 960
#define LEFT 200.0
#define RIGHT 930.0
#define RADIUS 4.0
#define STEP 9.0    /* of points above one another */
#define TALLEST 24  /* of points; higher stacks are pressed together */
#define EARLIEST 62 /* days before the year's end; what lies outside stands at the edge */

typedef struct point {
    gj_slice due; /* YYYY-MM-DD */
    gj_slice day;
    long at; /* days since the end of the collection's year, within the scale */
    gj_timeliness kept;
    gj_desk_line line;
} point;

typedef struct scale {
    long first, last;
} scale;

static double x_of(const scale *s, long day)
{
    return LEFT + (RIGHT - LEFT) * (double)(day - s->first) / (double)(s->last - s->first);
}

static int in_order(const void *a, const void *b)
{
    const point *x = a, *y = b;
    int order = gj_slice_compare(x->due, y->due);
    if (order)
        return order;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (x->line.member > y->line.member) - (x->line.member < y->line.member);
}

/* Reports with a date and a deadline. */
static point *gather(const gj_desk_page *p, long origin, size_t *count)
{
    point *points = GJ_ARRAY(p->arena, p->line_count, point);
    *count = 0;
    for (size_t i = 0; points && i < p->line_count; i++) {
        gj_desk_line line = p->lines[i];
        long late;
        if (line.member == GJ_NOT_FOUND || line.unit == GJ_NOT_FOUND)
            continue;
        const gj_record *r = &p->c->members[line.member].record;
        gj_timeliness kept = gj_desk_timeliness(p->desk, p->c, line.unit, r, &late);
        if (kept == GJ_TIME_UNKNOWN)
            continue;
        points[(*count)++] = (point){ .due = gj_slice_of(p->desk->due[line.unit].date),
                                      .day = gj_desk_day(r),
                                      .at = gj_desk_days(gj_desk_day(r)) - origin,
                                      .kept = kept,
                                      .line = line };
    }
    if (*count)
        qsort(points, *count, sizeof *points, in_order);
    return points;
}

/* From the first to the last date, with some room, but not past what a late report could be. */
static scale scale_of(const point *points, size_t count, long origin)
{
    scale s = { 0, 95 };
    for (size_t i = 0; i < count; i++) {
        long due = gj_desk_days(points[i].due) - origin;
        s.first = points[i].at < s.first ? points[i].at : s.first;
        s.last = points[i].at > s.last && points[i].kept != GJ_TIME_AGAIN ? points[i].at : s.last;
        s.last = due > s.last ? due : s.last;
    }
    s.first = s.first < -EARLIEST ? -EARLIEST : s.first;
    s.first -= 3;
    s.last += 6;
    return s;
}

static size_t tallest(const point *points, size_t begin, size_t end)
{
    size_t most = 0, run = 0;
    for (size_t i = begin; i < end; i++) {
        run = i > begin && points[i].at == points[i - 1].at ? run + 1 : 1;
        most = run > most ? run : most;
    }
    return most;
}

static size_t row_end(const point *points, size_t count, size_t begin)
{
    size_t end = begin;
    while (end < count && gj_slice_equal(points[end].due, points[begin].due))
        end++;
    return end;
}

static double row_height(const point *points, size_t begin, size_t end)
{
    size_t most = tallest(points, begin, end);
    return (double)(most < TALLEST ? most : TALLEST) * STEP + 34;
}

static void row(const gj_desk_page *p, const scale *s, const point *points, size_t begin, size_t end, double base,
                long origin)
{
    size_t most = tallest(points, begin, end), run = 0;
    double step = most > TALLEST ? STEP * TALLEST / (double)most : STEP, height = row_height(points, begin, end);
    double due = x_of(s, gj_desk_days(points[begin].due) - origin);
    gj_slice label = gj_arena_format(p->arena, GJ_PICK(p->lang, "%.*s 前，%zu 份", "by %.*s: %zu"),
                                     GJ_ARG(points[begin].due), end - begin);
    gj_chart_text(p, "label", LEFT - 8, base - 4, label);
    gj_chart_line(p, "axis", LEFT, base + RADIUS + 2, RIGHT, base + RADIUS + 2);
    gj_chart_line(p, "due", due, base - height + 24, due, base + RADIUS + 2);
    for (size_t i = begin; i < end; i++) {
        static const char *const classes[] = { "", "dot clean", "dot error", "dot review", "dot warning" };
        char day[11] = "";
        long at = points[i].at < s->first ? s->first : points[i].at > s->last ? s->last : points[i].at;
        run = i > begin && points[i].at == points[i - 1].at ? run + 1 : 0;
        memcpy(day, points[i].day.data, points[i].day.len < 10 ? points[i].day.len : 10);
        gj_chart_dot(p, classes[points[i].kept], x_of(s, at), base - (double)run * step, RADIUS,
                     points[i].kept != GJ_TIME_KEPT, gj_desk_name(p, points[i].line), day);
    }
}

/* First days of months, by their date. */
static void months(const gj_desk_page *p, const scale *s, long origin, double bottom)
{
    for (int month = -1; month <= 20; month++) {
        int year = p->c->year + (month <= 0 ? 0 : 1 + (month - 1) / 12),
            of_year = month <= 0 ? 12 + month : (month - 1) % 12 + 1;
        gj_slice date = gj_arena_format(p->arena, "%04d-%02d-01", year, of_year);
        if (!date.data)
            return;
        long at = gj_desk_days(date) - origin;
        if (at < s->first || at > s->last)
            continue;
        gj_chart_line(p, "grid", x_of(s, at), 10, x_of(s, at), bottom);
        gj_chart_text(p, "tick", x_of(s, at) + 3, bottom + 4, gj_slice_sub(date, of_year == 1 ? 0 : 5, date.len));
    }
}

static void table(const gj_desk_page *p, const point *points, size_t count)
{
    static const char *const words[][2] = { { "单位", "Unit" },
                                            { "发布", "Published" },
                                            { "截止", "Deadline" },
                                            { "#迟（天）", "#Days late" },
                                            { NULL, NULL } };
    gj_chart_table_open(p, GJ_PICK(p->lang, "各单位发布的日期和截止日期", "Dates of publication and deadlines"));
    gj_desk_heads(p, words);
    for (size_t i = 0; i < count; i++) {
        long late = gj_desk_days(points[i].day) - gj_desk_days(points[i].due);
        gj_buffer_text(p->out, "<tr><th scope=\"row\">");
        gj_desk_link(p, points[i].line);
        gj_buffer_text(p->out, "</th><td>");
        gj_desk_text(p, points[i].day);
        gj_buffer_text(p->out, "</td><td>");
        gj_desk_text(p, points[i].due);
        gj_buffer_format(p->out, "</td><td class=\"n\">%ld</td></tr>\n", late > 0 ? late : 0);
    }
    gj_chart_end(p);
}

void gj_chart_dates(gj_desk_page *p)
{
    size_t count;
    gj_slice eve = gj_arena_format(p->arena, "%04d-12-31", p->c->year);
    long origin = eve.data && p->c->year ? gj_desk_days(eve) : 0;
    point *points = p->c->year ? gather(p, origin, &count) : NULL;
    if (!points || !count)
        return;
    scale s = scale_of(points, count, origin);
    double height = 10;
    for (size_t begin = 0; begin < count; begin = row_end(points, count, begin))
        height += row_height(points, begin, row_end(points, count, begin));
    gj_chart_open(p, "cd", GJ_PICK(p->lang, "按时发布了吗", "Were they in time"),
                  GJ_PICK(p->lang,
                          "一个点一份报告，横向是发布（没有的看落款）的日期，竖线是截止日期；○ 按时，◆ "
                          "迟报、太早或者像是重新发布。指着点看单位。",
                          "A point a report by its date of publication (else signature), the upright line is the "
                          "deadline; round: in time, diamond: late, too early, or posted again."),
                  WIDTH, (int)height + 24);
    months(p, &s, origin, height + 8);
    double base = 10;
    for (size_t begin = 0, end; begin < count; begin = end) {
        end = row_end(points, count, begin);
        base += row_height(points, begin, end);
        row(p, &s, points, begin, end, base - 14, origin);
    }
    gj_chart_shut(p);
    table(p, points, count);
}
