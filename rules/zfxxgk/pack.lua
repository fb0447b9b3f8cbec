-- zfxxgk: 政府信息公开工作年度报告, the national ruleset.
--
-- Basis: 《中华人民共和国政府信息公开条例》 (order 711, 2019) articles 49 and 50, and the two report forms issued under it
-- (〔2019〕60号 for the reports of 2019 and 2020, 〔2021〕30号 since). Clauses are in clauses.lua, every figure's place in form/.

return {
  id = "zfxxgk",
  version = "1.1.0",
  name = { zh = "政府信息公开工作年度报告", en = "Annual reports on open government information" },

  forms = { "form/2019", "form/2021" },
  clauses = "clauses",
  claims = "claims",
  relations = "relations",
  issuers = "issuers",
  -- The two forms are shared with the rules as well (lib["2021"]): labels are written down once.
  lib = { "form/2019", "form/2021", "lib/words", "lib/labels", "lib/shape", "lib/cells", "lib/claimed", "lib/sums", "lib/narrative", "lib/figures",
    "lib/completion", "lib/spotted", "lib/aspects", "lib/instructions", "lib/laws", "lib/persons", "lib/parts", "lib/numbering",
    "lib/turn", "lib/alike", "lib/copied", "lib/copies", "lib/deadlines", "lib/rollup", "lib/peers" },
  words = { "words/typos", "words/grammar", "words/marks", "words/numerals", "words/terms", "words/slogans", "words/doubled", "words/phrases",
    "words/characters" },
  rules = {
    "str/sections", "str/content", "str/titles", "str/tables", "str/identity",
    "str/outline", "str/preamble", "str/numbering",
    "ttl/title", "ttl/period", "ttl/issuer", "ttl/dates", "ttl/statements",
    "ref/statute", "ref/notices",
    "fmt/form", "fmt/links", "fmt/residue", "fmt/layout", "fmt/known",
    "t2/rows", "t2/documents", "t2/cells", "t2/relations", "t2/changes", "t2/labels", "t2/amounts", "t2/outliers",
    "t3/balance", "t3/rows", "t3/columns", "t3/cells", "t3/applicants", "t3/shifted", "t3/results", "t3/grounds",
    "t4/totals", "t4/header", "t4/cells", "t4/plausible", "t4/context",
    "xref/received", "xref/carried", "xref/results", "xref/cases", "xref/documents", "xref/fees",
    "xref/completed", "xref/rate", "xref/decisions", "xref/amounts", "xref/unpaid", "xref/fee_amounts",
    "xref/contradictions", "xref/documents_made",
    "nar/requests", "nar/results", "nar/placeholders", "nar/problems", "nar/completion", "nar/gap", "nar/few_items",
    "nar/overview", "nar/figures", "nar/template", "nar/limits", "nar/answers", "nar/channels", "nar/place", "nar/others",
    "nar/wording", "nar/reference", "nar/repeats", "nar/followup",
    "yoy/chain", "yoy/documents", "yoy/figures", "yoy/text", "yoy/problems", "yoy/residue",
    "txt/final", "txt/marks", "txt/pairs", "txt/doubled", "txt/figures", "txt/terms", "txt/words", "txt/phrases", "txt/principle", "txt/script",
    "nar/breakdowns", "nar/twice", "nar/mixed_counts", "nar/percentages", "txt/quantities",
    "prv/numbers", "prv/persons", "prv/secrecy",
  },
  -- Rules about many reports (gouji collect).
  collection = { "collection/missing", "collection/twice", "collection/totals", "collection/names", "collection/zeros",
    "collection/outliers", "collection/forms", "collection/late", "collection/posted", "collection/copied", "collection/problems_copied",
    "collection/ranking" },
  base = "base",
  measured = "measured",
  blank = "blank",
  notice = "notice",
  desk = "desk",

  -- A line that is a report's title. Body and year stand in either order; a wrong subject (政务公开), a wrong tail (工作报告, 年报)
  -- and a cut one (年度报) are titles too: TTL-001 to TTL-003 say what is wrong with them.
  title = [[(?x) ^ \s* (?: (?= [^。；]*? (?<year> (?:19|20)\d\d ) \s* 年 ) | )
    (?: (?:关于)? (?:19|20)\d\d \s* 年 度? \s* )?
    (?<name> (?! 政府信息 | 政务信息 | 政府政务 | 政务公开 | 信息公开 ) [^\d\s，。；：:《》、“”（）()] [^\d，。；：:《》“”（）()]{1,38}? )? \s*
    (?: 关于 (?: 报送 | 公布 | 发布 )? \s* )?
    (?: (?:19|20)\d\d \s* 年 度? \s* )?
    (?: (?<!人民) 政府信息 | 政务信息 | 政府政务信息 | 政务 | 信息 ) \s* 公开
    [^，。；：:《》]{0,12}? (?: 报告? | 年报 ) (?: 的 (?: 函 | 通知 | 公告 ) )? \s* (?: [（(] [^（）()]{1,12} [）)] )? \s* $]],
  -- Words that move a sentence to another year. Not 上年结转 and 结转下年度: those count this year's business.
  other_year = [[去年|前年|往年|历年|上(?:一)?年度?(?!度?\s*(?:结转|转|未办结|继续))(?!报告)]],
  report_hints = { "政府信息公开工作年度报告", "政府信息公开年度报告", "政务公开年度报告", "信息公开工作年度报告", "政府信息公开年报", "政府信息公开", "政务信息公开" },
  owners = { section = "STR-001", issuer = "STR-040", out_of_scope = "" },
}
