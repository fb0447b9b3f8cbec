-- Normative documents: the text against table 2.
-- Source: 条例 article 6; WW25 (the text gives these figures, agreeing with the table). 政策文件 and counts of what was published are
-- other quantities.

local claimed = lib.claimed

local kinds = { "normative.made", "normative.repealed", "normative.in_force" }

rule {
  id = "XREF-011", name = "normative-documents-differ", severity = "error",
  clauses = { "R711.6", "F21.duty", "WW25" },
  title = { zh = "文中规范性文件数与表二不一致", en = "Normative documents: text and table 2 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表二行政规范性文件对应的数是{expected}。",
      en = "The text says “{claim}”; table 2 has {expected}.",
    },
    part = {
      zh = "文中“{claim}”少于表二的数（{expected}），可能只是其中一部分，请人工核对。",
      en = "“{claim}” is less than table 2 has ({expected}); it may count a part only. Please check.",
    },
  },
  remedy = {
    zh = "与司法行政部门登记的数核对后，改正文字或表二。",
    en = "Check with the figures registered by the justice department and correct the text or the table.",
  },
  explain = {
    zh = "制发、废止、现行有效三个数分别核对。“政策文件×份”“公开规范性文件类信息×条”是别的口径，不算。",
    en = "Issued, repealed and in force are compared one by one. Policy documents and items published are other quantities.",
  },
  needs = { "table:proactive" }, since = "1.0.0", tags = { "cross", "documents" },
  applies = function(report) return report.proactive.form == "2021" and claimed.any(report, kinds) end,
  check = function(report, finding)
    local list = claimed.list(report, kinds)
    for _, claim in ipairs(list) do claimed.compare(report, finding, claim, list) end
  end,
  cases = {
    fails = {
      {
        change = { ["proactive.normative_documents.made"] = 4, ["proactive.normative_documents.in_force"] = 32 },
        text = { overview = "全年制发行政规范性文件0件，现行有效的规范性文件0件。" },
      },
      { change = { ["proactive.normative_documents.in_force"] = 9 } },
      { each = { overview = { "全年制发行政规范性文件5件。", "全年废止行政规范性文件5件。", "现行有效的行政规范性文件5件。" } }, expect = 1 },
    },
    passes = {
      {},
      { append = { overview = "全年公开政策文件23份，转发上级文件2件。" } },
    },
    reviews = { { change = { ["proactive.normative_documents.made"] = "/" } } },
    not_applicable = { { text = { overview = "全年公开政策文件23份。" } }, { form = "2019" } },
    not_run = { { drop = "tables.proactive" } },
  },
}
