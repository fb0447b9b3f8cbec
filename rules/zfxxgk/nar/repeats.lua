-- A paragraph that stands in the report twice.
-- Source: 条例 article 6 （准确）; F21 closing item （敷衍塞责）; published reports (大泉乡).

local least_chars, least_share = 60, 0.8

rule {
  id = "NAR-023", name = "paragraph-repeated", severity = "warning",
  clauses = { "F21.duty", "R711.6" },
  title = { zh = "段落重复", en = "A paragraph stands twice" },
  message = {
    zh = "这一段与前面的“{first}”重复（{share}%相同）。",
    en = "This paragraph repeats “{first}” above ({share}% the same).",
  },
  remedy = {
    zh = "删去重复的一段；如果本来应是另外的内容，补上。",
    en = "Remove one of them, or put in what should have stood there.",
  },
  explain = {
    zh = "两段文字都在60字以上（标点不计），较短的一段有80%以上（每四个字一段，数字也算）在另一段里，即为重复。开头几个字相同不算。",
    en = "Both paragraphs have 60 characters or more, marks apart, and 80% of the shorter one's runs of four characters, digits included, are "
      .. "in the other. Like openings do not count.",
  },
  since = "1.1.0", tags = { "narrative", "text" },
  check = function(report, finding)
    for _, pair in ipairs(report:repeats { chars = least_chars, share = least_share }) do
      finding:fail {
        at = pair.second, quotes = { pair.first }, place = (pair.second.section or "preamble") .. ".repeat",
        first = text.sub(pair.first.text, 1, 20) .. "……", share = math.floor(pair.share * 100 + 0.5),
      }
    end
  end,
  cases = {
    fails = {
      {
        append = {
          other = "（三）政府信息管理。信息发布前由经办人员、科室负责人和分管领导逐级审核，对失效的文件及时标注。镇党政办公室每季度抽查一次，发现不合要求的当日改正并登记在册。",
          overview = "（三）政府信息管理。信息发布前由经办人员、科室负责人和分管领导逐级审核，对失效的文件及时标注。镇党政办公室每季度抽查一次，发现不合要求的当日改正并登记在册。",
        },
        expect = 1, says = "other.repeat",
      },
      {
        why = "改了几个字",
        append = {
          overview = "镇党政办公室每季度抽查一次村级公开栏，发现内容过期、张贴不牢、日期不清的，当日通知村委会改正，并登记在册，年底汇总通报，作为对村考核和评先评优的一项依据。",
          problems = "镇党政办公室每季度抽查一次村级公开栏，发现内容过期、张贴不牢、日期不清的，当日通知村委会改正，并登记在册，年底汇总通报，作为村级考核和评先评优的一项依据。",
        },
      },
    },
    passes = {
      {},
      {
        why = "只有开头相同",
        append = {
          overview = "镇党政办公室每季度抽查一次村级公开栏，发现内容过期、张贴不牢、日期不清的，当日通知村委会改正，并登记在册，年底汇总通报，纳入对村考核。",
          problems = "镇党政办公室每季度抽查一次村级公开栏，但是抽查结果没有向群众公布，群众对哪些村做得好、哪些村做得差并不了解，监督作用没有充分发挥出来。",
        },
      },
      {
        why = "短句重复",
        append = { overview = "全年没有发生责任追究情形，也没有群众投诉。", problems = "全年没有发生责任追究情形，也没有群众投诉。" },
      },
      {
        why = "数字不同的统计段落",
        append = {
          overview = "东片5个村全年公开村务信息118条，其中财务公开60条、低保公示31条、工程建设27条，张贴公告52次，接待查阅17人次，答复疑问9件，均在三个工作日内办结。",
          other = "西片7个村全年公开村务信息243条，其中财务公开84条、低保公示95条、土地流转64条，张贴通知73次，受理查阅28人次，处理投诉4件，均在一个工作日内办结。",
        },
      },
    },
  },
}
