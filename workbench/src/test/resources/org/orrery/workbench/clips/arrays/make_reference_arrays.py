"""Makes the small NumPy and HDF5 files that ArrayFilesTest reads.

Run with Debian's python3-numpy and python3-h5py, in this folder:  python3 make_reference_arrays.py

Every frame is value(t, y, x, c) = (7 t + 3 y + 2 x + 50 c + 11 n) modulo 256, for clip n.
"""

import h5py
import numpy as np


def frames(count, height, width, channels, clip=0):
    t, y, x, c = np.ogrid[:count, :height, :width, :channels]
    return ((7 * t + 3 * y + 2 * x + 50 * c + 11 * clip) % 256).astype(np.uint8)


rgb = frames(6, 5, 4, 3)
position = np.stack([np.arange(6) * 0.5, np.arange(6) * -0.25], 1)

np.save("bytes.npy", rgb)
np.save("floats.npy", (rgb / 255).astype(np.float32))
np.save("doubles_big.npy", (rgb / 255).astype(">f8"))
np.save("bits.npy", frames(6, 5, 4, 1)[..., 0] > 20)
np.save("words.npy", frames(6, 5, 4, 1)[..., 0].astype(np.uint16) * 257)
np.save("channels_first.npy", rgb.transpose(0, 3, 1, 2).copy())
np.save("nan.npy", np.where(np.arange(6)[:, None, None] == 4, np.nan, 0.5 * np.ones((6, 5, 4))))
np.save("fortran.npy", np.asfortranarray(frames(6, 5, 4, 1)[..., 0]))
np.save("objects.npy", np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
np.savez("named.npz", video=rgb, position=position, mass=np.full(6, 2.0), other=np.zeros(3))
np.savez_compressed(
    "many.npz",
    train_x=np.stack([frames(6, 5, 4, 3, n) for n in range(3)]),
    speed=np.arange(18.0).reshape(3, 6),
)

with h5py.File("episodes.h5", "w", libver="latest") as file:
    lengths = [3, 5, 2]
    pixels = np.concatenate([frames(n, 5, 4, 3, clip) for clip, n in enumerate(lengths)])
    column = file.create_dataset("pixels", shape=(0, 5, 4, 3), maxshape=(None, 5, 4, 3), dtype=np.uint8, chunks=(1, 5, 4, 3))
    column.resize(10, axis=0)
    column[:] = pixels
    action = file.create_dataset("action", shape=(10, 2), maxshape=(None, 2), dtype=np.float32, chunks=(1, 2))
    action[:] = np.arange(20).reshape(10, 2)
    text = file.create_dataset("task", shape=(10,), maxshape=(None,), dtype=h5py.string_dtype(), chunks=(1,))
    text[:] = np.array(["push"] * 10, dtype=object)
    file.create_dataset("ep_len", data=np.array(lengths, np.int32), maxshape=(None,))
    file.create_dataset("ep_offset", data=np.array([0, 3, 8], np.int64), maxshape=(None,))

with h5py.File("zipped.h5", "w") as file:
    file.create_dataset("pixels", data=pixels, chunks=(4, 5, 4, 3), compression="gzip", shuffle=True)
    file.create_dataset("ep_len", data=np.array(lengths, np.int32))
    file.create_dataset("ep_offset", data=np.array([0, 3, 8], np.int64))

with h5py.File("outside.h5", "w") as file:
    file.create_dataset("pixels", data=pixels)
    file.create_dataset("ep_len", data=np.array([3, 9], np.int32))
    file.create_dataset("ep_offset", data=np.array([0, 3], np.int64))


def buffer(name, episodes):
    with h5py.File(name, "w") as file:
        for i, episode in enumerate(episodes):
            group = file.create_group(str(i))
            for key, value in episode.items():
                group.create_dataset(key, data=value)


def shapes(clip):
    obs = frames(6, 5, 4, 3, clip).transpose(0, 3, 1, 2) / 255
    return {"obs": obs[:-1], "next_obs": obs[1:], "action": np.arange(5) + clip}


def stacked(clip, later_first):
    single = frames(6, 5, 4, 3, clip).transpose(0, 3, 1, 2) / 255
    pair = (single[1:], single[:-1]) if later_first else (single[:-1], single[1:])
    both = np.concatenate(pair, axis=1)
    return {"obs": both[:-1], "next_obs": both[1:], "action": np.zeros(4, np.int64)}


buffer("shapes.h5", [shapes(n) for n in range(12)])
buffer("three_body.h5", [stacked(n, False) for n in range(2)])
buffer("atari.h5", [stacked(n, True) for n in range(2)])

with h5py.File("plain.h5", "w") as file:
    file.create_dataset("frames", data=rgb)
    file.create_dataset("position", data=position)
