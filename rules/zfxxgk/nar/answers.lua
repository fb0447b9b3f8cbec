-- Problems and what answers them.
-- Source: GZ24 (measures item by item). Judged only where the text itself numbers its problems; a word in common, or a common topic, is an
-- answer, and so are measures that are no fewer than the problems.

-- Marks of a series: # is the item's number in Han, % in Arabic digits.
local HAN, MOST = "一二三四五六七八", 8
local series = {}
for _, form in ipairs { "#是", "%.", "%、", "%．", "（#）", "（%）", "第#，" } do
  local list = {}
  for number = 1, MOST do
    local han = table.concat(text.split(form, "#"), text.sub(HAN, number, number))
    list[number] = table.concat(text.split(han, "%"), tostring(number))
  end
  series[#series + 1] = list
end
series[#series + 1] = { "首先", "其次", "再次", "最后" }
-- Where the measures begin.
local turn = [[改进(?:情况|措施|举措|方案|打算)|整改(?:情况|措施)|工作措施|下一?步|下一?阶段|今后|针对(?:以上|上述|这些|存在)|20\d\d年[^。；，]{0,12}(?:将|打算)|采取(?:以下|如下)措施]]
-- Section five of one report; longer ones are not cut up.
local LONG = 12000

-- Pairs of characters that tell nothing of what a problem is about, and characters that are no part of a word.
local common = "政府信息公开 政务公开工作 公开的 加强 进一步 提高 提升 不够 有待 待进 待提 待加 存在 问题 不足 部分 个别 还需 仍需 方面 情况 我镇 我局 我县 本镇 及时 全面 需要 开展 相关 不断 "
  .. "完善 强化 有关 对于 公众 群众 各科室 单位 一些 较少 不高 不强 不到 到位 力度 比较 有的"
local marks = " \n\t，。；：、“”（）《》的和等了在是不有及与对为还较需仍更将要也从把被到或0123456789"

-- What may be meant by other words.
local topics = {
  "重视|认识|意识|思想|主动性|积极性|自觉", "更新|时效|及时|滞后|周期", "人员|队伍|业务|培训|学习|能力|素质|水平|兼职|专职", "解读|形式|方式|图|视频|通俗|生动",
  "渠道|平台|载体|网站|新媒体|公众号|栏目|公开栏", "机制|制度|流程|规范|标准|责任", "互动|回应|沟通|交流|参与|意见", "深度|广度|内容|范围|数量|领域|质量|细化|重点",
  "监督|督查|检查|考核|指导", "答复|申请|办理|说理|效率", "宣传|知晓|关注", "均衡|平衡|统筹|协调|协同|衔接|联动",
}

--- The items of the series that begins first of those with a second item; nil where nothing is numbered.
local function items(words)
  for _, series_marks in ipairs(series) do
    local pieces = text.split(words, series_marks[1])
    local rest = table.concat(pieces, series_marks[1], 2)
    local list = {}
    for index = 2, #series_marks do
      local parts = text.split(rest, series_marks[index])
      if #parts < 2 then break end
      list[#list + 1] = parts[1]
      rest = table.concat(parts, series_marks[index], 2)
    end
    if #list > 0 then
      list[#list + 1] = rest
      return list
    end
  end
  return nil
end

--- Whether problem and measures have a pair of characters or a topic in common. `known` keeps the measures' topics.
local function answered(problem, measures, known)
  if text.shared(text.sub(problem, 1, 60), measures, common, marks) then return true end
  local spoken = false
  for index, topic in ipairs(topics) do
    if text.test(problem, topic) then
      spoken = true
      if known[index] == nil then known[index] = text.test(measures, topic) end
      if known[index] then return true end
    end
  end
  return not spoken -- of what it is about we cannot tell
end

--- How many measures: numbered ones, else sentences.
local function count_of(measures)
  local list = items(measures)
  if list then return #list end
  local count = 0
  for _, sentence in ipairs(text.split(text.fold(measures), "。")) do
    if text.len(text.trim(sentence)) > 8 then count = count + 1 end
  end
  return count
end

--- Section five up to where the measures begin, and from there.
local function halves(report)
  local before, after = {}, {}
  for paragraph in report:paragraphs("problems") do
    local found = #after == 0 and paragraph:find(turn)
    if found then
      before[#before + 1] = found:before(LONG)
      after[1] = found.text .. found:after(LONG)
    else
      local list = #after == 0 and before or after
      list[#list + 1] = paragraph.text
    end
  end
  return table.concat(before, "\n"), table.concat(after, "\n")
end

--- The problems that nothing answers, how many problems and measures there are; nil where the text does not number its problems.
local function unanswered(report)
  local before, measures = halves(report)
  local problems = #before + #measures <= LONG and measures ~= "" and items(before)
  if not problems then return nil end
  local count, list, known = count_of(measures), {}, {}
  if count >= #problems then return nil end
  for _, problem in ipairs(problems) do
    if not answered(problem, measures, known) then list[#list + 1] = text.find(problem, [[[^\s。；，][^。；，\n]{1,23}]]) end
  end
  return list, #problems, count
end

rule {
  id = "NAR-033", name = "problem-unanswered", severity = "warning",
  clauses = { "GZ24" },
  title = { zh = "有的问题没有对应的措施", en = "A problem that no measure answers" },
  message = {
    zh = "写了{problems}个问题、{measures}条措施；“{first}”等{count}个问题没有找到对应的措施。",
    en = "{problems} problems and {measures} measures; no measure was found for “{first}” (such problems: {count}).",
  },
  remedy = {
    zh = "一个问题写一条措施；几个问题共用一条措施的，在措施里点到每个问题。",
    en = "Answer each problem with a measure; where one measure answers several, let it name them.",
  },
  explain = {
    zh = "只在问题逐条编号、措施比问题少、而且某个问题和全部措施没有一个共同的词或主题时才提示；合写的措施不算缺。",
    en = "Raised only where the problems are numbered, the measures are fewer, and a problem has neither a word nor a topic in common with any of them.",
  },
  needs = { "section:problems" }, since = "1.1.0", tags = { "narrative", "problems" },
  check = function(report, finding)
    local list, problems, measures = unanswered(report)
    if not list or #list == 0 then return end
    local first = text.trim(list[1].text)
    finding:fail {
      at = report:contains(first, "problems"), place = "problems.answers", first = first, count = #list,
      problems = problems, measures = measures,
    }
  end,
  cases = {
    fails = {
      {
        why = "三个问题，一条不相干的措施",
        text = { problems = {
          "一是村级公开栏更换慢。二是政策解读以文字为主。三是答复文书说理不充分。", "下一步，加强保密审查培训，严防泄密。",
        } },
      },
      {
        text = { problems = {
          "存在的问题：1.村级公开栏更换慢；2.答复文书说理不充分；3.群众知晓率低。", "改进措施：1.更换公开栏；2.编印答复文书范本。",
        } },
      },
      {
        why = "各种编号",
        each = { problems = {
          "1、答复说理不充分。2、知晓率低。下一步，换新公示牌。", "1．答复说理不充分。2．知晓率低。下一步，换新公示牌。",
          "（一）答复说理不充分。（二）知晓率低。下一步，换新公示牌。", "（1）答复说理不充分。（2）知晓率低。下一步，换新公示牌。",
          "第一，答复说理不充分。第二，知晓率低。下一步，换新公示牌。", "首先，答复说理不充分。其次，知晓率低。下一步，换新公示牌。",
          "首先，公示牌旧。其次，知晓率低。再次，台账不全。最后，说理不充分。下一步：一是换公示牌。二是补台账。三是换新柜。",
        } },
      },
      {
        why = "措施从哪里开始",
        with = "改进措施：  整改情况： 工作措施： 下步， 下阶段， 今后， 针对上述情况， 2025年我镇将 采取如下措施：",
        text = { problems = "一是答复说理不充分。二是知晓率低。{}换新公示牌。" },
      },
      { text = { problems = "一是答复说理不充分。二是知晓率低。下一步，换新一批公示牌。旧的一块不剩都换。" }, why = "不到9个字的不算一条措施" },
    },
    passes = {
      {},
      { text = { problems = { "一是公开栏更新慢。二是解读形式单一。三是人员不熟悉业务。", "下一步，按月更新公开栏，制作图解，组织培训。" } }, why = "合写" },
      { text = { problems = { "一是重视不够。二是公开栏更新慢。", "下一步，通过学习提高思想认识，按月更换公开栏。" } }, why = "同一主题" },
      { text = { problems = { "一是集镇路口的公示牌内容过时。二是信息员队伍不稳。", "下一步，换新公示牌，稳定信息员队伍。" } }, why = "有共同的词" },
      { text = { problems = { "一是档案柜老旧。二是公开栏更新慢。", "下一步，按月更换公开栏。" } }, why = "看不出说的是哪方面" },
      { text = { problems = "公开栏更新慢，解读形式单一。下一步加强学习。" }, why = "没有编号" },
      { text = { problems = { "一是答复说理不充分。二是知晓率低。", "下一步：一是更换公开栏。二是公布电话。" } }, why = "条数相同" },
      { text = { problems = "一是答复说理不充分。二是知晓率低。下一步，换新一批公示牌。旧的一块不剩都换掉。" }, why = "两句措施" },
      -- The topics: each word is answered by another one; 说理, spoken of too, by none.
      { with = "重视 认识 意识 思想 主动性 积极性", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，讲自觉。" } },
      { with = "更新 时效 滞后 周期", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，要及时。" } },
      { with = "人员 队伍 业务 培训 学习 能力 素质 水平 兼职", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，设专职。" } },
      { with = "解读 形式 方式 图 视频 通俗", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，写生动。" } },
      { with = "平台 载体 网站 新媒体 公众号 栏目 公开栏", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，拓渠道。" } },
      { with = "制度 流程 规范 标准 责任", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，建机制。" } },
      { with = "回应 沟通 交流 参与 意见", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，多互动。" } },
      { with = "深度 广度 范围 数量 领域 质量 细化 重点", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，增内容。" } },
      { with = "监督 督查 检查 考核", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，勤指导。" } },
      { with = "答复 申请 办理 说理", text = { problems = "一是{}和监督欠佳。二是柜子旧。下一步，提效率。" } },
      { with = "知晓 关注", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，广宣传。" } },
      { with = "均衡 平衡 统筹 协调 协同 衔接", text = { problems = "一是{}和说理欠佳。二是柜子旧。下一步，促联动。" } },
    },
    not_run = { { drop = "sections.problems" } },
  },
}
