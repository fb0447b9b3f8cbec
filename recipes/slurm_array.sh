#!/bin/sh
#SBATCH --job-name=gouji
#SBATCH --ntasks=1
# The map as an array of Slurm jobs: task i of n takes every n-th path of the list, from the i-th on, and writes one share.
#
# Usage: sbatch --array=0-7 recipes/slurm_array.sh LIST FOLDER [options of gouji check]
#        then gouji collect FOLDER/*.jsonl (sbatch --dependency=afterok:JOB, or sbatch --wait before it)
# GOUJI and GOUJI_RECIPES name the program and this folder on the nodes: Slurm runs a copy of this script.
set -eu
list=$1 folder=$2
shift 2
share=$folder/$SLURM_ARRAY_TASK_ID
awk -v n="$SLURM_ARRAY_TASK_COUNT" -v i="$SLURM_ARRAY_TASK_ID" 'NR % n == i' "$list" | "${GOUJI_RECIPES:-recipes}/pipe.sh" "$@" >"$share.part"
mv "$share.part" "$share.jsonl"
