"""Times decoding H.264 clips to 64x64 beside OpenCV, interleaved in one run, and other figures of clips.

    ./orrery --version                       # builds
    /usr/bin/python3 benchmarks/clips/side_by_side.py [--clips 1000] [--rounds 5] [--gigabytes 20]

Needs Debian's python3-opencv; where an ffmpeg program is on the path it is measured too, piping raw frames.
The clips (64 frames of 256x256, a bouncing ball filmed with noise) are written once, by Orrery. Every side
decodes every frame in two workers (two threads; two processes) and shrinks it to 64x64 by the mean over
areas (the ffmpeg program by its area scaler); the mean brightness of all frames must agree within 1.5 grey
levels before anything is timed (OpenCV rounds down where Orrery rounds). A ratio is the median over rounds of (peer's seconds / ours).
"""

import argparse
import glob
import multiprocessing
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import cv2
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parents[1]


class Ours:
    def __init__(self, folder, classpath, heap):
        java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
        self.process = subprocess.Popen([java, f"-Xmx{heap}", "-XX:MaxDirectMemorySize=2g", "-cp", classpath,
                                         str(HERE / "Ours.java"), str(folder)],
                                        text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.read("ready")

    def read(self, word="answer"):
        for line in self.process.stdout:
            words = line.split()
            if words and words[0] == word:
                return [float(x) for x in words[1:]]
        sys.exit("Orrery ended")

    def ask(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return self.read()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def opencv(file):
    """The sum of all bytes of a clip's frames, shrunk."""
    video, total = cv2.VideoCapture(file), 0
    while True:
        there, frame = video.read()
        if not there:
            return total
        small = cv2.resize(frame, (64, 64), interpolation=cv2.INTER_AREA)
        total += int(small.sum(dtype=np.int64))


def ffmpeg(file):
    command = ["ffmpeg", "-v", "error", "-threads", "1", "-i", file, "-vf", "scale=64:64:flags=area", "-f", "rawvideo",
               "-pix_fmt", "rgb24", "-"]
    return int(np.frombuffer(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout, np.uint8)
               .sum(dtype=np.int64))


def peer(pool, decode, files):
    began = time.perf_counter()
    total = sum(pool.map(decode, files, chunksize=4))
    return time.perf_counter() - began, total


def one_thread():
    """Two processes share two cores: a decoder with threads of its own would only wait."""
    cv2.setNumThreads(1)
    os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = "threads;1"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clips", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--windows", type=int, default=20000)
    parser.add_argument("--gigabytes", type=float, default=20)
    parser.add_argument("--folder", help="where the clips are or will be written")
    parser.add_argument("--classpath", default=str(HOME / "lab" / "target" / "orrery" / "lib" / "*"))
    options = parser.parse_args()
    folder = pathlib.Path(options.folder or tempfile.mkdtemp())
    pools = {"OpenCV, threads=1": (multiprocessing.Pool(2, one_thread), opencv),
             "OpenCV, as it comes": (multiprocessing.Pool(2), opencv)}
    if shutil.which("ffmpeg"):
        pools["ffmpeg program"] = (multiprocessing.Pool(2), ffmpeg)
    ours = Ours(folder, options.classpath, "500m")
    files = sorted(glob.glob(str(folder / "*.mp4")))
    if not files:
        ours.ask(f"make {options.clips} 64 256")
        files = sorted(glob.glob(str(folder / "*.mp4")))
    print(f"{len(files)} clips, {os.cpu_count()} cores, {platform.processor() or platform.machine()}, "
          f"OpenCV {cv2.__version__}, python {platform.python_version()}", flush=True)
    seconds, total = ours.ask("decode 2")
    for name, (pool, decode) in pools.items():
        theirs = peer(pool, decode, files)[1]
        apart = abs(theirs - total) / (len(files) * 64 * 3 * 64 * 64)
        print(f"{name}: mean brightness {apart:.3f} levels from ours", flush=True)
        assert apart < 1.5, "the frames differ"
    times = {}
    for round_ in range(options.rounds):
        order = ["ours", *pools]
        for name in order if round_ % 2 == 0 else order[::-1]:
            took = ours.ask("decode 2")[0] if name == "ours" else peer(*pools[name], files)[0]
            times.setdefault(name, []).append(took)
    for name, values in times.items():
        rates = [64 * len(files) / took for took in values]
        line = f"{name:22} median {statistics.median(values):7.2f} s, {statistics.median(rates):8.0f} frames/s"
        if name != "ours":
            ratios = [took / mine for took, mine in zip(values, times["ours"])]
            line += (f"; ours {statistics.median(ratios):.2f} times its speed "
                     f"(rounds {min(ratios):.2f} to {max(ratios):.2f})")
        print(line, flush=True)
    if options.windows:
        ours.ask(f"windows {options.windows} 2")
        rate = 60 * options.windows / statistics.median(
            ours.ask(f"windows {options.windows} 2")[0] for _ in range(options.rounds))
        print(f"random 16-frame windows of 64x64 from the cache, 2 threads: {rate:,.0f} a minute", flush=True)
        bounds = [ours.ask(f"bounds {options.windows} 2") for _ in range(options.rounds)]
        per = [1e6 * 2 * statistics.median(column) / options.windows for column in zip(*bounds)]
        per[4] *= 200
        print(f"a window takes a thread {per[0]:.1f} us: copying its bytes into new arrays {per[1]:.1f}, into an old one "
              f"{per[2]:.1f}; finding it and making a clip {per[3]:.1f}; decoding it anew {per[4]:.0f}", flush=True)
    if options.gigabytes:
        took, passed, peak, most = ours.ask(f"stream {options.gigabytes}")
        print(f"streamed {passed:.1f} GB of frames in {took:.0f} s with at most {peak:.0f} MB of heap after a "
              f"collection (limit {most:.0f} MB)", flush=True)
    ours.close()


if __name__ == "__main__":
    main()
