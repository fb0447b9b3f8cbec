-- The clean report that every case starts from: a township government, its own figures, all of them tying, none of them
-- only zero where the law lets them be otherwise. The words are ours; the body does not exist. Asked for "prior" it is the same
-- body's report of the year before, whose figures lead to this one's.

local columns = { "natural_person", "business", "research", "nonprofit", "legal_service", "other_org", "total" }

local function applicants(...)
  local row = {}
  for index, key in ipairs(columns) do row[key] = select(index, ...) end
  return row
end

local function zero() return applicants(0, 0, 0, 0, 0, 0, 0) end

local function outcome(upheld, corrected, other, pending, total)
  return { upheld = upheld, corrected = corrected, other = other, pending = pending, total = total }
end

local function requests(other)
  return {
    new = applicants(5, 2, 0, 0, 1, 0, 8),
    carried_in = applicants(1, 0, 0, 0, 0, 0, 1),
    granted = applicants(2, 1, 0, 0, 0, 0, 3),
    partial = applicants(1, 0, 0, 0, 0, 0, 1),
    denied = {
      state_secret = zero(), law_forbids = zero(), safety_stability = zero(),
      third_party = applicants(0, 1, 0, 0, 0, 0, 1),
      internal_affairs = applicants(1, 0, 0, 0, 0, 0, 1),
      process_info = zero(), enforcement_file = zero(), query_matter = zero(),
    },
    unavailable = { not_held = applicants(1, 0, 0, 0, 1, 0, 2), must_create = zero(), unclear = zero() },
    not_processed = { petition = zero(), ["repeat"] = zero(), publication = zero(), excessive = zero(), reconfirm = zero() },
    other = other,
    results_total = applicants(5, 2, 0, 0, 1, 0, 8),
    carried_out = applicants(1, 0, 0, 0, 0, 0, 1),
  }
end

local disputes = {
  reconsideration = outcome(1, 0, 0, 1, 2),
  direct_suit = outcome(0, 0, 1, 0, 1),
  suit_after_reconsideration = outcome(1, 0, 0, 0, 1),
}

local proactive = {
  ["2021"] = {
    regulations = { made = 0, repealed = 0, in_force = 0 },
    normative_documents = { made = 2, repealed = 1, in_force = 7 },
    licences = { decisions = 36 },
    penalties = { decisions = 12 },
    coercion = { decisions = 1 },
    fees = { amount = 1.25 },
  },
  ["2019"] = {
    regulations = { made = 0, published = 0, total_published = 0 },
    normative_documents = { made = 2, published = 2, total_published = 9 },
    licences = { previous = 12, change = -2, decisions = 36 },
    other_services = { previous = 5, change = 1, decisions = 18 },
    penalties = { previous = 8, change = 0, decisions = 12 },
    coercion = { previous = 3, change = 0, decisions = 1 },
    fees = { previous = 2, change = -1 },
    procurement = { items = 4, amount = "251000元" },
  },
}

-- The year before: what it carries out is carried in above, and 6 documents in force, 2 made and 1 repealed make 7.
local function requests_before(other)
  local before = requests(other)
  before.new, before.carried_in = applicants(3, 1, 0, 0, 0, 0, 4), zero()
  before.granted, before.partial = applicants(2, 1, 0, 0, 0, 0, 3), zero()
  before.denied.third_party, before.denied.internal_affairs = zero(), zero()
  before.unavailable.not_held = zero()
  before.results_total = applicants(2, 1, 0, 0, 0, 0, 3)
  return before
end

local disputes_before = {
  reconsideration = outcome(0, 0, 0, 1, 1),
  direct_suit = outcome(0, 0, 0, 0, 0),
  suit_after_reconsideration = outcome(0, 0, 0, 0, 0),
}

local proactive_before = {
  ["2021"] = {
    regulations = { made = 0, repealed = 0, in_force = 0 },
    normative_documents = { made = 1, repealed = 0, in_force = 6 },
    licences = { decisions = 41 },
    penalties = { decisions = 9 },
    coercion = { decisions = 0 },
    fees = { amount = 1.1 },
  },
  ["2019"] = {
    regulations = { made = 0, published = 0, total_published = 0 },
    normative_documents = { made = 1, published = 1, total_published = 7 },
    licences = { previous = 10, change = 2, decisions = 41 },
    other_services = { previous = 5, change = 0, decisions = 14 },
    penalties = { previous = 8, change = 0, decisions = 9 },
    coercion = { previous = 3, change = 0, decisions = 0 },
    fees = { previous = 2, change = 0 },
    procurement = { items = 3, amount = "198000元" },
  },
}

local function sections_before(year, documents, fee)
  return {
    overview = { title = "一、总体情况", text = {
      year .. "年，青石镇人民政府认真落实《中华人民共和国政府信息公开条例》。本报告数据统计期限为"
        .. year .. "年1月1日至" .. year .. "年12月31日。",
      "（一）主动公开。围绕群众关心的事项，在县政府门户网站公开信息74条，在镇村公开栏张贴公告36次。" .. documents,
      "（二）依申请公开。收到政府信息公开申请4件，没有上年结转的申请。办结3件，均予以公开，结转下年度继续办理1件。"
        .. "被申请行政复议1件，没有被提起行政诉讼。",
      "（三）政府信息管理。修订信息发布审核办法，党政办公室每半年清理一次过期信息。",
      "（四）平台建设。完成县政府网站青石镇专栏改版，栏目由二十一个并为十四个。",
      "（五）监督保障。年度考核结果为合格；委托县融媒体中心开展社会评议1次，满意度92%；没有发生责任追究。",
    } },
    proactive = { title = "二、主动公开政府信息情况" },
    requests = { title = "三、收到和处理政府信息公开申请情况" },
    disputes = { title = "四、政府信息公开行政复议、行政诉讼情况" },
    problems = { title = "五、存在的主要问题及改进情况", text = {
      "（一）存在的主要问题。一是网站专栏更新慢，部分栏目连续三个月没有新内容。二是受理申请的人员不熟悉办理流程。",
      "（二）改进情况。针对上年查出的栏目重复问题，已完成专栏改版。下一步，一是指定专人负责每个栏目，每月通报更新情况；"
        .. "二是请县司法局的同志来镇里讲解办理流程。",
    } },
    other = { title = "六、其他需要报告的事项", text = { fee } },
  }
end

local function sections(year, documents, fee)
  return {
    overview = { title = "一、总体情况", text = {
      year .. "年，青石镇人民政府按照《中华人民共和国政府信息公开条例》的要求做好政府信息公开工作。本报告所列数据的统计期限自"
        .. year .. "年1月1日起至" .. year .. "年12月31日止。如有疑问，请与青石镇人民政府办公室联系，地址：青石大街1号。",
      "（一）主动公开。全年通过县政府门户网站和镇村公开栏主动公开政府信息126条，其中机构职能12条、政策文件34条、财政信息20条、民生保障60条。"
        .. documents,
      "（二）依申请公开。全年收到政府信息公开申请8件，上年结转1件。办结8件，其中予以公开3件、部分公开1件、不予公开2件、无法提供2件，"
        .. "结转下年度继续办理1件。因政府信息公开被申请行政复议2件，被提起行政诉讼2件。",
      "（三）政府信息管理。信息发布前由经办人员、科室负责人和分管领导逐级审核，对失效的文件及时标注。",
      "（四）平台建设。镇政务服务大厅设有政府信息查阅点，网站专栏按季度检查更新。",
      "（五）监督保障。在县里组织的政府信息公开工作考核中结果为良好；开展社会评议1次，群众满意度为96%；未发生责任追究情形。",
    } },
    proactive = { title = "二、主动公开政府信息情况" },
    requests = { title = "三、收到和处理政府信息公开申请情况" },
    disputes = { title = "四、政府信息公开行政复议、行政诉讼情况" },
    problems = { title = "五、存在的主要问题及改进情况", text = {
      "（一）存在的主要问题。一是村级公开栏更新不够及时，个别村更新周期超过一个月。二是政策解读以文字为主，形式比较单一。",
      "（二）改进情况。上年查出的网站专栏更新慢的问题，4月底前已经改正。下一步，一是按月检查村级公开栏，更新不及时的限期改正；"
        .. "二是增加图表和短视频解读，让群众看得懂。",
    } },
    other = { title = "六、其他需要报告的事项", text = { fee } },
  }
end

--- Put a value where a dotted path says.
local function put(root, path, value)
  local keys = text.split(path, ".")
  for index = 1, #keys - 1 do
    root[keys[index]] = root[keys[index]] or {}
    root = root[keys[index]]
  end
  root[keys[#keys]] = value
end

--- Labels, headings and the note as the form prints them.
local function layout_of(form)
  local layout = {}
  for _, sheet in ipairs(lib[form].tables) do
    local printed = { header = {}, labels = {}, blocks = {}, note = sheet.note }
    for _, column in ipairs(sheet.columns) do printed.header[column.key] = column.label end
    for _, row in ipairs(sheet.rows) do
      put(printed.labels, row.key, row.label)
      if row.block then put(printed.blocks, row.key, row.block) end
    end
    layout[sheet.key] = printed
  end
  return layout
end

return function(form, which)
  local old, before = form == "2019", which == "prior"
  local kind = old and "2019" or "2021"
  local year = (old and 2020 or 2024) - (before and 1 or 0)
  local written = before and sections_before or sections
  local others = old and zero() or { no_correction = zero(), unpaid_fee = zero(), other = zero() }
  return {
    schema = "gouji/report@1",
    form = form or "2021",
    title = "青石镇人民政府" .. year .. "年政府信息公开工作年度报告",
    year = year,
    issuer = { name = "青石镇人民政府", level = "township", kind = "government", scope = "own", province = "山西" },
    published = (year + 1) .. "-01-20",
    sections = old and written(year, "", "没有其他需要报告的事项。")
      or written(year, before and "制发行政规范性文件1件，没有废止的，现行有效6件。" or "全年制发行政规范性文件2件，废止1件，现行有效7件。",
        "全年未收取政府信息公开信息处理费。没有其他需要报告的事项。"),
    layout = layout_of(kind),
    tables = {
      proactive = (before and proactive_before or proactive)[kind],
      requests = (before and requests_before or requests)(others),
      disputes = before and disputes_before or disputes,
    },
  }
end
