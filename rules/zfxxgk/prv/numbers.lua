-- Numbers that belong to a person: identity numbers, bank cards, mobile telephones, private mail.
-- Source: 条例 article 15; 个人信息保护法 articles 25 and 28. The values are hidden in every output (mask).

local persons, words = lib.persons, lib.words

--- Runs of digits of these lengths that stand alone, with what `test` makes of them and of the character behind.
local function collect(report, least, most, test)
  local list = {}
  for run in report:digit_runs(least) do
    local kind = run.chars <= most and not text.test(run:before(1), "[A-Za-z.-]") and test(run, run:after(1))
    if kind then list[#list + 1] = { quote = run, kind = kind } end
  end
  return list
end

--- One finding for all numbers of a kind: the first is the place, all of them are hidden.
local function fail(finding, list, kind, values)
  local quotes = {}
  for _, entry in ipairs(list) do
    if entry.kind == kind then quotes[#quotes + 1] = entry.quote end
  end
  if #quotes == 0 then return end
  values.at, values.quotes, values.mask = quotes[1], words.first(quotes, 12), words.first(quotes, 1000)
  values.first, values.count = quotes[1], #quotes
  finding:fail(values)
end

local says_identity = [[身份证|公民身份号码|证件号]]

rule {
  id = "PRV-001", name = "identity-number", severity = "error",
  clauses = { "R711.15", "PIPL.25", "PIPL.28" },
  title = { zh = "公开了身份证号", en = "An identity number is disclosed" },
  messages = {
    default = {
      zh = "文中有身份证号（{first}），共{count}处。",
      en = "The text holds an identity number ({first}; places: {count}).",
    },
    unsure = {
      zh = "“身份证”旁边有一个像身份证号的号码（{first}），共{count}处；校验位不对或是15位旧号，请核对。",
      en = "A number beside 身份证 looks like an identity number ({first}; places: {count}): its check digit is wrong, or it is of the old kind.",
    },
  },
  remedy = {
    zh = "发布前删去，确需保留的只留前后几位，例如“140***********001X”；已经发布的立即更换文件。",
    en = "Remove it before publishing, or keep only its ends; where it is published already, replace the file at once.",
  },
  explain = {
    zh = "18位号码按GB 11643核对地区码、出生日期和校验位，三样都对才算，统一社会信用代码不会误报；打了星号的不算。"
      .. "校验位不对的号码和15位旧号，旁边写着“身份证”的为警告。输出里只显示号码的头尾。",
    en = "18 digits count when region, day of birth and the check digit of GB 11643 are right, so a credit code is never taken; masked numbers "
      .. "pass. A number with a wrong check digit or of the old 15 digits is a warning where 身份证 stands beside it. Output shows its ends only.",
  },
  since = "1.1.0", tags = { "privacy" },
  check = function(report, finding)
    local list = collect(report, 15, 18, function(found, next)
      local whole = found.chars == 17 and text.test(next, "^[Xx]$") and found.text .. next or found.text
      if persons.is_identity_number(whole) then return "sure" end
      if #whole ~= 18 and not persons.could_be_old_number(whole) then return nil end
      return text.test(found:before(20), says_identity) and "unsure" or nil
    end)
    fail(finding, list, "sure", { place = "identity-number" })
    fail(finding, list, "unsure", { place = "identity-number.unsure", message = "unsure", severity = "warning" })
  end,
  cases = {
    fails = {
      { append = { overview = "申请人身份证号11010519491231002X，已答复。" }, severity = "error" },
      { append = { other = "联系人证件440524198001010013。" }, severity = "error", expect = 1 },
      { append = { overview = "登记身份证号码110105491231002。" }, severity = "warning" },
      {
        each = {
          overview = {
            "登记公民身份号码110105491231002。", "登记证件号110105491231002。",
          },
        },
      },
      { append = { overview = "登记身份证号码110105194912310021。" }, severity = "warning", why = "校验位不对" },
    },
    passes = {
      {},
      { append = { overview = "申请人身份证号110105********002X，已答复。" } },
      { append = { overview = "统一社会信用代码911101057109332018。" }, why = "统一社会信用代码" },
      { append = { overview = "索引号110105194912310021，流水号110105491231002。" }, why = "校验位不对，也没有说是身份证" },
      { append = { overview = "项目代码110105194913310022，登记身份证号123456789012345。" }, why = "没有13月，地区码不对" },
    },
  },
}

local says_bank = [[银行|信用社|卡号|账号|帐号|开户|户名]]

rule {
  id = "PRV-002", name = "bank-card", severity = "error",
  clauses = { "R711.15", "PIPL.25", "PIPL.28" },
  title = { zh = "公开了银行卡号", en = "A bank card number is disclosed" },
  messages = {
    default = {
      zh = "文中有银行卡号（{first}），共{count}处。",
      en = "The text holds a bank card number ({first}; places: {count}).",
    },
    unsure = {
      zh = "文中有一个像银行卡号的号码（{first}），共{count}处，请核对。",
      en = "The text holds a number that looks like a bank card's ({first}; places: {count}); please check.",
    },
  },
  remedy = {
    zh = "删去个人的银行卡号；收费账户是单位账户的，写明户名和开户行。",
    en = "Remove a person's card number; for an office's own account give its holder and bank.",
  },
  explain = {
    zh = "16至19位、能通过校验（Luhn）的号码，前后文说到银行、账号的为错误；没有说到、但以银联卡的62开头的为警告。编号、索引号、文号、身份证号不算。",
    en = "16 to 19 digits that pass Luhn's check: an error where bank or account is spoken of, a warning where not but the number begins "
      .. "with 62 as UnionPay cards do. Serial, index and identity numbers are not taken.",
  },
  since = "1.1.0", tags = { "privacy" },
  check = function(report, finding)
    local list = collect(report, 16, 19, function(found, next)
      if text.test(next, "^[Xx]$") then return nil end
      local number = found.text
      if not persons.is_card_number(number) or persons.is_identity_number(number) then return nil end
      if text.test(found:before(20), says_bank) then return "sure" end
      if text.test(found:before(8), [[编号|索引|文号|代码|流水|单号|身份证]]) then return nil end
      return text.starts(number, "62") and (#number == 16 or #number == 19) and "unsure" or nil
    end)
    fail(finding, list, "sure", { place = "bank-card" })
    fail(finding, list, "unsure", { place = "bank-card.unsure", message = "unsure", severity = "warning" })
  end,
  cases = {
    fails = {
      { append = { other = "补贴发放至农业银行卡6228480402564890018。" }, severity = "error" },
      { append = { other = "退款账号：4000056655665556。" }, severity = "error" },
      {
        each = {
          other = {
            "信用社存折4000056655665556。", "卡号4000056655665556。", "帐号4000056655665556。", "开户登记4000056655665556。",
            "户名李某，4000056655665556。",
          },
        },
      },
      { append = { other = "登记号码6200000000000005，已核对。" }, severity = "warning" },
      { append = { other = "登记号码6228480402564890018，已核对。" }, severity = "warning" },
    },
    passes = {
      {},
      { append = { other = "农业银行卡622848*********0018，已核对。" } },
      { append = { other = "农业银行账号6228480402564890011。" }, why = "通不过校验" },
      {
        each = {
          other = {
            "编号6228480402564890018。", "索引6228480402564890018。", "文号6228480402564890018。", "代码6228480402564890018。",
            "流水6228480402564890018。", "单号6228480402564890018。", "身份证6228480402564890018。",
          },
        },
      },
      { append = { other = "登记号码62000000000000042。" }, why = "17位" },
      { append = { other = "登记号码4000056655665556。" }, why = "没有说到银行，也不是62开头" },
    },
  },
}

rule {
  id = "PRV-004", name = "private-contact", severity = "warning",
  clauses = { "PIPL.6", "PIPL.25" },
  title = { zh = "公开了个人手机或个人邮箱", en = "A private telephone or mailbox is given" },
  messages = {
    default = {
      zh = "文中有手机号码（{first}），共{count}处。",
      en = "The text gives a mobile number ({first}; places: {count}).",
    },
    mail = {
      zh = "联系邮箱是用QQ号或手机号注册的（{first}），像是个人邮箱。",
      en = "The mailbox ({first}) is made of a QQ or telephone number and seems to be private.",
    },
  },
  remedy = {
    zh = "改用办公电话和单位邮箱；确是单位公用的手机，可以保留并写明用途。",
    en = "Give the office's telephone and mailbox; a mobile that the office itself uses may stay, with its purpose.",
  },
  explain = {
    zh = "公布联系方式用办公电话和单位邮箱就够了，个人手机会让个人受打扰。手机号码为警告，数字开头的个人邮箱为提示；座机和单位名义的邮箱不算。",
    en = "An office's telephone and mailbox are enough. A mobile number is a warning, a mailbox made of digits a remark; landlines and mailboxes "
      .. "in the office's name pass.",
  },
  since = "1.1.0", tags = { "privacy" },
  check = function(report, finding)
    local list = collect(report, 11, 11, function(found, next)
      return text.test(found.text, "^1[3-9]") and not text.test(next, "^[A-Za-z@]") and "sure" or nil
    end)
    fail(finding, list, "sure", { place = "mobile" })
    local mail = {}
    for found in report:search("[0-9]{5,11}@[A-Za-z0-9.-]{3,30}") do
      if not text.test(found:before(1), "[A-Za-z._-]") then mail[#mail + 1] = { quote = found, kind = "mail" } end
    end
    fail(finding, mail, "mail", { place = "mailbox", message = "mail", severity = "info" })
  end,
  cases = {
    fails = {
      { append = { other = "联系电话：13812345678。" }, severity = "warning" },
      { append = { other = "电子邮箱：123456789@qq.com。" }, severity = "info" },
      { append = { other = "联系人13812345678、15912345678，邮箱13812345678@163.com。" }, expect = 2 },
    },
    passes = {
      {},
      { append = { other = "联系电话：0351-5550126，传真0351-13812345。" } },
      { append = { other = "手机138****5678，邮箱qszzf@163.com。" } },
      { append = { other = "流水号138123456789012。" } },
    },
  },
}
