-- Labels: what the form prints for a row or a column, looked up in the shared form tables (form/2019.lua, form/2021.lua).

local labels = {}

local forms = { ["2019"] = lib["2019"], ["2021"] = lib["2021"] }
local index = {}

for id, form in pairs(forms) do
  index[id] = {}
  for _, sheet in ipairs(form.tables) do
    local entry = { rows = {}, columns = {} }
    for _, row in ipairs(sheet.rows) do entry.rows[row.key] = row.label end
    for _, column in ipairs(sheet.columns) do entry.columns[column.key] = column.label end
    index[id][sheet.key] = entry
  end
end

local function entry_of(sheet)
  local form = sheet.form
  if type(form) ~= "string" then form = form.id end
  return index[form][sheet.key]
end

--- The label printed for a row (column) of a bound table.
function labels.row(sheet, key) return entry_of(sheet).rows[key] end
function labels.column(sheet, key) return entry_of(sheet).columns[key] end

return labels
