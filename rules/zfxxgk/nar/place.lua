-- What stands in the wrong place: a part that does not do what its heading says, a report that announces a part of itself.
-- Source: 条例 article 50 and the form (what each section is for). OBS: 芦庙乡, 兴国镇 (requests), 三闸镇 (scope).

local narrative, claimed, aspects = lib.narrative, lib.claimed, lib.aspects

local received = { "requests.received", "requests.new", "requests.received_all" }

rule {
  id = "NAR-037", name = "heading-and-text-differ", severity = "warning",
  clauses = { "F21.overview", "R711.50.2", "F21.form.sections" },
  title = { zh = "标题与内容不符", en = "Heading and text do not agree" },
  messages = {
    default = {
      zh = "“{heading}”下面写的是主动公开（“{words}”），没有写申请的收到和办理。",
      en = "Under “{heading}” the text tells of disclosure on own initiative (“{words}”), not of requests.",
    },
    misplaced = {
      zh = "申请的数量写在第六部分（“{words}”），第一部分没有写。",
      en = "The figure of requests stands in section six (“{words}”) and not in section one.",
    },
  },
  remedy = {
    zh = "把内容移到它该在的部分：申请的收到和办理写在“依申请公开”一段，数量与表三一致。",
    en = "Move it where it belongs: requests received and handled go into the paragraph on requests and agree with table 3.",
  },
  explain = {
    zh = "“依申请公开”一段只有网站发布数量、一字不提申请的，为警告；申请数量只写在第六部分的，作提示。",
    en = "A part on requests that only counts publications is a warning; a figure of requests that stands only in section six is a remark.",
  },
  needs = { "section:overview" }, since = "1.1.0", tags = { "narrative", "requests" },
  check = function(report, finding)
    if claimed.any(report, received, "overview") then return end
    local heading, words = aspects.misfiled(report)
    if heading then finding:fail { at = heading, place = "overview.requests", heading = heading, words = words } end
    local claim = claimed.list(report, received, "other")[1]
    if claim then
      finding:fail { at = claim, message = "misplaced", severity = "info", words = claim.quote }
    end
  end,
  cases = {
    fails = {
      { text = { overview = { "（一）主动公开。公开信息126条。", "（二）依申请公开。通过门户网站发布信息58条，更新及时。" } }, severity = "warning" },
      {
        text = { overview = { "（一）主动公开情况", "公开信息126条。", "（二）依申请公开情况", "网站发布政策文件22条。", "（三）政府信息管理", "收到申请逐级审核。" } },
        severity = "warning",
      },
      { text = { overview = "依申请公开渠道畅通。", other = "全年未收到政府信息公开申请。" }, severity = "info" },
    },
    passes = {
      {},
      { text = { overview = { "（二）依申请公开。规范办理程序。" } }, why = "没有数量的由 NAR-003 提出" },
      { text = { overview = { "（二）依申请公开。畅通申请渠道，网站发布申请指南1条。" } }, why = "说的是申请" },
      { text = { overview = { "（一）主动公开和依申请公开。公开信息126条。" } }, why = "两项合写" },
      { append = { other = "全年收到政府信息公开申请8件。" }, why = "第一部分也写了" },
      {
        with = "新收政府信息公开申请8件。 收到政府信息公开申请9件（含上年结转1件）。", why = "第一部分写了新收的，或者连结转在内的",
        text = { overview = "{}" }, append = { other = "全年收到政府信息公开申请8件。" },
      },
    },
    not_run = { { drop = "sections.overview" } },
  },
}

local partial = [[(?:现将|现就|特将|现对|现把)[^。；]{0,40}?(?:依申请公开|主动公开|政府网站|政务新媒体)(?:政府信息)?(?:工作)?的?(?:有关)?(?:情况)?[^。；，、]{0,8}?(?:汇报|报告|公布|通报|公开|总结)如下]]
local whole = [[依申请公开[^。；]*主动公开|主动公开[^。；]*依申请公开|年度报告]]

rule {
  id = "NAR-039", name = "scope-misstated", severity = "info",
  clauses = { "R711.50" },
  title = { zh = "报告范围说窄了", en = "The report announces only a part of itself" },
  message = {
    zh = "开头写“{words}”，只说了其中一项；年度报告要报告五项内容。",
    en = "The opening says “{words}”, one item only; the annual report covers five.",
  },
  remedy = {
    zh = "改为“现将本机关{year}年政府信息公开工作情况报告如下”。",
    en = "Write that the year's open government information work is reported ({year}).",
  },
  explain = {
    zh = "沿用专项汇报的开头，会让人以为报告不完整。只看第一部分之前的话和第一部分第一段。",
    en = "An opening taken from a special report makes this one look incomplete. Only what comes before section one and its first paragraph are read.",
  },
  since = "1.1.0", tags = { "narrative", "scope" },
  check = function(report, finding)
    local openings = { narrative.opening(report, "overview") }
    for paragraph in report:preamble() do openings[#openings + 1] = paragraph end
    for _, paragraph in ipairs(openings) do
      local found = paragraph:find(partial)
      if found and not text.test(found.text, whole) then
        finding:fail { at = found, place = "scope", words = found, year = report.year or "" }
        return
      end
    end
  end,
  cases = {
    fails = {
      { preamble = { "现将我镇2024年依申请公开工作情况汇报如下。" } },
      { text = { overview = { "现将本机关主动公开情况报告如下：", "全年公开信息126条。" } } },
    },
    passes = {
      {},
      { preamble = { "现将我镇2024年政府信息公开工作情况报告如下。" } },
      { preamble = { "现将主动公开、依申请公开等情况报告如下。" } },
      { preamble = { "本报告包括总体情况、主动公开政府信息情况等六个部分。" } },
      { with = "依申请公开和主动公开情况 主动公开情况年度报告", preamble = { "现将{}公布如下。" } },
    },
  },
}
