load support

@test "a missing file: exit 3, the path and what to do, the rest is checked" {
	run gouji check missing.md wrong.md
	[ "$status" -eq 3 ]
	has "missing.md"
	has "没有这个文件"
	has "T3-001"
}

@test "a missing file that is no report is named once" {
	for words in "verify missing.json" "check --config missing.lua wrong.md"; do
		run gouji $words
		[ "$(grep -o 'missing\.' <<<"$output" | wc -l)" -eq 1 ]
		has "没有这个文件"
	done
}

@test "what bears the name of a report and holds none is not passed over" {
	mkdir folder
	cp clean.md folder/
	head -c 3000 /dev/zero >folder/2024年政府信息公开工作年度报告.docx
	run gouji check folder
	[ "$status" -eq 3 ]
	has "2024年政府信息公开工作年度报告.docx：无法读取"
	has "通过 1"
}

@test "output to a device leaves it one" {
	run gouji check -q -f json=/dev/null -f concise=/dev/stdout wrong.md
	[ "$status" -eq 1 ]
	has "T3-001"
	[ -c /dev/null ]
}

@test "a file without read permission is said" {
	[ "$(id -u)" -eq 0 ] && skip "root reads everything"
	chmod 000 clean.md
	run gouji check clean.md
	[ "$status" -eq 3 ]
	has "权限"
}

@test "a folder without reports" {
	mkdir empty
	run gouji check empty
	[ "$status" -eq 2 ]
	has "没有像年度报告的文件"
}

@test "an empty file" {
	: >empty.md
	run gouji check empty.md
	[ "$status" -eq 3 ]
	has "空"
}

@test "a binary file" {
	printf '\177ELF\001\000\000\000\377\376' >b.md
	run gouji check b.md
	[ "$status" -eq 3 ]
}

@test "a PDF and a docx are named with what to do" {
	printf '%%PDF-1.7\n%%\342\343\317\323\n' >a.pdf
	printf 'PK\003\004word/document.xml' >a.docx
	run gouji check a.pdf
	[ "$status" -eq 3 ]
	has "PDF"
	run gouji check a.docx
	[ "$status" -eq 3 ]
	has "docx"
}

@test "a Word document is read; it says where without lines" {
	cp "$ROOT/fixtures/docx/wrong_figure.docx" 某镇.docx
	run gouji check -f concise 某镇.docx
	[ "$status" -eq 1 ]
	has "某镇.docx: 第 2 张表第 26 行第 4 列: 错误 T3-001"
	run gouji check -f concise --as docx - <某镇.docx
	[ "$status" -eq 1 ]
	has "第 2 张表第 26 行第 4 列"
	run gouji facts 某镇.docx
	[ "$status" -eq 0 ]
	has "段6"
	gouji convert 某镇.docx -o 某镇.md
	run gouji check -f concise 某镇.md
	[ "$status" -eq 1 ]
	has "T3-001"
	run gouji check --as docx clean.md
	[ "$status" -eq 3 ]
	has "不是 Word"
}

@test "an OFD is read: by its contents, from a pipe, in a folder; a locked one and a scan are named with what to do" {
	mkdir d
	cp "$ROOT/fixtures/ofd/wrong_figure_templates.ofd" d/某镇.ofd
	cp "$ROOT/fixtures/ofd/wrong_figure_templates.ofd" 某镇.zip
	run gouji check -f concise d
	[ "$status" -eq 1 ]
	has "d/某镇.ofd: 第 3 页第 2 张表第 26 行第 4 列: 错误 T3-001"
	run gouji check -f concise 某镇.zip
	[ "$status" -eq 1 ]
	run gouji check -f concise --as ofd - <d/某镇.ofd
	[ "$status" -eq 1 ]
	has "第 3 页第 2 张表第 26 行第 4 列"
	run gouji check d
	has "2 份文档，只读了第一份"
	has "批注、签章、附件不是报告正文"
	gouji convert d/某镇.ofd -o 某镇.md
	run gouji check -f concise 某镇.md
	has "错误 T3-001"
	run gouji check --as ofd clean.md
	[ "$status" -eq 3 ]
	has "去掉 --as ofd"
	run gouji check "$ROOT/fixtures/unreadable/locked.ofd"
	[ "$status" -eq 3 ]
	has "加了密"
	run gouji check "$ROOT/fixtures/unreadable/scan.ofd"
	[ "$status" -eq 3 ]
	has "没有文字"
}

@test "in a folder a docx is opened to see whether it is a report; what cannot be read is not passed over" {
	mkdir d
	cp "$ROOT/fixtures/docx/heading_styles.docx" d/1.docx
	cp "$ROOT/fixtures/docx/heading_styles.docx" d/2.docx
	(cd d && mkdir -p word && printf '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>关于开会的通知</w:t></w:r></w:p></w:body></w:document>' >word/document.xml && python3 -m zipfile -c 3.docx word/ && rm -r word)
	run gouji check -f concise d
	[ "$status" -eq 0 ]
	has "略过（不像年度报告）：d/3.docx"
	has "共 2 份"
	run gouji check -f json d/3.docx
	[ "$status" -ne 0 ]
	cp "$ROOT/fixtures/unreadable/renamed_doc.docx" d/某镇政府信息公开年度报告.doc
	cp "$ROOT/fixtures/unreadable/renamed_doc.docx" d/通知.doc
	run gouji check -f concise d
	[ "$status" -eq 3 ]
	has "旧版 Word"
	has "略过（不像年度报告）：d/通知.doc"
	mkdir e
	mv d/3.docx e/
	run gouji check e
	[ "$status" -eq 2 ]
	has "没有检查任何报告"
}

@test "over 32 MiB" {
	head -c 33554433 /dev/zero | tr '\0' 'a' >big.md
	run gouji check big.md
	[ "$status" -eq 3 ]
	has "太大"
}

@test "GB18030 and UTF-16 are read, with the places the person sees and the digest of the file" {
	run gouji check -f concise wrong.md
	wanted=$(grep '^wrong.md:' <<<"$output" | cut -d: -f2-)
	for encoding in GB18030 UTF-16; do
		iconv -f UTF-8 -t "$encoding" wrong.md >other.md
		run gouji check -f concise other.md
		[ "$status" -eq 1 ]
		[ "$(grep '^other.md:' <<<"$output" | cut -d: -f2-)" = "$wanted" ]
		run gouji check -f json other.md
		[ "$(jq -r '.reports[0].sha256' <<<"$output")" = "$(sha256sum <other.md | cut -d' ' -f1)" ]
	done
}

@test "two encodings in one file: the offset, line and column where it breaks" {
	{ cat clean.md; echo 政府信息公开 | iconv -t GB18030; } >mixed.md
	run gouji check mixed.md
	[ "$status" -eq 3 ]
	has "混用"
	has "第 $(($(wc -l <clean.md) + 1)) 行第 1 列"
	has "第 $(($(wc -c <clean.md) + 1)) 字节"
}

@test "a web page is read; --as html reads a piece of one" {
	printf '<!DOCTYPE html><html><body><p>x</p></body></html>' >a.html
	run gouji check -f json a.html
	[ "$(jq -r '.reports[0].format' <<<"$output")" = html ]
	run gouji check -f json --as html wrong.md
	[ "$(jq -r '.reports[0].format' <<<"$output")" = html ]
}

@test "invalid UTF-8 in the middle has its line and column" {
	{ head -n 3 clean.md; printf 'ab\377\n'; } >bad.md
	run gouji check bad.md
	[ "$status" -eq 3 ]
	has "第 4 行第 3 列"
}

@test "an unfinished HTML table is said" {
	{ echo "# 青石镇人民政府2024年政府信息公开工作年度报告"; echo; echo "## 三、收到和处理政府信息公开申请情况"; echo "<table><tr><td>一、本年新收"; } >open.md
	run gouji check open.md
	has "表格"
	has "没有结束"
}

@test "broken JSON has line and column" {
	printf '{\n  "title": "a",\n  "title": "b"\n}\n' >dup.json
	run gouji check dup.json
	[ "$status" -eq 3 ]
	has "第 3 行第 3 列"
	has "title"
	printf '{"year": 02024}' >zero.json
	run gouji check zero.json
	[ "$status" -eq 3 ]
}

@test "unknown options, commands, formats, languages, rules: exit 2 and one plain message" {
	run gouji check --nonsense clean.md
	[ "$status" -eq 2 ]
	has "--nonsense"
	run gouji check --fromat json clean.md
	[ "$status" -eq 2 ]
	has "是不是 --format"
	run gouji chekc clean.md
	[ "$status" -eq 2 ]
	has "是不是 check"
	run gouji check -f pdf clean.md
	[ "$status" -eq 2 ]
	has "sarif"
	run gouji check --lang fr clean.md
	[ "$status" -eq 2 ]
	has "fr"
	run gouji check --select T3-0O3 clean.md
	[ "$status" -eq 2 ]
	has "T3-003"
	run gouji check --fail-on bad clean.md
	[ "$status" -eq 2 ]
	run gouji check --today 2025-13-01 clean.md
	[ "$status" -eq 2 ]
	run gouji check --year 24 clean.md
	[ "$status" -eq 2 ]
	run gouji check -j 0 clean.md
	[ "$status" -eq 2 ]
	run gouji check
	[ "$status" -eq 2 ]
	[ "${#lines[@]}" -eq 1 ]
}

@test "a full disk on standard output is said and exits 4" {
	run bash -c "'$GOUJI' check '$SCRATCH/wrong.md' >/dev/full"
	[ "$status" -eq 4 ]
	has "磁盘"
}

@test "a closed pipe is said once" {
	for i in $(seq 40); do cp wrong.md p$i.md; done
	run bash -c "'$GOUJI' check '$SCRATCH' | head -c 10 >/dev/null; exit \${PIPESTATUS[0]}"
	[ "$status" -eq 4 ]
	[ "$(grep -c '标准输出已关闭' <<<"$output")" -eq 1 ]
}

@test "an output file that cannot be made: exit 2 before anything is checked" {
	run gouji check -f sarif=nowhere/x.sarif wrong.md
	[ "$status" -ne 0 ]
	has "nowhere/x.sarif"
}

@test "a full disk leaves the old output file" {
	mkdir m
	mount -t tmpfs -o size=8k tmpfs m 2>/dev/null || skip "no mount here"
	echo old >m/o.json
	run gouji check -f json=m/o.json wrong.md
	content=$(cat m/o.json)
	left=$(ls m)
	umount m
	[ "$status" -eq 4 ]
	[ "$content" = old ]
	[ "$left" = o.json ]
}

@test "Ctrl-C in a batch: what was checked stands, the rest is said, exit 130" {
	for i in $(seq 3000); do ln -s wrong.md b$i.md; done
	"$GOUJI" check -j 1 -f jsonl=o.jsonl "$SCRATCH" >/dev/null 2>err &
	pid=$!
	until [ -n "$(cat /proc/$pid/task/$pid/children)" ]; do sleep 0.05; done # a worker is there
	kill -INT $pid
	code=0
	wait $pid || code=$?
	[ "$code" -eq 130 ]
	grep -q '已中断' err
	jq -e . <o.jsonl >/dev/null
	[ "$(wc -l <o.jsonl)" -lt 3000 ]
}

@test "a hostile file costs only itself" {
	printf '%0.s[' $(seq 100000) >deep.json
	python3 -c "print('# 甲镇2024年政府信息公开工作年度报告\n' + '![[]()' * 200000)" >links.md
	run gouji check -f concise deep.json links.md wrong.md
	has "wrong.md:"
	[ "$status" -ge 3 ]
}

@test "terminal controls in a report are shown, not obeyed" {
	sed $'s/工作人员/\033[2J\033]0;x\007工作/; s/网站专栏/\033[31m\342\200\256网站专栏/' clean.md >esc.md
	printf '\n## 七、\033[31m下一步打算\342\200\256\n\nXX镇\033[2J某镇\n' >>esc.md
	run gouji check esc.md
	lacks $'\033'
	lacks $'\342\200\256'
}
