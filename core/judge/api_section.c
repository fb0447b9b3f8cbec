#include "api.h"

static const gj_section *section_of(const void *object)
{
    return &gj_object_report(object)->sections[((const gj_section_object *)object)->index];
}

static size_t self(lua_State *L)
{
    return ((const gj_section_object *)gj_object_check(L, 1, &gj_class_section))->index;
}

void gj_push_section(lua_State *L, gj_api *api, size_t index)
{
    gj_section_object *object = gj_object_push(L, api, &gj_class_section, sizeof *object);
    object->index = index;
}

static int section_paragraphs(lua_State *L)
{
    return gj_iterate_paragraphs(L, self(L));
}

static int section_search(lua_State *L)
{
    return gj_iterate_search(L, self(L), 2);
}

static int section_contains(lua_State *L)
{
    return gj_find_literal(L, self(L), 2);
}

enum { KEY, PRESENT, NUMBER, TITLE, STATUTORY, HEADING, COPIES, SECOND, ORDER, CHARS, HAS_TABLE, HAS_IMAGE };
static const char *const fields[] = { "key",       "present",   "number", "title", "statutory_title",
                                      "heading",   "copies",    "second", "order", "chars",
                                      "has_table", "has_image", NULL };

/* The block whose text stands at `span`; NULL when none does. */
static const gj_block *block_at(const gj_report *report, gj_span span)
{
    const gj_document *document = report->document;
    for (size_t i = 0; i < document->block_count; i++)
        if (document->blocks[i].text.span.begin == span.begin && document->blocks[i].text.span.end == span.end)
            return &document->blocks[i];
    return NULL;
}

/* The heading as a quote; `second` the second one, which is known by its place only. */
static void push_heading(lua_State *L, const gj_section_object *object, bool second)
{
    const gj_section *section = section_of(object);
    if (!section->present || (second && section->copies == 0)) {
        lua_pushnil(L);
        return;
    }
    const gj_block *block = second ? block_at(gj_object_report(object), section->second) : NULL;
    const gj_text *heading = block ? &block->text : &section->heading;
    gj_quote quote = gj_quote_of(heading, 0, heading->text.len, block ? block->pointer : section->pointer);
    quote.section = object->index;
    gj_push_quote(L, object->head.api, &quote);
}

static void section_field(lua_State *L, const void *object, int field)
{
    const gj_section *section = section_of(object);
    const gj_form_section *form = section->form;
    const gj_slice none = { NULL, 0 };
    switch (field) {
    case KEY:
        gj_push_known(L, form ? form->key : none);
        break;
    case PRESENT:
        lua_pushboolean(L, section->present);
        break;
    case NUMBER: /* as written; the form's where none is */
        gj_push_slice(L, section->number.len ? section->number : form ? form->number : none);
        break;
    case TITLE:
        gj_push_slice(L, section->title);
        break;
    case STATUTORY:
        gj_push_known(L, form ? form->title : none);
        break;
    case HEADING:
    case SECOND:
        push_heading(L, object, field == SECOND);
        break;
    case COPIES:
        lua_pushinteger(L, (lua_Integer)section->copies);
        break;
    case ORDER:
        if (section->present)
            lua_pushinteger(L, (lua_Integer)section->order + 1);
        else
            lua_pushnil(L);
        break;
    case CHARS:
        lua_pushinteger(L, (lua_Integer)section->text_chars);
        break;
    case HAS_TABLE:
        lua_pushboolean(L, section->has_table);
        break;
    default:
        lua_pushboolean(L, section->has_image);
    }
}

static const luaL_Reg methods[] = {
    { "paragraphs", section_paragraphs }, { "search", section_search }, { "contains", section_contains }, { NULL, NULL }
};

const gj_class gj_class_section = { GJ_CLASS_SECTION, "section", fields, section_field, methods, NULL, NULL };
