"""The programs that are compared, each started on a screen with a folder of pictures and a time for each."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "stage"))

from kiosk import Kiosk  # noqa: E402
from touchscreen import end_with_us  # noqa: E402


class Program:
    """A peer: `command` shows the folder's pictures, each for so many seconds, over the whole screen."""

    def __init__(self, screen, folder, seconds):
        self.home = Path(tempfile.mkdtemp(prefix="bench-"))
        command = self.command(screen, folder, seconds)
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            command, cwd=self.home, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=end_with_us,
            env={key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
            | {"DISPLAY": screen.display, "HOME": str(self.home)})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)


class Feh(Program):
    name = "feh"

    def command(self, _, folder, seconds):
        return ["feh", "--fullscreen", "--auto-zoom", "--zoom", "fill", "--hide-pointer", "--slideshow-delay",
                str(seconds), folder]


class Imv(Program):
    name = "imv"

    def command(self, _, folder, seconds):
        return ["imv-x11", "-f", "-s", "crop", "-t", str(seconds), folder]


class Mpv(Program):
    name = "mpv"

    def command(self, screen, folder, seconds):
        return ["mpv", "--no-config", "--really-quiet", "--no-audio", "--no-osc", "--panscan=1", "--loop-playlist",
                f"--image-display-duration={seconds}", "--no-border", f"--geometry={screen.width}x{screen.height}+0+0",
                *sorted(folder.iterdir())]


PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Kiosk</title><style>
html, body {{ margin: 0; height: 100%; overflow: hidden; background: #FBF7F0; cursor: none }}
img {{ position: absolute; width: 100vw; height: 100vh; object-fit: cover; opacity: 0;
       transition: opacity .8s ease-out }}
img.on {{ opacity: 1 }}
</style><img id="a" class="on"><img id="b"><script>
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


class Chromium(Program):
    """A page such as most signage players are, in kiosk mode."""

    name = "Chromium"

    def command(self, screen, folder, seconds):
        page = self.home / "page.html"
        pictures = [f"file://{file}" for file in sorted(folder.iterdir())]
        page.write_text(PAGE.format(pictures=pictures, seconds=seconds))
        return ["chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--start-fullscreen", f"--window-size={screen.width},{screen.height}", "--window-position=0,0",
                "--password-store=basic", "--disable-features=Translate", f"--user-data-dir={self.home / 'profile'}",
                f"file://{page}"]


class Ours(Kiosk):
    """The kiosk as it ships, with the folder as an exhibitor's."""

    name = "Dalakiosk"

    def __init__(self, screen, folder, seconds):
        self.playlists = Path(tempfile.mkdtemp(prefix="playlists-", dir=ROOT / "build"))  # Links stay on one disk.
        stand = self.playlists / "stand"
        stand.mkdir()
        for file in folder.iterdir():
            os.link(file, stand / file.name)
        (stand / "playlist.toml").write_text(f"duration = {seconds}\n")
        self.began = time.monotonic()
        super().__init__(screen, "bench", playlists=self.playlists)

    def __exit__(self, *fault):
        super().__exit__(*fault)
        shutil.rmtree(self.playlists, ignore_errors=True)


ALL = [Ours, Feh, Imv, Mpv, Chromium]
