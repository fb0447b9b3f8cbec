-- The clean report that every case starts from: a township government, its own figures, all of them tying, none of them
-- only zero where the law lets them be otherwise. The words are ours; the body does not exist.

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

local function sections(year, documents, fee)
  return {
    overview = { title = "一、总体情况", text = {
      year .. "年，青石镇人民政府按照《中华人民共和国政府信息公开条例》的要求做好政府信息公开工作。本报告所列数据的统计期限自"
        .. year .. "年1月1日起至" .. year .. "年12月31日止。",
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

return function(form)
  local old = form == "2019"
  local year = old and 2020 or 2024
  return {
    schema = "gouji/report@1",
    form = form or "2021",
    title = "青石镇人民政府" .. year .. "年政府信息公开工作年度报告",
    year = year,
    issuer = { name = "青石镇人民政府", level = "township", kind = "government", scope = "own", province = "山西" },
    published = (year + 1) .. "-01-20",
    sections = old and sections(year, "", "没有其他需要报告的事项。")
      or sections(year, "全年制发行政规范性文件2件，废止1件，现行有效7件。",
        "全年未收取政府信息公开信息处理费。没有其他需要报告的事项。"),
    layout = layout_of(old and "2019" or "2021"),
    tables = {
      proactive = proactive[old and "2019" or "2021"],
      requests = requests(old and zero() or { no_correction = zero(), unpaid_fee = zero(), other = zero() }),
      disputes = disputes,
    },
  }
end
