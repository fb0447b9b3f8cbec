-- The statute and other laws as cited: order number, name, article.
-- Source: the cited texts themselves (条例: State Council order 711 of 2019; articles 49 and 50 on annual reports).

local laws, narrative = lib.laws, lib.narrative

-- An order's number, and the statute's name before or behind it.
local numbered = [[^\s*第?\s*([0-9]{1,4})\s*号]]
local named_before = [[(?:政府信息公开条例|《条例)[》〉>]?[^。；《]{0,16}$]]
local named_behind = [[^\s*第?\s*[0-9]{1,4}\s*号令?[^。；《]{0,8}《(?:中华人民共和国)?政府信息公开条例]]

--- Wrong order numbers given for the statute, the old one among them: { quote, written, number }.
local function orders(report)
  local list = {}
  for _, words in ipairs { "国务院令", "国令", "国务院第" } do
    for quote in report:search(words) do
      local number = text.find((words == "国务院第" and "第" or "") .. quote:after(8), numbered)
      if number and number[1] ~= laws.order and (text.test(quote:before(32), named_before) or text.test(quote:after(40), named_behind)) then
        list[#list + 1] = { quote = quote, written = quote.text .. text.find(quote:after(8), [[^[^号]*号]]).text, number = number[1] }
      end
    end
  end
  return list
end

local of_the_past = [[旧|原|废止|失效|修订前|修改前|2007|2008]]

rule {
  id = "REF-001", name = "statute-order-number", severity = "error",
  clauses = { "R711.name" },
  title = { zh = "条例文号错误", en = "The statute's order number is wrong" },
  messages = {
    default = {
      zh = "“{citation}”：政府信息公开条例的文号是国务院令第711号，不是第{number}号。",
      en = "“{citation}”: the statute is State Council order no. 711, not no. {number}.",
    },
    old = {
      zh = "“{citation}”：第492号令是2007年的文本，2019年修订后的条例是国务院令第711号。",
      en = "“{citation}”: order no. 492 is the text of 2007; the text revised in 2019 is order no. 711.",
    },
  },
  remedy = {
    zh = "改为“《中华人民共和国政府信息公开条例》（国务院令第711号）”。",
    en = "Write 《中华人民共和国政府信息公开条例》（国务院令第711号）.",
  },
  explain = {
    zh = "看写在政府信息公开条例名称前后的国务院令号。句子说明是旧条例、已经修订或者废止的，第492号令不算错。别的条例的文号不看。",
    en = "The order number before or behind the statute's name. Where the sentence says that the old text is meant, no. 492 is right. Orders of "
      .. "other regulations are not looked at.",
  },
  since = "1.1.0", tags = { "citation" },
  check = function(report, finding)
    for _, order in ipairs(orders(report)) do
      local old = order.number == laws.old_order
      if not (old and text.test(order.quote:sentence().text, of_the_past)) then
        finding:fail { at = order.quote, citation = order.written, number = order.number, message = old and "old" or nil }
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "根据《中华人民共和国政府信息公开条例》（国务院令第771号）编制。" }, severity = "error", expect = 1 },
      { append = { overview = "按照国务院令第717号《政府信息公开条例》的要求开展工作。" } },
      { append = { overview = "根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。" } },
      { append = { overview = "严格执行《条例》（国令第71号）。" } },
      { append = { overview = "按照国务院第717号令《政府信息公开条例》的要求开展工作。" } },
    },
    passes = {
      {},
      { append = { overview = "根据《中华人民共和国政府信息公开条例》（国令第711号，以下简称《条例》）编制。" } },
      { append = { overview = "按照国务院令第711号《中华人民共和国政府信息公开条例》办理。" } },
      {
        each = {
          overview = {
            "旧版《政府信息公开条例》（国务院令第492号）有过类似要求。",
            "原《政府信息公开条例》（国务院令第492号）有过类似要求。",
            "已经废止的《政府信息公开条例》（国务院令第492号）有过类似要求。",
            "已经失效的《政府信息公开条例》（国务院令第492号）有过类似要求。",
            "修订前的《政府信息公开条例》（国务院令第492号）有过类似要求。",
            "修改前的《政府信息公开条例》（国务院令第492号）有过类似要求。",
            "2007年的《政府信息公开条例》（国务院令第492号）有过类似要求。",
            "2008年施行的《政府信息公开条例》（国务院令第492号）有过类似要求。",
          },
        },
      },
      { append = { overview = "落实《政府信息公开条例》和《保障农民工工资支付条例》（国务院令第724号）。" } },
    },
  },
}

local full_name = "中华人民共和国政府信息公开条例"

rule {
  id = "REF-002", name = "law-misnamed", severity = "warning",
  clauses = { "R711.name" },
  title = { zh = "法规名称错误", en = "A law is misnamed" },
  messages = {
    default = {
      zh = "“{written}”：没有这个名称的法规，应为{right}。",
      en = "“{written}”: no law has this name; it is {right}.",
    },
    short = {
      zh = "全文只写了简称“《政府信息公开条例》”，没有写过全称。",
      en = "Only the short name 《政府信息公开条例》 is used, never the full one.",
    },
  },
  remedy = {
    zh = "改为{right}；后面要用简称的，写“（以下简称《条例》）”。",
    en = "Write {right}; where a short name is wanted later, say （以下简称《条例》）.",
  },
  explain = {
    zh = "按常见的误写清单检查条例、信息处理费管理办法和保守国家秘密、个人信息保护、行政复议、行政诉讼等法律的名称。各省自己的条例和办法不算。"
      .. "只用条例简称的，仅作提示。",
    en = "Against a list of wrong names that were met: the statute, the fee measures, the laws on secrets, personal information, reconsideration "
      .. "and litigation. A province's own rules are not taken. A short name alone is a remark.",
  },
  since = "1.1.0", tags = { "citation" },
  check = function(report, finding)
    for _, entry in ipairs(laws.misnamed) do
      for _, name in ipairs(report:any(entry.names) and entry.names or {}) do
        for found in report:search(name) do
          if not text.test(found:before(1), "[省市区州县盟]$") then finding:fail { at = found, written = found, right = entry.right } end
        end
      end
    end
    local short = report:contains("《政府信息公开条例》")
    if short and not report:contains(full_name) then
      finding:fail { at = short, message = "short", severity = "info", right = "《" .. full_name .. "》" }
    end
  end,
  cases = {
    fails = {
      { append = { overview = "认真学习《中华人民共和国信息公开条例》。" }, severity = "warning", expect = 1 },
      { append = { overview = "按照政府信息条例的要求及时公开。" } },
      { append = { overview = "贯彻《中华人民共和国政务公开条例》，做好公开工作。" } },
      { append = { overview = "学习《中华人民共和国保密法》和《公民个人信息保护法》。" }, expect = 2 },
      { append = { other = "依据《政府信息公开处理费管理办法》，未收取费用。" } },
      { replace = { { "《中华人民共和国政府信息公开条例》", "《政府信息公开条例》" } }, severity = "info" },
    },
    passes = {
      {},
      { append = { overview = "按照《河北省政务公开条例》和《福建省政府信息公开办法》开展工作。" } },
      { append = { overview = "《中华人民共和国政府信息公开条例》（以下简称《条例》）实施以来，《政府信息公开条例》宣传不断。" } },
      { append = { overview = "落实《保密法》《个人信息保护法》《行政复议法实施条例》的要求。" } },
    },
  },
}

local article = [[(?x) 条例 》? (?: [（(] [^）)]{0,30} [）)] )? 的? 第 (?! 四十九条 | 五十条 ) (?<number> [一二三四五六七八九十百]{1,5} | \d{1,2} ) 条
  (?: (?! 办法》 | 规定》 | 四十九条 | 五十条 ) [^。；] ){0,30}? (?: 年度报告 | 年报 )]]

rule {
  id = "REF-007", name = "wrong-article", severity = "warning",
  clauses = { "R711.49", "R711.50" },
  title = { zh = "条款引用错误", en = "The wrong article is cited" },
  message = {
    zh = "“{citation}”：现行条例规定年度报告的是第四十九条和第五十条，不是第{number}条。",
    en = "“{citation}”: annual reports are articles 49 and 50 of the statute in force, not article {number}.",
  },
  remedy = {
    zh = "改为第四十九条（时间）或者第五十条（内容）；旧条例的条号不要沿用。",
    en = "Cite article 49 (when) or 50 (what); article numbers of the old text do not hold.",
  },
  explain = {
    zh = "2007年条例的年度报告在第三十一、三十二条，2019年修订后改为第四十九、五十条。只看同一句里说到年度报告的条号；"
      .. "同时引用第四十九条或第五十条的不算。",
    en = "The text of 2007 had annual reports in articles 31 and 32, the present one has them in 49 and 50. Only sentences about annual reports, "
      .. "and none that also cites 49 or 50.",
  },
  since = "1.1.0", tags = { "citation" },
  check = function(report, finding)
    for found in report:search(article) do
      if not narrative.matches(found:sentence().text, { [[第(?:四十九|五十|49|50)条]] }) then
        finding:fail { at = found, citation = found, number = found:group("number") }
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "根据《中华人民共和国政府信息公开条例》第三十二条规定，编制本年度报告。" } },
      { append = { overview = "《条例》第31条要求各单位公布年报。" } },
    },
    passes = {
      {},
      { append = { overview = "根据《中华人民共和国政府信息公开条例》第五十条规定，编制本年度报告。" } },
      { append = { overview = "按照《条例》第四条、第四十九条的规定公布年度报告。" } },
      { append = { overview = "按照《条例》第二十条的规定公开规划计划。年度报告按时公布。" } },
      { append = { overview = "按照《条例》和《某省政府信息公开规定》第三十条编制年度报告。" } },
    },
  },
}
