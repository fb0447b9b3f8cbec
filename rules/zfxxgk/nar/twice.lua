-- The same quantity stated twice.
-- Source: 条例 article 6 (accurate). What a table holds too is the XREF rules' matter; here are the quantities that only the text states.

-- Words before a number that make it a part of the whole: a channel, a body, a field, a part of the year.
local narrower = [[(?x) 门户|微信|微博|新媒体|公报|[公专宣].?栏|平台|专区|渠道|抖音|客户端
  | 其中|本级|直属|部门|单位|各镇|乡镇|街道|办事处|领域|(?<!公开)方面|类信息|重点 | [0-9]月|季度|半年|累计 | (?<![我本])(?:局|委|院|科|站|所|中心)]]
local scope = [[全(?:[省市县区州镇乡]|街道|系统)]]

--- The words of the sentence that stand before the number.
local function lead(claim)
  return text.find(claim.quote:before(60), [[[^。；！？]*$]]).text
end

-- Several channels together are all of them: 通过网站、公众号和公开栏……
local channels_together = [[通过[^，。]{2,60}?(?:和|及|与|、|等)[^，。]{1,40}$]]

--- A claim that speaks of the whole, with what it is the whole of.
local function whole_of(claim)
  if claim.certainty ~= "exact" or claim.zero_words then return nil end
  local words = lead(claim)
  if text.test(words, narrower) and not text.test(words, channels_together) then return nil end
  local found = text.find(words .. claim.quote.text, scope)
  return found and found.text or ""
end

--- The first claim of each scope, and every later one that differs from it.
local function compare(report, kind, differs)
  local first = {}
  for claim in report:claims(kind) do
    local of = whole_of(claim)
    if of then
      if not first[of] then
        first[of] = claim
      elseif first[of].value ~= claim.value then
        differs(first[of], claim)
      end
    end
  end
end

local function states_twice(report, kind)
  local iterate, state, start = report:claims(kind)
  return iterate(state, start) and iterate(state, start)
end

local kinds = { "disclosed.items", "information_fee" }

rule {
  id = "NAR-011", name = "stated-twice-differently", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "同一个数前后不一致", en = "The same quantity stated twice, differently" },
  message = { zh = "前面写“{first}”，这里写“{second}”。", en = "“{first}” earlier, “{second}” here." },
  remedy = {
    zh = "核对台账，两处写成同一个数；如果说的不是一回事（比如只是某个渠道、某个单位的），写清楚各是什么。",
    en = "Check the register and give the same figure in both places; where they are different things, say of what each is.",
  },
  explain = {
    zh = "只比较表格里没有、文中说了两次的数：主动公开的条数、收取的信息处理费。写明是某个渠道、单位、领域或者一段时间的，以及约数，不比较。",
    en = "Compared are quantities that no table holds: items made public, the processing fee. Those of one channel, body, field or part of the year, "
      .. "and approximations, are not.",
  },
  since = "1.1.0", tags = { "narrative", "sums" },
  applies = function(report)
    for _, kind in ipairs(kinds) do
      if states_twice(report, kind) then return true end
    end
    return false
  end,
  check = function(report, finding)
    for _, kind in ipairs(kinds) do
      compare(report, kind, function(first, second)
        finding:fail { at = second, quotes = { first }, first = first.quote, second = second.quote }
      end)
    end
  end,
  cases = {
    fails = {
      { text = { overview = "全年主动公开政府信息261条。" }, append = { other = "2024年我镇主动公开政府信息216条。" } },
      { text = { overview = "全年主动公开政府信息126条。今年共主动公开信息162条。" } },
      { text = { other = "收取信息处理费400元。以上信息处理费共480元。" } },
      { text = { overview = "我局主动公开政府信息261条。全年共公开政府信息216条。" } },
      { why = "几个渠道合在一起", text = { overview = "通过网站和12个村的公开栏主动公开政府信息126条。", other = "2024年主动公开政府信息162条。" } },
      { text = { overview = "主动公开方面，共公开政府信息261条。" }, append = { other = "全年主动公开政府信息216条。" }, why = "“方面”是小标题" },
    },
    passes = {
      { text = { overview = "全年主动公开政府信息261条。", other = "2024年我镇主动公开政府信息261条。" } },
      {
        why = "渠道、单位、领域或者一段时间",
        each = { overview = {
          "全年主动公开政府信息261条。网站公开政府信息216条。", "全年主动公开政府信息261条。县门户公开政府信息216条。",
          "全年主动公开政府信息261条。微信公开政府信息216条。",
          "全年主动公开政府信息261条。微博公开政府信息216条。", "全年主动公开政府信息261条。新媒体公开政府信息216条。",
          "全年主动公开政府信息261条。公报公开政府信息216条。", "全年主动公开政府信息261条。公示栏公开政府信息216条。",
          "全年主动公开政府信息261条。专栏公开政府信息216条。", "全年主动公开政府信息261条。宣传栏公开政府信息216条。",
          "全年主动公开政府信息261条。平台公开政府信息216条。", "全年主动公开政府信息261条。政务专区公开政府信息216条。",
          "全年主动公开政府信息261条。其他渠道公开政府信息216条。", "全年主动公开政府信息261条。抖音公开政府信息216条。",
          "全年主动公开政府信息261条。客户端公开政府信息216条。", "全年主动公开政府信息261条。其中主动公开政府信息216条。",
          "全年主动公开政府信息261条。本级公开政府信息216条。", "全年主动公开政府信息261条。直属机构公开政府信息216条。",
          "全年主动公开政府信息261条。各部门公开政府信息216条。", "全年主动公开政府信息261条。各单位公开政府信息216条。",
          "全年主动公开政府信息261条。各镇公开政府信息216条。", "全年主动公开政府信息261条。乡镇公开政府信息216条。",
          "全年主动公开政府信息261条。街道公开政府信息216条。", "全年主动公开政府信息261条。各办事处公开政府信息216条。",
          "全年主动公开政府信息261条。民生领域公开政府信息216条。", "全年主动公开政府信息261条。财政方面公开政府信息216条。",
          "全年主动公开政府信息261条。民生类信息公布政府信息216条。", "全年主动公开政府信息261条。重点公开政府信息216条。",
          "全年主动公开政府信息261条。6月公开政府信息216条。", "全年主动公开政府信息261条。每季度公开政府信息216条。",
          "全年主动公开政府信息261条。上半年公开政府信息216条。", "全年主动公开政府信息261条。累计公开政府信息216条。",
          "全年主动公开政府信息261条。民政局公开政府信息216条。", "全年主动公开政府信息261条。住建委公开政府信息216条。",
          "全年主动公开政府信息261条。卫生院公开政府信息216条。", "全年主动公开政府信息261条。办公室综合科公开政府信息216条。",
          "全年主动公开政府信息261条。文化站公开政府信息216条。", "全年主动公开政府信息261条。派出所公开政府信息216条。",
          "全年主动公开政府信息261条。服务中心公开政府信息216条。",
        } },
      },
      {
        why = "统计的范围不同",
        each = { overview = {
          "全省公开政府信息9000条。公开政府信息216条。", "全市公开政府信息9000条。公开政府信息216条。", "全县公开政府信息9000条。公开政府信息216条。",
          "全区公开政府信息9000条。公开政府信息216条。", "全州公开政府信息9000条。公开政府信息216条。", "全镇公开政府信息9000条。公开政府信息216条。",
          "全乡公开政府信息9000条。公开政府信息216条。", "全系统公开政府信息9000条。公开政府信息216条。",
        } },
      },
      { why = "渠道", text = { overview = "全年主动公开信息161条。充分发挥微信公众号作用，及时公开各类政府信息756条。" } },
      { why = "本级与全县", text = { overview = "全县主动公开政府信息5000条。县政府本级主动公开政府信息300条。" } },
      { why = "约数", text = { overview = "全年主动公开政府信息261条。", other = "2024年主动公开政府信息260余条。" } },
    },
    not_applicable = {
      { text = { overview = "全年主动公开政府信息261条。", other = "没有其他事项。" } },
      { why = "上年的数", text = { overview = "全年主动公开政府信息261条。2023年主动公开政府信息216条。" } },
    },
  },
}
