-- The county's total against the sum of its units, figure by figure (COL-003).

local rollup = {}

--- Figures have six decimals at most; what a difference has beyond them is the machine's.
local function difference_of(total)
  local difference = math.floor((total.sum - total.value) * 1000000 + 0.5) / 1000000
  return difference == math.floor(difference) and math.floor(difference) or difference
end

--- By how much the sum is more or less than the total, in words.
function rollup.difference(total)
  local difference = difference_of(total)
  local amount = math.abs(difference)
  if difference > 0 then return { zh = "比汇总数多" .. amount, en = amount .. " more" } end
  return { zh = "比汇总数少" .. amount, en = amount .. " less" }
end

local function nearest(number) return math.floor(number + 0.5) end

--- Whether the sum, rounded to as many decimals as the total has, is the total.
function rollup.is_rounding(total)
  local value, scale = total.value, 1
  while scale < 1000000 and math.abs(value * scale - nearest(value * scale)) > scale * 0.0000005 do scale = scale * 10 end
  return nearest(total.sum * scale + 0.000001) == nearest(value * scale) -- a half is rounded up
end

--- The figures in this state ("differs", "open").
function rollup.in_state(collection, state)
  local list = {}
  for total in collection:totals() do
    if total.state == state then list[#list + 1] = total end
  end
  return list
end

--- Totals that are off by the same amount for the same reason are one finding: a figure of a row is in its sums as well.
function rollup.grouped(collection)
  local groups, order = {}, {}
  for _, total in ipairs(rollup.in_state(collection, "differs")) do
    local key = string.format("%s %s %s", total.table, difference_of(total), total.explained_by and total.explained_by.name or "")
    if not groups[key] then
      groups[key] = {}
      order[#order + 1] = groups[key]
    end
    table.insert(groups[key], total)
  end
  return order
end

--- The units that any of these figures lacks, each once.
function rollup.lacking(totals)
  local list, seen = {}, {}
  for _, total in ipairs(totals) do
    for _, unit in ipairs(total:lacking()) do
      if not seen[unit.name] then
        seen[unit.name] = true
        list[#list + 1] = unit
      end
    end
  end
  return list
end

--- What is said of a group of totals: its first figure, the unit that explains it, how many more there are.
function rollup.told(collection, group)
  local first = group[1]
  local by, values = first.explained_by, {
    cells = group, place = first.path, figure = first, total = first.value, sum = first.sum, units = {}, count = #group,
    difference = rollup.difference(first), others = { zh = "", en = "" }, report = collection.aggregate, reports = { collection.aggregate },
  }
  if #group > 1 then
    values.others = { zh = "；另有" .. (#group - 1) .. "格相差同样的数", en = "; other figures off by the same: " .. (#group - 1) }
  end
  if by then
    values.at, values.unit, values.units = by, by, { by }
    values.message = first.twice and "twice" or "left_out"
  elseif rollup.is_rounding(first) then
    values.message, values.severity = "rounded", "info"
  end
  return values
end

--- What is said where one unit explains every difference.
function rollup.told_whole(collection, unit)
  local cells = rollup.in_state(collection, "differs")
  return {
    at = unit, unit = unit, cells = cells, count = #cells, place = "totals", reports = { collection.aggregate },
    message = collection.explained_twice and "whole_twice" or "whole_left_out",
  }
end

--- What is said of the totals that cannot be judged yet.
function rollup.told_open(collection, totals)
  local lacking = rollup.lacking(totals)
  return {
    cells = totals, units = lacking, absent = lacking, count = #totals, place = "totals.open", reports = { collection.aggregate },
    message = #lacking == 1 and "open_one" or "open",
  }
end

return rollup
