-- Section one as a whole: its length, and the five aspects it sums up.
-- Source: F21 （一）总体情况; WW25 （原则上一千字以内）.

local aspects = lib.aspects

-- Wuwei asks for some 1,000 characters “in principle”; what is half as long again is no longer that. A place's report that adds up
-- all its bodies has more to tell.
local LONG = 1500

rule {
  id = "NAR-001", name = "overview-long", severity = "info",
  clauses = { "WW25" },
  title = { zh = "总体情况过长", en = "Section one is long" },
  message = {
    zh = "第一部分共{count}字，明显超过“原则上一千字以内”的要求。",
    en = "Section one has {count} characters, clearly more than the 1,000 asked for in principle.",
  },
  remedy = {
    zh = "只留情况和数字，做法和意义压缩成一两句；当地没有字数要求的，可以不改。",
    en = "Keep facts and figures, shorten methods and purposes; where no local notice limits the length, nothing need be done.",
  },
  explain = {
    zh = "武威市2025年度通知要求总体情况原则上不超过一千字。超过一千五百字才提示；全市、全县汇总的报告内容多，不看字数。",
    en = "A notice of Wuwei asks for no more than 1,000 characters in principle. Only more than 1,500 are remarked on; reports that add up all "
      .. "bodies of a place are not looked at.",
  },
  needs = { "section:overview" }, since = "1.1.0", tags = { "narrative", "overview" },
  applies = function(report) return report.scope ~= "aggregate" end,
  check = function(report, finding)
    local overview = report:section("overview")
    if overview.chars > LONG then finding:fail { at = overview, place = "overview.length", count = overview.chars } end
  end,
  cases = {
    fails = {
      { append = { overview = string.rep("全年组织各科室和各村的信息员集中学习政府信息公开条例。", 56) } },
      { append = { overview = string.rep("每月检查一次各村公开栏的更新情况。", 90) }, scope = "own" },
    },
    passes = {
      {},
      { append = { overview = string.rep("每月检查一次各村公开栏的更新情况。", 40) }, why = "一千字上下" },
      { text = { overview = string.rep("甲", 1500) }, why = "正好1500字" },
    },
    not_applicable = {
      {
        append = { overview = string.rep("每月检查一次各村公开栏的更新情况。", 90) },
        level = "county", scope = "aggregate", why = "汇总报告",
      },
    },
    not_run = { { drop = "sections.overview" } },
  },
}

rule {
  id = "NAR-002", name = "aspects-missing", severity = "warning",
  clauses = { "F21.overview" },
  title = { zh = "总体情况五个方面有缺项", en = "Section one leaves out one of the five aspects" },
  message = {
    zh = "第一部分没有写到{names}。",
    en = "Section one says nothing of: {names}.",
  },
  remedy = {
    zh = "各补一段：做了什么、数量多少；没有发生的也写明。五个方面是主动公开、依申请公开、政府信息管理、平台建设、监督保障。",
    en = "Add a paragraph on each: what was done, how much. The five are disclosure on own initiative, requests, management of information, "
      .. "platform, supervision.",
  },
  explain = {
    zh = "格式要求总体情况写五个方面，不要求设小标题，正文里写到就算。只说“通过公开栏、新媒体公开”是渠道，不算平台建设；写栏目、账号的建设、维护、更新才算。"
      .. "政府的报告没写监督保障的，由 NAR-004 提出。",
    en = "The form asks for five aspects, not for headings: text counts. A channel that is only named is no platform; building, keeping and "
      .. "updating it is. Governments that say nothing of supervision are told by NAR-004.",
  },
  needs = { "section:overview" }, since = "1.1.0", tags = { "narrative", "overview" },
  check = function(report, finding)
    local overview = report:section("overview")
    if overview.chars == 0 then
      finding:not_run { because = "STR-004" }
      return
    end
    local names, left = {}, false
    for _, aspect in ipairs(aspects.missing(report)) do
      if aspect.key == "supervision" and report.kind == "government" then
        left = true
      else
        names[#names + 1] = aspect.name
      end
    end
    if #names > 0 then
      finding:fail { at = lib.narrative.place(report, "overview"), place = "overview.aspects", names = lib.words.list(names, 5) }
    elseif left then
      finding:review { because = "NAR-004" }
    end
  end,
  cases = {
    fails = {
      {
        why = "缺依申请公开",
        text = { overview = {
          "全年主动公开政府信息126条。信息发布前逐级审核。政府网站专栏按季度更新。",
          "考核结果为良好，开展社会评议1次，未发生责任追究情形。",
        } },
      },
      {
        why = "公开栏、新媒体只是渠道",
        text = { overview = {
          "通过公开栏、新媒体等形式主动公开政府信息126条。收到政府信息公开申请8件。",
          "建立信息审核机制，将政务公开工作纳入年度绩效考核。",
        } },
      },
      { text = { overview = "审批制度健全，网站更新及时，考核结果为良好，收到政府信息公开申请8件。" }, why = "缺主动公开" },
      { text = { overview = "主动公开政府信息126条，收到政府信息公开申请8件，网站更新及时。" }, why = "缺管理", kind = "government" },
      {
        text = { overview = "主动公开政府信息126条，收到政府信息公开申请8件，逐级审核，网站更新及时。" },
        level = "county", kind = "department", name = "某县财政局", why = "部门缺监督保障",
      },
    },
    passes = {
      {},
      { form = "2019" },
      {
        why = "没有小标题也算",
        text = { overview = {
          "全年在县政府门户网站发布信息87条，未收到政府信息公开申请。确定专人负责信息收集和保密审查。",
          "9个村设公开栏，每月更换。年度考核结果为合格，社会评议满意率98%，没有发生责任追究。",
        } },
      },
      {
        why = "公众号推送、三审三校、考核是同义说法",
        text = { overview = "公开信息158条，答复公开申请4件，落实三审三校，公众号推送图解12期，考核得分92分。" },
      },
    },
    reviews = {
      { text = { overview = "主动公开政府信息126条，收到政府信息公开申请8件，逐级审核，网站更新及时。" }, why = "由 NAR-004 提出" },
    },
    not_run = { { drop = "sections.overview" }, { text = { overview = "" } } },
  },
}
