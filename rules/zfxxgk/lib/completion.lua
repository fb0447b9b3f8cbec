-- Completion: what the text claims about all requests at once, 办结率100% and 全部办结. Hotline cases and letters have such figures too; a
-- sentence that speaks of them is not taken.

local completion = {}

local about = [[依申请|信息公开申请|申请公开|公开的?申请|申请(?:件|事项|办理|受理|答复|处理)|(?:收到|受理)[^。；]{0,12}申请]]
local others = [[热线|12345|留言|诉求|来信|信件|信访|建议|提案|(?<!复)议案|咨询|投诉|举报|问政|工单|许可|审批|备案|行政权力]]

local rate = [[(?:办结|答复|办复|回复|办理|处理)率[^。；，%％]{0,8}?(?:(?:100|１００)(?:\.0+)?\s*[%％]|百分之百)]]
local all_done = [[(?:均|都|全部|全都)(?:已|已经)?[^。；，]{0,14}?(?:办结|办理完毕|办复|办毕|答复完毕|办理完成)]]

local function is_about_requests(sentence)
  return text.test(sentence.text, about) and not text.test(sentence.text, others)
end

--- The first match of a pattern that stands in a sentence about requests, or nil.
local function first(report, pattern, test)
  for found in report:search(pattern) do
    local sentence = found:sentence()
    if is_about_requests(sentence) and (not test or test(sentence.text, found.text)) then return found end
  end
  return nil
end

--- “办结率100%” of requests.
function completion.rate(report, test) return first(report, rate, test) end

--- “均已办结” of requests.
function completion.all_done(report, test) return first(report, all_done, test) end

return completion
