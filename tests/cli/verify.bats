load support

record() { gouji check --today 2025-01-20 -f json=r.json "$@" || true; }
kinds() { jq -r '[.differences[], .reports[].differences[]] | map(.kind) | unique | join(" ")' <<<"$output"; }
fits() { python3 "$ROOT/tests/tools/validate_outputs.py" "$ROOT/docs/schema/$1.schema.json" "$2"; }

@test "a result stands while nothing changes, whatever its options were" {
	mkdir -p d
	cp wrong.md clean.md d
	cp "$ROOT/fixtures/years/qingshi_2023.md" .
	echo 'return { level = "county", severity = { ["T3"] = "warning" } }' >d/.gouji.lua
	for options in "d" "wrong.md clean.md" "--select T3,T4 --ignore T3-001 wrong.md" "--prior qingshi_2023.md clean.md" "--no-config d" \
		"--config d/.gouji.lua --profile strict clean.md" "--year 2023 --level county --kind government --scope own --unit 某县 --province 浙江 wrong.md" \
		"--lang en --fail-on warning wrong.md" "--as text clean.md" "nothing.md"; do
		record $options
		fits findings r.json
		run gouji verify r.json
		[ "$status" -eq 0 ] || { echo "$options: $output"; return 1; }
		has "重算与记录一致"
	done
}

@test "a changed report is named, with what is gone and what is new; exit 1" {
	record wrong.md clean.md
	sed -i 's/| 9 |$/| 8 |/' wrong.md
	run gouji verify r.json
	[ "$status" -eq 1 ]
	has "clean.md：一致"
	has "报告文件已改动"
	has "不再有 T3-001"
	run gouji verify --lang en r.json
	has "no longer found: T3-001"
	run gouji verify --format json r.json
	[ "$status" -eq 1 ]
	echo "$output" >v.json
	fits verify v.json
	[ "$(kinds)" = "finding_gone input outcome" ]
	jq -e '.counts.same == 1 and .counts.changed == 1 and .same == false' v.json
	cp clean.md x.md && record x.md && cp wrong.md x.md && sed -i '0,/| 8 |$/s//| 9 |/' x.md
	run gouji verify r.json
	has "新出现"
}

@test "an altered result does not stand, wherever it was altered" {
	record wrong.md
	for change in '.reports[0].findings[0].severity = "info"' '.reports[0].findings[0].message = "无"' 'del(.reports[0].findings[0])' \
		'.reports[0].rule_outcomes[0].outcome = "fail"' '.reports[0].year = 2023' '.summary.failed = 0' '.tool.ruleset.digest = "00"' \
		'.tool.version = "9"' '.tool.config_digest = "00"' '.reports += [.reports[0]]' '.extra = 1' '.reports[0].sha256 = "00"' '.reports = []'; do
		jq "$change" r.json >altered.json
		run gouji verify altered.json
		[ "$status" -ne 0 ] || { echo "$change: $status $output"; return 1; }
		has "重算与记录不一致"
	done
	jq '.reports[0].findings[0].severity = "info"' r.json >altered.json
	run gouji verify altered.json
	has "severity"
}

@test "another ruleset or configuration is said" {
	echo 'return { level = "county" }' >.gouji.lua
	record wrong.md
	echo 'return { level = "city" }' >.gouji.lua
	run gouji verify r.json
	[ "$status" -eq 1 ]
	has "配置不同"
	mkdir -p r
	echo 'return { id = "loc", version = "1", name = { zh = "地方", en = "local" }, rules = {} }' >r/pack.lua
	record --no-config --with r wrong.md
	echo 'return { id = "loc", version = "2", name = { zh = "地方", en = "local" }, rules = {} }' >r/pack.lua
	run gouji verify r.json
	[ "$status" -eq 1 ]
	has "规则集不同"
}

@test "what cannot be read now is exit 3, what cannot be verified exit 2" {
	mkdir d && cp wrong.md clean.md d
	record wrong.md clean.md
	rm clean.md
	run gouji verify r.json
	[ "$status" -eq 3 ]
	has "clean.md：现在读不了"
	record d
	rm d/clean.md
	run gouji verify r.json
	[ "$status" -eq 3 ]
	has "现在没有这一份"
	for file in wrong.md "$ROOT/docs/schema/findings.schema.json"; do
		run gouji verify "$file"
		[ "$status" -eq 2 ]
	done
	jq 'del(.tool.arguments)' r.json >old.json
	run gouji verify old.json
	[ "$status" -eq 2 ]
	has "无法照样重算"
	gouji check -f jsonl wrong.md >l.jsonl || true
	run gouji verify l.jsonl
	[ "$status" -eq 2 ]
	run gouji verify nothing.json
	[ "$status" -eq 3 ]
}

@test "a stranger's result writes no file and shows no escape" {
	record wrong.md
	for word in --format=json=evil.json -fjson=evil.json --output=evil.json --nonsense; do
		jq --arg w "$word" '.tool.arguments = [$w] + .tool.arguments' r.json >evil.in
		run gouji verify evil.in
		[ "$status" -eq 2 ]
		[ ! -e evil.json ]
	done
	jq '.reports[0].path = "a\u001b[31mb"' r.json >evil.in
	run gouji verify evil.in
	[ "$status" -eq 3 ]
	lacks $'\033'
	jq '.tool.today = "heute"' r.json >evil.in
	run gouji verify evil.in
	[ "$status" -eq 2 ]
}
