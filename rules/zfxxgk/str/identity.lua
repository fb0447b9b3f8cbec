-- Identity: whose report it is, and of which year.
-- Source: 条例 article 49 (each body reports for the year past).

rule {
  id = "STR-040", name = "body-or-year-unknown", severity = "error",
  clauses = { "R711.49" },
  title = { zh = "机关、年度或者格式无法确定", en = "Body, year or form cannot be told" },
  messages = {
    default = {
      zh = "标题和正文都没有写明是哪个机关的报告。",
      en = "Neither title nor text says whose report this is.",
    },
    year = {
      zh = "标题和正文都没有写明是哪一年的报告。",
      en = "Neither title nor text says which year this report is about.",
    },
    older = {
      zh = "这是{year}年的报告：2019年以前不用现在的格式，各部分的结构、三张表和勾稽关系都没有检查。",
      en = "This is a report for {year}: before 2019 there was another form, so its sections, tables and sums were not checked.",
    },
  },
  remedy = {
    zh = "在标题中写明机关全称和年度，例如“某某县某某镇人民政府2024年政府信息公开工作年度报告”。标题若只在网页上，可用 --unit、--year 告诉本工具。",
    en = "Give the body's full name and the year in the title. Where the title stands on the web page only, tell this tool by --unit and --year.",
  },
  explain = {
    zh = "不知道机关和年度，就不能确定用哪个格式、适用哪些要求，其余检查大多无法进行。2019年以前的报告用别的格式，只作说明。",
    en = "Without body and year the form and the duties are unknown, and most other checks cannot run. Reports for years before 2019 have another form; "
      .. "that is only said.",
  },
  since = "1.0.0", tags = { "structure" },
  check = function(report, finding)
    if not report.name then finding:fail { at = report, place = "name" } end
    if not report.year then
      finding:fail { at = report, place = "year", message = "year" }
    elseif not report.form then
      finding:fail { at = report, place = "form", message = "older", severity = "info", year = tostring(report.year) }
    end
  end,
  cases = {
    fails = {
      { markdown = "# 政府信息公开工作年度报告\n\n## 一、总体情况\n\n一些地区运用大数据公开信息，各级政府部门工作有序开展。\n" },
      { markdown = "# 青石镇人民政府政府信息公开工作年度报告\n\n## 一、总体情况\n\n我镇按要求公开信息。\n", expect = 1 },
      { year = 2017, title = "青石镇人民政府2017年政府信息公开工作年度报告", severity = "info", says = "这是2017年的报告", expect = 1 },
      { markdown = "# 2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n本机关按要求公开信息。\n", says = "name", expect = 1 },
    },
    passes = {
      {},
      { markdown = "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n我镇按要求公开信息。\n" },
    },
  },
}
