-- TXT-053: characters that do not belong: garbled text, traditional forms in a simplified report. List: words/characters.lua.
-- Source: HH22 （文字严谨）; the law on the national common language (simplified characters in official documents).

local spotted = lib.spotted

rule {
  id = "TXT-053", name = "foreign-character", severity = "warning",
  clauses = { "HH22.text", "STD.text" },
  title = { zh = "乱码或繁体字", en = "Garbled or traditional characters" },
  messages = {
    default = { zh = "“{wrong}”是乱码，共{count}处。", en = "“{wrong}” is garbled text (places: {count})." },
    traditional = { zh = "用了繁体字“{wrong}”，应为“{right}”，共{count}处。", en = "Traditional “{wrong}” in place of “{right}” (places: {count})." },
  },
  remedy = { zh = "对照原稿重新输入；繁体字改成简体字。", en = "Type it again from the draft, in simplified characters." },
  explain = {
    zh = "“锟斤拷”之类是编码转换留下的。繁体字对照常用字表，只有一处的作提示（可能是姓名、地名）；通篇繁体的镜像版本不算。",
    en = "锟斤拷 is left by wrong decoding. A single traditional character is a remark (it may be a name); a mirror in traditional script is exempt.",
  },
  since = "1.1.0", tags = { "text", "words" },
  check = function(report, finding)
    for _, group in ipairs(spotted.collect(report, "characters", "garbled")) do
      finding:fail { at = group.places[1], quotes = lib.words.first(group.places, 12), wrong = group.places[1], right = "", count = #group.places }
    end
    local places, right, chars = {}, nil, 0
    for found, entry in report:spot("characters") do
      if not entry.kind then
        places[#places + 1] = found
        right = right or entry[2]
      end
    end
    if not places[1] then return end
    for section in report:found_sections() do chars = chars + section.chars end
    if #places * 20 > chars then return end
    finding:fail {
      at = places[1], quotes = lib.words.first(places, 12), message = "traditional", severity = #places == 1 and "info" or "warning",
      wrong = places[1], right = right, count = #places, place = "text.traditional",
    }
  end,
  cases = {
    fails = spotted.wrong("characters", "garbled", {
      { append = { overview = "做好政府信息公開工作，及時更新。" }, expect = 1, severity = "warning" },
      { append = { overview = "由陳國强负责。" }, expect = 1, severity = "info" },
      { text = { overview = "國" .. string.rep("甲", 17), problems = "无", other = "无", proactive = {}, requests = {}, disputes = {} }, why = "20字里1个" },
    }),
    passes = {
      {}, { append = { overview = "干部、后勤、系统、云计算、面条、余额、台账、堃昇公司。" } },
      { text = { overview = "本報告書關於機關們開會時處理問題與應當設備實體經濟業務產農財費貫徹標準規範請辦議訴訟責條領導機構個這對間題類統計數據總結轉錄檔縣鄉鎮區體實發經",
        problems = "無。", other = "無。" } },
      { text = { overview = "國" .. string.rep("甲", 16), problems = "无", other = "无", proactive = {}, requests = {}, disputes = {} }, why = "19字里1个" },
    },
  },
}
