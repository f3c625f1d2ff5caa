"""Articles in the data of single-page apps, whose pages show next to nothing without their scripts.

Every payload is searched for strings, and for groups of strings, that read as an article. The longest
wins; one that an object with the page's own title or address holds counts three times. All of it is
linear in the page and bounded.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from cleaners import fold, shape
from cleaners.dom.head import read_head
from cleaners.dom.payload_blocks import MARKUP, is_element, is_rich, rich_html, tag_of, text_html
from cleaners.dom.payload_data import decode, payloads
from cleaners.dom.scan import Hostile, check

MOST_VALUES = 300_000  # values of all payloads that are looked at
MOST_CHARS = 20_000_000  # characters of the strings among them
LEAST = 200  # columns of text that can be an article
LEAST_ENDS = 2  # sentences in it
NAMED = 6  # letters of a title from which it may be compared
BARE = 300  # columns of text: pages that show fewer are empty, or hide what they say (see is_bare)

_NEVER = frozenset(
    "i18n intl locale locales translation translations dictionary config configuration settings cookie cookies "
    "consent gdpr ccpa banner footer legal privacy terms disclaimer css style styles stylesheet query queries related "
    "recommended recommendations trending popular sidebar menu navigation nav teasers newsletter error errors "
    "copyright license".split()
)
"""Words of a key under which no article lies."""

_CONTENT = frozenset(["content", "body", "html", "article", "text", "description", "cooked", "markdown", "rendered"])
_TITLES = ("headline", "title", "name", "fancy_title")
_SLUGS = ("slug", "url", "canonicalUrl", "permalink", "path", "uri")
_POSTS = ("cooked", "contentHtml", "body_html", "bodyHtml", "body", "message", "content", "text")
_CATALOGUE = 20  # strings of an object that holds messages; in other objects one string is most of the text

_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_DEAF = re.compile(r"<(script|style|svg|nav|footer|form)\b(?:[^<]++|<(?!/\1))*+", re.I)
_TAG = re.compile(r"<[^<>]*+>?")
_ENDS = re.compile(r"[。！？｡]|[.!?…](?=[\s\"'”’)<]|$)")
_CODE = re.compile(r"[{}\[\];=<>\\|_]")
_NOTICE = re.compile(r"cookie|consent|java ?script|クッキー", re.I)


class Find(NamedTuple):
    """What may be the article: how much speaks for it, and its HTML."""

    score: float
    html: str


def is_bare(texts: Iterable[str]) -> bool:
    """True for a page that shows so little that its article may be in a payload.

    texts: what the page shows. Of 1 742 pages, 19 show less than half of their article where a payload
    holds most of it (if <noscript> is not read): 300 columns call for all of them and for 7 that hold
    nothing anywhere; 200 miss one; from 800 on, payloads begin to replace better text.
    """
    return not any(width >= BARE for width in accumulate(map(shape.columns, texts)))


def payload_html(tree: LexborHTMLParser) -> str | None:
    """The article of a page's payloads as a fragment of HTML; None where they hold none. Raises nothing.

    tree: a page that shows (nearly) no text of its own.
    """
    search = _Search(tree)
    for value in payloads(tree):
        search.read(value)
    search.add(rich_html(search.elements), "html", "")
    for fragment in _fragments(tree):
        search.add(fragment, "", "")
    if not search.best:
        return None
    try:
        check(search.best.html)
    except Hostile:
        return None
    return search.best.html


def _fragments(tree: LexborHTMLParser) -> Iterator[str]:
    """HTML that a page keeps aside: in templates and attributes. The walk reads <noscript> itself."""
    for node in tree.css("template, iframe[srcdoc], [data-content]"):
        if node.tag == "template":
            yield "".join(fragment.html or "" for fragment in node.template_fragments())
        else:
            said = node.attributes
            yield said.get("srcdoc") or said.get("data-content") or ""


class _Item(NamedTuple):
    """A value on its way: its key, the title of the object that it belongs to, whether that is the page's."""

    value: Any
    key: str = ""
    title: str = ""
    mine: bool = False


class _Search:
    """A search through payloads. best: the best find so far. elements: those of React, in order."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        head = read_head(tree)
        self.title = fold.letters(head.title)
        self.slug = _slug(head.url)
        self.best: Find | None = None
        self.elements: list[dict[str, Any]] = []
        self.values, self.chars = MOST_VALUES, MOST_CHARS
        self.seen: set[int] = set()
        self.heard: set[str] = set()

    def read(self, value: Any) -> None:
        """Look through one payload, without recursion."""
        self.seen.clear()
        held = [value]  # what is decoded on the way stays alive, so that ids stay its own
        stack = [_Item(value)]
        while stack and self.values > 0 and self.chars > 0:
            self.values -= 1
            item = stack.pop()
            if isinstance(item.value, str):
                inner = self._string(item)
                if inner is not None:
                    held.append(inner)
                    stack.append(item._replace(value=inner))
            elif isinstance(item.value, (dict, list)) and id(item.value) not in self.seen:
                self.seen.add(id(item.value))
                inside = self._object(item) if isinstance(item.value, dict) else self._list(item)
                stack += reversed(inside)

    def _string(self, item: _Item) -> Any:
        """Weigh a string; give the value of one that is JSON itself."""
        text = item.value
        if len(text) * 2 < LEAST or text in self.heard:
            return None
        self.heard.add(text)
        self.chars -= len(text)
        if text[0] in "{[":
            value = decode(text)
            if value is not None:
                return value
        self.add(text_html(text), item.key, item.title, item.mine)
        return None

    def _object(self, item: _Item) -> list[_Item]:
        value = item.value
        title = next((value[n] for n in _TITLES if isinstance(value.get(n), str) and value[n]), "")
        mine = self._is_mine(title, value) if title else item.mine
        lengths = [len(v) for v in value.values() if isinstance(v, str)]
        catalogue = len(lengths) >= _CATALOGUE and 2 * max(lengths) < sum(lengths)
        return [
            _Item(v, k, title or item.title, mine)
            for k, v in value.items()
            if not (catalogue and isinstance(v, str)) and not (isinstance(v, (str, dict, list)) and _is_never(k))
        ]

    def _list(self, item: _Item) -> list[_Item]:
        values = item.value
        if is_element(values):
            element = {**values[3], "type": values[1]}
            if tag_of(element):
                self.elements.append(element)
                return []
            return [item._replace(value=v, key=k) for k, v in values[3].items() if not _is_never(k)]
        if is_rich(values):
            text = rich_html(values)
            self.chars -= len(text)
            self.add(text, "html", item.title, item.mine)
            return []
        posts = _posts(values)
        if posts:
            self.chars -= sum(map(len, posts))
            self.add("".join(f"<div>{text_html(post)}</div>" for post in posts), "html", item.title, item.mine)
        return [item._replace(value=v) for v in values]

    def _is_mine(self, title: str, value: dict[str, Any]) -> bool:
        """True for an object that bears the page's title or the last part of its address."""
        key = fold.letters(title[:300])
        if len(key) >= NAMED and self.title and (key in self.title or self.title in key):
            return True
        return bool(self.slug) and any(_slug(value[n]) == self.slug for n in _SLUGS if isinstance(value.get(n), str))

    def add(self, html: str, key: str, title: str, mine: bool = False) -> None:
        """Keep a text if it reads as an article, and better than the best so far."""
        weight = 3.0 if mine else 1.0
        if not _CONTENT.isdisjoint(_words(key)):
            weight *= 1.5
        if MARKUP.search(html):
            weight *= 1.5
        least = self.best.score if self.best else 0
        if weight * shape.columns(html) > least and weight * (columns := _columns(html)) > least:
            head = text_html(title) if title and "<h1" not in html[:2_000] else ""
            self.best = Find(weight * columns, head.replace("<p>", "<h1>").replace("</p>", "</h1>") + html)


def _columns(html: str) -> int:
    """The width of an article's text; 0 for what is too short, a notice, a message, or code."""
    text = " ".join(_TAG.sub(" ", _DEAF.sub("", html)).split())
    width = shape.columns(text)
    if width < LEAST or len(_ENDS.findall(text)) < LEAST_ENDS:
        return 0
    if len(_CODE.findall(text)) * 30 > len(text) or len(_NOTICE.findall(text)) * 250 > width:
        return 0
    return width


def _posts(values: list[Any]) -> list[str]:
    """The texts of a thread's posts, in order: objects without titles of their own, a text in each."""
    bodies = [v.get("attributes", v) for v in values if isinstance(v, dict)]
    bodies = [b for b in bodies if isinstance(b, dict)]
    if len(bodies) < 2:
        return []
    for name in _POSTS:
        posts = [b[name] for b in bodies if isinstance(b.get(name), str) and not any(b.get(t) for t in _TITLES[:2])]
        if len(posts) >= 2:
            return posts
    return []


def _words(key: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(key[:60])]


def _is_never(key: str) -> bool:
    return not _NEVER.isdisjoint(_words(key))


def _slug(url: str) -> str:
    """The last part of an address, if it is long enough to tell pages apart."""
    last = url.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2].lower()
    return last if len(last) >= NAMED else ""
