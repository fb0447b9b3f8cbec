"""bodies.py - who reports: made-up townships, subdistricts, bureaus, counties and zones, each with its own topics.

A topic list gives what is published (for break-downs), problems each with the measure that answers it, and words of the trade. The places
do not exist; a body's words never speak of another body's business.
"""

# Two characters make a place; the index makes it another place for every body, so that no report is taken for another's of the year before.
FIRST = "清白双枫柳青桃石金龙杏松沙泉高竹红云丰长南东永和兴福祥瑞玉银铁铜梅兰菊荷凤鹤虎鹿"
SECOND = "溪河林庄山源桥沟湾花岭坪口台岔园坝崖塘滩浦潭洼岗坡寨堡店集渡坳冲井堰屯崮圩墩"
ZONES = "经济开发区 高新技术产业开发区 工业园区 旅游度假区".split()
PROVINCES = "山西 湖南 江苏 四川 安徽 福建 甘肃 河南".split()
AREA_CODES = {"山西": "0351", "湖南": "0731", "江苏": "0517", "四川": "0838", "安徽": "0551", "福建": "0591", "甘肃": "0935", "河南": "0379"}

# (problem, measure that answers it, the same told a year later as put right)
RURAL = [
    ("村级公开栏更新不够及时，有两个村的更新周期超过一个月", "按月检查村级公开栏更新情况，超过一个月未更新的限期改正", "村级公开栏更新慢的问题，已明确专人负责，现在每月更新"),
    ("惠农补贴公示的格式不统一，群众不便核对", "统一惠农补贴公示格式，列明面积、标准和金额", "惠农补贴公示格式不一的问题，已换用统一的表样"),
    ("工程项目信息偏重结果，招标和验收环节公开较少", "在工程项目信息中增加招标、验收两个环节的内容", "工程项目只公开结果的问题，已补充招标和验收材料"),
    ("村级信息员更换频繁，新任人员对公开流程不熟悉", "每季度培训一次村级信息员，并编发公开流程手册", "村级信息员业务生疏的问题，已组织培训并发放手册"),
    ("政策解读以文字为主，形式比较单一", "丰富政策解读形式，增加图表和短视频", "政策解读形式单一的问题，已增加图表解读"),
    ("网站专栏检索不便，群众查找旧信息费时较长", "整理网站专栏目录，补上检索入口", "网站专栏难查找的问题，已重排目录"),
]
URBAN = [
    ("旧城改造类答复口径前后不够一致", "汇编旧城改造答复口径，由专人统一把关", "旧城改造答复口径不一的问题，已形成统一口径"),
    ("社区公开角资料更换不及时，个别社区仍摆放去年的宣传页", "每半月更换一次社区公开角资料并留存记录", "社区公开角资料陈旧的问题，已建立更换登记"),
    ("物业管理信息公开不够完整，维修资金使用情况说明较少", "补充公开物业维修资金使用情况，逐小区列出", "物业信息不全的问题，已分批补齐"),
    ("公众号发布内容与网站重复较多，缺少办事指引", "在公众号增设办事指引栏目，减少与网站的重复发布", "公众号内容重复的问题，已调整栏目分工"),
    ("窗口查阅设备使用率偏低，引导标识不够醒目", "在窗口增设查阅设备引导标识并安排人员协助", "查阅设备闲置的问题，已移到窗口旁边"),
]
OFFICE = [
    ("公示名单的字段不统一，个别批次缺少公示期限", "统一公示名单模板，写明公示期限", "公示期限缺失的问题，已纳入发布前核对"),
    ("门户网站业务栏目入口较深，群众不易找到", "把业务栏目入口移到网站首页第二级菜单", "业务栏目入口太深的问题，已调整到首页"),
    ("答复文书说理不够充分，引用条款比较笼统", "编印答复文书范本，要求写明引用的具体条款", "答复文书说理不足的问题，已统一文书范本"),
    ("各科室报送信息的时间不均衡，月末集中较多", "按周排定科室报送计划，减少月末集中发布", "科室报送不均衡的问题，已改为按周报送"),
    ("政策文件与解读材料没有同步发布，间隔较长", "政策文件与解读材料同步起草、同步发布", "解读滞后于文件的问题，已做到同日发布"),
]
WIDE = [
    ("部分乡镇的主动公开目录更新滞后，与机构调整不同步", "按机构调整结果逐家更新主动公开目录", "主动公开目录滞后的问题，已完成第一轮更新"),
    ("答复文书质量不够均衡，少数单位说理不充分", "组织答复文书互查，编印说理范本", "答复文书质量不齐的问题，已组织两轮互查"),
    ("政策解读视频类占比偏低，不足一成", "要求重要政策的解读至少有视频和图表两种形式", "解读形式较少的问题，已增加图表解读"),
    ("少数政务新媒体更新间隔较长，互动回应不及时", "按月抽查政务新媒体更新和互动情况，超期的限期改正", "政务新媒体更新慢的问题，已关停合并一批账号"),
    ("基层查阅点设备老化，个别点位无人值守", "更换基层查阅点设备，落实值守人员", "查阅点设备老化的问题，已更新三处"),
]
PARKS = [
    ("惠企政策发布后缺少申报指引，企业咨询较多", "为每项惠企政策配发申报指引", "惠企政策缺少指引的问题，已补发申报流程"),
    ("土地出让信息与规划信息分散在两个栏目，查找不便", "合并土地出让与规划信息栏目", "栏目分散的问题，已完成合并"),
    ("环评审批信息更新不够及时，个别项目晚于规定时间", "环评审批信息由承办部门当日报送、当日发布", "环评信息更新慢的问题，已明确报送时限"),
    ("园区网站手机端页面打不开的情况时有发生，适配较差", "改造园区网站手机端页面并按月测试", "网站手机端打不开的问题，已修复"),
]
TOPICS = {
    "township": (RURAL, "惠农补贴 项目建设 财政资金 公共服务 社会救助 农田水利 人居环境 防汛抗旱".split(), "村"),
    "subdistrict": (URBAN, "社区治理 城市更新 民生实事 养老服务 就业创业 物业管理 文体活动".split(), "社区"),
    "zone": (PARKS, "惠企政策 土地出让 环评审批 项目备案 招商信息 安全生产".split(), "企业"),
    "wide": (WIDE, "财政预决算 重大项目 教育 医疗卫生 社会救助 生态环境 安全生产 公共资源配置".split(), "单位"),
    "民政局": (OFFICE, "社会救助 养老服务 殡葬管理 婚姻登记 社会组织".split(), "科室"),
    "教育局": (OFFICE, "招生入学 教师招聘 学生资助 校园安全 财务信息".split(), "科室"),
    "交通运输局": (OFFICE, "公路养护 客运管理 工程招标 执法信息 财务信息".split(), "科室"),
    "农业农村局": (OFFICE, "惠农政策 农产品质量 农机补贴 动物防疫 项目资金".split(), "科室"),
    "水利局": (OFFICE, "水资源管理 工程建设 河湖管护 防汛信息 财务信息".split(), "科室"),
    "文化和旅游局": (OFFICE, "文化活动 文物保护 旅游市场 执法信息 财务信息".split(), "科室"),
}
ENFORCERS = ("交通运输局", "农业农村局", "水利局", "文化和旅游局")


class Body:
    """name, we (我镇), level, kind, scope, province, size; what it publishes, and what its tables may hold."""

    def __init__(self, rng, level, size, index=0):
        round_, index = divmod(index, len(FIRST) * len(SECOND))
        place = " 上下大小新老"[round_ % 7].strip() + FIRST[index % len(FIRST)] + SECOND[index // len(FIRST)]
        self.level, self.size, self.province = level, size, rng.choice(PROVINCES)
        self.kind, self.scope, topic = "government", "own", level
        if level == "township":
            suffix = rng.choice(["镇", "镇", "乡"])
            self.name, self.we = place + suffix + "人民政府", "我" + suffix
        elif level == "subdistrict":
            self.name, self.we, self.kind = place + "街道办事处", "我街道", "other"
        elif level == "zone":
            self.name, self.we, self.kind = place + rng.choice(ZONES) + "管理委员会", "管委会", "other"
        elif level == "department":
            topic = rng.choice([k for k in TOPICS if k.endswith("局")])
            self.name, self.we, self.kind, self.level = place + "县" + topic, "我局", "department", "county"
        else:  # county or city: the whole area
            self.name = place + ("市" if level == "city" else "县") + "人民政府"
            self.we, self.scope, topic = "全市" if level == "city" else "全县", "aggregate", "wide"
        self.problems, self.topics, self.unit = TOPICS[topic]
        self.trade = topic
        self.is_wide = self.scope == "aggregate"
        self.makes_regulations = level == "city"
        self.enforces = self.is_wide or topic in ENFORCERS
        self.is_disputed = size != "zero" and rng.random() < 0.7
        self.fee_yuan, self.sends_fee_notices = 0, False
        if size in ("middle", "large", "huge") and rng.random() < 0.4:
            self.sends_fee_notices = True
            self.fee_yuan = rng.choice([0, 100, 380, 1200])
        self.phone = f"{AREA_CODES[self.province]}-{rng.randint(2, 8)}{rng.randint(100000, 999999)}"

    @property
    def governs(self):
        return self.kind == "government"
