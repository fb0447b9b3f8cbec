-- Completion: what the text claims about all requests at once, 办结率100% and 全部办结. Hotline cases and letters have such figures too; a
-- sentence that speaks of them is not taken.

local completion = {}

local about = [[依申请|信息公开申请|申请公开|公开的?申请|申请(?:件|事项|办理|受理|答复|处理)|(?:收到|受理)[^。；]{0,12}申请]]
local others = [[热线|12345|留言|诉求|来信|信件|信访|建议|提案|(?<!复)议案|咨询|投诉|举报|问政|工单|许可|审批|备案|行政权力]]

-- Each is looked for by its rarest word first, which most reports lack: 率 with 100 behind it, 办结 with “all” in front of it.
local hundred = [[率[^。；，%％]{0,8}?(?:(?:100|１００)(?:\.0+)?\s*[%％]|百分之百)]]
local rate = [[(?:办结|答复|办复|回复|办理|处理)]] .. hundred
local done = [[办结|完毕]]
local all_before = [[(?:均|都|全部)(?:已|已经)?[^。；，]{0,14}$]]
local all_done = [[(?:均|都|全部)(?:已|已经)?[^。；，]{0,14}?(?:办结|(?:办理|答复|处理)完毕)]]

local function is_about_requests(sentence)
  return text.test(sentence.text, about) and not text.test(sentence.text, others)
end

--- “办结率100%” in a sentence about requests for which `test` holds (of its text), or nil.
function completion.rate(report, test)
  for found in report:search(hundred) do
    local sentence = found:sentence()
    local claim = sentence:find(rate)
    if claim and is_about_requests(sentence) and (not test or test(sentence.text)) then return claim end
  end
  return nil
end

--- “均已办结” in a sentence about requests for which `test` holds (of its text), or nil.
function completion.all_done(report, test)
  for found in report:search(done) do
    if text.test(found:before(20), all_before) then
      local sentence = found:sentence()
      local claim = sentence:find(all_done)
      if claim and is_about_requests(sentence) and test(sentence.text) then return claim end
    end
  end
  return nil
end

return completion
