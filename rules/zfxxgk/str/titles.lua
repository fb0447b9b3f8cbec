-- Titles of the sections, word for word.
-- Source: annexes of 〔2019〕60号 and 〔2021〕30号. The words of 条例 article 50 itself are accepted with a remark.

local words = lib.words

local accepted = {
  ["因政府信息公开工作被申请行政复议提起行政诉讼情况"] = true,
  ["因政府信息公开工作被申请行政复议提起行政诉讼的情况"] = true,
  ["因政府信息公开工作被申请行政复议和提起行政诉讼情况"] = true,
  ["政府信息公开工作存在的主要问题及改进情况"] = true,
  ["行政机关主动公开政府信息情况"] = true, ["行政机关主动公开政府信息的情况"] = true, ["主动公开政府信息的情况"] = true,
  ["行政机关收到和处理政府信息公开申请情况"] = true, ["行政机关收到和处理政府信息公开申请的情况"] = true,
  ["收到和处理政府信息公开申请的情况"] = true,
  ["其他需要报告事项"] = true,
}

--- How far the title is from the printed one: nil, "info" or "warning".
local function grade(section)
  if section.title == section.statutory_title then return nil end
  local written, printed = text.fold(section.title), text.fold(section.statutory_title)
  if written == printed then return nil end
  local bare = words.plain(written)
  if bare == words.plain(printed) or accepted[bare] then return "info" end
  return "warning"
end

local function check_title(section, finding)
  local severity = grade(section)
  if severity then
    finding:fail {
      at = section, place = section.key, severity = severity, message = severity == "info" and "close" or nil,
      written = section.title, expected = section.statutory_title,
    }
  end
end

local messages = {
  default = {
    zh = "标题写作“{written}”，格式规定是“{expected}”。",
    en = "The heading reads “{written}”; the form has “{expected}”.",
  },
  close = {
    zh = "标题写作“{written}”，与格式规定的“{expected}”略有不同，意思一致。",
    en = "The heading reads “{written}”, slightly other than the form's “{expected}”; the meaning is the same.",
  },
}
local remedy = { zh = "改为“{expected}”。", en = "Write “{expected}”." }

rule {
  id = "STR-005", name = "section-title", severity = "warning",
  clauses = { "F21.form.sections", "F19.form.sections" },
  title = { zh = "章节标题不规范", en = "Section title differs from the form" },
  messages = messages, remedy = remedy,
  explain = {
    zh = "检查第一至第五部分。只差标点的，以及条例第五十条原来的说法，只作提示。",
    en = "Sections one to five. A difference of punctuation only, or the wording of article 50 itself, is a remark.",
  },
  needs = { "form" }, since = "1.0.0", tags = { "structure", "wording" },
  check = function(report, finding)
    for section in report:sections() do
      if section.present and section.key ~= "other" then check_title(section, finding) end
    end
  end,
  cases = {
    fails = {
      { heading = { problems = "五、存在问题及下一步工作打算" }, severity = "warning" },
      { heading = { problems = "五、存在的主要问题及改进措施" }, severity = "warning" },
      { heading = { disputes = "四、政府信息公开行政法复议、行政诉讼情况" }, severity = "warning" },
      { heading = { problems = "五、政府信息公开工作存在的主要问题及改进情况" }, severity = "info" },
      { heading = { disputes = "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况" }, severity = "info" },
      { heading = { problems = "五、政府信息公开工作存在的主要问题及改进情况" }, says = "意思一致" },
      { heading = { proactive = "二、{}主动公开政府信息的情况" }, with = "行政机关", severity = "info" },
      { heading = { proactive = "二、主动公开政府信息的情况", requests = "三、收到和处理政府信息公开申请的情况" }, severity = "info", expect = 2 },
      { heading = { proactive = "二、行政机关主动公开政府信息情况", requests = "三、行政机关收到和处理政府信息公开申请情况" }, severity = "info", expect = 2 },
      { heading = { requests = "三、行政机关收到和处理政府信息公开申请的情况" }, severity = "info" },
    },
    passes = {
      {},
      { heading = { overview = "一、 总体情况", problems = "五.存在的主要问题及改进情况" } },
      { heading = { other = "六、其它事项" }, why = "第六部分由 STR-006 检查" },
    },
    not_run = { { year = 2017 } },
  },
}

rule {
  id = "STR-006", name = "section-six-title", severity = "warning",
  clauses = { "R711.50.5", "F21.form.other", "F21.form.sections", "F19.form.sections" },
  title = { zh = "第六部分标题不规范", en = "Title of section six differs from the form" },
  messages = messages, remedy = remedy,
  explain = {
    zh = "第六部分应为“其他需要报告的事项”。只少一个“的”字的，只作提示。",
    en = "Section six is “其他需要报告的事项”. Where only 的 is missing it is a remark.",
  },
  needs = { "form" }, since = "1.0.0", tags = { "structure", "wording" },
  applies = function(report) return report:section("other").present end,
  check = function(report, finding)
    check_title(report:section("other"), finding)
  end,
  cases = {
    fails = {
      { heading = { other = "六、其它需要报告的事项" }, severity = "warning" },
      { heading = { other = "六、需要说明的其他事项" }, severity = "warning" },
      { heading = { other = "六、其他需要报告事项" }, severity = "info" },
    },
    passes = { {}, { heading = { other = "六、 其他需要报告的事项" } } },
    not_applicable = { { drop = "sections.other" } },
    not_run = { { year = 2017 } },
  },
}
