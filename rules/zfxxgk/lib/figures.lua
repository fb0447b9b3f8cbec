-- Figures: cells that a rule reads as plain numbers, and who speaks for those that are none.
-- A formula (finding:unless_equal) needs nothing of this; a rule that asks “is it more than ten?” does.

local figures = {}

local owners = {}
for _, form in ipairs { lib["2019"], lib["2021"] } do
  for _, sheet in ipairs(form.tables) do owners[sheet.key] = sheet.owners end
end

--- The rule that speaks for a cell that is not known: blank, no number, or not read.
function figures.owner(cell)
  local own = owners[text.split(cell.path, ".")[1]]
  local kind = cell.kind
  if kind == "blank" or kind == "dash" then return own.blank end
  return kind == "text" and own.text or own.row
end

--- The value of a cell. Where it is not known the rule ends as review, because of the rule that owns the cell, and nil comes back.
function figures.value(finding, cell)
  if cell.known then return cell.value end
  finding:review { because = figures.owner(cell) }
  return nil
end

--- The sum of a range of a row or column, or nil: what figures.value is for a cell.
function figures.sum(finding, cells)
  local sum = 0
  for _, cell in ipairs(cells) do
    local value = figures.value(finding, cell)
    if not value then return nil end
    sum = sum + value
  end
  return sum
end

--- New requests plus those carried in, or nil: what figures.value is for a cell.
function figures.intake(report, finding)
  return figures.sum(finding, { report:cell("requests.new.total"), report:cell("requests.carried_in.total") })
end

--- A body of a town or a subdistrict.
function figures.is_local(report)
  return report.level == "township" or report.level == "subdistrict"
end

return figures
