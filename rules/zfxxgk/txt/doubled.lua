-- TXT-005: a word that stands twice in a row.
-- Source: HH22 （文字严谨）; STD.
--
-- Cost: the first rule that asks for words of the lists pays for the one pass that twenty rules share, two thirds of what is counted here. The
-- rest compares every character with the four before it; nothing shorter tells that 审核审核 stands nowhere.
--
-- Two characters or more are found without a list (审核审核); reduplication that is grammar, and words that often end one term and begin the next
-- (依法行政行政执法) are exempt. Of single characters only those in words/doubled.lua are looked for.

local spotted = lib.spotted

-- 语法上的重叠：一个一个、逐条逐条、研究研究、很多很多。
local grammar = [[(?x) ^ (?: (?: [一逐每几半] . | 很多 | 许多 | 多少 | 大家 | 研究 | 商量 | 讨论 | 考虑 | 学习 | 了解 | 交流 | 总结 | 打听 | 介绍 | 一步 ) {2} | (.)\1+ ) $]]
-- 常在两个词的交界处相遇的字。
local border = [[^(?:行政|管理|建设|服务|公开|代表|发展|规划|单位|机构|工作|政府|执法|监督|信息|社会|教育|安全|保障|人民|项目|审批|政策|责任|财政|申请|办理|处理|改革|制度|综合|组织|经济|技术|业务){2}$]]

--- 「国家有关规定规定应当主动公开」 is the statute's own wording (article 20); 「镇人民政府政府信息公开」 are two terms.
local function are_two_words(found)
  if found.text == "规定规定" then return text.ends(found:before(2), "有关") and text.starts(found:after(2), "应当") end
  return found.text == "政府政府" and text.starts(found:after(2), "信息")
end

rule {
  id = "TXT-005", name = "doubled-word", severity = "warning",
  clauses = { "HH22.text", "STD.text" },
  title = { zh = "字词重复", en = "A word stands twice" },
  message = { zh = "“{wrong}”重复了。", en = "“{wrong}” stands twice in a row." },
  remedy = { zh = "删去重复的字词。", en = "Delete one of the two." },
  explain = {
    zh = "两个字以上的词紧接着再出现一次即指出；“一个一个”之类的重叠不算，“行政行政”这类可能是前后两个词相接的只作提示。单字只看清单里的（的的、局局）。",
    en = "A word of two characters or more that is followed by itself. Reduplication is grammar; words that often meet at a border are a remark only.",
  },
  since = "1.1.0", tags = { "text", "words" },
  check = function(report, finding)
    spotted.fail(report, finding, "doubled")
    for _, found in ipairs(report:doubled(2)) do
      if not found:find(grammar) and not are_two_words(found) then
        finding:fail { at = found, wrong = found, severity = found:find(border) and "info" or nil }
      end
    end
  end,
  cases = {
    fails = spotted.wrong("doubled", nil, {
      { append = { overview = "规范审核审核发布机制。" }, expect = 1, severity = "warning" },
      { append = { overview = "做到多措并举并举。可通过可通过网站查询。" }, expect = 2 },
      { append = { overview = "推进政务公开公开工作。" }, severity = "info" },
      { append = { overview = "政府信息政府信息更新及时。" }, expect = 1 },
      { append = { overview = "有待进一步进一步提高。" }, expect = 1 },
      { append = { overview = "按照有关规定规定办理时限。" }, expect = 1 }, { append = { overview = "省里的规定规定应当公开。" }, expect = 1 },
      { append = { overview = "请镇人民政府政府办公室审核。" }, severity = "info" },
    }),
    passes = spotted.right("doubled", nil, {
      { append = { overview = "常常紧紧围绕与群众息息相关的事，对深化工作作出批示，推进行政法规规章清理，认真贯彻落实实验区要求。" } },
      { append = { overview = "法律、法规和国家有关规定规定应当主动公开的信息，由青石镇人民政府政府信息公开办公室发布。" } },
      { append = { overview = "一个一个登记，一条一条核对，层层压实，各级各类信息家家户户看得到，2020年与2020年数据。" } },
    }),
  },
}
