-- The title: there, whole, with the statutory words and the right year.
-- Source: 条例 articles 49 and 50, which say 政府信息公开工作年度报告 throughout.

local words = lib.words

local proper = { zh = "标题改为“{proper}”。", en = "Make the title “{proper}”." }

--- What follows the last 公开 of a title, without a trailing bracket: 工作年度报告.
local function tail(title)
  local folded = text.fold(title)
  if text.ends(folded, "公开工作年度报告") then return "工作年度报告" end
  local found = text.find(folded, [[公开((?:(?!公开).)*?)(?:[（(][^（()）]*[）)])?$]])
  return found and found[1] or ""
end

local function is_cut(title)
  local folded = text.fold(title)
  return text.ends(folded, "工作报") or text.ends(folded, "年度报")
end
local function is_short(title) return text.contains(text.fold(title), "年报") end

rule {
  id = "TTL-001", name = "title-missing", severity = "error",
  clauses = { "R711.49", "R711.50" },
  title = { zh = "标题缺失或残缺", en = "Title missing or cut" },
  messages = {
    default = {
      zh = "没有找到报告标题（写有年度和“报告”的一行）。",
      en = "No title was found (a line with the year and 报告).",
    },
    cut = {
      zh = "标题“{title}”不完整，末尾应为“报告”。",
      en = "The title “{title}” is cut: it should end in 报告.",
    },
  },
  remedy = proper,
  explain = {
    zh = "标题分成两行的，合起来看。网页另有标题的，可以用元数据或 --unit、--year 给出。",
    en = "A title on two lines is read as one. Where the page carries the title, give it as metadata or by --unit and --year.",
  },
  since = "1.0.0", tags = { "title" },
  check = function(report, finding)
    local title = report.title
    local values = { place = "title", proper = words.proper_title(report) }
    if not title then
      values.at = report
      finding:fail(values)
    elseif is_cut(title.text) then
      values.at, values.message, values.title = title, "cut", title
      finding:fail(values)
    end
  end,
  cases = {
    fails = {
      { title = "青石镇人民政府2024年政府信息公开工作年度报" },
      { title = "青石镇人民政府2024年度政府信息公开工作报" },
      { markdown = "## 一、总体情况\n\n2024年，青石镇人民政府主动公开政府信息126条。\n" },
    },
    passes = {
      {},
      {
        why = "标题分两行",
        markdown = "# 青石镇人民政府\n\n# 2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n主动公开政府信息126条。\n",
      },
      { title = "2024年青石镇人民政府政府信息公开工作年度报告" },
    },
  },
}

rule {
  id = "TTL-002", name = "title-tail", severity = "warning",
  clauses = { "R711.49", "R711.50" },
  title = { zh = "标题尾部不规范", en = "Tail of the title is not the statutory one" },
  message = {
    zh = "标题“{title}”的结尾不是“工作年度报告”。",
    en = "The title “{title}” does not end in 工作年度报告.",
  },
  remedy = proper,
  explain = {
    zh = "条例的用语是“政府信息公开工作年度报告”。“2024年度政府信息公开工作年度报告”也可以。",
    en = "The statute's term is 政府信息公开工作年度报告. 2024年度…工作年度报告 is accepted.",
  },
  since = "1.0.0", tags = { "title", "wording" },
  applies = function(report) return report.title end,
  check = function(report, finding)
    local title = report.title
    if is_cut(title.text) then
      finding:review { because = "TTL-001" }
    elseif is_short(title.text) then
      finding:review { because = "TTL-003" }
    elseif tail(title.text) ~= "工作年度报告" then
      finding:fail { at = title, place = "title.tail", title = title, proper = words.proper_title(report) }
    end
  end,
  cases = {
    fails = {
      { title = "青石镇2024年度政府信息公开工作报告" },
      { title = "青石镇人民政府2024年政府信息公开年度工作报告" },
      { title = "青石镇人民政府2024年政府信息公开工作的年度报告" },
      { title = "青石镇人民政府2024年政府信息公开年度报告" },
    },
    passes = {
      {},
      { title = "青石镇人民政府2024年度政府信息公开工作年度报告" },
      { title = "青石镇人民政府 2024 年政府信息公开工作年度报告" },
    },
    reviews = {
      { title = "青石镇人民政府2024年政府信息公开年报", why = "由 TTL-003 提示" },
      { title = "青石镇人民政府2024年政府信息公开工作报", because = "TTL-001" },
    },
    not_applicable = { { markdown = "## 一、总体情况\n\n2024年，青石镇人民政府主动公开政府信息126条。\n" } },
  },
}

rule {
  id = "TTL-003", name = "title-subject", severity = "warning",
  clauses = { "R711.49", "R711.50" },
  title = { zh = "标题用语错误", en = "The title names another subject" },
  messages = {
    default = {
      zh = "标题“{title}”没有写“政府信息公开”。",
      en = "The title “{title}” does not say 政府信息公开.",
    },
    short = {
      zh = "标题“{title}”用了简称“年报”。",
      en = "The title “{title}” uses the short form 年报.",
    },
  },
  remedy = proper,
  explain = {
    zh = "政务公开、政务信息公开、信息公开与条例所说的政府信息公开不是一回事，标题应当用条例的用语。",
    en = "政务公开, 政务信息公开 and 信息公开 are other things than the statute's 政府信息公开; the title uses the statute's term.",
  },
  since = "1.0.0", tags = { "title", "wording" },
  applies = function(report) return report.title end,
  check = function(report, finding)
    local title = report.title
    local values = { at = title, place = "title.subject", title = title, proper = words.proper_title(report) }
    if not text.contains(text.fold(title.text), "政府信息公开") then
      finding:fail(values)
    elseif is_short(title.text) then
      values.message = "short"
      finding:fail(values)
    end
  end,
  cases = {
    fails = {
      { title = "青石镇 2024 年度政务信息公开工作报告" },
      { title = "青石镇人民政府2024年政务公开工作年度报告" },
      { title = "青石镇2024年信息公开工作年度报告" },
      { title = "青石镇人民政府2024年政府信息公开年报" },
    },
    passes = {
      {},
      { title = "青石镇2024年度政府信息公开工作报告", why = "结尾由 TTL-002 检查" },
    },
    not_applicable = { { markdown = "## 一、总体情况\n\n2024年，青石镇人民政府主动公开政府信息126条。\n" } },
  },
}

rule {
  id = "TTL-005", name = "title-year", severity = "error",
  clauses = { "R711.49" },
  title = { zh = "标题年度与申报年度不符", en = "The title's year is not the year reported on" },
  message = {
    zh = "标题写的是{written}年，报告年度是{expected}年。",
    en = "The title says {written}; the report is for {expected}.",
  },
  remedy = {
    zh = "核对后把标题年度改为{expected}年；如果年度给错了，改正元数据或 --year。",
    en = "Check, and make the title's year {expected}; if the year was given wrongly, correct the metadata or --year.",
  },
  explain = {
    zh = "每年报告的是上一年度。只有另外给出年度（元数据、配置或 --year）时才检查。",
    en = "Each report covers the year past. Checked only where the year is also given as metadata, in the configuration or by --year.",
  },
  since = "1.0.0", tags = { "title" },
  applies = function(report) return report.year and report.title and report.title_year end,
  check = function(report, finding)
    if report.title_year ~= report.year then
      finding:fail { at = report.title, place = "title.year", written = report.title_year, expected = report.year }
    end
  end,
  cases = {
    fails = {
      { year = 2024, title = "青石镇人民政府2023年政府信息公开工作年度报告" },
      { year = 2024, title = "2022年青石镇人民政府政府信息公开工作年度报告" },
    },
    passes = { {}, { year = 2024, title = "青石镇人民政府2024年度政府信息公开工作年度报告" } },
    not_applicable = { { title = "青石镇人民政府政府信息公开工作年度报告" } },
  },
}
