-- Persons: an applicant by name, home or illness, and names that a report does not need.
-- Source: 条例 article 15, article 20(2) (heads' names are public); 个人信息保护法 articles 6, 25, 28. Names are hidden in every output.

local persons, words = lib.persons, lib.words

local any_role = "(?:申请人|(?<![农渔牧])村民|居民)"
local roles = { "申请人", "村民", "居民" }
-- A name is one where somebody does something by it: 申请人张大明申请公开, 村民李小红不服; or where it fills in a form: 申请人：李小红。
local acts = "(?=\\s*(?:[（(][男女]|等\\d*人|(?:(?:因|就|以|于|对|书面|当面|多次|先后)[^，。；]{0,12}?)?(?:申请公开|申请获取|要求公开|提出|提交|不服|诉|申请政府信息)"
  .. "|向[^，。；]{2,20}(?:申请|提出|提交)|的(?:政府信息公开)?申请))"
local behind = "\\s*[：:]?\\s*(?<name>" .. persons.name .. ")" .. acts
local filled_in = "(?:姓名)?\\s*[：:]\\s*(?<name>" .. persons.name .. ")(?=\\s*(?:[，。；、（(]|$))"
local quick = "^(?:" .. table.concat(text.split(behind .. "|" .. filled_in, "?<name>"), "?:") .. ")"

--- The names that stand behind a word for a person. Long patterns are tried only behind such a word, and then on its sentence.
local function names_of(report)
  local names, seen = {}, {}
  for _, role in ipairs(roles) do
    for found in report:search(role) do
      local next = found:after(1)
      local likely = persons.may_begin(next) or text.contains("：: 姓", next)
      local sentence = likely and text.test(found:after(40), quick) and found:sentence()
      if sentence and not seen[sentence.text] then
        seen[sentence.text] = true
        for _, pattern in ipairs { behind, filled_in } do
          for match in sentence:search(any_role .. pattern) do names[#names + 1] = match:group("name") end
        end
      end
    end
  end
  return names
end

rule {
  id = "PRV-003", name = "applicant-named", severity = "error",
  clauses = { "R711.15", "PIPL.25" },
  title = { zh = "公开了申请人姓名", en = "An applicant is named" },
  message = {
    zh = "文中写出了申请人的姓名（{first}），共{count}处。",
    en = "The text gives an applicant's name ({first}; places: {count}).",
  },
  remedy = {
    zh = "改为“某申请人”或“申请人张某”，只写与统计有关的情况。",
    en = "Write 某申请人 or 申请人张某; say only what the figures need.",
  },
  explain = {
    zh = "谁申请过信息公开是个人信息，年度报告只要数字。姓名按姓氏和前后文辨认；张某、张某某、张*、王先生不算。输出里姓名只显示姓。",
    en = "Who asked for information is personal; the report needs figures only. Names are told by surname and context; masked ones (张某, 张*, "
      .. "王先生) pass. Output shows the surname only.",
  },
  since = "1.1.0", tags = { "privacy" },
  check = function(report, finding)
    local names = names_of(report)
    if #names == 0 then return end
    finding:fail {
      at = names[1], quotes = words.first(names, 12), mask = words.first(names, 1000), place = "applicant", first = names[1], count = #names,
    }
  end,
  cases = {
    fails = {
      { append = { overview = "申请人张大明申请公开征地补偿信息，已予公开。" }, severity = "error", expect = 1 },
      { append = { overview = "村民李小红因不服答复，提起行政复议。" } },
      { append = { other = "申请人：欧阳文静，所需信息为征地批文。" } },
      { append = { overview = "居民张大明向我镇办公室申请查阅规划。" } },
    },
    passes = {
      {},
      { append = { overview = "申请人张某某申请公开征地补偿信息，申请人王先生申请公开规划。" } },
      { append = { overview = "某申请人不服答复。申请人张*申请公开补偿方案。" } },
      { append = { overview = "方便申请人查询，申请人方便提出申请，申请人曾多次向我镇提出申请，申请人何时申请均可。" } },
      { append = { overview = "居民可向镇政府提交申请，村民黄山路改造意见提出后及时答复。" } },
      { append = { overview = "申请人满意度高，申请人江苏某公司申请公开招标信息。" } },
    },
  },
}

local home = [[(?x) (?: 申请人 | 当事人 | 村民 | 居民 | 市民 | 患者 ) [^。；]{0,30}?
  (?<private> (?: 家住 | 现住 | 住址 | 住所地? | 户籍 (?:地|所在地)? | 家庭地址 ) [^。；，]{0,30}? \d+ \s* (?: 号楼? | 室 | 单元 | 组 | 户 | 栋 | 幢 )
  (?! [^。；]{0,4} (?:文|令) ) (?: [^。；，]{0,6} (?: 号楼? | 室 | 单元 | 组 | 户 | 栋 | 幢 | 层 ) )* )]]
local illness = [[(?x) (?: 申请人 | 当事人 | 村民 | 居民 | 市民 ) [一-龥*×Xx]{0,4}? (?: 患有 | 身患 | 确诊 | 罹患 | 系 [^。；，]{0,6} 残疾 | 因患 ) [^。；，]{2,16}]]

local home_words = { "家住", "现住", "住址", "住所", "户籍", "家庭地址" }
local illness_words = { "患有", "身患", "确诊", "罹患", "残疾", "因患" }

rule {
  id = "PRV-005", name = "applicant-private-life", severity = "error",
  clauses = { "R711.15", "PIPL.25", "PIPL.28" },
  title = { zh = "公开了申请人的住址或病情", en = "An applicant's home or illness is disclosed" },
  messages = {
    default = {
      zh = "文中写出了个人的家庭住址或户籍（{first}）。",
      en = "The text gives a person's home or registered address ({first}).",
    },
    illness = {
      zh = "文中写到了个人的病情或残疾情况（{first}），请确认不会让人认出是谁。",
      en = "The text tells a person's illness or disability ({first}); make sure that nobody can be recognised by it.",
    },
  },
  remedy = {
    zh = "删去住址、户籍、病情等与统计无关的内容。",
    en = "Remove address, registration and illness: the figures do not need them.",
  },
  explain = {
    zh = "写到具体门牌的住址为错误；病情、残疾为警告，因为未必能认出是谁。机关自己的办公地址不算。",
    en = "An address down to the door is an error; illness is a warning, for the person may not be recognisable. The office's own address passes.",
  },
  since = "1.1.0", tags = { "privacy" },
  check = function(report, finding)
    for _, word in ipairs(home_words) do
      for found in report:search(word) do
        local match = found:sentence():find(home)
        if match then
          local address = match:group("private")
          finding:fail { at = address, mask = { address }, place = "home", first = address }
        end
      end
    end
    for _, word in ipairs(illness_words) do
      for found in report:search(word) do
        local match = found:sentence():find(illness)
        if match then
          finding:fail { at = match, mask = { match }, place = "illness", message = "illness", severity = "warning", first = match }
        end
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "申请人张某，家住青石镇花园小区3号楼2单元501室，申请公开拆迁信息。" }, severity = "error" },
      { append = { overview = "申请人户籍地为河川县青石村12号。" }, severity = "error" },
      {
        each = {
          overview = {
            "申请人现住青石村12号。", "申请人住址为青石村12号。", "申请人住所为青石村12号。",
            "申请人家庭地址为青石村12号。",
          },
        },
      },
      { append = { overview = "村民王某身患尿毒症，申请公开救助政策。" }, severity = "warning" },
      {
        each = {
          overview = {
            "申请人王某患有尿毒症，申请公开救助政策。", "申请人王某确诊尿毒症，申请公开救助政策。",
            "申请人王某罹患尿毒症，申请公开救助政策。", "申请人王某系肢体残疾人员，申请公开救助政策。",
            "申请人王某因患尿毒症，申请公开救助政策。",
          },
        },
      },
    },
    passes = {
      {},
      { append = { other = "联系地址：青石镇政府路16号1号楼5层，电话0351-5550126。" } },
      { append = { overview = "申请人住址等个人信息在公开前作了处理。申请人可到青石大街12号查阅。" } },
      { append = { overview = "为患者和残疾居民提供上门服务，居民健康档案不予公开。" } },
    },
  },
}

local post = "(?:镇长|乡长|区长|县长|市长|局长|主任|书记|科长|股长|所长|站长|委员)"
local leader = "(?:" .. post .. "(?<name>" .. persons.name .. ")(?=\\s*(?:同志)?\\s*(?:担任|任|[、，]))|[由、，](?<other>" .. persons.name .. ")(?=(?:同志)?担?任副?组长))"
local listed = "(?:组长|成员|联系人|经办人|联络员|信息员|工作人员)\\s*[：:]\\s*(?:" .. post .. ")?(?<name>(?!单位|全部|均|由)" .. persons.name .. ")(?=[，。、；\\s（(）)]|$)"

local labels = {}
for _, label in ipairs { "组长", "成员", "联系人", "经办人", "联络员", "信息员", "工作人员" } do
  labels[#labels + 1], labels[#labels + 2] = label .. "：", label .. ":"
end

rule {
  id = "PRV-006", name = "staff-named", severity = "info",
  clauses = { "PIPL.6" },
  title = { zh = "写出了工作人员姓名", en = "Members of the staff are named" },
  message = {
    zh = "写出了{count}个人的姓名（“{words}”等）；负责人姓名可以公开，一般工作人员没有必要写。",
    en = "Persons are named ({count}; “{words}”): heads' names are public, those of the staff are not needed.",
  },
  remedy = {
    zh = "只写职务，例如“镇长任组长，副镇长任副组长，2名专职人员负责日常工作”。",
    en = "Name the posts only, for instance 镇长任组长.",
  },
  explain = {
    zh = "机关负责人的姓名本来就是主动公开的内容，写出来不算错；经办人员的姓名与报告无关。只作提示。",
    en = "Heads' names are to be disclosed anyway and no error here; those of clerks have no place in the report. A remark only.",
  },
  since = "1.1.0", tags = { "privacy" },
  check = function(report, finding)
    local list, names = {}, {}
    if report:any(labels) then
      for found in report:search(listed) do list[#list + 1], names[#names + 1] = found, found:group("name") end
    end
    local last
    for found in report:search("组长") do
      local sentence = found:sentence()
      if sentence.text ~= last and text.test(found:before(2), [[任副?$]]) then
        last = sentence.text
        for match in sentence:search(leader) do list[#list + 1], names[#names + 1] = match, match:group("name") or match:group("other") end
      end
    end
    if #list == 0 then return end
    finding:fail {
      at = list[1], quotes = words.first(list, 12), mask = words.first(names, 1000), place = "staff", words = list[1], count = #list,
    }
  end,
  cases = {
    fails = {
      { append = { overview = "成立领导小组，镇长刘高升任组长、副镇长李惠军任副组长。" }, severity = "info", expect = 1 },
      { append = { other = "联系人：王小红，电话0351-5550126。" } },
      {
        each = {
          other = {
            "组长：王小红，已备案。", "成员：王小红，已备案。", "经办人：王小红，已备案。",
            "联络员：王小红，已备案。", "信息员：王小红，已备案。", "工作人员：王小红，已备案。",
          },
        },
      },
      { append = { overview = "成立领导小组，由刘高升任组长、李惠军担任副组长。" }, says = "由刘**" },
    },
    passes = {
      {},
      { append = { overview = "成立领导小组，镇长任组长、副镇长任副组长，明确成员。" } },
      { append = { overview = "成立由局分管领导为组长、办公室主任为副组长、各科室负责人为成员的领导小组。" } },
      { append = { overview = "调整领导小组组长、副组长和成员单位，工作人员全部参加培训，主任严格把关。" } },
    },
  },
}
