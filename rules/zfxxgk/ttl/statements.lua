-- What reports say of themselves at their beginning: which days the figures cover, whom to ask.
-- Source: practice of annual reports (about six in ten state their period, most give a contact).

local narrative = lib.narrative

local period = [[(?x) \d{1,2} \s* 月 \s* \d{1,2} \s* 日? [^。；]{0,16} (?: 至 | 到 | — | - | － | ~ | ～ ) [^。；]{0,8} 12 \s* 月 \s* 31 \s* 日
  | 统计 (?:的)? (?: 期限 | 时限 | 时间 | 区间 | 周期 | 期间 ) | 数据 (?:的)? (?: 期限 | 时限 )]]

rule {
  id = "TTL-011", name = "no-period", severity = "warning",
  clauses = { "PRACTICE.period" },
  title = { zh = "没有说明统计期限", en = "The period of the figures is not stated" },
  message = {
    zh = "报告没有说明数据的统计期限。",
    en = "The report does not say which period its figures cover.",
  },
  remedy = {
    zh = "在开头写一句，例如“本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止”。",
    en = "Say it at the beginning: 本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止.",
  },
  explain = {
    zh = "全文任何地方写有“1月1日至12月31日”或者“统计期限”的都算；期限写错由 TTL-012 检查。",
    en = "1月1日至12月31日 or 统计期限 anywhere in the text is enough; TTL-012 checks whether the period is right.",
  },
  since = "1.1.0", tags = { "period" },
  check = function(report, finding)
    if not narrative.search(report, period) then
      finding:fail { at = report, place = "period", year = report.year or "某" }
    end
  end,
  cases = {
    fails = {
      { replace = { { "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。", "" } }, severity = "warning" },
      { text = { overview = "2024年，我镇于1月1日开始检查，12月31日结束。" } },
      { markdown = "# 青石镇人民政府政府信息公开工作年度报告\n\n## 一、总体情况\n\n我镇公开信息。\n" },
    },
    passes = {
      {},
      { text = { overview = "2024年1月1日至12月31日，我镇主动公开政府信息126条。" } },
      { each = { overview = { "本报告的统计期限为2024年度。", "数据时限为2024年度。", "数据的期限为2024年度。" } } },
    },
  },
}

local labels = { "联系电话", "咨询电话", "联系地址", "电子邮箱", "邮政编码", "邮编", "邮箱：", "地址：", "电话：", "电话:", "联系方式：" }
local number = [[电话(?:号码)?\s*[为是]?\s*[（(]?\s*[0-9]|-[0-9]{7,8}]]

rule {
  id = "TTL-017", name = "no-contact", severity = "info",
  clauses = { "PRACTICE.contact" },
  title = { zh = "没有联系方式", en = "No contact is given" },
  message = {
    zh = "报告没有写联系电话、地址或者邮箱。",
    en = "The report gives no telephone, address or mailbox.",
  },
  remedy = {
    zh = "在开头写一句，例如“如有疑问，请与（办公室）联系，电话（区号-号码）”。",
    en = "Say whom to ask, with the office's telephone.",
  },
  explain = {
    zh = "公众看了报告有疑问，应当知道问谁。用办公电话，不用个人手机。网页页脚有联系方式的可以不改。只作提示。",
    en = "Readers should know whom to ask; an office's number, no private mobile. Where the page's footer gives it, leave the report. A remark only.",
  },
  since = "1.1.0", tags = { "structure" },
  check = function(report, finding)
    if not (report:any(labels) or narrative.search(report, number)) then finding:fail { at = report, place = "contact" } end
  end,
  cases = {
    fails = {
      { replace = { { "如有疑问，请与青石镇人民政府办公室联系，地址：青石大街1号。", "" } }, severity = "info" },
      { text = { overview = "接受电话咨询5次，地址信息不予公开。" } },
    },
    passes = {
      {},
      { text = { overview = "联系地址：青石镇政府路1号。" } },
      { text = { overview = "请与镇办公室联系（0351-5550126）。" } },
      {
        each = {
          overview = {
            "联系电话见网页。", "咨询电话见网页。", "联系地址见网页。", "电子邮箱见网页。", "邮政编码030000。", "邮编030000。", "邮箱：qszzf。", "地址：青石大街。", "电话：见网页。",
            "电话:见网页。", "联系方式：见网页。", "电话为03515550126。", "请与镇办公室联系（0351-5550126）。",
          },
        },
      },
    },
  },
}
