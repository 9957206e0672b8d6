"""Frames a second that each world makes at 64x64 on one core: medians over rounds, as a table.

    ./orrery --version                       # builds
    python3 benchmarks/worlds/speeds.py [--rounds 3] [--warm 6] [--seconds 2] [--worlds limbs,cloth]

Every round goes through all worlds, each in a JVM of its own that is held to one core, warms up and is then measured.
The rate is by the processor time of the whole process, so that other work on the machine counts little; the one by
the clock stands beside it.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import environment

HOME = HERE.parents[1]
RAY_TRACED_OR_LIQUID = {"light", "dam-break", "pouring", "stirred-dye"}


def speed(options, *arguments):
    """The words of the lines that answer, those of one core only."""
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    command = [java, "-Xmx1g", "-cp", options.classpath, str(HERE / "Speed.java"), *map(str, arguments)]
    held = ["taskset", "-c", str(options.core), *command]
    out = subprocess.run(held, text=True, stdout=subprocess.PIPE, check=True, env=environment.kernel(1)).stdout
    return [line.split()[1:] for line in out.splitlines() if line.split()[:1] in (["answer"], ["world"])]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--warm", type=float, default=6, help="seconds of processor time before anything is measured")
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--worlds", help="names, between commas; all unless told")
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--classpath", default=str(HOME / "lab" / "target" / "orrery" / "lib" / "*"))
    options = parser.parse_args()
    names = options.worlds.split(",") if options.worlds else [words[0] for words in speed(options)]
    rates = {name: [] for name in names}
    by_clock = {name: [] for name in names}
    for round_ in range(options.rounds):
        for name in names if round_ % 2 == 0 else names[::-1]:
            [answer] = speed(options, name, options.warm, options.seconds)
            frames, processor, clock = map(float, answer)
            rates[name].append(frames / processor)
            by_clock[name].append(frames / clock)
    print("| world | frames a second | rounds | by the clock | asked |\n|---|---|---|---|---|")
    for name in names:
        asked = 200 if name in RAY_TRACED_OR_LIQUID else 4000
        print(f"| {name} | {statistics.median(rates[name]):,.0f} | {min(rates[name]):,.0f} to {max(rates[name]):,.0f} "
              f"| {statistics.median(by_clock[name]):,.0f} | {asked:,} |", flush=True)


if __name__ == "__main__":
    main()
