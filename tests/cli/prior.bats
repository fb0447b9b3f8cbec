load support

prior() { jq -r '.reports[-1].prior | if . == null then "none" else "\(.chosen) \(.path)" end' <<<"$output"; }
notice() { jq -r '.reports[-1].notices[] | select(.kind | startswith("prior")) | "\(.kind) \(.quote)"' <<<"$output"; }
# how many rules were not run for want of last year's report
missing() { jq '[.reports[-1].rule_outcomes[] | select(.because == "prior")] | length' <<<"$output"; }
before() { cp "$ROOT/fixtures/years/qingshi_2023.md" "${1:-before.md}"; }

@test "last year's report is given" {
	before
	run gouji check -f json clean.md --prior before.md
	[ "$status" -eq 0 ]
	[ "$(prior)" = "given before.md" ]
	[ "$(missing)" -eq 0 ]
	[ "$(jq -r '.reports[0].prior.sha256' <<<"$output")" = "$(sha256sum before.md | cut -d' ' -f1)" ]
	run gouji check clean.md --prior before.md
	has "已与上年报告比较：before.md"
	run gouji check "$ROOT/fixtures/years/carried_in.md" --prior before.md
	[ "$status" -eq 1 ]
	has "上年报告 before.md 第"
}

@test "without one the checks between years are counted in one line, and the exit code is that of the rest" {
	run gouji check clean.md
	[ "$status" -eq 0 ]
	has "年度间：1 份没有上年报告可比"
	lacks "YOY-"
	run gouji check --lang en clean.md
	has "Between years: 1 without last year's report"
	run gouji check -f json clean.md
	[ "$(prior)" = none ]
	[ "$(missing)" -gt 5 ]
	[ "$(jq .summary.without_prior <<<"$output")" -eq 1 ]
}

@test "it is found among the files checked, whatever their order and format, and in folders" {
	before
	run gouji check -f json before.md clean.md
	[ "$(prior)" = "found before.md" ]
	run gouji check -f json clean.md before.md
	[ "$(jq -r '.reports[0].prior.path' <<<"$output")" = before.md ]
	gouji convert --to json before.md -o before.json
	rm before.md
	mkdir reports
	mv before.json reports/a.json
	mv clean.md reports/b.md
	run gouji check -f json reports
	[ "$(prior)" = "found reports/a.json" ]
	run gouji check reports
	has "已与上年报告比较：reports/a.json"
}

@test "names are compared in their normal form and not guessed at" {
	before
	sed -i 's/青石镇人民政府2023年/青石镇人民政府２０２３年/' before.md
	run gouji check -f json before.md clean.md
	[ "$(prior)" = "found before.md" ]
	before
	sed -i 's/青石镇人民政府/青石镇/g' before.md
	run gouji check -f json before.md clean.md
	[ "$(prior)" = none ]
	[ -z "$(notice)" ]
}

@test "two that might be it: none is taken, and it is said" {
	before one.md
	before two.md
	run gouji check -f json one.md two.md clean.md
	[ "$status" -eq 0 ]
	[ "$(prior)" = none ]
	[ "$(notice)" = "prior_ambiguous one.md、two.md" ]
	[ "$(missing)" -gt 5 ]
	run gouji check -f json one.md two.md clean.md --prior one.md # the given one wins
	[ "$(prior)" = "given one.md" ]
	before
	cp clean.md again.md # two of this year: which of two bodies of one name has that past?
	run gouji check -f json before.md again.md clean.md
	[ "$(prior)" = none ]
	[[ $(notice) == prior_ambiguous* ]]
}

@test "a prior that cannot be read is a notice, and the report is checked" {
	cp "$ROOT/fixtures/unreadable/broken_utf8.md" broken.md
	for file in broken.md missing.md; do
		run gouji check -f json clean.md --prior "$file"
		[ "$status" -eq 0 ]
		[ "$(prior)" = none ]
		[[ $(notice) == "prior_unreadable $file"* ]]
		[ "$(missing)" -gt 5 ]
		run gouji check clean.md --prior "$file"
		has "上年报告读不了"
	done
}

@test "a prior of another year or another body is a notice" {
	before
	sed -i 's/2023/2022/g' before.md
	run gouji check -f json clean.md --prior before.md
	[[ $(notice) == "prior_unfit before.md（2022）" ]]
	[ "$(prior)" = none ]
	run gouji check -f json clean.md --prior clean.md
	[[ $(notice) == prior_unfit* ]]
	before
	sed -i 's/青石镇/黑石镇/g' before.md
	run gouji check -f json clean.md --prior before.md
	[[ $(notice) == "prior_unfit before.md（黑石镇人民政府）" ]]
	run gouji check -f json clean.md --prior before.md --unit 青石镇人民政府 # a body that was renamed
	[ "$(prior)" = "given before.md" ]
	run gouji check -f json wrong.md clean.md --prior before.md # it fits neither: said under both
	[ "$(jq '[.reports[].notices[] | select(.kind == "prior_unfit")] | length' <<<"$output")" -eq 2 ]
}

@test "a folder of last year's reports" {
	mkdir last
	before last/a.md
	cp "$ROOT/fixtures/clean/shaling_2023.md" last/b.md
	run gouji check -f json clean.md --prior last
	[ "$(prior)" = "given last/a.md" ]
	[ "$(jq '.reports | length' <<<"$output")" -eq 1 ]
	run gouji check clean.md --prior nowhere/
	[ "$status" -eq 0 ]
}

@test "the config names it by path" {
	mkdir 2023 2024
	before 2023/q.md
	mv clean.md 2024/
	echo 'return { paths = { { match = "2024/*", prior = "2023/q.md" } } }' >.gouji.lua
	run gouji check -f json 2024/clean.md
	[[ $(prior) == "given "*2023/q.md ]]
	run gouji config show 2024/clean.md
	has "2023/q.md"
}

@test "standard input has a past too, but is none" {
	before
	run bash -c "'$GOUJI' check -f json - --prior before.md <clean.md"
	[ "$(prior)" = "given before.md" ]
	run gouji check clean.md --prior -
	[ "$status" -eq 2 ]
}

@test "facts shows last year's figures beside this year's" {
	before
	run gouji facts --format json clean.md --prior before.md
	[ "$status" -eq 0 ]
	[ "$(jq '.cells[] | select(.cell == "requests.new.total") | .prior' <<<"$output")" -eq 4 ]
	[ "$(jq -r .prior.path <<<"$output")" = before.md ]
	run gouji facts clean.md --prior before.md
	has "上年 4"
}

@test "the output is the same whatever the number of workers" {
	before
	rm wrong.md
	cp "$ROOT"/fixtures/clean/{shaling_2023,yunxi_2024,minzheng_2023}.md "$ROOT/fixtures/defects/nar_no_measures.md" .
	for form in text json sarif concise; do
		gouji check -f $form --today 2026-01-31 -j 1 . >"$BATS_TEST_TMPDIR/one" || true
		gouji check -f $form --today 2026-01-31 -j 7 . >"$BATS_TEST_TMPDIR/seven" || true
		cmp "$BATS_TEST_TMPDIR/one" "$BATS_TEST_TMPDIR/seven"
	done
	run gouji check -f json .
	[ "$(jq '[.reports[] | select(.prior.chosen == "found")] | length' <<<"$output")" -ge 1 ]
}

@test "every outcome is counted, with and without a past" {
	before
	run gouji check -f json before.md clean.md wrong.md
	jq -e '[.reports[].outcomes | add] | unique | length == 1' <<<"$output"
	jq -e '([.reports[].outcomes | add] | add) == .summary.checked * .summary.rules' <<<"$output"
}
