"""What stands before the article's first line and after its last one."""

from cleaners.doc import Block, Doc
from cleaners.evidence import Verdicts, is_numbered
from cleaners.phrases import Rules

LEAST = 12  # columns of a last short sentence


def surroundings(doc: Doc, rules: Rules) -> Doc:
    """Cut what is outside the article; a list or a short sentence that goes on from it stays."""
    before = [b for b in doc.blocks if b.position < doc.span.first]
    after = [b for b in doc.blocks if b.position > doc.span.last]
    verdicts: Verdicts = {b.position: "stands before the article" for b in before}
    last = next((b for b in reversed(doc.blocks) if b in doc.span), None)
    verdicts |= {b.position: "stands after the article" for b in after[_tail(last, after) :]}
    return doc.cut(verdicts)


def _tail(last: Block | None, after: list[Block]) -> int:
    """How many blocks after the article's last paragraph still belong to it."""
    count = 0
    for block in after:
        if last is None or not _goes_on(last, block):
            break
        last = block
        count += 1
    return count


def _goes_on(last: Block, block: Block) -> bool:
    if block.marks - {"sentences.ends"} or block.dated or block.bare_number or block.gap > last.gap + 1:
        return False
    if block.bullet:
        return block.bullet == last.bullet or last.text.endswith((":", "："))
    return is_numbered(block) or (block.ends and block.columns >= LEAST and block.position == last.position + 1)
