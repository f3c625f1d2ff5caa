"""A piece of a page as Markdown: its links, its emphasis, its code."""

import re
from urllib.parse import urljoin

from cleaners.dom.walk import Piece

_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)

_Frame = tuple[str, list[str]]
"""A mark that is open, and the text behind it so far."""


def inline(piece: Piece, base: str) -> str:
    """The piece's text as Markdown, on one line. base: the page's address, for relative links."""
    if not piece.marks:
        return escape(piece.text)
    frames: list[_Frame] = [("", [])]
    done = 0
    for at, mark in piece.marks:
        for part in piece.parts[done:at]:
            _add(frames, part)
        done = max(done, at)
        _apply(frames, mark, base)
    for part in piece.parts[done:]:
        _add(frames, part)
    while len(frames) > 1:
        _close(frames)
    return " ".join("".join(frames[0][1]).split()).replace("****", "")


def escape(text: str) -> str:
    """Text whose characters mean nothing in Markdown."""
    return _SPECIAL.sub(lambda m: "\\" + m.group(), text)


def _add(frames: list[_Frame], text: str) -> None:
    code = any(mark == "`" for mark, _ in frames)
    frames[-1][1].append(text if code else escape(text))


def _apply(frames: list[_Frame], mark: str, base: str) -> None:
    """Open or close what a mark of the walk says; a link is "[" and "](address)"."""
    if mark.startswith("]("):
        _close_to(frames, "[", address(mark[2:-1], base))
    elif mark.startswith("/"):
        _close_to(frames, mark[1:])
    else:
        frames.append((mark, []))


def _close_to(frames: list[_Frame], mark: str, target: str = "") -> None:
    """Close the innermost frame of `mark`, and those that are still open inside it."""
    if not any(opened == mark for opened, _ in frames):
        return  # a tag that was opened in the piece before
    while frames[-1][0] != mark:
        _close(frames)
    _close(frames, target)


def _close(frames: list[_Frame], target: str = "") -> None:
    """Take the innermost frame off; its mark clings to the text and leaves the spaces outside."""
    mark, texts = frames.pop()
    text = "".join(texts)
    bare = text.strip()
    nested = any(opened == mark for opened, _ in frames)
    if mark == "[":
        wrapped = f"[{bare}]({target})" if bare and target else bare
    else:
        wrapped = f"{mark}{bare}{mark}" if bare and not nested else bare
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :] if bare else ""
    frames[-1][1].append(lead + wrapped + tail)


def address(href: str, base: str) -> str:
    """The absolute address behind a link, or "" where it leads nowhere beyond the page."""
    href = href.strip()
    if not href or href.startswith("#") or (_SCHEME.match(href) and not href.lower().startswith(("http:", "https:"))):
        return ""
    try:
        found = urljoin(base, href)
    except ValueError:  # brackets that hold no address
        return ""
    if not found.startswith(("http://", "https://")):
        return ""
    return found.translate(_QUOTED)


_QUOTED = {ord(" "): "%20", ord("("): "%28", ord(")"): "%29", ord("\n"): "", ord("\t"): ""}
