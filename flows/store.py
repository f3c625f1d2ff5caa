"""Where a run writes: a folder of this machine or of an object store."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pyarrow import fs

from flows.inputs import public
from flows.parts import TABLES
from flows.places import File, is_local, is_uri, open_store

STATE = ".pagewash"  # folder within the output for what no reader needs


class OutputError(Exception):
    """An output that cannot be written; the message says why and what to do."""


@dataclass(frozen=True)
class Output:
    """The folder that a run writes to. shown: its name as the user gave it, without credentials."""

    store: fs.FileSystem
    root: str
    shown: str

    @property
    def local(self) -> bool:
        """True for a folder of this machine."""
        return is_local(self.store)

    @property
    def folder(self) -> str:
        """The folder in which no sources are looked for: real path, or URI without its query."""
        return os.path.realpath(self.root) if self.local else self.shown.rstrip("/")

    def path(self, table: str, name: str) -> str:
        """Where a part lies."""
        return f"{self.root}/{table}/{name}.parquet"

    def open(self, table: str, name: str) -> BinaryIO:
        """A part's bytes; raises OSError."""
        return File(self.store, self.path(table, name), name).open()

    def parts(self) -> frozenset[str]:
        """The names of the shards of which there are parts."""
        found = [
            self.store.get_file_info(fs.FileSelector(f"{self.root}/{table}", allow_not_found=True)) for table in TABLES
        ]
        names = {info.base_name for infos in found for info in infos}
        return frozenset(name.removesuffix(".parquet") for name in names if name.endswith(".parquet"))

    def remove(self, name: str) -> None:
        """Remove the parts of a shard, its articles first, as they make it count as done."""
        for path in (*(self.path(table, name) for table in TABLES), self._state(name)):
            if self.store.get_file_info(path).type == fs.FileType.File:
                self.store.delete_file(path)

    def read_text(self, path: str) -> str:
        """A small file; "" where there is none."""
        try:
            with File(self.store, f"{self.root}/{path}", path).open() as stream:
                return stream.read().decode("utf-8", "replace")
        except OSError:
            return ""

    def write_text(self, path: str, text: str) -> None:
        """Write a small file, whole or not at all, unless it says that already."""
        if self.read_text(path) == text:
            return
        target = f"{self.root}/{path}"
        temporary = f"{os.path.dirname(target)}/.{os.path.basename(target)}.tmp" if self.local else target
        with self.store.open_output_stream(temporary) as stream:
            stream.write(text.encode())
        if self.local:
            os.replace(temporary, target)

    def recall(self, name: str) -> str:
        """What was noted of a shard when it was last looked at; "" where nothing was."""
        return self.read_text(f"{STATE}/{name}")

    def note(self, name: str, text: str) -> None:
        """Note how a shard's files looked: only to spare a later run their reading, lost without harm."""
        self.write_text(f"{STATE}/{name}", text)

    def _state(self, name: str) -> str:
        return f"{self.root}/{STATE}/{name}"


def open_output(name: str) -> Output:
    """The output of that name, its folders made; raises OutputError where it cannot be written."""
    with _refusals(public(name)):
        store, root = open_store(name) if is_uri(name) else (fs.LocalFileSystem(), os.path.abspath(name))
    output = Output(store, root, public(name))
    probe(output)
    return output


def probe(output: Output) -> None:
    """Make the output's folders, and see whether it can be written; raises OutputError where it cannot."""
    with _refusals(output.shown):
        for folder in (*TABLES, STATE) if output.local else (STATE,):
            if output.local:
                Path(output.root, folder).mkdir(parents=True, exist_ok=True)
            path = f"{output.root}/{folder}/.probe-{os.getpid()}.tmp"
            with output.store.open_output_stream(path) as stream:
                stream.write(b"pagewash")
            output.store.delete_file(path)


@contextmanager
def _refusals(shown: str) -> Iterator[None]:
    """What a file system refuses, as one sentence. shown: the output's name."""
    try:
        yield
    except (OSError, ValueError) as error:
        why = error.strerror or error if isinstance(error, OSError) else error
        raise OutputError(f"cannot write to {shown}: {why}; give another folder with --output") from error


@contextmanager
def only_run(output: Output) -> Iterator[None]:
    """Hold the output for one run, and clear away what killed ones left; raises OutputError where another has it.

    The kernel lets go of the lock when the process ends, however it ends. Object stores have no such
    lock: there it is for the caller to start one run at a time.
    """
    if not output.local:
        yield
        return
    with open(f"{output.root}/{STATE}/lock", "w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OutputError(
                f"another run is writing to {output.shown}; wait until it ends, or give another folder with --output"
            ) from error
        _clear(output)
        try:
            yield
        finally:
            _clear(output)


def _clear(output: Output) -> None:
    """Clear away what processes that were killed left half written."""
    for table in (*TABLES, STATE):
        for stray in Path(output.root, table).glob(".*.tmp"):
            stray.unlink(missing_ok=True)
