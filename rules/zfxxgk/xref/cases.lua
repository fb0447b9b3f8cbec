-- Reconsiderations and lawsuits: the text against table 4.
-- Source: 条例 article 6; F21 closing item.

local claimed = lib.claimed

local kinds = {
  "disputes.all", "disputes.reconsideration", "disputes.suits", "disputes.direct_suit", "disputes.suit_after_reconsideration",
}

rule {
  id = "XREF-008", name = "cases-differ", severity = "error",
  clauses = { "R711.6", "R711.50.3", "F21.duty" },
  title = { zh = "文中复议诉讼数与表四不一致", en = "Reconsiderations and suits: text and table 4 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表四对应的总计是{expected}件。",
      en = "The text says “{claim}”; table 4 has {expected}.",
    },
    part = {
      zh = "文中“{claim}”少于表四的数（{expected}），可能只是其中一部分，请人工核对。",
      en = "“{claim}” is less than table 4 has ({expected}); it may count a part only. Please check.",
    },
  },
  remedy = {
    zh = "核对案件台账后改正文字或表四；行政诉讼是“未经复议直接起诉”与“复议后起诉”两组之和。",
    en = "Check the case register and correct the text or the table; lawsuits are the sum of direct suits and suits after reconsideration.",
  },
  explain = {
    zh = "行政复议对表四第一组总计，行政诉讼对后两组总计之和；说“未发生”的，对应总计应为0。往年案件的说法不算。",
    en = "Reconsiderations tie to the first group's total, suits to the sum of the other two; where none is claimed the totals are 0. Cases of "
      .. "other years are not taken.",
  },
  needs = { "table:disputes" }, since = "1.0.0", tags = { "cross", "disputes" },
  applies = function(report) return claimed.any(report, kinds) end,
  check = function(report, finding)
    local list = claimed.list(report, kinds)
    for _, claim in ipairs(list) do claimed.compare(report, finding, claim, list) end
  end,
  cases = {
    fails = {
      { text = { overview = "全年未发生因政府信息公开引起的行政复议。" } },
      { change = { ["disputes.reconsideration.total"] = 3 } },
      { text = { overview = "因政府信息公开被申请行政复议2件；提起行政诉讼5件，其中直接起诉1件。" }, expect = 1 },
      { each = { overview = {
        "全年因政府信息公开引发行政复议和行政诉讼9件。", "因政府信息公开被提起行政诉讼9件。", "因政府信息公开未经复议直接起诉9件。", "因政府信息公开复议后起诉9件。",
      } }, expect = 1 },
    },
    passes = {
      {},
      { text = { overview = "因政府信息公开被申请行政复议2件，被提起行政诉讼2件。" } },
      {
        change = {
          ["disputes.reconsideration.total"] = 0, ["disputes.direct_suit.total"] = 0,
          ["disputes.suit_after_reconsideration.total"] = 0,
        },
        text = { overview = "全年未发生因政府信息公开引起的行政复议、行政诉讼。" },
      },
    },
    reviews = { { change = { ["disputes.reconsideration.total"] = "/" } } },
    not_applicable = { { text = { overview = "全年主动公开政府信息126条。" } } },
    not_run = { { drop = "tables.disputes" } },
  },
}
