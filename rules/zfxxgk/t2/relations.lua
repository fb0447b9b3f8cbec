-- Table 2: what issued, repealed and in force say about each other.
-- Source: arithmetic. What was issued this year is in force at its end or repealed; where nothing was repealed T2-005 says it.

local rows = { "regulations", "normative_documents" }

rule {
  id = "T2-004", name = "issued-above-in-force-and-repealed", severity = "warning",
  clauses = { "F21.form.proactive", "R711.6" },
  title = { zh = "本年制发多于废止与现行有效之和", en = "More issued than repealed and in force together" },
  message = {
    zh = "表二“{row}”本年制发{made}件、废止{repealed}件，现行有效只有{in_force}件：废止的即使全是本年制发的，现行有效也不会这么少。",
    en = "Table 2, “{row}”: {made} issued, {repealed} repealed, only {in_force} in force. Even if all those repealed were this year's, more would be left.",
  },
  remedy = {
    zh = "核对三个数：现行有效是截至年底全部有效的文件，至少等于本年制发减去本年废止。",
    en = "Check the three figures: in force are all documents valid at year's end, at least those issued less those repealed.",
  },
  explain = {
    zh = "当年制发当年又废止的已经算进去了，仍然对不上才提示。没有废止的由 T2-005 提示。",
    en = "Documents issued and repealed within the year are allowed for. Where none was repealed T2-005 says it.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "arithmetic" },
  applies = function(report) return report.proactive.form == "2021" end,
  check = function(report, finding)
    for _, key in ipairs(rows) do
      local row = report.proactive:row(key)
      local made, repealed, in_force = row.made, row.repealed, row.in_force
      local issued, gone, left = made.value, repealed.value, in_force.value
      if issued and left and gone == 0 then
        if issued > left then finding:review { because = "T2-005" } end
      elseif not (issued and left and gone and issued <= left + gone) then
        finding:unless_at_most(made, in_force + repealed, {
          message = "default", row = row, made = made, repealed = repealed, in_force = in_force,
        })
      end
    end
  end,
  cases = {
    fails = {
      { change = { ["proactive.normative_documents.made"] = 5, ["proactive.normative_documents.in_force"] = 3 } },
      { change = { ["proactive.normative_documents.made"] = 2, ["proactive.normative_documents.in_force"] = 0 }, expect = 1 },
      { change = { ["proactive.regulations.made"] = 4, ["proactive.regulations.repealed"] = 1 } },
    },
    passes = {
      {},
      { change = { ["proactive.normative_documents.made"] = 4, ["proactive.normative_documents.repealed"] = 0,
        ["proactive.normative_documents.in_force"] = 32 } },
      { change = { ["proactive.normative_documents.made"] = 5, ["proactive.normative_documents.repealed"] = 4,
        ["proactive.normative_documents.in_force"] = 1 }, why = "当年制发，当年废止" },
    },
    reviews = {
      { change = { ["proactive.normative_documents.made"] = 5, ["proactive.normative_documents.repealed"] = 0,
        ["proactive.normative_documents.in_force"] = 3 }, why = "由 T2-005 提示" },
      { change = { ["proactive.normative_documents.made"] = 9, ["proactive.normative_documents.repealed"] = "" } },
    },
    not_applicable = { { form = "2019" } },
    not_run = { { drop = "tables.proactive" } },
  },
}

rule {
  id = "T2-006", name = "repealed-and-none-in-force", severity = "info",
  clauses = { "F21.form.proactive", "R711.6" },
  title = { zh = "有废止，现行有效却为零", en = "Some repealed, none in force" },
  message = {
    zh = "表二“{row}”本年废止{repealed}件，现行有效填0件，请确认是不是一件有效的也没有了。",
    en = "Table 2, “{row}”: {repealed} repealed and 0 in force. Please confirm that none is left.",
  },
  remedy = {
    zh = "查一下往年制发、仍然有效的文件，计入“现行有效件数”；确实全部废止的，不用改。",
    en = "Count documents of earlier years that are still valid; if the last one really was repealed, leave it.",
  },
  explain = {
    zh = "“现行有效”是全部有效文件，不是本年新增。废止了文件、又一件不剩的很少见，多半是把它当成了本年数。制发数对不上的由 T2-004 提示。",
    en = "In force means all valid documents, not this year's. To repeal some and keep none is rare. Figures that cannot be right belong to T2-004.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "plausibility" },
  applies = function(report) return report.proactive.form == "2021" end,
  check = function(report, finding)
    for _, key in ipairs(rows) do
      local row = report.proactive:row(key)
      local repealed, in_force = row.repealed, row.in_force
      if not (repealed.known and in_force.known) then
        finding:review { because = lib.figures.owner(repealed.known and in_force or repealed) }
      elseif repealed.value > 0 and in_force.value == 0 then
        local made = lib.figures.value(finding, row.made)
        if made and made > repealed.value then
          finding:review { because = "T2-004" }
        elseif made then
          finding:fail { at = in_force, cells = { repealed, in_force }, row = row, repealed = repealed }
        end
      end
    end
  end,
  cases = {
    fails = {
      { change = { ["proactive.normative_documents.made"] = 0, ["proactive.normative_documents.in_force"] = 0 } },
      { change = { ["proactive.normative_documents.made"] = 1, ["proactive.normative_documents.in_force"] = 0 } },
      { change = { ["proactive.regulations.repealed"] = 1 }, level = "city" },
    },
    passes = {
      {},
      { change = { ["proactive.normative_documents.made"] = 0, ["proactive.normative_documents.in_force"] = 6 } },
      { change = { ["proactive.normative_documents.made"] = 0, ["proactive.normative_documents.repealed"] = 0,
        ["proactive.normative_documents.in_force"] = 0 } },
    },
    reviews = {
      { change = { ["proactive.normative_documents.in_force"] = 0 }, why = "由 T2-004 提示" },
      { change = { ["proactive.normative_documents.in_force"] = "/" }, because = "T2-010" },
    },
    not_applicable = { { form = "2019" } },
    not_run = { { drop = "tables.proactive" } },
  },
}
