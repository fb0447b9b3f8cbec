-- Links and addresses in the text: whole, not empty, open to the public.
-- Source: 条例 article 24 (the platform offers search, reading and download).

local words = lib.words

--- One finding for all matches of a pattern that is tried only where one of the literals stands.
local function fail(report, literals, pattern, finding, values)
  if not report:any(literals) then return end
  local list = {}
  for found in report:search(pattern) do list[#list + 1] = found end
  if #list == 0 then return end
  values.at, values.quotes, values.first, values.count = list[1], words.first(list, 5), list[1], #list
  finding:fail(values)
end

local malformed = [[(?xi) \b h t t p s? (?: // | /: | ：/ | :/ (?!/) | :(?! /) | ： | ;// | :// (?= \s | [，。；、）)] | $ ) | ://\s+ (?= [a-z] ) ) [^\s，。；）)]{0,40}
  | \b (?: htpp | htttp | hhtp | htp | ttp | httpp ) s? :? // [^\s，。；）)]{0,40} | \b w{3} [,，。、] [a-z0-9] [^\s，；）)]{0,30}
  | \b (?: ww | wwww ) \. [a-z0-9.\-]{3,40}
  | [a-z0-9\-] \. (?: gov | org | com | edu ) [,，。、] \s* cn \b | [a-z0-9\-] \. gov \. (?: c | con | cm | nc | ch ) \b | [a-z0-9\-] \. govcn \b
  | \b www \. [a-z0-9\-]+ (?= \s* [，。；）)] | $ )]]

local link_words = { "tp", "TP", "ww", "WW", "gov" }

rule {
  id = "FMT-010", name = "malformed-link", severity = "warning",
  clauses = { "R711.24" },
  title = { zh = "链接格式错误", en = "A malformed link" },
  message = {
    zh = "网址“{first}”写法不对，打不开（共{count}处）。",
    en = "The address “{first}” is malformed and leads nowhere (places: {count}).",
  },
  remedy = {
    zh = "改成完整的网址，例如“https://www.某地.gov.cn”，并点开核对。",
    en = "Write the whole address, such as https://www.….gov.cn, and open it.",
  },
  explain = {
    zh = "少冒号、斜杠，用了全角标点，域名不完整，后缀写错。只看写法，不联网。",
    en = "Missing colon or slash, full-width marks, an incomplete domain, a wrong ending. Only the writing is judged; nothing is fetched.",
  },
  since = "1.1.0", tags = { "link" },
  check = function(report, finding)
    fail(report, link_words, malformed, finding, { place = "link" })
  end,
  cases = {
    fails = {
      { append = { other = "可在http//www.qingshi.gov.cn下载。" }, severity = "warning" },
      { append = { other = "网址：https：//www.qingshi.gov.cn。" } },
      { append = { other = "网址：http:/www.qingshi.gov.cn，www。qingshi.gov.cn。" }, expect = 1 },
      { append = { other = "见www.qingshi.gov.con和www.qingshi。" } },
      {
        each = {
          other = {
            "见htpp://qingshi.gov.cn。", "见http//qingshi.com。", "见HTTP//QINGSHI.COM。", "见WWW，qingshi.com。", "见www。qingshi.com。", "见ww.qingshi.com。",
            "见qingshi.gov，cn。", "见qingshi.gov.con。", "见qingshi.govcn。", "见www.qingshi。",
          },
        },
      },
    },
    passes = {
      {},
      { append = { other = "可在https://www.qingshi.gov.cn/zwgk/zfxxgk/下载。" } },
      { append = { other = "见（www.qingshi.gov.cn）和http://qs.gov.cn:8080/a?b=c。" } },
      { append = { other = "网址qingshi.gov.cn，邮箱qszzf@qingshi.gov.cn。" } },
    },
  },
}

local empty = [[(?x) (?: [一-龥”》] ) [（(] (?: [ ]? | (?: 网址 | 地址 | 电话 | 邮箱 | 邮编 | 链接 | 联系电话 | 联系人 ) \s* [：:] \s* ) [）)]
  | (?: 网址 | 联系电话 | 电话 | 邮编 | 电子邮箱 | 邮箱 | 联系地址 ) \s* [：:] \s* (?= [，。；,;）)] ) | 《 \s* 》 | “ \s* ”]]

local empty_words = { "（）", "()", "（ ）", "( )", "《》", "“”", "：）", ":)", ":）", "：)", "：，", "：。", "：；", ":，", ":。", ":；" }

rule {
  id = "FMT-012", name = "empty-brackets", severity = "warning",
  clauses = { "R711.24", "HH22" },
  title = { zh = "空链接或空括号", en = "An empty link or bracket" },
  message = {
    zh = "“{first}”里面没有内容，共{count}处，多半是网址或文字丢了。",
    en = "“{first}” is empty (places: {count}); an address or words were probably lost.",
  },
  remedy = {
    zh = "补上网址或文字；没有要写的，连括号一起删去。",
    en = "Fill it in, or remove the brackets.",
  },
  explain = {
    zh = "空的（）、“”、《》，以及“电话：”“网址：”后面什么都没有。从网页复制到文档时链接常会这样丢失。模板的空格由 NAR-025 检查。",
    en = "Empty （）, “” and 《》, and 电话： or 网址： with nothing behind. Copying from a page often loses links so. Blanks of a template are NAR-025's.",
  },
  since = "1.1.0", tags = { "link" },
  check = function(report, finding)
    fail(report, empty_words, empty, finding, { place = "empty" })
  end,
  cases = {
    fails = {
      { append = { other = "电子版可在县政府网站下载（）。" }, severity = "warning" },
      { append = { other = "在门户网站(网址：)公布，电话：，邮编：。" }, expect = 1 },
      {
        each = {
          overview = {
            "可在网站下载()。", "可在网站下载（ ）。", "可在网站下载( )。", "印发《》，做好公开。",
            "围绕“”，做好公开。", "网站（网址：）公布。", "网站(网址:)公布。", "网站（网址:）公布。",
            "网站(地址：)公布。", "电话：，欢迎来电。", "邮编：。", "邮箱：；电话见网页。", "电话:，欢迎来电。",
            "邮编:。", "邮箱:；电话见网页。",
          },
        },
      },
    },
    passes = {
      {},
      { append = { other = "电子版可在县政府网站下载（www.qingshi.gov.cn），电话：0351-5550126。" } },
      { append = { overview = "函数f()不算，（一）主动公开，《条例》“公开”。" } },
    },
  },
}

local backstage = [[(?xi) cmsadmin [^\s，。；）)]{0,40} | [a-z0-9./:\-]{4,60} / (?: admin | manager? | backend | houtai | login ) (?: /|\.) [^\s，。；）)]{0,40}
  | \b (?: localhost | 127\.0\.0\.1 | 192\.168\.\d{1,3}\.\d{1,3}
    | 10\.\d{1,3}\.\d{1,3}\.\d{1,3} | 172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3} ) \b [^\s，。；）)]{0,40}
  | file:/// [^\s，。；）)]{0,60} | \b [c-f]:\\ [^\s，。；）)]{2,60}]]

local backstage_words = { "cmsadmin", "/admin", "/manage", "/backend", "/houtai", "/login", "localhost", "127.0.", "192.168.", "//10.", "//172.", "file:",
  ":\\" }

rule {
  id = "FMT-022", name = "backstage-address", severity = "warning",
  clauses = { "R711.17", "R711.24" },
  title = { zh = "后台地址泄露", en = "An address from behind the scenes" },
  message = {
    zh = "文中有后台或内网地址“{first}”，共{count}处。",
    en = "The text gives an address of an administration page or internal network, “{first}” (places: {count}).",
  },
  remedy = {
    zh = "删去，换成公众能打开的网址。",
    en = "Remove it, or give the public address.",
  },
  explain = {
    zh = "网站后台（cmsadmin、/admin/、/login）、内网地址（192.168、10.、127.0.0.1）和本机文件路径（C:\\、file:///）公众打不开，还会暴露系统情况。",
    en = "Administration pages (cmsadmin, /admin/, /login), internal addresses and paths on somebody's computer are closed to readers and tell strangers "
      .. "about the system.",
  },
  since = "1.1.0", tags = { "link" },
  check = function(report, finding)
    fail(report, backstage_words, backstage, finding, { place = "backstage" })
  end,
  cases = {
    fails = {
      { append = { other = "详见http://www.qingshi.gov.cn/cms/cmsadmin/main.jsp。" }, severity = "warning" },
      { append = { other = "见http://192.168.1.20:8080/report，或C:\\Users\\lihong\\年报.docx。" }, expect = 1 },
      {
        each = {
          other = {
            "附件：http://www.qingshi.gov.cn/admin/upload/a.pdf", "附件：http://www.qingshi.gov.cn/manage/upload/a.pdf",
            "附件：http://www.qingshi.gov.cn/manager/upload/a.pdf", "附件：http://www.qingshi.gov.cn/backend/upload/a.pdf",
            "附件：http://www.qingshi.gov.cn/houtai/upload/a.pdf", "附件：http://www.qingshi.gov.cn/login/upload/a.pdf",
            "见http://localhost/a。", "见http://127.0.0.1/a。", "见http://192.168.1.2/a。", "见http://10.1.2.3/a。",
            "见http://172.16.1.2/a。", "见file:///home/li/a.docx。", "见D:\\年报\\a.docx。",
          },
        },
      },
    },
    passes = {
      {},
      { append = { other = "详见http://www.qingshi.gov.cn/cms/html/zwgk/。" } },
      { append = { other = "版本10.2.1，编号172.1，占比10.5%，c:类信息3条。" } },
    },
  },
}
