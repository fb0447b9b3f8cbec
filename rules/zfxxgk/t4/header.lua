-- Table 4: the header above its fifteen figures.
-- Source: annexes of 〔2019〕60号 and 〔2021〕30号. Files flatten this header in many ways; only what is missing or renamed is said.

local cells = lib.cells
local words = lib.words
local labels = lib.labels
local shape = lib.shape

--- “行政复议”的“结果维持”
local function both_names(row, column)
  local group, name = words.name(row), words.name(column)
  return { zh = "“" .. group.zh .. "”的“" .. name.zh .. "”", en = "“" .. name.en .. "” of “" .. group.en .. "”" }
end

rule {
  id = "T4-011", name = "disputes-header", severity = "warning",
  clauses = { "F21.form.disputes", "F19.form.disputes" },
  title = { zh = "表四表头缺项或写法不符", en = "Header of table 4 lacks parts or differs from the form" },
  messages = {
    default = {
      zh = "表四表头有{count}处与样表不符：{names}。",
      en = "Headings of table 4 that differ from the form ({count}): {names}.",
    },
    missing = {
      zh = "表四表头缺少{count}项：{names}。",
      en = "Parts missing from the header of table 4 ({count}): {names}.",
    },
  },
  remedy = {
    zh = "表头照样表：行政复议、未经复议直接起诉、复议后起诉三组，每组结果维持、结果纠正、其他结果、尚未审结、总计。",
    en = "Copy the form's header: three groups, each with upheld, corrected, other, pending and total.",
  },
  explain = {
    zh = "表头不全，数字归哪一组就说不清。表头折行、分行、跨页都不计较。数据文件不带版式时只看缺组。",
    en = "Without its header nobody knows which group a figure belongs to. Wrapped or broken headers do not matter.",
  },
  needs = { "table:disputes" }, since = "1.0.0", tags = { "table", "wording" },
  check = function(report, finding)
    local sheet = report.disputes
    local missing = shape.missing_rows(sheet)
    for _, name in ipairs(shape.missing_columns(sheet)) do missing[#missing + 1] = name end
    if #missing > 0 then
      finding:fail { at = sheet, place = "disputes.header", message = "missing", count = #missing, names = words.list(missing, 8) }
      return
    end
    if #cells.pick(sheet, { "reheaded", "headless", "missing" }) == 0 then return end
    local wrong, first, unseen = {}, nil, {}
    for row in sheet:rows() do
      local lost, seen = {}, false
      for column in sheet:columns() do
        local header, printed = row:header(column), labels.column(sheet, column.key)
        seen = seen or header ~= nil
        if row[column.key].kind == "missing" then
          unseen[#unseen + 1] = both_names(row, column)
        elseif not header then
          lost[#lost + 1] = both_names(row, column)
        elseif not words.same_label(header.text, printed) then
          first = first or header
          wrong[#wrong + 1] = {
            zh = "“" .. header.text .. "”（应为“" .. printed .. "”）",
            en = "“" .. header.text .. "” for “" .. printed .. "”",
          }
        end
      end
      if seen then table.move(lost, 1, #lost, #unseen + 1, unseen) end
    end
    if #unseen > 0 then
      finding:fail { at = sheet, place = "disputes.header", message = "missing", count = #unseen, names = words.list(unseen, 8) }
    elseif #wrong > 0 then
      finding:fail { at = first, place = "disputes.header", count = #wrong, names = words.list(wrong, 4) }
    end
  end,
  cases = {
    fails = {
      { drop = "tables.disputes.suit_after_reconsideration" },
      { drop = { "tables.disputes.direct_suit", "tables.disputes.suit_after_reconsideration" }, expect = 1 },
      { replace = { { "尚未审结 | 总计 |\n", "尚未结案 | 总计 |\n" } }, expect = 1 },
      { drop = "tables.disputes.direct_suit.pending", expect = 1 },
      { replace = { { "其他结果 | 尚未审结 | 总计 |\n", "其它结果 | 尚未审结 | 总计 |\n" } }, says = "其它结果", expect = 1 },
    },
    passes = {
      {}, { form = "2019" },
      { replace = { { "尚未审结 | 总计 |\n", "尚未 审结 | 总计 |\n" } } },
      { drop = "layout.disputes", why = "没有表头信息" },
    },
    not_run = { { drop = "tables.disputes" } },
  },
}
