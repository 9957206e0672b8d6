"""Times a training step and an imagination of the tutorial's jepa beside PyTorch's, interleaved in one run.

    ./orrery --version                       # builds
    /usr/bin/python3 benchmarks/training/side_by_side.py [--rounds 9] [--threads 1 2] [--memory 10000]

Needs Debian's python3-torch. Both sides begin with the weights of checkpoints/jepa-tiny and see the same frames; the
first losses and the imagined latents must agree before anything is timed. Each side runs with each number of threads;
the best of each is compared. A ratio is the median over rounds of (PyTorch's median / ours) in that round, so that a
machine that is busy for a while is busy for both. Ours is the whole of `fineTune(...).run()`, data and all; PyTorch's
batch lies in memory.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parents[1]


class Side:
    def __init__(self, name, command, threads):
        self.name, self.threads = name, threads
        environment = dict(os.environ, OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS=str(threads))
        environment.pop("JAVA_TOOL_OPTIONS", None)
        self.process = subprocess.Popen(command, env=environment, text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.read("ready")

    def read(self, word="answer"):
        for line in self.process.stdout:
            words = line.split()
            if words and words[0] == word:
                return [float(x) for x in words[1:]]
        sys.exit(f"{self.name} ended")

    def ask(self, command, answers):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return [self.read() for _ in range(answers)]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--steps", type=int, default=12)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--checkpoint", default=str(HOME / "checkpoints" / "jepa-tiny"))
    parser.add_argument("--classpath", default=str(HOME / "lab" / "target" / "orrery" / "lib" / "*"))
    parser.add_argument("--memory", type=int, default=0, help="steps of a nano model, memory after each twentieth")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp())
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    sides = []
    for threads in options.threads:
        sides.append(Side("ours", [java, "-Xmx2g", f"-Dorrery.threads={threads}", "-cp", options.classpath,
                                   str(HERE / "Ours.java"), options.checkpoint, str(folder)], threads))
        sides.append(Side("PyTorch", [sys.executable, str(HERE / "peer.py"), options.checkpoint, str(folder),
                                      str(threads)], threads))
    if options.memory:
        print("resident MB of a nano run, every twentieth of %d steps:" % options.memory,
              *map(int, sides[0].ask(f"nano {options.memory}", 1)[0]), flush=True)
    losses = {}
    for side in sides:
        losses[side.name] = side.ask(f"train {options.steps}", 3 if side.name == "ours" else 2)[0]
        side.ask("imagine 20", 1)
    for ours, theirs in zip(losses["ours"], losses["PyTorch"]):
        assert abs(ours - theirs) < 2e-3 * theirs, f"the losses differ: {losses}"
    assert abs(losses["ours"][0] - losses["PyTorch"][0]) < 1e-5 * losses["PyTorch"][0], f"the first losses differ: {losses}"
    dreams = [np.fromfile(folder / name, "<f4") for name in ("dream.f32", "dream-peer.f32")]
    assert np.abs(dreams[0] - dreams[1]).max() < 1e-3, "the imagined latents differ"
    print(f"same model: first losses {losses['ours'][0]:.6f} and {losses['PyTorch'][0]:.6f}, "
          f"imagined latents within {np.abs(dreams[0] - dreams[1]).max():.1e}", flush=True)

    figures = {}
    for round_ in range(options.rounds):
        for side in sides if round_ % 2 == 0 else sides[::-1]:
            answers = side.ask(f"train {options.steps}", 3 if side.name == "ours" else 2)
            figures.setdefault(("step", side.name, side.threads), []).append(statistics.median(answers[1][2:]))
            if side.name == "ours":
                figures.setdefault(("waiting", side.name, side.threads), []).append(answers[2][0])
            figures.setdefault(("imagine", side.name, side.threads), []).append(
                statistics.median(side.ask("imagine 10", 1)[0]))
    for (what, name, threads), values in sorted(figures.items()):
        if what == "waiting":
            print(f"waiting for data, {threads} thread(s): median {100 * statistics.median(values):.2f} % of step time")
        else:
            print(f"{what:8} {name:8} {threads} thread(s): median {1000 * statistics.median(values):7.2f} ms, "
                  f"least {1000 * min(values):7.2f}")
    for what in ("step", "imagine"):
        best = {name: min((t for t in options.threads),
                          key=lambda t: statistics.median(figures[what, name, t])) for name in ("ours", "PyTorch")}
        ratios = [p / o for p, o in zip(figures[what, "PyTorch", best["PyTorch"]], figures[what, "ours", best["ours"]])]
        print(f"{what}: {statistics.median(ratios):.2f} times PyTorch's speed "
              f"(rounds {min(ratios):.2f} to {max(ratios):.2f}; threads {best['ours']} and {best['PyTorch']})")
    for side in sides:
        side.close()


main()
