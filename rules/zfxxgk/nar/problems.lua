-- Section five: problems that are problems, and measures.
-- Source: 条例 article 50(4), first part; GZ24 (analysed in depth, answered one by one); F21 closing item （敷衍塞责）.

local narrative = lib.narrative

-- Words that name a shortcoming of something.
local deficit = [[(?x) 不(?:够|足|高|强|深|全|熟|及时|到位|完善|规范|健全|畅|均|平衡|紧密|同步|多|精|准|丰富|广|突出|明显|显著|细|一|齐|便|充分|作为)
  |[有亟尚]待|待(?:进一步)?(?:提升|提高|加强|完善|改进)|单一|滞后|薄弱|欠缺|缺[乏少失位]|较[少低慢弱窄差]|偏[少低弱]|过少|狭隘|模糊|参差
  |需(?:要)?(?:进一步)?(?:加强|提高|提升|完善|改进|细化|丰富|拓展|拓宽|强化|规范|创新|持续)|仍需|尚未|未(?:能|及时|完全|充分|进行|按)|没有|难以|困难
  |短板|超过|延[迟误]|逾期|临期|噪音|流动性|兼职|老(?:方法|套路)|差距|重视程度|意识淡薄|空白|断更|错误|漏]]
-- A confession that names nothing.
local general = [[(?x) (?:仍然?|还|依然|也)? (?:存在|有) 着? (?:一些|一定|许多|不少|部分|诸多|某些)? 的? (?:问题|不足之处|不足|差距|短板|薄弱环节|困难)
  (?: (?:和|与|、|及)? (?:问题|不足之处|不足|差距|短板|薄弱环节|困难) )?]]
local nothing = [[^(?:目前)?(?:暂)?(?:无|没有)(?:主要|明显|突出)?(?:问题)?[。]?$|(?:不存在|没有|暂无|无)(?:主要|明显|突出)?问题]]
-- 有待提高 of nothing in particular.
local vague = [[(?x) ^ (?: [^，。；：]* [：，] )? (?:一是)? (?: 我[镇乡局区县市办] | 本机关 | 本单位 | 今后 )? 的?
  (?: 政府信息公开 | 政务公开 | 信息公开 )? 的? (?:各项)? (?:工作)? (?: 质量 | 水平 | 能力 )? (?: 还 | 仍然? | 尚 )?
  (?: 有待于? | 需要? | 亟待 ) (?:进一步)? (?: 提高 | 加强 | 提升 | 完善 | 改进 ) $]]

-- Measures: words that may stand anywhere, and words that may begin a sentence. The search goes over whole paragraphs and must not run
-- from one sentence into the next.
local measures = [[(?x) 下一?(?:步|阶段)|今后|整改|将(?:继续|进一步|从|采取|认真|坚持|以|着力|重点|严格|不断|切实|加大|按照|针对|持续|积极|全面)
  |改进(?:措施|举措|情况|方案)|改进(?<!待改进)(?<!进一步改进)(?<!需要改进)(?<!需改进)|采取[^。；！？!?;]{0,10}措施
  |20\d\d年(?<!上20\d\d年)[^。；！？!?;]{0,10}将|我[^。；，！？!?;]{0,6}将
  |[一二三四五六]是(?:要)?(?:进一步|继续|不断|积极|切实|着力|持续|坚持)?(?:加强|强化|完善|优化|提升|提高|健全|丰富|拓展|拓宽|深化|规范|落实|推进|加大|明确|增强|定期|组织|开展|建立|按|增加)]]
local measures_first = [[^\s*(?:[（(]?[一二三四五六\d]+[）)、.．]\s*)?(?:进一步|继续|不断|切实)?(?:加强|强化|完善|优化|提升|提高|健全|丰富|拓展|深化|规范|落实|推进|加大|增强|建立)]]
local measures_heading = [[措施|举措|改进|整改|下一步|打算|努力方向]]

--- One clause: "none" where it confesses to nothing in particular, "vague", "named", or nil where it speaks of no problem.
local function judge_clause(clause)
  if text.test(clause, nothing) then return "none" end
  local bare = text.find(clause, general)
  local rest = bare and table.concat(text.split(clause, bare.text)) or clause
  if not text.test(rest, deficit) then return bare and "none" end
  if text.test((table.concat(text.split(rest, "。"))), vague) then return "vague" end
  return "named"
end

--- What the problems amount to: "named", "vague", "none", or nil where the words do not tell. Sentences are cut at commas too, so that
--- “还存在不足” and what follows it are judged apart. One problem that is named settles it.
local function judge_problems(report)
  local seen = {}
  for paragraph in report:paragraphs("problems") do
    for sentence in paragraph:sentences() do
      for _, part in ipairs(text.split(sentence.text, "，")) do
        local verdict = judge_clause(text.trim(part))
        if verdict == "named" then return verdict end
        if verdict then seen[verdict] = seen[verdict] or sentence end
      end
    end
  end
  if seen.vague then return "vague", seen.vague end
  if seen.none then return "none", seen.none end
  return nil
end

--- Measures in section five, or in an extra section that is all measures.
local function has_measures(report)
  if report:contains("下一步", "problems") or narrative.search(report, measures, "problems") then return true end
  for paragraph in report:paragraphs("problems") do
    for sentence in paragraph:sentences() do
      if text.test(sentence.text, measures_first) then return true end
    end
  end
  for section in report:found_sections() do
    if section.key == nil and text.test(section.title, measures_heading) and section.chars > 0 then return true end
  end
  return false
end

local function is_empty(report) return report:section("problems").chars == 0 end

rule {
  id = "NAR-031", name = "no-concrete-problem", severity = "error",
  clauses = { "R711.50.4", "F21.form.problems", "GZ24" },
  title = { zh = "没有列明存在的问题", en = "No problem is named" },
  messages = {
    default = {
      zh = "第五部分没有写出具体问题，只说“{words}”。",
      en = "Section five names no problem; it only says “{words}”.",
    },
    vague = {
      zh = "第五部分的问题太笼统：“{words}”，看不出是什么有待提高。",
      en = "The problem in section five is too general: “{words}” does not say what is to be improved.",
    },
    unclear = {
      zh = "没有在第五部分认出问题的表述，请人工核对是否写了具体问题。",
      en = "No statement of a problem was recognised in section five; please check whether one is named.",
    },
  },
  remedy = {
    zh = "写出具体的事：哪项工作、哪个环节、差在哪里，例如“村级公开栏更新周期超过一个月”。",
    en = "Name what is wrong: which work, which step, how far, for instance “village notice boards are updated less than once a month”.",
  },
  explain = {
    zh = "条例要求报告主要问题。只说“还存在不足”等于没有写，为错误；只说工作有待提高而不说是什么，为警告。用词认不出来的不下结论，请人工核对。",
    en = "The statute asks for the main problems. “There are shortcomings” names none and is an error; “the work is to be improved”, not "
      .. "saying what, is a warning. Where the words do not tell, a person is asked.",
  },
  needs = { "form", "section:problems" }, since = "1.0.0", tags = { "narrative", "problems" },
  check = function(report, finding)
    if is_empty(report) then
      finding:not_run { because = "STR-004" }
      return
    end
    local state, where = judge_problems(report)
    local values = { at = where or report:section("problems"), place = "problems.problems", words = where }
    if state == "none" then
      finding:fail(values)
    elseif state == "vague" then
      values.message, values.severity = "vague", "warning"
      finding:fail(values)
    elseif state == nil then
      values.message = "unclear"
      finding:review(values)
    end
  end,
  cases = {
    fails = {
      { text = { problems = "工作还存在不足。下一步，将继续努力。" }, severity = "error" },
      { text = { problems = "无。" }, severity = "error" },
      { text = { problems = "我镇政府信息公开工作有待进一步提高。下一步将加强学习。" }, severity = "warning" },
      { text = { problems = "本年度不存在突出问题，运行正常。下一步将继续努力。" }, severity = "error" },
    },
    passes = {
      {},
      { text = { problems = "村级公开栏更新周期超过一个月。下一步按月检查。" } },
      { text = { problems = "仍存在一些不足之处，如信息公开渠道及创新力有待提升，业务水平还不够高。将加强业务培训。" } },
      { text = { problems = "主要表现在：一是公开力度有待加强。二是政策解读形式单一。2025年将加强培训。" } },
      { each = { problems = {
        "村级公开栏更新不及时。下一步改进。", "栏目分散，查找不便。下一步改进。", "页面适配较差。下一步改进。", "栏目内容有待充实。下一步改进。", "解读质量待提升。下一步改进。", "解读形式单一。下一步改进。", "信息发布滞后。下一步改进。",
        "基层力量薄弱。下一步改进。", "解读材料欠缺。下一步改进。", "专业人员缺乏。下一步改进。", "点击量较低。下一步改进。", "视频解读偏少。下一步改进。",
        "原创内容过少。下一步改进。", "公开范围狭隘。下一步改进。", "责任边界模糊。下一步改进。", "稿件质量参差。下一步改进。", "解读需要丰富。下一步改进。",
        "目录仍需打磨。下一步改进。", "部分栏目尚未开设。下一步改进。", "一些信息未按时发布。下一步改进。", "村里没有专人。下一步改进。", "群众难以找到。下一步改进。",
        "检索困难。下一步改进。", "人员是短板。下一步改进。", "更新周期超过一个月。下一步改进。", "答复延误。下一步改进。", "栏目逾期。下一步改进。",
        "栏目临期。下一步改进。", "平台有噪音。下一步改进。", "人员流动性大。下一步改进。", "信息员兼职。下一步改进。", "沿用老方法。下一步改进。",
        "与先进镇差距大。下一步改进。", "领导重视程度低。下一步改进。", "公开意识淡薄。下一步改进。", "解读工作空白。下一步改进。", "公众号断更。下一步改进。",
        "目录有错误。下一步改进。", "部分事项漏报。下一步改进。",
      } } },
    },
    reviews = { { text = { problems = "群众反映网站打开慢。下一步，更换服务器。" } } },
    not_run = {
      { drop = "sections.problems" }, { text = { problems = "" } }, { year = 2017 },
      { text = { problems = "" }, because = "STR-004" },
    },
  },
}

rule {
  id = "NAR-032", name = "no-measures", severity = "error",
  clauses = { "R711.50.4", "F21.form.problems" },
  title = { zh = "没有改进措施", en = "No measures are named" },
  message = {
    zh = "第五部分只写了问题，没有写改进情况或措施。",
    en = "Section five names problems but neither improvement nor measures.",
  },
  remedy = {
    zh = "逐条写出对应的改进措施或已经改正的情况，例如“下一步，按月检查村级公开栏”。",
    en = "Answer each problem with a measure or with what was put right, for instance “from now on boards are checked every month”.",
  },
  explain = {
    zh = "条例要求写“主要问题及改进情况”，两样都要有。措施与问题写在一起、或另设一部分写的，都算有。",
    en = "The statute asks for problems and improvement. Measures merged with the problems, or in a section of their own, count.",
  },
  needs = { "form", "section:problems" }, since = "1.0.0", tags = { "narrative", "problems" },
  check = function(report, finding)
    if is_empty(report) then
      finding:not_run { because = "STR-004" }
    elseif not has_measures(report) then
      finding:fail { at = report:section("problems"), place = "problems.measures" }
    end
  end,
  cases = {
    fails = {
      { text = { problems = "一是村级公开栏更新周期超过一个月。二是政策解读形式单一。" } },
      { text = { problems = "信息公开的主动性有待加强，业务水平需进一步提高。" } },
      { text = { problems = "公开栏更新慢。" }, replace = { { "## 六", "## 七、工作打算\n\n## 六" } }, why = "另设的一部分是空的" },
    },
    passes = {
      {},
      { text = { problems = "村级公开栏更新慢，下一步按月检查。" } },
      { text = { problems = { "存在解读形式单一的问题。", "针对上述问题，及时进行了改进。" } } },
      { text = { problems = { "存在解读形式单一的问题。", "一是丰富解读形式。二是定期组织培训。" } } },
      { each = { problems = {
        "公开栏更新慢。下一阶段按月检查。", "公开栏更新慢。今后按月检查。", "公开栏更新慢。对更新慢的栏目完成整改。", "公开栏更新慢。将继续按月检查。",
        "公开栏更新慢。已作改进。", "公开栏更新慢。采取按月检查等措施。", "公开栏更新慢。2025年公开栏将换新。", "公开栏更新慢。我镇将换新公开栏。",
        "公开栏更新慢。一是定期检查。", "公开栏更新慢。加强按月检查。",
      } } },
      { text = { problems = "公开栏更新慢。" }, replace = { { "## 六", "## 七、有关措施\n\n按月检查。\n\n## 六" } } },
      { text = { problems = "公开栏更新慢。" }, replace = { { "## 六", "## 七、有关举措\n\n按月检查。\n\n## 六" } } },
      { text = { problems = "公开栏更新慢。" }, replace = { { "## 六", "## 七、改进\n\n按月检查。\n\n## 六" } } },
      { text = { problems = "公开栏更新慢。" }, replace = { { "## 六", "## 七、整改\n\n按月检查。\n\n## 六" } } },
      { text = { problems = "公开栏更新慢。" }, replace = { { "## 六", "## 七、下一步\n\n按月检查。\n\n## 六" } } },
      { text = { problems = "公开栏更新慢。" }, replace = { { "## 六", "## 七、工作打算\n\n按月检查。\n\n## 六" } } },
      { text = { problems = "公开栏更新慢。" }, replace = { { "## 六", "## 七、努力方向\n\n按月检查。\n\n## 六" } } },
    },
    not_run = {
      { drop = "sections.problems" }, { year = 2017 },
      { text = { problems = "" }, because = "STR-004" },
    },
  },
}
