#!/bin/sh
# The map under GNU parallel: REPORTS paths a process (20 by default), as many processes as there are processors; with PARALLEL='-S host1,host2' also
# on other machines that see the same files and have gouji. The records stand in the order of the list.
#
# Usage: recipes/parallel.sh LIST FACTS.jsonl [options of gouji check]
set -eu
list=$1 facts=$2
shift 2
parallel --keep-order --pipe -N "${REPORTS:-20}" "$(dirname "$0")/pipe.sh" "$@" <"$list" >"$facts.part"
mv "$facts.part" "$facts"
