"""Site and app navigation: menu words on lines of their own, or glued into one line."""

import re
from collections import Counter

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import GLUED, MOSTLY_MENU, cut_lines, cut_where, heads_questions, is_own
from cleaners.phrases import Rules

WORD, OFTEN = 12, 3  # columns of a button's word, and how often it comes again
LONGEST = 400  # columns; a menu that is longer still has a sentence in it

# as headings are, each on its line
_FRAMED = re.compile(r"[<＜〈《≪【]\s?[^<>＜＞〈〉《》≪≫【】|｜/／\s]{2,40}\s?[>＞〉》≫】]")


def navigation(doc: Doc, rules: Rules) -> Doc:
    """Cut menu lines, and lines made of menu words."""

    def judge(block: Block) -> str | None:
        if block.ends or block.columns > LONGEST or block.bullet or _FRAMED.fullmatch(block.text):
            return None
        count, share = rules.menu(block.words)
        inside = block in doc.span  # where short headings of three such words are found too
        if count >= GLUED + inside and share >= MOSTLY_MENU + 0.15 * inside:
            return f"{count} menu words make {share:.0%} of the line"
        return None

    def own(page: Doc, index: int) -> bool:
        return is_own(page, index) or heads_questions(page, index)

    return cut_where(cut_lines(_without_buttons(doc), "navigation", own), judge)


def _without_buttons(doc: Doc) -> Doc:
    """Cut the one word that comes again below each thing of a list: "Buy"."""
    words = [b for b in doc.blocks if b.marked("promotions.actions") and b.columns <= WORD and not b.ends]
    times = Counter(b.key for b in words)
    return doc.cut({b.position: "a button below each thing" for b in words if times[b.key] >= OFTEN})
