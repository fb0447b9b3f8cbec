-- A figure that nobody fills in.
-- Source: F21 annex; GZ24 and CASS16 on perfunctory figures. A remark.

local peers = lib.peers
local fewest_units = 10

--- For cases: towns that have the same figures.
local function towns_alike(count, change)
  local list = {}
  for index = 1, count do list[index] = { name = "第" .. index .. "镇人民政府", change = change } end
  return list
end

rule {
  id = "COL-020", name = "row-zero-everywhere", severity = "info",
  clauses = { "PRACTICE.plausible" },
  title = { zh = "所有单位的同一个数都是零", en = "A figure is zero in every unit" },
  message = {
    zh = "{count}个单位的“{name}”全部是0。",
    en = "“{name}” is 0 in all {count} units.",
  },
  remedy = {
    zh = "问一两个有这项业务的单位：是确实没有，还是不知道要填。",
    en = "Ask one or two units that do such business whether there was none, or whether they did not know that it is to be filled in.",
  },
  explain = {
    zh = "只看全县一般都会有的数：行政许可、行政处罚的处理决定，本年新收申请。报了这个数的单位不到10个的不看。只作提示。",
    en = "Only figures that a county hardly has none of: licence and penalty decisions, new requests. Fewer than 10 units are not looked at. A remark only.",
  },
  since = "1.1.0", tags = { "collection", "plausible" },
  check = function(collection, finding)
    for _, path in ipairs(peers.paths) do
      local list, sum = peers.figures(collection, path), 0
      for _, item in ipairs(list) do sum = sum + item.value end
      if #list >= fewest_units and sum == 0 then finding:fail { place = path, count = #list, name = peers.names[path] } end
    end
  end,
  cases = {
    fails = {
      { reports = towns_alike(10, { ["proactive.penalties.decisions"] = 0 }), expect = 1, severity = "info", says = "行政处罚" },
      { reports = towns_alike(12, { ["requests.new.total"] = 0, ["proactive.licences.decisions"] = 0 }), expect = 2 },
    },
    passes = {
      { reports = towns_alike(10) },
      { why = "单位太少", reports = towns_alike(9, { ["proactive.penalties.decisions"] = 0 }) },
      {
        why = "报了两份的单位不知道用哪份", reports = (function()
          local list = peers.towns("proactive.penalties.decisions", { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })
          list[11].name = list[10].name
          return list
        end)(),
      },
      { why = "有一个不是零", reports = peers.towns("proactive.penalties.decisions", { 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0 }) },
    },
  },
}
