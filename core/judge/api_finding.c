#include "api.h"
#include "saying.h"
#include "why.h"

/* What a rule says: finding:fail, :review, :not_run, :unless_equal, :unless_at_most. */

/* Methods */

static gj_saying begin(lua_State *L, int options)
{
    const gj_object *self = gj_object_check(L, 1, &gj_class_finding);
    gj_saying s = { .L = L, .judging = self->api->judging };
    if (!lua_isnoneornil(L, options)) {
        luaL_checktype(L, options, LUA_TTABLE);
        s.options = options;
    }
    return s;
}

static int say(gj_saying *s, gj_outcome outcome)
{
    gj_draft *draft = gj_saying_draft(s, outcome);
    gj_words why = outcome == GJ_REVIEW ? draft->message : (gj_words){ { NULL, 0 }, { NULL, 0 } };
    gj_judging_note(s->judging, outcome, (gj_slice){ NULL, 0 }, why);
    if (!gj_judging_add(s->judging, draft))
        return gj_raise_nomem(s->L, s->judging);
    return 0;
}

static int finding_fail(lua_State *L)
{
    luaL_checktype(L, 2, LUA_TTABLE);
    gj_saying s = begin(L, 2);
    return say(&s, GJ_FAIL);
}

/* A rule id that exists, or a word in small letters. */
static gj_slice because(gj_saying *s)
{
    gj_slice word = gj_string_at(s->L, lua_gettop(s->L));
    bool small = word.len > 0;
    for (size_t i = 0; i < word.len; i++)
        small = small && ((word.data[i] >= 'a' && word.data[i] <= 'z') || word.data[i] == '_');
    const gj_rule *rule = small ? NULL : gj_ruleset_rule(s->judging->ruleset, word);
    if (!small && !rule)
        luaL_error(s->L, "because: no rule \"%s\"", word.data);
    if (rule)
        return rule == s->judging->rule ? (gj_slice){ NULL, 0 } : rule->id;
    gj_slice copy = gj_arena_copy(s->judging->arena, word);
    if (!copy.data)
        gj_raise_nomem(s->L, s->judging);
    return copy;
}

static int note_because(gj_saying *s, gj_outcome outcome)
{
    gj_slice reason = because(s);
    gj_words why = { s->judging->rule->title.zh, s->judging->rule->title.en };
    if (reason.len)
        why = gj_why_because(s->judging->arena, reason);
    if (!gj_words_ok(why))
        return gj_raise_nomem(s->L, s->judging);
    gj_judging_note(s->judging, outcome, reason, why);
    return 0;
}

static int finding_review(lua_State *L)
{
    luaL_checktype(L, 2, LUA_TTABLE);
    gj_saying s = begin(L, 2);
    if (gj_saying_option(&s, "because") != LUA_TNIL)
        return note_because(&s, GJ_REVIEW);
    lua_pop(L, 1);
    return say(&s, GJ_REVIEW);
}

static int finding_not_run(lua_State *L)
{
    luaL_checktype(L, 2, LUA_TTABLE);
    gj_saying s = begin(L, 2);
    if (gj_saying_option(&s, "because") == LUA_TNIL)
        return luaL_error(L, "not_run: expected { because = … }");
    return note_because(&s, GJ_NOT_RUN);
}

/* Equations */

/* Those of a table's system are kept whether they hold or not: a diagnosis must not break those that hold. */
static void record(gj_saying *s, const gj_equation *equation)
{
    if (s->judging->equations.count >= GJ_MAX_EQUATIONS) {
        s->judging->over_limit = true;
        luaL_error(s->L, "more than %d equations in one report", GJ_MAX_EQUATIONS);
    }
    size_t left = equation->left.count, right = equation->right.count;
    gj_term *terms = gj_saying_array(s, left + right, sizeof *terms);
    gj_equation *kept = GJ_PUSH(s->judging->arena, &s->judging->equations);
    if (!kept)
        gj_raise_nomem(s->L, s->judging);
    if (left)
        memcpy(terms, equation->left.terms, left * sizeof *terms);
    if (right)
        memcpy(terms + left, equation->right.terms, right * sizeof *terms);
    *kept = *equation;
    kept->left.terms = terms;
    kept->right.terms = terms + left;
}

static void note_unknown(gj_saying *s, const gj_equation *equation)
{
    gj_judging *judging = s->judging;
    if (gj_cell_is_prior(judging->report, equation->where)) {
        /* nobody asks this report's author to fill in last year's */
        gj_words words = gj_why_because(judging->arena, GJ_LIT("prior_unknown"));
        if (!gj_words_ok(words))
            gj_raise_nomem(s->L, judging);
        gj_judging_note(judging, GJ_NOT_RUN, GJ_LIT("prior_unknown"), words);
        return;
    }
    gj_slice owner = gj_unknown_owner(judging->report, equation->cause, equation->where);
    if (gj_slice_equal(owner, judging->rule->id))
        owner = (gj_slice){ NULL, 0 };
    if (judging->verdict.outcome == GJ_REVIEW && (judging->verdict.because.len || !owner.len))
        return; /* said already: spare the words */
    gj_words why = gj_why_unknown(judging->arena, judging->report, equation->cause, equation->where, owner);
    if (!gj_words_ok(why))
        gj_raise_nomem(s->L, judging);
    gj_judging_note(judging, GJ_REVIEW, owner, why);
}

/* Returns true, false, or nil where it cannot be decided. */
static int unless(lua_State *L, bool at_most)
{
    gj_saying s = begin(L, 4);
    gj_equation equation = { .rule = s.judging->rule, .at_most = at_most };
    luaL_checkany(L, 3);
    equation.left = gj_linear_at(L, 2);
    equation.right = gj_linear_at(L, 3);
    gj_equation_decide(s.judging->report, &equation);
    if (equation.outcome == GJ_REVIEW) {
        note_unknown(&s, &equation);
        lua_pushnil(L);
        return 1;
    }
    if (equation.outcome == GJ_FAIL) {
        s.equation = &equation;
        equation.draft = gj_saying_draft(&s, GJ_FAIL);
        gj_judging_note(s.judging, GJ_FAIL, (gj_slice){ NULL, 0 }, (gj_words){ { NULL, 0 }, { NULL, 0 } });
    }
    if (equation.exact || equation.outcome == GJ_FAIL)
        record(&s, &equation);
    lua_pushboolean(L, equation.outcome == GJ_PASS);
    return 1;
}

static int finding_unless_equal(lua_State *L)
{
    return unless(L, false);
}

static int finding_unless_at_most(lua_State *L)
{
    return unless(L, true);
}

static const luaL_Reg methods[] = { { "fail", finding_fail },
                                    { "review", finding_review },
                                    { "not_run", finding_not_run },
                                    { "unless_equal", finding_unless_equal },
                                    { "unless_at_most", finding_unless_at_most },
                                    { NULL, NULL } };

const gj_class gj_class_finding = { GJ_CLASS_FINDING, "finding", NULL, NULL, methods, NULL, NULL };
