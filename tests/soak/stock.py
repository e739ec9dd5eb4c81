"""What exhibitors might bring to a fair: 500 items of every kind in ten folders, and one in twenty broken."""

import os
import random
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "bench"))

import photos  # noqa: E402

EXHIBITORS, ITEMS, BROKEN = 10, 500, 25
LISTED = ["text", "figure", "list", "question", "argument", "page", "workshop"]
FORMATS = {"png": {}, "webp": {"quality": 85}, "tif": {"compression": "tiff_lzw"}, "bmp": {}, "gif": {}}


def names(folder):
    return sorted(file.stem for file in (ROOT / "media" / folder).glob("*.toml"))


def written(kind, number, texts):
    """An item without a picture of its own, as its lines in playlist.toml."""
    words = f'{{sv = "Rad nummer {number}", en = "Line number {number}"}}'
    if kind == "text":
        return f'text = {words}\nground = "{random.choice(["falu", "spruce", "siljan", "birch"])}"'
    if kind == "figure":
        return f'text = "{number}"\ntemplate = "figure"\nunit = {words}\nsource = "Provet"\nyear = "2026"'
    if kind == "list":
        return f"text = {words}\ntemplate = \"list\"\npoints = [{words}, {words}, {words}]"
    if kind == "question":
        return f'text = {words}\ntemplate = "question"\nanswer = {words}'
    return f'{kind} = "{texts[kind][number % len(texts[kind])]}"'


def spoil(file, number):
    """Puts something in the file's place that can't be shown; its name stays."""
    whole = file.read_bytes()
    file.unlink()
    file.write_bytes([whole[:len(whole) // 20], b"no picture", b"", bytes(4000), whole[:3] + bytes(500)][number % 5])


class Stock:
    """Lays the folders into `playlists`. `broken` names the files that can't be shown."""

    def __init__(self, playlists, seed=1):
        random.seed(seed)
        self.playlists = playlists
        self.large = sorted(photos.folder("24mp").iterdir())
        self.small = sorted(photos.folder("1080p").iterdir())
        self.texts = {"argument": names("arguments"), "page": names("pages"), "workshop": names("workshops")}
        self.broken, self.documents = [], 0
        share = ITEMS // EXHIBITORS
        for exhibitor in range(EXHIBITORS):
            self.fill(playlists / f"stand-{exhibitor}", range(exhibitor * share, (exhibitor + 1) * share))

    def picture(self, folder, number):
        """A photo in one of many formats, under a name that no other has. Most are a camera's JPEGs."""
        ending = random.choice(["jpg"] * 8 + list(FORMATS))
        file = folder / f"bild-{number:03}.{ending}"
        if ending == "jpg":
            os.link(random.choice(self.large + self.small), file)
        else:
            Image.open(random.choice(self.small)).save(file, **FORMATS[ending])
        return file

    def fill(self, folder, numbers):
        folder.mkdir(parents=True)
        items = []
        for number in numbers:
            kind = random.choice(["picture"] * 10 + ["document"] + LISTED)
            if number % (ITEMS // BROKEN) == 7:
                file = self.picture(folder, number)
                spoil(file, len(self.broken))
                self.broken.append(file.name)
                items.append(f'image = "{file.name}"')
            elif kind == "picture":
                motion = random.choice(["", "", '\nmotion = "kenburns"'])
                items.append(f'image = "{self.picture(folder, number).name}"{motion}')
            elif kind == "document":
                file = folder / f"blad-{number:03}.pdf"
                pages = [Image.open(random.choice(self.small)) for _ in range(2)]
                pages[0].save(file, save_all=True, append_images=pages[1:])
                items.append(f'pdf = "{file.name}"')
                self.documents += 1
            else:
                items.append(written(kind, number, self.texts))
        text = f'title = "{folder.name}"\nexhibitor = "{folder.name}"\nduration = 50\norder = "shuffled"\n'
        (folder / "playlist.toml").write_text(text + "".join(f"\n[[item]]\n{item}\n" for item in items))
