"""The same for names in Han, kana and Hangul."""

import re
from collections.abc import Sequence

from cleaners.metadata.people import person
from cleaners.tables import either, read_table

WORDS = 2  # spaces in a name in Hangul, a desk's included
LONGEST = 24  # letters of a name, a desk's included
SHORTEST = 2  # letters of families that end as departments do: 阿部

_EAST = read_table("metadata", "names.toml")["east"]
_POSITIONS = tuple(_EAST["positions"])
_OWN = re.compile(rf"(?<=..)(?:{either(set(_POSITIONS) - set(_EAST['behind']))})$")
_SHAPES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HANGUL = re.compile("[가-힣]")
_PREFIX = re.compile(rf"(?:{either(_EAST['author'])})(?:\s?[:/●◎■□丨=・]\s*|\s+)")
_GLUED = re.compile(
    r"(?:(?:本报|本報|本刊|本网|特约|特約|实习|新华社|新華社|中新社|央视)?(?:记者|記者)|通讯员|通訊員|作者)(?=[一-鿿]{2,4}$)"
)
_AGENCY = re.compile(
    r"[一-鿿A-Za-z]{2,8}(?:记者|記者|通讯员|特派員|评论员|評論員|撰稿人|特约作者|[专專][栏欄]作[者家])\s+(?=\S)"
)
_MARK = r"\s?[:/●◎■□丨=]\s*"
_CREDIT_MARKED = re.compile(rf"(?:{either(_EAST['credit'])}){_MARK}")
_AUTHOR_MARKED = re.compile(rf"(?:{either(_EAST['author'])}){_MARK}")
_LABELS = [*_EAST["author"], *_EAST["credit"]]
_AUTHORS = frozenset(_EAST["author"])
_ROLES = set(_EAST["behind"]) - set(_EAST["credit"])
_ONLY_LABELS = [label for label in _LABELS if label not in _ROLES]  # "김철수 기자 / 이영희 기자" is a list
_AHEAD = re.compile(rf"(?:\s|\s?[・|、])(?=(?:{either(_LABELS)})\s?[:=・]|(?:{either(_ONLY_LABELS)})\s?/)")
_CORRESPONDENT = re.compile(
    r"(?:^|\s)(?:[一-鿿]{2,8}(?=记者|記者|实习生|實習生))?((?:特约|實習|实习|特約|本报|本報)?(?:记者|記者)|通讯员|通訊員|实习生|實習生)\s(?=\S)"
)
_CREDIT = re.compile(rf"(?:{either(_EAST['credit'])})(?:\s?[:/●◎=]|\s|$)")
_CREDIT_BEHIND = re.compile(
    rf"(?<=\S{{2}})\s?[/／]\s?(?:核稿|責任|责任|執行|执行)?(?:{either(_EAST['credit'])})$|^[一-鿿ァ-ヶー・]{{2,12}}\s(?:編集|撮影|編輯|编辑|편집)$"
)
_BEHIND = re.compile(rf"\s?(?:{either(_EAST['behind'])})$")
_DEPARTMENT = re.compile(rf"\S{{1,12}}(?:{either(_EAST['departments'])})")
_DESK = re.compile(rf"(?:{either(_EAST['desks'])})$")
_OUTLET = re.compile(rf"(?:{either(_EAST['outlets'])})(?:デジタル|電子版|오피니언)?$")
_BROADCASTER = re.compile(r"テレビ[一-鿿]{2,4}")  # テレビ静岡
_NO_OUTLET = re.compile(
    r"(?:聆聽|收聽|收听|訂閱|订阅|更多|最新|即時|即时|熱門|热门|相關|相关|追蹤|追踪|今日|\d+\s?人|第\d+版)"
)
_NEVER = re.compile(either(_EAST["never"]))
_PLACE = re.compile(r"\S{1,6}(?:報導|报道|報道|电|電|讯|訊)")
_PLACE_GLUED = re.compile(rf"(?<=[一-鿿]{{2}})(?:{either(_EAST['places'])}){{1,2}}(?:報導|报道|報道|电|電|讯|訊)$")
_ROLE_AHEAD = re.compile(
    rf"^(?:{either(_ROLES)}|\S{{1,8}}(?:{either(_EAST['departments'])})|広報)・(?=[一-鿿ぁ-んァ-ヶ])"
)
_KANA_JOINED = re.compile("(?<=[ァ-ヶー])=(?=[ァ-ヶー])")  # ジャン=リュック・マルロー
_PLACE_BEHIND = re.compile(rf"(?<=[一-鿿]{{2}})\s(?:{either(_EAST['places'])})$")
CHINESE = rf"(?:(?:范姜|張簡|歐陽|欧阳)[一-鿿]{{1,2}}|[{_EAST['families']}](?:(?![的了是])[一-鿿]){{1,2}})"
"""A family name of one letter and a given name, in which no particle is."""
_CHINESE = re.compile(rf"{CHINESE}|(?:上官|司马|司馬|诸葛|諸葛|司徒)[一-鿿]{{1,2}}")
_SIMPLIFIED = re.compile(r"\S{0,6}(?:记者|通讯员|评论员|实习生)\s")
_HAN = re.compile(r"[一-鿿]{2,3}")
_JAPANESE = re.compile(r"[一-鿿々]{2,4}\s?[一-鿿々ぁ-んァ-ヶー]{1,4}")
KOREAN = rf"(?:[{_EAST['families_ko']}][가-힣]{{2}}|(?:{either(_EAST['families_ko_of_two'])})[가-힣]{{1,2}})"
"""A family name and a given name in Hangul."""
_KOREAN = re.compile(KOREAN)
_KOREAN_ROLE = re.compile(rf"(?:{_KOREAN.pattern})(?:\s?(?:{either(_EAST['behind'])}))?")
_JAPANESE_FULL = re.compile(
    rf"(?!.*(?:{either(_EAST['never_ja'])}))(?:{either(_EAST['families_ja'].split())})"
    r"(?:[一-鿿々]{1,3}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,4}|(?<=..)[一-鿿々]{1,2}[ぁ-ん])"
)
_JAPANESE_APART = re.compile(
    r"[一-鿿々ヶ]{1,4}\s[一-鿿々ぁ-んァ-ヶー]{1,5}|[ァ-ヶー]{2,20}(?:=[ァ-ヶー]{2,12})?・[ァ-ヶー・=]{2,}"
)
_JAPANESE_GLUED = re.compile(r"(?:[一-鿿々]{2,3}|[一-鿿][ノヶケ][一-鿿々])[一-鿿々ぁ-んァ-ヶー]{1,3}")
_CHINESE_FOREIGN = re.compile(r"[一-鿿]{1,6}(?:·[一-鿿]{1,6}){1,3}")
_FOREIGN_FAMILY = re.compile(r"[ァ-ヶー]{3,10}[一-鿿々]{1,3}")
_NAME = "|".join(form.pattern for form in (_CHINESE, _KOREAN, _JAPANESE_FULL))
_GLUED_ROLES = ("文", "글")  # with which words begin
_MAKER = re.compile(rf"(?P<role>{either(_LABELS)})?(?P<name>{_NAME})?")
_BETWEEN = re.compile(r"[\s:/|丨●=、,;·]+")
_HAN_AND = re.compile(r"(?<=[一-鿿])\s?(?:和|与|與|及)\s?(?=[一-鿿])")
_SPACED_AND = re.compile(r"\s(?:和|与|與|及|と|および|및)\s")
_TO = re.compile(r"(?<=[一-鿿]{2})と(?=[一-鿿]{2})")
_TO_KANA = re.compile(r"(?<=[ァ-ヶー])と(?=[ァ-ヶー]+・)")
_DOT = re.compile(r"(?<=[가-힣]{2})\s?[·ㆍ・]\s?(?=[가-힣]{3})")
_SENTENCE = re.compile(r"[。!?！？…]|です|ます|した。|합니다|하는\s")


def is_east(text: str) -> bool:
    """True where a letter is Han, kana or Hangul."""
    return _SHAPES.search(text) is not None


def is_hangul(text: str) -> bool:
    """True where a letter is Hangul, of which any three syllables might be a name."""
    return _HANGUL.search(text) is not None


def east_label(text: str) -> tuple[str, int]:
    """What a label with a mark makes of a line, "author", "credit" or "", and where the label ends."""
    for kind, pattern in (("credit", _CREDIT_MARKED), ("author", _AUTHOR_MARKED)):
        match = pattern.match(text)
        if match:
            return kind, match.end()
    return "", 0


def is_east_outlet(text: str) -> bool:
    """True for a name that ends as those of newspapers and news sites do, and does not begin as buttons do."""
    if _BROADCASTER.fullmatch(text):
        return True
    ending = _OUTLET.search(text)
    return ending is not None and ending.start() > 0 and not _NO_OUTLET.match(text)


def is_paper(text: str) -> bool:
    """The same where the ending is a word and not the whole of the name: 江南晨报, no 報 alone, no 経済."""
    ending = _OUTLET.search(text)
    return ending is not None and ending.start() > 0 and len(ending.group()) > 1 and not _NO_OUTLET.match(text)


def is_full_name(name: str) -> bool:
    """True for family and given name as Chinese, Koreans and Japanese write them, their own and those of others; a
    lone name says too little."""
    forms = (_CHINESE, _KOREAN, _JAPANESE_APART, _JAPANESE_FULL, _CHINESE_FOREIGN)
    return any(form.fullmatch(name) for form in forms)


def is_full_list(names: Sequence[str]) -> bool:
    """True for several Japanese names in one word each, which alone might be anything."""
    glued = [name for name in names if _JAPANESE_GLUED.fullmatch(name)]
    return len(names) > 1 and glued != [] and all(n in glued or _FOREIGN_FAMILY.fullmatch(n) for n in names)


def read_credits(text: str) -> tuple[str, ...] | None:
    """The writers in a line of roles and names alone: "记者 张艳 编辑 苏芳", "校对 李铭"; None for other lines."""
    words = [_MAKER.fullmatch(word) for word in _BETWEEN.split(text.strip("()[]【】 "))]
    known = [word for word in words if word]
    if any(word["name"] and word["role"] in _GLUED_ROLES for word in known):
        return None  # 文章標籤
    if known != words or not known[0]["role"] or not any(word["name"] for word in known):
        return None
    writers: list[str] = []
    writes = False
    for word in known:
        writes = word["role"] in _AUTHORS if word["role"] else writes
        writers += [word["name"]] if writes and word["name"] else []
    return tuple(writers)


def is_credit(text: str) -> bool:
    """True for a line that says who did something else than write, "編集者 佐倉美帆", "李明/核稿編輯"."""
    return _CREDIT.match(text.lstrip("|· ")) is not None or _CREDIT_BEHIND.search(text) is not None


def is_position(word: str) -> bool:
    """True for a word that ends as what somebody does, or the department where he does it."""
    return word.endswith(_POSITIONS) or _department(word)


def is_officer(word: str) -> bool:
    """True for a word that ends as what only people of whom others write are called: 浜口誠社長."""
    return _OWN.search(word) is not None


def has_position(word: str) -> bool:
    """True for a word that holds such a word anywhere: 記者募集."""
    return is_position(word) or any(position in word for position in _POSITIONS)


def is_desk(name: str) -> bool:
    """True for the name of a desk or a team."""
    return _DESK.search(name) is not None


def without_place(text: str) -> str:
    """A reporter's line without the place behind the name: "記者葉采蘋 台北"."""
    return _PLACE_BEHIND.sub("", text)


def at_labels(text: str) -> str:
    """A line broken ahead of each label: "文／李明 编辑／王芳", "本报记者 李明 通讯员 王芳"."""
    broken = _AHEAD.sub("\n", text)
    return _CORRESPONDENT.sub(r"\n\1:", broken) if len(_CORRESPONDENT.findall(broken)) > 1 else broken


def east_names(part: str) -> tuple[str, ...]:
    """The names in one part of a byline's list."""
    if _CREDIT.match(part):
        return ()
    position = _OWN.search(part)
    if position and " " not in part:  # "海港大学教授" is nobody
        return (part[: position.start()],) if is_full_name(part[: position.start()]) else ()
    rest = _unlabelled(part)
    name, _, life = rest.partition(" : ")  # "山田 太郎 : エネルギー研究家"
    rest = name if life and is_full_name(name) else rest
    listed = rest != part and all(_named_by(part).fullmatch(word) for word in rest.split())
    names = [_strip(piece) for piece in (rest.split() if listed else _pieces(rest))]
    return tuple(name for name in names if name and _is_name(name))


def _named_by(part: str) -> re.Pattern[str]:
    """What each of several words behind a label is: a Chinese name, or any two or three letters if it is simplified."""
    return _HAN if _SIMPLIFIED.match(part) else _CHINESE


def _unlabelled(part: str) -> str:
    """Without labels ahead: "文● オカモト", "新华社记者 焦鹏", "스포츠조선=선수민"; and the place behind."""
    part = _ROLE_AHEAD.sub("", _PLACE_GLUED.sub("", part.lstrip("□■◎○●◇◆ ")))
    while True:
        match = _PREFIX.match(part) or _GLUED.match(part) or _AGENCY.match(part)
        if match is None or match.end() >= len(part):
            name, _, of = part.rpartition("=") if not _KANA_JOINED.search(part) else ("", "", part)
            return (name if name and _department(of.strip()) else of).strip()
        part = part[match.end() :].strip()


def _pieces(part: str) -> list[str]:
    """Where spaces or "和" part full names, each of them."""
    if _SPACED_AND.search(part):
        return _SPACED_AND.split(part)
    forms = ((_HAN_AND, _CHINESE), (_TO, _JAPANESE), (_TO_KANA, _JAPANESE_APART), (_DOT, _KOREAN_ROLE))
    for separator, whole in forms:
        pieces = [piece.strip() for piece in separator.split(part)]
        if len(pieces) > 1 and all(whole.fullmatch(piece) for piece in pieces):
            return pieces
    words = part.split()
    bare = [w for w in words if not _is_role(w)]
    if len(bare) > 1 and all(len(w) > 2 and _JAPANESE_GLUED.fullmatch(w) and not _department(w) for w in bare):
        return bare
    if (
        len(bare) > 1
        and all(_is_full(w) and (is_desk(w) or not _department(w)) for w in bare)
        and (len(bare) > 2 or any(len(w) > 2 for w in bare))
    ):
        return bare
    return [part]


def _is_full(word: str) -> bool:
    """True for family and given name in one word, as far as that can be known."""
    return bool(_CHINESE.fullmatch(word) or _KOREAN.fullmatch(word) or re.fullmatch(r"[一-鿿]{4,5}", word))


def _is_role(word: str) -> bool:
    return bool(_BEHIND.fullmatch(word)) or word in _EAST["author"]


def _department(word: str) -> bool:
    """True for a department; 服部 and 長谷部 are families."""
    return len(word) > SHORTEST and word != "長谷部" and _DEPARTMENT.fullmatch(word) is not None


def _strip(piece: str) -> str:
    """A name without the roles and departments round it; a desk as it stands."""
    words = [w for w in piece.split() if not (_is_role(w) or _PLACE.fullmatch(w))]
    while len(words) > 1 and (_department(words[0]) or _OUTLET.search(words[0])):
        words = words[1:]
    while len(words) > 1 and _department(words[-1]) and not _DESK.search(words[-1]):
        words = words[:-1]
    name = " ".join(words)
    if name.endswith("文") and _CHINESE.fullmatch(name):
        return name  # 李小文, and no 李小 who wrote the text
    stripped = _BEHIND.sub("", name).strip()
    return stripped if len(stripped) > 1 and not _DESK.search(name) else name


def _is_name(name: str) -> bool:
    if len(name) > LONGEST or _SENTENCE.search(name) or _NEVER.search(name):
        return False
    if name.isascii():
        return bool(person(name))
    phrase = is_hangul(name) and name.count(" ") > WORDS
    counted = name[-1].isdigit() and " " in name  # 조회 12
    return not (name[0].isdigit() or ":" in name or phrase or counted)
