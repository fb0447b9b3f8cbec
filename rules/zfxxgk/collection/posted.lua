-- Dates that cannot be those of a report's first publication, and reports made before their year was over.
-- Source: 条例 article 49; CASS16 (reports changed after publication).

local deadlines = lib.deadlines

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
    local any = deadlines.each_dated(collection, function(unit, report)
      local day, which = deadlines.day_of(report)
      if day > deadlines.long_after(collection.year) then
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
      zh = "{unit}的报告{which}是{day}，而报告的数字要统计到12月31日，那时数字还不齐。",
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
    local any = deadlines.each_dated(collection, function(unit, report)
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
