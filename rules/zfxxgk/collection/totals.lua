-- The county's own report against the sum of its units: every figure of tables 2 to 4.
-- Source: CQ19 (the county's report adds up its own figures and its units'); arithmetic.

local rollup = lib.rollup

rule {
  id = "COL-003", name = "total-differs-from-units", severity = "error",
  clauses = { "CQ19" },
  title = { zh = "汇总数不等于各单位之和", en = "The total is not the sum of the units" },
  messages = {
    default = {
      zh = "{figure}：汇总报告填{total}，各单位之和是{sum}，{difference}{others}。",
      en = "{figure}: the total is {total}, the units add up to {sum}, {difference}{others}.",
    },
    left_out = {
      zh = "{figure}：汇总报告填{total}，各单位之和是{sum}，差的正好是{unit}的数，可能漏加了它{others}。",
      en = "{figure}: the total is {total}, the units add up to {sum}; the difference is just {unit}'s figure, which may have been left out{others}.",
    },
    twice = {
      zh = "{figure}：汇总报告填{total}，各单位之和是{sum}，多出的正好是{unit}的数，可能加了两次{others}。",
      en = "{figure}: the total is {total}, the units add up to {sum}; the surplus is just {unit}'s figure, which may have been added twice{others}.",
    },
    rounded = {
      zh = "{figure}：汇总报告填{total}，各单位之和是{sum}，{difference}，四舍五入以后相等{others}。",
      en = "{figure}: the total is {total}, the units add up to {sum}, {difference}: rounded, they are the same{others}.",
    },
    whole_left_out = {
      zh = "汇总数有{count}格不等于各单位之和，差的每一格都正好是{unit}的数：汇总时漏加了这个单位。",
      en = "{count} figures of the total are not the units' sums, and every difference is just {unit}'s figure: this unit was left out.",
    },
    whole_twice = {
      zh = "汇总数有{count}格不等于各单位之和，多出的每一格都正好是{unit}的数：汇总时把这个单位加了两次。",
      en = "{count} figures of the total are not the units' sums, and every surplus is just {unit}'s figure: this unit was added twice.",
    },
    open = {
      zh = "汇总数有{count}格比已知各单位之和大，但{absent}的数不全（没有报送、报了几份、没有填或者没有读准），补齐以后才能判断。",
      en = "{count} figures of the total exceed the sum of what is known, but {absent} lack figures, so nothing can be said yet.",
    },
    open_one = {
      zh = "汇总数有{count}格比已知各单位之和大，只缺{absent}的数；差额应当就是它的数。",
      en = "{count} figures of the total exceed the sum of what is known; only {absent} lacks figures, so the differences should be its own.",
    },
  },
  remedy = {
    zh = "缺数的先补齐，再对照各单位的报告重新汇总，改正汇总报告；错在某个单位的，先改那个单位的报告。不计入汇总的单位（垂直管理等），在名册“在汇总中”一列写“否”。",
    en = "Get the figures that are missing, add up the units' reports again and correct the total, or first the unit's report that is wrong. "
      .. "Units that do not belong into the total (vertically managed ones) have in_aggregate = no on the roster.",
  },
  explain = {
    zh = "表二、表三、表四的每一格：汇总报告的数应等于计入汇总的各单位之和。有单位没有报送、没有填或者没能读准时，已知的和没有超过汇总数就不判，只提示缺谁；"
      .. "只有一个单位能解释差额时指出是谁。相差同样数的几格合为一个问题；四舍五入以后相等的只作提示。",
    en = "Every figure of tables 2 to 4: the total is the sum of the units that belong into it. Where units are missing, blank or unread and the known sum "
      .. "does not exceed the total, nothing is judged but it is said who lacks. Where just one unit explains the difference it is named. Figures off by the "
      .. "same amount are one finding; where rounding explains it, it is a remark.",
  },
  needs = { "aggregate" }, since = "1.1.0", tags = { "collection", "totals" },
  check = function(collection, finding)
    local whole = collection.explained_by
    if whole then return finding:fail(rollup.told_whole(collection, whole)) end
    for _, group in ipairs(rollup.grouped(collection)) do finding:fail(rollup.told(collection, group)) end
    local open = rollup.in_state(collection, "open")
    if #open > 0 then finding:review(rollup.told_open(collection, open)) end
  end,
  cases = {
    fails = {
      {
        why = "41 ≠ 42", reports = { {}, { name = "白溪镇人民政府" } },
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["requests.new.total"] = 17 } }, expect = 1, severity = "error",
        says = "×“总计”：汇总报告填17，各单位之和是16，比汇总数少1。",
      },
      {
        why = "漏了一个单位，处处相差它的数", reports = {
          {}, { name = "白溪镇人民政府", change = { ["proactive.licences.decisions"] = 5 } },
          { name = "云台镇人民政府", change = { ["proactive.licences.decisions"] = 7 } },
        },
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["proactive.licences.decisions"] = 41 } }, expect = 1,
        says = "汇总数有38格不等于各单位之和，差的每一格都正好是云台镇人民政府的数",
      },
      {
        why = "只有一个单位的数是差额", reports = { {}, { name = "白溪镇人民政府", change = { ["proactive.penalties.decisions"] = 3 } } },
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["proactive.penalties.decisions"] = 12 } }, expect = 1, says = "差的正好是白溪镇人民政府的数",
      },
      {
        why = "相差同样的数，各有各的原因", expect = 2,
        reports = { { change = { ["proactive.penalties.decisions"] = 3 } }, { name = "白溪镇人民政府", change = { ["proactive.licences.decisions"] = 3 } } },
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["proactive.penalties.decisions"] = 12, ["proactive.licences.decisions"] = 36 } },
      },
      {
        why = "加了两次", reports = { {}, { name = "白溪镇人民政府", change = { ["proactive.penalties.decisions"] = 3 } } },
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["proactive.penalties.decisions"] = 18 } }, expect = 1, says = "可能加了两次",
      },
      {
        why = "相差同样的数合为一个", reports = { {}, { name = "白溪镇人民政府" } }, expect = 1, says = "另有1格",
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["requests.new.business"] = 14, ["requests.new.total"] = 26 } },
      },
      {
        why = "缺一个单位，但已知的和已经超过汇总数", roster = { { name = "青石镇人民政府" }, { name = "白溪镇人民政府" } }, reports = { {} },
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["proactive.penalties.decisions"] = 4 } }, says = "之和是12",
      },
      {
        why = "小数", reports = { {}, { name = "白溪镇人民政府" } }, severity = "error", says = "填2.4，各单位之和是2.5，比汇总数多0.1。",
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["proactive.fees.amount"] = 2.4 } },
      },
      {
        why = "四舍五入，相减不是正好", reports = { { change = { ["proactive.fees.amount"] = 18651.064104 } } }, expect = 1, severity = "info",
        says = "，比汇总数多0.004104，四舍五入以后相等。", aggregate = { name = "枫林县人民政府", change = { ["proactive.fees.amount"] = 18651.06 } },
      },
      {
        why = "汇总时只留整数", reports = { { change = { ["proactive.fees.amount"] = 18650.5 } } }, expect = 1, severity = "info",
        says = "，比汇总数少0.5，四舍五入以后相等。", aggregate = { name = "枫林县人民政府", change = { ["proactive.fees.amount"] = 18651 } },
      },
      {
        why = "少不到1", reports = { {}, { name = "白溪镇人民政府" } },
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["proactive.fees.amount"] = 2.6 } }, expect = 1, says = "，比汇总数少0.1。",
      },
    },
    passes = {
      { reports = { {}, { name = "白溪镇人民政府" } }, aggregate = { name = "枫林县人民政府", times = 2 } },
      {
        why = "不计入汇总的单位", reports = { {}, { name = "枫林县税务局" } },
        roster = { { name = "青石镇人民政府" }, { name = "枫林县税务局", in_aggregate = false } }, aggregate = { name = "枫林县人民政府" },
      },
      {
        why = "空白的一格，已知的和等于汇总数", reports = { {}, { name = "白溪镇人民政府", change = { ["proactive.coercion.decisions"] = "" } } },
        aggregate = { name = "枫林县人民政府", times = 2, change = { ["proactive.coercion.decisions"] = 1 } },
      },
      { why = "汇总报告没有填的一格", reports = { {} }, aggregate = { name = "枫林县人民政府", change = { ["proactive.coercion.decisions"] = "/" } } },
      { why = "县政府本级另有一份", reports = { {}, { name = "枫林县人民政府" } }, aggregate = { name = "枫林县人民政府", times = 2 } },
      { why = "一份报告两种格式，数字一样", reports = { {}, {}, { name = "白溪镇人民政府" } }, aggregate = { name = "枫林县人民政府", times = 2 } },
    },
    reviews = {
      {
        roster = { { name = "青石镇人民政府" }, { name = "白溪镇人民政府" } }, reports = { {} }, aggregate = { name = "枫林县人民政府", times = 2 }, says = "只缺白溪镇",
      },
      {
        why = "没有填的一格", reports = { {}, { name = "白溪镇人民政府", change = { ["proactive.penalties.decisions"] = "" } } },
        aggregate = { name = "枫林县人民政府", times = 2 }, expect = 1, says = "1格",
      },
      {
        roster = { { name = "青石镇人民政府" }, { name = "白溪镇人民政府" }, { name = "云台镇人民政府" } }, reports = { {} },
        aggregate = { name = "枫林县人民政府", times = 3 }, says = "白溪镇人民政府、云台镇人民政府的数不全",
      },
    },
    not_run = { { reports = { {} }, because = "aggregate" }, { roster = { { name = "白溪镇人民政府" } }, reports = {}, aggregate = { name = "枫林县人民政府" } } },
  },
}
