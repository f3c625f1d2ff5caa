"""Whether words in letters with case name a person or a desk, and the name without what stands beside it."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from cleaners.tables import either, read_table

LONGEST = 60  # letters of a name
MANY = 6  # words of a name

_WORDS = read_table("metadata", "names.toml")
_SMALL = re.compile(r"\b[a-z]{2,}\b")
PARTICLES = frozenset(_WORDS["names"]["particles"])
"""Words of names that have no capital: van, de, bin."""
_INNER = frozenset(_WORDS["names"]["inner"])
_ROLES = frozenset(_WORDS["roles"]["nouns"])
_MODIFIERS = frozenset(_WORDS["roles"]["modifiers"])
_DESKS = frozenset(_WORDS["roles"]["desks"])
_TEAMS = frozenset(_WORDS["roles"]["teams"])
_ENDINGS = tuple(_WORDS["roles"]["endings"])
_AGENCIES = frozenset(_WORDS["names"]["agencies"] + _WORDS["east"]["agencies"])
_CREDENTIALS = frozenset(_WORDS["roles"]["credentials"])
_TOPICS = frozenset(_WORDS["names"]["topics"]) | _MODIFIERS | _ROLES
_PHRASE = frozenset(_WORDS["names"]["phrase"])
_OUTLETS = frozenset(_WORDS["names"]["outlets"])
_REPORTERS = frozenset({"Senior", "Chief", "Local", "Staff", "Crime", "Political", "Business", "Trainee", "News"})
_JOURNALS = frozenset(_WORDS["names"]["journals"])
_TRAILING = frozenset(_WORDS["stops"]["trailing"])
_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "sir", "dame", "rev"})
_FAMILIES_VI = frozenset(_WORDS["viet_nam"]["families"])
_VIETNAMESE = frozenset("\u0306\u031b\u0309\u0323đ")  # marks of its letters that few others have
_SUFFIXES = frozenset(_WORDS["names"]["suffixes"])
_FOR = re.compile(rf"\s(?:{either(_WORDS['joins']['outlets'])})\s(?=(?:the\s|der\s|die\s|la\s|el\s)?[^\W\da-z_])")
_WORD = re.compile(r"[^\W\d_][\w.'’\-]*,?")
_WIRED = re.compile(rf"(?<=\S)\s+(?:{either(a for a in _AGENCIES if ' ' in a)})$", re.I)
BORN = re.compile(r"\d{4}年.{0,16}(?:生まれ|出生)|(?:生于|生於)\d{4}年|\d{4}년.{0,12}(?:생\b|출생)|\bborn in\b")
"""When its owner was born, as the box about a writer says."""
_USER = re.compile(r"[^\W_][\w.’'\-]{1,30}|[a-z]{2,5}/[a-z]{2,5}")


def is_institution(text: str) -> bool:
    """True where a word is one in the names of desks, outlets and offices, who may be authors and mostly are not."""
    return any(w.strip(".,") in _DESKS | _OUTLETS for w in text.lower().split())


def is_person(text: str) -> bool:
    """True where the words look like a name: one to five, with capitals but for particles."""
    words = text.split()
    return (
        1 <= len(words) <= 5
        and all(w[:1].isupper() or w.lower() in PARTICLES for w in words)
        and words[0][:1].isalpha()
    )


def person(text: str) -> str:
    """The name in one part of a byline, without role, outlet and credentials; "" where it holds none."""
    words = _without_role(_without_number(_before_outlet(_without_agency(text)).split()))
    words = _without_credentials(words)
    while len(words) > 1 and words[-1] in _TRAILING:
        words = words[:-1]
    name = " ".join(words).strip(" ,.;:-–—*+")
    last = words[-1].strip(".") if name and words[-1].endswith(".") else ""
    if last.lower() in _SUFFIXES or (len(last) == 1 and len(words) > 1):
        name += "."
    return name if words and len(name) <= LONGEST and _is_name(words) else ""


def _without_agency(text: str) -> str:
    """ "NORA VANE The Associated Press" without the agency, where two words stand ahead of it."""
    bare = _WIRED.sub("", text)
    return bare if " " in bare else text


def _before_outlet(text: str) -> str:
    """ "James Lynch from University of …" without where he is from."""
    match = _FOR.search(text)
    ahead = text[: match.start()] if match else ""
    words = ahead.split()
    whole = len(words) < 2 or words[-1].lower() in PARTICLES or _is_desk(words)
    if match and match.group().strip() == "de" and not any(w.lower() in _ROLES for w in words):
        return text  # Juan de la Cruz
    return text if whole else ahead


def _without_number(words: list[str]) -> list[str]:
    """Up to the first number: what follows counts comments or tells a time."""
    at = next((i for i, w in enumerate(words) if i and w[0].isdigit()), len(words))
    return words[:at]


def _without_role(words: list[str]) -> list[str]:
    """Without a role behind the name or ahead of it, and the words that belong to the role."""
    low = [w.lower().strip(",.:") for w in words]
    if _is_desk(words):
        return words
    while low and low[0] in _ROLES | _MODIFIERS and any(w in _ROLES for w in low[: 1 + low.count("&") + 3]):
        role_at = next((i for i, w in enumerate(low) if w in _ROLES), 0)
        if any(w not in _MODIFIERS for w in low[:role_at]):
            break
        words, low = words[role_at + 1 :], low[role_at + 1 :]
    role = next((i for i, w in enumerate(low) if i and w in _ROLES), len(words))
    if role == len(words):
        return words
    whole = all(w in _MODIFIERS for w in low[1:role])
    return words[: next((i for i, w in enumerate(low) if i >= 2 - whole and w in _MODIFIERS), role)][:role]


def _without_credentials(words: list[str]) -> list[str]:
    while (
        len(words) > 1
        and words[-1].lower().strip(".,") in _CREDENTIALS
        and (words[-1].isupper() or "." in words[-1] or words[-1][-1] in "®D")
    ):
        words = words[:-1]
    if len(words) == 1 and words[0].lower().strip(".,") in _CREDENTIALS:
        return []
    return words


def _is_desk(words: list[str]) -> bool:
    """True for words that end or begin as the names of desks do: Reuters Staff, Redaktion Gelbe Liste."""
    low = [w.lower() for w in words]
    return bool(low) and len(low) <= MANY and (low[-1] in _DESKS or low[0] in _DESKS)


def _is_name(words: list[str]) -> bool:
    if len(words) == 1:
        word = words[0].strip(".,")
        return (
            _USER.fullmatch(word) is not None
            and not word.isdigit()
            and word.lower() not in PARTICLES | _TRAILING | _PHRASE
        )
    if len(words) > MANY or any(w.lower().strip(",.") in _PHRASE for w in words):
        return False
    small = [w for w in words if w[0].islower() and w.lower() not in PARTICLES]
    return all(_WORD.fullmatch(w) or w.lower() in PARTICLES for w in words) and (
        not small
        or (len(small) == len(words) == 2)
        or (_is_desk(words) and ("." in words[0] or (small == words[-1:] and small[0] in _TEAMS)))
    )


def _is_vietnamese(words: list[str]) -> bool:
    """True for a family name of Viet Nam ahead of one to four names, in letters of its language."""
    named = 1 < len(words) <= 5 and unicodedata.normalize("NFC", words[0]) in _FAMILIES_VI
    marks = unicodedata.normalize("NFD", " ".join(words[1:]))
    return named and (not words[0].isascii() or any(c in _VIETNAMESE for c in marks))


@cache
def _given() -> frozenset[str]:
    return frozenset(read_table("metadata", "given_names.toml")["names"].split())


def has_given_name(name: str) -> bool:
    """True where the first of several words, behind a title or an initial, is a given name that is known; for names of
    Viet Nam, a family name."""
    if _is_vietnamese(name.casefold().split()):
        return True
    words = unicodedata.normalize("NFKD", name).casefold().split()
    while len(words) > 1 and (len(words[0].strip(".")) == 1 or words[0].strip(".") in _TITLES):
        words = words[1:]
    given = "".join(c for c in words[0].partition("-")[0] if not unicodedata.combining(c)) if words else ""
    return len(name.split()) > 1 and given in _given()


def has_role(text: str) -> bool:
    """True where a word says what somebody does for a living."""
    words = [w.strip(",.") for w in text.lower().split()]
    return any(w in _ROLES or w.endswith(_ENDINGS) for w in words) or words[:2] == ["head", "of"]


def is_agency(name: str) -> bool:
    """True for the name of a news agency."""
    return name.strip(" .").casefold() in _AGENCIES


def is_outlet(text: str) -> bool:
    """True for the name of an outlet or an institution behind a person's: The Huffington Post."""
    words = text.lower().split()
    return bool(words) and (words[0] == "the" or any(w in _OUTLETS for w in words))


def is_journal(name: str) -> bool:
    """True for a name of several words that ends as newspapers' do, with a capital: The Calder Courier."""
    words = name.split()
    if len(words) < 2 or (words[-1] == "Reporter" and words[0] in _REPORTERS):
        return False
    return words[-1].lower() in _JOURNALS and words[-1][0].isupper()


def has_word(name: str, texts: Iterable[str]) -> bool:
    """True where a word of the name stands in one of the texts in small letters: it is a word then, and no name."""
    small = {word for text in texts for word in _SMALL.findall(text)}
    return any(word in small for word in name.lower().split() if word not in PARTICLES)


def is_full_latin(name: str) -> bool:
    """True for two or three words with capitals, none of a section, an outlet, a role: Jane Doe, Jörg van der Roe."""
    words = name.split()
    core = [w for i, w in enumerate(words) if not (0 < i < len(words) - 1 and w in _INNER)]
    shaped = 2 <= len(core) <= 3 and all(w[0].isupper() for w in core)
    return shaped and not (is_outlet(name) or _is_desk(words) or any(w.lower() in _TOPICS for w in words))


def is_known_person(name: str) -> bool:
    """True for a full name in Latin letters that begins with a given name that is known."""
    return is_full_latin(name) and has_given_name(name)


def is_team(name: str) -> bool:
    """True for several words of which the last calls them a team: Courier Staff."""
    return " " in name and name.rsplit(maxsplit=1)[-1].lower() in _TEAMS


def is_desk_latin(name: str) -> bool:
    """True for the name of a desk: Redaktion, Reuters Staff."""
    return name.rsplit(maxsplit=1)[-1].lower() in _DESKS - _OUTLETS
