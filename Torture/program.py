"""Runs Lectern in a home of its own and looks into its library from outside."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile


class Program:
    """The program, with one library that the tests may spoil."""

    def __init__(self, lectern, shim):
        self.lectern = lectern
        self.shim = shim
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="lectern-torture-"))
        self.folder = self.home / "library"
        self.folder.mkdir(mode=0o700)
        self.library = self.folder / "library.db"

    def remove(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def environment(self, extra=None):
        variables = {
            "HOME": str(self.home), "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC",
            "LECTERN_LIBRARY": str(self.library), "SWIFT_BACKTRACE": "enable=no",
        }
        variables.update(extra or {})
        if any(name.startswith("FAULT_") for name in variables):
            variables["LD_PRELOAD"] = self.shim
            variables["FAULT_FOLDER"] = str(self.folder)
        return variables

    def start(self, *arguments, extra=None, **options):
        """Starts a command; its output is collected."""
        return subprocess.Popen(
            [self.lectern, *arguments], env=self.environment(extra), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)

    def run(self, *arguments, extra=None, seconds=60, **options):
        """Runs a command to its end: exit code, output, complaint."""
        process = self.start(*arguments, extra=extra, **options)
        output, complaint = process.communicate(timeout=seconds)
        return process.returncode, output, complaint

    def keep(self):
        """A copy of the folder as it is now, to be put back with `put_back`."""
        copy = self.home / "kept"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder, copy)
        return copy

    def put_back(self, copy):
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)
        os.chmod(self.folder, 0o700)

    def columns(self):
        """The columns of each table that holds what was put in, which the history does not."""
        with Opened(self.library) as database:
            names = [row[0] for row in database.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'paper_%'"
                " AND name NOT LIKE 'history%' AND name NOT LIKE 'sqlite_%'"
                " UNION SELECT 'paper_tag' ORDER BY 1")]
            return {
                name: [row[1] for row in database.execute(f"PRAGMA table_info({name})")]
                for name in names}

    def content(self, columns=None):
        """Everything that was put into the library, table by table: all of it, or some columns."""
        columns = columns or self.columns()
        with Opened(self.library) as database:
            return {
                name: sorted(map(repr, database.execute(
                    f"SELECT {', '.join(columns[name])} FROM {name}")))
                for name in columns}

    def tags(self):
        """The tags in use."""
        with Opened(self.library) as database:
            return {row[0] for row in database.execute("SELECT DISTINCT tag FROM paper_tag")}

    def steps(self):
        """How many steps the history has."""
        with Opened(self.library) as database:
            return next(database.execute("SELECT count(*) FROM history"))[0]

    def marks(self):
        """How many marks were made and stand."""
        with Opened(self.library) as database:
            return next(database.execute("SELECT count(*) FROM reading_event"))[0]

    def schema(self):
        """The version of the library's schema."""
        with Opened(self.library) as database:
            return next(database.execute("PRAGMA user_version"))[0]

    def replace(self, file):
        """Puts a file in the library's place, with nothing beside it."""
        shutil.rmtree(self.folder)
        self.folder.mkdir(mode=0o700)
        shutil.copyfile(file, self.library)
        self.library.chmod(0o600)

    def faults(self):
        """What SQLite finds wrong with the library; empty when it is sound."""
        try:
            with Opened(self.library) as database:
                faults = [row[0] for row in database.execute("PRAGMA integrity_check")]
                dangling = list(database.execute("PRAGMA foreign_key_check"))
        except sqlite3.DatabaseError as error:
            return [str(error)]
        return [fault for fault in faults if fault != "ok"] + list(map(repr, dangling))


class Opened:
    """A connection that is closed at the end of its block."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.database = sqlite3.connect(self.path)
        return self.database

    def __exit__(self, *_):
        self.database.close()
