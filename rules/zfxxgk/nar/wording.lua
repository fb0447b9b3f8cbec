-- Wording: beside the point, the other term, and words that do not belong in a problem.
-- Source: F21 opening （不宜泛化）; 条例, which says 政府信息公开 throughout; what good reports do.

-- Politics, economy and reforms of other fields. Named in a clause that is about publishing, they are what was published.
local beside = {
  [[最多跑一次(?!”?改革重要思想)|一趟不用跑|一次不用跑|围绕经济建设|地区生产总值|固定资产投资|发展党员|主题党日|三会一课|党风廉政建设|脱贫摘帽]],
  [[(?:推动|促进|加快)我[镇乡县市区局街]的?经济|招商引资(?:到位|签约|任务|工作|额)|一般公共预算收入(?:完成|达)]],
}
local published = [[公开|公示|公布|信息|政策|解读|发布|专[栏题]|栏目|文件|目录|咨询|宣传|推送|访谈|清单|文章]]

--- What stands between the commas around a match.
local function clause_of(found)
  local before, after = text.find(found:before(40), [=[[^，。；！？：]*$]=]), text.find(found:after(40), [=[^[^，。；！？]*]=])
  return before.text .. found.text .. after.text
end

rule {
  id = "NAR-020", name = "beside-the-point", severity = "info",
  clauses = { "F21.opening" },
  title = { zh = "写了与信息公开无关的内容", en = "Content beside the point" },
  message = {
    zh = "“{first}”与政府信息公开无关，共{count}处。",
    en = "“{first}” is not about open government information (places: {count}).",
  },
  remedy = {
    zh = "删去，或写成公开了哪些这方面的信息。",
    en = "Delete it, or say what information on it was made public.",
  },
  explain = {
    zh = "格式通知说报告内容“不能遗漏，也不宜泛化”。经济指标、党建、别的领域的改革，除非写的是公开了什么信息，都不必写。“最多跑一次”改革重要思想由 TXT-035 提出。",
    en = "The notice wants nothing left out and nothing beside the point. Economy, party building and other reforms belong here only as "
      .. "information made public. What TXT-035 says of the slogan is left to it.",
  },
  since = "1.1.0", tags = { "narrative", "wording" },
  check = function(report, finding)
    local list, first = {}, nil
    for _, pattern in ipairs(beside) do
      for found in report:search(pattern) do
        local clause = clause_of(found)
        if not text.test(clause, published) then
          list[#list + 1] = found
          first = first or text.trim(clause)
        end
      end
    end
    if #list > 0 then
      finding:fail { at = list[1], quotes = lib.words.first(list, 5), place = "beside", first = first, count = #list }
    end
  end,
  cases = {
    fails = {
      { append = { problems = "认真贯彻“最多跑一次”改革，更好地推动我镇经济发展和社会全面进步。" }, expect = 1 },
      { append = { overview = "全年完成固定资产投资12亿元，发展党员8名。" } },
      {
        with = "最多跑一次 一趟不用跑 一次不用跑 围绕经济建设 地区生产总值 固定资产投资 发展党员 主题党日 三会一课 党风廉政建设 脱贫摘帽 推动我镇经济 招商引资到位 一般公共预算收入完成",
        append = { overview = "全年完成{}工作。" }, expect = 1,
      },
    },
    passes = {
      {},
      { append = { overview = "公开招商引资工作信息12条、固定资产投资数据4期。" } },
      { append = { problems = "认真贯彻“最多跑一次”改革重要思想。" }, why = "由 TXT-035 提出" },
      { append = { overview = "发布“最多跑一次”事项清单，为全县经济高质量发展服务。" } },
      {
        why = "说的是公开了什么", append = { overview = "{}发展党员工作8次。" },
        with = "公开 公示 公布 信息 政策 解读 发布 专栏 专题 栏目 文件 目录 咨询 宣传 推送 访谈 清单 文章",
      },
    },
  },
}

local documents = "(?![^《》。；]{0,40}》)"
local affairs = "(?<!基层)政务(?:信息)?公开(?!要点|工作要点|专[区栏]|标准|目录|领导小组|工作领导小组|办|室|栏|主管|平台|指南|事项|主要任务|重点任务|与政)" .. documents
local statutory = "政府信息公开(?!条例|办法|专栏|指南|目录|领导小组|申请|工作年度报告|行政|信息处理费)" .. documents
local ENOUGH = 5

local function occurrences(report, pattern)
  local list = {}
  for found in report:search(pattern) do list[#list + 1] = found end
  return list
end

rule {
  id = "NAR-030", name = "other-term", severity = "info",
  clauses = { "PRACTICE.term" },
  title = { zh = "多处写作“政务公开”", en = "The other term is used more than the statute's" },
  message = {
    zh = "正文写“政务公开”“政务信息公开”{other}处，写“政府信息公开”{own}处。",
    en = "The text says 政务公开 in {other} places and 政府信息公开 in {own}.",
  },
  remedy = {
    zh = "说的是条例规定的工作，统一写“政府信息公开”；专区、要点、领导小组等固定名称不用改。",
    en = "Where the work under the statute is meant, say 政府信息公开; fixed names need not change.",
  },
  explain = {
    zh = "条例和报告格式都用“政府信息公开”；“政务公开”范围更宽。书名号里的文件名和固定名称（政务公开专区、要点、标准目录）不计；"
      .. "“政务公开”满5处、又超过“政府信息公开”的一倍半才提示。",
    en = "Statute and form say 政府信息公开; 政务公开 is wider. Names of documents and fixed names are not counted; five or more, and more than "
      .. "one and a half times the statute's term, are remarked on.",
  },
  since = "1.1.0", tags = { "narrative", "wording" },
  check = function(report, finding)
    if not report:contains("政务公开") and not report:contains("政务信息公开") then return end
    local other = occurrences(report, affairs)
    if #other < ENOUGH then return end
    local own = #occurrences(report, statutory)
    if #other * 2 > own * 3 then
      finding:fail { at = other[1], quotes = lib.words.first(other, 5), place = "term", other = #other, own = own }
    end
  end,
  cases = {
    fails = {
      { append = { overview = string.rep("加强政务公开工作，做好政务信息公开。", 4) } },
      { text = { overview = "政务公开，政务公开，政务公开，政务公开，政务公开。", problems = "解读形式单一。下一步改进。", other = "无。" } },
      { append = { overview = string.rep("做好政务信息公开。", 9) }, why = "只写“政务信息公开”" },
    },
    passes = {
      {},
      { append = { overview = "建设政务公开专区2个，落实政务公开工作要点，调整政务公开领导小组。" .. string.rep("推进基层政务公开。", 9) } },
      { text = { overview = "全年政务公开4处。", problems = "形式单一。下一步改进。", other = "无。" }, why = "不到5处" },
      { append = { overview = string.rep("加强政务公开。", 6) .. string.rep("做好政府信息公开。", 2) }, why = "两种说法差不多" },
      { append = { overview = string.rep("印发《关于做好政务公开工作的通知》。", 9) }, why = "文件名不计" },
      {
        why = "正好一倍半", preamble = "说明", title = "青石镇人民政府2024年年报",
        text = {
          overview = string.rep("加强政务公开。", 6) .. string.rep("做好政府信息公开。", 4), proactive = "见下表。", requests = "见下表。", disputes = "见下表。",
          problems = "形式单一。下一步改进。", other = "无。",
        },
      },
    },
  },
}

local blaming = {
  [[敷衍了事|敷衍塞责|敷衍应付|应付了事|弄虚作假|推诿扯皮|消极怠工|素质低下]],
  [[群众(?:的?(?:文化|整体|法律)?(?:素质|水平)(?:不高|较低|低|偏低|参差)|不(?:理解|配合|支持|关心)|无理取闹|胡搅蛮缠)]],
}
local forbidding = [[杜绝|防止|避免|严禁|克服|整治|坚决|不得|力戒|下一步|将]]

rule {
  id = "NAR-038", name = "unsuitable-problem-wording", severity = "info",
  clauses = { "PRACTICE.wording" },
  title = { zh = "问题的说法不妥", en = "A problem is worded unsuitably" },
  message = {
    zh = "第五部分写“{words}”，公开发布不妥。",
    en = "Section five says “{words}”, which is unsuitable in a published report.",
  },
  remedy = {
    zh = "写清楚事情本身：哪项工作、没有做到什么、原因在本机关哪里；不把原因推给群众，也不用检讨式的话。",
    en = "Say what was not done and why on the body's side; do not blame the public, and do not call oneself names.",
  },
  explain = {
    zh = "报告是向社会公布的。问题要具体、客观，归咎群众或自我贬低都不能说明问题。",
    en = "The report is published. A problem is concrete and objective; blame and self-abasement explain nothing.",
  },
  needs = { "section:problems" }, since = "1.1.0", tags = { "narrative", "problems" },
  check = function(report, finding)
    for _, pattern in ipairs(blaming) do
      for found in report:search(pattern, "problems") do
        if not text.test(found:before(12), forbidding) then
          finding:fail { at = found, place = "problems.wording", words = found:sentence() }
          return
        end
      end
    end
  end,
  cases = {
    fails = {
      { append = { problems = "部分工作人员态度不积极，存在敷衍了事的情况。" } },
      { append = { problems = "群众素质不高，对公开内容关注少。" } },
      { with = "敷衍塞责 敷衍应付 应付了事 弄虚作假 推诿扯皮 消极怠工 素质低下", append = { problems = "个别人员{}。" } },
    },
    passes = {
      {},
      { append = { problems = "公开的主动性有待提高。" } },
      { append = { problems = "下一步，坚决杜绝工作中敷衍了事的现象。" } },
      { append = { overview = "上年指出的敷衍了事问题已经改正。" }, why = "只看第五部分" },
      { with = "杜绝 防止 避免 严禁 克服 整治 坚决 不得 力戒 下一步 将", append = { problems = "{}敷衍了事的现象。" } },
    },
    not_run = { { drop = "sections.problems" } },
  },
}
