#!/bin/sh
# How much of an account's burst a run uses: answers after 130 to 170 ms, 100 requests in two seconds allowed.
# usage: bench/rate.sh [PATIENTS]        prints the rate in the busiest phases, and the answers 429, which must be none
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
patients=${1:-800}
work=$(mktemp -d)
sandbox=
trap 'test -z "$sandbox" || kill "$sandbox"; rm -rf "$work"' EXIT

"$home/dragoman" --version
java "$home/bench/GeneratePractice.java" --patients "$patients" --seed 5 --out "$work/export" | tail -n 1
java -jar "$home/target/dragoman.jar" sandbox --port 0 --latency 150 --jitter 20 --burst 100 --user reception@dental.example >"$work/sandbox" &
sandbox=$!
until grep -q 'Sandbox at' "$work/sandbox"; do sleep 0.2; done
base=$(sed -n 's/^Sandbox at \([^,]*\),.*/\1/p' "$work/sandbox")
cat >"$work/migration.yaml" <<YAML
migration: bench
mappings: dentrix-to-pipedrive
source: { system: dentrix, channel: csv, folder: "$work/export", time-zone: America/Chicago }
target: { system: pipedrive, base-url: "$base", token: "\${env:SANDBOX_TOKEN}", plan: premium, seats: 100 }
ledger: jdbc:hsqldb:file:data/bench/ledger
owners: { fallback: reception@dental.example }
privacy: { mode: baa, agreement: { reference: BENCH, date: 2026-01-01 }, allow: [insurance, financial, clinical] }
YAML
export SANDBOX_TOKEN=sandbox DRAGOMAN_LOG=info
"$home/dragoman" approve --as mapping --by Bench --migration "$work/migration.yaml" >/dev/null 2>&1
"$home/dragoman" prepare --migration "$work/migration.yaml" >/dev/null 2>&1
"$home/dragoman" run --migration "$work/migration.yaml" >"$work/out" 2>"$work/err" || { cat "$work/err"; exit 1; }

awk -F'[: ,]+' '/PhaseTravel/ { t = $1 * 3600 + $2 * 60 + $3; if (n) printf "%-34s %6d records in %4d s %6.1f a second\n", $6, $7, t - last, $7 / (t - last > 0 ? t - last : 1); last = t; n = 1 }' "$work/err"
command -v curl >/dev/null && curl -s "$base/_sandbox/stats" | tr ',' '\n' | grep -E 'refused429|mostInTwoSeconds'
