"""The models of EngineSteps.java in PyTorch: prints the median step and the processor time of one, in
milliseconds, and the last loss.

peer.py MODEL full|mixed THREADS WARM-UP STEPS
"""

import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCH = 32


def attention(q, k, v):
    """Causal; PyTorch's own where there is one (2.0 and newer)."""
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(q, k, v, is_causal=True)
    scores = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    mask = torch.ones(q.shape[-2], k.shape[-2], dtype=torch.bool).tril()
    return scores.masked_fill(~mask, float("-inf")).softmax(-1) @ v


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        c = [3, 32, 64, 128, 256]
        self.down = nn.ModuleList(nn.Conv2d(c[i], c[i + 1], 4, 2, 1) for i in range(4))
        self.up = nn.ModuleList(nn.ConvTranspose2d(c[i + 1], c[i], 4, 2, 1) for i in range(4))
        self.code = nn.Linear(4096, 128)
        self.uncode = nn.Linear(128, 4096)

    def loss(self, x, y):
        h = x
        for layer in self.down:
            h = F.relu(layer(h))
        h = self.code(h.reshape(BATCH, 4096))
        h = F.relu(self.uncode(h)).reshape(BATCH, 256, 4, 4)
        for i in (3, 2, 1, 0):
            h = self.up[i](h)
            h = F.relu(h) if i > 0 else h
        return F.mse_loss(h, x)

    def batch(self):
        x = torch.randn(BATCH, 3, 64, 64)
        return x, x


class Gru(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(256, 256)

    def loss(self, x, y):
        return F.mse_loss(self.gru(x)[0], y)

    def batch(self):
        return torch.randn(16, BATCH, 256), torch.randn(16, BATCH, 256)


class Block(nn.Module):
    def __init__(self, width=192):
        super().__init__()
        self.attend = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.think = nn.LayerNorm(width)
        self.wide = nn.Linear(width, 4 * width)
        self.narrow = nn.Linear(4 * width, width)

    def forward(self, x):
        q, k, v = self.qkv(self.attend(x)).reshape(BATCH, 16, 3, 3, 64).permute(2, 0, 3, 1, 4)
        seen = attention(q, k, v)
        x = x + self.out(seen.permute(0, 2, 1, 3).reshape(BATCH, 16, 192))
        return x + self.narrow(F.gelu(self.wide(self.think(x))))


class Transformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(*(Block() for _ in range(4)))

    def loss(self, x, y):
        return F.mse_loss(self.blocks(x), y)

    def batch(self):
        return torch.randn(BATCH, 16, 192), torch.randn(BATCH, 16, 192)


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.ModuleList(nn.Linear(512, 512) for _ in range(3))

    def loss(self, x, y):
        h = F.relu(self.fc[1](F.relu(self.fc[0](x))))
        return F.mse_loss(self.fc[2](h), y)

    def batch(self):
        return torch.randn(BATCH, 512), torch.randn(BATCH, 512)


def main():
    name, precision, threads, warm, steps = sys.argv[1:]
    torch.set_num_threads(int(threads))
    torch.manual_seed(1)
    model = {"autoencoder": Autoencoder, "gru": Gru, "transformer": Transformer, "mlp": Mlp}[name]()
    x, y = model.batch()
    adam = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-3)
    times = []
    for step in range(-int(warm), int(steps)):
        if step == 0:
            processor = time.process_time()
        start = time.perf_counter()
        adam.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=precision == "mixed"):
            loss = model.loss(x, y)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        value = loss.item()
        if step >= 0:
            times.append((time.perf_counter() - start) * 1000)
    busy = (time.process_time() - processor) * 1000 / len(times)
    print("%.3f %.3f %.6f" % (statistics.median(times), busy, value))


main()
