#!/bin/sh
# A whole run with every limit on: burst, search, the day's tokens and their reserve. What it cost against plan and floor, and the answers 429.
# usage: bench/limits.sh PLAN BURST [PATIENTS [LATENCY JITTER]]        e.g. bench/limits.sh growth 40 780; needs target/dragoman.jar and curl
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
plan=$1
burst=$2
patients=${3:-780}
latency=${4:-150}
jitter=${5:-20}
work=$(mktemp -d)
sandbox=
trap 'test -z "$sandbox" || kill "$sandbox"; rm -rf "$work"' EXIT

java "$home/bench/GeneratePractice.java" --patients "$patients" --seed 5 --out "$work/export" | tail -n 1
java -jar "$home/target/dragoman.jar" sandbox --port 0 --latency "$latency" --jitter "$jitter" --burst "$burst" \
  --user reception@dental.example >"$work/sandbox" &
sandbox=$!
until grep -q "Sandbox at" "$work/sandbox"; do kill -0 "$sandbox"; sleep 0.2; done
base=$(sed -n 's/^Sandbox at \([^,]*\),.*/\1/p' "$work/sandbox")
cat >"$work/migration.yaml" <<YAML
migration: bench
mappings: dentrix-to-pipedrive
source: { system: dentrix, channel: csv, folder: "$work/export", time-zone: America/Chicago }
target: { system: pipedrive, base-url: "$base", token: "\${env:SANDBOX_TOKEN}", plan: $plan, seats: 100 }
ledger: jdbc:hsqldb:file:data/bench/ledger
owners: { fallback: reception@dental.example }
privacy: { mode: baa, agreement: { reference: BENCH, date: 2026-01-01 }, allow: [insurance, financial, clinical] }
overrides: { waive: [custom-fields-over-cap, sample-missing] }
YAML
export SANDBOX_TOKEN=sandbox
verb() { "$home/dragoman" "$@" --migration "$work/migration.yaml" >"$work/$1" 2>&1 || test $? -eq 2 || { cat "$work/$1"; exit 1; }; }
verb approve --as mapping --by Bench
verb prepare
verb plan
curl -s "$base/_sandbox/stats" >"$work/before"
begun=$(date +%s)
verb run
curl -s "$base/_sandbox/stats" >"$work/after"

echo "$plan, $burst in 2 s, answers after $((latency - jitter)) to $((latency + jitter)) ms"
cat "$work/before" "$work/after" | tr ',{}' '\n\n\n' | tr -d '"' | awk -F: -v seconds=$(($(date +%s) - begun)) '
  BEGIN { cost["dealProducts.create"] = 25
          cost["persons.create"] = cost["organizations.create"] = cost["deals.create"] = cost["products.create"] = cost["activities.create"] = 5 }
  $1 == "tokensSpent" { spent = $2 - spent }
  $1 == "refused429" { refused = $2 }
  $1 == "mostInTwoSeconds" { most = $2 }
  $1 in cost { made[$1] = $2 }
  END { for (kind in made) { floor += made[kind] * cost[kind]; records += made[kind] }
        printf "  %d creates in %d s, %d answers 429, at most %d in 2 s, %d tokens = %.3f times the floor\n", records, seconds, refused, most, spent, spent / floor }'
grep -iE 'forecast' "$work/run" | head -n 2 | sed 's/^/  /'
