#!/usr/bin/env python3
"""An exhibitor's stick at the stand: put in, approved by touch behind the PIN, pulled out, and its pictures play."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kiosk import BIN, Kiosk, wait_for
from touchscreen import Touchscreen, write_png

PIN = "739158"
WIDTH, HEIGHT = 1280, 800
SPEED = 3
OLD, NEW = (200, 60, 20), [(20, 60, 40), (20, 60, 120), (20, 60, 240)]  # red, green, blue


def write_picture(path, color):
    red, green, blue = color
    write_png(path, WIDTH, HEIGHT, bytes((blue, green, red, 255)) * (WIDTH * HEIGHT))


def set_pin(data):
    subprocess.run([BIN / "dalactl", "pin", "--data", data], input=PIN + "\n", text=True, check=True,
                   capture_output=True)


def open_overlay(screen, kiosk):
    """Returns the page that it opens with."""
    kiosk.wait_screen("attract", seconds=20)
    screen.hold(20, 20, 1.5)
    kiosk.wait_screen("pin")
    for digit in PIN:
        kiosk.tap(f"pin.{digit}")
        time.sleep(0.1)
    kiosk.tap("pin.done")
    wait_for("the overlay", lambda: kiosk.dump().get("screen", "").startswith("staff"), 10)
    time.sleep(0.3)
    return kiosk.dump()["screen"]


def make_stick(folder):
    """As somebody would bring it: three pictures, a film, a copy, a link that leads out."""
    bilder = folder / "Exempelverkstaden"
    bilder.mkdir(parents=True)
    for number, color in enumerate(NEW, 1):
        write_picture(bilder / f"{number}.png", color)
    shutil.copy(bilder / "1.png", bilder / "kopia.png")
    (bilder / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(1000))
    (bilder / "ut.jpg").symlink_to("/etc/passwd")


def colors_shown(screen, seconds):
    """What the middle of the glass shows while so much time passes, without what is half one and half another."""
    seen = {screen.pixel(WIDTH // 2, 300) for _ in range(int(seconds * 20)) if not time.sleep(0.05)}
    return seen & {OLD, *NEW}


def import_stick(screen, kiosk, sticks, stage):
    stage.rename(sticks / "KINGSTON")
    wait_for("the offer", lambda: kiosk.status().get("import") == "offered", 20)
    assert kiosk.status()["sticks"] == ["KINGSTON"], kiosk.status()
    assert kiosk.dump()["screen"] == "attract", "the loop was disturbed"
    assert open_overlay(screen, kiosk) == "staff import"
    kiosk.tap("import.approve")
    wait_for("the end of the copying", lambda: kiosk.status().get("import") == "done", 20)
    done = time.monotonic()
    kiosk.tap("nav.playlists")
    wait_for("the new playlist", lambda: kiosk.has("playlist.Exempelverkstaden"), 2)
    print(f"{time.monotonic() - done:.1f} s from copied to listed", flush=True)
    result = (sticks / "KINGSTON" / "dalakiosk-result.txt").read_text(encoding="utf-8")
    for words in ("3 bilder", "film.mp4: är en film", "kopia.png: är samma fil som 1.png", "ut.jpg: är en länk"):
        assert words in result, f"{words!r} is not in the result:\n{result}"


def names_in(playlists):
    """What can be played, and what lies beside it."""
    return sorted(str(path.relative_to(playlists)) for path in playlists.rglob("*"))


def start_copying(screen, kiosk, sticks, playlists):
    """A stick with so many pictures that there is time to disturb the copying, approved. Returns its folder."""
    stage = sticks.parent / "many"
    folder = stage / "Exempelverkstaden"
    folder.mkdir(parents=True)
    for number in range(200):
        write_png(folder / f"{number}.png", 320, 200, os.urandom(4 * 320 * 200))  # Noise does not compress.
    stage.rename(sticks / "RED")
    wait_for("the offer", lambda: kiosk.status().get("import") == "offered", 60)
    open_overlay(screen, kiosk)
    kiosk.tap("import.approve")
    wait_for("the copying", lambda: list(playlists.glob(".incoming-*/*")), 5, every=0.001)
    return sticks / "RED"


def pull_while_copying(screen, kiosk, sticks, playlists):
    """The stick goes as soon as staff have approved it: what is there stays as it is."""
    before = names_in(playlists)
    shutil.rmtree(start_copying(screen, kiosk, sticks, playlists))
    outcome = wait_for("the outcome", lambda: kiosk.status().get("import") in ("failed", "done")
                       and kiosk.status()["import"], 20)
    assert outcome == "failed", "it was copied before it was pulled out: more pictures are needed"
    assert "pulled out too early" in kiosk.log(), kiosk.log()
    assert names_in(playlists) == before, names_in(playlists)
    kiosk.tap("import.close")
    kiosk.tap("close")
    kiosk.wait_screen("attract")


def kill_while_copying(screen, kiosk, sticks, playlists):
    """As a power cut does it. The next kiosk clears up."""
    before = names_in(playlists)
    start_copying(screen, kiosk, sticks, playlists)
    kiosk.process.kill()
    kiosk.process.wait()
    after = names_in(playlists)
    assert after != before, "it was killed too late"
    assert [name for name in after if not name.startswith(".incoming-")] == before, after
    return before


def mount_and_unmount(screen, folder):
    """As the system does it: a mount below /media is a stick."""
    with Kiosk(screen, "stick-mount", data=folder / "data", playlists=folder / "playlists", without="/media") as kiosk:
        kiosk.wait_screen("attract", seconds=20)
        inside = ["nsenter", "-t", str(kiosk.process.pid), "-m"]
        for words in (["mkdir", "/media/Min sticka"], ["mount", "--bind", folder / "third", "/media/Min sticka"]):
            subprocess.run([*inside, *words], check=True)
        wait_for("the offer", lambda: kiosk.status().get("import") == "offered", 20)
        assert kiosk.status()["sticks"] == ["Min sticka"], kiosk.status()
        subprocess.run([*inside, "umount", "-l", "/media/Min sticka"], check=True)
        wait_for("the end of it", lambda: kiosk.status()["import"] == "idle" and not kiosk.status()["sticks"], 5)


def main():
    folder = Path(tempfile.mkdtemp(prefix="stick-"))
    playlists, sticks, data = folder / "playlists", folder / "sticks", folder / "data"
    for made in (playlists / "stand", sticks, data):
        made.mkdir(parents=True)
    write_picture(playlists / "stand" / "1.png", OLD)
    make_stick(folder / "stage")
    set_pin(data)
    try:
        with Touchscreen(WIDTH, HEIGHT) as screen, \
                Kiosk(screen, "stick", ["--sticks", sticks, "--speed", SPEED], data=data, playlists=playlists) as kiosk:
            import_stick(screen, kiosk, sticks, folder / "stage")
            shutil.rmtree(sticks / "KINGSTON")
            wait_for("the empty slot", lambda: kiosk.status()["sticks"] == [] and kiosk.status()["import"] == "idle", 5)
            kiosk.tap("close")
            kiosk.wait_screen("attract")
            seen = colors_shown(screen, 75 / SPEED)
            assert seen == {OLD, *NEW}, f"only these play: {seen}"
            pull_while_copying(screen, kiosk, sticks, playlists)
            before = kill_while_copying(screen, kiosk, sticks, playlists)
            make_stick(folder / "third")
            mount_and_unmount(screen, folder)
            assert names_in(playlists) == before, names_in(playlists)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
