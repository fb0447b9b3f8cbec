-- Narrative: asking the running text. Sentences are the engine's: they end at 。！？； and at a paragraph's end.

local narrative = {}

--- A pattern that takes the words and the rest of their sentence, so that a search with it comes once to every sentence that holds
--- them. Build it where the file loads, not in a check.
function narrative.once(words) return "(?:" .. words .. ")[^。！？；!?;]*" end

--- The first sentence of a section (or of the report, without key) that holds a match of `pattern` and for which `test` holds, or
--- nil. The pattern is looked for in whole paragraphs, which is far cheaper than asking every sentence.
function narrative.first(report, key, pattern, test)
  for found in report:search(pattern, key) do
    local sentence = found:sentence()
    if not test or test(sentence) then return sentence end
  end
  return nil
end

--- All sentences of a section that hold a match of `pattern`, made by narrative.once, and for which `test` holds.
function narrative.all(report, key, pattern, test)
  local list = {}
  for found in report:search(pattern, key) do
    local sentence = found:sentence()
    if test(sentence) then list[#list + 1] = sentence end
  end
  return list
end

--- Whether one of several patterns matches.
function narrative.matches(s, patterns)
  for _, pattern in ipairs(patterns) do
    if text.test(s, pattern) then return true end
  end
  return false
end

--- The first match of a pattern in a report or a section, or nil.
function narrative.search(view, pattern, key)
  local iterate, state, start = view:search(pattern, key)
  return (iterate(state, start))
end

--- The first paragraph of a section, or nil.
function narrative.opening(report, key)
  local iterate, state, start = report:paragraphs(key)
  return (iterate(state, start))
end

--- Where a missing statement belongs: the section's first paragraph, else its heading, else the report's title.
function narrative.place(report, key)
  return narrative.opening(report, key) or report:section(key)
end

return narrative
