-- Punctuation that cannot stand as it does, by `kind`: doubled marks (TXT-002), marks in the wrong place (TXT-004), marks of half width (TXT-006),
-- a comma after an ordinal (TXT-040). A bare string guards.

return {
  "……", "——", "…",

  -- 两个标点连用 --------------------------------------------------------------------------------------------------------------------
  { "。。", "。", kind = "doubled" }, { "，，", "，", kind = "doubled" }, { "、、", "、", kind = "doubled" },
  { "；；", "；", kind = "doubled" }, { "：：", "：", kind = "doubled" }, { "？？", "？", kind = "doubled" },
  { "！！", "！", kind = "doubled" }, { "。，", "。", kind = "doubled" }, { "，。", "。", kind = "doubled" },
  { "、，", "，", kind = "doubled" }, { "，、", "、", kind = "doubled" }, { "、。", "。", kind = "doubled" },
  { "。、", "。", kind = "doubled" }, { "；。", "。", kind = "doubled" }, { "。；", "；", kind = "doubled" },
  { "，；", "；", kind = "doubled" }, { "；，", "；", kind = "doubled" }, { "：，", "：", kind = "doubled" },
  { "，：", "：", kind = "doubled" }, { "：。", "。", kind = "doubled" }, { "。：", "：", kind = "doubled" },
  { "、；", "；", kind = "doubled" }, { "；、", "；", kind = "doubled" }, { "、：", "：", kind = "doubled" },
  { "：、", "：", kind = "doubled" }, { "《《", "《", kind = "doubled" }, { "》》", "》", kind = "doubled" },
  { "，,", "，", kind = "doubled" }, { ",，", "，", kind = "doubled" }, { "。.", "。", kind = "doubled" },

  -- 标点错位：顿号后面不是并列的词，括号引号里面先有了标点 ------------------------------------------------------------------------------
  { "诉讼、情况", "诉讼情况", kind = "stray" }, { "公开、情况", "公开情况", kind = "stray" }, { "申请、情况", "申请情况", kind = "stray" },
  { "复议、情况", "复议情况", kind = "stray" }, { "保障、情况", "保障情况", kind = "stray" }, { "建设、情况", "建设情况", kind = "stray" },
  { "公开、工作", "公开工作", kind = "stray", unless = [[公开、工作(?:动态|规则|制度|总结|计划|流程|例会|会议|机构|人员|群|职责|方案)]],
    bad = "政府信息公开、工作取得进展", ok = "机构公开、工作动态、办事指南" },
  { "（，", "（", kind = "stray" }, { "（。", "（", kind = "stray" }, { "（、", "（", kind = "stray" },
  { "“，", "“", kind = "stray" }, { "“。", "“", kind = "stray" }, { "《，", "《", kind = "stray" }, { "，）", "）", kind = "stray" },
  { "、）", "）", kind = "stray" }, { "的，的", "的", kind = "stray" }, { "。的", "的", kind = "stray", unless = [[。的(?:士|确|卢)]] },
  { "、和", "和", kind = "stray", unless = [[、和(?:谐|平|解|睦|合|美|顺|县|田|静|硕|政|龙|林|布)]], bad = "网站、公众号、和公开栏", ok = "公正、和谐" },
  { "任组长、", "任组长，", kind = "stray", severity = "info", after = [[^[^，。；、]{2,16}任]], bad = "由镇长任组长、副镇长任副组长", ok = "担任组长、副组长" },
  { "、以及", "以及", kind = "stray", severity = "info" },

  -- 序数词后面直接写内容（TXT-040） ----------------------------------------------------------------------------------------------------
  { "一是，", "一是", kind = "ordinal" }, { "二是，", "二是", kind = "ordinal" }, { "三是，", "三是", kind = "ordinal" },
  { "四是，", "四是", kind = "ordinal" }, { "五是，", "五是", kind = "ordinal" }, { "六是，", "六是", kind = "ordinal" },
  { "一是,", "一是", kind = "ordinal" }, { "二是,", "二是", kind = "ordinal" }, { "三是,", "三是", kind = "ordinal" },
  { "四是,", "四是", kind = "ordinal" }, { "五是,", "五是", kind = "ordinal" },
  { "一是、", "一是", kind = "ordinal" }, { "二是、", "二是", kind = "ordinal" }, { "三是、", "三是", kind = "ordinal" },

  -- 半角标点（TXT-006）：两边都是汉字的才算 -------------------------------------------------------------------------------------------------
  { ",", "，", kind = "half" }, { ";", "；", kind = "half" }, { ":", "：", kind = "half" }, { "?", "？", kind = "half" },
  { "!", "！", kind = "half" }, { "(", "（", kind = "half" }, { ")", "）", kind = "half" },
}
