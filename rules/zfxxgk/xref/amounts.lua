-- Fees and rules: the text against table 2.
-- Source: 条例 article 6; F21 closing item; annex of 〔2021〕30号 (fees in 万元).

local claimed = lib.claimed

local part = {
  zh = "文中“{claim}”少于表二的数（{expected}），可能只是其中一部分，请人工核对。",
  en = "“{claim}” is less than table 2 has ({expected}); it may count a part only. Please check.",
}

--- By how much the text may be off for having been rounded or cut: one of its last written digit, in 万元.
local function last_digit(claim)
  local number = text.find(text.fold(claim.text), [[\d[\d,]*(?:\.(\d+))?\s*(亿|万)?]])
  if not number then return 0 end
  local step = 10 ^ -text.len(number[1] or "")
  if number[2] == "亿" then return step * 10000 end
  return number[2] == "万" and step or step / 10000
end

rule {
  id = "XREF-013", name = "fees-differ", severity = "error",
  clauses = { "R711.6", "F21.form.proactive", "F21.duty" },
  title = { zh = "文中收费金额与表二不一致", en = "Fees: text and table 2 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表二行政事业性收费是{expected}万元。",
      en = "The text says “{claim}”; table 2 has fees of {expected} (10,000 yuan).",
    },
    unit = {
      zh = "文中“{claim}”，表二行政事业性收费填了{expected}（万元）：数字相同而单位不同，多半是把元填进了万元。",
      en = "The text says “{claim}”; table 2 has {expected} in 10,000 yuan: the same digits in another unit, so yuan were probably filled in.",
    },
    part = part,
  },
  remedy = {
    zh = "与财务核对；表二以万元为单位，元数除以10000后填写。",
    en = "Check with the accounts; table 2 is in 10,000 yuan, so divide yuan by 10,000.",
  },
  explain = {
    zh = "元、亿元换算成万元后比较，按文中写出的最后一位四舍五入或截尾都算一致。",
    en = "Yuan are converted to 10,000 yuan; rounding or cutting at the last digit that the text writes is allowed for.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "cross", "fee" },
  applies = function(report) return report.proactive.form == "2021" and claimed.any(report, { "fees.amount" }) end,
  check = function(report, finding)
    local amount = report:cell("proactive.fees.amount")
    local list = claimed.list(report, { "fees.amount" })
    for _, claim in ipairs(list) do
      local difference = amount.known and math.abs(amount.value - claim.value)
      if claim.tie == "contradicts" and claim.value * 10000 == amount.value and claim.value > 0 then
        finding:fail { at = claim, claim = claim.quote, expected = amount, cells = { amount }, message = "unit" }
      elseif claim.tie ~= "contradicts" or difference >= last_digit(claim) then
        claimed.compare(report, finding, claim, list)
      end
    end
  end,
  cases = {
    fails = {
      { change = { ["proactive.fees.amount"] = 2 }, append = { other = "全年行政事业性收费1.2万元。" } },
      { append = { other = "全年行政事业性收费共计13000元。" } },
      { change = { ["proactive.fees.amount"] = 12000 }, append = { other = "全年行政事业性收费12000元。" } },
      { append = { other = "行政事业性收费1.5亿元。" } },
      { change = { ["proactive.fees.amount"] = 5000 }, append = { other = "全年行政事业性收费5000元。" }, says = "多半是把元填进了万元" },
      { change = { ["proactive.fees.amount"] = 2 }, append = { other = "全年行政事业性收费3万元。" }, why = "差一个整数，不是四舍五入" },
    },
    passes = {
      { append = { other = "全年行政事业性收费12500元。" } },
      { append = { other = "全年行政事业性收费1.3万元。" }, why = "四舍五入" },
      { change = { ["proactive.fees.amount"] = 18651.06 }, append = { other = "全年行政事业性收费1.87亿元。" } },
      { change = { ["proactive.fees.amount"] = 18651.06 }, append = { other = "全年行政事业性收费18651万元。" } },
    },
    reviews = { { change = { ["proactive.fees.amount"] = "" }, append = { other = "全年行政事业性收费1.2万元。" } } },
    not_applicable = { {}, { form = "2019", append = { other = "全年行政事业性收费1.2万元。" } } },
    not_run = { { drop = "tables.proactive" } },
  },
}

local rules = { "regulations.made", "regulations.in_force" }

rule {
  id = "XREF-014", name = "rules-differ", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "文中规章数与表二不一致", en = "Rules: text and table 2 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表二“规章”对应的数是{expected}。",
      en = "The text says “{claim}”; table 2 has {expected} under rules.",
    },
    internal = {
      zh = "文中“{claim}”，表二“规章”是{expected}；没有规章制定权的机关，文中说的多半是规章制度。",
      en = "The text says “{claim}”; table 2 has {expected} rules. A body without the power to make rules mostly means internal regulations.",
    },
    part = part,
  },
  remedy = {
    zh = "有制定权的核对规章数；没有的，把文中的“规章”改成“制度”或“规范性文件”。",
    en = "Check the figure; a body without the power writes 制度 or 规范性文件 in the text.",
  },
  explain = {
    zh = "“规章制度”不算规章。省、市政府的数对不上为错误，其他机关多半是用词问题，为警告。",
    en = "Internal regulations (规章制度) do not count. An error for governments that make rules; for others it is mostly a slip of words, a warning.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "cross", "documents" },
  applies = function(report) return report.proactive.form == "2021" and claimed.any(report, rules) end,
  check = function(report, finding)
    local list = claimed.list(report, rules)
    local has_power = report.kind == "government" and (report.level == "city" or report.level == "province")
    for _, claim in ipairs(list) do
      if has_power or claim.tie ~= "contradicts" then
        claimed.compare(report, finding, claim, list)
      else
        finding:fail {
          at = claim, claim = claim.quote, expected = claim:expected(), cells = { claim:expected() }, message = "internal", severity = "warning",
        }
      end
    end
  end,
  cases = {
    fails = {
      {
        append = { overview = "全年制定政府规章2件。" }, level = "city", kind = "government", scope = "aggregate", name = "某市人民政府",
        severity = "error",
      },
      { append = { overview = "全年制定规章2件。" }, severity = "warning" },
      { append = { overview = "现行有效规章4件。" }, severity = "warning" },
    },
    passes = {
      {
        change = { ["proactive.regulations.in_force"] = 4 }, append = { overview = "现行有效规章4部。" },
        level = "city", kind = "government", scope = "aggregate", name = "某市人民政府",
      },
      { append = { overview = "全年未制定规章。" } },
    },
    reviews = {
      {
        change = { ["proactive.regulations.made"] = "/" }, append = { overview = "全年制定政府规章2件。" }, level = "city",
        kind = "government", scope = "aggregate", name = "某市人民政府",
      },
    },
    not_applicable = { { append = { overview = "全年制定规章制度5项，修订规章制度3件。" } }, { form = "2019" } },
    not_run = { { drop = "tables.proactive" } },
  },
}
