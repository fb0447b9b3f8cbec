-- How the reports of many units are held against each other (COL-010, COL-011; docs/copying.zh.md).
-- Section six holds statements that the notice asks of everybody, so it is not compared.

return {
  share = 0.85,
  -- How much of a short text stands in a long one. Of reports by different bodies 0.26 at most (36 published ones, 2019 to 2025).
  within = 0.9,
  sections = { "overview", "proactive", "requests", "disputes", "problems" },
  -- Held against each other by themselves as well: where people write at length.
  alone = { "overview", "problems" },

  -- A name in parts: 枫林县 and 青石镇 of 枫林县青石镇人民政府.
  places = { "省", "自治区", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "苏木", "街道", "村", "社区" },
  -- What follows a place and is nobody's name.
  bodies = { "人民政府", "政府", "办事处", "街道办事处", "管理委员会", "管委会", "政府办", "人民政府办公室", "办公室" },
  -- Places that no unit is named after, such as villages and roads: two to four characters and one of these endings.
  minors = { "村", "社区", "小区", "镇", "乡", "街道", "县", "路", "大道", "广场" },
  -- What ends so and is no place.
  generals = {
    "农村", "乡村", "行政村", "自然村", "中心村", "示范村", "试点村", "贫困村", "重点村",
    "智慧社区", "城市社区", "农村社区", "示范社区", "住宅小区", "安置房小区", "物业小区", "城镇", "集镇", "乡镇", "城乡", "市县", "区县",
    "道路", "公路", "铁路", "线路", "网路", "电路", "马路", "思路", "套路", "出路", "跑路", "一路", "上路", "走路", "探索新路", "文化广场", "休闲广场",
  },
  -- A name does not reach back over these: where one is, to what it belongs, how many.
  edges = {
    "在", "到", "向", "由", "从", "对", "于", "赴", "去", "为", "将", "和", "与", "及", "或", "的", "了", "是", "有", "给", "让", "等", "各", "本", "我",
    "该", "全", "每", "某", "以", "至", "往", "经", "名", "个", "条", "座", "这", "那", "把", "被", "使", "据", "按", "省", "市", "州", "盟", "县", "区", "旗",
    "镇", "乡", "村",
  },
  -- An ending before these is none: 村级, 乡镇, 路线.
  tails = { "级", "民", "务", "里", "径", "线", "庄", "干", "规", "社", "亲", "域", "镇", "村" },
  -- A copy by a bureau of a town's report says 我局 where that said 我镇.
  selves = (function()
    local list = {}
    for _, kind in ipairs { "省", "市", "县", "区", "旗", "镇", "乡", "街道", "街", "办", "局", "委", "厅", "院", "中心", "单位", "机关", "园区" } do
      for _, own in ipairs { "我", "本", "全" } do list[#list + 1] = own .. kind end
    end
    return list
  end)(),
}
