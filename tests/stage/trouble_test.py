#!/usr/bin/env python3
"""What goes wrong at a fair: each trouble is named in one line with its remedy, and the show goes on."""

import os
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request
import zlib
from pathlib import Path

from kiosk import BIN, Kiosk, children, wait_for
from touchscreen import Touchscreen, write_png

PICTURES = 3


def setUpModule():
    global screen
    screen = Touchscreen(1280, 800)


def tearDownModule():
    screen.close()


def write_picture(path, level):
    write_png(path, 64, 40, bytes((level, 90, 160, 255)) * (64 * 40))


def picture_pixel(level):
    """What the screen shows of such a picture: red, green, blue."""
    return 160, 90, level


def bomb_png():
    """A picture of one kilobyte that claims to be 60,000 pixels wide and high."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b""))


def fill(file):
    """Makes a file that takes the rest of its disk."""
    with open(file, "wb", buffering=0) as filler:
        try:
            while filler.write(bytes(512)):
                pass
        except OSError:
            pass


class Trouble(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="trouble-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.playlists = self.folder / "playlists"
        self.stand = self.playlists / "stand"
        self.stand.mkdir(parents=True)
        for number in range(PICTURES):
            write_picture(self.stand / f"good-{number}.png", 80 * number)

    def start(self, **more):
        """A kiosk on these playlists whose time runs five times as fast: a slide lasts two seconds."""
        kiosk = Kiosk(screen, self.id().split(".")[-1], ["--speed", 5], playlists=self.playlists, **more)
        self.addCleanup(kiosk.__exit__, None, None, None)
        self.addCleanup(lambda: self.has_failed() and kiosk.keep_evidence())
        kiosk.wait_screen("attract", seconds=20)
        return kiosk

    def has_failed(self):
        result = self._outcome.result
        return any(test is self for test, _ in result.failures + result.errors)

    def expect_show_goes_on(self, kiosk, items=2):
        """So many new items are shown, each within the time of two slides."""
        for _ in range(items):
            shown = kiosk.status().get("item")
            wait_for(f"the item after {shown}", lambda: kiosk.status().get("item") not in (None, shown), 5)
        self.assertEqual(kiosk.dump()["screen"], "attract")

    def expect_pictures(self, levels):
        """For ten seconds there are pictures and nothing else in the middle of the glass, so many different ones."""
        seen = {screen.pixel(640, 300) for _ in range(100) if not time.sleep(0.1)}
        self.assertEqual({(red, green) for red, green, _ in seen}, {picture_pixel(0)[:2]}, "a hole in the show")
        self.assertGreaterEqual(len(seen & {picture_pixel(80 * number) for number in range(PICTURES)}), levels)

    def expect_named(self, kiosk, *words):
        """One line of the log, or one entry of `skipped`, holds all the words."""
        def named():
            skipped = [str(entry) for entry in kiosk.status().get("skipped", [])]
            return any(all(word in line for word in words) for line in kiosk.log().splitlines() + skipped)
        wait_for(f"one line with {words}", named, 5)

    def test_a_broken_playlist(self):
        broken = self.playlists / "broken"
        broken.mkdir()
        (broken / "playlist.toml").write_text('title = "Broken"\n\n[[item]]\nimage = "a.png\n')
        kiosk = self.start()
        self.expect_named(kiosk, "broken/playlist.toml:4:")
        self.expect_show_goes_on(kiosk)

    def test_a_playlist_broken_while_it_plays(self):
        kiosk = self.start()
        self.expect_show_goes_on(kiosk, 1)
        (self.stand / "playlist.toml").write_text('titel = "Oj"\n')
        self.expect_named(kiosk, "stand/playlist.toml:1:1", "titel", "title")
        self.expect_show_goes_on(kiosk)

    def test_a_missing_font(self):
        kiosk = self.start(without="/usr/share/fonts/truetype/vollkorn")
        self.expect_named(kiosk, "Vollkorn", "apt-get install fonts-vollkorn")
        self.expect_show_goes_on(kiosk)

    def test_an_unreadable_picture(self):
        (self.stand / "bad-text.png").write_text("this is no picture")
        (self.stand / "bad-bomb.png").write_bytes(bomb_png())
        (self.stand / "bad-short.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")
        kiosk = self.start()
        for name in ("bad-text.png", "bad-bomb.png", "bad-short.jpg"):
            self.expect_named(kiosk, name)
        self.expect_pictures(levels=PICTURES)
        self.expect_show_goes_on(kiosk)

    def test_a_folder_pulled_out(self):
        kiosk = self.start()
        away = self.folder / "away"
        self.stand.rename(away)
        time.sleep(5)
        kiosk.check_running()
        self.assertEqual(kiosk.dump()["screen"], "attract")
        self.assertTrue(any(screen.pixel(x, 400) != (0, 0, 0) for x in range(100, 1280, 100)), "the screen is black")
        away.rename(self.stand)
        self.expect_show_goes_on(kiosk)

    def test_a_full_disk(self):
        data = self.folder / "data"
        data.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", data], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", data])
        subprocess.run([BIN / "dalactl", "key", "new", "--data", data, "--out", self.folder / "key"], check=True,
                       capture_output=True)
        kiosk = self.start(data=data)
        page = self.open_form(kiosk)
        fill(data / "filler")
        self.assertNotIn(self.post_form(page), (200, 303), "a receipt without a row")
        self.expect_named(kiosk, "signups.db", "the disk is full", "free some space")
        self.expect_named(kiosk, "status.json", "is the disk full")
        self.expect_pictures(levels=PICTURES)
        (data / "filler").unlink()
        self.expect_show_goes_on(kiosk)
        self.assertEqual(self.post_form(page), 303)

    def open_form(self, kiosk):
        """(address, the fields to post) of a workshop's form, reached through the address in the QR code."""
        screen.tap(640, 400)
        wait_for("a page", lambda: kiosk.dump()["screen"] != "attract", 2)
        time.sleep(0.5)
        kiosk.tap("bar.main")
        time.sleep(0.5)
        if kiosk.dump()["screen"] == "workshops":
            kiosk.tap(next(e["id"] for e in kiosk.elements() if e["id"].startswith("workshop.")))
            time.sleep(0.5)
        code = wait_for("a QR code", kiosk.read_qr, 5)[0]
        parts = urllib.parse.urlsplit(code)
        address = parts._replace(netloc=f"127.0.0.1:{parts.port}").geturl()
        text = urllib.request.urlopen(address, timeout=5).read().decode()
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text))
        wait_for("the loop", lambda: kiosk.dump()["screen"] == "attract", 30)
        return address, hidden | {"name": "Ada Prov", "email": "ada@example.org"}

    def post_form(self, page):
        """The status of the answer; redirections are not followed."""
        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None
        address, fields = page
        try:
            return urllib.request.build_opener(Stay).open(
                address, urllib.parse.urlencode(fields).encode(), timeout=10).status
        except urllib.error.HTTPError as answer:
            return answer.code

    def test_the_service_is_killed(self):
        kiosk = self.start()
        service = wait_for("the service", lambda: children(kiosk.process.pid).get("dalasignup"))
        wait_for("its port", lambda: kiosk.status().get("signup_port"))
        os.kill(service, signal.SIGKILL)

        def healthy():
            if children(kiosk.process.pid).get("dalasignup") in (None, service):
                return False
            try:
                port = kiosk.status()["signup_port"]
                return b"ok" in urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1).read()
            except OSError:
                return False
        wait_for("a new service in good health", healthy, 2)
        self.expect_named(kiosk, "sign-up service", "started again")
        self.expect_show_goes_on(kiosk)

    def test_the_decoder_is_killed(self):
        kiosk = self.start()
        helper = wait_for("the decoder", lambda: children(kiosk.process.pid).get("dala-decode"))
        os.kill(helper, signal.SIGKILL)
        write_picture(self.stand / "new.png", 255)
        wait_for("the new picture", lambda: screen.pixel(640, 300) == picture_pixel(255), 20)
        self.expect_show_goes_on(kiosk)

    def test_sigterm_ends_it_with_all_that_it_started(self):
        kiosk = self.start()
        started = children(kiosk.process.pid)
        seconds, code = kiosk.stop()
        self.assertEqual(code, 0)
        self.assertLess(seconds, 2)
        wait_for("the end of " + ", ".join(started), lambda: not any(
            Path(f"/proc/{pid}").exists() for pid in started.values()), 2)

    def test_sighup_reads_the_files_again(self):
        kiosk = self.start()
        kiosk.process.send_signal(signal.SIGHUP)
        self.expect_show_goes_on(kiosk)


if __name__ == "__main__":
    unittest.main(verbosity=2)
