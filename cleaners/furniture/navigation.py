"""Site and app navigation: menu words on lines of their own, or glued into one line."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import GLUED, MOSTLY_MENU, cut_lines, cut_where, heads_questions, is_own
from cleaners.phrases import Rules

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

    return cut_where(cut_lines(doc, "navigation", own), judge)
