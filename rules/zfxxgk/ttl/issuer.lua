-- Whose report it is: the body's full name in the title, the body's own words (我镇, 我局) in the text.
-- Source: layout of official documents (full name in titles); F21 closing item （内容雷同）: another body's words are a copied text.

local words = lib.words

-- What a full name ends with, or holds. A place's own report (某县2024年…) has the place's name.
local full = [[政府|[局厅委办部署院馆所站校队司社会学行处]|中心|集团]]
local place = [[(?:[省市县区旗州盟]|开发区|实验区|示范区|园区|新区)$]]

--- The title's part about the body: without year, subject and what follows.
local function body_of(title)
  local bare = text.find(text.fold(title), [[^(.*?)(?:关于)?(?:报送|公布|发布)?\s*(?:(?:19|20)\d\d\s*年度?)?\s*(?:(?<!人民)政府信息|政务信息|政府政务信息|政务|信息)公开(?!局|办|中心|委)]])
  local body = bare and bare[1] or ""
  local after_year = text.find(body, [[^\s*(?:19|20)\d\d\s*年度?\s*(.*)$]])
  return text.trim(after_year and after_year[1] or body)
end

rule {
  id = "TTL-004", name = "title-body-name", severity = "warning",
  clauses = { "STD.text" },
  title = { zh = "标题缺少机关全称", en = "The title lacks the body's full name" },
  messages = {
    default = {
      zh = "标题“{title}”没有写机关名称。",
      en = "The title “{title}” names no body.",
    },
    short = {
      zh = "标题写的是“{body}”，不是机关全称。",
      en = "The title says “{body}”, which is not the body's full name.",
    },
    elsewhere = {
      zh = "标题本身没有写全称，文中另有“{name}”。",
      en = "The title itself lacks the full name; “{name}” stands elsewhere.",
    },
  },
  remedy = {
    zh = "标题改为“{proper}”。",
    en = "Make the title “{proper}”.",
  },
  explain = {
    zh = "全称如“某某县某某镇人民政府”“某某街道办事处”“某某县民政局”。县市区的报告以地名为题可以。标题另一行或者网页上有全称的，仅作提示。",
    en = "A full name ends in 人民政府, 办事处, 局 and the like; a county's report may bear the place's name. Where the full name stands on another line "
      .. "or the page it is a remark.",
  },
  since = "1.1.0", tags = { "title" },
  applies = function(report) return report.title end,
  check = function(report, finding)
    local title = report.title
    local body = body_of(title.text)
    if body ~= "" and (text.test(body, full) or text.test(body, place)) then return end
    local values = { at = title, place = "title.body", title = title, body = body, proper = words.proper_title(report) }
    if report.name and text.test(report.name, full) and report.name ~= body then
      values.message, values.severity, values.name = "elsewhere", "info", report.name
    elseif body ~= "" then
      values.message = "short"
    end
    finding:fail(values)
  end,
  cases = {
    fails = {
      { title = "2024年政府信息公开工作年度报告", severity = "info" },
      { name = "刘家塔镇", title = "刘家塔镇2024年政府信息公开工作年度报告", severity = "warning", says = "不是机关全称" },
      { markdown = "# 2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n主动公开政府信息126条。\n", severity = "warning", says = "没有写机关名称" },
      { title = "青石镇2024年度政务信息公开工作报告", severity = "info", why = "全称在别处" },
    },
    passes = {
      {},
      { title = "2024年青石镇人民政府政府信息公开工作年度报告" },
      { title = "云溪县2024年政府信息公开工作年度报告" },
      { title = "南关街道办事处2024年政府信息公开工作年度报告" },
      { title = "云溪县政务公开办公室2024年政府信息公开工作年度报告" },
      { title = "云溪县人才服务中心2024年政府信息公开工作年度报告" },
      { title = "云溪水务集团2024年政府信息公开工作年度报告" },
      { title = "河川地区行政公署2024年政府信息公开工作年度报告" },
    },
    not_applicable = { { markdown = "## 一、总体情况\n\n2024年，青石镇人民政府主动公开政府信息126条。\n" } },
  },
}

-- What makes 我镇, 本局 no name for oneself: 本市场主体, 我委托.
local other_word = [[^(?:场|民|政|委会|长|直|属|级|内|里|域|辖|容|外|区|城|报|员|托|派|处)]]
local quoted = [=[[“‘「《〈][^”’」》〉]*$]=]

-- Which words are another body's for certain, and which are doubtful. A town may speak of 我县, a bureau of 我市: those are where it is.
local wrong = {
  ["镇"] = { ["乡"] = "error", ["苏木"] = "error", ["街道"] = "error", ["局"] = "error", ["委"] = "error", ["厅"] = "error", ["校"] = "error", ["院"] = "error" },
  ["乡"] = { ["镇"] = "error", ["街道"] = "error", ["局"] = "error", ["委"] = "error", ["厅"] = "error", ["校"] = "error", ["院"] = "error" },
  ["苏木"] = { ["镇"] = "error", ["街道"] = "error", ["局"] = "error", ["委"] = "error", ["厅"] = "error" },
  ["街道"] = { ["镇"] = "error", ["乡"] = "error", ["局"] = "error", ["委"] = "error", ["厅"] = "error", ["校"] = "error", ["院"] = "error" },
  ["局"] = { ["镇"] = "error", ["乡"] = "error", ["街道"] = "error", ["委"] = "warning", ["厅"] = "warning", ["院"] = "warning" },
  ["委"] = { ["镇"] = "error", ["乡"] = "error", ["街道"] = "error", ["局"] = "warning", ["厅"] = "warning" },
  ["厅"] = { ["镇"] = "error", ["乡"] = "error", ["街道"] = "error", ["局"] = "warning", ["委"] = "warning" },
  ["县"] = { ["镇"] = "error", ["乡"] = "error", ["街道"] = "error", ["局"] = "error", ["旗"] = "error" },
  ["旗"] = { ["镇"] = "error", ["乡"] = "error", ["街道"] = "error", ["局"] = "error", ["县"] = "error" },
  ["市"] = { ["镇"] = "error", ["乡"] = "error", ["街道"] = "error", ["局"] = "error", ["县"] = "error" },
  ["区"] = { ["镇"] = "error", ["乡"] = "error", ["街道"] = "error", ["局"] = "error", ["县"] = "error" },
}

-- All of another body's words at once: reports that have none are done.
local suspicious = {}
for own, others in pairs(wrong) do
  local list = {}
  for word in pairs(others) do list[#list + 1], list[#list + 2] = "我" .. word, "本" .. word end
  suspicious[own] = list
end

--- The places where the body calls itself by that word, quotations apart.
local function selves(report, word)
  local list = {}
  for _, own in ipairs { "我", "本" } do
    if report:contains(own .. word) then
      for quote in report:search(own .. word) do
        if not text.test(quote:after(2), other_word) and not text.test(quote:before(30), quoted) then list[#list + 1] = quote end
      end
    end
  end
  return list
end

-- “现公布某镇2024年政府信息公开工作年度报告”: the report of whom.
local report_of = [[(?:公布|发布|编制|公开)([一-龥]{2,20}(?:镇|乡|街道|局)(?:人民政府|办事处)?)\s*20[0-9]{2}\s*年度?$]]

--- 「区政府国资局」 is 某某区国资局: the place is named by its kind.
local function is_short_for(body, name)
  local own = text.find(body, [[^(?:[省州市县区旗盟](?:人民)?政府|[省州市县区旗盟])(.{2,})$]])
  return own and text.contains(name, own[1])
end

local kinds = { "街道", "苏木", "镇", "乡", "局", "委", "厅", "县", "旗", "市", "区" }

--- The kind of body a name tells: its own word (镇, 局 …). A zone's is none of these.
local function own_word(name)
  local bare = text.find(name, [[^(.*?)(?:人民政府|政府|办事处|办)?$]])[1]
  if text.test(bare, [[管理委员会$|管委$|[新发验范园]区$]]) then return nil end
  if text.ends(bare, "委员会") then return "委" end
  for _, kind in ipairs(kinds) do
    if text.ends(bare, kind) then return kind end
  end
end

--- A case: that body's report with these words in section one.
local function of(name, words_of_it, severity)
  return {
    name = name, title = name .. "2024年政府信息公开工作年度报告", append = { overview = words_of_it }, severity = severity,
  }
end

rule {
  id = "TTL-006", name = "body-mismatch", severity = "error",
  clauses = { "F21.duty", "R711.6" },
  title = { zh = "标题与正文机关不一致", en = "The text speaks as another body" },
  messages = {
    default = {
      zh = "“{name}”的报告里写的是“{self}”，共{count}处，可能是从别的单位复制来的。",
      en = "A report of “{name}” says “{self}” (places: {count}); the text may be another body's.",
    },
    report = {
      zh = "标题是“{name}”的报告，文中却说是“{other}”的报告。",
      en = "By its title this is the report of “{name}”, by its text that of “{other}”.",
    },
  },
  remedy = {
    zh = "核对这一段是不是本单位的情况，再统一称谓。",
    en = "Make sure that the passage tells this body's own work, and use one name for it.",
  },
  explain = {
    zh = "乡镇的报告不会自称“我局”，局的报告不会自称“我镇”。说到所在的县、市（我县、我市）不算；引号里的话不算；局、委、厅之间改名混用的为警告。",
    en = "A town does not call itself 我局, nor a bureau 我镇. Words for the place around (我县, 我市) and quoted words pass; 局, 委 and 厅 for each other "
      .. "are a warning, for names change.",
  },
  since = "1.1.0", tags = { "title", "copied" },
  applies = function(report) return report.name and own_word(report.name) end,
  check = function(report, finding)
    local own = own_word(report.name)
    for word, severity in pairs(report:any(suspicious[own]) and wrong[own] or {}) do
      local quotes = selves(report, word)
      if #quotes > 0 then
        finding:fail {
          at = quotes[1], quotes = words.first(quotes, 5), place = "self." .. word, severity = severity,
          name = report.name, self = quotes[1], count = #quotes,
        }
      end
    end
    for found in report:search("政府信息公开工作年度报告") do
      local year_before = text.contains("年度", found:before(1))
      local other = year_before and text.find(found:before(32), report_of)
      local body = other and other[1]
      local same = not body or text.contains(report.name, body) or text.contains(body, report.name) or is_short_for(body, report.name)
        or text.similar(report.name, body) > 0.5
      if not same then finding:fail { at = found, place = "report.body", message = "report", name = report.name, other = body } end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "我局高度重视政府信息公开工作。" }, severity = "error", expect = 1 },
      { append = { overview = "本街道按季度检查公开栏。" } },
      { name = "云溪县民政局", title = "云溪县民政局2024年政府信息公开工作年度报告", append = { overview = "我镇坚持以公开为常态。" }, severity = "error" },
      { name = "云溪县民政局", title = "云溪县民政局2024年政府信息公开工作年度报告", append = { overview = "我委认真落实要求。" }, severity = "warning" },
      { append = { overview = "现公布楼子营乡2024年度政府信息公开工作年度报告。" }, severity = "error" },
      of("云溪区粮食局", "现公布区政府水务局2024年政府信息公开工作年度报告。", "error"),
      of("石桥街道办事处", "我镇按季度检查公开栏。", "error"), of("石桥街道办", "本镇按季度检查公开栏。", "error"),
      of("白音苏木人民政府", "我镇按季度检查公开栏。", "error"), of("青石乡政府", "我镇按季度检查公开栏。", "error"),
      of("云溪县人民政府", "我局主动公开信息12条。", "error"), of("乌兰旗人民政府", "我县主动公开信息12条。", "error"),
      of("河川市人民政府", "我县主动公开信息12条。", "error"), of("南山区政府", "我县主动公开信息12条。", "error"),
      of("云溪县卫生健康委员会", "我局主动公开信息12条。", "warning"), of("云溪县发改委", "我镇主动公开信息12条。", "error"),
      of("江北省教育厅", "我局主动公开信息12条。", "warning"),
    },
    passes = {
      {},
      { append = { overview = "我镇按照县局要求，与县民政局配合，在我县率先完成；群众问“我局何时答复”。" } },
      { name = "云溪县民政局", title = "云溪县民政局2024年政府信息公开工作年度报告", append = { overview = "我局落实我县、我市的部署，本市场主体满意。" } },
      { append = { overview = "按照《中华人民共和国政府信息公开工作年度报告格式》编制。" } },
      { append = { overview = "现公布清石镇人民政府2024年政府信息公开工作年度报告。" }, why = "错一个字，不是别的机关" },
      { append = { overview = "现公布青石镇2024年政府信息公开工作年度报告。" } },
      of("云溪区粮食局", "现公布区政府粮食局2024年政府信息公开工作年度报告。"),
      { append = { overview = "县人民政府办公室关于编制2024年政府信息公开工作年度报告的通知已经落实。" } },
    },
    not_applicable = {
      { markdown = "## 一、总体情况\n\n2024年主动公开政府信息126条，我局重视。\n" },
      of("某开发区管理委员会", "我局主动公开信息12条。"), of("某园区管委会", "我局主动公开信息12条。"), of("某园区管委", "我局主动公开信息12条。"), of("河川新区", "我局主动公开信息12条。"),
    },
  },
}
