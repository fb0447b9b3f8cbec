-- Table 4: cases that hardly go together with each other, with table 3, or with section five.
-- Source: 行政复议法 article 23(4); 条例 article 50(3)(4); practice. Cases drag on over years, so nothing here is an error.

local figures = lib.figures
local narrative = lib.narrative

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

-- Words by which the text accounts for cases of earlier requests.
local earlier = narrative.once [[复议|诉讼|起诉]]
local earlier_year = [[(?:上|前|往|历)一?年|以前年度|去年|20\d\d年(?:度)?(?:收到|办理|答复|受理|作出|的申请|申请)]]

rule {
  id = "T4-009", name = "cases-without-requests", severity = "warning",
  clauses = { "PRACTICE.plausible", "R711.6", "F21.form.disputes" }, ground = "practice",
  title = { zh = "有复议诉讼，却没有申请", en = "Cases without requests" },
  message = {
    zh = "表四有复议、诉讼共{cases}件，表三本年新收和上年结转都是0，请确认案件是否由往年的申请引起。",
    en = "Table 4 has {cases} cases, table 3 neither new nor carried-in requests. Please confirm that the cases are about requests of earlier years.",
  },
  remedy = {
    zh = "由往年申请引起的，在文中说明一句；与政府信息公开无关的案件不填表四；漏填申请的补填表三。",
    en = "Say so in the text where earlier requests led to them; leave out cases of other kinds; fill in table 3 where requests were missed.",
  },
  explain = {
    zh = "表四只统计因政府信息公开引起的案件。当年和上年都没有申请，案件多半是把全部行政复议诉讼填了进来。文中说明了往年申请的，不提示。"
      .. "没有上年的报告时，上年结转为0即视为上年没有申请。",
    en = "Table 4 counts cases over open government information only; without a request, all of the body's cases were mostly put there. Not said where "
      .. "the text speaks of earlier requests. Without last year's report, none carried in counts as none last year.",
  },
  needs = { "table:disputes", "table:requests" }, since = "1.1.0", tags = { "table", "plausibility" },
  check = function(report, finding)
    local one, two, three = totals(report)
    local cases = figures.sum(finding, { one, two, three })
    if not cases or cases == 0 then return end
    if figures.intake(report, finding) ~= 0 then return end
    local told = narrative.first(report, nil, earlier, function(sentence) return text.test(sentence.text, earlier_year) end)
    if told then return end
    for _, cell in ipairs { one, two, three } do
      if not figures.adds_up(finding, cell) then return end
    end
    local at = one.value > 0 and one or two.value > 0 and two or three
    finding:fail {
      at = at, cells = { one, two, three, report:cell("requests.new.total"), report:cell("requests.carried_in.total") },
      cases = tostring(cases), place = "disputes.cases",
    }
  end,
  cases = {
    fails = {
      { change = figures.without_requests { ["disputes.reconsideration.upheld"] = 30, ["disputes.reconsideration.total"] = 31 } },
      {
        change = figures.without_requests {
          ["disputes.reconsideration.upheld"] = 0, ["disputes.reconsideration.pending"] = 0, ["disputes.reconsideration.total"] = 0,
          ["disputes.direct_suit.other"] = 0, ["disputes.direct_suit.total"] = 0,
        },
      },
    },
    passes = {
      {},
      { change = figures.without_requests { ["requests.carried_in.total"] = 1 }, why = "有上年结转" },
      { change = { ["requests.carried_in.total"] = 0 } },
      {
        why = "没有案件",
        change = figures.without_requests {
          ["disputes.reconsideration.total"] = 0,
          ["disputes.direct_suit.total"] = 0, ["disputes.suit_after_reconsideration.total"] = 0,
        },
      },
      {
        why = "文中说明了",
        change = figures.without_requests(),
        append = { overview = "行政复议2件均由上一年答复的申请引起。" },
      },
    },
    reviews = {
      { change = { ["requests.new.total"] = "", ["requests.carried_in.total"] = 0 } },
      { change = { ["disputes.direct_suit.total"] = "" } },
      { change = figures.without_requests { ["disputes.reconsideration.total"] = 31 }, why = "这一组加不上，由 T4-001 提示" },
    },
    not_run = { { drop = "tables.disputes" }, { drop = "tables.requests" } },
  },
}

local mentions = [[纠正|纠错|败诉|撤销|责令|复议|诉讼|应诉|违法|依申请|申请公开|答复]]

rule {
  id = "T4-010", name = "corrections-not-discussed", severity = "info",
  clauses = { "PRACTICE.plausible", "R711.50.3", "R711.50.4" }, ground = "practice",
  title = { zh = "有被纠正的案件，第五部分没有提到", en = "Corrected cases, and no word of them in section five" },
  message = {
    zh = "表四结果纠正共{corrected}件，第五部分没有提到申请办理或复议诉讼方面的问题。",
    en = "Table 4 has {corrected} cases in which the body was corrected; section five names no problem with requests or cases.",
  },
  remedy = {
    zh = "被纠正说明答复有问题，可以在第五部分写一句原因和改进。",
    en = "Being corrected shows a problem with answers: a sentence on cause and remedy in section five would do.",
  },
  explain = {
    zh = "被复议机关或法院纠正，是最实在的问题。第五部分提到依申请公开、答复、复议、诉讼中任何一项的都算提到。",
    en = "To be corrected by an authority or a court is a problem. Any word on requests, answers, reconsideration or suits in section five will do.",
  },
  needs = { "table:disputes", "section:problems" }, since = "1.1.0", tags = { "table", "plausibility" },
  check = function(report, finding)
    local cells = {
      report:cell("disputes.reconsideration.corrected"), report:cell("disputes.direct_suit.corrected"),
      report:cell("disputes.suit_after_reconsideration.corrected"),
    }
    local corrected = figures.sum(finding, cells)
    if not corrected or corrected == 0 or narrative.search(report, mentions, "problems") then return end
    for _, cell in ipairs(cells) do
      if not figures.adds_up(finding, cell) then return end
    end
    finding:fail { at = report:section("problems"), cells = cells, place = "problems.corrected", corrected = tostring(corrected) }
  end,
  cases = {
    fails = {
      { change = { ["disputes.reconsideration.corrected"] = 5, ["disputes.reconsideration.total"] = 7 } },
      { change = { ["disputes.direct_suit.corrected"] = 1, ["disputes.direct_suit.other"] = 0 } },
      { change = { ["disputes.suit_after_reconsideration.corrected"] = 1, ["disputes.suit_after_reconsideration.upheld"] = 0 } },
    },
    passes = {
      {},
      { change = { ["disputes.reconsideration.corrected"] = 5, ["disputes.reconsideration.total"] = 7 }, append = { problems = "答复内容不够严谨，有5件在复议中被纠错。" } },
    },
    reviews = {
      { change = { ["disputes.reconsideration.corrected"] = "" } },
      { change = { ["disputes.reconsideration.corrected"] = 5 }, why = "这一组加不上，由 T4-001 提示" },
    },
    not_run = { { drop = "tables.disputes" }, { drop = "sections.problems" } },
  },
}
