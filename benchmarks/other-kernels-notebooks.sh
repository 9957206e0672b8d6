#!/usr/bin/env bash
# Runs notebooks written for other Java kernels (IJava, JJava, rapaio) through ./orrery run, unchanged,
# and prints one line for each: what ran, or the cell and the words it failed with.
#
#     benchmarks/other-kernels-notebooks.sh FOLDER|NOTEBOOK...      # TIMEOUT=120 seconds a cell
#
# Notebooks of other languages and those without code are left out. Each runs in its own folder, as
# Jupyter would run it; the executed copies go into a temporary folder that is named at the end.
set -euo pipefail
orrery=$(cd "$(dirname "$0")/.." && pwd)/orrery
[ $# -gt 0 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }

results=$(mktemp -d)
ran=0
passed=0

is_java() { grep -Eqi '"(language|name)": *"(java|jjava|rapaio-jupyter-kernel|ijava)"' "$1"; }

# "cell 3: the words" from what orrery run said, without its colours and the code.
why() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /^cell [0-9]+ of .* failed:/ { cell = $2; next }
    cell && /^(notebook  |failed after)/ { exit }
    cell && NF && $0 !~ /^ / { said = said (said ? " | " : "") $0 }
    END { printf "cell %s: %s", cell ? cell : "?", said ? said : "(no output)" }' | cut -c 1-240
}

run() {
  local notebook=$1 name begin
  name=$(printf '%s' "$notebook" | tr '/ ' '__')
  begin=$SECONDS
  ran=$((ran + 1))
  if "$orrery" run "$notebook" --timeout "${TIMEOUT:-120}" -o "$results/$name" > "$results/$name.log" 2>&1; then
    passed=$((passed + 1))
    printf 'ok    %4d s  %s\n' $((SECONDS - begin)) "$notebook"
  else
    printf 'FAIL  %4d s  %s  %s\n' $((SECONDS - begin)) "$notebook" "$(why "$results/$name.log")"
  fi
}

while IFS= read -r -d '' notebook; do
  if is_java "$notebook" && grep -q '"cell_type": *"code"' "$notebook"; then
    run "$notebook"
  fi
done < <(find "$@" -name '*.ipynb' -not -path '*/.ipynb_checkpoints/*' -print0 | sort -zu)

printf '%d of %d ran to their end; executed copies and logs in %s\n' "$passed" "$ran" "$results"
