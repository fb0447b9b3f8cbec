-- Table 4: cases that hardly go together with each other, or with the results of table 3.
-- Source: 行政复议法 article 23(4); practice. Cases drag on over years, so nothing here is an error.

local figures = lib.figures

local function totals(report)
  return report:cell("disputes.reconsideration.total"), report:cell("disputes.direct_suit.total"),
    report:cell("disputes.suit_after_reconsideration.total")
end

-- For cases: so many reconsiderations and so many suits after them, all upheld but for `off`, which the totals do not count.
local function with_cases(reviews, suits, off)
  return {
    ["disputes.reconsideration.upheld"] = reviews + (off or 0), ["disputes.reconsideration.pending"] = 0,
    ["disputes.reconsideration.total"] = reviews,
    ["disputes.suit_after_reconsideration.upheld"] = suits, ["disputes.suit_after_reconsideration.total"] = suits,
  }
end

rule {
  id = "T4-007", name = "more-suits-than-reconsiderations", severity = "info",
  clauses = { "PRACTICE.plausible", "F21.form.disputes" }, ground = "practice",
  title = { zh = "复议后起诉远多于行政复议", en = "Far more suits after reconsideration than reconsiderations" },
  message = {
    zh = "表四复议后起诉{suits}件，本年行政复议只有{reviews}件，请确认没有把直接起诉的填在这里。",
    en = "Table 4: {suits} suits after reconsideration, only {reviews} reconsiderations this year. Please confirm that no direct suits are among them.",
  },
  remedy = {
    zh = "没有经过复议的填“未经复议直接起诉”；往年复议、今年起诉的不用改。",
    en = "Suits without reconsideration are direct suits; those after an earlier year's reconsideration may stay.",
  },
  explain = {
    zh = "复议后起诉不少于5件、超过本年行政复议的两倍时提示：即使上年复议与今年一样多，也不会有这么多。",
    en = "Said from five suits on, where they exceed twice this year's reconsiderations: even as many last year would not account for them.",
  },
  needs = { "table:disputes" }, since = "1.1.0", tags = { "table", "plausibility" },
  history = { "1.1.0: without last year's report its reconsiderations are taken to be as many as this year's." },
  check = function(report, finding)
    local reviews, _, suits = totals(report)
    local many = figures.value(finding, suits)
    if not many or many < 5 then return end
    local few = figures.value(finding, reviews)
    if few and many > 2 * few and figures.adds_up(finding, suits) and figures.adds_up(finding, reviews) then
      finding:fail { at = suits, cells = { suits, reviews }, suits = suits, reviews = reviews }
    end
  end,
  cases = {
    fails = {
      { change = with_cases(1, 9) },
      { change = with_cases(2, 5) },
    },
    passes = {
      {},
      { change = with_cases(0, 4), why = "不足5件" },
      { change = with_cases(3, 6) },
    },
    reviews = {
      { change = { ["disputes.suit_after_reconsideration.total"] = "/" } },
      { change = { ["disputes.suit_after_reconsideration.total"] = 9 }, why = "这一组加不上，由 T4-003 提示" },
      { change = with_cases(2, 5, 1), why = "复议一组加不上，由 T4-001 提示" },
    },
    not_run = { { drop = "tables.disputes" } },
  },
}

rule {
  id = "T4-008", name = "direct-suits-against-refusals", severity = "info",
  clauses = { "ARL.23", "F21.form.disputes" },
  title = { zh = "不予公开应先复议，却有直接起诉", en = "Direct suits where reconsideration comes first" },
  message = {
    zh = "表四未经复议直接起诉{suits}件，而表三除予以公开、部分公开外都是不予公开（{denied}件）；2024年起不予公开应当先申请复议，请核对起诉的事由。",
    en = "{suits} direct suits, while all other results of table 3 are refusals ({denied}). Since 2024 a refusal goes to reconsideration first: please "
      .. "check what the suits were about.",
  },
  remedy = {
    zh = "起诉前经过复议的改填“复议后起诉”；对不存在、不予处理、程序提起的，或2024年前已起诉的，不用改。",
    en = "Suits after reconsideration belong in that group; suits on other grounds, or filed before 2024, may stay.",
  },
  explain = {
    zh = "2024年1月1日起，对不予公开决定应先复议。表三还有无法提供、不予处理、其他处理的，可能就是为此起诉，不提示。",
    en = "From 1 January 2024 refusals go to reconsideration first. Where table 3 has results of other kinds the suits may be about those.",
  },
  needs = { "table:disputes", "table:requests" }, since = "1.1.0", tags = { "table", "plausibility" },
  history = { "1.1.0: said where all that was not granted was refused, after the catalogue's example; with no refusal at all there is nothing to ask." },
  applies = function(report) return report.year and report.year >= 2024 end,
  check = function(report, finding)
    local _, suits = totals(report)
    local count = figures.value(finding, suits)
    if not count or count == 0 then return end
    local column = report.requests:column("total")
    local denied = column:sum("denied.state_secret", "unavailable.not_held")
    local others = column:sum("unavailable.not_held", "results_total")
    if not (denied.known and others.known) then
      finding:review { because = "T3-020" }
    elseif denied.value > 0 and others.value == 0 and figures.adds_up(finding, suits) then
      finding:fail { at = suits, suits = suits, denied = tostring(denied.value) }
    end
  end,
  cases = {
    fails = {
      { change = { ["disputes.direct_suit.other"] = 3, ["disputes.direct_suit.total"] = 3, ["requests.unavailable.not_held.total"] = 0 } },
      { change = { ["requests.unavailable.not_held.total"] = 0, ["requests.denied.third_party.total"] = 0 } },
      { change = { ["requests.unavailable.not_held.total"] = 0 }, year = 2025, title = "青石镇人民政府2025年政府信息公开工作年度报告" },
    },
    passes = {
      { why = "有无法提供2件" },
      { change = { ["disputes.direct_suit.total"] = 0, ["requests.unavailable.not_held.total"] = 0 } },
      {
        why = "没有不予公开的",
        change = {
          ["requests.unavailable.not_held.total"] = 0, ["requests.denied.third_party.total"] = 0,
          ["requests.denied.internal_affairs.total"] = 0,
        },
      },
    },
    reviews = {
      { change = { ["disputes.direct_suit.total"] = "/" } },
      { change = { ["requests.unavailable.not_held.total"] = "" } },
      { change = { ["disputes.direct_suit.total"] = 3, ["requests.unavailable.not_held.total"] = 0 }, why = "由 T4-002 提示" },
    },
    not_applicable = {
      { change = { ["requests.unavailable.not_held.total"] = 0 }, year = 2023, title = "青石镇人民政府2023年政府信息公开工作年度报告" },
      { form = "2019" },
    },
    not_run = { { drop = "tables.disputes" }, { drop = "tables.requests" } },
  },
}
