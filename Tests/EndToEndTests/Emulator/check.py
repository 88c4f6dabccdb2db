"""Draws Lectern's screens in an emulated terminal and looks whether every cell is where it belongs.

python3 check.py --lectern PROGRAM [FILE…]

Each line of titles.txt, and of the files that are named, becomes the title of a paper. In every kind of
terminal and in several sizes the rules between the panes have to stand in one column on every row, the
years in another, and nothing of an escape sequence may be left on the screen. The emulator is pyte,
which measures characters by itself: https://pyte.readthedocs.io.
"""

import argparse
import fcntl
import json
import os
import pathlib
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata

import pyte
from wcwidth import wcwidth

TERMINALS = ["xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt100"]
SIZES = [(120, 40), (80, 24), (40, 10)]
YEAR = "2017"


class Screen(pyte.Screen):
    """pyte's screen, which would drop what follows a sign without width that has no combining class."""

    def draw(self, data):
        super().draw("".join(
            sign for sign in data if wcwidth(sign) != 0 or unicodedata.combining(sign)))


class Browser:
    """The browser on a pseudo-terminal whose output an emulator draws."""

    def __init__(self, lectern, home, terminal, columns, rows):
        self.screen = Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.execve(lectern, [lectern], environment(home, TERM=terminal))
        fcntl.ioctl(
            self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.process, signal.SIGWINCH)

    def settle(self, is_there=lambda rows: True):
        """Takes in what comes until something is on the screen and nothing comes any more."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if select.select([self.descriptor], [], [], 0.15)[0]:
                try:
                    self.stream.feed(os.read(self.descriptor, 65536))
                except OSError:
                    return False
            elif is_there(cells(self.screen)):
                return True
        return False

    def press(self, keys):
        os.write(self.descriptor, keys.encode())
        self.settle()

    def close(self):
        os.write(self.descriptor, b"\x03")
        os.waitpid(self.process, 0)
        os.close(self.descriptor)


def environment(home, **extra):
    return {
        "HOME": str(home), "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8", "TZ": "UTC", "LECTERN_LIBRARY": str(home / "library.db"),
        "SWIFT_BACKTRACE": "enable=no", **extra}


def columns_of(screen, signs):
    """The columns in which one of the signs stands, by row."""
    return [
        {column for column in range(screen.columns) if screen.buffer[row][column].data in signs}
        for row in range(screen.lines)]


def faults(screen):
    """What is wrong with a screen."""
    found = []
    rules = columns_of(screen, {"│"})
    # A row of one pane alone begins with a mark, and signs in it are a title's.
    joints = [
        column for column in range(screen.columns)
        if screen.buffer[1][0].data == "─" and screen.buffer[1][column].data == "┬"]
    end = next(
        (row for row in range(2, screen.lines)
         if screen.buffer[row][0].data == "─"), screen.lines)
    for column in joints:
        for row in range(2, end):
            if column not in rules[row]:
                found.append(f"row {row}: no rule in column {column}: {cells(screen)[row]!r}")
    years = {
        row: display.rfind(YEAR) for row, display in enumerate(cells(screen)) if row < end}
    places = {place for place in years.values() if place >= 0}
    if screen.columns >= 80 and len(places) > 1 and not joints:
        found.append(f"years stand in the columns {sorted(places)}")
    for row, display in enumerate(cells(screen)):
        strange = [sign for sign in display if ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0]
        if strange:
            found.append(f"row {row}: controls {strange!r}")
    return found


def cells(screen):
    """The rows with one character a cell, so that an index is a column."""
    return [
        "".join((screen.buffer[row][column].data or " ")[:1] for column in range(screen.columns))
        for row in range(screen.lines)]


def is_disputed(title):
    """True for a text that no two programs measure alike.

    Those are signs that a variation selector or a joiner makes wider or narrower, flags, keycaps, and
    the spacing marks of Indic scripts.
    """
    return any(
        sign in "\ufe0e\ufe0f\u200d\u20e3" or 0x1F1E6 <= ord(sign) <= 0x1F1FF
        or 0x1F3FB <= ord(sign) <= 0x1F3FF or 0x1160 <= ord(sign) <= 0x11FF
        or unicodedata.category(sign) == "Mc" for sign in title)


def fill(lectern, home, titles):
    """A library with one list that has the titles."""
    source = home / "titles.json"
    source.write_text(json.dumps({
        "slug": "titles", "title": "Titles 注意 é", "kind": "order", "sections": [{
            "title": None, "entries": [
                {"title": title, "year": int(YEAR), "arxiv": f"1706.{number:05}",
                 "authors": [title[:40]], "remark": title}
                for number, title in enumerate(titles, 10000)]}]}, ensure_ascii=False))
    (home / ".local/state/lectern").mkdir(parents=True)
    (home / ".local/state/lectern/welcome-seen").touch()
    process = subprocess.run(
        [lectern, "--bare", "import", str(source)], env=environment(home), check=False,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if process.returncode != 0:
        sys.exit(f"the titles could not be imported: {process.stderr}")


def look(browser, what, wrong):
    for fault in faults(browser.screen):
        wrong.append(f"{what}: {fault}")


def check(lectern, titles, terminal, columns, rows, home):
    """Walks through the titles, and the screens on which they stand."""
    wrong = []
    browser = Browser(lectern, home, terminal, columns, rows)
    if not browser.settle(lambda rows: "Titles" in rows[0]):
        return [f"no screen came: {cells(browser.screen)}"]
    walk = max(1, len(titles) // max(1, rows - 8))
    for step in range(min(walk + 1, 30)):
        look(browser, f"page {step}", wrong)
        browser.press("\x04")
    for keys, name in [
        ("G", "end"), ("kkk", "cursor"), ("l", "paper"), ("G", "end of the paper"), ("h", "back"),
        ("/a", "search"), ("\x1b", "left search"), ("H", "history"), ("q", "closed"), ("S", "pictures"),
        ("q", "closed"), ("gg", "start"), ("jjjj", "cursor"),
    ]:
        browser.press(keys)
        if name in ("end", "cursor", "back", "closed", "start", "left search"):
            look(browser, name, wrong)
    browser.close()
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lectern", required=True)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    lectern = os.path.abspath(options.lectern)
    files = [pathlib.Path(__file__).parent / "titles.txt", *options.files]
    titles = [
        line for file in files
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines()
        if line.strip()]
    disputed = sum(map(is_disputed, titles))
    titles = [title for title in titles if not is_disputed(title)][:1500]
    print(f"{len(titles)} titles; {disputed} left out, whose width is disputed", flush=True)
    wrong = []
    home = pathlib.Path(tempfile.mkdtemp(prefix="lectern-emulator-"))
    try:
        fill(lectern, home, titles)
        for terminal in TERMINALS:
            for columns, rows in SIZES:
                found = check(lectern, titles, terminal, columns, rows, home)
                print(f"{terminal:<16}{columns:>4}×{rows:<4}{len(found):>4} misplaced", flush=True)
                wrong += [f"{terminal} {columns}×{rows}, {fault}" for fault in found]
    finally:
        shutil.rmtree(home, ignore_errors=True)
    for fault in wrong[:30]:
        print(f"  {fault}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
