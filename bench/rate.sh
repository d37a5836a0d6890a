#!/bin/sh
# How much of each plan's burst is used while work waits, and that no answer is 429: with answers of 130 to 170 ms, then of 50 to 500 ms.
# usage: bench/rate.sh [BURSTS]        BURSTS of requests are sent on each plan, 15 when not given, which takes half a minute each
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -Dquick -DskipTests test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath >&2
java -cp "target/test-classes:target/classes:$(cat target/test.classpath)" io.dragoman.systems.pipedrive.RateShare "${1:-15}" 130 170 50 500
