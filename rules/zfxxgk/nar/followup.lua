-- What came of last year's problems.
-- Source: 条例 article 50(4) （改进情况）, as good reports take it: first the old problems, then the new ones.

local narrative = lib.narrative

-- Words of last year, and of something put right; both in one sentence of section one or five.
local before = [[上年|上一年|去年|20\d\d年(?:度)?(?:年度)?(?:工作)?(?:年度)?报告|前期|此前|以往|往年]]
local corrected = [[(?x) 已(?:经|全部|基本|于|按|在)?[^，。；]{0,10}(?:整改|改正|解决|完成|纠正|到位|改进|合并|补齐|落实|建立|更新|消除)
  | (?:得到|取得|有了|有所|明显)[^，。；]{0,10}(?:整改|改正|解决|改进|改善|加强|提升|提高|好转)
  | (?:完成|落实|对照|逐一|逐项)[^，。；]{0,6}(?:整改|改正) | 整改(?:到位|完成|完毕|销号) | 针对[^。；]{0,24}(?:问题|不足|短板)[^。；]{0,60}(?:已|着力|开展|采取了|进行了|加强|推进) ]]
-- Said in section five without naming the year: the problems were put right.
local plain = [[(?x) (?:改进|整改)情况 [^。；]{0,12} [：:] [^。；]{0,20} 已
  | (?:上述|以上|存在的?|查出的) [^，。；]{0,6} 问题 [^。；]{0,16}
    (?: 已 (?:经|全部|基本)? [^。；]{0,8} (?:整改|改正|解决|改进) | 及时进行了 [^。；]{0,6} (?:改进|整改|改正) )]]
local sections = { "problems", "overview" }

local function answered(report)
  if narrative.search(report, plain, "problems") then return true end
  for _, key in ipairs(sections) do
    if narrative.first(report, key, narrative.once(before), function(sentence) return text.test(sentence.text, corrected) end) then
      return true
    end
  end
  return false
end

-- How a problem is named: numbered, or as something wanting.
local named = { [[一是[^。；]{4,}]], [[(?<=[，。；：:如])[^，。；：:]{2,24}?(?:有待|还?不够|[度力性]不足|不高|欠缺|尚未|不熟|需要?加强|缺乏|单一|滞后|偏少|不及时|不全面|不规范)[^，。；]*]] }

--- The first problem that last year's report names, or nil.
local function last_problem(report)
  local problems = report.prior and lib.turn.of_problems(report.prior) or {}
  for _, pattern in ipairs(named) do
    for _, sentence in ipairs(problems) do
      local found = sentence:find(pattern)
      if found then return found end
    end
  end
  return nil
end

rule {
  id = "NAR-036", name = "no-word-on-last-years-problems", severity = "info",
  clauses = { "PRACTICE.followup", "R711.50.4" },
  ground = "practice",
  title = { zh = "没有交代上年问题的整改", en = "No word on last year's problems" },
  messages = {
    default = {
      zh = "没有看到上年所列问题改得怎么样。",
      en = "Nothing says what became of the problems named last year.",
    },
    named = {
      zh = "没有看到上年所列问题改得怎么样；上年报告写的是“{problem}”。",
      en = "Nothing says what became of the problems named last year, such as “{problem}”.",
    },
  },
  remedy = {
    zh = "在第五部分先用一两句话写上年的问题改正了没有，例如“针对上年专栏更新慢的问题，已指定专人，目前每周更新”。",
    en = "Begin section five with a sentence or two on them, for instance “the slow updates of last year were dealt with: one person is in charge now”.",
  },
  explain = {
    zh = "第五部分要写“改进情况”。好的报告先交代上年问题的整改，再写今年的问题和措施；第一、第五部分都没有这样的话，提示补上。有上年报告时，只在其中写了问题的情况下提示；首次编制报告的机关可以不写。",
    en = "Section five reports improvement. Good reports first say what became of last year's problems; where sections one and five have no such "
      .. "sentence this is a hint. Where last year's report is at hand, only if it names a problem. A body that reports for the first time has nothing to say.",
  },
  needs = { "form", "section:problems" }, since = "1.1.0", tags = { "narrative", "problems", "year-to-year" },
  history = { "1.1.0: beside last year's report, only where that names a problem. Without one it is a hint, said of most reports." },
  check = function(report, finding)
    if report:section("problems").chars == 0 then
      finding:not_run { because = "STR-004" }
    elseif not answered(report) then
      local problem = last_problem(report)
      if problem or not report.prior then
        finding:fail {
          at = narrative.place(report, "problems"), place = "problems.followup", quotes = { problem }, message = problem and "named",
          problem = problem and text.sub(problem.text, 1, 40),
        }
      end
    end
  end,
  cases = {
    fails = {
      { text = { problems = "村级公开栏更新不够及时。下一步，按月检查。" }, says = "改得怎么样。" },
      { text = { problems = "村级公开栏更新不够及时。下一步，按月检查。" }, prior = true, expect = 1 },
      {
        text = { problems = "村级公开栏更新不够及时。下一步，将按照上级要求，在2025年完成整改。" },
        prior = true, why = "措施不是整改情况", says = "一是网站专栏更新慢，部分栏目连续三个月没有新内容",
      },
      {
        text = { problems = "村级公开栏更新不够及时。下一步，按月检查。" }, prior = { text = { problems = "工作有进展，但公开内容不够全面。下一步，改进。" } },
        says = "但公开内容不够全面",
      },
    },
    passes = {
      {},
      { prior = true },
      { text = { problems = "村级公开栏更新不够及时。下一步，按月检查。" }, prior = { text = { problems = "工作正常。" } }, why = "上年没有写问题" },
      { text = { problems = "针对上年公开栏更新慢的问题，已指定专人负责。政策解读形式单一。下一步，增加图解。" }, prior = true },
      { text = { problems = "政策解读形式单一。针对上述问题，我镇及时进行了改进。" }, prior = true },
      {
        prior = true, each = { problems = {
          "政策解读形式单一。改进情况：已为各村编发手册。下一步，增加图解。", "去年的问题已经整改。", "上一年的问题已全部改正。", "2023年度报告的问题已解决。",
          "前期查出的不足已经改正。", "此前的问题已纠正。", "以往的短板已补齐。", "往年的问题整改到位。", "上年的问题整改完成。", "上年的问题整改完毕。",
          "上年的问题整改销号。", "上年的不足得到改善。", "上年的不足有了好转。", "上年的短板明显改进。", "上年的问题完成整改。", "上年的问题落实整改。",
          "上年的问题对照整改。", "上年的问题逐一整改。", "上年的问题逐项整改。", "针对上年的不足，着力补课。", "针对上年的问题，开展培训。",
          "针对上年的短板，加强培训。", "针对上年的问题，推进培训。", "针对上年的问题，采取了措施。", "针对上年的问题，进行了培训。",
          "以上问题，已经解决。", "查出的问题已整改。", "上述不足及问题，及时进行了整改。", "存在的问题已基本改正。",
        } },
      },
      { text = { problems = "政策解读形式单一。下一步，增加图解。" }, append = { overview = "2023年度报告所列的2个问题已经整改到位。" }, prior = true },
      { text = { problems = "政策解读形式单一。下一步，增加图解。" }, append = { overview = "针对上一年度考核评估中发现的问题，逐一对照整改。" }, prior = true },
    },
    not_run = { { drop = "sections.problems" }, { year = 2017 }, { text = { problems = "" }, because = "STR-004" } },
  },
}
