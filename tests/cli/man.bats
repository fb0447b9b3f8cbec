load support

PAGES=$BATS_TEST_DIRNAME/../../build

@test "the pages name every command and option and hold no error of troff" {
	[ -f "$PAGES/gouji.1" ] || skip "make man was not run"
	for page in gouji.1 gouji.zh_CN.1; do
		groff -man -ww -Tutf8 -k -P-c "$PAGES/$page" 2>said >page.raw
		[ ! -s said ] || { cat said; return 1; }
		col -bx <page.raw >page.txt
		for command in $(gouji --help | sed -nE 's/^  ([a-z]+) {2,}.*/\1/p'); do
			grep -q "gouji $command" page.txt
			for option in $(gouji "$command" --help | grep -oE '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,'); do grep -q -e "$option" page.txt; done
		done
	done
	grep -q "Check reports" <(groff -man -Tutf8 -k -P-c "$PAGES/gouji.1" | col -bx)
}

@test "make install puts binary and pages in place" {
	[ -f "$PAGES/gouji.1" ] || skip "make man was not run"
	make -s -C "$ROOT" install DESTDIR="$SCRATCH/root" PREFIX=/usr
	[ -x root/usr/bin/gouji ] && [ -s root/usr/share/man/man1/gouji.1 ] && [ -s root/usr/share/man/zh_CN/man1/gouji.1 ]
}
