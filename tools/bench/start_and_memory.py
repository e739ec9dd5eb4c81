#!/usr/bin/env python3
"""The kiosk beside a browser in kiosk mode with an equal page, in one run: tools/bench/start_and_memory.py [--runs N]

Start to first picture, peak memory (PSS of everything it started), processor time of a still slide, and the work
of a crossfade. Same pictures, same 1920x1080 screen without a GPU. Exits 1 if a limit of LIMITS is missed.
"""

import argparse
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "stage"))

from kiosk import ROOT, Kiosk  # noqa: E402
from touchscreen import Touchscreen, end_with_us  # noqa: E402

WIDTH, HEIGHT = 1920, 1080
PICTURES = ["lake-cottage", "steel-strip", "maypole", "transformer-hall", "train", "ski-track"]
LIMITS = {"first picture": 0.25, "peak memory": 0.25}  # of the browser's
STILL_PERCENT = 0.5
FADE_MS_P99, FADE_RATE = 12.0, 57

PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Kiosk</title><style>
html, body {{ margin: 0; height: 100%; overflow: hidden; background: #FBF7F0; cursor: none }}
img {{ position: absolute; width: 100vw; height: 100vh; object-fit: cover; opacity: 0;
       transition: opacity .8s ease-out }}
img.on {{ opacity: 1 }}
p {{ position: absolute; bottom: 40px; width: 100%; text-align: center; font: 500 30px Inter; color: #fff }}
</style><img id="a" class="on"><img id="b"><p>Tryck var som helst för att upptäcka Dalarna</p><script>
const pictures = {pictures}, seconds = {seconds};
let at = 0, on = document.getElementById('a'), off = document.getElementById('b');
on.style.transition = 'none'; on.src = pictures[0];
off.src = pictures[1 % pictures.length];
if (pictures.length > 1) setInterval(() => {{
  on.style.transition = '';
  off.classList.add('on'); on.classList.remove('on'); [on, off] = [off, on]; ++at;
  setTimeout(() => off.src = pictures[(at + 1) % pictures.length], 1000);
}}, seconds * 1000);
</script>"""

BROWSER = ["chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync", "--start-fullscreen",
           f"--window-size={WIDTH},{HEIGHT}", "--window-position=0,0", "--password-store=basic",
           "--disable-features=Translate"]


class Browser:
    def __init__(self, screen, pictures, seconds):
        self.folder = Path(tempfile.mkdtemp(prefix="browser-"))
        page = self.folder / "page.html"
        files = [str(ROOT / "media" / "images" / f"{name}.svg") for name in pictures]
        page.write_text(PAGE.format(pictures=[f"file://{file}" for file in files], seconds=seconds))
        self.process = subprocess.Popen(
            BROWSER + [f"--user-data-dir={self.folder / 'profile'}", f"file://{page}"],
            env=os.environ | {"DISPLAY": screen.display}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, preexec_fn=end_with_us)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Ours(Kiosk):
    def __init__(self, screen, pictures, seconds):
        self.playlists = Path(tempfile.mkdtemp(prefix="playlists-"))
        stand = self.playlists / "bench"
        stand.mkdir()
        (stand / "playlist.toml").write_text(f"duration = {seconds}\n" + "".join(
            f'\n[[item]]\nimage = "{name}"\n' for name in pictures))
        super().__init__(screen, "bench", playlists=self.playlists)

    def __exit__(self, *fault):
        super().__exit__(*fault)
        shutil.rmtree(self.playlists, ignore_errors=True)


def tree(pid):
    """This process and all below it."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(entry.parent.name)] = int(entry.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def memory_mb(pid):
    total = 0
    for one in tree(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return total / 1024


def cpu_seconds(pid):
    ticks = 0
    for one in tree(pid):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def sample(screen):
    """A hundred points of the upper two thirds of the glass, where only the picture is."""
    rows = (screen.glass.pixels(0, HEIGHT * row // 15, WIDTH, 1) for row in range(1, 10))
    return [row[4 * x:4 * x + 3] for row in rows for x in range(80, WIDTH, 160)]


def alike(a, b):
    """True if at least 95 of 100 points are equal but for rounding."""
    same = sum(max(abs(p - q) for p, q in zip(x, y)) <= 6 for x, y in zip(a, b))
    return same >= 0.95 * len(a)


def first_picture_ms(start):
    """From the start of the program until the glass shows what it shows five seconds later, on a fresh server."""
    with Touchscreen(WIDTH, HEIGHT) as screen:
        began = time.monotonic()
        seen = []
        with start(screen, PICTURES, 20):
            while time.monotonic() < began + 6:
                seen.append((time.monotonic() - began, sample(screen)))
                time.sleep(0.005)
        last = seen[-1][1]
        assert len(set(last)) > 20, "no picture after six seconds"
        return 1000 * next(at for at, points in seen if alike(points, last))


def peak_memory_mb(screen, start):
    with start(screen, PICTURES, 5) as program:
        end = time.monotonic() + 40
        return max(itertools.takewhile(lambda _: time.monotonic() < end, poll_memory(program.process.pid)))


def poll_memory(pid):
    while True:
        yield memory_mb(pid)
        time.sleep(0.1)


def still_percent(screen, start):
    """Processor time of one slide that stays, in percent of a core, over 20 seconds."""
    with start(screen, PICTURES[:1], 600) as program:
        time.sleep(8)
        before = cpu_seconds(program.process.pid)
        time.sleep(20)
        return (cpu_seconds(program.process.pid) - before) / 20 * 100


def fades(screen):
    """Half a minute of a fade every two seconds: what the kiosk tells of its frames, and the frames a second that
    the glass shows while it fades."""
    with Ours(screen, PICTURES, 2) as kiosk:
        kiosk.wait_screen("attract")
        changes, last = [], None
        end = time.monotonic() + 30
        while time.monotonic() < end:
            points = screen.glass.pixels(0, HEIGHT // 3, WIDTH, 1)
            if points != last:
                changes.append(time.monotonic())
                last = points
            time.sleep(0.003)
        gaps = [b - a for a, b in zip(changes, changes[1:]) if b - a < 0.2]
        return kiosk.status(), len(gaps) / sum(gaps)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="starts of each program (the median counts)")
    runs = parser.parse_args().runs

    starts = {Ours: [], Browser: []}
    for _ in range(runs):
        for program, times in starts.items():
            times.append(first_picture_ms(program))
    rows = [("first picture", "ms", *(statistics.median(times) for times in starts.values()))]
    with Touchscreen(WIDTH, HEIGHT) as screen:
        rows.append(("peak memory", "MB", peak_memory_mb(screen, Ours), peak_memory_mb(screen, Browser)))
        rows.append(("still slide", "% of a core", still_percent(screen, Ours), still_percent(screen, Browser)))
        fade, rate = fades(screen)

    missed = []
    print(f"{'':15}{'dalakiosk':>12}{'chromium':>12}{'ratio':>8}")
    for name, unit, ours, theirs in rows:
        print(f"{name:15}{ours:12.1f}{theirs:12.1f}{ours / theirs:8.3f}  {unit}")
        if ours / theirs > LIMITS.get(name, float("inf")):
            missed.append(f"{name} is over {LIMITS[name]} of the browser's")
    print(f"crossfade: work p50 {fade['frame_ms_p50']} ms, p99 {fade['frame_ms_p99']} ms, "
          f"{fade['missed_frames']} of {fade['frames']} frames missed, "
          f"{rate:.0f} frames a second on the glass")
    if rows[2][2] >= STILL_PERCENT:
        missed.append(f"a still slide takes {STILL_PERCENT} % of a core or more")
    if fade["frame_ms_p99"] > FADE_MS_P99:
        missed.append(f"the work of a crossfade's frame is over {FADE_MS_P99} ms (p99)")
    if rate < FADE_RATE:
        missed.append(f"a crossfade shows fewer than {FADE_RATE} frames a second")
    print("\n".join(missed) if missed else "every limit is kept")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
