-- Table 3: what must add up. One walk of its rows, three of its columns.
-- Source: the form's total column and row （七）, and the note printed in its corner. Blanks are unknown counts of at least zero (T3-020
-- owns them); rows without seven figures belong to T3-021.

rule {
  id = "T3-001", name = "requests-row-total", severity = "error",
  clauses = { "F21.form.requests", "F19.form.requests" },
  title = { zh = "各类申请人之和不等于总计", en = "Kinds of applicants do not add up to the row's total" },
  remedy = {
    zh = "核对这一行：自然人加五类法人或其他组织，应等于“总计”。",
    en = "Check the row: natural persons plus the five kinds of organisations make its total.",
  },
  explain = {
    zh = "表三每一行：自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计。有空白时，已填各数之和超过总计才算错，等于总计算对，"
      .. "不足总计的请人工核对。",
    en = "In every row of table 3 the six kinds of applicants make the total. With blanks, the filled figures may not exceed the total; "
      .. "if they fall short, a person must look.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table", "arithmetic" },
  check = function(report, finding)
    for row in report.requests:rows() do
      finding:unless_equal(row:sum("natural_person", "total"), row.total)
    end
  end,
  cases = {
    fails = {
      { change = { ["requests.new.natural_person"] = 2, ["requests.new.business"] = 0, ["requests.new.legal_service"] = 0,
        ["requests.new.total"] = 3 } },
      { change = { ["requests.new.business"] = "", ["requests.new.total"] = 3 }, why = "已填的和5+1已超过总计3" },
      { form = "2019", change = { ["requests.other.total"] = 1 } },
    },
    passes = {
      {},
      { form = "2019" },
      {
        why = "821 + 35 + 空白 + 空白 + 2 + 1 = 859",
        change = {
          ["requests.new.natural_person"] = 821, ["requests.new.business"] = 35, ["requests.new.research"] = "",
          ["requests.new.nonprofit"] = "", ["requests.new.legal_service"] = 2, ["requests.new.other_org"] = 1,
          ["requests.new.total"] = 859,
        },
      },
    },
    reviews = { { change = { ["requests.new.total"] = "" } } },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "T3-002", name = "requests-results-total", severity = "error",
  clauses = { "F21.form.requests", "F19.form.requests" },
  title = { zh = "办理结果各项之和不等于（七）总计", en = "Results do not add up to （七）" },
  remedy = {
    zh = "核对这一列：（一）至（六）各项之和，应等于“（七）总计”。",
    en = "Check the column: results （一） to （六） make row （七）.",
  },
  explain = {
    zh = "每一列的各项办理结果相加等于（七）总计。样表没有（三）（四）（五）（六）的小计行，自己加的小计不计入。",
    en = "In every column the results make （七）. The form has no subtotals for （三） to （六）; rows added for them are left out.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table", "arithmetic" },
  check = function(report, finding)
    for column in report.requests:columns() do
      finding:unless_equal(column:sum("granted", "results_total"), column.results_total)
    end
  end,
  cases = {
    fails = {
      { change = { ["requests.granted.natural_person"] = 1, ["requests.results_total.natural_person"] = 6 } },
      { change = { ["requests.results_total.total"] = 0 } },
      { form = "2019", change = { ["requests.other.business"] = 1 } },
    },
    passes = { {}, { form = "2019" } },
    reviews = { { change = { ["requests.results_total.total"] = "" } } },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "T3-003", name = "requests-balance", severity = "error",
  clauses = { "F21.form.requests.note", "F19.form.requests" },
  title = { zh = "勾稽关系不平", en = "Items one and two do not make items three and four" },
  remedy = {
    zh = "核对这一列：一（本年新收）加二（上年结转），应等于三的（七）总计加四（结转下年度）。",
    en = "Check the column: new plus carried in make （七） plus carried out.",
  },
  explain = {
    zh = "表三左上角印着：第一项加第二项之和，等于第三项加第四项之和。收进来的每一件，不是办了，就是转到下一年。",
    en = "The note in table 3's corner: item one plus item two equals item three plus item four. Whatever came in was either handled or carried over.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table", "arithmetic" },
  check = function(report, finding)
    for column in report.requests:columns() do
      finding:unless_equal(column.new + column.carried_in, column.results_total + column.carried_out)
    end
  end,
  cases = {
    fails = {
      { change = { ["requests.new.natural_person"] = 6 } },
      { change = { ["requests.carried_out.total"] = 0 } },
      { form = "2019", change = { ["requests.carried_in.business"] = 1 } },
    },
    passes = {
      {},
      { form = "2019" },
      {
        why = "14069 + 560 = 13810 + 819",
        change = {
          ["requests.new.total"] = 14069, ["requests.carried_in.total"] = 560, ["requests.results_total.total"] = 13810,
          ["requests.carried_out.total"] = 819,
        },
      },
    },
    reviews = { { change = { ["requests.carried_in.natural_person"] = "" } } },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "T3-011", name = "requests-carried-too-many", severity = "error",
  clauses = { "F21.form.requests.note", "F19.form.requests" },
  title = { zh = "结转下年度多于收件", en = "More carried out than came in" },
  remedy = {
    zh = "核对这一列的“四、结转下年度继续办理”，它不会多于本年新收加上年结转。",
    en = "Check row four of the column: no more can be carried out than came in.",
  },
  explain = {
    zh = "能结转到下一年的，只能是本年新收和上年结转来的申请。",
    en = "Only what was received or carried in can be carried out.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "table", "arithmetic" },
  check = function(report, finding)
    for column in report.requests:columns() do
      finding:unless_at_most(column.carried_out, column.new + column.carried_in)
    end
  end,
  cases = {
    fails = {
      { change = { ["requests.carried_out.natural_person"] = 7 } },
      { change = { ["requests.new.legal_service"] = 1, ["requests.carried_out.legal_service"] = 2 } },
    },
    passes = {
      {},
      { change = { ["requests.carried_out.natural_person"] = 3 } },
      { form = "2019" },
    },
    reviews = { { change = { ["requests.new.research"] = "", ["requests.carried_out.research"] = 1 } } },
    not_run = { { drop = "tables.requests" } },
  },
}
