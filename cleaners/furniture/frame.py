"""The page's frame: what the structure of an HTML page says is none of its article."""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.phrases import Rules

HEAD = 12  # blocks below the title that may hold its byline; the cleaners of metadata judge them
REPEATED = 60  # columns from which a text that stands twice is the same text again


def frame(doc: Doc, rules: Rules) -> Doc:
    """Cut the blocks whose likelihood is below the page's bar, and paragraphs that stand twice."""
    if not doc.judged:
        return doc
    head = _head(doc, doc.judged[0].position)
    verdicts: Verdicts = {}
    seen: set[str] = set()
    for block in doc.blocks:
        if block.likely is None or block.position in head:
            continue
        if block.likely < doc.bar:
            verdicts[block.position] = _reason(block)
        elif block.kind not in ("code", "row") and block.columns >= REPEATED:
            if block.key in seen:
                verdicts[block.position] = "says again what stands above"
            seen.add(block.key)
    return doc.cut(verdicts)


def _head(doc: Doc, first: int) -> range:
    """The positions from the title to the article, if they are few."""
    if doc.title_at is None or not doc.title_at < first <= doc.title_at + HEAD:
        return range(0)
    return range(doc.title_at, first)


def _reason(block: Block) -> str:
    place = f" in a part called “{block.within}”" if block.within else ""
    return f"{block.likely:.0%} likely by the page's structure{place}"
