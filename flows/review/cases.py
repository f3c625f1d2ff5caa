"""A page that a person marked in the review becomes a test case: its file and its entry in truth.json."""

import base64
import hashlib
import json
import os
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.sources.records import LARGEST

NAME = re.compile(r"[a-z0-9][a-z0-9_]{0,79}")
LABELS = frozenset({"body", "title", "meta", "summary", "boiler", "caption"})
GZIP = 16 + zlib.MAX_WBITS
Entry = dict[str, Any]


class CaseError(Exception):
    """A case that cannot be added; the message says why and what to do."""


@dataclass(frozen=True)
class Case:
    """A page and its truth. truth, path: the file that lists it and the page's own, below the folder of seeds."""

    entry: Entry
    content: bytes
    truth: Path
    path: Path


def read_case(file: Path) -> Case:
    """The case that the review saved; raises CaseError for one that has another form."""
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise CaseError(f"cannot read {file}: {error.strerror}") from error
    except ValueError as error:
        raise CaseError(f"{file} is no case: {error}; save it again from the review") from error
    try:
        return _checked(known)
    except (KeyError, TypeError, ValueError, AttributeError, zlib.error) as error:
        what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise CaseError(f"{file} is no case of the review's making: {what}; save it again from the review") from error


def _checked(known: Any) -> Case:
    if not isinstance(known, dict) or known.get("pagewash") != "case":
        raise ValueError("it does not say that it is one")
    entry, form = dict(known["truth"]), known["form"]
    name = entry["id"]
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise ValueError("its id is not of small letters, digits and underscores")
    if not isinstance(known["page"], str):
        raise ValueError("its page is no text")
    if not all(isinstance(said, str) for said in entry.get("notes", {}).get("marked", [])):
        raise ValueError("its notes are no sentences")
    if form == "text":
        content = known["page"].encode()
        path = Path("reported", f"{name}.txt")
        _check_lines(entry, known["page"])
        return Case(entry | {"file": path.as_posix(), "sha256": _digest(content)}, content, Path("truth.json"), path)
    if form == "html":
        content = _unpacked(known["page"])
        _check_strings(entry)
        listed = entry | {"file": f"{name}.html", "sha256": _digest(content)}
        return Case(listed, content, Path("html", "truth.json"), Path("html", f"{name}.html"))
    raise ValueError("its form is neither text nor html")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _unpacked(page: str) -> bytes:
    unpack = zlib.decompressobj(GZIP)
    content = unpack.decompress(base64.b64decode(page, validate=True), LARGEST)
    if unpack.unconsumed_tail or not unpack.eof:
        raise ValueError("its page is damaged or too large")
    return content


def _check_lines(entry: Entry, page: str) -> None:
    """Raise ValueError unless each line that is not blank has one label."""
    numbers = [number for number, _ in entry["lines"]]
    if any(label not in LABELS for _, label in entry["lines"]):
        raise ValueError(f"a label is none of {', '.join(sorted(LABELS))}")
    visible = {number for number, line in enumerate(page.split("\n"), 1) if line.strip()}
    if len(numbers) != len(set(numbers)) or not set(numbers) <= visible:
        raise ValueError("its labels are not of its lines")
    if not isinstance(entry["metadata"], dict) or not isinstance(entry["clean"], dict):
        raise ValueError("metadata or clean is no object")


def _check_strings(entry: Entry) -> None:
    for key in ("text", "out"):
        if not isinstance(entry[key], list) or not all(isinstance(text, str) for text in entry[key]):
            raise ValueError(f"{key} is no list of strings")


def add_case(case: Case, seeds: Path) -> Path:
    """Add a case to a folder of seeds; returns the page's file. Raises CaseError where that would replace anything."""
    target, truth = seeds / case.path, seeds / case.truth
    try:
        listed = truth.read_text(encoding="utf-8") if truth.exists() else "[\n]\n"
        entries = json.loads(listed)
        if target.exists() or any(entry["id"] == case.entry["id"] for entry in entries):
            raise CaseError(
                f"{seeds} has a case {case.entry['id']} already; remove that one first, or name another --seeds"
            )
        for folder in (target.parent, truth.parent):
            folder.mkdir(parents=True, exist_ok=True)
        target.write_bytes(case.content)
        _replace(truth, _appended(listed, case.entry, first=not entries))
    except OSError as error:
        raise CaseError(
            f"cannot write to {seeds}: {error.strerror or error}; name another folder with --seeds"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise CaseError(f"{truth} is not a list of seeds: {error}; mend it first") from error
    return target


def _appended(listed: str, entry: Entry, *, first: bool) -> str:
    """The list with one entry more; what stands there is not written anew, so that a change shows one line."""
    head = listed.rstrip().removesuffix("]").rstrip()
    return f"{head}{'' if first else ','}\n{json.dumps(entry, ensure_ascii=False)}\n]\n"


def _replace(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)
