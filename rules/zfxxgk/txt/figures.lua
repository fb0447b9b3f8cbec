-- Figures in sentences that lost something: a measure word, a number, a character of the date, a digit of the year. List: words/numerals.lua.
-- Source: GB/T 15835 （数字用法）; 条例 article 6 (accurate). Text from web pages drops single digits and reads on: a figure that is wholly gone
-- cannot be told from that, so these are warnings.

local spotted = lib.spotted

--- One finding for each place: what stands around it tells the clerk more than the word.
local function fail_each(report, finding, kind)
  for _, group in ipairs(spotted.collect(report, "numerals", kind)) do
    for _, place in ipairs(group.places) do
      finding:fail { at = place, words = place:before(8) .. place.text .. place:after(6), lost = group.entry[2] or "" }
    end
  end
end

rule {
  id = "TXT-007", name = "number-without-unit", severity = "warning",
  clauses = { "HH22.text", "STD.numbers" },
  title = { zh = "数字后面缺量词", en = "A number lacks its measure word" },
  message = { zh = "“{words}”：数字后面缺了“件”“条”之类的量词。", en = "“{words}”: the number lacks its measure word (件, 条 …)." },
  remedy = { zh = "补上量词，例如“126条”。", en = "Add the measure word, for instance 126条." },
  explain = {
    zh = "只看公开、收到、办结等动词带的数，后面紧接着句号、分号、“其中”或“通过”的；年份、文号、电话不算。",
    en = "Only numbers after verbs of disclosing and receiving that end at a stop or at 其中 or 通过; years, document numbers and telephones are left alone.",
  },
  since = "1.1.0", tags = { "text", "numbers" },
  check = function(report, finding) fail_each(report, finding, "unit") end,
  cases = {
    fails = spotted.wrong("numerals", "unit"),
    passes = spotted.right("numerals", "unit", {
      { append = { overview = "公开政府信息184条，通过网站发布。共发布信息12条，其中图解2条；《文件》之3。附件2：名单。" } },
      { append = { overview = "按照国办公开办函〔2021〕30号文件，联系电话：0351-5550126。" } },
    }),
  },
}

rule {
  id = "TXT-008", name = "unit-without-number", severity = "warning",
  clauses = { "HH22.text", "STD.numbers" },
  title = { zh = "量词前面缺数字", en = "A measure word lacks its number" },
  message = { zh = "“{words}”：少了一个数。", en = "“{words}”: a number is missing." },
  remedy = { zh = "补上数字，没有的写0。", en = "Fill in the number, 0 where there was none." },
  explain = {
    zh = "从模板填写时漏填数字，留下“公开信息条”“收到申请件”“现行有效的规范性文件。”这样的句子。",
    en = "A template's number was not filled in: 公开信息条, 收到申请件.",
  },
  since = "1.1.0", tags = { "text", "numbers" },
  check = function(report, finding) fail_each(report, finding, "number") end,
  cases = {
    fails = spotted.wrong("numerals", "number", { { append = { overview = "主动公开政府信息条，比上年增加。" }, expect = 1 } }),
    passes = spotted.right("numerals", "number", { { append = { overview = "政府信息条例、信息条目、信息条数逐项核对，现行有效0件。" } } }),
  },
}

rule {
  id = "TXT-011", name = "odd-year", severity = "warning",
  clauses = { "HH22.text", "STD.numbers" },
  title = { zh = "年份位数不对", en = "A year of odd length" },
  message = { zh = "“{words}”里的年份不是四位数字。", en = "“{words}”: the year does not have four digits." },
  remedy = { zh = "改成四位年份，例如“2024年”。", en = "Write four digits, for instance 2024年." },
  explain = {
    zh = "“202020年”“204年1月”“2O24年”（字母O）都是输入错误；“建县100年”不算。",
    en = "202020年, 204年1月 and 2O24年 (a letter O) are slips of typing; 建县100年 is none.",
  },
  since = "1.1.0", tags = { "text", "numbers" },
  check = function(report, finding) fail_each(report, finding, "year") end,
  cases = {
    fails = spotted.wrong("numerals", "year", { { append = { overview = "截至202020年底。" }, expect = 1 }, { append = { overview = "截至20244年底。" } } }),
    passes = spotted.right("numerals", "year", { { append = { overview = "2020年至2024年，档案保管期限为30年，建县100周年，编号20201234，12月31日。" } } }),
  },
}

rule {
  id = "TXT-012", name = "date-lacks-character", severity = "warning",
  clauses = { "HH22.text", "STD.numbers" },
  title = { zh = "日期缺“年”“月”“日”", en = "A date lacks 年, 月 or 日" },
  message = { zh = "“{words}”：日期里少了“{lost}”字。", en = "“{words}”: the date lacks “{lost}”." },
  remedy = { zh = "补上“{lost}”字。", en = "Add “{lost}”." },
  explain = {
    zh = "“2021,在”“12月31止”“1月1至12月31日”。“5月8至10日”是省略，不算。",
    en = "2021,在, 12月31止, 1月1至12月31日. 5月8至10日 is a permitted ellipsis.",
  },
  since = "1.1.0", tags = { "text", "numbers" },
  check = function(report, finding) fail_each(report, finding, "date") end,
  cases = {
    fails = spotted.wrong("numerals", "date", { { append = { overview = "自2024年1月1日至12月31止。" }, expect = 1, says = "少了“日”字" } }),
    passes = spotted.right("numerals", "date", {
      { append = { overview = "2021年，在县委领导下，自1月1日起至12月31日止；5起行政复议，1至5月检查2次，共2024，000元。" } },
    }),
  },
}
