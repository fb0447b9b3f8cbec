-- Groups of reports that are alike, as findings (COL-010, COL-011), and towns for their cases. What is held against what: lib/copied.lua.

local copies = {}

local shown = 60 -- characters of the passage that a message quotes

--- Where no two paragraphs are long enough to be shown, none is.
local function sample_of(group)
  if not group.mine then return "" end
  local passage = text.sub(group.mine, 1, shown)
  return { zh = "，例如“" .. passage .. "”", en = ", for instance “" .. passage .. "”" }
end

--- One finding a group of reports; `section` nil: the text as a whole.
function copies.tell(collection, finding, section, place, options)
  local groups, cut = collection:copied(lib.copied, section)
  if cut then finding:not_run { because = "budget" } end -- some may be missing
  for _, group in ipairs(groups) do
    local units, seen = {}, {}
    for _, report in ipairs(group.reports) do
      if not seen[report.unit.name] then
        seen[report.unit.name] = true
        units[#units + 1] = report.unit
      end
    end
    finding:fail {
      message = options and options.message, severity = options and options.severity, place = place,
      reports = group.reports, units = units,
      first = group.first.unit, second = group.second.unit,
      -- Rounded down: 100% is said of texts that do not differ.
      share = math.floor(group.share * 100), sample = sample_of(group),
    }
  end
end

-- For cases: a town's own text, with or without its name; a part of it; towns that have texts.

function copies.written(name)
  return {
    name .. "的公开栏设在集市口，赶集的日子有人当场念给老人听，村里的茶馆也贴了一份。全年换了二十多次，惠农补贴和低保名单都按月换。",
    "镇上把窗口搬到一楼，腿脚不便的人不必再爬楼。值班的同志轮流到村里收意见，收到的意见写在簿子上，年底逐条回了信。"
      .. "派出所和卫生院的办事指南也放进了查阅点，供群众翻看。",
    "网站由文化站的两位年轻人管，文章先由分管的副镇长看，再由办公室登上去，错了的当天改。旧文件清了一遍，过了时的都注明已经失效。"
      .. "今年没有发生泄密的事情，保密员参加了县里的学习。",
  }
end

local own = { -- what nobody else has
  "年初开了动员会，分管的副镇长逐村走了一遍，带着干部看公开栏的位置、灯光和防雨的檐口，凡是孩子踮脚也看不见的一律放低。",
  "集市边新建了阅览亭，摆着农技、防汛、医保的小册子，由退休教师轮值讲解，夏天挪到树荫底下，冬天生起炉子。",
  "电子屏坏了两块，请厂家修好后改为滚动播放粮补和水费，字号放大一倍；广播站加了方言栏目，晚饭前播一刻钟。",
  "信访接待室隔壁辟出小间供人查档，玻璃柜里按年代排着会议纪要，要复印的当场印，不收钱，登记本挂在门后。",
}

--- A town's own text, longer.
function copies.longer(name)
  local list = {}
  for _, paragraph in ipairs(own) do list[#list + 1] = paragraph end
  for _, paragraph in ipairs(copies.written(name)) do list[#list + 1] = paragraph end
  return list
end

--- A short text two paragraphs of which are the town's.
function copies.partly()
  local list = copies.written("白溪镇")
  return { list[1], list[2], "档案室添了两台电脑，年轻人教老人自己查地契和婚姻登记，排队的长龙不见了，午休时段也留了值守的人。"
    .. "我们还请邻近学校的孩子画了流程图，贴在楼梯拐角。" }
end

copies.told = "村里的老人不会用手机，公开的东西传不到他们那里；办事的人换得勤，新来的不熟悉规矩，答复的文书要改几遍才能发。"
  .. "明年打算请村会计每月上门念一次，给新来的同志发一本手册，让老同志带三个月；年中请县里的同志来看一次，查出的毛病当月改。"

function copies.town(name, overview, problems)
  return { name = name .. "人民政府", text = overview and { overview = overview, problems = problems } or nil }
end

return copies
