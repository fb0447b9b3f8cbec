#!/usr/bin/env python3
"""Fill a blank report that `gouji new` wrote, as a body would with nothing to report: zeros and the least words.

    fill_blank.py FILE      (.md, .json or .docx, in place)
"""
import json, re, sys, zipfile
from xml.etree import ElementTree as tree

WORDS = [  # what a line with a hint starts with → what stands in its place from the hint on
    ("本报告依据", "政府办公室（电话0351-5550126）联系。"),
    ("（一）主动公开", "全年通过网站专栏主动公开政府信息26条。没有制发、废止行政规范性文件。"),
    ("（二）依申请公开", "没有收到政府信息公开申请，也没有上年结转的申请和结转下年度继续办理的申请。没有因政府信息公开被申请行政复议、提起行政诉讼。"),
    ("（三）政府信息管理", "信息发布前逐级审核。"),
    ("（四）平台建设", "网站专栏按季度检查更新。"),
    ("（五）监督保障", "工作考核结果为合格；开展社会评议1次，满意度为96%；未发生责任追究情形。"),
    ("（一）存在的主要问题", "网站专栏更新不够及时，有两个栏目超过三个月没有新内容。"),
    ("（二）改进情况", "上年查出的栏目重复问题已在4月改正。下一步，指定专人负责每个栏目，更新不及时的按月通报。"),
    ("【待填】写本年收取", "本年未收取政府信息公开信息处理费。"),
    ("【待填】写", "没有其他需要报告的事项。"),
    ("【待填】逐格", ""),
]


def words(line):
    if "【待填】" not in line:
        return line
    for start, text in WORDS:
        if line.startswith(start):
            return line[: line.index("【待填】")] + text
    return re.sub(r"【待填】[^。]*。", "突出抓好政策解读和公开栏更新。", line)


def zeros(node):
    if isinstance(node, dict):
        return {key: zeros(value) for key, value in node.items()}
    return 0 if node in (None, "") else node


def row(line):
    """The empty cells of a row of figures; not the padding of rows that have fewer than the table is wide."""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    filled = [cell for cell in cells if cell]
    if filled and filled[0] == "信息内容":
        row.count = len(filled) - 1
    if re.match(r"^[ |-]+$", line.replace("-", "")) and "-" in line or (filled and cells[-1]):
        return line
    if not filled:
        return "|" + " 0 |" * len(cells)
    if filled[0] != "信息内容" and len(cells) < 7 and len(filled) == 1 and not filled[0].startswith("第二十条"):
        count = row.count
        return "| " + " | ".join([filled[0]] + ["0"] * count + [""] * (len(cells) - 1 - count)) + " |"
    if len(cells) == 10 and filled[0][:2] in ("一、", "二、", "三、", "四、"):
        return "| " + " | ".join(cells[:3] + ["0"] * 7) + " |"
    return line


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def say(paragraph, text):
    """The words of a paragraph become these, in one run."""
    for run in paragraph.findall(W + "r"):
        paragraph.remove(run)
    tree.SubElement(tree.SubElement(paragraph, W + "r"), W + "t").text = text


def word(path):
    """A Word document: hints in paragraphs, and the cells that are empty and do not go on from the one above."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = tree.fromstring(parts["word/document.xml"])
    body = document.find(W + "body")
    for paragraph in body.findall(W + "p"):
        old = "".join(t.text for t in paragraph.iter(W + "t"))
        if words(old) != old:
            say(paragraph, words(old))
    for cell in body.iter(W + "tc"):
        goes_on = cell.find(f"{W}tcPr/{W}vMerge")
        if not list(cell.iter(W + "t")) and (goes_on is None or goes_on.get(W + "val") == "restart"):
            say(cell.find(W + "p"), "0")
    parts["word/document.xml"] = tree.tostring(document, encoding="UTF-8", xml_declaration=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


path = sys.argv[1]
if path.endswith(".docx"):
    word(path)
    sys.exit()
text = open(path, encoding="utf-8").read()
if path.endswith(".json"):
    report = json.loads(text)
    report["tables"] = zeros(report["tables"])
    report["preamble"] = [words(line) for line in report["preamble"]]
    for section in report["sections"].values():
        section["text"] = [line for line in map(words, section["text"]) if line]
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
else:
    text = "\n".join(row(line) if line.startswith("|") else words(line) for line in text.split("\n"))
open(path, "w", encoding="utf-8").write(text)
