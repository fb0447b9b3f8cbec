#include "paged.h"

#define FARTHEST (10.0 * GJ_MAX_PDF_SIDE) /* points */

int gj_paged_hundredths(double points)
{
    if (!(points > -FARTHEST)) /* not a number, too */
        points = -FARTHEST;
    else if (points > FARTHEST)
        points = FARTHEST;
    return (int)(points * GJ_PAGED_POINT + (points < 0 ? -0.5 : 0.5));
}

bool gj_paged_is_space(uint32_t code)
{
    return code <= 0x20 || code == 0x7F || code == 0xA0 || code == 0xAD || code == 0x3000 || code == 0x200B ||
           code == 0xFEFF || (code >= 0x80 && code < 0xA0) || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029;
}

gj_status gj_paged_add_glyph(gj_arena *arena, gj_paged_page *page, const gj_paged_glyph *glyph, size_t *seen,
                             const char *called, gj_error *err)
{
    if (++*seen > GJ_MAX_GLYPHS)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "%s 的文字太多，最多 %d 字",
                       "the %s has too much text, at most %d characters", called, GJ_MAX_GLYPHS);
    gj_paged_glyph *added = GJ_PUSH(arena, &page->glyphs);
    if (!added)
        return gj_fail_nomem(err);
    *added = *glyph;
    return GJ_OK;
}
