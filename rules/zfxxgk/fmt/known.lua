-- What is known of the issuer: where level or scope is not, rules that depend on them are lowered, and that is said.
-- Source: how this tool works; regulation.md on scope (a body's own figures, or those of all its units).

local words = lib.words

rule {
  id = "FMT-040", name = "level-unknown", severity = "info",
  clauses = { "PRACTICE.tool" },
  title = { zh = "没有识别出层级或统计范围", en = "Level or scope could not be told" },
  message = {
    zh = "没有识别出{names}，有些要求降低一级提示。",
    en = "The {names} could not be told from the report; some findings are one step lower for that.",
  },
  remedy = {
    zh = "用 --level、--kind、--scope（或者配置、元数据）告诉本工具是哪一级机关、只报本机关还是汇总。",
    en = "Say it by --level, --kind and --scope, in the configuration, or in the report's metadata.",
  },
  explain = {
    zh = "规章权限、三项结果等要求因机关层级而异；不知道层级和范围时，这些规则只能提示。机关名称都没有的，由 STR-040 提示。",
    en = "Duties such as those on rules and on the three results depend on level and scope. Where not even the name is known STR-040 says so.",
  },
  since = "1.1.0", tags = { "tool" },
  check = function(report, finding)
    if report.level and report.scope then return end
    if not report.name then
      finding:review { because = "STR-040" }
      return
    end
    local names = {}
    if not report.level then names[#names + 1] = { zh = "机关层级", en = "level" } end
    if not report.scope then names[#names + 1] = { zh = "统计范围", en = "scope" } end
    finding:fail { at = report, place = "issuer", names = words.list(names, 2) }
  end,
  cases = {
    fails = {
      { name = "青石", drop = { "issuer.level", "issuer.scope" }, title = "青石2024年政府信息公开工作年度报告", severity = "info", says = "机关层级、统计范围" },
      { name = "青石", drop = "issuer.level", title = "青石2024年政府信息公开工作年度报告", says = "没有识别出机关层级，" },
      { name = "青石", drop = "issuer.scope", title = "青石2024年政府信息公开工作年度报告", says = "没有识别出统计范围，" },
    },
    passes = { {}, { name = "青石", title = "青石2024年政府信息公开工作年度报告", level = "county", scope = "aggregate" } },
    reviews = { { markdown = "# 2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n主动公开政府信息126条。\n" } },
  },
}
