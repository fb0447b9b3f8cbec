-- Channels: platforms that both exist and do not, and consultations counted as requests.
-- Source: 条例 article 6 (accurate) and article 29 (how a request is made). OBS: 沙河口审计局, 民主镇.

local narrative = lib.narrative

-- What a platform is called, and which it contains: who says that there are no 新媒体 at all has no 公众号 either.
local kinds = {
  { name = { zh = "新媒体", en = "new media" }, words = "新媒体", holds = "新媒体|公众号|微信|微博|抖音|视频号|快手" },
  { name = { zh = "微信公众号", en = "a public account" }, words = "公众号|微信", holds = "公众号|微信" },
  { name = { zh = "微博", en = "a microblog" }, words = "微博", holds = "微博" },
  { name = { zh = "抖音号", en = "a Douyin account" }, words = "抖音", holds = "抖音" },
  { name = { zh = "门户网站", en = "a web site" }, words = "门户网站", holds = "门户网站" },
  { name = { zh = "政府公报", en = "a gazette" }, words = "政府公报", holds = "政府公报" },
}
-- 未开设……的账号 tells of one account; 未单独开设 and another body's platform leave room for what is published there.
local denied = "(?:未|没有)(?:开设|开通|建立|设立|运营|注册|创建|编印|编发|出版)"
local opened = denied .. "(?:任何|官方|政务|政府|本级|、|和|及|及其|等){0,4}(?:[^。；，的、]{0,6}[、和及]){0,3}[^。；，的、]{0,6}"
local published = "[^。；，]{0,24}(?:发布|推送|转发|更新|发文|公开|编发|刊登|发送)[^。；，0-9]{0,14}[1-9][0-9,，.]*\\s*[余多万]?\\s*(?:条|篇|期|次|件|则|个)"
local elsewhere = "上级|(?:县|区|市|省)(?:政府|里|委|融媒体)?[^。；，]{0,8}"
local closed = [[关停|注销|停用|停更|撤销|合并|新开|年底|月份?(?:起|开|正式)|月底前]]

for _, kind in ipairs(kinds) do
  kind.none = opened .. "(?:" .. kind.words .. ")"
  kind.used = "(?:" .. kind.holds .. ")" .. published
  kind.foreign = "(?:" .. elsewhere .. ")(?:" .. kind.holds .. ")"
end

--- A figure published on a platform of that kind which is the body's own, in another sentence than `denial`.
local function figure_on(report, kind, denial)
  for found in report:search(kind.used) do
    local sentence = found:sentence().text
    if sentence ~= denial and not text.test(sentence, kind.foreign) and not text.test(sentence, closed) then return found end
  end
  return nil
end

rule {
  id = "NAR-040", name = "platform-contradiction", severity = "warning",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "平台有无前后矛盾", en = "A platform that exists and does not" },
  message = {
    zh = "一处写“{none}”，另一处写“{used}”，有没有{name}前后不一致。",
    en = "The report says “{none}” and also “{used}”: whether there is {name} is not clear.",
  },
  remedy = {
    zh = "核实后只留一种说法；信息发在上级平台的，写明平台名称；年内关停的，写明时间。",
    en = "Keep the true one; where another body's platform was used, name it; where it was closed during the year, say when.",
  },
  explain = {
    zh = "写了没有开设新媒体、微信、微博等，又写在上面发布了多少条。未单独开设、借用上级平台、年内关停的不算。",
    en = "The report denies a platform and counts what was published on it. Platforms shared with another body or closed during the year are not taken.",
  },
  since = "1.1.0", tags = { "narrative", "platform" },
  check = function(report, finding)
    if not narrative.search(report, denied) then return end
    for _, kind in ipairs(kinds) do
      local none = narrative.search(report, kind.none)
      local denial = none and none:sentence().text
      local used = none and not text.test(denial, closed) and figure_on(report, kind, denial)
      if used then
        finding:fail { at = none, quotes = { used }, place = "platform", none = none, used = used, name = kind.name }
        return
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "我镇未开设政务新媒体。全年新媒体发布信息5条。" } },
      { append = { overview = "本单位没有开通微博、微信公众号。“青石发布”微信公众号推送文章12篇。" } },
      { append = { overview = "未开设新媒体，各类信息由网站发布；微信公众号发布信息16条。" } },
      { with = "公众号 微信 微博 抖音 视频号 快手", append = { overview = "我镇未开设政务新媒体。全年{}发布信息5条。" } },
      { with = "公众号 微信 微博 抖音 门户网站 政府公报", append = { overview = "我镇未开设{}。全年{}发布信息5条。" } },
    },
    passes = {
      {},
      { append = { overview = "我镇未开设政务新媒体。" } },
      { append = { overview = "未开设政务新媒体，原新媒体发布的5条信息已迁到网站。" }, why = "同一句里说清楚了" },
      { append = { overview = "未开设政务新媒体。6月注销前新媒体发布信息5条。" } },
      { append = { overview = "政务新媒体发布信息5条，微博发布3条。" } },
      { append = { overview = "未开设微博。微信公众号推送文章12篇。" }, why = "不是同一个平台" },
      { append = { overview = "镇里未开设新媒体。通过县政府新媒体发布信息5条。" }, why = "上级的平台" },
      { append = { overview = "6月注销后未开设新媒体。全年新媒体发布信息5条。" }, why = "年内关停" },
      { append = { overview = "未单独开设微信公众号。微信公众号发布信息12条。" }, why = "共用账号" },
      { append = { overview = "镇里未开设新媒体。通过上级新媒体发布信息5条。" }, why = "上级的平台" },
      {
        why = "年内关停或新开", append = { overview = "6月{}，镇里未开设新媒体。全年新媒体发布信息5条。" },
        with = "关停后 停用后 停更后 撤销后 合并后 新开前 起 底前",
      },
      { append = { overview = "至上年年底，镇里未开设新媒体。全年新媒体发布信息5条。" }, why = "后来开了" },
    },
  },
}

local asked = [[(?:电话|微信|QQ|口头|来访|当面|窗口|热线|留言)[^。；，]{0,10}$]]
local counted = {
  "(?:咨询|询问|问询)[^。；，]{0,10}(?:作为|计入|纳入|算作|列为|视为|视同|统计为|登记为)[^。；，]{0,10}申请",
  "(?:电话|微信|QQ|口头|来访|热线|留言)申请(?!人|表|渠道|方式|书)[^。；，0-9]{0,6}[1-9][0-9]*\\s*[件条次]",
}

rule {
  id = "NAR-034", name = "consultations-as-requests", severity = "info",
  clauses = { "R711.29" },
  title = { zh = "把咨询算作申请", en = "Consultations counted as requests" },
  message = {
    zh = "“{words}”：电话、微信咨询一般不是政府信息公开申请。",
    en = "“{words}”: a question by telephone or WeChat is usually not a request.",
  },
  remedy = {
    zh = "咨询另写“接受咨询×次”，不计入表三；确是申请的，写明是书面（含电子）申请。",
    en = "Count consultations apart and not in table 3; where they were requests, say that they came in writing.",
  },
  explain = {
    zh = "条例第二十九条要求申请采用书面形式（含数据电文），书面确有困难的才可以口头提出。",
    en = "Article 29 asks for writing, electronic messages included; only who cannot write may ask orally.",
  },
  since = "1.1.0", tags = { "narrative", "requests" },
  check = function(report, finding)
    for index, pattern in ipairs(counted) do
      local found = narrative.search(report, pattern)
      local who = found and text.find(found:before(16), asked)
      if found and (index == 2 or who) then
        finding:fail { at = found, place = "requests.consultations", words = (who and who.text or "") .. found.text }
        return
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "电话咨询作为申请受理5件。" } },
      { append = { overview = "把微信、电话咨询计入依申请公开申请。" } },
      { append = { overview = "收到微信申请3件、信函申请2件。" } },
    },
    passes = {
      {},
      { append = { overview = "接受电话咨询5次，收到信函申请2件。" } },
      { append = { overview = "公布电话、微信申请渠道，网络申请5件。" } },
      { append = { overview = "电话申请渠道公布3次，将法律咨询意见作为办理申请的依据。" } },
    },
  },
}
