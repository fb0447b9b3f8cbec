-- Section five held against last year's: the problems, and the measures.
-- Source: GZ24 （不敷衍、不照抄）; the case of 2011 (DG11). Thresholds: lib/alike.lua.

local fewest_in_five = 30 -- signs; fewer are alike by chance

rule {
  id = "YOY-021", name = "problems-like-last-year", severity = "warning",
  clauses = { "GZ24", "DG11" },
  title = { zh = "问题与上年报告雷同", en = "The problems are those of last year" },
  message = {
    zh = "第五部分写的问题有{share}%与上年报告相同，例如“{sample}”。",
    en = "{share}% of the problems in section five are worded as last year, for instance “{sample}”.",
  },
  remedy = {
    zh = "写今年新查出的问题；确实没有改掉的老问题，写明已经做了什么、为什么还没有解决。",
    en = "Name the problems found this year; of an old one say what was done and why it is still there.",
  },
  explain = {
    zh = "比较两年第五部分写问题的文字（到“下一步”“改进措施”等词为止），每四个字一段，两年共有的段占80%以上即提示。只有个别问题相同不算。",
    en = "The words about problems (up to “from now on”, “measures” and the like) of both years: 80% of all runs of four characters in "
      .. "common. One recurring problem among others does not count.",
  },
  needs = { "prior", "section:problems" }, since = "1.1.0", tags = { "year-to-year", "problems" },
  check = function(report, finding)
    local mine, theirs = lib.turn.of_problems(report), lib.turn.of_problems(report.prior)
    lib.alike.compare(report, finding, mine, theirs, { place = "problems.problems.likeness", fewest = fewest_in_five, warning = 0.8 })
  end,
  cases = {
    fails = {
      {
        prior = { text = { problems = {
          "（一）存在的主要问题。一是村级公开栏更新不够及时，个别村更新周期超过一个月。二是政策解读以文字为主，形式比较单一。",
          "（二）改进情况。下一步，镇里将安排专人逐村检查，并且学习外地的做法。",
        } } },
      },
      {
        text = { problems = "一是公开内容不够全面，重点领域公开力度不足；二是工作人员业务能力有待提高，培训还不够。下一步，举办培训班两期。" },
        prior = { text = { problems = "一是公开内容不够全面，重点领域公开力度不足；二是工作人员业务能力有待提高，培训还不够。下一步，增加公开目录。" } },
      },
    },
    passes = {
      { prior = true },
      {
        why = "只有一个问题相同",
        prior = { text = { problems = {
          "（一）存在的主要问题。一是村级公开栏更新不够及时，个别村更新周期超过一个月。二是受理申请的人员不熟悉办理流程，答复文书不规范。",
          "（二）改进情况。下一步，请县司法局的同志来讲课。",
        } } },
      },
      {
        why = "只有措施相同",
        prior = { text = { problems = {
          "（一）存在的主要问题。网站专栏的栏目重复，同一份文件要找三个地方，群众意见比较大。",
          "（二）改进情况。下一步，一是按月检查村级公开栏，更新不及时的限期改正；二是增加图表和短视频解读，让群众看得懂。",
        } } },
      },
    },
    not_run = { {}, { prior = true, drop = "sections.problems" } },
  },
}

rule {
  id = "YOY-022", name = "measures-like-last-year", severity = "warning",
  clauses = { "GZ24", "DG11" },
  title = { zh = "改进措施与上年报告雷同", en = "The measures are those of last year" },
  message = {
    zh = "第五部分写的改进措施有{share}%与上年报告相同，例如“{sample}”。",
    en = "{share}% of the measures in section five are worded as last year, for instance “{sample}”.",
  },
  remedy = {
    zh = "写明上年的措施落实得怎么样，再针对今年的问题逐条写出新的措施。",
    en = "Say what came of last year's measures, and answer this year's problems one by one with new ones.",
  },
  explain = {
    zh = "比较两年第五部分写改进的文字（从“下一步”“改进措施”等词起），每四个字一段，两年共有的段占80%以上即提示。",
    en = "The words about improvement (from “from now on”, “measures” and the like) of both years: 80% of all runs of four characters in common.",
  },
  needs = { "prior", "section:problems" }, since = "1.1.0", tags = { "year-to-year", "problems" },
  check = function(report, finding)
    local _, mine = lib.turn.of_problems(report)
    local _, theirs = lib.turn.of_problems(report.prior)
    lib.alike.compare(report, finding, mine, theirs, { place = "problems.measures.likeness", fewest = fewest_in_five, warning = 0.8 })
  end,
  cases = {
    fails = {
      {
        prior = { text = { problems = {
          "（一）存在的主要问题。网站专栏的栏目重复，同一份文件要找三个地方，群众意见比较大。",
          "（二）改进情况。上年查出的网站专栏更新慢的问题，4月底前已经改正。下一步，一是按月检查村级公开栏，更新不及时的限期改正；二是增加图表和短视频解读，让群众看得懂。",
        } } },
      },
      {
        text = { problems = "答复文书说理不足。下一步，我镇将加强业务培训，提高工作人员的能力；完善工作机制，明确各科室的职责。" },
        prior = { text = { problems = "政策解读形式单一。下一步，我镇将加强业务培训，提高工作人员的能力；完善工作机制，明确各科室的职责。" } },
      },
    },
    passes = {
      { prior = true },
      {
        why = "只有问题相同",
        prior = { text = { problems = {
          "（一）存在的主要问题。一是村级公开栏更新不够及时，个别村更新周期超过一个月。二是政策解读以文字为主，形式比较单一。",
          "（二）改进情况。下一步，镇里将安排专人逐村检查，并且学习外地的做法，拍摄短片。",
        } } },
      },
    },
    not_run = { {}, { prior = true, drop = "sections.problems" } },
  },
}
