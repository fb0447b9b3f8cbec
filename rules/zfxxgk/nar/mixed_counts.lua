-- Counts that do not belong together: refusals and requests within what was made public.
-- Source: 条例 articles 19 and 27 keep disclosure on the body's own initiative and requests apart; OBS 河东乡, 桃城镇. A total of all that
-- was made (制作、获取政府信息总数) may well be divided into 主动公开, 依申请公开 and 不予公开: that is another count.

local sums = lib.sums

rule {
  id = "NAR-013", name = "counts-mixed", severity = "warning",
  clauses = { "R711.6", "R711.50.1" },
  title = { zh = "公开的总数里混入了不予公开或申请的数", en = "Refusals or requests within a total of what was made public" },
  message = {
    zh = "“{total}”是公开的数，分项里却有“{part}”。",
    en = "“{total}” counts what was made public, yet one of its parts is “{part}”.",
  },
  remedy = {
    zh = "主动公开只数主动公开的信息；收到的申请、不予公开的件数放到“依申请公开”一段单独写。",
    en = "Count only what was made public there; give requests and refusals in the paragraph on requests.",
  },
  explain = {
    zh = "不予公开的没有公开，申请的件数也不是公开的条数，都不能算作公开总数的一部分。“制作、获取政府信息总数”按公开属性分开列的，不在此列。",
    en = "What was refused was not made public, and requests are no items: neither is a part of the total. A total of all information made, divided "
      .. "by whether it is open, is another matter.",
  },
  since = "1.1.0", tags = { "narrative", "sums" },
  applies = function(report)
    local iterate, state, start = report:breakdowns()
    return iterate(state, start) ~= nil
  end,
  check = function(report, finding)
    for breakdown in report:breakdowns() do
      local label, part = sums.stranger(breakdown)
      if label then finding:fail { at = part, quotes = { breakdown.total }, total = sums.named(breakdown.total), part = part.key and part.quote or label } end
    end
  end,
  cases = {
    fails = {
      { text = { overview = "全年公开206条，其中不予公开0条。" }, says = "“不予公开0条”" },
      { text = { overview = "全年公开206条，其中不公开文件4条。" }, says = "“不公开文件”" },
      { text = { overview = "全年公开政府信息206条，其中主动公开200条、依申请公开4条、不予公开2条。" } },
      { text = { overview = "全年主动公开政府信息206条，其中政策类203条，依申请公开3条。" } },
    },
    passes = {
      {},
      { text = { overview = "全年主动公开政府信息206条。收到申请3件，其中不予公开1件、予以公开2件。" } },
      { why = "依申请公开的也是公开的", text = { overview = "全年公开政府信息206条，其中主动公开200条、依申请公开6条。" } },
      { why = "所制作信息的总数", text = { overview = "制作、获取政府信息总数425条，其中主动公开政府信息148条，依申请公开信息数182条，不予公开信息数95条。" } },
    },
    not_applicable = { { text = { overview = "全年主动公开政府信息206条。" } } },
  },
}
