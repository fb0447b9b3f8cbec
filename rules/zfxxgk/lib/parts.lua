-- Parts: the sentence of a preamble that says of which parts the report consists.
-- 「政府信息公开行政复议、行政诉讼情况」 is one part though a 、 stands in it, so known titles are taken out before the rest is split.

local parts = {}

-- How the six titles are told in preambles, the statute's long wordings too. Each pattern begins with a letter of its own, so it is tried at few places.
local known = {
  [[行政复议(?:、|，|和|与|及|以及)?(?:被)?(?:提起)?行政诉讼(?:的)?(?:情况)?]], [[处理政府信息公开申请(?:的)?(?:情况)?]],
  [[主动公开(?:政府信息)?(?:的)?(?:工作)?情况]], [[存在的?(?:主要|突出)?问题(?:及|和|与|、|以及)改进(?:情况|措施)]],
  [[其[他它]需要?(?:报告|说明)的?事项]], [[总体(?:工作)?情况]],
}
local mark = "§"
-- What may stand before a title and belongs to it.
local prefixes = {
  "因政府信息公开工作被申请", "因政府信息公开工作申请", "因政府信息公开申请", "政府信息公开工作", "因政府信息公开", "政府信息公开", "政府信息", "收到和", "收到及",
  "受理和",
}

local values = { ["一"] = 1, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9, ["十"] = 10 }
local opening = [[^.*(?:包括|包含|涵盖|分为|由|内容为|部分\s*[：:]|内容\s*[：:])(?:了)?(?:以下)?([^。：:]*)$]]
local closing = [[^[^。；0-9]*?(?=等?\s*共?\s*[一二三四五六七八九十0-9]\s*个?(?:大)?部分|组成|[，,]?\s*并附|。|$)]]
local name_of = [[^(?:以及|和|及|与|由)?\s*([一-龥（）]{2,20}?)(?:等|共|及|和|以及|的)?$]]

--- The paragraph with every known title replaced by a mark, a prefix gone with it.
local function marked(paragraph)
  local rest = paragraph
  for _, pattern in ipairs(known) do
    for _ = 1, 4 do -- a title may stand more than once
      local title = text.find(rest, pattern)
      if not title then break end
      rest = table.concat(text.split(rest, title.text), mark)
    end
  end
  for _, prefix in ipairs(prefixes) do
    local long = prefix .. mark
    if text.contains(rest, long) then rest = table.concat(text.split(rest, long), mark) end
  end
  return rest
end

--- Names of parts in a piece of the list that holds no known title.
local function add_names(list, piece)
  for _, one in ipairs(text.split(text.fold(piece), ",")) do
    for _, two in ipairs(text.split(one, "、")) do
      local trimmed = text.trim(two)
      local name = #trimmed > 3 and text.find(trimmed, name_of)
      if name and not text.test(name[1], [[^(?:等|共|分|该|本|以及|并)]]) then list[#list + 1] = name[1] end
    end
  end
end

-- What touches the title behind it is a part of that title: 行政机关, 某苏木人民政府信息公开. A mark or 和 before it makes it a name of its own.
local touching = [=[^(.*(?:[、，,；;：:]|和|及|与))(?<!收到和|收到及)[^、，,；;：:]*$]=]

--- The names of a piece that a title follows, what touches that left out.
local function before_title(piece)
  local apart = text.find(piece, touching)
  return apart and apart[1] or ""
end

--- How many known titles the list has, and which other names. A full stop between two titles ends the list.
local function read_list(paragraph)
  local pieces, unknown, count = text.split(marked(paragraph), mark), {}, 0
  for index = 2, #pieces do
    count = count + 1
    local last = index == #pieces or text.contains(pieces[index], "。")
    local tail = last and text.find(pieces[index], closing)
    add_names(unknown, not last and before_title(pieces[index]) or tail and tail.text or "")
    if last then break end
  end
  local head = count > 0 and text.find(text.sub(pieces[1], -60), opening)
  if head then add_names(unknown, before_title(head[1])) end
  return { known = count, unknown = unknown }
end

--- The number that stands before 部分, with its quote, where the words before speak of the report.
local function stated_number(paragraph)
  for found in paragraph:search("部分") do
    local number = text.find(found:before(4), [[([一二三四五六七八九十]|1?[0-9])\s*个?大?$]])
    if number then return values[number[1]] or tonumber(number[1]), found end
  end
end

--- Whether some paragraph may speak of parts; cheap.
function parts.mentioned(report)
  return report:any({ "个部分", "部分组成", "六部分", "五部分", "七部分", "八部分", "其他需要报告", "其他需要说明", "其它需要" })
end

local usual = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项"

--- The list of the paragraph; where it is the form's own, as in most reports, without reading it.
local function list_of(paragraph)
  local found = paragraph:contains(usual)
  if found and text.test(found:before(1), "[括由为含盖：]") then return { known = 6, unknown = {} } end
  return read_list(paragraph.text)
end

--- What the preamble says of the parts: { quote, words, stated = number or nil, known = how many known titles, nil for
--- fewer than three, unknown = other names }, or nil where
--- no paragraph lists three known ones or gives the number.
function parts.list(report)
  for paragraph in report:preamble() do
    local list = list_of(paragraph)
    local number, place = stated_number(paragraph)
    if list.known < 3 then list.known, list.unknown = nil, {} end
    if number and (list.known or text.test(place:before(30), [[报告|全文]])) then
      list.stated, list.words = number, text.find(place:before(4), [[(?:共|等|分)?(?:[一二三四五六七八九十]|1?[0-9])\s*个?大?$]]).text .. "部分"
    end
    if list.stated or list.known then
      list.quote = place or paragraph
      return list
    end
  end
end

return parts
