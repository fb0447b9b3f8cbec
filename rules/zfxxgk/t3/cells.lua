-- Table 3: what stands in its cells.
-- Source: HH22「数据精确」; GB/T 15835 on writing numbers; requests are counted, so figures are whole numbers from 0 up.

local cells = lib.cells

rule {
  id = "T3-010", name = "requests-impossible-number", severity = "error",
  clauses = { "F21.form.requests", "F19.form.requests" },
  title = { zh = "表三有负数、小数或文字", en = "Negative, fractional or wordy cells in table 3" },
  message = {
    zh = "表三有{count}个单元格不是非负整数：{names}。",
    en = "Cells of table 3 that are no whole number from 0 up ({count}): {names}.",
  },
  remedy = {
    zh = "申请按件计数，填0或正整数。",
    en = "Requests are counted: fill in 0 or a positive whole number.",
  },
  explain = {
    zh = "千分位逗号、全角数字、中文数字先按数字读；空白和“/”由 T3-020 提示。",
    en = "Thousands commas, full-width and Chinese numerals are read as numbers first; blanks and dashes belong to T3-020.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table", "cells" },
  check = function(report, finding)
    local list = cells.pick(report.requests, cells.not_countable)
    cells.fail(finding, report.requests, list, { place = "requests.cells" })
  end,
  cases = {
    fails = {
      { change = { ["requests.new.natural_person"] = 1.5 } },
      { change = { ["requests.granted.business"] = -1 } },
      { change = { ["requests.granted.business"] = "不详", ["requests.new.research"] = -2 }, expect = 1 },
    },
    passes = {
      {},
      { change = { ["requests.new.total"] = "1,234" } },
      { form = "2019" },
    },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "T3-020", name = "requests-blank", severity = "warning",
  clauses = { "HH22", "STD.numbers", "F21.form.requests" }, ground = "local",
  title = { zh = "表三有空白或斜杠单元格", en = "Blank or dashed cells in table 3" },
  message = {
    zh = "表三有{count}个单元格是空白或“/”：{names}。",
    en = "Blank or dashed cells in table 3 ({count}): {names}.",
  },
  remedy = {
    zh = "没有发生的填0，不留空白，不填“/”“—”“无”。",
    en = "Fill in 0 for what did not happen; leave no blanks or dashes.",
  },
  explain = {
    zh = "空白和“/”让人分不清是没有还是漏填，与它有关的合计也就无法判断。一张表只提示一次。2020年度及以前的表只作提示。",
    en = "A blank may mean none or not filled in, and sums that contain it cannot be judged. Said once for the table. For years up to 2020 "
      .. "this is a remark.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table", "cells" },
  check = function(report, finding)
    local list = cells.pick(report.requests, cells.empty)
    cells.fail(finding, report.requests, list, { place = "requests.blank", severity = cells.blank_severity(report) })
  end,
  cases = {
    fails = {
      { change = { ["requests.new.research"] = "", ["requests.new.nonprofit"] = "/" }, expect = 1, severity = "warning" },
      { change = { ["requests.carried_in.total"] = "—" } },
      { form = "2019", change = { ["requests.carried_in.business"] = "" }, severity = "info" },
    },
    passes = {
      {},
      { form = "2019" },
      { change = { ["requests.new.research"] = "０" }, why = "全角数字是数字" },
    },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "T3-022", name = "requests-number-style", severity = "info",
  clauses = { "STD.numbers", "HH22" }, ground = "practice",
  title = { zh = "表三有中文数字或全角数字", en = "Chinese or full-width numerals in table 3" },
  message = {
    zh = "表三有{count}个数不是半角阿拉伯数字：{names}。",
    en = "Figures in table 3 that are not plain digits ({count}): {names}.",
  },
  remedy = {
    zh = "统一用半角阿拉伯数字。",
    en = "Use plain Arabic digits throughout.",
  },
  explain = {
    zh = "已按数字读取，不影响其他检查；只是不便复制和汇总。",
    en = "They were read as numbers and nothing else suffers; they only are awkward to copy and add up.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table", "cells" },
  check = function(report, finding)
    local list = cells.pick(report.requests, { "fullwidth", "chinese" })
    cells.fail(finding, report.requests, list, { place = "requests.style" })
  end,
  cases = {
    fails = {
      { change = { ["requests.new.research"] = "０" } },
      { change = { ["requests.granted.business"] = "一", ["requests.carried_in.business"] = "零" }, expect = 1 },
    },
    passes = { {}, { form = "2019" }, { change = { ["requests.new.total"] = "1,234" } } },
    not_run = { { drop = "tables.requests" } },
  },
}
