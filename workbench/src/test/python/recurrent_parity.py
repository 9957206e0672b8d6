"""An independent definition of the `recurrent` world model in PyTorch, to check what Orrery exports; see parity.py.
"""

import sys

import torch
from torch import nn
from torch.nn import functional as F

import parity


class Encoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        into = 2 * config["colours"]
        self.convolutions = len(config["channels"])
        for i, out in enumerate(config["channels"]):
            setattr(self, "conv%d" % i, nn.Conv2d(into, out, 4, stride=2, padding=1))
            into = out
        self.side = config["size"] // config["pool"] >> self.convolutions
        self.fc = nn.Linear(into * self.side**2, config["hidden"])

    def forward(self, seen):
        for i in range(self.convolutions):
            seen = F.relu(getattr(self, "conv%d" % i)(seen))
        return F.relu(self.fc(seen.flatten(1)))


class Decoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        channels = [config["colours"]] + config["channels"]
        self.shape = (channels[-1],) + 2 * (config["size"] // config["pool"] >> len(config["channels"]),)
        self.fc = nn.Linear(config["deterministic"] + config["stochastic"], channels[-1] * self.shape[1] ** 2)
        for i in range(len(config["channels"])):
            setattr(self, "conv%d" % i, nn.ConvTranspose2d(channels[i + 1], channels[i], 4, stride=2, padding=1))

    def forward(self, latents):
        x = F.relu(self.fc(latents)).reshape(-1, *self.shape)
        last = sum(name.startswith("conv") for name, _ in self.named_children()) - 1
        for i in range(last, -1, -1):
            x = getattr(self, "conv%d" % i)(x)
            x = F.relu(x) if i else torch.sigmoid(x)
        return x


class Dynamics(nn.Module):
    """PyTorch's own GRU cell; its parameters are renamed to those of an export."""

    def __init__(self, config):
        super().__init__()
        self.h, self.s, hidden = config["deterministic"], config["stochastic"], config["hidden"]
        told = sum(condition["components"] for condition in config["conditions"])
        self.add_module("in", nn.Linear(self.s + told, hidden))
        self.gru = nn.Module()
        self.gru.input, self.gru.state = nn.Linear(hidden, 3 * self.h), nn.Linear(self.h, 3 * self.h)
        self.prior1, self.prior2 = nn.Linear(self.h, hidden), nn.Linear(hidden, 2 * self.s)
        self.posterior1, self.posterior2 = nn.Linear(self.h + hidden, hidden), nn.Linear(hidden, 2 * self.s)

    def step(self, h, s):
        x = F.relu(getattr(self, "in")(s))
        cell = nn.GRUCell(x.shape[-1], self.h)
        cell.weight_ih, cell.bias_ih = self.gru.input.weight, self.gru.input.bias
        cell.weight_hh, cell.bias_hh = self.gru.state.weight, self.gru.state.bias
        return cell(x, h)

    def prior(self, h):
        return self.prior2(F.relu(self.prior1(h)))[:, : self.s]

    def posterior(self, h, features):
        return self.posterior2(F.relu(self.posterior1(torch.cat([h, features], 1))))[:, : self.s]


class Recurrent(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.encoder, self.decoder, self.dynamics = Encoder(config), Decoder(config), Dynamics(config)


build = Recurrent


def encode(model, frames):
    features = model.encoder(parity.pairs(frames, model.config))
    h, s = torch.zeros(1, model.dynamics.h), torch.zeros(1, model.dynamics.s)
    latents = []
    for t in range(len(frames)):
        h = model.dynamics.step(h, s)
        s = model.dynamics.posterior(h, features[t : t + 1])
        latents.append(torch.cat([h, s], 1))
    return torch.cat(latents)


def rollout(model, given, told, steps):
    h, s = given[-1:, : model.dynamics.h], given[-1:, model.dynamics.h :]
    imagined = []
    for _ in range(steps):
        h = model.dynamics.step(h, s)
        s = model.dynamics.prior(h)
        imagined.append(torch.cat([h, s], 1))
    return torch.cat(imagined)


def paint(model, latents):
    return model.decoder(latents)


if __name__ == "__main__":
    parity.main(sys.modules[__name__])
