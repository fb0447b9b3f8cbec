-- Punctuation, by list (words/marks.lua) and by pairing.
-- Source: GB/T 15834 （标点符号用法）; HH22 （文字严谨）.

local spotted = lib.spotted

rule {
  id = "TXT-002", name = "doubled-mark", severity = "warning",
  clauses = { "HH22.text", "STD.text" },
  title = { zh = "标点重复", en = "Two marks in a row" },
  message = { zh = "“{wrong}”两个标点连用，应保留“{right}”，共{count}处。", en = "“{wrong}” is two marks in a row; keep “{right}” (places: {count})." },
  remedy = { zh = "删去多余的一个。", en = "Delete the one too many." },
  explain = { zh = "省略号“……”和破折号“——”除外。", en = "Ellipses and dashes apart." },
  since = "1.1.0", tags = { "text", "marks" },
  check = function(report, finding) spotted.fail(report, finding, "marks", "doubled") end,
  cases = {
    fails = spotted.wrong("marks", "doubled"),
    passes = { {}, { append = { overview = "镇政府——含各站所——等等……逐项公开（共3项），“应公开尽公开”。" } } },
  },
}

rule {
  id = "TXT-004", name = "stray-mark", severity = "warning",
  clauses = { "HH22.text", "STD.text" },
  title = { zh = "标点错位", en = "A mark in the wrong place" },
  message = { zh = "标点多余或错位：“{wrong}”应为“{right}”，共{count}处。", en = "A mark too many or in the wrong place: {wrong} should be {right} (places: {count})." },
  remedy = { zh = "改成 {right}。", en = "Write {right}." },
  explain = {
    zh = "括号、引号里一开头就是逗号句号，“诉讼、情况”这样把一个词隔开，“、和”连用，都是漏删或错位的标点。",
    en = "A comma right after an opening bracket, 诉讼、情况 cut in two, 、和: marks left over or misplaced.",
  },
  since = "1.1.0", tags = { "text", "marks" },
  check = function(report, finding) spotted.fail(report, finding, "marks", "stray") end,
  cases = {
    fails = spotted.wrong("marks", "stray"),
    passes = spotted.right("marks", "stray", { { append = { overview = "政府信息公开行政复议、行政诉讼情况（见表四）。" } } }),
  },
}

rule {
  id = "TXT-040", name = "comma-after-ordinal", severity = "info",
  clauses = { "STD.text" },
  title = { zh = "“一是”后面多了逗号", en = "A comma after “firstly”" },
  message = { zh = "{words}：后面直接写内容，不用标点，共{count}处。", en = "{words}: no mark between the ordinal and what follows (places: {count})." },
  remedy = { zh = "删去“一是”“二是”后面的标点。", en = "Delete the mark." },
  explain = { zh = "“一是加强学习”是一句话，中间不加逗号。", en = "一是 and what follows are one clause." },
  since = "1.1.0", tags = { "text", "marks" },
  check = function(report, finding) spotted.fail_once(report, finding, "marks", "ordinal", "text.ordinal") end,
  cases = {
    fails = spotted.wrong_alone("marks", "ordinal", { { append = { overview = "一是，我乡加强学习；二是，完善制度。" }, expect = 1 } }),
    passes = { {}, { append = { overview = "一是我乡加强学习；唯一是，不是二选一。一、是否公开。" }, replace = { { "唯一是，", "唯一的是，" } } } },
  },
}

local han = [[^\p{Han}$]]
-- “(一)”“(二)”开头的层次序号归 STR-032。
local numbering = [[^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})?$]]

--- Both neighbours are Chinese, and it is no bracket of a number at the paragraph's start.
local function is_half(found)
  if not (text.test(found:after(1), han) and text.test(found:before(1), han)) then
    local opens = found.text == "(" and text.test(found:before(1), [[^[，。；、]$]]) and text.test(found:after(1), han)
    if not opens then return false end
  end
  return not text.test(found:before(4), numbering) or text.len(found:before(5)) > 4
end

rule {
  id = "TXT-006", name = "half-width-mark", severity = "info",
  clauses = { "STD.text" },
  title = { zh = "中文里用了半角标点", en = "Half-width punctuation in Chinese" },
  message = { zh = "汉字之间用了半角标点“{wrong}”，共{count}处。", en = "Half-width “{wrong}” between Chinese characters (places: {count})." },
  remedy = { zh = "改成全角的，。；：？！（）。", en = "Use the full-width marks." },
  explain = {
    zh = "只看两边都是汉字的标点；网址、数字、英文、表格和层次序号不算。全文合为一条提示。",
    en = "Only marks between two Chinese characters; addresses, numbers, English, tables and numbering are left alone. One remark a report.",
  },
  since = "1.1.0", tags = { "text", "marks" },
  check = function(report, finding)
    local places = {}
    for found, entry in report:spot("marks") do
      if entry.kind == "half" and is_half(found) then places[#places + 1] = found end
    end
    if places[1] then
      finding:fail { at = places[1], quotes = lib.words.first(places, 12), wrong = places[1], count = #places, place = "text.half_width" }
    end
  end,
  cases = {
    fails = {
      { append = { overview = "坚持公开, 不公开为例外;做好记录,逐项公开!" }, expect = 1 },
      { append = { overview = "全年发布信息,其中:政策文件34条。" } },
      { append = { overview = "由办公室(信息科)负责。" } },
      { append = { overview = "是否公开?及时!公开了。" } },
      { append = { overview = "审核,公开。" }, expect = 1 },
      { append = { overview = "见附件（二十一)等内容。" }, expect = 1 },
      { append = { overview = "严格审核，(含保密)，责任到人。" }, expect = 1, why = "逗号后面的括号" },
    },
    passes = {
      {}, { append = { overview = "(一)主动公开。发布1,234条,见http://www.example.gov.cn:8080/a?b,电话0351-5550126(工作日9:00-17:00)。" },
        replace = { { "条,见", "条，见" }, { "b,电", "b，电" } } },
      { append = { overview = "使用OA系统(Version 2)办理,see below." }, replace = { { "办理,see", "办理，see" } } },
      { append = { overview = "（二十一)健全制度。" }, why = "层次序号" },
    },
  },
}
