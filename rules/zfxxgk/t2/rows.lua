-- Table 2: its rows and its header.
-- Source: annexes of 〔2019〕60号 and 〔2021〕30号; labels as printed there.

local words = lib.words
local labels = lib.labels

rule {
  id = "T2-001", name = "proactive-row-missing", severity = "error",
  clauses = { "F21.form.proactive", "F19.form.proactive", "R711.50.1", "CQ19" },
  title = { zh = "表二缺行", en = "Rows missing from table 2" },
  message = {
    zh = "表二缺少{count}行：{names}。",
    en = "Rows missing from table 2 ({count}): {names}.",
  },
  remedy = {
    zh = "按样表补上缺少的行；没有发生的填0，不能删行。",
    en = "Add the rows of the form; what did not happen is 0, rows may not be left out.",
  },
  explain = {
    zh = "样表的行一行也不能少，没有规章制定权的机关也要保留“规章”行并填0。“规范性文件”等相近写法认作原行。",
    en = "No row of the form may be missing: bodies without rule-making power keep the row 规章 and fill in 0. Close wordings of a label are "
      .. "taken for the row.",
  },
  needs = { "table:proactive" }, since = "1.0.0", tags = { "table" },
  check = function(report, finding)
    local missing = lib.shape.missing_rows(report.proactive)
    if #missing > 0 then
      finding:fail { at = report.proactive, place = "proactive.rows", count = #missing, names = words.list(missing, 8) }
    end
  end,
  cases = {
    fails = {
      { drop = "tables.proactive.coercion" },
      { drop = { "tables.proactive.regulations", "tables.proactive.fees" }, expect = 1 },
      { form = "2019", drop = "tables.proactive.procurement" },
    },
    passes = {
      {},
      { form = "2019" },
      { replace = { { "行政规范性文件 |", "规范性文件 |" } }, why = "行名写法相近" },
    },
    not_run = { { drop = "tables.proactive" } },
  },
}

--- A heading without its unit, where that is 万元: a missing one belongs to T2-023, another one changes what is counted.
local function but_for_unit(heading) return text.find(heading, [[^(.*?)(?:单位)?(?:万元)?$]])[1] end

--- Headings that stand over two columns: of 本年新⏎制作数量 and 本年新⏎公开数量 a program that copied the page kept the first lines.
local function halved(sheet)
  local over, twice = {}, {}
  for cell in sheet:cells("reheaded") do
    local words_over = cell.row:header(cell.column.key).text
    twice[words_over] = twice[words_over] or (over[words_over] and over[words_over] ~= cell.column.key)
    over[words_over] = cell.column.key
  end
  return twice
end

rule {
  id = "T2-002", name = "proactive-header", severity = "warning",
  clauses = { "F21.form.proactive", "F19.form.proactive" },
  title = { zh = "表二列名与样表不符", en = "Header of table 2 differs from the form" },
  message = {
    zh = "表二的列名与样表不符：{names}。",
    en = "Table 2 has other column headings than the form: {names}.",
  },
  remedy = {
    zh = "列名改回样表的写法，不增加列。",
    en = "Put the form's headings back and add no columns.",
  },
  explain = {
    zh = "列名不同，数字的口径就说不清。换行、空格、全角半角和单位写法不计较。数据文件不带版式时无从检查。",
    en = "With other headings nobody knows what is counted. Line breaks, spaces, width and the unit do not matter. A data file without layout "
      .. "cannot be checked.",
  },
  needs = { "table:proactive" }, since = "1.0.0", tags = { "table", "wording" },
  check = function(report, finding)
    local sheet = report.proactive
    if not sheet.layout_known then
      finding:not_run { because = "layout" }
      return
    end
    local wrong, seen, first, halves = {}, {}, nil, halved(sheet)
    for cell in sheet:cells("reheaded") do
      local header, printed = cell.row:header(cell.column.key), labels.column(sheet, cell.column.key)
      if not seen[header.text] then
        local written, expected = words.plain(header.text), words.plain(printed)
        if but_for_unit(written) ~= but_for_unit(expected) and not (halves[header.text] and text.starts(expected, written))
          and (not text.starts(written, expected) or not text.test(written, [[元$]])) then
          seen[header.text] = true
          first = first or header
          wrong[#wrong + 1] = {
            zh = "“" .. header.text .. "”（应为“" .. printed .. "”）",
            en = "“" .. header.text .. "” for “" .. printed .. "”",
          }
        end
      end
    end
    if #wrong > 0 then
      finding:fail { at = first, place = "proactive.header", names = words.list(wrong, 5) }
    end
  end,
  cases = {
    fails = {
      { replace = { { "本年制发件数", "本年（2024）制发件数" } } },
      { replace = { { "本年制发件数", "本年（2024）制发件数" }, { "本年废止件数", "本年（2024）废止件数" } }, says = "废止件数" },
      { replace = { { "现行有效件数", "先行有效件数" } } },
      { replace = { { "本年制发件数", "今年" }, { "本年废止件数", "今年" } } }, { replace = { { "本年制发件数", "本年" } } },
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额（单位：元）" } } },
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额（元）以上" } } },
      { replace = { { "本年收费金额（单位：万元）", "全年收费（单位：万元）" } } },
    },
    passes = {
      { replace = { { "本年制发件数", "本年制发 件数" } } },
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额(单位:万元)" } } },
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额（万元）" } } },
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额" } }, why = "由 T2-023 提示" },
      { replace = { { "本年制发件数", "本年" }, { "本年废止件数", "本年" } }, why = "从网页复制时丢了表头的第二行" },
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额（单位：万元）合计单位元" } }, why = "单位另有说明" },
    },
    not_run = {
      { drop = "tables.proactive" },
      { drop = "layout", because = "layout" },
    },
  },
}
