#include "status.h"

#include <stdarg.h>
#include <stdio.h>

#include "utf8.h"

/* vsnprintf may cut inside a character: end before it. */
__attribute__((format(printf, 2, 0))) static void print_cut(char out[GJ_ERROR_TEXT], const char *format,
                                                            va_list arguments)
{
    if (vsnprintf(out, GJ_ERROR_TEXT, format, arguments) < GJ_ERROR_TEXT)
        return;
    size_t wrong = gj_utf8_check(gj_slice_of(out));
    if (wrong != GJ_NOT_FOUND)
        out[wrong] = '\0';
}

gj_status(gj_fail)(gj_error *err, gj_status status, size_t offset, const char *zh, const char *en, ...)
{
    if (!err)
        return status;
    *err = (gj_error){ .status = status, .offset = offset };
    va_list arguments, again;
    va_start(arguments, en);
    va_copy(again, arguments);
    print_cut(err->zh, zh, arguments);
    print_cut(err->en, en, again);
    va_end(again);
    va_end(arguments);
    return status;
}

gj_status(gj_fail_nomem)(gj_error *err)
{
    return gj_fail(err, GJ_NOMEM, GJ_NOWHERE, "内存不足", "out of memory");
}

void gj_error_where(gj_error *err, gj_slice where)
{
    if (!err || err->where[0])
        return;
    size_t length = where.len < GJ_ERROR_TEXT - 1 ? where.len : GJ_ERROR_TEXT - 1;
    if (length)
        memcpy(err->where, where.data, length);
    err->where[length] = '\0';
}
