#include "copying_view.h"

#include "../../base/utf8.h"

gj_decimal gj_likeness_shown(double likeness)
{
    /* A thousandth that is not exact in binary must not fall to the one below it. */
    return (gj_decimal)(likeness * 1000 + 1e-6) * (GJ_ONE / 1000);
}

const gj_member *gj_copied_member(const gj_collection *c, size_t text)
{
    return &c->members[c->copied_members[text]];
}

gj_slice gj_copied_unit(const gj_collection *c, size_t text)
{
    const gj_member *member = gj_copied_member(c, text);
    return member->unit == GJ_NOT_FOUND ? member->record.name : c->units[member->unit].name;
}

gj_slice gj_word_copied(const gj_collection *c, size_t kind, gj_lang lang)
{
    if (kind == GJ_COPY_WHOLE)
        return lang == GJ_EN ? GJ_LIT("whole") : GJ_LIT("全文");
    if (kind == GJ_COPY_WITHIN)
        return lang == GJ_EN ? GJ_LIT("within") : GJ_LIT("一份在另一份里");
    gj_slice key = c->copying->options.sections[kind];
    for (size_t i = c->forms->form_count; lang != GJ_EN && i-- > 0;) {
        const gj_form_section *known = gj_form_section_by_key(&c->forms->forms[i], key);
        if (known)
            return known->title;
    }
    return key;
}

static gj_slice shorten(gj_arena *arena, gj_slice paragraph)
{
    gj_slice kept = gj_utf8_cut(paragraph, GJ_SHOWN_PARAGRAPH);
    return kept.len == paragraph.len ? paragraph : gj_arena_format(arena, "%.*s…", GJ_ARG(kept));
}

static gj_status add(gj_arena *arena, const gj_copying *c, const gj_copy_pair *pair, const gj_copy_beside *found,
                     gj_shown_beside *out)
{
    const gj_record_part *a = &c->texts[pair->a].parts[found->a_part], *b = &c->texts[pair->b].parts[found->b_part];
    *out = (gj_shown_beside){ .section = gj_copy_option_of(c->options.sections, c->options.section_count, a->section),
                              .likeness = found->likeness,
                              .a = shorten(arena, a->paragraphs[found->a_paragraph]),
                              .b = shorten(arena, b->paragraphs[found->b_paragraph]) };
    return out->a.data && out->b.data ? GJ_OK : GJ_NOMEM;
}

gj_status gj_copied_beside(gj_arena *arena, const gj_copying *c, const gj_copy_pair *pair, gj_shown_beside **out,
                           size_t *shown, size_t *count)
{
    *shown = *count = 0;
    *out = GJ_ARRAY(arena, GJ_SHOWN_BESIDE, gj_shown_beside);
    if (!*out)
        return GJ_NOMEM;
    for (size_t s = 0; s < c->options.section_count + GJ_COPY_KINDS; s++) {
        size_t found_count;
        gj_copy_beside *found;
        if (gj_copying_alike(c, pair, gj_copy_kind(s)) < 0)
            continue;
        GJ_TRY(gj_copying_beside(arena, c, pair->a, pair->b, gj_copy_kind(s), &found, &found_count, NULL));
        for (size_t i = 0; i < found_count && *shown < GJ_SHOWN_BESIDE; i++)
            GJ_TRY(add(arena, c, pair, &found[i], &(*out)[(*shown)++]));
        *count += found_count;
    }
    return GJ_OK;
}
