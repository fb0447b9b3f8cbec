-- Placeholders left from a template.
-- Source: 条例 article 6 (accurate); F21 closing item （敷衍塞责）.

-- Masked digits of republished copies (1**条) and Markdown's asterisks are not taken.
local words = [=[[（(【\[](?:单位名称|机关名称|机关全称|单位全称|报告单位|此处[^）)】\]]{0,12}|请填[^）)】\]]{0,10}|填写[^）)】\]]{0,10}|待补充|待填)[）)】\]]]=]
local patterns = {
  [[(?<![A-Za-z0-9/_.])(?:[XxＸ×]{2,}|[○〇]{2,})(?=\s*(?:省|市|县|区|旗|镇|乡|街道|办|局|委|厅|村|社区|单位|部门|机关|年|月|日|条|件|份|篇|次|个|人|万元|元|同志|项|场|期))]],
  [[20[XxＸ×]{2}\s*年]],
  [[(?<![A-Za-z0-9/_.])[XxＸ×]{3,}(?![A-Za-z0-9])]],
  [[某(?:某)?(?:省|市|县|区|旗|镇|乡|街道|局|委办局|单位名称|机关)(?:人民政府|办事处|办)?(?:[0-9]|年|按|认真|主动|共|在|坚持|全年|未)]],
  words,
  [[_{3,}|＿{2,}|【\s*】|（\s{2,}）(?=件|条|份|年)]],
}
-- What the others need. Most reports hold none of it, and one search tells.
local marks = [[[XxＸ×]{2}|[○〇]{2}|某|___|＿＿|【\s*】]]

local function is_suspect(report)
  local title = report.title
  return title and (title:find(marks) or title:find(words)) or lib.narrative.search(report, marks)
    or report:contains("（ ") or report:contains("（\t") or lib.narrative.search(report, words)
end

--- All placeholders: the title's first one, then those of the text, pattern by pattern.
local function placeholders(report)
  local list = {}
  if not is_suspect(report) then return list end
  if report.title then
    for _, pattern in ipairs(patterns) do
      local found = report.title:find(pattern)
      if found then
        list[#list + 1] = found
        break
      end
    end
  end
  for _, pattern in ipairs(patterns) do
    for found in report:search(pattern) do list[#list + 1] = found end
  end
  return list
end

rule {
  id = "NAR-025", name = "placeholder-left", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "占位符残留", en = "A placeholder was left" },
  message = {
    zh = "文中残留模板占位符“{first}”，共{count}处。",
    en = "A template's placeholder was left in the text: “{first}” (places: {count}).",
  },
  remedy = {
    zh = "逐处换成真实的名称、日期或数字。",
    en = "Replace each with the real name, date or figure.",
  },
  explain = {
    zh = "XX、××、20XX年、（单位名称）、____ 等是模板留给人填的空。转载时打码的数字（1**条）不算。",
    en = "XX, ××, 20XX年, （单位名称） and ____ are blanks of a template. Digits masked by a republisher do not count.",
  },
  since = "1.0.0", tags = { "narrative" },
  check = function(report, finding)
    local list = placeholders(report)
    if #list > 0 then
      finding:fail { at = list[1], quotes = lib.words.first(list, 5), place = "placeholder", first = list[1], count = #list }
    end
  end,
  cases = {
    fails = {
      { append = { overview = "XX镇全年召开专题会议2次。" } },
      { append = { overview = "20XX年，共发布信息××条。" }, expect = 1 },
      { title = "××县青石镇人民政府2024年政府信息公开工作年度报告" },
      { append = { other = "特此报告。（单位名称）" } },
      { each = { overview = {
        "XX镇召开会议。", "○○镇召开会议。", "某镇按要求公开信息。", "主动公开____条。", "主动公开＿＿＿条。", "主动公开【 】条。", "主动公开（  ）条。", "主动公开XXX信息。",
        "请与（单位全称）联系。",
      } } },
    },
    passes = {
      {},
      { append = { overview = "全年主动公开政府信息1**条，这里有*重要*信息。" } },
      { append = { overview = "推进“1+X”新闻发布会和MAXXI平台建设，某单位申请已办结。" } },
    },
  },
}
