-- What one year leaves to the next: requests carried over, cases still pending.
-- Source: the form's rows 二 and 四 of table 3 (carried in, carried out) and 尚未审结 of table 4; arithmetic between two years.

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
    passes = {
      { prior = true },
      { form = "2019", prior = true },
      { why = "上年有一列没有填", prior = { change = { ["requests.carried_out.business"] = "" } } },
    },
    not_run = {
      {},
      {
        why = "上年一格也没有填",
        prior = { change = {
          ["requests.carried_out.natural_person"] = "", ["requests.carried_out.business"] = "", ["requests.carried_out.research"] = "",
          ["requests.carried_out.nonprofit"] = "", ["requests.carried_out.legal_service"] = "", ["requests.carried_out.other_org"] = "",
          ["requests.carried_out.total"] = "",
        } },
      },
      { prior = { drop = "tables.requests" } },
      { prior = { year = 2022 } },
    },
  },
}

local groups = { "reconsideration", "direct_suit", "suit_after_reconsideration" }

rule {
  id = "YOY-003", name = "pending-cases-vanish", severity = "info",
  clauses = { "F21.form.disputes", "R711.6" },
  title = { zh = "上年尚未审结的案件没有下文", en = "Cases pending last year are heard of no more" },
  message = {
    zh = "上年报告表四“{row}”尚未审结{pending}件，本年表四同一组总计只有{total}件，看不到这些案件的结果。",
    en = "Last year's table 4 has {pending} cases of “{row}” pending; this year's group totals {total}, so their outcome is not seen.",
  },
  remedy = {
    zh = "上年没有审结的案件，本年审结了就计入相应的结果，仍未审结就计入“尚未审结”。请查案件台账。",
    en = "A case pending last year counts this year by its result, or as pending still. Check the case register.",
  },
  explain = {
    zh = "上年报告表四三组各自的“尚未审结”，本年应当有结果或者仍未审结，所以本年同组的总计不会比它少。只统计当年新收案件的做法也有，所以是提示。",
    en = "What was pending has a result this year or is pending still, so the group's total is not less. Some bodies count new cases only, hence an info.",
  },
  needs = { "prior", "table:disputes" }, since = "1.1.0", tags = { "year-to-year", "table4" },
  check = function(report, finding)
    local before = report.prior.disputes
    if not before then
      finding:not_run { because = "prior_unknown" }
      return
    end
    for _, group in ipairs(groups) do
      local pending, total = before:cell(group, "pending"), report.disputes:cell(group, "total")
      if pending.known and total.known and total.value < pending.value then
        finding:fail {
          at = total, place = "disputes." .. group .. ".total", cells = { total, pending }, row = report.disputes:row(group),
          pending = pending, total = total,
        }
      end
    end
  end,
  cases = {
    fails = {
      { prior = { change = { ["disputes.reconsideration.pending"] = 5, ["disputes.reconsideration.total"] = 5 } }, expect = 1 },
      { prior = { change = { ["disputes.direct_suit.pending"] = 2, ["disputes.direct_suit.total"] = 2 } } },
      { prior = { change = { ["disputes.suit_after_reconsideration.pending"] = 3, ["disputes.suit_after_reconsideration.total"] = 3 } } },
    },
    passes = {
      { prior = true },
      { prior = { change = { ["disputes.reconsideration.pending"] = 2, ["disputes.reconsideration.total"] = 2 } } },
    },
    not_run = { {}, { prior = { drop = "tables.disputes" } }, { prior = true, drop = "tables.disputes" } },
  },
}
