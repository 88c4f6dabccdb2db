"""Kills the program at random moments while it writes."""

import os
import pty
import random
import select
import signal
import time

from counts import Counts

PAPER = "arxiv:1706.03762"


def kill_commands(program, rounds, generator):
    """Commands that change the library, most of them killed before they are done."""
    counts = Counts()
    program.run("lists")
    start = program.content()
    begun = time.monotonic()
    program.run("tag", PAPER, "+usual")
    usual = time.monotonic() - begun
    acknowledged = {"usual"}
    for number in range(rounds):
        counts.rounds += 1
        tag = f"kill{number}"
        process = program.start("tag", PAPER, f"+{tag}")
        if number % 4:
            time.sleep(generator.random() * usual * 1.2)
            process.send_signal(signal.SIGKILL)
        output, complaint = process.communicate()
        if process.returncode == 0 or "Tagged" in output:
            acknowledged.add(tag)
            counts.acknowledged += 1
        elif process.returncode > 0:
            counts.fail(f"round {number}: exit {process.returncode}: {complaint}")
        if number % 10 == 0:
            counts.check_sound(program, f"round {number}")
        lost = acknowledged - program.tags()
        if lost:
            counts.lost += len(lost)
            counts.fail(f"round {number}: lost {sorted(lost)}")
            acknowledged -= lost
    undo_all(program, start, counts)
    return counts


def kill_browsers(program, rounds, generator):
    """The browser in a terminal, killed while keys come in."""
    counts = Counts()
    program.run("lists")
    (program.home / ".local/state/lectern").mkdir(parents=True, exist_ok=True)
    (program.home / ".local/state/lectern/welcome-seen").touch()
    start = program.content()
    for number in range(rounds):
        counts.rounds += 1
        process, terminal = open_browser(program)
        read(terminal, lambda text: "read" in text, 10)
        marks = program.marks()
        for index in range(generator.randrange(1, 8)):
            # No key is pressed twice, since marking anew what is marked changes nothing.
            os.write(terminal, b"rsi"[index % 3:index % 3 + 1])
            if not wait(lambda: program.marks() > marks, terminal):
                break
            marks = program.marks()
            counts.acknowledged += 1
        os.write(terminal, generator.choice([b"r", b"s", b"u", b"j", b"G"]))
        time.sleep(generator.random() * 0.01)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)
        counts.check_sound(program, f"browser {number}")
        # The last key may have taken a mark back.
        if program.marks() < marks - 1:
            counts.lost += 1
            counts.fail(f"browser {number}: {marks} marks were there, now {program.marks()}")
    undo_all(program, start, counts)
    return counts


def open_browser(program):
    """Starts the browser on a terminal of its own: its process and the terminal."""
    process, terminal = pty.fork()
    if process == 0:
        os.execve(
            program.lectern, [program.lectern],
            dict(program.environment(), COLUMNS="120", LINES="40"))
    return process, terminal


def read(terminal, is_enough, seconds):
    """What the terminal shows until it is enough or nothing comes any more."""
    text = ""
    end = time.monotonic() + seconds
    while not is_enough(text) and time.monotonic() < end:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                text += os.read(terminal, 65536).decode("utf-8", "replace")
            except OSError:
                break
    return text


def wait(is_so, terminal):
    """Reads from the terminal until something is so; false when it takes more than two seconds."""
    end = time.monotonic() + 2
    while not is_so():
        if time.monotonic() > end:
            return False
        read(terminal, lambda text: text != "", 0.02)
    return True


def undo_all(program, start, counts):
    """Takes everything back and compares with the beginning."""
    code, _, complaint = program.run("undo", "100000")
    if code != 0 or program.content() != start:
        counts.fail(f"undoing everything does not lead back to the start: {complaint}")
    counts.check_sound(program, "after undoing everything")


def run(program_maker, generator, name):
    """One of the two kinds of killing, on a library of its own."""
    kill, rounds = {
        "killed commands": (kill_commands, 600), "killed browsers": (kill_browsers, 40)}[name]
    program = program_maker()
    try:
        return kill(program, rounds, random.Random(generator.random()))
    finally:
        program.remove()
