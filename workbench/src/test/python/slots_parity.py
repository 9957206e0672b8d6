"""An independent definition of the `slots` world model in PyTorch, to check what Orrery exports; see parity.py.
"""

import sys

import torch
from torch import nn
from torch.nn import functional as F

import parity


class Encoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        channels, hidden = config["channels"], config["hidden"]
        self.config = config
        self.conv0, self.norm0 = nn.Conv2d(2 * config["colours"], channels, 4, stride=2, padding=1), nn.BatchNorm2d(channels)
        self.conv1, self.norm1 = nn.Conv2d(channels, channels, 3, padding=1), nn.BatchNorm2d(channels)
        self.objects = nn.Conv2d(channels, config["objects"], 1)
        planes = 1 + 2 * config["colours"] if config["direct"] else 1
        self.fc1 = nn.Linear(planes * (config["size"] // config["pool"] // 2) ** 2, hidden)
        self.fc2, self.norm, self.slot = nn.Linear(hidden, hidden), nn.LayerNorm(hidden), nn.Linear(hidden, config["slot"])

    def forward(self, frames):
        """[time, colours, h, w] to [time, objects, slot]."""
        seen = parity.pairs(frames, self.config)
        x = F.relu(self.norm0(self.conv0(seen)))
        x = F.relu(self.norm1(self.conv1(x)))
        maps = torch.sigmoid(self.objects(x))[:, :, None]
        if self.config["direct"]:
            maps = torch.cat([maps, maps * F.avg_pool2d(seen, 2)[:, None]], 2)
        x = F.relu(self.fc1(maps.flatten(2)))
        return self.slot(F.relu(self.norm(self.fc2(x))))


class Transition(nn.Module):
    def __init__(self, config):
        super().__init__()
        slot, hidden = config["slot"], config["hidden"]
        told = sum(condition["components"] for condition in config["conditions"])
        self.mlp("edge", 2 * slot, hidden, hidden)
        self.mlp("node", slot + told + hidden, hidden, slot)

    def mlp(self, name, into, hidden, out):
        setattr(self, name + "1", nn.Linear(into, hidden))
        setattr(self, name + "2", nn.Linear(hidden, hidden))
        setattr(self, name, nn.Module())
        getattr(self, name).norm = nn.LayerNorm(hidden)
        setattr(self, name + "3", nn.Linear(hidden, out))

    def through(self, name, x):
        x = F.relu(getattr(self, name + "1")(x))
        x = F.relu(getattr(self, name).norm(getattr(self, name + "2")(x)))
        return getattr(self, name + "3")(x)

    def forward(self, slots, told):
        """Slots [objects, slot] and conditions [k] to the next slots."""
        following = []
        for i, own in enumerate(slots):
            messages = [self.through("edge", torch.cat([own, other])) for j, other in enumerate(slots) if j != i]
            change = self.through("node", torch.cat([own, told, torch.stack(messages).sum(0)]))
            following.append(own + change)
        return torch.stack(following)


class Decoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        side, width = config["size"] // config["pool"], config["decoder"]
        self.shape = (config["colours"], side, side)
        self.fc1, self.fc2 = nn.Linear(config["slot"] + config["objects"], width), nn.Linear(width, width)
        self.out = nn.Linear(width, config["colours"] * side * side)

    def forward(self, slots):
        """[n, objects, slot] to frames: every slot, with its number, paints; the logits are summed."""
        numbers = torch.eye(slots.shape[1]).expand(len(slots), -1, -1)
        x = F.relu(self.fc2(F.relu(self.fc1(torch.cat([slots, numbers], 2)))))
        return torch.sigmoid(self.out(x).sum(1)).reshape(-1, *self.shape)


class Slots(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.encoder, self.transition, self.decoder = Encoder(config), Transition(config), Decoder(config)


build = Slots


def encode(model, frames):
    return model.encoder(frames).flatten(1)


def rollout(model, given, told, steps):
    slots = given[-1].reshape(model.config["objects"], model.config["slot"])
    imagined = []
    for k in range(steps):
        slots = model.transition(slots, told[len(given) - 1 + k])
        imagined.append(slots.flatten())
    return torch.stack(imagined)


def paint(model, latents):
    return model.decoder(latents.reshape(len(latents), model.config["objects"], model.config["slot"]))


if __name__ == "__main__":
    parity.main(sys.modules[__name__])
