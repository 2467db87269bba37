"""The window of one line that the recogniser sees; reader and training cut it alike."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

# Rows of the window; where the baseline stands in it; height of the letter body (ก), in rows.
HEIGHT, BASELINE, BODY = 40, 27, 14
# Blur (standard deviation, dots) before a line is made smaller by 1: less than that loses strokes.
BLUR = 0.35


def ink_of(gray: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """Gray values (0 black, 255 white) as ink: 0 paper, 1 the darkest strokes of the window."""
    paper = float(np.percentile(gray, 75))
    dark = min(float(np.percentile(gray, 1)), paper - 60.0)
    ink: npt.NDArray[np.float32] = np.clip(
        (paper - gray.astype(np.float32)) / (paper - dark), 0.0, 1.2
    )
    return ink
