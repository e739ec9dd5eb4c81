"""What is measured of a program: when it shows something, what it holds and what it takes of the processor."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "stage"))

from touchscreen import Touchscreen  # noqa: E402

WIDTH, HEIGHT = 1920, 1080


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
    """Proportional set size of everything that it started."""
    total = 0
    for one in tree(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return total / 1024


def cpu_seconds(pid):
    """Of everything that it started, also what has ended and was waited for."""
    ticks = 0
    for one in tree(pid):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def sample(screen):
    """A hundred points of the upper two thirds of the glass, where only the picture is."""
    rows = (screen.glass.pixels(0, screen.height * row // 15, screen.width, 1) for row in range(1, 10))
    columns = range(screen.width // 24, screen.width, screen.width // 12)
    return [row[4 * x:4 * x + 3] for row in rows for x in columns]


def alike(a, b):
    """True if at least 95 of 100 points are equal but for rounding."""
    same = sum(max(abs(p - q) for p, q in zip(x, y)) <= 6 for x, y in zip(a, b))
    return same >= 0.95 * len(a)


def start_ms(program, folder):
    """From the start of the program until the glass shows what it shows seconds later, on a fresh server."""
    with Touchscreen(WIDTH, HEIGHT) as screen:
        seconds = 12
        seen, row = [], None
        with program(screen, folder, 60) as running:
            while (at := time.monotonic() - running.began) < seconds:
                now = screen.glass.pixels(0, HEIGHT // 3, WIDTH, 1)  # One row: looking must not hold up the looked at.
                if now != row:
                    row = now
                    seen.append((at, sample(screen)))
                if len(set(seen[-1][1])) > 20 and at > seen[-1][0] + 3:
                    break
                time.sleep(0.004)
            last = sample(screen)
        assert len(set(last)) > 20, f"{program.name} shows no picture after {seconds} s"
        return 1000 * next((at for at, points in seen if alike(points, last)), seen[-1][0])


def minute(program, folder):
    """Peak memory in MB and processor seconds of a minute of pictures at five seconds each, start included."""
    with Touchscreen(WIDTH, HEIGHT) as screen, program(screen, folder, 5) as running:
        end = time.monotonic() + 60
        peak = 0
        while time.monotonic() < end:
            peak = max(peak, memory_mb(running.process.pid))
            time.sleep(0.1)
        return peak, cpu_seconds(running.process.pid)


def still_percent(program, folder):
    """Processor time of one slide that stays, in percent of a core, over 20 seconds."""
    with Touchscreen(WIDTH, HEIGHT) as screen, program(screen, folder, 600) as running:
        time.sleep(8)
        before = cpu_seconds(running.process.pid)
        time.sleep(20)
        return (cpu_seconds(running.process.pid) - before) / 20 * 100


def gaps_ms(program, folder, size, seconds):
    """The times between two frames on the glass while one picture fades into the next, every two seconds."""
    with Touchscreen(*size) as screen, program(screen, folder, 2):
        time.sleep(6)
        changes, last = [], None
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            points = screen.glass.pixels(0, size[1] // 3, size[0], 1)
            if points != last:
                changes.append(time.monotonic())
                last = points
            time.sleep(0.002)
    return sorted(1000 * (b - a) for a, b in zip(changes, changes[1:]) if b - a < 1)


def fade_work(program, folder, size, seconds):
    """What the kiosk tells of its frames: the highest p99 of any minute or so, the worst of all, frames missed and
    shown."""
    with Touchscreen(*size) as screen, program(screen, folder, 2) as kiosk:
        kiosk.wait_screen("attract", seconds=30)
        p50, p99 = [], []
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(min(30, seconds))
            status = kiosk.status()
            p50.append(status["frame_ms_p50"])
            p99.append(status["frame_ms_p99"])
        return {"p50": max(p50), "p99": max(p99), "worst": status["frame_ms_worst"],
                "missed": status["missed_frames"], "frames": status["frames"]}
