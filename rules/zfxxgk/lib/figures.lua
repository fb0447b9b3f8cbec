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

local dispute_sums = { reconsideration = "T4-001", direct_suit = "T4-002", suit_after_reconsideration = "T4-003" }

--- Whether the cell's row makes its total (or cannot be added up). Where it does not, the row has a wrong figure and nothing is said of what
--- only seems unlikely: the rule ends as review, because of the rule for that sum.
function figures.adds_up(finding, cell)
  local row = cell.row
  local of_requests = text.starts(cell.path, "requests.")
  local parts, total = row:sum(of_requests and "natural_person" or "upheld", "total").value, row.total.value
  if not (parts and total) or parts == total then return true end
  finding:review { because = of_requests and "T3-001" or dispute_sums[row.key] }
  return false
end

local received = { "new", "carried_in" }

--- Whether table 3 has no request at all: the totals of the first two rows are 0, and nothing stands beside them (a total that was not filled
--- in is T3-001's).
function figures.no_requests(report)
  for _, key in ipairs(received) do
    local row = report.requests:row(key)
    local parts = row:sum("natural_person", "total")
    if not row.total.known or row.total.value > 0 or (parts.known and parts.value > 0) then return false end
  end
  return true
end

--- New requests plus those carried in, or nil: what figures.value is for a cell. Also nil where the totals are 0 and their rows are not.
function figures.intake(report, finding)
  local intake = figures.sum(finding, { report:cell("requests.new.total"), report:cell("requests.carried_in.total") })
  if intake == 0 and not figures.no_requests(report) then
    finding:review { because = "T3-001" }
    return nil
  end
  return intake
end

--- A body of a town or a subdistrict.
function figures.is_local(report)
  return report.level == "township" or report.level == "subdistrict"
end

--- For cases: the changes to the clean report that leave it without a request, and more of them.
function figures.without_requests(more)
  local change = {
    ["requests.new.natural_person"] = 0, ["requests.new.business"] = 0, ["requests.new.legal_service"] = 0, ["requests.new.total"] = 0,
    ["requests.carried_in.natural_person"] = 0, ["requests.carried_in.total"] = 0,
  }
  for path, value in pairs(more or {}) do change[path] = value end
  return change
end

return figures
