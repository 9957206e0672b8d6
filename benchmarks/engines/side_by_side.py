"""Times one training step of four models on both engines and in PyTorch, in turn, and prints a table.

benchmarks/engines/side_by_side.py [--rounds 5] [--steps 30] [--warm 60] [--one-thread] [--mixed] [MODEL...]

Needs ./orrery built once, and python3-torch. Every figure is the median over the rounds of the median
step of one process; a round runs every side once, so that all see the same weather. All run with one
thread and with as many as there are cores; the better one counts. PyTorch runs as it comes (OPENBLAS_NUM_THREADS=1, which is
faster than without), and in the environment that ./orrery gives its kernel ("alike").
With --one-thread every side has one thread and its processor time is what counts: for a machine that others
use at the same time, where the time on the clock says more of them than of us.
"""

import argparse
import glob
import os
import platform
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.dirname(HERE))

import environment

MODELS = ["autoencoder", "gru", "transformer", "mlp"]


def run(command, env, options):
    out = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if out.returncode:
        sys.exit("%s failed:\n%s" % (" ".join(command), out.stderr[-3000:]))
    clock, processor, _ = out.stdout.split()[-3:]
    return float(processor if options.one_thread else clock)


def engine(model, name, precision, threads, options):
    path = ":".join(sorted(glob.glob(HOME + "/lab/target/orrery/lib/*.jar")))
    java = ["java", "-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0", "-cp", path]
    java.insert(1, "-Dorrery.threads=%d" % threads)
    step = [HERE + "/EngineSteps.java", model, name, precision, options.warm, options.steps]
    return run(java + step, environment.kernel(threads), options)


def peer(model, precision, surroundings, options):
    step = [HERE + "/peer.py", model, precision, surroundings["OMP_NUM_THREADS"], options.warm, options.steps]
    return run([sys.executable] + step, surroundings, options)


def sides(options):
    for threads in [1] if options.one_thread else options.threads:
        said = ", %d thread%s" % (threads, "s" if threads > 1 else "")
        plain, alike = environment.plain(threads), environment.kernel(threads)
        yield "torch engine" + said, lambda m, t=threads: engine(m, "torch", "FULL", t, options)
        yield "nd4j engine" + said, lambda m, t=threads: engine(m, "nd4j", "FULL", t, options)
        yield "PyTorch" + said, lambda m, e=plain: peer(m, "full", e, options)
        yield "PyTorch alike" + said, lambda m, e=alike: peer(m, "full", e, options)
        if options.mixed:
            yield "torch engine, bf16" + said, lambda m, t=threads: engine(m, "torch", "MIXED", t, options)
            yield "PyTorch, bf16 autocast" + said, lambda m, e=alike: peer(m, "mixed", e, options)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("models", nargs="*", default=MODELS)
    options.add_argument("--threads", type=int, nargs="+", default=[1, os.cpu_count()])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--steps", default="30")
    options.add_argument("--warm", default="60")
    options.add_argument("--one-thread", action="store_true")
    options.add_argument("--mixed", action="store_true")
    chosen = options.parse_args()
    import torch

    print("PyTorch %s, Python %s" % (torch.__version__, platform.python_version()))
    print("%d cores, load %.1f" % (os.cpu_count(), os.getloadavg()[0]))
    for model in chosen.models:
        times = {}
        for _ in range(chosen.rounds):
            for name, step in sides(chosen):
                times.setdefault(name, []).append(step(model))
        print(model + (", processor time" if chosen.one_thread else ""))
        for name, values in times.items():
            low, high = min(values), max(values)
            print("  %-36s %8.1f ms  (%.1f to %.1f)" % (name, statistics.median(values), low, high), flush=True)


main()
