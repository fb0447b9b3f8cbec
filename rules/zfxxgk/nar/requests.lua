-- Requests in section one: a figure, not only procedure.
-- Source: F21 （一）总体情况 (依申请公开 is one of the five aspects); WW25.

local narrative = lib.narrative

local counted = [[(?x)
    申请 [^。；0-9０-９]{0,24}? [0-9０-９零一二三四五六七八九十百]+ \s* (?:余|多)? (?:件|宗|条|起|份|人次|次|例|个)
  | [0-9０-９]+ \s* (?:余|多)? (?:件|宗|条|起|份) [^。；，]{0,16} (?:依申请|信息公开申请|申请)
  | (?:未|没有?|无|尚未|从未) [^。；]{0,16}? (?:收到|接到|受理|接收|收悉|产生|发生|涉及|办理) [^。；]{0,24} 申请
  | (?:无|没有) [^。；，]{0,12} (?:依申请公开|信息公开申请|申请公开)
  | 零申请 | 申请 [^。；，]{0,12} 为零]]
local about_requests = [[依申请|信息公开申请|申请公开]]

rule {
  id = "NAR-003", name = "no-request-figure", severity = "warning",
  clauses = { "F21.overview", "R711.50.2", "WW25" },
  title = { zh = "总体情况没有交代申请办理数量", en = "Section one gives no figure of requests" },
  message = {
    zh = "第一部分没有写明本年收到和办理政府信息公开申请的数量。",
    en = "Section one does not say how many requests were received and handled.",
  },
  remedy = {
    zh = "在“依申请公开”一段写明收到、办结的件数，与表三一致；没有收到的写“未收到政府信息公开申请”。",
    en = "Say in the paragraph on requests how many came in and were handled, as in table 3; if none, say so.",
  },
  explain = {
    zh = "只写程序、制度，看不出做了多少。只看第一部分；写“未收到”也算有数。别的部分另有说明的，不代替第一部分。一字未提依申请公开的，由 NAR-002 提出。",
    en = "Procedures alone do not tell what was done. Only section one counts, and “none received” is a figure. A statement in another "
      .. "section does not replace it. Where requests are not mentioned at all, NAR-002 says so.",
  },
  needs = { "section:overview" }, since = "1.0.0", tags = { "narrative", "requests" },
  check = function(report, finding)
    if report:section("overview").chars == 0 then
      finding:not_run { because = "STR-004" }
      return
    end
    if lib.claimed.any(report, { "requests.received", "requests.new", "requests.received_all", "requests.completed" }, "overview") then return end
    if narrative.search(report, counted, "overview") then return end
    local owner = not lib.aspects.named(report, "requests") and "NAR-002" or lib.aspects.misfiled(report) and "NAR-037"
    if owner then
      finding:review { because = owner }
      return
    end
    local here = narrative.first(report, "overview", about_requests)
    finding:fail { at = here or report:section("overview"), place = "overview.requests" }
  end,
  cases = {
    fails = {
      { text = { overview = "对于依申请公开，严格按照规定程序办理，规范受理、答复和送达环节。" } },
      {
        why = "别处的说明不代替第一部分",
        text = { overview = "全年主动公开政府信息126条，依申请公开渠道畅通。", other = "未收到政府信息公开申请。未收取信息处理费。" },
      },
    },
    reviews = {
      { text = { overview = { "（二）依申请公开。", "网站发布政策38条。" } }, why = "由 NAR-037 提出" },
      { text = { overview = "全年主动公开政府信息126条。" }, why = "一字未提，由 NAR-002 提出" },
    },
    passes = {
      {},
      { text = { overview = "收到政府信息公开申请0件。" } },
      { text = { overview = "2024年我局未收到依申请公开事宜。" } },
      { text = { overview = "本年度全区共收到70件申请，办结69件。" } },
      { each = { overview = {
        "办理的各类申请共8件。", "全年8件依申请公开事项按时答复。", "全年未产生依申请事项。", "无依申请公开事项。", "实现零申请。", "依申请公开为零。",
      } } },
    },
    not_run = {
      { drop = "sections.overview" }, { text = { overview = "" } },
      { text = { overview = "" }, because = "STR-004" },
    },
  },
}
