-- What the county page (collection.html) asks of the ruleset: how the families of rules are called, which figures are shown of every unit, until when each
-- was to publish. Given the year (nil where it is unknown) and the units as { level, kind, deadline }; dates are YYYY-MM-DD.

-- By the first part of a rule's id, in the order of the page.
local families = {
  { id = "STR", zh = "结构", en = "structure" },
  { id = "TTL", zh = "标题落款", en = "title and date" },
  { id = "REF", zh = "依据", en = "references" },
  { id = "FMT", zh = "格式", en = "format" },
  { id = "T2", zh = "表二", en = "table 2" },
  { id = "T3", zh = "表三", en = "table 3" },
  { id = "T4", zh = "表四", en = "table 4" },
  { id = "XREF", zh = "文表互核", en = "text and tables" },
  { id = "NAR", zh = "叙述", en = "narrative" },
  { id = "YOY", zh = "与上年", en = "year on year" },
  { id = "TXT", zh = "文字", en = "wording" },
  { id = "PRV", zh = "隐私保密", en = "privacy" },
  { id = "COL", zh = "汇总", en = "collection" },
  { id = "PUB", zh = "发布", en = "publication" },
}

-- The first three are drawn as well: those that COL-021 holds against each other.
local figures = {
  { cell = "requests.new.total", zh = "新收申请", en = "new requests", drawn = true },
  { cell = "proactive.licences.decisions", zh = "行政许可", en = "licences", drawn = true },
  { cell = "proactive.penalties.decisions", zh = "行政处罚", en = "penalties", drawn = true },
  { cell = "requests.carried_out.total", zh = "结转下年", en = "carried out" },
}

return function(year, units)
  local dates = {}
  for index, unit in ipairs(units) do
    if year then
      dates[index] = lib.deadlines.of(unit, year)
    else
      dates[index] = unit.deadline or ""
    end
  end
  return { families = families, figures = figures, outliers = "COL-021", deadlines = dates, posted_again = year and lib.deadlines.long_after(year) }
end
