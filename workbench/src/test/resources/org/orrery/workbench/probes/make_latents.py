"""Writes the NumPy files that LatentFileTest reads. Run in this folder: /usr/bin/python3 make_latents.py"""

import numpy as np

c, t, d = np.meshgrid(np.arange(2), np.arange(3), np.arange(4), indexing="ij")
z = 100 * c + 10 * t + d
np.savez(
    "latents.npz",
    single=z.astype("<f4"),
    double=z.astype("<f8"),
    whole=z.astype("<i8"),
    fortran=np.asfortranarray(z.astype("<f4")),
    big=z.astype(">f4"),
    half=z.astype("<f2"),
)
np.savez_compressed("packed.npz", z=z.astype("<i4"))
np.save("latents.npy", z.astype("<f8"))
