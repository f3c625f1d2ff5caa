"""What stands around each piece on the page: neighbours, windows, the section under its heading, and
how far off the marks of an article's end are (comments, related links, share buttons, bios)."""

import numpy as np
from numpy.typing import NDArray

from cleaners.dom.features_place import Ints, Place
from cleaners.dom.features_text import STOP, Texts
from cleaners.dom.pieces import Floats
from cleaners.dom.words import groups

LONG = 140  # columns of text without links from which a piece is surely no label
FAR = 99  # pieces; what is farther off is the same
REACH = (1, 2)  # neighbours
WINDOWS = (4, 10, 25)  # pieces to either side
ENDINGS = ("related", "comment", "share", "author", "tags", "subscribe", "teaser", "meta")

_NEXT = ("cols", "link_share", "tag", "stop")
_HEADED = ("comment", "share")
_ENDING_BITS = np.array([groups().index(name) for name in ENDINGS])[:, None]
_HEADED_BITS = np.array([groups().index(name) for name in _HEADED])[:, None]
NAMES = (
    *(f"prev{step}_{what}" for step in REACH for what in _NEXT),
    *(f"next{step}_{what}" for step in REACH for what in _NEXT),
    *(f"{what}{window}" for what in ("win_prose", "win_links", "fwd_prose", "back_prose") for window in WINDOWS),
    *("since_long", "since_heading", *(f"since_{name}" for name in ENDINGS)),
    *("until_long", "until_heading", *(f"until_{name}" for name in ENDINGS)),
    *("heading_tag", *(f"heading_{name}" for name in _HEADED)),
    *("under_heading", "section_share", "section_links", "section_prose", "section_n"),
    *("before", "after", "place", "place_cols"),
)


def near_rows(texts: Texts, place: Place, total: float, prose: float) -> Floats:
    """The features of `NAMES`, a row each. total and prose: the page's columns, in all and of prose."""
    count = len(place.at)
    pieces = np.arange(count)
    prose_sums, own_sums, cols_sums = (_sums(column) for column in (texts.prose, texts.own, texts.cols))
    before = prose_sums[:-1] / prose
    ends = np.stack((before, 1 - prose_sums[1:] / prose, pieces / count, cols_sums[:-1] / total))
    return np.concatenate(
        (
            _neighbours(texts, place),
            _windows(pieces, prose_sums, own_sums, cols_sums, prose),
            _distances(texts, place),
            _sections(texts, place, pieces, (prose_sums, own_sums, cols_sums), total),
            ends.astype(np.float32),
        )
    )


def _sums(column: Floats) -> NDArray[np.float64]:
    return np.concatenate((np.zeros(1), np.cumsum(column, dtype=np.float64)))


def _neighbours(texts: Texts, place: Place) -> Floats:
    """What the pieces just before and just after are like; -1 beyond the page's ends."""
    count, most = len(place.at), REACH[-1]
    padded = np.full((len(_NEXT), count + 2 * most), -1, np.float32)
    inner = padded[:, most : most + count]
    inner[0] = np.log1p(texts.cols)
    inner[1] = texts.link_share
    inner[2] = place.tag[place.at]
    inner[3] = texts.counts[STOP] / np.maximum(texts.chars, 1)
    shifts = [most - step for step in REACH] + [most + step for step in REACH]
    return np.concatenate([padded[:, shift : shift + count] for shift in shifts])


def _windows(
    pieces: Ints,
    prose_sums: NDArray[np.float64],
    own_sums: NDArray[np.float64],
    cols_sums: NDArray[np.float64],
    prose: float,
) -> Floats:
    """The prose and the links among some pieces before and after each."""
    reach = np.array(WINDOWS)[:, None]
    low, high = np.maximum(pieces - reach, 0), np.minimum(pieces + reach + 1, len(pieces))
    back, ahead, here = prose_sums[low], prose_sums[high], prose_sums[pieces]
    cols = np.maximum(cols_sums[high] - cols_sums[low], 1)
    links = 1 - (own_sums[high] - own_sums[low]) / cols
    rows = ((ahead - back) / prose, links, np.log1p(ahead - here), np.log1p(here - back))
    return np.concatenate(rows).astype(np.float32)


def _distances(texts: Texts, place: Place) -> Floats:
    """How many pieces since and until a long one, a heading, and each of `ENDINGS`."""
    flags = np.concatenate(
        (
            ((texts.own >= LONG) & (texts.link_share < 0.3))[None],
            place.heading[None],
            ((place.masks >> _ENDING_BITS) & 1).astype(bool),
        )
    )
    return np.concatenate((_since(flags), _since(flags[:, ::-1])[:, ::-1]))


def _since(flags: NDArray[np.bool_]) -> Floats:
    """Pieces since the last one that is flagged, row by row."""
    pieces = np.arange(flags.shape[1], dtype=np.int32)
    last = np.maximum.accumulate(np.where(flags, pieces, np.int32(-FAR)), axis=1)
    return np.minimum(pieces - last, FAR).astype(np.float32)


def _sections(texts: Texts, place: Place, pieces: Ints, sums: tuple[NDArray[np.float64], ...], total: float) -> Floats:
    """What the heading above each piece is like, and what stands between it and the next."""
    heading = place.heading
    begin = np.maximum.accumulate(np.where(heading, pieces, 0))
    later = np.where(heading, pieces, len(pieces))
    end = np.minimum.accumulate(np.append(later, len(pieces))[::-1])[::-1][1:]
    prose_sums, own_sums, cols_sums = sums
    cols = cols_sums[end] - cols_sums[begin]
    some = np.maximum(cols, 1)
    rows = [
        place.tag[place.at][begin],
        *((place.masks[begin] >> _HEADED_BITS) & 1),
        np.log1p(prose_sums[pieces] - prose_sums[begin]),
        cols / total,
        1 - (own_sums[end] - own_sums[begin]) / some,
        (prose_sums[end] - prose_sums[begin]) / some,
        np.log1p(end - begin),
    ]
    return np.stack(rows).astype(np.float32)
