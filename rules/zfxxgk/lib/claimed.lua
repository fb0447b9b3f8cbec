-- Claims: figures stated in the text, held against the cells they speak of.
-- A claim's `tie` says how it stands: ties, contradicts, unknown (a cell is blank or was not read), none.

local claimed = {}

--- All claims of several kinds, in the order of the kinds.
function claimed.list(report, keys, section)
  local list = {}
  for _, key in ipairs(keys) do
    for claim in report:claims(key, section) do list[#list + 1] = claim end
  end
  return list
end

function claimed.any(report, keys, section)
  for _, key in ipairs(keys) do
    local iterate, state, start = report:claims(key, section)
    if iterate(state, start) then return true end
  end
  return false
end

--- The value of a cell, or nil when it is not known.
function claimed.value(report, path)
  local cell = report:cell(path)
  return cell and cell.known and cell.value or nil
end

--- An approximation (约, 余, 近) that misses is worth a warning, an exact figure an error.
function claimed.severity(claim)
  if claim.certainty == "exact" then return nil end
  return "warning"
end

--- Another claim of the same kind ties and is larger: this one may count a part (one channel, one unit).
function claimed.may_be_part(claim, list)
  for _, other in ipairs(list) do
    if other.key == claim.key and other.tie == "ties" and other.value > claim.value and claim.value > 0 then return true end
  end
  return false
end

-- The rows whose total a kind of claim ties to: a key, or the beginning of several keys.
local rows_of = {
  ["requests.received"] = { "new" }, ["requests.new"] = { "new" }, ["requests.received_all"] = { "new", "carried_in" },
  ["requests.carried_in"] = { "carried_in" }, ["requests.carried_out"] = { "carried_out" },
  ["requests.granted"] = { "granted" }, ["requests.partial"] = { "partial" }, ["requests.granted_partial"] = { "granted", "partial" },
  ["requests.denied"] = { "denied." }, ["requests.unavailable"] = { "unavailable." }, ["requests.not_processed"] = { "not_processed." },
  ["requests.other"] = { "other" }, ["requests.completed"] = { "results_total" },
}

--- The sum of the parts of all rows whose key begins so, or nil.
local function parts_of(sheet, beginnings)
  local sum = 0
  for row in sheet:rows() do
    for _, beginning in ipairs(beginnings) do
      if text.starts(row.key, beginning) then
        local parts = row:sum("natural_person", "total")
        if not parts.known then return nil end
        sum = sum + parts.value
      end
    end
  end
  return sum
end

--- The cells that the claim should tie to while the parts of those rows add up to just what it says: then it is the rows' total
--- that is wrong, and not the text. Else nil.
local function total_at_fault(report, claim)
  local sheet, beginnings = report.requests, rows_of[claim.key]
  if not (sheet and beginnings and claim.certainty == "exact") then return nil end
  if parts_of(sheet, beginnings) == claim.value then return claim:expected() end
  if claim.key == "requests.received" and parts_of(sheet, { "new", "carried_in" }) == claim.value then
    return report:cell("requests.new.total") + report:cell("requests.carried_in.total")
  end
  return nil
end

--- Say that a claim contradicts the table. Where the table's own total is at fault the claim joins the table's equations, so that
--- the engine names the wrong cell once for all of them.
function claimed.contradict(report, finding, claim, values)
  values.at, values.claim = claim, claim.quote
  local total = total_at_fault(report, claim)
  if total then
    values.message = values.message or "default"
    finding:unless_equal(claim.value, total, values)
  else
    values.severity = values.severity or claimed.severity(claim)
    values.cells = values.cells or { claim:expected() }
    finding:fail(values)
  end
end

--- Judge one claim against the cells of its kind: contradiction fails, blanks end as the engine says, a part is for a person.
function claimed.compare(report, finding, claim, list, values)
  local tie = claim.tie
  if tie ~= "contradicts" and tie ~= "unknown" then return end
  local given = values or {}
  given.expected = claim:expected()
  if tie == "unknown" then
    given.at, given.claim, given.message = claim, claim.quote, "default"
    finding:unless_equal(claim.value, claim:expected(), given)
  elseif claimed.may_be_part(claim, list) then
    given.at, given.claim, given.message = claim, claim.quote, "part"
    finding:review(given)
  else
    claimed.contradict(report, finding, claim, given)
  end
end

return claimed
