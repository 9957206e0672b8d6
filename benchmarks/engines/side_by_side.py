"""Times one training step of four models on both engines and in PyTorch, in turn, and prints a table.

benchmarks/engines/side_by_side.py [--rounds 5] [--steps 30] [--warm 60] [--one-thread] [--mixed] [MODEL...]

Needs ./orrery built once, and python3-torch. Every figure is the median over the rounds of the median
step of one process; a round runs every side once, so that all see the same weather. PyTorch runs with
as many threads as there are cores, with OPENBLAS_NUM_THREADS=1 and without, and the better one counts.
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
MODELS = ["autoencoder", "gru", "transformer", "mlp"]


def environment(one_thread, blas_threads):
    env = dict(os.environ)
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        env.pop(name, None)
    if blas_threads:
        env["OPENBLAS_NUM_THREADS"] = str(blas_threads)
    if one_thread:
        env["OMP_NUM_THREADS"] = "1"
    return env


def run(command, env, options):
    out = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if out.returncode:
        sys.exit("%s failed:\n%s" % (" ".join(command), out.stderr[-3000:]))
    clock, processor, _ = out.stdout.split()[-3:]
    return float(processor if options.one_thread else clock)


def engine(model, name, precision, options):
    path = ":".join(sorted(glob.glob(HOME + "/lab/target/orrery/lib/*.jar")))
    java = ["java", "-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0", "-cp", path]
    if options.one_thread:
        java.insert(1, "-Dorrery.threads=1")
    step = [HERE + "/EngineSteps.java", model, name, precision, options.warm, options.steps]
    return run(java + step, environment(options.one_thread, 1), options)


def peer(model, precision, blas_threads, options):
    threads = "1" if options.one_thread else str(os.cpu_count())
    step = [HERE + "/peer.py", model, precision, threads, options.warm, options.steps]
    return run([sys.executable] + step, environment(options.one_thread, blas_threads), options)


def sides(options):
    yield "torch engine", lambda m: engine(m, "torch", "FULL", options)
    yield "nd4j engine", lambda m: engine(m, "nd4j", "FULL", options)
    if not options.one_thread:
        yield "PyTorch", lambda m: peer(m, "full", None, options)
    yield "PyTorch, 1 BLAS thread", lambda m: peer(m, "full", 1, options)
    if options.mixed:
        yield "torch engine, bf16", lambda m: engine(m, "torch", "MIXED", options)
        yield "PyTorch, bf16 autocast", lambda m: peer(m, "mixed", 1, options)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("models", nargs="*", default=MODELS)
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
            print("  %-24s %8.1f ms  (%.1f to %.1f)" % (name, statistics.median(values), low, high), flush=True)


main()
