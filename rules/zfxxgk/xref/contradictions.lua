-- Sections that contradict each other: none of a thing here and some of it there.
-- Source: 条例 article 6; F21 closing item. Where the text and a table differ in a number, the rule for that number says it.

local claimed = lib.claimed
local narrative = lib.narrative

-- Kinds of claims that mean one thing, and the rule that speaks where a table decides which of them is wrong.
local groups = {
  { keys = { "requests.received", "requests.new", "requests.received_all" }, decides = "XREF-001" },
  { keys = { "disputes.reconsideration" }, decides = "XREF-008" },
  { keys = { "disputes.suits" }, decides = "XREF-008" },
  { keys = { "information_fee" } },
}

--- A statement of none and one of some in different sections, or nil.
local function opposed(list)
  for _, none in ipairs(list) do
    if none.value == 0 and not text.starts(none.quote.text, "不") then
      for _, some in ipairs(list) do
        if some.value > 0 and some.section ~= none.section then return none, some end
      end
    end
  end
  return nil
end

local proud = [[高度重视|切实重视|十分重视|(?:认识|意识|重视程度)[^。；，]{0,8}(?:显著|明显|大幅|极大)[^。；，]{0,4}(?:提高|提升|增强)]]
local not_heeded = [[[^。；，]{0,20}?(?:重视(?:程度)?(?:还|仍|依然|仍然)?(?:不够|不足|不高)|不够重视|敷衍了事|敷衍塞责)]]
local of_some = [[个别|部分(?!工作人员|人员|干部|同志)|少数|有的|一些|各村|村级|科室|处室|站所|单位|部门]]

--- The first words of section five that say so of the body itself, or nil.
local function admits_slackness(report)
  for found in report:search(not_heeded, "problems") do
    if not text.test(found:sentence().text, of_some) then return found end
  end
  return nil
end

rule {
  id = "XREF-030", name = "sections-contradict", severity = "warning",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "各部分说法互相矛盾", en = "Sections contradict each other" },
  messages = {
    default = {
      zh = "前后矛盾：一处说“{none}”，另一处说“{some}”。",
      en = "Contradiction: “{none}” in one section, “{some}” in another.",
    },
    tone = {
      zh = "前面说“{proud}”，第五部分说“{problem}”，读来矛盾。",
      en = "“{proud}” before, “{problem}” in section five: the two do not go together.",
    },
  },
  remedy = {
    zh = "核对台账，改正说错的一处。",
    en = "Check the register and correct the one that is wrong.",
  },
  explain = {
    zh = "同一件事一处说没有、另一处说有的，为警告；与表三、表四也对不上的，由 XREF-001、XREF-008 指出是哪一处。"
      .. "“高度重视”与“重视不够”并存的只作提示，说的是个别单位、部门的不算。",
    en = "None of a thing here and some of it there is a warning; where table 3 or 4 decides, XREF-001 or XREF-008 says which is wrong. Great "
      .. "attention in one section and too little in another is a remark, unless said of some units.",
  },
  since = "1.1.0", tags = { "cross" },
  check = function(report, finding)
    for _, group in ipairs(groups) do
      local list = claimed.list(report, group.keys)
      local none, some = opposed(list)
      if none and (none.tie == "contradicts" or some.tie == "contradicts") then
        finding:review { because = group.decides }
      elseif none then
        finding:fail { at = none, quotes = { none, some }, none = none.quote, some = some.quote, place = "text." .. group.keys[1] }
      end
    end
    local slack = (report:contains("重视", "problems") or report:contains("敷衍", "problems")) and admits_slackness(report)
    local praise = slack and narrative.search(report, proud, "overview")
    if praise then
      finding:fail { at = slack, quotes = { slack, praise }, message = "tone", severity = "info", proud = praise, problem = slack, place = "problems.tone" }
    end
  end,
  cases = {
    fails = {
      { append = { other = "按有关规定收取信息处理费400元。" }, text = { overview = "全年未收取信息处理费。" }, severity = "warning" },
      {
        why = "没有表四，说不出哪一处错", drop = "tables.disputes",
        text = { overview = "全年未发生行政复议。" }, append = { other = "因政府信息公开被申请行政复议1件。" }, severity = "warning",
      },
      {
        text = { overview = "领导高度重视政府信息公开。", problems = "对政府信息公开重视不够，更新慢。下一步按月检查。" }, severity = "info",
      },
      {
        text = { overview = "工作人员的认识有了显著提高。", problems = "部分工作人员存在敷衍了事的情况。下一步加强培训。" }, severity = "info",
      },
      { text = { problems = "对政府信息公开重视不够，更新慢。下一步按月检查。" }, severity = "info", each = { overview = {
        "领导切实重视政府信息公开。", "领导十分重视政府信息公开。",
      } } },
    },
    passes = {
      {},
      { append = { overview = "全年未收取信息处理费。" }, why = "两处都说没有" },
      { text = { other = "全年未收取信息处理费。收取信息处理费400元。" }, why = "在同一部分里" },
      { append = { overview = "提供政府信息不收取费用。", other = "收取信息处理费400元。" }, text = { other = "无。" }, why = "说的是规定" },
      {
        why = "说的是个别部门",
        text = { overview = "领导高度重视政府信息公开。", problems = "个别部门重视不够，更新慢。下一步按月检查。" },
      },
      { text = { overview = "定期组织培训。", problems = "对政府信息公开重视不够，更新慢。下一步按月检查。" } },
      { text = { overview = "因政府信息公开被申请行政复议2件。", other = "行政复议2件已经审结1件，未收取信息处理费。" } },
      { text = { overview = "领导高度重视政府信息公开。" }, each = { problems = {
        "个别重视不够，更新慢。下一步按月检查。", "部分村重视不够，更新慢。下一步按月检查。", "少数人重视不够，更新慢。下一步按月检查。",
        "有的人重视不够，更新慢。下一步按月检查。", "一些人重视不够，更新慢。下一步按月检查。", "各村重视不够，更新慢。下一步按月检查。",
        "村级重视不够，更新慢。下一步按月检查。", "科室重视不够，更新慢。下一步按月检查。", "处室重视不够，更新慢。下一步按月检查。",
        "站所重视不够，更新慢。下一步按月检查。", "单位重视不够，更新慢。下一步按月检查。", "部门重视不够，更新慢。下一步按月检查。",
      } } },
    },
    reviews = {
      { text = { overview = "全年未收到政府信息公开申请。" }, append = { other = "收到政府信息公开申请8件。" }, why = "由 XREF-001 提示" },
      {
        why = "另外两种说法", drop = "tables.disputes", with = "新收政府信息公开申请8件。 收到政府信息公开申请9件（含上年结转1件）。", because = "XREF-001",
        text = { overview = "全年未收到政府信息公开申请。", other = "{}" },
      },
    },
  },
}
