-- How the units stand, all in all: how many were late, and which have the most errors to mend. A remark, and only where there is something to mend.
-- Source: the catalogue's COL-030; GZ24 on naming units when reports are collected.

local deadlines = lib.deadlines

local fewest_units = 5 -- fewer are seen at a glance
local shown = 5

--- The unit's reports of the year: whether one is its own and not the total, the most errors that one has, and whether one bears a date after its
--- deadline (what is dated half a year after the last statutory day was posted again, PUB-002).
local function look_at(collection, unit)
  local errors, late, counted = 0, false, false
  local deadline = deadlines.of(unit, collection.year)
  for report in unit:reports() do
    local day = report.published or report.signed
    errors = math.max(errors, report.errors)
    if day and day > deadline and day <= (collection.year + 1) .. "-09-30" then late = true end
    counted = counted or not report.is_aggregate
  end
  return counted, errors, late
end

--- The units with the most errors, those with as many in the order of the collection.
local function rank(list)
  local units, words, taken = {}, {}, {}
  for index = 1, math.min(#list, shown) do
    local most
    for _, entry in ipairs(list) do
      if not taken[entry] and (not most or entry.errors > most.errors) then most = entry end
    end
    taken[most], units[index] = true, most.unit
    words[index] = { zh = most.unit.name .. "（" .. most.errors .. "处）", en = most.unit.name .. " (" .. most.errors .. ")" }
  end
  return units, words
end

rule {
  id = "COL-030", name = "units-ranked", severity = "info",
  clauses = { "PRACTICE.ranking" },
  title = { zh = "各单位总体情况：迟报的、问题最多的", en = "How the units stand: who was late, who has the most to mend" },
  messages = {
    default = {
      zh = "{reported}个单位报送，{late}个晚于截止日期；{wrong}个单位的报告共有{errors}处错误，最多的是{most}。",
      en = "{reported} units have reported, {late} after the deadline; the reports of {wrong} have {errors} errors in all, the most being {most}.",
    },
    late_only = {
      zh = "{reported}个单位报送，{late}个晚于截止日期；报告里没有错误。",
      en = "{reported} units have reported, {late} after the deadline; their reports have no errors.",
    },
  },
  remedy = {
    zh = "先从错误最多的单位和迟报的单位催起；各单位一览（units.csv）里有全部单位的数。",
    en = "Begin with the units that have the most errors and with those that were late; units.csv has the counts of all.",
  },
  explain = {
    zh = "报送的单位不少于5个、而且有迟报或者有错误时，提示一次总数和错误最多的几个单位。一个单位有几份报告的，按错误最多的一份。截止日期同PUB-001。只作汇总，不是哪个单位的问题。",
    en = "Said once where at least five units have reported and some were late or have errors: the totals, and the units with the most errors. Of several "
      .. "reports of a unit the one with the most counts. Deadlines as in PUB-001. A summary, and no unit's defect.",
  },
  since = "1.1.0", tags = { "collection", "summary" },
  check = function(collection, finding)
    local reported, late, errors, wrong = 0, 0, 0, {}
    for unit in collection:units() do
      local counted, own, is_late = look_at(collection, unit)
      reported, errors = reported + (counted and 1 or 0), errors + own
      if is_late then late = late + 1 end
      if own > 0 then wrong[#wrong + 1] = { unit = unit, errors = own } end
    end
    if reported < fewest_units or errors + late == 0 then return end
    local units, most = rank(wrong)
    finding:fail {
      place = "ranking", units = units, reported = reported, late = late, errors = errors, wrong = #wrong, most = most,
      message = errors == 0 and "late_only" or "default",
    }
  end,
  cases = (function()
    --- Towns by number, with so many errors, and dates of publication.
    local function towns(count, errors, published)
      local list = {}
      for index = 1, count do
        list[index] = { name = "第" .. index .. "镇人民政府", errors = errors[index], published = published and published[index] }
      end
      return list
    end
    return {
      fails = {
        {
          reports = towns(6, { [2] = 3, [5] = 12 }), expect = 1, severity = "info",
          says = "6个单位报送，0个晚于截止日期；2个单位的报告共有",
        },
        { why = "错误多的在前", reports = towns(6, { [2] = 3, [5] = 12 }), says = "共有15处错误，最多的是第5镇人民政府（12处）、第2镇人民政府（3处）。" },
        {
          why = "一样多的按名册的次序，只列五个", reports = towns(7, { 1, 1, 1, 1, 1, 1, 1 }),
          says = "第1镇人民政府（1处）、第2镇人民政府（1处）、第3镇人民政府（1处）、第4镇人民政府（1处）、第5镇人民政府（1处）。",
        },
        { why = "只有迟报", reports = towns(5, {}, { [3] = "2025-02-03" }), expect = 1, says = "5个单位报送，1个晚于截止日期；报告里没有错误" },
        { why = "9月30日也算迟报", reports = towns(5, {}, { [3] = "2025-09-30" }), says = "1个晚于截止日期" },
        { why = "只有落款", reports = (function()
          local list = towns(5, {})
          list[2] = { published = "", append = { other = "青石镇人民政府2025年2月8日" } }
          return list
        end)(), says = "1个晚于截止日期" },
        {
          why = "同一单位的几份，按错误最多的", says = "5个单位报送，0个晚于截止日期；1个单位的报告共有4处错误", reports = (function()
            local list = towns(7, { [5] = 1, [6] = 4, [7] = 2 })
            list[6].name, list[7].name = list[5].name, list[5].name
            return list
          end)(),
        },
      },
      passes = {
        { reports = towns(5, {}) },
        { why = "单位太少", reports = towns(4, { 1, 1, 1, 1 }) },
        { why = "汇总报告不是哪个单位报送的", reports = towns(4, { 1 }), aggregate = { name = "枫林县人民政府", times = 4 } },
        { why = "按时", reports = towns(5, {}, { "2025-01-31", "2025-01-30", "2025-01-29", "2025-01-28", "2025-01-27" }) },
        { why = "重新发布的不算迟报", reports = towns(5, {}, { [3] = "2025-10-01" }) },
        {
          why = "没有报送的单位不算", reports = towns(4, { 1 }), roster = {
            { name = "第1镇人民政府" }, { name = "第2镇人民政府" }, { name = "第3镇人民政府" }, { name = "第4镇人民政府" }, { name = "第5镇人民政府" },
          },
        },
      },
    }
  end)(),
}
