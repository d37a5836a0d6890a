#!/bin/sh
# How much of each plan's burst is used while work waits, and that no answer is 429: with answers of 130 to 170 ms, then of 50 to 500 ms.
# usage: bench/rate.sh [BURSTS]        BURSTS of requests are sent on each plan, 15 when not given, which takes half a minute each
set -eu
cd "$(dirname "$0")/.."
test -d target/lib || mvn -q -B -Dquick -DskipTests package >&2
java -cp "target/test-classes:target/classes:target/lib/*" io.dragoman.systems.pipedrive.RateShare "${1:-15}" 130 170 50 500
