-- Set phrases that are quoted wrongly or are not this body's, by `kind`: the principle of article 5 (TXT-050), names of thought and of congresses
-- (TXT-051), slogans of other places (TXT-035). Dated 2026-01: up to the fourth plenum of the twentieth Central Committee (October 2025).

return {
  -- 公开的原则（TXT-050）。护栏在前：不公开为例外是对的。
  "不公开为例外", "不公开是例外", "不公开属例外", "非公开为例外",
  { "公开为例外", "不公开为例外", kind = "principle", severity = "error", bad = "坚持以公开为常态、公开为例外", ok = "以公开为常态、不公开为例外" },
  { "公开是例外", "不公开是例外", kind = "principle", severity = "error", bad = "坚持公开是常态，公开是例外", ok = "公开是常态，不公开是例外" },
  { "不公开为常态", "公开为常态", kind = "principle", severity = "error" },
  { "不公开是常态", "公开是常态", kind = "principle", severity = "error" },
  { "公开为常态、不公开例外", "公开为常态、不公开为例外", kind = "principle" },
  { "公开为原则", "公开为常态", kind = "principle", bad = "以公开为原则、不公开为例外" },
  { "公开是原则", "公开是常态", kind = "principle", bad = "公开是原则，不公开是例外" },
  { "不公开为个例", "不公开为例外", kind = "principle" },

  -- 重要表述（TXT-051）：只收确实没有的说法
  { "习近平新时代特色社会主义思想", "习近平新时代中国特色社会主义思想", kind = "formula" },
  { "习近平中国特色社会主义思想", "习近平新时代中国特色社会主义思想", kind = "formula" },
  { "习近平新时代中国社会主义思想", "习近平新时代中国特色社会主义思想", kind = "formula" },
  { "习近平新时代中国特色主义思想", "习近平新时代中国特色社会主义思想", kind = "formula" },
  { "习近平新时代中国特色社会思想", "习近平新时代中国特色社会主义思想", kind = "formula" },
  { "新时代中国特设社会主义", "新时代中国特色社会主义", kind = "formula" },
  { "习进平", "习近平", kind = "formula" }, { "习近乎", "习近平", kind = "formula" }, { "刁近平", "习近平", kind = "formula" },
  { "习近平总书纪", "习近平总书记", kind = "formula" }, { "习近平总记书", "习近平总书记", kind = "formula" },
  { "党的二十届大", "党的二十大", kind = "formula" }, { "党的十九届大", "党的十九大", kind = "formula" },
  { "二十大一中全会", "二十届一中全会", kind = "formula" }, { "二十大二中全会", "二十届二中全会", kind = "formula" },
  { "二十大三中全会", "二十届三中全会", kind = "formula" }, { "二十大四中全会", "二十届四中全会", kind = "formula" },
  { "十九大二中全会", "十九届二中全会", kind = "formula" }, { "十九大三中全会", "十九届三中全会", kind = "formula" },
  { "十九大四中全会", "十九届四中全会", kind = "formula" }, { "十九大五中全会", "十九届五中全会", kind = "formula" },
  { "十九大六中全会", "十九届六中全会", kind = "formula" }, { "十九届八中全会", "十九届中央委员会只开过七次全会", kind = "formula" },
  { "党的二十次全国代表大会", "党的第二十次全国代表大会（党的二十大）", kind = "formula" },
  { "邓小平思想", "邓小平理论", kind = "formula" },
  { "“三个代表”思想", "“三个代表”重要思想", kind = "formula" },
  { "两个维护”和“四个意思", "“四个意识”", kind = "formula" }, { "“四个意思”", "“四个意识”", kind = "formula" },
  { "增强四个意思", "增强“四个意识”", kind = "formula" }, { "四个自性", "“四个自信”", kind = "formula" },
  { "中国式现在化", "中国式现代化", kind = "formula" }, { "社会主义核心价值关", "社会主义核心价值观", kind = "formula" },

  -- 外地的改革口号（TXT-035）
  { "“最多跑一次”改革重要思想", "“最多跑一次”改革", kind = "thought" },
  { "最多跑一次改革重要思想", "“最多跑一次”改革", kind = "thought" },
  { "最多跑一次”重要思想", "“最多跑一次”改革", kind = "thought" },
  { "放管服”改革重要思想", "“放管服”改革", kind = "thought" },
  { "“最多跑一次”改革", "浙江", kind = "foreign" },
  { "“不见面审批”改革", "江苏", kind = "foreign" },
  { "“一次办好”改革", "山东", kind = "foreign" },
  { "“秒批”改革", "广东", kind = "foreign" },
}
