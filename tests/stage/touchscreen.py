"""A touchscreen for tests: an X server without hardware that takes real multi-touch from us.

    with Touchscreen(1920, 1080) as screen:
        subprocess.Popen([...], env=os.environ | {"DISPLAY": screen.display})
        screen.tap(960, 540)
        screen.screenshot("home.png")

Xorg's `dummy` driver gives the glass and its `inputtest` driver the finger and the keyboard: programs see the
touches (XInput 2) that a real panel would give, not a mouse. Needs root, as Xorg does, and the packages
xserver-xorg-core and xserver-xorg-video-dummy. Coordinates are pixels of the screen, times are seconds.
"""

import ctypes
import itertools
import os
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time
import zlib
from pathlib import Path

CONFIG = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "BlankTime" "0"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "glass"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "{width}x{height}" {clock} {width} {w1} {w2} {w3} {height} {h1} {h2} {h3}
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "glass"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "{width}x{height}"
    Virtual {width} {height}
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "finger"
  Driver "inputtest"
  Option "SocketPath" "{folder}/finger"
  Option "DeviceType" "Touch"
  Option "TouchCount" "10"
EndSection
Section "InputDevice"
  Identifier "keyboard"
  Driver "inputtest"
  Option "SocketPath" "{folder}/keyboard"
  Option "DeviceType" "Keyboard"
EndSection
Section "InputDevice"
  Identifier "mouse"
  Driver "inputtest"
  Option "SocketPath" "{folder}/mouse"
  Option "DeviceType" "PointerAbsolute"
EndSection
Section "ServerLayout"
  Identifier "stage"
  Screen "screen"
  InputDevice "finger" "SendCoreEvents"
  InputDevice "keyboard" "CoreKeyboard"
  InputDevice "mouse" "CorePointer"
EndSection
"""

# The messages of xorg/xf86-input-inputtest-protocol.h that we send.
CLIENT_VERSION, WAIT_FOR_SYNC, KEY, TOUCH = 0, 1, 5, 6
TOUCH_BEGIN, TOUCH_UPDATE, TOUCH_END = 18, 19, 20
VALUATORS = 64
AXIS = 65535

KEYS = {"escape": 1, "backspace": 14, "tab": 15, "enter": 28, "space": 57, "up": 103, "left": 105, "right": 106,
        "down": 108}


def end_with_us():
    """For Popen(preexec_fn=…): the child is told to end when this process does, however that happens."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


class Device:
    """One inputtest device. Its connection lasts as long as the server: Xorg hangs on a second one."""

    def __init__(self, path, deadline):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(10)
        while True:
            try:
                self.socket.connect(str(path))
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
        self.socket.sendall(struct.pack("<IIHH", 12, CLIENT_VERSION, 1, 1))
        self._receive(12)

    def send(self, kind, body):
        """Sends one event and returns when the server has handled it."""
        self.socket.sendall(struct.pack("<II", 8 + len(body), kind) + body + struct.pack("<II", 8, WAIT_FOR_SYNC))
        self._receive(8)

    def close(self):
        self.socket.close()

    def _receive(self, size):
        data = b""
        while len(data) < size:
            part = self.socket.recv(size - len(data))
            if not part:
                raise ConnectionError("the X server closed an input device: see its log")
            data += part


class XImage(ctypes.Structure):
    """The head of Xlib's XImage, as far as we read it."""
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                ("format", ctypes.c_int), ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int),
                ("bitmap_unit", ctypes.c_int), ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int),
                ("depth", ctypes.c_int), ("bytes_per_line", ctypes.c_int)]


class Glass:
    """What the screen shows: reads pixels through Xlib."""

    def __init__(self, display):
        x = self.x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        x.XDefaultRootWindow.restype = ctypes.c_ulong
        x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
                                ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        x.XGetImage.restype = ctypes.POINTER(XImage)
        x.XDestroyImage.argtypes = [ctypes.POINTER(XImage)]
        x.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self.connection = x.XOpenDisplay(display.encode())
        if not self.connection:
            raise RuntimeError(f"cannot open display {display}")
        self.root = x.XDefaultRootWindow(self.connection)

    def pixels(self, left, top, width, height):
        """Rows of blue, green, red and an unused byte, without gaps."""
        z_pixmap, all_planes = 2, 0xFFFFFFFF
        image = self.x.XGetImage(self.connection, self.root, left, top, width, height, all_planes, z_pixmap)
        data = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * height)
        self.x.XDestroyImage(image)
        return data

    def close(self):
        self.x.XCloseDisplay(self.connection)


def write_png(path, width, height, bgrx):
    rgb = bytearray(width * height * 3)
    rgb[0::3], rgb[1::3], rgb[2::3] = bgrx[2::4], bgrx[1::4], bgrx[0::4]
    stride = width * 3
    rows = b"".join(b"\0" + rgb[y * stride:(y + 1) * stride] for y in range(height))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    Path(path).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 1))
                           + chunk(b"IEND", b""))


class Touchscreen:
    def __init__(self, width, height):
        if not shutil.which("Xorg") or os.geteuid() != 0:
            raise RuntimeError("a touchscreen needs Xorg (package xserver-xorg-core) and root to start it")
        self.width, self.height = width, height
        self.folder = Path(tempfile.mkdtemp(prefix="touchscreen-"))
        self.server = None
        self.devices = []
        self.glass = None
        self.contacts = itertools.count(1)
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def down(self, x, y):
        """Puts a new finger on the glass; returns its id for move() and up()."""
        finger = next(self.contacts)
        self._touch(finger, TOUCH_BEGIN, x, y)
        return finger

    def move(self, finger, x, y):
        self._touch(finger, TOUCH_UPDATE, x, y)

    def up(self, finger, x, y):
        self._touch(finger, TOUCH_END, x, y)

    def tap(self, x, y, seconds=0.06):
        finger = self.down(x, y)
        time.sleep(seconds)
        self.up(finger, x, y)

    def hold(self, x, y, seconds):
        self.tap(x, y, seconds)

    def swipe(self, x0, y0, x1, y1, seconds=0.2, steps=12):
        finger = self.down(x0, y0)
        for step in range(1, steps + 1):
            time.sleep(seconds / steps)
            self.move(finger, x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
        self.up(finger, x1, y1)

    def key(self, name):
        """Presses and lifts a key of KEYS."""
        for pressed in (1, 0):
            self.keyboard.send(KEY, struct.pack("<iI", KEYS[name] + 8, pressed))

    def pixel(self, x, y):
        """(red, green, blue) at a place."""
        blue, green, red = self.glass.pixels(x, y, 1, 1)[:3]
        return red, green, blue

    def screenshot(self, path):
        write_png(path, self.width, self.height, self.glass.pixels(0, 0, self.width, self.height))
        return Path(path)

    def close(self):
        if self.glass:
            self.glass.close()
            self.glass = None
        if self.server:
            self.server.terminate()
            try:
                self.server.wait(5)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()
            self.server = None
        for device in self.devices:
            device.close()
        self.devices = []
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self):
        # The driver refuses modes with little blanking and pixel clocks over 300 MHz; nothing here waits for either.
        w, h = self.width, self.height
        (self.folder / "xorg.conf").write_text(CONFIG.format(
            width=w, height=h, folder=self.folder, clock=200,
            w1=w + w // 16, w2=w + w // 8, w3=w + w // 4, h1=h + 3, h2=h + 8, h3=h + 40))
        ready, told = os.pipe()
        self.server = subprocess.Popen(
            ["Xorg", "-displayfd", str(told), "-config", self.folder / "xorg.conf", "-logfile", self.log, "-noreset",
             "-nolisten", "tcp", "-novtswitch", "-sharevts", "-dpms", "-s", "0"],
            pass_fds=[told], preexec_fn=end_with_us, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(told)
        with os.fdopen(ready) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xorg did not start:\n" + self.log.read_text(errors="replace")[-2000:])
        self.display = f":{number}"
        deadline = time.monotonic() + 10
        self.finger, self.keyboard, mouse = self.devices = [
            Device(self.folder / name, deadline) for name in ("finger", "keyboard", "mouse")]
        self.glass = Glass(self.display)

    @property
    def log(self):
        return self.folder / "Xorg.log"

    def _touch(self, finger, kind, x, y):
        # The axes span the glass from the first pixel's centre to the last one's.
        values = [0.0] * VALUATORS
        values[0] = x * AXIS / (self.width - 1)
        values[1] = y * AXIS / (self.height - 1)
        body = struct.pack("<III8B4x", finger, kind, 0, 3, *[0] * 7)
        self.finger.send(TOUCH, body + struct.pack(f"<{2 * VALUATORS}d", *values, *[0.0] * VALUATORS))
