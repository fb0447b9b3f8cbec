-- Until when a unit's report is to be published (what 条例 article 49 says, or the roster), and the day that is known of a report.

local deadlines = {}

local upper = { state = true, province = true, city = true, county = true }

--- Last day, severity of a day more, and whether a law or only local custom says so. A date of the roster stands before all others.
function deadlines.of(unit, year)
  local law
  if upper[unit.level] and unit.kind == "department" then
    law = (year + 1) .. "-01-31"
  elseif upper[unit.level] and unit.kind == "government" then
    law = (year + 1) .. "-03-31"
  end
  if unit.deadline then return unit.deadline, law, "roster" end
  if law then return law, law, "law" end
  if not unit.level then return (year + 1) .. "-03-31", nil, "unknown" end
  return (year + 1) .. "-01-31", nil, "custom"
end

--- 2025-01-31 as people write it.
function deadlines.words(date)
  local parts = text.split(date, "-")
  local zh = parts[1] .. "年" .. tonumber(parts[2]) .. "月" .. tonumber(parts[3]) .. "日"
  return { zh = zh, en = date }
end

--- The day that is known of a report, and which it is: publication before signature. Nothing where there is none.
function deadlines.day_of(report)
  if report.published then return report.published, { zh = "发布日期", en = "date of publication" } end
  if report.signed then return report.signed, { zh = "成文日期", en = "date of signature" } end
end

--- Past this day a date is that of a later posting rather than of a late report: half a year after the last statutory day.
function deadlines.long_after(year) return (year + 1) .. "-09-30" end

--- Do something with every dated report and its unit; returns whether there was any.
function deadlines.each_dated(collection, action)
  local any = false
  for unit in collection:units() do
    for report in unit:reports() do
      if deadlines.day_of(report) then
        any = true
        action(unit, report)
      end
    end
  end
  return any
end

return deadlines
