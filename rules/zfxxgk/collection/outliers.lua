-- A figure far from those of all peers.
-- Source: customary checks of an inspector. A remark.

local peers = lib.peers

--- The greatest of the other values.
local function next_greatest(list, without)
  local most = 0
  for index, item in ipairs(list) do
    if index ~= without and item.value > most then most = item.value end
  end
  return most
end

rule {
  id = "COL-021", name = "figure-far-from-peers", severity = "info",
  clauses = { "PRACTICE.plausible" },
  title = { zh = "数字远离同类单位", en = "A figure far from those of its peers" },
  message = {
    zh = "{unit}的“{name}”是{value}，而同级同类的{count}个单位中，其他的最多才{other}。",
    en = "{unit}'s “{name}” is {value}; of {count} units of its level and kind no other has more than {other}.",
  },
  remedy = {
    zh = "请{unit}核对：多打一个零、填成了累计数、单位弄错，都会这样；确实这么多的，不用改。",
    en = "Have {unit} check: a zero too many, a cumulative figure or a wrong unit look like this. If it is right, leave it.",
  },
  explain = {
    zh = "同级同类单位不少于9个时比较：超过第二名的十倍、多出100以上（离其他单位的平均值就远远超过三倍标准差）。单位大小不同，只作提示。",
    en = "Among at least nine units of a level and kind: more than ten times the next greatest and a hundred above it, which is far more than three standard "
      .. "deviations from the others' mean. Units differ in size: a remark only.",
  },
  since = "1.1.0", tags = { "collection", "plausible" },
  check = function(collection, finding)
    for _, path in ipairs(peers.paths) do
      local groups, order = {}, {}
      for _, item in ipairs(peers.figures(collection, path)) do
        local key = (item.unit.level or "") .. "/" .. (item.unit.kind or "")
        if not groups[key] then
          groups[key] = {}
          order[#order + 1] = groups[key]
        end
        table.insert(groups[key], item)
      end
      for _, list in ipairs(order) do
        for index, item in ipairs(#list >= 9 and list or {}) do
          local other = next_greatest(list, index)
          if item.value > 10 * other and item.value >= other + 100 then -- so it is far more than three standard deviations from the others' mean
            finding:fail {
              at = item.report, unit = item.unit, name = peers.names[path], value = item.value, count = #list, other = other, place = path,
            }
          end
        end
      end
    end
  end,
  cases = {
    fails = {
      {
        reports = peers.towns("proactive.penalties.decisions", { 50, 40, 52, 5000, 47, 61, 38, 45, 49 }), expect = 1, severity = "info", says = "第4镇人民政府",
      },
      { reports = peers.towns("requests.new.total", { 0, 0, 0, 0, 0, 0, 0, 0, 120, 0 }), expect = 1 },
      { reports = peers.towns("proactive.licences.decisions", { 1, 9, 8, 7, 2000, 2, 4, 8, 3 }), expect = 1, says = "才9" },
      { why = "刚过十倍", reports = peers.towns("proactive.penalties.decisions", { 50, 40, 50, 501, 47, 41, 38, 45, 49 }), expect = 1 },
      { why = "刚多出100", reports = peers.towns("proactive.penalties.decisions", { 5, 4, 5, 105, 4, 4, 3, 4, 4 }), expect = 1 },
    },
    passes = {
      { reports = peers.towns("proactive.penalties.decisions", { 50, 40, 52, 500, 47, 61, 380, 45, 49 }) },
      { why = "单位太少", reports = peers.towns("proactive.penalties.decisions", { 50, 40, 52, 5000, 47, 61, 38, 45 }) },
      { why = "多出不到100", reports = peers.towns("proactive.penalties.decisions", { 1, 2, 1, 90, 3, 2, 1, 1, 2 }) },
      { why = "正好十倍", reports = peers.towns("proactive.penalties.decisions", { 50, 40, 50, 500, 47, 41, 38, 45, 49 }) },
      { why = "大小本来悬殊", reports = peers.towns("proactive.penalties.decisions", { 1, 10, 100, 8000, 3, 30, 900, 1500, 2 }) },
      {
        why = "县与乡镇不比", reports = (function()
          local list = peers.towns("proactive.penalties.decisions", { 50, 40, 52, 47, 61, 38, 45, 49, 5000 })
          list[9].level = "county"
          return list
        end)(),
      },
      {
        why = "政府与部门不比", reports = (function()
          local list = peers.towns("proactive.penalties.decisions", { 50, 40, 52, 47, 61, 38, 45, 49, 5000 })
          list[9].kind = "department"
          return list
        end)(),
      },
    },
  },
}
