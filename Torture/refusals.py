"""Lets the system refuse what the program asks of it: the disk, the folder, the clock, the version."""

import errno
import os
import pathlib
import resource
import signal
import sqlite3
import subprocess
import sys

from counts import Counts

PAPER = "arxiv:1706.03762"
OLD_LIBRARIES = pathlib.Path(__file__).parent.parent / "Tests/ReadingStoreTests/Databases"

# What a person does in a day, each tried from the same library; the clock of the last is a day ahead,
# so that the change makes the backup of its day.
DAY = [
    (["mark", "read", PAPER], {}), (["note", PAPER, "A thought about attention."], {}),
    (["tag", PAPER, "+new"], {}), (["undo"], {}), (["undo", "--step", "1"], {}), (["redo"], {}),
    (["backup"], {}), (["merge", "OTHER"], {}),
    (["mark", "read", PAPER], {"FAULT_CLOCK": "86400"}),
]


def prepare(program):
    """A library with a short history, and another one to be merged."""
    for command in [
        ["mark", "queued", PAPER], ["note", PAPER, "First."], ["tag", PAPER, "+old"],
        ["mark", "reading", PAPER], ["undo"],
    ]:
        code, _, complaint = program.run(*command)
        if code:
            sys.exit(f"the library could not be prepared: {complaint}")
    other = program.home / "other.db"
    program.run("--library", str(other), "note", PAPER, "From elsewhere.")
    return str(other)


def failing_calls(program, _):
    """Every command of the day, with every one of its calls failing once, and from there on."""
    counts = Counts()
    other = prepare(program)
    kept = program.keep()
    before = program.content()
    for command, variables in DAY:
        command = [other if word == "OTHER" else word for word in command]
        for call, error, stays in [
            ("write", errno.EIO, False), ("write", errno.ENOSPC, True), ("sync", errno.EIO, False),
            ("name", errno.EIO, False), ("open", errno.ENOSPC, True),
        ]:
            number = 1
            while True:
                program.put_back(kept)
                mark = program.home / "reached"
                mark.unlink(missing_ok=True)
                extra = {
                    "FAULT_CALL": call, "FAULT_NUMBER": str(number), "FAULT_ERROR": str(error),
                    "FAULT_MARK": str(mark), **variables}
                if stays:
                    extra["FAULT_STAYS"] = "1"
                code, output, complaint = program.run(*command, extra=extra)
                counts.rounds += 1
                what = f"{command[0]}, {call} {number}, {errno.errorcode[error]}"
                judge(program, counts, what, before, command, code, output, complaint)
                if not mark.exists():
                    break
                # The hundreds of pages of a copy are all alike.
                number += 1 if number < 25 else 40
    return counts


def judge(program, counts, what, before, command, code, output, complaint):
    """A change stands and was said, or was refused with a sentence; undo works either way."""
    counts.check_sound(program, what)
    after = program.content()
    if code == 0:
        counts.acknowledged += 1
        if after == before and command[0] != "backup":
            counts.lost += 1
            counts.fail(f"{what}: said {output!r}, but nothing changed")
    else:
        counts.refuse(what, code, complaint)
    if command[0] in ("mark", "note", "tag") and after != before:
        if program.run("undo")[0] != 0 or program.content() != before:
            counts.fail(f"{what}: undo does not lead back")


def full_disk(program, _):
    """Files that may not grow beyond a size, from what there is on upwards."""
    counts = Counts()
    prepare(program)
    kept = program.keep()
    before = program.content()
    size = program.library.stat().st_size
    for limit in list(range(0, 140_000, 4096)) + list(range(size - 8192, size + 60_000, 4096)):
        def limited(limit=limit):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        program.put_back(kept)
        command = ["note", PAPER, "word " * 3000]
        code, output, complaint = program.run(*command, preexec_fn=limited)
        counts.rounds += 1
        judge(program, counts, f"at most {limit} bytes", before, command, code, output, complaint)
        program.put_back(kept)
        code, _, complaint = program.run("lists", preexec_fn=limited)
        if code != 0:
            counts.fail(f"at most {limit} bytes: looking fails: {complaint}")
    return counts


def read_only(program, _):
    """A folder and a file without permission to write, for somebody who is not root."""
    counts = Counts()
    prepare(program)
    program.run("lists")
    before = program.library.read_bytes()
    program.home.chmod(0o755)
    program.library.chmod(0o444)
    program.folder.chmod(0o555)
    home = program.home / "nobody"
    home.mkdir()
    home.chmod(0o777)

    def as_nobody():
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)

    for command, is_refused in [
        (["lists"], False), (["show", PAPER], False), (["search", "attention"], False),
        (["history"], False), (["mark", "read", PAPER], True), (["undo"], True),
        (["note", PAPER, "text"], True), (["backup"], True), (["doctor"], False),
    ]:
        counts.rounds += 1
        code, _, complaint = program.run(
            *command, extra={"HOME": str(home)}, preexec_fn=as_nobody)
        if is_refused:
            counts.refuse(command[0], code, complaint)
        elif code not in (0, 1) or (code == 1 and command[0] != "doctor"):
            counts.fail(f"{command[0]} in a folder that can only be read: {code} {complaint}")
        if program.library.read_bytes() != before or len(list(program.folder.iterdir())) > 2:
            counts.fail(f"{command[0]} changed something that can only be read")
    program.folder.chmod(0o700)
    return counts


def jumping_clock(program, _):
    """Changes while the clock jumps about: their order and the backups stay."""
    counts = Counts()
    prepare(program)
    day = 86_400
    offsets = [0, -day, -400 * day, 3 * day, 8000 * day, -9000 * day, 0, day, 2 * day]
    for number, offset in enumerate(offsets):
        counts.rounds += 1
        extra = {"FAULT_CLOCK": str(offset)}
        before = program.content()
        code, _, complaint = program.run("tag", PAPER, f"+clock{number}", extra=extra)
        if code != 0 or complaint or f"clock{number}" not in program.tags():
            counts.lost += 1
            counts.fail(f"clock at {offset}: {code} {complaint}")
            continue
        counts.acknowledged += 1
        if program.run("undo", extra=extra)[0] != 0 or program.content() != before:
            counts.fail(f"clock at {offset}: undo does not lead back")
        program.run("redo", extra=extra)
        counts.check_sound(program, f"clock at {offset}")
    backups = list((program.folder / "backups").glob("*-daily.db"))
    if len(backups) < 7:
        counts.fail(f"only {len(backups)} of the clock's days have a backup")
    return counts


def other_versions(program, _):
    """A library of a later program is left alone; one of an earlier program is brought forward."""
    counts = Counts()
    prepare(program)
    database = sqlite3.connect(program.library)
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = program.library.read_bytes()
    for command in [["lists"], ["mark", "read", PAPER], ["undo"], ["doctor", "--fix"]]:
        counts.rounds += 1
        code, _, complaint = program.run(*command)
        counts.refuse(f"{command[0]} on a newer library", code, complaint)
        if program.library.read_bytes() != before:
            counts.fail(f"{command[0]} changed the library of a newer program")
    for file in sorted(OLD_LIBRARIES.glob("*.sqlite")):
        counts.rounds += 1
        program.replace(file)
        # The change brings the schema forward, which adds tables and columns.
        columns = program.columns()
        content = program.content(columns)
        code, _, complaint = program.run("tag", PAPER, "+later")
        if code != 0:
            counts.fail(f"{file.name}: {complaint}")
            continue
        counts.acknowledged += 1
        counts.check_sound(program, file.name)
        if program.run("undo")[0] != 0 or program.content(columns) != content:
            counts.fail(f"{file.name}: undo does not lead back")
    return counts


def migrations(program, _):
    """Libraries of every earlier schema, brought forward while each call fails or is the last one."""
    counts = Counts()
    prepare(program)
    newest = program.schema()
    for file in sorted(OLD_LIBRARIES.glob("*.sqlite")):
        program.replace(file)
        old = program.schema()
        if old == newest:
            continue
        columns = program.columns()
        before = program.content(columns)
        for call, extra in [
            ("write", {"FAULT_ERROR": str(errno.EIO)}), ("write", {"FAULT_SIGNAL": "9"}),
            ("write", {"FAULT_ERROR": str(errno.ENOSPC), "FAULT_STAYS": "1"}),
            ("sync", {"FAULT_ERROR": str(errno.EIO)}), ("sync", {"FAULT_SIGNAL": "9"}),
            ("name", {"FAULT_ERROR": str(errno.EIO)}), ("name", {"FAULT_SIGNAL": "9"}),
            ("open", {"FAULT_ERROR": str(errno.ENOSPC), "FAULT_STAYS": "1"}),
        ]:
            number = 1
            reached = True
            while reached:
                counts.rounds += 1
                program.replace(file)
                mark = program.home / "reached"
                mark.unlink(missing_ok=True)
                code, _, complaint = program.run("lists", extra={
                    "FAULT_CALL": call, "FAULT_NUMBER": str(number), "FAULT_MARK": str(mark),
                    **extra})
                reached = mark.exists()
                what = f"{file.name}, {call} {number}, {extra}"
                if code > 0:
                    counts.refuse(what, code, complaint)
                counts.check_sound(program, what)
                if program.schema() not in (old, newest) or program.content(columns) != before:
                    counts.lost += 1
                    counts.fail(f"{what}: neither the old library nor the new one is left")
                code, _, complaint = program.run("lists")
                if code != 0 or program.schema() != newest or program.content(columns) != before:
                    counts.fail(f"{what}: the next start does not bring it forward: {complaint}")
                # The pages of the backup and of the log are all alike.
                number += 1 if number < 40 else 9
    return counts


TORTURES = [
    ("failing calls", failing_calls), ("full disk", full_disk), ("read-only folder", read_only),
    ("jumping clock", jumping_clock), ("other versions", other_versions),
    ("migrations", migrations),
]


def run(program_maker, generator, name):
    """One of the tortures, on a library of its own."""
    program = program_maker()
    try:
        return dict(TORTURES)[name](program, generator)
    finally:
        subprocess.run(["chmod", "-R", "u+w", str(program.home)], check=False)
        program.remove()
