-- Reports that were published late: after the day of the regulation, of the roster, or the usual one.
-- Source: 条例 article 49; F21 on reports that are late.

local deadlines = lib.deadlines

-- What the day is that was missed, and how far it binds.
local kinds = {
  law = { severity = "error", name = { zh = "条例规定的日期", en = "the date of the regulation" } },
  roster = { severity = "warning", name = { zh = "名册上的截止日期", en = "the roster's deadline" } },
  custom = {
    severity = "warning", name = { zh = "通行的截止日期", en = "the usual date" },
    note = { zh = "（以当地通知为准）", en = " (a local notice may set another)" },
  },
  unknown = { severity = "warning", name = { zh = "最晚的法定日期", en = "the latest statutory date" } },
}

local function check_late(collection, finding, unit, report)
  local day = deadlines.day_of(report)
  local date, law, source = deadlines.of(unit, collection.year)
  if day <= date or day > deadlines.long_after(collection.year) then return end
  if source == "roster" and law and day > law then
    date, source = law, "law"
  end
  local kind = kinds[source]
  finding:fail {
    at = report, unit = unit, day = deadlines.words(day), deadline = deadlines.words(date), source = kind.name, note = kind.note or "", place = "late",
    severity = kind.severity, message = report.published and "default" or "signed",
  }
end

rule {
  id = "PUB-001", name = "published-late", severity = "error",
  clauses = { "R711.49", "F21.duty", "PRACTICE.roster" }, lower_when_unknown = true,
  title = { zh = "逾期发布", en = "Published late" },
  messages = {
    default = {
      zh = "{unit}的报告{day}才发布，{source}是{deadline}{note}。",
      en = "{unit} published its report on {day}; {source} is {deadline}{note}.",
    },
    signed = {
      zh = "{unit}的报告没有写发布日期，落款是{day}，已经晚于{source}{deadline}{note}。",
      en = "{unit}'s report bears no date of publication and is signed {day}, later than {source}, {deadline}{note}.",
    },
  },
  remedy = {
    zh = "核对首次发布的日期：网页的“更新时间”、改版后重新发布的日期不算；确实逾期的，由单位说明原因，下一年按时发布。",
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
    if not deadlines.each_dated(collection, function(unit, report) check_late(collection, finding, unit, report) end) then
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
      { why = "镇", reports = { { published = "2025-02-05" } }, severity = "warning", says = "通行的截止日期是2025年1月31日（以当地通知为准）。" },
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
      { why = "只有落款", reports = { { published = "", append = { other = "青石镇人民政府2025年2月8日" } } }, says = "落款是2025年2月8日，已经晚于通行的截止日期2025年1月31日（以当地通知为准）。" },
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
