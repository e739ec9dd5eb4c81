#!/usr/bin/env python3
"""The kiosk beside feh, imv, mpv and Chromium, in one run: tools/bench/run [--runs N] [--write-readme]

Same generated photos, same 1920x1080 screen without a GPU, one program after the other in each round; medians.
Prints the table; exits 1 if a limit is missed. Absolute figures are this machine's: the ratios are what to hold.
"""

import argparse
import os
import re
import statistics
import sys
from pathlib import Path

import photos
from programs import ALL, Chromium, Feh, Ours, ROOT
from measures import fade_work, gaps_ms, minute, start_ms, still_percent

BEGIN, END = "<!-- made by tools/bench/run -->", "<!-- end of what tools/bench/run made -->"


class Row:
    def __init__(self, name, unit, values):
        """`values` holds for each program what its runs measured."""
        self.name, self.unit = name, unit
        self.medians = {program: statistics.median(runs) for program, runs in values.items() if runs}

    def of(self, peer):
        """Ours as a multiple of the peer's."""
        return self.medians[Ours] / self.medians[peer]


def rounds(runs, programs, measure):
    """{program: [a value of each round]}: all take their turn in each round, so that what drifts meets all."""
    values = {program: [] for program in programs}
    for number in range(runs):
        for program in programs:
            print(f"\r{number + 1}/{runs} {program.name:12}", end="", file=sys.stderr, flush=True)
            values[program].append(measure(program))
    return values


def measure_starts(runs):
    for name, folder, programs in [
            ("start, 20 photos 1080p", photos.folder("1080p"), ALL),
            ("start, 20 photos 24 MP", photos.folder("24mp"), ALL),
            ("start, 1,000 photos 1080p", photos.folder("1080p", 1000), ALL),
            ("start, 10,000 photos 1080p", photos.folder("1080p", 10000), [Ours, Feh])]:
        yield Row(name, "ms", rounds(runs, programs, lambda program: start_ms(program, folder)))


def measure_minutes(runs):
    both = rounds(runs, ALL, lambda program: minute(program, photos.folder("24mp")))
    for at, (name, unit) in enumerate([("peak memory, 24 MP every 5 s", "MB"), ("processor, 60 s of that", "s")]):
        yield Row(name, unit, {program: [pair[at] for pair in pairs] for program, pairs in both.items()})
    yield Row("processor, still slide", "% of a core",
              rounds(runs, ALL, lambda program: still_percent(program, photos.folder("1080p"))))


def measure_fades(seconds):
    """The rows of what the glass shows, and what the kiosk tells of its own work."""
    folder, rows, work = photos.folder("24mp"), [], {}
    for name, size in (("1920x1080", (1920, 1080)), ("3840x2160", (3840, 2160))):
        gaps = {program: gaps_ms(program, folder, size, 40) for program in (Ours, Chromium)}
        rows.append(Row(f"crossfade {name}, p99 between frames", "ms",
                        {program: [sizes[len(sizes) * 99 // 100]] for program, sizes in gaps.items()}))
        work[name] = fade_work(Ours, folder, size, seconds)
    return rows, work


def limits(rows, fades):
    """(what is promised, whether it is kept)"""
    def row(begin):
        return next((row for row in rows if row.name.startswith(begin)), None)

    few, large, many, most = (row(f"start, {count}") for count in
                              ("20 photos 1080p", "20 photos 24 MP", "1,000", "10,000"))
    if few:
        yield "start at most 1.2 of feh's, 1080p", few.of(Feh) <= 1.2
        yield "start less than feh's, 24 MP", large.of(Feh) < 1
        yield "start at most 1/8 of Chromium's", max(few.of(Chromium), large.of(Chromium)) <= 1 / 8
        yield "1,000 files at most 1.2 of 20", many.medians[Ours] <= 1.2 * few.medians[Ours]
        yield "10,000 files at most 2 of 20", most.medians[Ours] <= 2 * few.medians[Ours]
    memory, work, still = row("peak"), row("processor, 60"), row("processor, still")
    if memory:
        yield "memory at most feh's", memory.of(Feh) <= 1
        yield "memory at most 1/8 of Chromium's", memory.of(Chromium) <= 1 / 8
        yield "processor at most half of feh's, 24 MP", work.of(Feh) <= 1 / 2
        yield "still slide under 0.2 % of a core", still.medians[Ours] < 0.2
    if fades:
        yield "fade 1920x1080: p99 of a frame's work at most 8 ms", fades["1920x1080"]["p99"] <= 8
        yield "fade 1920x1080: worst at most 16 ms", fades["1920x1080"]["worst"] <= 16
        yield "fade 3840x2160: p99 at most 16.7 ms", fades["3840x2160"]["p99"] <= 16.7


def table(rows, fades, runs):
    rounds_of = "one round" if runs == 1 else f"medians of {runs} rounds"
    lines = [f"{rounds_of.capitalize()} on {os.cpu_count()} cores; in brackets, how many times ours.\n",
             "| | " + " | ".join(program.name for program in ALL) + " |", "|---" * (1 + len(ALL)) + "|"]
    for row in rows:
        cells = []
        for program in ALL:
            value = row.medians.get(program)
            ratio = "" if program is Ours or value is None else f" ({value / row.medians[Ours]:.1f}x)"
            cells.append("" if value is None else f"{value:,.{0 if value >= 20 else 1}f}{ratio}")
        lines.append(f"| {row.name}, {row.unit} | " + " | ".join(cells) + " |")
    for size, fade in fades.items():
        lines.append(f"\nA frame of a crossfade at {size} while 24-megapixel photos are decoded: median {fade['p50']} ms "
                     f"of work, p99 {fade['p99']} ms, worst {fade['worst']} ms; {fade['missed']} of "
                     f"{fade['frames']:,} frames late.")
    return "\n".join(lines)


def write_readme(text):
    readme = ROOT / "README.md"
    whole = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.S)
    readme.write_text(whole.sub(lambda _: f"{BEGIN}\n{text}\n{END}", readme.read_text()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="rounds of each measure; the medians count")
    parser.add_argument("--fade-seconds", type=int, default=600, help="how long crossfades are watched, per size")
    parser.add_argument("--only", choices=["start", "minute", "fade"], help="one part alone")
    parser.add_argument("--write-readme", action="store_true", help="puts the table into README.md")
    asked = parser.parse_args()

    rows, fades = [], {}
    if asked.only in (None, "start"):
        rows += measure_starts(asked.runs)
    if asked.only in (None, "minute"):
        rows += measure_minutes(asked.runs)
    if asked.only in (None, "fade"):
        seen, fades = measure_fades(asked.fade_seconds)
        rows += seen
    text = table(rows, fades, asked.runs)
    print("\r" + text)
    if asked.write_readme:
        write_readme(text)
    missed = [name for name, kept in limits(rows, fades) if not kept]
    print("\n".join(f"missed: {name}" for name in missed) if missed else "every limit is kept")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
