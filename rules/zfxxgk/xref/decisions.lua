-- Licences, penalties and coercion: the text against table 2.
-- Source: 条例 article 6; F21 closing item; WW25 (all decisions of the year). How many decisions were published is another quantity.

local claimed = lib.claimed

local decisions = { "licences", "penalties", "coercion" }
-- Words that make a count one of a field or a unit.
local of_a_part = [[领域|方面|其中|系统|条线|行业|所属|大队|支队|中队|分局|站所|涉及|类案件|月(?!1日)|季度]]

local part = {
  zh = "文中“{claim}”少于表二的数（{expected}），可能只是其中一部分，请人工核对。",
  en = "“{claim}” is less than table 2 has ({expected}); it may count a part only. Please check.",
}

--- Whether a smaller number may be that of one field, or of one body of many.
local function may_be_part(report, claim)
  local expected = claim:expected()
  if not (expected.known and claim.value < expected.value) then return false end
  return report.scope == "aggregate" or text.test(claim.sentence.text, of_a_part)
end

rule {
  id = "XREF-012", name = "decisions-differ", severity = "warning",
  clauses = { "R711.6", "F21.duty", "WW25" },
  title = { zh = "文中许可、处罚、强制数与表二不一致", en = "Licences, penalties or coercion: text and table 2 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表二本年处理决定数量是{expected}件。",
      en = "The text says “{claim}”; table 2 has {expected} decisions.",
    },
    part = part,
  },
  remedy = {
    zh = "表二填本年作出的全部决定；文中说的是公开的条数，就写明“公开”。",
    en = "Table 2 counts all decisions of the year; where the text counts those published, say so.",
  },
  explain = {
    zh = "只比较“作出……决定×件”这样的说法。“公开行政处罚信息×条”是公开的数量，不比较；一个领域、一个单位的数，请人工核对。",
    en = "Only decisions made are compared. Items published are another quantity; counts of one field or unit are for a person.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "cross", "decisions" },
  applies = function(report) return claimed.any(report, decisions) end,
  check = function(report, finding)
    local list = claimed.list(report, decisions)
    for _, claim in ipairs(list) do
      if claim.tie == "contradicts" and may_be_part(report, claim) then
        finding:review { at = claim, claim = claim.quote, expected = claim:expected(), message = "part" }
      else
        claimed.compare(report, finding, claim, list, { severity = "warning" })
      end
    end
  end,
  cases = {
    fails = {
      { text = { overview = "全年作出行政处罚决定9件。" } },
      { text = { overview = "全年办理行政许可40件，实施行政强制措施1次。" }, expect = 1 },
      { form = "2019", text = { overview = "全年作出行政强制决定3件。" } },
      { text = { overview = "在食品安全领域作出行政处罚决定30件。" }, why = "比全部还多" },
    },
    passes = {
      { text = { overview = "全年作出行政处罚决定12件，办理行政许可36件。" } },
      { text = { overview = "全年作出行政许可决定36件，公开行政处罚信息51条。" }, why = "公开的条数" },
    },
    reviews = {
      { text = { overview = "在食品安全领域作出行政处罚决定3件。" } },
      { text = { overview = "全年作出行政处罚决定3件。" }, level = "county", kind = "government", scope = "aggregate", name = "某县人民政府" },
      { change = { ["proactive.penalties.decisions"] = "" }, text = { overview = "全年作出行政处罚决定12件。" } },
      { each = { overview = {
        "农业领域作出行政处罚决定3件。", "环保方面作出行政处罚决定3件。", "其中作出行政处罚决定3件。", "城管系统作出行政处罚决定3件。", "安监条线作出行政处罚决定3件。",
        "餐饮行业作出行政处罚决定3件。", "所属机构作出行政处罚决定3件。", "执法大队作出行政处罚决定3件。", "执法支队作出行政处罚决定3件。", "执法中队作出行政处罚决定3件。",
        "城区分局作出行政处罚决定3件。", "各站所作出行政处罚决定3件。", "涉及燃气作出行政处罚决定3件。", "燃气类案件作出行政处罚决定3件。", "5月作出行政处罚决定3件。",
        "三季度作出行政处罚决定3件。",
      } } },
    },
    not_applicable = { {}, { text = { overview = "公开行政处罚信息51条，行政许可类信息69条。" } } },
    not_run = { { drop = "tables.proactive" } },
  },
}
