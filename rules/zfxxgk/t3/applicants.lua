-- Table 3: what its columns say of the applicants.
-- Source: the note in the form's corner cell, which holds for every column.

rule {
  id = "T3-004", name = "requests-balance-total-only", severity = "error",
  clauses = { "F21.form.requests.note", "F19.form.requests" },
  title = { zh = "只有总计列不平", en = "Only the total column is out of balance" },
  messages = {
    default = {
      zh = "表三各类申请人的列都平，只有“总计”一列不平：{left}，{right}，错在某一行的总计。",
      en = "All columns of applicants in table 3 balance, only the total does not: {left}, {right}. One of its totals is wrong.",
    },
  },
  remedy = {
    zh = "逐行把六类申请人加一遍，改正第一、二、四项或（七）里加错的总计。",
    en = "Add up the applicants row by row and correct the wrong total of row one, two, （七） or four.",
  },
  explain = {
    zh = "各列都平时，总计列也应当平。多数时候同一行的合计也错，与 T3-001、T3-003 合成一条。",
    en = "Where the columns balance their total does too. Mostly the row's sum is wrong as well; then it is one finding with T3-001 and T3-003.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "table", "arithmetic" },
  check = function(report, finding)
    local sheet = report.requests
    local function sides(key)
      local column = sheet:column(key)
      return column.new + column.carried_in, column.results_total + column.carried_out
    end
    local left, right = sides("total")
    if left.known and right.known and left.value == right.value then return end
    for column in sheet:all_columns() do
      if column.key ~= "total" then
        local came, went = sides(column.key)
        if not (came.known and went.known) then
          finding:review { because = "T3-003" }
          return
        elseif came.value ~= went.value then
          return
        end
      end
    end
    finding:unless_equal(left, right, { message = "default" })
  end,
  cases = {
    fails = {
      { change = { ["requests.new.total"] = 9 }, expect = 1 },
      { form = "2019", change = { ["requests.carried_out.total"] = 0 } },
    },
    passes = {
      {},
      { change = { ["requests.new.natural_person"] = 6, ["requests.new.total"] = 9 }, why = "自然人一列也不平，由 T3-003 提示" },
      { change = { ["requests.new.business"] = "" }, why = "总计列是平的" },
    },
    reviews = {
      { change = { ["requests.new.total"] = "" } },
      { change = { ["requests.new.total"] = 9, ["requests.new.business"] = "" }, why = "商业企业一列平不平不知道" },
    },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "T3-012", name = "requests-handled-above-received", severity = "error",
  clauses = { "F21.form.requests.note", "F19.form.requests" },
  title = { zh = "某类申请人办理的多于收到的", en = "More handled than received of one kind of applicant" },
  message = {
    zh = "表三“{column}”一列办理了{handled}件，收到的（本年新收加上年结转）没有这么多：{right}。",
    en = "Table 3, column “{column}”: {handled} handled, but fewer came in (new plus carried in): {right}.",
  },
  remedy = {
    zh = "核对这类申请人收到和办理的件数，看是不是填错了列。",
    en = "Check what this kind of applicant sent and what was handled; a figure may stand in the wrong column.",
  },
  explain = {
    zh = "没有收到的申请不会有办理结果。这样的列勾稽关系必然不平，与 T3-003 合成一条。",
    en = "What was not received was not handled. Such a column never balances, so this is one finding with T3-003.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "table", "arithmetic" },
  check = function(report, finding)
    for column in report.requests:columns() do
      local handled = column.results_total
      local count, new = handled.value, column.new
      if not (count and (count == 0 or new.known and count <= new.value)) then
        finding:unless_at_most(handled, new + column.carried_in, { message = "default", column = column, handled = handled })
      end
    end
  end,
  cases = {
    fails = {
      { change = { ["requests.results_total.research"] = 1 }, expect = 1 },
      { change = { ["requests.new.legal_service"] = 0 } },
      { form = "2019", change = { ["requests.new.business"] = 1 } },
    },
    passes = {
      {},
      { form = "2019" },
      { change = { ["requests.carried_in.legal_service"] = 1, ["requests.results_total.legal_service"] = 2 } },
    },
    reviews = { { change = { ["requests.new.business"] = "" } } },
    not_run = { { drop = "tables.requests" } },
  },
}

-- Fewer requests than this may well all come from one kind of applicant.
local ENOUGH = 5

rule {
  id = "T3-016", name = "requests-all-from-others", severity = "info",
  clauses = { "PRACTICE.plausible", "F21.form.requests" }, ground = "practice",
  title = { zh = "新收申请全部填在“其他”列", en = "All new requests stand in the column for others" },
  message = {
    zh = "表三本年新收{new}件，全部填在“其他”一列，请确认申请人是不是自然人或企业。",
    en = "All {new} new requests of table 3 stand in the column “others”. Please confirm that no applicant was a person or a business.",
  },
  remedy = {
    zh = "按申请人身份分列：个人填“自然人”，企业填“商业企业”，“其他”是另外四类以外的组织。",
    en = "Count by applicant: persons, businesses and so on; “others” are organisations of none of the other kinds.",
  },
  explain = {
    zh = "绝大多数申请来自自然人。不足5件的不看。",
    en = "Nearly all requests come from natural persons. Fewer than five are left alone.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "table", "plausibility" },
  check = function(report, finding)
    local new = report:cell("requests.new.total")
    local value = lib.figures.value(finding, new)
    if not value or value < ENOUGH then return end
    local others = report:cell("requests.new.other_org")
    if lib.figures.value(finding, others) == value and lib.figures.adds_up(finding, new) then
      finding:fail { at = others, cells = { others, new }, new = new }
    end
  end,
  cases = {
    fails = {
      { change = lib.figures.without_requests { ["requests.new.other_org"] = 9, ["requests.new.total"] = 9 } },
      { form = "2019", change = lib.figures.without_requests { ["requests.new.other_org"] = 5, ["requests.new.total"] = 5 } },
    },
    passes = {
      {},
      { change = lib.figures.without_requests { ["requests.new.other_org"] = 4, ["requests.new.total"] = 4 }, why = "不足5件" },
      { change = lib.figures.without_requests { ["requests.new.other_org"] = 8, ["requests.new.business"] = 1, ["requests.new.total"] = 9 } },
    },
    reviews = {
      { change = { ["requests.new.total"] = "/" } },
      { change = { ["requests.new.other_org"] = "" } },
      { change = { ["requests.new.other_org"] = 8 }, why = "这一行加不上，由 T3-001 提示" },
    },
    not_run = { { drop = "tables.requests" } },
  },
}
