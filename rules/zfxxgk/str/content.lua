-- Sections with nothing under their heading.
-- Source: 条例 article 50; F21 opening （不能遗漏）.

local table_sections = { proactive = true, requests = true, disputes = true }

local function heading(section)
  return section.heading and section.heading.text or (section.number or "") .. "、" .. section.statutory_title
end

rule {
  id = "STR-004", name = "section-empty", severity = "error",
  clauses = { "F21.opening", "R711.50" },
  title = { zh = "章节为空", en = "A section is empty" },
  message = {
    zh = "“{heading}”下面没有任何内容。",
    en = "Nothing stands under “{heading}”.",
  },
  remedy = {
    zh = "补写这一部分；确实没有可写的，写明“无”。",
    en = "Write the section; where there is really nothing to report, say so.",
  },
  explain = {
    zh = "只有标题等于没有报告。第二、三、四部分应当有表格，为空时由 STR-021 提示缺表，不重复提示。第六部分为空只作提示。",
    en = "A heading alone reports nothing. Sections two to four consist of tables: when they are empty STR-021 says so, once. "
      .. "Section six is only a remark.",
  },
  needs = { "form" }, since = "1.0.0", tags = { "structure" },
  check = function(report, finding)
    for section in report:sections() do
      local empty = section.present and section.chars == 0 and not section.has_table and not section.has_image
      if empty and table_sections[section.key] then
        if not report:table(section.key) then finding:review { because = "STR-021" } end
      elseif empty then
        finding:fail {
          at = section, place = section.key, heading = heading(section),
          severity = section.key == "other" and "info" or nil,
        }
      end
    end
  end,
  cases = {
    fails = {
      { text = { problems = "" }, severity = "error" },
      { text = { overview = "" }, severity = "error" },
      { text = { other = "" }, severity = "info", why = "第六部分为空只作提示" },
    },
    passes = {
      {},
      { text = { other = "无。" } },
      { form = "2019", text = { other = "无。" } },
    },
    reviews = { { drop = "tables.disputes", why = "由 STR-021 提示缺表" } },
    not_run = { { year = 2017 } },
  },
}
