#!/bin/sh
# The map: paths of reports on standard input, one a line; a facts record of each on standard output, one a line, in the same order.
# Findings are no failure here, and neither is a file that cannot be read: its record says so. Usage mistakes and a broken program are.
#
# Usage: recipes/pipe.sh [options of gouji check] <PATHS >FACTS.jsonl        GOUJI names the program, default gouji
"${GOUJI:-gouji}" check --jobs 1 --fail-on never --paths-from - --facts - "$@" || [ $? -eq 3 ]
