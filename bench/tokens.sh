#!/bin/sh
# Tokens a run spends, against the floor: what its creates alone cost.
# usage: bench/tokens.sh [PATIENTS]        needs target/dragoman.jar and curl
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
patients=${1:-400}
work=$(mktemp -d)
sandbox=
trap 'test -z "$sandbox" || kill "$sandbox"; rm -rf "$work"' EXIT

java "$home/bench/GeneratePractice.java" --patients "$patients" --seed 5 --out "$work/export" | tail -n 1
java -jar "$home/target/dragoman.jar" sandbox --port 0 --user reception@dental.example >"$work/sandbox" &
sandbox=$!
until grep -q 'Sandbox at' "$work/sandbox"; do sleep 0.2; done
base=$(sed -n 's/^Sandbox at \([^,]*\),.*/\1/p' "$work/sandbox")
cat >"$work/migration.yaml" <<YAML
migration: bench
mappings: dentrix-to-pipedrive
source: { system: dentrix, channel: csv, folder: "$work/export", time-zone: America/Chicago }
target: { system: pipedrive, base-url: "$base", token: "\${env:SANDBOX_TOKEN}", plan: unlimited, seats: 100 }
ledger: jdbc:hsqldb:file:data/bench/ledger
owners: { fallback: reception@dental.example }
privacy: { mode: baa, agreement: { reference: BENCH, date: 2026-01-01 }, allow: [insurance, financial, clinical] }
YAML
export SANDBOX_TOKEN=sandbox
for verb in "approve --as mapping --by Bench" prepare; do
  # shellcheck disable=SC2086
  "$home/dragoman" $verb --migration "$work/migration.yaml" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }
done
curl -s "$base/_sandbox/stats" >"$work/before"
"$home/dragoman" run --migration "$work/migration.yaml" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }
curl -s "$base/_sandbox/stats" >"$work/after"

cat "$work/before" "$work/after" | tr ',{}' '\n\n\n' | tr -d '"' | awk -F: '
  BEGIN { cost["dealProducts.create"] = 25; cost["notes.create"] = cost["files.create"] = cost["leads.create"] = 10
          cost["persons.create"] = cost["organizations.create"] = cost["deals.create"] = cost["products.create"] = cost["activities.create"] = 5 }
  $1 == "tokensSpent" { spent = $2 - spent }
  $1 in cost { made[$1] = $2 }
  END { for (kind in made) { n = made[kind]; floor += n * cost[kind]; records += n }
        printf "%d creates, %d tokens spent, %d the floor: %.2f a create, %.3f times the floor\n", records, spent, floor, spent / records, spent / floor }'
