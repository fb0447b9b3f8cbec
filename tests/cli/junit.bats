load support

valid() { xmllint --noout --relaxng "$ROOT/tests/data/junit.rng" "$1"; }
count() { xmllint --xpath "count($1)" "$2"; }
value() { xmllint --xpath "string($1)" "$2"; }

@test "a testsuite a report, a testcase a rule, and the counts are those of the outcomes" {
	run gouji check -f json=r.json -f junit=j.xml wrong.md clean.md nothing.md
	[ "$status" -eq 3 ]
	valid j.xml
	[ "$(count //testsuite j.xml)" = 3 ]
	[ "$(value '//testsuite[3]/testcase/error/@type' j.xml)" = unreadable ]
	for i in 1 2 3; do
		for pair in failures:failure errors:error skipped:skipped; do
			[ "$(value "//testsuite[$i]/@${pair%:*}" j.xml)" = "$(count "//testsuite[$i]/testcase[${pair#*:}]" j.xml)" ]
		done
		[ "$(value "//testsuite[$i]/@tests" j.xml)" = "$(count "//testsuite[$i]/testcase" j.xml)" ]
	done
	[ "$(count '//testsuite[1]/testcase' j.xml)" = "$(jq '.reports[0].rule_outcomes | length' r.json)" ]
	[ "$(count '//testsuite[1]/testcase[failure]' j.xml)" = "$(jq '.reports[0].outcomes.fail' r.json)" ]
	[ "$(count '//testsuite[2]/testcase[skipped]' j.xml)" = "$(jq '.reports[1].outcomes | .review + .not_applicable + .not_run' r.json)" ]
	[ "$(value '//testcase[failure][1]/@line' j.xml)" = "$(jq '.reports[0].findings[0].line' r.json)" ]
	[[ $(value '//testcase[failure][1]/failure/@message' j.xml) == *表三* ]]
	[ "$(value '//property[@name="report.sha256"]/@value' j.xml)" = "$(jq -r '.reports[0].sha256' r.json)" ]
}

@test "failure agrees with --fail-on; what is below is told, not failed; exceptions are skipped" {
	cp "$ROOT/fixtures/defects/xref_fee_not_stated.md" fee.md
	gouji check -f junit=j.xml fee.md
	[ "$(count '//failure' j.xml)" = 0 ]
	[[ $(value '//testcase[system-out][contains(@name,"XREF-020")]/@name' j.xml) == XREF-020* ]]
	run gouji check --fail-on warning -f junit=j.xml fee.md
	[ "$status" -eq 1 ]
	[ "$(value '//failure/@type' j.xml)" = warning ]
	gouji check --fail-on never -f junit=j.xml wrong.md
	[ "$(count '//failure' j.xml)" != 0 ]
	echo 'return { exceptions = { { rule = "XREF-020", reason = "另文公布", approver = "王科长" } } }' >.gouji.lua
	gouji check --select XREF-020 --fail-on warning -f junit=j.xml fee.md
	valid j.xml
	[ "$(value '//testcase[starts-with(@name, "XREF-020")]/skipped/@message' j.xml)" = "批准的例外：另文公布" ]
	rm .gouji.lua
	sed -i 's/^| 规章 | 0 |/| 规章 | |/' clean.md
	gouji check --fail-on error -f junit=j.xml clean.md || true
	valid j.xml
	gouji check --fail-on review -f junit=j.xml clean.md || true
	valid j.xml
}

@test "a rule that breaks is an error" {
	mkdir -p r
	echo 'return { id = "loc", version = "1", name = { zh = "地方", en = "local" }, rules = { "loc" } }' >r/pack.lua
	echo 'rule { id = "LOC-002", name = "raising", severity = "info", clauses = { "R711.50" }, title = { zh = "甲", en = "a" }, remedy = { zh = "乙", en = "b" }, check = function(report) return report.nonsense end, cases = {} }' >r/loc.lua
	run gouji check --with r -f junit=j.xml clean.md
	[ "$status" -eq 4 ]
	valid j.xml
	[ "$(count '//testcase[error][starts-with(@name, "LOC-002")]' j.xml)" = 1 ]
}

@test "marks, controls and wrong bytes of a stranger stay text" {
	name=$'a<b>&"\x27\x1b[31m\xff.md'
	printf '# 青石镇<b>&"某\x01\x0b镇\xef\xbf\xbe\xe2\x80\xae人民政府2024年政府信息公开工作年度报告\n' >"$name"
	run gouji check -f junit=j.xml "$name"
	valid j.xml
	[ "$(count //testsuite j.xml)" = 1 ]
	! grep -q $'[\x01\x0b\x1b]' j.xml
}

@test "English and Chinese" {
	run gouji check -f junit --lang en wrong.md
	has "What to do"
	run gouji check -f junit wrong.md
	has "怎么改"
}
