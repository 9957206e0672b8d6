"""Writes ssim_reference.json, the values that StructuralSimilarityTest compares with.

Structural similarity as its paper defines it (Wang et al. 2004, equations 13 to 17), window by
window: at each place the 11 x 11 Gaussian weights are laid over both pictures and weighted means,
variances and the covariance are taken about those means. Pictures are made from integers alone, so
that the test can make the same.

    python ssim_reference.py ../resources/org/orrery/workbench/physics/ssim_reference.json

Needs NumPy; written with 2.4.
"""

import json
import sys

import numpy as np

CASES = [
    # name, height, width, picture a, picture b
    ("noise beside other noise", 32, 48, ("noise", 1), ("noise", 2)),
    ("a disc moved by three pixels", 64, 64, ("disc", 30, 31), ("disc", 33, 31)),
    ("a disc and its faint copy", 64, 64, ("disc", 30, 31), ("faint", 30, 31)),
    ("a ramp and the ramp under noise", 40, 24, ("ramp", 0), ("rough", 3)),
    ("one window", 11, 11, ("noise", 5), ("ramp", 0)),
]


def noise(seed, n):
    values = np.empty(n, dtype=np.int64)
    state = seed
    for i in range(n):
        state = (1103515245 * state + 12345) % 2**31
        values[i] = state >> 16 & 0xFF
    return values


def picture(kind, height, width):
    y, x = np.mgrid[0:height, 0:width]
    if kind[0] == "noise":
        values = noise(kind[1], height * width).reshape(height, width)
    elif kind[0] in ("disc", "faint"):
        inside = (x - kind[1]) ** 2 + (y - kind[2]) ** 2 <= 25
        values = np.where(inside, 255 if kind[0] == "disc" else 90, 0)
    else:
        values = 3 * x + 2 * y
        if kind[0] == "rough":
            values = values + noise(kind[1], height * width).reshape(height, width) % 32
    return values.astype(np.float64)


def ssim(a, b):
    offsets = np.arange(11) - 5
    weights = np.exp(-(offsets[:, None] ** 2 + offsets[None, :] ** 2) / (2 * 1.5**2))
    weights /= weights.sum()
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    values = []
    for top in range(a.shape[0] - 10):
        for left in range(a.shape[1] - 10):
            p = a[top : top + 11, left : left + 11]
            q = b[top : top + 11, left : left + 11]
            mp, mq = (weights * p).sum(), (weights * q).sum()
            vp = (weights * (p - mp) ** 2).sum()
            vq = (weights * (q - mq) ** 2).sum()
            cov = (weights * (p - mp) * (q - mq)).sum()
            values.append(
                (2 * mp * mq + c1) * (2 * cov + c2)
                / ((mp**2 + mq**2 + c1) * (vp + vq + c2))
            )
    return float(np.mean(values))


cases = [
    {
        "name": name,
        "height": height,
        "width": width,
        "a": list(a),
        "b": list(b),
        "ssim": ssim(picture(a, height, width), picture(b, height, width)),
    }
    for name, height, width, a, b in CASES
]
with open(sys.argv[1], "w") as out:
    json.dump(cases, out, indent=1)
    out.write("\n")
