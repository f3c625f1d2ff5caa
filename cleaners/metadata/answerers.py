"""Who wrote the answers that a page shows: the name in the card above each, which ends in a button and in approvals."""

import re
from collections.abc import Sequence

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.kinds import tells

CARD = 6  # lines ahead of the one that counts who approved
NAME, LINE = 32, 60  # columns of a name, and of that line

_APPROVED = re.compile(
    r"\d[\d,.]*\s?[万萬]?\s?人(?:赞同|贊同)了[该該](?:回答|文章)$|\d[\d,.]*\s?万?\s?人がこの(?:回答|答え)に(?:賛成|同意)し(?:た|ました)$"
)
_FOLLOW = re.compile(r"[+＋]?\s?(?:(?:已?关注|關注)[他她TA]{0,2}|フォロー(?:する|中)?)$")
# what stands above the first card: "查看全部 58 个回答"
_LISTED = re.compile(r"(?:回答|排序|讨论|討論|並び順|並べ替え|回答を見る)$")


def answerers(doc: Doc) -> tuple[tuple[Block, str], ...]:
    """The lines with the names of who wrote the answers, and the names; () where no card shows one."""
    blocks = [b for b in doc.blocks if any(map(str.isalpha, b.text))]
    first, *others = [i for i, b in enumerate(blocks) if b.columns <= LINE and _APPROVED.search(b.text)] or [0]
    card = blocks[max(0, first - CARD) : first]
    at = _name_at(card)
    if at is None:
        return ()
    above = len(card) - at
    found: dict[str, Block] = {}
    for block in (card[at], *(name for i in others for name in _as_high(blocks, i, above))):
        found.setdefault(block.text.strip(), block)
    return tuple((block, name) for name, block in found.items())


def _name_at(card: Sequence[Block]) -> int | None:
    """Which line of the first card is a name: the one below a list's head, or above a button to follow."""
    tops = [i for i, b in enumerate(card) if _LISTED.search(b.text.strip())]
    button = next((i for i, b in enumerate(card) if _FOLLOW.fullmatch(b.text.strip())), 0)
    at = tops[-1] + 1 if tops else max(0, button - 2) if button else len(card)
    while at < button and _is_no_name(card[at]):
        at += 1
    return at if at < len(card) and not _is_no_name(card[at]) else None


def _as_high(blocks: Sequence[Block], approved: int, above: int) -> Sequence[Block]:
    """The name in a further card, which stands as high above its approvals as in the first one."""
    return [b for b in blocks[approved - above : approved - above + 1] if not _is_no_name(b)]


def _is_no_name(block: Block) -> bool:
    """True for what is no name in a card: furniture, a sentence."""
    return tells(block) or block.prose or block.columns > NAME
