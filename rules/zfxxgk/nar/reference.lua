-- Who and what is meant: one request or several, government or party.
-- Source: what good reports do; 条例 article 4 (who is in charge of this work). OBS: 万木镇.

local narrative = lib.narrative

local one = [[(?:这一|此)(?:件|项)?(?:政府信息公开)?申请(?!人|表|书|渠道)|该(?:件|项)(?:政府信息公开)?申请(?!人|表|书|渠道)|(?<!应)该申请(?!人|表|书|渠道)]]
local several = [[[^。；]*?(?:收到|受理|接到|新收|接收)[^。；，]{0,24}?(?<count>[0-9０-９]{1,4})\s*[件宗份][\s\S]*]]
local single = [=[[1一]\s*[件宗份项]]=]

rule {
  id = "NAR-042", name = "one-or-several", severity = "info",
  clauses = { "PRACTICE.wording" },
  title = { zh = "前后所指数量不一致", en = "One or several" },
  message = {
    zh = "前面写{count}件，后面说“{words}”，不知指哪一件。",
    en = "{count} requests before, then “{words}”: it is not clear which one is meant.",
  },
  remedy = {
    zh = "写明是哪一件，或改为“上述申请”。",
    en = "Say which one, or write “these requests”.",
  },
  explain = {
    zh = "同一段里先写收到两件以上，再用“这一申请”“该申请”，又没有说其中1件的，作提示。",
    en = "A paragraph that counts two or more and goes on with “this request”, none of them singled out, is remarked on.",
  },
  since = "1.1.0", tags = { "narrative", "wording" },
  check = function(report, finding)
    for found in report:search(one) do
      local before = found:before(120)
      local match = text.find(before, several)
      local count = match and text.number(match[1])
      if count and count > 1 and not text.test(before, single) then
        finding:fail { at = found, place = "reference", count = count, words = found }
        return
      end
    end
  end,
  cases = {
    fails = {
      { append = { overview = "收到政府信息公开申请2件，对这一申请按期作了答复。" } },
      { append = { overview = "全年受理申请3件。该申请已全部办结。" } },
      { append = { overview = "收到政府信息公开申请2件，对该件申请按期作了答复。" } },
    },
    passes = {
      {},
      { append = { overview = "收到申请1件，该申请按期答复。" } },
      { append = { overview = "收到申请１件，该申请按期答复。" } },
      { append = { overview = "收到申请2件，其中1件涉及第三方，该件申请延期答复。" } },
      { append = { overview = "收到申请2件，该申请人另行咨询1次。" } },
      { append = { overview = "收到申请2件，均应该申请延期。" } },
    },
  },
}

local party = [[(?:纪委|纪检监察(?:组|室|机构|部门)?|纪工委|组织部|统战部|政法委)(?:负责)?(?:对[^。；，]{0,12})?(?:负责|进行|予以)?(?:审批|审核|批准|决定|答复|受理|办理)[^。；，]{0,12}(?:公开|发布|申请|信息)]]

rule {
  id = "NAR-043", name = "party-body-in-charge", severity = "info",
  clauses = { "PRACTICE.wording" },
  title = { zh = "党的机构写成了办理主体", en = "A party body is named as the one in charge" },
  message = {
    zh = "“{words}”：政府信息公开由本机关的工作机构办理，党的机构一般只作监督。",
    en = "“{words}”: the body's own office is in charge of this work; party bodies usually supervise only.",
  },
  remedy = {
    zh = "写明由哪个工作机构（如党政办公室）审批、答复；纪委的职责写“监督”。",
    en = "Name the office that approves and answers; let the discipline body supervise.",
  },
  explain = {
    zh = "条例第四条要求各机关指定政府信息公开工作机构。“纪委监督”是常见的写法，不算。",
    en = "Article 4 has each body name an office for this work. Supervision by a discipline body is usual and not taken.",
  },
  since = "1.1.0", tags = { "narrative", "wording" },
  check = function(report, finding)
    local found = narrative.search(report, party)
    if found then finding:fail { at = found, place = "party", words = found } end
  end,
  cases = {
    fails = {
      { append = { overview = "镇纪委负责审批公开事项。" } },
      { append = { overview = "由组织部审核发布的信息。" } },
    },
    passes = {
      {},
      { append = { overview = "镇纪委承担监督检查及责任追究职责，对政务公开全过程进行监督。" } },
      { append = { overview = "由乡纪委每季度检查一次公开栏。" } },
    },
  },
}
