load support

@test "a clean report exits 0 and says it passed" {
	run gouji check clean.md
	[ "$status" -eq 0 ]
	has "通过"
	lacks "错误 T"
}

@test "a wrong total exits 1, names the cell, its line and the right value" {
	cmp -s clean.md wrong.md && return 1
	run gouji check wrong.md
	[ "$status" -eq 1 ]
	has "错误 T3-001"
	has "应为 8"
	line=$(grep -n '^| 一、本年新收' wrong.md | cut -d: -f1)
	has "第 $line 行"
	has "怎么改"
	has "依据"
}

@test "--fail-on moves the threshold" {
	run gouji check --fail-on never wrong.md
	[ "$status" -eq 0 ]
	sed 's/全年未收取政府信息公开信息处理费。//' clean.md >fee.md
	run gouji check fee.md
	[ "$status" -eq 0 ]
	has "XREF-020"
	run gouji check --fail-on warning fee.md
	[ "$status" -eq 1 ]
}

@test "--profile national leaves out what only practice asks, and says so" {
	sed 's/全年未收取政府信息公开信息处理费。//' clean.md >fee.md
	run gouji check --profile practice fee.md
	has "XREF-020"
	lacks "口径"
	run gouji check --profile national --show passed fee.md
	[ "$status" -eq 0 ]
	lacks "警告 XREF-020"
	has "口径"
	run gouji check --profile national -f json fee.md
	jq -e '.reports[0] | .profile == "national" and .deselected > 0 and (.findings | all(.ground == "national"))' <<<"$output"
	run gouji check --profile loose fee.md
	[ "$status" -eq 2 ]
}

@test "--profile strict lowers nothing while the level is unknown" {
	sed -e 's/青石镇人民政府/青石办公中心/g' -e 's/青石镇/青石中心/g' clean.md | sed -E '/^\| ?规章/s/\| 0 \|/| 2 |/' >rules.md
	run gouji check -f json --select T2-003 rules.md
	jq -e '.reports[0].findings[0].severity == "warning"' <<<"$output"
	run gouji check -f json --select T2-003 --profile strict rules.md
	jq -e '.reports[0].findings[0].severity == "error" and .reports[0].profile == "strict"' <<<"$output"
}

@test "--select and --ignore take ids, names and prefixes" {
	run gouji check --select T2 wrong.md
	[ "$status" -eq 0 ]
	run gouji check --select T3-001,requests-balance -f json wrong.md
	[ "$status" -eq 1 ]
	[ "$(jq '.reports[0].rule_outcomes | length' <<<"$output")" -eq 2 ]
	run gouji check --ignore T3,XREF wrong.md
	[ "$status" -eq 0 ]
}

@test "outcomes add up to rules times reports in json" {
	run gouji check -f json clean.md wrong.md
	[ "$status" -eq 1 ]
	jq -e '[.reports[] | (.outcomes | add) == (.rule_outcomes | length)] | all' <<<"$output"
	jq -e '(.reports | map(.outcomes | add) | add) == (.reports | map(.rule_outcomes | length) | add)' <<<"$output"
}

@test "several outputs in one run agree on counts and fingerprints" {
	run gouji check -f json=o.json -f jsonl=o.jsonl -f sarif=o.sarif -f github=o.github -f concise=o.txt -f text wrong.md
	[ "$status" -eq 1 ]
	has "T3-001"
	a=$(jq -r '.reports[].findings[].fingerprint' o.json)
	[ -n "$a" ]
	[ "$a" = "$(jq -r '.findings[].fingerprint' o.jsonl)" ]
	[ "$a" = "$(jq -r '.runs[].results[].partialFingerprints | to_entries[0].value' o.sarif)" ]
	[ "$(grep -c '^::' o.github)" -eq "$(wc -l <<<"$a")" ]
	[ "$(grep -c 'wrong.md:[0-9]' o.txt)" -eq "$(wc -l <<<"$a")" ]
	ls | grep -q '\.part$' && return 1
	return 0
}

@test "the same input gives the same bytes, whatever -j, folder or hash seed" {
	for i in 1 2 3 4 5 6 7 8 9; do cp wrong.md r$i.md; done
	gouji check -j 1 --today 2025-02-01 -f json . >"$BATS_TEST_TMPDIR/a.json" || true
	gouji check -j 7 --today 2025-02-01 -f json . >"$BATS_TEST_TMPDIR/b.json" || true
	cmp "$BATS_TEST_TMPDIR/a.json" "$BATS_TEST_TMPDIR/b.json"
}

@test "standard input, with a name" {
	run gouji check --stdin-name 某镇.md -f concise - <wrong.md
	[ "$status" -eq 1 ]
	has "某镇.md:"
}

@test "a folder is walked in order; what is no report is passed over and said" {
	mkdir -p d/b d/a
	cp clean.md d/b/2.md
	cp wrong.md d/a/1.md
	echo "# notes" >d/notes.md
	printf 'PNG' >d/x.png
	run gouji check -f concise d
	[ "$status" -eq 1 ]
	has "d/a/1.md:"
	has "略过"
	has "d/notes.md"
}

@test "-q prints findings only" {
	run gouji check -q clean.md
	[ "$status" -eq 0 ]
	[ -z "$output" ]
}

@test "English when asked" {
	run gouji check --lang en wrong.md
	[ "$status" -eq 1 ]
	has "error T3-001"
	lacks "错误"
}

@test "machine formats are in Chinese unless --lang says otherwise" {
	LC_ALL=en_US.UTF-8 run gouji check -f json wrong.md
	has "总计"
	run gouji check -f json --lang en wrong.md
	jq -e '.reports[0].findings[0].message | test("[a-z]{4}")' <<<"$output"
}

@test "colour only when asked or on a terminal" {
	run gouji check wrong.md
	lacks $'\033'
	run gouji check --color always wrong.md
	has $'\033['
	NO_COLOR=1 run gouji check wrong.md
	lacks $'\033'
}

@test "given level and year override what the text says" {
	run gouji check -f json --level county --kind government --year 2023 clean.md
	jq -e '.reports[0].year == 2023 and .reports[0].issuer.level == "county"' <<<"$output"
}

@test "a blank report of five columns is one finding" {
	awk '/^\| [一二三四]、|^\| 三、本年度办理结果/ && NF { n = split($0, c, "|"); if (n >= 12) { for (i = n - 6; i <= n - 2; i++) c[i] = "  "; s = c[1]; for (i = 2; i <= n; i++) s = s "|" c[i]; print s; next } } { print }' clean.md >blank.md
	cmp -s clean.md blank.md && return 1
	run gouji check -f json --select T3 blank.md
	[ "$(jq '[.reports[0].findings[] | select(.rule | startswith("T3"))] | length' <<<"$output")" -eq 1 ]
	jq -e '.reports[0].findings[0].rule == "T3-020"' <<<"$output"
}
