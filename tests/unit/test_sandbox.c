/* test_sandbox.c - attacks on the Lua host, each contained within its budget, and what a script may rely on.
 *
 * The table of attacks is that of the measurements behind the design (bare Lua hung or let the script go on in six of them), each also
 * in variants that try to swallow the kill. After every attack the same sandbox must run an honest script. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>
#include <lauxlib.h>

#include "../../core/script/sandbox.h"

#define SECONDS 8 /* CPU time one attack may take, under sanitizers too */

typedef struct attack {
    const char *name, *script;
    gj_call_end end;
    const char *says; /* part of the English message; NULL: any */
} attack;

static const attack attacks[] = {
    { "endless loop", "while true do end", GJ_CALL_STEPS, "budget" },
    { "endless loop in pcall", "pcall(function() while true do end end)", GJ_CALL_STEPS, NULL },
    { "pcall for ever", "while true do pcall(function() while true do end end) end", GJ_CALL_STEPS, NULL },
    { "pcall, then go on", "for _ = 1, 100 do pcall(function() while true do end end) end return 'out'", GJ_CALL_STEPS,
      NULL },
    { "nested pcall", "local function f() pcall(f) while true do end end f()", GJ_CALL_STEPS, NULL },
    { "xpcall handler loops", "xpcall(function() while true do end end, function() while true do end end)",
      GJ_CALL_STEPS, NULL },
    { "xpcall handler swallows", "xpcall(function() while true do end end, function() return 1 end) return 'out'",
      GJ_CALL_STEPS, NULL },
    { "handler loops on own error", "xpcall(error, function() while true do end end)", GJ_CALL_STEPS, NULL },
    { "handler raises for ever", "local function h() error('x') end for _ = 1, 1e9 do xpcall(error, h) end",
      GJ_CALL_STEPS, NULL },
    { "tail calls", "local function f() return f() end f()", GJ_CALL_STEPS, NULL },
    { "deep recursion", "local function f() return 1 + f() end f()", GJ_CALL_MEMORY, NULL },
    { "deep recursion in pcall", "local function f() return 1 + f() end pcall(f) return 'out'", GJ_CALL_MEMORY, NULL },
    { "recursion through pcall", "local function f() local _, e = pcall(f) error(e, 0) end f()", GJ_CALL_ERROR,
      "nested too deeply" },
    { "recursion through __index",
      "local t = setmetatable({}, { __index = function(t, k) return t[k] end }) return t.x", GJ_CALL_ERROR,
      "overflow" },
    { "__index loop", "local t = {} setmetatable(t, { __index = t }) return t.x", GJ_CALL_ERROR, NULL },
    { "recursion through tostring",
      "local t = {} setmetatable(t, { __tostring = function(t) return tostring(t) end }) tostring(t)", GJ_CALL_ERROR,
      NULL },
    { "recursion through sort", "local function f() table.sort({ 2, 1 }, f) end f()", GJ_CALL_ERROR, NULL },
    { "recursion through pairs", "local t = {} setmetatable(t, { __pairs = function(t) return pairs(t) end }) pairs(t)",
      GJ_CALL_ERROR, NULL },
    { "long closing",
      "local mt = { __close = function() while true do end end } local function f() local a <close> = setmetatable({}, "
      "mt) "
      "local b <close> = setmetatable({}, mt) while true do end end pcall(f)",
      GJ_CALL_STEPS, NULL },
    { "closing after an error",
      "local mt = { __close = function() while true do end end } pcall(function() local a <close> = setmetatable({}, "
      "mt) "
      "error('x') end)",
      GJ_CALL_STEPS, NULL },
    { "finalizer", "setmetatable({}, { __gc = function() while true do end end })", GJ_CALL_ERROR, "__gc" },
    { "finalizer in pcall", "for _ = 1, 1e9 do pcall(setmetatable, {}, { __gc = function() end }) end", GJ_CALL_STEPS,
      NULL },
    { "weak table", "setmetatable({}, { __mode = 'k' })", GJ_CALL_ERROR, "__mode" },
    { "large rep", "local s = string.rep('a', 2^30 // 1 | 0)", GJ_CALL_STEPS, NULL },
    { "rep beyond a value's size", "local s = string.rep('abcdefgh', 1000000)", GJ_CALL_MEMORY, "KiB" },
    { "rep of nothing for ever", "return #string.rep('', 1 << 62)", GJ_CALL_OK, NULL },
    { "rep of a separator", "string.rep('', 1 << 40, ',')", GJ_CALL_STEPS, NULL },
    { "rep in a loop", "while true do local s = string.rep('a', 200000) end", GJ_CALL_STEPS, NULL },
    { "doubling", "local s = 'a' while true do s = s .. s end", GJ_CALL_MEMORY, NULL },
    { "doubling in pcall", "pcall(function() local s = 'a' while true do s = s .. s end end) return 'out'",
      GJ_CALL_MEMORY, NULL },
    { "doubling in pcall for ever",
      "while true do pcall(function() local s = 'a' while true do s = s .. s end end) end", GJ_CALL_MEMORY, NULL },
    { "many small objects", "local t = {} while true do t = { t, {}, {} } end", GJ_CALL_STEPS, NULL },
    { "many strings", "local t, n = {}, 0 while true do n = n + 1 t[n % 1000] = ('x'):rep(200000) .. n end",
      GJ_CALL_STEPS, NULL },
    { "large table", "local t = {} for i = 1, 1e9 do t[i] = i end", GJ_CALL_MEMORY, NULL },
    { "hoarding", "local t = {} for i = 1, 1e9 do t[i % 5000] = ('x'):rep(100000 + i % 10000) end", GJ_CALL_STEPS,
      NULL },
    { "lua pattern by method", "return ('a'):rep(22):find(('a-'):rep(22) .. 'b')", GJ_CALL_ERROR,
      "string.find is not available" },
    { "lua pattern by library", "return string.find('a', 'a')", GJ_CALL_ERROR, "text.find" },
    { "gsub by method", "return ('a'):gsub('a', 'b')", GJ_CALL_ERROR, "string.gsub" },
    { "gmatch by index", "local f = ('').gmatch return f", GJ_CALL_ERROR, "string.gmatch" },
    { "dump", "return string.dump(function() end)", GJ_CALL_ERROR, "string.dump" },
    { "replace string methods", "string.len = function() return 0 end", GJ_CALL_ERROR, "read-only" },
    { "replace a global", "pcall = nil", GJ_CALL_ERROR, "\"pcall\" is assigned" },
    { "write a global", "leak = 1", GJ_CALL_ERROR, "\"leak\" is assigned" },
    { "write by _ENV", "_ENV.leak = 1", GJ_CALL_ERROR, "\"leak\" is assigned" },
    { "replace _ENV's metatable", "setmetatable(_ENV, {})", GJ_CALL_ERROR, "protected" },
    { "replace a library's metatable", "setmetatable(string, { __index = {} })", GJ_CALL_ERROR, "protected" },
    { "insert into a library", "table.insert(string, 1)", GJ_CALL_ERROR, "read-only" },
    { "sort a library", "table.sort(table)", GJ_CALL_ERROR, "read-only" },
    { "move into a library", "table.move({ 1 }, 1, 1, 1, math)", GJ_CALL_ERROR, "read-only" },
    { "contents by pairs", "local f, t = pairs(shared) t.list[1] = 9", GJ_CALL_ERROR, "read-only" },
    { "contents by the walker", "local f = pairs({ 1 }) local k, v = f(shared.list, 0) return f('abc', 0)",
      GJ_CALL_ERROR, "table expected" },
    { "write a shared field", "shared.x = 1", GJ_CALL_ERROR, "field \"x\"" },
    { "write a shared field deep down", "shared.inner.deep.x = 1", GJ_CALL_ERROR, "read-only" },
    { "write a present shared field", "shared.inner.deep.value = 1", GJ_CALL_ERROR, "read-only" },
    { "io", "return io", GJ_CALL_ERROR, "unknown global \"io\"" },
    { "os", "return os.time()", GJ_CALL_ERROR, "unknown global \"os\"" },
    { "package", "return package", GJ_CALL_ERROR, "package" },
    { "require", "return require 'os'", GJ_CALL_ERROR, "require" },
    { "debug", "return debug.getregistry()", GJ_CALL_ERROR, "debug" },
    { "load", "return load('return 1')", GJ_CALL_ERROR, "load" },
    { "dofile", "return dofile('/etc/passwd')", GJ_CALL_ERROR, "dofile" },
    { "collectgarbage", "collectgarbage('stop')", GJ_CALL_ERROR, "collectgarbage" },
    { "coroutine", "return coroutine.create(function() end)", GJ_CALL_ERROR, "coroutine" },
    { "rawset", "rawset(string, 'x', 1)", GJ_CALL_ERROR, "rawset" },
    { "getmetatable", "return getmetatable('')", GJ_CALL_ERROR, "getmetatable" },
    { "_G", "return _G", GJ_CALL_ERROR, "_G" },
    { "random", "return math.random()", GJ_CALL_ERROR, "math.random" },
    { "lying comparator",
      "local t = {} for i = 1, 5000 do t[i] = i end table.sort(t, function() return true end) return #t", GJ_CALL_OK,
      NULL },
    { "endless comparator", "table.sort({ 2, 1 }, function() while true do end end)", GJ_CALL_STEPS, NULL },
    { "sorting for ever", "local t = {} for i = 1, 10000 do t[i] = -i end while true do table.sort(t) end",
      GJ_CALL_STEPS, NULL },
    { "lying length, insert", "table.insert(setmetatable({}, { __len = function() return 1 << 50 end }), 1, 'x')",
      GJ_CALL_ERROR, "metatable" },
    { "lying length, remove", "table.remove(setmetatable({}, { __len = function() return 1 << 50 end }), 1)",
      GJ_CALL_ERROR, "metatable" },
    { "lying length, concat",
      "table.concat(setmetatable({}, { __len = function() return 1 << 50 end, __index = tostring }))", GJ_CALL_STEPS,
      NULL },
    { "lying length, unpack", "table.unpack(setmetatable({}, { __len = function() return 1 << 50 end }))",
      GJ_CALL_STEPS, NULL },
    { "length that lies the second time",
      "local n = 0 table.unpack(setmetatable({}, { __len = function() n = n + 1 return n == 1 and 1 or 1 << 50 end }))",
      GJ_CALL_OK, NULL },
    { "large range, concat", "table.concat({}, '', 1, 1 << 60)", GJ_CALL_STEPS, NULL },
    { "large range, move", "table.move({}, 1, 1 << 60, 2, {})", GJ_CALL_STEPS, NULL },
    { "large range over zero", "table.concat({}, '', math.mininteger, math.maxinteger)", GJ_CALL_STEPS, NULL },
    { "many values, unpack", "table.unpack({}, 1, 1000000)", GJ_CALL_ERROR, "too many values" },
    { "many values, byte", "(('x'):rep(100000)):byte(1, -1)", GJ_CALL_ERROR, "too many values" },
    { "many values by recursion", "local function f(...) return f(1, ...) end f()", GJ_CALL_STEPS, NULL },
    { "codepoints", "utf8.codepoint(('x'):rep(100000), 1, -1)", GJ_CALL_ERROR, "too many values" },
    { "utf8.len for ever", "local s = ('x'):rep(200000) while true do utf8.len(s) end", GJ_CALL_STEPS, NULL },
    { "tonumber for ever", "local s = ('1'):rep(200000) while true do tonumber(s) end", GJ_CALL_STEPS, NULL },
    { "wide format", "return string.format('%999d', 1)", GJ_CALL_ERROR, "invalid conversion" },
    { "precise format", "return string.format('%.999f', 1)", GJ_CALL_ERROR, "invalid conversion" },
    { "address by format", "return string.format('%p', {})", GJ_CALL_ERROR, "%p" },
    { "error object a table", "error({ code = 1 })", GJ_CALL_ERROR, "table" },
    { "error object hostile", "error(setmetatable({}, { __tostring = function() while true do end end }))",
      GJ_CALL_ERROR, "table" },
    { "error object nil", "error()", GJ_CALL_ERROR, "nil" },
    { "error object a number", "error(12.5)", GJ_CALL_ERROR, "12.5" },
    { "error object a function", "error(function() end)", GJ_CALL_ERROR, "function" },
    { "error rethrown for ever", "local function f(e) error(e, 0) end while true do pcall(f, {}) end", GJ_CALL_STEPS,
      NULL },
    { "hostile tostring", "tostring(setmetatable({}, { __tostring = function() while true do end end }))",
      GJ_CALL_STEPS, NULL },
    { "tostring that gives no string", "tostring(setmetatable({}, { __tostring = function() return {} end }))",
      GJ_CALL_ERROR, "must return a string" },
    { "pattern that explodes", "return text.test(('a'):rep(5000), [[^(?:a|aa)+$(?<!a)]])", GJ_CALL_MATCHING,
      "too many steps" },
    { "the same in pcall", "for _ = 1, 50 do pcall(text.test, ('a'):rep(5000), [[^(?:a|aa)+$(?<!a)]]) end return 'out'",
      GJ_CALL_MATCHING, NULL },
    { "quadratic pattern", "local s = ('a'):rep(60000) for _ = 1, 1e9 do text.test(s, [[(?=a{0,1000}[bc])]]) end",
      GJ_CALL_MATCHING, NULL },
    { "many searches", "local s = ('a'):rep(60000) for _ = 1, 1e9 do text.test(s, [[(?=[bc])]]) end", GJ_CALL_MATCHING,
      NULL },
    { "many fruitless searches", "local s = ('a'):rep(60000) for _ = 1, 1e9 do text.test(s, 'bc') end", GJ_CALL_STEPS,
      NULL },
    { "many patterns", "for i = 1, 1e9 do text.test('a', 'b' .. i) end", GJ_CALL_STEPS, NULL },
    { "unbounded repeat", "return text.test('a', 'a{0,60000}[bc]')", GJ_CALL_ERROR, "repeat is too large" },
    { "recursion in a pattern", "return text.test('a', '(a(?1)?)')", GJ_CALL_ERROR, "recursion" },
    { "bytes in a pattern", "return text.test('a', [[\\C]])", GJ_CALL_ERROR, "\\C" },
    { "verb in a pattern", "return text.test('a', '(*LIMIT_MATCH=1)a')", GJ_CALL_ERROR, "VERBS" },
    { "half a character", "return text.test(('汉'):sub(1, 2), '.')", GJ_CALL_ERROR, "UTF-8" },
    { "long text", "return text.test(('a'):rep(100000), 'a')", GJ_CALL_MATCHING, "too long" },
    { "looking for much",
      "local s = ('a'):rep(250000) for _ = 1, 1e9 do text.contains(s, ('a'):rep(100000) .. 'b') end", GJ_CALL_STEPS,
      NULL },
    { "similar for ever", "local s = ('汉字'):rep(20000) while true do text.similar(s, s) end", GJ_CALL_STEPS, NULL },
    { "sharing for ever", "local s = ('汉字'):rep(20000) while true do text.shared(s, 'a', s, '') end", GJ_CALL_STEPS,
      NULL },
    { "splitting for ever", "local s = (','):rep(16000) while true do text.split(s, ',') end", GJ_CALL_STEPS, NULL },
    { "folding for ever", "local s = ('汉'):rep(20000) while true do text.fold(s) end", GJ_CALL_STEPS, NULL },
    { "pairs for ever",
      "local t = {} for i = 1, 5000 do t['k' .. i] = i end while true do for _ in pairs(t) do end end", GJ_CALL_STEPS,
      NULL },
    { "next for ever", "local t = {} for i = 1, 5000 do t['k' .. i] = i end while true do next(t, 'k1') end",
      GJ_CALL_STEPS, NULL },
    { "keys without an order", "for _ in pairs({ [{}] = 1 }) do end", GJ_CALL_ERROR, "have an order" },
};

typedef struct fixture {
    gj_matcher *matcher;
    gj_sandbox *sandbox;
} fixture;

static int set_up(void **state)
{
    static fixture f;
    gj_error err;
    assert_int_equal(gj_matcher_new(&f.matcher, &err), GJ_OK);
    assert_int_equal(gj_sandbox_new(f.matcher, &f.sandbox, &err), GJ_OK);
    assert_int_equal(
        gj_sandbox_load(f.sandbox, GJ_LIT("shared.lua"),
                        GJ_LIT("return { list = { 1, 2, 3 }, inner = { deep = { value = 7 } }, b = 2, a = 1 }"), false,
                        &err),
        GJ_OK);
    assert_int_equal(gj_sandbox_call(f.sandbox, 0, 1, GJ_LUA_RULE_STEPS, &err), GJ_CALL_OK);
    assert_int_equal(gj_sandbox_share(f.sandbox, "shared"), GJ_OK);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    gj_sandbox_free(f->sandbox);
    gj_matcher_free(f->matcher);
    return 0;
}

static gj_call_end run(gj_sandbox *sandbox, const char *script, int results, long steps, gj_error *err)
{
    if (gj_sandbox_load(sandbox, GJ_LIT("rules/test.lua"), gj_slice_of(script), false, err) != GJ_OK)
        return GJ_CALL_ERROR;
    return gj_sandbox_call(sandbox, 0, results, steps, err);
}

/* The one string that a script returns. */
static void expect(fixture *f, const char *script, const char *result)
{
    gj_error err = { 0 };
    gj_call_end end = run(f->sandbox, script, 1, GJ_LUA_RULE_STEPS, &err);
    if (end != GJ_CALL_OK)
        fail_msg("%s\n  ended %d: %s:%zu: %s", script, (int)end, err.where, err.line, err.en);
    const char *got = lua_tostring(gj_sandbox_state(f->sandbox), -1);
    assert_string_equal(got ? got : "(no string)", result);
    lua_pop(gj_sandbox_state(f->sandbox), 1);
}

static void test_attacks(void **state)
{
    fixture *f = *state;
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
        gj_error err = { 0 };
        int top = lua_gettop(gj_sandbox_state(f->sandbox));
        clock_t start = clock();
        gj_call_end end = run(f->sandbox, attacks[i].script, 0, GJ_LUA_RULE_STEPS, &err);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (end != attacks[i].end || (attacks[i].says && !strstr(err.en, attacks[i].says)))
            fail_msg("%s: ended %d: %s", attacks[i].name, (int)end, err.en);
        if (seconds > SECONDS)
            fail_msg("%s: took %.1f s", attacks[i].name, seconds);
        if (end != GJ_CALL_OK && end != GJ_CALL_MATCHING && (err.line != 1 || strcmp(err.where, "rules/test.lua") != 0))
            fail_msg("%s: place %s:%zu", attacks[i].name, err.where, err.line);
        size_t peak, held = gj_sandbox_memory(f->sandbox, &peak);
        assert_true(peak <= GJ_LUA_MEMORY && held <= GJ_LUA_MEMORY);
        assert_int_equal(lua_gettop(gj_sandbox_state(f->sandbox)), top);
        expect(f,
               "local t = {} for k, v in pairs({ b = 1, a = 2 }) do t[#t + 1] = k .. v end return table.concat(t, ' ')",
               "a2 b1");
    }
}

static void test_bytecode_is_refused(void **state)
{
    fixture *f = *state;
    gj_error err = { 0 };
    assert_int_equal(
        gj_sandbox_load(f->sandbox, GJ_LIT("evil.lua"), GJ_LIT("\x1bLuaT\x00\x19\x93\r\n\x1a\n"), false, &err),
        GJ_RULES);
    assert_non_null(strstr(err.en, "binary chunk"));
    assert_int_equal(gj_sandbox_load(f->sandbox, GJ_LIT("evil.lua"), GJ_LIT("\xEF\xBB\xBF\x1bLua"), false, &err),
                     GJ_RULES);
}

static void test_syntax_errors_have_a_place(void **state)
{
    fixture *f = *state;
    gj_error err = { 0 };
    assert_int_equal(
        gj_sandbox_load(f->sandbox, GJ_LIT("rules/x.lua"), GJ_LIT("local a = 1\nlocal b = = 2\n"), false, &err),
        GJ_RULES);
    assert_string_equal(err.where, "rules/x.lua");
    assert_int_equal(err.line, 2);
    assert_non_null(strstr(err.en, "unexpected symbol near '='"));
    const gj_slice deep = GJ_LIT("a/folder/with/a/very/long/name/that/lua/will/shorten/in/its/messages/rules/x.lua");
    assert_int_equal(gj_sandbox_load(f->sandbox, deep, GJ_LIT("\n\n)"), false, &err), GJ_RULES);
    assert_string_equal(err.where, deep.data);
    assert_int_equal(err.line, 3);
}

static void test_nested_source(void **state)
{
    fixture *f = *state;
    static char source[60000];
    gj_error err = { 0 };
    memset(source, '{', sizeof source);
    assert_int_equal(gj_sandbox_load(f->sandbox, GJ_LIT("x.lua"), (gj_slice){ source, sizeof source }, false, &err),
                     GJ_RULES);
    memset(source, '(', sizeof source);
    memcpy(source, "x = ", 4);
    assert_int_equal(gj_sandbox_load(f->sandbox, GJ_LIT("x.lua"), (gj_slice){ source, sizeof source }, false, &err),
                     GJ_RULES);
    static char large[GJ_MAX_RULE_FILE + 1];
    memset(large, ' ', sizeof large);
    assert_int_equal(gj_sandbox_load(f->sandbox, GJ_LIT("x.lua"), (gj_slice){ large, sizeof large }, false, &err),
                     GJ_LIMIT);
}

static void test_errors_have_a_place(void **state)
{
    fixture *f = *state;
    gj_error err = { 0 };
    assert_int_equal(run(f->sandbox, "local function f()\n  error('broken')\nend\n\nf()", 0, GJ_LUA_RULE_STEPS, &err),
                     GJ_CALL_ERROR);
    assert_int_equal(err.status, GJ_RULES);
    assert_int_equal(err.line, 2);
    assert_string_equal(err.en, "script error: broken");
    assert_string_equal(err.zh, "脚本出错：broken");
    assert_int_equal(
        run(f->sandbox, "local function f()\n  error('told', 2)\nend\n\nf()\n", 0, GJ_LUA_RULE_STEPS, &err),
        GJ_CALL_ERROR);
    assert_int_equal(err.line, 5);
    assert_int_equal(run(f->sandbox, "\n\nwhile true do\nend", 0, 5000, &err), GJ_CALL_STEPS);
    assert_int_equal(err.status, GJ_LIMIT);
    assert_int_equal(err.line, 3);
    assert_int_equal(run(f->sandbox, "error('bad \\xff bytes')", 0, 5000, &err), GJ_CALL_ERROR);
    assert_string_equal(err.en, "script error: bad ");
}

static void test_order_of_pairs(void **state)
{
    fixture *f = *state;
    static const char *const walk = "local t = {} for k, v in pairs(x) do t[#t + 1] = tostring(k) .. '=' .. "
                                    "tostring(v) end return table.concat(t, ' ')";
    static const char *const cases[][2] = {
        { "{ 10, 20, 30 }", "1=10 2=20 3=30" },
        { "{ 10, nil, 30 }", "1=10 3=30" },
        { "{ z = 1, a = 2, 5, [false] = 3, [true] = 4, [-1] = 6, [2.5] = 7, [100] = 8, ['汉'] = 9 }",
          "1=5 -1=6 2.5=7 100=8 a=2 z=1 汉=9 false=3 true=4" },
        { "{}", "" },
        { "shared.list", "1=1 2=2 3=3" },
        { "{ [math.mininteger] = 1, [math.maxinteger] = 2, [0] = 3, [2^53] = 4 }",
          "-9223372036854775808=1 0=3 9007199254740992=4 9223372036854775807=2" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char script[512];
        (void)snprintf(script, sizeof script, "local x = %s %s", cases[i][0], walk);
        expect(f, script, cases[i][1]);
        (void)snprintf(
            script, sizeof script,
            "local x, t, k, v = %s, {} k, v = next(x) while k ~= nil do t[#t + 1] = tostring(k) .. '=' .. tostring(v) "
            "k, v = next(x, k) end return table.concat(t, ' ')",
            cases[i][0]);
        expect(f, script, cases[i][1]);
    }
    expect(f,
           "local t, seen = { a = 1, b = 2, c = 3 }, '' for k in pairs(t) do seen = seen .. k t.b = nil t.a = 9 end "
           "return seen",
           "ac");
    expect(f,
           "local t = setmetatable({}, { __pairs = function() return function(_, k) return not k and 'once' or nil end "
           "end }) for k in pairs(t) do return k end",
           "once");
}

static void test_shared_tables(void **state)
{
    fixture *f = *state;
    expect(f, "return #shared.list .. shared.list[2] .. shared.inner.deep.value .. type(shared)", "327table");
    expect(f, "local s = 0 for i, v in ipairs(shared.list) do s = s + i * v end return tostring(s)", "14");
    expect(f, "local t = {} for k in pairs(shared) do t[#t + 1] = k end return table.concat(t, ' ')", "a b inner list");
    expect(f,
           "return table.concat(shared.list, '-') .. select('#', table.unpack(shared.list)) .. tostring(next(shared))",
           "1-2-33a");
    expect(f, "return table.concat(table.move(shared.list, 1, 3, 2, { 'x' }), ' ')", "x 1 2 3");
    expect(f, "return tostring(shared.nothing) .. tostring(shared.inner == shared.inner)", "niltrue");
    expect(f, "local mine = setmetatable({}, { __index = shared }) mine.a = 5 return mine.a .. mine.b .. shared.a",
           "521");
}

static void test_share_keeps_identity_and_metatables(void **state)
{
    fixture *f = *state;
    gj_error err = { 0 };
    static const char lib[] = "local M = { list = {} }\n"
                              "local mt = { __index = { hello = function(self) return 'hello ' .. self.name end }, "
                              "__call = function(self, x) return x .. '!' end }\n"
                              "M.object = setmetatable({ name = 'me' }, mt)\n"
                              "function M.spoil() M.list[1] = 'spoilt' end\n"
                              "M.self = M\n"
                              "return M\n";
    assert_int_equal(run(f->sandbox, lib, 1, GJ_LUA_RULE_STEPS, &err), GJ_CALL_OK);
    assert_int_equal(gj_sandbox_share(f->sandbox, "M"), GJ_OK);
    expect(f, "return M.object:hello() .. M.object('x') .. tostring(M.self == M)", "hello mex!true");
    expect(f, "local ok, e = pcall(M.spoil) return tostring(ok) .. ' ' .. tostring(M.list[1])", "false nil");
    assert_int_equal(run(f->sandbox, "M.object.hello = nil", 0, GJ_LUA_RULE_STEPS, &err), GJ_CALL_ERROR);
    assert_int_equal(run(f->sandbox, "return { class = { __index = {} } }", 1, GJ_LUA_RULE_STEPS, &err), GJ_CALL_OK);
    assert_int_equal(gj_sandbox_share(f->sandbox, "class"), GJ_RULES);
    lua_pushnil(gj_sandbox_state(f->sandbox));
    assert_int_equal(gj_sandbox_share(f->sandbox, "M"), GJ_OK);
    assert_int_equal(run(f->sandbox, "return M", 0, GJ_LUA_RULE_STEPS, &err), GJ_CALL_ERROR);
    assert_non_null(strstr(err.en, "unknown global \"M\""));
}

static void test_environments_are_apart(void **state)
{
    fixture *f = *state;
    expect(f, "local _ENV = { tostring = tostring } x = 1 return tostring(x)", "1");
    expect(f, "return type(_ENV) .. select('#', next(_ENV))", "table1");
}

static void test_strings_and_tables(void **state)
{
    fixture *f = *state;
    expect(f,
           "return tostring({}) .. ' ' .. tostring(pairs) .. ' ' .. tostring(nil) .. ' ' .. tostring(1.5) .. ' ' .. "
           "tostring(-(0/0)) .. ' ' .. tostring(1/0)",
           "table function nil 1.5 nan inf");
    expect(f, "return string.format('%s %5.1f %d %q %s %% %-4s| %s', 'a', 1.25, 7, 'q', {}, 'x', nil)",
           "a   1.2 7 \"q\" table % x   | nil");
    expect(f,
           "return ('AbC'):lower() .. ('x'):rep(3, ',') .. #('汉') .. ('abc'):sub(-2) .. ('abc'):byte(2) .. "
           "('ab'):reverse()",
           "abcx,x,x3bc98ba");
    expect(f,
           "local t = { 5, 1, 4 } table.sort(t) table.insert(t, 9) table.insert(t, 1, 0) return table.concat(t, ' ') "
           ".. table.remove(t) .. table.remove(t, 1)",
           "0 1 4 5 990");
    expect(f,
           "local t = {} for i = 1, 300 do t[i] = { key = i % 3, i = i } end table.sort(t, function(a, b) return a.key "
           "< b.key end) "
           "for i = 2, 300 do if t[i - 1].key == t[i].key and t[i - 1].i > t[i].i then return 'unstable' end end "
           "return t[1].i .. ' ' .. t[300].i",
           "3 299");
    expect(f,
           "local ok, a, b = pcall(function(...) return ... end, 1, 2) return tostring(ok) .. a .. b .. "
           "tostring(select(2, pcall(error, 'e', 0)))",
           "true12e");
    expect(f,
           "local ok, m = xpcall(function(x) error(x, 0) end, function(m) return m .. '!' end, 'oh') return "
           "tostring(ok) .. m",
           "falseoh!");
    expect(f,
           "return tostring(xpcall(function(...) return ... end, tostring, 1)) .. tostring(math.type(3)) .. "
           "utf8.char(0x6c49) .. utf8.len('汉字')",
           "trueinteger汉2");
    expect(f,
           "return tostring(tonumber('12')) .. tostring(tonumber('x')) .. tostring(tonumber('ff', 16)) .. "
           "table.pack(1, nil, 3).n",
           "12nil2553");
}

static void test_text_library(void **state)
{
    fixture *f = *state;
    expect(f,
           "local m = text.find('共收到申请12件', [[申请([0-9]+)(件)?(篇)?]]) return m.text .. '|' .. m[1] .. '|' .. "
           "m[2] .. '|' .. tostring(m[3])",
           "申请12件|12|件|false");
    expect(f,
           "return tostring(text.find('abc', 'x')) .. tostring(text.test('abc', '^a.c$')) .. tostring(text.test('', "
           "'^$'))",
           "niltruetrue");
    expect(f,
           "return text.fold('（ＡＢ） ｃ') .. text.len('汉字a') .. text.sub('汉字abc', 2, 3) .. text.sub('汉字', -1) "
           ".. text.sub('汉字', 0) .. text.sub('汉', 5)",
           "(ab)c3字a字汉字");
    expect(f, "return table.concat(text.split('一、二、、三', '、'), '|') .. #text.split('', ',')", "一|二||三1");
    expect(f,
           "return tostring(text.contains('政府信息', '信')) .. tostring(text.starts('政府', '政')) .. "
           "tostring(text.ends('政府', '政')) .. text.trim('　 a ')",
           "truetruefalsea");
    expect(f,
           "return text.without('（一）予以 公开', '（） ') .. text.without('abc', '') .. text.without('', 'a') .. "
           "text.without('汉汉', '汉') .. text.without('\\xff字', '字')",
           "一予以公开abc\xff");
    expect(f,
           "return text.similar('政府信息公开', '政府信息公开') .. ' ' .. text.similar('政府', '信息') .. ' ' .. "
           "text.similar('abcd', 'abcx') .. ' ' .. text.similar('a', 'a')",
           "1.0 0.0 0.66666666666667 1.0");
    expect(f,
           "return tostring(text.shared('公开栏更新慢', '按月更新公开栏', '', '')) .. "
           "tostring(text.shared('公开栏更新慢', '按月更新公开栏', '公开 开栏', '')) .. "
           "tostring(text.shared('公开栏更新慢', '按月更新公开栏', '公开', '栏')) .. tostring(text.shared('甲乙', "
           "'乙甲', '', '')) .. "
           "tostring(text.shared('', 'a', '', '')) .. tostring(text.shared('a', 'a', '', '')) .. text.shared('xab', "
           "'ab', '', '')",
           "公开更新更新nilnilnilab");
}

static gj_status raises(lua_State *L, void *context, gj_error *err)
{
    (void)context;
    (void)err;
    return luaL_error(L, "from C");
}

static gj_status adds(lua_State *L, void *context, gj_error *err)
{
    (void)err;
    *(int *)context = (int)lua_tointeger(L, 1) + (int)lua_tointeger(L, 2);
    lua_pushliteral(L, "result");
    return GJ_OK;
}

static void test_protected_work(void **state)
{
    fixture *f = *state;
    lua_State *L = gj_sandbox_state(f->sandbox);
    gj_error err = { 0 };
    int sum = 0, top = lua_gettop(L);
    assert_int_equal(gj_sandbox_protected(f->sandbox, 0, 0, raises, NULL, &err), GJ_RULES);
    assert_non_null(strstr(err.en, "from C"));
    lua_pushinteger(L, 3);
    lua_pushinteger(L, 4);
    assert_int_equal(gj_sandbox_protected(f->sandbox, 2, 1, adds, &sum, &err), GJ_OK);
    assert_int_equal(sum, 7);
    assert_string_equal(lua_tostring(L, -1), "result");
    lua_settop(L, top);
}

static void test_steps_are_repeatable(void **state)
{
    fixture *f = *state;
    gj_error err = { 0 };
    static const char script[] = "local t = {} for i = 1, 3000 do t['k' .. i] = ('x'):rep(i % 50) end for k, v in "
                                 "pairs(t) do local _ = k .. v end";
    assert_int_equal(run(f->sandbox, script, 0, GJ_LUA_RULE_STEPS, &err), GJ_CALL_OK);
    long first = gj_sandbox_steps(f->sandbox);
    assert_true(first > 0 && first < GJ_LUA_RULE_STEPS);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(run(f->sandbox, script, 0, GJ_LUA_RULE_STEPS, &err), GJ_CALL_OK);
        assert_int_equal(gj_sandbox_steps(f->sandbox), first);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_attacks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bytecode_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_syntax_errors_have_a_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nested_source, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_errors_have_a_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_order_of_pairs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_shared_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_share_keeps_identity_and_metatables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_environments_are_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_strings_and_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_library, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_protected_work, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_steps_are_repeatable, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
