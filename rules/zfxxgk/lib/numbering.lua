-- Numbering: the numbers at the heads of paragraphs, （一） and 1. and (1), level by level.
-- 一是、二是 within or at the head of paragraphs is counting aloud and not numbered here; nor are rows of tables, which are no paragraphs.

local numbering = {}

local levels = { han_bracket = 1, digit = 2, digit_bracket = 3 }

local tables = { proactive = true, requests = true, disputes = true } -- there labels of rows may have become paragraphs

--- Walk over the heads (of one kind): quote, level (nil for a sub-heading), value, section. A Markdown list's own “1. ” is left out: its numbers are not
--- what readers see. So are 12.5 and 3,646, and the sections of tables.
function numbering.heads(report, kind)
  local markdown = report.format == "markdown"
  local iterate, state, control = report:heads(kind)
  return function()
    while true do
      local quote, style, value = iterate(state, control)
      if not quote then return nil end
      local section, level = quote.section or "", levels[style or ""]
      local after = level == 2 and quote:after(1) or ""
      local no_number = after ~= "" and (after >= "0" and after <= "9" or markdown and after == " ")
      if not tables[section] and not no_number then return quote, level, value, section end
    end
  end
end

local han = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" }

--- Ways of writing number `value` of that level.
function numbering.written(level, value)
  if level == 1 then
    local word = value <= 10 and han[value] or "十" .. (han[value - 10] or "")
    return { "（" .. word .. "）", "(" .. word .. ")" }
  elseif level == 3 then
    return { "（" .. value .. "）", "(" .. value .. ")" }
  end
  return { value .. ".", value .. "、", value .. "．" }
end

return numbering
