"""The line recogniser: windows of ink to characters with places and confidence.

The model is ``model.onnx`` beside this file, trained by ``training/`` of the repository; its
alphabet travels in its metadata.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

_MODEL = Path(__file__).with_name("model.onnx")
# Columns of ink in one call: more at once is no faster and takes memory.
_COLUMNS = 16_384


@dataclass(frozen=True, slots=True)
class Said:
    """A character the recogniser saw: from where to where in the window (columns), how surely.

    ``second`` is the next likely character at that place, ``second_share`` its probability;
    ``nothing`` is the probability that there is none.
    """

    text: str
    start: float
    end: float
    share: float
    second: str
    second_share: float
    nothing: float = 0.0


class Recogniser:
    """Reads windows; one processor core, so that several workers do not fight for it."""

    def __init__(self, model: Path = _MODEL) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
        facts = self._session.get_modelmeta().custom_metadata_map
        self._alphabet, self._stride = facts["alphabet"], int(facts["stride"])

    def read(self, windows: list[npt.NDArray[np.float32]]) -> list[tuple[Said, ...]]:
        """The characters of each window, left to right."""
        said: list[tuple[Said, ...]] = [()] * len(windows)
        order = sorted(range(len(windows)), key=lambda i: windows[i].shape[1])
        while order:
            batch = [order.pop(0)]
            while order and (len(batch) + 1) * windows[order[0]].shape[1] <= _COLUMNS:
                batch.append(order.pop(0))
            width = -(-max(windows[i].shape[1] for i in batch) // 16) * 16
            ink = np.zeros((len(batch), 1, windows[batch[0]].shape[0], width), np.float32)
            for row, i in enumerate(batch):
                ink[row, 0, :, : windows[i].shape[1]] = windows[i]
            (shares,) = self._session.run(None, {"ink": ink})
            for row, i in enumerate(batch):
                outputs = -(-windows[i].shape[1] // self._stride)
                said[i] = self._said(np.exp(shares[row, :outputs]))
        return said

    def _said(self, shares: npt.NDArray[np.float32]) -> tuple[Said, ...]:
        """CTC's best path: equal outputs in a row are one character, blanks part characters."""
        best = shares.argmax(axis=1)
        edges = np.flatnonzero(np.diff(best)) + 1
        runs = zip([0, *edges.tolist()], [*edges.tolist(), len(best)], strict=True)
        found: list[Said] = []
        for start, end in runs:
            number = int(best[start])
            if number == 0:
                continue
            peak = start + int(shares[start:end, number].argmax())
            others = shares[peak].copy()
            others[number] = 0.0
            others[0] = 0.0
            second = int(others.argmax())
            found.append(
                Said(
                    self._alphabet[number - 1], start * self._stride, end * self._stride,
                    float(shares[peak, number]),
                    self._alphabet[second - 1] if second else "", float(others[second]),
                    float(shares[peak, 0]),
                )
            )  # fmt: skip
        return tuple(found)


@cache
def recogniser() -> Recogniser:
    """The one recogniser of this process."""
    return Recogniser()
