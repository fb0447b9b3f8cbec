-- The clauses that rules cite, and those that nobody but a person can check, so that `gouji coverage` is honest.
--
-- A quotation stands only where its words were read in print; everything else is told in our words under `about`.
-- The middle part of the 2021 notice, its items （二） to （六） on each section, was not obtained: no clause here cites them.
-- `ground`: national = law, the form, arithmetic the form prints; local = a province's or county's notice; practice = what
-- good reports do. A date stands only where it was read.

local statute = {
  zh = "《中华人民共和国政府信息公开条例》",
  en = "Regulations of the People's Republic of China on Open Government Information",
}
local notice_2021 = {
  zh = "《中华人民共和国政府信息公开工作年度报告格式》",
  en = "Format of annual reports on open government information (2021)",
}
local notice_2019 = {
  zh = "《政府信息公开工作年度报告格式（试行）》",
  en = "Format of annual reports on open government information (2019, trial)",
}
local legislation_law = { zh = "《中华人民共和国立法法》", en = "Legislation Law of the People's Republic of China" }

local clauses = {}

local function add(defaults, id, article, about, check, quote)
  clauses[#clauses + 1] = {
    id = id, document = defaults.document, number = defaults.number, article = article, quote = quote or "", about = about,
    from = defaults.from, to = defaults.to, ground = defaults.ground, check = check,
  }
end

-- 条例 ------------------------------------------------------------------------------------------------------------------

local regulations = { document = statute, number = "国务院令第711号", from = "2019-05-15", ground = "national" }

local function article(id, number_zh, number_en, about, check, quote)
  add(regulations, "R711." .. id, { zh = number_zh, en = number_en }, about, check, quote)
end

article("5", "第五条", "article 5", {
  zh = "公开的原则：以公开为常态、不公开为例外，公正、公平、合法、便民。",
  en = "The principle: openness is the norm and non-disclosure the exception; just, fair, lawful, convenient.",
}, "partly", "以公开为常态、不公开为例外")
article("6", "第六条", "article 6", {
  zh = "公开的政府信息应当及时、准确；报告里的数字和说法也是公开的政府信息。",
  en = "Information made public must be timely and accurate; so must the figures and statements of the report.",
}, "partly")
article("14", "第十四条", "article 14", {
  zh = "不得公开的信息：国家秘密，法律、行政法规禁止公开的，可能危及国家安全、公共安全、经济安全、社会稳定的。表三（三）1 至 3 按此统计。",
  en = "What may not be disclosed: state secrets, what laws forbid, what may endanger security or stability. Rows （三）1 to 3 of table 3.",
}, "partly")
article("15", "第十五条", "article 15", {
  zh = "涉及商业秘密、个人隐私，会损害第三方合法权益的信息不得公开，另有规定的除外。表三（三）4 按此统计；报告本身也不得泄露个人信息。",
  en = "Trade secrets and privacy of third parties. Row （三）4 of table 3; the report itself must not disclose them either.",
}, "partly")
article("17", "第十七条", "article 17", {
  zh = "公开前要审查：能不能公开、有没有涉密或者涉及个人隐私的内容。",
  en = "Information is reviewed before it is made public: secrets, privacy.",
}, "partly")
article("24", "第二十四条", "article 24", {
  zh = "公开平台应当具备检索、查阅、下载等功能：公开的文字和链接要能用。",
  en = "The platform offers search, reading and download: what is published must be usable.",
}, "partly")
article("name", "名称和文号", "name and order number", {
  zh = "全称《中华人民共和国政府信息公开条例》，2019年修订后以国务院令第711号公布；2007年的第492号令已经修订。",
  en = "Its full name; the text revised in 2019 is State Council order no. 711, that of 2007 was no. 492.",
}, "automated")
article("29", "第二十九条", "article 29", {
  zh = "申请应当采用包括信件、数据电文在内的书面形式；书面确有困难的，可以口头提出，由工作机构代为填写。",
  en = "Requests are made in writing, letters and electronic messages included; who cannot write may ask orally, and the office fills in the form.",
}, "partly")
article("30", "第三十条", "article 30", {
  zh = "申请内容不明确的，自收到申请之日起7个工作日内一次性告知补正；无正当理由逾期不补正的，视为放弃申请。表三（四）3 和（六）1 按此区分。",
  en = "An unclear request is returned for correction within 7 working days; not corrected in time without reason it counts as given up. Tells row "
    .. "（四）3 of table 3 from （六）1.",
}, "partly")
article("32", "第三十二条", "article 32", {
  zh = "公开会损害第三方合法权益的，书面征求第三方意见，第三方自收到征求意见书之日起15个工作日内提出意见。",
  en = "Third parties are asked in writing and answer within 15 working days.",
}, "partly")
article("33", "第三十三条", "article 33", {
  zh = "能够当场答复的当场答复；不能的自收到申请之日起20个工作日内答复；需要延长的，延长最长不超过20个工作日。",
  en = "Answered on the spot or within 20 working days; an extension is at most 20 working days.",
}, "partly")
article("42", "第四十二条", "article 42", {
  zh = "提供政府信息不收取费用；申请的数量、频次明显超过合理范围的，可以收取信息处理费。",
  en = "Providing information is free; a processing fee may be charged only where requests clearly exceed a reasonable extent.",
}, "partly")
article("46", "第四十六条", "article 46", {
  zh = "各级人民政府应当建立健全工作考核、社会评议和责任追究制度，并定期考核、评议。",
  en = "Governments at every level set up appraisal, public evaluation and accountability for this work, and carry them out regularly.",
}, "partly")
article("47", "第四十七条", "article 47", {
  zh = "主管部门加强日常指导和监督检查，对未按要求开展工作的，可以责令整改、通报批评、提出处理建议。",
  en = "The competent department supervises, and may order correction, criticise in a circular and propose sanctions.",
}, "person")
article("49", "第四十九条", "article 49", {
  zh = "县级以上人民政府部门在每年1月31日前向主管部门提交并公布上一年度的年度报告；县级以上地方人民政府在每年3月31日前公布。乡镇未列明，以当地通知为准。",
  en = "Departments at county level and above submit and publish last year's report by 31 January, local governments at county level and "
    .. "above by 31 March. Townships are not named: local notices set their date.",
}, "partly")
article("50", "第五十条", "article 50", {
  zh = "年度报告应当包括五项内容；全国主管部门公布统一格式，并适时更新。",
  en = "What the annual report must contain: five items; the national department publishes the uniform format.",
}, "automated")
article("50.1", "第五十条第（一）项", "article 50(1)", {
  zh = "主动公开政府信息的情况。",
  en = "Information disclosed on the body's own initiative.",
}, "partly")
article("50.2", "第五十条第（二）项", "article 50(2)", {
  zh = "收到和处理政府信息公开申请的情况。",
  en = "Requests received and how they were handled.",
}, "partly")
article("50.3", "第五十条第（三）项", "article 50(3)", {
  zh = "因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
  en = "Administrative reconsiderations and lawsuits over this work.",
}, "partly")
article("50.4", "第五十条第（四）项（主要问题及改进情况）", "article 50(4), problems and improvement", {
  zh = "工作存在的主要问题及改进情况。",
  en = "The main problems of the work and what was done about them.",
}, "partly")
article("50.4.results", "第五十条第（四）项（三项结果）", "article 50(4), the three results", {
  zh = "各级人民政府（含乡镇，不含部门；街道办事处是派出机关）的报告还应当包括三项结果。",
  en = "Reports of governments at every level (townships too, departments not; a subdistrict office is an agency) also give three results.",
}, "partly", "工作考核、社会评议和责任追究结果情况")
article("50.5", "第五十条第（五）项", "article 50(5)", {
  zh = "其他需要报告的事项。",
  en = "Other matters to be reported.",
}, "partly")

-- 2021 年格式 -----------------------------------------------------------------------------------------------------------

local form_2021 = { document = notice_2021, number = "国办公开办函〔2021〕30号", from = "2021-09-26", ground = "national" }

local function format(id, place_zh, place_en, about, check, quote)
  add(form_2021, "F21." .. id, { zh = place_zh, en = place_en }, about, check, quote)
end

format("opening", "引言", "opening", {
  zh = "年度报告是法定制度安排，该有的内容不能少，无关的内容不要写。",
  en = "The report is a statutory duty: nothing required may be missing, and nothing beside the point belongs in it.",
}, "partly", "不能遗漏，也不宜泛化")
format("overview", "（一）总体情况", "(1) overview", {
  zh = "总体情况概述贯彻落实条例的情况，主要是主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面；政府还要写三项结果。",
  en = "Section one sums up five aspects: disclosure on own initiative, requests, information management, platform, supervision; "
    .. "governments add the three results.",
}, "partly", "主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障")
format("name", "标题和文号", "title and number", {
  zh = "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》，2021年度起的报告用它。",
  en = "The notice that issued the present form, for reports of 2021 and later.",
}, "automated")
format("duty", "正文末项“明确责任”", "closing item on responsibility", {
  zh = "分管负责人是第一责任人；不按时、不准确、不全面、雷同、敷衍，造成不良影响的，依条例第四十七条追责。",
  en = "The leader in charge answers for the report; late, inaccurate, incomplete, copied or perfunctory reports have consequences under article 47.",
}, "partly", "不按时发布、发布内容不准确不全面或者内容雷同、敷衍塞责")
format("form.sections", "格式附件：六个部分的标题", "form: the six section titles", {
  zh = "六个部分的名称和顺序：总体情况；主动公开政府信息情况；收到和处理政府信息公开申请情况；政府信息公开行政复议、行政诉讼情况；存在的主要问题及改进情况；其他需要报告的事项。",
  en = "Names and order of the six sections.",
}, "automated")
format("form.proactive", "格式附件：第二部分表格（表二）", "form: table of section two (table 2)", {
  zh = "六行：规章、行政规范性文件、行政许可、行政处罚、行政强制、行政事业性收费（万元），分列在第二十条第（一）（五）（六）（八）项下。",
  en = "Six rows: rules, normative documents, licences, penalties, coercive measures, administrative fees (in 10,000 yuan).",
}, "partly")
format("form.requests", "格式附件：第三部分表格（表三）", "form: table of section three (table 3)", {
  zh = "二十五行、七列：每行各类申请人之和等于总计，每列（一）至（六）各项之和等于（七）总计。",
  en = "Twenty-five rows and seven columns: kinds of applicants add up to the row's total, results （一） to （六） to （七）.",
}, "partly")
format("form.requests.note", "格式附件：表三左上角的注", "form: the note in table 3's corner", {
  zh = "每一列：第一项 + 第二项 = 第三项 + 第四项。",
  en = "In every column: item one plus item two equals item three plus item four.",
}, "automated", "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和")
format("form.disputes", "格式附件：第四部分表格（表四）", "form: table of section four (table 4)", {
  zh = "一行十五个数：行政复议、未经复议直接起诉、复议后起诉三组，每组四种结果之和等于总计。",
  en = "Fifteen numbers in one row: three groups, in each of which four outcomes add up to the total.",
}, "partly")
format("form.problems", "格式附件：第五部分", "form: section five", {
  zh = "存在的主要问题及改进情况：既写问题，也写改进。",
  en = "Section five: the main problems, and what is done about them.",
}, "partly")
format("form.other", "格式附件：第六部分", "form: section six", {
  zh = "其他需要报告的事项。",
  en = "Section six: other matters to be reported.",
}, "partly")

-- 2019 年格式（2019、2020 两个年度的报告） ---------------------------------------------------------------------------------

local form_2019 = {
  document = notice_2019, number = "国办公开办函〔2019〕60号", to = "2021-09-25", ground = "national",
}

local function trial(id, place_zh, place_en, about, check)
  add(form_2019, "F19." .. id, { zh = place_zh, en = place_en }, about, check)
end

trial("form.sections", "格式附件：六个部分的标题", "form: the six section titles", {
  zh = "六个部分的名称和顺序，与2021年格式相同。",
  en = "Names and order of the six sections, the same as in 2021.",
}, "automated")
trial("form.proactive", "格式附件：第二部分表格（表二）", "form: table of section two (table 2)", {
  zh = "八行，列为新制作、新公开、对外公开总数量，或上一年项目数量、本年增/减、处理决定数量；另有政府集中采购。",
  en = "Eight rows with other columns than in 2021; the change may be negative; procurement has its own row.",
}, "automated")
trial("form.requests", "格式附件：第三部分表格（表三）", "form: table of section three (table 3)", {
  zh = "二十三行、七列：（六）其他处理只有一行，其余与2021年格式相同。",
  en = "Twenty-three rows and seven columns: （六） is one row, the rest as in 2021.",
}, "automated")
trial("form.disputes", "格式附件：第四部分表格（表四）", "form: table of section four (table 4)", {
  zh = "一行十五个数，与2021年格式相同。",
  en = "Fifteen numbers in one row, the same as in 2021.",
}, "automated")

trial("name", "标题和文号", "title and number", {
  zh = "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》，只用于2019、2020两个年度。",
  en = "The notice that issued the trial form, for the reports of 2019 and 2020 only.",
}, "automated")

-- 收费 ------------------------------------------------------------------------------------------------------------------

local fee = {
  document = { zh = "《政府信息公开信息处理费管理办法》", en = "Measures on the information processing fee" },
  number = "国办函〔2020〕109号", from = "2020-11-17", ground = "national",
}
add(fee, "FEE.1", { zh = "第一条至第三条", en = "articles 1-3" }, {
  zh = "信息处理费是对数量、频次明显超过合理范围的申请收取的费用。",
  en = "What the fee is: a charge on requests that clearly exceed a reasonable number or frequency.",
}, "partly")
add(fee, "FEE.4", { zh = "第四条、第五条", en = "articles 4-5" }, {
  zh = "按件或按量计收，不能并用；各档标准使每笔金额都是10元的整数倍。",
  en = "Charged by piece or by page, never both; under the tariff every amount is a multiple of ten yuan.",
}, "partly")

-- 行政复议 ---------------------------------------------------------------------------------------------------------------

add({
  document = { zh = "《中华人民共和国行政复议法》", en = "Administrative Reconsideration Law of the People's Republic of China" },
  number = "2023年修订", from = "2024-01-01", ground = "national",
}, "ARL.23", { zh = "第二十三条第一款第（四）项", en = "article 23(4)" }, {
  zh = "申请政府信息公开，行政机关不予公开的，应当先申请行政复议，对复议决定不服再提起行政诉讼。",
  en = "Against a refusal to disclose, reconsideration comes first and a lawsuit only after it.",
}, "partly")

-- 个人信息 ---------------------------------------------------------------------------------------------------------------

local privacy = {
  document = { zh = "《中华人民共和国个人信息保护法》", en = "Personal Information Protection Law" },
  number = "2021年通过", from = "2021-11-01", ground = "national",
}
add(privacy, "PIPL.6", { zh = "第六条", en = "article 6" }, {
  zh = "收集、使用个人信息限于实现目的的最小范围。",
  en = "Personal information is handled to the smallest extent that the purpose needs.",
}, "partly")
add(privacy, "PIPL.25", { zh = "第二十五条", en = "article 25" }, {
  zh = "不得公开所处理的个人信息，取得个人单独同意的除外。",
  en = "Personal information is not made public without the person's separate consent.",
}, "partly")
add(privacy, "PIPL.28", { zh = "第二十八条", en = "article 28" }, {
  zh = "身份、医疗健康、金融账户、行踪等敏感个人信息，只有确有必要并严格保护才可处理。",
  en = "Sensitive information (identity, health, accounts, whereabouts) needs a strict purpose and strict protection.",
}, "partly")

-- 立法权限 ---------------------------------------------------------------------------------------------------------------

local power = { document = legislation_law, number = "2023年修正", from = "2023-03-13", ground = "national" }
add(power, "LL.91", { zh = "第九十一条", en = "article 91" }, {
  zh = "部门规章由国务院各部委、中国人民银行、审计署、有行政管理职能的直属机构和法律规定的机构制定；地方部门无权制定规章。",
  en = "Departmental rules are made by ministries and agencies of the State Council; local departments make none.",
}, "automated")
add(power, "LL.93", { zh = "第九十三条", en = "article 93" }, {
  zh = "地方政府规章由省、自治区、直辖市和设区的市、自治州的人民政府制定；县、乡镇、街道、开发区无权制定规章。",
  en = "Local government rules are made by the governments of provinces and of cities with districts; counties, townships, "
    .. "subdistricts and zones make none.",
}, "automated")

-- 地方通知 ---------------------------------------------------------------------------------------------------------------

local function local_notice(id, document, number, from, about, check, quote)
  add({ document = document, number = number, from = from, ground = "local" }, id, { zh = "要求", en = "requirements" },
    about, check, quote)
end

local_notice("CQ19", { zh = "重庆市政府办公厅关于2019年度报告的通知", en = "Chongqing notice on the 2019 reports" }, "", nil, {
  zh = "严格按格式编制；县级报告汇总本级政府和各编制主体的数据。",
  en = "Keep to the form; a county's report adds up its own and its units' figures.",
}, "partly", "严禁擅自删减报告事项和填报虚假数据")
local_notice("HH22", { zh = "怀化市政务公开办关于2021年度报告的通知", en = "Huaihua notice on the 2021 reports" }, "", nil, {
  zh = "应报尽报、真实客观、内容全面、格式规范、数据精确、文字严谨。",
  en = "Complete, true, in the right form, with exact figures and careful wording.",
}, "partly", "数据精确")
local_notice("HH22.text", { zh = "怀化市政务公开办关于2021年度报告的通知", en = "Huaihua notice on the 2021 reports" }, "", nil, {
  zh = "年度报告的文字要严谨：没有错别字、语病和标点错误。",
  en = "Careful wording: no misspellings, broken sentences or wrong punctuation.",
}, "automated", "文字严谨")
local_notice("GZ24", { zh = "固镇县年度报告部署会（2024年1月）", en = "Guzhen county briefing of January 2024" }, "", nil, {
  zh = "问题要分析透，措施要逐条对应，不敷衍、不照抄。",
  en = "Problems are analysed in depth and answered one by one; nothing perfunctory, nothing copied.",
}, "partly")
local_notice("WW25", { zh = "武威市政府办关于2025年度报告的通知", en = "Wuwei notice on the 2025 reports" }, "武政办发〔2025〕54号", "2025-12-19", {
  zh = "总体情况原则上一千字以内，主动公开、依申请公开、规范性文件都要写明数量，并与表格一致。",
  en = "Section one within about 1,000 characters; figures for disclosure, requests and normative documents, agreeing with the tables.",
}, "partly")

-- 通行做法 ---------------------------------------------------------------------------------------------------------------

local customary = { zh = "年度报告编制惯例", en = "customary practice of annual reports" }

local function practice(id, document, number, article_zh, article_en, about, check)
  add({ document = document, number = number, ground = "practice" }, id,
    { zh = article_zh, en = article_en }, about, check)
end

practice("PRACTICE.fee", customary, "", "第六部分说明信息处理费", "stating the processing fee in section six", {
  zh = "每年在第六部分说明信息处理费收取情况，没有收取也写一句；多个省份有此要求，全国性条款未见原文。",
  en = "Section six states the year's processing fee, also when it is zero; several provinces require it, a national text was not read.",
}, "automated")
practice("PRACTICE.period", customary, "", "开头说明统计期限", "stating the period of the figures", {
  zh = "报告开头写明数据的统计期限，自本年度1月1日起至12月31日止。",
  en = "The report says which period its figures cover: 1 January to 31 December of its year.",
}, "automated")
practice("PRACTICE.plausible", customary, "", "发布前核对少见的数字", "checking unusual figures before publishing", {
  zh = "数字本身不违反格式，但对这类机关来说很少见的，发布前与台账核对一次。",
  en = "Figures that break no rule but are rare for such a body are checked with the register once before publishing.",
}, "partly")
practice("PRACTICE.term", customary, "", "用语与条例一致", "the statute's term", {
  zh = "条例和报告格式都称“政府信息公开”；报告正文以这一用语为主。",
  en = "Statute and form say 政府信息公开, and reports do so too.",
}, "automated")
practice("PRACTICE.wording", customary, "", "用语准确得体", "exact and suitable wording", {
  zh = "报告向社会公布：所指清楚，主体准确，问题写得具体客观。",
  en = "The report is published: it is clear what and who is meant, and problems are concrete and objective.",
}, "partly")
practice("PRACTICE.preamble", customary, "", "前言列出各部分", "a preamble that lists the parts", {
  zh = "前言写明报告由哪几个部分组成的，个数和名称与正文一致。",
  en = "Where a preamble says of which parts the report consists, number and names are those of the body.",
}, "automated")
practice("PRACTICE.date", customary, "", "写明成文或者发布日期", "dating the report", {
  zh = "报告末尾或者网页上写明日期，可以看出是否按时公布。",
  en = "The report or its page bears a date, which shows that it was published in time.",
}, "automated")
practice("PRACTICE.roster", customary, "", "应报单位名册和截止日期", "the roster of units and their deadlines", {
  zh = "汇总机关列出应当报送的单位和截止日期；条例没有列明的乡镇、街道等，以名册和当地通知为准。",
  en = "The office that collects lists who must report and until when; for townships, which the regulation does not name, the roster and local notices decide.",
}, "automated")
practice("PRACTICE.ranking", customary, "", "汇总时通报总体情况", "an account of all units when reports are collected", {
  zh = "汇总机关说明多少单位按时报送、问题集中在哪些单位，据此安排整改的先后。",
  en = "The office that collects says how many units were in time and which have the most to mend, and begins there.",
}, "automated")
practice("PRACTICE.contact", customary, "", "写明联系方式", "giving a contact", {
  zh = "写明公众对报告有疑问时的联系部门、地址和办公电话。",
  en = "The report says whom to ask: office, address, telephone.",
}, "automated")
practice("PRACTICE.file", customary, "", "文件名与标题一致", "a file name that agrees with the title", {
  zh = "文件名里的年度和机关与标题一致，归档和上传时不会弄错。",
  en = "Year and body in the file's name are those of the title, so that nothing is filed or uploaded wrongly.",
}, "automated")
practice("PRACTICE.tool", { zh = "本工具的使用说明", en = "this tool's manual" }, "", "机关层级和统计范围", "level and scope", {
  zh = "有些要求因机关层级和统计范围而异，识别不出时应当告诉本工具。",
  en = "Some duties depend on level and scope; where they cannot be told from the report, the tool must be told.",
}, "automated")
practice("PRACTICE.change", customary, "", "数据有大的变化时说明原因", "saying why a figure changed a great deal", {
  zh = "主动公开数量等与上年相差很大的，报告用一句话说明原因，免得读的人以为有误。",
  en = "Where a figure differs a great deal from last year the report says why in a sentence, so that readers do not take it for a mistake.",
}, "automated")
practice("PRACTICE.followup", customary, "", "交代上年问题的整改", "saying what came of last year's problems", {
  zh = "第五部分的“改进情况”先交代上年报告所列问题改得怎么样，再写今年的问题和措施；条例只说“改进情况”，没有明说是上年的。",
  en = "Section five first says what became of the problems that last year's report named; the statute speaks of improvement only, not of last year.",
}, "automated")
practice("DG11", { zh = "2011年4月6日媒体报道", en = "press of 6 April 2011" }, "", "三年报告雷同被曝光的先例", "a body whose three reports were identical", {
  zh = "沿用上年稿子而未更新，会被公众看出来（东莞市统计局）。",
  en = "Last year's text left unrevised is noticed by the public (a statistics bureau in Dongguan).",
}, "partly")
practice("STD.numbers", { zh = "出版物上数字用法", en = "Writing numbers in publications" }, "GB/T 15835", "数字用法", "use of numerals", {
  zh = "表格里的数用半角阿拉伯数字，不带单位和说明。",
  en = "Figures in tables are plain Arabic digits without units or remarks.",
}, "automated")
practice("STD.text", { zh = "标点符号用法、公文格式", en = "Punctuation; layout of official documents" }, "GB/T 15834、GB/T 9704", "标点和格式",
  "punctuation and layout", {
    zh = "标点、层次序号和标题写法的一般规范。",
    en = "General norms for punctuation, numbering and titles.",
  }, "partly")

-- What no program can see, clause by clause: registers, files, what was published elsewhere, and when.
local for_a_person = {
  ["R711.5"] = { zh = "该公开的是不是都公开了", en = "whether all that should be public is" },
  ["R711.6"] = { zh = "数字和说法与台账、事实是否一致", en = "whether figures and statements agree with the registers and the facts" },
  ["R711.14"] = { zh = "不予公开的每一件有没有依据，报告有没有涉密内容", en = "the ground of each refusal, and that the report holds no secrets" },
  ["R711.15"] = { zh = "第三方权益的判断是否恰当，报告有没有泄露商业秘密和隐私", en = "how third parties' rights were weighed, and that the report discloses none of their secrets" },
  ["R711.17"] = { zh = "发布前是否审查过，谁审查的", en = "that somebody reviewed the report, and who" },
  ["R711.24"] = { zh = "网页能否打开、检索、下载，附件是否完整", en = "that the page opens, can be searched and downloaded, and its attachments are whole" },
  ["R711.29"] = { zh = "计为申请的是不是书面申请，咨询有没有另计", en = "that what was counted were written requests, and questions were not" },
  ["R711.30"] = { zh = "每一件补正是否在7个工作日内一次告知", en = "that each correction was asked for once, within 7 working days" },
  ["R711.32"] = { zh = "该征求第三方意见的是否都书面征求了", en = "that third parties were asked in writing where they had to be" },
  ["R711.33"] = { zh = "每一件是否在20个工作日内答复，延期的是否告知", en = "that each request was answered within 20 working days, or the extension announced" },
  ["R711.42"] = { zh = "收费的申请是否明显超过合理范围", en = "that requests charged for clearly exceeded a reasonable extent" },
  ["R711.46"] = { zh = "考核、评议、追责是否确有其事，结果是否如实", en = "that appraisal, evaluation and accountability took place, with the results given" },
  ["R711.47"] = { zh = "上级有没有责令整改、通报，报告有没有交代", en = "whether the supervising department ordered corrections, and the report says so" },
  ["R711.49"] = { zh = "是否在1月31日（政府3月31日）前提交并公布，公布在哪里", en = "that it was submitted and published by 31 January (governments: 31 March), and where" },
  ["R711.50.1"] = { zh = "公开的数量与平台上的是否一致", en = "that what was published is on the platform, in that number" },
  ["R711.50.2"] = { zh = "申请的件数与登记台账是否一致，结果有没有归错类", en = "that requests agree with the register, and results stand in the right rows" },
  ["R711.50.3"] = { zh = "案件与法律文书是否一致，有没有漏报", en = "that cases agree with the decisions and judgments, and none is left out" },
  ["R711.50.4"] = { zh = "问题是不是本机关真实的、主要的问题，改进做了没有", en = "that the problems are the body's real and main ones, and the improvement took place" },
  ["R711.50.4.results"] = { zh = "三项结果是否属实", en = "that the three results are true" },
  ["R711.50.5"] = { zh = "有没有该报告而没有写的事项", en = "whether any matter that should be reported is left out" },
  ["F21.opening"] = { zh = "内容有没有遗漏，有没有无关的内容", en = "that nothing is left out and nothing is beside the point" },
  ["F21.overview"] = { zh = "五个方面写的是不是实际做法", en = "that the five aspects tell what was done" },
  ["F21.duty"] = { zh = "分管负责人是否审定，是否按时、全面", en = "that the official in charge approved it, in time and in full" },
  ["F21.form.proactive"] = { zh = "各行数字与文件、许可、处罚台账和财务数是否一致", en = "that the rows agree with the registers of documents and decisions, and with the accounts" },
  ["F21.form.requests"] = { zh = "各格数字与申请登记台账是否一致", en = "that the cells agree with the register of requests" },
  ["F21.form.disputes"] = { zh = "各格数字与复议、诉讼案件台账是否一致", en = "that the cells agree with the register of cases" },
  ["F21.form.problems"] = { zh = "问题和改进是否真实、具体", en = "that problems and improvement are real and concrete" },
  ["F21.form.other"] = { zh = "当地要求在这一部分报告的事项是否写了", en = "what local notices want in this section" },
  ["FEE.1"] = { zh = "收费的件数、金额与票据是否一致", en = "that the fee's number and amount agree with the receipts" },
  ["FEE.4"] = { zh = "每一笔的计收方式和标准是否正确", en = "how each fee was computed" },
  ["ARL.23"] = { zh = "直接起诉的案件是否属于不予公开，应当先复议", en = "whether suits filed directly are over refusals, where reconsideration comes first" },
  ["PIPL.6"] = { zh = "写到的个人信息是否必要", en = "that personal data in the report are needed" },
  ["PIPL.25"] = { zh = "写到个人的，是否取得同意", en = "that persons named agreed" },
  ["PIPL.28"] = { zh = "有没有敏感个人信息", en = "that no sensitive personal data are told in other words" },
  ["CQ19"] = { zh = "应当汇总的编制主体是否都汇总了", en = "that all bodies that had to be added up were" },
  ["HH22"] = { zh = "是否应报尽报、真实", en = "that the report is complete and true" },
  ["GZ24"] = { zh = "问题分析得透不透，措施能不能落实", en = "that problems are analysed and measures can be carried out" },
  ["WW25"] = { zh = "各项数量的统计口径是否正确", en = "that each quantity was counted as the notice wants" },
  ["PRACTICE.plausible"] = { zh = "少见的数字与台账是否一致", en = "that unusual figures agree with the register" },
  ["PRACTICE.wording"] = { zh = "用语是否得体", en = "that the wording is suitable" },
  ["DG11"] = { zh = "内容是不是本年的情况", en = "that the text is about this year" },
  ["STD.text"] = { zh = "词表以外的语病和错字", en = "slips of writing that no list holds" },
}
for _, clause in ipairs(clauses) do clause.person = for_a_person[clause.id] end

return clauses
