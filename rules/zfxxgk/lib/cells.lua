-- Cells: picking cells of a table and naming them in one finding, so that 125 blank cells are one sentence and not 125.

local words = lib.words
local cells = {}

--- The cells of a table to which one of the words applies ("blank", "negative" …, see table:cells) and, where given, the test,
--- in the form's order.
function cells.pick(sheet, kinds, test)
  local list = {}
  for cell in sheet:cells(table.unpack(kinds)) do
    if not test or test(cell) then list[#list + 1] = cell end
  end
  return list
end

local function cell_name(cell)
  local row, column = words.name(cell.row), words.name(cell.column)
  local written = cell.text
  local as = written and written ~= "" and "（写作“" .. written .. "”）" or ""
  local as_en = written and written ~= "" and " (written “" .. written .. "”)" or ""
  return {
    zh = "“" .. row.zh .. "”行“" .. column.zh .. "”列" .. as,
    en = "row “" .. row.en .. "” × column “" .. column.en .. "”" .. as_en,
  }
end

--- Names of the listed cells, whole columns taken together: "“商业企业”整列、…".
function cells.names(sheet, list)
  local rows, per_column = 0, {}
  for _ in sheet:rows() do rows = rows + 1 end
  for _, cell in ipairs(list) do
    local key = cell.column.key
    per_column[key] = (per_column[key] or 0) + 1
  end
  local names, whole = {}, {}
  for _, cell in ipairs(list) do
    local key = cell.column.key
    if rows > 3 and per_column[key] == rows then
      if not whole[key] then
        local column = words.name(cell.column)
        whole[key] = true
        names[#names + 1] = { zh = "“" .. column.zh .. "”整列", en = "the whole column “" .. column.en .. "”" }
      end
    else
      names[#names + 1] = cell_name(cell)
    end
  end
  return words.list(names, 6)
end

--- One finding for all listed cells of a table. Fields of `options` (message, severity, remedy) go along.
function cells.fail(finding, sheet, list, options)
  if #list == 0 then return end
  local report = {
    at = list[1], cells = words.first(list, 6), table_name = sheet, names = cells.names(sheet, list), count = #list,
    place = options.place,
  }
  report.message, report.severity, report.remedy = options.message, options.severity, options.remedy
  finding:fail(report)
end

--- Kinds of cells that several rules look for: left empty or dashed; not countable.
cells.empty = { "blank", "dash" }
cells.not_countable = { "negative", "fraction", "text" }

--- For forms of 2019 and 2020, where blanks were common and no notice had objected: info.
function cells.blank_severity(report, severity)
  if report.year and report.year <= 2020 then return "info" end
  return severity
end

return cells
