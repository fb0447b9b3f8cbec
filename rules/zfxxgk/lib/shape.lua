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

-- Labels of the tables with all their figures behind, run together: rows of three, seven or fifteen numbers in one.
local long_label = [[(?:予以公开|重复申请|属于国家秘密|信访举报投诉类申请|结转下年度继续办理|申请数量|结果维持|结果纠正|其他结果|尚未审结|总计)\s*$]]
local flat_header = [[(?:结果维持|结果纠正|其他结果|尚未审结|总计){3,}\s*[0-9]{4,30}]]
local headers, labelled = { "尚未审结总计", "结果维持结果纠正" }, {}
local short_labels, digits_behind = { "规章", "规范性文件" }, [[^\s*[0-9]{3,12}(?!\s*[条件份部项年号0-9])]]
for digit = 0, 9 do
  for _, label in ipairs { "规章", "规章 ", "规范性文件", "规范性文件 " } do labelled[#labelled + 1] = label .. digit end
end

--- Where labels and figures of a table are run together, in the whole report or one section.
function shape.glued(report, key)
  local list = {}
  for run in report:digit_runs(7) do
    if (key == nil or run.section == key) and text.test(run:before(12), long_label) then list[#list + 1] = run end
  end
  for _, label in ipairs(report:any(labelled, key) and short_labels or {}) do
    for found in report:search(label, key) do
      if text.test(found:after(14), digits_behind) then list[#list + 1] = found end
    end
  end
  if report:any(headers, key) then
    for found in report:search(flat_header, key) do list[#list + 1] = found end
  end
  return list
end

return shape
