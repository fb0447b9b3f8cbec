-- Table 2: what stands in its cells.
-- Source: HH22「数据精确」; GB/T 15835 on writing numbers. Only the 2019 form lets a change be negative and an amount carry its unit.

local cells = lib.cells

rule {
  id = "T2-010", name = "proactive-not-a-number", severity = "warning",
  clauses = { "HH22", "STD.numbers", "F21.form.proactive" }, ground = "local",
  title = { zh = "表二有空白或非数字单元格", en = "Cells of table 2 without a number" },
  message = {
    zh = "表二有{count}个单元格不是数字：{names}。",
    en = "Cells of table 2 without a number ({count}): {names}.",
  },
  remedy = {
    zh = "没有发生的填0，不留空白，不填“/”“—”“无”。",
    en = "Fill in 0 for what did not happen; leave no blanks, dashes or words.",
  },
  explain = {
    zh = "空白和“/”让人分不清是没有还是漏填。全角数字、空格、千分位逗号先按数字读，不算在内。2020年度及以前的表只作提示。",
    en = "A blank or a slash may mean none or not filled in. Full-width digits, spaces and thousands commas are read as numbers first. "
      .. "For years up to 2020 this is a remark.",
  },
  needs = { "table:proactive" }, since = "1.0.0", tags = { "table", "cells" },
  check = function(report, finding)
    local list = cells.pick(report.proactive, { "blank", "dash", "text" })
    cells.fail(finding, report.proactive, list, { place = "proactive.cells", severity = cells.blank_severity(report) })
  end,
  cases = {
    fails = {
      { change = { ["proactive.regulations.made"] = "/" }, severity = "warning", expect = 1 },
      { change = { ["proactive.coercion.decisions"] = "", ["proactive.fees.amount"] = "无" }, expect = 1 },
      { change = { ["proactive.licences.decisions"] = "若干" } },
      { form = "2019", change = { ["proactive.coercion.decisions"] = "" }, severity = "info" },
    },
    passes = {
      {},
      { change = { ["proactive.licences.decisions"] = "３６" } },
      { change = { ["proactive.licences.decisions"] = "1,234" } },
      { form = "2019" },
    },
    not_run = { { drop = "tables.proactive" } },
  },
}

rule {
  id = "T2-011", name = "proactive-impossible-number", severity = "error",
  clauses = { "F21.form.proactive", "F19.form.proactive" },
  title = { zh = "表二有负数或小数", en = "Negative or fractional counts in table 2" },
  message = {
    zh = "表二有{count}个件数不是非负整数：{names}。",
    en = "Counts in table 2 that are no whole number from 0 up ({count}): {names}.",
  },
  remedy = {
    zh = "件数填0或正整数；只有收费金额可以有小数，只有2019年表式的“本年增/减”可以是负数。",
    en = "Counts are 0 or positive whole numbers. Only amounts have decimals, only the 2019 form's change may be negative.",
  },
  explain = {
    zh = "文件、决定都按件计数。2019年表式的“本年增/减”本来就有正负，采购金额和收费金额可以有小数。",
    en = "Documents and decisions are counted. The 2019 form's change has a sign, and amounts have decimals.",
  },
  needs = { "table:proactive" }, since = "1.0.0", tags = { "table", "cells" },
  check = function(report, finding)
    local list = cells.pick(report.proactive, { "negative", "fraction" }, function(cell)
      local column = cell.column.key
      return cell.value < 0 and column ~= "change" or cell.value ~= math.floor(cell.value) and column ~= "amount"
    end)
    cells.fail(finding, report.proactive, list, { place = "proactive.cells" })
  end,
  cases = {
    fails = {
      { change = { ["proactive.licences.decisions"] = -3 } },
      { change = { ["proactive.penalties.decisions"] = 1.5 } },
      { change = { ["proactive.licences.decisions"] = -1 } },
    },
    passes = {
      {},
      { form = "2019", change = { ["proactive.licences.change"] = -8 } },
      { change = { ["proactive.fees.amount"] = 190.457379 } },
      { change = { ["proactive.fees.amount"] = 0.5 } },
    },
    not_run = { { drop = "tables.proactive" } },
  },
}

rule {
  id = "T2-012", name = "proactive-number-style", severity = "warning",
  clauses = { "STD.numbers", "HH22" },
  title = { zh = "表二数字带单位或逗号", en = "Units or separators in the numbers of table 2" },
  messages = {
    default = {
      zh = "表二有{count}个单元格在数字之外写了单位或说明：{names}。",
      en = "Cells of table 2 with a unit or a remark beside the number ({count}): {names}.",
    },
    separator = {
      zh = "表二有{count}个数字带千分位逗号或空格：{names}。",
      en = "Numbers in table 2 with separators ({count}): {names}.",
    },
  },
  remedy = {
    zh = "单元格里只填阿拉伯数字；单位已印在列名里。",
    en = "Fill in plain digits; the unit is printed in the heading.",
  },
  explain = {
    zh = "带单位、说明的数字汇总时容易出错。千分位逗号和空格只作提示。2019年表式的采购总金额没有固定单位，可以带单位。",
    en = "Figures with units or remarks go wrong when added up. Separators are a remark. The 2019 form fixes no unit for the procurement amount, "
      .. "so it may carry one.",
  },
  needs = { "table:proactive" }, since = "1.0.0", tags = { "table", "cells" },
  check = function(report, finding)
    local sheet = report.proactive
    local with_unit = cells.pick(sheet, { "unit", "parenthetic" }, function(cell) return cell.row.key ~= "procurement" end)
    local separated = cells.pick(sheet, { "thousands", "spaced" }, function(cell) return not cell.notes.unit end)
    cells.fail(finding, sheet, with_unit, { place = "proactive.units" })
    cells.fail(finding, sheet, separated, { place = "proactive.separators", message = "separator", severity = "info" })
  end,
  cases = {
    fails = {
      { change = { ["proactive.licences.decisions"] = "36件" }, severity = "warning" },
      { change = { ["proactive.penalties.decisions"] = "12（含简易程序3件）" }, severity = "warning" },
      { change = { ["proactive.licences.decisions"] = "1,234" }, severity = "info" },
      { change = { ["proactive.licences.decisions"] = "1 234" }, severity = "info" },
    },
    passes = {
      {},
      { form = "2019", why = "采购总金额可以带单位" },
      { change = { ["proactive.licences.decisions"] = "３６" } },
    },
    not_run = { { drop = "tables.proactive" } },
  },
}
