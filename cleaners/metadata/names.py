"""Names of people and desks as bylines list them."""

import re

_LIST = re.compile(r"\s*(?:[、,，&＆;；]|\sand\s|\s/\s|／|\s[|｜]\s|(?<=[一-鿿])\s?[和與与]\s?(?=[一-鿿]))\s*")
_ASIDE = re.compile(r"[(（\[【][^()（）\[\]【】]{0,60}[)）\]】]")
_MAIL = re.compile(r"\S{1,60}@\S{1,60}")
_ROLE = re.compile(
    r"^(?:本报记者|本報記者|记者|記者|特约记者|实习记者|通讯员|撰稿人|by|written by|author)[\s:：]+"
    r"|(?:\s?(?:記者|记者|기자|특파원|논설위원|앵커|에디터|編集委員|氏)"
    r"|,\s(?:staff writer|reporter|senior reporter|contributor))$",
    re.I,
)
LONGEST = 60  # columns; a longer value is no name


def split_names(value: str) -> tuple[str, ...]:
    """The names in a byline's value, in order, without roles, asides, addresses, duplicates.

    A middle dot is part of a name (サトシ・ナカモト) and never splits.
    """
    bare = _MAIL.sub("", _ASIDE.sub("", value))
    names = (_ROLE.sub("", part.strip(" .:：|｜·—-")).strip() for part in _LIST.split(bare))
    return tuple(dict.fromkeys(n for n in names if n and not n.isdigit() and len(n) <= LONGEST))
