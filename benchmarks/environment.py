"""The environment in which ./orrery starts its kernel, for Orrery's side of a comparison.

The same as in lab's KernelLaunch and BlasCore. A comparison runs PyTorch twice: as it comes, and in this environment
too, which makes it faster as well, so that it is seen what is ours and what is the environment's.
"""

import os


# What a machine's owner may have set for OpenBLAS; a comparison is made without.
OWN = ("OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


def kernel(threads, base=None):
    environment = dict(base or os.environ)
    for name in ("JAVA_TOOL_OPTIONS", *OWN):
        environment.pop(name, None)
    environment.update(
        OPENBLAS_NUM_THREADS="1",
        OMP_NUM_THREADS=str(threads),
        OMP_WAIT_POLICY="PASSIVE",
        MALLOC_ARENA_MAX="1",
        MALLOC_MMAP_THRESHOLD_="67108864",
        MALLOC_TRIM_THRESHOLD_="1073741824",
    )
    core = blas_core()
    if core:
        environment["OPENBLAS_CORETYPE"] = core
    return environment


def plain(threads, blas_threads=1):
    """PyTorch as it comes, with that many threads."""
    environment = dict(os.environ)
    for name in OWN:
        environment.pop(name, None)
    environment["OMP_NUM_THREADS"] = str(threads)
    if blas_threads:
        environment["OPENBLAS_NUM_THREADS"] = str(blas_threads)
    return environment


def blas_core():
    """OpenBLAS does not know AMD's family 26 and takes kernels without AVX-512."""
    if not os.path.exists("/proc/cpuinfo"):
        return None
    with open("/proc/cpuinfo") as file:
        facts = dict(line.split(":", 1) for line in file.read().split("\n\n")[0].splitlines() if ":" in line)
    facts = {name.strip(): value.strip() for name, value in facts.items()}
    young = facts.get("vendor_id") == "AuthenticAMD" and int(facts.get("cpu family", 0)) >= 26
    return "SkylakeX" if young and "avx512vl" in facts.get("flags", "") else None
