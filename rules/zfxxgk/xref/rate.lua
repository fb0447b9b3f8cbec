-- A rate of completion where nothing came in: the text against table 3.
-- Source: 条例 article 6; F21 closing item （敷衍塞责）.

rule {
  id = "XREF-010", name = "rate-of-nothing", severity = "warning",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "没有申请，却有办结率", en = "A rate of completion without a request" },
  message = {
    zh = "表三本年新收和上年结转都是0，文中却写“{claim}”。",
    en = "Table 3 has no new and no carried-in requests, yet the text says “{claim}”.",
  },
  remedy = {
    zh = "改写成“未收到政府信息公开申请”，删去办结率；确有申请的补填表三。",
    en = "Say that none was received and leave out the rate; where there were requests, fill in table 3.",
  },
  explain = {
    zh = "一件也没有，就没有办结率可言，这样写像是照抄。同一句里说热线、留言、建议提案等办结率的不算。",
    en = "Of nothing there is no rate; such text looks copied. Rates of hotline cases, letters or proposals are not taken.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "cross", "requests" },
  check = function(report, finding)
    local new, carried = report:cell("requests.new.total"), report:cell("requests.carried_in.total")
    if (new.known and new.value > 0) or (carried.known and carried.value > 0) then return end
    local claim = lib.completion.rate(report)
    if not claim then return end
    if lib.figures.intake(report, finding) == 0 then
      finding:fail { at = claim, claim = claim, cells = { new, carried } }
    end
  end,
  cases = {
    fails = {
      {
        change = lib.figures.without_requests(),
        text = { overview = "及时办理依申请公开事项，办结率100%。" },
      },
      {
        change = lib.figures.without_requests(),
        text = { overview = "规范办理政府信息公开申请，按时答复率达到百分之百。" },
      },
    },
    passes = {
      { text = { overview = "收到政府信息公开申请8件，办结率100%。" } },
      {
        why = "有上年结转", text = { overview = "依申请公开办结率100%。" },
        change = lib.figures.without_requests { ["requests.carried_in.total"] = 1 },
      },
      { change = lib.figures.without_requests() },
      {
        why = "留言的办结率",
        change = lib.figures.without_requests(),
        text = { overview = "受理网民留言31条，办结率100%。未收到依申请公开，12345热线办结率100%。" },
      },
      { change = { ["requests.new.total"] = 1, ["requests.carried_in.total"] = "" }, text = { overview = "依申请公开办结率100%。" } },
      { change = { ["requests.new.total"] = "", ["requests.carried_in.total"] = 1 }, text = { overview = "依申请公开办结率100%。" } },
    },
    reviews = {
      { change = { ["requests.new.total"] = "", ["requests.carried_in.total"] = 0 }, text = { overview = "依申请公开办结率100%。" } },
      {
        why = "总计没有填，由 T3-001 提示",
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 }, text = { overview = "依申请公开办结率100%。" },
      },
    },
    not_run = { { drop = "tables.requests" } },
  },
}
