-- Terms of law, 截止 and 截至, and the tone of a report to superiors: words/terms.lua. And acts of law that the body has no power to make.
-- Source: 条例 articles 14, 15 and 49 (the report is published); 立法法; general norms of writing.

local spotted = lib.spotted

rule {
  id = "TXT-052", name = "legal-term", severity = "info",
  clauses = { "HH22.text", "R711.14", "R711.15" }, ground = "local",
  title = { zh = "法律术语不规范", en = "Legal term not as in the law" },
  message = { zh = "法律用语：{words}，共{count}处。", en = "Terms of law: {words} (places: {count})." },
  remedy = { zh = "改用法律上的说法。", en = "Use the terms of the law." },
  explain = {
    zh = "国家秘密、商业秘密、行政复议案件、答复等有固定写法；“机密”只是国家秘密的一个密级。",
    en = "State secret, trade secret, reconsideration case and reply have fixed terms; 机密 is but one grade of secrecy.",
  },
  since = "1.1.0", tags = { "text", "words" },
  check = function(report, finding) spotted.fail_once(report, finding, "terms", "term", "text.terms") end,
  cases = {
    fails = spotted.wrong_alone("terms", "term", { { append = { overview = "未发生行政复议案、行政诉讼案。" }, expect = 1 } }),
    passes = spotted.right("terms", "term", { { append = { overview = "未发生行政复议案件、行政诉讼案件。" } } }),
  },
}

rule {
  id = "TXT-014", name = "until-when", severity = "info",
  clauses = { "STD.text" },
  title = { zh = "“截止”应为“截至”", en = "截止 in place of 截至" },
  message = { zh = "“{wrong}”后面带时间，应写“截至”，共{count}处。", en = "“{wrong}”: with a date behind it, 截至 is the word (places: {count})." },
  remedy = { zh = "把“截止”（“截至到”）改成“截至”。", en = "Write 截至." },
  explain = {
    zh = "“截至”后面带时间，“截止”表示停止：“截至2024年12月31日”“申请于12月31日截止”。报名、征集的截止时间不在此列。",
    en = "截至 takes a date, 截止 says that something ends. Closing dates of applications are not meant.",
  },
  since = "1.1.0", tags = { "text", "words" },
  check = function(report, finding) spotted.fail(report, finding, "terms", "until") end,
  cases = {
    fails = spotted.wrong("terms", "until"),
    passes = spotted.right("terms", "until", { { append = { overview = "截至2024年12月31日，专栏发布信息126条；征求意见于6月30日截止。" } } }),
  },
}

rule {
  id = "TXT-016", name = "tone-to-superiors", severity = "info",
  clauses = { "R711.49", "STD.text" }, ground = "practice",
  title = { zh = "用了向上级汇报的口吻", en = "Worded as a report to superiors" },
  message = { zh = "{words}是写给上级的话，年度报告是向社会公布的，共{count}处。", en = "{words} speaks to a superior, but the report is for the public (places: {count})." },
  remedy = { zh = "删去或改成面向公众的说法，例如“现予公布”。", en = "Delete it or speak to the public, for instance 现予公布." },
  explain = {
    zh = "条例第四十九条要求年度报告向社会公布，“贵办”“请审阅”“汇报如下”这类对上级说的话不合适。",
    en = "Article 49 has the report published; phrases to a superior are out of place.",
  },
  since = "1.1.0", tags = { "text", "words" },
  check = function(report, finding) spotted.fail_once(report, finding, "terms", "tone", "text.tone") end,
  cases = {
    fails = spotted.wrong_alone("terms", "tone", {
      { preamble = { "按照贵办通知要求，现将本镇2024年政府信息公开工作情况汇报如下。" }, expect = 1 },
      { append = { other = "特此报告，请审阅。" } },
      { append = { other = "以上报告如有不妥，请批示。" }, expect = 1 },
    }),
    passes = { {}, { preamble = { "现将本镇2024年政府信息公开工作年度报告向社会公布。" } }, { append = { overview = "向镇党委汇报工作4次，“富贵局”调解室向群众公开。" } } },
  },
}

rule {
  id = "TXT-034", name = "act-above-power", severity = "info",
  clauses = { "LL.93", "LL.91" },
  title = { zh = "说到了本级无权制定的法规规章", en = "Speaks of making acts that the body cannot make" },
  message = {
    zh = "“{words}”：本机关无权制定行政法规、地方性法规或规章，说“未制定”也不合适。",
    en = "“{words}”: this body makes no regulations or rules; even to say that none were made is out of place.",
  },
  remedy = { zh = "改成“行政规范性文件”，或者删去。", en = "Write 行政规范性文件, or delete it." },
  explain = {
    zh = "行政法规由国务院制定，地方性法规由人大制定，规章由部委、省、设区的市的政府制定；县级以下和部门只制发行政规范性文件。",
    en = "Regulations are made by the State Council or congresses, rules by ministries, provinces and cities with districts; others issue normative documents.",
  },
  since = "1.1.0", tags = { "text", "words" },
  applies = function(report)
    local level = report.level
    return level == "township" or level == "subdistrict" or level == "county" or level == "zone"
  end,
  check = function(report, finding)
    for _, group in ipairs(spotted.collect(report, "terms", "power")) do
      finding:fail { at = group.places[1], words = group.places[1]:before(12) .. group.places[1].text }
    end
  end,
  cases = {
    fails = {
      { append = { overview = "2024年，我镇未制定行政法规。" }, expect = 1 },
      { append = { overview = "全年没有出台地方性法规。" } },
      { with = "subdistrict county zone", level = "{}", kind = "government", append = { overview = "全年未制定行政法规。" } },
    },
    passes = {
      {}, { append = { overview = "2024年，我镇未制定行政规范性文件，没有法律、行政法规禁止公开的信息。" } },
      { append = { overview = "根据国务院制定的行政法规和上级规定编制目录。学习行政法规3次。" } },
    },
    not_applicable = { { level = "state", kind = "department" }, { level = "province" } },
  },
}
