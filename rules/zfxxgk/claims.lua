-- What the narrative says in numbers, and which cells of the tables must say the same.
--
-- Kinds are tried in this order and one number belongs to one claim, so the specific kind stands before the general one.
-- `{n}` is a quantity. `C` is any character that does not leave the phrase: no comma, stop, bracket or digit. `\K` cuts off
-- what only had to stand before. A pattern runs only where one of its needles occurs; `unless` looks at the part of the sentence
-- (comma to comma) where the words stand. A tie whose cells the report's form lacks is passed over.
--
-- Sources of the wordings: published reports 2019–2025. What is not a claim matters as much as what is: sub-counts by channel
-- (网上3件), hotline cases, letters, proposals, consultations, filings, last year's figures, publication counts.

local C = "[^，。；：（）()0-9０-９]"
local function gap(most) return C .. "{0," .. most .. "}?" end
-- Between the words and their number.
local TAIL = "(?:[的了件为有均]|信息|申请|事项|案件|数量?|总数|共计?|合计){0,3}"

local SUM = "(?:[为了]|数量?|总[数计量]|共计?|[合累]计|达到?){0,3}"

-- 信息公开申请3件、纸质申请33件: each is one kind's count, and none of all.
local ONE_OF_MORE = "(?![件宗份]、[^，。；0-9]{0,8}申请[0-9])"

local CASE_UNITS = { "件", "宗", "份", "起", "条", "次", "件次", "例" }
local DOCUMENT_UNITS = { "件", "份", "部", "条", "篇" }

local RECEIVE = "(?:收到|受理|收办|接收|接到|收悉)"
local GOT = "(?<![未不无])" .. RECEIVE
local RECEIVE_NEEDLES = { "收到", "受理", "收办", "接收", "接到", "收悉" }
local CARRY_NEEDLES = { "结转", "转结", "转入", "转来", "转上年" }
local NONE = "(?:未(?!公开|能)|没有?|尚未|从未|无(?!法))"
local OTHER_MATTERS = "复议|诉讼|热线|诉求|留言|提案|(?<!复)议案|建议|信访|举报|投诉|咨询|备案|许可|登记|补助|救助|仲裁|认定"
  .. "|调解|出版物|重复"
-- A month or a quarter is a part of the year; 1月1日至12月31日 is all of it.
local PART_OF_YEAR = "|[0-9]月(?:份)?(?![0-9 ])|季度|[上下]半年"
local NOT_ALL = OTHER_MATTERS .. PART_OF_YEAR
local LAST_YEAR = "(?:上一?年度?|去年|上年度?)"
local NEXT_YEAR = "(?:下一?年|次年|明年|20[0-9]{2}年)"

local function bilingual(zh, en) return { zh = zh, en = en } end

-- Sums of table 3's total column ------------------------------------------------------------------------------------------------

local function column(name, rows)
  local cells = {}
  for index, row in ipairs(rows) do cells[index] = "requests." .. row .. "." .. name end
  return cells
end

local DENIED = { "denied.state_secret", "denied.law_forbids", "denied.safety_stability", "denied.third_party",
  "denied.internal_affairs", "denied.process_info", "denied.enforcement_file", "denied.query_matter" }
local UNAVAILABLE = { "unavailable.not_held", "unavailable.must_create", "unavailable.unclear" }
local NOT_PROCESSED = { "not_processed.petition", "not_processed.repeat", "not_processed.publication",
  "not_processed.excessive", "not_processed.reconfirm" }
local OTHER = { "other.no_correction", "other.unpaid_fee", "other.other" }

local NEW = { cells = column("total", { "new" }), reading = bilingual("本年新收", "received this year") }
local NEW_AND_CARRIED = column("total", { "new", "carried_in" })
local BOTH = bilingual("本年新收加上年结转", "received this year plus carried in")
local COMPLETED = { cells = column("total", { "results_total" }), reading = bilingual("（七）总计", "results total") }

-- How 收到……申请 is written: named in full (then what it is about may be anything), briefly, number first, matter first, and the
-- bare 依申请公开N件.
local RECEIVED = {
  { GOT .. gap(40) .. "(?:信息公开的?申请|依申请公开)" .. gap(10) .. "{n}", needles = RECEIVE_NEEDLES,
    unless = "复议|诉讼|出版物|重复|热线|补正" .. PART_OF_YEAR },
  { GOT .. "(?:" .. gap(30) .. "(?:(?:公开|信息)" .. gap(12) .. "申请|依申请)|[各类书面网上络的了]{0,6}申请)(?!人)" .. gap(10)
      .. "{n}", needles = RECEIVE_NEEDLES, unless = NOT_ALL },
  { GOT .. "(?:办结|办理|的|了){0,2}{n}[余多]?[件宗份]" .. gap(20) .. "申请(?!人)", needles = RECEIVE_NEEDLES, unless = NOT_ALL },
  { "(?:(?:信息公开申请|依申请公开)(?:[^。；：（）()0-9]{0,16}?|[^。；]{0,40}?\\K共)" .. GOT
      .. "|(?:全年|年度|共有|共计|产生|发生)的?政府信息公开申请|依申请公开)"
      .. "(?:申请|件|事项)?(?:数量?|共计?|总数|为|有|了){0,2}{n}",
    needles = { "信息公开申请", "依申请公开" }, unless = NOT_ALL .. "|制作" },
}

-- 收到……41件（含上年结转3件）; 新收38件、上年结转3件，共受理41件.
local RECEIVED_ALL = {
  { GOT .. "(?:" .. gap(40) .. "申请" .. gap(10) .. "|" .. gap(4) .. "){n}"
      .. "(?=[余多]?[件宗份起条个]?[申请]{0,2}[（(，,、][^。；0-9]{0,8}(?:含|包括|其中)[^。；0-9]{0,8}"
      .. "(?:上|20[0-9]{2}年)[一年度]*(?:结转|转))", needles = CARRY_NEEDLES, unless = NOT_ALL },
  { "(?:结转|转结)[^。；]{0,40}?\\K(?:共|合计|总计|累计)(?:" .. RECEIVE .. "|办理)" .. gap(20) .. "{n}",
    needles = CARRY_NEEDLES, unless = NOT_ALL },
}

local function append(list, more)
  for _, item in ipairs(more) do list[#list + 1] = item end
  return list
end

-- Zero in words: 未收到政府信息公开申请, 没有接收到受理……申请, 无依申请公开事项, 零申请.
local RECEIVED_NONE = {
  { NONE .. "(?:有|曾)?(?:" .. RECEIVE .. "|接|发生|产生)(?!的)" .. gap(30) .. "(?:申请(?!人)|依申请公开)", zero = true,
    needles = { "未收", "未接", "未受理", "未发生", "未产生", "没有", "没收", "尚未", "从未", "无收", "无受理", "未有" },
    unless = OTHER_MATTERS .. "|收费|费用|超期|逾期|不予|结转" },
  { "(?:无|没有)(?:涉及)?(?:书面|任何|单位和个人|公民)?的?(?:政府信息公开申请|依申请公开|信息公开申请|申请公开|书面申请)(?!人)",
    zero = true, needles = { "依申请公开", "信息公开申请", "申请公开", "书面申请" }, unless = OTHER_MATTERS .. "|收费|费用|不予|结转" },
  { "(?:实现|为)?零申请|申请(?:数量?)?(?:均)?为零", needles = { "零申请", "为零" }, zero = true, unless = OTHER_MATTERS },
}

-- One kind of result: its words, then its number; and none of it in words.
local function result(key, zh, en, words, rows, more)
  local ties = { { cells = column("total", rows), reading = bilingual(zh, en) } }
  if more then ties[#ties + 1] = { cells = column("total", more), reading = bilingual(zh, en) } end
  return { key = "requests." .. key, name = bilingual(zh, en), units = CASE_UNITS, ties = ties, patterns = {
    { words .. "(?:（[^（）]{0,30}）)?" .. TAIL .. "{n}", needles = { zh }, unless = "信息数|制作|文件|公文|留言|提案" },
    { "(?:无(?!法)|没有|未有|未出现|未发生|不存在)" .. gap(20) .. words .. gap(16) .. "(?:情况|情形)",
      needles = { zh }, zero = true },
  } }
end

-- Who applied: new requests of a column, or with last year's.
local function applicant(key, zh, en, words, columns)
  local new, all = {}, {}
  for _, name in ipairs(columns) do
    new[#new + 1] = "requests.new." .. name
    append(all, { "requests.new." .. name, "requests.carried_in." .. name })
  end
  return { key = "requests." .. key, name = bilingual(zh, en),
    units = { "件", "宗", "份", "人", "名", "位", "个", "起", "次", "人次" },
    ties = { { cells = new, reading = NEW.reading }, { cells = all, reading = BOTH } },
    patterns = { { words .. "(?:申请人?|的|提出|提交|共计?|为|有){0,3}{n}", needles = { zh }, unless = "复议|诉讼" } } }
end

-- A count of table 4: its words, a few words of its kind, its number; and none of it in words.
local function dispute(key, zh, en, words, needles, cells, together)
  local groups = {}
  for index, group in ipairs(cells) do groups[index] = "disputes." .. group .. ".total" end
  return { key = "disputes." .. key, name = bilingual(zh, en), units = CASE_UNITS,
    ties = { { cells = groups, reading = bilingual(zh, en) } },
    patterns = {
      { "(?:公开|涉及|发生|引[发起]|提起|没有|未|无|被).{0,80}?\\K" .. words
          .. "(?:[各为均有的]|案件?|申请|应诉|总数|数量?|共计?|发生|受理|事项|情况){0,3}{n}",
        needles = needles, unless = "提案|(?<!复)议案|同比|占" },
      not together and { "(?:未(?!经)|没有?|无(?!法)|零)" .. gap(40) .. words, needles = needles, zero = true,
        unless = "维持|纠正|败诉|审结|答复|申请人|延期|纠错|撤销" } or nil,
    } }
end

-- A count of table 2: what a verb did to a thing.
local function document(key, zh, en, patterns, cells)
  return { key = key, name = bilingual(zh, en), units = DOCUMENT_UNITS,
    ties = { { cells = { "proactive." .. cells }, reading = bilingual(zh, en) } }, patterns = patterns }
end

local NORMATIVE = "(?<!、)(?:行政)?规范性文件"
local REGULATION = "(?<!党内法规、)规章(?!制度)"
local MADE = "(?:制发|制定|出台|印发|制作|新制定|颁布)"
local NOT_MADE_NEEDLES = { "未制", "没有制", "无制", "未出台", "没有出台", "未印发", "没有印发", "未新制", "未有制",
  "未颁布" }
local NOT_MADE = "(?:未|没有|无(?!法))(?:有)?" .. MADE

local function decisions(key, zh, en, words, needle)
  return { key = key, name = bilingual(zh, en), units = { "件", "宗", "起", "次", "例", "件次" },
    ties = { { cells = { "proactive." .. key .. ".decisions" },
      reading = bilingual("本年处理决定数量", "decisions of the year") } },
    patterns = {
      { "(?:(?:作出|做出|下达|实施|采取|办理|办结|处理)(?:的|了|各类|各项)?(?:行政)?" .. words .. "|行政" .. words .. "决定)"
          .. "(?:决定书?|案件|事项|措施|的|共计?|数量?|总数|为){0,3}{n}",
        needles = { needle }, unless = "公示|公开|信息|整治|专项|查阅" },
    } }
end

return {
  -- Requests ------------------------------------------------------------------------------------------------------------------
  { key = "requests.received_all", name = bilingual("收到申请（含上年结转）", "requests received, carried-in ones included"),
    units = CASE_UNITS, ties = { { cells = NEW_AND_CARRIED, reading = BOTH }, NEW }, patterns = RECEIVED_ALL },
  { key = "requests.new", name = bilingual("新收申请", "new requests"), units = CASE_UNITS, ties = { NEW }, patterns = {
    { "(?:(?:公开|申请)[^。；]{0,60}?\\K新(?:收|受理)到?(?:申请)?|新(?:收|受理)" .. gap(20) .. "申请" .. gap(10) .. "){n}",
      needles = { "新收", "新受理" }, unless = OTHER_MATTERS },
  } },
  { key = "requests.carried_in", name = bilingual("上年结转", "carried in"), units = CASE_UNITS,
    ties = { { cells = column("total", { "carried_in" }), reading = bilingual("上年结转", "carried in") } }, patterns = {
      { "(?:" .. LAST_YEAR .. "的?(?:结转|转结|转入|转来)(?!至?到?入?(?:下|次年|明年|20[0-9]{2}年))|(?:结转|转)自?" .. LAST_YEAR .. ")"
          .. gap(14) .. "{n}",
        needles = CARRY_NEEDLES, unless = "复议|诉讼" },
      { "(?:无|没有|未有)" .. LAST_YEAR .. "(?:的)?(?:结转|转结)", needles = { "结转", "转结" }, zero = true },
    } },
  { key = "requests.carried_out", name = bilingual("结转下年度", "carried out"), units = CASE_UNITS,
    ties = { { cells = column("total", { "carried_out" }), reading = bilingual("结转下年度继续办理", "carried over to next year") } },
    patterns = {
      { "(?:(?:结转|顺延|转结|转)[至到入]?" .. NEXT_YEAR .. "度?" .. gap(14) .. "|(?<![年度])(?:结转|顺延)(?:的|共计?|为|申请){0,2}){n}",
        needles = { "结转", "顺延", "转结", "转下年", "转下一年" }, unless = "复议|诉讼" },
      { "{n}[余多]?[件宗份起条个][^，。；：、（）()0-9]{0,16}?(?:结转|顺延|转结|转)[至到入]?" .. NEXT_YEAR,
        needles = { "结转", "顺延", "转结", "转下年" }, unless = "复议|诉讼" },
      { "(?:无|没有|未有)(?:申请|需要?|件)?(?:结转|转结|顺延)(?!上|自)", needles = { "结转", "转结", "顺延" }, zero = true },
    } },
  { key = "requests.granted_partial", name = bilingual("予以公开及部分公开", "granted in full or in part"), units = CASE_UNITS,
    ties = { { cells = column("total", { "granted", "partial" }),
      reading = bilingual("予以公开加部分公开", "granted plus partly granted") } },
    patterns = { { "予以公开[及和、与或]部分公开" .. TAIL .. "{n}", needles = { "部分公开" } } } },
  -- 制发公文130件，其中主动公开18件、不予公开112件: documents, and no requests.
  { key = "documents.withheld", name = bilingual("不公开的文件", "documents not disclosed"), units = DOCUMENT_UNITS, ties = {},
    patterns = { { "(?:制发|制作|产生|印发)[^。；]{2,40}主动公开[^。；]{2,16}?\\K不予公开" .. TAIL .. "{n}", needles = { "不予公开" } } } },
  result("partial", "部分公开", "partly granted", "部分公开", { "partial" }),
  result("denied", "不予公开", "denied", "不予公开", DENIED),
  result("unavailable", "无法提供", "not available", "无法提供", UNAVAILABLE),
  result("not_processed", "不予处理", "not processed", "不予处理", NOT_PROCESSED),
  result("other", "其他处理", "otherwise handled", "(?:其他|其它)处理", OTHER, { "other" }),
  { key = "requests.granted", name = bilingual("予以公开", "granted"), units = CASE_UNITS,
    ties = { { cells = column("total", { "granted" }), reading = bilingual("予以公开", "granted") } },
    patterns = {
      { "(?:予以|同意)公开(?:答复)?" .. TAIL .. "{n}", needles = { "予以公开", "同意公开" }, unless = "文件|公文" },
      -- Letters of the public are answered openly, too; and 依申请公开答复 is any answer.
      { "申请[^。；]{0,80}?\\K(?<!申请)公开答复" .. TAIL .. "{n}", needles = { "公开答复" }, unless = "文件|公文|留言|信箱" },
    } },
  { key = "requests.completed", name = bilingual("办结申请", "requests completed"), units = CASE_UNITS, ties = { COMPLETED }, patterns = {
    { "(?:办结|办理完毕|办复|办毕)" .. gap(20) .. "(?:申请|依申请公开)" .. gap(10) .. "{n}",
      needles = { "办结", "办理完毕", "办复", "办毕" }, unless = OTHER_MATTERS .. "|受理" },
    { "申请[^。；]{0,40}?\\K(?:办结|办理完毕|办复|办毕)(?:了|共计?|数量?|为|申请){0,2}{n}",
      needles = { "办结", "办理完毕", "办复", "办毕" }, unless = OTHER_MATTERS },
    { "(?:办结|办理完毕)(?:了|共计?|数量?|为|申请){0,2}{n}(?=[余多]?[件宗份起][^。；0-9]{0,16}予以公开)", needles = { "予以公开" },
      unless = OTHER_MATTERS },
  } },
  { key = "requests.answered", name = bilingual("答复申请", "requests answered"), units = { "件", "宗", "份", "起", "个", "次", "件次" },
    ties = { COMPLETED,
      { cells = { "requests.results_total.total", "-requests.other.no_correction.total", "-requests.other.unpaid_fee.total",
          "-requests.other.other.total" }, reading = bilingual("（七）总计减（六）其他处理", "results total less otherwise handled") },
      { cells = { "requests.results_total.total", "-requests.other.total" },
        reading = bilingual("（七）总计减（六）其他处理", "results total less otherwise handled") } },
    patterns = {
      { "(?<!公开)(?:答复|回复)了?" .. gap(12) .. "申请(?!人)" .. gap(10) .. "{n}" .. ONE_OF_MORE, needles = { "答复", "回复" },
        unless = OTHER_MATTERS .. "|受理" },
      { "申请[^。；]{0,40}?\\K(?<!公开)(?:答复|回复)(?:了|共计?|数量?|为|申请){0,2}{n}", needles = { "答复", "回复" },
        unless = OTHER_MATTERS },
    } },
  applicant("natural_person", "自然人", "natural persons", "自然人", { "natural_person" }),
  applicant("organisations", "其他组织", "organisations", "法人[或者和及与、]{0,2}其他组织",
    { "business", "research", "nonprofit", "legal_service", "other_org" }),
  applicant("business", "商业企业", "businesses", "商业企业", { "business" }),
  applicant("research", "科研机构", "research bodies", "科研机构", { "research" }),
  applicant("nonprofit", "社会公益组织", "non-profit bodies", "社会公益组织", { "nonprofit" }),
  applicant("legal_service", "法律服务机构", "legal service bodies", "法律服务机构", { "legal_service" }),
  { key = "requests.handled", name = bilingual("办理申请", "requests handled"), units = CASE_UNITS,
    ties = { COMPLETED, NEW, { cells = NEW_AND_CARRIED, reading = BOTH } }, patterns = {
      { "办理" .. gap(16) .. "(?:公开|信息)" .. gap(8) .. "申请" .. gap(8) .. "{n}" .. ONE_OF_MORE, needles = { "办理" }, unless = OTHER_MATTERS },
    } },
  { key = "requests.received", name = bilingual("收到申请", "requests received"), units = CASE_UNITS,
    ties = { NEW, { cells = NEW_AND_CARRIED, reading = BOTH, unstated = true } },
    patterns = append(RECEIVED, RECEIVED_NONE) },

  -- Disputes ------------------------------------------------------------------------------------------------------------------
  dispute("all", "行政复议、行政诉讼", "reconsideration and suits together",
    "行政复议(?:案件)?(?:和|及|与|、|或)(?:提起)?行政诉讼", { "行政复议" }, { "reconsideration", "direct_suit", "suit_after_reconsideration" }, true),
  dispute("direct_suit", "未经复议直接起诉", "direct suits", "(?:未经复议)?直接(?:起诉|提起行政诉讼)", { "直接起诉", "直接提起" }, { "direct_suit" }),
  dispute("suit_after_reconsideration", "复议后起诉", "suits after reconsideration", "复议后(?:起诉|提起行政诉讼)", { "复议后" },
    { "suit_after_reconsideration" }),
  dispute("reconsideration", "行政复议", "reconsideration", "复议", { "复议" }, { "reconsideration" }),
  dispute("suits", "行政诉讼", "suits", "诉讼", { "诉讼" }, { "direct_suit", "suit_after_reconsideration" }),

  -- Documents -----------------------------------------------------------------------------------------------------------------
  document("normative.in_force", "规范性文件现行有效件数", "normative documents in force", {
    { "现行有效的?" .. NORMATIVE .. TAIL .. "{n}", needles = { "现行有效" } },
    { "规范性文件[^。；]{0,40}?\\K现行有效(?:件数|的)?" .. TAIL .. "{n}", needles = { "现行有效" }, unless = "规章" },
  }, "normative_documents.in_force"),
  document("normative.repealed", "规范性文件废止件数", "normative documents repealed", {
    { "废止(?:和?失效|的|了){0,2}" .. NORMATIVE .. TAIL .. "{n}", needles = { "废止" }, unless = "拟|建议" },
    { "规范性文件[^。；]{0,40}?\\K废止(?:件数|的|了)?" .. TAIL .. "{n}", needles = { "废止" }, unless = "规章|拟" },
    { "(?:未|没有|无)废止" .. gap(4) .. NORMATIVE, needles = { "废止" }, zero = true },
  }, "normative_documents.repealed"),
  document("normative.made", "规范性文件制发件数", "normative documents made", {
    { MADE .. "(?:的|了|各类)?" .. NORMATIVE .. TAIL .. "{n}", needles = { "规范性文件" },
      unless = "公开|发布|解读|转发|上级|清理|审查" },
    { "规范性文件[^，。；0-9]{0,12}?\\K" .. MADE .. "(?:件数|的|了)?" .. TAIL .. "{n}", needles = { "规范性文件" },
      unless = "规章|政策" },
    { "本年度?(?:新)?制发的?" .. NORMATIVE .. TAIL .. "{n}", needles = { "规范性文件" } },
    { NOT_MADE .. gap(4) .. "规范性文件|规范性文件" .. gap(8) .. NOT_MADE, needles = NOT_MADE_NEEDLES, zero = true },
  }, "normative_documents.made"),
  document("normative.published", "公开的规范性文件", "normative documents published", {
    { "主动公开[^。；]{0,40}?\\K(?<![、策门])(?:行政)?规范性文件" .. TAIL .. "{n}", needles = { "规范性文件" },
      unless = "刊登|解读|政策" },
    { "规章和规范性文件(?:类)?" .. TAIL .. "{n}", needles = { "规范性文件" }, unless = "刊登|解读|政策" },
  }, "normative_documents.published"),
  document("regulations.in_force", "规章现行有效件数", "regulations in force", {
    { "现行有效的?(?:政府)?" .. REGULATION .. TAIL .. "{n}", needles = { "现行有效" } },
  }, "regulations.in_force"),
  document("regulations.made", "规章制发件数", "regulations made", {
    { MADE .. "(?:的|了|修订)?(?:政府|地方政府)?" .. REGULATION .. TAIL .. "{n}", needles = { "规章" },
      unless = "公开|发布|刊登|解读|清理" },
    { NOT_MADE .. gap(2) .. "规章(?!制度)", needles = NOT_MADE_NEEDLES, zero = true },
  }, "regulations.made"),
  document("regulations.published", "公开的规章", "regulations published", {
    { "主动公开(?:的|了)?(?:政府)?" .. REGULATION .. TAIL .. "{n}", needles = { "规章" } },
  }, "regulations.published"),

  -- Decisions and money -------------------------------------------------------------------------------------------------------
  decisions("licences", "行政许可", "licences", "许可", "许可"),
  decisions("penalties", "行政处罚", "penalties", "处罚", "处罚"),
  decisions("coercion", "行政强制", "coercion", "强制", "强制"),
  { key = "information_fee", name = bilingual("信息处理费", "information processing fee"), units = { "元", "万元", "亿元" },
    ties = {}, patterns = {
      { "(?:信息处理费|信息公开处理费|信息公开费)用?" .. gap(12) .. "{n}", needles = { "处理费", "信息公开费" }, unless = "同比" },
      { "(?:未|没有?|无|不)" .. gap(14) .. "(?:收取|收费|产生|发生)" .. gap(24) .. "费用?",
        needles = { "费用", "处理费", "收费", "费情况" }, zero = true, unless = "通知书|逾期|事业性|滞纳" },
    } },
  { key = "fees.amount", name = bilingual("行政事业性收费", "administrative fees"), units = { "万元", "元", "亿元" },
    ties = { { cells = { "proactive.fees.amount" }, reading = bilingual("本年收费金额", "fees of the year") } }, patterns = {
      { "行政事业性收费(?:的|收入|金额|总额|项目)?" .. gap(8) .. "{n}", needles = { "行政事业性收费" }, unless = "减免|降低|取消|停征|非税|财政收入|预算|同比" },
    } },

  -- Items disclosed -----------------------------------------------------------------------------------------------------------
  { key = "disclosed.items", name = bilingual("主动公开政府信息", "items disclosed"), ties = {},
    units = { "条", "件", "份", "篇", "则", "条次" }, patterns = {
      { "(?<!应)(?<!其他)主动公开(?!的)" .. gap(20) .. "信息" .. SUM .. "{n}", needles = { "主动公开" },
        unless = "历年|以来|其他应|不予|公众号|官方微信" },
      { "(?<!应)(?<!依申请)(?:公开|公布|发布)(?:了|各类|本级|本单位)?政府信息" .. SUM .. "{n}",
        needles = { "政府信息" }, unless = "历年|以来|应主动公开|公众号|官方微信" },
      { "(?:信息)?主动公开(?:了|共计?|总数|数量?|为){0,2}{n}", needles = { "主动公开" }, unless = "历年|以来" },
    } },
}
