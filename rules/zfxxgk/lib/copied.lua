-- How the reports of many units are held against each other (COL-010, COL-011; docs/copying.zh.md).
-- Section six holds statements that the notice asks of everybody, so it is not compared.

return {
  share = 0.85,
  sections = { "overview", "proactive", "requests", "disputes", "problems" },
  -- Held against each other by themselves as well: where people write at length.
  alone = { "overview", "problems" },

  -- A name in parts: 枫林县 and 青石镇 of 枫林县青石镇人民政府.
  places = { "省", "自治区", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "苏木", "街道", "村", "社区" },
  -- What follows a place and is nobody's name.
  bodies = { "人民政府", "政府", "办事处", "街道办事处", "管理委员会", "管委会", "政府办", "人民政府办公室", "办公室" },
  -- A copy by a bureau of a town's report says 我局 where that said 我镇.
  selves = (function()
    local list = {}
    for _, kind in ipairs { "省", "市", "县", "区", "旗", "镇", "乡", "街道", "街", "办", "局", "委", "厅", "院", "中心", "单位", "机关", "园区" } do
      for _, own in ipairs { "我", "本", "全" } do list[#list + 1] = own .. kind end
    end
    return list
  end)(),
}
