"""Who wrote it, by lines beside a dateline: a full name and no more, one with what its owner does, "by" alone."""

import re
from dataclasses import replace
from itertools import pairwise

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.kinds import tells
from cleaners.metadata.headlines import steps
from cleaners.metadata.labels import ORIGINAL
from cleaners.metadata.names import split_names
from cleaners.metadata.people import has_given_name, has_role, has_word, is_agency, is_desk_latin, is_full_latin
from cleaners.metadata.people_east import (
    has_position,
    is_desk,
    is_east,
    is_full_list,
    is_full_name,
    is_hangul,
    is_paper,
)
from cleaners.metadata.presented import presented, scholars
from cleaners.metadata.reporters import is_kana_name
from cleaners.metadata.rosters import roster
from cleaners.shape import doubled, has_digit
from cleaners.tables import either, read_table

RIGHT_BELOW = 2  # lines below the title in which names may stand without a date beside them
NEAR = 10  # lines below the title in which a name stands alone
FEW_LINES = 3  # from the title to a dateline, with a writer's name between
SIGNED = 2  # sentences at the article's end in which its writer may sign, or be presented
_BY = frozenset(
    {
        "by",
        "by:",
        "written by",
        "posted by",
        "撰文",
        "글",
        "文",
        "による",
        "によって",
        "escrito por",
        "por",
        "von",
        "par",
        "scritto da",
    }
)
_AND = frozenset({"and", "und", "et", "y", "&", "、"})
_ORIGINAL = ORIGINAL | {"original"}
_ABOVE_NAMES = _BY | _ORIGINAL
_SIGNS = ("", "◎", "◆", "■")
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_EDITED = re.compile(rf"(?:\s?[|｜]\s?|\s)(?:{either(read_table('metadata', 'names.toml')['east']['credit'])})\s?[:：]")
SHORT = 32  # columns of a name, a section, a place


def presented_at(doc: Doc, block: Block) -> tuple[str, ...]:
    """The writer in a line ahead of the article's sentences that says besides only what he is."""
    framed = block.bullet.strip() != "" and block.text.endswith(block.bullet.strip())  # ◆港大学教授・佐倉 美帆◆
    names = () if block.prose or (block.bullet and not framed) else presented(block.text)
    if scholars(block.text) == names:
        return names
    return () if any(_is_word(doc, name) for name in names if not is_hangul(name)) else names


def presented_below(above: Block | None, block: Block) -> tuple[str, ...]:
    """The writer in a line that has the form of the one right above, which presents another: "Jane Doe, Senior SRE"."""
    name, comma, rest = block.text.partition(", ")
    below = above is not None and above.position == block.position - 1 and presented(above.text) != ()
    alike = comma != "" and len(rest) <= SHORT and is_full_latin(name) and not (block.prose or block.ends)
    return (name,) if below and alike else ()


def beside_datelines(doc: Doc, datelines: Verdicts) -> Verdicts:
    """Names, sections and places: short lines ahead of the article, right beside a dateline."""
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose), doc.span.first)
    return {
        b.position: "stands beside a dateline"
        for b in doc.blocks
        if b.position < first
        and not datelines.keys().isdisjoint((b.position - 1, b.position + 1))
        and b.columns <= SHORT
        and not (b.bullet or b.prose or b.ends or b.marks or b.position in datelines)
    }


def outlets_below(doc: Doc, title: int) -> Verdicts:
    """Lines between the title and the first paragraph that are the name of a newspaper."""
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose), doc.span.first)
    between = (b for b in doc.blocks if 0 <= title < b.position < first)
    return {b.position: "credits an outlet" for b in between if _is_plain(b) and is_paper(b.text)}


def named_beside(doc: Doc, datelines: Verdicts, title: int) -> Doc:
    """The writer, where a line beside a dateline is a full name and no more."""
    if doc.metadata.authors:
        return doc
    labelled = {c.position for c in doc.cuts if c.cleaner == "labels"}
    roles = {
        b.position for b in doc.blocks if _is_plain(b) and _has_role(b, title + NEAR) and _names_nobody(b, title + NEAR)
    }
    close = {p + step for p in labelled | datelines.keys() | roles for step in (-1, 1)}
    dated = {p - step for p in datelines for step in range(1, FEW_LINES + 1)}
    close |= {title + 1} & dated
    near = close | {p + step for p in labelled | datelines.keys() for step in (-2, 2)}
    near |= {b.position for b in doc.blocks if 0 < b.position - title <= RIGHT_BELOW and not has_digit(b.text)}
    credited = fold.letters(doc.metadata.site or "")
    sections = set(steps(doc.blocks))
    for block in doc.blocks:
        if block.position <= title or block.position not in near or block.key == credited or block.key in sections:
            continue
        more = _EDITED.search(block.text) or doubled(block.text)  # "Jane Doe, John Roe | 編集: Mary Major"
        short = _is_plain(block, SHORT * 3)
        names = split_names(block.text) if short and not is_agency(block.text) else ()
        if len(names) < 2 and not (more or _is_plain(block)):
            continue
        full = is_full_list(names) or all(is_full_name(n) or is_desk(n) or is_desk_latin(n) for n in names)
        several = full and len(names) > 1
        told = block in doc.span and any(b.prose for b in doc.blocks[: doc.index(block)] if b in doc.span)
        names = tuple(filter(has_given_name, names)) if told else names  # "Final Thoughts" below a picture's source
        full = full or (block.position in close and all(is_full_latin(n) or is_full_name(n) for n in names))
        right_below = block.position == title + 1 and all(map(is_full_name, names)) and not is_hangul(block.text)
        if (
            names
            and full
            and not all(map(is_agency, names))
            and (right_below or several or _is_boxed(doc, block) or not any(_is_word(doc, name) for name in names))
        ):
            listed, lines = roster(doc.blocks, doc.index(block))
            cuts: Verdicts = {} if _is_plain(block) else {block.position: "the writers"}
            cuts |= {b.position: "the writers" for b in lines}
            return doc.learn(block.where, authors=listed or names).cut(cuts)
    return doc


def _has_role(block: Block, head: int) -> bool:
    """True for a line that says what somebody is; in the east, one ahead of position `head`: others speak of others."""
    return has_role(block.text) or (block.position <= head and has_position(block.text))


def _names_nobody(block: Block, head: int) -> bool:
    """True for a line without a name; ahead of position `head` it may say where one works: "Reporter • CryptoSlate"."""
    names = split_names(block.text)
    return not names or (block.position <= head and not any(is_full_latin(n) or is_full_name(n) for n in names))


def named_alone(doc: Doc, title: int, until: int) -> Doc:
    """The writer, where one line alone between the title and the first paragraphs is a person's name, in letters with
    case, and begins with a given name that is known."""
    if doc.metadata.authors or doc.answers or title < 0:
        return doc
    between = [b for b in doc.blocks if title < b.position < min(until, title + NEAR) and _is_plain(b)]
    told = [b for b in between if _is_eastern(b.text) and _is_told_of(doc, b.text)]
    if told:
        cuts: Verdicts = {b.position: "the writer" for b in told}
        return doc.learn(told[0].where, authors=tuple(dict.fromkeys(b.text for b in told))).cut(cuts)
    named = {
        b.key: b
        for b in between
        if is_full_latin(b.text) and (has_given_name(b.text) or _closes(doc, b)) and not _is_word(doc, b.text)
    }
    if len(named) != 1:
        return doc
    (block,) = named.values()
    cuts = {b.position: "the writer" for b in between if b.key == block.key}
    return doc.learn(block.where, authors=split_names(block.text)).cut(cuts)


def _is_eastern(text: str) -> bool:
    """True for a full name in kana or Han; in Hangul any three syllables might be one."""
    return is_kana_name(text) or (is_full_name(text) and not is_hangul(text))


def _is_told_of(doc: Doc, name: str) -> bool:
    """True for a name with which a line of the page's lower half begins, as what is said of its writer does."""
    half = (doc.span.first + doc.span.last) / 2
    told = [b.text for b in doc.blocks if b.position > half] + [c.text for c in doc.cuts if c.position > half]
    return any(text.startswith(name) and text != name for text in told)


def _closes(doc: Doc, block: Block) -> bool:
    """True for a line that stands once more, alone, right behind the article's last sentence."""
    last = max((b.position for b in doc.blocks if b in doc.span and b.prose), default=doc.span.last)
    return any(b.key == block.key for b in doc.blocks if last < b.position <= last + NEAR // 2)


def _is_word(doc: Doc, name: str) -> bool:
    """True for a name that the article's sentences use as words: "Ask Question", 江苏省; and in Hangul, where
    any three syllables might be one.
    """
    if not is_east(name):
        return has_word(name, (_MAIL.sub(" ", b.text) for b in doc.blocks))
    key = fold.letters(name)
    told = [sentence for sentence in doc.spoken.split("\n")[:-SIGNED] if key in sentence]
    return is_hangul(name) or not all(_is_of_writer(sentence, key) for sentence in told)


def _is_of_writer(sentence: str, key: str) -> bool:
    """True for a sentence that begins with a name, as one of who wrote it does, or says that he took the picture."""
    return sentence.startswith(key) or f"{key}撮影" in sentence


def _is_boxed(doc: Doc, block: Block) -> bool:
    """True for names with each of which a short line behind the article begins, as a box about its writer does."""
    behind = [b.key for b in doc.blocks if b.position > doc.span.last and not b.prose]
    each = [fold.letters(name) for name in split_names(block.text)]
    return any(all(any(key.startswith(name) for key in behind) for name in names) for names in ([block.key], each))


def _is_plain(block: Block, most: int = SHORT) -> bool:
    """True for a short line that nothing marks as a sentence or as furniture. most: its columns."""
    listed = block.bullet.strip() not in _SIGNS  # "◎ 佐倉美帆" is no item of a list
    return block.columns <= most and not (block.prose or block.ends or tells(block) or listed)


def joined(doc: Doc, title: int, until: int) -> Doc:
    """The page with the further writers who stand below "and" on a line of its own."""
    pairs = [pair for pair in pairwise(doc.blocks) if title < pair[0].position <= until and _joins(*pair)]
    if not pairs or not doc.metadata.authors:
        return doc
    first = tuple(name for joint, _ in pairs for name in split_names(_ahead_of_and(joint.text)))
    names = (*first, *doc.metadata.authors, *(name for _, other in pairs for name in split_names(other.text)))
    doc = replace(doc, metadata=replace(doc.metadata, authors=tuple(dict.fromkeys(names))))
    return doc.cut({block.position: "a byline" for pair in pairs for block in pair})


def _joins(joint: Block, name: Block) -> bool:
    """True for "and" on a line of its own or behind a full name, and a full name on the line below it."""
    full = is_full_latin(name.text) or (joint.text == "、" and is_full_name(name.text))
    opens = joint.text.lower() in _AND or is_full_latin(_ahead_of_and(joint.text))
    return opens and _is_plain(name) and full


def _ahead_of_and(text: str) -> str:
    """What stands ahead of the "and" with which a line ends; "" where it does not end so."""
    return next((text.removesuffix(end) for end in (" &", " and") if text.endswith(end)), "")


def named_below(doc: Doc, until: int) -> Doc:
    """The writer on the line below "by"; the writer and the account on the two lines below "原创"."""
    for i, block in enumerate(doc.blocks):
        below = doc.blocks[i + 1 : i + 3]
        marked = block.position <= until and block.text.lower() in _ABOVE_NAMES
        names = split_names(below[0].text) if marked and below and _is_plain(below[0]) and not below[0].dated else ()
        if not names:
            continue
        if block.text.lower() in _BY:
            cuts: Verdicts = {b.position: "a byline" for b in (block, below[0])}
            return doc.learn(below[0].where, authors=names).cut(cuts)
        if block.text.lower() in _ORIGINAL and len(below) == 2 and _is_plain(below[1]):
            cuts = {b.position: "a byline" for b in (block, *below)}
            doc = doc.learn(below[0].where, authors=names)
            return doc.learn(below[1].where, site=None if below[1].dated else below[1].text).cut(cuts)
    return doc
