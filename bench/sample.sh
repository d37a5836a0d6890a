#!/bin/sh
# What a sample of 200 shows of a generated practice, and how long choosing, writing and reading back take, in a 256 MB heap.
# usage: bench/sample.sh [PATIENTS [SIZE]]        e.g. bench/sample.sh 20000 200; needs target/dragoman.jar
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
patients=${1:-20000}
size=${2:-200}
work=$(mktemp -d)
sandbox=
trap 'test -z "$sandbox" || kill "$sandbox"; rm -rf "$work"' EXIT

java "$home/bench/GeneratePractice.java" --patients "$patients" --seed 3 --out "$work/export" | tail -n 1
java -jar "$home/target/dragoman.jar" sandbox --port 0 --user reception@dental.example >"$work/sandbox" &
sandbox=$!
until grep -q 'Sandbox at' "$work/sandbox"; do kill -0 "$sandbox"; sleep 0.2; done
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
export SANDBOX_TOKEN=sandbox DRAGOMAN_JAVA_OPTS=-Xmx256m
verb() { "$home/dragoman" "$@" --migration "$work/migration.yaml" >"$work/$1" 2>"$work/err" || { cat "$work/$1" "$work/err"; exit 1; }; }
verb approve --as mapping --by Bench
verb prepare
begun=$(date +%s)
verb sample --size "$size"
echo "sample of $patients patients in $(($(date +%s) - begun)) s"
sed -n '1,/^Accuracy$/p' "$work/sample"
