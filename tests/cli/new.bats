load support

fill() { python3 "$ROOT/tests/tools/fill_blank.py" "$1"; }

# who LEVEL KIND: a name of such a body
who() {
	case $1-$2 in
	state-*) echo 国家某部委名 ;;
	*-department) echo 青石县民政局 ;;
	*-other) echo 青石街道办事处 ;;
	province-*) echo 青石省人民政府 ;;
	city-*) echo 青石市人民政府 ;;
	county-*) echo 青石县人民政府 ;;
	zone-*) echo 青石经济开发区管委会 ;;
	*) echo 青石镇人民政府 ;;
	esac
}

@test "a blank form does not pass: placeholders and empty cells are found, in every format and year" {
	for year in 2019 2020 2021 2025; do
		for to in md json docx; do
			gouji new --unit 青石镇人民政府 --year $year --to $to -o b.$to
			run gouji check -f json b.$to
			[ "$status" -eq 1 ]
			jq -e '.reports[0] | .year == '$year' and .title == "青石镇人民政府'$year'年政府信息公开工作年度报告"' <<<"$output"
			found=$(jq -r '.reports[0].findings[].rule' <<<"$output")
			for rule in NAR-025 T2-010 T3-020 T4-005; do [[ $found == *$rule* ]] || { echo "$year $to: no $rule in $found"; return 1; }; done
			[[ $found != *STR-* && $found != *TTL-00* ]] || { echo "$year $to: $found"; return 1; }
			rm b.$to
		done
	done
}

@test "every hint is marked, and a single one left is found" {
	gouji new --unit 青石镇人民政府 --year 2025 -o b.md
	cp b.md whole.md
	fill whole.md
	n=$(grep -c '【待填】' b.md)
	[ "$n" -ge 12 ]
	! grep -q '【待填】' whole.md
	for i in 1 5 "$n"; do
		line=$(grep '【待填】' b.md | sed -n "${i}p")
		{ cat whole.md; echo; echo "$line"; } >one.md
		run gouji check --select NAR-025 one.md
		[ "$status" -eq 1 ]
	done
}

@test "filled with zeros and the least words there is no error: every year, level and kind, md, json and docx" {
	for year in 2019 2020 2021 2022 2023 2024 2025; do
		gouji new --unit 青石镇人民政府 --year $year --to json -o $year.json
		gouji new --unit 青石镇人民政府 --year $year -o $year.md
		gouji new --unit 青石镇人民政府 --year $year -o $year.docx
		for to in json md docx; do fill $year.$to; done
	done
	for level in province city county township subdistrict zone; do
		for kind in government department other; do
			gouji new --unit "$(who $level $kind)" --year 2024 --level $level --kind $kind --scope own -o $level-$kind.md
			gouji new --unit "$(who $level $kind)" --year 2024 --level $level --kind $kind --to json -o $level-$kind.json
			gouji new --unit "$(who $level $kind)" --year 2020 --level $level --kind $kind -o $level-$kind-2020.docx
			gouji new --unit "$(who $level $kind)" --year 2024 --level $level --kind $kind --to docx >$level-$kind.docx
			for to in .md .json .docx -2020.docx; do fill $level-$kind$to; done
		done
	done
	run gouji check -f json ./*-*.md ./*-*.json ./*-*.docx 20*.md 20*.json 20*.docx
	echo "$output" | jq -c '.reports[] | select(.severities.error > 0 or .severities.warning > 0 or .reviews > 0) | .path, (.findings[] | {rule, message})'
	[ "$status" -eq 0 ]
	jq -e '[.reports[] | .status == "checked" and .severities.error == 0] | all' <<<"$output"
	jq -e '.reports[] | select(.path == "./county-department.md") | .issuer.level == "county" and .issuer.kind == "department"' <<<"$output"
}

@test "a Word document: well-formed parts, the same bytes every time, the same report as in JSON" {
	for year in 2020 2025; do
		gouji new --unit 青石镇人民政府 --year $year -o a.docx
		gouji new --unit 青石镇人民政府 --year $year --to docx >b.docx
		cmp a.docx b.docx
		python3 -c 'import sys, zipfile
from xml.dom import minidom
z = zipfile.ZipFile("a.docx")
assert z.testzip() is None
assert z.namelist()[0] == "[Content_Types].xml"
for name in z.namelist(): minidom.parseString(z.read(name))
types = z.read("[Content_Types].xml").decode()
for name in z.namelist(): assert name.endswith(".rels") or name == "[Content_Types].xml" or "/" + name in types, name
parts = set(minidom.parseString(z.read("word/_rels/document.xml.rels")).documentElement.childNodes)
for part in parts: assert "word/" + part.getAttribute("Target") in z.namelist()'
		gouji new --unit 青石镇人民政府 --year $year -o a.json
		gouji convert --to json a.docx | jq 'del(.layout, .issuer)' >from_word.json
		jq 'del(.layout, .issuer)' a.json >from_json.json
		diff from_word.json from_json.json
		rm a.docx a.json
	done
}

@test "a Word document does not hide its hints, and its headings are those of an outline" {
	gouji new --unit 青石镇人民政府 --year 2025 -o a.docx
	python3 -c 'import re, zipfile
text = zipfile.ZipFile("a.docx").read("word/document.xml").decode()
marked = re.findall("<w:highlight w:val=.yellow./></w:rPr><w:t[^>]*>([^<]*)", text)
assert len(marked) == text.count("【待填】") > 10 and set(marked) == {"【待填】"}, marked
assert text.count("<w:pStyle w:val=\"Heading1\"/>") == 6
assert text.count("<w:tbl>") == 3'
}

@test "what is asked is said to be wrong: no unit, no year, a year without a form, a word that is none" {
	for options in "--year 2025" "--unit 青石镇人民政府" "--unit 青石镇人民政府 --year 2018" "--unit 青石镇人民政府 --year 20x5" \
		"--unit 青石镇人民政府 --year 2025 --level village" "--unit 青石镇人民政府 --year 2025 --to docy" "--unit 青石镇人民政府 --year 2025 x"; do
		run gouji new $options
		[ "$status" -eq 2 ] || { echo "$options: $status"; return 1; }
	done
	run gouji new --unit $'青石镇\n人民政府' --year 2025
	[ "$status" -eq 2 ]
}

@test "a file that is there is not replaced" {
	echo filled >b.md
	run gouji new --unit 青石镇人民政府 --year 2025 -o b.md
	[ "$status" -eq 2 ]
	has "没有覆盖"
	[ "$(cat b.md)" = filled ]
}
