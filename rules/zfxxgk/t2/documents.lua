-- Table 2: rules and normative documents.
-- Source: 立法法 articles 91 and 93 (who may make rules); arithmetic of issued, repealed and in force.

--- Governments that may make local rules, and the offices that report for them. 东莞, 中山, 嘉峪关, 三沙 and 儋州 have no districts
--- but are cities like the others here.
local function may_make_rules(report)
  local level, kind = report.level, report.kind
  if level == "state" then return true end
  if level ~= "province" and level ~= "city" then return false end
  if kind == "government" then return true end
  return report.name ~= nil and text.test(report.name, [[(?:人民政府|政府)办公[厅室]$]])
end

rule {
  id = "T2-003", name = "rules-without-power", severity = "error",
  clauses = { "LL.91", "LL.93", "F21.form.proactive" },
  title = { zh = "无权机关填报了规章", en = "Rules reported by a body that cannot make them" },
  messages = {
    default = {
      zh = "表二“规章”行“{column}”填了{written}，{body}没有规章制定权，应为0。",
      en = "Table 2 reports {written} rules ({column}); {body} has no power to make rules, so it should be 0.",
    },
    department = {
      zh = "表二“规章”行“{column}”填了{written}；市级部门没有规章制定权，请确认是否汇总了市政府的规章。",
      en = "Table 2 reports {written} rules ({column}); a city department makes none: please confirm whether the city government's were counted.",
    },
    published = {
      zh = "表二“规章”行“{column}”填了{written}；{body}没有规章制定权，请确认是否计入了上级的规章或本机关的规章制度。",
      en = "Table 2 reports {written} rules ({column}); {body} makes none: please confirm whether a superior's rules or internal ones were counted.",
    },
  },
  remedy = {
    zh = "规章行填0；本机关的制度、办法若属于行政规范性文件，填到下一行；都不是的不填。",
    en = "Fill in 0; regulations of your own that are normative documents belong in the next row, others nowhere.",
  },
  explain = {
    zh = "部门规章由国务院部门制定，地方政府规章由省级和设区的市、自治州政府制定。县、乡镇、街道、开发区和地方部门没有这个权力，"
      .. "常见的误填是把“规章制度”当成规章。市级部门、2019年表式只填了公开数的、级别不明的，为警告。",
    en = "Rules are made by departments of the State Council and by governments of provinces and cities with districts. Counties, townships, "
      .. "subdistricts, zones and local departments make none; the usual slip is to count internal regulations (规章制度). "
      .. "A warning for city departments, for the 2019 form where only publication was counted, and where the level is unknown.",
  },
  lower_when_unknown = true, needs = { "table:proactive" }, since = "1.0.0", tags = { "table", "power" },
  applies = function(report) return not may_make_rules(report) end,
  check = function(report, finding)
    local city_department = report.level == "city" and report.kind == "department"
    if city_department and report.scope == "aggregate" then return end
    local row = report.proactive:row("regulations")
    local only_published = report.proactive.form == "2019" and row.made.known and row.made.value == 0
    local doubt = city_department and "department" or only_published and "published" or nil
    for column in report.proactive:all_columns() do
      local cell = row[column.key]
      if cell and not cell.known then
        finding:review { because = row.present and "T2-010" or "T2-001" }
      elseif cell and cell.value > 0 then
        finding:fail {
          at = cell, cells = { cell }, written = cell, column = lib.words.name(column),
          body = report.name or { zh = "本机关", en = "this body" }, message = doubt, severity = doubt and "warning",
        }
        return
      end
    end
  end,
  cases = {
    fails = {
      { change = { ["proactive.regulations.made"] = 2, ["proactive.regulations.in_force"] = 2 }, expect = 1, severity = "error" },
      { change = { ["proactive.regulations.in_force"] = 10 }, level = "county", kind = "department", name = "某县卫生健康局",
        severity = "error" },
      { change = { ["proactive.regulations.made"] = 1 }, level = "city", kind = "department", name = "某市公安局", severity = "warning" },
      { form = "2019", change = { ["proactive.regulations.made"] = 1 }, level = "subdistrict", kind = "other", severity = "error" },
      { form = "2019", change = { ["proactive.regulations.total_published"] = 7 }, severity = "warning" },
    },
    passes = {
      {},
      { form = "2019" },
      {
        change = { ["proactive.regulations.made"] = 1 }, level = "city", kind = "department", scope = "aggregate",
        name = "某市司法局", why = "汇总口径",
      },
    },
    reviews = {
      { change = { ["proactive.regulations.made"] = "/" }, why = "由 T2-010 提示" },
      { change = { ["proactive.regulations.made"] = "" }, because = "T2-010" },
      { drop = "tables.proactive.regulations", because = "T2-001" },
    },
    not_applicable = {
      { change = { ["proactive.regulations.made"] = 3 }, level = "city", kind = "government", name = "杭州市人民政府", scope = "aggregate" },
      { change = { ["proactive.regulations.made"] = 3 }, level = "province", kind = "department", name = "某省人民政府办公厅" },
      { level = "state", kind = "department", name = "某部" },
    },
    not_run = { { drop = "tables.proactive" } },
  },
}

rule {
  id = "T2-005", name = "in-force-below-issued", severity = "warning",
  clauses = { "F21.form.proactive", "R711.6" },
  title = { zh = "现行有效少于本年制发", en = "Fewer in force than issued this year" },
  message = {
    zh = "表二“{row}”本年制发{made}件、废止0件，现行有效却只有{in_force}件。",
    en = "Table 2, “{row}”: {made} issued and none repealed, yet only {in_force} in force.",
  },
  remedy = {
    zh = "没有废止的，现行有效至少等于本年制发数；核对“现行有效件数”，它是截至年底全部有效的文件，不是本年新增。",
    en = "With none repealed at least those issued are in force. Check the last column: it counts all documents in force at year's end.",
  },
  explain = {
    zh = "当年制发的文件到年底仍然有效，除非废止或到期。有废止的年份由其他规则核对。",
    en = "What was issued in the year is in force at its end unless repealed or expired. Years with repeals are left to other rules.",
  },
  needs = { "table:proactive" }, since = "1.0.0", tags = { "table", "arithmetic" },
  applies = function(report) return report.proactive.form == "2021" end,
  check = function(report, finding)
    for _, key in ipairs { "regulations", "normative_documents" } do
      local row = report.proactive:row(key)
      if row.repealed.known and row.repealed.value == 0 then
        finding:unless_at_most(row.made, row.in_force, { message = "default", row = row, made = row.made, in_force = row.in_force })
      elseif not row.repealed.known then
        finding:review { because = row.present and "T2-010" or "T2-001" }
      end
    end
  end,
  cases = {
    fails = {
      { change = {
        ["proactive.normative_documents.made"] = 2, ["proactive.normative_documents.repealed"] = 0,
        ["proactive.normative_documents.in_force"] = 0,
      } },
      { change = {
        ["proactive.normative_documents.made"] = 5, ["proactive.normative_documents.repealed"] = 0,
        ["proactive.normative_documents.in_force"] = 3,
      } },
      { change = { ["proactive.regulations.made"] = 2, ["proactive.regulations.in_force"] = 1 } },
    },
    passes = {
      {},
      { change = {
        ["proactive.normative_documents.made"] = 2, ["proactive.normative_documents.repealed"] = 0,
        ["proactive.normative_documents.in_force"] = 2,
      } },
      {
        why = "有废止时不在这里判断",
        change = {
          ["proactive.normative_documents.made"] = 5, ["proactive.normative_documents.repealed"] = 4,
          ["proactive.normative_documents.in_force"] = 3,
        },
      },
    },
    reviews = {
      { change = { ["proactive.normative_documents.repealed"] = "" } },
      { change = { ["proactive.regulations.repealed"] = "/" }, because = "T2-010" },
      { drop = "tables.proactive.regulations", because = "T2-001" },
    },
    not_applicable = { { form = "2019" } },
    not_run = { { drop = "tables.proactive" } },
  },
}
