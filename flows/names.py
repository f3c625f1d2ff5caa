"""Names of files and members as the output may hold them: all of it to be seen, and not endless."""

import hashlib
import re

LONGEST = 1_000  # characters; a path of a file system has at most 4 096 bytes, a member's name any number
KIND = 40  # characters of the kind of a thing that is passed by
KEPT = 500  # characters of a longer one, ahead of a digest of all of it

# What no reader sees, what turns the direction of the text behind it, and what is no character at all.
UNSEEN = "\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
_UNSEEN = re.compile(f"[{UNSEEN}]")
_LOOKS_ESCAPED = re.compile(r"\\(?=x[0-9a-f]{2}|u[0-9a-f]{4})")


def seen(name: str) -> str:
    """A name with escapes for what is not to be seen or is no UTF-8, and shortened; different names stay different."""
    name = _LOOKS_ESCAPED.sub(r"\\x5c", name)
    plain = name.encode("utf-8", "surrogateescape" if is_bytes(name) else "backslashreplace")
    visible = _UNSEEN.sub(_escape, plain.decode("utf-8", "backslashreplace"))
    if len(visible) <= LONGEST:
        return visible
    return f"{visible[:KEPT]}…{hashlib.sha256(visible.encode()).hexdigest()[:16]}"


def kind(what: str) -> str:
    """What a thing is that is passed by, to be counted: as seen, and short."""
    return seen(what)[:KIND]


def is_bytes(name: str) -> bool:
    """True for a name that is no UTF-8, as Python reads it from a file system."""
    return any("\udc80" <= character <= "\udcff" for character in name)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
