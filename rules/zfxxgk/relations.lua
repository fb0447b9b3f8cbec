-- The words that join numbers: what makes a list of parts, a share, a comparison. What they do is described in docs/rule-authors.md.
--
-- Longer words go before shorter ones wherever both stand: 占比 is a share, 比 alone compares, 比如 is neither. Sources: published
-- reports 2019–2025; GB/T 15835-2011 for the ways of writing numbers.

return {
  -- A list of parts follows; it may be complete or not.
  opens = { "其中", "主要包括", "主要有", "主要涉及", "主要为", "涉及", "涵盖", "包含", "含" },
  -- All parts follow.
  divides = { "包括", "分别", "分为", "具体为", "具体是", "信息类别包括" },
  -- A part so called completes a list …
  rest = { "其他", "其它", "其余" },
  -- … and this after the last part says that there are more.
  etc = { "等" },
  -- The total of what stands before.
  total = { "共", "共计", "合计", "总计", "总共", "一共", "合共" },
  joins = { "和", "及", "以及", "与", "并" },
  share = { "占", "占比", "占比为", "占比达", "占到", "约占", "各占" },
  rate = { "率", "率为", "率达", "率达到", "率均为", "率均达", "率均达到", "率达成" },
  compares = { "比", "较", "同比", "相比", "相较", "对比上年", "与上年相比", "与去年相比" },
  up = { "增长", "增加", "上升", "提高", "提升", "增", "增幅", "增幅为", "增幅达", "多", "上涨", "涨幅", "升" },
  down = { "下降", "减少", "降低", "回落", "下滑", "减", "降", "降幅", "降幅为", "降幅达", "少", "缩减", "下跌" },
  from = { "由", "从" },
  to = { "到", "至", "为" },
  -- May stand between a number and its comparison.
  subject = { "申请数量", "申请量", "收件量", "数量", "总量", "总数", "件数" },
  -- A clause with one of these is rather something new than a part …
  doubts = { "开展", "推送", "举办", "召开", "收到", "受理", "转发", "编发", "编印", "印发", "发放", "接待", "累计",
    "阅读", "浏览", "访问量", "点击", "关注", "参与", "覆盖" },
  -- … and so is one that begins with one of these.
  begins = { "解读", "培训", "发布", "制作", "回应", "组织", "更新", "新增", "清理", "办结", "答复", "回复", "公开",
    "公布", "结转", "转结", "转下" },
  -- The list ends before these.
  ends = { "历年", "此外", "另有", "另外", "同时", "截至", "截止", "去年", "上年同期" },
  -- Words that hold one of the above and do nothing.
  none = { "公开栏", "公开专栏", "公开专区", "公开平台", "公开渠道", "公开查阅", "公开目录", "公开指南", "比如",
    "比例", "比较", "评比", "占用", "占地", "占补", "抢占", "占道", "其他组织", "其他处理", "其它处理", "其他有关",
    "含义", "包含着", "公共", "共同", "共享", "共建", "共青团", "共产党", "中共", "共性", "一等", "等级", "平等",
    "同等", "上等", "增强", "增值", "增设", "多次", "多种", "多样", "多元", "多个", "多项", "多渠道", "多方",
    "多形式", "多媒体", "多层", "多维", "许多", "众多", "更多", "大多", "至少", "减免", "减税", "降费", "减负",
    "减轻", "缺少", "少数", "少年", "提升了", "升级", "升学", "效率", "频率", "税率", "利率", "并重", "并联", "并行",
    "合并", "参与", "与会", "和谐", "和解", "以及时", "及时", "及早", "普及", "由于", "理由", "自由", "从而", "从严",
    "从事", "从业", "从快", "到位", "到底", "达到", "得到", "收到", "做到", "接到", "到期", "甚至", "因为", "作为",
    "成为", "认为", "行为", "较为", "较好", "较大", "较多", "较高", "较少", "较慢", "较低", "较长", "较强", "计较",
    "涉及面" },
  -- Measure words in which the same items are counted.
  alike = { "条", "件", "份", "篇", "则" },
}
