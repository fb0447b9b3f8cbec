-- Section five, the same in reports of several units.
-- Source: GZ24 on copied problems; F21 closing item （内容雷同、敷衍塞责）.

local copies = lib.copies
local tell, written, town, told = copies.tell, copies.written, copies.town, copies.told

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
