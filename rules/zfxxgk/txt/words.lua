-- Misspellings and sentences that went wrong, by list: words/typos.lua and words/grammar.lua.
-- Source: HH22 （文字严谨）; general norms of writing. A list, never a guess: every entry is wrong wherever it stands.

local spotted = lib.spotted

rule {
  id = "TXT-030", name = "typo", severity = "warning",
  clauses = { "HH22.text", "STD.text" },
  title = { zh = "错别字", en = "Misspelt word" },
  message = { zh = "“{wrong}”应为“{right}”，共{count}处。", en = "“{wrong}” should read “{right}” (places: {count})." },
  remedy = { zh = "把“{wrong}”改成“{right}”。", en = "Change “{wrong}” to “{right}”." },
  explain = {
    zh = "对照这类报告常见错别字的清单（words/typos.lua），清单里的写法在年度报告中都是错的；同一个词只报一次，各处都标出来。“台帐”一类只作提示。",
    en = "Held against a list of misspellings of this genre that are never right in such a report; one finding a word, every place marked.",
  },
  since = "1.1.0", tags = { "text", "words" },
  check = function(report, finding) spotted.fail(report, finding, "typos") end,
  cases = {
    fails = spotted.wrong("typos", nil, {
      { append = { overview = "我镇未发生针对本镇有关政府信息公开实务的行政复议案。" }, severity = "warning" },
      { append = { overview = "建立台帐，逐项销号。" }, severity = "info" },
      { append = { overview = "办工室牵头。", other = "请与办工室联系。" }, expect = 1 },
    }),
    passes = spotted.right("typos", nil, {
      { append = { overview = "邀请专家讲授政府信息公开实务。全年共开展培训4次，其中请人大代表参加1次。" } },
    }),
  },
}

rule {
  id = "TXT-031", name = "broken-sentence", severity = "warning",
  clauses = { "HH22.text", "STD.text" },
  title = { zh = "语句不通", en = "Broken sentence" },
  message = { zh = "“{wrong}”不通顺，可改为“{right}”，共{count}处。", en = "“{wrong}” does not read well; write “{right}” (places: {count})." },
  remedy = { zh = "把“{wrong}”改成“{right}”，再通读一遍整句。", en = "Change “{wrong}” to “{right}” and read the sentence again." },
  explain = {
    zh = "对照常见语病的清单（words/grammar.lua）：词语重复、否定叠加、“的”“地”误用；搭配不当的只作提示。",
    en = "Held against a list of common slips: doubled words, double negations, 的 for 地; poor collocations are remarks only.",
  },
  since = "1.1.0", tags = { "text", "words" },
  check = function(report, finding) spotted.fail(report, finding, "grammar") end,
  cases = {
    fails = spotted.wrong("grammar", nil, {
      { text = { other = "2024年，我镇没有接收到受理政府信息公开申请，未收取信息处理费。" }, expect = 1, severity = "warning" },
      { append = { problems = "进一步加强业务水平。" }, severity = "info" },
    }),
    passes = spotted.right("grammar", nil, { { append = { overview = "收到并受理政府信息公开申请8件，给群众带来极大的方便。" } } }),
  },
}
