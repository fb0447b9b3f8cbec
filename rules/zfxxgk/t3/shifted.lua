-- Table 3: rows whose figures stand one column off.
-- Source: layouts.md (merged cells shift figures). Such a row fails its own sum and every column it crosses; said as what it is, it is one finding.

local words = lib.words

local order = { "natural_person", "business", "research", "nonprofit", "legal_service", "other_org", "total" }

-- What one more in a row does to its column: to results less （七）, and to what came less what went.
local effect = {
  new = { 0, 1 }, carried_in = { 0, 1 }, carried_out = { 0, -1 }, results_total = { -1, -1 },
}
local result = { 1, 0 }

--- Whether the rows' sums tie taken all together: then no row is off, and no row need be read.
local function ties_as_a_whole(sheet)
  local difference = 0
  for _, key in ipairs(order) do
    local sum = sheet:column(key):sum().value
    if not sum then return false end
    difference = difference + (key == "total" and -sum or sum)
  end
  return difference == 0
end

--- The row's figures as written, or nil where one is not known: then the rule that owns that cell is named.
local function figures_of(row, finding)
  local list = {}
  for index, key in ipairs(order) do
    list[index] = lib.figures.value(finding, row[key])
    if not list[index] then return nil end
  end
  return list
end

--- The figures moved back, and the direction in which they had slipped; nil where the row is not off by one column. Moved left, the total
--- stands under 其他 and 0 under 总计; moved right, it has come round to 自然人.
local function moved_back(list)
  local sum = 0
  for index = 1, 5 do sum = sum + list[index] end
  local sixth, last = list[6], list[7]
  if sum + sixth == last then return nil end
  if last == 0 and sixth > 0 and sum == sixth then
    return { 0, list[1], list[2], list[3], list[4], list[5], sixth }, "left"
  end
  local rest = sum - list[1] + sixth + last
  if list[1] > 0 and rest == list[1] then
    return { list[2], list[3], list[4], list[5], sixth, last, list[1] }, "right"
  end
  return nil
end

--- Whether every column balances once the rows are moved back.
local function columns_agree(sheet, moved)
  for index, key in ipairs(order) do
    local column = sheet:column(key)
    local results = column:sum("granted", "results_total") - column.results_total
    local balance = column.new + column.carried_in - column.results_total - column.carried_out
    if not (results.known and balance.known) then return false end
    local first, second = results.value, balance.value
    for _, item in ipairs(moved) do
      local change, how = item.right[index] - item.written[index], effect[item.row.key] or result
      first, second = first + how[1] * change, second + how[2] * change
    end
    if first ~= 0 or second ~= 0 then return false end
  end
  return true
end

--- The rows that slipped in one direction, with their figures as written and moved back.
local function slipped_rows(sheet, direction, finding)
  local list = {}
  for row in sheet:rows() do
    local written = figures_of(row, finding)
    if written then
      local right, way = moved_back(written)
      if way == direction then list[#list + 1] = { row = row, written = written, right = right } end
    end
  end
  return list
end

rule {
  id = "T3-023", name = "requests-row-shifted", severity = "error",
  clauses = { "F21.form.requests", "F19.form.requests" },
  title = { zh = "表三有的行错了一列", en = "Figures of table 3 stand one column off" },
  messages = {
    left = {
      zh = "表三有{count}行的数字整体向左错了一列：{names}。总计落在“其他”列，右移一列就全部对上。",
      en = "Rows of table 3 whose figures stand one column to the left ({count}): {names}. The total is under “others”; moved back, all ties.",
    },
    right = {
      zh = "表三有{count}行的数字错了一列：{names}。总计落在“自然人”列，左移一列就全部对上。",
      en = "Rows of table 3 whose figures stand one column off ({count}): {names}. The total is under “natural persons”; moved back, all ties.",
    },
  },
  remedy = {
    zh = "把这些行的数字移回原来的列，最后一列是总计。",
    en = "Move the figures of these rows back; the last column is the total.",
  },
  explain = {
    zh = "合并单元格、复制粘贴容易让一行整体错开一列。只有移一列之后这一行和各列的合计全部成立，才这样判断；与 T3-001、T3-002、T3-003 合成一条。",
    en = "Merged cells and pasting shift whole rows. It is said only where, moved by one column, the row and every column tie; one finding with "
      .. "T3-001, T3-002 and T3-003.",
  },
  history = { "1.1.0: error where the catalogue says warning: as written the row does not add up, which is an error under T3-001 already." },
  needs = { "table:requests" }, since = "1.1.0", tags = { "table", "arithmetic" },
  check = function(report, finding)
    local sheet = report.requests
    if ties_as_a_whole(sheet) then return end
    for _, direction in ipairs { "left", "right" } do
      local moved = slipped_rows(sheet, direction, finding)
      if #moved > 0 and columns_agree(sheet, moved) then
        local names = {}
        for index, item in ipairs(moved) do
          local name = words.name(item.row)
          names[index] = { zh = "“" .. name.zh .. "”", en = "“" .. name.en .. "”" }
        end
        local row = moved[1].row
        finding:unless_equal(row:sum("natural_person", "total"), row.total, {
          leads = true, message = direction, count = #names, names = words.list(names, 5),
        })
      end
    end
  end,
  cases = {
    fails = {
      {
        why = "0 1 0 0 0 0 1 填成 1 0 0 0 0 1 0", expect = 1,
        change = {
          ["requests.denied.third_party.natural_person"] = 1, ["requests.denied.third_party.business"] = 0,
          ["requests.denied.third_party.other_org"] = 1, ["requests.denied.third_party.total"] = 0,
        },
      },
      {
        why = "1 0 0 0 0 0 1 填成 1 1 0 0 0 0 0，两行都是", expect = 1,
        change = {
          ["requests.denied.internal_affairs.business"] = 1, ["requests.denied.internal_affairs.total"] = 0,
          ["requests.partial.business"] = 1, ["requests.partial.total"] = 0,
        },
      },
      {
        why = "收件的行也一样：5 2 0 0 1 0 8 转到 8 5 2 0 0 1 0",
        change = {
          ["requests.new.natural_person"] = 8, ["requests.new.business"] = 5, ["requests.new.research"] = 2,
          ["requests.new.legal_service"] = 0, ["requests.new.other_org"] = 1, ["requests.new.total"] = 0,
        },
      },
      {
        why = "（七）总计：5 2 0 0 1 0 8 转到 8 5 2 0 0 1 0",
        change = {
          ["requests.results_total.natural_person"] = 8, ["requests.results_total.business"] = 5, ["requests.results_total.research"] = 2,
          ["requests.results_total.legal_service"] = 0, ["requests.results_total.other_org"] = 1, ["requests.results_total.total"] = 0,
        },
      },
      { why = "上年结转", change = { ["requests.carried_in.business"] = 1, ["requests.carried_in.total"] = 0 } },
      {
        why = "结转下年度：1 0 0 0 0 0 1 填成 1 1 0 0 0 0 0", form = "2019",
        change = { ["requests.carried_out.business"] = 1, ["requests.carried_out.total"] = 0 },
      },
    },
    passes = {
      {},
      { form = "2019" },
      { change = { ["requests.new.total"] = 9 }, why = "只是加错，由 T3-001 提示" },
      {
        why = "自然人1件、其他1件，总计漏填：各列是平的",
        change = {
          ["requests.new.other_org"] = 1, ["requests.new.total"] = 9, ["requests.results_total.other_org"] = 1,
          ["requests.results_total.total"] = 9, ["requests.partial.other_org"] = 1, ["requests.partial.total"] = 0,
        },
      },
      { change = { ["requests.denied.third_party.business"] = 0 }, why = "总计没有落在别的列" },
      {
        why = "各列是平的，三行自己加不上",
        change = { ["requests.new.business"] = 3, ["requests.results_total.business"] = 3, ["requests.granted.business"] = 2 },
      },
      {
        why = "移回去这一行也加不上：2 0 0 0 0 0 3 转到 3 2 0 0 0 0 0",
        change = {
          ["requests.granted.natural_person"] = 3, ["requests.granted.business"] = 2, ["requests.granted.total"] = 0,
          ["requests.denied.law_forbids.business"] = 1,
        },
      },
    },
    reviews = {
      { change = { ["requests.new.research"] = "" } },
      {
        why = "别的行有空白，说不准",
        change = {
          ["requests.granted.business"] = "", ["requests.partial.business"] = 1, ["requests.partial.total"] = 0,
        },
      },
    },
    not_run = { { drop = "tables.requests" } },
  },
}
