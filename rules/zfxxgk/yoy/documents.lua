-- Rules and normative documents in force: last year's stock and what was made and repealed since.
-- Source: the columns 制发, 废止 and 现行有效 of table 2 (form of 2021); arithmetic between two years.

-- What may change the stock of documents without being made or repealed in the year.
local explained = [[清理|(?:宣布|到期|自然|自动)失效|失效[^，。；]{0,8}\d|有效期(?:届满|已满|到期)|移交|划转|机构改革|合并|并入|接收|承接|口径(?:调整|变化)]]
local documents = { "regulations", "normative_documents" }

--- The three figures of a row and last year's stock, or nil where one of them is not known.
local function stock(report, row)
  local sheet, before = report.proactive, report.prior.proactive
  local figures = {
    made = sheet:cell(row, "made"), repealed = sheet:cell(row, "repealed"), own = sheet:cell(row, "in_force"),
    before = before:cell(row, "in_force"),
  }
  for _, key in ipairs { "made", "repealed", "own", "before" } do
    if not (figures[key] and figures[key].known) then return nil end
  end
  return figures
end

rule {
  id = "YOY-002", name = "documents-in-force-do-not-chain", severity = "warning",
  clauses = { "F21.form.proactive", "R711.6" },
  title = { zh = "现行有效件数与上年对不上", en = "Documents in force do not follow from last year" },
  messages = {
    default = {
      zh = "表二“{row}”：上年报告现行有效{before}件，本年制发{made}件、废止{repealed}件，应为{expected}件，却填{own}件。",
      en = "Table 2, “{row}”: {before} in force last year, {made} made and {repealed} repealed make {expected}, but {own} is given.",
    },
    explained = {
      zh = "表二“{row}”：上年报告现行有效{before}件，本年制发{made}件、废止{repealed}件，应为{expected}件，填的是{own}件；文中提到“{word}”，请核对差额是否由此而来。",
      en = "Table 2, “{row}”: {before} in force last year, {made} made and {repealed} repealed make {expected}, but {own} is given; the text speaks "
        .. "of “{word}”: check whether that is the reason.",
    },
  },
  remedy = {
    zh = "按文件目录逐件核对现行有效的件数；因到期失效、清理、机构调整而增减的，在第一部分或第六部分说明。",
    en = "Count the documents in force from the register; explain in section one or six what expired, was cleared up or came with a reorganisation.",
  },
  explain = {
    zh = "上年现行有效 + 本年制发 − 本年废止 = 本年现行有效，规章和行政规范性文件分别核对。两年都用2021年格式才有“现行有效”可比。"
      .. "到期失效、清理、机构调整也会改变件数，所以是警告；文中提到这些的，降为提示。",
    en = "In force last year + made − repealed = in force now, for rules and for normative documents; both years must use the form of 2021. "
      .. "Expiry, clean-ups and reorganisation change the number too, so it is a warning, and an info where the text speaks of them.",
  },
  needs = { "prior", "table:proactive" }, since = "1.1.0", tags = { "year-to-year", "table2" },
  applies = function(report)
    local before = report.prior and report.prior.proactive
    return not before or (before.form == "2021" and report.proactive and report.proactive.form == "2021")
  end,
  check = function(report, finding)
    local compared = 0
    for _, row in ipairs(report.prior.proactive and documents or {}) do
      local figures = stock(report, row)
      local expected = figures and figures.before.value + figures.made.value - figures.repealed.value
      if figures then compared = compared + 1 end
      if figures and expected ~= figures.own.value then
        local why = lib.narrative.first(report, nil, lib.narrative.once(explained), function(sentence)
          return sentence:contains("文件") or sentence:contains("规章")
        end)
        local word = why and why:find(explained)
        finding:fail {
          at = figures.own, place = "proactive." .. row .. ".in_force", message = word and "explained", severity = word and "info",
          cells = { figures.before, figures.made, figures.repealed, figures.own }, quotes = { word }, word = word,
          row = report.proactive:row(row), before = figures.before, made = figures.made, repealed = figures.repealed, own = figures.own,
          expected = expected,
        }
      end
    end
    if compared == 0 then finding:not_run { because = "prior_unknown" } end
  end,
  cases = {
    fails = {
      { prior = true, change = { ["proactive.normative_documents.in_force"] = 8 }, severity = "warning" },
      { prior = { change = { ["proactive.regulations.in_force"] = 1 } }, expect = 1 },
      {
        prior = true, change = { ["proactive.normative_documents.in_force"] = 5 }, severity = "info",
        append = { overview = "开展规范性文件清理，宣布到期文件失效。" },
      },
      {
        prior = true, change = { ["proactive.normative_documents.in_force"] = 5 }, severity = "info",
        each = { overview = {
          "规范性文件清理完毕。", "2件规范性文件宣布失效。", "规范性文件到期失效。", "规范性文件自然失效。", "规范性文件自动失效。", "规范性文件失效的有2件。",
          "规范性文件有效期届满。", "规范性文件有效期已满。", "规范性文件有效期到期。", "规范性文件移交县里。", "规范性文件划转县里。", "因机构改革，规范性文件减少。",
          "两个规范性文件合并。", "规范性文件并入县里的文件。", "接收规范性文件2件。", "承接规范性文件2件。", "规范性文件口径调整。", "规章口径变化。",
        } },
      },
    },
    passes = {
      { prior = true },
      { why = "本年有一格没有填", prior = true, change = { ["proactive.normative_documents.made"] = "" } },
      { why = "本年有一格没有填", prior = true, change = { ["proactive.normative_documents.repealed"] = "/" } },
      { why = "本年有一格没有填", prior = true, change = { ["proactive.normative_documents.in_force"] = "" } },
      { why = "上年有一行没有填", prior = { change = { ["proactive.normative_documents.in_force"] = "" } } },
      { prior = { change = { ["proactive.normative_documents.in_force"] = 9 } }, change = { ["proactive.normative_documents.in_force"] = 10 } },
    },
    not_applicable = { { form = "2019", prior = true }, { prior = { form = "2019", year = 2023 } } },
    not_run = {
      {},
      { prior = true, drop = "tables.proactive" },
      { prior = { drop = "tables.proactive" } },
      {
        why = "上年两行都没有填",
        prior = { change = { ["proactive.normative_documents.in_force"] = "", ["proactive.regulations.in_force"] = "/" } },
      },
    },
  },
}
