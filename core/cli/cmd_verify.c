/* cmd_verify.c - verify: make a recorded check again, with the options and the date that it recorded, and compare. */
#include "../base/file.h"
#include "check_run.h"
#include "record.h"
#include "verify.h"

/* cJSON takes more than RFC 8259 allows; what it takes differently than other readers do differs from what we write, and is told. */
static gj_status read_tree(gj_slice bytes, cJSON **out, gj_error *err)
{
    const char *end = NULL;
    *out = cJSON_ParseWithLengthOpts(bytes.data, bytes.len, &end, false);
    size_t used = *out ? (size_t)(end - bytes.data) : 0;
    if (!*out || gj_slice_trim(gj_slice_sub(bytes, used, bytes.len)).len)
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "不是一个完整的 JSON；要给出 gouji check -f json 写出的文件",
                       "not one whole JSON text; give a file that gouji check -f json wrote");
    return GJ_OK;
}

static bool replay(const gj_invocation *invocation, const cJSON *tool, gj_invocation *again)
{
    const cJSON *arguments = cJSON_GetObjectItemCaseSensitive(tool, "arguments"), *item;
    const char **words = GJ_ARRAY(invocation->arena, (size_t)cJSON_GetArraySize(arguments) + 1, const char *);
    size_t count = 0;
    if (!words)
        return false;
    cJSON_ArrayForEach(item, arguments) words[count++] = item->valuestring;
    *again = (gj_invocation){ .lang = invocation->lang, .arena = invocation->arena };
    if (!gj_replay_arguments(again, words, count))
        return false;
    again->values[GJ_OPT_TODAY] = cJSON_GetObjectItemCaseSensitive(tool, "today")->valuestring;
    again->values[GJ_OPT_JOBS] = invocation->values[GJ_OPT_JOBS];
    return true;
}

/* The same run now, as the JSON that check writes. What it finds does not count for the exit code. */
static int run_again(gj_invocation *again, gj_lang lang, gj_buffer *out)
{
    gj_plan plan;
    gj_outputs outputs = { 0 };
    size_t workers = 1;
    int code = gj_plan_make(again, &plan);
    if (code == GJ_EXIT_CLEAN && !gj_worker_count(again, plan.walked.file_count, &workers))
        code = GJ_EXIT_USAGE;
    if (code == GJ_EXIT_CLEAN) {
        gj_show_options options = gj_shown_of_plan(&plan, lang);
        if (gj_outputs_into(&outputs, again, "json", &options, out))
            code = gj_run_plan(&plan, &outputs, workers);
        if (code != GJ_EXIT_INTERRUPTED)
            code = !outputs.failed && outputs.count ? GJ_EXIT_CLEAN : GJ_EXIT_BROKEN;
        gj_outputs_close(&outputs);
    }
    gj_plan_close(&plan);
    return code;
}

static int exit_of(const gj_verification *found)
{
    if (found->counts[GJ_VERIFIED_NOT_CHECKED])
        return GJ_EXIT_BROKEN;
    if (found->counts[GJ_VERIFIED_UNREADABLE] || found->counts[GJ_VERIFIED_GONE])
        return GJ_EXIT_UNREADABLE;
    return found->same ? GJ_EXIT_CLEAN : GJ_EXIT_FINDINGS;
}

static int compare(gj_invocation *invocation, const cJSON *was, const cJSON *now, bool json)
{
    gj_verification found;
    gj_buffer out;
    gj_buffer_init(&out, 0);
    if (gj_verify_compare(invocation->arena, was, now, &found) != GJ_OK)
        out.failed = GJ_NOMEM;
    else if (json)
        gj_verify_json(&out, &found, invocation->paths[0]);
    else
        gj_verify_text(&out, &found, invocation->paths[0], invocation->lang);
    int printed = gj_flush(invocation, &out);
    return printed != GJ_EXIT_CLEAN ? printed : exit_of(&found);
}

static int verify(gj_invocation *invocation, const cJSON *was, bool json)
{
    gj_error err = { 0 };
    gj_invocation *again = GJ_NEW(invocation->arena, gj_invocation);
    const cJSON *tool = cJSON_GetObjectItemCaseSensitive(was, "tool");
    const cJSON *lang = cJSON_GetObjectItemCaseSensitive(tool, "lang");
    if (!again || !replay(invocation, tool, again))
        return GJ_EXIT_USAGE;
    gj_buffer bytes;
    cJSON *now = NULL;
    gj_buffer_init(&bytes, 0);
    bool english = cJSON_IsString(lang) && strcmp(lang->valuestring, "en") == 0;
    int code = run_again(again, english ? GJ_EN : GJ_ZH, &bytes);
    if (code == GJ_EXIT_CLEAN && read_tree(gj_buffer_slice(&bytes), &now, &err) != GJ_OK)
        code = GJ_EXIT_BROKEN;
    gj_buffer_free(&bytes);
    if (code == GJ_EXIT_CLEAN)
        code = compare(invocation, was, now, json);
    cJSON_Delete(now);
    return code;
}

int gj_run_verify(gj_invocation *invocation)
{
    gj_error err = { 0 };
    gj_slice bytes;
    cJSON *was = NULL;
    int format = gj_text_or_json(invocation);
    if (format < 0)
        return GJ_EXIT_USAGE;
    if (invocation->path_count != 1 || strcmp(invocation->paths[0], "-") == 0) {
        gj_complain(invocation, "请给出一个结果文件，如：%s", "name one result file, such as: %s",
                    invocation->command->example);
        return GJ_EXIT_USAGE;
    }
    gj_status status = gj_file_read(invocation->arena, invocation->paths[0], GJ_MAX_VERIFIED, &bytes, &err);
    if (status == GJ_OK)
        status = read_tree(bytes, &was, &err);
    if (status == GJ_OK)
        status = gj_verify_shape(was, &err);
    if (status != GJ_OK)
        gj_error_where(&err, gj_slice_of(invocation->paths[0]));
    int code = status == GJ_OK ? verify(invocation, was, format == 1) : gj_complain_error(invocation, &err);
    cJSON_Delete(was);
    return code;
}
