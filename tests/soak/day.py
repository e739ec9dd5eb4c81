#!/usr/bin/env python3
"""A day at a fair with 500 items, one in twenty broken: day.py [--hours 10] [--speed 60]

The kiosk as it ships, on a real screen of 1920x1080, its clocks running `speed` times as fast. It must never show
an empty glass or a picture's place without its picture, keep its memory within 5 %, and name each broken file once.
At that speed a crossfade is over within a frame, so two minutes more at a tenth of it follow, in which no 100 ms may
lie between two frames of a fade. Prints what it found; exits 1 if anything is wrong.
"""

import argparse
import csv
import statistics
import sys
import tempfile
import time
from pathlib import Path

from stock import ITEMS, ROOT, Stock

sys.path.insert(0, str(ROOT / "tests" / "stage"))

from kiosk import Kiosk  # noqa: E402
from measures import memory_mb  # noqa: E402
from touchscreen import Touchscreen  # noqa: E402

WIDTH, HEIGHT = 1920, 1080
WARM_UP = 0.2  # Of the day: until then every size of picture has been met.


MEANWHILE = bytes((0xC8, 0xDB, 0xE6))  # Blue, green, red of a picture's place before the picture is there.
READING = 30  # Seconds in which the documents are counted and the files read once more.


def is_empty(screen):
    """True if there is nothing where pictures are: the upper right of the glass in black, or in the colour of a place
    without its picture."""
    rows = [screen.glass.pixels(1000, y, 850, 1) for y in range(120, 561, 40)]
    return any(all(row[at:at + 3] == colour for row in rows for at in range(0, len(row), 4))
               for colour in (MEANWHILE, bytes(3)))


class Day:
    def __init__(self, screen, kiosk):
        self.screen, self.kiosk = screen, kiosk
        self.looks, self.empty = 0, 0
        self.memory, self.items = [], set()

    def watch(self, seconds):
        began = told = time.monotonic()
        while (now := time.monotonic()) < began + seconds:
            self.looks += 1
            self.empty += is_empty(self.screen)
            if now >= told:
                told = now + 1
                self.items.add(self.kiosk.status().get("item"))
                self.memory.append(((now - began) / seconds, memory_mb(self.kiosk.process.pid)))
            time.sleep(0.03)
        return self.kiosk.status()

    def memory_of(self, begin, end):
        return statistics.median(mb for at, mb in self.memory if begin <= at < end)


def faults_of(day, gap, log, broken):
    if gap > 100:
        yield f"{gap} ms between two frames"
    if day.empty:
        yield f"{day.empty} of {day.looks} looks at the glass saw nothing"
    early, late = day.memory_of(WARM_UP, 0.5), day.memory_of(0.75, 1.01)
    if late > 1.05 * early:
        yield f"memory grew from {early:.0f} to {late:.0f} MB"
    for name in broken:
        lines = sum(name in line for line in log.splitlines())
        if lines != 1:
            yield f"{name} is named {lines} times"


def widest_gap(screen, playlists, speed):
    """Between two frames of a change, in milliseconds, over two minutes of fades that last several frames."""
    with Kiosk(screen, "soak-fades", ["--speed", speed], playlists=playlists) as kiosk:
        kiosk.wait_screen("attract", seconds=60)
        time.sleep(120)
        return kiosk.status()["frame_gap_ms_worst"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hours", type=float, default=10)
    parser.add_argument("--speed", type=float, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder:
        stock = Stock(Path(folder) / "playlists")
        with Touchscreen(WIDTH, HEIGHT) as screen, \
                Kiosk(screen, "soak", ["--speed", asked.speed, "--now", "2026-11-24T09:00:00+01:00"],
                      playlists=stock.playlists) as kiosk:
            kiosk.wait_screen("attract", seconds=60)
            time.sleep(READING)
            told = len(kiosk.log())
            day = Day(screen, kiosk)
            status = day.watch(asked.hours * 3600 / asked.speed)
            log = kiosk.log()[told:]
            kiosk.stop()
            gap = max(status["frame_gap_ms_worst"], widest_gap(screen, stock.playlists, asked.speed / 10))
            faults = list(faults_of(day, gap, log, stock.broken))
            plays = sum(1 for file in (kiosk.data / "plays").glob("*.csv")
                        for _ in csv.DictReader(file.open(encoding="utf-8-sig")))
            if faults:
                kiosk.keep_evidence()
    print(f"{asked.hours:g} hours, {ITEMS} items ({len(stock.broken)} broken), {plays} plays, {len(day.items)} items seen "
          f"once a second, {status['frames']} frames, {status['missed_frames']} missed, widest gap "
          f"{gap} ms, {day.looks} looks at the glass, memory "
          f"{day.memory_of(WARM_UP, 0.5):.0f} then {day.memory_of(0.75, 1.01):.0f} MB: {len(faults)} faults",
          *faults, sep="\n  ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
