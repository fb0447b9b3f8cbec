load support

# Two towns and their county, clean; the second town has the first one's figures, the county twice these.
towns() {
	mkdir county
	gouji convert "$CLEAN" --to json >one.json
	cp clean.md county/a.md
	sed 's/青石镇/白溪镇/g; s/青石大街/白溪大街/g' clean.md >county/b.md
	jq '(.tables | .. | numbers) *= 2 | .issuer = {name: "虚岭县人民政府", level: "county", kind: "government", scope: "aggregate"}
		| .title = "虚岭县人民政府2024年政府信息公开工作年度报告"' one.json >total.json
	printf '单位名称,级别,类型\n青石镇人民政府,乡镇,政府\n白溪镇人民政府,乡镇,政府\n' >roster.csv
}
told() { jq -r '.findings[] | "\(.rule) \(.outcome) \(.units | join(","))"' <<<"$output"; }

@test "a clean county: nothing is found, all is counted" {
	towns
	run gouji collect county --roster roster.csv --aggregate total.json --today 2025-04-10 --fail-on never --ignore COL-010,COL-011
	[ "$status" -eq 0 ]
	has "2024 年度：名册 2 个单位，已报 2，缺报 0"
	has "0 格不符，0 格待定"
	lacks "汇总层面的问题"
	run gouji collect county --roster roster.csv --aggregate total.json --today 2025-04-10 --lang en --fail-on never
	has "Reports for 2024: roster 2 units, reported 2, missing 0"
}

@test "who is missing is said after the deadline, and not before" {
	towns
	rm county/b.md
	run gouji collect county --roster roster.csv --today 2025-02-10 -f json
	[ "$status" -eq 1 ]
	[ "$(told)" = "COL-001 fail 白溪镇人民政府" ]
	run gouji collect county --roster roster.csv --today 2025-01-20 -f json
	[ "$(told)" = "" ]
	run gouji collect county --roster roster.csv --today 2025-02-10
	has "缺报 1"
	has "[COL-001] 白溪镇人民政府没有2024年的报告，截止日期是2025年1月31日。"
}

@test "the total is held against the sum, and the unit that explains the difference is named" {
	towns
	jq '.tables.proactive.penalties.decisions = 0' total.json >less.json
	run gouji collect county --aggregate less.json --today 2025-04-10 -f json
	[ "$status" -eq 1 ]
	[ "$(jq -r '.rollup.cells[] | select(.state == "differs") | .cell' <<<"$output")" = proactive.penalties.decisions ]
	jq '.tables.proactive.penalties.decisions += 5' total.json >more.json
	run gouji collect county --aggregate more.json --today 2025-04-10
	has "比汇总数少5"
	rm county/b.md
	run gouji collect county --roster roster.csv --aggregate total.json --today 2025-04-10
	has "没有数的：白溪镇人民政府"
	has "差额应当就是它的数"
}

@test "folders, facts files and both together give the same bytes" {
	towns
	gouji collect county total.json --roster roster.csv --today 2025-04-10 -f json >whole || true
	gouji check -q --facts all.jsonl county total.json >/dev/null || true
	gouji check -q --facts b.jsonl county/b.md >/dev/null || true
	gouji check -q --facts rest.jsonl total.json county/a.md >/dev/null || true
	gouji collect all.jsonl --roster roster.csv --today 2025-04-10 -f json >one || true
	gouji collect rest.jsonl b.jsonl --roster roster.csv --today 2025-04-10 -f json >two || true
	gouji collect b.jsonl county total.json --roster roster.csv --today 2025-04-10 -f json >both || true
	cmp whole one && cmp whole two && cmp whole both
	[ "$(wc -l <all.jsonl)" -eq 3 ]
}

@test "last year's reports come from a folder, a facts file, or lie among the others" {
	towns
	mkdir before
	cp "$ROOT/fixtures/years/qingshi_2023.md" before/a.md
	cp "$ROOT/fixtures/years/carried_in.md" county/a.md
	gouji check -q --facts before.jsonl before
	for prior in before before.jsonl; do
		run gouji collect county --prior $prior --today 2025-04-10 -f json
		[ "$(jq -r '.reports[] | select(.prior) | .path' <<<"$output")" = county/a.md ]
		[ "$(jq '[.reports[].findings[] | select(.rule == "YOY-001")] | length' <<<"$output")" -eq 1 ]
		[ "$(jq .year <<<"$output")" -eq 2024 ]
	done
	run gouji collect county before --today 2025-04-10 -f json
	[ "$(jq '[.reports[].findings[] | select(.rule == "YOY-001")] | length' <<<"$output")" -eq 1 ]
	run gouji collect county --today 2025-04-10 -f json
	[ "$(jq '[.reports[].findings[] | select(.rule == "YOY-001")] | length' <<<"$output")" -eq 0 ]
}

@test "what cannot be read stops nothing and is said" {
	towns
	printf '{"schema": "gouji/report@1", "title": ' >county/c.json
	printf '{"schema": "gouji/record@1"}\nno json\n' >broken.jsonl
	run gouji collect county broken.jsonl missing.md --today 2025-04-10 -f json
	[ "$status" -eq 3 ]
	has 'broken.jsonl:1:'
	has 'broken.jsonl:2:'
	run bash -c '"$0" collect county missing.md --today 2025-04-10 -f json 2>/dev/null' "$GOUJI"
	[ "$(jq .summary.unreadable <<<"$output")" -eq 2 ]
	[ "$(jq .summary.reports <<<"$output")" -eq 4 ]
}

@test "a report of nobody knows whom is listed as such, not without a name" {
	mkdir nobody
	sed '1,/^#/s/^# .*/# 2024年政府信息公开工作年度报告/; s/青石镇人民政府/我单位/g' "$CLEAN" >nobody/a.md
	sed -i '/本年新收/s/[0-9][0-9]* |$/99 |/' nobody/a.md
	run "$GOUJI" collect nobody --today 2025-02-10 --fail-on never
	[ "$status" -eq 0 ]
	has "（看不出单位）  nobody/a.md"
}

@test "JSON that is no report is passed over in a folder and said; what says that it is one is not" {
	towns
	data='{"title": "青石镇2024年政府信息公开工作年度报告", "year": 2024, "tables": {"t2": {}}, "sections": {"一": "正文"}}'
	for i in 1 2 3; do echo "$data" >county/$i.figures.json; done
	echo '{"title": "政府信息公开", "sections": {' >county/4.json # torn
	printf '{"schema": "gouji/report@1", "title": ' >county/torn.json
	run gouji collect county --today 2025-04-10 -f json
	[ "$status" -eq 3 ]
	run gouji collect county --today 2025-04-10
	for name in 1.figures 2.figures 3.figures 4; do has "略过（不像年度报告）：county/$name.json"; done
	has "报告 3 份：通过 2 · 未通过 0 · 需人工核实 0 · 无法读取 1 · 未检查 0"
	run gouji check county
	has "略过（不像年度报告）：county/1.figures.json"
	has "无法读取 1"
	run gouji collect county/1.figures.json county/a.md --today 2025-04-10 # named: it is checked
	has "无法读取 1"
	lacks "略过"
	for i in 5 6 7 8 9 10 11 12; do echo "$data" >county/$i.json; done
	run gouji collect county --today 2025-04-10
	has "……共略过 12 个文件"
	[ "$(grep -c '略过（不像年度报告）' <<<"$output")" -eq 10 ]
}

@test "a roster with a fault is refused with its line" {
	towns
	printf '单位名称,级别\n青石镇人民政府,村级\n' >wrong.csv
	run gouji collect county --roster wrong.csv
	[ "$status" -eq 2 ]
	has "wrong.csv:2:1：名册不认识这个级别"
	run gouji collect county --roster nowhere.csv
	[ "$status" -eq 3 ]
	iconv -f UTF-8 -t GB18030 roster.csv >gb.csv
	run gouji collect county --roster gb.csv --today 2025-04-10 -f json
	[ "$(jq .summary.reported <<<"$output")" -eq 2 ]
}

@test "everything is written into a folder" {
	towns
	run gouji collect county --roster roster.csv --aggregate total.json --today 2025-04-10 --out result --fail-on never
	[ "$status" -eq 0 ]
	[ "$(ls result | tr '\n' ' ')" = "collection.html collection.json collection.xlsx copying.csv figures.csv findings.csv notices rollup.csv summary.txt units.csv years.csv " ]
	python3 "$ROOT/tests/tools/validate_outputs.py" "$ROOT/docs/schema/collection.schema.json" result/collection.json
	[ "$(head -c 3 result/units.csv | od -An -tx1 | tr -d ' \n')" = efbbbf ]
	[ "$(wc -l <result/units.csv)" -eq 4 ]
	run gouji collect county --out clean.md/x
	[ "$status" -eq 4 ]
}

@test "a library that dies or complains costs the workbook and nothing else" {
	towns
	gouji collect county --roster roster.csv --today 2025-04-10 --out whole --fail-on never
	functions=$(sed -nE 's/.*__typeof__\(.*\) \*(.*);/\1/p' "$ROOT/core/show/collection/xlsx_library.h")
	for way in 'abort()' 'perror("sheet")'; do
		printf '#include <stdio.h>\n#include <stdlib.h>\n' >stub.c
		for name in $functions; do echo "void *$name(void) { static char book[64]; return $([[ $name = *_new || $name = *_add_* ]] && echo book || echo 0); }"; done >>stub.c
		sed -i "s/workbook_close(void) {/& $way;/" stub.c
		mkdir -p library && cc -shared -fPIC -o library/libxlsxwriter.so.4 stub.c
		cp -r whole result
		run env LD_LIBRARY_PATH="$PWD/library" "$GOUJI" collect county --roster roster.csv --today 2025-04-10 --out result --fail-on never
		[ "$status" -eq 4 ]
		has "libxlsxwriter"
		diff -r whole result # the workbook of before is still whole
		rm -r result
		run env LD_LIBRARY_PATH="$PWD/library" "$GOUJI" collect county --roster roster.csv --today 2025-04-10 --out result --fail-on never --lang en
		[ "$status" -eq 4 ]
		has "there is no workbook"
		[ "$(ls result | wc -l)" -eq "$(($(ls whole | wc -l) - 1))" ]
		rm -r result
	done
}

@test "what an earlier run wrote is no report" {
	towns
	gouji collect county --today 2025-04-10 --out county/result --fail-on never >first
	mkdir -p county/result/notices # and there are notices, whose titles speak of reports
	sed 's/^# .*/# 关于青石镇人民政府2024年政府信息公开工作年度报告的整改通知/' clean.md >county/result/notices/001.md
	run gouji collect county --today 2025-04-10 --out county/result --fail-on never
	has "略过（以前汇总的结果）：county/result"
	[ "$(grep -v '^gouji: ' <<<"$output")" = "$(cat first)" ]
	run gouji check county
	has "共 2 份"
	# also beside the reports, and what is not ours there is still read
	gouji collect county/a.md county/b.md --today 2025-04-10 --out county --fail-on never >/dev/null
	run gouji collect county --today 2025-04-10 --out county --fail-on never
	has "报告 2 份"
	echo '{}' >county/collection.json # not gouji's
	run gouji collect county --today 2025-04-10
	lacks "以前汇总的结果）：county"$'\n'
}

@test "no cell of a sheet is a formula" {
	towns
	mv county/a.md 'county/=cmd.md'
	sed -i 's/^# .*/# =1+1镇人民政府2024年政府信息公开工作年度报告/' county/b.md
	run gouji collect 'county' --today 2025-04-10 --out result
	run grep -hE '(^|,)"[=+@]' result/units.csv result/findings.csv result/figures.csv
	[ "$status" -eq 1 ]
}

@test "wrong use is said" {
	run gouji collect
	[ "$status" -eq 2 ]
	run gouji collect clean.md -f xlsx
	[ "$status" -eq 2 ]
	has "可用：text json csv"
	run gouji collect clean.md --select NOPE
	[ "$status" -eq 2 ]
	mkdir empty
	run gouji collect empty
	[ "$status" -eq 2 ]
	: >empty.jsonl
	run gouji collect empty.jsonl
	[ "$status" -eq 2 ]
	has "没有一份报告可汇总"
	run gouji check --facts nowhere/x.jsonl clean.md
	[ "$status" -eq 2 ]
}

@test "check --facts is one line a report, in order, whatever the workers" {
	for i in 1 2 3 4 5 6; do sed "s/青石镇/第${i}镇/g" clean.md >r$i.md; done
	gouji check -q -j 1 --facts one.jsonl r*.md missing.md || true
	gouji check -q -j 4 --facts four.jsonl r*.md missing.md || true
	cmp one.jsonl four.jsonl
	[ "$(jq -r .path one.jsonl | tail -1)" = missing.md ] || [ "$(jq -r .path one.jsonl | head -1)" = missing.md ]
	[ "$(jq -r .status one.jsonl | sort | uniq -c | tr -s ' ' | tr '\n' ';')" = " 6 checked; 1 unreadable;" ]
	python3 "$ROOT/tests/tools/validate_outputs.py" "$ROOT/docs/schema/record.schema.json" one.jsonl
}

@test "private values stay out of records" {
	sed 's/^## 二、/申请人的公民身份号码是11010519491231002X。\n\n## 二、/' clean.md >private.md
	gouji check -q --facts private.jsonl private.md || true
	! grep -q 11010519491231002X private.jsonl
	grep -q 'PRV-001' private.jsonl
}

@test "--facts - writes records and nothing else to standard output" {
	gouji check -q --facts all.jsonl clean.md missing.md >/dev/null || true
	gouji check --facts - clean.md missing.md >out.jsonl || [ $? -eq 3 ]
	cmp out.jsonl all.jsonl
	gouji check --facts - -f json=all.json clean.md >out.jsonl
	[ "$(jq -r '.reports[0].path' all.json)" = "$(jq -r .path out.jsonl)" ]
	run gouji check --facts - -f json clean.md
	[ "$status" -eq 2 ]
	has "事实记录已经写到标准输出"
}

@test "--paths-from: lines, lines of Windows, or NUL bytes; an empty list is a share without work" {
	towns
	run gouji check -q -f json --today 2025-04-10 total.json county/a.md county/b.md
	for list in 'county/a.md\n\ncounty/b.md\n' 'county/a.md\r\ncounty/b.md' 'county/a.md\0county/b.md\0'; do
		diff <(printf "$list" | gouji check -q -f json --today 2025-04-10 --paths-from - total.json) <(printf '%s\n' "$output")
	done
	printf 'county\ntotal.json\n' >list
	diff <(gouji collect --paths-from list -f json --today 2025-04-10) <(gouji collect county total.json -f json --today 2025-04-10)
	: >list
	run gouji check --facts - --paths-from list
	[ "$status" -eq 0 ] && [ -z "$output" ]
	run gouji collect --paths-from list
	[ "$status" -eq 2 ]
	run gouji check --paths-from nowhere.txt
	[ "$status" -eq 2 ]
	has "没有这个文件：nowhere.txt"
}

@test "the page for the office is what --out writes, and says where a ruleset's desk.lua fails" {
	towns
	gouji collect county --roster roster.csv --today 2025-04-10 -f html --fail-on never >page.html
	gouji collect county --roster roster.csv --today 2025-04-10 -q --out result --fail-on never
	cmp page.html result/collection.html
	grep -q '<html lang="zh-CN">' page.html
	cp -r "$ROOT/rules/zfxxgk" own
	sed -i '/^  desk = /d' own/pack.lua
	gouji collect county --rules own --roster roster.csv --today 2025-04-10 -f html --fail-on never >bare.html
	grep -q 'id="reports"' bare.html
	cp "$ROOT/rules/zfxxgk/pack.lua" own/pack.lua
	printf 'return function() error("no desk") end\n' >own/desk.lua
	run gouji collect county --rules own --roster roster.csv --today 2025-04-10 -f html
	[ "$status" -eq 2 ]
	has "desk.lua" && has "no desk"
	echo 'return function() return { families = {} } end' >own/desk.lua
	run gouji collect county --rules own --roster roster.csv --today 2025-04-10 -f html
	[ "$status" -eq 2 ]
	has 'desk.lua gives no list "figures"'
}
