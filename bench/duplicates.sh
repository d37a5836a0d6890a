#!/bin/sh
# How long the search for duplicates takes in an invented town, how many of the true ones it proposes, and how many wrong ones.
# usage: bench/duplicates.sh [ROWS [SEED]]        without any: five towns of 10,000 rows
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -Dquick test-compile
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B -Dquick org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
java -Xmx256m -cp "target/test-classes:target/classes:$(cat "$work/classpath")" io.dragoman.duplicates.DuplicateSpeed "$@"
