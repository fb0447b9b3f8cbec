-- Table 4: four outcomes make the total, in each of its three groups; fifteen numbers in all.
-- Source: annexes of 〔2019〕60号 and 〔2021〕30号.

local remedy = {
  zh = "核对这一组：结果维持、结果纠正、其他结果、尚未审结之和，应等于“总计”。",
  en = "Check the group: upheld, corrected, other and pending make its total.",
}
local explain = {
  zh = "表四每一组都是四种结果加一个总计。有空白时，已填各数之和超过总计才算错，等于总计算对，不足的请人工核对。",
  en = "Each group of table 4 has four outcomes and a total. With blanks, the filled figures may not exceed the total; if they fall short, a person must look.",
}

local function group_total(key)
  return function(report, finding)
    local row = report.disputes:row(key)
    finding:unless_equal(row:sum("upheld", "total"), row.total)
  end
end

rule {
  id = "T4-001", name = "reconsideration-total", severity = "error",
  clauses = { "F21.form.disputes", "F19.form.disputes" },
  title = { zh = "行政复议合计错误", en = "Reconsiderations do not add up" },
  remedy = remedy, explain = explain,
  needs = { "table:disputes" }, since = "1.0.0", tags = { "table", "arithmetic" },
  check = group_total("reconsideration"),
  cases = {
    fails = {
      { change = { ["disputes.reconsideration.pending"] = 0, ["disputes.reconsideration.total"] = 0 } },
      { change = { ["disputes.reconsideration.corrected"] = 1 } },
      { change = { ["disputes.reconsideration.other"] = "", ["disputes.reconsideration.total"] = 1 } },
    },
    passes = {
      {},
      { form = "2019" },
      {
        why = "376 + 97 + 196 + 121 = 790",
        change = {
          ["disputes.reconsideration.upheld"] = 376, ["disputes.reconsideration.corrected"] = 97,
          ["disputes.reconsideration.other"] = 196, ["disputes.reconsideration.pending"] = 121,
          ["disputes.reconsideration.total"] = 790,
        },
      },
    },
    reviews = { { change = { ["disputes.reconsideration.total"] = "" } } },
    not_run = { { drop = "tables.disputes" } },
  },
}

rule {
  id = "T4-002", name = "direct-suit-total", severity = "error",
  clauses = { "F21.form.disputes", "F19.form.disputes" },
  title = { zh = "未经复议直接起诉合计错误", en = "Direct suits do not add up" },
  remedy = remedy, explain = explain,
  needs = { "table:disputes" }, since = "1.0.0", tags = { "table", "arithmetic" },
  check = group_total("direct_suit"),
  cases = {
    fails = {
      {
        change = {
          ["disputes.direct_suit.upheld"] = 8, ["disputes.direct_suit.other"] = 0, ["disputes.direct_suit.pending"] = 1,
          ["disputes.direct_suit.total"] = 8,
        },
      },
      { change = { ["disputes.direct_suit.total"] = 0 } },
    },
    passes = {
      {},
      {
        why = "空白不影响：8 + 空白 + 0 + 1 = 9",
        change = {
          ["disputes.direct_suit.upheld"] = 8, ["disputes.direct_suit.corrected"] = "", ["disputes.direct_suit.other"] = 0,
          ["disputes.direct_suit.pending"] = 1, ["disputes.direct_suit.total"] = 9,
        },
      },
    },
    reviews = { { change = { ["disputes.direct_suit.other"] = "" } } },
    not_run = { { drop = "tables.disputes" } },
  },
}

rule {
  id = "T4-003", name = "suit-after-reconsideration-total", severity = "error",
  clauses = { "F21.form.disputes", "F19.form.disputes" },
  title = { zh = "复议后起诉合计错误", en = "Suits after reconsideration do not add up" },
  remedy = remedy, explain = explain,
  needs = { "table:disputes" }, since = "1.0.0", tags = { "table", "arithmetic" },
  check = group_total("suit_after_reconsideration"),
  cases = {
    fails = {
      {
        change = {
          ["disputes.suit_after_reconsideration.upheld"] = 74, ["disputes.suit_after_reconsideration.corrected"] = 1,
          ["disputes.suit_after_reconsideration.other"] = 30, ["disputes.suit_after_reconsideration.pending"] = 51,
          ["disputes.suit_after_reconsideration.total"] = 157,
        },
      },
      { change = { ["disputes.suit_after_reconsideration.total"] = 0 } },
    },
    passes = {
      {},
      {
        change = {
          ["disputes.suit_after_reconsideration.upheld"] = 74, ["disputes.suit_after_reconsideration.corrected"] = 1,
          ["disputes.suit_after_reconsideration.other"] = 30, ["disputes.suit_after_reconsideration.pending"] = 51,
          ["disputes.suit_after_reconsideration.total"] = 156,
        },
      },
    },
    reviews = { { change = { ["disputes.suit_after_reconsideration.total"] = "/" } } },
    not_run = { { drop = "tables.disputes" } },
  },
}

rule {
  id = "T4-004", name = "disputes-fifteen", severity = "warning",
  clauses = { "F21.form.disputes", "F19.form.disputes" },
  title = { zh = "表四不是十五个数", en = "Table 4 does not have fifteen figures" },
  message = {
    zh = "表四填了{found}个数，应为{expected}个（复议、直接起诉、复议后起诉各5个）。",
    en = "Table 4 has {found} figures; it should have {expected}, five in each of three groups.",
  },
  remedy = {
    zh = "对照样表检查有没有漏填、合并或多出的单元格。",
    en = "Compare with the form and look for cells left out, merged or added.",
  },
  explain = {
    zh = "表头折成几行、跨页断开都不影响。个数不对就分不清哪个数属于哪一格，三组合计不再判断。",
    en = "A header on several lines or a page break does no harm. With another number of figures nobody knows which belongs where, and the "
      .. "groups are not judged.",
  },
  needs = { "table:disputes" }, since = "1.0.0", tags = { "table" },
  check = function(report, finding)
    local sheet = report.disputes
    if sheet.value_count ~= sheet.expected_count then
      finding:fail { at = sheet, place = "disputes.cells", found = sheet.value_count, expected = sheet.expected_count }
    end
  end,
  cases = {
    fails = {
      { drop = "tables.disputes.direct_suit.pending" },
      { replace = { { "| 1 | 0 | 0 | 1 | 2 | 0 | 0 | 1 | 0 | 1 | 1 | 0 | 0 | 0 | 1 |", "| 1 | 0 | 0 | 1 | 2 | 0 | 0 | 1 | 0 | 1 | 1 | 0 | 0 | 1 |" } } },
    },
    passes = { {}, { form = "2019" } },
    not_run = { { drop = "tables.disputes" } },
  },
}
