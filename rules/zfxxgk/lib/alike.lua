-- Two years' words: whether they are too much alike, and what is.
--
-- Thresholds, measured on 20 pairs of published reports: texts that were written anew share 0.04 to 0.35 of section one (0.57 where
-- half of it was kept) and at most 0.12 of section five; the one pair that was copied shares 0.88 and 1.00.

local alike = {}

local sample_length = 40

local function percent(share) return math.floor(share * 100 + 0.5) end

--- The passages that both years have, for marks: this year's and last year's.
local function marks_of(passages)
  local marks = {}
  for _, passage in ipairs(passages) do
    marks[#marks + 1] = passage.mine
    marks[#marks + 1] = passage.theirs
  end
  return marks
end

--- The beginning of a passage, for a message.
local function sample(quote)
  if not quote then return lib.words.both("") end
  local cut = quote.chars > sample_length
  return lib.words.both(cut and text.sub(quote.text, 1, sample_length) .. "……" or quote.text)
end

--- A finding where the two texts are too much alike: `rule` holds the place, the fewest signs worth comparing, and from which share on it is a
--- warning and an error.
function alike.compare(report, finding, mine, theirs, rule)
  local share, signs, passages = report:likeness(mine, theirs, { share = rule.warning, chars = 20, most = 3 })
  if signs < rule.fewest or share < rule.warning then return end
  local marks = marks_of(passages)
  finding:fail {
    at = marks[1] or report, place = rule.place, quotes = marks, share = percent(share),
    sample = sample(marks[1]),
    severity = rule.error and share >= rule.error and "error" or "warning",
  }
end

return alike
