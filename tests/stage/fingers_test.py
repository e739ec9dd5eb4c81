#!/usr/bin/env python3
"""A school class at the stand: ten fingers anywhere for ten seconds. The kiosk lives, stays shut, goes back.

Before that, staff choose the PIN that the fingers must not find.
"""

import random
import sys
import tempfile
import time

from kiosk import Kiosk, wait_for
from touchscreen import Touchscreen

SECONDS = 10
PIN = "739158"
FASTER = ["--speed", 4]  # what takes a minute, the way back to the loop, takes a quarter of it


def in_overlay(kiosk):
    """The screens behind the PIN are called "staff status", "staff playlists" …"""
    return kiosk.dump().get("screen", "").startswith("staff")


def set_pin(screen, kiosk):
    """As staff do on the first day: hold a top corner, choose a PIN, repeat it, look in, leave the kiosk."""
    kiosk.wait_screen("attract", seconds=20)
    screen.hold(20, 20, 1.2)
    for _ in ("choose", "repeat"):
        kiosk.wait_screen("pin")
        for digit in PIN:
            kiosk.tap(f"pin.{digit}")
            time.sleep(0.1)
        kiosk.tap("pin.done")
        time.sleep(0.5)
    wait_for("the overlay", lambda: in_overlay(kiosk))
    kiosk.tap("nav.leave")
    kiosk.wait_screen("staff leave")
    kiosk.tap("leave.yes")
    wait_for("the end of the kiosk", lambda: kiosk.process.poll() is not None, 2)
    assert kiosk.process.returncode == 0, kiosk.process.returncode


def play(screen, kiosk, chance):
    """Puts down, drags and lifts up to ten fingers; returns how many touches that were."""
    held, touches = {}, 0
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        x, y = chance.uniform(0, screen.width - 1), chance.uniform(0, screen.height - 1)
        act = chance.random()
        if act < 0.45 and len(held) < 10:
            held[screen.down(x, y)] = (x, y)
            touches += 1
        elif held:
            finger = chance.choice(list(held))
            if act < 0.7:
                screen.move(finger, x, y)
                held[finger] = (x, y)
            else:
                screen.up(finger, *held.pop(finger))
        kiosk.check_running()
        assert not in_overlay(kiosk), "random fingers came past the PIN"
        time.sleep(0.01)
    for finger, place in held.items():
        screen.up(finger, *place)
    return touches


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.randrange(10**6)
    print(f"seed {seed}", flush=True)
    with Touchscreen(1920, 1080) as screen, tempfile.TemporaryDirectory(prefix="fingers-") as data:
        with Kiosk(screen, "set-pin", FASTER, data=data) as kiosk:
            set_pin(screen, kiosk)
        with Kiosk(screen, "fingers", FASTER, data=data) as kiosk:
            kiosk.wait_screen("attract", seconds=20)
            touches = play(screen, kiosk, random.Random(seed))
            assert touches >= 100, f"only {touches} touches in {SECONDS} s: the X server is too slow"
            print(f"{touches} touches", flush=True)
            # Whatever is open now, also the PIN pad: left alone it closes.
            wait_for("the loop", lambda: kiosk.dump()["screen"] == "attract", 40)
            frames = kiosk.status()["frames"]
            wait_for("new frames", lambda: kiosk.status()["frames"] > frames, 10)


if __name__ == "__main__":
    main()
