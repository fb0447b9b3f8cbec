-- A unit whose report of one year is there several times.
-- Source: 条例 article 49 (a report a year); practice: totals need one set of figures a unit.

local revised = [[修订|修正|更正|补正|重报|终稿]]

--- For cases: a town's report and one whose title bears the word, with other figures.
local function again(word)
  return { reports = { {}, { title = "青石镇人民政府2024年政府信息公开工作年度报告（" .. word .. "）", change = { ["requests.new.total"] = 9 } } } }
end

rule {
  id = "COL-002", name = "unit-reported-twice", severity = "warning",
  clauses = { "R711.49", "PRACTICE.roster" }, ground = "practice",
  title = { zh = "一个单位有几份同一年的报告", en = "A unit has several reports of one year" },
  messages = {
    default = {
      zh = "{unit}有{count}份{year}年的报告，其中的数字不一样：{reports}。",
      en = "{unit} has {count} reports for {year} whose figures differ: {reports}.",
    },
    unread = {
      zh = "{unit}有{count}份{year}年的报告，{unread}个数字只在一份里读得出来，没有比；能比的没有不同：{reports}。",
      en = "{unit} has {count} reports for {year}; {unread} figures were read in one only and not compared, the others agree: {reports}.",
    },
    alike = {
      zh = "{unit}有{count}份{year}年的报告，表格里的数字一样，像是同一份的几种格式：{reports}。",
      en = "{unit} has {count} reports for {year} with the same figures, perhaps one in several formats: {reports}.",
    },
  },
  remedy = {
    zh = "先定以哪一份为准，只留那一份；是修改后重报的，在文件名里写上“修订”。",
    en = "Keep the one that counts; mark a corrected report as 修订 in its file name.",
  },
  explain = {
    zh = "同一单位同一年度有两份以上报告，汇总时不知道该用哪份的数。文件名或标题写明是修订、更正的不报；数字都相同的只作提示。有一份的表格没有读出来的，不说数字不同，只说有几个比不了。",
    en = "Nobody knows which figures to add up. Files that say that they are corrected are not named; where all figures agree it is a "
      .. "remark. Figures read in one report only are counted, and not called different.",
  },
  since = "1.1.0", tags = { "collection" },
  check = function(collection, finding)
    for unit in collection:units() do
      local list, marked, differ, unread = {}, false, 0, 0
      for report in unit:reports() do
        if not report.is_aggregate then
          marked = marked or text.test(report.path, revised) or (report.title and text.test(report.title, revised))
          if #list > 0 then
            local other, one_sided = report:differences(list[1])
            differ, unread = differ + other, unread + one_sided
          end
          list[#list + 1] = report
        end
      end
      if #list > 1 and not marked then
        local alike = differ == 0 and unread == 0
        finding:fail {
          at = unit, reports = list, unit = unit, count = #list, year = collection.year, unread = unread, place = "several",
          message = alike and "alike" or differ == 0 and "unread" or "default", severity = alike and "info" or "warning",
        }
      end
    end
  end,
  cases = {
    fails = {
      { reports = { {}, { change = { ["requests.new.total"] = 9 } } }, expect = 1, severity = "warning", says = "不一样" },
      { why = "三份", reports = { {}, {}, { change = { ["proactive.penalties.decisions"] = 13 } } }, says = "3份", severity = "warning" },
      { why = "数字一样", reports = { {}, {} }, expect = 1, severity = "info", says = "像是同一份的几种格式" },
      { why = "一份的表没有读出来", reports = { {}, { drop = "tables.requests" } }, severity = "warning", says = "175个数字只在一份里读得出来" },
      { why = "先读的一份没有读出来", reports = { { drop = "tables.requests" }, {} }, severity = "warning", says = "175个数字" },
      { why = "既有不同，又有没读出来的", reports = { {}, { drop = "tables.requests", change = { ["proactive.penalties.decisions"] = 13 } } }, says = "不一样" },
      { why = "别名", roster = { { name = "青石镇人民政府", aliases = { "青石镇政府" } } }, reports = { {}, { name = "青石镇政府" } }, expect = 1 },
    },
    passes = {
      { reports = { {}, { name = "白溪镇人民政府" } } },
      { why = "上年的不算", reports = { {} }, before = { {} } },
      again("修订"), again("修正"), again("更正"), again("补正"), again("重报"), again("终稿"),
      { why = "文件名写明修订", reports = { {}, { file = "青石镇2024年（修订）.md", change = { ["requests.new.total"] = 9 } } } },
      { why = "汇总与本级各一份", reports = { { name = "枫林县人民政府" } }, aggregate = { name = "枫林县人民政府", times = 3 } },
    },
  },
}
