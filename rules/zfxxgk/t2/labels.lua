-- Table 2: labels of rows, headings of blocks, the unit of the amount. Wrong column headings belong to T2-002, missing rows to T2-001.
-- Source: annexes of 〔2019〕60号 and 〔2021〕30号; labels as printed there.

local words = lib.words
local labels = lib.labels

--- False where the file tells no labels (canonical JSON without layout).
local function layout_known(report, finding)
  if report.proactive.layout_known then return true end
  finding:not_run { because = "layout" }
  return false
end

rule {
  id = "T2-021", name = "proactive-row-labels", severity = "info",
  clauses = { "F21.form.proactive", "F19.form.proactive" },
  title = { zh = "表二行名与样表不同", en = "Row labels of table 2 differ from the form" },
  message = {
    zh = "表二有{count}个行名与样表不同：{names}。",
    en = "Row labels of table 2 that differ from the form ({count}): {names}.",
  },
  remedy = {
    zh = "行名照抄样表。",
    en = "Copy the labels of the form.",
  },
  explain = {
    zh = "2021年格式是“行政规范性文件”，2019年格式是“规范性文件”，口径不同。空格、全角半角不计较。数据文件不带版式时无从检查。",
    en = "The 2021 form says 行政规范性文件, the 2019 form 规范性文件: they count different things. Spaces and width do not matter. A data file "
      .. "without layout cannot be checked.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "wording" },
  check = function(report, finding)
    if not layout_known(report, finding) then return end
    local sheet, wrong, first = report.proactive, {}, nil
    for row in sheet:rows("reworded") do
      local label, printed = row.label.text, labels.row(sheet, row.key)
      if not words.same_label(label, printed) then
        first = first or row
        wrong[#wrong + 1] = { zh = "“" .. label .. "”（应为“" .. printed .. "”）", en = "“" .. label .. "” for “" .. printed .. "”" }
      end
    end
    if #wrong > 0 then finding:fail { at = first, place = "proactive.labels", count = #wrong, names = words.list(wrong, 4) } end
  end,
  cases = {
    fails = {
      { replace = { { "行政规范性文件 |", "规范性文件 |" } } },
      { form = "2019", replace = { { "| 规范性文件 |", "| 行政规范性文件 |" } } },
    },
    passes = {
      { replace = { { "行政规范性文件 |", "行政规范性 文件 |" } } },
      { form = "2019" },
    },
    not_run = {
      { drop = "tables.proactive" },
      { drop = "layout", because = "layout" },
    },
  },
}

-- The words of a block's heading, wherever they stand in section two.
local function heading_pattern(block)
  local item = text.find(block, "（(.)）")[1]
  return [[第\s*二\s*十\s*条\s*第\s*[（(]?\s*]] .. item .. [[\s*[）)]?\s*项]]
end

local blocks = {}
for _, id in ipairs { "2019", "2021" } do
  local list = {}
  for _, sheet in ipairs(lib[id].tables) do
    for _, row in ipairs(sheet.key == "proactive" and sheet.rows or {}) do
      local last = list[#list]
      if not last or last.block ~= row.block then
        last = { block = row.block, pattern = heading_pattern(row.block), rows = {} }
        list[#list + 1] = last
      end
      last.rows[#last.rows + 1] = row.key
    end
  end
  blocks[id] = list
end

--- Whether a row of the block is there, and whether the heading was seen above one of them.
local function block_state(sheet, block)
  local present = false
  for _, key in ipairs(block.rows) do
    local row = sheet:row(key)
    if row.block_seen then return true, true end
    present = present or row.present
  end
  return present, false
end

rule {
  id = "T2-022", name = "proactive-item-headings", severity = "warning",
  clauses = { "F21.form.proactive", "F19.form.proactive" },
  title = { zh = "表二缺少“第二十条第（X）项”", en = "Item headings missing from table 2" },
  message = {
    zh = "表二缺少{count}处项目名称，或者写错了：{names}。",
    en = "Item headings of table 2 that are missing or wrong ({count}): {names}.",
  },
  remedy = {
    zh = "在每一块上面照样表写明“第二十条第（一）项”等，它说明这一块公开的依据。",
    en = "Head each block with its item of article 20 as in the form.",
  },
  explain = {
    zh = "样表每一块都有对应的条例条款项。写在表外同一部分里的也算。整块缺行的由 T2-001 提示；数据文件不带版式时无从检查。",
    en = "Every block names its item of the statute; outside the table, in the same section, it counts too. Missing rows belong to T2-001.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "wording" },
  check = function(report, finding)
    if not layout_known(report, finding) then return end
    local sheet, names = report.proactive, {}
    for _, block in ipairs(blocks[sheet.form]) do
      local present, seen = block_state(sheet, block)
      if present and not seen and not lib.narrative.search(report, block.pattern, "proactive") then
        names[#names + 1] = words.both("“" .. block.block .. "”")
      end
    end
    if #names > 0 then finding:fail { at = sheet, place = "proactive.blocks", count = #names, names = words.list(names, 5) } end
  end,
  cases = {
    fails = {
      { replace = { { "| 第二十条第（一）项 |", "| 项目 |" } } },
      { replace = { { "第二十条第（八）项", "第二十条第（七）项" } }, expect = 1 },
      { form = "2019", replace = { { "第二十条第（九）项", "" } } },
    },
    passes = {
      { replace = { { "第二十条第（五）项", "第二十条 第(五)项" } } },
      { replace = { { "第二十条第（五）项", "" } }, append = { proactive = "第二十条第（五）项见上表。" }, why = "写在表外" },
      { form = "2019" },
    },
    not_run = {
      { drop = "tables.proactive" },
      { drop = "layout", because = "layout" },
    },
  },
}

rule {
  id = "T2-023", name = "fee-unit-missing", severity = "info",
  clauses = { "F21.form.proactive" },
  title = { zh = "收费金额没有标明单位", en = "The fee's unit is not stated" },
  message = {
    zh = "表二列名“{header}”没有写单位，样表是“本年收费金额（单位：万元）”。",
    en = "The heading “{header}” of table 2 gives no unit; the form says 本年收费金额（单位：万元）.",
  },
  remedy = {
    zh = "列名补上“（单位：万元）”，并核对金额确实按万元填写。",
    en = "Add （单位：万元） to the heading and check that the amount is in 10,000 yuan.",
  },
  explain = {
    zh = "没有单位，读者分不清是元还是万元。单位写在金额旁边的也算有；列名还有别的不同的由 T2-002 提示。",
    en = "Without a unit yuan and 10,000 yuan are not told apart. A unit beside the amount will do; other differences belong to T2-002.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "wording" },
  applies = function(report) return report.proactive.form == "2021" end,
  check = function(report, finding)
    if not layout_known(report, finding) then return end
    local row = report.proactive:row("fees")
    local header = row:header("amount")
    if not header or text.contains(header.text, "元") or text.contains(row.amount.text or "", "元") then return end
    if not text.test(words.plain(header.text), [[收费金额]]) then
      finding:review { because = "T2-002" }
    else
      finding:fail { at = header, place = "proactive.unit", header = header }
    end
  end,
  cases = {
    fails = {
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额" } } },
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额（单位）" } } },
    },
    passes = {
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额（万元）" } } },
      { replace = { { "本年收费金额（单位：万元）", "本年收费金额" } }, change = { ["proactive.fees.amount"] = "1.25万元" } },
    },
    reviews = { { replace = { { "本年收费金额（单位：万元）", "收取数额" } }, why = "由 T2-002 提示" } },
    not_applicable = { { form = "2019" } },
    not_run = {
      { drop = "tables.proactive" },
      { drop = "layout", because = "layout" },
    },
  },
}
