"""Times a training step and an imagination of the tutorial's jepa beside PyTorch's, interleaved in one run.

    ./orrery --version                       # builds
    /usr/bin/python3 benchmarks/training/side_by_side.py [--rounds 9] [--threads 1 2] [--memory 10000] [--peak]
    /usr/bin/python3 benchmarks/training/side_by_side.py --model small --batch 256 --device cuda   # on a card

Needs Debian's python3-torch. Both sides begin with the weights of checkpoints/jepa-tiny and see the same frames; the
first losses and the imagined latents must agree before anything is timed. Each side runs with each number of threads;
the best of each is compared. PyTorch runs as it comes, and in the environment that ./orrery gives its kernel ("alike").
A ratio is the median over rounds of (PyTorch's median / ours) in that round, so that a
machine that is busy for a while is busy for both. `cpu` is the process's CPU time, all threads, compilers and collectors
together: the fairer figure on a shared machine. `mixed` is bfloat16: ours Precision.MIXED, PyTorch's autocast. Ours is the whole of `fineTune(...).run()`, data and all; PyTorch's
batch lies in memory.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

import environment

PEERS = ("PyTorch", "PyTorch alike")

# Those of lab's KernelLaunch that matter here.
KERNEL_FLAGS = ("-XX:+UseSerialGC", "-Xms64m", "-Xmx900m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30",
                "-XX:-UsePerfData", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0")


class Watch:
    """How busy the card is while something runs, by the driver; nothing where there is no card."""

    def __enter__(self):
        command = ["nvidia-smi", "--query-gpu=utilization.gpu", "--format=csv,noheader,nounits", "-lms", "100"]
        self.driver = subprocess.Popen(command, text=True, stdout=subprocess.PIPE) if shutil.which(command[0]) else None
        return self

    def __exit__(self, *reason):
        self.busy = []
        if self.driver:
            self.driver.terminate()
            self.busy = [int(line) for line in self.driver.communicate()[0].split() if line.isdigit()]


class Side:
    def __init__(self, name, command, threads):
        self.name, self.threads = name, threads
        surroundings = environment.plain(threads) if name == "PyTorch" else environment.kernel(threads)
        self.process = subprocess.Popen(command, env=surroundings, text=True, stdin=subprocess.PIPE,
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

    def train(self, steps, precision="train"):
        """Losses, seconds, CPU seconds of each step; ours adds the share of waiting."""
        return self.ask(f"{precision} {steps}", 4 if self.name == "ours" else 3)

    def peak(self):
        """The most megabytes the process ever had resident."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def note(self, figures, what, value):
        figures.setdefault((what, self.name, self.threads), []).append(value)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--steps", type=int, default=12)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--model", default=str(HOME / "checkpoints" / "jepa-tiny"), help="a checkpoint, or small")
    parser.add_argument("--batch", type=int, default=32, help="windows a step")
    parser.add_argument("--device", default="cpu", help="cpu, or cuda for both sides")
    parser.add_argument("--classpath", default=str(HOME / "lab" / "target" / "orrery" / "lib" / "*"))
    parser.add_argument("--memory", type=int, default=0, help="steps of a nano model, memory after each twentieth")
    parser.add_argument("--peak", action="store_true", help="the most memory each side takes to train")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp())
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    # Compiled before: a JVM that runs a source file holds a compiler as well.
    subprocess.run([java + "c", "-nowarn", "-d", str(folder), "-cp", options.classpath, str(HERE / "Ours.java")], check=True)
    sides = []
    for threads in options.threads:
        sides.append(Side("ours", [java, *KERNEL_FLAGS, f"-Dorrery.threads={threads}",
                                   f"-Dorrery.device={options.device}", "-cp", f"{folder}:{options.classpath}",
                                   "Ours", options.model, str(folder), str(options.batch)], threads))
        for peer in PEERS:
            checkpoint = str(folder / "small") if options.model == "small" else options.model
            sides.append(Side(peer, [sys.executable, str(HERE / "peer.py"), checkpoint, str(folder), str(threads),
                                     str(options.batch), options.device], threads))
    if options.memory:
        print("resident MB of a nano run, every twentieth of %d steps:" % options.memory,
              *map(int, sides[0].ask(f"nano {options.memory}", 1)[0]), flush=True)
    if options.peak:
        for side in sides:
            side.train(max(200, options.steps))
            print(f"peak resident of {side.name} over {max(200, options.steps)} steps, {side.threads} thread(s): "
                  f"{side.peak()} MB", flush=True)
    losses = {}
    for side in sides:
        losses[side.name] = side.train(options.steps)[0]
        side.ask("imagine 300", 2)
    for ours, theirs in zip(losses["ours"], losses["PyTorch"]):
        assert abs(ours - theirs) < 2e-3 * theirs, f"the losses differ: {losses}"
    first = [losses[name][0] for name in ("ours", "PyTorch")]
    assert abs(first[0] - first[1]) < 1e-5 * first[1], f"the first losses differ: {losses}"
    dreams = [np.fromfile(folder / name, "<f4") for name in ("dream.f32", "dream-peer.f32")]
    apart = np.abs(dreams[0] - dreams[1]).max()
    assert apart < 1e-3, "the imagined latents differ"
    print(f"same model: first losses {first[0]:.6f} and {first[1]:.6f}, imagined latents within {apart:.1e}", flush=True)

    if options.device != "cpu":
        with Watch() as watch:
            sides[0].train(20 * options.steps, "mixed")
        print(f"card busy in our mixed steps, mean of {len(watch.busy)} looks: {statistics.mean(watch.busy):.0f} %")

    figures = {}
    for round_ in range(options.rounds):
        for side in sides if round_ % 2 == 0 else sides[::-1]:
            answers = side.train(options.steps)
            side.note(figures, "step", statistics.median(answers[1][2:]))
            side.note(figures, "step cpu", statistics.median(answers[2][2:]))
            if side.name == "ours":
                side.note(figures, "waiting", answers[3][0])
            mixed = side.train(options.steps, "mixed")
            side.note(figures, "mixed", statistics.median(mixed[1][2:]))
            side.note(figures, "mixed cpu", statistics.median(mixed[2][2:]))
            wall, cpu = side.ask("imagine 40", 2)
            side.note(figures, "imagine", statistics.median(wall))
            side.note(figures, "imagine cpu", statistics.median(cpu))
    for (what, name, threads), values in sorted(figures.items()):
        middle = statistics.median(values)
        if what == "waiting":
            print(f"waiting for data, {threads} thread(s): {100 * middle:.2f} % of step time")
        else:
            print(f"{what:12} {name:8} {threads} thread(s): median {1000 * middle:7.2f} ms, "
                  f"least {1000 * min(values):7.2f}")
    for what in ("step", "step cpu", "mixed", "mixed cpu", "imagine", "imagine cpu"):
        best = {name: min(options.threads, key=lambda t: statistics.median(figures[what, name, t]))
                for name in ("ours", *PEERS)}
        for peer in PEERS:
            theirs, ours = figures[what, peer, best[peer]], figures[what, "ours", best["ours"]]
            ratios = [p / o for p, o in zip(theirs, ours)]
            print(f"{what}: {statistics.median(ratios):.2f} times the speed of {peer} "
                  f"(rounds {min(ratios):.2f} to {max(ratios):.2f}; threads {best['ours']} and {best[peer]})")
    full = figures["step", "PyTorch", min(options.threads, key=lambda t: statistics.median(figures["step", "PyTorch", t]))]
    ours = figures["mixed", "ours", min(options.threads, key=lambda t: statistics.median(figures["mixed", "ours", t]))]
    print(f"mixed: {statistics.median(p / o for p, o in zip(full, ours)):.2f} times the speed of PyTorch's fp32")
    for side in sides:
        side.close()


main()
