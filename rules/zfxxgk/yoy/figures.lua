-- This year's figures beside last year's: the same ones again, or quite others without a word.
-- Source: the case of 2011 (DG11); 条例 article 6 （准确）; published reports (南大街: 1002 items, then 27).

local change_least, change_share = 50, 0.8
-- Words that say why a number changed, or that it did.
local told = [[同比|环比|(?:比|较)(?:上年|上一年|去年|20\d\d年)|增长|上升|下降|减少|增加|迁移|改版|整合|合并|机构改革|口径|清理|下架|撤销|调整]]

--- The first figure of section one for items disclosed in the year; anywhere where section one has none.
local function disclosed(report)
  for _, key in ipairs { "overview", "proactive" } do
    local iterate, state, start = report:claims("disclosed.items", report:section(key) and key)
    local claim = iterate(state, start)
    if claim then return claim end
  end
  return nil
end

rule {
  id = "YOY-010", name = "disclosure-jumps", severity = "info",
  clauses = { "R711.6", "PRACTICE.change" },
  ground = "practice",
  title = { zh = "主动公开数量变动很大，没有说明", en = "Items disclosed change a great deal without a word" },
  message = {
    zh = "主动公开政府信息{own}{unit}，上年报告{before}{unit}，{direction}{share}%，文中没有说明原因。",
    en = "{own} items ({unit}) disclosed, {before} last year: {direction} {share}%, and the text does not say why.",
  },
  remedy = {
    zh = "核对两年的统计口径是否一致；确实变化大的，用一句话说明原因，例如网站栏目合并、统计范围调整。",
    en = "Check that both years count alike; where it did change, say why in one sentence, for instance that columns were merged.",
  },
  explain = {
    zh = "比较两年第一部分写的主动公开数量，增减超过80%、相差50条以上，且那一段没有同比、原因之类的话，提示核对。",
    en = "The figures for items disclosed in both years' text; a change above 80% and of 50 items or more, with no word on it in that paragraph.",
  },
  needs = { "prior" }, since = "1.1.0", tags = { "year-to-year", "disclosure" },
  applies = function(report) return not report.prior or (disclosed(report) and disclosed(report.prior)) end,
  check = function(report, finding)
    local own, before = disclosed(report), disclosed(report.prior)
    local change = own.value - before.value
    if before.value == 0 or math.abs(change) < change_least or math.abs(change) <= before.value * change_share then return end
    if text.test(own.quote:paragraph().text, told) then return end
    finding:fail {
      at = own, quotes = { before }, place = (own.section or "overview") .. ".disclosed", own = own.value, before = before.value,
      unit = own.unit or "", share = math.floor(math.abs(change) / before.value * 100 + 0.5),
      direction = change > 0 and { zh = "增加", en = "up by" } or { zh = "减少", en = "down by" },
    }
  end,
  cases = {
    fails = {
      { text = { overview = "全年主动公开政府信息27条。" }, prior = { text = { overview = "全年主动公开政府信息1002条。" } } },
      { text = { overview = "全年主动公开政府信息451条。" }, prior = { text = { overview = "全年主动公开政府信息250条。" } } },
      {
        why = "写在第二部分", text = { overview = "公开工作有序开展。", proactive = "全年主动公开政府信息27条。" },
        prior = { text = { overview = "全年主动公开政府信息1002条。" } }, says = "proactive.disclosed",
      },
      { why = "增加", text = { overview = "全年主动公开政府信息800条。" }, prior = { text = { overview = "全年主动公开政府信息100条。" } }, says = "信息800条，上年报告100条，增加700%" },
      { why = "正好相差50条", text = { overview = "全年主动公开政府信息60条。" }, prior = { text = { overview = "全年主动公开政府信息10条。" } } },
    },
    passes = {
      { why = "上年为0", text = { overview = "全年主动公开政府信息240条。" }, prior = { text = { overview = "全年主动公开政府信息0条。" } } },
      { text = { overview = "全年主动公开政府信息240条。" }, prior = { text = { overview = "全年主动公开政府信息261条。" } } },
      { text = { overview = "全年主动公开政府信息450条。" }, prior = { text = { overview = "全年主动公开政府信息250条。" } } },
      { why = "数都很小", text = { overview = "全年主动公开政府信息52条。" }, prior = { text = { overview = "全年主动公开政府信息3条。" } } },
      {
        why = "说了原因或变化",
        each = { overview = {
          "主动公开政府信息27条，同比变化很大。", "主动公开政府信息27条，环比变化很大。", "主动公开政府信息27条，比上年少得多。", "主动公开政府信息27条，较去年少得多。",
          "主动公开政府信息27条，比上一年少得多。", "主动公开政府信息27条，比2023年少得多。", "主动公开政府信息27条，负增长。", "主动公开政府信息27条，没有上升。",
          "主动公开政府信息27条，大幅下降。", "主动公开政府信息27条，大幅减少。", "主动公开政府信息27条，没有增加。", "主动公开政府信息27条，因网站迁移。",
          "主动公开政府信息27条，因网站改版。", "主动公开政府信息27条，因栏目整合。", "主动公开政府信息27条，因栏目合并。", "主动公开政府信息27条，因机构改革。",
          "主动公开政府信息27条，因口径不同。", "主动公开政府信息27条，因开展清理。", "主动公开政府信息27条，因旧文下架。", "主动公开政府信息27条，因栏目撤销。",
          "主动公开政府信息27条，因栏目调整。",
        } },
        prior = { text = { overview = "全年主动公开政府信息1002条。" } },
      },
      {
        why = "说了原因",
        text = { overview = "全年主动公开政府信息27条，因网站改版不再重复发布上级文件。" }, prior = { text = { overview = "全年主动公开政府信息1002条。" } },
      },
    },
    not_applicable = { { text = { overview = "公开工作有序开展。" }, prior = true }, { prior = { text = { overview = "公开工作有序开展。" } } } },
    not_run = { {} },
  },
}

-- The base report's figures that are not zero, sums apart: what cases make last year's report of.
local figures_of_base = {
  ["proactive.normative_documents.made"] = 2, ["proactive.normative_documents.repealed"] = 1,
  ["proactive.normative_documents.in_force"] = 7, ["proactive.licences.decisions"] = 36, ["proactive.penalties.decisions"] = 12,
  ["proactive.coercion.decisions"] = 1, ["proactive.fees.amount"] = 1.25,
  ["requests.new.natural_person"] = 5, ["requests.new.business"] = 2, ["requests.new.legal_service"] = 1,
  ["requests.carried_in.natural_person"] = 1, ["requests.granted.natural_person"] = 2, ["requests.granted.business"] = 1,
  ["requests.partial.natural_person"] = 1, ["requests.denied.third_party.business"] = 1,
  ["requests.denied.internal_affairs.natural_person"] = 1, ["requests.unavailable.not_held.natural_person"] = 1,
  ["requests.unavailable.not_held.legal_service"] = 1, ["requests.carried_out.natural_person"] = 1,
  ["disputes.reconsideration.upheld"] = 1, ["disputes.reconsideration.pending"] = 1, ["disputes.direct_suit.other"] = 1,
  ["disputes.suit_after_reconsideration.upheld"] = 1,
}

--- Those figures with some of them changed; `other` replaces all that are not named.
local function figures(changes, other)
  local list = {}
  for path, value in pairs(figures_of_base) do list[path] = changes[path] or other or value end
  return list
end

local four = {
  ["proactive.normative_documents.in_force"] = 7, ["proactive.licences.decisions"] = 36, ["proactive.penalties.decisions"] = 12,
  ["requests.new.natural_person"] = 5,
}
local five = figures(four, 0)
five["proactive.fees.amount"] = 1.25

local least_figures = 5
local totals = { results_total = true, total = true }

--- The figures that are no sums: all cells of the tables but total rows and columns. Calls `visit` with this year's and last year's cell.
local function each_figure(report, visit)
  for _, key in ipairs { "proactive", "requests", "disputes" } do
    local own, before = report:table(key), report.prior:table(key)
    if not own or not before or own.form ~= before.form then return false end
    for cell in own:cells() do
      local row, column = cell.row.key, cell.column.key
      if not totals[row] and not totals[column] and not visit(cell, before:cell(row, column)) then return false end
    end
  end
  return true
end

rule {
  id = "YOY-011", name = "figures-of-last-year", severity = "warning",
  clauses = { "DG11" },
  title = { zh = "表格数据与上年报告完全相同", en = "The tables hold last year's figures" },
  message = {
    zh = "三张表的数据与上年报告完全相同（不计合计，不为0的有{count}个，例如{sample}）。",
    en = "All three tables hold the figures of last year's report (sums apart, {count} of them not zero, for instance {sample}).",
  },
  remedy = {
    zh = "看是不是误用了上年的表格，按本年度的登记重新填写；确实相同的，不用改，可以在第六部分说明一句。",
    en = "See whether last year's tables were left in place, and fill them in from this year's registers; where the figures really are the same, "
      .. "nothing needs to change.",
  },
  explain = {
    zh = "两年三张表里除合计以外的数全部相同，而且不为0的至少有5个。0不算，一两个数相同也不算。",
    en = "All figures of the three tables but sums are the same in both years, and at least five of them are not zero.",
  },
  needs = { "prior", "table:proactive", "table:requests", "table:disputes" }, since = "1.1.0", tags = { "year-to-year", "tables" },
  check = function(report, finding)
    local same = {}
    local all_same = each_figure(report, function(own, before)
      if not own.known and not (before and before.known) then return true end
      if not (before and own.known and before.known and own.value == before.value) then return false end
      if own.value ~= 0 then same[#same + 1] = own end
      return true
    end)
    if not all_same or #same < least_figures then return end
    finding:fail {
      at = same[1], place = "tables.figures", cells = lib.words.first(same, 6), count = #same,
      sample = lib.words.list({ lib.words.both(tostring(same[1])), lib.words.both(tostring(same[2])), lib.words.both(tostring(same[3])) }, 3),
    }
  end,
  cases = {
    fails = {
      { why = "整份照搬", prior = { change = figures {} }, expect = 1 },
      { why = "只有五个数不为0", change = five, prior = { change = five } },
      {
        why = "两年同一格都没有填",
        change = { ["requests.new.natural_person"] = "" }, prior = { change = figures { ["requests.new.natural_person"] = "" } },
      },
    },
    passes = {
      { prior = true },
      { why = "改了一个数", prior = { change = figures { ["proactive.licences.decisions"] = 35 } } },
      { why = "只有四个数不为0", change = figures(four, 0), prior = { change = figures(four, 0) } },
      { why = "上年没有这张表", prior = { change = figures {}, drop = "tables.disputes" } },
      { why = "上年用的是另一种格式", prior = { form = "2019", year = 2023 } },
      { why = "一年没有填", prior = { change = figures { ["requests.new.natural_person"] = "" } } },
    },
    not_run = { {}, { prior = true, drop = "tables.requests" } },
  },
}
