-- Another unit's name where one's own should stand: what remains of a report that was copied.
-- Source: F21 on copied reports; observed in published reports.

-- What a body's name ends in when it stands for the place alone: 白溪镇人民政府, 白溪镇.
local endings = { "人民政府", "办事处", "管理委员会", "管委会" }
-- After its name a unit does something in its own report; a place only is somewhere.
local acts = [[(?x) ^ (?: 人民政府 | 办事处 | 党委、政府 | 党工委 )? [，,]? (?: 20\d\d\s*年度? | 本年度 | 全年 )? [，,]?
  (?: 共 | 累计 | 主动公开 | 公开 (?!栏|专栏) | 收到 | 未收到 | 没有收到 | 受理 | 办结 | 坚持 | 认真 | 严格 | 高度重视 | 深入贯彻 | 全面贯彻 | 积极 | 切实 | 不断 | 按照 )]]

--- The names by which the units of the collection are spoken of, and how long these are.
local function names_of(collection)
  local names, lengths, seen = {}, {}, {}
  local function add(name, unit)
    if #name < 6 then return end
    names[name] = names[name] == nil and unit or false -- two of one short name: nobody's
    if not seen[#name] then
      seen[#name] = true
      lengths[#lengths + 1] = #name
    end
  end
  for unit in collection:units() do
    add(unit.name, unit)
    for _, ending in ipairs(endings) do
      if text.ends(unit.name, ending) then add(string.sub(unit.name, 1, #unit.name - #ending), unit) end
    end
  end
  return names, lengths
end

local function is_peer(own, other)
  return own ~= other and own.level and own.kind and own.level == other.level and own.kind == other.kind
    and not text.contains(own.name, other.name) and not text.contains(other.name, own.name)
end

rule {
  id = "COL-013", name = "other-units-name", severity = "error",
  clauses = { "F21.duty", "R711.6" },
  title = { zh = "报告里以别的单位自称", en = "A report speaks in another unit's name" },
  message = {
    zh = "{unit}的报告里有一句以“{other}”为主语：“{sentence}”",
    en = "A sentence in {unit}'s report has {other} as its subject: “{sentence}”",
  },
  remedy = {
    zh = "请{unit}核对这一段是不是照搬了{other}的报告，改成自己的情况和名称。",
    en = "Have {unit} check whether this passage was copied from {other}'s report, and write its own.",
  },
  explain = {
    zh = "在同级同类的单位之间查：句子以另一个单位的全称或者地名开头，后面紧跟“共公开”“收到”“认真”等自述的话。上级、下属单位和作为地点出现的不算。",
    en = "Among units of one level and kind: a sentence that begins with another unit's name and goes on as one speaks of oneself. Superior and subordinate "
      .. "bodies, and names of mere places, do not count.",
  },
  since = "1.1.0", tags = { "collection", "copied" },
  check = function(collection, finding)
    local names, lengths = names_of(collection)
    for unit in collection:units() do
      for report in unit:reports() do
        for sentence in report:sentences() do
          for _, length in ipairs(lengths) do
            local other = names[string.sub(sentence, 1, length)]
            if other and is_peer(unit, other) and text.test(string.sub(sentence, length + 1), acts) then
              finding:fail { at = report, units = { unit, other }, unit = unit, other = other, sentence = text.sub(sentence, 1, 60), place = other.name }
              break
            end
          end
        end
      end
    end
  end,
  cases = {
    fails = {
      {
        reports = { { append = { overview = "白溪镇2024年共公开政府信息126条。" } }, { name = "白溪镇人民政府" } }, expect = 1, severity = "error",
        says = "以“白溪镇人民政府”为主语",
      },
      { reports = { { append = { problems = "下一步抓好落实。白溪镇人民政府认真落实主动公开目录。" } }, { name = "白溪镇人民政府" } }, expect = 1 },
      {
        why = "街道", reports = {
          { name = "云台街道办事处", level = "subdistrict", kind = "other", append = { overview = "白溪街道2024年共公开政府信息126条。" } },
          { name = "白溪街道办事处", level = "subdistrict", kind = "other" },
        },
      },
      {
        why = "开发区", reports = {
          { name = "云台开发区管委会", level = "zone", kind = "other", append = { overview = "白溪开发区严格落实公开要求。金山开发区切实落实公开要求。" } },
          { name = "白溪开发区管理委员会", level = "zone", kind = "other" }, { name = "金山开发区管委会", level = "zone", kind = "other" },
        }, expect = 2,
      },
      {
        why = "两个字的名称", reports = { { name = "云台", append = { overview = "白溪收到申请3件。" } }, { name = "白溪" } },
      },
      { reports = { { append = { overview = "白溪镇收到申请3件。白溪镇办结3件。" } }, { name = "白溪镇人民政府" } }, expect = 2 },
    },
    passes = {
      { reports = { {}, { name = "白溪镇人民政府", append = { overview = "白溪镇2024年共公开政府信息126条。" } } } },
      { why = "只是地点", reports = { { append = { overview = "白溪镇至青石镇公路的征地信息已经公开。" } }, { name = "白溪镇人民政府" } } },
      {
        why = "县的报告可以说到镇", reports = {
          { name = "枫林县人民政府", level = "county", append = { overview = "白溪镇共公开政府信息126条。" } }, { name = "白溪镇人民政府" },
        },
      },
      { why = "不在这一批里", reports = { { append = { overview = "白溪镇2024年共公开政府信息126条。" } } } },
      {
        why = "名称互相包含", reports = {
          { name = "枫林县教育局", level = "county", kind = "department", append = { overview = "枫林县教育局招生办认真落实公开要求。" } },
          { name = "枫林县教育局招生办", level = "county", kind = "department" },
        },
      },
    },
  },
}
