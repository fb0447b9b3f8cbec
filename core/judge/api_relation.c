/* Break-downs, shares and changes (bind/relation.h) as rules see them: one class, whose fields are nil where the kind has none. */
#include "api.h"

typedef struct relation_object {
    gj_object head;
    size_t index;
} relation_object;

static const gj_relation *relation_of(const void *object)
{
    return &gj_object_report(object)->relations[((const relation_object *)object)->index];
}

static void push_claim(lua_State *L, gj_api *api, size_t index)
{
    if (index == GJ_NOT_FOUND) {
        lua_pushnil(L);
        return;
    }
    gj_claim_object *claim = gj_object_push(L, api, &gj_class_claim, sizeof *claim);
    claim->index = index;
}

gj_quote gj_relation_quote(const gj_report *report, const gj_relation *relation)
{
    gj_quote quote = gj_quote_paragraph(report, relation->paragraph);
    gj_quote words = gj_quote_of(quote.base, relation->in_text.begin, relation->in_text.end, quote.pointer);
    words.section = quote.section;
    words.paragraph = relation->paragraph;
    return words;
}

const gj_relation *gj_relation_at(const void *object)
{
    return relation_of(object);
}

/* Parts: each step gives the claim and the quote of its label. */
static int next_part(lua_State *L)
{
    const relation_object *object = gj_iterator_object(L);
    const gj_relation *relation = relation_of(object);
    size_t at = gj_iterator_position(L);
    if (at >= relation->part_count)
        return 0;
    gj_iterator_move(L, at + 1);
    const gj_part *part = &relation->parts[at];
    gj_quote paragraph = gj_quote_paragraph(gj_object_report(object), relation->paragraph);
    gj_quote label = gj_quote_of(paragraph.base, part->label.begin, part->label.end, paragraph.pointer);
    label.section = paragraph.section;
    label.paragraph = relation->paragraph;
    push_claim(L, object->head.api, part->claim);
    gj_push_quote(L, object->head.api, &label);
    return 2;
}

static int relation_parts(lua_State *L)
{
    gj_object_check(L, 1, &gj_class_relation);
    return gj_iterator_push(L, next_part, 0);
}

static void push_state(lua_State *L, const gj_relation *relation)
{
    static const char *const states[] = { "holds", "too_much", "too_little", "open" };
    lua_pushstring(L, states[relation->state]);
}

/* change:judged(): how it stands by the number before that the text or else last year's report gives: { state, before, expected, wrong_direction };
 * nil where neither does. */
static int change_judged(lua_State *L)
{
    const relation_object *object = gj_object_check(L, 1, &gj_class_relation);
    gj_relation change = *relation_of(object);
    gj_decimal before = 0;
    if (change.kind != GJ_CHANGE)
        return luaL_error(L, "only a change can be judged so");
    gj_object_judging(object)->asked_prior = true;
    if (!gj_change_judge(gj_object_report(object), &change, &before)) {
        lua_pushnil(L);
        return 1;
    }
    lua_createtable(L, 0, 4);
    push_state(L, &change);
    lua_setfield(L, -2, "state");
    gj_push_sum(L, gj_sum_of(before));
    lua_setfield(L, -2, "before");
    gj_push_sum(L, gj_sum_of(change.sum));
    lua_setfield(L, -2, "expected");
    lua_pushboolean(L, change.wrong_way);
    lua_setfield(L, -2, "wrong_direction");
    return 1;
}

enum {
    STATE,
    QUOTE,
    TOTAL,
    SECOND,
    PART,
    BASE,
    NOW,
    BEFORE,
    FIGURE,
    SUM,
    EXPECTED,
    COMPLETE,
    ROUNDED,
    MIXED,
    COUNT,
    DIRECTION,
    WRONG
};
static const char *const fields[] = {
    "state", "quote",    "total",    "second_total", "part",  "base",       "now",       "before",          "figure",
    "sum",   "expected", "complete", "rounded",      "mixed", "part_count", "direction", "wrong_direction", NULL
};

/* The claim that a field names, or GJ_NOT_FOUND where the relation is of another kind. */
static size_t claim_of(const gj_relation *relation, int field)
{
    switch (field) {
    case TOTAL:
        return relation->kind == GJ_BREAKDOWN ? relation->whole : GJ_NOT_FOUND;
    case SECOND:
        return relation->kind == GJ_BREAKDOWN ? relation->second : GJ_NOT_FOUND;
    case PART:
        return relation->kind == GJ_SHARE ? relation->parts[0].claim : GJ_NOT_FOUND;
    case BASE:
        return relation->kind == GJ_SHARE ? relation->whole : GJ_NOT_FOUND;
    case NOW:
        return relation->kind == GJ_CHANGE ? relation->whole : GJ_NOT_FOUND;
    case BEFORE:
        return relation->kind == GJ_CHANGE ? relation->before : GJ_NOT_FOUND;
    default:
        return relation->kind == GJ_BREAKDOWN ? GJ_NOT_FOUND : relation->figure;
    }
}

static void relation_field(lua_State *L, const void *object, int field)
{
    const gj_relation *relation = relation_of(object);
    gj_quote quote;
    switch (field) {
    case STATE:
        push_state(L, relation);
        break;
    case QUOTE:
        quote = gj_relation_quote(gj_object_report(object), relation);
        gj_push_quote(L, ((const gj_object *)object)->api, &quote);
        break;
    case SUM:
    case EXPECTED:
        gj_push_sum(L, gj_sum_of(relation->sum));
        break;
    case COMPLETE:
        lua_pushboolean(L, relation->closed);
        break;
    case ROUNDED:
        lua_pushboolean(L, relation->rounded);
        break;
    case MIXED:
        lua_pushboolean(L, relation->mixed);
        break;
    case COUNT:
        lua_pushinteger(L, (lua_Integer)relation->part_count);
        break;
    case DIRECTION:
        lua_pushstring(L, relation->up ? "up" : "down");
        break;
    case WRONG:
        lua_pushboolean(L, relation->wrong_way);
        break;
    default:
        push_claim(L, ((const gj_object *)object)->api, claim_of(relation, field));
    }
}

/* report:breakdowns(), report:shares(), report:changes(): upvalue 3 is the kind. */
static int next_relation(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_report *report = gj_object_report(object);
    gj_relation_kind kind = (gj_relation_kind)lua_tointeger(L, lua_upvalueindex(3));
    for (size_t i = gj_iterator_position(L); i < report->relation_count; i++) {
        if (report->relations[i].kind != kind)
            continue;
        gj_iterator_move(L, i + 1);
        relation_object *pushed = gj_object_push(L, object->api, &gj_class_relation, sizeof *pushed);
        pushed->index = i;
        return 1;
    }
    gj_iterator_move(L, report->relation_count);
    return 0;
}

static int iterate(lua_State *L, gj_relation_kind kind)
{
    gj_object_check(L, 1, &gj_class_report);
    lua_pushinteger(L, (lua_Integer)kind);
    return gj_iterator_push(L, next_relation, 1);
}

int gj_report_breakdowns(lua_State *L)
{
    return iterate(L, GJ_BREAKDOWN);
}

int gj_report_shares(lua_State *L)
{
    return iterate(L, GJ_SHARE);
}

int gj_report_changes(lua_State *L)
{
    return iterate(L, GJ_CHANGE);
}

static const luaL_Reg methods[] = { { "parts", relation_parts }, { "judged", change_judged }, { NULL, NULL } };

const gj_class gj_class_relation = { GJ_CLASS_RELATION, "relation", fields, relation_field, methods, NULL, NULL };
