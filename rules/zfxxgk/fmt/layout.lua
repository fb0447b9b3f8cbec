-- Text that broke on its way from a page or a PDF: breaks within sentences, blanks where figures stood, tables run together.
-- Source: HH22 （格式规范、文字严谨）; 条例 article 6 (accurate).

local words = lib.words

local narrated = { overview = true, problems = true, other = true }

rule {
  id = "FMT-030", name = "break-in-sentence", severity = "info",
  clauses = { "HH22" },
  title = { zh = "段落在句子中间断开", en = "A paragraph breaks within a sentence" },
  message = {
    zh = "有{count}处段落在句子中间断开（如“{first}”处）。",
    en = "Paragraphs break within a sentence (places: {count}, such as at “{first}”).",
  },
  remedy = {
    zh = "删去句子中间的换行，再核对前后有没有丢字。",
    en = "Remove the break, and see whether words were lost.",
  },
  explain = {
    zh = "看第一、五、六部分。段落以逗号、句号、右括号等开头。从PDF复制的文本按行折断的，读取时已经接好，不算。",
    en = "Sections one, five and six. A paragraph begins with a comma, stop or closing mark. Lines wrapped "
      .. "by a PDF are joined on reading and pass.",
  },
  since = "1.1.0", tags = { "file" },
  check = function(report, finding)
    local list = {}
    for quote in report:heads("mark") do
      if narrated[quote.section or ""] then list[#list + 1] = quote end
    end
    if #list > 0 then
      finding:fail {
        at = list[1], quotes = words.first(list, 5), place = "break", count = #list,
        first = list[1].text .. list[1]:after(6),
      }
    end
  end,
  cases = {
    fails = {
      { text = { overview = { "全年主动公开政府信息126条", "，收到申请8件。" } }, severity = "info", expect = 1 },
      { text = { problems = { "一是更新慢（部分村", "）。下一步将按月检查。", "。" } }, expect = 1 },
    },
    passes = {
      {},
      { text = { overview = { "（一）主动公开126条。", "“一网通办”收到申请8件。", "《条例》学习2次：" } } },
    },
  },
}

-- A blank where a figure or a word stood: before a unit, between the parts of a date.
local blank = [[(?x) (?<! \d ) 20\d\d (?: \s{2,4} | 年 \s{2,4} ) \d{1,2} (?: \s{2,4} | 月 \s{2,4} ) \d{1,2} \s{0,4} 日
  | [一-龥，、] [\x{20}\x{3000}\x{a0}]{2,} (?= (?: 余|多 )? (?: [条件份篇次项期场] (?:[，。、；）]|政府|信息|申请) | 万元 | 元[，。；] | % | ％ ) )
  | 20\d\d [\x{20}\x{3000}\x{a0}]{2,} 月 | [一-龥] [\x{20}\x{3000}\x{a0}]{2,} (?= [，。；] ) ]]
local blanks = { "  ", "　", "\u{a0}" }

rule {
  id = "FMT-031", name = "blank-for-words", severity = "warning",
  clauses = { "HH22", "R711.6" },
  title = { zh = "连续空格，可能缺字", en = "Blanks where something is missing" },
  message = {
    zh = "“{first}”这里有连续空格，像是丢了数字或文字，共{count}处。",
    en = "Blanks at “{first}”: a figure or words seem to be lost (places: {count}).",
  },
  remedy = {
    zh = "对照原稿补上丢失的内容，再删去空格。",
    en = "Restore what is lost from the original, then remove the blanks.",
  },
  explain = {
    zh = "量词前、标点前的两个以上空格，年月日之间只剩空格（“2025  1  1  日”）。落款、标题里为了排版的空格不算；模板的（  ）由 NAR-025 检查。",
    en = "Two blanks or more before a unit or a mark, dates with blanks for 年 and 月 (2025  1  1  日). Blanks of layout in titles and signatures pass; a "
      .. "template's （  ） is NAR-025's.",
  },
  since = "1.1.0", tags = { "file" },
  check = function(report, finding)
    if not report:any(blanks) then return end
    local list = {}
    for found in report:search(blank) do list[#list + 1] = found end
    if #list > 0 then
      finding:fail {
        at = list[1], quotes = words.first(list, 5), place = "blank", first = list[1]:before(6) .. list[1].text .. list[1]:after(2), count = #list,
      }
    end
  end,
  cases = {
    fails = {
      { append = { overview = "统计期限自2024  1  1  日起。" }, severity = "warning", expect = 1 },
      { append = { overview = "全年主动公开政府信息  条，收到申请   件。" }, expect = 1 },
      { append = { overview = "我镇全年共召开会议  。" } },
      { append = { overview = "2024  月召开会议。" } },
      { append = { overview = "收到申请　　件。" } },
      { append = { overview = "收到申请\u{a0}\u{a0}件。" } },
    },
    passes = {
      {},
      { append = { other = "青石镇人民政府  2025年1月20日" } },
      { append = { overview = "2024 年 1 月 1 日至 12 月 31 日公开 126 条，占 96%。" } },
      { append = { overview = "一、  总体情况较好，镇长  李某。" } },
    },
  },
}

rule {
  id = "FMT-032", name = "table-run-together", severity = "warning",
  clauses = { "R711.24", "HH22" },
  title = { zh = "表格文本粘连", en = "A table run together" },
  message = {
    zh = "表格的文字和数字连在一起了（“{first}”，共{count}处），分不清哪个数属于哪一格。",
    en = "Labels and figures of a table are run together (“{first}”; places: {count}): nobody can tell which figure is whose.",
  },
  remedy = {
    zh = "用真正的表格重新排版；网页上的表格不要以纯文本粘贴。",
    en = "Set it as a real table; do not paste a table as plain text.",
  },
  explain = {
    zh = "如“规章000”“予以公开3100004”。这样的数字本工具不猜，表格检查也就无法进行。",
    en = "Such as 规章000 or 予以公开3100004. Figures are never guessed, so the table cannot be checked.",
  },
  since = "1.1.0", tags = { "table", "file" },
  check = function(report, finding)
    local list = lib.shape.glued(report)
    if #list > 0 then
      finding:fail { at = list[1], quotes = words.first(list, 5), place = "glued", first = list[1]:before(6) .. list[1].text, count = #list }
    end
  end,
  cases = {
    fails = {
      {
        drop = "tables.proactive", severity = "warning", expect = 1,
        text = { proactive = { "信息内容本年制发件数本年废止件数现行有效件数", "规章000", "行政规范性文件217" } },
      },
      { drop = "tables.requests", text = { requests = "一、本年新收政府信息公开申请数量5200108（一）予以公开2100003" } },
      { drop = "tables.disputes", text = { disputes = "结果维持结果纠正其他结果尚未审结总计100120" } },
    },
    passes = {
      {},
      { append = { overview = "全市公开规章 125 件，行政规范性文件393件，访问数量125万次。" } },
      { drop = "tables.requests", text = { requests = "全年予以公开3件，总计 8 件。" } },
    },
  },
}
