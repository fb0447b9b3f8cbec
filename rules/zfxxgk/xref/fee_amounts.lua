-- The information processing fee: amounts that the tariff cannot give, and a fee without requests.
-- Source: FEE articles 4-5 (by piece from the eleventh of a month on, or by page; every amount is a multiple of ten yuan); 条例 article 42.

local figures = lib.figures

--- Fees of the year above zero, as stated, in yuan.
local function charged(report)
  local list = {}
  for claim in report:claims("information_fee") do
    if claim.value > 0 then list[#list + 1] = claim end
  end
  return list
end

local by_piece = [[按件(?:计收|收取|收费|计费|计算|标准)(?!、)]]
local other_than_charged = [[退还|退回|退费|退付|减免|免收|应收|滞纳]]

rule {
  id = "XREF-023", name = "fee-off-tariff", severity = "warning",
  clauses = { "FEE.4" },
  title = { zh = "信息处理费金额不合收费标准", en = "A processing fee that the tariff cannot give" },
  messages = {
    default = {
      zh = "文中“{claim}”不是10元的整数倍，按标准收不出这个数。",
      en = "“{claim}” is no multiple of ten yuan, which the tariff cannot give.",
    },
    piece = {
      zh = "文中说按件收取，“{claim}”，而表三全年收到的申请只有{intake}件：同一申请人一个月内10件以下不收费。",
      en = "The fee (“{claim}”) was charged by piece, yet only {intake} requests came in: up to ten a month of one applicant are free.",
    },
  },
  remedy = {
    zh = "与收费票据核对；退费、四舍五入的写明。",
    en = "Check the receipts; say so where part was refunded or the amount is rounded.",
  },
  explain = {
    zh = "按件每件100元起，按量每页10元、20元、40元，所以都是10元的整数倍，不是的作提示。按件计收从同一申请人一个月内的第11件起，"
      .. "全年收到的不到11件就不会有按件收费，为警告。",
    en = "By piece 100 yuan and more, by page 10, 20 or 40: all multiples of ten; anything else is a remark. By piece the charge begins with the "
      .. "eleventh request of an applicant in a month, so with fewer in the year it is a warning.",
  },
  needs = { "form" }, since = "1.1.0", tags = { "cross", "fee" },
  applies = function(report) return #charged(report) > 0 end,
  check = function(report, finding)
    for _, claim in ipairs(charged(report)) do
      local sentence = claim.sentence.text
      if claim.certainty == "exact" and claim.value % 10 ~= 0 and not text.test(sentence, other_than_charged) then
        finding:fail { at = claim, claim = claim.quote, severity = "info" }
      elseif text.test(sentence, by_piece) and report.requests then
        local intake = figures.intake(report, finding)
        if intake and intake > 0 and intake <= 10 then
          finding:fail { at = claim, claim = claim.quote, intake = tostring(intake), message = "piece" }
        end
      end
    end
  end,
  cases = {
    fails = {
      { text = { other = "全年收取信息处理费385元。" }, severity = "info" },
      { text = { other = "按件收取信息处理费300元。" }, severity = "warning" },
      { change = { ["requests.new.total"] = 9 }, text = { other = "按件计收信息处理费100元。" }, severity = "warning" },
      {
        why = "全年1件", change = figures.without_requests { ["requests.new.total"] = 1 },
        text = { other = "按件收取信息处理费300元。" }, severity = "warning",
      },
      { text = { other = "收取信息处理费1元。" } },
    },
    passes = {
      { text = { other = "全年收取信息处理费380元。" } },
      { text = { other = "收取信息处理费385元，其中退还5元。" } },
      { change = { ["requests.new.total"] = 10 }, text = { other = "按件收取信息处理费100元。" }, why = "加上年结转共11件" },
      { change = figures.without_requests(), text = { other = "按件收取信息处理费300元。" }, why = "没有申请，由 XREF-024 提示" },
      { each = { other = {
        "全年收取信息处理费385元，含退回5元。", "全年收取信息处理费385元，含退费5元。", "全年收取信息处理费385元，含退付5元。", "全年收取信息处理费385元，含减免5元。",
        "全年收取信息处理费385元，含免收5元。", "全年收取信息处理费385元，含应收5元。", "全年收取信息处理费385元，含滞纳5元。",
      } } },
    },
    reviews = { { change = { ["requests.new.total"] = "" }, text = { other = "按件收取信息处理费300元。" } } },
    not_applicable = { {}, { text = { other = "按照规定的按件、按量收费标准，本年度没有产生信息公开处理费。" } } },
    not_run = { { year = 2017, text = { other = "全年收取信息处理费385元。" } } },
  },
}

rule {
  id = "XREF-024", name = "fee-without-requests", severity = "error",
  clauses = { "R711.42", "FEE.1", "R711.6" },
  title = { zh = "没有申请却收了信息处理费", en = "A processing fee without requests" },
  message = {
    zh = "文中“{claim}”，表三本年新收和上年结转都是0，没有可以收费的申请。",
    en = "The text says “{claim}”, yet table 3 has neither new nor carried-in requests to charge for.",
  },
  remedy = {
    zh = "核对台账：没有收费的改正文字，漏填申请的补填表三；往年申请今年缴费的，写明。",
    en = "Check the register: correct the text, or fill in table 3; where an earlier request was paid this year, say so.",
  },
  explain = {
    zh = "信息处理费是对数量、频次过大的申请收取的，没有申请就没有收费。文中写明是往年申请缴费的，不提示。",
    en = "The fee is charged on excessive requests; without a request there is none. Not said where the text speaks of an earlier year's request.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "cross", "fee" },
  applies = function(report) return #charged(report) > 0 end,
  check = function(report, finding)
    local claim = charged(report)[1]
    if figures.intake(report, finding) ~= 0 or text.test(claim.sentence.text, [[上(?:一)?年|往年|去年|以前年度]]) then return end
    finding:fail {
      at = claim, claim = claim.quote, cells = { report:cell("requests.new.total"), report:cell("requests.carried_in.total") },
    }
  end,
  cases = {
    fails = {
      { change = figures.without_requests(), text = { other = "全年收取信息处理费200元。" } },
      { form = "2019", change = figures.without_requests(), text = { other = "收取信息处理费0.1万元。" } },
    },
    passes = {
      { text = { other = "全年收取信息处理费200元。" } },
      {
        why = "有上年结转", text = { other = "全年收取信息处理费200元。" },
        change = figures.without_requests { ["requests.carried_in.total"] = 1 },
      },
      {
        why = "往年的申请，今年缴费",
        change = figures.without_requests(), text = { other = "收取信息处理费200元，系上年的申请缴纳。" },
      },
      {
        with = "往年 去年 以前年度", change = figures.without_requests(), text = { other = "收取信息处理费200元，系{}的申请缴纳。" },
      },
    },
    reviews = {
      { change = { ["requests.new.total"] = "", ["requests.carried_in.total"] = 0 }, text = { other = "全年收取信息处理费200元。" } },
    },
    not_applicable = {
      {},
      { change = figures.without_requests(), text = { other = "收取信息处理费0元。" } },
    },
    not_run = { { drop = "tables.requests", text = { other = "全年收取信息处理费200元。" } } },
  },
}
