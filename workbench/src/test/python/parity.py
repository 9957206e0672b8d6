"""What the independent PyTorch definitions of our models share: files, a clip, and the comparison.

A definition is a module with `build(config)`, whose parameters have the names of an export, and

    encode(model, frames)                 [time, colours, h, w] in [0, 1] to latents [time, D]
    rollout(model, given, told, steps)    latents [n, D] and conditions [n + steps, k] to [steps, D]
    paint(model, latents)                 latents [n, D] to small frames [n, colours, side, side]

    /usr/bin/python3 recurrent_parity.py reference CHECKPOINT OUT.json   # writes what PyTorch computes
    /usr/bin/python3 recurrent_parity.py check FOLDER                    # compares with what Orrery computed

CHECKPOINT is a folder with card.json and model.safetensors. FOLDER is such a folder with, beside them, io.safetensors:
`frames` [time, colours, h, w] in 0..255, `told` [given + steps, k] for a model with conditions, and `latents`, `imagined` (a
rollout from latents 1 to 3) and `painted` [time, colours, h, w], all from Orrery. `check` exits 1 when one of them is
further than 1e-5 from PyTorch's own. Needs Debian's python3-torch only.
"""

import json
import os
import struct
import sys

import numpy
import torch
from torch.nn import functional as F

TOLERANCE = 1e-5
GIVEN, STEPS, TIME = 3, 8, 12


def read_safetensors(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        assert entry["dtype"] == "F32", entry
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(data[begin:end], dtype="<f4").copy()
        tensors[name] = torch.from_numpy(values).reshape(entry["shape"])
    return tensors


def load(definition, folder):
    with open(os.path.join(folder, "card.json")) as file:
        config = json.load(file)["config"]
    model = definition.build(config).eval()
    weights = read_safetensors(os.path.join(folder, "model.safetensors"))
    # PyTorch counts the batches its own normalisations saw; nothing is computed from it.
    counted = {name: t for name, t in model.state_dict().items() if name.endswith("num_batches_tracked")}
    model.load_state_dict({**weights, **counted}, strict=True)
    return model, config


def pairs(frames, config):
    """[time, colours, h, w] to each pooled frame beside its change; frame 0 is paired with itself."""
    small = F.avg_pool2d(frames, config["pool"])
    before = torch.cat([small[:1], small[:-1]])
    return torch.cat([small, config["motionGain"] * (small - before)], dim=1)


def compute(definition, model, config, frames, told):
    with torch.no_grad():
        latents = definition.encode(model, frames / 255)
        painted = definition.paint(model, latents)
        scale = config["size"] // painted.shape[-1]
        if scale > 1:
            painted = F.interpolate(painted, scale_factor=scale, mode="bilinear", align_corners=False)
        imagined = definition.rollout(model, latents[1 : 1 + GIVEN], told, STEPS)
        return {"latents": latents, "imagined": imagined, "painted": painted}


def discs(size, colours):
    """The frames of the reference: a disc of radius size/10 on a line in each colour, 255 on 0."""
    y, x = torch.meshgrid(torch.arange(size), torch.arange(size), indexing="ij")
    frames = []
    for t in range(TIME):
        for c in range(colours):
            cx, cy, r = size // 4 + 2 * t, size // 3 + (c + 1) * t, size // 10
            frames.append((((x - cx) ** 2 + (y - cy) ** 2) <= r * r) * 255.0)
    return torch.stack(frames).reshape(TIME, colours, size, size)


def conditions(k):
    """What the reference is told: row t, number j is ((3 t + 5 j) mod 7 - 3) / 4, exact in binary."""
    t, j = torch.meshgrid(torch.arange(GIVEN + STEPS), torch.arange(k), indexing="ij")
    return ((3 * t + 5 * j) % 7 - 3) / 4


def reference(definition, folder, out):
    model, config = load(definition, folder)
    k = sum(condition["components"] for condition in config.get("conditions", []))
    made = compute(definition, model, config, discs(config["size"], config.get("colours", 1)), conditions(k))
    del made["painted"]
    with open(out, "w") as file:
        json.dump({name: numpy.round(t.numpy().astype(float), 7).tolist() for name, t in made.items()}, file)
        file.write("\n")


def check(definition, folder):
    model, config = load(definition, folder)
    theirs = read_safetensors(os.path.join(folder, "io.safetensors"))
    ours = compute(definition, model, config, theirs["frames"], theirs.get("told"))
    worst = 0
    for name, tensor in ours.items():
        if tensor.shape != theirs[name].shape:
            sys.exit("%s: expected shape %s, came %s" % (name, tuple(tensor.shape), tuple(theirs[name].shape)))
        difference = (tensor - theirs[name]).abs().max().item()
        print("%-9s %-20s largest difference %.2e" % (name, tuple(tensor.shape), difference))
        worst = max(worst, difference)
    if not worst <= TOLERANCE:
        sys.exit("PyTorch and Orrery differ by %.2e; at most %.0e is allowed" % (worst, TOLERANCE))


def main(definition):
    torch.set_num_threads(1)
    if len(sys.argv) == 4 and sys.argv[1] == "reference":
        reference(definition, sys.argv[2], sys.argv[3])
    elif len(sys.argv) == 3 and sys.argv[1] == "check":
        check(definition, sys.argv[2])
    else:
        sys.exit(definition.__doc__ + __doc__)
