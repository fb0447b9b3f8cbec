"""plant_words.py - titles, periods, years, wording, privacy: a table of what is written wrongly, one line a planting.

SENTENCES: a paragraph added to a section. TITLES: a title written otherwise. CHANGES: words of the report replaced wherever the report has them.
`{year}`, `{last}` (the year before), `{name}`, `{we}` and `{short}` (the name without 人民政府) are the report's.
"""
import re

from .planting import WORDS, plant
from .plant_cells import renamed
from .plant_figures import add
from .plant_structure import laid_out

TITLES = [
    ("TTL-001", "{name}{year}年政府信息公开工作年度报"), ("TTL-002", "{name}{year}年度政府信息公开工作报告"),
    ("TTL-002", "{name}{year}年政府信息公开年度工作报告"), ("TTL-003", "{name}{year}年政务公开工作年度报告"),
    ("TTL-003", "{name}{year}年政府信息公开年报"), ("TTL-003 TTL-002", "{name}{year}年政务信息公开工作年度报告"),
    ("TTL-004", "{year}年政府信息公开工作年度报告"), ("NAR-025", "××县{name}{year}年政府信息公开工作年度报告"),
]
# rule, section, sentence, words that the finding must show
SENTENCES = [
    ("TTL-013", "overview", "{last}年，{we}主动公开政府信息85条。", "{last}年"),
    ("TTL-013", "proactive", "{last}年，{we}认真落实各项公开要求。", "{last}年"),
    ("TTL-014", "overview", "网站于{year}年13月完成改版。", "13月"), ("TTL-014", "overview", "网站于{year}年13月1日完成改版。", "13月1日"),
    ("TTL-014", "overview", "该栏目在{year}年2月30日上线运行。", "2月30日"),
    ("TTL-014 TXT-011", "overview", "上述工作于20{year}年12月31日前完成。", "20{year}年"),
    ("TTL-015", "overview", "今年，{we}组织信息公开培训2次。", "今年"),
    ("NAR-021", "overview", "这一项报告本机关主动公开政府信息的总体情况。", ""),
    ("NAR-025", "overview", "XX镇全年召开专题会议2次。", "XX"),
    ("NAR-025", "other", "特此报告。（单位名称）", "单位名称"),
    ("NAR-035", "overview", "对申请事项严格按照法定15个工作日的期限答复。", "15个工作日"),
    ("NAR-040", "overview", "本机关未开设政务新媒体。全年通过政务新媒体发布信息56条。", "新媒体"),
    ("NAR-020", "overview", "大力推动经济发展，全力抓好招商引资，实现地区生产总值快速增长。", ""),
    ("NAR-034", "overview", "将群众电话咨询作为政府信息公开申请受理5件。", ""),
    ("NAR-038", "problems", "个别人员对公开工作敷衍了事。今后将加强教育。", "敷衍了事"),
    ("REF-001", "overview", "认真学习《中华人民共和国政府信息公开条例》（国务院令第771号）。", "771"),
    ("REF-002", "overview", "认真落实《中华人民共和国信息公开条例》的各项规定。", "信息公开条例"),
    ("REF-002", "overview", "按照《政府信息条例》的要求开展工作。", "政府信息条例"),
    ("REF-005 REF-003", "overview", "按照《关于政府信息公开年度报告有关事项的通知》（国办公开办函〔2021〕30号）的要求填报。", "30号"),
    ("REF-006", "overview", "严格执行国办公开办函[2021]30号文件的规定。", "[2021]"),
    ("REF-007", "overview", "根据《中华人民共和国政府信息公开条例》第三十二条规定，编制年度报告。", "三十二条"),
    ("TXT-001", "overview", "全年组织业务培训2次。通过培训和检查，各单位的公开意识得到了有效提升", "提升"),
    ("TXT-002", "overview", "全年组织业务培训2次。。各项工作有序推进。", "。。"),
    ("TXT-002", "overview", "全年组织业务培训2次，，各项工作有序推进。", "，，"),
    ("TXT-003", "overview", "按照《政府信息公开工作实施方案要求，明确责任分工。", "《"),
    ("TXT-003", "overview", "设立公开专栏（含政策解读栏目，方便群众查阅。", "（"),
    ("TXT-004", "overview", "认真办理各类复议、诉讼、情况，做到有案必应。", "、情况"),
    ("TXT-005", "overview", "由县自然资源局局牵头审核规划类信息。", "局局"),
    ("TXT-005", "overview", "通过多措并举并举，公开渠道不断拓宽。", "并举并举"),
    ("TXT-006", "overview", "坚持应公开尽公开,做到及时、准确,方便群众查阅。", ","),
    ("TXT-007", "overview", "全年公开政府信息184通过网站发布。", "184"), ("TXT-007", "overview", "全年发布解读文章34。", "34"),
    ("TXT-008", "overview", "全年公开信息条，群众反映良好。", "信息条"),
    ("TXT-011", "overview", "该制度自202{year}年起执行。", ""),
    ("TXT-012", "overview", "截至{year}年12月31止，各项公开任务全部完成。", "12月31止"),
    ("TXT-014", "overview", "截止{year}年12月31日，网站运行正常。", "截止"),
    ("TXT-016", "overview", "按照贵办通知要求，现将有关情况汇报如下。", ""),
    ("TXT-020", "overview", "全年推送便民提示1867余条。", "1867余"),
    ("TXT-030", "overview", "没有因政府信息公开实务引起的投诉。", "实务"),
    ("TXT-031", "overview", "没有接收到受理政府信息公开申请的投诉。", ""),
    ("TXT-040", "overview", "主要做法：一是，{we}健全审核制度；二是，加强业务培训。", "一是，"),
    ("TXT-050", "overview", "坚持公开是常态、公开是例外的原则。", "公开是例外"),
    ("TXT-050", "overview", "坚持以公开为原则、不公开为例外。", "公开为原则"),
    ("TXT-052", "overview", "发布前逐条审查是否涉及国家机密。", "国家机密"),
    ("TXT-053", "overview", "专栏内容包括锟斤拷政策解读锟斤拷等。", "锟斤拷"),
    ("TXT-053", "overview", "認真開展政府信息公開工作，確保羣眾及時瞭解。", ""),
    ("PRV-002", "other", "退费账户为6222021234567890128，开户行为本地农商银行，银行卡号已核对。", ""),
    ("PRV-003", "overview", "申请人张志强申请公开征地补偿材料，已按期答复。", ""),
    ("PRV-004", "other", "联系人手机：13812345678。", ""),
    ("PRV-005", "overview", "申请人家住幸福小区3栋2单元501室，申请公开低保审批材料。", ""),
    ("PRV-007", "other", "秘密★一年", ""),
    ("FMT-010", "other", "报告电子版见http//www.example.gov.cn/col/index.html。", ""),
    ("FMT-012", "other", "附件下载()。", ""),
    ("FMT-021", "overview", "按照《年度报告格式>的要求逐项填报。", ""), ("FMT-021", "overview", "全年发布解读undefined篇，群众反映良好。", ""),
    ("FMT-022", "other", "电子版见http://www.example.gov.cn/cms/cmsadmin/main.jsp。", "cmsadmin"),
    ("FMT-031", "overview", "网站于{year}  3  1  日改版。", ""),
    ("NAR-015", "overview", "登记来访80人次，其中政策咨询42人次，占65%。", "65%"), ("NAR-015", "overview", "推送稿件22篇，比上年的31篇下降39%。", "39%"),
    ("NAR-019", "overview", "办理网民留言22件，比上年的31件增长。", ""), ("NAR-019", "overview", "关注人数由1200人下降到1600人。", ""),
    ("NAR-013", "overview", "全年公开206条，其中不予公开3条。", ""),
    ("NAR-042", "overview", "全年受理申请3件。该申请已按期办理。", "该申请"), ("NAR-043", "overview", "由镇纪委负责审批公开事项。", ""),
    ("NAR-030", "overview", "加强政务公开，做好政务公开，检查政务公开，推进政务公开，宣传政务公开，落实政务公开，深化政务公开。", ""),
    ("TXT-021", "overview", "主动公开政府信息61份，其中54条为政策文件。", ""),
    ("TXT-033", "overview", "高度重视，统一思想，凝聚共识，狠抓落实，齐抓共管，上下联动，压实责任，形成合力，扎实推进，不断完善，落到实处，走深走实，精心组织，周密部署。", ""),
    ("TXT-051", "overview", "深入学习党的二十大三中全会精神。", ""),
    ("TXT-035", "overview", "认真贯彻“最多跑一次”改革重要思想。", ""),
    ("PRV-006", "overview", "成立领导小组，由刘高升任组长、李惠军任副组长。", ""),
    ("STR-032", "overview", "1.更新公开栏。|2.制作图解。|3、检查栏目。", ""),
    ("FMT-030", "overview", "全年组织业务培训2次|，按季度通报检查结果。", ""),
    ("STR-031", "overview", "（一）健全制度。明确责任。|（二）开展培训。提高能力。|（四）加强检查。按月通报。", ""),
]
# rule, pattern, replacement: made where the pattern occurs
CHANGES = [
    ("TTL-012", r"(?<=统计期限自)\d{4}(?=年1月1日起至)", "{last}", "{last}"),
    ("TTL-012", r"(?<=统计期限为)\d{4}(?=年1月1日至)", "{last}", "{last}"),
    ("TTL-012", r"(1月1日起?至(?:\d{4}年)?)12月31日", r"\g<1>11月30日", "11月30日"),
    ("TTL-011", r"本报告[^。]*统计期限[^。]*。|数据统计期限[^。]*。", "", ""),
    ("REF-001", r"国务院令第711号", "国务院令第771号", "771"),
    ("REF-003 REF-005", r"国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号", "60号"),
    ("REF-002", r"《中华人民共和国政府信息公开条例》", "《中华人民共和国政务公开条例》", "政务公开条例"),
    ("STR-013", r"六个部分", "七个部分", "七个部分"),
    ("STR-014", r"由总体情况、主动公开政府信息情况、", "由概述、政策解读情况、", ""),
    ("TTL-017", r"如对本报告[^。]*。|公众如有疑问[^。]*。", "", ""),
    ("PRV-004", r"(?<=电话[：:])[\d-]+", "13912345678", ""),
]


def names(report):
    return {"year": report.year, "last": report.year - 1, "name": report.body.name, "we": report.body.we}


def fill(words, report):
    for key, value in names(report).items():
        words = words.replace("{" + key + "}", str(value))
    return words


def _title(rule, title):
    @plant(rule, WORDS, f"title {title}")
    def changed_title(rng, report):
        changed = report.copy()
        changed.title = fill(title, report)
        yield changed, {}


def _sentence(rule, section, sentence, words):
    @plant(rule, WORDS, f"sentence {sentence[:24]}")
    def added(rng, report):
        changed = report
        for paragraph in fill(sentence, report).split("|"):
            changed = add(changed, section, paragraph)
        yield changed, {"words": fill(words, report)} if words else {}


def _change(rule, pattern, new, words):
    @plant(rule, WORDS, f"{pattern} -> {new}")
    def replaced(rng, report):
        changed, hits = report.copy(), 0
        for paragraphs in changed.text.values():
            for index, paragraph in enumerate(paragraphs):
                paragraphs[index], count = re.subn(pattern, fill(new, report), paragraph)
                hits += count
        if hits:
            yield changed, {"words": fill(words, report)} if words else {}


for _line in TITLES:
    _title(*_line)
for _line in SENTENCES:
    _sentence(*_line)
for _line in CHANGES:
    _change(*_line)


@plant("PRV-001", WORDS)
def identity_number(rng, report):
    digits = "110101" + str(rng.randint(1950, 2001)) + f"{rng.randint(1, 12):02}{rng.randint(1, 28):02}{rng.randint(0, 999):03}"
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    check = "10X98765432"[sum(int(d) * w for d, w in zip(digits, weights)) % 11]
    yield add(report, "overview", f"补贴公示名单第一人证件号码为{digits}{check}。"), {}


@plant("TTL-001 STR-040", WORDS)
@laid_out
def no_title(rng, report):
    changed = report.copy()
    changed.title = ""
    yield changed, {}


@plant("TTL-005", WORDS)
def title_of_another_year(rng, report):
    if report.format == "json":  # only metadata says the year beside the title
        changed = report.copy()
        changed.title = report.title.replace(str(report.year), str(report.year - 1))
        yield changed, {}


@plant("STR-040", WORDS)
@laid_out
def neither_body_nor_year(rng, report):
    changed = report.copy()
    changed.title = "政府信息公开工作年度报告"
    for paragraphs in changed.text.values():
        for index, paragraph in enumerate(paragraphs):
            paragraphs[index] = re.sub(r"\d{4}年", "", paragraph).replace(report.body.name, "本机关").replace(report.title, "本报告")
    yield changed, {}


def _without(report, words, section="overview"):
    """Without the paragraphs of a section that hold one of the words; None where none does."""
    changed = report.copy()
    changed.text[section] = [p for p in changed.text[section] if not any(w in p for w in words)]
    return changed if len(changed.text[section]) < len(report.text[section]) else None


@plant("NAR-003", WORDS)
def requests_without_figure(rng, report):
    changed = _without(report, ["依申请公开"])
    if changed:
        yield add(changed, "overview", "对于依申请公开，严格按照规定程序办理，规范登记和送达环节。"), {}


@plant("NAR-002", WORDS)
def aspect_left_out(rng, report):
    for word in ("政府信息管理", "平台建设", "监督保障"):
        changed = _without(report, [word])
        if changed and not any(w in "".join(changed.text["overview"]) for w in ("审核", "审查", "平台", "网站", "公众号", "考核", "培训")):
            yield changed, {}


@plant("NAR-004", WORDS)
def three_results_left_out(rng, report):
    changed = _without(report, ["监督保障"])
    if changed:
        yield add(changed, "overview", "（五）监督保障。把政府信息公开纳入考核范围，按季度通报。"), {}


@plant("NAR-005", WORDS)
def disclosure_without_quantity(rng, report):
    changed = _without(report, ["主动公开"])
    if changed and not any(w in "".join(changed.text["overview"]) for w in ("条", "篇")):
        yield add(changed, "overview", "（一）主动公开。全年主动公开政府信息数量有所增长。"), {}


@plant("NAR-031", WORDS)
def no_concrete_problem(rng, report):
    for words in ("工作还存在不足。下一步，将继续努力。", "无。"):
        changed = report.copy()
        changed.text["problems"] = [words]
        yield changed, {}


@plant("NAR-032", WORDS)
def no_measures(rng, report):
    changed = report.copy()
    changed.text["problems"] = ["一是村级公开栏更新周期超过一个月。二是政策解读形式单一。"]
    yield changed, {}


@plant("NAR-023", WORDS)
def paragraph_twice(rng, report):
    long = [p for p in report.text["overview"] if len(p) >= 80]
    if long:
        yield add(report, "overview", rng.choice(long)), {}


@plant("TTL-016 TTL-017", WORDS)
def no_contact(rng, report):
    changed = report.copy()
    changed.text[""] = [re.sub(r"如对本报告[^。]*。|公众如有疑问[^。]*。", "", p) for p in changed.text[""]]
    yield changed, {}


@plant("TTL-006", WORDS)
def self_of_another_body(rng, report):
    other = {"我镇": "我局", "我乡": "我局", "我局": "我镇"}.get(report.body.we)
    if other:
        yield add(report, "overview", f"{other}定期检查信息公开工作，及时整改问题。"), {"words": other}


@plant("NAR-006", WORDS)
def items_without_parts(rng, report):
    changed = _without(report, ["主动公开"])
    if changed:
        yield add(changed, "overview", "全年主动公开政府信息261条，主要包括机构信息、政策文件、财政信息等。"), {}


@plant("NAR-016", WORDS)
def very_few_items(rng, report):
    changed = _without(report, ["主动公开"]) if report.body.level == "township" else None
    if changed:
        yield add(changed, "overview", "全年主动公开政府信息2条。"), {}


@plant("NAR-024", WORDS)
def business_of_another_body(rng, report):
    if report.body.level == "township":
        yield add(report, "overview", "围绕市场监管工作，公开检查结果。"), {}


@plant("NAR-033", WORDS)
def measures_that_answer_nothing(rng, report):
    changed = report.copy()
    changed.text["problems"] = ["一是村级公开栏更换慢。二是政策解读以文字为主。三是答复文书说理不充分。", "下一步，加强保密审查培训，严防泄密。"]
    yield changed, {}


@plant("XREF-030", WORDS)
def fee_denied_and_stated(rng, report):
    if report.form == "2021":
        changed = add(report, "overview", "全年未收取信息处理费。")
        changed.text["other"] = ["按有关规定收取信息处理费400元。"]
        yield changed, {}


@plant("TXT-034", WORDS)
def statute_of_a_township(rng, report):
    if report.body.level == "township":
        yield add(report, "overview", f"{report.body.we}未制定行政法规。"), {"words": "行政法规"}


@plant("FMT-032", WORDS)
@laid_out
def table_run_together(rng, report):
    changed = report.copy()
    changed.grids["disputes"] = []
    changed.text["disputes"] = ["结果维持结果纠正其他结果尚未审结总计100120"]
    yield changed, {}


@plant("NAR-011", WORDS)
def items_stated_twice(rng, report):
    sentence = next((s for p in report.text["overview"] for s in p.split("。") if "政府信息" in s and "条" in s), "")
    if sentence and "网站" not in sentence:  # what a channel published may be less than all
        yield add(report, "other", "全年主动公开政府信息9999条。"), {"words": "9999"}


@plant("NAR-022", WORDS)
def words_about_others(rng, report):
    if report.body.level in ("township", "subdistrict", "department"):  # of a zone only metadata says that it reports for itself
        yield add(report, "overview", "一些地区运用大数据提升公开水平，取得明显成效。"), {"words": "一些地区"}


@plant("NAR-037", WORDS)
def disclosure_under_requests(rng, report):
    changed = _without(report, ["依申请公开"])
    if changed:
        yield add(changed, "overview", "（二）依申请公开。通过门户网站发布信息58条，更新及时。"), {}


@plant("NAR-039", WORDS)
def report_on_a_part_only(rng, report):
    changed = report.copy()
    changed.text[""] = ["现将本机关依申请公开情况汇报如下。"] + changed.text[""]
    yield changed, {}


@plant("NAR-001", WORDS)
def overview_too_long(rng, report):
    if report.body.is_wide:
        return
    changed = report.copy()
    for index in range(1, 30):
        changed.text["overview"].append(f"围绕第{index}类民生事项梳理公开目录，逐项核对内容和时限，由承办人员登记后交分管负责人审核，再统一发布到网站专栏。")
    yield changed, {}


@plant("FMT-040", WORDS)
@laid_out
def body_of_no_known_level(rng, report):
    yield renamed(report, rng.choice(["云山建设发展促进会", "长河片区服务专班", "清源联合推进组"]), report.body.kind), {}


@plant("FMT-033", WORDS)
def file_of_another_year(rng, report):
    changed = report.copy()
    changed.file = f"{report.body.name}{report.year - 1}年政府信息公开工作年度报告"
    yield changed, {"words": str(report.year - 1)}


@plant("FMT-033", WORDS)
def file_of_another_town(rng, report):
    if report.body.level == "township":
        changed = report.copy()
        changed.file = f"楼子营镇{report.year}年年度报告"
        yield changed, {"words": "楼子营镇"}
