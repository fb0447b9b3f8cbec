-- Shape: rows and columns that a bound table lacks, and lines that it has too many.

local words = lib.words
local shape = {}

--- Names of the rows (columns) that an iterator gives, in quotation marks.
local function names(views, sheet, which)
  local list = {}
  for view in views(sheet, which) do
    local name = words.name(view)
    list[#list + 1] = { zh = "“" .. name.zh .. "”", en = "“" .. name.en .. "”" }
  end
  return list
end

--- Names of the form's rows (columns) that were not found, for messages.
function shape.missing_rows(sheet) return names(sheet.rows, sheet, "absent") end
function shape.missing_columns(sheet) return names(sheet.columns, sheet, "absent") end

local subtotal = [[小\s*计\s*$]]

--- Lines that carry figures but are no row of the form; invented subtotals apart.
function shape.extra_rows(sheet)
  local list = {}
  for line in sheet:unbound() do
    local label = line.label.text
    local sum = line.subtotal or text.test(label, subtotal)
    if not sum and text.trim(label) ~= "" and text.test(line.values, [[\d]]) then list[#list + 1] = line end
  end
  return list
end

return shape
