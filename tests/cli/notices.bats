load support

# Two towns of one roster: the first has a wrong figure, the second has not reported.
county() {
	mkdir county
	cp wrong.md county/a.md
	printf '单位名称,级别,类型\n青石镇人民政府,乡镇,政府\n白溪镇/[白](x)*人民政府,乡镇,政府\n' >roster.csv
}
collect() { run gouji collect county --roster roster.csv --today 2025-02-10 --out out "$@"; }

@test "each unit is told what to mend, where, on what ground, how and by when" {
	county
	collect --due 2025-03-05
	[ "$status" -eq 1 ]
	[ "$(cd out/notices && ls | tr '\n' ' ')" = "001-青石镇人民政府.docx 001-青石镇人民政府.html 001-青石镇人民政府.md 002-白溪镇_[白](x)_人民政府.docx 002-白溪镇_[白](x)_人民政府.html 002-白溪镇_[白](x)_人民政府.md " ]
	run cat out/notices/001-*.md
	has "# 关于青石镇人民政府2024年政府信息公开工作年度报告的整改通知"
	has "有1个问题需要整改"
	has "并于2025年3月5日前重新报送"
	has "位置：第"
	has "依据：《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）格式附件"
	has "怎么改："
	has "；检查规则 T3-"
	has "2025年2月10日"
	run cat out/notices/002-*.md
	has "截至2025年2月10日，未收到你单位2024年政府信息公开工作年度报告。请于2025年3月5日前报送"
	lacks "需要整改的问题"
}

@test "what the total has wrong is told to those who wrote the total, not to the unit that explains it" {
	mkdir county
	gouji convert "$CLEAN" --to json >one.json
	cp clean.md county/a.md
	sed 's/青石镇/白溪镇/g; s/青石大街/白溪大街/g' clean.md >county/b.md
	sed -i '/行政处罚/s/12/13/' county/b.md
	jq '(.tables | .. | numbers) *= 2 | .issuer = {name: "虚岭县人民政府", level: "county", kind: "government", scope: "aggregate"}
		| .title = "虚岭县人民政府2024年政府信息公开工作年度报告" | .tables.proactive.penalties.decisions = 12' one.json >total.json
	run gouji collect county --aggregate total.json --today 2025-04-10 --select COL-003 -f json --out out
	[ "$(jq -r '.findings[] | .rule + " " + .units[0]' <<<"$output")" = "COL-003 白溪镇人民政府" ]
	! grep -l COL-003 out/notices/*白溪镇*.md
	grep -q COL-003 out/notices/*虚岭县*.md
}

@test "a clean unit gets no notice" {
	county
	cp clean.md county/a.md
	sed -i '/白溪/d' roster.csv
	collect
	[ "$status" -eq 0 ]
	[ ! -e out/notices ] || ! grep -l '需要整改的问题' out/notices/*.md
}

@test "nothing of a name or a report is a link, a mark or HTML" {
	county
	printf '"<script>alert(1)</script>[点](javascript:alert(1))**镇**",乡镇,政府\n' >>roster.csv
	collect
	run cat out/notices/003-*.md
	has '\<script\>alert(1)\</script\>\[点\](javascript:alert(1))\*\*镇\*\*'
	run cat out/notices/003-*.html
	has '&lt;script&gt;alert(1)&lt;/script&gt;'
	lacks '<script'
	lacks 'href='
	has "default-src 'none'"
}

@test "the Word letter is well-formed and says the same" {
	county
	collect
	run python3 - out/notices/001-*.docx <<'PY'
import sys, zipfile, xml.etree.ElementTree as ET
book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
body = ET.fromstring(book.read("word/document.xml"))
print("".join(t.text for t in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")))
PY
	[ "$status" -eq 0 ]
	has "关于青石镇人民政府2024年政府信息公开工作年度报告的整改通知"
	has "怎么改："
	lacks "- 位置"
}

@test "an office's own template is taken, and a wrong one is refused with its line" {
	county
	printf '\xef\xbb\xbf致{{unit}}\n{{#findings}}\n{{number}} {{rule}}\n{{/findings}}\n' >letter.md
	collect --notice letter.md
	[ "$status" -eq 1 ]
	[ "$(head -n 1 out/notices/001-*.md)" = "致青石镇人民政府" ]
	[ "$(sed -n 2p out/notices/001-*.md | cut -d- -f1)" = "1 T3" ]
	printf '致{{unit}}\n{{untis}}\n' >letter.md
	collect --notice letter.md
	[ "$status" -eq 4 ] || [ "$status" -eq 2 ]
	has "模板第 2 行"
	has "untis"
	collect --due 3月5日
	[ "$status" -eq 2 ]
	has "--due"
}

@test "in English" {
	county
	collect --lang en --due 2025-03-05
	run cat out/notices/001-*.md
	has "Notice of rectification"
	has "1 problems to mend"
	has "2025-03-05"
}
