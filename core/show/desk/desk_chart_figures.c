/* desk_chart_figures.c - a figure of every unit beside those of its peers: a row for each level and kind, a point a unit, on a scale of powers of ten, for
 * units differ in size. A diamond is what the ruleset's own rule found far from all others. */
#include <stdlib.h>

#include "desk_chart.h"

#define WIDTH 960
#define LEFT 200.0
#define RIGHT 930.0
#define RADIUS 4.0
#define STEP 7.0
#define TALLEST 8

typedef struct point {
    gj_slice level, kind;
    gj_decimal value;
    size_t unit;
    bool far;
    double x;
} point;

static int in_order(const void *a, const void *b)
{
    const point *x = a, *y = b;
    int order = gj_slice_compare(x->level, y->level);
    order = order ? order : gj_slice_compare(x->kind, y->kind);
    if (order)
        return order;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

/* Where a value stands between 0 and 10^`powers`: a tenth of the way for 0 to 1, then an equal part for each power of ten, straight within it. No logarithm,
 * so that the same bytes come out of every library. */
static double place_of(gj_decimal value, int powers)
{
    double number = (double)value / (double)GJ_ONE, low = 1, at = 0;
    double part = (RIGHT - LEFT - 40) / (double)powers;
    if (number <= 0)
        return LEFT + 10;
    if (number < 1)
        return LEFT + 10 + 30 * number;
    while (number >= low * 10 && at + 1 < powers) {
        low *= 10;
        at++;
    }
    double within = (number - low) / (low * 9);
    return LEFT + 40 + part * (at + (within > 1 ? 1 : within * (2 - within)));
}

static int powers_of(const point *points, size_t count)
{
    gj_decimal most = 0, top = GJ_ONE * 10;
    int powers = 1;
    for (size_t i = 0; i < count; i++)
        most = points[i].value > most ? points[i].value : most;
    for (; top < most && powers < 12; powers++)
        top *= 10;
    return powers;
}

/* Units with one report that has the figure. */
static point *gather(const gj_desk_page *p, const gj_desk_figure *figure, size_t *count)
{
    point *points = GJ_ARRAY(p->arena, p->c->unit_count, point);
    *count = 0;
    for (size_t i = 0; points && i < p->c->unit_count; i++) {
        const gj_unit *unit = &p->c->units[i];
        const gj_record_cell *cell = unit->member_count == 1 && !unit->is_aggregate
                                         ? gj_record_cell_by_path(&p->c->members[unit->members[0]].record, figure->cell)
                                         : NULL;
        if (cell && gj_record_cell_known(cell))
            points[(*count)++] = (point){ .level = unit->level,
                                          .kind = unit->kind,
                                          .value = cell->value,
                                          .unit = i,
                                          .far = gj_desk_is_outlier(p->desk, p->collected, i, figure->cell) };
    }
    if (*count)
        qsort(points, *count, sizeof *points, in_order);
    return points;
}

static size_t row_end(const point *points, size_t count, size_t begin)
{
    size_t end = begin;
    while (end < count && gj_slice_equal(points[end].level, points[begin].level) &&
           gj_slice_equal(points[end].kind, points[begin].kind))
        end++;
    return end;
}

/* Points that would cover one another stand above one another: the lowest lane that is free at x; past TALLEST they cover. */
static size_t lane_at(double free_from[TALLEST], double x)
{
    size_t lane = 0;
    while (lane + 1 < TALLEST && free_from[lane] > x)
        lane++;
    free_from[lane] = x + 2 * RADIUS;
    return lane;
}

/* Lanes that the points of a row take. */
static size_t lanes_of(const point *points, size_t begin, size_t end)
{
    double free_from[TALLEST] = { 0 };
    size_t most = 0;
    for (size_t i = begin; i < end; i++) {
        size_t lane = lane_at(free_from, points[i].x);
        most = lane > most ? lane : most;
    }
    return most + 1;
}

static double row_height(const point *points, size_t begin, size_t end)
{
    return (double)lanes_of(points, begin, end) * STEP + 22;
}

static void row(const gj_desk_page *p, const point *points, size_t begin, size_t end, double base)
{
    gj_slice level = gj_word_issuer(points[begin].level, p->lang), kind = gj_word_issuer(points[begin].kind, p->lang);
    gj_slice label = gj_arena_format(p->arena, "%.*s %.*s %zu", GJ_ARG(level), GJ_ARG(kind), end - begin);
    double free_from[TALLEST] = { 0 };
    gj_chart_text(p, "label", LEFT - 8, base + 4, label);
    gj_chart_line(p, "axis", LEFT, base + RADIUS + 2, RIGHT, base + RADIUS + 2);
    for (size_t i = begin; i < end; i++) {
        char value[24];
        size_t length = gj_decimal_print(points[i].value, value);
        double y = base - (double)lane_at(free_from, points[i].x) * STEP;
        gj_slice name = p->c->units[points[i].unit].name;
        gj_chart_dot(p, points[i].far ? "dot error" : "dot info", points[i].x, y, RADIUS, points[i].far, name, value);
        if (points[i].far) {
            gj_slice said = gj_arena_format(p->arena, "%.*s %.*s", GJ_ARG(name), (int)length, value);
            bool right = points[i].x > (LEFT + RIGHT) / 2;
            gj_chart_text(p, right ? "far left" : "far", points[i].x + (right ? -10 : 10), y + 4, said);
        }
    }
}

static void scale_marks(const gj_desk_page *p, int powers, double bottom)
{
    gj_decimal value = GJ_ONE;
    gj_chart_text(p, "tick middle", LEFT + 10, bottom + 14, GJ_LIT("0"));
    for (int i = 0; i <= powers; i++, value *= 10) {
        char text[24];
        double x = place_of(value, powers);
        size_t length = gj_decimal_print(value, text);
        gj_chart_line(p, "grid", x, 6, x, bottom);
        gj_chart_text(p, "tick middle", x, bottom + 14, (gj_slice){ text, length });
    }
}

static void table(const gj_desk_page *p, const gj_desk_figure *figure, const point *points, size_t count)
{
    static const char *const words[][2] = { { "单位", "Unit" },    { "级别", "Level" },  { "类型", "Kind" },
                                            { "#数值", "#Value" }, { "备注", "Remark" }, { NULL, NULL } };
    gj_slice caption = gj_say(figure->name, p->lang);
    gj_slice copy = gj_arena_copy(p->arena, caption);
    gj_chart_table_open(p, copy.data ? copy.data : "");
    gj_desk_heads(p, words);
    for (size_t i = 0; i < count; i++) {
        char value[24];
        (void)gj_decimal_print(points[i].value, value);
        gj_buffer_text(p->out, "<tr><th scope=\"row\">");
        gj_desk_link_unit(p, points[i].unit);
        gj_buffer_text(p->out, "</th><td>");
        gj_desk_text(p, gj_word_issuer(points[i].level, p->lang));
        gj_buffer_text(p->out, "</td><td>");
        gj_desk_text(p, gj_word_issuer(points[i].kind, p->lang));
        gj_buffer_format(p->out, "</td><td class=\"n\">%s</td><td>%s</td></tr>\n", value,
                         points[i].far ? GJ_PICK(p->lang, "◆ 远离同类", "◆ far from its peers") : "");
    }
    gj_chart_end(p);
}

/* What a diamond means is said by the rule that found it, whatever ruleset it is of. */
static void legend(const gj_desk_page *p)
{
    const gj_rule *rule = p->desk->outliers.len ? gj_ruleset_rule(p->options->ruleset, p->desk->outliers) : NULL;
    gj_buffer_format(p->out, "<h3>%s</h3>\n<p class=\"lead\">%s",
                     GJ_PICK(p->lang, "各单位的数与同类单位", "Figures of units beside their peers"),
                     GJ_PICK(p->lang,
                             "一个点一个单位，同级同类的在一行，行首是单位数；向右每格大十倍。指着点看单位和数。",
                             "A point a unit, those of one level and kind in a row; each step to the right is ten "
                             "times as much. Point at one for its unit. "));
    if (rule) {
        gj_buffer_format(p->out, GJ_PICK(p->lang, "◆ 由规则 %.*s 指出：", "A diamond is what rule %.*s found: "),
                         GJ_ARG(rule->id));
        gj_desk_say(p, rule->explain);
    }
    gj_buffer_text(p->out, "</p>\n");
}

static void chart(const gj_desk_page *p, const gj_desk_figure *figure, size_t number)
{
    size_t count;
    point *points = gather(p, figure, &count);
    double height = 8, base = 8;
    gj_slice id = gj_arena_format(p->arena, "cv%zu", number),
             title = gj_arena_copy(p->arena, gj_say(figure->name, p->lang));
    if (!points || !count || !id.data || !title.data)
        return;
    int powers = powers_of(points, count);
    for (size_t i = 0; i < count; i++)
        points[i].x = place_of(points[i].value, powers);
    for (size_t begin = 0; begin < count; begin = row_end(points, count, begin))
        height += row_height(points, begin, row_end(points, count, begin));
    gj_chart_open(p, id.data, title.data, NULL, WIDTH, (int)height + 22);
    scale_marks(p, powers, height);
    for (size_t begin = 0, end; begin < count; begin = end) {
        end = row_end(points, count, begin);
        base += row_height(points, begin, end);
        row(p, points, begin, end, base - 10);
    }
    gj_chart_shut(p);
    table(p, figure, points, count);
}

void gj_chart_figures(gj_desk_page *p)
{
    size_t begun, number = 0;
    for (size_t i = 0; i < p->desk->figure_count; i++)
        number += p->desk->figures[i].drawn;
    if (!number)
        return;
    legend(p);
    begun = p->out->len;
    for (size_t i = 0; i < p->desk->figure_count; i++)
        if (p->desk->figures[i].drawn)
            chart(p, &p->desk->figures[i], i + 1);
    if (p->out->len == begun)
        gj_buffer_format(p->out, "<p>%s</p>\n",
                         GJ_PICK(p->lang, "没有一个单位的报告有这些数。", "No unit's report has these figures."));
}
