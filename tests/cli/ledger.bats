load support

book() { gouji ledger init book.db >/dev/null; }
add() { run gouji ledger add book.db --no-config --today "$1" "${@:2}"; }

@test "ledger: wrong use is said, in both languages" {
	run gouji ledger
	[ "$status" -eq 2 ]
	has "gouji ledger init 台账"
	run gouji ledger sell book.db --lang en
	[ "$status" -eq 2 ]
	has "usage: gouji ledger init LEDGER"
	run gouji ledger add book.db
	[ "$status" -eq 2 ]
	run gouji ledger init ""
	[ "$status" -eq 2 ]
	run gouji ledger list book.db --round 0
	[ "$status" -eq 2 ]
	has "--round"
}

@test "ledger: what is not there is not made, but by init" {
	run gouji ledger list book.db
	[ "$status" -eq 3 ]
	has "gouji ledger init"
	run gouji ledger add book.db clean.md
	[ "$status" -eq 3 ]
	[ ! -e book.db ]
	run gouji ledger init book.db
	[ "$status" -eq 0 ]
	has "第 2 版"
	run gouji ledger init book.db --lang en
	has "ledger is there"
	run gouji ledger list book.db
	[ "$status" -eq 0 ]
	has "共 0 份"
	run gouji ledger list clean.md
	[ "$status" -eq 3 ]
	has "不是台账"
}

@test "ledger: two rounds, and what became of the findings" {
	book
	mv wrong.md report.md
	add 2025-01-10 report.md
	[ "$status" -eq 0 ]
	has "登记    青石镇人民政府 2024 年度，第 1 轮：错误 1（report.md）"
	add 2025-01-11 report.md
	has "已在册"
	cp clean.md report.md
	add 2025-01-18 report.md --lang en
	has "round 2: no errors; since the last round: mended 1, remaining 0, new 0"
	run gouji ledger list book.db
	has "第1轮 2025-01-10 错误 1"
	has "第2轮 2025-01-18 无错误"
	run gouji ledger rounds book.db
	[ "$status" -eq 0 ]
	has "整改      错误 T3-001"
	run gouji ledger rounds book.db --lang en
	has "1 compared: mended 1, remaining 0, new 0; 0 with one round only"
	run gouji ledger show book.db --unit 青石 --round 1
	has "原件已存"
	has "T3-001"
	run gouji ledger show book.db --unit 青石
	lacks "T3-001"
	run gouji ledger show book.db --unit 白石
	[ "$status" -eq 2 ]
	run gouji ledger show book.db
	[ "$status" -eq 2 ]
	has "--unit"
}

@test "ledger: what cannot be filed is refused with its reason, the rest is filed" {
	book
	echo "不是报告" >note.md
	cp clean.md twin.md
	echo >>twin.md
	add 2025-01-10 clean.md twin.md note.md "$ROOT/fixtures/years/qingshi_2023.md"
	[ "$status" -eq 3 ]
	has "未登记  clean.md：同一机关同一年度还有 twin.md"
	has "未登记  note.md"
	has "登记    青石镇人民政府 2023 年度，第 1 轮"
	run jq -r '.filings[].how' < <(gouji ledger add book.db clean.md note.md --no-config --format json)
	[ "$output" = "$(printf 'new\nrefused')" ]
	add 2025-01-10 note.md --year 2022 --unit 白石镇人民政府
	[ "$status" -eq 0 ]
	run gouji ledger list book.db --unit 白石 --year 2022
	has "白石镇人民政府"
	lacks "青石镇"
}

@test "ledger: facts records are taken as reports are" {
	book
	gouji check --no-config --facts facts.jsonl wrong.md >/dev/null || true
	add 2025-01-10 facts.jsonl
	has "第 1 轮：错误 1"
	gouji ledger export book.db --facts again.jsonl
	cmp facts.jsonl again.jsonl
	gouji ledger init other.db
	gouji ledger add other.db wrong.md --no-config --today 2025-01-10
	cmp <(gouji ledger export book.db) <(gouji ledger export other.db)
}

@test "ledger: last year's report is found in it, by --prior and by the config" {
	book
	add 2024-01-20 "$ROOT/fixtures/years/qingshi_2023.md"
	run gouji check --no-config clean.md --prior book.db -f json
	[ "$status" -eq 0 ]
	[ "$(jq -r '.reports[0].prior | "\(.chosen) \(.path)"' <<<"$output")" = "given book.db#$ROOT/fixtures/years/qingshi_2023.md" ]
	run gouji check --no-config "$ROOT/fixtures/years/carried_in.md" --prior book.db
	[ "$status" -eq 1 ]
	has "YOY-001"
	has "上年报告 book.db#"
	echo 'return { ledger = "book.db" }' >.gouji.lua
	run gouji check clean.md -f json
	[ "$(jq -r '.reports[0].prior.chosen' <<<"$output")" = found ]
	run gouji config show .
	has "ledger = "
	echo 'return { ledger = "gone.db" }' >.gouji.lua
	run gouji check clean.md
	[ "$status" -eq 0 ]
	has "没有到里面找上年报告"
	echo 'return { ledger = "postgresql://h/d" }' >.gouji.lua
	run gouji check clean.md
	[ "$status" -eq 2 ]
	has "ledger"
}

@test "ledger: a file that was named goes before the ledger" {
	book
	add 2024-01-20 "$ROOT/fixtures/years/qingshi_2023.md"
	sed 's/。/。 /' "$ROOT/fixtures/years/qingshi_2023.md" >before.md
	run gouji check --no-config clean.md --prior book.db --prior before.md -f json
	[ "$(jq -r '.reports[0].prior.path' <<<"$output")" = before.md ]
}

@test "ledger: a password in an address is refused and not repeated" {
	run gouji ledger list postgresql://u:geheim@127.0.0.1/d
	[ "$status" -eq 2 ]
	has "口令"
	lacks geheim
	run gouji check --no-config clean.md --prior postgresql://u:geheim@127.0.0.1/d
	[ "$status" -eq 2 ]
	lacks geheim
}

@test "ledger: a disk that is full and a folder that is closed are errors" {
	book
	run bash -c "'$GOUJI' ledger export book.db >/dev/full"
	[ "$status" -ne 0 ]
	run gouji ledger export book.db -o none/such.jsonl
	[ "$status" -eq 3 ]
	run gouji ledger export book.db --year 2024
	[ "$status" -eq 2 ]
	run gouji ledger import book.db clean.md
	[ "$status" -eq 3 ]
	has "clean.md"
}
