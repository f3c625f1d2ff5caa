"""A piece of a page as Markdown (CommonMark): its links, its emphasis, its code."""

import re
from typing import NamedTuple
from urllib.parse import urljoin

from cleaners.dom.pieces import Piece
from cleaners.dom.walk import flow

_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w{1,31};)|~(?=~)|(?<=~)~")
_ANY_SPECIAL = re.compile(r"[\\`*\[\]<_&~]")  # most texts have none: a search for one class of letters is quick
_LINE_HEAD = re.compile(r"(\d{0,9})([.)](?=\s|$)|[-+](?=\s|$)|#{1,6}(?=\s|$)|>|=+$|-+$)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,60}:", re.I)
_TICKS = re.compile(r"`+")
_EMPHASIS = ("**", "*", "~~")
_EDGES = "「」『』（）【】《》〈〉“”‘’()\"',.:;!?、。，．：；！？…・"


class _Run(NamedTuple):
    """A stretch of Markdown, and the mark that it is wrapped in."""

    text: str
    mark: str = ""


_Frame = tuple[str, list[_Run]]
"""A mark that is open, and what stands behind it so far."""


def inline(piece: Piece, base: str) -> str:
    """The piece's text as Markdown, on one line. base: the page's address, for relative links."""
    if not piece.marks:
        return _safe_head(escape(piece.text))
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
    return _safe_head(flow(_settle(frames[0][1])))


def escape(text: str) -> str:
    """Text whose characters mean nothing in Markdown."""
    return _SPECIAL.sub(lambda m: "\\" + m.group(), text) if _ANY_SPECIAL.search(text) else text


def _safe_head(text: str) -> str:
    """A line that does not begin a list, a heading or a quotation by chance."""
    head = _LINE_HEAD.match(text)
    return f"{head[1]}\\{text[head.end(1) :]}" if head else text


def _add(frames: list[_Frame], text: str) -> None:
    mark, runs = frames[-1]
    runs.append(_Run(text if mark == "`" else escape(text)))


def _apply(frames: list[_Frame], mark: str, base: str) -> None:
    """Open or close what a mark of the walk says; a link is "[" and "](address)"."""
    if frames[-1][0] == "`" and mark != "/`":
        return  # nothing but its own end means anything in code
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
    mark, runs = frames.pop()
    text = _settle(runs)
    bare = text.strip()
    lead = text[: len(text) - len(text.lstrip())]
    around = frames[-1][1]
    around.append(_Run(lead))
    if not bare or any(opened == mark for opened, _ in frames):
        around.append(_Run(bare))
    elif mark == "[":
        around.append(_Run(f"[{bare}]({target})" if target else bare))
    else:
        _wrap(around, bare, mark)
    around.append(_Run(text[len(lead) + len(bare) :]))


def _settle(runs: list[_Run]) -> str:
    """The runs as one text, their emphasis as CommonMark wants it."""
    if not any(run.mark for run in runs):
        return "".join([run.text for run in runs])
    runs = [run for run in runs if run.text]
    edges = ["", *(run.text for run in runs), ""]
    return "".join(_loosen(run, edges[i][-1:], edges[i + 2][:1]) for i, run in enumerate(runs))


def _loosen(run: _Run, before: str, after: str) -> str:
    """Emphasis whose marks do not stand between a letter and a punctuation mark, where CommonMark does
    not see them: those of a script without spaces often would. before, after: the characters beside it."""
    if run.mark not in _EMPHASIS:
        return run.text
    text, size = run.text, len(run.mark)
    inner = text[size:-size]
    opens_badly = before.isalnum() and not inner[0].isalnum()
    closes_badly = after.isalnum() and not inner[-1].isalnum()
    if not (opens_badly or closes_badly):
        return text
    bare = inner.strip(_EDGES)
    if not bare or not (bare[0].isalnum() and bare[-1].isalnum()):
        return inner
    lead = inner[: len(inner) - len(inner.lstrip(_EDGES))]
    return f"{lead}{run.mark}{bare}{run.mark}{inner[len(lead) + len(bare) :]}"


def _wrap(around: list[_Run], text: str, mark: str) -> None:
    """Put text in marks; it joins what stands right before it in the same ones."""
    while around and not around[-1].text:
        around.pop()
    if mark == "`":
        fence = "`" * (1 + max((len(ticks) for ticks in _TICKS.findall(text)), default=0))
        pad = " " if text[0] == "`" or text[-1] == "`" else ""
        around.append(_Run(f"{fence}{pad}{text}{pad}{fence}"))
    elif around and around[-1].mark == mark:
        around[-1] = _Run(around[-1].text[: -len(mark)] + text + mark, mark)
    else:
        around.append(_Run(mark + text + mark, mark))


def address(href: str, base: str) -> str:
    """The absolute address behind a link, or "" where it leads nowhere beyond the page."""
    href = href.strip()
    if not href or href.startswith("#") or (_SCHEME.match(href) and not href.lower().startswith(("http:", "https:"))):
        return ""
    try:
        found = urljoin(base, href)
    except ValueError:  # brackets that hold no address
        return ""
    scheme, _, rest = found.partition("://")
    if scheme not in ("http", "https"):
        return ""
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}".translate(_QUOTED)


_QUOTED = {
    ord(" "): "%20",
    ord("("): "%28",
    ord(")"): "%29",
    ord("<"): "%3C",
    ord("\\"): "%5C",
    **dict.fromkeys(range(32), ""),
}
