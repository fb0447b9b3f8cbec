/* cmd_config.c - config show: the configuration in force for a path, and where it comes from. */
#include "../show/json_writer.h"
#include "config.h"

static void write_list(gj_buffer *out, const char *name, const gj_slice *items, size_t count)
{
    if (!count)
        return;
    gj_buffer_format(out, "  %s =", name);
    for (size_t i = 0; i < count; i++)
        gj_buffer_format(out, " %.*s", GJ_ARG(items[i]));
    gj_buffer_byte(out, '\n');
}

static void write_word(gj_buffer *out, const char *name, gj_slice value)
{
    if (value.len)
        gj_buffer_format(out, "  %s = %.*s\n", name, GJ_ARG(value));
}

static void write_path(gj_buffer *out, const gj_config_path *path)
{
    write_word(out, "unit", path->unit);
    write_word(out, "prior", path->prior);
    write_word(out, "level", path->level);
    write_word(out, "kind", path->kind);
    write_word(out, "scope", path->scope);
    write_word(out, "province", path->province);
    if (path->year)
        gj_buffer_format(out, "  year = %d\n", path->year);
    if (path->profile >= 0)
        gj_buffer_format(out, "  profile = %s\n", gj_profile_name((gj_profile)path->profile));
    write_list(out, "select", path->select, path->select_count);
    write_list(out, "ignore", path->ignore, path->ignore_count);
    for (size_t i = 0; i < path->override_count; i++)
        gj_buffer_format(out, "  severity[%.*s] = %s\n", GJ_ARG(path->overrides[i].selector),
                         path->overrides[i].off ? "off" : gj_severity_name(path->overrides[i].severity));
}

static void write_text(const gj_config *config, const char *target, gj_lang lang, gj_buffer *out)
{
    bool en = lang == GJ_EN;
    gj_buffer_format(out, en ? "config: %.*s\n" : "配置文件：%.*s\n", GJ_ARG(config->file));
    write_word(out, "rules", config->rules);
    write_list(out, "with", config->with, config->with_count);
    write_word(out, "ledger", config->ledger);
    write_word(out, "fail_on", config->fail_on);
    for (size_t i = 0; i < config->path_count; i++) {
        if (i && !gj_config_matches(config, config->paths[i].match, target))
            continue;
        if (i)
            gj_buffer_format(out, en ? "for paths like %.*s:\n" : "对 %.*s：\n", GJ_ARG(config->paths[i].match));
        write_path(out, &config->paths[i]);
    }
    for (size_t i = 0; i < config->exception_count; i++) {
        const gj_config_exception *e = &config->exceptions[i];
        if (!gj_config_matches(config, e->path, target))
            continue;
        gj_buffer_format(out,
                         en ? "exception %.*s %.*s%.*s: %.*s (approved by %.*s%s%.*s)\n"
                            : "例外 %.*s %.*s%.*s：%.*s（批准：%.*s%s%.*s）\n",
                         GJ_ARG(e->exception.rule), GJ_ARG(e->exception.fingerprint), GJ_ARG(e->exception.cell),
                         GJ_ARG(e->exception.reason), GJ_ARG(e->exception.approver),
                         e->exception.expires.len ? (en ? ", until " : "，到期 ") : "", GJ_ARG(e->exception.expires));
    }
}

static void write_json_path(gj_json *w, const gj_config_path *path)
{
    gj_json_object(w, NULL);
    gj_json_optional(w, "match", path->match);
    gj_json_optional(w, "unit", path->unit);
    gj_json_optional(w, "prior", path->prior);
    gj_json_optional(w, "level", path->level);
    gj_json_optional(w, "kind", path->kind);
    gj_json_optional(w, "scope", path->scope);
    gj_json_optional(w, "province", path->province);
    gj_json_place(w, "year", (size_t)(path->year > 0 ? path->year : 0));
    if (path->profile >= 0)
        gj_json_text(w, "profile", gj_profile_name((gj_profile)path->profile));
    else
        gj_json_null(w, "profile");
    gj_json_strings(w, "select", path->select, path->select_count);
    gj_json_strings(w, "ignore", path->ignore, path->ignore_count);
    gj_json_array(w, "severity");
    for (size_t i = 0; i < path->override_count; i++) {
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "select", path->overrides[i].selector);
        gj_json_text(w, "level", path->overrides[i].off ? "off" : gj_severity_name(path->overrides[i].severity));
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    gj_json_object_end(w);
}

static void write_json(const gj_config *config, const char *target, gj_buffer *out)
{
    gj_json w;
    gj_json_begin(&w, out, false);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", "gouji/config@1");
    gj_json_optional(&w, "file", config ? config->file : (gj_slice){ 0 });
    gj_json_optional(&w, "rules", config ? config->rules : (gj_slice){ 0 });
    gj_json_optional(&w, "ledger", config ? config->ledger : (gj_slice){ 0 });
    gj_json_optional(&w, "fail_on", config ? config->fail_on : (gj_slice){ 0 });
    gj_json_array(&w, "paths");
    for (size_t i = 0; config && i < config->path_count; i++)
        if (gj_config_matches(config, config->paths[i].match, target))
            write_json_path(&w, &config->paths[i]);
    gj_json_array_end(&w);
    gj_json_array(&w, "exceptions");
    for (size_t i = 0; config && i < config->exception_count; i++) {
        const gj_config_exception *e = &config->exceptions[i];
        if (!gj_config_matches(config, e->path, target))
            continue;
        gj_json_object(&w, NULL);
        gj_json_string(&w, "rule", e->exception.rule);
        gj_json_optional(&w, "path", e->path);
        gj_json_optional(&w, "fingerprint", e->exception.fingerprint);
        gj_json_optional(&w, "cell", e->exception.cell);
        gj_json_string(&w, "reason", e->exception.reason);
        gj_json_string(&w, "approver", e->exception.approver);
        gj_json_optional(&w, "expires", e->exception.expires);
        gj_json_object_end(&w);
    }
    gj_json_array_end(&w);
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
}

int gj_run_config(gj_invocation *invocation)
{
    int format = gj_text_or_json(invocation);
    if (format < 0)
        return GJ_EXIT_USAGE;
    if (invocation->path_count < 1 || invocation->path_count > 2 || strcmp(invocation->paths[0], "show") != 0) {
        gj_complain(invocation, "用法：gouji config show [路径]", "usage: gouji config show [PATH]");
        return GJ_EXIT_USAGE;
    }
    const char *target = invocation->path_count == 2 ? invocation->paths[1] : ".";
    gj_error err = { 0 };
    gj_config *config = NULL;
    gj_slice file = gj_slice_of(invocation->values[GJ_OPT_CONFIG]);
    gj_status status = GJ_OK;
    if (!invocation->values[GJ_OPT_NO_CONFIG] && !file.len)
        status = gj_config_find(invocation->arena, target, &file, &err);
    if (status == GJ_OK && file.len)
        status = gj_config_load(invocation->arena, file.data, &config, &err);
    if (status != GJ_OK)
        return gj_complain_error(invocation, &err);
    gj_buffer out;
    gj_buffer_init(&out, 0);
    if (format == 1)
        write_json(config, target, &out);
    else if (config)
        write_text(config, target, invocation->lang, &out);
    else
        gj_buffer_text(&out, invocation->lang == GJ_EN ? "no " GJ_CONFIG_NAME
                                                         " at or above this path: defaults are in force\n"
                                                       : "此路径及上级没有 " GJ_CONFIG_NAME "，按默认设置检查\n");
    return gj_flush(invocation, &out);
}
