"""Goes on from what was trained before: a saved state, or a model written as ONNX.

A written model has its batch normalisations folded into its convolutions. To train on, each is
unfolded again: what its convolution gives on a few batches is measured, and the normalisation set
so that it changes nothing of that, now and in the first steps of training.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

import torch
from torch import Tensor, nn

from training.network import Recogniser

# Batches that tell how a convolution's outputs are spread.
_MEASURED = 24


def go_on(network: Recogniser, begin: Path, batches: Iterator[Tensor]) -> None:
    """Give a fresh network the weights of ``begin``.

    Args:
        network: as made; changed.
        begin: a state (``.pt``) of :mod:`training.train`, or a model (``.onnx``) it wrote.
        batches: batches of ink, as trained with; some are used.

    Raises:
        ValueError: the model is of another network.
    """
    if begin.suffix == ".pt":
        network.load_state_dict(torch.load(begin, weights_only=True))
        return
    pairs = _pairs(network)
    biases = _load(network, begin, [conv for conv, _ in pairs])
    inks = list(islice(batches, _MEASURED))
    for (conv, norm), bias in zip(pairs, biases, strict=True):
        # In order: what a layer gives hangs on all before it, which are right by now.
        mean, spread = _measured(network, conv, inks)
        norm.running_mean, norm.running_var = mean, spread**2
        norm.weight.data = torch.sqrt(spread**2 + norm.eps)
        norm.bias.data = bias + mean


def _pairs(network: Recogniser) -> list[tuple[nn.Conv2d, nn.BatchNorm2d]]:
    """Each convolution with the normalisation after it, in order."""
    found = [m for m in network.modules() if isinstance(m, nn.Conv2d | nn.BatchNorm2d)]
    return [
        (conv, norm)
        for conv, norm in pairwise(found)
        if isinstance(conv, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d)
    ]


def _load(network: Recogniser, model: Path, convs: list[nn.Conv2d]) -> list[Tensor]:
    """Set the weights of all convolutions; the biases of those that are normalised after."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(model)).graph
    made = {one.name: torch.tensor(numpy_helper.to_array(one)) for one in graph.initializer}
    nodes = [node for node in graph.node if node.op_type == "Conv"]
    if len(nodes) != len(convs) + 1:
        raise ValueError(f"{model} is a model of another network: {len(nodes)} convolutions")
    weights = [(made[node.input[1]], made[node.input[2]]) for node in nodes]
    for conv, (weight, _) in zip([*convs, network.say], weights, strict=True):
        if conv.weight.shape != weight.shape:
            raise ValueError(f"{model} is a model of another network: {tuple(weight.shape)}")
        conv.weight.data = weight
    if network.say.bias is not None:
        network.say.bias.data = weights[-1][1]
    return [bias for _, bias in weights[:-1]]


def _measured(network: Recogniser, conv: nn.Conv2d, inks: list[Tensor]) -> tuple[Tensor, Tensor]:
    """Mean and spread of what a convolution gives, per channel."""
    sums: list[tuple[float, Tensor, Tensor]] = []

    def note(_module: nn.Module, _given: object, out: Tensor) -> None:
        count = out.numel() / out.shape[1]
        sums.append((count, out.sum(dim=(0, 2, 3)), (out**2).sum(dim=(0, 2, 3))))

    hook = conv.register_forward_hook(note)
    network.eval()
    with torch.no_grad():
        for ink in inks:
            network(ink)
    hook.remove()
    network.train()
    count = sum(one for one, _, _ in sums)
    mean = torch.stack([one for _, one, _ in sums]).sum(0) / count
    square = torch.stack([one for _, _, one in sums]).sum(0) / count
    return mean, torch.sqrt(torch.clamp(square - mean**2, min=1e-8))
