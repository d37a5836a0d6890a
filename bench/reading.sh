#!/bin/sh
# How an API is read: 50,000 patients with 400,000 appointments and notes from a stand-in of Cliniko, in a 256 MB heap, killed now and then.
# usage: bench/reading.sh [PATIENTS [KILLS [REQUESTS A MINUTE]]]      fails when a page is read twice, or the rate is exceeded
set -eu
cd "$(dirname "$0")/.."
test -f target/dragoman.jar || mvn -q -B -Dquick -DskipTests package
start=$(date +%s)
mvn -q -B -Dquick test -Dtest=KilledReadingIT -Dreading.patients="${1:-50000}" -Dreading.kills="${2:-10}" -Dreading.rate="${3:-3000}"
echo "read, killed and read on in $(($(date +%s) - start)) s"
