-- Table 3: its rows, all of them, in order, under their printed labels.
-- Source: annexes of 〔2019〕60号 (23 rows of figures) and 〔2021〕30号 (25).

local words = lib.words
local labels = lib.labels
local shape = lib.shape

rule {
  id = "T3-005", name = "requests-rows", severity = "error",
  clauses = { "F21.form.requests", "F19.form.requests", "R711.50.2", "CQ19" },
  title = { zh = "表三缺行或多行", en = "Rows missing from table 3, or too many" },
  messages = {
    default = {
      zh = "表三缺少{count}行：{names}。",
      en = "Rows missing from table 3 ({count}): {names}.",
    },
    extra = {
      zh = "表三多出样表没有的一行“{label}”（{figures}）。",
      en = "Table 3 has a row that is not in the form: “{label}” ({figures}).",
    },
  },
  remedy = {
    zh = "按样表逐行核对：不删行，不加行；没有发生的填0。",
    en = "Compare with the form row by row: leave none out, add none; what did not happen is 0.",
  },
  explain = {
    zh = "2021年格式有25个填数的行，2019年格式有23个。每页重复的表头和自己加的小计不算多行；行名写错的由 T3-006 提示。",
    en = "The 2021 form has 25 rows of figures, the 2019 form 23. Headers repeated on a page and invented subtotals are not extra rows; "
      .. "wrong labels belong to T3-006.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table" },
  check = function(report, finding)
    local sheet = report.requests
    local missing, extra = shape.missing_rows(sheet), shape.extra_rows(sheet)
    if #missing > 0 and #extra >= #missing then
      finding:review { because = "T3-006" }
    elseif #missing > 0 then
      finding:fail { at = sheet, place = "requests.rows", count = #missing, names = words.list(missing, 6) }
    else
      for _, line in ipairs(extra) do
        finding:fail { at = line.label, place = "requests.rows.extra", message = "extra", label = line.label, figures = line.values }
      end
    end
  end,
  cases = {
    fails = {
      { drop = "tables.requests.granted", expect = 1 },
      { drop = { "tables.requests.denied.state_secret", "tables.requests.not_processed.repeat" }, expect = 1 },
      { form = "2019", drop = "tables.requests.other" },
      { drop = "tables.requests.granted", says = "缺少1行" },
      { replace = { { "| 四、结转下年度继续办理 |", "| 五、转往其他机关办理 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| 四、结转下年度继续办理 |" } }, says = "转往其他机关" },
      {
        why = "少两行，多一行",
        replace = {
          { "1.属于国家秘密", "1.另外的情形" }, { "| 三、本年度办理结果 | （三）不予公开 | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n", "" },
        },
      },
    },
    passes = { {}, { form = "2019" } },
    not_run = { { drop = "tables.requests" } },
    reviews = {
      { replace = { { "1.属于国家秘密", "1.另外的情形" } }, because = "T3-006", why = "行名写错" },
    },
  },
}

rule {
  id = "T3-006", name = "requests-row-labels", severity = "warning",
  clauses = { "F21.form.requests", "F19.form.requests" },
  title = { zh = "表三行名或行序不符", en = "Row labels or their order differ in table 3" },
  messages = {
    default = {
      zh = "表三有{count}个行名与样表不同：{names}。",
      en = "Row labels of table 3 that differ from the form ({count}): {names}.",
    },
    unknown = {
      zh = "表三有{count}行的行名在样表中找不到：{names}；同时缺少{missing}。",
      en = "Labels in table 3 that are not in the form ({count}): {names}; rows missing at the same time: {missing}.",
    },
    order = {
      zh = "表三各行的先后与样表不同。",
      en = "The rows of table 3 stand in another order than in the form.",
    },
  },
  remedy = {
    zh = "行名照抄样表，顺序不变。",
    en = "Copy the labels of the form and keep their order.",
  },
  explain = {
    zh = "行名写错，数字就可能填错行。空格、全角半角、序号写法和简写（如“部分公开”）不计较。数据文件不带版式时只看缺行。",
    en = "With a wrong label figures may land in the wrong row. Spaces, width, numbering and shortened labels do not matter.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table", "wording" },
  check = function(report, finding)
    local sheet = report.requests
    local missing, extra = shape.missing_rows(sheet), shape.extra_rows(sheet)
    if #missing > 0 and #extra >= #missing then
      local names = {}
      for index, line in ipairs(extra) do names[index] = words.both("“" .. line.label.text .. "”") end
      finding:fail {
        at = extra[1].label, place = "requests.labels.unknown", message = "unknown", count = #extra,
        names = words.list(names, 4), missing = words.list(missing, 4),
      }
    end
    if not sheet.rows_in_order then
      finding:fail { at = sheet, place = "requests.order", message = "order" }
    end
    if not sheet.layout_known then
      finding:not_run { because = "layout" }
      return
    end
    local wrong, first = {}, nil
    for row in sheet:rows("reworded") do
      local label, printed = row.label.text, labels.row(sheet, row.key)
      if not words.same_label(label, printed) then
        first = first or row
        wrong[#wrong + 1] = { zh = "“" .. label .. "”（应为“" .. printed .. "”）", en = "“" .. label .. "” for “" .. printed .. "”" }
      end
    end
    if #wrong > 0 then
      finding:fail { at = first, place = "requests.labels", count = #wrong, names = words.list(wrong, 4) }
    end
  end,
  cases = {
    fails = {
      { replace = { { "其他法律行政法规禁止公开", "其他法律和行政法规禁止公开" } } },
      { replace = { { "属于行政查询事项", "属于行政查阅事项" } } },
      { replace = { { "1.属于国家秘密", "1.另外的情形" } }, says = "另外的情形", expect = 1 },
      {
        replace = {
          { "| 2.重复申请 |", "| 甲 |" }, { "| 1.信访举报投诉类申请 |", "| 2.重复申请 |" }, { "| 甲 |", "| 1.信访举报投诉类申请 |" },
        },
        says = "先后",
      },
    },
    passes = {
      { replace = { { "（一）予以公开", "(一) 予以公开" } } },
      { replace = { { "危及“三安全一稳定”", "危及 \"三安全一稳定\"" } } },
    },
    not_run = {
      { drop = "tables.requests" },
      { drop = "layout", because = "layout" },
    },
  },
}
