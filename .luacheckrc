-- What a ruleset may use: the sandbox of core/script/sandbox.h, nothing else.
stds.gouji = {
  read_globals = {
    "assert", "error", "ipairs", "next", "pairs", "pcall", "xpcall", "select", "tonumber", "tostring", "type",
    "setmetatable",
    table = { fields = { "concat", "insert", "move", "pack", "remove", "sort", "unpack" } },
    math = { fields = { "abs", "ceil", "floor", "huge", "max", "maxinteger", "min", "mininteger", "tointeger", "type" } },
    utf8 = { fields = { "char", "charpattern", "codepoint", "codes", "len", "offset" } },
    string = { fields = { "byte", "char", "format", "len", "lower", "rep", "reverse", "sub", "upper" } },
    "rule",
    text = {
      fields = {
        "contains", "ends", "find", "fold", "len", "number", "shared", "similar", "split", "starts", "sub", "test", "trim", "without",
      },
    },
    lib = { other_fields = true },
  },
}
std = "gouji"
max_line_length = 160
include_files = { "rules", "fixtures", ".luacheckrc" }
