#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "system.h"

static gj_status fail_open(gj_error *err, const char *path)
{
    switch (errno) {
    case ENOENT:
    case ENOTDIR:
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "没有这个文件：%s；请检查路径", "no such file: %s; check the path",
                       path);
    case EACCES:
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "没有读取 %s 的权限", "no permission to read %s", path);
    default:
        return gj_fail_system(err, "打不开 ", "cannot open ", path, errno);
    }
}

static gj_status too_large(gj_error *err, const char *path, size_t cap)
{
    return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "%s 太大：超过 %zu MiB；年度报告不会这么大，请确认文件",
                   "%s is too large: more than %zu MiB; is it a report?", path, cap / GJ_MIB ? cap / GJ_MIB : 1);
}

static gj_status read_fd(int fd, const char *path, size_t cap, gj_buffer *into, gj_error *err)
{
    char chunk[65536];
    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno == EISDIR
                       ? gj_fail(err, GJ_IO, GJ_NOWHERE, "%s 是文件夹，不是文件", "%s is a folder, not a file", path)
                       : gj_fail_system(err, "读不了 ", "cannot read ", path, errno);
        if (got == 0)
            return GJ_OK;
        if (into->len + (size_t)got > cap)
            return too_large(err, path, cap);
        gj_buffer_add(into, (gj_slice){ chunk, (size_t)got });
        if (into->failed)
            return gj_fail_nomem(err);
    }
}

gj_status gj_file_read(gj_arena *arena, const char *path, size_t cap, gj_slice *out, gj_error *err)
{
    bool standard_input = strcmp(path, "-") == 0;
    int fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_open(err, path);
    gj_buffer bytes;
    gj_buffer_init(&bytes, 0);
    gj_status status = read_fd(fd, path, cap, &bytes, err);
    if (!standard_input)
        (void)close(fd);
    if (status == GJ_OK) {
        *out = gj_arena_copy(arena, gj_buffer_slice(&bytes));
        if (!out->data)
            status = gj_fail_nomem(err);
    }
    gj_buffer_free(&bytes);
    return status;
}

static bool write_bytes(int fd, gj_slice bytes)
{
    while (bytes.len) {
        ssize_t written = write(fd, bytes.data, bytes.len);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = gj_slice_sub(bytes, (size_t)written, bytes.len);
    }
    return true;
}

static gj_status fail_write(gj_writer *w, int reason, gj_error *err)
{
    gj_status status = gj_fail_system(err, "写不了 ", "cannot write ", w->path.data, reason);
    gj_writer_abandon(w);
    return status;
}

/* A device, a pipe, a link (/dev/stdout is one): renaming onto it would put a file in its place. */
static bool is_written_to(const char *path)
{
    struct stat is;
    return lstat(path, &is) == 0 && !S_ISREG(is.st_mode) && !S_ISDIR(is.st_mode);
}

gj_status gj_writer_open(gj_writer *w, const char *path, gj_error *err)
{
    bool direct = is_written_to(path);
    *w = (gj_writer){ .fd = -1 };
    gj_buffer_init(&w->path, 0);
    gj_buffer_init(&w->beside, 0);
    gj_buffer_text(&w->path, path);
    if (!direct)
        gj_buffer_format(&w->beside, "%s.%ld.part", path, (long)getpid());
    if (w->path.failed || w->beside.failed) {
        gj_writer_abandon(w);
        return gj_fail_nomem(err);
    }
    w->fd = direct ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)
                   : open(w->beside.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return w->fd < 0 ? fail_write(w, errno, err) : GJ_OK;
}

gj_status gj_writer_add(gj_writer *w, gj_slice bytes, gj_error *err)
{
    return write_bytes(w->fd, bytes) ? GJ_OK : fail_write(w, errno, err);
}

gj_status gj_writer_commit(gj_writer *w, gj_error *err)
{
    if (fsync(w->fd) != 0 && errno != EINVAL && errno != EROFS) /* a device or pipe cannot be synced */
        return fail_write(w, errno, err);
    if (w->beside.len && rename(w->beside.data, w->path.data) != 0)
        return fail_write(w, errno, err);
    int fd = w->fd;
    w->fd = -1;
    gj_writer_abandon(w);
    return close(fd) == 0 ? GJ_OK : gj_fail_system(err, "写文件出错", "cannot write", "", errno);
}

void gj_writer_abandon(gj_writer *w)
{
    if (w->fd >= 0) {
        (void)close(w->fd);
        if (w->beside.len)
            (void)unlink(w->beside.data);
        w->fd = -1;
    }
    gj_buffer_free(&w->path);
    gj_buffer_free(&w->beside);
}

gj_status gj_file_write(const char *path, gj_slice bytes, gj_error *err)
{
    gj_writer w;
    GJ_TRY(gj_writer_open(&w, path, err));
    GJ_TRY(gj_writer_add(&w, bytes, err));
    return gj_writer_commit(&w, err);
}
