-- What was left over in last year's report and is left over again: a sign that the file was copied without being read.
-- Source: the case of 2011 (DG11); published reports.

-- Left-overs: markup, doubled marks, blanks to be filled in, empty brackets. Plain words, so that a report without them is not searched.
local residue = [[(?x)
  &nbsp | &lt | &gt | &amp | &quot | <br | <p> | </p> | <span | </span | <div | </div | <font | </font | 。。 | ，，
  | ；； | ：： | 、、 | ，。 | 、。 | ；。 | ：。 | ___ | XX | ×× | 某镇 | 某乡 | 某县 | 某区 | 某局 | 某街道 | 某单位 | （） | 《》 | 待补充 | 待核实
  | 待定）]]
local context = 8 -- characters before it that must be the same, so that it is the same place

-- One sentence for each left-over, for the cases.
local sentences = text.split([[
第甲项工作按时完成&nbsp后面是甲项的说明。
第乙项工作按时完成&lt后面是乙项的说明。
第丙项工作按时完成&gt后面是丙项的说明。
第丁项工作按时完成&amp后面是丁项的说明。
第戊项工作按时完成&quot后面是戊项的说明。
第己项工作按时完成<br后面是己项的说明。
第庚项工作按时完成<p>后面是庚项的说明。
第辛项工作按时完成</p>后面是辛项的说明。
第壬项工作按时完成<span后面是壬项的说明。
第癸项工作按时完成</span后面是癸项的说明。
第子项工作按时完成<div后面是子项的说明。
第丑项工作按时完成</div后面是丑项的说明。
第寅项工作按时完成<font后面是寅项的说明。
第卯项工作按时完成</font后面是卯项的说明。
第辰项工作按时完成。。后面是辰项的说明。
第巳项工作按时完成，，后面是巳项的说明。
第午项工作按时完成；；后面是午项的说明。
第未项工作按时完成：：后面是未项的说明。
第申项工作按时完成、、后面是申项的说明。
第酉项工作按时完成，。后面是酉项的说明。
第戌项工作按时完成、。后面是戌项的说明。
第亥项工作按时完成；。后面是亥项的说明。
第天项工作按时完成：。后面是天项的说明。
第地项工作按时完成___后面是地项的说明。
第玄项工作按时完成XX后面是玄项的说明。
第黄项工作按时完成××后面是黄项的说明。
第宇项工作按时完成某镇后面是宇项的说明。
第宙项工作按时完成某乡后面是宙项的说明。
第洪项工作按时完成某县后面是洪项的说明。
第荒项工作按时完成某区后面是荒项的说明。
第日项工作按时完成某局后面是日项的说明。
第月项工作按时完成某街道后面是月项的说明。
第盈项工作按时完成某单位后面是盈项的说明。
第昃项工作按时完成（）后面是昃项的说明。
第辰项工作按时完成《》后面是辰项的说明。
第宿项工作按时完成待补充后面是宿项的说明。
第列项工作按时完成待核实后面是列项的说明。
第张项工作按时完成待定）后面是张项的说明。]], "\n")

rule {
  id = "YOY-030", name = "residue-of-last-year", severity = "info",
  clauses = { "DG11", "STD.text" },
  title = { zh = "上年的残留原样还在", en = "A left-over of last year is still there" },
  message = {
    zh = "“{words}”里的“{residue}”，上年报告同一句里就有，没有清理。",
    en = "“{residue}” in “{words}” stood in the same sentence of last year's report.",
  },
  remedy = {
    zh = "改正这一处，并通读全文，看还有没有照搬上年而没有更新的内容。",
    en = "Correct it, and read the whole text for what else was taken over from last year unrevised.",
  },
  explain = {
    zh = "网页代码、重复的标点、没有填的空、空括号之类，连同前面的几个字与上年报告相同，说明这一段是从上年报告复制的。",
    en = "Markup, doubled marks, blanks, empty brackets and the like that stand, with the words before them, in last year's report too: the "
      .. "passage was copied from there.",
  },
  needs = { "prior" }, since = "1.1.0", tags = { "year-to-year", "text" },
  check = function(report, finding)
    for found in report:search(residue) do
      local words = found:before(context) .. found.text
      local before = text.len(words) > text.len(found.text) and report.prior:contains(words)
      if before then
        finding:fail { at = found, quotes = { before }, place = (found.section or "preamble") .. ".residue", words = words, residue = found.text }
      end
    end
  end,
  cases = {
    fails = {
      { each = { overview = sentences }, prior = { text = { overview = sentences } }, expect = 1 },
      {
        append = { overview = "政务公开栏由各村专人管理。。每月更新。" },
        prior = { append = { overview = "政务公开栏由各村专人管理。。每季度更新。" } }, expect = 1, says = "overview.residue",
      },
      {
        append = { other = "咨询电话：&nbsp;0350-1234567。" },
        prior = { append = { other = "咨询电话：&nbsp;0350-1234567。" } },
      },
    },
    passes = {
      { prior = true },
      { append = { overview = "政务公开栏由各村专人管理。。每月更新。" }, prior = true },
      {
        why = "不是同一处",
        append = { overview = "政务公开栏由各村专人管理。。每月更新。" }, prior = { append = { overview = "工作人员参加培训三次。。效果良好。" } },
      },
      {
        why = "前面没有字，看不出是同一处",
        append = { overview = "。。每月更新。" }, prior = { append = { overview = "工作人员参加培训三次。。效果良好。" } },
      },
      { why = "已经改好", prior = { append = { overview = "政务公开栏由各村专人管理。。每季度更新。" } } },
    },
    not_run = { {} },
  },
}
