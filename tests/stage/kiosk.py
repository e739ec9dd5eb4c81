"""The kiosk as the tests meet it: started on a touchscreen, watched through what it tells, touched by element.

    with Touchscreen(1920, 1080) as screen, Kiosk(screen, "visit") as kiosk:
        kiosk.wait_screen("attract")
        screen.tap(960, 540)

Nothing of the program's inside is used: status.json and the UI dump are its contract. DALA_BIN names the folder
of the programs, else build/release/bin. When a test fails, a picture of the screen and the kiosk's log stay in
build/stage.
"""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from touchscreen import end_with_us

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(os.environ.get("DALA_BIN", ROOT / "build" / "release" / "bin"))
KEPT = ROOT / "build" / "stage"

# A page takes 260 ms to come in and takes no touch meanwhile.
PAGE_CHANGE = 0.45


def wait_for(what, condition, seconds=10.0, every=0.02):
    """Returns the first true value of condition(); fails after so many seconds, saying what was waited for."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:g} s in vain: {what} (last: {value!r})")
        time.sleep(every)


def children(pid):
    """{name: pid} of the processes that this one started."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            head, tail = entry.read_text().rsplit(")", 1)
        except OSError:
            continue
        if int(tail.split()[1]) == pid and tail.split()[0] != "Z":
            number, name = head.split(" (", 1)
            found[name] = int(number)
    return found


def read_json(path):
    """Its value, or {} while it is not there. The kiosk replaces it whole."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


class Kiosk:
    def __init__(self, screen, name, options=(), data=None, playlists=None, settings="",
                 without=None):
        """`data` is kept by the caller; without it there is a fresh one, with `settings` as its settings.toml.
        `without` is a folder of the system that looks empty to it."""
        self.screen, self.name = screen, name
        self.folder = Path(tempfile.mkdtemp(prefix="kiosk-"))
        self.data = Path(data or self.folder / "data")
        self.data.mkdir(exist_ok=True)
        if settings:
            (self.data / "settings.toml").write_text(settings)
        self.dump_file = self.folder / "ui.json"
        self.log_file = self.folder / "log"
        environment = {key: value for key, value in os.environ.items()
                       if key not in ("WAYLAND_DISPLAY", "SDL_VIDEODRIVER")} | {"DISPLAY": screen.display}
        command = [BIN / "dalakiosk", "--media", ROOT / "media", "--playlists", playlists or ROOT / "playlists",
                   "--data", self.data, "--ui-dump", self.dump_file, *map(str, options)]
        if without:
            hide = f'mount -t tmpfs none "{without}" && exec "$0" "$@"'
            command = ["unshare", "--mount", "sh", "-c", hide, *command]
        with open(self.log_file, "wb") as log:
            self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, preexec_fn=end_with_us)

    def __enter__(self):
        return self

    def __exit__(self, fault, *_):
        if fault:
            self.keep_evidence()
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def stop(self):
        """Asks it to end, as systemd does. Returns the seconds that it took and its exit code."""
        asked = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return time.monotonic() - asked, self.process.returncode

    def keep_evidence(self):
        KEPT.mkdir(parents=True, exist_ok=True)
        self.screen.screenshot(KEPT / f"{self.name}.png")
        shutil.copy(self.log_file, KEPT / f"{self.name}.log")
        if self.dump_file.exists():
            shutil.copy(self.dump_file, KEPT / f"{self.name}.json")
        print(f"--- the kiosk's log (also, with a picture, in {KEPT}):\n{self.log()[-3000:]}---", flush=True)

    def log(self):
        return self.log_file.read_text(errors="replace")

    def check_running(self):
        code = self.process.poll()
        assert code is None, f"the kiosk has ended with {code}"
        return True

    # What it tells.

    @property
    def status_file(self):
        return self.data / "run" / "status.json"

    def status(self):
        self.check_running()
        return read_json(self.status_file)

    def dump(self):
        self.check_running()
        return read_json(self.dump_file)

    def wait_screen(self, *names, seconds=10.0):
        """Waits until one of these is shown and takes touches; returns which."""
        wait_for(f"screen {' or '.join(names)}", lambda: self.dump().get("screen") in names, seconds)
        time.sleep(PAGE_CHANGE)
        return self.dump()["screen"]

    def elements(self):
        return self.dump().get("elements", [])

    def element(self, name):
        """The element with this id, else with this name for speech. Fails if there is none."""
        elements = self.elements()
        for key in ("id", "name"):
            for element in elements:
                if element.get(key) == name:
                    return element
        ids = ", ".join(element.get("id") or "?" for element in elements)
        raise AssertionError(f"no element {name} on screen {self.dump().get('screen')}: {ids}")

    def has(self, name):
        return any(name in (element.get("id"), element.get("name")) for element in self.elements())

    def words(self):
        """Everything that speech would say of the screen."""
        return "\n".join(element["name"] for element in self.elements())

    # What a visitor does.

    def tap(self, name):
        rect = self.element(name)["rect"]
        x, y = rect["x"] + rect["w"] / 2, rect["y"] + rect["h"] / 2
        assert 0 <= x < self.screen.width and 0 <= y < self.screen.height, f"{name} lies outside the glass: {rect}"
        self.screen.tap(x, y)

    def read_qr(self):
        """What a phone's camera reads off the glass: the codes on it, in no order."""
        shot = self.screen.screenshot(self.folder / "qr.png")
        done = subprocess.run(["zbarimg", "--nodbus", "-q", "--raw", shot], capture_output=True, text=True)
        return done.stdout.split()
