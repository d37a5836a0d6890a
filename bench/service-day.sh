#!/bin/sh
# A day of the service: 200 scheduled deltas, 50 live edits of which every third is broken, 20 kills in the middle of a write.
# About half an hour on two cores. Needs target/dragoman.jar.
set -eu
cd "$(dirname "$0")/.."
exec mvn -q -B -Dquick test -Dtest=ServiceDayIT -DargLine="-Ddragoman.kills=20 -Ddragoman.deltas=7 -Ddragoman.edits=2 -Ddragoman.last=60"
