-- Break-downs: putting a list of parts into words, and whose finding it is where a number of it contradicts a table too.

local sums = {}

local shown = 10

--- A number with what it counts: a claim of a known kind in its own words, another with the last words before it.
function sums.named(claim)
  local words = claim.quote.text
  if claim.key then return words end
  return text.find(claim.quote:before(12), [[[^，。；：、（）(),;]*$]]).text .. words
end

--- "12 + 1740 + 225" of a break-down; a long one is cut in the middle.
function sums.written(breakdown)
  local values = {}
  for part in breakdown:parts() do values[#values + 1] = tostring(part.value) end
  local last = values[#values]
  if #values > shown then
    table.move(values, 1, shown - 1, 1, values)
    for index = #values, shown, -1 do values[index] = nil end
    values[#values + 1] = "…"
    values[#values + 1] = last
  end
  return table.concat(values, " + ")
end

--- What the parts should add up to.
function sums.total(breakdown)
  local second = breakdown.second_total
  return breakdown.total.value + (second and second.value or 0)
end

-- The rules that hold a kind of claim against the tables.
local owners = {
  { "requests.received", "XREF-001" }, { "requests.new", "XREF-001" }, { "requests.carried", "XREF-004" },
  { "disputes.", "XREF-008" }, { "normative.", "XREF-011" }, { "requests.", "XREF-006" },
}

--- The rule that already speaks of one of the numbers, because a table says otherwise; or nil.
function sums.owner(breakdown)
  local function owner_of(claim)
    if not claim or claim.tie ~= "contradicts" then return nil end
    for _, owner in ipairs(owners) do
      if text.starts(claim.key, owner[1]) then return owner[2] end
    end
    return nil
  end
  local found = owner_of(breakdown.total) or owner_of(breakdown.second_total)
  for part in breakdown:parts() do found = found or owner_of(part) end
  return found
end

local channel = [[网站|门户|公众号|微信|微博|新媒体|公报|公开栏|公示栏|宣传栏|公告栏|抖音|头条|客户端|报刊|报纸|电视|广播|电台|查阅点|显示屏]]

--- Whether the parts are channels of publication: what is published in two of them may be counted twice.
function sums.by_channel(breakdown)
  local channels = 0
  for _, label in breakdown:parts() do
    if text.test(label.text, channel) then channels = channels + 1 end
  end
  return channels >= 2 and channels * 2 > breakdown.part_count
end

local published = [[(?:公开|公布|发布)[^，。；]*$]]
local all_made = [[制作|获取|产生|生成|形成|申请]]

--- What the number counts, as its clause says it.
local function clause_of(claim)
  return text.find(claim.quote:before(30), [[[^，。；]*$]]).text .. claim.quote.text
end

local function refused(label) return text.contains(label, "不予公开") or text.contains(label, "不公开") end

local function on_request(label)
  return (text.contains(label, "依申请") or text.contains(label, "公开申请")) and not text.contains(label, "主动")
end

--- The label of the first part that is nothing made public on the body's own initiative, while the total counts such things; or nil.
function sums.stranger(breakdown)
  local total = breakdown.total
  local key = total.key
  if key and key ~= "disclosed.items" then return nil end
  local whole = breakdown.quote.text
  if not (text.contains(whole, "公开") or text.contains(whole, "申请")) then return nil end
  local found, claim, only_requests
  for part, label in breakdown:parts() do
    local named = label.text
    if refused(named) then
      found, claim, only_requests = label, part, false
      break
    elseif not found and on_request(named) then
      found, claim, only_requests = label, part, true
    end
  end
  if not found then return nil end
  local clause = clause_of(total)
  if text.test(clause, all_made) or not text.test(clause, published) then return nil end
  if only_requests and not text.contains(clause, "主动公开") then return nil end
  return found, claim
end

return sums
