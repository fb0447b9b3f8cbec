#include "json_scan.h"

#include "json_token.h"

/* A container that is not closed yet. */
typedef struct open_container {
    size_t node, last; /* its node and its last child so far, or GJ_NOT_FOUND */
} open_container;

typedef struct scanner {
    gj_arena *arena;
    const gj_source *source;
    gj_slice bytes;
    size_t at;
    GJ_LIST(gj_json_node) nodes;
    open_container open[GJ_MAX_JSON_DEPTH];
    size_t depth;
    bool escaped;
    gj_error *err;
} scanner;

/* The key of the value to come; an empty span for none. */
typedef struct member_key {
    gj_span span;
    bool escaped;
} member_key;

static int peek(const scanner *s)
{
    return s->at < s->bytes.len ? (unsigned char)s->bytes.data[s->at] : -1;
}

static void skip_space(scanner *s)
{
    while (s->at < s->bytes.len) {
        char c = s->bytes.data[s->at];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            break;
        s->at++;
    }
}

static size_t line_of(const scanner *s, size_t offset)
{
    return gj_source_place(s->source, offset).line;
}

/* Add a node whose value starts here and hang it below the innermost open container. */
static gj_status add_node(scanner *s, gj_json_type type, member_key key)
{
    if (s->nodes.count == GJ_MAX_JSON_NODES)
        return gj_fail(s->err, GJ_LIMIT, s->at, "JSON 的值太多，最多 %d 个", "too many JSON values, at most %d",
                       GJ_MAX_JSON_NODES);
    gj_json_node *node = GJ_PUSH(s->arena, &s->nodes);
    if (!node)
        return gj_fail_nomem(s->err);
    size_t index = s->nodes.count - 1;
    *node = (gj_json_node){ .type = type,
                            .key_escaped = key.escaped,
                            .span = { s->at, s->at },
                            .key_span = key.span,
                            .parent = GJ_NOT_FOUND,
                            .next = GJ_NOT_FOUND };
    if (key.span.end)
        node->key = gj_slice_sub(s->bytes, key.span.begin + 1, key.span.end - 1);
    if (s->depth) {
        open_container *outer = &s->open[s->depth - 1];
        node->parent = outer->node;
        node->position = s->nodes.items[outer->node].children++;
        if (outer->last != GJ_NOT_FOUND)
            s->nodes.items[outer->last].next = index;
        outer->last = index;
    }
    return GJ_OK;
}

static gj_status open_value(scanner *s, gj_json_type type, member_key key)
{
    if (s->depth == GJ_MAX_JSON_DEPTH)
        return gj_fail(s->err, GJ_LIMIT, s->at, "JSON 嵌套太深，最多 %d 层",
                       "JSON is nested too deep, at most %d levels", GJ_MAX_JSON_DEPTH);
    GJ_TRY(add_node(s, type, key));
    s->open[s->depth++] = (open_container){ .node = s->nodes.count - 1, .last = GJ_NOT_FOUND };
    s->at++;
    return GJ_OK;
}

static gj_status leaf_value(scanner *s, gj_json_type type, member_key key)
{
    GJ_TRY(add_node(s, type, key));
    gj_json_node *node = &s->nodes.items[s->nodes.count - 1];
    size_t begin = s->at;
    if (type == GJ_JSON_STRING)
        GJ_TRY(gj_json_string_token(s->bytes, &s->at, &node->escaped, s->err));
    else if (type == GJ_JSON_NUMBER)
        GJ_TRY(gj_json_number_token(s->bytes, &s->at, s->err));
    else
        GJ_TRY(gj_json_word_token(s->bytes, &s->at, s->err));
    size_t quote = type == GJ_JSON_STRING;
    s->escaped = s->escaped || node->escaped;
    node->span.end = s->at;
    if (type != GJ_JSON_NULL)
        node->text = gj_slice_sub(s->bytes, begin + quote, s->at - quote);
    return GJ_OK;
}

static gj_status value(scanner *s, member_key key)
{
    int c = peek(s);
    switch (c) {
    case '{':
        return open_value(s, GJ_JSON_OBJECT, key);
    case '[':
        return open_value(s, GJ_JSON_ARRAY, key);
    case '"':
        return leaf_value(s, GJ_JSON_STRING, key);
    case 't':
    case 'f':
        return leaf_value(s, GJ_JSON_BOOL, key);
    case 'n':
        return leaf_value(s, GJ_JSON_NULL, key);
    default:
        if (c == '-' || (c >= '0' && c <= '9'))
            return leaf_value(s, GJ_JSON_NUMBER, key);
        return gj_json_unexpected(s->bytes, s->at, "一个值", "a value", s->err);
    }
}

/* "key": value */
static gj_status member(scanner *s)
{
    if (peek(s) != '"')
        return gj_json_unexpected(s->bytes, s->at, "带双引号的键", "a key in double quotes", s->err);
    member_key key = { .span = { s->at, 0 } };
    GJ_TRY(gj_json_string_token(s->bytes, &s->at, &key.escaped, s->err));
    key.span.end = s->at;
    s->escaped = s->escaped || key.escaped;
    skip_space(s);
    if (peek(s) != ':')
        return gj_json_unexpected(s->bytes, s->at, "冒号 :", "a colon", s->err);
    s->at++;
    skip_space(s);
    return value(s, key);
}

static gj_status unfinished(scanner *s, const gj_json_node *container)
{
    const char *closer = container->type == GJ_JSON_OBJECT ? "}" : "]";
    return gj_fail(s->err, GJ_INPUT, s->at, "文件到这里就断了：第 %zu 行打开的括号缺少配对的 %s",
                   "the file ends here: the bracket opened on line %zu needs its %s", line_of(s, container->span.begin),
                   closer);
}

static gj_status wrong_closer(scanner *s, const gj_json_node *container)
{
    const char *closer = container->type == GJ_JSON_OBJECT ? "}" : "]";
    return gj_fail(s->err, GJ_INPUT, s->at, "括号不配对：第 %zu 行打开的括号应以 %s 结束",
                   "brackets do not match: the one opened on line %zu is closed by %s",
                   line_of(s, container->span.begin), closer);
}

/* One step inside the innermost container: its end, or its next child. */
static gj_status inside(scanner *s)
{
    gj_json_node *container = &s->nodes.items[s->open[s->depth - 1].node];
    bool object = container->type == GJ_JSON_OBJECT;
    int c = peek(s);
    if (c < 0)
        return unfinished(s, container);
    if (c == (object ? '}' : ']')) {
        container->span.end = ++s->at;
        s->depth--;
        return GJ_OK;
    }
    if (c == '}' || c == ']')
        return wrong_closer(s, container);
    if (container->children) {
        if (c != ',')
            return gj_json_unexpected(s->bytes, s->at, object ? "逗号或 }" : "逗号或 ]",
                                      object ? "a comma or }" : "a comma or ]", s->err);
        size_t comma = s->at++;
        skip_space(s);
        if (peek(s) == '}' || peek(s) == ']')
            return gj_fail(s->err, GJ_INPUT, comma, "最后一项后面不能有逗号，请删去",
                           "there may be no comma after the last item; remove it");
        if (peek(s) < 0)
            return unfinished(s, container);
    }
    member_key none = { .span = { 0, 0 } };
    return object ? member(s) : value(s, none);
}

static gj_status scan(scanner *s)
{
    member_key none = { .span = { 0, 0 } };
    if (gj_slice_starts(s->bytes, GJ_LIT("\xEF\xBB\xBF")))
        s->at = 3;
    skip_space(s);
    if (peek(s) < 0)
        return gj_fail(s->err, GJ_INPUT, s->at, "文件里没有内容", "the file is empty");
    GJ_TRY(value(s, none));
    while (s->depth) {
        skip_space(s);
        GJ_TRY(inside(s));
    }
    skip_space(s);
    if (peek(s) >= 0)
        return gj_fail(s->err, GJ_INPUT, s->at, "JSON 到前面已经结束，这里还有多余的内容，请删去",
                       "the JSON has ended before this; remove what follows");
    return GJ_OK;
}

gj_status gj_json_scan(gj_arena *arena, const gj_source *source, gj_json_tree *out, gj_error *err)
{
    scanner s = { .arena = arena, .source = source, .bytes = source->bytes, .err = err };
    gj_status status = scan(&s);
    if (status != GJ_OK) {
        gj_error_locate(err, source);
        return status;
    }
    *out = (gj_json_tree){ .source = source, .nodes = s.nodes.items, .count = s.nodes.count, .escaped = s.escaped };
    return GJ_OK;
}
