"""What each line of a page is like in its place: one column of numbers a line, for the trees.

The features of cleaners.dom that need no elements, and what the text route knows of lines: phrases,
gaps, where the outline sees the article; and how the lines around go on, what the cleaners made of them.
"""

from collections.abc import Sequence

import numpy as np

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.dom import features_article, features_near, features_page, features_text
from cleaners.dom.features import look
from cleaners.dom.features_article import beside
from cleaners.dom.features_near import near_rows
from cleaners.dom.features_page import page_rows
from cleaners.dom.features_text import text_rows
from cleaners.dom.pieces import Floats
from cleaners.kinds import is_furniture, is_numbered
from cleaners.lines import features_around, features_fates, words
from cleaners.lines.features_around import FAR, around_rows
from cleaners.lines.features_fates import fate_rows
from cleaners.lines.view import view
from cleaners.shape import is_cut_off
from cleaners.stretch.weights import weigh_block

UNTITLED = 300  # stands for the distance from a title where there is none
MOST_GAP = 6  # blank lines
MOST_INDENT = 8

# Features of cleaners.dom that say something of a line without elements.
_KINDS = ("related", "comment", "share", "author", "tags", "subscribe", "meta")
SHARED = (
    *("cols", "stops", "commas", "wide_share", "first_kind", "last_kind", "times", "again"),
    *(f"{kind}_share" for kind in ("upper", "digit", "space", "stop", "comma", "bar", "bracket", "other")),
    *("stretch_in", "stretch_before", "stretch_after"),
    *(f"{line}_{what}" for line in ("prev1", "prev2", "next1", "next2") for what in ("cols", "stop")),
    *(f"{side}_prose{reach}" for side in ("win", "fwd", "back") for reach in (4, 10, 25)),
    *(f"{side}_{what}" for side in ("since", "until") for what in ("long", "heading", *_KINDS)),
    *("heading_tag", "under_heading", "section_share", "section_prose", "section_n"),
    *("before", "after", "place", "place_cols"),
    *(f"page_{what}" for what in ("cols", "prose", "n", "stretch", "wide", "kana", "hangul", "h2", "long")),
)
_READ = (*features_text.NAMES, *features_article.STRETCH, *features_near.NAMES, *features_page.NAMES)
_SHARED_ROWS = np.array([_READ.index(name) for name in SHARED])
_LINE = (
    "prose",
    "ends",
    "dated",
    "bullet",
    "gap",
    "indent",
    "numbered",
    "cut_off",
    "joined",
    "weight",
    "strong",
    "marks",
    "worded",
)
_PLACE = ("gap_below", "amid", "span_in", "span_before", "span_after", "span_place", "below_title")
_PROSE, _ENDS, _GAP, _WEIGHT, _STRONG = map(_LINE.index, ("prose", "ends", "gap", "weight", "strong"))
_SPAN_IN = _PLACE.index("span_in")
_MEANS = ("strong", "gap", "bullet", "dated", "prose", "ends", "worded")
NAMES = (
    *SHARED,
    *_LINE,
    *_PLACE,
    *features_around.NAMES,
    *features_fates.NAMES,
    *words.NAMES,
    *(f"all_{name}" for name in (*_MEANS, "span", "width", "kept")),
)


def features(doc: Doc) -> Floats:
    """One row a feature, in the order of `NAMES`; one column a block of those that were outlined.

    The outline must have found some, and the cleaners after it must have had their turn.
    """
    blocks = doc.outlined
    shared = _shared(doc)
    lines = np.array([_look(block) for block in blocks], np.float32).T
    place = _place(doc, lines)
    fates = fate_rows(doc)
    own = (lines[_PROSE] > 0) & (place[_SPAN_IN] > 0)
    rows = (
        shared,
        lines,
        place,
        around_rows(blocks, lines[_STRONG], lines[_WEIGHT], lines[_ENDS]),
        fates,
        words.word_rows(doc.metadata.title or "", [block.text for block in blocks], own),
        _page(lines, np.stack((place[_SPAN_IN], fates[0])), blocks),
    )
    return np.concatenate(rows).astype(np.float32)


def _shared(doc: Doc) -> Floats:
    """The features of `SHARED`."""
    walk, head = view(doc)
    texts, place, found, total, prose = look(walk, head)
    shared: Floats = np.concatenate(
        (
            text_rows(walk.pieces, texts),
            np.array(beside(np.arange(len(walk.pieces)), *found.stretch), np.float32),
            near_rows(texts, place, total, prose),
            page_rows(walk, head, texts, place, found),
        )
    )[_SHARED_ROWS]
    return shared


def _look(block: Block) -> tuple[float, ...]:
    """The features of `_LINE`, which hang on the line alone."""
    return (
        block.prose,
        block.ends,
        block.dated,
        bool(block.bullet),
        min(block.gap, MOST_GAP),
        min(block.indent, MOST_INDENT),
        is_numbered(block),
        is_cut_off(block.text),
        block.joined,
        weigh_block(block),
        is_furniture(block),
        len(block.marks),
        block.worded,
    )


def _place(doc: Doc, lines: Floats) -> Floats:
    """The features of `_PLACE`: where each line stands towards what the outline takes for the article."""
    span, at = doc.span, np.array([block.position for block in doc.outlined])
    prose = np.pad(lines[_PROSE], 1)
    far = np.full(len(at), UNTITLED) if doc.title_at is None else np.clip(at - doc.title_at, -FAR, UNTITLED - 1)
    rows = (
        np.append(lines[_GAP, 1:], 0),
        prose[:-2] + prose[2:],
        (at >= span.first) & (at <= span.last),
        np.clip(span.first - at, 0, FAR),
        np.clip(at - span.last, 0, FAR),
        np.clip((at - span.first) / max(span.last - span.first, 1), -1, 2),
        far,
    )
    return np.stack(rows).astype(np.float32)


def _page(lines: Floats, flags: Floats, blocks: Sequence[Block]) -> Floats:
    """The page as a whole: the same for all its lines. flags: whether the outline and the cleaners keep a line."""
    means = lines.mean(axis=1)[[_LINE.index(name) for name in _MEANS]]
    width = np.log1p(np.mean([block.columns for block in blocks]))
    inside, kept = flags.mean(axis=1)
    values = np.array([*means, inside, width, kept], np.float32)
    return np.repeat(values[:, None], len(blocks), axis=1)
