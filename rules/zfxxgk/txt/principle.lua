-- Set phrases that have one wording: the principle of openness, names of thought and congresses, slogans of other places. List: words/slogans.lua.
-- Source: 条例 article 5; the documents of the congresses; general norms.

local spotted = lib.spotted

rule {
  id = "TXT-050", name = "principle-misquoted", severity = "error",
  clauses = { "R711.5" },
  title = { zh = "公开原则引用错误", en = "The principle of openness is misquoted" },
  messages = {
    default = { zh = "“{wrong}”与条例的原则相反：应为“{right}”。", en = "“{wrong}” says the opposite of the principle: “{right}”." },
    outdated = {
      zh = "“{wrong}”是旧的提法，条例第五条写的是“以公开为常态、不公开为例外”。",
      en = "“{wrong}” is the old wording; article 5 says 以公开为常态、不公开为例外.",
    },
  },
  remedy = { zh = "改成“以公开为常态、不公开为例外”。", en = "Write 以公开为常态、不公开为例外." },
  explain = {
    zh = "条例第五条：以公开为常态、不公开为例外。漏了“不”字，意思相反，为错误；“以公开为原则”是2019年以前的提法，为警告；“是”“属”等语序变化不算错。",
    en = "Article 5: openness is the norm, non-disclosure the exception. "
      .. "With 不 lost it says the opposite: an error. 公开为原则 is the wording before 2019: a warning.",
  },
  since = "1.1.0", tags = { "text", "quotation" },
  check = function(report, finding)
    for _, group in ipairs(spotted.collect(report, "slogans", "principle")) do
      local entry, places = group.entry, group.places
      local reversed = entry.severity == "error"
      finding:fail {
        at = places[1], quotes = lib.words.first(places, 12), severity = reversed and "error" or "warning",
        message = reversed and "default" or "outdated", wrong = places[1], right = entry[2],
      }
    end
  end,
  cases = {
    fails = spotted.wrong("slogans", "principle", {
      { append = { overview = "坚持公开是常态，公开是例外的原则。" }, expect = 1, severity = "error" },
      { append = { overview = "坚持“公开为原则，不公开为例外”。" }, expect = 1, severity = "warning" },
    }),
    passes = spotted.right("slogans", "principle", {
      { append = { overview = "坚持以公开为常态，不公开为例外，公开是常态、不公开是例外，推进公开常态化。" } },
      { append = { overview = "不公开为例外、公开为常态的原则落实不够到位。" } },
    }),
  },
}

rule {
  id = "TXT-051", name = "formula-misnamed", severity = "error",
  clauses = { "STD.text" },
  title = { zh = "重要表述错误", en = "A name of weight is wrong" },
  message = { zh = "没有“{wrong}”这个说法，应为：{right}。共{count}处。", en = "There is no such thing as “{wrong}”: {right} (places: {count})." },
  remedy = { zh = "对照原文改正：{right}。", en = "Correct it against the original: {right}." },
  explain = {
    zh = "清单（words/slogans.lua，2026年1月）只收确实不存在的说法：漏字的思想名称、把“届”写成“大”的全会、写错的姓名和提法。",
    en = "A dated list (January 2026) of wordings that do not exist: names of thought with words lost, plenums misnamed, misspelt names.",
  },
  since = "1.1.0", tags = { "text", "quotation" },
  check = function(report, finding) spotted.fail(report, finding, "slogans", "formula") end,
  cases = {
    fails = spotted.wrong("slogans", "formula"),
    passes = spotted.right("slogans", "formula", {
      { append = { overview = "以习近平新时代中国特色社会主义思想为指导，学习贯彻党的二十大和二十届二中、三中、四中全会精神，坚持“三个代表”重要思想。" } },
    }),
  },
}

rule {
  id = "TXT-035", name = "foreign-slogan", severity = "warning",
  clauses = { "F21.opening", "STD.text" }, ground = "practice",
  title = { zh = "改革口号用错", en = "A reform slogan out of place" },
  messages = {
    default = { zh = "{wrong}：这是一项改革，不是重要思想，应为{right}。", en = "{wrong}: a reform, not a school of thought; write {right}." },
    foreign = { zh = "{wrong}是{right}的提法，本机关在{province}。", en = "{wrong} is a reform of {right}; this body is in {province}." },
  },
  remedy = { zh = "换成本地的改革提法，或者删去。", en = "Use the name of the local reform, or delete it." },
  explain = {
    zh = "照抄外地稿子常留下外地的改革口号。把改革称作“重要思想”的一律指出；省份明确、又用了带“改革”二字的外省口号的，作提示。",
    en = "Copied text leaves slogans of other provinces behind. A reform called a school of thought is a warning; another province's reform a remark.",
  },
  since = "1.1.0", tags = { "text", "quotation" },
  check = function(report, finding)
    for _, group in ipairs(spotted.collect(report, "slogans", "thought")) do
      finding:fail { at = group.places[1], wrong = group.places[1], right = group.entry[2] }
    end
    local province = report.province
    for _, group in ipairs(province and spotted.collect(report, "slogans", "foreign") or {}) do
      if not text.starts(province, group.entry[2]) then
        finding:fail {
          at = group.places[1], message = "foreign", severity = "info",
          wrong = group.places[1], right = group.entry[2], province = province,
        }
      end
    end
  end,
  cases = {
    fails = spotted.wrong("slogans", "thought", {
      { append = { problems = "认真贯彻“最多跑一次”改革重要思想。" }, expect = 1, severity = "warning" },
      { append = { overview = "深化“不见面审批”改革。" }, expect = 1, severity = "info" },
    }),
    passes = {
      {}, { append = { overview = "推进“最多跑一次”，深化“放管服”改革。" } },
      { province = "浙江省", append = { overview = "深化“最多跑一次”改革。" } },
    },
  },
}
