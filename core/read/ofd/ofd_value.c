/* Names, numbers and texts of OFD's XML. */
#include "../ascii.h"
#include "ofd.h"

#define LONGEST 64 /* characters of a number */
#define HIGHEST 30 /* exponent that is told from a higher one: no page is so large */

unsigned gj_ofd_name_of(const char *space, const char *local)
{
    static const struct {
        gj_ofd_name name;
        const char *local;
    } names[] = {
#define GJ_OFD_NAME(id, local) { GJ_OFD_##id, local },
#include "ofd_names.def"
#undef GJ_OFD_NAME
    };
    (void)space;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].local, local) == 0)
            return names[i].name;
    return GJ_OFD_UNKNOWN;
}

gj_status gj_ofd_no_number(gj_ofd *ofd)
{
    return gj_fail(ofd->err, GJ_INPUT, GJ_NOWHERE,
                   "OFD 文件里有的位置不是数字，不知道文字在哪里，不能读；请检查它的 Word 原件（.docx）",
                   "a place in this OFD is no number, so that nobody knows where its text stands; check the Word "
                   "document (.docx) it was made from");
}

static bool is_between(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',';
}

/* Of a path; some writers put it close behind a number. */
static bool is_command(char c)
{
    return c >= 'A' && c <= 'Z' && c != 'E';
}

/* Digits from *at on: the value they add to *value, the number of them. */
static size_t digits(gj_slice word, size_t *at, double *value)
{
    size_t from = *at;
    for (; *at < word.len && gj_is_digit(word.data[*at]); ++*at)
        *value = *value * 10 + (word.data[*at] - '0');
    return *at - from;
}

static double scaled(double value, long tens)
{
    for (; tens > 0; tens--)
        value *= 10;
    for (; tens < 0; tens++)
        value /= 10;
    return value;
}

/* As XML Schema's double, without INF and NaN; no locale has a say. */
static bool to_number(gj_slice word, double *out)
{
    size_t at = word.len && (word.data[0] == '-' || word.data[0] == '+');
    bool minus = at && word.data[0] == '-';
    double value = 0;
    long tens = 0;
    size_t count = digits(word, &at, &value);
    if (at < word.len && word.data[at] == '.') {
        at++;
        size_t behind = digits(word, &at, &value);
        tens = -(long)behind;
        count += behind;
    }
    if (!count || word.len > LONGEST)
        return false;
    if (at < word.len && (word.data[at] == 'e' || word.data[at] == 'E')) {
        double exponent = 0;
        bool down = ++at < word.len && word.data[at] == '-';
        at += at < word.len && (word.data[at] == '-' || word.data[at] == '+');
        if (!digits(word, &at, &exponent))
            return false;
        exponent = exponent > HIGHEST ? HIGHEST : exponent;
        tens += down ? -(long)exponent : (long)exponent;
    }
    *out = scaled(minus ? -value : value, tens);
    return at == word.len;
}

gj_status gj_ofd_number(gj_ofd *ofd, gj_slice *list, double *out, bool *more)
{
    size_t begin = 0, end;
    while (begin < list->len && is_between(list->data[begin]))
        begin++;
    for (end = begin;
         end < list->len && !is_between(list->data[end]) && (end == begin || !is_command(list->data[end]));)
        end++;
    gj_slice word = gj_slice_sub(*list, begin, end);
    *list = gj_slice_sub(*list, end, list->len);
    *more = word.len > 0;
    return !*more || to_number(word, out) ? GJ_OK : gj_ofd_no_number(ofd);
}

gj_status gj_ofd_numbers(gj_ofd *ofd, gj_slice list, double *out, size_t count, bool *there)
{
    double found[6] = { 0 };
    *there = true;
    for (size_t i = 0; i < count && i < 6 && *there; i++)
        GJ_TRY(gj_ofd_number(ofd, &list, &found[i], there));
    if (*there)
        memcpy(out, found, count * sizeof *out);
    return GJ_OK;
}

long gj_ofd_id(gj_slice value)
{
    return gj_xml_number(value, 0, UINT32_MAX, -1);
}

bool gj_ofd_is_false(const gj_xml_tag *tag, const char *local)
{
    gj_slice value = gj_xml_attribute(tag, local);
    return gj_slice_is(value, "false") || gj_slice_is(value, "0");
}

gj_status gj_ofd_text(gj_ofd *ofd, gj_slice *out)
{
    if (ofd->text.failed)
        return gj_fail_nomem(ofd->err);
    *out = gj_slice_trim(gj_buffer_slice(&ofd->text));
    return GJ_OK;
}

gj_status gj_ofd_copy_text(gj_ofd *ofd, gj_slice *out)
{
    GJ_TRY(gj_ofd_text(ofd, out));
    *out = gj_arena_copy(ofd->scratch, *out);
    return out->data ? GJ_OK : gj_fail_nomem(ofd->err);
}
