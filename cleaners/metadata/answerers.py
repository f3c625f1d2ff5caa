"""Who wrote the answer that a page shows: the name in the card above it, which ends in a button and in approvals."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.kinds import tells

CARD = 6  # lines ahead of the one that counts who approved
NAME, LINE = 32, 60  # columns of a name, and of that line

_APPROVED = re.compile(r"\d[\d,.]*\s?[万萬]?\s?人(?:赞同|贊同)了[该該](?:回答|文章)$")
_FOLLOW = re.compile(r"(?:关注|關注)[他她TA]{0,2}$")
_LISTED = re.compile(r"(?:回答|排序|讨论|討論)$")  # what stands above the first card: "查看全部 58 个回答"


def answerer(doc: Doc) -> tuple[Block, str] | None:
    """The line with the name of who wrote the first answer, and the name; None where no card shows one."""
    approved = next((i for i, b in enumerate(doc.blocks) if b.columns <= LINE and _APPROVED.search(b.text)), 0)
    card = [b for b in doc.blocks[max(0, approved - CARD) : approved] if any(map(str.isalpha, b.text))]
    tops = [i for i, b in enumerate(card) if _LISTED.search(b.text)]
    button = next((i for i, b in enumerate(card) if _FOLLOW.fullmatch(b.text.strip())), 0)
    at = tops[-1] + 1 if tops else max(0, button - 2) if button else len(card)
    while at < button and _is_no_name(card[at]):
        at += 1
    found = card[at : at + 1]
    return (found[0], found[0].text.strip()) if found and not _is_no_name(found[0]) else None


def _is_no_name(block: Block) -> bool:
    """True for what is no name in a card: furniture, a sentence."""
    return tells(block) or block.prose or block.columns > NAME
