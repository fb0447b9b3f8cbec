-- TXT-003: brackets, quotation marks and title marks without their partner.
-- Source: GB/T 15834 （标点符号用法）; HH22 （文字严谨）.

local groups = { "（()）", "“”", "《》", "〈〉", "【】", "〔〕", "「」", "『』" }
local closes = [[^[）)”》〉】〕」』]$]]
-- “1）”“一)”“a）”：只有后半个括号的序号。
local numbering = [[(?:^|[\s。；：:，、])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])$]]
local partner = { ["（"] = "）", ["("] = "）", ["“"] = "”", ["《"] = "》", ["〈"] = "〉", ["【"] = "】", ["〔"] = "〕", ["「"] = "」", ["『"] = "』" }

local function is_closing(mark) return text.test(mark.text, closes) end

--- Whether the closing mark is the partner of an opening one further up in the section, of which a line break cut it off.
local function is_partner(open, mark)
  local closing = mark.text == ")" and "）" or mark.text
  return open and open.section == mark.section and partner[open.text] == closing and open:paragraph().text ~= mark:paragraph().text
end

--- Marks without partner, without those that pair across paragraphs.
local function lonely(report)
  local list = {}
  for _, mark in ipairs(report:unpaired(groups)) do
    local closing = is_closing(mark)
    if closing and is_partner(list[#list], mark) then
      list[#list] = nil
    elseif not (closing and text.test(mark:before(4), numbering)) then
      list[#list + 1] = mark
    end
  end
  return list
end

rule {
  id = "TXT-003", name = "unpaired-mark", severity = "warning",
  clauses = { "HH22.text", "STD.text" },
  title = { zh = "括号、引号或书名号不配对", en = "A bracket or quotation mark lacks its partner" },
  message = { zh = "符号 {mark} 没有配对：“……{words}……”，全文共{count}处。", en = "{mark} has no partner: …{words}… (places: {count})." },
  remedy = { zh = "补上另一半，或者删去多余的一半；引号左右方向也要对。", en = "Add the other half or delete this one; mind the direction of quotation marks." },
  explain = {
    zh = "全角半角的括号可以互配；“1）”“一）”这样的序号、跨段的引文、英文里的撇号不算。多处合为一条，各处都标出来。",
    en = "Full and half width may pair. Numbering such as 1） and quotations over several paragraphs are left alone. One finding, every place marked.",
  },
  since = "1.1.0", tags = { "text", "marks" },
  check = function(report, finding)
    local list = lonely(report)
    if list[1] then
      finding:fail {
        at = list[1], quotes = lib.words.first(list, 12), mark = list[1], words = list[1]:before(6) .. list[1].text .. list[1]:after(10),
        count = #list, place = "text.pairs",
      }
    end
  end,
  cases = {
    fails = {
      { append = { overview = "按照《2024年政务公开工作方案要求，编制目录。" }, expect = 1 },
      { append = { overview = "坚持“应公开尽公开“的原则。" }, expect = 1 },
      { append = { overview = "发布信息12条（其中图解3条，视频1条。" } },
      { append = { overview = "由办公室负责）逐项落实，《目录》）同步更新。" }, expect = 1 },
      { append = { overview = "印发〔2024〕3号文件】。" } },
      { append = { overview = "（一是“公开）栏”。" } },
      { with = "〈 〔 「 『", append = { overview = "按照{}要求编制目录。" } },
    },
    passes = {
      {}, { append = { overview = "1）公开；2）解读；一）目录；（一)主动公开(二）申请。" } },
      { append = { overview = "按照《关于印发〈格式〉的通知》（国办公开办函〔2021〕30号）“规范（含附件）”的要求，It’s done。" } },
      { text = { overview = { "文件要求：“第一段。", "第二段。”" } } },
    },
  },
}
