"""The title: the line ahead of the article that says what the article is about."""

import re

from cleaners.doc import Block, Doc
from cleaners.evidence import Verdicts
from cleaners.outline import is_furniture
from cleaners.phrases import Rules, fold_words
from cleaners.shape import fold

NARROWEST, WIDEST = 8, 220  # columns of a title
READ = 4000  # letters of the article that are read for its words
LEAST = 0.9  # score below which a line is no title; best of 0.5 to 1.5 on the tuning pages
LOOK_BACK = 60  # blocks before the article in which its title is looked for

_SUFFIX = re.compile(r"\s*(?:[|｜丨]|\s[-–—_]\s|\s-\s?)\s*[^|｜丨]{1,40}$")
_WORD = re.compile(r"[a-z0-9]{3,}|[^\x00-\x7f\s]+")


def titles(doc: Doc, rules: Rules) -> Doc:
    """Find the title, cut it and its repetitions."""
    found = find_title(doc)
    if found is None:
        return doc
    title = _without_site(doc, found)
    key = fold(title)
    repeated: Verdicts = {
        b.position: "repeats the title" if b is not found else "the title"
        for b in doc.blocks
        if b is found or _repeats(b, key)
    }
    return doc.learn(f"line {found.line}", title=title).cut(repeated)


def _repeats(block: Block, key: str) -> bool:
    """True for the title again, alone or with a site's name behind it."""
    return block.key == key or (len(key) >= 10 and block.key.startswith(key) and len(block.key) <= len(key) + 20)


def _without_site(doc: Doc, block: Block) -> str:
    """The title without the site's name behind it, where another line has it without."""
    bare = _SUFFIX.sub("", block.text)
    if bare != block.text and any(b.key == fold(bare) for b in doc.blocks if b is not block):
        return bare
    return block.text


def find_title(doc: Doc) -> Block | None:
    """The block that best reads as the title of the article; None where none does."""
    body = [b for b in doc.blocks if b in doc.span and b.prose]
    if not body:
        return None
    words = fold_words("\n".join(b.text for b in body)[:READ]).replace(" ", "")
    last = body[min(1, len(body) - 1)].position
    candidates = [b for b in doc.blocks if b.position <= last and b.position >= doc.span.first - LOOK_BACK]
    keys = [b.key for b in doc.blocks]
    scored = [(_score(doc, b, words, keys), -abs(b.position - doc.span.first), b) for b in candidates if _may_be(b)]
    if not scored:
        return None
    score, _, best = max(scored, key=lambda s: s[:2])
    return best if score >= LEAST else None


def _may_be(block: Block) -> bool:
    return (
        NARROWEST <= block.columns <= WIDEST
        and not (block.dated or block.bare_number or is_furniture(block))
        and not block.text.endswith(("：", ":", "、", "，", ",", "…"))
        and "。" not in block.text[-3:]
        and not (block.ends and block.text.endswith("."))
    )


def _score(doc: Doc, block: Block, words: str, keys: list[str]) -> float:
    """Evidence that the block is the title, from about -1 to 4."""
    score = 1.5 * _overlap(block.text, words)
    score += 0.6 * min(keys.count(block.key) - 1, 2)
    score += 0.5 if block.columns >= 24 else -0.4
    score -= 0.3 if block.bullet else 0.0
    score -= 0.5 if block.marks else 0.0
    if block in doc.span and block.position > doc.span.first:
        score -= 0.6
    distance = max(0, doc.span.first - block.position)
    return score - 0.02 * distance


def _overlap(text: str, words: str) -> float:
    """Share of the text's words (of two-letter pieces, where it has no spaces) among `words`."""
    pieces: list[str] = []
    for word in _WORD.findall(fold_words(text)):
        pieces += [word] if word.isascii() else [word[i : i + 2] for i in range(max(1, len(word) - 1))]
    return sum(p in words for p in pieces) / len(pieces) if pieces else 0.0
