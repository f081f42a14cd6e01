#!/usr/bin/env python3
"""Times loading and rendering of charts in a warm JVM, and Helm's own engine beside it.

    bench/beside-helm.py [--helm-bench PROGRAM] [--allocations] [--jmh OPTIONS] CHART...

PROGRAM is a Go program over Helm's packages that is called as `PROGRAM RUNS CHART...` and prints a
line of JSON per chart, with the medians `load_ms` and `total_ms` (load and render). Charts alternate
between the two, so that both meet the same moods of the machine; ratios are to be trusted more than
times. Prints a table of medians in milliseconds.
"""

import argparse
import json
import pathlib
import shlex
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCHMARKS = {"loading": "load", "loadingAndRendering": "load+render", "rendering": "render"}


def build():
    subprocess.run(
        ["mvn", "--batch-mode", "--quiet", "--projects", "bench", "--also-make",
         "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-Dpmd.skip=true", "package"],
        cwd=ROOT, check=True)


def ours(chart, options):
    target = ROOT / "bench/target"
    with tempfile.TemporaryDirectory() as directory:
        result = pathlib.Path(directory) / "result.json"
        subprocess.run(
            ["java", "-cp", f"{target}/benchmarks.jar:{target}/lib/*", "org.openjdk.jmh.Main",
             "ChartBenchmark", "-foe", "true", "-p", f"chart={chart}", "-rf", "json", "-rff", str(result),
             *(["-prof", "gc"] if options.allocations else []), *shlex.split(options.jmh)],
            check=True, stdout=subprocess.DEVNULL)
        figures = {}
        for each in json.loads(result.read_text()):
            name = BENCHMARKS[each["benchmark"].rsplit(".", 1)[1]]
            figures[name] = each["primaryMetric"]["scorePercentiles"]["50.0"]
            if options.allocations:
                figures[name + " MB"] = (
                    each["secondaryMetrics"]["gc.alloc.rate.norm"]["score"] / 1e6)
        return figures


def helms(chart, program):
    done = subprocess.run([program, "25", chart], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--helm-bench", metavar="PROGRAM")
    parser.add_argument("--allocations", action="store_true", help="megabytes per operation too")
    parser.add_argument("--jmh", default="", metavar="OPTIONS", help="further options of JMH's")
    parser.add_argument("charts", nargs="+", metavar="CHART")
    options = parser.parse_args()
    build()
    columns = ["load", "render", "load+render"]
    if options.allocations:
        columns += [f"{each} MB" for each in columns]
    helm = ["Helm load", "Helm load+render", "times as fast"] if options.helm_bench else []
    print("| chart | " + " | ".join(columns + helm) + " |")
    print("|---" * (1 + len(columns + helm)) + "|")
    for chart in options.charts:
        figures = ours(chart, options)
        cells = [f"{figures[each]:.1f}" for each in columns]
        if options.helm_bench:
            theirs = helms(chart, options.helm_bench)
            cells += [f"{theirs['load_ms']:.1f}", f"{theirs['total_ms']:.1f}",
                      f"{theirs['total_ms'] / figures['load+render']:.1f}"]
        print(f"| {pathlib.Path(chart).name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
