-- Spotted: what the rules on word lists (words/*.lua) share: which places count, one finding for each word, and cases made from the lists.
--
-- Fields of an entry: [1] the word, [2] what it should be, `kind` (whose it is, where several rules share a list), and, as patterns, `before` and
-- `after` for the text next to it, `only` and `unless` for its sentence. `bad` and `ok` are examples, `severity` where it is lower than the rule's.

local spotted = {}

--- Whether the word counts where it stands.
function spotted.counts(found, entry)
  if entry.before and not text.test(found:before(24), entry.before) then return false end
  if entry.after and not text.test(found:after(24), entry.after) then return false end
  if not (entry.only or entry.unless) then return true end
  local sentence = found:sentence().text
  return not (entry.only and not text.test(sentence, entry.only)) and not (entry.unless and text.test(sentence, entry.unless))
end

--- All words of a list (and kind) that count: an array, in order of first place, of { entry = …, places = { quotes } }.
function spotted.collect(report, list, kind)
  local groups, by_word = {}, {}
  for found, entry in report:spot(list) do
    if (not kind or entry.kind == kind) and spotted.counts(found, entry) then
      local group = by_word[entry[1]]
      if not group then
        group = { entry = entry, places = {} }
        by_word[entry[1]] = group
        groups[#groups + 1] = group
      end
      group.places[#group.places + 1] = found
    end
  end
  return groups
end

--- One finding for each word, at its first place, the others marked.
function spotted.fail(report, finding, list, kind)
  for _, group in ipairs(spotted.collect(report, list, kind)) do
    local entry, places = group.entry, group.places
    finding:fail {
      at = places[1], quotes = lib.words.first(places, 12), severity = entry.severity,
      wrong = places[1], right = entry[2] or "", count = #places,
    }
  end
end

--- One finding for all words together; {words} names up to four of them, and what they should be.
function spotted.fail_once(report, finding, list, kind, place)
  local places, names = {}, {}
  for _, group in ipairs(spotted.collect(report, list, kind)) do
    local wrong, right = group.places[1].text, group.entry[2]
    table.move(group.places, 1, #group.places, #places + 1, places)
    names[#names + 1] = {
      zh = "“" .. wrong .. "”" .. (right and "应为“" .. right .. "”" or ""), en = "“" .. wrong .. "”" .. (right and " for “" .. right .. "”" or ""),
    }
  end
  if places[1] then
    finding:fail { at = places[1], quotes = lib.words.first(places, 12), words = lib.words.list(names, 4), count = #places, place = place }
  end
end

local function example(entry)
  return entry.bad or table.concat(text.split(entry[1], "#"), "1")
end

local function of_kind(list, kind)
  local entries = {}
  for _, entry in ipairs(lib[list]) do
    local parts = type(entry) == "string" and text.split(entry, "→")
    local full = parts and (parts[2] and parts or {}) or entry
    if full[1] and (not kind or full.kind == kind) then entries[#entries + 1] = full end
  end
  return entries
end

--- Cases that must fail: every entry's example, forty to a report, each giving a finding of its own.
function spotted.wrong(list, kind, more)
  local cases, sentences = {}, nil
  for index, entry in ipairs(of_kind(list, kind)) do
    if index % 40 == 1 then
      sentences = {}
      cases[#cases + 1] = { text = { other = sentences } }
    end
    sentences[#sentences + 1] = example(entry) .. "。"
    cases[#cases].expect = #sentences
  end
  for _, case in ipairs(more or {}) do cases[#cases + 1] = case end
  if #cases == 1 then cases[2] = { append = { problems = example(of_kind(list, kind)[1]) .. "。" }, expect = 1 } end
  return cases
end

--- The same for rules that say it once: a case for each entry.
function spotted.wrong_alone(list, kind, more)
  local cases = {}
  for _, entry in ipairs(of_kind(list, kind)) do cases[#cases + 1] = { append = { overview = example(entry) .. "。" }, expect = 1 } end
  for _, case in ipairs(more or {}) do cases[#cases + 1] = case end
  return cases
end

--- Cases that must pass: what every word should be, and every sentence in which a word is none.
function spotted.right(list, kind, more)
  local cases, right, ok = { {} }, {}, {}
  for _, entry in ipairs(of_kind(list, kind)) do
    if entry[2] and not text.contains(entry[2], entry[1]) and list ~= "numerals" and list ~= "marks" then right[#right + 1] = entry[2] end
    if entry.ok then ok[#ok + 1] = entry.ok .. "。" end
  end
  if #right > 0 then cases[#cases + 1] = { append = { overview = table.concat(right, "。") .. "。" } } end
  if #ok > 0 then cases[#cases + 1] = { text = { other = ok } } end
  for _, case in ipairs(more or {}) do cases[#cases + 1] = case end
  return cases
end

return spotted
