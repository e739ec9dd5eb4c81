#!/usr/bin/env python3
"""The checker of the layers finds each kind of fault, and names file, line and remedy."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).resolve().parents[2] / "tools" / "check_layers"


def check(files):
    """Runs the checker on a tree of these files; returns its exit code and its lines."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        done = subprocess.run([sys.executable, CHECKER, folder], capture_output=True, text=True)
        return done.returncode, done.stdout.splitlines()


class CheckLayers(unittest.TestCase):
    def expect(self, file, text, *faults):
        self.assertEqual(check({file: text}), (1 if faults else 0, list(faults) or ["1 files keep to the layers"]))

    def test_a_tree_in_order_passes(self):
        self.expect("kiosk/view/a.h", '#include "base/result.h"\n#include <vector>\n#include <qrcodegen.hpp>\n#include <unistd.h>\n')

    def test_an_arrow_upwards(self):
        self.expect("kiosk/content/a.h", '#pragma once\n#include "view/scene.h"\n',
                    "kiosk/content/a.h:2: content may not include view (it may include base)")

    def test_an_include_without_its_folder(self):
        self.expect("kiosk/view/a.cpp", '#include "scene.h"\n',
                    'kiosk/view/a.cpp:1: "scene.h" does not name its folder; write "folder/file.h"')

    def test_a_library_in_the_wrong_folder(self):
        self.expect("kiosk/state/a.cpp", "#include <sqlite3.h>\n",
                    "kiosk/state/a.cpp:1: <sqlite3.h> belongs to signup; state asks them instead")
        self.expect("kiosk/view/a.cpp", "#include <SDL.h>\n",
                    "kiosk/view/a.cpp:1: <SDL.h> belongs to decode, screen, staff; view asks them instead")

    def test_a_socket_in_the_wrong_folder(self):
        self.expect("kiosk/state/a.cpp", "#include <sys/socket.h>\n", "kiosk/state/a.cpp:1: <sys/socket.h> "
                    "belongs to app, decode, tools, web; state asks them instead")

    def test_a_library_that_nobody_listed(self):
        self.expect("kiosk/view/a.cpp", "#include <boost/any.hpp>\n", "kiosk/view/a.cpp:1: <boost/any.hpp> "
                    "has no line in the table LIBRARIES of tools/check_layers")

    def test_a_folder_that_nobody_listed(self):
        self.expect("kiosk/extra/a.h", "", "kiosk/extra/a.h: folder extra has no line in the table of tools/check_layers")

    def test_a_clock_read_outside_the_rim(self):
        line = "auto t = std::chrono::steady_clock::now();\n"
        self.expect("kiosk/app/a.cpp", line)
        self.expect("kiosk/state/a.cpp", "// steady_clock::now() is not for us\n")
        self.expect("kiosk/state/a.cpp", line, "kiosk/state/a.cpp:1: steady_clock::now outside app/: "
                    "take the time as an argument (base/time.h)")

    def test_files_and_functions_over_their_budget(self):
        self.expect("kiosk/base/a.h", "\n" * 201, "kiosk/base/a.h: 201 lines; a .h file has at most 200")
        self.expect("kiosk/base/a.cpp", "void long_one() {\n" + "\n" * 59 + "}\n",
                    "kiosk/base/a.cpp:1: long_one has 61 lines; a function has at most 60")

    def test_an_empty_tree_is_not_a_pass(self):
        self.assertEqual(check({})[0], 1)


if __name__ == "__main__":
    unittest.main()
