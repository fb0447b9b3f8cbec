-- Numbering of paragraphs: no number missing or twice, one way of writing each level.
-- Source: general norm for numbering (GB/T 9704): 一、（一）1.（1）.

local numbering, words = lib.numbering, lib.words

--- Whether the missing number stands within a paragraph: that of the number before, or, where the first one is missing, any of the section.
local function stands_inside(report, fault, missing)
  for _, written in ipairs(numbering.written(fault.level, missing)) do
    if fault.previous then
      if fault.previous:paragraph():contains(written) then return true end
    elseif report:contains(written, fault.quote.section) then
      return true
    end
  end
  return false
end

--- Faults of the numbering: { quote, kind = "gap" | "repeat" | "order", before, value, level, previous }.
local function faults(report)
  local list, last, fresh, previous, section = {}, {}, {}, {}, nil
  for quote, level, value, here in numbering.heads(report) do
    if here ~= section then section, last, fresh, previous = here, {}, {}, {} end
    for deeper = (level or 0) + 1, 3 do fresh[deeper] = true end -- below a new parent a count may begin anew, or go on
    if level then
      local before = last[level] or 0
      local goes_on, anew = value == before + 1, value == 1 and (before ~= 1 or fresh[level])
      local stray = before == 0 and level > 1 -- one figure at a line's head is no count
      if not (goes_on or anew or stray) then
        local kind = value > before and "gap" or value == before and "repeat" or "order"
        list[#list + 1] = { quote = quote, kind = kind, before = before, value = value, level = level, previous = previous[level] }
      end
      last[level], fresh[level], previous[level] = value, false, quote
    end
  end
  return list
end

local function label(fault, value) return numbering.written(fault.level, value)[1] end

rule {
  id = "STR-031", name = "numbering-gap", severity = "warning",
  clauses = { "STD.text" },
  title = { zh = "序号跳号或重号", en = "A number is missing or stands twice" },
  messages = {
    gap = { zh = "序号缺“{missing}”：这里已经是“{number}”。", en = "“{missing}” is missing: here is “{number}” already." },
    ["repeat"] = { zh = "序号“{number}”出现了两次。", en = "The number “{number}” stands twice." },
    order = { zh = "序号“{number}”排在“{previous}”后面。", en = "The number “{number}” stands behind “{previous}”." },
  },
  remedy = {
    zh = "按顺序改正序号；如果少了一段，补上。",
    en = "Number the paragraphs in order; where one was lost, restore it.",
  },
  explain = {
    zh = "只看段落开头的（一）、1.、（1），同一层里依次递增；换了上一层或者小标题以后可以从头开始。缺的序号写在段落中间的不算。"
      .. "第二、三、四部分（表格）、“一是二是”和 Markdown 的列表编号不看；Word 的自动编号按显示出来的样子看。",
    en = "Numbers at the heads of paragraphs, one level at a time; below a new parent or sub-heading a count may begin anew. A number that stands "
      .. "inside a paragraph is not missing. Sections two to four (tables), 一是 二是 and Markdown lists are not looked at; Word's own numbers "
      .. "count as shown.",
  },
  since = "1.1.0", tags = { "structure" },
  check = function(report, finding)
    for _, fault in ipairs(faults(report)) do
      local missing = fault.before + 1
      if fault.kind ~= "gap" or not stands_inside(report, fault, missing) then
        finding:fail {
          at = fault.quote, message = fault.kind, number = label(fault, fault.value), missing = label(fault, missing),
          previous = label(fault, math.max(fault.before, 1)),
        }
      end
    end
  end,
  cases = {
    fails = {
      { replace = { { "（三）政府信息管理", "（四）政府信息管理" }, { "（四）平台建设", "（五）平台建设" }, { "（五）监督", "（六）监督" } }, expect = 1 },
      { replace = { { "（三）政府信息管理", "（二）政府信息管理" } }, expect = 2, says = "出现了两次", why = "两个（二），又缺（三）" },
      { text = { problems = { "（一）公开栏更新慢。", "（二）解读单一。", "（三）培训少。", "（二）按月检查。" } }, expect = 1, says = "排在“（三）”后面" },
      { text = { problems = { "（一）更新慢。", "（二）解读单一。", "（三）培训少。", "改进情况", "（一）按月检查。", "（二）开展培训。", "（四）加强督促。" } }, expect = 1 },
      { text = { problems = { "（一）更新慢。", "（一）解读单一。" } }, expect = 1 },
      { text = { overview = { "主要做法如下：", "（二）主动公开126条。", "（三）收到申请8件。" } }, expect = 1 },
      { text = { problems = { "（一）公开栏更新慢。", "（二）解读单一。", "（一）按月检查。", "（二）丰富形式。", "（二）加强培训。" } }, expect = 1 },
    },
    passes = {
      {},
      { text = { overview = { "（一）主动公开。1.发布126条。", "2.解读3篇。", "（二）依申请公开。", "1.收到8件。", "2.办结8件。" } } },
      { text = { overview = "（一）主动公开126条。", problems = "（一）更新慢。下一步按月检查。" }, why = "各部分自成一列" },
      { text = { overview = { "做法如下：（一）主动公开126条。", "（二）收到申请8件。" } } },
      { text = { problems = { "存在的问题", "（一）更新慢。", "改进情况", "（一）按月检查。", "（二）开展培训。" } } },
      { text = { problems = { "（一）更新慢。（二）解读单一。", "（三）培训少。下一步将改进。" } }, why = "（二）写在段落中间" },
      { text = { problems = { "3.更新慢是主要问题。", "下一步按月检查。" } }, why = "孤立的一个数字不成序列" },
      { text = { problems = { "一是更新慢。", "三是培训少。", "2024.1版本的目录已经停用。" } }, why = "一是三是不在这里查" },
    },
  },
}

-- The two ways of writing a level: half-width brackets, a comma behind the figure.
local ways = {
  { kind = "han_bracket", place = "numbering.brackets", mark = "(", signs = { "(" } },
  { kind = "digit", place = "numbering.figures", mark = "、", signs = { "1、", "2、", "3、" } },
}

--- The heads of a level, those written in one way and the others; the rarer first.
local function both_ways(report, way)
  local one, other = {}, {}
  for quote in numbering.heads(report, way.kind) do
    local list = quote:contains(way.mark) and one or other
    list[#list + 1] = quote
  end
  if #one <= #other then return one, other end
  return other, one
end

rule {
  id = "STR-032", name = "numbering-mixed", severity = "info",
  clauses = { "STD.text" },
  title = { zh = "序号写法不统一", en = "Numbers are written in two ways" },
  message = {
    zh = "同一层序号有“{usual}”（{many}处）和“{rare}”（{few}处）两种写法。",
    en = "One level is numbered both “{usual}” ({many}) and “{rare}” ({few}).",
  },
  remedy = {
    zh = "统一成一种写法：第二层用全角括号（一），第三层用“1.”。",
    en = "Use one: （一） with full-width brackets for the second level, 1. for the third.",
  },
  explain = {
    zh = "比较全文段落开头的（一）与(一)、“1.”与“1、”。表格里的不看。",
    en = "Compares （一） with (一) and 1. with 1、 at the heads of paragraphs, tables apart.",
  },
  since = "1.1.0", tags = { "structure", "wording" },
  check = function(report, finding)
    for _, way in ipairs(ways) do
      local rare, usual = {}, nil
      if report:any(way.signs) then rare, usual = both_ways(report, way) end
      if #rare > 0 then
        finding:fail {
          at = rare[1], quotes = words.first(rare, 5), place = way.place,
          usual = text.trim(usual[1].text), many = #usual, rare = text.trim(rare[1].text), few = #rare,
        }
      end
    end
  end,
  cases = {
    fails = {
      { replace = { { "（一）存在的主要问题", "(一)存在的主要问题" } }, severity = "info", expect = 1, says = "“(一)”（1处）" },
      { text = { overview = { "(一)主动公开126条。", "(二)收到申请8件。" }, problems = { "（一）更新慢。" } }, expect = 1, says = "“（一）”（1处）" },
      { text = { problems = { "1.公开栏更新慢。", "2.解读单一。", "1、按月检查。" } }, expect = 1 },
      { text = { problems = { "1.公开栏更新慢。", "2、解读单一。" } }, expect = 1 },
      { text = { problems = { "1.公开栏更新慢。", "2.解读单一。", "3、培训少。" } }, expect = 1 },
    },
    passes = {
      {},
      { append = { overview = "《条例》(以下简称条例)实施以来，1、2月份检查两次。" } },
      { text = { overview = { "(一)主动公开。1.发布126条。", "(二)收到申请8件。" }, problems = { "(一)更新慢。", "1.按月检查。" } } },
    },
  },
}
