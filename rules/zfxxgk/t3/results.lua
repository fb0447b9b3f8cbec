-- Table 3: results that are unusual, or that ask for a word of explanation.
-- Source: 条例 article 30 (corrections); practice. The bounds are ours, from published reports.

local figures = lib.figures
local narrative = lib.narrative

rule {
  id = "T3-013", name = "unclear-and-not-corrected", severity = "info",
  clauses = { "R711.30", "F21.form.requests" },
  title = { zh = "“补正后仍不明确”与“逾期不补正”并存", en = "Both “still unclear” and “not corrected in time”" },
  message = {
    zh = "表三“{column}”一列，（四）3.补正后仍不明确{unclear}件，（六）1.逾期不补正{late}件，请确认同一件没有两处都算。",
    en = "Table 3, column “{column}”: {unclear} still unclear after correction and {late} not corrected in time. Please confirm that none is in both.",
  },
  remedy = {
    zh = "补正了仍不明确的填（四）3，到期没有补正的填（六）1，一件申请只填一处。",
    en = "Corrected and still unclear is （四）3; not corrected in time is （六）1; one request stands in one place.",
  },
  explain = {
    zh = "两种情形都可能真有，只提醒核对一次。汇总的报告不检查。",
    en = "Both may be true; this only asks for a look. Aggregate reports are left out.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "table", "plausibility" },
  applies = function(report) return report.requests.form == "2021" and report.scope ~= "aggregate" end,
  check = function(report, finding)
    local unclear, late = report.requests:row("unavailable.unclear"), report.requests:row("other.no_correction")
    if figures.value(finding, unclear.total) == 0 or figures.value(finding, late.total) == 0 then return end
    for column in report.requests:columns() do
      local one, other = unclear[column.key], late[column.key]
      if column.key ~= "total" and one.known and other.known and one.value > 0 and other.value > 0 then
        if not (figures.adds_up(finding, one) and figures.adds_up(finding, other)) then return end
        finding:fail { at = other, cells = { one, other }, column = column, unclear = one, late = other }
        return
      end
    end
  end,
  cases = {
    fails = {
      {
        change = {
          ["requests.unavailable.unclear.natural_person"] = 2, ["requests.unavailable.unclear.total"] = 2,
          ["requests.other.no_correction.natural_person"] = 2, ["requests.other.no_correction.total"] = 2,
        },
        expect = 1,
      },
      {
        change = {
          ["requests.unavailable.unclear.business"] = 1, ["requests.unavailable.unclear.total"] = 1,
          ["requests.other.no_correction.business"] = 1, ["requests.other.no_correction.total"] = 1,
        },
      },
    },
    passes = {
      {},
      { change = { ["requests.unavailable.unclear.business"] = 1, ["requests.unavailable.unclear.total"] = 1 } },
      {
        why = "不是同一类申请人",
        change = {
          ["requests.unavailable.unclear.business"] = 1, ["requests.unavailable.unclear.total"] = 1,
          ["requests.other.no_correction.natural_person"] = 1, ["requests.other.no_correction.total"] = 1,
        },
      },
      {
        why = "总计是0，加不上的由 T3-001 提示",
        change = {
          ["requests.unavailable.unclear.business"] = 1, ["requests.unavailable.unclear.total"] = 1, ["requests.other.no_correction.business"] = 1,
        },
      },
      {
        change = {
          ["requests.other.no_correction.business"] = 1, ["requests.other.no_correction.total"] = 1, ["requests.unavailable.unclear.business"] = 1,
        },
      },
    },
    reviews = {
      { change = { ["requests.unavailable.unclear.total"] = "" } },
      {
        why = "这一行加不上，由 T3-001 提示",
        change = {
          ["requests.unavailable.unclear.business"] = 1, ["requests.unavailable.unclear.total"] = 1,
          ["requests.other.no_correction.business"] = 1, ["requests.other.no_correction.total"] = 2,
        },
      },
    },
    not_applicable = {
      { form = "2019" },
      {
        level = "county", kind = "government", scope = "aggregate", name = "某县人民政府",
        change = {
          ["requests.unavailable.unclear.business"] = 1, ["requests.unavailable.unclear.total"] = 1,
          ["requests.other.no_correction.business"] = 1, ["requests.other.no_correction.total"] = 1,
        },
      },
    },
    not_run = { { drop = "tables.requests" } },
  },
}

local withdrawn = [[撤回|撤销(?:了|其|该|政府信息公开|依申请)*申请|撤件|撤申]]

-- For cases: so many under （六）3 of so many results.
local function with_others(others, results)
  return {
    ["requests.other.other.natural_person"] = others, ["requests.other.other.total"] = others,
    ["requests.results_total.natural_person"] = results - 3, ["requests.results_total.total"] = results,
  }
end

rule {
  id = "T3-015", name = "many-otherwise-handled", severity = "info",
  clauses = { "PRACTICE.plausible", "F21.form.requests" }, ground = "practice",
  title = { zh = "（六）3.其他占比过高", en = "Many results under “other”" },
  message = {
    zh = "表三（六）3.其他有{other}件，占办理结果{total}件的五分之一以上，请确认能否归入前面各项。",
    en = "Table 3 has {other} of {total} results under （六）3: please confirm that they belong under none of the other rows.",
  },
  remedy = {
    zh = "能归入（一）至（五）的归入；申请人撤回的填在这里，并在文中说明一句。",
    en = "Move what belongs under （一） to （五）; withdrawn requests stay, and the text says so.",
  },
  explain = {
    zh = "“其他”超过20%且不少于5件时提示。文中说明了申请人撤回的，不提示。",
    en = "Said where “other” is above 20 % and at least five. Not where the text speaks of withdrawn requests.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "table", "plausibility" },
  applies = function(report) return report.requests.form == "2021" end,
  check = function(report, finding)
    local other, total = report:cell("requests.other.other.total"), report:cell("requests.results_total.total")
    local part = figures.value(finding, other)
    if not part or part < 5 then return end
    local whole = figures.value(finding, total)
    if not (whole and part * 5 > whole) or narrative.search(report, withdrawn) then return end
    if figures.adds_up(finding, other) and figures.adds_up(finding, total) then
      finding:fail { at = other, cells = { other, total }, other = other, total = total }
    end
  end,
  cases = {
    fails = {
      { change = with_others(6, 20) },
      { change = with_others(5, 24) },
    },
    passes = {
      {},
      { change = with_others(1, 20) },
      { change = with_others(4, 8), why = "不足5件" },
      { change = with_others(5, 25), why = "正好五分之一" },
      { change = with_others(6, 20), append = { overview = "其中6件由申请人主动撤回。" } },
      { change = with_others(6, 20), each = { overview = {
        "3件由申请人撤回。", "申请人撤销申请3件。", "撤件3件。", "撤申3件。",
      } } },
    },
    reviews = {
      { change = { ["requests.other.other.total"] = "" } },
      { change = { ["requests.other.other.total"] = 6 }, why = "这一行加不上，由 T3-001 提示" },
      { change = { ["requests.other.other.natural_person"] = 6, ["requests.other.other.total"] = 6, ["requests.results_total.total"] = 20 } },
    },
    not_applicable = { { form = "2019" } },
    not_run = { { drop = "tables.requests" } },
  },
}

-- For cases: so many granted of so many results.
local function with_granted(granted, results)
  return {
    ["requests.granted.natural_person"] = granted - 1, ["requests.granted.total"] = granted,
    ["requests.results_total.natural_person"] = results - 3, ["requests.results_total.total"] = results,
  }
end

rule {
  id = "T3-024", name = "all-granted", severity = "info",
  clauses = { "PRACTICE.plausible", "F21.form.requests" }, ground = "practice",
  title = { zh = "办理结果全部是“予以公开”", en = "Every result is “granted”" },
  message = {
    zh = "表三{total}件办理结果全部填在“予以公开”，请确认没有把不予公开、无法提供等也算了进去。",
    en = "All {total} results of table 3 are “granted”. Please confirm that refusals and the like were not counted there.",
  },
  remedy = {
    zh = "按答复书的实际结果分项填写。",
    en = "Count each request under the result its answer gives.",
  },
  explain = {
    zh = "20件以上的申请一件例外也没有，很少见。不足20件的不看。",
    en = "Among twenty requests and more some are usually answered otherwise. Fewer are left alone.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "table", "plausibility" },
  check = function(report, finding)
    local total, granted = report:cell("requests.results_total.total"), report:cell("requests.granted.total")
    local whole = figures.value(finding, total)
    if not whole or whole < 20 then return end
    if figures.value(finding, granted) ~= whole then return end
    if figures.adds_up(finding, granted) and figures.adds_up(finding, total) then
      finding:fail { at = granted, cells = { granted, total }, total = total }
    end
  end,
  cases = {
    fails = {
      { change = with_granted(25, 25) },
      { form = "2019", change = with_granted(20, 20) },
    },
    passes = {
      {},
      { change = with_granted(24, 25) },
      { change = with_granted(19, 19), why = "不足20件" },
    },
    reviews = {
      { change = { ["requests.results_total.total"] = "/" } },
      { change = { ["requests.granted.total"] = 25, ["requests.results_total.total"] = 25 }, why = "加不上，由 T3-001 提示" },
      { change = { ["requests.granted.natural_person"] = 24, ["requests.granted.total"] = 25, ["requests.results_total.total"] = 25 } },
    },
    not_run = { { drop = "tables.requests" } },
  },
}
