#include "output.h"

static const gj_show_format *format_of(const gj_invocation *invocation, const char *word, const char **path)
{
    const char *equals = strchr(word, '=');
    gj_slice name = { word, equals ? (size_t)(equals - word) : strlen(word) };
    const gj_show_format *format = gj_show_format_by_name(name);
    *path = equals ? equals + 1 : NULL;
    if (!format) {
        gj_buffer list;
        gj_buffer_init(&list, 0);
        for (size_t i = 0; gj_show_formats[i].name; i++)
            gj_buffer_format(&list, "%s%s", i ? " " : "", gj_show_formats[i].name);
        gj_complain(invocation, "没有输出格式“%.*s”，可用：%s", "there is no output format \"%.*s\"; known: %s",
                    GJ_ARG(name), list.data);
        gj_buffer_free(&list);
    } else if (equals && !equals[1]) {
        gj_complain(invocation, "输出格式 %s= 后面缺少文件名", "the output format %s= lacks a file name", format->name);
        return NULL;
    }
    return format;
}

static bool open_one(gj_outputs *outputs, const char *word, const gj_show_options *options)
{
    const char *path;
    const gj_show_format *format = format_of(outputs->invocation, word, &path);
    if (!format)
        return false;
    for (size_t i = 0; i < outputs->count; i++)
        if (path ? outputs->items[i].path && strcmp(outputs->items[i].path, path) == 0 : !outputs->items[i].path) {
            gj_complain(outputs->invocation,
                        path ? "两种输出写到同一个文件：%s" : "只能有一种格式写到标准输出；其余请写成 -f 格式=文件%s",
                        path ? "two outputs go to the same file: %s"
                             : "only one format can go to standard output; write the others as -f FORMAT=FILE%s",
                        path ? path : "");
            return false;
        }
    gj_show_options own = *options;
    if (format->for_machines && !outputs->invocation->lang_given)
        own.lang = GJ_ZH; /* design.md §5: machine formats are in zh unless --lang says otherwise */
    if (path)
        own.color = false;
    gj_output *output = &outputs->items[outputs->count];
    *output = (gj_output){ .path = path, .writer = { .fd = -1 } };
    gj_error err = { 0 };
    if (path && gj_writer_open(&output->writer, path, &err) != GJ_OK) {
        (void)gj_complain_error(outputs->invocation, &err);
        return false;
    }
    outputs->count++;
    if (gj_shower_open(format, &own, &output->shower) != GJ_OK)
        return false;
    output->open = true;
    return true;
}

/* Send what the formatter appended; a failure is said once and ends this output only. */
static void send(gj_outputs *outputs, gj_output *output, gj_status status)
{
    gj_error err = { 0 };
    if (output->failed)
        return;
    if (status == GJ_OK && outputs->buffer.failed)
        status = outputs->buffer.failed;
    if (status != GJ_OK) {
        gj_complain(outputs->invocation, "输出 %s 失败：内存不足", "output %s failed: out of memory",
                    output->shower.format->name);
        output->failed = true;
    } else if (output->path) {
        if (gj_writer_add(&output->writer, gj_buffer_slice(&outputs->buffer), &err) != GJ_OK) {
            (void)gj_complain_error(outputs->invocation, &err);
            output->failed = true;
        }
    } else if (output->into) {
        gj_buffer_add(output->into, gj_buffer_slice(&outputs->buffer));
        output->failed = output->into->failed != GJ_OK;
    } else {
        output->failed = !gj_print(outputs->invocation, gj_buffer_slice(&outputs->buffer));
    }
    outputs->failed = outputs->failed || output->failed;
}

static void begin_all(gj_outputs *outputs)
{
    for (size_t i = 0; i < outputs->count; i++) {
        gj_output *output = &outputs->items[i];
        gj_buffer_clear(&outputs->buffer);
        send(outputs, output, output->shower.format->begin(&output->shower, &outputs->buffer));
    }
}

bool gj_outputs_into(gj_outputs *outputs, gj_invocation *invocation, const char *format, const gj_show_options *options,
                     gj_buffer *into)
{
    gj_output *output = &outputs->items[0];
    *outputs = (gj_outputs){ .invocation = invocation, .count = 1, .facts = { .fd = -1 } };
    *output = (gj_output){ .into = into, .writer = { .fd = -1 } };
    gj_buffer_init(&outputs->buffer, 0);
    if (gj_shower_open(gj_show_format_by_name(gj_slice_of(format)), options, &output->shower) != GJ_OK)
        return false;
    output->open = true;
    begin_all(outputs);
    return true;
}

static bool is_stdout(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* Whether nothing but the facts goes to standard output; complains. */
static bool only_files(const gj_outputs *outputs)
{
    for (size_t i = 0; i < outputs->count; i++)
        if (!outputs->items[i].path) {
            gj_complain(outputs->invocation, "事实记录已经写到标准输出；其他格式请写成 -f 格式=文件",
                        "the facts go to standard output; write other formats as -f FORMAT=FILE");
            return false;
        }
    return true;
}

/* --facts; false after complaining. */
static bool open_facts(gj_outputs *outputs)
{
    const char *path = outputs->invocation->values[GJ_OPT_FACTS];
    gj_error err = { 0 };
    if (!path)
        return true;
    if (is_stdout(path)) {
        outputs->facts_out = true;
        return outputs->count == 0 || only_files(outputs);
    }
    for (size_t i = 0; i < outputs->count; i++)
        if (outputs->items[i].path && strcmp(outputs->items[i].path, path) == 0) {
            gj_complain(outputs->invocation, "两种输出写到同一个文件：%s", "two outputs go to the same file: %s", path);
            return false;
        }
    if (gj_writer_open(&outputs->facts, path, &err) == GJ_OK)
        return true;
    (void)gj_complain_error(outputs->invocation, &err);
    return false;
}

/* A failure is said once; the other outputs go on. */
static void add_fact(gj_outputs *outputs, const gj_result *result)
{
    gj_error err = { 0 };
    if (outputs->facts_out) {
        outputs->facts_out = gj_print(outputs->invocation, result->record);
        outputs->failed = outputs->failed || !outputs->facts_out;
    }
    if (outputs->facts.fd < 0 || gj_writer_add(&outputs->facts, result->record, &err) == GJ_OK)
        return;
    (void)gj_complain_error(outputs->invocation, &err);
    gj_writer_abandon(&outputs->facts);
    outputs->failed = true;
}

static void end_facts(gj_outputs *outputs)
{
    gj_error err = { 0 };
    if (outputs->facts.fd < 0 || gj_writer_commit(&outputs->facts, &err) == GJ_OK)
        return;
    (void)gj_complain_error(outputs->invocation, &err);
    outputs->failed = true;
}

bool gj_outputs_open(gj_outputs *outputs, gj_invocation *invocation, const gj_show_options *options)
{
    *outputs = (gj_outputs){ .invocation = invocation, .facts = { .fd = -1 } };
    gj_buffer_init(&outputs->buffer, 0);
    for (size_t i = 0; i < invocation->counts[GJ_OPT_FORMAT]; i++)
        if (!open_one(outputs, invocation->many[GJ_OPT_FORMAT][i], options))
            return false;
    const char *facts = invocation->values[GJ_OPT_FACTS];
    if ((outputs->count == 0 && !(facts && is_stdout(facts)) && !open_one(outputs, "text", options)) ||
        !open_facts(outputs))
        return false;
    begin_all(outputs);
    return true;
}

void gj_outputs_report(gj_outputs *outputs, const gj_result *result)
{
    add_fact(outputs, result);
    for (size_t i = 0; i < outputs->count; i++) {
        gj_output *output = &outputs->items[i];
        if (output->failed)
            continue;
        gj_buffer_clear(&outputs->buffer);
        gj_status status = output->shower.format->report(&output->shower, result, &outputs->buffer);
        send(outputs, output, status);
    }
}

void gj_outputs_end(gj_outputs *outputs, const gj_totals *totals)
{
    end_facts(outputs);
    for (size_t i = 0; i < outputs->count; i++) {
        gj_output *output = &outputs->items[i];
        gj_error err = { 0 };
        if (output->failed)
            continue;
        gj_buffer_clear(&outputs->buffer);
        send(outputs, output, output->shower.format->end(&output->shower, totals, &outputs->buffer));
        if (output->failed || !output->path)
            continue;
        if (gj_writer_commit(&output->writer, &err) != GJ_OK) {
            (void)gj_complain_error(outputs->invocation, &err);
            output->failed = outputs->failed = true;
        }
    }
}

void gj_outputs_close(gj_outputs *outputs)
{
    for (size_t i = 0; i < outputs->count; i++) {
        if (outputs->items[i].open)
            gj_shower_close(&outputs->items[i].shower);
        gj_writer_abandon(&outputs->items[i].writer);
    }
    gj_writer_abandon(&outputs->facts);
    gj_buffer_free(&outputs->buffer);
}
