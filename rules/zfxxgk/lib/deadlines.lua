-- Until when a unit's report is to be published: what 条例 article 49 says, or the roster.

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

return deadlines
