"""Several writers one below the other, each with what he does: a name, "Research Fellow in Climatology", a name."""

import re
from collections.abc import Sequence

from cleaners.block import Block
from cleaners.kinds import tells
from cleaners.metadata.names import split_names
from cleaners.metadata.people import has_given_name, has_role, is_full_latin, is_institution
from cleaners.metadata.people_east import is_full_name, is_position

MOST = 12  # writers
WIDEST = 100  # columns of what one does

_JOINS = re.compile(r"(?:in [A-Z].{1,24} )?(?:and|&)$")  # "in Vienna and"
_PROFILES = ("PROFILE", "プロフィール")  # buttons
_LABEL = re.compile(r"\bby$|:$", re.I)  # of others: "Translation by"
_ACCOUNT = re.compile(r"@?[a-z][\w.-]{2,24}")
_EDITS = re.compile(r"\b(?:editors?|edited|review(?:er|ed)|photograph\w*|fact[- ]check\w*)\b|編集|編輯|编辑|편집", re.I)


def roster(blocks: Sequence[Block], i: int) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """The names of block `i` and of those below it, with a line of what he does below each, and these blocks.

    () and () for a lone name.
    """
    names: list[str] = []
    at = i
    while at + 1 < len(blocks) and len(names) < MOST:
        name = _name(blocks[at])
        if names == [name]:
            at += 1
            continue  # said twice, as by a picture and below it
        if not name or name in names or (names and _edits(blocks[at + 1 : at + 3])):
            break
        if has_account(blocks, at + 1):
            names.append(name)
            at += 3
            continue
        known = _tells_who(blocks[at + 1])
        below = [_name_alone(block) for block in blocks[at + 1 : at + 3]]
        listed = _is_sure(below[0]) or (all(below) and _is_sure(below[-1]))  # one name right below the other
        if names and not (known or _is_sure(name) or listed):
            break
        names.append(name)
        if not known and listed:
            at += 1
            continue
        known = known or _JOINS.match(blocks[at + 1].text) is not None
        at += 1 + known
        after = blocks[at : at + 2]
        more = len(names) > 1 and after and not _LABEL.search(after[0].text) and _name(after[-1])
        if not (known or more):
            break
        at += not known
    return (tuple(names), tuple(blocks[i:at])) if len(names) > 1 else ((), ())


def has_account(blocks: Sequence[Block], i: int) -> bool:
    """True where block `i` is an account, and the one below it a button to follow its owner."""
    called = i + 1 < len(blocks) and blocks[i + 1].marked("subscriptions.lines")
    return called and _ACCOUNT.fullmatch(blocks[i].text) is not None


def _name(block: Block) -> str:
    """The full name that is all that a line says; "" where it says something else."""
    names = () if tells(block) or block.prose else split_names(block.text)
    full = len(names) == 1 and (is_full_latin(names[0]) or is_full_name(names[0]))
    return names[0] if full and not block.dated else ""


def _name_alone(block: Block) -> str:
    """The same for a line that is the name to the letter."""
    name = _name(block)
    return name if name == block.text else ""


def _is_sure(name: str) -> bool:
    """True for a name that begins with a given name that is known, or whose parts dots set off, as in the east."""
    return has_given_name(name) or "·" in name or "・" in name


def _edits(below: Sequence[Block]) -> bool:
    """True where what stands right below a name says that its owner is no writer, and further down no label does so,
    which is of whoever is named next."""
    near = [b for i, b in enumerate(below) if not (i and _LABEL.search(b.text))]
    return any(_EDITS.search(b.text) for b in near)


def _tells_who(block: Block) -> bool:
    """True for what somebody does, or where: "Institute of Quaternary Studies, Baguio"."""
    text = block.text
    short = block.columns <= WIDEST and not (block.ends or block.dated)
    return short and (has_role(text) or is_institution(text) or is_position(text) or text in _PROFILES)
