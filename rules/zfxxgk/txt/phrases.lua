-- TXT-033: a report that consists of set phrases. List: words/phrases.lua.
-- Source: F21 closing item （敷衍塞责）; practice. A remark only, and only where they are dense: the bound was set on published reports.

local most = 6 -- phrases in 500 characters
local least = 8 -- in the whole report: fewer are no habit

rule {
  id = "TXT-033", name = "set-phrases", severity = "info",
  clauses = { "F21.duty", "STD.text" }, ground = "practice",
  title = { zh = "套话偏多", en = "Many set phrases" },
  message = { zh = "{chars}字里有{count}处套话，如{examples}。", en = "{count} set phrases in {chars} characters, such as {examples}." },
  remedy = { zh = "换成具体的事和数字：做了什么、做了多少、解决了什么。", en = "Say what was done, how much, and what it solved." },
  explain = {
    zh = "按清单（words/phrases.lua）数第一、第五部分的套话，每500字超过6处的作提示；套话本身不算错。",
    en = "Set phrases of sections one and five are counted against a list; more than six in 500 characters give a remark.",
  },
  since = "1.1.0", tags = { "text", "words" },
  check = function(report, finding)
    local chars = report:section("overview").chars + report:section("problems").chars
    local places, names, seen = {}, {}, {}
    for _, key in ipairs { "overview", "problems" } do
      for found, entry in report:spot("phrases", key) do
        places[#places + 1] = found
        if not seen[entry[1]] then
          seen[entry[1]] = true
          names[#names + 1] = { zh = "“" .. entry[1] .. "”", en = "“" .. entry[1] .. "”" }
        end
      end
    end
    if #places < least or #places * 500 <= most * chars then return end
    finding:fail {
      at = places[1], quotes = lib.words.first(places, 12), place = "text.phrases",
      count = #places, chars = chars, examples = lib.words.list(names, 4),
    }
  end,
  needs = { "section:overview", "section:problems" },
  cases = {
    fails = {
      { text = { overview = "我镇高度重视，切实加强领导，进一步提高认识，统一思想，凝聚共识，狠抓落实，齐抓共管，上下联动，不断提升水平，取得显著成效。",
        problems = "问题是更新慢。下一步，进一步加强学习，抓好落实。" }, expect = 1 },
      { text = { overview = "在县委正确领导下，精心组织，周密部署，压实责任，形成合力，扎实推进，不断完善，落到实处，走深走实。" } },
      {
        why = "套话在第五部分", says = "如“高度重视”、“统一思想”",
        text = { overview = "公开信息126条。", problems = "高度重视，统一思想，凝聚共识，狠抓落实，齐抓共管，上下联动，压实责任，形成合力。" },
      },
      { text = { overview = "高度重视，统一思想，凝聚共识，狠抓落实，齐抓共管，上下联动，压实责任，形成合力，扎实推进。" .. string.rep("甲", 702), problems = "无。" }, why = "749字里9处" },
    },
    passes = {
      {}, { append = { overview = "镇党委高度重视，进一步加强培训，不断完善制度，取得明显成效。" } },
      { text = { overview = "高度重视，狠抓落实，形成合力，压实责任，统一思想。", problems = "问题是更新慢。下一步按月检查。" } },
      { text = { overview = "高度重视，统一思想，凝聚共识，狠抓落实，齐抓共管，上下联动，压实责任，形成合力，扎实推进。" .. string.rep("甲", 703), problems = "无。" }, why = "750字里9处" },
    },
    not_run = { { drop = "sections.overview" } },
  },
}
