-- Requests carried over the turn of the year: the text against table 3.
-- Source: 条例 article 6 (accurate); F21 closing item. 上年结转 came in, 结转下年度 goes out: two rows, often confused.

local claimed = lib.claimed

rule {
  id = "XREF-004", name = "carried-over-differs", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "文中结转数与表三不一致", en = "Requests carried over: text and table 3 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表三对应的总计是{expected}件。",
      en = "The text says “{claim}”; table 3 has {expected}.",
    },
    part = {
      zh = "文中“{claim}”少于表三的数（{expected}），可能只是其中一部分，请人工核对。",
      en = "“{claim}” is less than table 3 has ({expected}); it may count a part only. Please check.",
    },
  },
  remedy = {
    zh = "分清“上年结转”和“结转下年度”，与表三第二项、第四项核对后改正。",
    en = "Tell what was carried in from what is carried out, and compare with rows two and four of table 3.",
  },
  explain = {
    zh = "上年结转对表三第二项，结转下年度对第四项。",
    en = "Carried in ties to row two of table 3, carried out to row four.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "cross", "requests" },
  applies = function(report) return claimed.any(report, { "requests.carried_in", "requests.carried_out" }) end,
  check = function(report, finding)
    local list = claimed.list(report, { "requests.carried_in", "requests.carried_out" })
    for _, claim in ipairs(list) do claimed.compare(report, finding, claim, list) end
  end,
  cases = {
    fails = {
      { text = { overview = "收到政府信息公开申请8件，结转下年度继续办理2件。" } },
      { change = { ["requests.carried_in.total"] = 0 } },
      { text = { overview = "收到政府信息公开申请29件（含上年结转20件）。" }, why = "“结转20件”不是“结转20××年”" },
    },
    passes = {
      {},
      { text = { overview = "收到政府信息公开申请8件，上年结转1件，结转下年度继续办理1件。" } },
    },
    reviews = { { change = { ["requests.carried_out.total"] = "/" } } },
    not_applicable = { { text = { overview = "收到政府信息公开申请8件，均已办结。" } } },
    not_run = { { drop = "tables.requests" } },
  },
}
