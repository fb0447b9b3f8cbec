/* text_header.c - the header that an archive puts before a page's text:
 *
 *     标题: …
 *     发布时间: 2025-01-23 15:52
 *     文号:
 *     ==================== 正文 ====================
 *
 * It counts only when the 正文 line is there and every line before it is a name and a value. */
#include "text_reader.h"

#define MOST_HEADER_LINES 32

static const struct {
    const char *name, *key;
} fields[] = {
    { "标题", "title" },         { "发布时间", "published" }, { "文号", "document_number" },
    { "发布机构", "publisher" }, { "栏目", "column" },        { "原文链接", "url" },
};

/* "=== 正文 ===" */
static bool is_rule(gj_slice line)
{
    gj_slice text = gj_slice_trim(line);
    size_t left = 0, right = text.len;
    while (left < text.len && text.data[left] == '=')
        left++;
    while (right > left && text.data[right - 1] == '=')
        right--;
    return left >= 3 && text.len - right >= 3 && gj_slice_is(gj_slice_trim(gj_slice_sub(text, left, right)), "正文");
}

/* Where the value starts after "name:" or "name：", or 0 when the line is no field. */
static size_t value_start(gj_slice line)
{
    size_t ascii = gj_slice_find(line, GJ_LIT(":"), 0), wide = gj_slice_find(line, GJ_LIT("："), 0);
    if (ascii == GJ_NOT_FOUND && wide == GJ_NOT_FOUND)
        return 0;
    return ascii < wide ? ascii + 1 : wide + 3;
}

/* The line of the rule, or 0 when the text has no archive header. */
static size_t find_rule(const gj_source *source)
{
    for (size_t number = 1; number <= source->line_count && number <= MOST_HEADER_LINES; number++) {
        gj_slice line = gj_source_line(source, number);
        if (is_rule(line))
            return number;
        if (gj_slice_trim(line).len && !value_start(line))
            return 0;
    }
    return 0;
}

static bool has_meta(const gj_builder *builder, const char *key)
{
    for (size_t i = 0; i < builder->metas.count; i++)
        if (gj_slice_is(builder->metas.items[i].key, key))
            return true;
    return false;
}

static gj_status unknown_field(gj_builder *builder, gj_slice line, gj_slice name)
{
    size_t begin = (size_t)(line.data - builder->source->bytes.data);
    gj_slice zh = gj_arena_format(builder->arena, "抬头里的“%.*s”没有读", GJ_ARG(name));
    gj_slice en = gj_arena_format(builder->arena, "\"%.*s\" in the header was not read", GJ_ARG(name));
    return gj_builder_remark(builder, GJ_LIT("unknown_key"), (gj_span){ begin, begin + line.len }, GJ_LIT(""), zh, en);
}

static gj_status read_field(gj_builder *builder, gj_slice line)
{
    size_t start = value_start(line), colon = line.data[start - 1] == ':' ? 1 : 3;
    gj_slice name = gj_slice_trim(gj_slice_sub(line, 0, start - colon));
    size_t begin = (size_t)(line.data - builder->source->bytes.data);
    gj_text value;
    GJ_TRY(gj_builder_verbatim(builder, begin + start, begin + line.len, &value));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (!gj_slice_is(name, fields[i].name) || has_meta(builder, fields[i].key))
            continue;
        return value.text.len ? gj_builder_meta(builder, gj_slice_of(fields[i].key), &value, GJ_LIT("")) : GJ_OK;
    }
    return unknown_field(builder, line, name);
}

gj_status gj_text_header(gj_text_reader *reader, size_t *line)
{
    size_t rule = find_rule(reader->builder.source);
    for (size_t number = 1; number < rule; number++) {
        gj_slice text = gj_source_line(reader->builder.source, number);
        if (gj_slice_trim(text).len)
            GJ_TRY(read_field(&reader->builder, text));
    }
    *line = rule + 1;
    return GJ_OK;
}
