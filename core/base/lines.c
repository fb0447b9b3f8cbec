#include "lines.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "system.h"

gj_status gj_lines_open(gj_lines *lines, const char *path, size_t cap, gj_error *err)
{
    *lines = (gj_lines){ .fd = open(path, O_RDONLY | O_CLOEXEC), .cap = cap };
    gj_buffer_init(&lines->bytes, 0);
    if (lines->fd >= 0)
        return GJ_OK;
    return gj_fail_system(err, "打不开 ", "cannot open ", path, errno);
}

/* Forget the lines given and read on. */
static gj_status fill(gj_lines *lines, gj_error *err)
{
    char chunk[65536];
    gj_buffer *b = &lines->bytes;
    if (lines->at) {
        memmove(b->data, b->data + lines->at, b->len - lines->at);
        b->len -= lines->at;
        lines->at = 0;
    }
    ssize_t got;
    do
        got = read(lines->fd, chunk, sizeof chunk);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return gj_fail_system(err, "读文件出错", "cannot read", "", errno);
    lines->ended = got == 0;
    if (b->len + (size_t)got > lines->cap + sizeof chunk)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "第 %zu 行太长（超过 %zu MiB）",
                       "line %zu is too long (more than %zu MiB)", lines->number + 1, lines->cap / GJ_MIB);
    gj_buffer_add(b, (gj_slice){ chunk, (size_t)got });
    return b->failed ? gj_fail_nomem(err) : GJ_OK;
}

gj_status gj_lines_next(gj_lines *lines, bool *more, gj_slice *out, gj_error *err)
{
    size_t looked = 0;
    for (;;) {
        gj_slice rest = { lines->bytes.data + lines->at, lines->bytes.len - lines->at };
        size_t end = gj_slice_find(rest, GJ_LIT("\n"), looked);
        if (end == GJ_NOT_FOUND && lines->ended)
            end = rest.len;
        if (end != GJ_NOT_FOUND) {
            *more = !lines->ended || rest.len > 0;
            lines->at += end + (end < rest.len);
            lines->number += *more;
            *out = gj_slice_sub(rest, 0, end && rest.data[end - 1] == '\r' ? end - 1 : end);
            return GJ_OK;
        }
        looked = rest.len;
        GJ_TRY(fill(lines, err));
    }
}

void gj_lines_close(gj_lines *lines)
{
    if (lines->fd >= 0)
        (void)close(lines->fd);
    lines->fd = -1;
    gj_buffer_free(&lines->bytes);
}
