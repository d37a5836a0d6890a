#!/bin/sh
# How fast an export is read and mapped: plan of a generated practice against an empty sandbox, in a 256 MB heap.
# usage: bench/plan.sh [PATIENTS]        prints records a second, the heap's peak after collections, and time by stage
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
patients=${1:-100000}
work=$(mktemp -d)
sandbox=
trap 'test -z "$sandbox" || kill "$sandbox"; rm -rf "$work"' EXIT

"$home/dragoman" --version
java "$home/bench/GeneratePractice.java" --patients "$patients" --seed 3 --out "$work/export" | tail -n 1
java -jar "$home/target/dragoman.jar" sandbox --port 0 --user reception@dental.example >"$work/sandbox" &
sandbox=$!
until grep -q 'Sandbox at' "$work/sandbox"; do sleep 0.2; done
base=$(sed -n 's/^Sandbox at \([^,]*\),.*/\1/p' "$work/sandbox")
cat >"$work/migration.yaml" <<YAML
migration: bench
mappings: dentrix-to-pipedrive
source: { system: dentrix, channel: csv, folder: "$work/export", time-zone: America/Chicago }
target: { system: pipedrive, base-url: "$base", token: "\${env:SANDBOX_TOKEN}", plan: unlimited }
ledger: jdbc:hsqldb:file:data/bench/ledger
owners: { fallback: reception@dental.example }
privacy: { mode: baa, agreement: { reference: BENCH, date: 2026-01-01 }, allow: [insurance, financial, clinical] }
YAML

start=$(date +%s)
export SANDBOX_TOKEN=sandbox DRAGOMAN_LOG=info
DRAGOMAN_JAVA_OPTS="-Xmx256m -Xlog:gc:file=$work/gc -XX:StartFlightRecording=filename=$work/plan.jfr,settings=profile" \
  "$home/dragoman" plan --migration "$work/migration.yaml" >"$work/out" 2>"$work/err" || { cat "$work/err"; exit 1; }
end=$(date +%s)

grep 'PhaseTravel' "$work/err" | sed 's/.*PhaseTravel: //'
rows=$(awk -F, 'END { print NR }' "$work"/export/*.csv)
records=$(sed -n 's/^\([0-9]*\) records would be.*/\1/p' "$work/out")
echo "$rows rows staged and $records records mapped in $((end - start)) s"
echo "heap after the last full collections, MB: $(grep -o '[0-9]*M->[0-9]*M' "$work/gc" | sed 's/.*->//' | tail -n 200 | sort -n | sed -n '1p;$p' | tr '\n' ' ')"
java "$home/bench/Shares.java" "$work/plan.jfr"
