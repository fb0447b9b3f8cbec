-- The preamble's sentence on the parts of the report: their number and their names.
-- Source: practice; what it says should be true of the body (条例 article 6).

local parts, words = lib.parts, lib.words

--- Sections of the first level that the body has.
local function body_count(report)
  local count = 0
  for _ in report:found_sections() do count = count + 1 end
  return count
end

--- 「由总体情况、主动公开情况等六个部分组成」: 等 stands for the others.
local function is_shortened(list, listed)
  return text.starts(list.words, "等") and listed * 2 <= list.stated
end

rule {
  id = "STR-013", name = "number-of-parts", severity = "warning",
  clauses = { "PRACTICE.preamble" },
  title = { zh = "部分数量不符", en = "The number of parts is wrong" },
  messages = {
    default = {
      zh = "前言说“{words}”，正文有{body}个部分。",
      en = "The preamble says “{words}”; the body has {body} parts.",
    },
    list = {
      zh = "前言说“{words}”，列出的却是{listed}个。",
      en = "The preamble says “{words}” but lists {listed}.",
    },
  },
  remedy = {
    zh = "核对正文，把前言里的个数和名称改成一致；格式规定是六个部分。",
    en = "Make number and names those of the body; the form has six sections.",
  },
  explain = {
    zh = "“行政复议、行政诉讼情况”是一个部分，不按顿号拆开。正文缺少部分由 STR-001 提示，多出部分由 STR-012 提示，前言说“六个部分”的不再重复提示。",
    en = "行政复议、行政诉讼情况 is one part, whatever its comma. A missing section is STR-001's, an extra one STR-012's: a preamble that says six is "
      .. "not blamed again.",
  },
  needs = { "form" }, since = "1.1.0", tags = { "structure" },
  applies = parts.mentioned,
  check = function(report, finding)
    local list = parts.list(report)
    if not (list and list.stated) then return end
    local values = { at = list.quote, place = "preamble.parts", words = list.words }
    local listed, body = list.known and list.known + #list.unknown, body_count(report)
    if list.stated ~= body and list.stated ~= 6 then
      values.body = body
      finding:fail(values)
    elseif listed and listed ~= list.stated and not is_shortened(list, listed) then
      values.message, values.listed = "list", listed
      finding:fail(values)
    end
  end,
  cases = {
    fails = {
      { preamble = { "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等七个部分组成。" }, expect = 1 },
      { preamble = { "本报告共分5个部分。" } },
      {
        preamble = { "本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。" },
        why = "列了五个，说是六个", says = "列出的却是5个",
      },
      {
        preamble = { "全文由总体情况、主动公开政府信息情况、行政机关收到和处理政府信息公开申请情况、存在的主要问题及改进情况等六个部分组成。" },
        why = "只少一两个的，不是用“等”省略", says = "列出的却是4个",
      },
    },
    passes = {
      {
        preamble = {
          "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、"
            .. "其他需要报告的事项六个部分组成。",
        },
      },
      {
        preamble = {
          "本报告共分6个部分：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议和提起行政诉讼情况、"
            .. "政府信息公开工作存在的主要问题和改进情况以及其他需要报告的事项，并附相关统计表。",
        },
      },
      { preamble = { "本报告共分六个部分。" } },
      { preamble = { "根据条例编制，数据分为两个部分统计。" }, why = "说的不是报告的部分" },
      { preamble = { "本报告共分六个部分。" }, drop = "sections.other", why = "缺部分由 STR-001 提示" },
      {
        preamble = { "本年报由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。" },
        why = "“等”代表没有列出的几个",
      },
      {
        preamble = {
          "全文由政务公开工作总体情况、行政机关主动公开政府信息情况、行政机关收到和处理政府信息公开申请情况、因本机关信息公开工作被申请行政复议、"
            .. "提起行政诉讼情况、政府信息公开工作中存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
        },
        why = "标题前面的修饰语不是另一个部分",
      },
    },
    not_applicable = { { replace = { { "六、其他需要报告的事项", "六、其他事项" }, { "没有其他需要报告的事项。", "" } } } },
    not_run = { { year = 2017 } },
  },
}

--- Whether the body has a heading of that name, or nearly.
local function in_body(report, name)
  for section in report:found_sections() do
    local one, other = words.plain(section.title), words.plain(name)
    if text.contains(one, other) or text.contains(other, one) or text.similar(one, other) > 0.6 then return true end
  end
  return false
end

rule {
  id = "STR-014", name = "parts-not-in-body", severity = "warning",
  clauses = { "PRACTICE.preamble" },
  title = { zh = "前言所列部分与正文不一致", en = "The preamble lists parts that the body has not" },
  message = {
    zh = "前言列出了{names}，正文没有这样的部分。",
    en = "The preamble lists {names}, which the body does not have.",
  },
  remedy = {
    zh = "按正文的六个标题改写前言；这段话多半是旧稿留下的。",
    en = "Write the preamble by the body's six headings; the sentence is probably left from an old report.",
  },
  explain = {
    zh = "六个部分的通行说法和条例的说法都认；正文确有这样标题的不算。只有列出三个以上法定部分的句子才检查。",
    en = "Common wordings of the six and those of the statute are known; what the body has as a heading passes. Only a sentence that lists at least three "
      .. "of them is judged.",
  },
  needs = { "form" }, since = "1.1.0", tags = { "structure" },
  applies = parts.mentioned,
  check = function(report, finding)
    local list, names = parts.list(report), {}
    for _, name in ipairs(list and list.unknown or {}) do
      if not in_body(report, name) then names[#names + 1] = words.both("“" .. name .. "”") end
    end
    if #names > 0 then finding:fail { at = list.quote, place = "preamble.names", names = words.list(names, 4) } end
  end,
  cases = {
    fails = {
      {
        preamble = { "本报告由概述、总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政策解读、其他需要报告的事项等部分组成。" },
        expect = 1,
      },
      { preamble = { "全文包括总体情况、主动公开政府信息情况、收费及减免情况、存在的主要问题及改进情况、其他需要报告的事项。" } },
    },
    passes = {
      {
        preamble = {
          "全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，"
            .. "存在的主要问题及改进情况，以及其他需要报告的事项。欢迎查阅。",
        },
      },
      { preamble = { "现公布报告，涵盖全年政府信息公开情况，报告包括总体情况、主动公开情况、处理政府信息公开申请情况、存在的主要问题及改进情况等。" } },
      {
        preamble = { "全文包括青石镇人民政府信息公开总体情况，本机关主动公开政府信息情况，收到和处理政府信息公开申请情况，其他需要报告的事项。" },
        why = "标题前面的修饰语不是另一个部分",
      },
      {
        preamble = { "本报告由总体情况、主动公开情况、处理政府信息公开申请情况、下一步打算、其他需要报告的事项组成。" },
        heading = { other = "六、下一步打算" },
        why = "正文确有这个标题",
      },
      {
        preamble = { "本报告由总体情况、主动公开情况、处理政府信息公开申请情况、打算、其他需要报告的事项组成。" },
        heading = { other = "六、下一步打算" }, why = "标题里有这个词",
      },
      {
        preamble = { "本报告由总体情况、主动公开情况、处理政府信息公开申请情况、下一步打算和安排、其他需要报告的事项组成。" },
        heading = { other = "六、下一步打算" }, why = "比标题多几个字",
      },
      {
        preamble = { "本报告由总体情况、主动公开情况、处理政府信息公开申请情况、下一步工作的打算、其他需要报告的事项组成。" },
        heading = { other = "六、下一步工作打算" }, why = "与标题大同小异",
      },
    },
    not_applicable = { { replace = { { "六、其他需要报告的事项", "六、其他事项" }, { "没有其他需要报告的事项。", "" } } } },
    not_run = { { year = 2017 } },
  },
}
