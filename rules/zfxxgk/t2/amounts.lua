-- Table 2: amounts whose unit is in doubt.
-- Source: annex of 〔2021〕30号 (fees in 万元); annex of 〔2019〕60号 (no unit printed for procurement).

local figures = lib.figures

-- From here on an amount in 万元 is a hundred million yuan: no town and no bureau of a county charges that much in a round sum.
local SUSPECT = 10000

--- Bodies whose fees are small enough to tell yuan from 万元 by their size.
local function is_small(report)
  if report.scope == "aggregate" then return false end
  return figures.is_local(report) or (report.kind == "department" and (report.level == "county" or report.level == "zone"))
end

--- The claim that says the same figure in yuan, or nil.
local function same_in_yuan(report, kind, amount, factor)
  for claim in report:claims(kind) do
    if claim.value * factor == amount then return claim end
  end
  return nil
end

rule {
  id = "T2-020", name = "fee-in-yuan", severity = "warning",
  clauses = { "F21.form.proactive", "R711.6" },
  title = { zh = "收费金额可能填成了元", en = "The fee was probably given in yuan" },
  messages = {
    default = {
      zh = "表二行政事业性收费填了{amount}，单位是万元，即{written}亿元，请确认是不是按元填的。",
      en = "Table 2 gives {amount} as fees in 10,000 yuan, that is {written} hundred million: please confirm that it is not yuan.",
    },
    same = {
      zh = "表二行政事业性收费填了{amount}（万元），与文中“{claim}”的元数相同，疑似把元填成了万元。",
      en = "Table 2 gives {amount} (10,000 yuan), the same figure as “{claim}” in yuan: the unit was probably missed.",
    },
    decimals = {
      zh = "表二行政事业性收费{amount}的小数超过六位，比1分钱还细，请核对。",
      en = "The fee {amount} in table 2 has more than six decimals, which is less than a cent: please check.",
    },
  },
  remedy = {
    zh = "表二收费金额以万元为单位：元数除以10000后填写。",
    en = "The fees of table 2 are in 10,000 yuan: divide yuan by 10,000.",
  },
  explain = {
    zh = "乡镇、街道、县级部门的收费达到一万（万元）以上又没有小数，或者正好等于文中以元为单位的信息处理费，多半是单位填错。"
      .. "市级以上部门和汇总的报告可能确有这么多，只看是否与文中元数相同。小数超过六位的作提示。",
    en = "A round sum of 10,000 or more from a town, subdistrict or county bureau, or the very figure that the text gives in yuan, is mostly a "
      .. "wrong unit. City bureaus and aggregate reports may charge that much. More than six decimals are a remark.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "fee" },
  applies = function(report) return report.proactive.form == "2021" end,
  check = function(report, finding)
    local cell = report:cell("proactive.fees.amount")
    local amount = figures.value(finding, cell)
    if not amount or amount <= 0 then return end
    if cell.notes.long then finding:fail { at = cell, message = "decimals", severity = "info", amount = cell } end
    if amount ~= math.floor(amount) then return end
    local same = same_in_yuan(report, "information_fee", amount, 1)
    if same_in_yuan(report, "fees.amount", amount, 10000) then
      finding:review { because = "XREF-013" }
    elseif same then
      finding:fail { at = cell, message = "same", amount = cell, claim = same.quote, quotes = { same } }
    elseif amount >= SUSPECT and is_small(report) then
      finding:fail { at = cell, amount = cell, written = string.format("%.2f", amount / 10000) }
    end
  end,
  cases = {
    fails = {
      { change = { ["proactive.fees.amount"] = 120000 }, severity = "warning" },
      { change = { ["proactive.fees.amount"] = 10000 }, level = "county", kind = "department", name = "某县教育局" },
      { change = { ["proactive.fees.amount"] = 10000 }, level = "zone", kind = "department", name = "某开发区教育局" },
      { change = { ["proactive.fees.amount"] = 380 }, text = { other = "全年收取信息处理费380元。" } },
      { change = { ["proactive.fees.amount"] = "190.4573791" }, severity = "info" },
      { change = { ["proactive.fees.amount"] = 0.1234567 } },
    },
    passes = {
      {},
      { change = { ["proactive.fees.amount"] = 26.55 } },
      { change = { ["proactive.fees.amount"] = 9999 } },
      { change = { ["proactive.fees.amount"] = "18651.064104" }, level = "county", kind = "department", name = "某县财政局" },
      { change = { ["proactive.fees.amount"] = 316441 }, level = "city", kind = "government", scope = "aggregate", name = "某市人民政府" },
      { change = { ["proactive.fees.amount"] = 20000 }, level = "county", kind = "department", scope = "aggregate", name = "某县教育局" },
      { change = { ["proactive.fees.amount"] = 20000 }, level = "city", kind = "department", scope = "own", name = "某市教育局" },
      { change = { ["proactive.fees.amount"] = 20000 }, level = "county", kind = "government", scope = "own", name = "某县人民政府" },
      { change = { ["proactive.fees.amount"] = 380 }, text = { other = "全年收取信息处理费3800元。" } },
      { change = { ["proactive.fees.amount"] = 0 }, append = { other = "行政事业性收费0元。" } },
    },
    reviews = {
      { change = { ["proactive.fees.amount"] = "/" } },
      { change = { ["proactive.fees.amount"] = 12000 }, append = { other = "行政事业性收费12000元。" }, why = "由 XREF-013 提示" },
    },
    not_applicable = { { form = "2019" } },
    not_run = { { drop = "tables.proactive" } },
  },
}

rule {
  id = "T2-024", name = "procurement-unit-missing", severity = "info",
  clauses = { "F19.form.proactive" }, ground = "practice",
  title = { zh = "采购总金额没有写单位", en = "The procurement amount has no unit" },
  message = {
    zh = "表二政府集中采购总金额填了{amount}，没有写是元还是万元。",
    en = "Table 2 gives {amount} as the procurement amount without saying yuan or 10,000 yuan.",
  },
  remedy = {
    zh = "在金额后或列名里写明单位，例如“251000元”。",
    en = "Give the unit beside the amount or in the heading, for instance 251000元.",
  },
  explain = {
    zh = "2019年表式没有印采购金额的单位，不写就分不清。金额为0的不用写。",
    en = "The 2019 form prints no unit for this amount, so it has to be written. Zero needs none.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "wording" },
  applies = function(report) return report.proactive.form == "2019" end,
  check = function(report, finding)
    local row = report.proactive:row("procurement")
    local amount = row.amount
    local value = figures.value(finding, amount)
    if not value or value == 0 or amount.notes.unit then return end
    local header = row:header("amount")
    if header and text.contains(header.text, "元") then return end
    finding:fail { at = amount, amount = amount }
  end,
  cases = {
    fails = {
      { form = "2019", change = { ["proactive.procurement.amount"] = 8040 } },
      { form = "2019", change = { ["proactive.procurement.amount"] = 25.1 } },
    },
    passes = {
      { form = "2019" },
      { form = "2019", change = { ["proactive.procurement.amount"] = 0 } },
      { form = "2019", change = { ["proactive.procurement.amount"] = 8040 }, replace = { { "采购总金额", "采购总金额（元）" } } },
    },
    reviews = { { form = "2019", change = { ["proactive.procurement.amount"] = "" } } },
    not_applicable = { {} },
    not_run = { { form = "2019", drop = "tables.proactive" } },
  },
}
