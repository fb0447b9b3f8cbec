-- Units beside one another: a row that nobody fills, a figure far from all others, the form of another year.
-- Source: F21 annex; GZ24 and CASS16 on perfunctory figures; customary checks of an inspector. All remarks but the form.

-- Figures that a county as a whole hardly has none of, however small its units are.
local hardly_none = { "proactive.licences.decisions", "proactive.penalties.decisions", "requests.new.total" }
local fewest_units = 10

local names = {
  ["proactive.licences.decisions"] = { zh = "行政许可处理决定数量", en = "licence decisions" },
  ["proactive.penalties.decisions"] = { zh = "行政处罚处理决定数量", en = "penalty decisions" },
  ["requests.new.total"] = { zh = "本年新收申请数量（总计）", en = "new requests (total)" },
  ["normative_documents"] = { zh = "行政规范性文件本年制发件数", en = "normative documents made" },
}

--- The figure of each unit that has one report: a list of { unit, report, value }.
local function figures(collection, path)
  local list = {}
  for unit in collection:units() do
    if unit.count == 1 and not unit.is_aggregate then
      for report in unit:reports() do
        local value = report:value(path)
        if value then list[#list + 1] = { unit = unit, report = report, value = value } end
      end
    end
  end
  return list
end

--- For cases: as many towns as there are values, or `count` towns alike, each changed so.
local function towns(path, values)
  local list = {}
  for index, value in ipairs(values) do list[index] = { name = "第" .. index .. "镇人民政府", change = { [path] = value } } end
  return list
end

local function towns_alike(count, change)
  local list = {}
  for index = 1, count do list[index] = { name = "第" .. index .. "镇人民政府", change = change } end
  return list
end

rule {
  id = "COL-020", name = "row-zero-everywhere", severity = "info",
  clauses = { "PRACTICE.plausible" },
  title = { zh = "所有单位的同一个数都是零", en = "A figure is zero in every unit" },
  message = {
    zh = "{count}个单位的“{name}”全部是0。",
    en = "“{name}” is 0 in all {count} units.",
  },
  remedy = {
    zh = "问一两个有这项业务的单位：是确实没有，还是不知道要填。",
    en = "Ask one or two units that do such business whether there was none, or whether they did not know that it is to be filled in.",
  },
  explain = {
    zh = "只看全县一般都会有的数：行政许可、行政处罚的处理决定，本年新收申请。报了这个数的单位不到10个的不看。只作提示。",
    en = "Only figures that a county hardly has none of: licence and penalty decisions, new requests. Fewer than 10 units are not looked at. A remark only.",
  },
  since = "1.1.0", tags = { "collection", "plausible" },
  check = function(collection, finding)
    for _, path in ipairs(hardly_none) do
      local list, sum = figures(collection, path), 0
      for _, item in ipairs(list) do sum = sum + item.value end
      if #list >= fewest_units and sum == 0 then finding:fail { place = path, count = #list, name = names[path] } end
    end
  end,
  cases = {
    fails = {
      { reports = towns_alike(10, { ["proactive.penalties.decisions"] = 0 }), expect = 1, severity = "info", says = "行政处罚" },
      { reports = towns_alike(12, { ["requests.new.total"] = 0, ["proactive.licences.decisions"] = 0 }), expect = 2 },
    },
    passes = {
      { reports = towns_alike(10) },
      { why = "单位太少", reports = towns_alike(9, { ["proactive.penalties.decisions"] = 0 }) },
      {
        why = "报了两份的单位不知道用哪份", reports = (function()
          local list = towns("proactive.penalties.decisions", { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })
          list[11].name = list[10].name
          return list
        end)(),
      },
      { why = "有一个不是零", reports = towns("proactive.penalties.decisions", { 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0 }) },
    },
  },
}

local outlier_paths = { "proactive.licences.decisions", "proactive.penalties.decisions", "requests.new.total" }

--- The greatest of the other values.
local function next_greatest(list, without)
  local most = 0
  for index, item in ipairs(list) do
    if index ~= without and item.value > most then most = item.value end
  end
  return most
end

rule {
  id = "COL-021", name = "figure-far-from-peers", severity = "info",
  clauses = { "PRACTICE.plausible" },
  title = { zh = "数字远离同类单位", en = "A figure far from those of its peers" },
  message = {
    zh = "{unit}的“{name}”是{value}，同级同类的{count}个单位最多才{other}。",
    en = "{unit}'s “{name}” is {value}; of {count} units of its level and kind no other has more than {other}.",
  },
  remedy = {
    zh = "请{unit}核对：多打一个零、填成了累计数、单位弄错，都会这样；确实这么多的，不用改。",
    en = "Have {unit} check: a zero too many, a cumulative figure or a wrong unit look like this. If it is right, leave it.",
  },
  explain = {
    zh = "同级同类单位不少于9个时比较：超过第二名的十倍、多出100以上（离其他单位的平均值就远远超过三倍标准差）。单位大小不同，只作提示。",
    en = "Among at least nine units of a level and kind: more than ten times the next greatest and a hundred above it, which is far more than three standard "
      .. "deviations from the others' mean. Units differ in size: a remark only.",
  },
  since = "1.1.0", tags = { "collection", "plausible" },
  check = function(collection, finding)
    for _, path in ipairs(outlier_paths) do
      local groups, order = {}, {}
      for _, item in ipairs(figures(collection, path)) do
        local key = (item.unit.level or "") .. "/" .. (item.unit.kind or "")
        if not groups[key] then
          groups[key] = {}
          order[#order + 1] = groups[key]
        end
        table.insert(groups[key], item)
      end
      for _, list in ipairs(order) do
        for index, item in ipairs(#list >= 9 and list or {}) do
          local other = next_greatest(list, index)
          if item.value > 10 * other and item.value >= other + 100 then -- so it is far more than three standard deviations from the others' mean
            finding:fail {
              at = item.report, unit = item.unit, name = names[path], value = item.value, count = #list, other = other, place = path,
            }
          end
        end
      end
    end
  end,
  cases = {
    fails = {
      {
        reports = towns("proactive.penalties.decisions", { 50, 40, 52, 5000, 47, 61, 38, 45, 49 }), expect = 1, severity = "info", says = "第4镇人民政府",
      },
      { reports = towns("requests.new.total", { 0, 0, 0, 0, 0, 0, 0, 0, 120, 0 }), expect = 1 },
      { reports = towns("proactive.licences.decisions", { 1, 9, 8, 7, 2000, 2, 4, 8, 3 }), expect = 1, says = "才9" },
      { why = "刚过十倍", reports = towns("proactive.penalties.decisions", { 50, 40, 50, 501, 47, 41, 38, 45, 49 }), expect = 1 },
      { why = "刚多出100", reports = towns("proactive.penalties.decisions", { 5, 4, 5, 105, 4, 4, 3, 4, 4 }), expect = 1 },
    },
    passes = {
      { reports = towns("proactive.penalties.decisions", { 50, 40, 52, 500, 47, 61, 380, 45, 49 }) },
      { why = "单位太少", reports = towns("proactive.penalties.decisions", { 50, 40, 52, 5000, 47, 61, 38, 45 }) },
      { why = "多出不到100", reports = towns("proactive.penalties.decisions", { 1, 2, 1, 90, 3, 2, 1, 1, 2 }) },
      { why = "正好十倍", reports = towns("proactive.penalties.decisions", { 50, 40, 50, 500, 47, 41, 38, 45, 49 }) },
      { why = "大小本来悬殊", reports = towns("proactive.penalties.decisions", { 1, 10, 100, 8000, 3, 30, 900, 1500, 2 }) },
      {
        why = "县与乡镇不比", reports = (function()
          local list = towns("proactive.penalties.decisions", { 50, 40, 52, 47, 61, 38, 45, 49, 5000 })
          list[9].level = "county"
          return list
        end)(),
      },
      {
        why = "政府与部门不比", reports = (function()
          local list = towns("proactive.penalties.decisions", { 50, 40, 52, 47, 61, 38, 45, 49, 5000 })
          list[9].kind = "department"
          return list
        end)(),
      },
    },
  },
}

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
