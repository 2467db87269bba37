"""The network: a stack of small convolutions over the window, CTC outputs every second column.

No recurrence: what it says of a character hangs on about four characters around it, so a number is
read digit by digit and never made likely by the sentence it stands in.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from extract.scan.window import HEIGHT

# Columns of the window per output.
STRIDE = 2


class _Block(nn.Module):
    """Convolution, normalisation and activation, with a shortcut where the shapes agree."""

    def __init__(self, given: int, made: int, kernel: tuple[int, int], dilation: int = 1) -> None:
        super().__init__()
        pad = (kernel[0] // 2, dilation * (kernel[1] // 2))
        self.conv = nn.Conv2d(given, made, kernel, padding=pad, dilation=(1, dilation), bias=False)
        self.norm = nn.BatchNorm2d(made)
        self.short = given == made

    def forward(self, x: Tensor) -> Tensor:
        y = torch.relu(self.norm(self.conv(x)))
        return x + y if self.short else y


class Recogniser(nn.Module):
    """Windows (batch, 1, ``HEIGHT``, columns) to log probabilities (batch, columns/2, classes)."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.look = nn.Sequential(
            nn.Conv2d(1, 24, 5, 2, padding=2, bias=False), nn.BatchNorm2d(24), nn.ReLU(),
            _Block(24, 40, (3, 3)), nn.MaxPool2d((2, 1)),
            _Block(40, 64, (3, 3)), _Block(64, 64, (3, 3)), nn.MaxPool2d((2, 1)),
            _Block(64, 96, (3, 3)), _Block(96, 96, (3, 3)),
        )  # fmt: skip
        self.fold = nn.Sequential(
            nn.Conv2d(96, 192, (HEIGHT // 8, 1), bias=False), nn.BatchNorm2d(192), nn.ReLU()
        )
        self.read = nn.Sequential(
            _Block(192, 192, (1, 5)), _Block(192, 192, (1, 5), 2), _Block(192, 192, (1, 5), 3),
            nn.Dropout(0.1),
        )  # fmt: skip
        self.say = nn.Conv2d(192, classes, 1)

    def forward(self, windows: Tensor) -> Tensor:
        said = self.say(self.read(self.fold(self.look(windows)))).squeeze(2)
        return said.permute(0, 2, 1).log_softmax(2)
