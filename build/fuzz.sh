#!/bin/sh
# Fuzzes what reads strangers' files, MINUTES in all, each target an equal part of them:
#
#     build/fuzz.sh MINUTES [TARGET...]
#
# A target is a class and a method, such as YamlFuzzTest#readsAnyBytes; without any, all are run.
# An input that fails is put among the seeds of its test, where `mvn verify` runs it from then on.
# What was tried is kept in .cifuzz-corpus, from which the next run goes on; logs are in target/fuzz.
# Exit status 1 if anything was found.
set -eu
cd "$(dirname "$0")/.."
minutes=${1:?usage: build/fuzz.sh MINUTES [TARGET...]}
shift
modules=core,render,schema
logs=target/fuzz
mkdir -p "$logs"

all_targets() {
  find core render schema -name '*FuzzTest.java' | sort | while read -r file; do
    class=$(basename "$file" .java)
    grep -A1 '@FuzzTest' "$file" | sed -n "s/^ *void \([A-Za-z]*\)(.*/$class#\1/p"
  done
}

[ $# -gt 0 ] || set -- $(all_targets)
seconds=$((minutes * 60 / $#))

found=0
mvn --quiet --batch-mode --projects "$modules" test-compile
for target in "$@"; do
  file=$(find core render schema -name "${target%%#*}.java")
  log=$logs/$(echo "$target" | tr '#' '.').log
  # The heap is small, so that what takes too much memory shows; ten seconds for one input is a hang.
  JAZZER_FUZZ=1 JAZZER_KEEP_GOING=10 mvn --batch-mode --projects "${file%%/*}" --also-make test \
    -Dtest="$target" -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Xmx1g \
    -Djazzer.hooks=true -Djazzer.internal.arg.0=fuzz \
    -Djazzer.internal.arg.1=-max_total_time="$seconds" -Djazzer.internal.arg.2=-timeout=10 \
    -Djazzer.internal.arg.3=-print_final_stats=1 >"$log" 2>&1 || found=1
  runs=$(sed -n 's/.*stat::number_of_executed_units: *//p' "$log" | tail -n 1)
  edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
  findings=$(grep -c '^== Java Exception' "$log" || true)
  echo "$target: ${runs:-no} runs, ${edges:-no} edges covered, $findings findings ($log)"
done
exit $found
