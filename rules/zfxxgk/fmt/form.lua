-- Which year's form the tables use.
-- Source: 〔2021〕30号 (reports for 2021 and later), 〔2019〕60号 (reports for 2019 and 2020). Table 4 is the same in both.

local form_names = {
  ["2019"] = { zh = "2019年试行格式", en = "the 2019 trial form" },
  ["2021"] = { zh = "2021年格式", en = "the 2021 form" },
}

rule {
  id = "FMT-002", name = "wrong-form", severity = "error",
  clauses = { "F21.form.proactive", "F21.form.requests", "F19.form.proactive", "F19.form.requests" },
  title = { zh = "表格版本与年度不符", en = "The table's form is not that of its year" },
  message = {
    zh = "{table_name}用的是{used}，{year}年的报告应当用{expected}。",
    en = "{table_name} uses {used}; a report for {year} uses {expected}.",
  },
  remedy = {
    zh = "换成{expected}的样表，按它的行和列重新填报。",
    en = "Take the table of {expected} and fill it in anew by its rows and columns.",
  },
  explain = {
    zh = "2019、2020两个年度用2019年试行格式，2021年度起用2021年格式。表二看列名，表三看（六）其他处理是一行还是三行；表四两版相同。"
      .. "每张表单独辨认，文字里提到旧版的词语不算。",
    en = "The trial form holds for 2019 and 2020, the present one since 2021. Table 2 differs in its columns, table 3 in having one or three "
      .. "rows under （六）; table 4 is the same. Each table is recognised by itself; words in the text do not count.",
  },
  needs = { "form" }, since = "1.0.0", tags = { "table" },
  check = function(report, finding)
    for _, key in ipairs { "proactive", "requests", "disputes" } do
      local sheet = report:table(key)
      if not sheet then
        finding:not_run { because = "STR-021" }
      elseif not sheet.right_form then
        finding:fail {
          at = sheet, place = key, table_name = sheet, year = tostring(report.year),
          used = form_names[sheet.form], expected = form_names[report.form],
        }
      end
    end
  end,
  cases = {
    fails = {
      { form = "2019", year = 2022, title = "青石镇人民政府2022年政府信息公开工作年度报告" },
      { form = "2021", year = 2020, title = "青石镇人民政府2020年政府信息公开工作年度报告" },
    },
    passes = {
      {},
      { form = "2019" },
      { append = { overview = "上一年项目数量、对外公开总数量等旧口径不再使用。" }, why = "文字里提到旧版词语" },
    },
    not_run = {
      { drop = "tables.proactive" }, { year = 2017 },
      { drop = "tables.requests" },
      { drop = "tables.disputes" },
    },
  },
}
