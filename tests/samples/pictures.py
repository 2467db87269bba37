"""Small drawn pictures that stand in for the photographs and the chart of real reports."""

from __future__ import annotations

import io
import math
import random
from functools import cache

from PIL import Image, ImageDraw

_SIZE = (240, 160)


@cache
def png(name: str) -> bytes:
    """A picture by name: ``radar:90,80,…`` is a chart, any other name a scene of its own."""
    kind, _, values = name.partition(":")
    picture = _radar([float(v) for v in values.split(",")]) if kind == "radar" else _scene(name)
    file = io.BytesIO()
    picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=32).save(file, "PNG", optimize=True)
    return file.getvalue()


def _scene(name: str) -> Image.Image:
    """A meeting: a wall with a banner, a table and a row of people."""
    chance = random.Random(name)
    width, height = _SIZE
    picture = Image.new("RGB", _SIZE, (214, 220, 228))
    draw = ImageDraw.Draw(picture)
    banner = (chance.randint(20, 90), chance.randint(60, 120), chance.randint(110, 190))
    draw.rectangle((30, 12, width - 30, 46), fill=banner)
    draw.rectangle((0, 120, width, height), fill=(150, 122, 96))
    for left in range(10, width - 20, 32):
        top = 62 + chance.randint(0, 10)
        shirt = tuple(chance.randint(60, 230) for _ in range(3))
        draw.ellipse((left + 4, top, left + 20, top + 18), fill=(226, 182, 150))
        draw.rectangle((left, top + 18, left + 24, 122), fill=shirt)
    return picture


def _radar(values: list[float]) -> Image.Image:
    """A web of ten axes with the scores as a polygon."""
    side, middle, reach = 420, 210, 190
    picture = Image.new("RGB", (side, side), "white")
    draw = ImageDraw.Draw(picture)
    turns = [2 * math.pi * n / len(values) - math.pi / 2 for n in range(len(values))]

    def ring(lengths: list[float]) -> list[tuple[float, float]]:
        spokes = [(reach * x, turn) for x, turn in zip(lengths, turns, strict=True)]
        return [(middle + r * math.cos(t), middle + r * math.sin(t)) for r, t in spokes]

    for level in (0.25, 0.5, 0.75, 1.0):
        draw.polygon(ring([level] * len(values)), outline=(190, 190, 190))
    draw.polygon(ring([v / 100 for v in values]), outline=(192, 80, 40), width=3)
    return picture
