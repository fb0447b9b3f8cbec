-- “All completed” and “100 %”, while table 3 carries requests over.
-- Source: 条例 article 6; F21 closing item.

local completion = lib.completion

local carried = [[结转|转入|顺延|其余|除|到期|在办]]
local in_time = [[按期|按时|期限|时限|及时|到期|应办]]

--- The cell of requests carried out where it is not zero, or not known.
local function carried_out(report)
  local cell = report:cell("requests.carried_out.total")
  if cell.known and cell.value == 0 then return nil end
  return cell
end

rule {
  id = "NAR-017", name = "all-completed-yet-carried-out", severity = "warning",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "称全部办结，表三却有结转", en = "All completed, yet table 3 carries some over" },
  message = {
    zh = "文中“{claim}”，表三结转下年度继续办理还有{count}件。",
    en = "The text says “{claim}”, yet table 3 carries {count} over to next year.",
  },
  remedy = {
    zh = "改写成“办结×件，结转下年度×件”；确已全部办结的，改正表三第四项。",
    en = "Say how many were completed and how many are carried over, or correct row four of table 3.",
  },
  explain = {
    zh = "同一句里说明了结转、未到期的不算；热线、留言、建议提案的办结不算。",
    en = "Not where the sentence itself speaks of requests carried over or not yet due, and not of hotline cases, letters or proposals.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "narrative", "requests" },
  check = function(report, finding)
    local cell = carried_out(report)
    if not cell then return end
    local claim = completion.all_done(report, function(sentence) return not text.test(sentence, carried) end)
    if claim and lib.figures.value(finding, cell) then finding:fail { at = claim, claim = claim, count = cell, cells = { cell } } end
  end,
  cases = {
    fails = {
      { text = { overview = "收到政府信息公开申请8件，均已办结。" } },
      { text = { overview = "全年受理依申请公开8件，已全部在规定时间内答复及办结。" } },
    },
    passes = {
      {},
      { change = { ["requests.carried_out.total"] = 0 }, text = { overview = "受理政府信息公开申请430件，已全部办结。" } },
      { text = { overview = "上年结转的1件政府信息公开申请已全部办结。" } },
      { text = { overview = "收到政府信息公开申请9件，除1件未到期外均已办结。" } },
      { text = { overview = "受理12345热线诉求259件，均已办结。依申请公开和热线全部办结。" } },
      { each = { overview = {
        "收到政府信息公开申请9件，转入下年1件，其他均已办结。", "收到政府信息公开申请9件，顺延1件，其他均已办结。", "收到政府信息公开申请9件，其余均已办结。",
        "收到政府信息公开申请9件，除1件外均已办结。", "收到政府信息公开申请9件，1件未到期，其他均已办结。", "收到政府信息公开申请9件，1件正在办理，其他均已办结。",
        "收到政府信息公开申请9件，在办1件，其他均已办结。",
      } } },
    },
    reviews = { { change = { ["requests.carried_out.total"] = "" }, text = { overview = "收到政府信息公开申请8件，均已办结。" } } },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "NAR-018", name = "full-rate-yet-carried-out", severity = "info",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "答复率100%，表三却有结转", en = "A rate of 100 %, yet table 3 carries some over" },
  message = {
    zh = "文中“{claim}”，表三结转下年度继续办理还有{count}件，请说明是按期答复率，还是结转的尚未到期。",
    en = "The text says “{claim}”, yet table 3 carries {count} over: say whether the rate is of those due.",
  },
  remedy = {
    zh = "写成“按期答复率100%”，或写明结转的件数和原因。",
    en = "Call it the rate answered in time, or give the number carried over and why.",
  },
  explain = {
    zh = "结转的申请还没有答复，说百分之百容易误解。写明按期、到期的不提示。",
    en = "What is carried over was not answered, so 100 % misleads. Not said where the rate is of those due or in time.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "narrative", "requests" },
  check = function(report, finding)
    local cell = carried_out(report)
    if not cell then return end
    local claim = completion.rate(report, function(sentence) return not text.test(sentence, in_time) end)
    if claim and lib.figures.value(finding, cell) then finding:fail { at = claim, claim = claim, count = cell, cells = { cell } } end
  end,
  cases = {
    fails = {
      { change = { ["requests.carried_out.total"] = 17 }, text = { overview = "收到政府信息公开申请8件，答复率100%。" } },
      { text = { overview = "依申请公开办结率达到100%。" } },
    },
    passes = {
      {},
      { change = { ["requests.carried_out.total"] = 0 }, text = { overview = "收到政府信息公开申请8件，答复率100%。" } },
      { text = { overview = "收到政府信息公开申请8件，按期答复率100%。" } },
      { text = { overview = "12345热线办结率100%，依申请公开和热线回复率100%。" } },
      { each = { overview = {
        "收到政府信息公开申请8件，按时答复率100%。", "收到政府信息公开申请8件，期限内答复率100%。", "收到政府信息公开申请8件，时限内答复率100%。",
        "收到政府信息公开申请8件，及时答复率100%。", "收到政府信息公开申请8件，到期答复率100%。", "收到政府信息公开申请8件，应办答复率100%。",
      } } },
    },
    reviews = { { change = { ["requests.carried_out.total"] = "/" }, text = { overview = "依申请公开办结率达到100%。" } } },
    not_run = { { drop = "tables.requests" } },
  },
}
