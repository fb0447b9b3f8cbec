"""county_words.py - what each unit of a made-up county says in its own words, so that no two of 200 are alike: problems with their measures, and a
paragraph on how it publishes. None of it holds a figure."""

SUBJECTS = {
    "township": "村级公开栏 惠农补贴公示 工程项目信息 低保名单公示 防汛信息 村级财务公开 便民服务指南 人居环境信息 农机补贴信息 土地流转信息".split(),
    "subdistrict": "社区公开栏 物业管理信息 旧城改造信息 养老服务指南 就业岗位信息 文体活动预告 城市更新信息 社区救助公示 垃圾分类信息 停车管理信息".split(),
    "department": "业务办事指南 执法结果公示 政策文件库 招标采购信息 资金分配公示 行业统计资料 业务问答栏目 服务机构名录 检查结果信息 项目进度信息".split(),
}
# (problem, the measure that answers it, the same told a year later as put right)
FLAWS = [
    ("{}更新较慢，内容与实际进度脱节", "把{}的更新列入每周例会，由分管领导逐项过问", "{}更新较慢的问题，已列入每周例会，更新及时，整改到位"),
    ("{}文字冗长，重点不突出", "压缩{}的文字，配上看得懂的图表", "{}文字冗长的问题，已改进为图表"),
    ("{}放在网站的深处，查找不便", "将{}移到首页显眼位置，并附检索框", "{}难以查找的问题，已移到首页，整改到位"),
    ("{}缺少往年资料，前后对照困难", "补录往年资料，让{}可以按年份对照", "{}没有往年资料的问题，已分批补录，整改到位"),
    ("{}审核把关靠经验，尺度前后不一", "制定审核清单，{}发布前逐条对照签字", "{}审核尺度不一的问题，已建立审核清单"),
    ("{}在手机上显示错位，老年人使用困难", "请技术人员调整版面，让{}在手机上字大行疏", "{}在手机上错位的问题，已完成版面调整"),
    ("{}由兼职人员维护，换人以后衔接不畅", "为{}配备固定人员，交接时当面核对", "{}无专人维护的问题，已落实固定人员"),
    ("{}编写前听取群众意见不足，需求摸得不准", "到集市和窗口征求意见，据此调整{}的内容", "{}脱离需求的问题，已按群众意见改进"),
    ("{}各处口径不够一致，解释起来费周折", "汇编统一口径，{}一律以汇编为准", "{}口径不一的问题，已建立统一口径"),
    ("{}只写结果，过程和依据交代较少", "从起草环节抓起，为{}补上过程和依据", "{}只写结果的问题，已补齐过程和依据"),
]
PLACES = "赶集日 办事大厅 田间课堂 村民议事会 夜校 文化广场 流动服务车 邻里茶座 老年食堂 学校家长会 农技站 卫生院候诊处".split()
PEOPLE = "网格员 驻点干部 老党员 青年志愿者 退休教师 法律明白人 大学生干部 信息员 妇女小组长 业务骨干".split()
ACTS = [
    "{people}在{place}念读新出台的文件，听不懂的当场换成乡音再讲一遍",
    "{people}把公开内容抄成大字贴在{place}，旁边放一支笔供群众写意见",
    "在{place}摆一张桌子，{people}轮流值守，群众问到的事项记在簿上逐条回音",
    "{place}的宣传窗由{people}照管，过期的揭下来存档，新到的当天上墙",
    "{people}带着平板到{place}，手把手教群众在网上查找文件",
    "每逢{place}人多的时候，{people}收集大家想知道的事情，交给办公室排定公开次序",
]
HABITS = [
    "收上来的意见装订成册，年终逐条对照，未办的说明缘由",
    "凡是涉及钱物的，先在小范围核对姓名，再张榜公布",
    "文件起草时就写明能否公开，不能公开的附上理由",
    "主要负责人每月抽看一次公开内容，看不明白的退回重写",
    "外地的好做法由办公室摘编传阅，能学的当月就学",
    "旧文件清理以后注明失效，免得群众白跑一趟",
    "对外答复先请法律顾问过目，再由经办人电话说明",
    "把群众常问的事项编成问答，贴在窗口玻璃上",
]


def problems(rng, level):
    """Eight (problem, measure, put right) of which a unit has some in a year."""
    pairs = rng.sample([(subject, flaw) for subject in SUBJECTS[level] for flaw in FLAWS], 8)
    return [tuple(words.format(subject) for words in flaw) for subject, flaw in pairs]


def customs(rng):
    """A paragraph on how a unit publishes."""
    acts = [act.format(people=who, place=where) for act, who, where in zip(rng.sample(ACTS, 3), rng.sample(PEOPLE, 3), rng.sample(PLACES, 3))]
    return "。".join(acts + rng.sample(HABITS, 2)) + "。"
