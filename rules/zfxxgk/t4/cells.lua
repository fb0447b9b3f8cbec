-- Table 4: what stands in its cells.
-- Source: HH22「数据精确」; cases are counted, so figures are whole numbers from 0 up.

local cells = lib.cells

rule {
  id = "T4-005", name = "disputes-blank", severity = "warning",
  clauses = { "HH22", "STD.numbers", "F21.form.disputes" }, ground = "local",
  title = { zh = "表四有空白或斜杠单元格", en = "Blank or dashed cells in table 4" },
  message = {
    zh = "表四有{count}个单元格是空白或“/”：{names}。",
    en = "Blank or dashed cells in table 4 ({count}): {names}.",
  },
  remedy = {
    zh = "没有发生的填0，不留空白，不填“/”“—”“无”。",
    en = "Fill in 0 for what did not happen; leave no blanks or dashes.",
  },
  explain = {
    zh = "空白和“/”让人分不清是没有还是漏填。一张表只提示一次。2020年度及以前的表只作提示。",
    en = "A blank may mean none or not filled in. Said once for the table. For years up to 2020 this is a remark.",
  },
  needs = { "table:disputes" }, since = "1.0.0", tags = { "table", "cells" },
  check = function(report, finding)
    local list = cells.pick(report.disputes, cells.empty)
    cells.fail(finding, report.disputes, list, { place = "disputes.blank", severity = cells.blank_severity(report) })
  end,
  cases = {
    fails = {
      { change = { ["disputes.direct_suit.pending"] = "/" }, severity = "warning" },
      { change = { ["disputes.reconsideration.other"] = "", ["disputes.direct_suit.other"] = "" }, expect = 1 },
      { form = "2019", change = { ["disputes.direct_suit.pending"] = "" }, severity = "info" },
    },
    passes = { {}, { form = "2019" }, { change = { ["disputes.reconsideration.other"] = "０" } } },
    not_run = { { drop = "tables.disputes" } },
  },
}

rule {
  id = "T4-006", name = "disputes-impossible-number", severity = "error",
  clauses = { "F21.form.disputes", "F19.form.disputes" },
  title = { zh = "表四有负数、小数或文字", en = "Negative, fractional or wordy cells in table 4" },
  message = {
    zh = "表四有{count}个单元格不是非负整数：{names}。",
    en = "Cells of table 4 that are no whole number from 0 up ({count}): {names}.",
  },
  remedy = {
    zh = "案件按件计数，填0或正整数。",
    en = "Cases are counted: fill in 0 or a positive whole number.",
  },
  explain = {
    zh = "复议、诉讼案件按件计数。空白和“/”由 T4-005 提示。",
    en = "Cases are counted. Blanks and dashes belong to T4-005.",
  },
  needs = { "table:disputes" }, since = "1.0.0", tags = { "table", "cells" },
  check = function(report, finding)
    local list = cells.pick(report.disputes, cells.not_countable)
    cells.fail(finding, report.disputes, list, { place = "disputes.cells" })
  end,
  cases = {
    fails = {
      { change = { ["disputes.direct_suit.pending"] = -1 } },
      { change = { ["disputes.reconsideration.upheld"] = 0.5 } },
    },
    passes = { {}, { form = "2019" }, { change = { ["disputes.reconsideration.other"] = "０" } } },
    not_run = { { drop = "tables.disputes" } },
  },
}
