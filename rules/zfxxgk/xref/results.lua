-- Results of requests by kind, and talk of slow handling where nothing was handled: the text against table 3.
-- Source: 条例 article 6; F21 closing item （敷衍塞责）.

local claimed = lib.claimed
local narrative = lib.narrative

local results = {
  "requests.granted", "requests.granted_partial", "requests.partial", "requests.denied", "requests.unavailable",
  "requests.not_processed", "requests.other",
}

rule {
  id = "XREF-006", name = "result-kinds-differ", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "文中分类办理结果与表三不一致", en = "Results by kind: text and table 3 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表三对应各项的总计是{expected}件。",
      en = "The text says “{claim}”; table 3 has {expected}.",
    },
    part = {
      zh = "文中“{claim}”少于表三的数（{expected}），可能只是其中一部分，请人工核对。",
      en = "“{claim}” is less than table 3 has ({expected}); it may count a part only. Please check.",
    },
  },
  remedy = {
    zh = "与表三总计列核对：不予公开是（三）的8项之和，无法提供是（四）的3项之和，不予处理是（五）的5项之和。",
    en = "Compare with the total column: denied is the sum of the 8 rows of （三）, not available of the 3 of （四）, not processed of the 5 of （五）.",
  },
  explain = {
    zh = "予以公开、部分公开、不予公开、无法提供、不予处理、其他处理逐类核对；“予以公开及部分公开”按两项之和核对。公开文件的条数不算。",
    en = "Each kind is compared; “granted and partly granted” with the sum of the two. Counts of documents published are not taken.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "cross", "requests" },
  applies = function(report) return claimed.any(report, results) end,
  check = function(report, finding)
    local list = claimed.list(report, results)
    for _, claim in ipairs(list) do claimed.compare(report, finding, claim, list) end
  end,
  cases = {
    fails = {
      { text = { overview = "办结政府信息公开申请8件，其中予以公开3件、部分公开2件。" } },
      { change = { ["requests.denied.third_party.total"] = 0 } },
      { each = { overview = {
        "予以公开1件。", "予以公开及部分公开9件。", "部分公开5件。", "不予公开5件。", "无法提供5件。", "不予处理5件。", "其他处理5件。",
      } }, expect = 1 },
    },
    passes = {
      {},
      { text = { overview = "办结政府信息公开申请8件，其中予以公开及部分公开4件，不予公开2件，无法提供2件。" } },
      { append = { overview = "公开政策文件23份，政策解读5篇。" } },
    },
    reviews = { { change = { ["requests.granted.total"] = "" } } },
    not_applicable = { { text = { overview = "收到政府信息公开申请8件，均已办结。" } } },
    not_run = { { drop = "tables.requests" } },
  },
}

local about_requests = narrative.once [[依申请|信息公开申请|申请公开|申请人|申请(?:件|事项|办理|受理|答复|处理)]]
local slow = {
  [[(?:效率|速度|时效性?)[^。；，]{0,8}(?:有待|不高|较低|偏低|低下|不够|不强|较慢|需(?:要)?(?:进一步)?提)]],
  [[(?:时间|时限|周期|耗时)[^。；，]{0,4}(?:较长|偏长|过长|太长|长)]],
  [[(?:流程|程序|环节|手续)[^。；，]{0,6}(?:繁琐|烦琐|复杂|冗长|较多|过多)]],
  [[(?:答复|办理|回复|处理|受理|获取)[^。；，]{0,10}(?:不及时|不够及时|不够快|较慢|缓慢|滞后|拖延|超期|逾期|临期)]],
  [[不能及时获取|未能及时(?:答复|办理|回复|获取)]],
}
local measure = [[^(?:\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．是])?\s*)(?:优化|提升|提高|加强|强化|完善|简化|规范|进一步|将|建立|健全)]]

rule {
  id = "XREF-009", name = "slow-handling-of-nothing", severity = "warning",
  clauses = { "F21.duty", "R711.6" },
  title = { zh = "没有申请，却说申请办理慢", en = "No request, yet the handling of requests is called slow" },
  message = {
    zh = "表三本年新收和上年结转都是0，第五部分却写“{problem}”。",
    en = "Table 3 has no new and no carried-in requests, yet section five says “{problem}”.",
  },
  remedy = {
    zh = "删去这个问题和对应的措施，或者改写成能力上的不足，例如“申请较少，工作人员经验不足”。",
    en = "Remove the problem and its measure, or reword it as a lack of practice, for instance “few requests, so staff lack experience”.",
  },
  explain = {
    zh = "一年没有办理过申请，就不会有办理慢、流程繁琐的问题，这样写像是照抄。经验不足之类的能力问题可以写。有上年报告的，上年办理过申请就不提；没有的，上年结转为0即视为上年也没有遗留。",
    en = "Where nothing was handled, nothing was handled slowly: such text looks copied. Lack of experience may be named. Where last year's "
      .. "report is at hand and had requests the rule does not apply; else none carried in counts as none left from last year.",
  },
  needs = { "table:requests", "section:problems" }, since = "1.0.0", tags = { "cross", "requests" },
  applies = function(report)
    local before = report.prior and report.prior.requests
    local last = before and before:cell("new", "total")
    if last and last.known and last.value > 0 then return false end -- the problem may be last year's
    local new, carried = report:cell("requests.new.total"), report:cell("requests.carried_in.total")
    return not (new.known and new.value > 0) and not (carried.known and carried.value > 0)
  end,
  check = function(report, finding)
    local new, carried = report:cell("requests.new.total"), report:cell("requests.carried_in.total")
    if not (new.known and carried.known) then
      finding:review { because = "T3-020" }
      return
    end
    local found = narrative.all(report, "problems", about_requests, function(sentence)
      local words = sentence.text
      return narrative.matches(words, slow) and not text.test(words, measure)
    end)
    if #found > 0 then
      finding:fail { at = found[1], quotes = lib.words.first(found, 5), place = "problems.requests", problem = found[1], cells = { new, carried } }
    end
  end,
  cases = {
    fails = {
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { problems = "3.依申请公开工作效率有待提升。在处理依申请公开事项时，办理流程繁琐、办理时间较长，导致申请人不能及时获取所需信息。" },
        expect = 1,
      },
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        append = { problems = "依申请公开答复不够及时。" },
      },
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        each = { problems = {
          "依申请事项的办理效率有待提升。", "信息公开申请的办理时间较长。", "申请公开的流程繁琐。", "申请人不能及时获取信息。", "申请答复不够及时。", "申请人未能及时获取材料。",
        } },
      },
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { problems = "依申请工作效率有待提升。" },
      },
      {
        why = "上年也没有申请",
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        append = { problems = "依申请公开答复不够及时。" }, prior = { change = { ["requests.new.total"] = 0 } },
      },
    },
    passes = {
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { problems = "因依申请公开较少，工作人员经验不足。下一步加强业务培训。" },
      },
      {
        why = "只有措施",
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { problems = { "村级公开栏更新周期超过一个月。", "提升依申请公开工作效率，简化办理环节。" } },
      },
      {
        why = "说的是栏目，不是申请",
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { problems = "网站栏目处理不及时。下一步加强检查。" },
      },
    },
    reviews = { { change = { ["requests.new.total"] = "", ["requests.carried_in.total"] = 0 } } },
    not_applicable = {
      { append = { problems = "依申请公开答复不够及时。" }, why = "当年有申请" },
      { change = { ["requests.new.total"] = 1, ["requests.carried_in.total"] = 0 }, append = { problems = "依申请公开答复不够及时。" } },
      { change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 1 }, append = { problems = "依申请公开答复不够及时。" } },
      {
        why = "上年有申请",
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        append = { problems = "依申请公开答复不够及时。" }, prior = { change = { ["requests.new.total"] = 1 } },
      },
    },
    not_run = { { drop = "tables.requests" }, { drop = "sections.problems" } },
  },
}
