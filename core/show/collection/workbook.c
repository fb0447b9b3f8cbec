/* workbook.c - the workbook written by a process of its own.
 *
 * libxlsxwriter 1.1.4 does not look at every allocation of its own. It dies of some that fail: what else collect makes must not die with it. Of others it prints
 * a line and goes on, and the workbook lacks something: whatever it prints is taken for a failure.
 */
#include <stdio.h>
#include <unistd.h>

#include "../../base/process.h"
#include "collection_tables.h"

typedef struct writing {
    const gj_collected *collected;
    const gj_show_options *options;
    const char *path;
} writing;

/* gj_task; the reply is the gj_error of what failed. */
static gj_status write_it(void *context, gj_slice request, gj_buffer *reply)
{
    const writing *w = context;
    gj_error err = { 0 };
    (void)request;
    int muted = gj_task_mute();
    gj_status status = gj_show_collection_xlsx(w->collected, w->options, w->path, &err);
    if (status == GJ_OK && gj_task_said(muted))
        status = gj_fail(&err, GJ_IO, GJ_NOWHERE,
                         "写工作簿（.xlsx）的程序库 libxlsxwriter 报错，多半是内存或磁盘不够；没有工作簿",
                         "libxlsxwriter complained while writing the workbook (.xlsx), probably for want of memory or "
                         "room; there is no workbook");
    if (status != GJ_OK)
        gj_buffer_add(reply, (gj_slice){ (const char *)&err, sizeof err });
    return status;
}

static gj_status explain(const gj_reply *reply, gj_error *err)
{
    if (reply->end == GJ_TASK_DONE && reply->status == GJ_OK)
        return GJ_OK;
    if (reply->end == GJ_TASK_DONE && reply->bytes.len == sizeof *err) {
        if (err)
            memcpy(err, reply->bytes.data, sizeof *err);
        return reply->status;
    }
    if (reply->end == GJ_TASK_DONE)
        return gj_fail_nomem(err);
    return gj_fail(
        err, GJ_INTERNAL, GJ_NOWHERE,
        "写工作簿（.xlsx）的程序库 libxlsxwriter 意外终止（信号 %d），多半是内存不够；没有工作簿，同样的内容在各 "
        "CSV 里",
        "libxlsxwriter died while writing the workbook (.xlsx; signal %d), probably for want of memory; "
        "there is no workbook, the CSVs hold the same",
        reply->signal);
}

static gj_status run(writing *w, gj_error *err)
{
    gj_pool *pool = NULL;
    gj_reply reply;
    GJ_TRY(gj_pool_new(1, write_it, w, &pool, err));
    gj_pool_trust(pool); /* its size is that of what was judged */
    gj_status status = gj_pool_submit(pool, 0, GJ_LIT(""), err);
    if (status == GJ_OK) {
        while (!gj_pool_next(pool, -1, &reply))
            ; /* a signal: what was begun is ended, as with the other files */
        status = explain(&reply, err);
    }
    gj_pool_free(pool);
    return status;
}

gj_status gj_write_workbook(const gj_collected *collected, const gj_show_options *options, const char *path,
                            gj_error *err)
{
    gj_buffer beside;
    gj_buffer_init(&beside, 0);
    gj_buffer_format(&beside, "%s.%ld.part", path, (long)getpid());
    if (beside.failed) {
        gj_buffer_free(&beside);
        return gj_fail_nomem(err);
    }
    writing w = { collected, options, beside.data };
    gj_status status = run(&w, err);
    if (status == GJ_OK && rename(beside.data, path) != 0)
        status = gj_fail(err, GJ_IO, GJ_NOWHERE, "写不了 %s", "cannot write %s", path);
    if (status != GJ_OK)
        (void)unlink(beside.data);
    gj_buffer_free(&beside);
    return status;
}
