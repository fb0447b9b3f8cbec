-- Percentages and changes, recomputed from the numbers beside them; changes also from last year's report, where it is given.
-- Source: arithmetic; 条例 article 6 (accurate).

local named = lib.sums.named

local way = { up = { zh = "增长", en = "up" }, down = { zh = "下降", en = "down" } }

local function wrong(state) return state == "too_much" or state == "too_little" end

local function has(report, method)
  local iterate, state, start = report[method](report)
  return iterate(state, start) ~= nil
end

rule {
  id = "NAR-015", name = "percentage-wrong", severity = "warning",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "百分比或增减数算错", en = "A percentage or a change is wrong" },
  messages = {
    share = {
      zh = "“{part}”占“{base}”的{expected}%，文中写的是“{figure}”。",
      en = "“{part}” is {expected}% of “{base}”; the text says “{figure}”.",
    },
    rate = {
      zh = "由{before}到{now}，{direction}{expected}%，文中写的是“{figure}”。",
      en = "From {before} to {now} is {direction} {expected}%; the text says “{figure}”.",
    },
    difference = {
      zh = "由{before}到{now}，{direction}{expected}，文中写的是“{figure}”。",
      en = "From {before} to {now} is {direction} {expected}; the text says “{figure}”.",
    },
  },
  remedy = {
    zh = "按文中的数重新计算，改正百分比（增减数），或者改正算它的那个数。",
    en = "Recompute from the numbers of the text and correct the percentage, or the number it comes from.",
  },
  explain = {
    zh = "“占×%”用分项除以总数，“比上年增长×%”用两年的数，差在0.1个百分点以内、四舍五入或者截尾的都算对。没有写上年数的，有上年报告才核对。",
    en = "Shares are the part by the total, changes the two years' numbers; a tenth of a point, rounding and cutting are fine. Where the text does not "
      .. "give last year's number, last year's report is needed.",
  },
  since = "1.1.0", tags = { "narrative", "sums" },
  applies = function(report) return has(report, "shares") or has(report, "changes") end,
  check = function(report, finding)
    for share in report:shares() do
      if wrong(share.state) then
        finding:fail {
          at = share.figure, message = "share", quotes = { share.part, share.base }, figure = share.figure.quote, part = named(share.part),
          base = named(share.base), expected = share.expected,
        }
      end
    end
    for change in report:changes() do
      local judged = change:judged()
      if judged and wrong(judged.state) and not judged.wrong_direction then
        finding:fail {
          at = change.figure, message = change.figure.unit == "%" and "rate" or "difference", figure = change.figure.quote,
          before = judged.before, now = change.now.value, expected = judged.expected, direction = way[change.direction],
          quotes = { change.now },
        }
      end
    end
  end,
  cases = {
    fails = {
      { text = { overview = "收到申请8件，其中予以公开3件，占50%。" } },
      { text = { overview = "登记申请22件，比上年的31件下降39%。" }, says = "下降29.03%" },
      { text = { overview = "推送稿件22篇，比上年的31篇减少8篇。" }, says = "下降9，" },
      { text = { overview = "办结80件，其中予以公开42件，占52.5%；不予公开5件，占16.25%；无法提供33件，占41.25%。" } },
      {
        why = "没有写总数在哪里，但多数占比对得上",
        text = { overview = "答复申请805件。予以公开258件，占33.9%；不予公开35件，占4.34%；无法提供265件，占32.9%；不予处理158件，占19.6%。" },
      },
      { text = { overview = "梳理228项，占260项的78.69%。" } },
      {
        why = "与上年报告比较", text = { overview = "主动公开政府信息126条，同比增长30%。" },
        prior = { text = { overview = "主动公开政府信息105条。" } },
      },
      {
        why = "与上年报告的表三比较", text = { overview = "收到政府信息公开申请8件，比上年增加5件。" },
        prior = { change = { ["requests.new.total"] = 6 }, text = { overview = "认真办理政府信息公开申请。" } },
      },
    },
    passes = {
      { text = { overview = "登记申请22件，比上年的31件下降29%。" } },
      { why = "方向反了，由 NAR-019 提示", text = { overview = "登记申请22件，比31件增长50%。" } },
      { why = "截尾", text = { overview = "收到申请6件，其中予以公开4件，占66.6%。" } },
      { why = "四舍五入", text = { overview = "收到申请6件，其中予以公开4件，占67%。" } },
      { text = { overview = "梳理228项，占260项的87.69%。" } },
      { why = "没有写上年的数", text = { overview = "收到申请3607件，同比增长70.3%，其中自然人3493件、法人114件。" } },
      {
        why = "与上年报告比较", text = { overview = "主动公开政府信息126条，同比增长20%。" },
        prior = { text = { overview = "主动公开政府信息105条。" } },
      },
    },
    not_applicable = {
      { text = { overview = "群众满意度为96%，公开率100%。" } },
      { why = "增长的不是前面那个数", text = { overview = "推送稿件22篇，网站访问量比上年的31万次增长5%。" } },
      { why = "占的是什么不清楚", text = { overview = "答复8件，培训3次，办结3件，占50%。" } },
    },
  },
}

rule {
  id = "NAR-019", name = "direction-wrong", severity = "warning",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "增减的方向说反了", en = "A rise where the figures fall, or the other way round" },
  message = {
    zh = "“{words}”：由{before}到{now}，不是{direction}。",
    en = "“{words}”: from {before} to {now} is not {direction}.",
  },
  remedy = { zh = "核对两年的数，改正方向或者改正数。", en = "Check both years' numbers and correct the direction or the number." },
  explain = {
    zh = "两个数都写了的，直接比较；没有写上年数的，有上年报告才核对。",
    en = "Where both numbers are given they are compared; where last year's is not, last year's report is needed.",
  },
  since = "1.1.0", tags = { "narrative", "sums" },
  applies = function(report) return has(report, "changes") end,
  check = function(report, finding)
    for change in report:changes() do
      local judged = change:judged()
      if judged and judged.wrong_direction then
        finding:fail {
          at = change, words = change.quote, before = judged.before, now = change.now.value, direction = way[change.direction],
        }
      end
    end
  end,
  cases = {
    fails = {
      { text = { overview = "登记申请22件，比31件增长。" } },
      { text = { overview = "登记申请由22件下降到31件。" } },
      { text = { overview = "登记申请31件，比上年的22件减少9件。" } },
      {
        why = "与上年报告比较", text = { overview = "主动公开政府信息126条，比上年有所下降。" },
        prior = { text = { overview = "主动公开政府信息105条。" } },
      },
    },
    passes = {
      { text = { overview = "登记申请22件，比31件下降29%。" } },
      { text = { overview = "关注人数由8600人增加到11200人。" } },
      { why = "没有写上年的数", text = { overview = "登记申请22件，比上年有所增长。" } },
    },
    not_applicable = { {}, { text = { overview = "新增栏目4个，减少群众跑动2次。" } } },
  },
}
