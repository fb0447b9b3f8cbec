-- Requests dropped because the fee was not paid: table 3 against what the text says of fee notices.
-- Source: FEE (a notice goes out first, unpaid in time the request is dropped); row （六）2 of the form.

local narrative = lib.narrative
local figures = lib.figures

local notice = [[收费通知|缴费通知|收费告知|缴费告知|逾期(?:未|不)缴|未(?:按[^。；，]{0,8})?缴纳|不缴纳|拒不缴|拒绝缴]]
local no_notice = [[(?x) (?:未|没有|无(?!法)|从未) [^。；，]{0,10}? (?:发出|发送|发放|下达|制发|开具|送达|出具|产生|作出) [^。；，]{0,12}? (?:收费|缴费)(?:通知|告知)
  | (?:收费|缴费)(?:通知|告知) 书? (?:为|共)? (?:0|零) (?:份|件)]]

--- Whether the text tells of a notice, or of a fee that was charged.
local function tells(report)
  for claim in report:claims("information_fee") do
    if claim.value > 0 then return true end
  end
  return narrative.search(report, notice) ~= nil
end

--- The cell （六）2 × 总计 and its value where it is above zero; else nil, with a review where it is not known or
--- its row does not add up.
local function unpaid(report, finding)
  local cell = report:cell("requests.other.unpaid_fee.total")
  local value = figures.value(finding, cell)
  if value and value > 0 and figures.adds_up(finding, cell) then return cell end
  return nil
end

-- For cases: so many requests dropped.
local function with_unpaid(count)
  return { ["requests.other.unpaid_fee.business"] = count, ["requests.other.unpaid_fee.total"] = count }
end

local function has_row(report) return report.requests.form == "2021" end

rule {
  id = "T3-014", name = "unpaid-fee-unexplained", severity = "warning",
  clauses = { "FEE.1", "PRACTICE.fee", "F21.form.requests" }, ground = "practice",
  title = { zh = "有逾期未缴费的申请，文中没有说明收费通知", en = "Requests dropped for an unpaid fee, and no word of a notice" },
  message = {
    zh = "表三（六）2.逾期未缴费填了{count}件，全文没有说明收费通知和收费的情况。",
    en = "Table 3 has {count} requests dropped for an unpaid fee; the text says nothing of a notice or a charge.",
  },
  remedy = {
    zh = "在第六部分写明“发出收费通知×份，×件逾期未缴纳”；没有发过的，这一行填0。",
    en = "Say in section six how many fee notices went out and how many were not paid; where none did, the row is 0.",
  },
  explain = {
    zh = "先有收费通知，才有逾期未缴。只说“未收取”的，仍看不出发过通知。文中说没有发出通知的由 XREF-022 提示。",
    en = "Without a notice nothing falls due; that nothing was charged does not tell of one. Where the text says that none was sent, XREF-022 says it.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "table", "fee" },
  history = { "1.1.0: shared with XREF-022, which takes the contradiction; this rule takes the silence." },
  applies = has_row,
  check = function(report, finding)
    local cell = unpaid(report, finding)
    if not cell then return end
    if narrative.search(report, no_notice) then
      finding:review { because = "XREF-022" }
    elseif not tells(report) then
      finding:fail { at = cell, count = cell }
    end
  end,
  cases = {
    fails = {
      { change = with_unpaid(1) },
      { change = with_unpaid(2), text = { other = "全年未收取信息处理费。" } },
    },
    passes = {
      {},
      { change = with_unpaid(1), text = { other = "发出收费通知1份，申请人逾期未缴纳。未收取信息处理费。" } },
      { change = with_unpaid(1), text = { other = "全年收取信息处理费400元。" } },
      {
        why = "说到了通知或者未缴", change = with_unpaid(1), text = { other = "{}1份。" },
        with = "发出收费通知 发出缴费通知 发出收费告知 发出缴费告知 申请人逾期不缴 申请人未按时缴纳 申请人不缴纳 申请人拒不缴 申请人拒绝缴",
      },
      { change = with_unpaid(1), text = { other = "收取信息处理费1元。" } },
    },
    reviews = {
      { change = { ["requests.other.unpaid_fee.total"] = "" } },
      { change = { ["requests.other.unpaid_fee.total"] = 2, ["requests.other.unpaid_fee.business"] = 1 }, why = "这一行加不上" },
      { change = with_unpaid(1), text = { other = "未发出收费通知。" }, why = "由 XREF-022 提示" },
    },
    not_applicable = { { form = "2019" } },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "XREF-022", name = "unpaid-fee-without-notice", severity = "warning",
  clauses = { "FEE.1", "R711.6", "F21.duty" },
  title = { zh = "有逾期未缴费的申请，文中却说没有发出收费通知", en = "Requests dropped for an unpaid fee, yet no notice was sent" },
  message = {
    zh = "表三（六）2.逾期未缴费填了{count}件，文中却说“{claim}”。",
    en = "Table 3 has {count} requests dropped for an unpaid fee, yet the text says “{claim}”.",
  },
  remedy = {
    zh = "核对台账：没有发出收费通知的，（六）2填0；发过的，改正文字。",
    en = "Check the register: without a notice row （六）2 is 0; where one was sent, correct the text.",
  },
  explain = {
    zh = "（六）2统计的是发出收费通知后逾期没有缴纳的申请，没有通知就没有这种结果。“未收取信息处理费”与它不矛盾。文中只字未提的由 T3-014 提示。",
    en = "Row （六）2 counts requests whose fee notice was not paid in time. That no fee was charged does not contradict it. Silence belongs to T3-014.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "cross", "fee" },
  history = { "1.1.0: shared with T3-014, which takes the silence; this rule takes the contradiction." },
  applies = has_row,
  check = function(report, finding)
    local cell = unpaid(report, finding)
    local claim = cell and narrative.search(report, no_notice)
    if claim then finding:fail { at = claim, claim = claim, count = cell, cells = { cell } } end
  end,
  cases = {
    fails = {
      { change = with_unpaid(1), text = { other = "全年未发出收费通知。" } },
      { change = with_unpaid(1), text = { other = "发出收费通知书0份。" } },
      { change = with_unpaid(2), text = { other = "本年度没有向申请人开具缴费通知书，未收取信息处理费。" } },
    },
    passes = {
      { text = { other = "全年未发出收费通知，未收取信息处理费。" } },
      { change = with_unpaid(1), text = { other = "发出收费通知1份，申请人逾期未缴纳。" } },
      { change = with_unpaid(1), why = "未收取信息处理费不矛盾" },
    },
    reviews = { { change = { ["requests.other.unpaid_fee.total"] = "" } } },
    not_applicable = { { form = "2019" } },
    not_run = { { drop = "tables.requests" } },
  },
}
