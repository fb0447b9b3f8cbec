-- Dates: none that no calendar has, no 今年 that moves with the reader, one that says when the report was made.
-- Source: 条例 article 49; general norm for official documents.

local narrative, words = lib.narrative, lib.words

local days = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function is_leap(year) return year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0) end

--- Whether no calendar has it: a thirteenth month, a 31 June, a 29 February of a common year, a year of five digits.
local function is_impossible(year, month, day)
  if year and (year >= 10000 or month > 12) then return true end
  if not day then return false end
  if month < 1 or month > 12 or day < 1 or day > days[month] then return true end
  return month == 2 and day == 29 and year ~= nil and not is_leap(year)
end

-- Text from a page that lost digits on its way: 年月日 without a number, 202411日.
local digits_lost = [[年\s*月\s*\d{0,2}\s*日|(?<!\d)20\d{4,6}\s*日|年\s*\d{1,2}\s*月\s*日]]

rule {
  id = "TTL-014", name = "impossible-date", severity = "error",
  clauses = { "R711.6" },
  title = { zh = "日期不可能", en = "A date that does not exist" },
  message = {
    zh = "“{date}”这个日期不存在。",
    en = "“{date}” is no date.",
  },
  remedy = {
    zh = "改成正确的年月日。",
    en = "Write the right date.",
  },
  explain = {
    zh = "月份大于12、日子超过当月天数、平年的2月29日、多打数字的年份（202020年12月）。网页抓取时丢了数字的文件不判。",
    en = "A month past twelve, a day past its month's end, 29 February of a common year, a year with digits too many before a month. Files that lost "
      .. "digits on their way are not judged.",
  },
  since = "1.1.0", tags = { "period" },
  check = function(report, finding)
    local list = {}
    for quote, year, month, day in report:dates() do
      if is_impossible(year, month, day) then list[#list + 1] = quote end
    end
    if #list == 0 or narrative.search(report, digits_lost) then return end
    for _, found in ipairs(list) do finding:fail { at = found, date = found } end
  end,
  cases = {
    fails = {
      { append = { overview = "统计至202020年12月31日。" }, severity = "error", expect = 1 },
      { append = { overview = "2024年13月1日召开会议，6月31日检查一次。" }, expect = 2 },
      { append = { other = "青石镇人民政府2025年2月30日" } },
      { append = { overview = "2023年2月29日举办开放日。" } },
      { append = { overview = "网站计划到2100年2月29日改版。" } },
      { append = { overview = "网站于2024年13月完成改版。" } },
      { append = { overview = "0月12日更新目录。" } },
      { append = { overview = "4月0日更新目录，11月45日再次更新。" }, expect = 2 },
    },
    passes = {
      {},
      { append = { overview = "2024年2月29日、1月31日和12月31日各检查一次，12个月不间断，5至31日值班。" } },
      { each = { overview = { "2024年月日召开会议，13月1日检查。", "202411日召开会议，13月1日检查。", "2024年1月日召开会议，13月1日检查。" } }, why = "文件丢了数字" },
      { append = { overview = "2000年2月29日成立，13月龄婴儿建档。" } },
      { append = { overview = "公开《2024年规划》，编号202411号，10月9日发布。" } },
    },
  },
}

-- Words that move with the reader, unless the sentence says its year.
local relative = [[(?x) (?<! [比较与同和] ) 今年 (?!来|度) | 去年 (?!同期) | 前年 | 截[至止]目前 | 到目前为止 | 截[至止]今日 | 近日]]
local year_said = [[20\d\d\s*年]]

rule {
  id = "TTL-015", name = "relative-time", severity = "info",
  clauses = { "STD.text" },
  title = { zh = "相对时间", en = "Time told relative to the writer" },
  message = {
    zh = "“{first}”这样的说法共{count}处；报告在次年公布并长期保存，读者不知道指哪一年。",
    en = "Words such as “{first}” (places: {count}): the report is read in later years, when nobody knows which year is meant.",
  },
  remedy = {
    zh = "写明年份，例如把“今年”改为“{year}年”。",
    en = "Say the year: {year}年 instead of 今年.",
  },
  explain = {
    zh = "今年、去年、截至目前等；同一句里写明年份的不算，“本年度”是格式的用语，不算。",
    en = "今年, 去年, 截至目前 and the like. A sentence that also says a year passes; 本年度 is the form's own word.",
  },
  since = "1.1.0", tags = { "period", "wording" },
  check = function(report, finding)
    local list = {}
    for found in report:search(relative) do
      if not text.test(found:sentence().text, year_said) then list[#list + 1] = found end
    end
    if #list == 0 then return end
    finding:fail {
      at = list[1], quotes = words.first(list, 5), place = "relative-time", first = list[1], count = #list,
      year = report.year or "某",
    }
  end,
  cases = {
    fails = {
      { append = { overview = "今年，我镇主动公开的渠道有所增加。" }, severity = "info", expect = 1 },
      { append = { problems = "去年查出的问题已经改正。截至目前没有新问题。" }, expect = 1, says = "共2处" },
      { each = { overview = { "去年公开126条。", "前年公开126条。", "截止目前公开126条。", "到目前为止公开126条。", "截至今日公开126条。", "近日公开126条。" } }, expect = 1 },
      { markdown = "# 青石镇人民政府政府信息公开工作年度报告\n\n## 一、总体情况\n\n今年我镇公开信息。\n" },
    },
    passes = {
      {},
      { append = { overview = "本年度未收到申请，2024年比去年增加3件，较今年初减少。" } },
      { append = { overview = "截至2024年底，今年以来共公开126条。" } },
    },
  },
}

local published = { "发布日期", "发布时间", "公布日期", "公布时间", "成文日期", "印发日期", "更新日期", "更新时间" }

rule {
  id = "TTL-016", name = "no-date", severity = "info",
  clauses = { "PRACTICE.date" },
  title = { zh = "没有成文或发布日期", en = "The report bears no date" },
  message = {
    zh = "报告和元数据里都没有成文或发布日期。",
    en = "Neither the report nor its metadata give a date.",
  },
  remedy = {
    zh = "在末尾写上机关名称和日期；网页上已有发布日期的，可以不改，或在文件的元数据里写明。",
    en = "Sign it with body and date; where the page gives the date, leave it, or put it into the file's metadata.",
  },
  explain = {
    zh = "有了日期才看得出是否按时公布（县级以上部门1月31日前，县级以上政府3月31日前）。找报告年度之后的日期，或者“发布日期”字样。只作提示。",
    en = "Only a date shows that the report was published in time. Any date after the report's year counts, or the word 发布日期. A remark only.",
  },
  needs = { "year" }, since = "1.1.0", tags = { "period" },
  check = function(report, finding)
    if report.published or report:any(published) then return end
    local next_year = report.year + 1
    if report:any { next_year .. "-", next_year .. ".", next_year .. "/" } then return end
    for found in report:search(tostring(next_year)) do
      if text.test(found:after(6), [[^\s*年\s*[0-9]{1,2}\s*月]]) then return end
    end
    finding:fail { at = report, place = "date" }
  end,
  cases = {
    fails = {
      { published = "", severity = "info" },
      { published = "", append = { other = "青石镇人民政府2024年12月31日检查。" } },
    },
    passes = {
      {},
      { published = "", append = { other = "青石镇人民政府2025年1月20日" } },
      { published = "", append = { other = "2025-01-20" } },
      {
        published = "",
        each = { other = { "发布日期见网页。", "发布时间见网页。", "公布日期见网页。", "公布时间见网页。", "成文日期见网页。", "印发日期见网页。", "更新日期见网页。", "更新时间见网页。" } },
      },
    },
    not_run = { { published = "", markdown = "# 青石镇人民政府政府信息公开工作年度报告\n\n## 一、总体情况\n\n我镇公开信息。\n" } },
  },
}
