#!/usr/bin/env python3
"""What exhibitors do to their folders while the kiosk plays them is on the screen within two seconds."""

import shutil
import tempfile
import time
import unittest
from pathlib import Path

from kiosk import Kiosk, wait_for
from touchscreen import Touchscreen, write_png

SOON = 2.0
MIDDLE = (640, 300)
RED, GREEN, BLUE, GOLD = (200, 30, 30), (30, 160, 60), (40, 70, 190), (230, 180, 40)


def setUpModule():
    global screen
    screen = Touchscreen(1280, 800)


def tearDownModule():
    screen.close()


def write_picture(path, colour):
    """Appears under its name at once and whole, as a copying program's rename makes it."""
    red, green, blue = colour
    draft = path.with_name(f".{path.name}")
    write_png(draft, 64, 40, bytes((blue, green, red, 255)) * (64 * 40))
    draft.rename(path)


def document(*colours):
    """A PDF of pages in one colour each, 16 to 10."""
    parts = [b"<</Type/Catalog/Pages 2 0 R>>",
             b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(colours), b" ".join(
                 b"%d 0 R" % (3 + 2 * number) for number in range(len(colours))))]
    for number, colour in enumerate(colours):
        drawing = b"%.3f %.3f %.3f rg 0 0 160 100 re f" % tuple(part / 255 for part in colour)
        parts += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 160 100]/Contents %d 0 R>>" % (4 + 2 * number),
                  b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing)]
    text, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(text))
        text += b"%d 0 obj%s endobj\n" % (number, part)
    start = len(text)
    text += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    text += b"".join(b"%010d 00000 n \n" % place for place in places)
    return text + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, start)


def shows(colour):
    return all(abs(seen - meant) <= 3 for seen, meant in zip(screen.pixel(*MIDDLE), colour))


class Live(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="live-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.stand = self.folder / "playlists" / "stand"
        self.stand.mkdir(parents=True)

    def start(self, *options):
        kiosk = Kiosk(screen, self.id().split(".")[-1], options, playlists=self.stand.parent)
        self.addCleanup(kiosk.__exit__, None, None, None)
        kiosk.wait_screen("attract", seconds=20)
        return kiosk

    def expect(self, colour, seconds=SOON):
        wait_for(f"the colour {colour}, not {screen.pixel(*MIDDLE)}", lambda: shows(colour), seconds)

    def expect_only(self, colours, seconds):
        """Each of the colours is seen and, but for crossfades, nothing else."""
        seen, end = set(), time.monotonic() + seconds
        while time.monotonic() < end:
            seen |= {colour for colour in (RED, GREEN, BLUE, GOLD) if shows(colour)}
            time.sleep(0.05)
        self.assertEqual(seen, set(colours))

    def test_a_changed_picture(self):
        write_picture(self.stand / "1.png", RED)
        self.start()
        self.expect(RED, 5)
        write_picture(self.stand / "1.png", GREEN)
        self.expect(GREEN)

    def test_an_added_and_a_removed_picture(self):
        write_picture(self.stand / "1.png", RED)
        self.start("--speed", 5)
        self.expect(RED, 5)
        write_picture(self.stand / "2.png", BLUE)
        self.expect_only([RED, BLUE], 10)
        (self.stand / "1.png").unlink()
        time.sleep(SOON)
        self.expect_only([BLUE], 6)

    def test_the_picture_shown_is_taken_away(self):
        write_picture(self.stand / "1.png", RED)
        write_picture(self.stand / "2.png", BLUE)
        self.start()
        self.expect(RED, 5)
        (self.stand / "1.png").unlink()
        self.expect(BLUE)

    def test_a_document_plays_page_by_page(self):
        write_picture(self.stand / "1.png", RED)
        self.start("--speed", 5)
        self.expect(RED, 5)
        (self.stand / "2.pdf").write_bytes(document(GREEN, BLUE))
        self.expect_only([RED, GREEN, BLUE], 12)

    def test_a_document_alone_is_there_from_the_start(self):
        (self.stand / "1.pdf").write_bytes(document(GOLD))
        self.start()
        self.expect(GOLD, 5)

    def test_a_slip_in_the_list_takes_nothing_away(self):
        for number, colour in enumerate((RED, GREEN, BLUE)):
            write_picture(self.stand / f"{number}.png", colour)
        (self.stand / "playlist.toml").write_text('[[item]]\nimage = "0.png"\n[[item]]\nimage = "1.png"\n')
        kiosk = self.start("--speed", 5)
        self.expect_only([RED, GREEN], 8)
        (self.stand / "playlist.toml").write_text('[[item]]\nimage = "2.png\n')
        wait_for("the slip named", lambda: "stand/playlist.toml:2:" in kiosk.log(), SOON)
        self.expect_only([RED, GREEN], 8)
        (self.stand / "playlist.toml").write_text('[[item]]\nimage = "2.png"\n')
        self.expect(BLUE)

    def test_a_wrong_clock_leaves_what_has_no_dates(self):
        write_picture(self.stand / "1.png", RED)
        write_picture(self.stand / "2.png", BLUE)
        (self.stand / "playlist.toml").write_text(
            '[[item]]\nimage = "1.png"\n[[item]]\nimage = "2.png"\nwindows = [{start = 2026-11-01, end = 2028-01-01}]\n')
        for now in ("1970-01-01T00:10:00+00:00", "2106-02-07T06:28:00+00:00"):
            kiosk = self.start("--speed", 5, "--now", now)
            self.expect_only([RED], 8)
            kiosk.stop()


if __name__ == "__main__":
    unittest.main(verbosity=2)
