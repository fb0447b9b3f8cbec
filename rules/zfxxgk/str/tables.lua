-- Tables: one in each of sections two, three and four, and the note that table 3 prints.
-- Source: annexes of 〔2019〕60号 and 〔2021〕30号.

-- `flattened`: words of the table that are left in the running text where its lines could not be put together again.
local tables = {
  { key = "proactive", zh = "表二（主动公开政府信息情况）", en = "table 2 (proactive disclosure)", flattened = [[本年制发件数|对外公开总数|本年处理决定数量]] },
  { key = "requests", zh = "表三（收到和处理政府信息公开申请情况）", en = "table 3 (requests)", flattened = [[新收政府信息公开申请数量|结转下年度继续办理]] },
  { key = "disputes", zh = "表四（行政复议、行政诉讼情况）", en = "table 4 (reconsiderations and lawsuits)", flattened = [[复议后起诉|直接起诉|结果维持|尚未审结]] },
}

--- Words that send the reader to a file or a picture instead of a table.
local elsewhere = [[附件|附表|见附|下载|点击|\.(?:docx?|xlsx?|pdf|jpe?g|png)|图片]]

--- What readers say of a table that they saw and could not take apart, and whether they know in which section it stands.
local unread = {
  loose_table = "here", spaced_table = "here", stacked_table = "here", table_without_lines = "here", table_cut_off = "here",
  tables_not_read = "anywhere",
}

local function seen_unread(report, section)
  for notice in report:notices() do
    local where = unread[notice.kind]
    if where == "anywhere" or (where and notice.quote.section == section.key) then return true end
  end
  return false
end

rule {
  id = "STR-021", name = "table-missing", severity = "error",
  clauses = {
    "R711.50.1", "R711.50.2", "R711.50.3", "F21.form.proactive", "F21.form.requests", "F21.form.disputes", "F19.form.proactive",
    "F19.form.requests", "F19.form.disputes", "CQ19",
  },
  title = { zh = "缺少表格", en = "A statutory table is missing" },
  messages = {
    default = {
      zh = "第{number}部分没有找到{what}。",
      en = "Section {number} has no {what}.",
    },
    image = {
      zh = "第{number}部分没有找到可以读取的{what}，请确认表格不是图片或附件。",
      en = "No readable {what} was found in section {number}; please make sure that the table is no picture or attachment.",
    },
    unread = {
      zh = "第{number}部分有表格，但读不出{what}（可能没有框线、列太窄、文字粘连或行列散乱），请人工核对。",
      en = "Section {number} has a table, but {what} could not be read from it (no lines, narrow columns, run together, in disorder); please check it by hand.",
    },
  },
  remedy = {
    zh = "按格式文件的样表补上{what}，用可以复制的文字表格；没有发生的填0。",
    en = "Add {what} from the form as a real table; what did not happen is 0.",
  },
  explain = {
    zh = "第二、三、四部分就是三张表，只有文字不算。表格做成图片或放在附件里，公众和机器都无法读取，提示为警告。"
      .. "看到了表格却读不出（没有框线、分不清行列）时，请人核对。",
    en = "Sections two to four are the three tables; a narrative does not replace them. A table that is a picture or an attachment "
      .. "cannot be read or searched and is a warning. Where a table was seen and could not be taken apart (no lines, columns that cannot be told), a "
      .. "person is asked to look.",
  },
  needs = { "form" }, since = "1.0.0", tags = { "structure", "table" },
  check = function(report, finding)
    for _, what in ipairs(tables) do
      local section = report:section(what.key)
      if not report:table(what.key) then
        local values = { at = section, place = "tables." .. what.key, number = section.number, what = { zh = what.zh, en = what.en } }
        if not section.present then
          finding:not_run { because = "STR-001" }
        elseif #lib.shape.glued(report, what.key) > 0 then
          finding:review { because = "FMT-032" }
        elseif section.has_table or seen_unread(report, section) or lib.narrative.search(section, what.flattened) then
          values.message = "unread"
          finding:review(values)
        elseif section.has_image or lib.narrative.search(section, elsewhere) then
          values.message, values.severity = "image", "warning"
          finding:fail(values)
        else
          finding:fail(values)
        end
      end
    end
  end,
  cases = {
    fails = {
      { drop = "tables.requests", expect = 1, severity = "error" },
      { drop = "tables.proactive", text = { proactive = "全年制发规范性文件2件。" }, severity = "error" },
      { drop = "tables.disputes", text = { disputes = "本部分表格见附件。" }, severity = "warning" },
      { drop = "tables.disputes", each = { disputes = {
        "本部分表格见附件。", "本部分表格列于附表。", "表格见附页。", "请下载查看。", "点击查看。", "详见统计表.xlsx。", "以图片形式发布。",
      } }, severity = "warning" },
      { drop = "tables.disputes", text = { disputes = "附件另行公布。" }, severity = "warning" },
      { drop = "tables.disputes", notices = { "page_number", "loose_table" }, severity = "error", why = "别处的表格" },
    },
    passes = { {}, { form = "2019" } },
    reviews = {
      { drop = "tables.disputes", text = { disputes = "行政复议结果维持结果纠正其他结果尚未审结总计100120" }, because = "FMT-032", why = "表格粘连成一行，读不出来" },
      { drop = "tables.disputes", each = { disputes = { "复议后起诉100120", "未经直接起诉100120", "结果维持100120", "尚未审结100120" } } },
      { drop = "tables.proactive", each = { proactive = { "规章本年制发件数000", "规范性文件对外公开总数12", "行政许可本年处理决定数量36" } } },
      { drop = "tables.requests", each = { requests = { "一、本年新收政府信息公开申请数量5200108", "四、结转下年度继续办理1000001" } } },
      { drop = "tables.disputes", text = { disputes = "本部分表格见附件。" }, notices = { "tables_not_read" }, expect = 1, says = "读不出" },
      { drop = "tables.disputes", text = { disputes = "行政复议：结果维持 1，结果纠正 0，共 2" }, why = "有表格的文字，读不出来" },
      { drop = "tables.requests", with = "新收政府信息公开申请数量 结转下年度继续办理", text = { requests = "本年{}：自然人 5，企业 2，共 8" } },
    },
    not_run = { { drop = { "sections.disputes", "tables.disputes" }, why = "缺章节由 STR-001 提示" }, { year = 2017 } },
  },
}

rule {
  id = "STR-025", name = "relation-note-missing", severity = "info",
  clauses = { "F21.form.requests.note" },
  title = { zh = "表三缺少勾稽关系注", en = "Table 3 lacks its note on what must tie" },
  message = {
    zh = "表三左上角没有看到格式规定的勾稽关系注。",
    en = "The note that the form prints in table 3's corner was not found.",
  },
  remedy = {
    zh = "在表三左上角补上：（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）。",
    en = "Add the note in the corner of table 3: （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）.",
  },
  explain = {
    zh = "注写在表内、表题或表旁的段落里都算。数据文件不带版式时无从检查。",
    en = "The note may stand in the table, its caption or a paragraph beside it. A data file without layout cannot be checked.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table" },
  check = function(report, finding)
    local sheet = report.requests
    if not sheet.layout_known then
      finding:not_run { because = "layout" }
    elseif not sheet.note_seen and not report:contains("第一项加第二项之和", "requests") then
      finding:fail { at = sheet, place = "requests" }
    end
  end,
  cases = {
    fails = {
      { layout = { requests = { labels = { new = "一、本年新收政府信息公开申请数量" } } } },
      { form = "2019", layout = { requests = { labels = { new = "一、本年新收政府信息公开申请数量" }, note = "" } } },
    },
    passes = {
      {},
      { form = "2019" },
      {
        why = "注写在表外的段落里",
        layout = { requests = { labels = { new = "一、本年新收政府信息公开申请数量" } } },
        text = { requests = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）" },
      },
    },
    not_run = {
      { drop = "tables.requests" },
      { drop = "layout", because = "layout" },
    },
  },
}
