-- When reports were published: in time, not long after, and not before their year was over.
-- Source: 条例 article 49; F21 on reports that are late; CASS16 (reports changed after publication).

local deadlines = lib.deadlines

--- The day that is known of a report, and which it is: publication before signature.
local function day_of(report)
  if report.published then return report.published, { zh = "发布日期", en = "date of publication" } end
  if report.signed then return report.signed, { zh = "成文日期", en = "date of signature" } end
end

--- Past this day a date is that of a later posting rather than of a late report: half a year after the last statutory day.
local function long_after(year) return (year + 1) .. "-09-30" end

local severities = { law = "error", roster = "warning", custom = "warning", unknown = "warning" }
local names = {
  law = { zh = "条例规定的日期", en = "the date of the regulation" }, roster = { zh = "名册上的截止日期", en = "the roster's deadline" },
  custom = { zh = "通行的截止日期，以当地通知为准", en = "the usual date; the local notice decides" },
  unknown = { zh = "最晚的法定日期", en = "the latest statutory date" },
}

local function check_late(collection, finding, unit, report)
  local day, which = day_of(report)
  local date, law, source = deadlines.of(unit, collection.year)
  if day <= date or day > long_after(collection.year) then return end
  if source == "roster" and law and day > law then
    date, source = law, "law"
  end
  finding:fail {
    at = report, unit = unit, which = which, day = deadlines.words(day), deadline = deadlines.words(date), source = names[source], place = "late",
    severity = severities[source], message = report.published and "default" or "signed",
  }
end

--- Every dated report of a unit with its unit; whether there was any.
local function each_dated(collection, action)
  local any = false
  for unit in collection:units() do
    for report in unit:reports() do
      if day_of(report) then
        any = true
        action(unit, report)
      end
    end
  end
  return any
end

rule {
  id = "PUB-001", name = "published-late", severity = "error",
  clauses = { "R711.49", "F21.duty", "PRACTICE.roster" }, lower_when_unknown = true,
  title = { zh = "逾期发布", en = "Published late" },
  messages = {
    default = {
      zh = "{unit}的报告{day}才发布，{source}是{deadline}。",
      en = "{unit} published its report on {day}; {source} is {deadline}.",
    },
    signed = {
      zh = "{unit}的报告落款是{day}，已经过了{deadline}（{source}）。",
      en = "{unit}'s report is signed {day}, past {deadline} ({source}).",
    },
  },
  remedy = {
    zh = "核对首次发布的日期：网页的“更新时间”、改版后重新发布的日期不算；确实逾期的，提醒单位说明原因，下一年按时发布。",
    en = "Check the day of first publication (not that of an update or of a site's migration); if it was late, have the unit say why and be in time next year.",
  },
  explain = {
    zh = "县级以上政府部门1月31日前、县级以上地方政府3月31日前公布上一年度的报告；条例没有列明乡镇、街道，按名册上的截止日期，没有写的暂按1月31日，只作警告。"
      .. "日期先看发布日期，没有的看落款；9月30日以后的多是重新发布，由PUB-002提示。级别或者类型不明的按3月31日，降一级。",
    en = "Departments at county level and above publish by 31 January, governments by 31 March. Of townships nothing is said: the roster's date holds, "
      .. "else 31 January, as a warning. The date of publication counts, else that of signature; after 30 September it is a later posting (PUB-002).",
  },
  since = "1.1.0", tags = { "collection", "dates" },
  check = function(collection, finding)
    if not each_dated(collection, function(unit, report) check_late(collection, finding, unit, report) end) then
      finding:not_run { because = "no_dates" }
    end
  end,
  cases = {
    fails = {
      {
        why = "县局", reports = { { name = "枫林县教育局", level = "county", kind = "department", published = "2025-02-18" } },
        expect = 1, severity = "error", says = "2025年2月18日",
      },
      {
        why = "县政府", reports = { { name = "枫林县人民政府", level = "county", kind = "government", published = "2025-04-01" } },
        severity = "error", says = "条例规定的日期",
      },
      { why = "镇", reports = { { published = "2025-02-05" } }, severity = "warning", says = "以当地通知为准" },
      {
        why = "名册的日期", roster = { { name = "青石镇人民政府", level = "township", deadline = "2025-01-15" } }, reports = { { published = "2025-01-20" } },
        severity = "warning", says = "名册上的截止日期",
      },
      {
        why = "名册的日期过了，法定的也过了", roster = { { name = "枫林县教育局", level = "county", kind = "department", deadline = "2025-01-15" } },
        reports = { { name = "枫林县教育局", published = "2025-02-20" } }, severity = "error", says = "2025年1月31日",
      },
      {
        why = "名册的日期过了，法定的还没过", roster = { { name = "枫林县教育局", level = "county", kind = "department", deadline = "2025-01-15" } },
        reports = { { name = "枫林县教育局", published = "2025-01-31" } }, severity = "warning", says = "名册上的截止日期",
      },
      { why = "到9月30日为止还算迟报", reports = { { published = "2025-09-30" } }, severity = "warning" },
      { why = "只有落款", reports = { { published = "", append = { other = "青石镇人民政府2025年2月8日" } } }, says = "落款是2025年2月8日" },
      { why = "层级不明", reports = { { name = "青石合作社", level = "", kind = "", published = "2025-04-03" } }, severity = "warning" },
    },
    passes = {
      { reports = { { name = "枫林县人民政府", level = "county", kind = "government", published = "2025-03-06" } } },
      { reports = { { name = "枫林县教育局", level = "county", kind = "department", published = "2025-01-31" } } },
      { reports = { { published = "2025-01-31" } } },
      { why = "名册的日期较晚", roster = { { name = "青石镇人民政府", deadline = "2025-02-28" } }, reports = { { published = "2025-02-20" } } },
      { why = "多年以后的是重新发布", reports = { { published = "2026-11-02" } } },
    },
    not_run = { { reports = { { published = "" } }, because = "no_dates" } },
  },
}

rule {
  id = "PUB-002", name = "posted-long-after", severity = "info",
  clauses = { "R711.49" },
  title = { zh = "日期比应当发布的时候晚半年以上", en = "Dated more than half a year after it was due" },
  message = {
    zh = "{unit}的报告{which}是{day}，比法定的最后日期晚了半年以上，多半是重新发布或者网站迁移的日期。",
    en = "{unit}'s report bears {day} as its {which}, more than half a year after the last statutory date: probably the day of a later posting.",
  },
  remedy = {
    zh = "查首次发布的日期；内容改动过的，核对改了什么，并在页面上说明。",
    en = "Find the day of first publication; where the text was changed, see what, and say so on the page.",
  },
  explain = {
    zh = "晚于次年9月30日的发布日期，一般不是迟报，而是重新发布。已发布的报告改动后不说明的，有过被指出的先例。只作提示。",
    en = "A date after 30 September of the next year is mostly one of re-posting. Reports changed after publication without a word were criticised. A remark.",
  },
  since = "1.1.0", tags = { "collection", "dates" },
  check = function(collection, finding)
    local any = each_dated(collection, function(unit, report)
      local day, which = day_of(report)
      if day > long_after(collection.year) then
        finding:fail { at = report, unit = unit, which = which, day = deadlines.words(day), place = "posted-again" }
      end
    end)
    if not any then finding:not_run { because = "no_dates" } end
  end,
  cases = {
    fails = {
      { reports = { { published = "2026-03-02" } }, expect = 1, severity = "info" },
      { reports = { { published = "2025-10-01" }, { name = "白溪镇人民政府" } }, expect = 1, says = "青石镇人民政府" },
    },
    passes = {
      { reports = { { published = "2025-09-30" } } },
      { reports = { {} } },
    },
    not_run = { { reports = { { published = "" } } } },
  },
}

rule {
  id = "PUB-003", name = "dated-before-year-end", severity = "warning",
  clauses = { "R711.49" },
  title = { zh = "年度还没有结束就已成文", en = "Dated before its year was over" },
  messages = {
    default = {
      zh = "{unit}的报告{which}是{day}，而统计到12月31日为止：那时数字还不齐。",
      en = "{unit}'s report bears {day} as its {which}, but its figures run to 31 December: they cannot have been complete.",
    },
    first_week = {
      zh = "{unit}的报告{which}是{day}，年度刚结束几天，请核对数字是否已经收齐。",
      en = "{unit}'s report bears {day} as its {which}, a few days after the year's end: check that the figures were complete.",
    },
  },
  remedy = {
    zh = "核对日期；日期无误的，核对数字是不是统计到12月31日。",
    en = "Check the date; if it is right, check that the figures run to 31 December.",
  },
  explain = {
    zh = "年度报告写的是上一年度（1月1日至12月31日），12月31日及以前成文的，数字不可能完整；1月7日以前的只作提示。",
    en = "The report covers 1 January to 31 December; dated on or before the last day its figures cannot be complete. In January's first week it is a remark.",
  },
  since = "1.1.0", tags = { "collection", "dates" },
  check = function(collection, finding)
    local any = each_dated(collection, function(unit, report)
      local day = report.signed or report.published
      local which = report.signed and { zh = "成文日期", en = "date of signature" } or { zh = "发布日期", en = "date of publication" }
      if day < collection.year + 1 .. "-01-08" and day >= collection.year .. "-01-01" then
        local early = day <= collection.year .. "-12-31"
        finding:fail {
          at = report, unit = unit, which = which, day = deadlines.words(day), place = "early",
          message = early and "default" or "first_week", severity = early and "warning" or "info",
        }
      end
    end)
    if not any then finding:not_run { because = "no_dates" } end
  end,
  cases = {
    fails = {
      { reports = { { published = "2024-12-31" } }, severity = "warning", expect = 1, says = "那时数字还不齐" },
      { reports = { { published = "2024-01-01" } }, severity = "warning", expect = 1 },
      { reports = { { append = { other = "青石镇人民政府2024年12月31日" } } }, severity = "warning", says = "成文日期" },
      { why = "一月第一周", reports = { { published = "2025-01-04" } }, severity = "info", says = "年度刚结束几天" },
    },
    passes = {
      { reports = { { published = "2025-01-12" } } },
      { reports = { { published = "2025-01-08" } } },
      { why = "更早的年份不是这一年的日期", reports = { { published = "2023-03-01" } } },
    },
    not_run = { { reports = { { published = "" } } } },
  },
}
