-- Received and completed in the text, and what became of the rest.
-- Source: 条例 article 6; F21 closing item.

local claimed = lib.claimed
local narrative = lib.narrative

-- Words that account for what was not completed.
local accounted = [[转结|转下|顺延|延期|在办|尚未|未到期|办理中|撤回|撤销|补正|跨年|转办|移交]]
local received = { "requests.received", "requests.new", "requests.received_all" }
local finished = { "requests.completed", "requests.answered" }

--- The largest of the claims of some kinds, or nil.
local function largest(report, keys)
  local most
  for _, claim in ipairs(claimed.list(report, keys, "overview")) do
    if claim.certainty == "exact" and (not most or claim.value > most.value) then most = claim end
  end
  return most
end

rule {
  id = "NAR-041", name = "received-completed-gap", severity = "warning",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "收到与办结的差额没有说明", en = "The gap between received and completed is not explained" },
  message = {
    zh = "文中“{got}”，“{done}”，差{gap}件没有交代去向。",
    en = "“{got}”, “{done}”: {gap} are not accounted for.",
  },
  remedy = {
    zh = "补一句，例如“结转下年度继续办理×件”。",
    en = "Add a sentence, for instance how many are carried over to next year.",
  },
  explain = {
    zh = "只看第一部分。说了结转、正在办理、撤回、补正的都算说明。与表三对不上的由 XREF-001、XREF-005 提示。",
    en = "Section one only. Carried over, pending, withdrawn or being corrected will do. Numbers that differ from table 3 belong to XREF-001 and XREF-005.",
  },
  needs = { "section:overview" }, since = "1.1.0", tags = { "narrative", "requests" },
  applies = function(report) return claimed.any(report, finished, "overview") and claimed.any(report, received, "overview") end,
  check = function(report, finding)
    local got, done = largest(report, received), largest(report, finished)
    if not (got and done) or done.value >= got.value then return end
    if got.tie == "contradicts" or done.tie == "contradicts" then
      finding:review { because = got.tie == "contradicts" and "XREF-001" or "XREF-005" }
    elseif not (report:contains("结转", "overview") or narrative.search(report, accounted, "overview")) then
      finding:fail { at = done, quotes = { done, got }, got = got.quote, done = done.quote, gap = tostring(got.value - done.value) }
    end
  end,
  cases = {
    fails = {
      {
        change = { ["requests.results_total.total"] = 3, ["requests.new.total"] = 4 },
        text = { overview = "收到政府信息公开申请4件，办结3件。" },
      },
      { drop = "tables.requests", text = { overview = "收到政府信息公开申请8件，答复6件。" } },
      { drop = "tables.requests", text = { overview = "{}，办结6件。" }, with = "新收政府信息公开申请8件 收到政府信息公开申请9件（含上年转来1件）" },
    },
    passes = {
      {
        change = { ["requests.results_total.total"] = 3, ["requests.new.total"] = 4 },
        text = { overview = "收到政府信息公开申请4件，办结3件，结转下年度1件。" },
      },
      { text = { overview = "收到政府信息公开申请8件，办结8件。" } },
      { text = { overview = "收到政府信息公开申请10余件，办结8件。" }, why = "不是准数" },
      {
        change = { ["requests.results_total.total"] = 3, ["requests.new.total"] = 4 },
        text = { overview = "收到政府信息公开申请4件，办结3件，1件正在办理。" },
      },
      { change = { ["requests.results_total.total"] = 3, ["requests.new.total"] = 4 }, each = { overview = {
        "收到政府信息公开申请4件，办结3件，转结1件。", "收到政府信息公开申请4件，办结3件，转下年1件。", "收到政府信息公开申请4件，办结3件，顺延1件。",
        "收到政府信息公开申请4件，办结3件，延期1件。", "收到政府信息公开申请4件，办结3件，在办1件。",
        "收到政府信息公开申请4件，办结3件，尚未答复1件。", "收到政府信息公开申请4件，办结3件，未到期1件。", "收到政府信息公开申请4件，办结3件，办理中1件。",
        "收到政府信息公开申请4件，办结3件，撤回1件。", "收到政府信息公开申请4件，办结3件，撤销1件。", "收到政府信息公开申请4件，办结3件，补正1件。",
        "收到政府信息公开申请4件，办结3件，跨年办理1件。", "收到政府信息公开申请4件，办结3件，转办1件。", "收到政府信息公开申请4件，办结3件，移交1件。",
      } } },
    },
    reviews = {
      { text = { overview = "收到政府信息公开申请8件，办结6件。" }, because = "XREF-005" },
      { text = { overview = "收到政府信息公开申请12件，办结8件。" }, because = "XREF-001" },
    },
    not_applicable = { { text = { overview = "收到政府信息公开申请8件。" } }, { text = { overview = "办结政府信息公开申请8件。" } } },
    not_run = { { drop = "sections.overview" } },
  },
}
