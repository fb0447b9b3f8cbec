load support

@test "the nearest config above a report is used, its severities win" {
	mkdir -p a/b
	cp wrong.md a/b/
	echo 'return { severity = { T3 = "info", XREF = "info" } }' >a/.gouji.lua
	run gouji check a/b/wrong.md
	[ "$status" -eq 0 ]
	has "提示 T3-001"
	run gouji check --no-config a/b/wrong.md
	[ "$status" -eq 1 ]
}

@test "the longest selector wins, off deselects" {
	echo 'return { severity = { T3 = "off", XREF = "off", ["T3-001"] = "warning" } }' >.gouji.lua
	run gouji check -f json wrong.md
	jq -e '.reports[0].findings | map(.severity) == ["warning"]' <<<"$output"
}

@test "a profile for all or by path; the flag wins" {
	echo 'return { profile = "national", paths = { { match = "dept/*", profile = "strict" } } }' >.gouji.lua
	mkdir -p dept
	cp clean.md dept/
	run gouji check -f json clean.md dept/clean.md
	[ "$(jq -r '.reports | map(.profile) | join(" ")' <<<"$output")" = "national strict" ]
	run gouji check -f json --profile practice dept/clean.md
	[ "$(jq -r '.reports[0].profile' <<<"$output")" = practice ]
	run gouji config show dept/clean.md
	has "profile = strict"
}

@test "facts of the issuer by path" {
	mkdir dept
	cp clean.md dept/
	echo 'return { paths = { { match = "dept/*", level = "county", kind = "department" } } }' >.gouji.lua
	run gouji check -f json dept/clean.md
	jq -e '.reports[0].issuer.level == "county" and .reports[0].issuer.kind == "department"' <<<"$output"
}

@test "an exception is shown apart, does not count, and needs reason and approver" {
	echo 'return { exceptions = { { rule = "T3-001", path = "wrong.md", reason = "已核实", approver = "王科长", expires = "2030-01-01" } } }' >.gouji.lua
	run gouji check --today 2026-01-01 wrong.md
	[ "$status" -eq 0 ]
	has "已核实"
	echo 'return { exceptions = { { rule = "T3-001", reason = "x" } } }' >.gouji.lua
	run gouji check wrong.md
	[ "$status" -eq 2 ]
	has "approver"
}

@test "an expired or unused exception is said" {
	echo 'return { exceptions = { { rule = "T3-001", reason = "x", approver = "y", expires = "2025-01-01" }, { rule = "T2-001", reason = "无用", approver = "y" } } }' >.gouji.lua
	run gouji check --today 2026-01-01 wrong.md
	[ "$status" -eq 1 ]
	has "过期"
	has "没有用到"
}

@test "a config with a syntax error or an unknown field: exit 2, file, line or field" {
	printf 'return {\n  severity = {\n' >.gouji.lua
	run gouji check clean.md
	[ "$status" -eq 2 ]
	has ".gouji.lua"
	echo 'return { severty = {} }' >.gouji.lua
	run gouji check clean.md
	[ "$status" -eq 2 ]
	has "severty"
	echo 'return { ignore = { "T9-999" } }' >.gouji.lua
	run gouji check clean.md
	[ "$status" -eq 2 ]
	has "T9-999"
}

@test "a hostile config is stopped" {
	echo 'while true do end' >.gouji.lua
	run timeout 600 "$GOUJI" check clean.md
	[ "$status" -eq 2 ]
	echo 'local s = "a" while true do s = s .. s end' >.gouji.lua
	run timeout 600 "$GOUJI" check clean.md
	[ "$status" -eq 2 ]
	echo 'os.execute("touch owned")' >.gouji.lua
	run gouji check clean.md
	[ "$status" -eq 2 ]
	[ ! -e owned ]
}

@test "config show" {
	echo 'return { fail_on = "warning", ignore = { "NAR" } }' >.gouji.lua
	run gouji config show clean.md
	[ "$status" -eq 0 ]
	has "fail_on = warning"
	has "ignore = NAR"
	run gouji config show --format json clean.md
	jq -e '.fail_on == "warning"' <<<"$output"
}
