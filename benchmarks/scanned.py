"""Makes a scan of a PDF: pages drawn, printed unevenly, laid askew, photographed with noise, JPEG.

Only pictures of the pages are left; everything the file said of itself is gone.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image

Gray = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Scanner:
    """What a scanner does to a page.

    Attributes:
        resolution: dots per inch.
        skew: degrees the page lies askew at most.
        noise: standard deviation of the gray values.
        blur: standard deviation, in dots of a 200 dpi scan.
        quality: of the JPEG.
        black: black and white only, as fax machines and many copiers scan.
    """

    resolution: int = 200
    skew: float = 0.5
    noise: float = 6.0
    blur: float = 0.6
    quality: int = 70
    black: bool = False


def scanned(pdf: Path, scanner: Scanner, seed: int = 1) -> bytes:
    """The bytes of a PDF with the pages of ``pdf`` as pictures."""
    random = np.random.default_rng(seed)
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            bitmap = page.render(scale=scanner.resolution / 72, grayscale=True)
            gray = np.array(bitmap.to_numpy(), np.uint8)
            pages.append(Image.fromarray(_scan(gray.reshape(gray.shape[:2]), scanner, random)))
    made = io.BytesIO()
    pages[0].save(
        made, "PDF", save_all=True, append_images=pages[1:], resolution=scanner.resolution,
        quality=scanner.quality,
    )  # fmt: skip
    return made.getvalue()


def _scan(gray: Gray, scanner: Scanner, random: np.random.Generator) -> Gray:
    height, width = gray.shape
    angle = float(random.uniform(-scanner.skew, scanner.skew))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    straight = cv2.warpAffine(gray, turn, (width, height), borderValue=(255,))
    shown = np.asarray(straight, np.float32)
    if scanner.blur:
        blurred = cv2.GaussianBlur(shown, (0, 0), scanner.blur * scanner.resolution / 200)
        shown = np.asarray(blurred, np.float32)
    light = np.linspace(random.uniform(0.92, 1.0), random.uniform(0.92, 1.0), width)
    shown = 12 + shown * (236 / 255) * light[None, :].astype(np.float32)
    shown += random.normal(0, scanner.noise, shown.shape).astype(np.float32)
    if scanner.black:
        return np.where(shown < 150, 0, 255).astype(np.uint8)
    return np.clip(shown, 0, 255).astype(np.uint8)
