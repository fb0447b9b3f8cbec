-- How quantities are written: approximations that look exact, and one total in two measure words.
-- Source: GB/T 15835 (numerals); practice of good reports. Both are remarks.

-- 余 or 多 after, 近 or 逾 before a number whose last digit is not rounded. 15余 and 25余 are round enough.
local exact_looking = [[(?<![\d.．])(?:\d*\d{2}[1-9]|\d[1-46-9])\s*(?:余|多)[^\d，。；、]{0,2}|(?:近|逾)\s*\d*\d{2}[1-9](?![\d.．万亿%])]]

rule {
  id = "TXT-020", name = "rounded-but-exact", severity = "info",
  clauses = { "STD.numbers" }, ground = "practice",
  title = { zh = "约数与精确数并用", en = "An approximation that looks exact" },
  messages = {
    default = {
      zh = "“{words}”既写到个位，又说是约数。",
      en = "“{words}” is exact to the unit and called an approximation.",
    },
    part = {
      zh = "总数“{total}”是精确的，分项“{words}”却是约数。",
      en = "The total “{total}” is exact, its part “{words}” an approximation.",
    },
  },
  remedy = {
    zh = "有准确数的直接写准确数，去掉“余”“多”“近”；只有大概数的写整数，例如“1800余条”。",
    en = "Give the exact number without the word of approximation, or a round one, such as 1800余条.",
  },
  explain = {
    zh = "“1867余条”不是准确数，也不是约数。精确的总数里夹着约数的分项，同样说不通。",
    en = "“1867余条” is neither exact nor round. An exact total with an approximate part is no better.",
  },
  since = "1.1.0", tags = { "text", "numbers" },
  check = function(report, finding)
    for claim in report:all_claims("rounded") do
      if claim.value % 10 ~= 0 then
        local words = claim.key and claim.quote.text or claim.quote:before(1) .. claim.text
        local found = text.find(words, exact_looking)
        if found then finding:fail { at = claim, words = found.text } end
      end
    end
    for breakdown in report:breakdowns() do
      if breakdown.rounded and breakdown.total.certainty == "exact" then
        for part in breakdown:parts() do
          if part.certainty ~= "exact" then
            finding:fail { at = part, message = "part", total = lib.sums.named(breakdown.total), words = part.text, quotes = { breakdown.total } }
            break
          end
        end
      end
    end
  end,
  cases = {
    fails = {
      { text = { overview = "全年推送文章1867余条。" } },
      { text = { overview = "公众号推送文章877余篇。" } },
      { text = { overview = "召开村民会议21余场。" } },
      { text = { overview = "接待群众近187人次。" } },
      { why = "总数精确，分项是约数", text = { overview = "公开信息98条，其中政策类24条、财政类43条、民生类22条、其他9余条。" }, expect = 1, says = "9余条" },
    },
    passes = {
      {},
      { text = { overview = "全年推送文章1800余条，走访群众25余户，浏览2.3万余次，覆盖近200人，超过2000人次。" } },
      { text = { overview = "公开信息480余条，其中政策类111条、公示370余条。" } },
    },
  },
}

--- The first claim of a kind in each measure word, where one number is given in two of them.
local function same_number_twice(report, found)
  local first
  for claim in report:claims("disclosed.items") do
    if first and claim.value == first.value and claim.unit ~= first.unit then return found(first, claim) end
    first = first or claim
  end
end

rule {
  id = "TXT-021", name = "measure-words-mixed", severity = "info",
  clauses = { "STD.numbers" }, ground = "practice",
  title = { zh = "同一个数的量词不一致", en = "One total in two measure words" },
  message = {
    zh = "“{first}”和“{second}”说的是同一批信息，量词却不同。",
    en = "“{first}” and “{second}” count the same items in different measure words.",
  },
  remedy = { zh = "统一用一个量词，一般用“条”。", en = "Use one measure word, as a rule 条." },
  explain = {
    zh = "总数用“份”、分项用“条”，或者同一个数前面用“份”、后面用“条”。分项与总数相加一致，或者紧接着写“其中×条”，才认为说的是同一批信息。",
    en = "A total in 份 and parts in 条, or the same number in both. They are taken for the same items only where the parts add up to the total, or "
      .. "where “of which 54条” follows at once.",
  },
  since = "1.1.0", tags = { "text", "numbers" },
  check = function(report, finding)
    for breakdown in report:breakdowns() do
      if breakdown.mixed then
        for part in breakdown:parts() do
          if part.unit ~= breakdown.total.unit then
            finding:fail { at = part, first = lib.sums.named(breakdown.total), second = part.text, quotes = { breakdown.total } }
            return
          end
        end
      end
    end
    same_number_twice(report, function(first, second)
      finding:fail { at = second, first = first.quote, second = second.quote, quotes = { first } }
    end)
  end,
  cases = {
    fails = {
      { text = { overview = "主动公开政府信息61份，其中54条为政策文件。" } },
      { text = { overview = "主动公开政府信息61份，其中政策类54条、财政类4条、人事类1条、其他2条。" } },
      { text = { overview = "主动公开政府信息148份。主动公开政府信息148条。" } },
    },
    passes = {
      {},
      { text = { overview = "主动公开政府信息61条，其中54条为政策文件。" } },
      { why = "不是同一批", text = { overview = "主动公开政府信息61条，其中政策文件4件。编印政策汇编61份。" } },
    },
  },
}
