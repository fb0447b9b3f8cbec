-- The outline: no section of the form that held before 2019, none beside the six.
-- Source: 条例 article 50; annexes of 〔2019〕60号 and 〔2021〕30号; F21 opening （也不宜泛化）.

local words = lib.words

-- Sections of the free form used until the reports of 2018.
local old_sections = [[^(?:概述|(?:政府信息)?依申请公开(?:政府信息)?(?:的)?(?:情况|办理情况)|(?:政府信息公开|依申请公开)?(?:的)?(?:工作)?(?:收费|费用)(?:情况)?[及和与]减免(?:的)?情况)$]]

local function heading_text(section) return section.heading.text end

--- Headings of the first level that stand where a word of the old form stands.
local function old_headings(report)
  local list = {}
  for section in report:found_sections() do
    if section.title ~= section.statutory_title and section.heading and text.test(section.title, old_sections) then list[#list + 1] = section end
  end
  return list
end

local function names(sections)
  local list = {}
  for index, section in ipairs(sections) do list[index] = words.both("“" .. text.trim(heading_text(section)) .. "”") end
  return words.list(list, 4)
end

rule {
  id = "STR-010", name = "old-outline", severity = "error",
  clauses = { "R711.50", "F21.form.sections", "F19.form.sections" },
  title = { zh = "沿用旧版结构", en = "The outline of before 2019" },
  message = {
    zh = "{names}是2018年以前的章节，2019年起的报告没有这样的部分。",
    en = "{names}: sections of the form used until 2018; reports since 2019 have none of that name.",
  },
  remedy = {
    zh = "按现行格式的六个部分重排：依申请公开的情况写进第一、三部分，收费写进第六部分，概述并入总体情况。",
    en = "Arrange the report in the six sections of the form: requests belong in sections one and three, fees in six, the introduction in one.",
  },
  explain = {
    zh = "只看一级标题；总体情况里的小标题“依申请公开情况”不算。章节错了表格往往也是旧的，请一并核对。",
    en = "Headings of the first level only; 依申请公开情况 within section one is fine. Tables are often old too: check them.",
  },
  needs = { "form" }, since = "1.1.0", tags = { "structure" },
  check = function(report, finding)
    local old = old_headings(report)
    if #old > 0 then finding:fail { at = old[1], quotes = { old[1].heading }, place = "outline", names = names(old) } end
  end,
  cases = {
    fails = {
      { heading = { requests = "三、依申请公开政府信息情况" }, severity = "error", expect = 1 },
      { replace = { { "## 六、其他需要报告的事项", "## 六、政府信息公开的收费及减免情况\n\n没有收费。\n\n## 七、其他需要报告的事项" } } },
      { heading = { overview = "一、概述" } },
    },
    passes = {
      {},
      { append = { overview = "（二）依申请公开情况" } },
      { heading = { requests = "三、收到和处理政府信息公开申请的情况" } },
    },
    not_run = { { year = 2017 } },
  },
}

local annex = [[^附|^名词解释]]

--- Whether the extra section at this order stands where a section of the form is missing: STR-001 has said that.
local function fills_a_gap(report, order)
  local absent = false
  for section in report:sections() do
    if not section.present then
      absent = true
    elseif section.order < order then
      absent = false
    else
      return absent
    end
  end
  return absent
end

rule {
  id = "STR-012", name = "extra-section", severity = "warning",
  clauses = { "F21.opening", "F21.form.sections", "F19.form.sections" },
  title = { zh = "多出一级章节", en = "A section beside the six" },
  messages = {
    default = {
      zh = "“{heading}”不是格式规定的六个部分之一。",
      en = "“{heading}” is none of the form's six sections.",
    },
    fee = {
      zh = "“{heading}”单独设了一个部分，信息处理费应当写在第六部分里。",
      en = "“{heading}” is a section of its own; the processing fee belongs in section six.",
    },
  },
  remedy = {
    zh = "把内容并入六个部分之一，例如下一步打算写进第五部分、信息处理费写进第六部分，再删去这个标题。",
    en = "Move its content into one of the six, plans into section five, the fee into section six, and remove the heading.",
  },
  explain = {
    zh = "格式规定六个部分，“不能遗漏，也不宜泛化”。附件、附表不算；顶替了缺失部分的标题由 STR-001 提示；旧版章节由 STR-010 提示。",
    en = "The form has six sections and no more. Annexes do not count; a heading in the place of a missing section is STR-001's, sections of the "
      .. "old form are STR-010's.",
  },
  needs = { "form" }, since = "1.1.0", tags = { "structure" },
  check = function(report, finding)
    for section in report:found_sections() do
      local extra = section.key == nil and section.heading ~= nil
      if extra and not text.test(section.title, annex) and not text.test(section.title, old_sections)
        and not fills_a_gap(report, section.order) then
        finding:fail {
          at = section, place = "section." .. section.title, heading = text.trim(heading_text(section)),
          message = text.contains(section.title, "处理费") and "fee" or nil,
        }
      end
    end
  end,
  cases = {
    fails = {
      { replace = { { "## 六、其他需要报告的事项", "## 六、其他需要报告的事项\n\n无。\n\n## 七、下一步打算" } }, severity = "warning", expect = 1 },
      {
        replace = { { "## 六、其他需要报告的事项", "## 六、信息处理费收取情况\n\n没有收取。\n\n## 七、其他需要报告的事项" } },
        expect = 1, says = "单独设了一个部分",
      },
      {
        why = "缺的是第六部分，多的在第五部分前面，顶替不了",
        replace = {
          { "## 五、存在的主要问题及改进情况", "## 五、信息处理费收取情况\n\n没有收取。\n\n## 六、存在的主要问题及改进情况" },
          { "## 六、其他需要报告的事项\n\n", "" },
        },
        expect = 1,
      },
    },
    passes = {
      {},
      { replace = { { "## 六、其他需要报告的事项", "## 六、其他需要报告的事项\n\n无。\n\n## 七、附件" } } },
      { replace = { { "## 六、其他需要报告的事项", "## 六、其他需要报告的事项\n\n无。\n\n## 七、名词解释" } } },
      { replace = { { "## 六、其他需要报告的事项\n\n", "## 六、下一步打算\n\n" } }, why = "顶替了第六部分" },
      { heading = { overview = "一、年度工作成效" }, why = "顶替了缺失的总体情况，由 STR-001 提示" },
      { replace = { { "## 六、其他需要报告的事项", "## 六、收费及减免情况\n\n没有收费。\n\n## 七、其他需要报告的事项" } }, why = "由 STR-010 提示" },
    },
    not_run = { { year = 2017 } },
  },
}
