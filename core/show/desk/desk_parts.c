/* desk_parts.c - what the parts of the county page share: sections, tables, names, links, words. */
#include "../escape.h"
#include "desk_page.h"

void gj_desk_text(const gj_desk_page *p, gj_slice text)
{
    gj_escape_html(p->out, text);
}

void gj_desk_say(const gj_desk_page *p, gj_words words)
{
    gj_escape_html(p->out, gj_say(words, p->lang));
}

void gj_desk_open(const gj_desk_page *p, const char *id, const char *class, const char *heading)
{
    gj_buffer_format(p->out,
                     "<section class=\"panel %s\" id=\"%s\" aria-labelledby=\"%s-h\">\n<h2 id=\"%s-h\">%s</h2>\n",
                     class, id, id, id, heading);
}

void gj_desk_close(const gj_desk_page *p)
{
    gj_buffer_text(p->out, "</section>\n");
}

void gj_desk_table_open(const gj_desk_page *p, const char *class, const char *caption)
{
    gj_buffer_text(p->out, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    gj_desk_text(p, gj_slice_of(caption));
    gj_buffer_format(p->out, "\"><table class=\"%s\">\n<caption>", class);
    gj_desk_text(p, gj_slice_of(caption));
    gj_buffer_text(p->out, "</caption>\n");
}

void gj_desk_table_close(const gj_desk_page *p)
{
    gj_buffer_text(p->out, "</tbody></table></div>\n");
}

void gj_desk_head(const gj_desk_page *p, gj_words words)
{
    gj_slice word = gj_say(words, p->lang);
    bool number = gj_slice_starts(word, GJ_LIT("#"));
    gj_buffer_format(p->out, "<th scope=\"col\"%s>", number ? " class=\"n\"" : "");
    gj_desk_text(p, gj_slice_sub(word, number, word.len));
    gj_buffer_text(p->out, "</th>");
}

void gj_desk_heads(const gj_desk_page *p, const char *const (*words)[2])
{
    gj_buffer_text(p->out, "<thead><tr>");
    for (; (*words)[0]; words++)
        gj_desk_head(p, (gj_words){ gj_slice_of((*words)[0]), gj_slice_of((*words)[1]) });
    gj_buffer_text(p->out, "</tr></thead>\n<tbody>\n");
}

gj_slice gj_desk_name(const gj_desk_page *p, gj_desk_line line)
{
    if (line.unit != GJ_NOT_FOUND)
        return p->c->units[line.unit].name;
    const gj_record *r = &p->c->members[line.member].record;
    return r->name.len ? r->name : gj_slice_sub(r->path, p->folder.len, r->path.len);
}

void gj_desk_anchor(const gj_desk_page *p, gj_desk_line line)
{
    if (line.unit != GJ_NOT_FOUND)
        gj_buffer_format(p->out, "u%zu", line.unit + 1);
    else
        gj_buffer_format(p->out, "n%zu", line.member + 1);
}

void gj_desk_link(const gj_desk_page *p, gj_desk_line line)
{
    gj_buffer_text(p->out, "<a href=\"#");
    gj_desk_anchor(p, line);
    gj_buffer_text(p->out, "\">");
    gj_desk_text(p, gj_desk_name(p, line));
    gj_buffer_text(p->out, "</a>");
}

/* Units that are only of other years are not on the page. */
void gj_desk_link_unit(const gj_desk_page *p, size_t unit)
{
    const gj_unit *u = &p->c->units[unit];
    if (u->entry || u->member_count)
        gj_desk_link(p, (gj_desk_line){ unit, GJ_NOT_FOUND });
    else
        gj_desk_text(p, u->name);
}

void gj_desk_link_units(const gj_desk_page *p, const size_t *units, size_t count, size_t most)
{
    for (size_t i = 0; i < count && i < most; i++) {
        gj_buffer_text(p->out, i ? GJ_PICK(p->lang, "、", ", ") : "");
        gj_desk_link_unit(p, units[i]);
    }
    if (count > most)
        gj_buffer_format(p->out, GJ_PICK(p->lang, " 等 %zu 个", " and %zu more"),
                         p->lang == GJ_EN ? count - most : count);
}

gj_desk_line gj_desk_line_of(const gj_desk_page *p, size_t member)
{
    return (gj_desk_line){ p->c->members[member].unit, member };
}

bool gj_desk_names(const gj_collected_finding *f, size_t unit)
{
    for (size_t i = 0; i < f->unit_count; i++)
        if (f->units[i] == unit)
            return true;
    return false;
}

const char *gj_desk_class(const gj_desk_page *p, gj_desk_line line)
{
    if (line.member != GJ_NOT_FOUND)
        return gj_verdict_name(gj_verdict_of_record(&p->c->members[line.member].record, p->options->fail_on));
    return p->c->units[line.unit].asked ? "review" : "failed";
}

const char *gj_desk_state(const gj_desk_page *p, gj_desk_line line)
{
    if (line.member != GJ_NOT_FOUND)
        return gj_word_verdict(gj_verdict_of_record(&p->c->members[line.member].record, p->options->fail_on), p->lang);
    return p->c->units[line.unit].asked ? GJ_PICK(p->lang, "待确认", "to be settled")
                                        : GJ_PICK(p->lang, "缺报", "missing");
}

gj_desk_rank gj_desk_rank_of(gj_outcome outcome, gj_severity severity)
{
    if (outcome == GJ_REVIEW)
        return GJ_DESK_REVIEW;
    return severity == GJ_ERROR ? GJ_DESK_ERROR : severity == GJ_WARNING ? GJ_DESK_WARNING : GJ_DESK_INFO;
}

const char *gj_desk_rank_class(gj_desk_rank rank)
{
    static const char *const classes[] = { "error", "warning", "review", "info" };
    return classes[rank];
}

const char *gj_desk_rank_sign(gj_desk_rank rank, gj_lang lang)
{
    static const char *const zh[] = { "错", "警", "核", "提" }, *const en[] = { "E", "W", "R", "I" };
    return GJ_PICK(lang, zh[rank], en[rank]);
}

const char *gj_desk_rank_word(gj_desk_rank rank, gj_lang lang)
{
    static const gj_severity severities[] = { GJ_ERROR, GJ_WARNING, GJ_INFO, GJ_INFO };
    return rank == GJ_DESK_REVIEW ? gj_word_outcome(GJ_REVIEW, lang) : gj_word_severity(severities[rank], lang);
}

void gj_desk_date(const gj_desk_page *p, gj_slice date)
{
    gj_slice next = gj_arena_format(p->arena, "%d-", p->c->year + 1);
    bool usual = next.data && gj_slice_starts(date, next);
    gj_desk_text(p, usual ? gj_slice_sub(date, next.len, date.len) : date);
}

void gj_desk_cell(const gj_desk_page *p, const gj_record_cell *cell)
{
    char text[24];
    if (!cell)
        return;
    if (gj_record_cell_known(cell))
        gj_buffer_add(p->out, (gj_slice){ text, gj_decimal_print(cell->value, text) });
    else
        gj_desk_text(p, cell->text);
}

gj_slice gj_desk_section(const gj_desk_page *p, gj_slice key)
{
    const gj_forms *forms = p->c->forms;
    const gj_form *form = p->c->year ? gj_forms_for_year(forms, p->c->year) : NULL;
    const gj_form_section *section = form ? gj_form_section_by_key(form, key) : NULL;
    if (!section || p->lang == GJ_EN)
        return key;
    gj_slice name = gj_arena_format(p->arena, "%.*s、%.*s", GJ_ARG(section->number), GJ_ARG(section->title));
    return name.data ? name : key;
}

void gj_desk_share(const gj_desk_page *p, double likeness)
{
    if (likeness < 0)
        gj_buffer_text(p->out, "—");
    else
        gj_buffer_format(p->out, "%d%%", (int)(likeness * 100));
}

gj_desk_line gj_desk_line_of_text(const gj_desk_page *p, size_t text)
{
    return gj_desk_line_of(p, p->c->copied_members[text]);
}
