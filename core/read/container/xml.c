#include "xml.h"

#include <stdint.h>

#include "../ascii.h"
#include "../foreign.h"

#define NAMES 512  /* slots for names met; a power of two */
#define OFTEN 1024 /* tags between two looks at how many names there are */

/* libxml2 keeps one copy of each name for a parse, so its address tells names apart. */
typedef struct met_name {
    const xmlChar *local, *space;
    unsigned name;
} met_name;

typedef struct walk {
    const gj_xml_library *lib;
    const gj_xml_handler *handler;
    void *context;
    xmlParserCtxtPtr parser;
    gj_status status; /* of the handler */
    bool doctype, nomem, deep, crowded, undeclared;
    size_t depth, tags;
    met_name names[NAMES];
} walk;

static unsigned resolve(walk *w, const xmlChar *local, const xmlChar *space)
{
    uintptr_t key = ((uintptr_t)local >> 3) ^ ((uintptr_t)space >> 5);
    for (size_t i = 0; i < 8; i++) {
        met_name *met = &w->names[(key + i) % NAMES];
        if (met->local == local && met->space == space)
            return met->name;
        if (met->local && i < 7)
            continue;
        *met = (met_name){ local, space, w->handler->name(space ? (const char *)space : "", (const char *)local) };
        return met->name;
    }
    return 0;
}

static bool stopped(const walk *w)
{
    return w->status != GJ_OK || w->doctype || w->nomem || w->undeclared || w->deep || w->crowded;
}

static void settle(walk *w, gj_status status)
{
    if (status == GJ_OK || w->status != GJ_OK)
        return;
    w->status = status;
    w->lib->StopParser(w->parser);
}

/* libxml2 keeps names in a dictionary and goes on without an error where that ran out of memory: a name is missing. */
static bool names_lost(const xmlChar *local, int space_count, const xmlChar **spaces, int count,
                       const xmlChar **attributes)
{
    bool lost = !local;
    for (int i = 0; i < space_count; i++)
        lost = lost || !spaces[2 * i + 1];
    for (int i = 0; i < count; i++)
        lost = lost || !attributes[5 * i];
    return lost;
}

/* A prefix that stands for nothing. libxml2 calls such a document well-formed; Word does not open it. */
static bool undeclared(const xmlChar *prefix, const xmlChar *space, int count, const xmlChar **attributes)
{
    bool found = prefix && !space;
    for (int i = 0; i < count; i++)
        found = found || (attributes[5 * i + 1] && !attributes[5 * i + 2]);
    return found;
}

static void on_open(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *space, int space_count,
                    const xmlChar **spaces, int count, int defaulted, const xmlChar **attributes)
{
    walk *w = data;
    (void)defaulted;
    if (stopped(w))
        return;
    w->nomem = w->nomem || names_lost(local, space_count, spaces, count, attributes);
    w->undeclared = undeclared(prefix, space, count, attributes);
    if (w->nomem || w->undeclared) {
        w->lib->StopParser(w->parser);
        return;
    }
    w->deep = ++w->depth > GJ_MAX_XML_DEPTH;
    w->crowded = ++w->tags % OFTEN == 0 && w->lib->DictSize(w->parser->dict) > GJ_MAX_XML_NAMES;
    if (w->deep || w->crowded) {
        w->lib->StopParser(w->parser);
        return;
    }
    gj_xml_tag tag = { .name = resolve(w, local, space), .attributes = attributes, .count = (size_t)count };
    settle(w, w->handler->open(w->context, &tag));
}

static void on_close(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *space)
{
    walk *w = data;
    (void)prefix;
    w->depth -= w->depth > 0;
    if (!stopped(w))
        settle(w, w->handler->close(w->context, resolve(w, local, space)));
}

static void on_text(void *data, const xmlChar *text, int length)
{
    walk *w = data;
    if (!stopped(w) && w->handler->text)
        settle(w, w->handler->text(w->context, (gj_slice){ (const char *)text, (size_t)length }));
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
    walk *w = data;
    (void)name;
    (void)public_id;
    (void)system_id;
    w->doctype = true;
    w->lib->StopParser(w->parser);
}

static xmlParserInputPtr no_entity(void *data, const xmlChar *public_id, const xmlChar *system_id)
{
    (void)data;
    (void)public_id;
    (void)system_id;
    return NULL;
}

/* All errors come here, those of buffers without a parser as well, so that nothing is printed. */
static void on_error(void *data, xmlErrorPtr error)
{
    walk *w = data;
    if (error->code == XML_ERR_NO_MEMORY && w)
        w->nomem = true;
}

static gj_status too_many_attributes(gj_slice what, gj_error *err)
{
    return gj_fail(err, GJ_LIMIT, GJ_NOWHERE,
                   "文件不像 Word 保存的（%.*s 里一个标记有 %d 个以上的属性），没有读入；" GJ_RESAVE_ZH,
                   "the file was hardly saved by Word (%.*s has a tag with more than %d attributes) and was not "
                   "read; " GJ_RESAVE_EN,
                   GJ_ARG(what), GJ_MAX_XML_ATTRIBUTES);
}

/* Equal signs outside quotes, up to the tag's end. */
static size_t attributes_of(gj_slice tag)
{
    size_t count = 0;
    char quote = '\0';
    for (size_t i = 0; i < tag.len && (quote || tag.data[i] != '>'); i++) {
        char c = tag.data[i];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else
            count += c == '=';
    }
    return count;
}

/* No tag is longer than what lies between one '<' and the next, for a '<' may not stand in an attribute. */
static gj_status check_tags(gj_slice part, gj_slice what, gj_error *err)
{
    for (size_t at = 0; at < part.len;) {
        const char *next = memchr(part.data + at + 1, '<', part.len - at - 1);
        size_t end = next ? (size_t)(next - part.data) : part.len;
        if (end - at > GJ_MAX_XML_GAP && attributes_of(gj_slice_sub(part, at, end)) > GJ_MAX_XML_ATTRIBUTES)
            return too_many_attributes(what, err);
        at = end;
    }
    return GJ_OK;
}

static gj_status outcome(const walk *w, bool well_formed, gj_slice what, gj_error *err)
{
    if (w->status != GJ_OK)
        return w->status;
    if (w->nomem)
        return gj_fail_nomem(err);
    if (w->doctype)
        return gj_fail(
            err, GJ_INPUT, GJ_NOWHERE,
            "文件不像 Word 保存的（%.*s 里有 DOCTYPE 声明，可能引入外部内容），没有读入；" GJ_RESAVE_ZH,
            "the file was hardly saved by Word (%.*s has a DOCTYPE declaration, which could bring in outside content) "
            "and was not read; " GJ_RESAVE_EN,
            GJ_ARG(what));
    if (w->deep)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE,
                       "文件不像 Word 保存的（%.*s 里的标记嵌套超过 %d 层），没有读入；" GJ_RESAVE_ZH,
                       "the file was hardly saved by Word (%.*s has tags nested more than %d levels deep) and was not "
                       "read; " GJ_RESAVE_EN,
                       GJ_ARG(what), GJ_MAX_XML_DEPTH);
    if (w->crowded)
        return gj_fail(
            err, GJ_LIMIT, GJ_NOWHERE, "文件不像 Word 保存的（%.*s 里的标记有 %d 种以上），没有读入；" GJ_RESAVE_ZH,
            "the file was hardly saved by Word (%.*s has more than %d kinds of tags) and was not read; " GJ_RESAVE_EN,
            GJ_ARG(what), GJ_MAX_XML_NAMES);
    if (well_formed && !w->undeclared)
        return GJ_OK;
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE,
                   "文件已损坏：其中的 %.*s 不完整或有错；请用 Word 或 WPS 打开，另存为 .docx 再检查",
                   "the file is damaged: its %.*s is incomplete or wrong; open it in Word or WPS, save it as .docx and "
                   "check again",
                   GJ_ARG(what));
}

static bool parse(walk *w, gj_slice part)
{
    w->parser = w->lib->CreateMemoryParserCtxt(part.data, (int)part.len);
    if (!w->parser) {
        w->nomem = w->nomem || part.len > 0; /* an empty part is no XML */
        return false;
    }
    *w->parser->sax = (xmlSAXHandler){ .internalSubset = on_doctype,
                                       .resolveEntity = no_entity,
                                       .startElementNs = on_open,
                                       .endElementNs = on_close,
                                       .characters = on_text,
                                       .ignorableWhitespace = on_text,
                                       .cdataBlock = on_text,
                                       .serror = on_error,
                                       .initialized = XML_SAX2_MAGIC };
    w->parser->userData = w;
    (void)w->lib->CtxtUseOptions(w->parser, XML_PARSE_NONET);
    (void)w->lib->ParseDocument(w->parser);
    bool well_formed = w->parser->wellFormed != 0;
    if (w->parser->errNo == XML_ERR_NO_MEMORY)
        w->nomem = true;
    if (w->parser->myDoc)
        w->lib->FreeDoc(w->parser->myDoc);
    w->parser->myDoc = NULL;
    w->lib->FreeParserCtxt(w->parser);
    return well_formed;
}

gj_status gj_xml_walk(const gj_xml_library *library, gj_slice part, gj_slice what, const gj_xml_handler *handler,
                      void *context, gj_error *err)
{
    GJ_TRY(check_tags(part, what, err));
    walk w = { .lib = library, .handler = handler, .context = context };
    xmlStructuredErrorFunc kept = *library->structured_error();
    void *kept_context = *library->structured_error_context();
    library->SetStructuredErrorFunc(&w, on_error);
    bool well_formed = parse(&w, part);
    library->SetStructuredErrorFunc(kept_context, kept);
    return outcome(&w, well_formed, what, err);
}

gj_slice gj_xml_attribute(const gj_xml_tag *tag, const char *local)
{
    for (size_t i = 0; i < tag->count; i++) {
        const unsigned char *const *attribute = tag->attributes + 5 * i;
        if (strcmp((const char *)attribute[0], local) == 0)
            return (gj_slice){ (const char *)attribute[3], (size_t)(attribute[4] - attribute[3]) };
    }
    return (gj_slice){ NULL, 0 };
}

long gj_xml_number(gj_slice value, long least, long most, long otherwise)
{
    value = gj_slice_trim(value);
    bool minus = value.len && value.data[0] == '-';
    long number = 0;
    if (value.len == (size_t)minus || value.len > 10)
        return otherwise;
    for (size_t i = minus; i < value.len; i++) {
        if (!gj_is_digit(value.data[i]))
            return otherwise;
        number = number * 10 + (value.data[i] - '0');
    }
    number = minus ? -number : number;
    return number < least || number > most ? otherwise : number;
}
