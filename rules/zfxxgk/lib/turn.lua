-- Section five in two: what it calls problems, and from the turn on what it does about them.

local turn = {}

-- Where problems end: the words that begin what was or will be done.
local turning_words = [[(?x) 下一? (?:步|阶段) | (?:整改|改进|工作) (?:措施|举措) | 改进情况 | (?:针对|围绕) (?:上述|以上|这些|存在的?|查出的?) [^，。；]{0,6} 问题
  | 将 (?:采取|从|重点|继续|进一步|着力|按照|根据|认真|坚持|切实) | 20\d\d年 [^。；，]{0,16} 将]]
-- Not one: the heading of the whole section, or a sentence that only confesses.
local both = [[(?:问题|不足)[^。；，]{0,6}(?:及|和|与|、)[^。；，]{0,4}(?:改进|整改)]]

--- The first sentence of a paragraph that turns from problems to measures, or nil.
local function turning(paragraph)
  for found in paragraph:search(turning_words) do
    local sentence = found:sentence()
    if not text.test(sentence.text, both) then return sentence end
  end
  return nil
end

--- Section five as two lists of quotes, problems and measures: whole paragraphs, and the sentences of the one in which the turn comes.
--- Headings of the section's own turn count for the turn only.
function turn.of_problems(report)
  local problems, measures = {}, {}
  local turned = false
  for paragraph in report:paragraphs("problems") do
    local turn_here = not turned and turning(paragraph)
    if turn_here and not paragraph.heading then
      for sentence in paragraph:sentences() do
        turned = turned or sentence.text == turn_here.text
        local list = turned and measures or problems
        list[#list + 1] = sentence
      end
    elseif not paragraph.heading then
      local list = turned and measures or problems
      list[#list + 1] = paragraph
    end
    if turn_here then turned = true end
  end
  return problems, measures
end

return turn
