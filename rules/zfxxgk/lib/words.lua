-- Words: comparing what is written with what is printed in the form, and putting lists into messages.
-- Every list for a message is a pair { zh = …, en = … }.

local words = {}

-- Typing differences that do not make another word. Spaces and full-width forms are gone after text.fold.
local marks = " 、，,。.：:；;（）()《》〈〉<>“”\"‘’'·-—－/"

--- The string without spaces, width differences and punctuation.
function words.plain(s) return text.without(text.fold(s), marks) end

local ordinal = [[^\s*[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．，,]\s*(.+)$|^\s*[①②③④⑤⑥⑦⑧⑨⑩]\s*(.+)$]]

--- A label without the number in front of it.
function words.unnumbered(s)
  local found = text.find(s, ordinal)
  if not found then return s end
  return found[1] or found[2] or s
end

--- A long label cut short in its own characters: 部分公开, 逾期不缴费.
local function abbreviates(short, long)
  if text.len(long) <= 20 or text.len(short) < 4 or text.len(short) * 2 > text.len(long) then return false end
  return text.without(short, long) == ""
end

--- Whether a written label is the printed one, apart from numbering, spaces, width, punctuation and abbreviation.
function words.same_label(written, printed)
  if written == printed then return true end
  local one, other = words.plain(words.unnumbered(written)), words.plain(words.unnumbered(printed))
  return one == other or abbreviates(one, other)
end

--- The name of a row, column or table in both languages.
function words.name(view)
  local name = view.name
  if type(name) == "table" then return { zh = name.zh, en = name.en } end
  return { zh = name, en = name }
end

--- "甲、乙等" / "a, b and 4 more" of an array of pairs; messages give the count beside it.
function words.list(items, limit)
  local shown = math.min(#items, limit)
  local zh, en = {}, {}
  for index = 1, shown do
    zh[index], en[index] = items[index].zh, items[index].en
  end
  local list = { zh = table.concat(zh, "、"), en = table.concat(en, ", ") }
  if #items > shown then
    list.zh = list.zh .. "等"
    list.en = list.en .. " and " .. (#items - shown) .. " more"
  end
  return list
end

--- The first `limit` items, for marks.
function words.first(items, limit)
  return table.move(items, 1, math.min(#items, limit), 1, {})
end

--- A string as a pair: the same in both languages.
function words.both(s)
  return { zh = s, en = s }
end

--- The title that the report should have, as far as we know body and year.
function words.proper_title(report)
  local year = report.year or report.title_year
  return (report.name or "（机关全称）") .. (year and tostring(year) or "（年份）") .. "年政府信息公开工作年度报告"
end

return words
