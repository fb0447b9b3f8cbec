-- Table 2: figures that are unusual for such a body. Nothing here is wrong by itself; a person looks once.
-- Source: practice; WW25 (all decisions of the year count, published or not). The bounds are ours, from published reports.

local figures = lib.figures

-- Above these a figure of that body is looked at. A justice bureau that gives the whole county's documents (101) is the known case.
local bounds = {
  town = { { "normative_documents", { "made", "in_force" }, 50 }, { "licences", { "decisions" }, 10000 } },
  bureau = { { "normative_documents", { "made", "in_force" }, 100 } },
}

local function bounds_for(report)
  if report.scope == "aggregate" then return nil end
  if figures.is_local(report) then return bounds.town end
  return report.kind == "department" and report.level == "county" and bounds.bureau or nil
end

rule {
  id = "T2-040", name = "unusually-large", severity = "info",
  clauses = { "PRACTICE.plausible" },
  title = { zh = "数量大得少见", en = "An unusually large figure" },
  message = {
    zh = "表二“{row}”的“{column}”填了{written}，{body}很少有这么多，请确认是不是把全县的数或公开条数填了进来。",
    en = "Table 2, “{row}”, “{column}”: {written} is rare for {body}. Please confirm that the county's figure or items published were not counted.",
  },
  remedy = {
    zh = "与台账核对；只填本机关自己的文件和决定。",
    en = "Check the register; count this body's own documents and decisions only.",
  },
  explain = {
    zh = "乡镇、街道行政规范性文件超过50件、行政许可超过10000件，县级部门行政规范性文件超过100件的，提示核对。汇总的报告不看。",
    en = "Towns and subdistricts with more than 50 normative documents or 10,000 licences, county bureaus with more than 100 documents. Aggregate "
      .. "reports are left out.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "plausibility" },
  applies = function(report) return report.proactive.form == "2021" and bounds_for(report) ~= nil end,
  check = function(report, finding)
    for _, bound in ipairs(bounds_for(report)) do
      local row = report.proactive:row(bound[1])
      for _, key in ipairs(bound[2]) do
        local cell = row[key]
        local value = figures.value(finding, cell)
        if value and value > bound[3] then
          finding:fail {
            at = cell, row = row, column = lib.words.name(cell.column), written = cell,
            body = report.name or { zh = "本机关", en = "this body" },
          }
        end
      end
    end
  end,
  cases = {
    fails = {
      { change = { ["proactive.normative_documents.in_force"] = 101 }, expect = 1 },
      { change = { ["proactive.normative_documents.made"] = 51 } },
      { change = { ["proactive.licences.decisions"] = 10001 } },
      { change = { ["proactive.normative_documents.in_force"] = 101 }, level = "county", kind = "department", name = "某县司法局" },
      { change = { ["proactive.normative_documents.made"] = 101 }, level = "county", kind = "department", name = "某县司法局", says = "司法局" },
    },
    passes = {
      { change = { ["proactive.normative_documents.in_force"] = 50, ["proactive.licences.decisions"] = 10000 } },
      { change = { ["proactive.normative_documents.in_force"] = 100, ["proactive.licences.decisions"] = 20000 }, level = "county",
        kind = "department", name = "某县行政审批局" },
    },
    reviews = { { change = { ["proactive.licences.decisions"] = "" } } },
    not_applicable = {
      { change = { ["proactive.normative_documents.in_force"] = 101 }, level = "county", kind = "department", scope = "aggregate",
        name = "某县司法局" },
      { change = { ["proactive.normative_documents.in_force"] = 101 }, level = "city", kind = "department", name = "某市司法局" },
      { form = "2019" },
    },
    not_run = { { drop = "tables.proactive" } },
  },
}

-- Bodies whose daily work is to punish breaches, and words by which a town tells that it enforces too.
local enforcement = [[公安|市场监督管理|市场监管|城市管理|城管|综合行政执法|综合执法]]
local enforces = [[(?:公开|公示|发布)[^。；]{0,40}?行政(?:执法|处罚|强制)|行政(?:执法|处罚|强制)[^。；，]{0,16}(?:公开|公示|信息)]]
local not_own = [[学习|培训|依据|规章制度|法律法规]]

--- The town's own words of information on enforcement that it published, or nil.
local function tells_of_enforcement(report)
  for found in report:search(enforces, "overview") do
    if not text.test(found.text, not_own) then return found end
  end
  return nil
end

--- Whether nothing at all was decided; nil where a figure is not known.
local function no_decision(report, finding)
  local sum = figures.sum(finding, {
    report:cell("proactive.licences.decisions"), report:cell("proactive.penalties.decisions"), report:cell("proactive.coercion.decisions"),
  })
  return sum and sum == 0
end

rule {
  id = "T2-041", name = "enforcement-without-penalties", severity = "info",
  clauses = { "WW25", "PRACTICE.plausible" },
  title = { zh = "有执法而处罚为零", en = "Enforcement without penalties" },
  messages = {
    default = {
      zh = "{body}是执法机关，表二行政处罚填了0，请确认是不是只统计了公开的处罚。",
      en = "{body} enforces the law, yet table 2 has 0 penalties. Please confirm that not only published ones were counted.",
    },
    town = {
      zh = "文中说“{claim}”，表二行政许可、处罚、强制却都是0；有委托或赋权执法的，请确认是不是漏统计了。",
      en = "The text says “{claim}”, yet table 2 has no licence, penalty or coercive measure. Please confirm, where such powers were delegated.",
    },
  },
  remedy = {
    zh = "行政许可、处罚、强制填本年作出的全部决定，公开的和依法不公开的都算。",
    en = "Count all licences, penalties and coercive measures of the year, published or lawfully unpublished.",
  },
  explain = {
    zh = "公安、市场监管、城管、综合执法机关一年没有一件处罚很少见。乡镇、街道有没有执法权看不出来，只在第一部分说公开了执法信息、表二三项又都是0时提示。",
    en = "Police, market and city enforcement bodies rarely go a year without a penalty. Whether a town enforces cannot be told; it is reminded only "
      .. "where section one speaks of enforcement information and table 2 has none of the three.",
  },
  lower_when_unknown = true, needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "plausibility" },
  applies = function(report)
    if figures.is_local(report) then return true end
    return report.kind ~= "government" and report.name ~= nil and text.test(report.name, enforcement)
  end,
  check = function(report, finding)
    local cell = report:cell("proactive.penalties.decisions")
    if not figures.is_local(report) then
      if figures.value(finding, cell) == 0 then finding:fail { at = cell, body = report.name } end
    elseif no_decision(report, finding) then
      local claim = tells_of_enforcement(report)
      if claim then finding:fail { at = cell, message = "town", claim = claim, quotes = { claim } } end
    end
  end,
  cases = {
    fails = {
      { change = { ["proactive.penalties.decisions"] = 0 }, level = "county", kind = "department", name = "某县公安局" },
      { form = "2019", change = { ["proactive.penalties.decisions"] = 0 }, level = "county", kind = "department", name = "某县市场监督管理局" },
      {
        change = { ["proactive.licences.decisions"] = 0, ["proactive.penalties.decisions"] = 0, ["proactive.coercion.decisions"] = 0 },
        text = { overview = "及时公开财政、民生、行政执法等信息。" },
      },
      {
        with = "市场监管局 城市管理局 城管局 综合行政执法局 综合执法局", name = "某县{}",
        change = { ["proactive.penalties.decisions"] = 0 }, level = "county", kind = "department",
      },
      {
        with = "及时公示行政处罚结果。 行政强制信息全部上网。", text = { overview = "{}" },
        change = { ["proactive.licences.decisions"] = 0, ["proactive.penalties.decisions"] = 0, ["proactive.coercion.decisions"] = 0 },
      },
    },
    passes = {
      { level = "county", kind = "department", name = "某县公安局" },
      { level = "county", kind = "department", name = "某县综合行政执法局", change = { ["proactive.coercion.decisions"] = 0 } },
      { change = { ["proactive.penalties.decisions"] = 0 }, text = { overview = "及时公开行政执法信息。" }, why = "有许可" },
      {
        why = "没有说公开执法信息",
        change = { ["proactive.licences.decisions"] = 0, ["proactive.penalties.decisions"] = 0, ["proactive.coercion.decisions"] = 0 },
      },
      {
        change = { ["proactive.licences.decisions"] = 0, ["proactive.penalties.decisions"] = 0, ["proactive.coercion.decisions"] = 0 },
        text = { overview = "公开法律法规、行政处罚依据等信息。" },
      },
      {
        why = "公开的是制度、学习", with = "学习 培训 依据 规章制度", text = { overview = "公开{}、行政处罚等内容。" },
        change = { ["proactive.licences.decisions"] = 0, ["proactive.penalties.decisions"] = 0, ["proactive.coercion.decisions"] = 0 },
      },
    },
    reviews = { { change = { ["proactive.penalties.decisions"] = "" }, level = "county", kind = "department", name = "某县公安局" } },
    not_applicable = {
      { change = { ["proactive.penalties.decisions"] = 0 }, level = "county", kind = "department", name = "某县档案局" },
      { change = { ["proactive.penalties.decisions"] = 0 }, level = "county", kind = "government", scope = "aggregate", name = "城管县人民政府" },
    },
    not_run = { { drop = "tables.proactive" } },
  },
}
