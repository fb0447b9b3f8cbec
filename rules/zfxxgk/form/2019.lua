-- The trial form for reports of 2019 and 2020.
-- Source: annex of 国办公开办函〔2019〕60号, read from filled reports (labels as printed); `variants` are other wordings met in
-- published reports, which are bound all the same and left to the rules about labels.
-- It differs from form/2021.lua in table 2, in table 3's single row （六）, and in nothing else.

local note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

-- The parents of table 3's rows, and the items of article 20 above table 2's blocks.
local denied, unavailable = "（三）不予公开", "（四）无法提供"
local not_processed = "（五）不予处理"
local item1, item5 = "第二十条第（一）项", "第二十条第（五）项"
local item6, item8 = "第二十条第（六）项", "第二十条第（八）项"
local item9 = "第二十条第（九）项"

local sections = {
  { key = "overview", number = "一", title = "总体情况",
    keywords = { "总体情况", "总体工作情况" } },
  { key = "proactive", number = "二", title = "主动公开政府信息情况",
    keywords = { "主动公开政府信息", "主动公开信息", "主动公开情况", "主动公开工作", "政府信息主动公开" },
    variants = { "主动公开政府信息的情况", "主动公开情况" } },
  { key = "requests", number = "三", title = "收到和处理政府信息公开申请情况",
    keywords = { "收到和处理", "处理政府信息公开申请", "受理和处理", "依申请公开政府信息", "依申请公开情况", "信息公开申请情况" },
    variants = { "收到和处理政府信息公开申请的情况", "收到和处理政府信息公开申请" } },
  { key = "disputes", number = "四", title = "政府信息公开行政复议、行政诉讼情况",
    keywords = { "行政复议", "行政诉讼", "复议诉讼", "复议和诉讼", "复议、诉讼" },
    variants = {
      "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
      "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
      "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
      "因政府信息公开申请行政复议、提起行政诉讼情况",
      "因政府信息公开申请行政复议、提起行政诉讼的情况",
    } },
  { key = "problems", number = "五", title = "存在的主要问题及改进情况",
    keywords = { "主要问题", "存在问题", "存在的问题", "突出问题", "问题及改进", "问题和改进", "问题与改进", "问题及整改" },
    variants = {
      "政府信息公开工作存在的主要问题及改进情况",
      "存在的主要问题和改进情况",
      "存在的主要问题及改进措施",
      "存在问题及改进情况",
      "存在的问题及改进情况",
    } },
  { key = "other", number = "六", title = "其他需要报告的事项",
    keywords = { "其他需要", "其它需要", "其他需报告", "其他需说明", "需要报告的", "需要说明的", "其他报告", "其他事项", "其它事项" },
    variants = { "其他需要报告事项", "其它需要报告的事项" } },
}

local change = { "previous", "change", "decisions" }

local proactive = {
  key = "proactive", title = "表二", name = { zh = "表二", en = "Table 2" }, section = "proactive", shape = "blocks",
  corner = "信息内容",
  columns = {
    { key = "made", label = "本年新制作数量", name = { zh = "本年新制作数量", en = "made this year" } },
    { key = "published", label = "本年新公开数量", name = { zh = "本年新公开数量", en = "published this year" } },
    { key = "total_published", label = "对外公开总数量", name = { zh = "对外公开总数量", en = "published in all" } },
    { key = "previous", label = "上一年项目数量", name = { zh = "上一年项目数量", en = "items last year" } },
    { key = "change", label = "本年增/减", name = { zh = "本年增/减", en = "change this year" } },
    { key = "decisions", label = "处理决定数量", name = { zh = "处理决定数量", en = "decisions" } },
    { key = "items", label = "采购项目数量", name = { zh = "采购项目数量", en = "procurement items" } },
    { key = "amount", label = "采购总金额", name = { zh = "采购总金额", en = "procurement amount" },
      variants = { "采购总金额（元）", "采购总金额（万元）" } },
  },
  rows = {
    { key = "regulations", label = "规章", block = item1, columns = { "made", "published", "total_published" },
      name = { zh = "规章", en = "regulations" } },
    { key = "normative_documents", label = "规范性文件", block = item1,
      columns = { "made", "published", "total_published" }, variants = { "行政规范性文件" },
      name = { zh = "规范性文件", en = "normative documents" } },
    { key = "licences", label = "行政许可", block = item5, columns = change, may_be_negative = { "change" },
      name = { zh = "行政许可", en = "administrative licences" } },
    { key = "other_services", label = "其他对外管理服务事项", block = item5, columns = change,
      may_be_negative = { "change" }, name = { zh = "其他对外管理服务事项", en = "other services" } },
    { key = "penalties", label = "行政处罚", block = item6, columns = change, may_be_negative = { "change" },
      name = { zh = "行政处罚", en = "administrative penalties" } },
    { key = "coercion", label = "行政强制", block = item6, columns = change, may_be_negative = { "change" },
      name = { zh = "行政强制", en = "administrative coercion" } },
    { key = "fees", label = "行政事业性收费", block = item8, columns = { "previous", "change" },
      may_be_negative = { "change" }, name = { zh = "行政事业性收费", en = "administrative fees" } },
    { key = "procurement", label = "政府集中采购", block = item9, columns = { "items", "amount" }, decimal = true,
      text_amount = true, name = { zh = "政府集中采购", en = "central procurement" } },
  },
  marks = { "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减", "政府集中采购",
    "其他对外管理服务事项", "采购总金额" },
  anchors = { "对外公开总数量", "上一年项目数量", "行政事业性收费", "政府集中采购", "第二十条第" },
  owners = { missing = "STR-021", blank = "T2-010", row = "T2-001", column = "T2-002", text = "T2-010" },
}

local requests = {
  key = "requests", title = "表三", name = { zh = "表三", en = "Table 3" }, section = "requests", shape = "matrix",
  groups = { { label = "三、本年度办理结果", first = "granted", last = "results_total" } },
  heads = {
    { label = "申请人情况", first = "natural_person", last = "total" },
    { label = "法人或其他组织", first = "business", last = "other_org" },
  },
  columns = {
    { key = "natural_person", label = "自然人", name = { zh = "自然人", en = "natural persons" }, variants = { "公民" } },
    { key = "business", label = "商业企业", name = { zh = "商业企业", en = "businesses" } },
    { key = "research", label = "科研机构", name = { zh = "科研机构", en = "research bodies" } },
    { key = "nonprofit", label = "社会公益组织", name = { zh = "社会公益组织", en = "non-profits" },
      variants = { "社会公益机构" } },
    { key = "legal_service", label = "法律服务机构", name = { zh = "法律服务机构", en = "legal services" },
      variants = { "法律服务组织" } },
    { key = "other_org", label = "其他", name = { zh = "其他", en = "other bodies" },
      variants = { "其它", "其他组织" } },
    { key = "total", label = "总计", name = { zh = "总计", en = "total" }, variants = { "合计", "总数" } },
  },
  rows = {
    { key = "new", label = "一、本年新收政府信息公开申请数量", name = { zh = "本年新收", en = "new this year" },
      variants = { "本年新收政府信息公开申请", "新收政府信息公开申请数量", "本年新收申请数量" } },
    { key = "carried_in", label = "二、上年结转政府信息公开申请数量", name = { zh = "上年结转", en = "carried in" },
      variants = { "上年结转政府信息公开申请", "上年度结转政府信息公开申请数量", "上年结转申请数量" } },
    { key = "granted", label = "（一）予以公开", name = { zh = "予以公开", en = "granted" } },
    { key = "partial", label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
      name = { zh = "部分公开", en = "partly granted" }, variants = { "部分公开", "部分公开（区分处理的）" } },
    { key = "denied.state_secret", label = "1.属于国家秘密", block = denied,
      name = { zh = "不予公开：国家秘密", en = "denied: state secret" } },
    { key = "denied.law_forbids", label = "2.其他法律行政法规禁止公开", block = denied,
      name = { zh = "不予公开：法律行政法规禁止", en = "denied: forbidden by law" },
      variants = { "其他法律法规禁止公开", "其他法律和行政法规禁止公开" } },
    { key = "denied.safety_stability", label = "3.危及“三安全一稳定”", block = denied,
      name = { zh = "不予公开：三安全一稳定", en = "denied: safety and stability" } },
    { key = "denied.third_party", label = "4.保护第三方合法权益", block = denied,
      name = { zh = "不予公开：第三方权益", en = "denied: third party" } },
    { key = "denied.internal_affairs", label = "5.属于三类内部事务信息", block = denied,
      name = { zh = "不予公开：内部事务信息", en = "denied: internal affairs" } },
    { key = "denied.process_info", label = "6.属于四类过程性信息", block = denied,
      name = { zh = "不予公开：过程性信息", en = "denied: process information" } },
    { key = "denied.enforcement_file", label = "7.属于行政执法案卷", block = denied,
      name = { zh = "不予公开：行政执法案卷", en = "denied: enforcement file" } },
    { key = "denied.query_matter", label = "8.属于行政查询事项", block = denied,
      name = { zh = "不予公开：行政查询事项", en = "denied: query matter" } },
    { key = "unavailable.not_held", label = "1.本机关不掌握相关政府信息", block = unavailable,
      name = { zh = "无法提供：本机关不掌握", en = "unavailable: not held" },
      variants = { "本机关不掌握相关信息" } },
    { key = "unavailable.must_create", label = "2.没有现成信息需要另行制作", block = unavailable,
      name = { zh = "无法提供：需要另行制作", en = "unavailable: would have to be made" } },
    { key = "unavailable.unclear", label = "3.补正后申请内容仍不明确", block = unavailable,
      name = { zh = "无法提供：补正后仍不明确", en = "unavailable: still unclear" } },
    { key = "not_processed.petition", label = "1.信访举报投诉类申请", block = not_processed,
      name = { zh = "不予处理：信访举报投诉", en = "not processed: petition" } },
    { key = "not_processed.repeat", label = "2.重复申请", block = not_processed,
      name = { zh = "不予处理：重复申请", en = "not processed: repeat" } },
    { key = "not_processed.publication", label = "3.要求提供公开出版物", block = not_processed,
      name = { zh = "不予处理：公开出版物", en = "not processed: publication" } },
    { key = "not_processed.excessive", label = "4.无正当理由大量反复申请", block = not_processed,
      name = { zh = "不予处理：大量反复申请", en = "not processed: excessive" } },
    { key = "not_processed.reconfirm", label = "5.要求行政机关确认或重新出具已获取信息", block = not_processed,
      name = { zh = "不予处理：确认或重新出具", en = "not processed: reconfirm" } },
    { key = "other", label = "（六）其他处理", name = { zh = "其他处理", en = "other" },
      variants = { "（六）其他", "（六）其它", "其它处理" } },
    { key = "results_total", label = "（七）总计", name = { zh = "（七）总计", en = "results total" },
      variants = { "合计" } },
    { key = "carried_out", label = "四、结转下年度继续办理", name = { zh = "结转下年度继续办理", en = "carried out" },
      variants = { "结转下年度", "结转下年继续办理", "结转下年度办理" } },
  },
  anchors = { "新收政府信息公开申请", "结转政府信息公开申请", "本年度办理结果", "结转下年度", "申请人情况" },
  note = note,
  owners = { missing = "STR-021", blank = "T3-020", row = "T3-021", column = "T3-007", text = "T3-010" },
}

local disputes = {
  key = "disputes", title = "表四", name = { zh = "表四", en = "Table 4" }, section = "disputes", shape = "flat",
  groups = { { label = "行政诉讼", first = "direct_suit", last = "suit_after_reconsideration" } },
  columns = {
    { key = "upheld", label = "结果维持", name = { zh = "结果维持", en = "upheld" } },
    { key = "corrected", label = "结果纠正", name = { zh = "结果纠正", en = "corrected" } },
    { key = "other", label = "其他结果", name = { zh = "其他结果", en = "other result" }, variants = { "其它结果" } },
    { key = "pending", label = "尚未审结", name = { zh = "尚未审结", en = "pending" } },
    { key = "total", label = "总计", name = { zh = "总计", en = "total" }, variants = { "合计" } },
  },
  rows = {
    { key = "reconsideration", label = "行政复议", name = { zh = "行政复议", en = "reconsideration" } },
    { key = "direct_suit", label = "未经复议直接起诉", name = { zh = "未经复议直接起诉", en = "direct suit" } },
    { key = "suit_after_reconsideration", label = "复议后起诉",
      name = { zh = "复议后起诉", en = "suit after reconsideration" } },
  },
  anchors = { "结果维持", "尚未审结", "复议后起诉", "直接起诉" },
  owners = { missing = "STR-021", blank = "T4-005", row = "T4-004", column = "T4-011", text = "T4-006" },
}

return {
  id = "2019", name = { zh = "2019年试行格式（国办公开办函〔2019〕60号）", en = "2019 trial form" },
  from = 2019, to = 2020,
  sections = sections,
  tables = { proactive, requests, disputes },
}
