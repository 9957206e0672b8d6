"""Writes the PyTorch files that StateDictTest reads, and what they hold (state_dicts.json).

Run with Debian's python3-torch (1.13) in this folder: /usr/bin/python3 make_state_dicts.py
"""

import collections
import json
import os

import torch

torch.manual_seed(0)


def describe(tensors):
    return {
        name: {"shape": list(t.shape), "values": t.detach().double().flatten().tolist()}
        for name, t in tensors.items()
    }


def every_type():
    base = torch.randn(3, 4)
    tensors = collections.OrderedDict()
    tensors["float"] = base
    tensors["double"] = torch.randn(2, 2, dtype=torch.float64)
    tensors["half"] = torch.tensor([1.5, -0.1, 65504.0, 6e-8, 0.0, -2.0]).half()
    tensors["bfloat"] = torch.tensor([1.5, -0.1, 3e38, 1e-39]).bfloat16()
    tensors["long"] = torch.tensor([1, -2, 2**40])
    tensors["scalar"] = torch.tensor(2.5)
    tensors["transposed"] = base.t()
    tensors["part"] = base[1:, ::2]
    tensors["parameter"] = torch.nn.Parameter(torch.randn(2, 1, 2))
    return tensors


def module():
    """A module's own state dict carries _metadata and an int64 counter."""
    net = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    return net.state_dict()


def lewm():
    """LeWM's published layout at toy lengths: the names of its modules, in their order."""
    d, hidden, wide, actions, inner = 4, 6, 8, 3, 6
    shapes = collections.OrderedDict()

    def linear(name, out, into):
        shapes[name + ".weight"] = (out, into)
        shapes[name + ".bias"] = (out,)

    def norm(name, n):
        shapes[name + ".weight"] = (n,)
        shapes[name + ".bias"] = (n,)

    shapes["encoder.embeddings.cls_token"] = (1, 1, d)
    shapes["encoder.embeddings.position_embeddings"] = (1, 5, d)
    shapes["encoder.embeddings.patch_embeddings.projection.weight"] = (d, 3, 2, 2)
    shapes["encoder.embeddings.patch_embeddings.projection.bias"] = (d,)
    for i in range(2):
        layer = "encoder.encoder.layer.%d." % i
        for part in ("query", "key", "value"):
            linear(layer + "attention.attention." + part, d, d)
        linear(layer + "attention.output.dense", d, d)
        linear(layer + "intermediate.dense", wide, d)
        linear(layer + "output.dense", d, wide)
        norm(layer + "layernorm_before", d)
        norm(layer + "layernorm_after", d)
    norm("encoder.layernorm", d)
    shapes["predictor.pos_embedding"] = (1, 3, d)
    norm("predictor.transformer.norm", d)
    for i in range(2):
        layer = "predictor.transformer.layers.%d." % i
        norm(layer + "attn.norm", d)
        shapes[layer + "attn.to_qkv.weight"] = (3 * inner, d)
        linear(layer + "attn.to_out.0", d, inner)
        norm(layer + "mlp.net.0", d)
        linear(layer + "mlp.net.1", wide, d)
        linear(layer + "mlp.net.4", d, wide)
        linear(layer + "adaLN_modulation.1", 6 * d, d)
    shapes["action_encoder.patch_embed.weight"] = (actions, 2, 1)
    shapes["action_encoder.patch_embed.bias"] = (actions,)
    linear("action_encoder.embed.0", wide, actions)
    linear("action_encoder.embed.2", d, wide)
    for head in ("projector", "pred_proj"):
        linear(head + ".net.0", hidden, d)
        norm(head + ".net.1", hidden)
        shapes[head + ".net.1.running_mean"] = (hidden,)
        shapes[head + ".net.1.running_var"] = (hidden,)
        shapes[head + ".net.1.num_batches_tracked"] = ()
        linear(head + ".net.3", d, hidden)
    return collections.OrderedDict(
        (name, torch.tensor(7) if name.endswith("tracked") else torch.randn(shape))
        for name, shape in shapes.items()
    )


class Runs:
    """What an attacker would send: unpickling it would run a command."""

    def __reduce__(self):
        return os.system, ("touch pwned",)


here = os.path.dirname(os.path.abspath(__file__))


def save(value, name):
    torch.save(value, os.path.join(here, name))


expected = {}
for name, tensors in {"every_type": every_type(), "module": module(), "lewm": lewm()}.items():
    save(tensors, name + ".pt")
    expected[name] = describe(tensors)
save({"model": module(), "epoch": 3, "lr": 1e-3, "optimizer": {"step": 9}}, "nested.pt")
save(collections.OrderedDict(a=torch.zeros(1), b=Runs()), "runs.pt")
save(torch.nn.Linear(2, 2), "whole_module.pt")
save(collections.OrderedDict(a=torch.zeros(2, dtype=torch.int32)), "int32.pt")
torch.save(module(), os.path.join(here, "legacy.pt"), _use_new_zipfile_serialization=False)
with open(os.path.join(here, "state_dicts.json"), "w") as file:
    json.dump(expected, file, indent=1)
    file.write("\n")
