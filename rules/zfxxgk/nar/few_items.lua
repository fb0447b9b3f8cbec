-- Very few items disclosed.
-- Source: practice (a town of 2025 reported two). The bound is ours.

local FEW = 10
local item_units = { ["条"] = true, ["件"] = true, ["篇"] = true, ["份"] = true, ["则"] = true, ["条次"] = true }

--- The largest number of items disclosed that is stated, or nil.
local function largest(report)
  local most
  for claim in report:claims("disclosed.items") do
    if not most or claim.value > most.value then most = claim end
  end
  return most
end

-- What is counted was published, and is no request.
local publishing = [[(?:公开|发布|公布|推送|刊登|转发|上传|编发|更新)[^。；]*$]]
local other_matters = { requests = true, disputes = true }

--- Whether section one has another count of items published that is not small: by another channel, in another word.
local function has_more(report)
  for claim in report:all_claims() do
    if claim.section == "overview" and claim.value >= FEW and claim.unit and item_units[claim.unit]
      and not (claim.key and other_matters[text.split(claim.key, ".")[1]]) and text.test(claim.quote:before(40), publishing) then
      return true
    end
  end
  return false
end

rule {
  id = "NAR-016", name = "very-few-items", severity = "info",
  clauses = { "PRACTICE.plausible", "R711.50.1" }, ground = "practice",
  title = { zh = "主动公开的数量极少", en = "Very few items disclosed" },
  message = {
    zh = "文中“{claim}”，乡镇（街道）一年这么少很少见，请确认有没有漏统计的渠道。",
    en = "“{claim}” is rarely so few for a town in a year: please confirm that no channel was left out.",
  },
  remedy = {
    zh = "网站、新媒体、公开栏、公示栏公开的都统计进来；新设立的机关可以不改。",
    en = "Count the website, new media and notice boards; a newly set up body may leave it.",
  },
  explain = {
    zh = "乡镇、街道全年主动公开不足10条时提示。第一部分还有别的公开数量不少于10的，不提示。",
    en = "Said of towns and subdistricts with fewer than ten items, unless section one has another count of ten or more.",
  },
  lower_when_unknown = true, needs = { "section:overview" }, since = "1.1.0", tags = { "narrative", "disclosure" },
  applies = function(report) return lib.figures.is_local(report) and lib.claimed.any(report, { "disclosed.items" }) end,
  check = function(report, finding)
    local most = largest(report)
    if most.value < FEW and not has_more(report) then
      finding:fail { at = most, claim = most.quote, place = "overview.items" }
    end
  end,
  cases = {
    fails = {
      { text = { overview = "全年主动公开政府信息2条。" } },
      { text = { overview = "全年主动公开政府信息9条，收到政府信息公开申请8件。" }, level = "subdistrict", kind = "other" },
      { text = { overview = "全年主动公开政府信息2条。办结政府信息公开申请13件；收回问卷150份。" }, why = "申请、问卷不算" },
    },
    passes = {
      {},
      { text = { overview = "全年主动公开政府信息10条。" } },
      { text = { overview = "网站主动公开政府信息2条，公众号发布文章10篇。" } },
      { text = { overview = "全年主动公开政府信息2条。", other = "全年主动公开政府信息12条。" }, why = "看最大的" },
      { text = { overview = "公开及时。", other = "全年主动公开政府信息10条。" } },
      { with = "公开 发布 公布 推送 刊登 转发 上传 编发 更新", text = { overview = "网站主动公开政府信息2条。另在公开栏{}通知等12份。" } },
    },
    not_applicable = {
      { text = { overview = "全年主动公开政府信息2条。" }, level = "county", kind = "department", name = "某县档案局" },
      { text = { overview = "全年公开力度加大。" } },
    },
    not_run = { { drop = "sections.overview" } },
  },
}
