"""LeWM's published network in PyTorch, written anew from its description, to check Orrery's `lewm`.

    /usr/bin/python3 lewm_parity.py FOLDER

writes into FOLDER what LewmParityTest reads: lewm.pt, random weights of a small network under the
published names; lewm_in_pytorch.json, what the network makes of formulas for frames and actions; and
lewm_layout.json, names and shapes of the published sizes. Names, order of operations and constants
are those of github.com/lucas-maes/le-wm (jepa.py, module.py, config/train/model/lewm.yaml), of
ViTModel in Hugging Face's transformers (pre-norm, epsilon 1e-12, the class token of the last
normalisation) and of ImageNet's colours. Needs Debian's python3-torch only.
"""

import collections
import json
import os
import sys

import torch
from torch import nn
from torch.nn import functional as F

Sizes = collections.namedtuple(
    "Sizes",
    "image patch vit vit_layers vit_heads hidden latent layers heads head mlp history actions smoothed",
)
SMALL = Sizes(16, 4, 12, 2, 3, 24, 8, 2, 4, 6, 20, 3, 4, 5)
PUBLISHED = Sizes(224, 14, 192, 12, 3, 2048, 192, 6, 16, 64, 2048, 3, 10, 10)
FRAMES, GIVEN, STEPS, CLIPS, DIRECTIONS = 7, 1, 5, 3, 6


def group(**parts):
    """A module that only holds others, so that their names get the prefix theirs have."""
    holder = nn.Module()
    for name, part in parts.items():
        holder.add_module(name, part)
    return holder


def numbered(parts):
    """A module that holds others under the numbers they have in a sequence of theirs."""
    holder = nn.Module()
    for number, part in parts.items():
        holder.add_module(str(number), part)
    return holder


def attention(q, k, v, heads, causal):
    """[n, time, width] each, to the same."""
    n, time, width = q.shape
    q, k, v = (x.reshape(n, time, heads, -1).transpose(1, 2) for x in (q, k, v))
    scores = q @ k.transpose(2, 3) / (width // heads) ** 0.5
    if causal:
        scores = scores.masked_fill(torch.ones(time, time).triu(1).bool(), float("-inf"))
    return (scores.softmax(-1) @ v).transpose(1, 2).reshape(n, time, width)


class Vit(nn.Module):
    def __init__(self, s):
        super().__init__()
        width, self.heads = s.vit, s.vit_heads
        self.embeddings = group(
            patch_embeddings=group(projection=nn.Conv2d(3, width, s.patch, stride=s.patch))
        )
        self.embeddings.cls_token = nn.Parameter(torch.zeros(1, 1, width))
        tokens = (s.image // s.patch) ** 2 + 1
        self.embeddings.position_embeddings = nn.Parameter(torch.zeros(1, tokens, width))
        self.encoder = group(layer=nn.ModuleList(self.block(width) for _ in range(s.vit_layers)))
        self.layernorm = nn.LayerNorm(width, eps=1e-12)

    @staticmethod
    def block(width):
        return group(
            attention=group(
                attention=group(
                    query=nn.Linear(width, width),
                    key=nn.Linear(width, width),
                    value=nn.Linear(width, width),
                ),
                output=group(dense=nn.Linear(width, width)),
            ),
            intermediate=group(dense=nn.Linear(width, 4 * width)),
            output=group(dense=nn.Linear(4 * width, width)),
            layernorm_before=nn.LayerNorm(width, eps=1e-12),
            layernorm_after=nn.LayerNorm(width, eps=1e-12),
        )

    def forward(self, frames):
        patches = self.embeddings.patch_embeddings.projection(frames).flatten(2).transpose(1, 2)
        first = self.embeddings.cls_token.expand(len(frames), -1, -1)
        x = torch.cat([first, patches], dim=1) + self.embeddings.position_embeddings
        for block in self.encoder.layer:
            y, seen = block.layernorm_before(x), block.attention.attention
            y = attention(seen.query(y), seen.key(y), seen.value(y), self.heads, False)
            x = x + block.attention.output.dense(y)
            y = F.gelu(block.intermediate.dense(block.layernorm_after(x)))
            x = x + block.output.dense(y)
        return self.layernorm(x)[:, 0]


class Projector(nn.Module):
    def __init__(self, into, hidden, out):
        super().__init__()
        self.net = numbered(
            {0: nn.Linear(into, hidden), 1: nn.BatchNorm1d(hidden), 3: nn.Linear(hidden, out)}
        )

    def forward(self, rows):
        first, norm, last = self.net.children()
        return last(F.gelu(norm(first(rows))))


class Predictor(nn.Module):
    def __init__(self, s):
        super().__init__()
        self.width, self.heads = s.latent, s.heads
        self.pos_embedding = nn.Parameter(torch.zeros(1, s.history, s.latent))
        self.transformer = group(
            norm=nn.LayerNorm(s.latent),
            layers=nn.ModuleList(self.block(s) for _ in range(s.layers)),
        )

    @staticmethod
    def block(s):
        d, inner = s.latent, s.heads * s.head
        return group(
            attn=group(
                norm=nn.LayerNorm(d),
                to_qkv=nn.Linear(d, 3 * inner, bias=False),
                to_out=numbered({0: nn.Linear(inner, d)}),
            ),
            mlp=group(
                net=numbered({0: nn.LayerNorm(d), 1: nn.Linear(d, s.mlp), 4: nn.Linear(s.mlp, d)})
            ),
            adaLN_modulation=numbered({1: nn.Linear(d, 6 * d)}),
        )

    def forward(self, x, told):
        x = x + self.pos_embedding[:, : x.shape[1]]
        for block in self.transformer.layers:
            (modulation,) = block.adaLN_modulation.children()
            shift1, scale1, gate1, shift2, scale2, gate2 = modulation(F.silu(told)).chunk(6, -1)
            y = F.layer_norm(x, (self.width,), eps=1e-6) * (1 + scale1) + shift1
            q, k, v = block.attn.to_qkv(block.attn.norm(y)).chunk(3, -1)
            (out,) = block.attn.to_out.children()
            x = x + gate1 * out(attention(q, k, v, self.heads, True))
            y = F.layer_norm(x, (self.width,), eps=1e-6) * (1 + scale2) + shift2
            norm, first, last = block.mlp.net.children()
            x = x + gate2 * last(F.gelu(first(norm(y))))
        return self.transformer.norm(x)


class LeWM(nn.Module):
    def __init__(self, s):
        super().__init__()
        self.history = s.history
        self.encoder = Vit(s)
        self.predictor = Predictor(s)
        self.action_encoder = group(
            patch_embed=nn.Conv1d(s.actions, s.smoothed, 1),
            embed=numbered(
                {0: nn.Linear(s.smoothed, 4 * s.latent), 2: nn.Linear(4 * s.latent, s.latent)}
            ),
        )
        self.projector = Projector(s.vit, s.hidden, s.latent)
        self.pred_proj = Projector(s.latent, s.hidden, s.latent)

    def encode(self, frames):
        """[n, time, 3, h, w] in [0, 1] to [n, time, D]."""
        mean = torch.tensor([0.485, 0.456, 0.406])[:, None, None]
        deviation = torch.tensor([0.229, 0.224, 0.225])[:, None, None]
        tokens = self.encoder(((frames - mean) / deviation).flatten(0, 1))
        return self.projector(tokens).reshape(*frames.shape[:2], -1)

    def predict(self, latents, actions):
        first, last = self.action_encoder.embed.children()
        told = self.action_encoder.patch_embed(actions.transpose(1, 2)).transpose(1, 2)
        x = self.predictor(latents, last(F.silu(first(told))))
        return self.pred_proj(x.flatten(0, 1)).reshape(latents.shape)

    def rollout(self, latents, actions, steps):
        """[n, given, D] and [n, given + steps, k] to [n, steps, D]."""
        for _ in range(steps):
            now = latents.shape[1]
            told = actions[:, max(0, now - self.history) : now]
            latents = torch.cat(
                [latents, self.predict(latents[:, -self.history :], told)[:, -1:]], dim=1
            )
        return latents[:, -steps:]


def sigreg(latents, directions):
    """[batch, time, D] and [D, M]: the published sum, over both signs of its knots."""
    t = torch.linspace(0, 3, 17)
    weights = torch.full((17,), 2 * 3 / 16)
    weights[0] = weights[-1] = 3 / 16
    normal = torch.exp(-t.square() / 2)
    x = (latents.transpose(0, 1) @ directions)[..., None] * t
    error = (x.cos().mean(1) - normal).square() + x.sin().mean(1).square()
    return ((error @ (weights * normal)) * len(latents)).mean()


def frames(clips, time, side):
    """Stripes that move, another each colour and clip: [clips, time, 3, side, side] in [0, 1]."""
    clip, t, c, y, x = torch.meshgrid(
        *(torch.arange(n) for n in (clips, time, 3, side, side)), indexing="ij"
    )
    return ((7 * x + 13 * y + 29 * t + 50 * c + 71 * clip) % 256).float() / 255


def actions(clips, time, k):
    clip, t, j = torch.meshgrid(*(torch.arange(n) for n in (clips, time, k)), indexing="ij")
    return torch.sin(t + 0.7 * j + 2.0 * clip)


def randomise(model):
    torch.manual_seed(0)
    with torch.no_grad():
        for name, value in model.state_dict().items():
            if name.endswith("tracked"):
                value.fill_(7)
            elif name.endswith("running_var"):
                value.copy_(0.5 + torch.rand_like(value))
            elif name.endswith("weight") and value.ndim == 1:
                value.copy_(1 + 0.2 * torch.randn_like(value))
            elif name.endswith("weight"):
                value.copy_(torch.randn_like(value) / value[0].numel() ** 0.5)
            else:
                value.copy_(0.3 * torch.randn_like(value))


def main(folder):
    s = SMALL
    model = LeWM(s).eval()
    randomise(model)
    torch.save(model.state_dict(), os.path.join(folder, "lewm.pt"))
    directions = F.normalize(torch.randn(s.latent, DIRECTIONS), dim=0)
    with torch.no_grad():
        told = actions(1, GIVEN + STEPS, s.actions)
        latents = model.encode(frames(1, FRAMES, s.image))
        imagined = model.rollout(latents[:, :GIVEN], told, STEPS)
        model.train()
        seen = model.encode(frames(CLIPS, 1 + s.history + 1, s.image)[:, 1:])
        told = actions(CLIPS, 1 + s.history + 1, s.actions)[:, 1 : 1 + s.history]
        next_error = F.mse_loss(model.predict(seen[:, : s.history], told), seen[:, 1:])
        made = {
            "latents": latents[0].tolist(),
            "imagined": imagined[0].tolist(),
            "directions": directions.tolist(),
            "next": next_error.item(),
            "sigreg": sigreg(seen, directions).item(),
        }
    write(folder, "lewm_in_pytorch.json", made)
    published = LeWM(PUBLISHED).state_dict()
    write(folder, "lewm_layout.json", {name: list(t.shape) for name, t in published.items()})


def write(folder, name, value):
    with open(os.path.join(folder, name), "w") as file:
        json.dump(value, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
