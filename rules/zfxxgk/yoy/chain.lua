-- What one year leaves to the next: requests carried over, documents in force, cases still pending.
-- Source: the form's rows 二 and 四 (carried in, carried out) and its columns 制发, 废止, 现行有效; arithmetic between two years.

--- One line of the figures that differ: “自然人 3（上年 2）、总计 3（上年 2）”.
local function worded(pairs_of_cells, name)
  local zh, en = {}, {}
  for _, pair in ipairs(pairs_of_cells) do
    local label = name(pair)
    zh[#zh + 1] = label.zh .. " " .. pair.own.value .. "（上年 " .. pair.before.value .. "）"
    en[#en + 1] = label.en .. " " .. pair.own.value .. " (last year " .. pair.before.value .. ")"
  end
  return { zh = table.concat(zh, "、"), en = table.concat(en, ", ") }
end

--- The cells of both years as one list, for the finding.
local function both(pairs_of_cells)
  local cells = {}
  for _, pair in ipairs(pairs_of_cells) do
    cells[#cells + 1] = pair.own
    cells[#cells + 1] = pair.before
  end
  return cells
end

rule {
  id = "YOY-001", name = "carried-in-differs-from-last-year", severity = "error",
  clauses = { "F21.form.requests", "F19.form.requests" },
  title = { zh = "上年结转与上年报告的结转下年度不一致", en = "Requests carried in are not those carried out last year" },
  message = {
    zh = "表三“上年结转政府信息公开申请数量”与上年报告的“结转下年度继续办理”不一致：{figures}。",
    en = "Table 3: requests carried in differ from what last year's report carried out: {figures}.",
  },
  remedy = {
    zh = "上年报告结转了几件，本年“上年结转”就填几件。查申请登记簿，改正填错的一份；机构合并、职能划转造成的差额，在第六部分说明。",
    en = "What last year's report carried out is carried in this year. Check the register and put the wrong report right; explain a "
      .. "difference caused by a merger in section six.",
  },
  explain = {
    zh = "逐列比较：本年表三第二行“上年结转”应等于上年报告表三第四行“结转下年度继续办理”。两年有一方没有填、没有读准的列不比较。",
    en = "Column by column: row two of this year's table 3 equals row four of last year's. Columns blank or unread in either year are left out.",
  },
  needs = { "prior", "table:requests" }, since = "1.1.0", tags = { "year-to-year", "table3" },
  check = function(report, finding)
    local before = report.prior.requests
    if not before then
      finding:not_run { because = "prior_unknown" }
      return
    end
    local wrong, compared = {}, 0
    for column in report.requests:columns() do
      local own, last = column.carried_in, before:cell("carried_out", column.key)
      if own.known and last.known then
        compared = compared + 1
        if own.value ~= last.value then wrong[#wrong + 1] = { own = own, before = last, column = column } end
      end
    end
    if #wrong > 0 then
      finding:fail {
        at = wrong[1].own, place = "requests.carried_in", cells = both(wrong),
        figures = worded(wrong, function(pair) return pair.column.name end),
      }
    elseif compared == 0 then
      finding:not_run { because = "prior_unknown" }
    end
  end,
  cases = {
    fails = {
      { prior = { change = { ["requests.carried_out.natural_person"] = 2, ["requests.carried_out.total"] = 2 } }, expect = 1 },
      { prior = true, change = { ["requests.carried_in.business"] = 1 } },
    },
    passes = { { prior = true }, { form = "2019", prior = true } },
    not_run = {
      {},
      { prior = { drop = "tables.requests" } },
      { prior = { year = 2022 } },
    },
  },
}
