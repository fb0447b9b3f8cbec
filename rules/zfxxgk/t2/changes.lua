-- Table 2 of the trial form (2019 and 2020): made, published and published in all; last year's items and the change.
-- Source: annex of 〔2019〕60号; arithmetic.

rule {
  id = "T2-030", name = "published-against-made", severity = "warning",
  clauses = { "F19.form.proactive", "R711.6" },
  title = { zh = "新公开数多于新制作数，或总数少于新公开数", en = "More published than made, or than published in all" },
  messages = {
    default = {
      zh = "表二“{row}”本年新公开{published}件，多于本年新制作的{made}件，请确认是否计入了往年的文件。",
      en = "Table 2, “{row}”: {published} published this year, {made} made. Please confirm whether earlier documents were counted.",
    },
    total = {
      zh = "表二“{row}”对外公开总数量{total}件，少于本年新公开的{published}件。",
      en = "Table 2, “{row}”: {total} published in all, fewer than the {published} of this year.",
    },
  },
  remedy = {
    zh = "新制作是本年印发的，新公开是其中公开的，总数量是历年公开、现在仍公开的全部。",
    en = "Made: issued this year; published: those of them made public; in all: everything of all years that is public now.",
  },
  explain = {
    zh = "本年公开的应当来自本年制作的，对外公开总数至少等于本年新公开数。往年制作、今年才公开的，请确认。",
    en = "This year's publications come from this year's documents, and the sum of all years is no smaller. Late publications need a check.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "arithmetic" },
  applies = function(report) return report.proactive.form == "2019" end,
  check = function(report, finding)
    for _, key in ipairs { "regulations", "normative_documents" } do
      local row = report.proactive:row(key)
      local made, published, total = row.made, row.published, row.total_published
      finding:unless_at_most(published, made, { message = "default", row = row, published = published, made = made })
      finding:unless_at_most(published, total, { message = "total", row = row, published = published, total = total })
    end
  end,
  cases = {
    fails = {
      { form = "2019", change = { ["proactive.normative_documents.made"] = 10, ["proactive.normative_documents.published"] = 12,
        ["proactive.normative_documents.total_published"] = 30 }, expect = 1 },
      { form = "2019", change = { ["proactive.normative_documents.total_published"] = 1 }, expect = 1 },
      { form = "2019", change = { ["proactive.regulations.published"] = 1, ["proactive.regulations.total_published"] = 7 } },
    },
    passes = {
      { form = "2019" },
      { form = "2019", change = { ["proactive.normative_documents.made"] = 60, ["proactive.normative_documents.published"] = 60,
        ["proactive.normative_documents.total_published"] = 368 } },
      { form = "2019", change = { ["proactive.normative_documents.made"] = 4 }, why = "制作了还没有公开" },
    },
    reviews = { { form = "2019", change = { ["proactive.normative_documents.made"] = "" } } },
    not_applicable = { {} },
    not_run = { { form = "2019", drop = "tables.proactive" } },
  },
}

rule {
  id = "T2-031", name = "change-below-nothing", severity = "warning",
  clauses = { "F19.form.proactive", "R711.6" },
  title = { zh = "减少的比上一年有的还多", en = "The decrease exceeds last year's number" },
  message = {
    zh = "表二“{row}”上一年项目数量{previous}，本年增/减{change}，减完成了负数。",
    en = "Table 2, “{row}”: {previous} items last year, change {change}: fewer than none would be left.",
  },
  remedy = {
    zh = "核对上一年项目数量和本年增/减；减少的填负数，最多减到0。",
    en = "Check last year's items and the change; a decrease is negative and at most all of them.",
  },
  explain = {
    zh = "上一年项目数量加本年增/减就是本年的项目数量，不会小于0。",
    en = "Last year's items and the change make this year's items, which are never fewer than none.",
  },
  needs = { "table:proactive" }, since = "1.1.0", tags = { "table", "arithmetic" },
  applies = function(report) return report.proactive.form == "2019" end,
  check = function(report, finding)
    for _, key in ipairs { "licences", "other_services", "penalties", "coercion", "fees" } do
      local row = report.proactive:row(key)
      local previous, change = row.previous, row.change
      finding:unless_at_most(0, previous + change, { message = "default", at = change, row = row, previous = previous, change = change })
    end
  end,
  cases = {
    fails = {
      { form = "2019", change = { ["proactive.licences.previous"] = 2, ["proactive.licences.change"] = -5 }, expect = 1 },
      { form = "2019", change = { ["proactive.fees.previous"] = 0 }, expect = 1 },
      { form = "2019", with = "licences other_services penalties coercion fees", change = { ["proactive.{}.change"] = -999999 } },
    },
    passes = {
      { form = "2019" },
      { form = "2019", change = { ["proactive.licences.change"] = -8 } },
      { form = "2019", change = { ["proactive.fees.change"] = -2 }, why = "正好减到0" },
    },
    reviews = { { form = "2019", change = { ["proactive.licences.previous"] = "" } } },
    not_applicable = { {} },
    not_run = { { form = "2019", drop = "tables.proactive" } },
  },
}
