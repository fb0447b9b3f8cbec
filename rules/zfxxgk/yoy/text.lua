-- Sections one to four held against last year's: years, figures and the body's own name are left out of the comparison.
-- Source: F21 closing item （内容雷同、敷衍塞责）; the case of 2011 (DG11). Thresholds: lib/alike.lua.

local fewest_signs = 150   -- of section one to four; a few standing sentences are alike in every report

local narrative_sections = { "overview", "proactive", "requests", "disputes" }

local function sections(report)
  local list = {}
  for _, key in ipairs(narrative_sections) do
    local section = report:section(key)
    if section and section.present then list[#list + 1] = section end
  end
  return list
end

rule {
  id = "YOY-020", name = "text-like-last-year", severity = "error",
  clauses = { "F21.duty", "DG11" },
  title = { zh = "正文与上年报告雷同", en = "The text is that of last year" },
  message = {
    zh = "第一至第四部分的文字有{share}%与上年报告相同（年份、数字和机关名称不计），例如“{sample}”。",
    en = "{share}% of the text of sections one to four is that of last year's report (years, figures and the body's name apart), for instance “{sample}”.",
  },
  remedy = {
    zh = "按本年度实际做的事重写：哪些是今年新做的、今年的数据说明了什么；没有变化的制度性内容可以一句带过。",
    en = "Write what was done this year and what this year's figures show; standing arrangements need one sentence.",
  },
  explain = {
    zh = "比较两年第一至第四部分表格以外的文字，标题、前言、表格和标点不计，年份、数字、机关名称都视为相同。每四个字一段，两年共有的段占85%以上为警告，97%以上为错误。"
      .. "照此算，重新写过的报告一般只有5%到35%相同。",
    en = "The text of sections one to four outside tables is compared with last year's; headings, preamble, tables and marks do not count, "
      .. "and years, figures and the body's name are taken as the same. Of all runs of four characters, 85% in common is a warning, "
      .. "97% an error. Reports written anew share 5% to 35%.",
  },
  needs = { "prior", "section:overview" }, since = "1.1.0", tags = { "year-to-year", "narrative" },
  check = function(report, finding)
    lib.alike.compare(report, finding, sections(report), sections(report.prior),
      { place = "overview.likeness", fewest = fewest_signs, warning = 0.85, error = 0.97 })
  end,
  cases = {
    fails = {
      {
        why = "只改了年份和数字", severity = "error",
        text = { overview = {
          "2024年，青石镇人民政府按照《中华人民共和国政府信息公开条例》的要求做好政府信息公开工作。本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
          "（一）主动公开。全年通过县政府门户网站和镇村公开栏主动公开政府信息126条，其中机构职能12条、政策文件34条、财政信息20条、民生保障60条。全年制发行政规范性文件2件，废止1件，现行有效7件。",
          "（二）依申请公开。全年收到政府信息公开申请8件，上年结转1件。办结8件，其中予以公开3件、部分公开1件、不予公开2件、无法提供2件，结转下年度继续办理1件。因政府信息公开被申请行政复议2件，被提起行政诉讼2件。",
          "（三）政府信息管理。信息发布前由经办人员、科室负责人和分管领导逐级审核，对失效的文件及时标注。",
          "（四）平台建设。镇政务服务大厅设有政府信息查阅点，网站专栏按季度检查更新。",
          "（五）监督保障。在县里组织的政府信息公开工作考核中结果为良好；开展社会评议1次，群众满意度为96%；未发生责任追究情形。",
        } },
        prior = { text = { overview = {
          "2023年，青石镇人民政府按照《中华人民共和国政府信息公开条例》的要求做好政府信息公开工作。本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
          "（一）主动公开。全年通过县政府门户网站和镇村公开栏主动公开政府信息110条，其中机构职能10条、政策文件30条、财政信息20条、民生保障50条。全年制发行政规范性文件1件，废止0件，现行有效6件。",
          "（二）依申请公开。全年收到政府信息公开申请4件，上年结转0件。办结3件，其中予以公开3件、部分公开0件、不予公开0件、无法提供0件，结转下年度继续办理1件。因政府信息公开被申请行政复议1件，被提起行政诉讼0件。",
          "（三）政府信息管理。信息发布前由经办人员、科室负责人和分管领导逐级审核，对失效的文件及时标注。",
          "（四）平台建设。镇政务服务大厅设有政府信息查阅点，网站专栏按季度检查更新。",
          "（五）监督保障。在县里组织的政府信息公开工作考核中结果为良好；开展社会评议1次，群众满意度为92%；未发生责任追究情形。",
        } } },
      },
      {
        why = "改动很少", severity = "warning",
        text = { overview = {
          "2024年，青石镇人民政府按照《中华人民共和国政府信息公开条例》的要求做好政府信息公开工作。本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
          "（一）主动公开。全年通过县政府门户网站和镇村公开栏主动公开政府信息126条，其中机构职能12条、政策文件34条、财政信息20条、民生保障60条。全年制发行政规范性文件2件，废止1件，现行有效7件。",
          "（二）依申请公开。全年收到政府信息公开申请8件，上年结转1件。办结8件，其中予以公开3件、部分公开1件、不予公开2件、无法提供2件，结转下年度继续办理1件。因政府信息公开被申请行政复议2件，被提起行政诉讼2件。",
          "（三）政府信息管理。信息发布前由经办人员、科室负责人和分管领导逐级审核，对失效的文件及时标注。",
          "（四）平台建设。镇政务服务大厅设有政府信息查阅点，网站专栏按季度检查更新。",
          "（五）监督保障。在县里组织的政府信息公开工作考核中结果为良好；开展社会评议1次，群众满意度为96%；未发生责任追究情形。",
        } },
        prior = { text = { overview = {
          "2023年，青石镇人民政府按照《中华人民共和国政府信息公开条例》的要求做好政府信息公开工作。本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
          "（一）主动公开。全年通过县政府门户网站和镇村公开栏主动公开政府信息110条，其中机构职能10条、政策文件30条、财政信息20条、民生保障50条。全年制发行政规范性文件1件，废止0件，现行有效6件。",
          "（二）依申请公开。全年收到政府信息公开申请4件，没有上年结转。办结3件，其中予以公开3件、部分公开0件、不予公开0件、无法提供0件，结转下年度继续办理1件。因政府信息公开被申请行政复议1件，没有被提起诉讼。",
          "（三）政府信息管理。信息发布前由经办人员、科室负责人和分管领导逐级审核，对失效的文件及时标注。",
          "（四）平台建设。镇政务服务大厅设有政府信息查阅点，网站专栏每月检查。",
          "（五）监督保障。在县里组织的政府信息公开工作考核中结果为良好；开展社会评议1次，群众满意度为92%；未发生责任追究情形。",
        } } },
      },
      {
        why = "照搬的在第二至第四部分", severity = "error",
        text = {
          overview = "2024年，全镇公开工作平稳。",
          proactive = "全年在门户网站公开财政预算和决算，每月公开惠农补贴发放名单，在村公开栏张贴工程招标结果，并通过大喇叭向老人宣读。",
          requests = "申请由党政办公室统一受理登记，三日内转交承办科室，答复前由司法所审核，答复后归档保存，全程留痕可以查询。",
          disputes = "没有收到因政府信息公开提起的案件，镇里每半年请县司法局的同志来讲一次案例，答复人员都参加，讲后当场讨论。",
        },
        prior = { text = {
          overview = "2023年，全镇公开工作平稳。",
          proactive = "全年在门户网站公开财政预算和决算，每月公开惠农补贴发放名单，在村公开栏张贴工程招标结果，并通过大喇叭向老人宣读。",
          requests = "申请由党政办公室统一受理登记，三日内转交承办科室，答复前由司法所审核，答复后归档保存，全程留痕可以查询。",
          disputes = "没有收到因政府信息公开提起的案件，镇里每半年请县司法局的同志来讲一次案例，答复人员都参加，讲后当场讨论。",
        } },
      },
      {
        why = "第二、四部分照搬", severity = "warning",
        text = {
          overview = "本年信息公开有序。",
          proactive = "全年在门户网站公开财政预算和决算，每月公开惠农补贴发放名单，在村公开栏张贴工程招标结果，并通过大喇叭向老人宣读。申请由党政办公室统一受理登记，三日内转交承办科室，答复前由司法所审核，答复后归档保存，全程留痕可以查询。",
          disputes = "没有收到因政府信息公开提起的案件，镇里每半年请县司法局的同志来讲一次案例，答复人员都参加，讲后当场讨论。",
          requests = "申请件件有答复。",
        },
        prior = { text = {
          overview = "上年公开顺利。",
          proactive = "全年在门户网站公开财政预算和决算，每月公开惠农补贴发放名单，在村公开栏张贴工程招标结果，并通过大喇叭向老人宣读。申请由党政办公室统一受理登记，三日内转交承办科室，答复前由司法所审核，答复后归档保存，全程留痕可以查询。",
          disputes = "没有收到因政府信息公开提起的案件，镇里每半年请县司法局的同志来讲一次案例，答复人员都参加，讲后当场讨论。",
          requests = "一件申请也没有。",
        } },
      },
    },
    passes = {
      { prior = true },
      {
        why = "只有第二段没有改",
        prior = { text = { overview = {
          "2023年，青石镇人民政府认真落实《中华人民共和国政府信息公开条例》，围绕群众关心的事情改进公开工作。",
          "（一）主动公开。全年通过县政府门户网站和镇村公开栏主动公开政府信息110条，其中机构职能10条、政策文件30条、财政信息20条、民生保障50条。全年制发行政规范性文件1件，废止0件，现行有效6件。",
          "（二）依申请公开。收到申请4件，办结3件。年内被申请行政复议1件。",
          "（三）监督保障。县里考核结果为合格，没有发生责任追究。",
        } } },
      },
      { why = "文字很短", text = { overview = "收到申请8件，均已办结。" }, prior = { text = { overview = "收到申请4件，均已办结。" } } },
    },
    not_run = { {}, { prior = true, drop = "sections.overview" } },
  },
}
