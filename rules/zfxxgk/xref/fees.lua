-- The information processing fee: stated, and no larger than the fees of table 2.
-- Source: FEE (an administrative fee, paid to the treasury, so part of table 2's last row); stating it in section six is
-- universal practice and a provincial requirement, the national text was not read.

local claimed = lib.claimed
local narrative = lib.narrative

local says_fee = [[处理费|收费|费用|收取[^。；]{0,16}费|信息公开[^。；，]{0,10}费]]
local says_fee_elsewhere = [[(?x) (?:信息处理费|信息公开处理费|信息公开费) | (?:未|没有|无|不) [^。；，]{0,10} (?:收取|收费|产生) [^。；，]{0,16} 费
  | 收取 [^。；，]{0,16} (?:政府信息|信息公开|申请) [^。；，]{0,10} 费]]
local only_a_rule = [[学习|转发|落实[^。；，]{0,20}(?:通知|规定|办法)|按照[^。；]{0,30}有关规定(?:执行)?[。；]?$]]

--- Where else than in section six it is said what was charged: a section of its own, or a sentence.
local function stated_elsewhere(report)
  for section in report:found_sections() do
    if section.key ~= "other" and text.contains(section.title, "处理费") then return section.heading end
  end
  return narrative.first(report, nil, says_fee_elsewhere, function(sentence)
    return sentence.section ~= "other" and not text.test(sentence.text, only_a_rule)
  end)
end

rule {
  id = "XREF-020", name = "fee-not-stated", severity = "warning",
  clauses = { "PRACTICE.fee", "R711.42", "FEE.1" }, ground = "practice",
  title = { zh = "没有说明信息处理费", en = "The information processing fee is not stated" },
  messages = {
    default = {
      zh = "报告没有说明信息处理费的收取情况。",
      en = "The report does not say what information processing fee was charged.",
    },
    elsewhere = {
      zh = "信息处理费写在了别处（“{statement}”），通常写在第六部分。",
      en = "The processing fee is stated elsewhere (“{statement}”); its usual place is section six.",
    },
  },
  remedy = {
    zh = "在第六部分写一句，例如“{year}年，本机关未收取信息处理费”；有收取的写明金额。",
    en = "Say it in section six, for instance “{year}年，本机关未收取信息处理费”, or the amount.",
  },
  explain = {
    zh = "各地普遍要求在第六部分说明信息处理费，没有收取也要说一句；写在别的部分的只作提示。2021年以前没有这项费用，不检查。",
    en = "Reports state the fee in section six, also when none was charged; stated elsewhere it is a remark. There was no such fee before 2021.",
  },
  needs = { "form" }, since = "1.0.0", tags = { "cross", "fee" },
  applies = function(report) return report.year and report.year >= 2021 end,
  check = function(report, finding)
    if narrative.search(report, says_fee, "other") then return end
    local values = { place = "other.fee", year = tostring(report.year) }
    local elsewhere = stated_elsewhere(report)
    if elsewhere then
      values.at, values.message, values.severity, values.statement = elsewhere, "elsewhere", "info", elsewhere
    else
      values.at = narrative.place(report, "other")
    end
    finding:fail(values)
  end,
  cases = {
    fails = {
      { text = { other = "没有其他需要报告的事项。" }, severity = "warning" },
      { text = { other = "2024年，我镇没有收到政府信息公开申请，无不予公开的情况。" }, severity = "warning" },
      { text = { other = "无。" }, append = { overview = "办理申请未收取任何费用。" }, severity = "info" },
      { text = { other = "无。" }, append = { overview = "信息处理费按规定办理。" }, severity = "info" },
      { text = { other = "无。" }, append = { overview = "全年没有产生任何公开费。" }, severity = "info" },
      { text = { other = "无。" }, append = { overview = "全年收取政府信息检索费0元。" }, severity = "info" },
      { text = { other = "无。" }, each = { overview = {
        "组织学习信息处理费管理办法。", "转发信息处理费管理办法。", "落实信息处理费管理办法。", "信息处理费按照有关规定执行。",
      } }, severity = "warning" },
      { year = 2021, text = { other = "无。" } },
      { text = { other = "无。" }, replace = { { "## 六", "## 七、信息处理费情况\n\n见上。\n\n## 六" } }, severity = "info" },
    },
    passes = {
      {},
      { text = { other = "全年收取信息处理费400元。" } },
      { text = { other = "我县未向公众收取政府信息处理相关费用。" } },
      { text = { other = "按照规定的按件、按量收费标准，本年度没有产生信息公开处理费。" } },
      { each = { other = { "信息处理费为零。", "未收费。", "没有产生费用。", "没有收取申请人任何费。", "信息公开未发生费。" } } },
    },
    not_applicable = { { form = "2019" } },
    not_run = { { year = 2017 } },
  },
}

--- The fee in 万元. Amounts without 万 are yuan.
local function in_ten_thousands(claim)
  if claim.unit == "万元" then return claim.value end
  if claim.unit == "亿元" then return claim.value * 10000 end
  return claim.value / 10000
end

rule {
  id = "XREF-021", name = "fee-above-total", severity = "error",
  clauses = { "R711.6", "R711.42", "FEE.1", "F21.form.proactive" },
  title = { zh = "信息处理费大于收费合计", en = "Processing fee above the fees of table 2" },
  message = {
    zh = "文中“{claim}”，表二行政事业性收费只有{amount}万元。",
    en = "The text says “{claim}”, yet table 2 has administrative fees of {amount} (10,000 yuan) only.",
  },
  remedy = {
    zh = "信息处理费是行政事业性收费，应计入表二最后一行；注意表二的单位是万元。",
    en = "The processing fee is an administrative fee and belongs in the last row of table 2; mind that its unit is 10,000 yuan.",
  },
  explain = {
    zh = "把信息处理费换算成万元后与表二比较，不足0.01万元的差额按四舍五入处理。",
    en = "The fee is converted to 10,000 yuan; a difference below 0.01 is taken for rounding.",
  },
  needs = { "table:proactive" }, since = "1.0.0", tags = { "cross", "fee" },
  applies = function(report) return report.proactive.form == "2021" and claimed.any(report, { "information_fee" }) end,
  check = function(report, finding)
    local amount = report:cell("proactive.fees.amount")
    for claim in report:claims("information_fee") do
      local fee = in_ten_thousands(claim)
      if fee > 0 and report.requests and lib.figures.no_requests(report) then
        finding:review { because = "XREF-024" }
      elseif fee > 0 and not amount.known then
        finding:review { because = amount.kind == "missing" and "T2-001" or "T2-010" }
      elseif fee > 0 and fee > amount.value + 0.01 then
        finding:fail { at = claim, claim = claim.quote, amount = amount, cells = { amount } }
        return
      end
    end
  end,
  cases = {
    fails = {
      { change = { ["proactive.fees.amount"] = 0 }, text = { other = "全年收取信息处理费3800元。" } },
      { text = { other = "全年收取政府信息公开信息处理费共计1.5万元。" } },
    },
    passes = {
      {},
      { change = { ["proactive.fees.amount"] = 316441 }, text = { other = "全市实际收取信息处理费共计400元。" } },
      { change = { ["proactive.fees.amount"] = 0.38 }, text = { other = "全年收取信息处理费3800元。" } },
      { change = { ["proactive.fees.amount"] = "" }, text = { other = "全年未收取信息处理费。" } },
      { change = { ["proactive.fees.amount"] = 0.5 }, text = { other = "全年收取信息处理费5100元。" }, why = "四舍五入差0.01万元以内" },
      { change = lib.figures.without_requests(), text = { other = "收取信息处理费0元。" } },
    },
    reviews = {
      { change = { ["proactive.fees.amount"] = "" }, text = { other = "全年收取信息处理费3800元。" } },
      { change = { ["proactive.fees.amount"] = "" }, text = { other = "全年收取信息处理费3800元。" }, because = "T2-010" },
      { drop = "tables.proactive.fees", text = { other = "全年收取信息处理费3800元。" }, because = "T2-001" },
      {
        why = "没有申请，由 XREF-024 提示",
        change = lib.figures.without_requests { ["proactive.fees.amount"] = 0 },
        text = { other = "全年收取信息处理费200元。" },
      },
    },
    not_applicable = { { form = "2019" }, { text = { other = "无。" } } },
    not_run = { { drop = "tables.proactive" } },
  },
}
