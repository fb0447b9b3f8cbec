-- Reports of several units whose words are the same: who copied whom.
-- Source: F21 closing item （内容雷同、敷衍塞责）; GZ24 on copied problems; observed: two townships of one county with the same text.
-- COL-012 (only what most units share is alike) is no finding: such text does not count (lib/copied.lua).

local shown = 60 -- characters of the passage that a message quotes

--- Where no two paragraphs are long enough to be shown, none is.
local function sample_of(group)
  if not group.mine then return "" end
  local passage = text.sub(group.mine, 1, shown)
  return { zh = "，例如“" .. passage .. "”", en = ", for instance “" .. passage .. "”" }
end

--- One finding a group of reports; `section` nil: the text as a whole.
local function tell(collection, finding, section, place, options)
  local groups, cut = collection:copied(lib.copied, section)
  if cut then finding:not_run { because = "budget" } end -- some may be missing
  for _, group in ipairs(groups) do
    local units, seen = {}, {}
    for _, report in ipairs(group.reports) do
      if not seen[report.unit.name] then
        seen[report.unit.name] = true
        units[#units + 1] = report.unit
      end
    end
    finding:fail {
      message = options and options.message, severity = options and options.severity, place = place,
      reports = group.reports, units = units,
      first = group.first.unit, second = group.second.unit,
      -- Rounded down: 100% is said of texts that do not differ.
      share = math.floor(group.share * 100), sample = sample_of(group),
    }
  end
end

-- For cases: a town's own text, with or without its name; a part of it; towns that have texts.

local function written(name)
  return {
    name .. "的公开栏设在集市口，赶集的日子有人当场念给老人听，村里的茶馆也贴了一份。全年换了二十多次，惠农补贴和低保名单都按月换。",
    "镇上把窗口搬到一楼，腿脚不便的人不必再爬楼。值班的同志轮流到村里收意见，收到的意见写在簿子上，年底逐条回了信。"
      .. "派出所和卫生院的办事指南也放进了查阅点，供群众翻看。",
    "网站由文化站的两位年轻人管，文章先由分管的副镇长看，再由办公室登上去，错了的当天改。旧文件清了一遍，过了时的都注明已经失效。"
      .. "今年没有发生泄密的事情，保密员参加了县里的学习。",
  }
end

local told = "村里的老人不会用手机，公开的东西传不到他们那里；办事的人换得勤，新来的不熟悉规矩，答复的文书要改几遍才能发。"
  .. "明年打算请村会计每月上门念一次，给新来的同志发一本手册，让老同志带三个月；年中请县里的同志来看一次，查出的毛病当月改。"

local function town(name, overview, problems)
  return { name = name .. "人民政府", text = overview and { overview = overview, problems = problems } or nil }
end

--- A round of the villages: nothing but their names differs.
local function round(villages)
  local said = {
    "三月，工作组在", "开了第一次群众会，把补贴怎么发、找谁领讲了一遍；四月到", "看公开栏，旧的纸揭了，新的贴上。五月以后轮到", "，会计当场把账念给大家听，有人问到沟渠的钱，也答了。"
      .. "七月在", "补课，来的多是老人，由学生帮着看手机。九月去", "回访，问得最多的是低保，当天就查。十月由", "牵头，几个村的会计坐在一起对了一次账，差的两笔都找到了。",
  }
  local whole = said[1]
  for index, village in ipairs(villages) do whole = whole .. village .. said[index + 1] end
  return { whole }
end

local function turned(list)
  return { list[3], list[1], list[2] }
end

--- Twelve towns with the base report's text, two of which have another, the same for both where asked.
local function template(copied)
  local list = {}
  for index = 1, 12 do list[index] = town("第" .. index .. "镇") end
  if copied then
    list[4] = town("白溪镇", written("白溪镇"), told)
    list[9] = town("柳河镇", written("柳河镇"), told)
  end
  return list
end

rule {
  id = "COL-010", name = "copied-between-units", severity = "warning",
  clauses = { "F21.duty" },
  title = { zh = "几个单位的报告正文雷同", en = "Reports of several units have the same text" },
  messages = {
    default = {
      zh = "{units}的报告正文互相雷同：最像的{first}与{second}有{share}%相同（年份、数字、单位名称和地名不计）{sample}。",
      en = "The reports of {units} have the same text: {first} and {second}, the nearest, share {share}% (names, places and figures apart){sample}.",
    },
    overview = {
      zh = "{units}的“总体情况”互相雷同：最像的{first}与{second}有{share}%相同（年份、数字、单位名称和地名不计）{sample}。",
      en = "Section one of {units} is the same: {first} and {second}, the nearest, share {share}% (years, figures, names and places apart){sample}.",
    },
  },
  remedy = {
    zh = "请这些单位分别说明各自写的是什么，照搬的一方按本单位当年的实际情况重写；如果文字是上级统一给的，请上级只给提纲，不给成稿。",
    en = "Ask each what is its own; whoever copied writes what it did itself. Where a superior body gave out the text, have it give an outline instead.",
  },
  explain = {
    zh = "比较各单位第一至第五部分表格以外的文字，每四个字一段，两份共有的段占85%以上即提示；年份、数字、单位名称、村名路名和“我镇”“我局”都视为相同，"
      .. "段落换了次序也算。"
      .. "一半以上单位都有的文字（统一模板、前言）不计；剩下不足150段的不比。只有第一部分照搬的，作为提示。怎样比、有多准，见 docs/copying.zh.md。",
    en = "The text of sections one to five outside tables: of all runs of four characters 85% in common; years, figures, names of units and places, and "
      .. "words for oneself are taken as the same, the order of paragraphs makes no difference. What more than half of the units have (a template, a "
      .. "preamble) does not count; "
      .. "texts with fewer than 150 runs of their own are not compared. Where only section one was copied it is a remark. "
      .. "How, and how well: docs/copying.zh.md.",
  },
  since = "1.1.0", tags = { "collection", "copied" },
  check = function(collection, finding)
    tell(collection, finding, nil, "likeness")
    tell(collection, finding, "overview", "overview.likeness", { message = "overview", severity = "info" })
  end,
  cases = {
    fails = {
      {
        why = "没有改", expect = 1, severity = "warning", says = "白溪镇人民政府与柳河镇人民政府有100%相同",
        reports = { {}, town("白溪镇", written("白溪镇"), told), town("柳河镇", written("白溪镇"), told) },
      },
      {
        why = "换了名称", expect = 1, says = "例如“",
        reports = { {}, town("白溪镇", written("白溪镇"), told), town("柳河镇", written("柳河镇"), told) },
      },
      {
        why = "只换了村名", expect = 1, says = "100%",
        reports = {
          town("白溪镇", round { "红星村", "东风村", "王家庄村", "前进村", "胜利村", "新河村" }, told),
          town("柳河镇", round { "幸福村", "李家沟村", "跃进村", "石门村", "上坪村", "大柳树村" }, told),
        },
      },
      {
        why = "换了段落的次序", expect = 1, says = "100%",
        reports = { town("白溪镇", written("白溪镇"), told), town("柳河镇", turned(written("柳河镇")), told) },
      },
      {
        why = "三个单位是一组", expect = 1, says = "白溪镇人民政府、柳河镇人民政府、石桥镇人民政府",
        reports = {
          town("白溪镇", written("白溪镇"), told), town("柳河镇", written("柳河镇"), told), {}, town("石桥镇", turned(written("石桥镇")), told),
        },
      },
      {
        why = "只有第一部分照搬", expect = 1, severity = "info", says = "“总体情况”互相雷同",
        reports = {
          town("白溪镇", written("白溪镇"), told),
          town("柳河镇", written("柳河镇"), "政策解读的文章一共只有三篇，都是转发的，没有一篇说清楚对本地的人意味着什么。"
            .. "下一步由各办公室的负责人自己写，写完先念给窗口的群众听，听不懂的重写，年内至少十篇。"),
        },
      },
      { why = "多数用模板，两个照搬", reports = template(true), expect = 1, says = "白溪镇人民政府与柳河镇人民政府" },
    },
    passes = {
      { why = "各写各的", reports = { {}, town("白溪镇", written("白溪镇"), told) } },
      { why = "大家都用同一个模板", reports = template(false) },
      { why = "同一个单位报了两次", reports = { {}, {} } },
      {
        why = "文字太少",
        reports = {
          town("白溪镇", "收到申请8件，均已办结。", "公开内容不够全面。"), town("柳河镇", "收到申请8件，均已办结。", "公开内容不够全面。"),
        },
      },
    },
  },
}

rule {
  id = "COL-011", name = "problems-copied-between-units", severity = "warning",
  clauses = { "F21.duty", "GZ24" },
  title = { zh = "几个单位写的问题和措施雷同", en = "Several units name the same problems and measures" },
  message = {
    zh = "{units}的“存在的主要问题及改进情况”互相雷同：最像的{first}与{second}有{share}%相同{sample}。",
    en = "Section five is the same in the reports of {units}: {first} and {second}, the nearest, share {share}%{sample}.",
  },
  remedy = {
    zh = "请这些单位各自写本单位查出的问题、原因和整改，不要互相照搬。",
    en = "Have each name the problems that it found itself, why, and what it does about them.",
  },
  explain = {
    zh = "只比第五部分，办法同 COL-010，两份共有的段占85%以上即提示；去掉一半以上单位都有的话，剩下不足80段的不比。正文整个雷同的只报 COL-010。",
    en = "Section five alone, as in COL-010: 85% in common. Sections with fewer than 80 runs of their own are not compared. "
      .. "Where the whole text is the same, only COL-010 speaks.",
  },
  since = "1.1.0", tags = { "collection", "copied", "problems" },
  check = function(collection, finding)
    tell(collection, finding, "problems", "problems.likeness")
  end,
  cases = {
    fails = {
      { reports = { { text = { problems = told } }, town("白溪镇", written("白溪镇"), told) }, expect = 1, says = "100%" },
      {
        why = "改了数字和自称", expect = 1, severity = "warning", says = "100%",
        reports = {
          { text = { problems = "我镇" .. told .. "计划培训3次。" } },
          {
            name = "枫林县教育局", level = "county", kind = "department",
            text = { problems = "我局" .. told .. "计划培训12次。", overview = written("本县") },
          },
        },
      },
    },
    passes = {
      {
        why = "问题相近，各写各的",
        reports = {
          { text = { problems = told } },
          town("白溪镇", written("白溪镇"), "老年人上网不便，网上公开的信息他们看不到，这是我们走访时听到最多的意见。"
            .. "已经在三个村试着装了广播，早晚各播一次，播什么由村民代表定。工作人员流动大的问题也存在，今年起岗位交接要列清单，"
            .. "缺一样不算交完，分管领导签字才能离岗，离岗后半年内仍要答复询问。"),
        },
      },
      { why = "正文整个雷同，由 COL-010 说", reports = { {}, { name = "白溪镇人民政府" } } },
      {
        why = "太短",
        reports = {
          { text = { problems = "公开内容不够全面，下一步加强。" } }, town("白溪镇", written("白溪镇"), "公开内容不够全面，下一步加强。"),
        },
      },
    },
  },
}
