-- Table 4: cases without requests, and corrections that section five passes over.
-- Source: 条例 article 50(3)(4); practice. Cases drag on over years, so nothing here is an error.

local figures = lib.figures
local narrative = lib.narrative

local function totals(report)
  return report:cell("disputes.reconsideration.total"), report:cell("disputes.direct_suit.total"),
    report:cell("disputes.suit_after_reconsideration.total")
end

-- Words by which the text accounts for cases of earlier requests.
local earlier = narrative.once [[复议|诉讼|起诉]]
local earlier_year = [[(?:上|前|往|历)一?年|去年|20\d\d年(?:度)?(?:收到|办理|答复|受理|作出|的申请|申请)]]

--- Whether last year's report, where it is at hand, had any request.
local function had_requests(prior)
  local sheet = prior and prior.requests
  for _, key in ipairs(sheet and { "new", "carried_in" } or {}) do
    local total = sheet:cell(key, "total")
    if total.known and total.value > 0 then return true end
  end
  return false
end

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
      .. "有上年报告的，上年有申请也不提示；没有上年报告时，上年结转为0即视为上年没有申请。",
    en = "Table 4 counts cases over open government information only; without a request, all of the body's cases were mostly put there. Not said where "
      .. "the text speaks of earlier requests, or last year's report, where it is at hand, had any. Without it, none carried in counts as none last year.",
  },
  needs = { "table:disputes", "table:requests" }, since = "1.1.0", tags = { "table", "plausibility" },
  check = function(report, finding)
    local one, two, three = totals(report)
    local cases = figures.sum(finding, { one, two, three })
    if not cases or cases == 0 then return end
    if figures.intake(report, finding) ~= 0 or had_requests(report.prior) then return end
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
      { why = "上年也没有", change = figures.without_requests(), prior = { change = figures.without_requests() } },
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
      { why = "上年有申请", change = figures.without_requests(), prior = true },
      {
        why = "上年只有一件结转的", change = figures.without_requests(),
        prior = { change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 1 } },
      },
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
      {
        why = "文中说明了", with = "行政诉讼 被起诉", change = figures.without_requests(), append = { overview = "{}2件，均由上一年答复的申请引起。" },
      },
      {
        with = "以前年度的申请 去年的答复 2023年答复的申请", change = figures.without_requests(), append = { overview = "行政复议2件均由{}引起。" },
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
      {
        change = { ["disputes.reconsideration.corrected"] = 5, ["disputes.reconsideration.total"] = 7 },
        each = { problems = {
          "有案件被纠正。下一步改进。", "有案件被纠错。下一步改进。", "有案件败诉。下一步改进。", "有决定被撤销。下一步改进。",
          "曾被责令重做。下一步改进。", "复议较多。下一步改进。", "诉讼较多。下一步改进。", "应诉准备不足。下一步改进。",
          "程序违法。下一步改进。", "依申请工作弱。下一步改进。", "申请公开渠道少。下一步改进。", "答复不严谨。下一步改进。",
        } },
      },
    },
    reviews = {
      { change = { ["disputes.reconsideration.corrected"] = "" } },
      { change = { ["disputes.reconsideration.corrected"] = 5 }, why = "这一组加不上，由 T4-001 提示" },
    },
    not_run = { { drop = "tables.disputes" }, { drop = "sections.problems" } },
  },
}
