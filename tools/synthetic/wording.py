"""wording.py - many ways of saying the same figures. `{name}` is a figure of the report (narrative.py), which remembers where it was put.

Wordings are ours, in the manner of published reports; each says nothing that a table or another sentence could contradict.
"""

OPENINGS = {
    "township": [
        "{year}年，{we}把政府信息公开作为联系群众的一件实事来做，围绕村级财务、惠农补贴和工程建设改进内容、缩短时间、方便查找。",
        "{year}年，{name}按照《中华人民共和国政府信息公开条例》的要求，结合人居环境整治和产业发展，及时公开群众关心的信息。",
        "一年来，{we}坚持以公开为常态、不公开为例外，把公开重点放在惠农资金和公共服务上，各项工作平稳有序。",
    ],
    "subdistrict": [
        "{year}年，{name}围绕社区治理和城市更新推进政府信息公开，各社区均设有公开服务角。",
        "一年来，{we}以居民需求为导向，抓好政府信息的主动公开和依申请公开，公开内容更加贴近生活。",
    ],
    "zone": [
        "{year}年，{we}围绕惠企政策和项目审批做好政府信息公开，方便企业查询和办事。",
        "{year}年，{name}把政策公开与企业服务结合起来，推动政府信息及时上网。",
    ],
    "department": [
        "{year}年，{we}推动政府信息公开与业务办理同步安排、同步检查，群众反映集中的事项做到随办随公开。",
        "一年来，{we}以服务对象的需求为导向，做好政府信息的发布、解读和回应。",
    ],
    "wide": [
        "{year}年，{we}坚持以公开促落实、促规范、促服务，政府信息公开工作平稳有序。",
        "{year}年，{name}统筹推进各级各部门的政府信息公开，公开质量稳步提高。",
    ],
}
ASPECTS = ["主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"]
MARKS = [
    lambda i, name: f"（{'一二三四五六'[i]}）{name}。",
    lambda i, name: f"（{'一二三四五六'[i]}）{name}情况。",
    lambda i, name: f"{i + 1}.{name}。",
    lambda i, name: f"{name}方面，",
]
ITEMS = [  # with {items} and its parts by topic
    "全年通过政府网站主动公开政府信息{items}条，其中{parts}。",
    "本年度主动公开政府信息{items}条，分别为{parts}。",
    "全年共主动公开政府信息{items}条，包括{parts}。",
    "{year}年共发布政府信息{items}条，其中{parts}。",
]
CHANNELS = [
    "按渠道分，网站公开{by_site}条，公众号公开{by_wechat}条，公开栏公开{by_board}条，合计{items}条。",
]
DOCUMENTS_MADE = [
    "全年制发行政规范性文件{made}件，废止{repealed}件，现行有效{in_force}件。",
    "本年制定行政规范性文件{made}件、废止{repealed}件，现行有效的行政规范性文件{in_force}件，均已在网站集中公开。",
]
DOCUMENTS_KEPT = ["全年制发行政规范性文件{made}件，现行有效{in_force}件。", "本年印发行政规范性文件{made}件，没有废止，现行有效{in_force}件。"]
DOCUMENTS_NONE = ["本年未制发行政规范性文件，现行有效的行政规范性文件{in_force}件。", "全年没有制定行政规范性文件，现行有效{in_force}件。"]
DECISIONS = [
    "全年作出行政许可决定{licences}件、行政处罚决定{penalties}件，相关结果按规定公示。",
    "全年共作出行政处罚决定{penalties}件，应当公示的均已公示。",
]
INTERPRET = ["围绕重要文件发布解读材料{readings}篇。", "发布政策解读{readings}篇，回应群众关切{replies}次。"]
RECEIVED_NONE = [
    "全年未收到政府信息公开申请，也没有上年结转的申请。",
    "本年度没有收到政府信息公开申请。",
    "全年收到政府信息公开申请0件。",
    "本年度未收到公民、法人和其他组织提出的政府信息公开申请。",
]
NO_CASES = ["没有因政府信息公开引起的行政复议和行政诉讼。", "未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。"]
RECEIVED = [
    "全年收到政府信息公开申请{new}件，上年结转{carried_in}件。",
    "全年新收政府信息公开申请{new}件，上年度结转{carried_in}件。",
    "本年度共收到政府信息公开申请{new}件，上年结转{carried_in}件。",
    "{year}年，共受理政府信息公开申请{both}件（含上年结转{carried_in}件）。",
]
RECEIVED_FRESH = [  # nothing carried in
    "全年收到政府信息公开申请{new}件，无上年结转。",
    "本年度共收到政府信息公开申请{new}件。",
    "{year}年，新收政府信息公开申请{new}件。",
    "全年接收政府信息公开申请{new}件。",
]
APPLICANTS = ["其中，自然人申请{natural_person}件、法人或其他组织申请{organisations}件。"]
COMPLETED_SOME = [
    "全年办结申请{done}件，其中{results}；结转下年度继续办理{carried_out}件。",
    "已办结申请{done}件，结转下年度{carried_out}件。办结的申请中，{results}。",
]
COMPLETED_ALL = ["申请均在法定期限内办结，其中{results}。", "全年办结申请{done}件，其中{results}，没有结转下年度的申请。"]
RESULTS = [("granted", "予以公开"), ("partial", "部分公开"), ("denied", "不予公开"), ("unavailable", "无法提供"),
           ("not_processed", "不予处理"), ("other", "其他处理")]
CASES_BOTH = [
    "因政府信息公开被申请行政复议{reconsideration}件，被提起行政诉讼{suits}件。",
    "全年因政府信息公开引发行政复议{reconsideration}件、行政诉讼{suits}件。",
]
CASES_REVIEW = ["因政府信息公开被申请行政复议{reconsideration}件，未发生行政诉讼。", "全年因政府信息公开被申请行政复议{reconsideration}件。"]
CASES_SPLIT = ["因政府信息公开被申请行政复议{reconsideration}件；提起行政诉讼{suits}件，其中未经复议直接起诉{direct}件，复议后起诉{after}件。"]
MANAGEMENT = [
    "信息发布前由经办人员、科室负责人和分管领导逐级审核，对失效的{checked}份文件作了标注。",
    "严格落实先审查、后公开的要求，全年核对历史信息{checked}条，撤下过期内容。",
    "修订信息发布审查办法，明确涉及个人隐私的字段一律隐去后再公示，全年退回重做{returned}条。",
    "确定专人负责信息收集、审核和归档，每季度清理一次失效内容。",
    "对公开信息实行动态管理，更正表述不准确的信息{returned}条，规范性文件清理结果同步公布。",
]
PLATFORM = {
    "township": [
        "镇村两级设有政府信息查阅点{points}处，网站专栏按季度检查更新。",
        "{points}个村的公开栏全部换装防雨面板，并在栏边贴上网站二维码。",
        "便民服务中心设有查阅点，网站专栏和公开栏共用一套目录。",
    ],
    "subdistrict": ["街道公众号开设办事专题，发布图解{drawings}期。", "{points}个社区设有公开查阅点，网站专栏每月检查一次。"],
    "zone": ["开发区网站改版后增设惠企政策检索，政务大厅设查阅终端{points}台。", "网站与公众号共用稿件库，减少重复录入，全年维护栏目{points}个。"],
    "department": ["局公众号与门户网站共用稿件库，减少重复录入；办事大厅增设查询终端{points}台。", "门户网站开设业务专题{points}个，专栏内容每月核对一次。"],
    "wide": ["完成门户网站适老化改造，合并功能相近的栏目{points}个，政务新媒体全部备案管理。", "在{points}个乡镇便民服务中心更新查阅设备，门户网站按月巡检。"],
}
APPRAISAL = ["在上级组织的政府信息公开工作考核中结果为{grade}", "年度考核结果为{grade}", "政府信息公开工作考核得分{score}分"]
EVALUATION = ["开展社会评议1次，群众满意度为{percent}%", "组织社会评议，收回问卷{forms}份，满意率{percent}%", "邀请群众代表开展评议2次，评议结果为满意"]
ACCOUNT = ["全年未发生责任追究情形", "没有因政府信息公开工作被追究责任的情形", "没有发生需要追究责任的情况"]
TRAINING = ["组织业务培训{sessions}次，{people}人次参加。", "按季度通报各{unit}公开情况。", ""]
PERIOD = [
    "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    "本报告数据的统计期限为{year}年1月1日至{year}年12月31日。",
    "数据统计期限自{year}年1月1日起至12月31日止。",
]
BASIS = {
    "2021": [
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）的要求，现公布{title}。",
        "本报告依据《中华人民共和国政府信息公开条例》第五十条编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
        "按照《中华人民共和国政府信息公开条例》的规定，{name}编制本报告，向社会公布。",
    ],
    "2019": [
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号）的要求，现公布{title}。",
        "按照《中华人民共和国政府信息公开条例》的规定，{name}编制本报告，向社会公布。",
    ],
}
CONTACT = [
    "如对本报告有疑问，请与{name}办公室联系，联系电话：{phone}。",
    "公众如有疑问，可向{office}咨询，电话：{phone}。",
]
FEE_NONE = ["全年未收取政府信息公开信息处理费。", "本年度未发出信息处理费收费通知，未收取信息处理费。", "{year}年，{we}未收取信息处理费。", "本年度收取政府信息公开信息处理费0元。"]
FEE_SOME = ["全年共发出收费通知{notices}份，收取信息处理费{fee_yuan}元。", "{year}年，发出信息处理费收费通知{notices}份，收取信息处理费共计{fee_yuan}元。"]
FEE_UNPAID = ["全年发出信息处理费收费通知{notices}份，申请人逾期未缴费，未收取信息处理费。"]
NOTHING_ELSE = ["没有其他需要报告的事项。", "除此之外，没有其他需要报告的事项。", ""]
PROBLEM_FORMS = [
    lambda p, m, old: [f"（一）存在的主要问题。{p}", f"（二）改进情况。{old}下一步，{m}"],
    lambda p, m, old: [f"存在的主要问题：{p}", f"改进情况：{old}下一步，{m}"],
    lambda p, m, old: [f"从全年工作看，主要有以下问题：{p}", f"针对以上问题，将采取以下措施：{m}{old}"],
]
