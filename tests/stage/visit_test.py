#!/usr/bin/env python3
"""A whole visit on a real touchscreen, from the loop to a seat taken and back: visit_test.py WIDTHxHEIGHT

Finger on the glass, camera on the QR code, Chromium as the phone, SQLite as the witness.
"""

import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urlsplit

from kiosk import BIN, KEPT, ROOT, Kiosk, wait_for
from touchscreen import Touchscreen

PERSON = {"name": "Åsa Öberg-Test", "email": "asa.oberg@example.org", "organisation": "Provbolaget AB"}
WORKSHOP = "varumarket-dalarna"


STARTED = time.monotonic()


def step(words):
    print(f"{time.monotonic() - STARTED:6.1f} s  {words}", flush=True)


def dalactl(*arguments):
    done = subprocess.run([BIN / "dalactl", *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, f"dalactl {' '.join(map(str, arguments))}: {done.stderr or done.stdout}"
    return done.stdout


def seats_left(kiosk):
    """The first number of "38 av 40 platser kvar" or "38 of 40 seats left" on the screen, or None."""
    match = re.search(r"\b(\d+) (?:av|of) \d+\b", kiosk.words())
    return match and int(match[1])


def browse_pages(kiosk, screen):
    kiosk.wait_screen("attract", seconds=20)
    step("the loop is up")
    screen.tap(screen.width / 2, screen.height / 2)
    wait_for("a page after the first touch", lambda: kiosk.dump().get("screen", "attract") != "attract", 2)
    step(f"a touch opens {kiosk.dump()['screen']}")
    time.sleep(0.5)
    if kiosk.dump()["screen"] != "home":
        kiosk.tap("bar.start")
    kiosk.wait_screen("home")

    kiosk.tap("card.work")
    kiosk.wait_screen("topic work")
    argument = next(element for element in kiosk.elements() if element["id"].startswith("argument."))
    kiosk.tap(argument["id"])
    kiosk.wait_screen(f"argument {argument['id'].removeprefix('argument.')}")
    step(f"topic work, {kiosk.dump()['screen']}")
    kiosk.tap("bar.back")
    kiosk.wait_screen("topic work")


def switch_language(kiosk):
    swedish = kiosk.words()
    kiosk.tap("bar.language")
    wait_for("English", lambda: kiosk.dump()["language"] == "en", 2)
    english = kiosk.words()
    assert english != swedish and kiosk.dump()["screen"] == "topic work"
    assert {element["language"] for element in kiosk.elements() if element["id"].startswith("argument.")} == {"en"}
    kiosk.tap("bar.language")
    wait_for("Swedish", lambda: kiosk.dump()["language"] == "sv", 2)
    assert kiosk.words() == swedish
    step("English and back again: the same page, the same words")


def open_workshop(kiosk):
    kiosk.tap("bar.main")
    kiosk.wait_screen("workshops", f"workshop {WORKSHOP}")
    if kiosk.dump()["screen"] == "workshops":
        kiosk.tap(f"workshop.{WORKSHOP}")
    kiosk.wait_screen(f"workshop {WORKSHOP}")
    wait_for("the QR code", lambda: kiosk.has("qr"))
    wait_for("the seats", lambda: seats_left(kiosk) is not None)


def phone_address(kiosk):
    """The address in the QR code, by this machine's own address 127.0.0.1: its stand address may not be reachable."""
    codes = wait_for("a QR code that can be read", kiosk.read_qr)
    assert len(codes) == 1, codes
    parts = urlsplit(codes[0])
    assert parts.path == f"/w/{WORKSHOP}" and parts.query.startswith("t="), codes
    assert parts.port == kiosk.status()["signup_port"], (codes, kiosk.status()["signup_port"])
    step(f"zbarimg reads {parts.scheme}://{parts.netloc}{parts.path}?t=… off the glass; the phone asks 127.0.0.1")
    return parts._replace(netloc=f"127.0.0.1:{parts.port}").geturl()


def sign_up(url, folder):
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["node", ROOT / "tests/web/phone.mjs", url, "sv-SE", folder, json.dumps(PERSON)],
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    met = json.loads(done.stdout)
    assert met["status"] == 200 and met["formLanguage"] == "sv", met
    assert met["faultStatus"] == 422 and len(met["faultWords"]) == 1 and met["kept"] == PERSON["name"], met
    assert urlsplit(met["receipt"]).path.startswith("/r/"), met
    assert met["secondStatus"] == 303, met
    assert urlsplit(met["secondReceipt"]).path == urlsplit(met["receipt"]).path, met
    assert not met["elsewhere"] and not met["formTooWide"] and not met["receiptTooWide"], met
    step(f"the phone has its receipt, and the same one when it asks again; pictures in {folder}")


def files_with(folder, word):
    """Files below the folder that hold the word, plain or as forms and addresses write it, in any case of letters."""
    spellings = {word.encode(), word.encode("latin-1"), word.encode("utf-16-le"), quote(word, safe="").encode(),
                 word.replace(" ", "+").encode()}
    return [str(file) for file in folder.rglob("*") if file.is_file()
            and any(spelling.lower() in file.read_bytes().lower() for spelling in spellings)]


def check_records(data, key):
    with sqlite3.connect(f"file:{data / 'signups.db'}?mode=ro", uri=True) as database:
        tables = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in tables for row in database.execute(f"SELECT * FROM {name}")
                if any(isinstance(value, bytes) and len(value) > 48 for value in row)]
    assert len(rows) == 1, f"{len(rows)} rows with a sealed record"
    for word in (PERSON["email"], PERSON["name"], PERSON["organisation"]):
        assert not files_with(data, word), f"{word} lies in clear in {files_with(data, word)}"
    listed = dalactl("signups", "list", "--data", data, "--key", key)
    assert PERSON["email"] in listed and PERSON["name"] in listed, listed
    step("one sealed row; the address in clear nowhere below DATA; the organiser's key opens it")


def left_alone(screen, name, data):
    """With time running ten times as fast: asks, counts down, forgets, goes back to the loop."""
    with Kiosk(screen, name, ["--speed", 10], data=data) as kiosk:
        kiosk.wait_screen("attract", seconds=20)
        screen.tap(screen.width / 2, screen.height / 2)
        wait_for("a page", lambda: kiosk.dump().get("screen", "attract") != "attract", 2)
        touched = time.monotonic()
        wait_for("still there?", lambda: kiosk.dump()["screen"] == "asking", 10)
        asked = time.monotonic()
        assert 5.5 < asked - touched < 7.5, f"asked after {asked - touched:.1f} s, a tenth of the time"
        assert kiosk.has("asking.stay") and kiosk.has("asking.leave"), kiosk.elements()
        first = kiosk.words()
        wait_for("the countdown to move", lambda: kiosk.words() != first, 1.5)
        wait_for("the loop", lambda: kiosk.dump()["screen"] == "attract", 5)
        assert 1.5 < time.monotonic() - asked < 3.5, f"counted down {time.monotonic() - asked:.1f} s, a tenth"
        assert kiosk.dump()["language"] == "sv"
        step("left alone it asks after 60 s, counts down 20 s, and the loop is back")


def visit(screen, name, data, key):
    with Kiosk(screen, name, data=data) as kiosk:
        browse_pages(kiosk, screen)
        switch_language(kiosk)
        open_workshop(kiosk)
        before = seats_left(kiosk)
        url = phone_address(kiosk)
        sign_up(url, KEPT / name)
        wait_for("one seat less", lambda: seats_left(kiosk) == before - 1, 2)
        step(f"the screen counts {before - 1} seats")
        check_records(data, key)
        seconds, code = kiosk.stop()
        assert code == 0 and seconds < 2, f"SIGTERM: ended with {code} after {seconds:.1f} s"
        check_records(data, key)


def main():
    size = sys.argv[1]
    width, height = map(int, size.split("x"))
    name = f"visit-{size}"
    with Touchscreen(width, height) as screen, tempfile.TemporaryDirectory(prefix="visit-") as folder:
        data, key = Path(folder) / "data", Path(folder) / "organiser.key"
        dalactl("key", "new", "--data", data, "--out", key)
        visit(screen, name, data, key)
        left_alone(screen, f"{name}-alone", data)


if __name__ == "__main__":
    main()
