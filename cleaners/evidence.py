"""Evidence that more than one cleaner weighs: neighbours, lists, topics."""

import re
from collections.abc import Callable, Iterator

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.kinds import ASKING, is_furniture, is_notice, is_numbered, is_paragraph
from cleaners.shape import is_code, is_several, leads_over

SPOKEN_OF = 2  # times that the article's sentences hold a phrase before it counts as their subject
GLUED = 3  # menu words in one line
MOSTLY_MENU = 0.6  # share of the line's letters that they make up
NEAR = 2  # blocks on either side that count as neighbours
LONGISH = 90  # columns, beyond which a line amid paragraphs is one of them whatever it mentions
CODE = (";", "{", "}")  # ends of a line of code, whatever word it has: "END;"
FEW = 160  # columns: furniture that is no sentence is shorter

_PAIR = re.compile(r"(?!\d{1,2}:\d\d)[^\s:：]{2,8}[:：]\s?\S")  # "初期費用：無料"
_SIGN = re.compile(r"[^\w\s]")
_WORD = re.compile(r"[a-z0-9]{4,}|[^\x00-\x7f\s:]+")
_COMMON = frozenset({"this", "that", "with", "from", "your", "more", "about", "article", "story"})

Verdicts = dict[int, str]
"""Position of a block that goes -> the reason."""


def neighbours(doc: Doc, index: int, reach: int = NEAR) -> tuple[Block, ...]:
    """The blocks next to block `index`, at most `reach` on either side."""
    return doc.blocks[max(0, index - reach) : index] + doc.blocks[index + 1 : index + 1 + reach]


def short_runs(doc: Doc) -> Iterator[list[Block]]:
    """The runs of short lines, no list's items, that end at a sentence, an item or a line outside the article."""
    run: list[Block] = []
    for block in doc.blocks:
        if block in doc.span and not (block.prose or block.ends or block.bullet):
            run.append(block)
            continue
        yield run
        run = []


def is_listed(doc: Doc, index: int) -> bool:
    """True where the block is an item of a list whose other items say nothing of furniture."""
    sort = _sort_of_item(doc.blocks[index])
    items = [b for b in neighbours(doc, index) if sort and _sort_of_item(b) == sort]
    return bool(items) and not any(is_furniture(b) or b.dated for b in items)


def _sort_of_item(block: Block) -> str:
    """What the line begins with as an item: its bullet, "1" for a number, ":" for a word and a colon; "" if none."""
    return block.bullet or ("1" if is_numbered(block) else ":" if _PAIR.match(block.text) else "")


def is_spoken_of(doc: Doc, block: Block) -> bool:
    """True where the article's own sentences speak of what the line says."""
    return doc.spoken.count(block.key) >= SPOKEN_OF


_QUOTED = re.compile(r"[“「『《\"'‘〈][^”」』》\"'’〉]{2,60}[”」』》\"'’〉]")


def is_mention(block: Block) -> bool:
    """True where the line speaks of something by quoting it, as furniture does not."""
    return _QUOTED.search(block.text) is not None


def has_company(doc: Doc, block: Block) -> bool:
    """True where a line beside the block is furniture by its own words."""
    return any(is_furniture(b) or is_notice(b) for b in neighbours(doc, doc.index(block), 1))


def is_amid(doc: Doc, block: Block) -> bool:
    """True where the line is a sentence of the article with the article's paragraphs on either side."""
    beside = neighbours(doc, doc.index(block), 1)
    amid = len(beside) == 2 and all(is_paragraph(b) or leads_over(b.text) for b in beside)
    return amid and block in doc.span and block.prose


def is_told(doc: Doc, block: Block) -> bool:
    """True where the line is several sentences of the article, with one of its paragraphs beside it."""
    if block.columns < LONGISH or not (block.prose and block in doc.span and is_several(block.text)):
        return False
    return any(is_paragraph(b) and b in doc.span for b in neighbours(doc, doc.index(block), 1))


def is_long_amid(doc: Doc, block: Block) -> bool:
    """The same, for a line longer than the calls and notices that stand between paragraphs."""
    return block.columns >= LONGISH and is_amid(doc, block)


def heads_its_subject(doc: Doc, index: int) -> bool:
    """True where the paragraph below speaks of what the line says: then the line is its heading."""
    below = doc.blocks[index + 1 : index + 2]
    if not below or not below[0].prose or is_notice(below[0]):
        return False
    pieces = pieces_of(doc.blocks[index].words)
    return bool(pieces) and 2 * sum(piece in below[0].key for piece in pieces) >= len(pieces)


def pieces_of(words: str) -> list[str]:
    """The longer words of a text; of a script without spaces, its two-letter pieces. words: the text folded."""
    pieces: list[str] = []
    for word in _WORD.findall(words):
        pieces += [word] if word.isascii() else [word[i : i + 2] for i in range(max(1, len(word) - 1))]
    return [p for p in pieces if p not in _COMMON]


def is_in_code(doc: Doc, index: int) -> bool:
    """True for a line with signs of its own between lines of code: "COPY . ."."""
    block, near = doc.blocks[index], neighbours(doc, index, 1)
    return bool(_SIGN.search(block.text)) and len(near) == 2 and all(is_code(b.text) for b in near)


def is_own(doc: Doc, index: int) -> bool:
    """True where a line with a phrase of furniture is the article's own after all.

    It stands inside the article, and it is an item of an ordinary list, or it stands alone
    among paragraphs that speak of the very thing.
    """
    block = doc.blocks[index]
    if block not in doc.span:
        return False
    if is_listed(doc, index) or is_in_code(doc, index):
        return True
    return all(b.prose or b.ends for b in neighbours(doc, index, 1)) and (
        is_spoken_of(doc, block) or heads_its_subject(doc, index)
    )


def heads_questions(doc: Doc, index: int) -> bool:
    """True where a question of the article stands right below: a heading that says "FAQ" is then its own."""
    below = doc.blocks[index + 1 : index + 3]
    if len(below) < 2 or not all(b in doc.span for b in below) or is_furniture(below[1]):
        return False
    return below[0].text.endswith(ASKING) and (below[1].prose or below[1].ends)


def cut_lines(doc: Doc, table: str, own: Callable[[Doc, int], bool] = is_own) -> Doc:
    """Cut every line that is, as a whole, a phrase of the table; `maybe` phrases need company.

    own: True for a line that is the article's after all.
    """
    line, maybe = f"{table}.lines", f"{table}.maybe"
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if not block.marks or block.text.endswith(CODE):
            continue
        if line in block.marks:
            if not own(doc, i):
                verdicts[block.position] = f"says “{block.text}”"
        elif maybe in block.marks and (block not in doc.span or in_company(doc, i)):
            verdicts[block.position] = f"says “{block.text}” among furniture"
    return doc.cut(verdicts)


def in_company(doc: Doc, index: int) -> bool:
    """True where most neighbours of the block are furniture by their own words."""
    near = neighbours(doc, index)
    return 2 * sum(_is_menu(b) for b in near) > len(near)


def _is_menu(block: Block) -> bool:
    return not block.prose and any(m.rpartition(".")[2] in ("lines", "maybe", "opens") for m in block.marks)


def cut_where(doc: Doc, judge: Callable[[Block], str | None]) -> Doc:
    """Cut every block for which `judge` names a reason."""
    return doc.cut({b.position: reason for b in doc.blocks if (reason := judge(b))})


def cut_marked(doc: Doc, judge: Callable[[Block], str | None]) -> Doc:
    """The same, of the blocks that hold a phrase: most hold none, and need not be judged by what they say."""
    return doc.cut({b.position: reason for b in doc.blocks if b.marks and (reason := judge(b))})
