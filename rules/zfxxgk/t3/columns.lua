-- Table 3: its seven columns, and seven figures in every row.
-- Source: annexes of 〔2019〕60号 and 〔2021〕30号. One defect is said once: columns (T3-007), then the number of figures (T3-021), then
-- sums (T3-001).

local words = lib.words
local labels = lib.labels
local shape = lib.shape

--- Labels that are not the printed ones. Their columns were found by their place.
local function renamed_columns(sheet)
  local list = {}
  for column in sheet:columns() do
    local label, printed = column.label, labels.column(sheet, column.key)
    if label and not words.same_label(label.text, printed) then
      list[#list + 1] = { zh = "“" .. label.text .. "”（应为“" .. printed .. "”）", en = "“" .. label.text .. "” for “" .. printed .. "”" }
    end
  end
  return list
end

--- For the cases: every cell of a column.
local function cells_of(column)
  local list = {}
  for _, sheet in ipairs(lib["2021"].tables) do
    for _, row in ipairs(sheet.key == "requests" and sheet.rows or {}) do list[#list + 1] = "tables.requests." .. row.key .. "." .. column end
  end
  return list
end

rule {
  id = "T3-007", name = "requests-columns", severity = "error",
  clauses = { "F21.form.requests", "F19.form.requests" },
  title = { zh = "表三缺列或列序错误", en = "Columns of table 3 missing or out of order" },
  messages = {
    default = {
      zh = "表三缺少{count}列：{names}，应有七列数字。",
      en = "Columns missing from table 3 ({count}): {names}; it has seven columns of figures.",
    },
    order = {
      zh = "表三各列的先后与样表不同，数字可能填错列。",
      en = "The columns of table 3 stand in another order than in the form; figures may be in the wrong column.",
    },
    label = {
      zh = "表三有{count}个列名与样表不同：{names}。",
      en = "Column labels of table 3 that differ from the form ({count}): {names}.",
    },
  },
  remedy = {
    zh = "列为：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计，照样表补齐或调整。",
    en = "The columns are: natural persons, businesses, research bodies, non-profits, legal services, others, total.",
  },
  explain = {
    zh = "表头折行或拆成几个单元格的，合起来认。只是列名写得不同的，为警告。列不全时不再检查每行的数字个数和合计。",
    en = "Header cells that wrap are read as one. A label that only reads otherwise is a warning. Where columns are missing, the "
      .. "number of figures and the sums are not judged as well.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table" },
  check = function(report, finding)
    local sheet = report.requests
    local missing = shape.missing_columns(sheet)
    if #missing > 0 then
      finding:fail { at = sheet, place = "requests.columns", count = #missing, names = words.list(missing, 7) }
    elseif not sheet.columns_in_order then
      finding:fail { at = sheet, place = "requests.columns", message = "order" }
    end
    local renamed = renamed_columns(sheet)
    if #renamed > 0 then
      finding:fail {
        at = sheet, place = "requests.columns.labels", message = "label", severity = "warning", count = #renamed, names = words.list(renamed, 7),
      }
    end
  end,
  cases = {
    fails = {
      { replace = { { "科研机构", "其他" } } },
      { replace = { { "| 自然人 | 商业企业 |", "| 商业企业 | 自然人 |" } } },
      { replace = { { "科研机构", "某类机构" } }, expect = 1, severity = "warning", says = "某类机构" },
      { drop = cells_of("research"), says = "缺少1列" },
    },
    passes = {
      {},
      { replace = { { "社会公益组织", "社会公益 组织" } } },
      { form = "2019" },
    },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "T3-021", name = "requests-row-length", severity = "warning",
  clauses = { "F21.form.requests", "F19.form.requests" },
  title = { zh = "表三有的行不是七个数", en = "Rows of table 3 without seven figures" },
  message = {
    zh = "表三有{count}行的数字个数不对：{names}，应各有7个。",
    en = "Rows of table 3 with another number of figures than seven ({count}): {names}.",
  },
  remedy = {
    zh = "检查这些行有没有合并、拆开或漏掉的单元格，补足7个数。",
    en = "Look for merged, split or lost cells in these rows and give each its seven figures.",
  },
  explain = {
    zh = "个数不对就分不清哪个数属于哪一列，这些行的合计不再判断。缺列的表由 T3-007 提示。",
    en = "With another number of figures nobody knows which belongs where, so these rows' sums are not judged. Missing columns belong to T3-007.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table" },
  check = function(report, finding)
    local sheet = report.requests
    local list, first = {}, nil
    for row in sheet:rows("incomplete") do
      local name = words.name(row)
      first = first or row
      list[#list + 1] = {
        zh = "“" .. name.zh .. "”" .. row.cells_found .. "个",
        en = "“" .. name.en .. "” " .. row.cells_found,
      }
    end
    if #list > 0 and #shape.missing_columns(sheet) > 0 then
      finding:review { because = "T3-007" }
    elseif #list > 0 then
      finding:fail { at = first, place = "requests.cells", count = #list, names = words.list(list, 5) }
    end
  end,
  cases = {
    fails = {
      { drop = "tables.requests.granted.research" },
      { replace = { { "| 2 | 1 | 0 | 0 | 0 | 0 | 3 |", "| 2 | 1 | 0 | 0 | 0 | 0 | 0 | 3 |" } } },
    },
    passes = { {}, { form = "2019" } },
    not_run = { { drop = "tables.requests" } },
    reviews = {
      { replace = { { "科研机构", "其他" } }, drop = "tables.requests.granted.business", because = "T3-007", why = "缺列由 T3-007 提示" },
    },
  },
}
