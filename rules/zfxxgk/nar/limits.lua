-- Time limits that the text calls the law's, held against the law.
-- Source: 条例 article 33 (20 working days, an extension of at most 20), article 30 (unclear requests: 7), articles 32 and 34 (third parties
-- and co-authors: 15). 15 days to answer and 15 more were the rule of 2008. A limit that a body sets itself may be shorter.

local days = "(?<days>[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\\s*个?\\s*工作日"
local C = "[^。；，、0-9一二三四五六七八九十]"
-- Only what is said of requests, and as a rule: 法定、按条例规定、应当.
local patterns = {
  "法定" .. C .. "{0,16}" .. days,
  "(?:条例|规定|应当|应在|必须|须)(?:[^。；]{0,30})(?:收到|受理|接到)[^。；，]{0,20}申请[^。；]{0,16}?" .. days .. "(?:之?内|以内)?[^。；，]{0,8}(?:答复|回复|告知)",
  "(?:收到|受理|接到)[^。；，]{0,20}申请[^。；]{0,10}(?:应当?|必须|须)[^。；]{0,12}?" .. days .. "(?:之?内|以内)?[^。；，]{0,8}(?:答复|回复|告知)",
  "(?:不(?:得)?超过|最[多长]|可以?)[^。；，]{0,8}延长" .. C .. "{0,16}" .. days,
  "延长" .. C .. "{0,10}(?:不(?:得)?超过|最[多长])" .. C .. "{0,4}" .. days,
}
local own_limit = [[承诺|压缩|缩短|提速|提前|内部|自定|本[镇乡局县区机单][^。；，]{0,6}规定|时限由|流转|转办|初审|平均|只用|仅用|比法定|热线|留言|诉求|信访|许可|审批|上网|公开栏]]

local statutory = {
  { words = "第三方|征求[^。；，]{0,8}意见", days = 15, name = { zh = "征求第三方意见", en = "asking a third party" }, clause = "第三十二条" },
  { words = "补正", days = 7, name = { zh = "告知补正", en = "asking for correction" }, clause = "第三十条" },
  { words = "", days = 20, name = { zh = "答复申请", en = "answering" }, clause = "第三十三条" },
}

--- The limit that the statute sets for what the sentence speaks of.
local function limit_of(sentence)
  for _, limit in ipairs(statutory) do
    if limit.words == "" or text.test(sentence, limit.words) then return limit end
  end
end

rule {
  id = "NAR-035", name = "wrong-time-limit", severity = "warning",
  clauses = { "R711.33", "R711.30", "R711.32" },
  title = { zh = "法定时限写错", en = "A statutory time limit is wrong" },
  message = {
    zh = "文中“{words}”，{what}的法定时限是{days}个工作日（条例{clause}）。",
    en = "The text says “{words}”; the statutory limit for {what} is {days} working days ({clause}).",
  },
  remedy = {
    zh = "写法定时限的改成条例的天数；是本机关自己承诺的时限，写明“承诺”。",
    en = "Give the statute's figure; where it is a limit the body set itself, say so.",
  },
  explain = {
    zh = "收到申请后20个工作日内答复，需要延长的最多再延长20个工作日；内容不明确的7个工作日内告知补正；征求第三方意见15个工作日。"
      .. "15个工作日答复、延长15个工作日是2008年旧条例的规定。承诺、压缩等自定的更短时限不算。",
    en = "20 working days to answer and at most 20 more; 7 to ask for correction; 15 for a third party. 15 and 15 were the rule of 2008. Shorter "
      .. "limits that a body set itself are not taken.",
  },
  since = "1.1.0", tags = { "narrative", "requests" },
  check = function(report, finding)
    if not report:contains("工作日") then return end
    for _, pattern in ipairs(patterns) do
      for found in report:search(pattern) do
        local sentence = found:sentence().text
        local limit, stated = limit_of(sentence), text.number(found:group("days").text)
        if stated and stated ~= limit.days and not text.test(sentence, own_limit) then
          finding:fail {
            at = found, place = "limit." .. stated, words = found, what = limit.name, days = limit.days, clause = limit.clause,
          }
          return
        end
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "所有申请均在法定15个工作日内答复。" } },
      { append = { overview = "按照规定，收到政府信息公开申请之日起十五个工作日内予以答复。" } },
      { append = { overview = "收到申请后应在15个工作日内答复，确需延长的，延长答复期限最长不超过15个工作日。" }, expect = 1 },
      { append = { overview = "经批准可延长15个工作日。" } },
      { append = { overview = "申请内容不明确的，按条例规定自收到申请之日起15个工作日内一次性告知补正。" } },
      { append = { overview = "征求第三方意见的，法定期限为20个工作日。" } },
    },
    passes = {
      {},
      { append = { overview = "均在法定20个工作日内答复，延长答复期限最长不超过20个工作日。" } },
      { append = { overview = "法定二十个工作日，我镇承诺15个工作日办结。" } },
      { append = { overview = "本镇规定收到申请后应在15个工作日内答复，比法定时限缩短5个工作日。" }, why = "自定的更短时限" },
      { append = { overview = "按规定书面征求第三方意见，第三方自收到征求意见书之日起15个工作日内提出意见。" } },
      { append = { overview = "申请内容不明确的，按条例规定自收到申请之日起7个工作日内告知补正。" } },
      { append = { overview = "全部在印发之日起5个工作日内上网。" }, why = "不是答复申请" },
      {
        why = "自定的时限，或者说的是别的事", append = { overview = "{}：应当自收到申请之日起15个工作日内答复。" },
        with = "承诺 压缩 缩短 提速 提前 内部 自定 本镇规定 时限由 流转 转办 初审 平均 只用 仅用 比法定 热线 留言 诉求 信访 许可 审批 上网 公开栏",
      },
      { append = { overview = "第三方提出看法的法定期限为15个工作日。" } },
      { append = { overview = "书面征求意见的法定期限为15个工作日。" } },
    },
  },
}
