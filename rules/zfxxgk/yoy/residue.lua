-- What was left over in last year's report and is left over again: a sign that the file was copied without being read.
-- Source: the case of 2011 (DG11); published reports.

-- Left-overs: markup, doubled marks, blanks to be filled in, empty brackets.
local residue = [[(?x) &(?:nbsp|lt|gt|amp|quot|ldquo|rdquo);? | </?(?:p|br|span|div|td|tr|table|font|strong|o:p)\b[^<>]{0,60}>
  | [。，；：]{2,} | 、{2,} | [，、；：]。 | _{3,} | [XＸ×]{2,} | 某(?:镇|乡|县|区|局|街道|单位) | （\s*） | 《\s*》 | 待(?:补充|核实|定)）]]
-- One of these stands wherever the pattern matches: looking for them first costs a tenth of the search.
local signs = {
  "&", "<", "。。", "，，", "；；", "：：", "、、", "，。", "、。", "；。", "：。", "。，", "。；", "；，", "，；", "：，", "，：", "__", "XX", "Ｘ", "××", "某",
  "（）", "（ ", "（　", "《》", "《 ", "待补充", "待核实", "待定",
}
local context = 8 -- characters before it that must be the same, so that it is the same place

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
    local any = false
    for _, sign in ipairs(signs) do any = any or report:contains(sign) ~= nil end
    if not any then return end
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
      {
        append = { overview = "政务公开栏由各村专人管理。。每月更新。" },
        prior = { append = { overview = "政务公开栏由各村专人管理。。每季度更新。" } }, expect = 1,
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
      { why = "已经改好", prior = { append = { overview = "政务公开栏由各村专人管理。。每季度更新。" } } },
    },
    not_run = { {} },
  },
}
