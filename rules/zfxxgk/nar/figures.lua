-- What was made public on own initiative: how much, and of what.
-- Source: WW25 （主动公开要写明数量，分渠道、分类别）; observed in published reports.

local narrative, claimed = lib.narrative, lib.claimed

local number = "(?:[0-9０-９][0-9０-９,，.]*\\s*[余多]?[万千]?|(?<![第一二三四五六七八九十百])(?!一件)[一二三四五六七八九十百千两]{1,8})\\s*[余多]?"
local count = number .. "\\s*(?:条|篇|则|期|批次|份|件|部|次)"
-- From the verb to its figure nothing else may be counted: requests, cases, trainings, letters.
local other = "申请|复议|诉讼|培训|会议|建议|提案|诉求|留言|咨询|考核|评议|检查|监督|失效"
local figures = {
  "(?<!申请|予以|不予|部分)(?:公开|发布|公布|推送|刊[登发]|上传|更新|编发|推出)(?!栏)(?:(?!" .. other .. ")[^。；0-9]){0,40}?" .. count,
  count .. "[^。；，]{0,10}(?:信息|动态|文件|政策|公告)",
}

-- Not published, but looked through.
local looked_through = [[(?:失效|清理|审[核查]|退回|更正|修订|废止)[^。；，]*$]]

local function has_documents(report, key)
  for found in report:search(figures[2], key) do
    if not text.test(found:before(12), looked_through) then return true end
  end
  return false
end

--- Sections one and two, where the figures belong.
local function either(report, pattern)
  return narrative.search(report, pattern, "overview") or narrative.search(report, pattern, "proactive")
end

local function disclosed(report)
  for _, key in ipairs { "overview", "proactive" } do
    if claimed.any(report, { "disclosed.items" }, key) then return true end
  end
  return false
end

rule {
  id = "NAR-005", name = "no-disclosure-figure", severity = "warning",
  clauses = { "WW25" },
  title = { zh = "主动公开没有数量", en = "No figure of what was made public" },
  message = {
    zh = "第一、二部分没有写明本年主动公开了多少条信息。",
    en = "Neither section one nor two says how many items were made public.",
  },
  remedy = {
    zh = "在“主动公开”一段写明数量，例如“全年通过门户网站主动公开政府信息126条”。",
    en = "Give the figure in the paragraph on disclosure, for instance “126 items were made public on the portal”.",
  },
  explain = {
    zh = "只写“数量有所增长”“力度加大”看不出做了多少。文件、动态、公众号文章的数量都算；申请、复议、培训的数量不算。"
      .. "第一部分根本没有写主动公开的，由 NAR-002 提出。",
    en = "“More than before” does not tell how much. Documents, news and posts count; requests, cases and trainings do not. Where section one "
      .. "does not speak of disclosure at all, NAR-002 says so.",
  },
  needs = { "section:overview" }, since = "1.1.0", tags = { "narrative", "disclosure" },
  check = function(report, finding)
    if report:section("overview").chars == 0 then
      finding:not_run { because = "STR-004" }
      return
    end
    if disclosed(report) or either(report, figures[1]) then return end
    if has_documents(report, "overview") or has_documents(report, "proactive") then return end
    if not lib.aspects.named(report, "proactive") then
      finding:review { because = "NAR-002" }
      return
    end
    finding:fail { at = report:contains("主动公开", "overview") or report:section("overview"), place = "overview.disclosed" }
  end,
  cases = {
    fails = {
      { text = { overview = "主动公开工作成效明显，公开信息的数量有所增长。" } },
      { text = { overview = "主动公开工作扎实推进。收到政府信息公开申请8件，组织政府信息公开工作培训3期。" }, why = "申请和培训的数量不算" },
      { text = { overview = "主动公开工作扎实推进，依申请公开信息2条。" }, why = "依申请公开的不是主动公开" },
      { text = { overview = "依照条例第二十条主动公开重点领域信息。" }, why = "条款号不是数量" },
      {
        why = "别的数量不算", with = "申请 复议 诉讼 培训 会议 建议 提案 诉求 留言 咨询 考核 评议 检查 监督 失效", text = { overview = "主动公开工作扎实推进，公开办理{}5次。" },
      },
      { with = "失效的 清理出 审核 审查 退回 更正 修订 废止", text = { overview = "主动公开工作扎实推进。{}44份文件。" }, why = "没有公开的不算" },
      { with = "予以 不予 部分", text = { overview = "主动公开工作扎实推进。办结申请5件，{}公开3件。" }, why = "办理结果不算" },
      { text = { overview = "主动公开工作扎实推进，把政府信息公开作为联系群众的一件实事来做。" }, why = "一件实事不是数量" },
    },
    passes = {
      {},
      { text = { overview = "主动公开方面，发布信息22条。" } },
      { text = { overview = "主动公开政府信息二百六十一条。" } },
      { text = { overview = "主动公开情况见第二部分。", proactive = "公开类别主要涉及政策文件2条、其他信息49条。" }, why = "写在第二部分" },
      { text = { overview = "主动公开会议、检查类政府信息261条。" }, why = "会议、检查类的信息" },
      { text = { overview = "主动公开情况见第二部分。", proactive = "主动公开会议、检查类政府信息261条。" } },
      { text = { overview = "主动公开情况见第二部分。", proactive = "在网站设专栏，共44份文件。" }, why = "文件" },
      { text = { overview = "主动公开扎实推进，网站专栏共44份文件。" } },
    },
    reviews = { { text = { overview = "收到政府信息公开申请8件。" }, why = "由 NAR-002 提出" } },
    not_run = { { drop = "sections.overview" }, { text = { overview = "" } } },
  },
}

-- Parts of a total: a list of kinds, or a channel with its own figure.
local parts = {
  "(?:其中|包括|分别[有为是]|涉及|主要[有为是]|分为|类别)(?:(?!申请|规范性文件|予以|部分公开|无法|自然人|复议|起诉|隐私|退回)[^。；0-9]){0,40}?" .. number .. "\\s*[条篇份件]",
  "(?:网站|公众号|微信|微博|新媒体|公开栏|公示栏|公报|电子屏|抖音)[^。；，0-9]{0,20}" .. number .. "\\s*[条篇份件]",
  number .. "\\s*条[、，；][^。；，0-9]{1,40}" .. number .. "\\s*条",
}

-- Three figures of things published are a total and two of its parts.
local published = "(?<!予以|不予|部分)(?:公开|发布|推送|刊登)[^。；，0-9]{0,20}" .. number .. "\\s*[条篇份件](?![^。；，]{0,6}申请)"
local ENOUGH = 3

local function has_parts(report)
  for _, pattern in ipairs(parts) do
    if either(report, pattern) then return true end
  end
  local figures_seen = 0
  for found in report:search(published, "overview") do
    if not found:contains("申请") then figures_seen = figures_seen + 1 end
    if figures_seen == ENOUGH then return true end
  end
  return false
end

--- The largest total of at least five items, of sections one and two.
local function total(report)
  local largest
  for claim in report:claims("disclosed.items") do
    local here = claim.section == "overview" or claim.section == "proactive"
    if here and claim.value >= 5 and (not largest or claim.value > largest.value) then largest = claim end
  end
  return largest
end

rule {
  id = "NAR-006", name = "disclosure-without-parts", severity = "info",
  clauses = { "WW25" },
  title = { zh = "主动公开只有总数", en = "A total of what was made public without its parts" },
  message = {
    zh = "主动公开只写了总数“{claim}”，没有分渠道或分类别的数量。",
    en = "Only a total is given, “{claim}”, neither by channel nor by kind.",
  },
  remedy = {
    zh = "在总数后面写明分项，例如“其中网站125条、公众号92条”，或按机构职能、政策文件、财政信息等分类。",
    en = "Add the parts, for instance “125 on the portal, 92 on the public account”, or by kind of information.",
  },
  explain = {
    zh = "武威市2025年度通知要求写明各渠道、各类别的数量。写明了渠道的总数、列出类别数量的都算；不足5条的不看。",
    en = "A notice of Wuwei asks for figures by channel and by kind. A total that names its channel, or a list of kinds with figures, will do; "
      .. "fewer than five items are not looked at.",
  },
  since = "1.1.0", tags = { "narrative", "disclosure" },
  applies = function(report) return total(report) ~= nil end,
  check = function(report, finding)
    local largest = total(report)
    if has_parts(report) then return end
    finding:fail { at = largest, place = "disclosed.parts", claim = largest.quote }
  end,
  cases = {
    fails = {
      { text = { overview = "全年主动公开政府信息261条（含政府门户网站），主要包括机构信息、政策文件、财政信息等。" } },
      { text = { overview = "全年主动公开政府信息126条。网站发布动态，推送图解12篇。" }, why = "只有一项的数量" },
      { text = { overview = "全年主动公开政府信息126条。办结申请8件，其中予以公开3件。" }, why = "申请的分项不算" },
      { text = { overview = "全年主动公开政府信息5条。" }, why = "5条" },
      { text = { overview = "主动公开政府信息261条。主动公开政府信息126条。" }, says = "261条", why = "说最大的" },
      { text = { overview = "主动公开情况见第二部分。", proactive = "主动公开政府信息261条。" }, why = "写在第二部分" },
      { text = { overview = "全年主动公开政府信息126条。办结申请9件，予以公开3件、部分公开4件、不予公开2件。" }, why = "办理结果不是分项" },
      {
        with = "明确涉及个人信息的隐私字段一律隐去，全年重做6条 涉及信息的公示，全年退回6条 被申请行政复议8件，其中未经复议8件 提起行政诉讼8件，其中直接起诉8件",
        text = { overview = "全年主动公开政府信息126条。{}。" }, why = "别的分项不算",
      },
    },
    passes = {
      {},
      { text = { overview = "主动公开政府信息48条，其中动态35条、公告13条。" } },
      { text = { overview = "全年主动公开政府信息217条：网站公开125条，公众号公开92条。" } },
      { text = { overview = "通过县政府门户网站主动公开政府信息126条。" }, why = "写明了渠道" },
      {
        text = { overview = "全年主动公开政府信息456条。一是公开现行有效规范性文件98件。二是发布政策解读17篇。" },
        why = "分别写了文件、解读的数量",
      },
      { text = { overview = "全年主动公开政府信息49条。", proactive = "主动公开的信息有政策文件9条、其他信息40条。" } },
    },
    not_applicable = {
      { text = { overview = "全年主动公开政府信息4条。" }, why = "不足5条" },
      { text = { overview = "主动公开工作成效明显。" } },
      { text = { overview = "主动公开工作成效明显。", other = "主动公开政府信息261条。" }, why = "写在第六部分" },
    },
  },
}
