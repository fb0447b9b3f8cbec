-- Table 3: grounds of refusal that do not suit the body.
-- Source: 条例 articles 14, 16 and 36(7); practice. None of this is wrong by itself; a person looks once.

local figures = lib.figures

rule {
  id = "T3-017", name = "state-secret-of-a-town", severity = "info",
  clauses = { "PRACTICE.plausible", "R711.14" }, ground = "practice",
  title = { zh = "乡镇（街道）以国家秘密为由不予公开", en = "A town refused on the ground of state secrets" },
  message = {
    zh = "表三（三）1.属于国家秘密填了{count}件，{body}很少有这种情形，请核对依据和填报的行。",
    en = "Table 3 counts {count} refused as state secrets, rare for {body}: please check the ground and the row.",
  },
  remedy = {
    zh = "确有定密依据的保留；把内部信息、过程性信息误填在这里的，改到（三）5或（三）6。",
    en = "Keep it where a classification exists; internal or preparatory information belongs in （三）5 or （三）6.",
  },
  explain = {
    zh = "乡镇、街道一般没有定密权，产生国家秘密的情形极少，多半是填错了行。",
    en = "Towns and subdistricts hardly ever hold state secrets; mostly the figure stands in the wrong row.",
  },
  lower_when_unknown = true, needs = { "table:requests" }, since = "1.1.0", tags = { "table", "plausibility" },
  applies = function(report) return figures.is_local(report) end,
  check = function(report, finding)
    local cell = report:cell("requests.denied.state_secret.total")
    local count = figures.value(finding, cell)
    if count and count > 0 and figures.adds_up(finding, cell) then
      finding:fail { at = cell, count = cell, body = report.name or { zh = "本机关", en = "this body" } }
    end
  end,
  cases = {
    fails = {
      { change = { ["requests.denied.state_secret.business"] = 1, ["requests.denied.state_secret.total"] = 1 } },
      {
        form = "2019", level = "subdistrict", kind = "other",
        change = { ["requests.denied.state_secret.business"] = 2, ["requests.denied.state_secret.total"] = 2 },
      },
      { change = { ["requests.denied.state_secret.business"] = 1, ["requests.denied.state_secret.total"] = 1 }, says = "青石镇" },
    },
    passes = { {}, { form = "2019" } },
    reviews = {
      { change = { ["requests.denied.state_secret.total"] = "" } },
      { change = { ["requests.denied.state_secret.total"] = 1 }, why = "这一行加不上，由 T3-001 提示" },
    },
    not_applicable = {
      { change = { ["requests.denied.state_secret.total"] = 1 }, level = "county", kind = "department", name = "某县国家保密局" },
    },
    not_run = { { drop = "tables.requests" } },
  },
}

-- Bodies that enforce no law and keep no register of businesses or real estate. An archive does answer queries of its own kind.
local no_enforcement = [[档案|机关事务|地方志|史志|政策研究|研究室|参事|政务服务|外事|信访]]
local no_queries = [[机关事务|地方志|史志|政策研究|研究室|参事|外事|信访]]

rule {
  id = "T3-018", name = "ground-foreign-to-the-body", severity = "info",
  clauses = { "PRACTICE.plausible", "F21.form.requests" }, ground = "practice",
  title = { zh = "不予公开的理由与机关性质不符", en = "A ground of refusal that does not suit the body" },
  message = {
    zh = "表三“{row}”填了{count}件，{body}一般没有这类业务，请核对。",
    en = "Table 3, “{row}”: {count}, yet {body} has no business of that kind. Please check.",
  },
  remedy = {
    zh = "行政执法案卷、行政查询事项是本机关执法、登记查询中的信息；别的情形填到相应的行。",
    en = "Enforcement files and queries are of the body's own enforcement or registers; other cases belong in other rows.",
  },
  explain = {
    zh = "档案、机关事务、史志、研究、信访等机关没有行政执法职能，其中除档案馆外也没有登记资料可供查询。机关名称看不出来的、汇总的不检查。",
    en = "Archives, logistics, chronicles, research or petition offices enforce nothing, and but for archives keep no registers. Judged by the name; "
      .. "aggregate reports are left out.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "table", "plausibility" },
  applies = function(report)
    return report.name ~= nil and report.scope ~= "aggregate" and report.kind ~= "government" and text.test(report.name, no_enforcement)
  end,
  check = function(report, finding)
    local keys = { "denied.enforcement_file" }
    if text.test(report.name, no_queries) then keys[2] = "denied.query_matter" end
    for _, key in ipairs(keys) do
      local row = report.requests:row(key)
      local count = figures.value(finding, row.total)
      if count and count > 0 and figures.adds_up(finding, row.total) then
        finding:fail { at = row.total, row = row, count = row.total, body = report.name }
      end
    end
  end,
  cases = {
    fails = {
      {
        change = { ["requests.denied.enforcement_file.business"] = 3, ["requests.denied.enforcement_file.total"] = 3 },
        level = "county", kind = "other", name = "某县档案馆",
      },
      {
        change = { ["requests.denied.query_matter.business"] = 1, ["requests.denied.query_matter.total"] = 1 },
        level = "county", kind = "department", name = "某县信访局",
      },
      {
        with = "机关事务服务中心 地方志办公室 史志馆 政策研究中心 研究室 参事室 政务服务局 外事办公室 信访局", name = "某县{}",
        change = { ["requests.denied.enforcement_file.business"] = 3, ["requests.denied.enforcement_file.total"] = 3 }, level = "county", kind = "department",
      },
      {
        with = "机关事务服务中心 地方志办公室 史志馆 政策研究中心 研究室 参事室 外事办公室", name = "某县{}",
        change = { ["requests.denied.query_matter.business"] = 1, ["requests.denied.query_matter.total"] = 1 }, level = "county", kind = "department",
      },
    },
    passes = {
      { level = "county", kind = "other", name = "某县档案馆" },
      { change = { ["requests.denied.query_matter.total"] = 3 }, level = "county", kind = "other", name = "某县档案馆", why = "档案查询" },
    },
    reviews = {
      { change = { ["requests.denied.enforcement_file.total"] = "" }, level = "county", kind = "other", name = "某县档案馆" },
      {
        change = { ["requests.denied.enforcement_file.total"] = 3 }, level = "county", kind = "other", name = "某县档案馆",
        why = "这一行加不上，由 T3-001 提示",
      },
    },
    not_applicable = {
      { change = { ["requests.denied.enforcement_file.total"] = 3 }, level = "county", kind = "department", name = "某县公安局" },
      { change = { ["requests.denied.enforcement_file.total"] = 3 }, level = "city", kind = "department", scope = "aggregate",
        name = "某市档案局" },
      { change = { ["requests.denied.enforcement_file.total"] = 3 }, level = "township", kind = "government", name = "信访镇人民政府" },
    },
    not_run = { { drop = "tables.requests", level = "county", kind = "other", name = "某县档案馆" } },
  },
}
