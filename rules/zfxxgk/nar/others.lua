-- Whose work it is: text about nobody in particular, and another body's business.
-- Source: F21 closing item （内容雷同、敷衍塞责）. OBS: 温泉 (一些地区……), 夏镇 (围绕市场监管工作).

local vague = "(?:(?:一些|有些|部分|多数|大多数|不少|许多|个别|某些|有的)(?:地区|地方|基层政府|政府部门|行政机关|部门和单位)"
  .. "|各级(?:政府部门|行政机关|政府及其部门))(?:[^。；，]{0,4}(?:应|要|需|必须|普遍|已经?|通过|利用|运用|存在|开始|积极|不断|还|仍|对|在|的?政府信息))"
local own = [[我[镇乡县市区局委办街厅省州旗所处院校站单机们园馆]|本[镇乡县市区局委办街厅省单部机级年馆院园]|全[镇乡县市区局街系]|[镇乡]政府|街道]]

--- Whether the paragraph speaks of the body itself.
local function speaks_of_itself(report, paragraph)
  return paragraph:find(own) ~= nil or report.name ~= nil and paragraph:contains(report.name) ~= nil
end

rule {
  id = "NAR-022", name = "about-nobody", severity = "warning",
  clauses = { "F21.duty" },
  title = { zh = "写的是别处的一般情况", en = "Text about nobody in particular" },
  message = {
    zh = "“{words}”写的是一般情况，这一段没有写本机关自己的工作。",
    en = "“{words}” tells of places in general; the paragraph says nothing of this body's own work.",
  },
  remedy = {
    zh = "删去，或改写成本机关做了什么、有多少、还差在哪里。",
    en = "Delete it, or write what this body did, how much, and what is lacking.",
  },
  explain = {
    zh = "以“一些地区”“多数部门”“各级政府部门”作主语、整段不提本机关的，多半是从别处抄来的。汇总全县、全市情况的报告说“部分地区”是正常的，不看。",
    en = "Paragraphs about “some places” or “most departments” that never mention the body were mostly copied. Reports that add up a county or a "
      .. "city may speak so and are not looked at.",
  },
  since = "1.1.0", tags = { "narrative", "copied" },
  applies = function(report) return report.scope == "own" end,
  check = function(report, finding)
    for found in report:search(vague) do
      if not speaks_of_itself(report, found:paragraph()) then
        finding:fail { at = found, place = "generic", words = found:sentence() }
        return
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "一些地区运用大数据提升公开水平，取得明显成效。" } },
      { append = { problems = "多数部门和单位、部分行政机关在公开时效上还存在差距。" } },
      { append = { problems = "各级政府部门要进一步提高认识，主动公开。" } },
    },
    passes = {
      {},
      { append = { overview = "学习一些地区通过大数据公开的做法，我镇新建查询终端1台。" } },
      { append = { overview = "向部分地区的群众发放办事指南。" } },
      { append = { overview = "青石镇人民政府对照部分地区已公布的目录修订清单。" }, why = "提到了本机关" },
      { with = "本镇 全镇 镇政府 街道", append = { overview = "对照部分地区已公布的目录，{}修订清单。" } },
    },
    not_applicable = { { level = "county", scope = "aggregate", append = { overview = "部分地区已建成查询终端。" } } },
  },
}

-- Businesses of departments, and what their own names hold. A township has no part in these; what it shares (民政、农业、应急) is not here.
local businesses = {
  ["市场监管"] = "市场", ["市场监督管理"] = "市场", ["税务"] = "税务", ["税收征管"] = "税务", ["审计"] = "审计", ["海关"] = "海关", ["检察"] = "检察",
  ["审判"] = "法院", ["公安"] = "公安", ["统计调查"] = "统计", ["气象"] = "气象", ["医疗保障"] = "医", ["医保"] = "医", ["卫生健康"] = "卫生",
  ["教育教学"] = "教育", ["教育"] = "教育", ["司法行政"] = "司法", ["交通运输"] = "交通", ["住房和城乡建设"] = "建设", ["住建"] = "建",
  ["自然资源"] = "自然资源", ["国资监管"] = "国", ["金融监管"] = "金融", ["财政"] = "财政", ["烟草"] = "烟草", ["消防救援"] = "消防",
}
local around = [[(?:围绕|立足)(?:我[局委办厅]|本[局委办厅])?(?<what>[^，。；、的]{2,9}?)(?:中心|重点|主责主业|核心|主要)?(?:工作(?!的信息|信息|领域|部署|会议)|职能|职责|主责主业)]]

rule {
  id = "NAR-024", name = "other-body-business", severity = "warning",
  clauses = { "F21.duty" },
  title = { zh = "出现别的机关的业务", en = "Another body's business" },
  message = {
    zh = "“{words}”：{what}不是{name}的业务，可能是从别的机关的报告抄来的。",
    en = "“{words}”: {what} is not the business of {name}; it may come from another body's report.",
  },
  remedy = {
    zh = "核对这一段是不是本机关的情况，改成自己的工作。",
    en = "Check whether the paragraph is about this body, and write about its own work.",
  },
  explain = {
    zh = "只看“围绕××工作”“立足××职能”这样说自己业务的话，××是某个部门的专有业务，而机关名称里没有它。作为公开类别列出的（市场监管领域信息）不算。",
    en = "Only “around the work of …” and “on the function of …” are read, where … is one department's business and not in the body's name. Kinds of "
      .. "information are not taken.",
  },
  lower_when_unknown = true, since = "1.1.0", tags = { "narrative", "copied" },
  applies = function(report) return report.name ~= nil and report.scope == "own" end,
  check = function(report, finding)
    for found in report:search(around) do
      local what = found:group("what").text
      local key = businesses[what]
      if key and not text.contains(report.name, key) then
        finding:fail { at = found, place = "business", words = found, what = what, name = report.name }
        return
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "围绕市场监管工作，公开检查结果。" }, severity = "warning" },
      { append = { overview = "立足审计职能，做好信息公开。" }, level = "county", kind = "department", name = "某县财政局" },
    },
    passes = {
      {},
      { append = { overview = "围绕市场监管领域信息，做好公开。立足市场监管工作信息，更新目录。" } },
      { append = { overview = "围绕市场监管工作，公开检查结果。" }, level = "county", kind = "department", name = "某县市场监督管理局" },
      { append = { overview = "围绕县委中心工作，公开民生信息。" } },
      { append = { overview = "围绕民政工作，公开低保名单。" }, why = "镇里也办" },
    },
    not_applicable = { { level = "county", scope = "aggregate", append = { overview = "围绕市场监管工作，公开检查结果。" } } },
  },
}
