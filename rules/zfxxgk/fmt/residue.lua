-- What a tool left behind: mark-up in the text, revisions and comments in a file, a name of another year.
-- Source: HH22 （格式规范）; 条例 article 17 (review before publishing).

local words = lib.words

local kinds = {
  { kind = "tracked_changes", zh = "修订痕迹", en = "tracked changes" },
  { kind = "comments", zh = "批注", en = "comments" },
  { kind = "hidden_text", zh = "隐藏文字", en = "hidden text" },
  { kind = "struck_out", zh = "划掉的文字", en = "struck-out text" },
}

rule {
  id = "FMT-020", name = "revisions-left", severity = "error",
  clauses = { "R711.17", "HH22" },
  title = { zh = "文件里留有批注或修订痕迹", en = "Comments or tracked changes are left in the file" },
  message = {
    zh = "文件里留有{names}，发布后任何人都能看到修改过程。",
    en = "The file holds {names}: once published, anybody can read what was changed.",
  },
  remedy = {
    zh = "在 Word 的“审阅”里接受全部修订、删除全部批注，用“检查文档”清除隐藏内容，另存后再发布；划掉的字句直接删去。",
    en = "In Word's Review accept all changes and delete all comments, remove hidden content by Inspect Document, save, and publish that file. "
      .. "Delete what is struck out.",
  },
  explain = {
    zh = "Word 文件（docx）里的修订、批注和隐藏文字，网页里加了删除线的字句（<del>、<s>、line-through）；本工具按接受修订后的文字检查其余内容，划掉的不算正文。"
      .. "合成报告没有这些，所以没有埋设数；用 fixtures/docx 和 fixtures/html 里的文件检验。",
    en = "Revisions, comments and hidden text of Word files (docx), and what a page strikes out (<del>, <s>, line-through). Everything else is checked as "
      .. "if the changes had been accepted; what is struck out is no part of the text. Synthetic reports have neither, so none was planted; the files of "
      .. "fixtures/docx and fixtures/html show that it is found.",
  },
  since = "1.1.0", tags = { "file" },
  check = function(report, finding)
    local names, first = {}, nil
    for _, entry in ipairs(kinds) do
      local iterate, state, start = report:notices(entry.kind)
      local notice = iterate(state, start)
      if notice then
        names[#names + 1] = { zh = entry.zh, en = entry.en }
        first = first or notice.quote
      end
    end
    if #names > 0 then finding:fail { at = first, place = "revisions", names = words.list(names, 3) } end
  end,
  cases = {
    fails = {
      { notices = { "tracked_changes" }, severity = "error" },
      { notices = { "comments", "hidden_text", "comments" }, expect = 1 },
      { notices = { "struck_out" }, says = "划掉的文字" },
    },
    passes = { {}, { notices = { "unbound_row" } } },
  },
}

-- Tags, entities and what a page's program prints where it has nothing. A > without its < is left of a tag or of 〈〉.
local markup = [[(?xi) < /? (?: p | br | div | span | table | tbody | td | tr | th | a | strong | b | font | img
  | o:p | style | li | ul | ol | h[1-6] | em | u ) (?: \s [^<>]{0,200} )? /? >
  | & (?: nbsp | ldquo | rdquo | lt | gt | amp | quot | mdash | middot | hellip | emsp | ensp | \#\d{2,5} ) ;
  | \b (?: class | style | colspan | rowspan | href ) \s* = \s* ["'] [^"'<>]{0,100}
  | \[object\ Object\] | \b (?: undefined | NaN ) \b | \{\{ [^{}]{0,40} \}\} | \$\{ [^{}]{0,40} \}]]
local markup_words = { "<", "&", "=", "{", "[object", "undefined", "NaN" }
local lone = [[^[^<＜]{0,400}?[一-龥](?<residue>>)(?!>)]]

rule {
  id = "FMT-021", name = "markup-residue", severity = "warning",
  clauses = { "HH22" },
  title = { zh = "标签残留", en = "Mark-up is left in the text" },
  message = {
    zh = "文中有网页标签或代码残留“{first}”，共{count}处。",
    en = "Mark-up or code was left in the text: “{first}” (places: {count}).",
  },
  remedy = {
    zh = "删去残留的代码，核对前后有没有丢字。",
    en = "Remove it, and see whether words were lost beside it.",
  },
  explain = {
    zh = "<p>、&nbsp;、style=、undefined 等，以及没有配对的“>”（如“格式>”）。书名号里成对的〈〉或<>不算。",
    en = "<p>, &nbsp;, style=, undefined and the like, and a > without its <. Paired 〈〉 or <> within 《》 pass.",
  },
  since = "1.1.0", tags = { "file" },
  check = function(report, finding)
    local list = {}
    if report:any(markup_words) then
      for found in report:search(markup) do list[#list + 1] = found end
    end
    if report:contains(">") then
      for found in report:search(lone) do list[#list + 1] = found:group("residue") end
    end
    if #list > 0 then
      finding:fail { at = list[1], quotes = words.first(list, 5), place = "markup", first = list[1], count = #list }
    end
  end,
  cases = {
    fails = {
      { append = { overview = "全年发布信息&nbsp;126条<br/>。" }, severity = "warning", expect = 1 },
      { append = { overview = "按照《年度报告格式>的通知》编制。" } },
      {
        each = {
          overview = {
            "共发布<br>126条。", "共发布&nbsp;126条。", "共发布126条style=\"font\"。", "共发布126条class = 'a'。",
            "共发布[object Object]条。", "共发布undefined条。", "共发布NaN条。", "共发布{{count}}条。", "共发布${count}条。",
          },
        },
      },
    },
    passes = {
      {},
      { append = { overview = "按照《关于印发<年度报告格式>的通知》和〈条例〉编制。" } },
    },
  },
}

local file_year = [[(?<!\d)(?<year>20[12]\d)(?<unit>年)?(?!\d)]]
local file_body = [[(?<body>[一-龥]{2,4}?(?:镇|乡|街道))(?!企)]]

--- The year that the file's name says, where it can be neither the report's nor that of its publication.
local function other_year(report)
  local other
  if not text.contains(report.file, "20") then return nil end
  for _, piece in ipairs(text.split(report.file, "_")) do
    for _, part in ipairs(text.split(piece, "-")) do
      local found = text.find(part, file_year)
      local year = found and tonumber(found[1])
      if year == report.year or (year == report.year + 1 and not found[2]) then return nil end
      other = other or year
    end
  end
  return other
end

rule {
  id = "FMT-033", name = "file-name", severity = "info",
  clauses = { "PRACTICE.file" },
  title = { zh = "文件名与标题不符", en = "The file's name disagrees with the title" },
  messages = {
    default = {
      zh = "文件名“{file}”写的是{written}年，报告是{year}年度的。",
      en = "The file is called “{file}” ({written}); the report is for {year}.",
    },
    body = {
      zh = "文件名“{file}”写的是“{written}”，报告是“{name}”的。",
      en = "The file is called “{file}” ({written}); the report is that of “{name}”.",
    },
  },
  remedy = {
    zh = "核对是不是传错了文件；没有错的，改文件名。",
    en = "Make sure that it is the right file; if it is, rename it.",
  },
  explain = {
    zh = "比较文件名里的年份和乡镇、街道名称。次年的年份可能是公布的年份，后面没有“年”字的不算。只作提示。",
    en = "Compares year and town in the file's name. The next year may be that of publication and passes unless 年 follows. A remark only.",
  },
  since = "1.1.0", tags = { "file" },
  applies = function(report) return report.file and report.year end,
  check = function(report, finding)
    local values = { at = report, file = report.file, year = tostring(report.year), name = report.name }
    local year, body = other_year(report), text.find(report.file, file_body)
    if year then
      values.place, values.written = "file.year", tostring(year)
      finding:fail(values)
    elseif body and report.name and not text.contains(report.name, text.sub(body[1], -3)) then
      values.place, values.message, values.written = "file.body", "body", body[1]
      finding:fail(values)
    end
  end,
  cases = {
    fails = {
      { file = "青石镇2023年政府信息公开工作年度报告.docx", severity = "info" },
      { file = "report-2022.md" },
      { file = "青石镇2025年年报.md" },
      { file = "楼子营镇2024年年报.md", severity = "info" },
    },
    passes = {
      {},
      { file = "青石镇2024年政府信息公开工作年度报告.docx" },
      { file = "2025-01-20_青石镇.md", why = "公布的年份" },
      { file = "form_2019_in_2024.md" },
      { file = "20230120.md" },
      { file = "河川县青石镇年报.md" },
    },
    not_applicable = { { file = "-" } },
  },
}
