"""planted.py - a made-up county with one of everything that the county page has a place for: units missing, unreadable, renamed, twice, late and early, a
figure far from its peers, a total that differs, a copy, last year's text, errors in a report."""
import json, os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools"))
from synthetic.county import County
from synthetic.form import grids


def planted(folder, count=24):
    """Writes folder/now, before, roster.csv, total.json. Needs 24 units or more."""
    county = County("desk", count)
    units, name = county.units, lambda i: county.units[i].name
    department = [i for i, u in enumerate(units) if u.body.kind == "department"]
    township = [i for i, u in enumerate(units) if u.body.level == "township"]
    units[department[0]].signed = "2025年2月18日"
    units[township[0]].signed = "2025年3月2日"
    units[township[1]].signed = "2024年12月30日"
    county.roster[township[2]]["截止日期"] = "2025/1/15"
    far = units[township[2]].report
    far.tables["proactive"]["penalties"]["decisions"] += 1000003
    far.grids = grids(far.form, far.tables)
    wrong = units[township[3]].report
    wrong.tables["requests"]["new"]["total"] += 2
    wrong.tables["requests"]["results_total"]["natural_person"] += 1
    wrong.grids = grids(wrong.form, wrong.tables)
    wrong.text["overview"] = wrong.text["overview"] + ["全年共收到政府信息公开申请999件，帐户登陆问题己解决。"]
    county.total["requests"]["granted"]["natural_person"] += 3
    units[department[1]].report.text["problems"] = units[department[2]].report.text["problems"]
    county.write(folder)
    copied, source = units[township[4]], units[township[5]]
    text = source.report.to_markdown().replace(source.name, copied.name)
    for path in copied.files:
        os.remove(path)
    with open(f"{folder}/now/copy.md", "w", encoding="utf-8") as file:
        file.write(text)
    os.remove(units[department[3]].files[0])
    torn = units[department[4]].files[0]
    os.remove(torn)
    with open(f"{folder}/now/torn.json", "w") as file:
        file.write('{"schema": "gouji/report@1", "title": "')
    county.roster[township[6]]["单位名称"] = "虚岭县" + name(township[6])
    twice = json.loads(units[township[7]].report.to_json())
    twice["tables"]["requests"]["new"]["total"] += 1
    with open(f"{folder}/now/second.json", "w", encoding="utf-8") as file:
        json.dump(twice, file, ensure_ascii=False)
    county.write_roster(f"{folder}/roster.csv")
    return county
