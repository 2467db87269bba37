"""Trains the recogniser and writes it as ONNX: ``python -m training.train FONTS OUT --minutes N``.

Lines are drawn while it trains, none twice. Every few minutes the state is saved, so that training
can be cut and continued (``--begin``); a model can be taught further from its ONNX file.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from training.alphabet import ALPHABET
from training.begin import go_on
from training.fonts import faces, fetch
from training.lines import Lines, Sample
from training.network import STRIDE, Recogniser

_POOL, _COLUMNS, _WIDEST = 512, 8192, 1400
_NUMBER = {c: i + 1 for i, c in enumerate(ALPHABET)}
Batch = tuple[Tensor, Tensor, Tensor, Tensor]


class Batches(IterableDataset[Batch]):
    """Batches of lines of like width, each about ``_COLUMNS`` columns of ink in all."""

    def __init__(self, folder: Path, use: str, seed: int) -> None:
        self._folder, self._use, self._seed = folder, use, seed

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        seed = self._seed + (worker.id if worker else 0)
        lines = Lines(faces(self._folder, self._use), seed)
        random = np.random.default_rng(seed)
        while True:
            pool = [s for s in (lines.sample() for _ in range(_POOL)) if _fits(s)]
            pool.sort(key=lambda s: s.ink.shape[1])
            batches: list[list[Sample]] = [[]]
            for sample in pool:
                if (len(batches[-1]) + 1) * sample.ink.shape[1] > _COLUMNS and batches[-1]:
                    batches.append([])
                batches[-1].append(sample)
            for i in random.permutation(len(batches)):
                yield collated(batches[i])


def _fits(sample: Sample) -> bool:
    repeated = sum(a == b for a, b in zip(sample.text, sample.text[1:], strict=False))
    room = sample.ink.shape[1] // STRIDE - 2
    return sample.ink.shape[1] <= _WIDEST and len(sample.text) + repeated < room


def collated(samples: list[Sample]) -> Batch:
    """Windows padded with paper, their widths in outputs, the texts as numbers, their lengths."""
    width = -(-max(s.ink.shape[1] for s in samples) // 16) * 16
    ink = torch.zeros(len(samples), 1, samples[0].ink.shape[0], width)
    for i, s in enumerate(samples):
        ink[i, 0, :, : s.ink.shape[1]] = torch.from_numpy(s.ink)
    said = torch.tensor([_NUMBER[c] for s in samples for c in s.text])
    widths = torch.tensor([-(-s.ink.shape[1] // STRIDE) for s in samples])
    return ink, widths, said, torch.tensor([len(s.text) for s in samples])


def train(
    fonts: Path, out: Path, minutes: float, begin: Path | None, workers: int, highest: float
) -> None:
    """Train for ``minutes``; the learning rate rises to ``highest``, then falls to nothing.

    ``begin``: a state (``.pt``) or a written model (``.onnx``) to go on from.
    """
    data = Batches(fonts, "train", seed=int(time.time()) % 100_000)
    network, started = Recogniser(len(ALPHABET) + 1), time.time()
    if begin is not None:
        go_on(network, begin, (ink for ink, *_ in data))
    network = network.to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=1e-4)
    state = out.with_suffix(".pt")
    loss_of = nn.CTCLoss(zero_infinity=True)
    mean, seen, step = 0.0, 0, 0
    for ink, widths, said, lengths in DataLoader(data, batch_size=None, num_workers=workers):
        share = (time.time() - started) / (60 * minutes)
        if share >= 1:
            break
        rate = highest * min((step + 1) / 300, 1) * (0.5 + 0.5 * np.cos(np.pi * share)) + 1e-5
        for group in optimiser.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", dtype=torch.bfloat16):
            shown = network(ink.to(memory_format=torch.channels_last))
        loss = loss_of(shown.float().permute(1, 0, 2), said, widths, lengths)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        step, seen = step + 1, seen + len(widths)
        mean = loss.item() if step == 1 else 0.98 * mean + 0.02 * loss.item()
        if step % 200 == 0:
            print(f"{time.time() - started:6.0f} s  {seen:8d} lines  loss {mean:.4f}", flush=True)
        if step % 1000 == 0:
            torch.save(network.state_dict(), state)
    torch.save(network.state_dict(), state)
    export(network, out)


def export(network: Recogniser, out: Path) -> None:
    """Write ONNX with the alphabet in its metadata, so that reader and model cannot differ."""
    import onnx

    network.eval()
    torch.onnx.export(
        network.to(memory_format=torch.contiguous_format), (torch.zeros(1, 1, 40, 256),), str(out),
        input_names=["ink"], output_names=["said"],
        dynamic_axes={"ink": {0: "lines", 3: "columns"}, "said": {0: "lines", 1: "outputs"}},
        opset_version=17, dynamo=False,
    )  # fmt: skip
    model = onnx.load(str(out))
    onnx.helper.set_model_props(model, {"alphabet": ALPHABET, "stride": str(STRIDE)})
    onnx.save(model, str(out))


def main() -> None:
    """Parse the command line, fetch what fonts are missing, train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fonts", type=Path, help="folder of the fonts; missing ones are fetched")
    parser.add_argument("out", type=Path, help="the model to write, as model.onnx")
    parser.add_argument("--minutes", type=float, default=120.0)
    parser.add_argument("--begin", type=Path, help="state (.pt) or model (.onnx) to go on from")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2.5e-3, help="the highest learning rate")
    given = parser.parse_args()
    fetch(given.fonts)
    train(given.fonts, given.out, given.minutes, given.begin, given.workers, given.rate)


if __name__ == "__main__":
    main()
