-- TXT-001: a paragraph that ends without its stop.
-- Source: GB/T 15834 （标点符号用法）; HH22 （文字严谨）.

-- 句号等，或引号、括号收尾；图表、附件、网址电话、署名、日期、落款都不用句号。
local stopped = {}
for _, mark in ipairs { "。", "！", "？", "；", "：", "…", "”", "’", "）", ")", "》", "】", "〉", "」", "』", "!", "?", ";", ":", ".", "、", "—", ">" } do
  stopped[mark] = true
end
local exempt = [[(?x) ^(?:附件|附表|附图|注|备注|图|表|此件|抄送|主送|联系|地址|电话|邮编|来源) | (?:电话|传真|邮编|邮箱|地址|网址)[：:][^。；]*$
  | (?:下载|印发|附件|打印|关闭|返回|\d|[A-Za-z/])\s*$ | 20\d\d年\d{1,2}月\d{1,2}日\s*$]]
-- 下一段是新的一段，而不是被换行、分页截断的后半句。
local opens = [=[(?x) ^[　\s]* (?: [（(]?[一二三四五六七八九十\d]{1,3}[）)、.．] | [①-⑩] | [一二三四五六七八九]是 | 第[一二三四五六七八九十] | 20\d\d
  | 我[镇乡局区县市委办院] | 本[镇乡局机单] | 全[年镇乡县局] | 下一步 | 今后 | 同时 | 此外 | 另外 | 截至 | 针对 | 为 | 在 | 对 | 按照 | 根据
  | 坚持 | 加强 | 存在 | 主要 )]=]

--- A narrative paragraph: it holds a whole sentence, or is long and has clauses.
local function is_narrative(paragraph)
  if paragraph.heading or paragraph.chars < 15 then return false end
  local words = paragraph.text
  return text.test(words, [=[[。；！][^。；！”）》]{2,}$]=]) or (paragraph.chars >= 45 and text.test(words, [[，[^，]+，]]))
end

local function is_unfinished(paragraph)
  return not stopped[paragraph:last(1)] and is_narrative(paragraph) and not text.test(paragraph.text, exempt)
end

--- Say it of the paragraph's last words.
local function fail(finding, paragraph)
  finding:fail { at = paragraph:find([=[[^。；！？，]{1,24}$]=]) or paragraph, words = paragraph:last(12) }
end

rule {
  id = "TXT-001", name = "no-final-mark", severity = "warning",
  clauses = { "HH22.text", "STD.text" },
  title = { zh = "段末缺标点", en = "A paragraph ends without its stop" },
  message = { zh = "这一段末尾没有标点：“……{words}”。", en = "The paragraph ends without a stop: “…{words}”." },
  remedy = { zh = "在段末补上句号；如果后面还有字，检查是不是被截断了。", en = "Add the stop; where words should follow, see whether the paragraph was cut." },
  explain = {
    zh = "只看成句的段落：标题、图表和附件名、联系方式、署名、日期不算；被换行或分页断开的半句（下一段接着写）也不算。",
    en = "Only paragraphs that are sentences: headings, captions, contact lines, signatures and dates are left alone, and so is half a sentence that the next "
      .. "line goes on with.",
  },
  since = "1.1.0", tags = { "text", "marks" },
  check = function(report, finding)
    local held
    for paragraph in report:paragraphs() do
      if held and (held.section ~= paragraph.section or paragraph.heading or text.test(paragraph:first(12), opens)) then
        fail(finding, held)
      end
      held = is_unfinished(paragraph) and paragraph or nil
    end
    if held then fail(finding, held) end
  end,
  cases = {
    fails = {
      { append = { overview = "通过业务培训，提高了认识。工作人员的业务能力得到了有效提升" }, expect = 1 },
      { text = { problems = { "一是更新不及时。二是解读形式单一", "（二）改进情况。下一步，按月检查。" } }, expect = 1 },
      { text = { other = "全年未收取信息处理费。没有其他需要报告的事项，" }, expect = 1 },
      { text = { problems = "一是村级公开栏更新不够及时，二是政策解读以文字为主，形式比较单一，三是信息员业务不熟，下一步将加强培训和检查" } },
      { text = { overview = "没有其他事项。以上的报告完毕了" }, why = "15个字" },
      { text = { overview = "加强组织领导。健全工作机制和审核制度", problems = "公开栏更新慢。下一步改进。" }, why = "下一段在另一部分", expect = 1 },
      { text = { overview = "村级公开栏更新不及时，政策解读以文字为主，形式比较单一，信息员业务不熟悉，今后将加强培训和" }, why = "45个字" },
    },
    passes = {
      {}, { text = { problems = { "一是更新不及时。二是解读形式单", "一的问题还没有解决。下一步，按月检查。" } } },
      { text = { overview = { "加强组织领导，健全工作机制", "（六）强化监督", "全年发布信息12条；", "注：以上数据由各站所提供。截至年底" } } },
      { text = { other = { "青石镇人民政府。2025年1月20日", "联系方式。电话：0351-5550126", "文件要求“公开。解读到位”" } } },
      { text = { other = { "本报告可在网站下载。附件下载", "详情见网站。http://www.example.gov.cn/a" } } },
      { text = { overview = "没有其他事项。以上报告完毕了" }, why = "14个字" },
      {
        why = "各种结尾的标点", with = "。 ！ ？ ； ： … ” ’ ） ) 》 】 〉 」 』 ! ? ; : . 、 — >",
        text = { problems = "一是村级公开栏更新不够及时，二是政策解读以文字为主，形式比较单一，三是信息员业务不熟，下一步将加强培训和检查{}" },
      },
      { with = "电话 传真 邮编 邮箱 地址 网址", text = { other = "没有其他需要报告的事项。{}：零三五一转政务公开办公室" } },
      { text = { other = "没有其他需要报告的事项。青石镇人民政府，2025年1月20日" } },
      { text = { overview = "村级公开栏更新不够及时而且政策解读以文字为主形式比较单一同时信息员业务不熟今后将加强培训和检查并按季度通报" }, why = "没有逗号" },
      { text = { overview = "村级公开栏更新不及时，政策解读以文字为主，形式比较单一，信息员业务不熟悉，今后将加强培训" }, why = "44个字" },
    },
  },
}
