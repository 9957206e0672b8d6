"""An independent definition of the `jepa` world model in PyTorch, to check what Orrery exports; see parity.py.
"""

import sys

import torch
from torch import nn
from torch.nn import functional as F

import parity


class Encoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
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
        """[time, 1, h, w] in [0, 1] to [time, D]."""
        x = seen = parity.pairs(frames, self.config)
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
        return pixels.reshape(-1, 1, side, side)


class Jepa(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.encoder, self.predictor = Encoder(config), Predictor(config)
        self.decoder = Decoder(config)


build = Jepa


def encode(model, frames):
    return model.encoder(frames)


def rollout(model, given, told, steps):
    return model.predictor.rollout(given, steps)


def paint(model, latents):
    return model.decoder(latents)


if __name__ == "__main__":
    parity.main(sys.modules[__name__])
