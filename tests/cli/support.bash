# Shared by the CLI tests: the binary, a scratch folder, a clean report and ways to spoil it.
GOUJI=${GOUJI:-$BATS_TEST_DIRNAME/../../build/gouji}
ROOT=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
CLEAN=$ROOT/fixtures/clean/qingshi_2024.md

setup() {
	export LC_ALL=C.UTF-8
	unset LANG LC_MESSAGES NO_COLOR FORCE_COLOR
	SCRATCH=$(mktemp -d)
	cd "$SCRATCH" || exit 1
	cp "$CLEAN" clean.md
	# one wrong cell: the total of the new requests
	sed '/^| 一、本年新收政府信息公开申请数量/ s/| 8 |$/| 9 |/' clean.md >wrong.md
}

teardown() {
	cd /
	rm -rf "$SCRATCH"
}

gouji() { "$GOUJI" "$@"; }

# has TEXT: the last output contains it
has() { [[ $output == *"$1"* ]] || { echo "no \"$1\" in: $output"; return 1; }; }
lacks() { [[ $output != *"$1"* ]] || { echo "\"$1\" in: $output"; return 1; }; }
