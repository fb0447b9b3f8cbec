-- Periods: which days the figures cover, and whether the text speaks of the right year.
-- Source: 条例 article 49 (the year past); practice of stating the period; DG11, last year's text left unrevised.

local period = [[(?x)
  (?<y1> \d{4} ) \s*年\s* (?<m1> \d{1,2} ) \s*月\s* (?<d1> \d{1,2} ) \s*日? \s* (?:起|开始)? [，,]? \s* (?:至|到|—{1,2}|-{1,2}|－|~|～) \s*
  (?: (?<y2> \d{4} ) \s*年\s* )? (?<m2> \d{1,2} ) \s*月\s* (?<d2> \d{1,2} ) \s*日]]
local speaks_of_period = [[统计(?:的)?(?:期限|时限|时间|区间|周期|期间)|数据(?:的)?(?:期限|时限)|报告(?:期限|期间|涵盖|时限)]]
local new_body = [[机构改革|机构整合|组建|成立|挂牌|划转|撤并]]

local function number(quote, group)
  local part = quote:group(group)
  return part and tonumber(part.text) or nil
end

--- The first days from and to that stand in a sentence about the period.
local function stated_period(report)
  for words in report:search(speaks_of_period) do
    local days = words:sentence():find(period)
    if days then return days end
  end
  return nil
end

rule {
  id = "TTL-012", name = "wrong-period", severity = "error",
  clauses = { "R711.49", "PRACTICE.period" },
  title = { zh = "统计期限错误", en = "The stated period is wrong" },
  messages = {
    default = {
      zh = "统计期限写作“{written}”，报告年度是{year}年。",
      en = "The period is stated as “{written}”; the report is for {year}.",
    },
    partial = {
      zh = "统计期限写作“{written}”，不是{year}年1月1日至12月31日的整年。",
      en = "The period is stated as “{written}”, which is not the whole of {year}.",
    },
    new_body = {
      zh = "统计期限写作“{written}”，不足{year}年整年；文中提到机构调整，请确认并说明整年数据的归属。",
      en = "The period is stated as “{written}”, less than the whole of {year}; the text mentions a reorganisation, so please confirm and explain.",
    },
  },
  remedy = {
    zh = "改为“{year}年1月1日至{year}年12月31日”，并确认表格数据确是这一年的。",
    en = "Write 1 January to 31 December {year}, and make sure that the tables' figures are of that year.",
  },
  explain = {
    zh = "年度报告统计上一自然年。只检查写有四位年份的起止日期；没有写明期限的不在这里提示。当年新组建的机关期限不足一年，提示为警告。",
    en = "The report covers the calendar year past. Only dates with a four-digit year are checked, and only where a period is stated. "
      .. "For a body set up within the year a shorter period is a warning.",
  },
  needs = { "year" }, since = "1.0.0", tags = { "period" },
  applies = stated_period,
  check = function(report, finding)
    local stated = stated_period(report)
    local from, to = number(stated, "y1"), number(stated, "y2") or number(stated, "y1")
    local whole = number(stated, "m1") == 1 and number(stated, "d1") == 1 and number(stated, "m2") == 12 and number(stated, "d2") == 31
    local values = { at = stated, place = "period", written = stated, year = report.year }
    if from ~= report.year or to ~= report.year then
      finding:fail(values)
    elseif not whole and lib.narrative.search(report, new_body) then
      values.message, values.severity = "new_body", "warning"
      finding:fail(values)
    elseif not whole then
      values.message = "partial"
      finding:fail(values)
    end
  end,
  cases = {
    fails = {
      { text = { overview = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。" }, severity = "error" },
      { text = { overview = "统计期限为2024年1月1日至2024年11月30日。" }, severity = "error" },
      {
        why = "当年组建的机关",
        text = { overview = { "统计期限自2024年9月1日起至12月31日止。", "2024年8月机构改革，我镇由原两乡合并组建。" } },
        severity = "warning",
      },
      { text = { overview = "统计期限为2024年1月1日至2025年12月31日。" }, severity = "error" },
      { text = { overview = "统计期限为2023年1月1日至2024年12月31日。" }, severity = "error" },
      { each = { overview = {
        "统计期限为2023年1月1日至2023年12月31日。", "数据时限为2023年1月1日至2023年12月31日。", "报告期间为2023年1月1日至2023年12月31日。",
      } }, severity = "error" },
      { each = { overview = {
        "统计期限自2024年9月1日起至12月31日止，当年机构改革。", "统计期限自2024年9月1日起至12月31日止，当年机构整合。",
        "统计期限自2024年9月1日起至12月31日止，我局由两局组建。", "统计期限自2024年9月1日起至12月31日止，我局9月成立。",
        "统计期限自2024年9月1日起至12月31日止，我局9月挂牌。", "统计期限自2024年9月1日起至12月31日止，职能9月划转。",
        "统计期限自2024年9月1日起至12月31日止，两镇9月撤并。",
      } }, severity = "warning" },
    },
    passes = {
      {},
      { text = { overview = "本报告中所列数据统计期限为2024年1月1日起至12月31日。" } },
      { form = "2019" },
    },
    not_applicable = { { text = { overview = "全年主动公开政府信息126条。" } } },
  },
}

-- Last year's number at the head of a sentence that tells this year's work. A month after it (2023年7月开通), a comparison, a budget or a
-- plan's name makes it right.
local comparison = [[同比|环比|相比|比(?:20|上|去|今)|较(?:20|上|去)|增长|下降|减少|增加|上年|去年|往年|历年]]
local other_thing = [[^\s*(?:截至)?\d{4}\s*年度?[^，。；]{0,10}?(?:决算|预算|计划|规划|要点|年度报告|《|〔|“|以来|至今|底|末|初|前|后)]]
local statistics = [[(?x) (?:公开|发布|收到|受理|接收|接到|办结|答复|制发|制定|推送|回应) [^。；]{0,40}? [0-9０-９]+ \s* (?:余|多)? (?:条|件|篇|份|次|期|个|场|宗|起)
  | [0-9０-９]+ \s* (?:余|多)? (?:条|件|篇|份) \s* (?:政府)? 信息]]
local narrative_verbs = [[公开|发布|制定|制发|收到|受理|办理|开展|坚持|贯彻|落实|加强|推进|认真|围绕|按照]]

-- 「（三）信息管理情况 2023年，…」「1.主动公开：2023年，…」: a sub-heading in the same line.
local label = [=[(?:\s*[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．]\s*[^，。；0-9]{2,20}[：:\s])?]=]

rule {
  id = "TTL-013", name = "stale-year", severity = "error",
  clauses = { "R711.49", "R711.6", "DG11" },
  title = { zh = "正文年份错误", en = "The text speaks of the year before" },
  messages = {
    default = {
      zh = "这一句以{stale}年开头，报告年度是{year}年，可能沿用了上年的稿子。",
      en = "This sentence begins with {stale} in a report for {year}; perhaps last year's text was left.",
    },
    figures = {
      zh = "这一句报告的是{stale}年的数字，报告年度是{year}年。",
      en = "This sentence gives figures of {stale} in a report for {year}.",
    },
  },
  remedy = {
    zh = "核对这一句的年份和数字；是今年的情况就改为{year}年，是上年的情况就删去或写明是比较。",
    en = "Check year and figures of the sentence: make it {year}, or remove it, or say that it is a comparison.",
  },
  explain = {
    zh = "看第一至第四部分以上一年开头的句子。比较（比2023年…）、预决算、文件和规划名称、写明月份的往事不算。带数量的为错误；不带数量的、同一段又写到报告年度的为警告。",
    en = "Sentences of sections one to four that begin with last year's number. Comparisons, budgets, names of documents and plans, and "
      .. "past events with a month do not count. With figures it is an error; without, or where the same "
      .. "paragraph also speaks of the report's year, a warning.",
  },
  needs = { "year" }, since = "1.0.0", tags = { "period" },
  check = function(report, finding)
    local stale = tostring(report.year - 1)
    local head = "^" .. label .. "\\s*(?:截至)?" .. stale .. "\\s*年(?:度|全年)?(?!\\s*\\d{1,2}\\s*月)(?:[，,、]|\\s|我|本|全|共|镇|乡|局|县|区|市|街道|主动|收到|公开)"
    for _, key in ipairs { "overview", "proactive", "requests", "disputes" } do
      for _, sentence in ipairs(lib.narrative.all(report, key, lib.narrative.once(stale), function(candidate)
        local words = candidate.text
        return text.test(words, head) and text.test(words, narrative_verbs)
          and not text.contains(words, tostring(report.year)) and not text.test(words, comparison)
          and not text.test(words, other_thing)
      end)) do
        local figures = text.test(sentence.text, statistics)
        local beside = text.contains(sentence:paragraph().text, report.year .. "年") -- perhaps told year by year
        finding:fail {
          at = sentence, message = figures and "figures" or nil, severity = (beside or not figures) and "warning" or nil,
          stale = stale, year = tostring(report.year),
        }
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "2023年，我镇主动公开政府信息85条。" }, severity = "error" },
      { append = { overview = "2023年，我镇坚持以公开为常态，认真落实各项要求。" }, severity = "warning" },
      { append = { overview = "2023年，全镇收到申请5件。2024年收到8件。" }, severity = "warning" },
      { append = { overview = "（三）信息管理情况 2023年，镇党政办公室公开文件3件。" }, severity = "error" },
      { append = { overview = "2023年，全镇共制定文件3件，废止1件。" }, severity = "error" },
      { append = { overview = "2023年，全镇共制发文件3件，废止1件。" }, severity = "error" },
      { append = { overview = "3.平台建设情况：2023年，全镇通过公众号发布信息85条。" }, severity = "error" },
      { append = { proactive = "2023年，在主动公开的61条政府信息中，财政信息7条。" }, severity = "error" },
      { each = { overview = {
        "2023年，我镇按季度公开村务信息。", "2023年，我镇及时发布村务信息。", "2023年，我镇收到群众来信。", "2023年，我镇受理各类事项。", "2023年，我镇办理各类事项。",
        "2023年，我镇开展各项检查。", "2023年，我镇坚持便民利民。", "2023年，我镇贯彻上级部署。", "2023年，我镇落实各项制度。", "2023年，我镇加强队伍建设。",
        "2023年，我镇推进村务公示。", "2023年，我镇认真做好各项工作。", "2023年，我镇围绕中心工作。", "2023年，我镇按照上级部署。",
      } }, severity = "warning" },
      { text = { overview = "2023年，全镇公开栏张贴3篇政府信息。" }, severity = "error" },
      { text = { overview = "2023年，全镇3篇政府信息在公开栏张贴。" }, severity = "error" },
      { append = { requests = "2023年，全镇收到申请5件。" }, severity = "error" },
      { append = { disputes = "2023年，全镇办理复议案件2件。" }, severity = "warning" },
    },
    passes = {
      {},
      { append = { overview = "全年收到申请8件，比2023年下降29%。" } },
      { append = { overview = "2023年决算公开和2024年预算公开均按时完成。" } },
      { append = { overview = "2023年7月正式开通微信公众号，累计推送信息230条。" } },
      { append = { overview = "2023年主动公开政府信息100条，2024年为126条。" } },
      { append = { problems = "2023年，我镇查出的问题已经改正。" }, why = "第五部分可以说上年的问题" },
      { each = { overview = {
        "2023年我镇公开85条，同比多出三成。", "2023年我镇公开85条，环比持平。", "2023年我镇公开85条，与此相比变化不大。", "2023年我镇公开85条，比上期多12条。",
        "2023年我镇公开85条，较上期多12条。", "2023年我镇公开数增长三成。", "2023年我镇公开数下降三成。", "2023年我镇公开数减少三成。", "2023年我镇公开数增加三成。",
        "2023年我镇公开85条，上年为73条。", "2023年我镇公开85条，去年为73条。", "2023年我镇公开85条，往年为73条。", "2023年我镇公开85条，历年为73条。",
      } } },
    },
    not_run = { { markdown = "# 青石镇人民政府政府信息公开工作年度报告\n\n## 一、总体情况\n\n我镇公开信息。\n" } },
  },
}
