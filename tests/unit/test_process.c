/* Workers: replies, crashes, hangs, memory, framing; files in and out. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../core/base/file.h"
#include "../../core/base/process.h"
#include "../../core/base/system.h"

static gj_status act(void *context, gj_slice request, gj_buffer *reply)
{
    (void)context;
    if (gj_slice_is(request, "crash"))
        (void)raise(SIGKILL);
    while (gj_slice_is(request, "hang"))
        (void)pause();
    if (gj_slice_is(request, "work")) {
        clock_t end = clock() + CLOCKS_PER_SEC / 2;
        while (clock() < end) /* half a second of processor time */
            ;
    }
    if (gj_slice_is(request, "quiet") || gj_slice_is(request, "complain")) {
        int muted = gj_task_mute();
        for (int i = 0; i < 100000 && gj_slice_is(request, "complain"); i++) /* more than a pipe holds */
            (void)fputs("complaint\n", stderr);
        return gj_task_said(muted) ? GJ_INPUT : GJ_OK;
    }
    if (gj_slice_is(request, "exit"))
        _exit(0);
    if (gj_slice_is(request, "fail"))
        return GJ_INPUT;
    if (gj_slice_is(request, "large"))
        gj_buffer_repeat(reply, "0123456789abcdef", GJ_MIB / 16);
    if (gj_slice_is(request, "too large"))
        gj_buffer_repeat(reply, "0123456789abcdef", GJ_MAX_RESULT / 16 + 1);
    gj_buffer_add(reply, request);
    return GJ_OK;
}

static gj_reply one(gj_pool *pool, const char *request)
{
    gj_reply reply;
    gj_error err;
    assert_int_equal(gj_pool_submit(pool, 7, gj_slice_of(request), &err), GJ_OK);
    assert_true(gj_pool_next(pool, -1, &reply));
    assert_int_equal(reply.id, 7);
    return reply;
}

static void a_crash_costs_one_request(void **state)
{
    (void)state;
    gj_pool *pool;
    gj_error err;
    assert_int_equal(gj_pool_new(1, act, NULL, &pool, &err), GJ_OK);
    gj_reply reply = one(pool, "hello");
    assert_int_equal(reply.end, GJ_TASK_DONE);
    assert_true(gj_slice_is(reply.bytes, "hello"));
    reply = one(pool, "crash");
    assert_int_equal(reply.end, GJ_TASK_DIED);
    assert_int_equal(reply.signal, SIGKILL);
    assert_int_equal(one(pool, "exit").end, GJ_TASK_DIED);
    reply = one(pool, "fail");
    assert_int_equal(reply.end, GJ_TASK_DONE);
    assert_int_equal(reply.status, GJ_INPUT);
    assert_int_equal(one(pool, "complain").status, GJ_INPUT);
    assert_int_equal(one(pool, "quiet").status, GJ_OK);
    reply = one(pool, "large");
    assert_int_equal(reply.bytes.len, GJ_MIB + 5);
    reply = one(pool, "too large");
    assert_int_equal(reply.status, GJ_LIMIT);
    assert_true(gj_slice_is(one(pool, "").bytes, ""));
    assert_true(gj_slice_is(one(pool, "again").bytes, "again"));
    gj_pool_free(pool);
}

static void a_child_that_hangs_is_killed(void **state)
{
    (void)state;
    gj_pool *pool;
    gj_error err;
    assert_int_equal(gj_pool_new(1, act, NULL, &pool, &err), GJ_OK);
    gj_pool_deadline(pool, 100);
    assert_int_equal(one(pool, "hang").end, GJ_TASK_TIMEOUT);
    gj_pool_deadline(pool, 250);
    assert_int_equal(one(pool, "work").end, GJ_TASK_DONE); /* late, and not still */
    gj_pool_deadline(pool, 60000);
    assert_int_equal(one(pool, "fine").end, GJ_TASK_DONE);
    gj_reply reply;
    assert_int_equal(gj_pool_submit(pool, 1, GJ_LIT("hang"), &err), GJ_OK);
    assert_false(gj_pool_next(pool, 10, &reply)); /* the caller's patience, not the child's */
    gj_pool_free(pool);
}

static void many_requests_come_back_each_once(void **state)
{
    (void)state;
    enum { REQUESTS = 200 };
    gj_pool *pool;
    gj_error err;
    bool seen[REQUESTS] = { false };
    size_t sent = 0, got = 0;
    assert_int_equal(gj_pool_new(3, act, NULL, &pool, &err), GJ_OK);
    while (got < REQUESTS) {
        while (sent < REQUESTS && gj_pool_ready(pool)) {
            const char *request = sent % 50 == 13 ? "crash" : "fine";
            assert_int_equal(gj_pool_submit(pool, sent++, gj_slice_of(request), &err), GJ_OK);
        }
        gj_reply reply;
        assert_true(gj_pool_next(pool, -1, &reply));
        assert_false(seen[reply.id]);
        seen[reply.id] = true;
        assert_int_equal(reply.end, reply.id % 50 == 13 ? GJ_TASK_DIED : GJ_TASK_DONE);
        got++;
    }
    assert_int_equal(gj_pool_busy(pool), 0);
    gj_reply reply;
    assert_false(gj_pool_next(pool, -1, &reply));
    gj_pool_free(pool);
}

static void files_are_read_whole_or_refused_in_words(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_slice bytes;
    gj_error err;
    char folder[] = "/tmp/gouji-test-XXXXXX", path[64], target[64];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/a", folder);
    (void)snprintf(target, sizeof target, "%s/missing/a", folder);
    assert_int_equal(gj_file_write(path, GJ_LIT("一\n"), &err), GJ_OK);
    assert_int_equal(gj_file_read(arena, path, 4, &bytes, &err), GJ_OK);
    assert_true(gj_slice_is(bytes, "一\n"));
    assert_int_equal(gj_file_read(arena, path, 3, &bytes, &err), GJ_LIMIT);
    assert_int_equal(gj_file_read(arena, folder, 99, &bytes, &err), GJ_IO);
    assert_non_null(strstr(err.zh, "文件夹"));
    assert_int_equal(gj_file_read(arena, target, 99, &bytes, &err), GJ_IO);
    assert_non_null(strstr(err.en, "no such file"));
    assert_int_equal(gj_file_write(target, GJ_LIT("x"), &err), GJ_IO);
    gj_writer w;
    assert_int_equal(gj_writer_open(&w, path, &err), GJ_OK);
    assert_int_equal(gj_writer_add(&w, GJ_LIT("half"), &err), GJ_OK);
    gj_writer_abandon(&w);
    assert_int_equal(gj_file_read(arena, path, 9, &bytes, &err), GJ_OK);
    assert_true(gj_slice_is(bytes, "一\n")); /* the old file stands */
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0); /* and nothing was left beside it */
    gj_arena_free(arena);
}

/* Renaming into place would make a file of /dev/null. */
static void what_is_no_file_is_written_to_and_stays(void **state)
{
    (void)state;
    char folder[] = "/tmp/gouji-test-XXXXXX", path[64], got[8] = "";
    gj_error err;
    struct stat is;
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/a", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(gj_file_write(path, GJ_LIT("一\n"), &err), GJ_OK);
    assert_int_equal(read(fd, got, sizeof got), 4);
    assert_string_equal(got, "一\n");
    assert_int_equal(stat(path, &is), 0);
    assert_true(S_ISFIFO(is.st_mode));
    gj_writer w;
    assert_int_equal(gj_writer_open(&w, path, &err), GJ_OK);
    gj_writer_abandon(&w);
    assert_int_equal(close(fd), 0);
    assert_int_equal(unlink(path), 0); /* nor was it removed */
    assert_int_equal(rmdir(folder), 0);
}

/* Reasons that a clerk meets have Chinese words, whatever else the system says. */
static void the_system_speaks_plainly(void **state)
{
    (void)state;
    gj_error err;
    assert_int_equal(gj_fail_system(&err, "写不了 ", "cannot write ", "结果/a", ENOSPC), GJ_IO);
    assert_string_equal(err.zh, "写不了 结果/a：磁盘满了");
    assert_string_equal(err.en, "cannot write 结果/a: No space left on device");
    assert_string_equal(gj_system_reason_zh(EACCES), "没有权限");
    assert_string_equal(gj_system_reason_zh(EDOM), strerror(EDOM));
}

int main(void)
{
    (void)signal(SIGPIPE, SIG_IGN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_crash_costs_one_request),
        cmocka_unit_test(a_child_that_hangs_is_killed),
        cmocka_unit_test(many_requests_come_back_each_once),
        cmocka_unit_test(files_are_read_whole_or_refused_in_words),
        cmocka_unit_test(what_is_no_file_is_written_to_and_stays),
        cmocka_unit_test(the_system_speaks_plainly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
