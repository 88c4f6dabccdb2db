"""Two browsers, a loop of commands and imports on one library, for as long as one likes.

python3 Torture/several.py --lectern PROGRAM [--minutes N] [--seed N]

Each browser is in a terminal of its own (tmux). Every change that the program acknowledged is counted;
at the end the history has as many, the library is sound, and taking all of them back leads to the
start. A browser has to show what another program did within a second of its next key.
"""

import argparse
import os
import pathlib
import random
import re
import shlex
import subprocess
import sys
import threading
import time

from counts import Counts
from program import Program


class Terminal:
    """The browser in a window of a tmux server of its own."""

    def __init__(self, program, name):
        self.socket = str(program.home / f"tmux-{name}")
        environment = []
        for key, value in program.environment().items():
            if key != "TERM":
                environment += ["-e", f"{key}={value}"]
        self.tmux(
            "-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "40", *environment,
            shlex.quote(program.lectern))

    def tmux(self, *arguments):
        return subprocess.run(
            ["tmux", "-S", self.socket, *arguments], check=False, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def press(self, *keys):
        self.tmux("send-keys", *keys)

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def wait(self, is_so, seconds=30.0):
        """Looks until something is on the screen; the seconds it took, None when it never was."""
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            if is_so(self.screen()):
                return time.monotonic() - begun
        return None

    def close(self):
        self.press("C-c")
        time.sleep(0.5)
        self.tmux("kill-server")


class Tally:
    """What was acknowledged, by whom, from several threads at once."""

    def __init__(self):
        self.lock = threading.Lock()
        self.counts = Counts()
        self.waiting = 0
        self.slowest = 0.0
        self.seen = 0

    def acknowledge(self):
        with self.lock:
            self.counts.acknowledged += 1

    def fail(self, what):
        with self.lock:
            self.counts.fail(what)

    def see(self, seconds):
        with self.lock:
            self.seen += 1
            self.slowest = max(self.slowest, seconds)

    def wait_for_lock(self):
        with self.lock:
            self.waiting += 1


def run_command(program, tally, *arguments):
    """A command that succeeds, or says that another program keeps the library locked."""
    code, _, complaint = program.run(*arguments)
    if code == 0:
        tally.acknowledge()
    elif code == 4 and "keeps the library" in complaint:
        tally.wait_for_lock()
    else:
        tally.fail(f"{arguments}: {code} {complaint}")


def loop_of_commands(program, tally, is_over, generator):
    number = 0
    while not is_over():
        number += 1
        paper = generator.choice(["1706.03762", "2005.14165", "2203.02155"])
        command = generator.choice(["tag", "tag", "note"])
        text = f"+loop{number}" if command == "tag" else f"Note {number} of the loop."
        run_command(program, tally, command, paper, text)


def loop_of_imports(program, tally, is_over):
    number = 0
    while not is_over():
        number += 1
        file = program.home / f"import{number}.md"
        file.write_text("# Many\n\n" + "".join(
            f"- [Paper {number}-{index}](https://example.org/{number}/{index})\n"
            for index in range(150)))
        run_command(program, tally, "import", str(file), "--list", f"import-{number}")
        # An import is rare beside the keys and commands of a day.
        time.sleep(2)


def browse(terminal, tally, is_over, name, read):
    """Marks the paper under the cursor and takes the mark back, over and over.

    The title line says how many are read; each mark is one acknowledged change.
    """
    while not is_over():
        before = count_read(terminal.screen(), read)
        if before is None:
            tally.fail(f"{name}: no title line:\n{terminal.screen()}")
            return
        for key, expected in [("r", before + 1), ("U", before)]:
            terminal.press(key)
            took = terminal.wait(lambda screen: count_read(screen, read) == expected)
            if took is None:
                if "keeps the library" in terminal.screen():
                    tally.wait_for_lock()
                else:
                    tally.fail(f"{name}: {key} was not shown:\n{terminal.screen()}")
                return
            tally.acknowledge()


def count_read(screen, read):
    match = re.search(read, screen)
    return int(match.group(1)) if match else None


def watch(program, terminal, tally, is_over):
    """Tags a paper from outside, and looks when the browser shows it after a key."""
    number = 0
    while not is_over():
        number += 1
        tag = f"watched{number}"
        run_command(program, tally, "tag", "1810.04805", f"+{tag}")
        begun = time.monotonic()
        terminal.press("j", "k")
        if terminal.wait(lambda screen: f"#{tag}" in screen.replace("\n", " "), 10) is None:
            tally.fail(f"the browser does not show {tag}")
        else:
            tally.see(time.monotonic() - begun)
        run_command(program, tally, "tag", "1810.04805", f"-{tag}")
        time.sleep(0.2)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lectern", required=True)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.minutes:g} minutes", flush=True)
    program = Program(os.path.abspath(options.lectern), "")
    try:
        sys.exit(rounds(program, options))
    finally:
        program.remove()


def rounds(program, options):
    program.run("mark", "reading", "2203.02155")
    state = pathlib.Path(program.home / ".local/state/lectern")
    state.mkdir(parents=True, exist_ok=True)
    (state / "welcome-seen").touch()
    start = program.content()
    tally = Tally()
    end = time.monotonic() + 60 * options.minutes

    def is_over():
        return time.monotonic() > end or bool(tally.counts.wrong)

    first, second, third = (Terminal(program, name) for name in ["one", "two", "three"])
    terminals = [first, second, third]
    for terminal in terminals:
        if terminal.wait(lambda screen: "of 31 read" in screen) is None:
            print(terminal.screen())
            return 1
    second.press("J")
    second.wait(lambda screen: "of 10 read" in screen)
    # The third stands on the paper whose tags are changed from outside.
    third.press("g", "g", "j", "j")
    generator = random.Random(options.seed)
    threads = [
        threading.Thread(target=target, args=arguments) for target, arguments in [
            (browse, (first, tally, is_over, "order", r"(\d+) of 31 read")),
            (browse, (second, tally, is_over, "week", r"(\d+) of 10 read")),
            (loop_of_commands, (program, tally, is_over, generator)),
            (loop_of_imports, (program, tally, is_over)),
            (watch, (program, third, tally, is_over)),
        ]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for terminal in terminals:
        terminal.close()
    return judge(program, tally, start)


def judge(program, tally, start):
    counts = tally.counts
    counts.rounds = tally.seen
    steps = program.steps() - 1
    if steps != counts.acknowledged:
        counts.lost += abs(counts.acknowledged - steps)
        counts.fail(f"{counts.acknowledged} changes were acknowledged, the history has {steps}")
    counts.check_sound(program, "at the end")
    code, _, complaint = program.run("doctor")
    if code != 0:
        counts.fail(f"doctor: {code} {complaint}")
    # Twenty minutes leave twenty thousand steps, each of them a transaction to be taken back.
    code, _, complaint = program.run("undo", str(steps), seconds=1200)
    if code != 0 or program.content() != start:
        counts.fail(f"undoing everything does not lead back: {complaint}")
    counts.check_sound(program, "after undoing everything")
    print(counts.line("several programs"))
    print(
        f"{tally.waiting} said that they wait; a browser showed another program's change within"
        f" {tally.slowest:.2f} s at most, {tally.seen} times")
    if tally.slowest > 1:
        counts.fail("a browser took more than a second to show another program's change")
    for wrong in counts.wrong[:20]:
        print(f"  {wrong}")
    return 1 if counts.wrong else 0


if __name__ == "__main__":
    main()
