-- Who has not reported: every unit of the roster must.
-- Source: 条例 article 49; who must report is what the roster says.

local deadlines = lib.deadlines

rule {
  id = "COL-001", name = "unit-missing", severity = "error",
  clauses = { "R711.49", "PRACTICE.roster" },
  title = { zh = "名册上的单位没有报送", en = "A unit of the roster has not reported" },
  messages = {
    default = {
      zh = "{unit}没有{year}年的报告，截止日期是{deadline}。",
      en = "There is no report for {year} by {unit}; it was due by {deadline}.",
    },
    asked = {
      zh = "没有以“{unit}”为名的{year}年报告，但有一份报告的名称与它相近，要先确认是不是它的。",
      en = "No report for {year} bears the name {unit}, but one bears a similar name: settle first whether it is this unit's.",
    },
  },
  remedy = {
    zh = "催{unit}报送；已经报了的，把文件放进来一起汇总；单位撤并的，从名册里去掉；名称不同的，写进名册的“别名”。",
    en = "Ask {unit} for its report; add the file if there is one; take a body that no longer exists off the roster; write another name of it "
      .. "into the roster's aliases.",
  },
  explain = {
    zh = "按名称（全称、曾用名等别名）把报告与名册逐一对上，对不上的不猜，列出来请人确认。还没到截止日期的不算缺报。名册有截止日期的用名册的，没有的，"
      .. "县级以上部门1月31日，县级以上政府3月31日，其他暂按1月31日。",
    en = "Reports are matched to the roster by name and aliases; what does not match is asked about, never guessed. A unit is not missing before its "
      .. "deadline: that of the roster, else 31 January for departments, 31 March for governments at county level and above, 31 January for others.",
  },
  needs = { "roster" }, since = "1.1.0", tags = { "collection" },
  check = function(collection, finding)
    for unit in collection:units() do
      if unit.listed and unit.count == 0 then
        local date = deadlines.of(unit, collection.year)
        local values = { at = unit, unit = unit, year = collection.year, deadline = deadlines.words(date), place = "missing" }
        if unit.asked then
          values.message = "asked"
          finding:review(values)
        elseif not collection.today or collection.today > date then
          finding:fail(values)
        end
      end
    end
  end,
  cases = {
    fails = {
      {
        today = "2025-02-10", roster = { { name = "青石镇人民政府", level = "township" }, { name = "白溪镇人民政府", level = "township" } },
        reports = { {} }, expect = 1, severity = "error", says = "白溪镇人民政府",
      },
      {
        why = "部门过了1月31日", today = "2025-02-01", roster = { { name = "青石镇人民政府" }, { name = "枫林县教育局", level = "county", kind = "department" } },
        reports = { {} }, says = "2025年1月31日",
      },
      {
        why = "政府过了3月31日", today = "2025-04-01", roster = { { name = "青石镇人民政府" }, { name = "枫林县人民政府", level = "county", kind = "government" } },
        reports = { {} }, says = "2025年3月31日",
      },
      {
        why = "名册的日期为准", today = "2025-01-16", roster = { { name = "青石镇人民政府" }, { name = "白溪镇人民政府", level = "township", deadline = "2025-01-15" } },
        reports = { {} }, says = "2025年1月15日",
      },
      {
        why = "只有上年的报告", today = "2025-02-10", roster = { { name = "青石镇人民政府" }, { name = "白溪镇人民政府", level = "township" } },
        reports = { {} }, before = { { name = "白溪镇人民政府" } }, expect = 1,
      },
    },
    passes = {
      { today = "2025-02-10", roster = { { name = "青石镇人民政府" } }, reports = { {} } },
      {
        why = "别名", today = "2025-02-10", roster = { { name = "枫林县青石镇人民政府", aliases = { "青石镇政府", "青石镇人民政府" } } }, reports = { {} },
      },
      {
        why = "全角括号、空格不算", today = "2025-02-10", roster = { { name = "枫林县民政局（老龄办）" } }, reports = { { name = "枫林县 民政局(老龄办)" } },
      },
      {
        why = "还没到期", today = "2025-03-31", roster = { { name = "青石镇人民政府" }, { name = "枫林县人民政府", level = "county", kind = "government" } },
        reports = { {} },
      },
      {
        why = "汇总报告也算报了", today = "2025-04-10", roster = { { name = "枫林县人民政府", level = "county", kind = "government" }, { name = "青石镇人民政府" } },
        reports = { {} }, aggregate = { name = "枫林县人民政府", level = "county", kind = "government", scope = "aggregate" },
      },
    },
    reviews = {
      {
        today = "2025-02-10", roster = { { name = "枫林县青石镇人民政府", level = "township" } }, reports = { { name = "青石镇人民政府" } }, expect = 1,
        says = "要先确认",
      },
      {
        why = "两个单位用同一个别名", today = "2025-02-10", reports = { { name = "民政局" } },
        roster = { { name = "枫林县民政局", aliases = { "民政局" } }, { name = "白溪县民政局", aliases = { "民政局" } } }, expect = 2,
      },
    },
    not_run = { { reports = { {} }, because = "roster" } },
  },
}
