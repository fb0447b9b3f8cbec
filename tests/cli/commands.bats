load support

@test "every command has help that fits a screen and an example that works" {
	for command in check rules explain coverage facts convert new rule verify config completion version; do
		run gouji $command --help
		[ "$status" -eq 0 ]
		[ "${#lines[@]}" -le 24 ]
		has "示例"
		run gouji $command --help --lang en
		has "Example"
		for line in "${lines[@]}"; do [ "${#line}" -le 100 ] || { echo "$line"; return 1; }; done
	done
	run gouji --help
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -le 24 ]
}

@test "rules lists all, text and json" {
	run gouji rules
	[ "$status" -eq 0 ]
	has "T3-003"
	run gouji rules --format json
	[ "$(jq '.rules | length' <<<"$output")" -ge 56 ]
	jq -e '[.rules[] | has("id") and has("title") and (.clauses | length > 0)] | all' <<<"$output"
}

@test "every rule can be explained, in both languages, by id and by name" {
	for id in $(gouji rules --format json | jq -r '.rules[] | .id, .name'); do
		run gouji explain "$id"
		[ "$status" -eq 0 ]
		has "依据"
		has "怎么改"
		run gouji explain --lang en "$id"
		has "Basis"
	done
	run gouji explain T3-9999
	[ "$status" -eq 2 ]
}

@test "coverage names every clause and those nobody checks" {
	run gouji coverage
	[ "$status" -eq 0 ]
	has "第五十条"
	has "须人工核对"
	run gouji coverage --format json
	jq -e '.clauses | length > 10' <<<"$output"
	# of 条例 第五十条 and of the form: by whom each is checked, and what is left to a person
	jq -e '[.clauses[] | select(.id | startswith("R711.50") or startswith("F21.form"))] | length > 10 and all(.[]; .rules | length > 0)' <<<"$output"
	jq -e 'all(.clauses[]; (.check == "automated" and (.rules | length > 0)) or (.person // "" | length > 0))' <<<"$output"
}

@test "facts ties claims to cells" {
	run gouji facts clean.md
	[ "$status" -eq 0 ]
	has "收到"
	run gouji facts --format json clean.md
	jq -e '.numbers | .explained <= .counted and .ties + .contradicts + .sums + .compares == .explained' <<<"$output" >/dev/null
	jq -e '.relations[] | select(.kind == "breakdown" and .state == "holds")' <<<"$output" >/dev/null
}

@test "convert to json and back keeps every finding's fingerprint" {
	run gouji convert --to json wrong.md -o wrong.json
	[ "$status" -eq 0 ]
	gouji convert --to md wrong.json -o again.md
	a=$(gouji check -f json wrong.md | jq -r '.reports[0].findings[].fingerprint' | sort)
	b=$(gouji check -f json wrong.json | jq -r '.reports[0].findings[].fingerprint' | sort)
	c=$(gouji check -f json again.md | jq -r '.reports[0].findings[].fingerprint' | sort)
	[ -n "$a" ] && [ "$a" = "$b" ] && [ "$a" = "$c" ]
}

@test "rule new makes a rule that loads, rule test asks for its cases" {
	mkdir -p r
	gouji rule new LOC-001 local-contact -o r/loc.lua
	echo 'return { id = "loc", version = "1", name = { zh = "地方", en = "local" }, rules = { "loc" } }' >r/pack.lua
	run gouji rules --with r
	[ "$status" -eq 0 ]
	has "LOC-001"
	run gouji rule test --with r --select LOC-001
	[ "$status" -eq 1 ]
	has "passed"
}

@test "a case may stand for a list of texts, say what a finding reads, and whose the matter is" {
	mkdir -p r
	echo 'return { id = "loc", version = "1", name = { zh = "地方", en = "local" }, rules = { "loc" } }' >r/pack.lua
	cat >r/loc.lua <<-'LUA'
	rule { id = "LOC-001", name = "no-moon", severity = "info", clauses = { "R711.50" }, title = { zh = "甲", en = "a" }, remedy = { zh = "乙", en = "b" },
	  message = { zh = "写了“{word}”", en = "“{word}”" }, check = function(report, finding)
	    local word = report:contains("月亮", "overview")
	    if word then finding:fail { at = word, word = word } elseif report:contains("星") then finding:review { because = "T3-001" } end
	  end,
	  cases = {
	    fails = { { text = { other = "无。" }, each = { overview = { "月亮。", "看月亮。", "太阳。" } }, says = "写了" }, { append = { overview = "月亮" }, says = "太阳" } },
	    passes = { {}, { each = { overview = { "太阳。", "晴。" } } }, { with = " 云  月亮", append = { overview = "看{}。" } }, { with = "problems other", append = { ["{}"] = "云。" } } },
	    reviews = { { append = { overview = "星。" }, because = "T3-001" }, { append = { overview = "星。" }, because = "T3-002" }, { each = { "x" } }, { with = " " } },
	  } }
	LUA
	run gouji rule test --with r --select LOC-001
	[ "$status" -eq 1 ]
	has "LOC-001 fails[3]"
	has "LOC-001 fails[4]"
	has "LOC-001 reviews[2]"
	has "LOC-001 reviews[3]"
	has "LOC-001 passes[5]"
	has "LOC-001 reviews[4]"
	has "9 passed, 6 failed"
}

@test "explain says what a rule was measured to find" {
	run gouji explain T3-001
	has "在合成报告中埋设缺陷"
	run gouji explain --format json --lang en T3-001
	jq -e '.measured.found == .measured.planted and .measured.clean_reports > 0 and (.cases.fails | length) >= 2' <<<"$output"
}

@test "a rule file that breaks the contract is refused with file, field and reason" {
	mkdir -p r
	echo 'return { id = "loc", version = "1", name = { zh = "地方", en = "local" }, rules = { "loc" } }' >r/pack.lua
	echo 'rule { id = "LOC-001", name = "x-y-z", severity = "fatal", clauses = { "R711.50" }, title = { zh = "甲", en = "a" }, remedy = { zh = "乙", en = "b" }, check = function() end, cases = {} }' >r/loc.lua
	run gouji check --with r clean.md
	[ "$status" -eq 2 ]
	has "loc.lua"
	has "severity"
	has "fatal"
	echo 'rule { id = ' >r/loc.lua
	run gouji check --with r clean.md
	[ "$status" -eq 2 ]
	has "loc.lua"
}

@test "a rule that loops or raises is said, the batch goes on, exit 4" {
	mkdir -p r
	echo 'return { id = "loc", version = "1", name = { zh = "地方", en = "local" }, rules = { "loc" } }' >r/pack.lua
	cat >r/loc.lua <<-'LUA'
	rule { id = "LOC-001", name = "endless", severity = "info", clauses = { "R711.50" }, title = { zh = "甲", en = "a" }, remedy = { zh = "乙", en = "b" },
	  check = function() while true do pcall(function() while true do end end) end end, cases = {} }
	rule { id = "LOC-002", name = "raising", severity = "info", clauses = { "R711.50" }, title = { zh = "甲", en = "a" }, remedy = { zh = "乙", en = "b" },
	  check = function(report) return report.nonsense end, cases = {} }
	LUA
	run gouji check --with r -f json clean.md wrong.md
	[ "$status" -eq 4 ]
	jq -e '.reports | length == 2' <<<"$output"
	jq -e '[.reports[].rule_outcomes[] | select(.rule == "LOC-001")] | map(.outcome == "not_run" and .because == "budget") | all' <<<"$output"
	jq -e '[.reports[].rule_outcomes[] | select(.rule == "LOC-002")] | map(.outcome == "error") | all' <<<"$output"
}

@test "version names the ruleset and its digest" {
	run gouji version
	[ "$status" -eq 0 ]
	has "zfxxgk"
	[[ $output =~ [0-9a-f]{64} ]]
}

@test "rule bench lists every selected rule once, the dearest first, with shares that add up" {
	run gouji rule bench --lang en clean.md wrong.md
	[ "$status" -eq 0 ]
	has "2 reports"
	rows=$(grep '%' <<<"$output")
	[ "$(wc -l <<<"$rows")" = "$(gouji rules --format json | jq '[.rules[] | select(.about == "report")] | length')" ]
	awk '{ if (NR > 1 && $1 > last) exit 1; last = $1; sub("%", "", $2); share += $2; steps += $3 } END { exit !(share > 90 && share < 110 && steps > 0) }' <<<"$rows"
	run gouji rule bench --select T4,NAR-025 clean.md
	[ "$(grep -c '%' <<<"$output")" = "$(($(gouji rules --select T4 --format json | jq '.rules | length') + 1))" ]
	run gouji rule bench nothing.md
	[ "$status" -eq 3 ]
	run gouji rule bench
	[ "$status" -eq 2 ]
}
