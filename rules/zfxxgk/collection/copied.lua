-- Reports of several units whose words are the same: who copied whom.
-- Source: F21 closing item （内容雷同、敷衍塞责）; GZ24 on copied problems; observed: two townships of one county with the same text.
-- COL-012 (only what most units share is alike) is no finding: such text does not count (lib/copied.lua).

local copies = lib.copies
local tell, written, town, told = copies.tell, copies.written, copies.town, copies.told

-- For cases: a town in other villages, its paragraphs in another order, a county of towns.

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
    within = {
      zh = "{units}的报告正文有大段相同：{first}的文字有{share}%在{second}的报告里（年份、数字、单位名称和地名不计）{sample}。",
      en = "Much of the text of {units} is the same: {share}% of {first}'s stands in {second}'s (figures, names and places apart){sample}.",
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
      .. "段落换了次序也算。一份短的，文字有90%都在另一份长的里，也提示。"
      .. "一半以上单位都有的文字（统一模板、前言）不计；剩下不足150段的不比。只有第一部分照搬的，作为提示。怎样比、有多准，见 docs/copying.zh.md。",
    en = "The text of sections one to five outside tables: of all runs of four characters 85% in common; years, figures, names of units and places, and "
      .. "words for oneself are taken as the same, the order of paragraphs makes no difference. A short text of which 90% stands in a long one is "
      .. "named, too. What more than half of the units have (a template, a preamble) does not count; texts with fewer than 150 runs of their own are not "
      .. "compared. Where only section one was copied it is a remark. How, and how well: docs/copying.zh.md.",
  },
  since = "1.1.0", tags = { "collection", "copied" },
  check = function(collection, finding)
    tell(collection, finding, nil, "likeness")
    tell(collection, finding, "within", "within", { message = "within" })
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
      {
        why = "短的一份抄在长的里", expect = 1, severity = "warning", says = "白溪镇人民政府的文字有100%在柳河镇人民政府的报告里",
        reports = { {}, town("柳河镇", copies.longer("柳河镇"), told), town("白溪镇", written("白溪镇"), told) },
      },
      { why = "多数用模板，两个照搬", reports = template(true), expect = 1, says = "白溪镇人民政府与柳河镇人民政府" },
    },
    passes = {
      { why = "短的一份只有大半在长的里", reports = { {}, town("柳河镇", copies.longer("柳河镇"), told), town("白溪镇", copies.partly(), told) } },
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
