"""What each line of a page is like in its place: one column of numbers a line, for the trees.

The features of cleaners.dom that need no elements, and what the text route knows of lines: phrases,
gaps, where the outline sees the article, how the lines around go on, what the cleaners made of them.
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
from cleaners.lines import words
from cleaners.lines.view import view
from cleaners.shape import is_cut_off
from cleaners.weights import weigh_block

FAR = 99  # lines; what is farther off is the same
UNTITLED = 300  # stands for the distance from a title where there is none
MOST_GAP = 6  # blank lines
MOST_INDENT = 8
WINDOWS = (3, 8, 20)  # lines to either side

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
_FLOW = ("flow_cols", "flow_n", "near_cols", "near_n", "near_at", "run_n", "run_at")
# What became of a line: it stayed inside the outline, or a cleaner took it: one of metadata, one that goes by
# shape, or another. What stays outside the outline is none of these.
_FATES = ("kept", "metadata", "shape", "phrase")
METADATA = frozenset({"titles", "digests", "labels", "attributions", "bylines", "listings"})
SHAPE = frozenset(
    {
        *("pagination", "tags", "counters", "language_switchers", "breadcrumbs"),
        *("navigation", "tickers", "separators", "buttons", "inserts"),
    }
)
_KEPT_WINDOWS = (1, *WINDOWS)
_MEANS = ("strong", "gap", "bullet", "dated", "prose", "ends", "worded")
NAMES = (
    *SHARED,
    *_LINE,
    *_PLACE,
    *(f"{what}{window}" for what in ("strong", "weight", "back_weight", "fwd_weight") for window in WINDOWS),
    *("since_strong", "until_strong", "since_gap", "until_gap"),
    *_FLOW,
    *_FATES,
    *(f"kept{window}" for window in _KEPT_WINDOWS),
    *(f"furniture{window}" for window in WINDOWS),
    *("since_kept", "until_kept"),
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
    strong, gap = lines[_STRONG], lines[_GAP]
    fates = _fates(doc)
    own = (lines[_PROSE] > 0) & (place[_SPAN_IN] > 0)
    rows = (
        shared,
        lines,
        place,
        _windows(strong, lines[_WEIGHT]),
        np.stack((*_near(strong > 0), *_near(gap > 0))),
        _flow(blocks, lines),
        fates,
        _fate_windows(fates),
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


def _windows(strong: Floats, weight: Floats) -> Floats:
    """Furniture and weight among some lines before and after each."""
    at = np.arange(len(weight))
    sums = np.concatenate((np.zeros(1), np.cumsum(weight, dtype=np.float64)))
    reach = np.array(WINDOWS)[:, None]
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(weight))
    around = (sums[high] - sums[low], sums[at] - sums[low], sums[high] - sums[at + 1])
    return np.concatenate((_shares(strong, WINDOWS), *around))


def _shares(flags: Floats, windows: Sequence[int]) -> Floats:
    """Of the lines before and after each, as many as a window says, the share that is flagged; a row a window."""
    at = np.arange(len(flags))
    sums = np.concatenate((np.zeros(1), np.cumsum(flags, dtype=np.float64)))
    reach = np.array(windows)[:, None]
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(flags))
    shares: Floats = (sums[high] - sums[low]) / (high - low)
    return shares


def _fates(doc: Doc) -> Floats:
    """What became of each line by now: a row for each of `_FATES`."""
    fates = {cut.position: _fate(cut.cleaner) for cut in doc.cuts}
    fates |= {block.position: "kept" if block in doc.span else "outside" for block in doc.blocks}
    return np.array([[fates[block.position] == name for block in doc.outlined] for name in _FATES], np.float32)


def _fate(cleaner: str) -> str:
    return "metadata" if cleaner in METADATA else "shape" if cleaner in SHAPE else "phrase"


def _fate_windows(fates: Floats) -> Floats:
    """What became of the lines before and after each."""
    kept, _, shape, phrase = fates
    near = np.stack(_near(kept > 0))
    return np.concatenate((_shares(kept, _KEPT_WINDOWS), _shares(shape + phrase, WINDOWS), near))


def _near(flags: np.ndarray) -> tuple[Floats, Floats]:
    """Lines since the last one that is flagged, and until the next."""

    def since(some: np.ndarray) -> Floats:
        at = np.arange(len(some))
        return np.minimum(at - np.maximum.accumulate(np.where(some, at, -FAR)), FAR)

    return since(flags), since(flags[::-1])[::-1]


def _flow(blocks: Sequence[Block], lines: Floats) -> Floats:
    """Lines that go on from one another: a broken sentence, lines without a gap, short lines in a row."""
    cols = np.array([b.columns for b in blocks], np.float32)
    goes_on = [bool(b.text) and (b.text[0].islower() or b.text[0] in ",.;:!?)]」』、。，；：！？") for b in blocks]
    begins = [not go for go in goes_on]
    apart = [b.gap > 0 for b in blocks]
    turns = [True, *(lines[_ENDS, 1:] != lines[_ENDS, :-1])]
    return np.stack((*_groups(begins, cols)[:2], *_groups(apart, cols), *_groups(turns, cols)[1:]))


def _groups(begins: Sequence[bool], cols: Floats) -> list[Floats]:
    """Of each line's group, how wide it is, how many lines it has, and which of them the line is."""
    first = np.array(begins)
    first[0] = True
    group = np.cumsum(first) - 1
    starts = np.flatnonzero(first)
    count = np.bincount(group)
    at = np.arange(len(cols)) - starts[group]
    return [
        np.log1p(np.bincount(group, cols)[group]).astype(np.float32),
        np.log1p(count[group]).astype(np.float32),
        np.log1p(at).astype(np.float32),
    ]


def _page(lines: Floats, flags: Floats, blocks: Sequence[Block]) -> Floats:
    """The page as a whole: the same for all its lines. flags: whether the outline and the cleaners keep a line."""
    means = lines.mean(axis=1)[[_LINE.index(name) for name in _MEANS]]
    width = np.log1p(np.mean([block.columns for block in blocks]))
    inside, kept = flags.mean(axis=1)
    values = np.array([*means, inside, width, kept], np.float32)
    return np.repeat(values[:, None], len(blocks), axis=1)
