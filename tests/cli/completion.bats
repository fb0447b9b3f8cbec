load support

# at WORDS…: what bash offers for the last word
at() { bash -c 'source <("$0" completion bash); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gouji; printf "%s\n" "${COMPREPLY[@]}"' "$GOUJI" "$@" | sort; }

@test "bash: commands, options, values, rules and files" {
	commands=$(gouji --help | sed -nE 's/^  ([a-z]+) {2,}.*/\1/p' | sort)
	[ "$(at gouji '' | grep -v '^--')" = "$commands" ]
	for command in $commands; do
		shown=$(gouji $command --help | sed '1,2d' | grep -oE '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,' | sort -u)
		[ "$(at gouji $command -- | grep '^--')" = "$shown" ] || { echo "$command"; return 1; }
	done
	[ "$(at gouji check --fail-on '' | tr '\n' ' ')" = "error info never review warning " ]
	[ "$(at gouji check --fail-on = w)" = warning ]
	[ "$(at gouji check -f s)" = sarif ]
	[ "$(at gouji rules --format '' | tr '\n' ' ')" = "json text " ]
	[ "$(at gouji check --level t)" = township ]
	[ "$(at gouji check --select T3-00 | head -1)" = T3-001 ]
	[ "$(at gouji explain T3-003)" = T3-003 ]
	[ "$(at gouji rule n)" = new ]
	[ "$(at gouji completion z)" = zsh ]
	[ "$(at gouji check wr)" = wrong.md ]
	[ "$(at gouji check --config wr)" = wrong.md ]
}

@test "every value offered is taken, in every shell's script" {
	for value in $(at gouji check --fail-on ''); do gouji check -q --fail-on "$value" clean.md; done
	for value in $(at gouji check --profile ''); do gouji check -q --profile "$value" clean.md; done
	for value in $(at gouji check --format ''); do gouji check -q --format "$value" clean.md >/dev/null; done
	for value in $(at gouji check --as ''); do gouji check -q --as "$value" clean.md >/dev/null 2>&1 || [ $? -ne 2 ]; done
	for value in $(at gouji check --show ''); do gouji check -q --show "$value" clean.md >/dev/null; done
	for value in $(at gouji convert --to ''); do gouji convert --to "$value" clean.md >/dev/null; done
	run gouji completion tcsh
	[ "$status" -eq 2 ]
	for shell in bash zsh fish; do
		run gouji completion $shell
		[ "$status" -eq 0 ]
		has T3-003
		has township
		has stdin-name
	done
}

@test "scripts are sound: bash -n, zsh -n, fish -n" {
	for shell in bash zsh fish; do
		for lang in zh en; do
			gouji completion --lang $lang $shell >script
			command -v $shell >/dev/null || continue
			$shell -n script
		done
	done
}

@test "zsh takes the script in" {
	command -v zsh >/dev/null || skip "zsh is not installed"
	gouji completion zsh >_gouji
	run zsh -f -c 'compdef() { :; }; _describe() { print -l -- ${(P)2}; }; _arguments() { shift; print -l -- "$@"; }; source ./_gouji
		CURRENT=2 words=(gouji ""); _gouji; CURRENT=3; words=(gouji check ""); _gouji'
	[ "$status" -eq 0 ]
	has "verify:"
	has "--fail-on="
	has "(error warning info review never)"
	has "T3-001 "
	lacks '$rules'
}

@test "fish offers what the tables hold" {
	command -v fish >/dev/null || skip "fish is not installed"
	gouji completion fish >gouji.fish
	run fish -N -c 'source gouji.fish; complete -C "gouji ver"; complete -C "gouji check --fail-on "; complete -C "gouji explain T3-00"'
	[ "$status" -eq 0 ]
	has version
	has never
	has T3-003
}
