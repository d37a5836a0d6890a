#!/bin/sh
# Lets requests, answers, commits, file reads and process lives fail while a small migration runs, catches up and is taken back.
# usage: bench/faults.sh [WHAT ...]        what is: every; a kind such as ANSWER_LOST; seeds such as 1-500; a plan such as "RUN=ANSWER_LOST@7".
# Without any: every kind at every pass, then 500 seeds. What it prints can be given back to it. FAULTS_THREADS says how many cycles go at once.
set -eu
cd "$(dirname "$0")/.."
test $# -gt 0 || set -- every 1-500
mvn -q -B -Dquick test-compile
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B -Dquick org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
# what is changed or compiled meanwhile must not disturb it
mkdir -p "$work/src/test/resources"
cp -r target/classes target/test-classes routes mappings "$work"
cp -r src/test/resources/kinds "$work/src/test/resources"
# a ledger in memory saves the waits for the disk; what a commit means stays the same
test -d /dev/shm && tmp=/dev/shm || tmp=$work
cd "$work"
java -Xmx1g -Djava.io.tmpdir="$tmp" -Ddragoman.reference="$work" -Dlogback.configurationFile=classes/logback.xml -Dfaults.threads="${FAULTS_THREADS:-2}" \
  -cp "test-classes:classes:$(cat classpath)" io.dragoman.app.FaultHunt "$@"
