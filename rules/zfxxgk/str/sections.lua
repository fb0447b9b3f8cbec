-- Sections: all six, in order, once each.
-- Source: 条例 article 50; annexes of 〔2019〕60号 and 〔2021〕30号. Table 3's rows begin 一、二、三、四、 too; the binder never takes
-- them for headings, nor the preamble's sentence that lists the six parts.

local function heading(section)
  return section.heading and section.heading.text or (section.number or "") .. "、" .. section.statutory_title
end

rule {
  id = "STR-001", name = "section-missing", severity = "error",
  clauses = { "R711.50", "F21.opening", "F21.form.sections", "F19.form.sections" },
  title = { zh = "缺少法定章节", en = "A statutory section is missing" },
  messages = {
    default = {
      zh = "没有找到第{number}部分“{section_title}”。",
      en = "Section {number}, “{section_title}”, was not found.",
    },
    glued = {
      zh = "有{count}个部分的标题没有单独成行（如“{first}”），无法按部分检查，请人工核对。",
      en = "Section headings do not stand on lines of their own ({count} of them, such as “{first}”), so sections cannot be told; please check.",
    },
  },
  remedy = {
    zh = "补上标题“{number}、{section_title}”和这一部分的内容；没有可写的也要保留标题，写明“无”。",
    en = "Add the heading “{number}、{section_title}” and its content; where there is nothing to report, keep the heading and say so.",
  },
  explain = {
    zh = "年度报告的六个部分由条例第五十条和格式文件规定，缺一不可。先按序号和关键词认标题，序号丢失时按关键词认。",
    en = "The six sections are laid down by article 50 and the form. Headings are recognised by number and keyword, or by keyword alone.",
  },
  needs = { "form" }, since = "1.0.0", tags = { "structure" },
  check = function(report, finding)
    local missing, found, glued, first = {}, 0, 0, nil
    for section in report:sections() do
      local inside = not section.present and report:contains(section.number .. "、" .. section.statutory_title)
      if section.present then
        found = found + 1
      elseif inside then
        glued, first = glued + 1, first or inside
      else
        missing[#missing + 1] = section
      end
    end
    local run_together = glued > 0 and found == 0 -- then the other headings may be worded otherwise in there
    for _, section in ipairs(run_together and {} or missing) do
      finding:fail { at = section, place = section.key, number = section.number, section_title = section.statutory_title }
    end
    if glued > 0 then
      finding:review {
        at = first, place = "headings", message = "glued", count = glued, first = first,
        remedy = {
          zh = "让每个部分的标题单独成行；网页抓取的文字请换用原来的文件。",
          en = "Give every heading a line of its own; instead of text taken from a web page use the original file.",
        },
      }
    end
  end,
  cases = {
    fails = {
      { drop = "sections.other", expect = 1 },
      { drop = { "sections.problems", "sections.overview" }, expect = 2 },
      {
        why = "一个标题粘连在段中，另一个确实没有",
        drop = { "sections.problems", "sections.other" }, append = { overview = "情况如上。六、其他需要报告的事项无。" }, says = "problems",
      },
      { markdown = "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n我镇按要求公开信息。\n", expect = 6, why = "一个标题也没有" },
    },
    passes = {
      {},
      { form = "2019" },
      { heading = { overview = "一、 总体情况" }, why = "空格不影响" },
      { heading = { problems = "存在的主要问题及改进情况" }, why = "自动编号丢失，只剩标题文字" },
    },
    reviews = {
      {
        why = "网页文字粘连，标题没有单独成行",
        drop = { "sections.problems", "sections.other" },
        append = { overview = "情况如上。五、存在的主要问题及改进情况一是公开栏更新慢。六、其他需要报告的事项无。" },
      },
      {
        why = "全文只有一段，标题都粘在里面，有一个写法还不同",
        markdown = "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n一、总体情况全年公开政府信息126条。二、主动公开政府信息情况见表。"
          .. "三、收到和处理政府信息公开申请情况见表。四、政府信息公开行政复议、行政诉讼情况无。五、问题公开栏更新慢。六、其他需要报告的事项无。\n",
      },
      { why = "只有一个标题粘连", drop = "sections.other", append = { problems = "情况如上。六、其他需要报告的事项无。" } },
      { markdown = "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n一、总体情况我镇按要求公开信息，其余各部分从略。\n" },
    },
    not_run = { { year = 2017, why = "2018年及以前没有统一格式" } },
  },
}

rule {
  id = "STR-002", name = "section-order", severity = "error",
  clauses = { "F21.form.sections", "F19.form.sections" },
  title = { zh = "章节顺序错误", en = "Sections are out of order" },
  message = {
    zh = "“{early}”排在了“{late}”前面，应在它之后。",
    en = "“{early}” stands before “{late}”; it belongs after it.",
  },
  remedy = {
    zh = "按一至六的顺序调整各部分的位置。",
    en = "Put the sections in the order one to six.",
  },
  explain = {
    zh = "格式文件规定了六个部分的先后。只看正文标题，前言里列出的六个部分和目录不算。",
    en = "The form fixes the order of the sections. Only headings of the body count, not the preamble's list and not a table of contents.",
  },
  needs = { "form" }, since = "1.0.0", tags = { "structure" },
  check = function(report, finding)
    local latest
    for section in report:sections() do
      if section.present then
        if latest and section.order < latest.order then
          finding:fail { at = latest, quotes = { section.heading }, place = latest.key, early = heading(latest), late = heading(section) }
          return
        end
        latest = section
      end
    end
  end,
  cases = {
    fails = {
      {
        expect = 1,
        replace = {
          { "## 五、存在的主要问题及改进情况", "## 六、其他需要报告的事项" },
          { "## 六、其他需要报告的事项\n\n全年未收取", "## 五、存在的主要问题及改进情况\n\n全年未收取" },
        },
      },
      {
        markdown = [[
# 青石镇人民政府2024年政府信息公开工作年度报告

## 二、主动公开政府信息情况

见表。

## 一、总体情况

全年主动公开政府信息126条。
]],
      },
    },
    passes = {
      {},
      {
        why = "前言列出六个部分，不是标题",
        text = { overview = "本报告由总体情况、主动公开政府信息情况、其他需要报告的事项、存在的主要问题及改进情况等部分组成。" },
      },
    },
    not_run = { { year = 2017 } },
  },
}

rule {
  id = "STR-003", name = "section-duplicate", severity = "warning",
  clauses = { "F21.form.sections", "F19.form.sections" },
  title = { zh = "章节重复", en = "A section stands twice" },
  message = {
    zh = "第{number}部分“{section_title}”的标题出现了{count}次。",
    en = "The heading of section {number}, “{section_title}”, is there more than once ({count} times).",
  },
  remedy = {
    zh = "合并或删去重复的部分，每个部分只保留一处。",
    en = "Merge the copies or remove one: each section stands once.",
  },
  explain = {
    zh = "重复的章节多半是粘贴时留下的，读者不知以哪一处为准。目录行（带点线或页码）不算。",
    en = "A repeated section is usually left from pasting, and nobody knows which copy holds. Lines of a table of contents do not count.",
  },
  needs = { "form" }, since = "1.0.0", tags = { "structure" },
  check = function(report, finding)
    for section in report:sections() do
      local copies = section.present and section.copies or 0
      if copies > 0 then
        finding:fail {
          at = section.second, quotes = { section.heading }, place = section.key,
          number = section.number, section_title = section.statutory_title, count = copies + 1,
        }
      end
    end
  end,
  cases = {
    fails = {
      { replace = { { "## 六、其他需要报告的事项", "## 五、存在的主要问题及改进情况\n\n同上。\n\n## 六、其他需要报告的事项" } } },
      { replace = { { "## 二、主动公开政府信息情况", "## 一、总体情况\n\n情况同上。\n\n## 二、主动公开政府信息情况" } } },
    },
    passes = {
      {}, { form = "2019" },
      { replace = { { "## 一、总体情况\n", "## 一、总体情况……………1\n\n## 一、总体情况\n" } }, why = "目录" },
      { replace = { { "## 一、总体情况\n", "## 一、总体情况 1\n\n## 一、总体情况\n" } }, why = "目录，只有页码" },
      { replace = { { "## 六、其他需要报告的事项\n", "## 五、存在的主要问题及改进情况 12\n\n## 六、其他需要报告的事项\n" } }, why = "页码在后" },
    },
    not_run = { { year = 2017 } },
  },
}
