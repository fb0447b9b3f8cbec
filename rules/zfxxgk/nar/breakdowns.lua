-- Break-downs of the text: parts against their total.
-- Source: arithmetic; 条例 article 6 (accurate); F21 closing item. Of 52 complete lists in published reports 48 added up exactly. Which lists
-- are read, and how, is bind's matter (docs/rule-authors.md, breakdowns): what can be read in two ways is none.

local sums = lib.sums

local messages = {
  over = {
    zh = "“{total}”，所列{count}个分项相加却是{sum}（{parts}），多出{gap}。",
    en = "“{total}”, yet the {count} parts listed add up to {sum} ({parts}): {gap} too many.",
  },
  under = {
    zh = "“{total}”，所列{count}个分项相加只有{sum}（{parts}），少了{gap}。",
    en = "“{total}”, yet the {count} parts listed add up to {sum} ({parts}) only: {gap} missing.",
  },
  incomplete = {
    zh = "“{total}”，所列{count}个分项相加是{sum}（{parts}），还差{gap}；如果没有列全，请写明。",
    en = "“{total}”; the {count} parts listed add up to {sum} ({parts}), {gap} short. If they are not all, say so.",
  },
}

local remedy = {
  zh = "逐项核对台账，改正算错的分项或者总数；只列了主要几项的，写“主要包括……等”，或者补一项“其他”。",
  en = "Check each part and correct the wrong one or the total; where only the main ones are listed, say so or add the rest.",
}

--- Breakdowns that do not add up, of channels or not, that no other rule speaks of.
local function judge(report, finding, channels, severity_of)
  for breakdown in report:breakdowns() do
    local state = breakdown.state
    if (state == "too_much" or state == "too_little") and sums.by_channel(breakdown) == channels then
      local owner = sums.stranger(breakdown) and "NAR-013" or sums.owner(breakdown)
      if owner then
        finding:review { because = owner }
      else
        local total, parts = sums.total(breakdown), {}
        for part in breakdown:parts() do parts[#parts + 1] = part.quote end
        finding:fail {
          at = breakdown.total, severity = severity_of(breakdown), quotes = table.move(parts, 1, math.min(#parts, 12), 1, {}),
          message = state == "too_much" and "over" or breakdown.complete and "under" or "incomplete",
          total = sums.named(breakdown.total), count = breakdown.part_count, sum = breakdown.sum, parts = sums.written(breakdown),
          gap = math.abs(breakdown.sum - total),
        }
      end
    end
  end
end

local function any(report)
  local iterate, state, start = report:breakdowns()
  return iterate(state, start) ~= nil
end

rule {
  id = "NAR-010", name = "parts-differ-from-total", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "分项之和与总数不符", en = "Parts do not add up to their total" },
  messages = messages, remedy = remedy,
  explain = {
    zh = "“其中……”“包括……”“分别为……”“……，共×件”里的分项相加，与总数核对。分项超过总数是错误；写明列全了（包括、分别，或者有“其他”一项，"
      .. "又没有“等”）却不够的是警告；别的不够，可能只是没有列全，作提示。带“余”“约”的数、量词不同的数、读法不止一种的，不判断。",
    en = "Parts after “of which”, “including”, “respectively”, or before “in all”, are added up. More than the total is an error; less where the "
      .. "list claims to be complete is a warning, else a remark. Approximations, mixed measure words and whatever can be read in two ways are not judged.",
  },
  since = "1.1.0", tags = { "narrative", "sums" },
  applies = any,
  check = function(report, finding)
    judge(report, finding, false, function(breakdown)
      if breakdown.state == "too_much" then return "error" end
      return breakdown.complete and "warning" or "info"
    end)
  end,
  cases = {
    fails = {
      {
        why = "子长市：3437 与 3914",
        text = { overview = "主动公开政府信息3437条，包括机构类12条、政策类1740条、财政类225条、民生类110条、其他1827条。" }, severity = "error", says = "多出477",
      },
      { text = { overview = "主动公开政府信息126条，其中政策文件34条、财政信息20条、民生保障70条、其他14条。" }, severity = "error" },
      { text = { overview = "主动公开政府信息21条，其中政策类4条、财政类5条、民生类4条、其他类1条。" }, severity = "warning", says = "少了7" },
      { text = { overview = "主动公开政府信息212条，分别为机构2条、政策51条、财政97条、民生46条。" }, severity = "warning" },
      {
        why = "中山：16887 与 16481，没有说列全",
        text = { overview = "主动公开政府信息16887条，其中机构822条，业务3672条，公示12000条。" }, severity = "info", says = "还差393",
      },
      { why = "有“等”的不算列全", text = { overview = "主动公开政府信息107条，包括政策类24条、其他类20条等。" }, severity = "info" },
      { why = "上一句的总数", text = { overview = "主动公开政府信息55条。其中，机构类8条、许可类12条、应急类60条。" }, severity = "error" },
      { text = { overview = "主动公开政府信息161条，其中机构类31条，财政类4条；应急类43条；其他类32条。" }, severity = "warning" },
      { why = "总数在后", text = { overview = "发放宣传册120份、折页300份，共410份。" }, severity = "error" },
      { text = { overview = "主动公开政府信息30条，（其中政策类20条，财政类5条，其他类4条）。" }, severity = "warning" },
    },
    passes = {
      {},
      { form = "2019" },
      { text = { overview = "主动公开政府信息48条，其中政策类35条、财政类9条、人事类1条、民生类2条、其他1条。" } },
      { why = "嵌套的其中", text = { overview = "公开信息100条，其中甲类60条，其中甲一20条、甲二40条；乙类40条。" } },
      { why = "括号里的分项", text = { overview = "公开信息380条，其中专项152条，预决算197条（政府32条、部门165条）、经费27条、债券4条。" } },
      { why = "约数", text = { overview = "公开信息480余条，其中政策类111条、公示370余条。" } },
      { why = "两种量词交错", text = { overview = "对25件申请收取费用2950元。其中甲局1件，收取420元；乙局24件，收取2530元。" } },
      { why = "新收与结转相加", text = { overview = "新收申请8件，上年结转1件，其中网上提交5件、信函4件。" } },
      { why = "发布的稿件不是分项", text = { overview = "主动公开政府信息126条，其中政策文件126条，公众号推送稿件700条。" } },
      { why = "渠道由 NAR-012 提示", text = { overview = "主动公开政府信息381条，其中网站282条、公众号84条、公开栏30条。" } },
      { why = "结转的不是办结的分项", text = { overview = "公开信息48条，其中甲类35条、乙类13条。办结申请3件，其中予以公开3件；结转下年度继续办理1件。" } },
      { why = "历年数不是分项", text = { overview = "主动公开政府信息19条，其中政策类19条；历年主动公开880条。" } },
    },
    reviews = {
      {
        why = "由 XREF-006 提示", change = { ["requests.granted.total"] = 2 },
        text = { overview = "办结政府信息公开申请8件，其中予以公开3件、部分公开1件、不予公开2件、无法提供1件、其他处理0件。" },
      },
      { why = "由 NAR-013 提示", text = { overview = "全年公开政府信息206条，其中主动公开200条、依申请公开4条、不予公开5条。" } },
    },
    not_applicable = { { text = { overview = "全年主动公开政府信息126条。" } } },
  },
}

rule {
  id = "NAR-012", name = "channels-differ-from-total", severity = "warning",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "各渠道之和与总数不符", en = "Channels do not add up to their total" },
  messages = messages,
  remedy = {
    zh = "核对各渠道的条数和总数；同一条信息在几个渠道都发布、只计一次的，写一句说明。",
    en = "Check the channels and the total; where an item published in several channels is counted once, say so.",
  },
  explain = {
    zh = "分项是网站、公众号、公开栏等发布渠道的，同一条信息可能在几个渠道都发，所以与总数不符作警告，没有说列全而不够的作提示。",
    en = "Where the parts are channels of publication one item may be published in several, so a difference is a warning; a remark where the list "
      .. "does not claim to be complete.",
  },
  since = "1.1.0", tags = { "narrative", "sums" },
  applies = any,
  check = function(report, finding)
    judge(report, finding, true, function(breakdown)
      return (breakdown.state == "too_much" or breakdown.complete) and "warning" or "info"
    end)
  end,
  cases = {
    fails = {
      { text = { overview = "通过网站125条、公众号92条，共227条。" }, severity = "warning" },
      { text = { overview = "主动公开政府信息381条，其中网站282条、公众号84条、公开栏30条。" }, severity = "warning" },
      { text = { overview = "主动公开政府信息381条，其中网站282条、公众号84条。" }, severity = "info" },
    },
    passes = {
      {},
      { why = "不是渠道，由 NAR-010 提示", text = { overview = "主动公开政府信息21条，其中政策类4条、财政类5条、其他类1条。" } },
      { text = { overview = "通过网站125条、公众号92条，共217条。" } },
      { text = { overview = "主动公开政府信息217条，其中网站125条、公众号92条。" } },
      { why = "约数", text = { overview = "主动公开政府信息480余条，其中网站111条、公示栏370余条。" } },
    },
    not_applicable = { { text = { overview = "全年主动公开政府信息126条。" } } },
  },
}
