"""PyTorch's side of side_by_side.py: the tutorial's jepa, written anew in PyTorch, with the checkpoint's weights.

Obeys the commands of Ours.java: `train N`, `mixed N` (bf16 autocast), `imagine N`. Arguments: the checkpoint, the folder with the common data,
threads, windows a step, device. Written against PyTorch 1.13, eagerly, as one would by hand: nn modules, AdamW, clip_grad_norm_.
"""

import json
import pathlib
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

HORIZON, WINDOW, GIVEN, FRAMES = 8, 12, 4, 24
LATENTS_GIVEN, LAMBDA = 3, 0.05


def safetensors(file):
    data = file.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    return {
        name: torch.from_numpy(
            np.frombuffer(data, "<f4", (e["data_offsets"][1] - e["data_offsets"][0]) // 4,
                          8 + length + e["data_offsets"][0]).reshape(e["shape"]).copy())
        for name, e in header.items() if name != "__metadata__"
    }


class Encoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        channels = [2] + c["channels"]
        self.side = c["size"] // c["pool"]
        for i in range(len(c["channels"])):
            setattr(self, f"conv{i}", nn.Conv2d(channels[i], channels[i + 1], 4, 2, 1))
        features = channels[-1] * (self.side >> len(c["channels"])) ** 2
        self.fc = nn.Linear(features, c["hidden"])
        self.norm = nn.BatchNorm1d(c["hidden"])
        self.project = nn.Linear(c["hidden"], c["latent"])
        self.direct = nn.Linear(2 * self.side**2, c["latent"])
        self.latent = nn.BatchNorm1d(c["latent"], affine=False)

    def forward(self, pooled):
        now, before = pooled[:, 1:], pooled[:, :-1]
        seen = torch.cat([now, self.c["motionGain"] * (now - before)], 2).flatten(0, 1)
        x = seen
        for i in range(len(self.c["channels"])):
            x = F.relu(getattr(self, f"conv{i}")(x))
        x = self.project(F.gelu(self.norm(self.fc(x.flatten(1)))))
        x = self.latent(x + self.direct(seen.flatten(1)))
        return x.view(pooled.shape[0], -1, self.c["latent"])


class Block(nn.Module):
    def __init__(self, width, heads, expansion):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.mlp1, self.mlp2 = nn.Linear(width, int(expansion * width)), nn.Linear(int(expansion * width), width)

    def forward(self, x, mask):
        b, n, w = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(-2, -1)) * (w // self.heads) ** -0.5 + mask[:n, :n]
        x = x + self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, n, w))
        return x + self.mlp2(F.gelu(self.mlp1(self.norm2(x))))


class Predictor(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        setattr(self, "in", nn.Linear(c["latent"], c["width"]))
        self.position = nn.Parameter(torch.zeros(c["history"], c["width"]))
        for i in range(c["layers"]):
            setattr(self, f"block{i}", Block(c["width"], c["heads"], c["expansion"]))
        self.norm = nn.LayerNorm(c["width"])
        self.head = nn.Linear(c["width"], c["latent"])
        mask = torch.full((c["history"], c["history"]), float("-inf")).triu(1)
        self.register_buffer("mask", mask, persistent=False)

    def forward(self, z):
        x = getattr(self, "in")(z) + self.position[: z.shape[1]]
        for i in range(self.c["layers"]):
            x = getattr(self, f"block{i}")(x, self.mask)
        return z + self.head(self.norm(x))

    def rollout(self, known, steps):
        imagined = []
        for _ in range(steps):
            recent = known[:, -self.c["history"] :]
            following = self(recent)[:, -1:]
            imagined.append(following)
            known = torch.cat([recent, following], 1)
        return torch.cat(imagined, 1)


class Decoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        pixels = (c["size"] // c["pool"]) ** 2
        self.fc1, self.fc2 = nn.Linear(c["latent"], c["decoder"]), nn.Linear(c["decoder"], c["decoder"])
        self.out = nn.Linear(c["decoder"], pixels)

    def forward(self, z):
        return self.out(F.relu(self.fc2(F.relu(self.fc1(z)))))


class Jepa(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        self.encoder, self.predictor, self.decoder = Encoder(c), Predictor(c), Decoder(c)

    def pool(self, frames):
        b, t = frames.shape[:2]
        return F.avg_pool2d(frames.flatten(0, 1), self.c["pool"]).view(b, t, 1, self.encoder.side, self.encoder.side)

    def loss(self, frames):
        pooled = self.pool(frames)
        z = self.encoder(pooled)
        history, n = self.c["history"], z.shape[1]
        starts = range(n - history)
        contexts = torch.cat([z[:, s : s + history] for s in starts])
        targets = torch.cat([z[:, s + 1 : s + history + 1] for s in starts])
        following = F.mse_loss(self.predictor(contexts), targets)
        rollout = 0
        for given in (LATENTS_GIVEN, 1):
            rollout = rollout + 0.5 * F.mse_loss(self.predictor.rollout(z[:, :given], n - given), z[:, given:])
        flat = z.flatten(0, 1)
        centred = flat - flat.mean(0)
        covariance = centred.T @ centred / (len(flat) - 1)
        variances = covariance.diagonal()
        spread = F.relu(1 - (variances + 1e-4).sqrt()).mean()
        spread = spread + (covariance.square().sum() - variances.square().sum()) / flat.shape[1]
        decoder = F.binary_cross_entropy_with_logits(self.decoder(flat.detach()), pooled[:, 1:].reshape(len(flat), -1))
        return 0.5 * (following + rollout) + LAMBDA * spread + decoder


def main(checkpoint, folder, threads, batch_size, device):
    torch.set_num_threads(int(threads))
    config = json.loads((checkpoint / "card.json").read_text())["config"]
    weights = safetensors(checkpoint / "model.safetensors")

    def fresh():
        model = Jepa(config)
        state = model.state_dict()
        state.update(weights)
        model.load_state_dict(state)
        return model.to(device)

    size = config["size"]

    def frames(name):
        return torch.from_numpy(np.frombuffer((folder / name).read_bytes(), np.uint8).copy())

    clips = frames("clips.u8").view(batch_size, WINDOW, 1, size, size).to(device)
    film = frames("film.u8").view(1, GIVEN + FRAMES, 1, size, size).to(device)
    dreamer = fresh().eval()
    print("ready", flush=True)
    for line in sys.stdin:
        word, n = line.split()
        if word in ("train", "mixed"):
            model = fresh().train()
            plain = [p for p in model.parameters() if p.dim() < 2]
            decayed = [p for p in model.parameters() if p.dim() >= 2]
            adam = torch.optim.AdamW(
                [{"params": decayed, "weight_decay": 1e-3}, {"params": plain, "weight_decay": 0}],
                lr=1e-4, foreach=True)
            losses, seconds, cpu = [], [], [time.process_time()]
            for step in range(int(n)):
                start = time.perf_counter()
                batch = clips.float() / 255
                for group in adam.param_groups:
                    progress = (step - 1) / max(1, int(n) - 1)
                    group["lr"] = 1e-4 if step < 1 else 1e-4 * 0.5 * (1 + np.cos(np.pi * progress))
                adam.zero_grad(set_to_none=True)
                with torch.autocast(device.split(":")[0], torch.bfloat16, enabled=word == "mixed"):
                    loss = model.loss(batch)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                adam.step()
                losses.append(loss.item())
                seconds.append(time.perf_counter() - start)
                cpu.append(time.process_time())
            print("answer", *(f"{x:.7f}" for x in losses))
            print("answer", *(f"{x:.6f}" for x in seconds))
            print("answer", *(f"{b - a:.6f}" for a, b in zip(cpu, cpu[1:])), flush=True)
        else:
            seconds, cpu = [], [time.process_time()]
            for _ in range(int(n)):
                start = time.perf_counter()
                with torch.no_grad():
                    seen = film[:, :].float() / 255
                    doubled = torch.cat([seen[:, :1], seen], 1)
                    z = dreamer.encoder(dreamer.pool(doubled))
                    dream = dreamer.predictor.rollout(z[:, 1:GIVEN], FRAMES)
                    small = dreamer.decoder(dream[0]).sigmoid().view(FRAMES, 1, size // config["pool"], -1)
                    large = F.interpolate(small, scale_factor=config["pool"], mode="bilinear")
                    (255 * large).round().byte().cpu()
                seconds.append(time.perf_counter() - start)
                cpu.append(time.process_time())
            dream.cpu().numpy().astype("<f4").tofile(folder / "dream-peer.f32")
            print("answer", *(f"{x:.6f}" for x in seconds))
            print("answer", *(f"{b - a:.6f}" for a, b in zip(cpu, cpu[1:])), flush=True)


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), sys.argv[5])
