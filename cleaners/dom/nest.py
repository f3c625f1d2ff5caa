"""The elements of a page, followed tag by tag ahead of the parser, for pages that a count cannot clear.

The rules are the HTML standard's, simplified: what an end tag reaches, what a start tag ends, which
formatting elements come back in the next paragraph. Tags in scripts, comments and attributes are none.
"""

import re
from collections import Counter, defaultdict

from cleaners.doc import Rejection

MOST_DEPTH = 5_000  # elements in one another: 5 000 take 0.02 s, 10 000 0.1 s, 100 000 over 12 s
MOST_STEPS = 100_000_000  # open elements summed over all tags, which may look through them: 0.3 to 1 s
MOST_FORMATTING = 300  # <b>, <font> and their like that are open at once
MOST_CLONES = 1_000_000  # of unclosed ones and their attributes, made anew in each paragraph: 0.3 s, 360 MB
MOST_ROOTS = 300  # <html> and <body>: attributes of later ones are added to the first
ALIKE = 3  # formatting elements that are the same: the standard keeps no more open
OFTEN = 64  # tags from one look at the caps to the next

_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr "
    "option optgroup rb rp rt rtc".split()  # these six end where the next begins
)
_MARKERS = frozenset("applet caption marquee object td template th".split())  # formatting ends with them
_TABLE = frozenset(["table", "template"])
_SCOPE = _TABLE | _MARKERS | {"button", "select", "foreignobject", "desc", "annotation-xml"}
_LIST = _SCOPE | set(
    "article aside blockquote body center dd details dialog dir dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup li listing main menu nav ol pre search section summary tbody tfoot thead tr ul".split()
)
_SPECIAL = _LIST | {"address", "div", "p"}
_REACH = (_TABLE, _SCOPE, _LIST, _SPECIAL)
"""What an end tag, or a start tag that ends another element, does not reach past; from far to near."""

_WALLS = {name: tuple(i for i, held in enumerate(_REACH) if name in held) for name in _SPECIAL}

_PARTS = dict.fromkeys("tr td th tbody thead tfoot caption table".split(), 0)
_ENDS: dict[str, tuple[tuple[str, int], ...]] = {
    **dict.fromkeys(_SPECIAL - _MARKERS - set(_PARTS), (("p", 1),)),
    "li": (("p", 1), ("li", 2)),
    **dict.fromkeys(("dd", "dt"), (("p", 1), ("dd", 2), ("dt", 2))),
    **dict.fromkeys(("td", "th"), (("td", 0), ("th", 0))),
    "tr": (("tr", 0),),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (("caption", 0), ("tbody", 0), ("thead", 0), ("tfoot", 0))),
}
"""What a start tag ends where it is still open, and how far it reaches."""

_VALUE = r"""=\s*+(?:"[^"]*+"?|'[^']*+'?)"""
_OPEN = rf"(?P<name>[a-z][^\s/>]*+)(?P<rest>(?:[^>=]++|{_VALUE}|=)*+)"
START = re.compile(f"<{_OPEN}", re.IGNORECASE)
TAG = re.compile(
    rf"""<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+)
    |<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b(?:[^<]++|<(?!/(?P=raw)))*+
    |<(?P<end>/?){_OPEN}""",
    re.IGNORECASE | re.VERBOSE,
)
ATTRIBUTE = re.compile(rf"""([^\s/>=]++)(?:\s*+(?:{_VALUE}|=[^\s>]*+))?""")


class Hostile(ValueError):
    """HTML that would exhaust the parser; `rejection` says what was counted, the cap, what to do."""

    def __init__(self, cap: int, what: str) -> None:
        detail = f"the HTML holds more than {cap:,} {what}; mend it, or leave the page out"
        super().__init__(detail)
        self.rejection = Rejection("too-large", detail)


Style = tuple[str, str, int]
"""An open formatting element: its name, its attributes as they stand, the clones that one copy counts."""


class Nest:
    """The elements that are open, followed through a page by the standard's rules, simplified.

    names: those open, from the root; "" where a formatting element ended before what it holds.
    lost: formatting elements that ended with their paragraph and come back in the next.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.styles: list[Style | None] = []
        self.where: defaultdict[str, list[int]] = defaultdict(list)
        self.walls: tuple[list[int], ...] = ([], [], [], [])
        self.lost: list[Style] = []
        self.alike: Counter[Style] = Counter()
        self.depth = self.foreign = self.steps = self.clones = self.roots = 0

    def read(self, html: str) -> None:
        """Follow the tags of a page. Raises Hostile where a cap is passed."""
        for place, tag in enumerate(TAG.finditer(html)):
            if not place % OFTEN:
                self._judge()
            if tag["name"]:
                name = tag["name"].lower()
                if tag["end"]:
                    self._end(name)
                else:
                    self._start(name, tag["rest"])
                self.steps += self.depth
        self._judge()

    def _judge(self) -> None:
        for count, cap, what in (
            (self.depth, MOST_DEPTH, "elements in one another"),
            (self.steps, MOST_STEPS, "open elements, summed over its tags"),
            (self.clones, MOST_CLONES, "copies of formatting elements that are not closed"),
            (len(self.alike), MOST_FORMATTING, "formatting elements open at once"),
            (self.roots, MOST_ROOTS, "tags <html> and <body>"),
        ):
            if count > cap:
                raise Hostile(cap, what)

    def _start(self, name: str, rest: str) -> None:
        for ended, reach in _ENDS.get(name, ()):
            self._close(ended, reach)
        if name == "a":
            self._end("a")
        if name not in _SPECIAL:
            self._reopen()
        if name in ("html", "body"):
            self.roots += 1
        elif name not in _VOID and not (self.foreign and rest.endswith("/")):
            self._push(name, self._style(name, rest))
        self._reopen()

    def _reopen(self) -> None:
        lost, self.lost = self.lost, []
        for style in lost:
            self.clones += style[2]
            self._push(style[0], style)

    def _style(self, name: str, rest: str) -> Style | None:
        if name not in _FORMATTING:
            return None
        style = (name, rest, 1 + len(rest.split()))
        if self.alike[style] >= ALIKE:
            return None
        self.alike[style] += 1
        return style

    def _push(self, name: str, style: Style | None) -> None:
        at = len(self.names)
        self.names.append(name)
        self.depth += 1
        self.styles.append(style)
        self.where[name].append(at)
        for wall in _WALLS.get(name, ()):
            self.walls[wall].append(at)
        if name in ("svg", "math"):
            self.foreign = at + 1
        elif name in _SPECIAL:
            self.foreign = 0

    def _end(self, name: str) -> None:
        if name not in _FORMATTING:
            self._close(name, 0 if name in _PARTS else 1 if name in _SPECIAL else 3)
        elif self.where[name] and not self._close(name, 3):
            at = self.where[name].pop()
            self._forget(self.styles[at])
            self.names[at], self.styles[at] = "", None
            self.depth -= 1

    def _close(self, name: str, reach: int) -> bool:
        """End the innermost element of that name, and all in it, if nothing stands between."""
        places, wall = self.where[name], self.walls[reach]
        if not places or (wall and wall[-1] > places[-1]):
            return False
        at = places[-1]
        self._forget(self.styles[at])
        self.styles[at] = None
        fenced = False
        for inner, style in zip(self.names[at:], self.styles[at:], strict=True):
            fenced |= inner in _MARKERS
            if style and fenced:
                self._forget(style)
            elif style:
                self.lost.append(style)
        self._truncate(at)
        return True

    def _truncate(self, at: int) -> None:
        for name in self.names[at:]:
            if name:
                self.where[name].pop()
                self.depth -= 1
        del self.names[at:], self.styles[at:]
        for wall in self.walls:
            while wall and wall[-1] >= at:
                wall.pop()
        if self.foreign > at:
            self.foreign = 0

    def _forget(self, style: Style | None) -> None:
        if style:
            self.alike[style] -= 1
            if not self.alike[style]:
                del self.alike[style]
