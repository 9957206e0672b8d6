"""Times the kernel beside ipykernel, interleaved in one run, as any Jupyter client sees them.

    ./orrery --version                       # builds
    /usr/bin/python3 benchmarks/kernel/side_by_side.py [--rounds 9] [--java JAVA_HOME]

Needs Debian's python3-ipykernel and python3-jupyter-client. Three kernels take turns: `alone` (our kernel
with nothing else on its class path), `workbench` (all of Orrery, as installed) and `ipykernel`. Every launch
is a new process; every figure is a median over the rounds, and 1 + 1, completion and the larger cell are
medians over many requests a round.
"""

import argparse
import glob
import json
import os
import pathlib
import queue
import statistics
import subprocess
import tempfile
import time

from jupyter_client.manager import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

# What an author takes to read the first result; every kernel gets it.
PAUSE = 6

HOME = pathlib.Path(__file__).resolve().parents[2]
LIB = HOME / "lab" / "target" / "orrery" / "lib"

JAVA_CELL = """
class Body%d {
  double x, v;
  Body%d(double x, double v) { this.x = x; this.v = v; }
  void step(double dt) {
    v -= 9.81 * dt;
    x += v * dt;
    if (x < 0) {
      x = -x;
      v = -0.9 * v;
    }
  }
  double energy() { return 9.81 * x + v * v / 2; }
}
var bodies%d = new ArrayList<Body%d>();
for (int i = 0; i < 10; i++) {
  bodies%d.add(new Body%d(i, 0));
}
for (int t = 0; t < 100; t++) {
  for (var b : bodies%d) {
    b.step(0.01);
  }
}
double total = 0;
for (var b : bodies%d) {
  total += b.energy();
}
var parts = bodies%d.stream().collect(Collectors.partitioningBy(b -> b.v > 0));
String text = bodies%d.stream()
    .map(b -> "x = " + b.x)
    .collect(Collectors.joining(", "));
Map<Integer, Long> counts = bodies%d.stream()
    .collect(Collectors.groupingBy(b -> (int) b.x, TreeMap::new, Collectors.counting()));
int n = 0;
while (n < 100) {
  n++;
}
String end = total + text;
end.length() + parts.size() + counts.size() + n
"""

PYTHON_CELL = """
class Body:
    def __init__(self, x, v):
        self.x = x
        self.v = v
    def step(self, dt):
        self.v -= 9.81 * dt
        self.x += self.v * dt
        if self.x < 0:
            self.x = -self.x
            self.v = -0.9 * self.v
    def energy(self):
        return 9.81 * self.x + self.v * self.v / 2
bodies = [Body(i, 0) for i in range(10)]
for t in range(100):
    for b in bodies:
        b.step(0.01)
total = sum(b.energy() for b in bodies)
up = [b for b in bodies if b.v > 0]
text = ", ".join(f"x = {b.x}" for b in bodies)
counts = {}
for b in bodies:
    counts[int(b.x)] = counts.get(int(b.x), 0) + 1
n = 0
while n < 100:
    n += 1
len(text) + len(up) + len(counts) + n
"""


class Kernel:
    """One running kernel and a client of it."""

    def __init__(self, argv, env):
        spec_folder = tempfile.mkdtemp()
        folder = pathlib.Path(spec_folder) / "k"
        folder.mkdir()
        (folder / "kernel.json").write_text(
            json.dumps({"argv": argv, "display_name": "k", "language": "x", "env": env})
        )
        specs = KernelSpecManager(kernel_dirs=[spec_folder])
        self.manager = KernelManager(kernel_name="k", kernel_spec_manager=specs)
        began = time.perf_counter()
        self.manager.start_kernel(stderr=subprocess.DEVNULL)
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=120)
        self.ready = time.perf_counter() - began
        self.execute("1 + 1")
        self.first = time.perf_counter() - began

    def execute(self, code):
        """Seconds from the request until idle; checks that the reply is ok."""
        began = time.perf_counter()
        request = self.client.execute(code)
        lines = 0
        while True:
            message = self.client.get_iopub_msg(timeout=120)
            if message["parent_header"].get("msg_id") != request:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "stream":
                lines += content["text"].count("\n")
            elif kind == "error":
                raise RuntimeError("\n".join(content["traceback"]))
            elif kind == "status" and content["execution_state"] == "idle":
                break
        self.reply(request)
        self.lines = lines
        return time.perf_counter() - began

    def complete(self, code):
        began = time.perf_counter()
        reply = self.reply(self.client.complete(code))
        took = time.perf_counter() - began
        assert reply["content"]["matches"], reply
        while True:
            try:
                self.client.get_iopub_msg(timeout=0.001)
            except queue.Empty:
                return took

    def reply(self, request):
        """The reply to `request`; a client that asks for kernel_info twice leaves one over."""
        while True:
            message = self.client.get_shell_msg(timeout=60)
            if message["parent_header"].get("msg_id") == request:
                return message

    def rss(self):
        pid = self.manager.provisioner.process.pid
        for line in open(f"/proc/{pid}/status"):
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return float("nan")

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=False)


def orrery_spec(java):
    prefix = tempfile.mkdtemp()
    env = dict(os.environ, **({"JAVA_HOME": java} if java else {}))
    subprocess.run([HOME / "orrery", "install", "--prefix", prefix], check=True, env=env, stdout=subprocess.DEVNULL)
    spec = json.load(open(f"{prefix}/share/jupyter/kernels/orrery/kernel.json"))
    return spec["argv"], spec.get("env", {})


def alone_spec(argv, env):
    """The same flags with the kernel's own jars only, and an archive made of that."""
    jars = []
    for name in ("orrery-kernel", "jeromq", "jnacl", "jackson-*", "asm-*", "jna-*"):
        jars += sorted(glob.glob(str(LIB / f"{name}*.jar")))
    plain, skip = [], False
    for word in argv:
        if skip:
            plain.append(":".join(jars))
            skip = False
        elif not word.startswith(("-XX:SharedArchiveFile", "-XX:AOTCache", "-Xlog:aot")):
            plain.append(word)
            skip = word == "-cp"
    aot = any(word.startswith("-XX:AOTCache") for word in argv)
    archive = tempfile.mkdtemp() + "/alone"
    make = "-XX:AOTCacheOutput=" if aot else "-XX:ArchiveClassesAtExit="
    use = "-XX:AOTCache=" if aot else "-XX:SharedArchiveFile="
    kernel = Kernel([plain[0], make + archive, "-Xlog:all=off", *plain[1:]], env)
    kernel.execute(JAVA_CELL % ((0,) * 11))
    kernel.complete("System.out.pri")
    kernel.manager.request_shutdown()
    kernel.manager.provisioner.process.wait(180)
    kernel.client.stop_channels()
    return [plain[0], use + archive, "-Xlog:all=off", *plain[1:]], env


def measure(argv, env, java):
    kernel = Kernel(argv, env)
    try:
        figures = {"launch to kernel_info, s": kernel.ready, "launch to first result, s": kernel.first}
        figures["RSS after the first result, MB"] = kernel.rss()
        early = [kernel.execute("1 + 1") for _ in range(60)][10:]
        figures["1 + 1 at once after launch, ms"] = 1e3 * statistics.median(early)
        time.sleep(PAUSE)
        figures["RSS idle, MB"] = kernel.rss()
        trivial = [kernel.execute("1 + 1") for _ in range(150)][50:]
        figures["1 + 1, ms"] = 1e3 * statistics.median(trivial)
        figures["1 + 1, 95th percentile, ms"] = 1e3 * sorted(trivial)[94]
        cells = [kernel.execute(JAVA_CELL % ((i,) * 11) if java else PYTHON_CELL) for i in range(40)]
        figures["40-line cell, first, ms"] = 1e3 * cells[0]
        figures["40-line cell, ms"] = 1e3 * statistics.median(cells[10:])
        text = "System.out.pri" if java else "import os; os.pa"
        kernel.execute("import os" if not java else "int unused = 0;")
        completions = [kernel.complete(text if java else "os.pa") for _ in range(60)][20:]
        figures["completion, ms"] = 1e3 * statistics.median(completions)
        loop = (
            "for (int i = 0; i < 100_000; i++) System.out.println(i);"
            if java
            else "for i in range(100_000): print(i)"
        )
        figures["100,000 lines, s"] = kernel.execute(loop)
        figures["of them arrived"] = kernel.lines
        return figures
    finally:
        kernel.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--java", default=None)
    arguments = parser.parse_args()
    argv, env = orrery_spec(arguments.java)
    kernels = {
        "alone": (*alone_spec(argv, env), True),
        "workbench": (argv, env, True),
        "ipykernel": (["/usr/bin/python3", "-m", "ipykernel_launcher", "-f", "{connection_file}"], {}, False),
    }
    found = {name: [] for name in kernels}
    for _ in range(arguments.rounds):
        for name, kernel in kernels.items():
            found[name].append(measure(*kernel))
    print(f"{'':34}" + "".join(f"{name:>12}" for name in kernels))
    for figure in found["ipykernel"][0]:
        medians = [statistics.median(one[figure] for one in found[name]) for name in kernels]
        print(f"{figure:34}" + "".join(f"{value:12.3f}" for value in medians))
    print(f"load average at the end: {os.getloadavg()[0]:.1f}; rounds: {arguments.rounds}")


if __name__ == "__main__":
    main()
