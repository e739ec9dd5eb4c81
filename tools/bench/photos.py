"""Pictures like those of a camera: soft shapes in several sizes with grain, so that they compress as photos do.

They are made once, the same every time, and kept in build/bench. Folders of many hold the same few under many names.
"""

import itertools
import os
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageOps

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "bench"
SIZES = {"1080p": (1920, 1080), "24mp": (6000, 4000)}
DIFFERENT = 20


def noise(chance, width, height):
    """A picture of random colours."""
    return Image.frombytes("RGB", (width, height), chance.randbytes(3 * width * height))


def photo(number, size):
    chance = random.Random(number)
    picture = noise(chance, 3, 2).resize(size, Image.Resampling.BICUBIC)
    for step in (12, 60, 300):
        layer = noise(chance, step, step * 2 // 3).resize(size, Image.Resampling.BICUBIC)
        picture = Image.blend(picture, layer, 0.3)
    tile = noise(chance, 512, 512).filter(ImageFilter.GaussianBlur(0.7))
    grain = Image.new("RGB", size)
    for x, y in itertools.product(range(0, size[0], 512), range(0, size[1], 512)):
        grain.paste(tile, (x, y))
    return ImageOps.autocontrast(ImageChops.overlay(picture, Image.blend(Image.new("RGB", size, "grey"), grain, 0.2)))


def folder(kind, count=DIFFERENT):
    """A folder of so many photos of a kind of SIZES; more than 20 are the same under other names."""
    made = KEPT / f"{kind}-{DIFFERENT}"
    made.mkdir(parents=True, exist_ok=True)
    for number in range(DIFFERENT):
        file = made / f"{number:05}.jpg"
        if not file.exists():
            draft = file.with_suffix(".part")
            photo(number, SIZES[kind]).save(draft, "JPEG", quality=90)
            draft.rename(file)
    if count == DIFFERENT:
        return made
    many = KEPT / f"{kind}-{count}"
    many.mkdir(exist_ok=True)
    for number in range(count):
        file = many / f"{number:05}.jpg"
        if not file.exists():
            os.link(made / f"{number % DIFFERENT:05}.jpg", file)
    return many
