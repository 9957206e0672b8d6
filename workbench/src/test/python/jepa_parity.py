"""An independent definition of the `jepa` world model in PyTorch, to check what Orrery exports.

    /usr/bin/python3 jepa_parity.py reference CHECKPOINT OUT.json   # writes what PyTorch computes
    /usr/bin/python3 jepa_parity.py check FOLDER                    # compares with what Orrery computed

CHECKPOINT is a folder with card.json and model.safetensors. FOLDER is such a folder with, beside
them, io.safetensors: `frames` [time, h, w] in 0..255, `latents` [time, D] and `imagined`
[steps, D] (a rollout from latents 1 to 3) and `painted` [time, side, side], all from Orrery. `check`
exits 1 when one of them is further than 1e-5 from PyTorch's own. Needs Debian's python3-torch only.
"""

import json
import os
import struct
import sys

import numpy
import torch
from torch import nn
from torch.nn import functional as F

TOLERANCE = 1e-5
GIVEN, STEPS = 3, 8


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


class Encoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.gain, self.pool = config["motionGain"], config["pool"]
        side, into = config["size"] // config["pool"], 2
        self.convolutions = len(config["channels"])
        for i, out in enumerate(config["channels"]):
            setattr(self, "conv%d" % i, nn.Conv2d(into, out, 4, stride=2, padding=1))
            into = out
        last = side >> self.convolutions
        self.fc = nn.Linear(into * last * last, config["hidden"])
        self.norm = nn.BatchNorm1d(config["hidden"])
        self.project = nn.Linear(config["hidden"], config["latent"])
        if config["direct"]:
            self.direct = nn.Linear(2 * side * side, config["latent"])
        self.latent = nn.BatchNorm1d(config["latent"], affine=False)

    def forward(self, frames):
        """[time, h, w] in [0, 1] to [time, D]; frame 0 is paired with itself."""
        small = F.avg_pool2d(frames[:, None], self.pool)
        before = torch.cat([small[:1], small[:-1]])
        seen = torch.cat([small, self.gain * (small - before)], dim=1)
        x = seen
        for i in range(self.convolutions):
            x = F.relu(getattr(self, "conv%d" % i)(x))
        x = self.project(F.gelu(self.norm(self.fc(x.flatten(1)))))
        if hasattr(self, "direct"):
            x = x + self.direct(seen.flatten(1))
        return self.latent(x)


class Block(nn.Module):
    def __init__(self, width, heads, hidden):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.mlp1, self.mlp2 = nn.Linear(width, hidden), nn.Linear(hidden, width)

    def forward(self, x):
        time, width = x.shape
        q, k, v = (
            part.reshape(time, self.heads, -1).transpose(0, 1)
            for part in self.qkv(self.norm1(x)).chunk(3, dim=-1)
        )
        scores = q @ k.transpose(1, 2) / (width // self.heads) ** 0.5
        later = torch.ones(time, time).triu(1).bool()
        seen = scores.masked_fill(later, float("-inf")).softmax(-1) @ v
        x = x + self.out(seen.transpose(0, 1).reshape(time, width))
        return x + self.mlp2(F.gelu(self.mlp1(self.norm2(x))))


class Predictor(nn.Module):
    def __init__(self, config):
        super().__init__()
        width = config["width"]
        self.history, self.layers = config["history"], config["layers"]
        self.add_module("in", nn.Linear(config["latent"], width))
        self.position = nn.Parameter(torch.zeros(config["history"], width))
        for i in range(self.layers):
            hidden = int(config["expansion"] * width)
            setattr(self, "block%d" % i, Block(width, config["heads"], hidden))
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, config["latent"])

    def forward(self, z):
        """[time, D] to the latent after the last."""
        x = getattr(self, "in")(z) + self.position[: len(z)]
        for i in range(self.layers):
            x = getattr(self, "block%d" % i)(x)
        return (z + self.head(self.norm(x)))[-1]

    def rollout(self, z, steps):
        for _ in range(steps):
            z = torch.cat([z, self(z[-self.history :])[None]])
        return z[-steps:]


class Decoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        side = config["size"] // config["pool"]
        self.fc1 = nn.Linear(config["latent"], config["decoder"])
        self.fc2 = nn.Linear(config["decoder"], config["decoder"])
        self.out = nn.Linear(config["decoder"], side * side)

    def forward(self, z):
        pixels = torch.sigmoid(self.out(F.relu(self.fc2(F.relu(self.fc1(z))))))
        side = int(pixels.shape[-1] ** 0.5)
        return pixels.reshape(-1, side, side)


class Jepa(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.encoder, self.predictor = Encoder(config), Predictor(config)
        self.decoder = Decoder(config)


def load(folder):
    with open(os.path.join(folder, "card.json")) as file:
        card = json.load(file)
    model = Jepa(card["config"]).eval()
    model.load_state_dict(read_safetensors(os.path.join(folder, "model.safetensors")), strict=True)
    return model, card["config"]


def compute(model, config, frames):
    with torch.no_grad():
        latents = model.encoder(frames / 255)
        painted = model.decoder(latents)
        if config["pool"] > 1:
            painted = F.interpolate(
                painted[:, None], scale_factor=config["pool"], mode="bilinear", align_corners=False
            )[:, 0]
        return {
            "latents": latents,
            "imagined": model.predictor.rollout(latents[1 : 1 + GIVEN], STEPS),
            "painted": painted,
        }


def disc(size, time=12):
    """The frames of the reference: a disc of radius size/10 on a line, 255 on 0."""
    y, x = torch.meshgrid(torch.arange(size), torch.arange(size), indexing="ij")
    frames = []
    for t in range(time):
        cx, cy, r = size // 4 + 2 * t, size // 3 + t, size // 10
        frames.append((((x - cx) ** 2 + (y - cy) ** 2) <= r * r) * 255.0)
    return torch.stack(frames)


def reference(folder, out):
    model, config = load(folder)
    made = compute(model, config, disc(config["size"]))
    del made["painted"]
    with open(out, "w") as file:
        json.dump({name: numpy.round(t.numpy().astype(float), 7).tolist() for name, t in made.items()}, file)
        file.write("\n")


def check(folder):
    model, config = load(folder)
    theirs = read_safetensors(os.path.join(folder, "io.safetensors"))
    ours = compute(model, config, theirs["frames"])
    worst = 0
    for name, tensor in ours.items():
        if tensor.shape != theirs[name].shape:
            sys.exit("%s: expected shape %s, came %s" % (name, tensor.shape, theirs[name].shape))
        difference = (tensor - theirs[name]).abs().max().item()
        print("%-9s %-16s largest difference %.2e" % (name, tuple(tensor.shape), difference))
        worst = max(worst, difference)
    if not worst <= TOLERANCE:
        sys.exit("PyTorch and Orrery differ by %.2e; at most %.0e is allowed" % (worst, TOLERANCE))


if __name__ == "__main__":
    torch.set_num_threads(1)
    if len(sys.argv) == 4 and sys.argv[1] == "reference":
        reference(sys.argv[2], sys.argv[3])
    elif len(sys.argv) == 3 and sys.argv[1] == "check":
        check(sys.argv[2])
    else:
        sys.exit(__doc__)
