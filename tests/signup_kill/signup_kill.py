#!/usr/bin/env python3
"""Kills the sign-up service at any moment while people sign up, and counts afterwards.

usage: signup_kill.py DALASIGNUP DALACTL MEDIA [ROUNDS]

Every receipt that was given must have its row, no form may have two, the database must be sound, and nothing
that anybody typed may lie readable in the data folder. Prints one line; exits 1 if anything is wrong.
"""

import http.client
import json
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

SERVICE, CTL, MEDIA = sys.argv[1:4]
ROUNDS = int(sys.argv[4]) if len(sys.argv) > 4 else 50
LOST = (OSError, http.client.HTTPException)
CANARY = "kanariefagel"


class Service:
    """The service, started again whenever it is found dead, always on the port it had first."""

    def __init__(self, data, media):
        self.data, self.media, self.port, self.starts = data, media, 0, 0
        self.lock = threading.Lock()
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [SERVICE, "--media", self.media, "--data", self.data, "--port", str(self.port), "--supervised",
             "--now", "2027-03-01T10:00:00+01:00", "--per-minute", "6000"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline().split()
        if len(line) != 3 or line[0] != "listening":
            sys.exit(f"the service did not start: {self.process.stderr.read()}")
        self.port, self.secret = int(line[1]), line[2]
        self.starts += 1

    def kill_after(self, seconds):
        """Kills it from another thread, so that the blow falls anywhere in what this one is doing."""
        process = self.process
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        return timer

    def ask(self, method, path, body=None, headers=None):
        """Status, headers, text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def ask_until_answered(self, *args):
        """The same, starting the service again as often as it takes."""
        while True:
            try:
                return self.ask(*args)
            except LOST:
                self.process.wait(5)
                self.start()


def hidden(html, name):
    return re.search(f'name="{name}" value="([^"]*)"', html).group(1)


def sign_up(service, number, slug):
    """One visitor, who sends the same form again until there is an answer. Returns form and receipt."""
    status, _, door = service.ask_until_answered("GET", "/kiosk", None, {"X-Kiosk-Secret": service.secret})
    while status == 403:  # started again in between: another secret
        status, _, door = service.ask_until_answered("GET", "/kiosk", None, {"X-Kiosk-Secret": service.secret})
    token = next(w["token"] for w in json.loads(door)["workshops"] if w["slug"] == slug)
    address = f"/w/{slug}?t={token}"
    _, _, html = service.ask_until_answered("GET", address)
    form = hidden(html, "form")
    body = urllib.parse.urlencode({"form": form, "pass": hidden(html, "pass"), "name": f"{CANARY} {number}",
                                   "email": f"{CANARY}.{number}@exempel.se"})
    status, headers, text = service.ask_until_answered(
        "POST", address, body, {"Content-Type": "application/x-www-form-urlencoded"})
    if status != 303:
        sys.exit(f"sign-up {number}: status {status} instead of 303\n{text}")
    return form, headers["Location"].removeprefix("/r/")


def library_with_room(media):
    """A copy of the library whose workshops have a seat for everybody."""
    shutil.copytree(MEDIA, media)
    for file in pathlib.Path(media, "workshops").glob("*.toml"):
        file.write_text(re.sub(r"(?m)^seats = \d+$", f"seats = {ROUNDS}", file.read_text()))


def check(data, given, faults):
    """Compares what was promised with what is there."""
    database = sqlite3.connect(f"{data}/signups.db")
    rows = database.execute("SELECT form, receipt FROM signup").fetchall()
    stored = dict(rows)
    verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
    database.close()
    if verdict != "ok":
        faults.append(f"integrity_check: {verdict}")
    if len(rows) != len(given) or len(stored) != len(rows):
        faults.append(f"{len(rows)} rows, {len(stored)} forms for {len(given)} receipts")
    faults += [f"receipt {r} has no row" for f, r in given if stored.get(f) != r]
    for file in pathlib.Path(data).rglob("*"):
        if file.is_file() and CANARY.encode() in file.read_bytes():
            faults.append(f"{file} holds what somebody typed")
        if "damaged" in file.name:
            faults.append(f"{file} was moved aside")


def main():
    chance = random.Random(7)
    faults, given = [], []
    with tempfile.TemporaryDirectory() as folder:
        data, key, media = f"{folder}/data", f"{folder}/organiser.key", f"{folder}/media"
        library_with_room(media)
        subprocess.run([CTL, "key", "new", "--data", data, "--out", key], check=True, stdout=subprocess.DEVNULL)
        service = Service(data, media)
        slugs = [w["slug"] for w in json.loads(
            service.ask("GET", "/kiosk", None, {"X-Kiosk-Secret": service.secret})[2])["workshops"]]
        begun = time.monotonic()
        given.append(sign_up(service, 0, slugs[0]))
        usual = time.monotonic() - begun
        for number in range(1, ROUNDS):
            timer = service.kill_after(chance.uniform(0, usual))
            given.append(sign_up(service, number, slugs[number % len(slugs)]))
            timer.cancel()
            timer.join()
        check(data, given, faults)
        listed = subprocess.run([CTL, "signups", "list", "--data", data, "--key", key],
                                capture_output=True, text=True).stdout
        if listed.count(f"{CANARY}.") != ROUNDS:
            faults.append(f"dalactl lists {listed.count(CANARY + '.')} of {ROUNDS} sign-ups")
        service.ask_until_answered("GET", f"/w/{slugs[0]}")  # the last blow may have struck after its receipt
        service.process.send_signal(signal.SIGTERM)
        asked = time.monotonic()
        if service.process.wait(5) != 0 or time.monotonic() - asked > 1:
            faults.append(f"SIGTERM took {time.monotonic() - asked:.1f} s, exit code {service.process.returncode}")
    kills = service.starts - 1
    if kills < ROUNDS // 3:
        faults.append(f"only {kills} kills: the test has not tested")
    print(f"{ROUNDS} sign-ups, {kills} kills, {len(faults)} faults", *faults, sep="\n  ")
    sys.exit(1 if faults else 0)


main()
