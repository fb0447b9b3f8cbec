-- Normative documents that the text speaks of and table 2 does not have.
-- Source: 条例 article 6; F21 closing item; WW25. Numbers of documents belong to XREF-011.

-- A normative document made this year, told without a number.
local not_the_thing = "(?!的?(?:管理|清理|审查|审核|备案|目录|制定|制发|公开|库|解读|起草|合法|监督|统一|发布|评估|和|、))"
local made_documents = {
  [[(?:制定|出台|印发|制发|颁布)(?:并印发|印发|实施|公布)?了[^。；，、]{0,12}规范性文件]] .. not_the_thing,
  [[(?:制定|出台|印发|制发|颁布)[^。；，]{0,6}《[^》]{2,40}》[^。；，]{0,12}?规范性文件]] .. not_the_thing,
}
local not_own = [[上级|转发|国务院|省政府|省级|往年|去年|上年|前年|草案|征求意见|拟]]

--- The first sentence that says that normative documents were made, in this year and by this body, or nil.
local function says_made(report)
  for _, pattern in ipairs(made_documents) do
    for found in report:search(pattern) do
      local sentence = found:sentence().text
      local year = text.find(sentence, [[(20\d\d)\s*年]])
      if not text.test(sentence, not_own) and (not year or tonumber(year[1]) == report.year) then return found end
    end
  end
  return nil
end

rule {
  id = "XREF-031", name = "documents-made-table-zero", severity = "warning",
  clauses = { "R711.6", "F21.duty", "WW25" },
  title = { zh = "文中说制发了规范性文件，表二为零", en = "Normative documents were made, table 2 has none" },
  message = {
    zh = "文中“{claim}”，表二行政规范性文件本年制发填0。",
    en = "The text says “{claim}”, yet table 2 has 0 normative documents made this year.",
  },
  remedy = {
    zh = "确是行政规范性文件的补填表二；只是一般文件的，文中改称“文件”“制度”。",
    en = "Fill in table 2 where it is a normative document; call it a document or a system where it is not.",
  },
  explain = {
    zh = "只看没有写件数的说法；写了件数的由 XREF-011 比较。转发上级文件、清理、备案、征求意见的不算。",
    en = "Statements without a number; those with one belong to XREF-011. Documents passed on, reviewed, filed or drafted do not count.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "cross", "documents" },
  applies = function(report) return report.proactive.form == "2021" end,
  check = function(report, finding)
    local made = report:cell("proactive.normative_documents.made")
    if made.known and made.value > 0 then return end
    for claim in report:claims("normative.made") do
      if claim.value > 0 then
        finding:review { because = "XREF-011" }
        return
      end
    end
    local claim = says_made(report)
    if claim and lib.figures.value(finding, made) == 0 then finding:fail { at = claim, claim = claim, cells = { made } } end
  end,
  cases = {
    fails = {
      { change = { ["proactive.normative_documents.made"] = 0 }, text = { overview = "全年出台了行政规范性文件，并及时上网。" } },
      {
        change = { ["proactive.normative_documents.made"] = 0 },
        text = { overview = "印发《青石镇集贸市场管理办法》等规范性文件。全年制发规范性文件0件。" },
      },
      { change = { ["proactive.normative_documents.made"] = 0 }, text = { overview = "印发《青石镇殡葬管理办法》等规范性文件，并作了解读。" } },
    },
    passes = {
      { text = { overview = "全年出台了行政规范性文件，并及时上网。" }, why = "表二有2件" },
      { change = { ["proactive.normative_documents.made"] = 1 }, text = { overview = "全年出台了行政规范性文件，并及时上网。" } },
      { change = { ["proactive.normative_documents.made"] = 0 }, text = { overview = "转发上级文件2件，印发了规范性文件管理制度。" } },
      { change = { ["proactive.normative_documents.made"] = 0 }, text = { overview = "上级印发了规范性文件。2023年制定了规范性文件。" } },
      { change = { ["proactive.normative_documents.made"] = 0 }, each = { overview = {
        "制定了转发外地的规范性文件。", "印发了国务院规范性文件。", "印发了省政府规范性文件。", "印发了省级规范性文件。",
        "印发了往年规范性文件。", "印发了去年规范性文件。", "印发了上年规范性文件。", "印发了前年规范性文件。",
        "制定了规范性文件草案。", "制定了规范性文件，正在征求意见。", "拟订制定了规范性文件。",
      } } },
      { change = { ["proactive.normative_documents.made"] = 1 }, text = { overview = "出台规范性文件1件。" } },
    },
    reviews = {
      { change = { ["proactive.normative_documents.made"] = 0 }, text = { overview = "出台规范性文件2件。" }, why = "由 XREF-011 提示" },
      { change = { ["proactive.normative_documents.made"] = "" }, text = { overview = "全年出台了规范性文件。" } },
      { change = { ["proactive.normative_documents.made"] = 0 }, text = { overview = "出台规范性文件1件。" }, because = "XREF-011" },
    },
    not_applicable = { { form = "2019" } },
    not_run = { { drop = "tables.proactive" } },
  },
}
