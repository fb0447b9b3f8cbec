-- The figures of units beside one another (COL-020, COL-021).

local peers = {}

-- Figures that a county as a whole hardly has none of, however small its units are.
peers.paths = { "proactive.licences.decisions", "proactive.penalties.decisions", "requests.new.total" }

peers.names = {
  ["proactive.licences.decisions"] = { zh = "行政许可处理决定数量", en = "licence decisions" },
  ["proactive.penalties.decisions"] = { zh = "行政处罚处理决定数量", en = "penalty decisions" },
  ["requests.new.total"] = { zh = "本年新收申请数量（总计）", en = "new requests (total)" },
}

--- The figure of each unit that has one report: a list of { unit, report, value }.
function peers.figures(collection, path)
  local list = {}
  for unit in collection:units() do
    if unit.count == 1 and not unit.is_aggregate then
      for report in unit:reports() do
        local value = report:value(path)
        if value then list[#list + 1] = { unit = unit, report = report, value = value } end
      end
    end
  end
  return list
end

--- For cases: as many towns as there are values of a figure.
function peers.towns(path, values)
  local list = {}
  for index, value in ipairs(values) do list[index] = { name = "第" .. index .. "镇人民政府", change = { [path] = value } } end
  return list
end

return peers
