#include "json_token.h"

#include "../../base/utf8.h"

static int byte_at(gj_slice bytes, size_t at)
{
    return at < bytes.len ? (unsigned char)bytes.data[at] : -1;
}

static bool is_digit(int byte)
{
    return byte >= '0' && byte <= '9';
}

static int hex_digit(int byte)
{
    if (is_digit(byte))
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return -1;
}

/* The four hex digits of \uXXXX, or -1. `at` is their first. */
static int unit_at(gj_slice bytes, size_t at)
{
    int unit = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = hex_digit(byte_at(bytes, at + i));
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/* \uXXXX, or the pair \uD8XX\uDCXX that stands for one character. *at is at the backslash. */
static gj_status unicode_escape(gj_slice bytes, size_t *at, gj_error *err)
{
    int unit = unit_at(bytes, *at + 2);
    if (unit < 0)
        return gj_fail(err, GJ_INPUT, *at, "\\u 后面要有四位十六进制数字", "\\u needs four hexadecimal digits");
    if (unit == 0)
        return gj_fail(err, GJ_INPUT, *at, "字符串里不能有 \\u0000（空字符），请删去",
                       "\\u0000 (the NUL character) may not stand in a string; remove it");
    if (unit < 0xD800 || unit > 0xDFFF) {
        *at += 6;
        return GJ_OK;
    }
    int low = unit <= 0xDBFF && byte_at(bytes, *at + 6) == '\\' && byte_at(bytes, *at + 7) == 'u'
                  ? unit_at(bytes, *at + 8)
                  : -1;
    if (low < 0xDC00 || low > 0xDFFF)
        return gj_fail(err, GJ_INPUT, *at, "\\u%04x 只是半个字符（代理对不成对），请直接写这个字",
                       "\\u%04x is half a character (an unpaired surrogate); write the character itself",
                       (unsigned)unit);
    *at += 12;
    return GJ_OK;
}

static gj_status escape(gj_slice bytes, size_t *at, gj_error *err)
{
    int kind = byte_at(bytes, *at + 1);
    if (kind == 'u')
        return unicode_escape(bytes, at, err);
    if (kind > 0 && kind < 0x80 && strchr("\"\\/bfnrt", kind)) {
        *at += 2;
        return GJ_OK;
    }
    return gj_fail(err, GJ_INPUT, *at, "反斜杠 \\ 后面只能是 \" \\ / b f n r t u；要写反斜杠本身请写 \\\\",
                   "only \" \\ / b f n r t u may follow a backslash; write \\\\ for the backslash itself");
}

static gj_status bad_in_string(gj_slice bytes, size_t at, size_t open, gj_error *err)
{
    int byte = byte_at(bytes, at);
    if (byte < 0)
        return gj_fail(err, GJ_INPUT, open, "字符串没有结束：缺少右边的引号 \"",
                       "this string never ends: its closing \" is missing");
    if (byte == '\n' || byte == '\r')
        return gj_fail(err, GJ_INPUT, at, "字符串里不能直接换行：缺少右边的引号，或者换行应写成 \\n",
                       "a string may not run over a line end: its closing quote is missing, or write \\n");
    if (byte == '\t')
        return gj_fail(err, GJ_INPUT, at, "字符串里不能直接用制表符，请写成 \\t",
                       "a tab may not stand in a string as it is; write \\t");
    return gj_fail(err, GJ_INPUT, at, "字符串里有控制字符 0x%02X，请删去",
                   "control character 0x%02X in a string; remove it", (unsigned)byte);
}

gj_status gj_json_string_token(gj_slice bytes, size_t *at, bool *escaped, gj_error *err)
{
    size_t open = *at;
    const unsigned char *p = (const unsigned char *)bytes.data;
    size_t i = open + 1;
    *escaped = false;
    for (;;) {
        while (i < bytes.len && p[i] != '"' && p[i] != '\\' && p[i] >= 0x20)
            i++;
        int byte = byte_at(bytes, i);
        if (byte == '"')
            break;
        if (byte != '\\')
            return bad_in_string(bytes, i, open, err);
        *escaped = true;
        GJ_TRY(escape(bytes, &i, err));
    }
    *at = i + 1;
    return GJ_OK;
}

/* One or more digits; false when there is none. */
static bool digits(gj_slice bytes, size_t *at)
{
    size_t start = *at;
    while (is_digit(byte_at(bytes, *at)))
        ++*at;
    return *at > start;
}

gj_status gj_json_number_token(gj_slice bytes, size_t *at, gj_error *err)
{
    size_t start = *at, i = start + (byte_at(bytes, start) == '-');
    size_t whole = i;
    if (byte_at(bytes, i) == 'I')
        return gj_json_unexpected(bytes, i, "一个数字", "a number", err);
    if (!digits(bytes, &i))
        return gj_fail(err, GJ_INPUT, start, "负号后面要有数字", "a minus sign needs digits after it");
    if (byte_at(bytes, whole) == '0' && i > whole + 1)
        return gj_fail(err, GJ_INPUT, start, "数字不能以 0 开头（如 00012 应写成 12）；如果是编号，请加引号",
                       "a number may not start with 0 (write 12 for 00012); put it in quotes if it is a code");
    if (byte_at(bytes, i) == '.') {
        ++i;
        if (!digits(bytes, &i))
            return gj_fail(err, GJ_INPUT, i, "小数点后面要有数字", "a decimal point needs digits after it");
    }
    if (byte_at(bytes, i) == 'e' || byte_at(bytes, i) == 'E') {
        ++i;
        i += byte_at(bytes, i) == '+' || byte_at(bytes, i) == '-';
        if (!digits(bytes, &i))
            return gj_fail(err, GJ_INPUT, i, "指数 e 后面要有数字", "an exponent needs digits after its e");
    }
    if (i - start > GJ_MAX_JSON_NUMBER)
        return gj_fail(err, GJ_LIMIT, start, "数字太长，最多 %d 位", "this number is too long, at most %d characters",
                       GJ_MAX_JSON_NUMBER);
    *at = i;
    return GJ_OK;
}

gj_status gj_json_word_token(gj_slice bytes, size_t *at, gj_error *err)
{
    static const gj_slice words[] = { { "true", 4 }, { "false", 5 }, { "null", 4 } };
    gj_slice rest = gj_slice_sub(bytes, *at, bytes.len);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (gj_slice_starts(rest, words[i])) {
            *at += words[i].len;
            return GJ_OK;
        }
    }
    return gj_json_unexpected(bytes, *at, "一个值", "a value", err);
}

/* Slips that people really make, by how the text starts. The longer start comes first. */
static const struct {
    gj_slice start;
    const char *zh, *en;
} slips[] = {
    { { "NaN", 3 }, "JSON 没有 NaN；没有数据请写 null", "JSON has no NaN; write null where there is no figure" },
    { { "Infinity", 8 }, "JSON 没有 Infinity；请写实际的数字", "JSON has no Infinity; write the real figure" },
    { { "None", 4 }, "没有数据请写 null", "write null for None" },
    { { "True", 4 }, "请写小写的 true", "write true in lower case" },
    { { "False", 5 }, "请写小写的 false", "write false in lower case" },
    { { "+", 1 }, "数字前面不能有加号", "a number may not have a plus sign" },
    { { ".", 1 }, "小数点前面要有数字，如 0.5", "a decimal point needs a digit before it, as in 0.5" },
    { { "'", 1 }, "引号要用英文双引号 \"", "use double quotes \"" },
    { { "“", 3 }, "这是中文引号，请改成英文双引号 \"", "this is a Chinese quotation mark; use \"" },
    { { "”", 3 }, "这是中文引号，请改成英文双引号 \"", "this is a Chinese quotation mark; use \"" },
    { { "，", 3 }, "这是中文逗号，请改成英文逗号 ,", "this is a Chinese comma; use ," },
    { { "：", 3 }, "这是中文冒号，请改成英文冒号 :", "this is a Chinese colon; use :" },
    { { "//", 2 }, "JSON 不能写注释", "JSON has no comments" },
    { { "/*", 2 }, "JSON 不能写注释", "JSON has no comments" },
    { { "#", 1 }, "JSON 不能写注释", "JSON has no comments" },
};

/* The formats below take zh and en words in turn; %.0s passes over the other language's. */
gj_status gj_json_unexpected(gj_slice bytes, size_t at, const char *zh, const char *en, gj_error *err)
{
    if (at >= bytes.len)
        return gj_fail(err, GJ_INPUT, bytes.len, "文件到这里就断了：还缺%s%.0s",
                       "the file ends here: %.0s%s is missing", zh, en);
    gj_slice rest = gj_slice_sub(bytes, at, bytes.len);
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
        if (gj_slice_starts(rest, slips[i].start))
            return gj_fail(err, GJ_INPUT, at, "这里应是%s%.0s：%s%.0s", "%.0s%s is expected here: %.0s%s", zh, en,
                           slips[i].zh, slips[i].en);
    size_t end = 0;
    (void)gj_utf8_next(rest, &end);
    return gj_fail(err, GJ_INPUT, at, "这里应是%s%.0s，却是“%.*s”", "%.0s%s is expected here, not \"%.*s\"", zh, en,
                   (int)end, rest.data);
}
