-- Units that used the form of another year.
-- Source: F21 annex.

rule {
  id = "COL-022", name = "forms-mixed", severity = "warning",
  clauses = { "F21.name", "F21.form.requests" },
  title = { zh = "有的单位用了别的年度的表格", en = "Some units used the form of other years" },
  message = {
    zh = "{count}份报告中有{wrong}份的表格不是{form}年格式：{units}。",
    en = "Of {count} reports {wrong} have tables that are not of the {form} form: {units}.",
  },
  remedy = {
    zh = "把现行格式发给这些单位，按现行表格重填；发下去的模板本身是旧的，先换模板。",
    en = "Send these units the form in force and have them fill it in; if the template that was handed out is old, replace it first.",
  },
  explain = {
    zh = "表二或表三用了别的年度的格式（单份报告由FMT-002查出），在这里合起来看：几个单位一起用旧表，多半是发下去的模板没有更新。",
    en = "Tables 2 or 3 of another form than the year's (FMT-002 says so of each report): where several units do it, the template was probably not renewed.",
  },
  since = "1.1.0", tags = { "collection", "form" },
  check = function(collection, finding)
    local wrong, count, form = {}, 0, nil
    for unit in collection:units() do
      local old = false
      for report in unit:reports() do
        if report.form then
          count, form = count + 1, report.form
          for _, key in ipairs { "proactive", "requests" } do
            local used = report:form_of(key)
            old = old or (used ~= nil and used ~= report.form)
          end
        end
      end
      if old then wrong[#wrong + 1] = unit end
    end
    if #wrong > 0 and count > 1 then finding:fail { units = wrong, count = count, wrong = #wrong, form = form, place = "forms" } end
  end,
  cases = {
    fails = {
      { reports = { {}, { name = "白溪镇人民政府", form = "2019", year = 2024 } }, expect = 1, severity = "warning", says = "白溪镇人民政府" },
      {
        reports = { {}, { name = "白溪镇人民政府", form = "2019", year = 2024 }, { name = "云台镇人民政府", form = "2019", year = 2024 } }, expect = 1,
        says = "有2份",
      },
      { why = "只有表三是旧的", reports = { {}, { name = "白溪镇人民政府", form = "2019", year = 2024, drop = "tables.proactive" } } },
      { why = "只有表二是旧的", reports = { {}, { name = "白溪镇人民政府", form = "2019", year = 2024, drop = "tables.requests" } } },
    },
    passes = {
      { reports = { {}, { name = "白溪镇人民政府" } } },
      { why = "2020年的报告就用2019年格式", reports = { { form = "2019" }, { name = "白溪镇人民政府", form = "2019" } } },
      { why = "只有一份，FMT-002 已经说了", reports = { { form = "2019", year = 2024 } } },
    },
  },
}
