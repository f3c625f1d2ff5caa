"""Inline debris: remains of markup inside lines that stay.

A scraper that meets escaped, translated or broken markup leaves it in the text: `<span leaf="">`,
its translation `<スパンリーフ="">`, `&amp;nbsp;`, shortcodes, template slots, zero-width
characters. They are taken out of the line and the line stays; a line of nothing else goes.
An article *about* markup keeps its examples: there, only what cannot be seen is mended.

No pattern here is more than linear: every repetition is bounded or cannot be entered twice.
"""

import html
import re
import unicodedata
from dataclasses import replace

from cleaners.block import Block
from cleaners.doc import Cut, Doc
from cleaners.phrases import Rules

ABOUT_MARKUP = 3  # markup words on a page that make its tags its subject; 1 or 2 are a mention
ROUNDS = 3  # times that text is unescaped; three covers all that was seen on real pages

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc"
    "\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_JOINER = re.compile("(?<=[\\x00-\\x7f\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef])[\u200c\u200d]|^[\u200c\u200d]+")
_UNSEEN = re.compile(
    "[\u00a0\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\uffff\t\x00-\x08\x0b-\x1f"
    "\x7f-\x9f\ufdd0-\ufdef\ud800-\udfff]"
)
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x85\t\n\r\x0b\x0c]")
_NOTES = r"new (?:tab|window)|新しい[タウ]|在新[窗标標視分]|새\s?[창탭]"  # on links: where they open
# Debris is rare and lines are many: one look at the letters passes over most lines, a closer look over most others.
_SIGNS = re.compile(
    rf"##|{_NOTES}"
    r"|[<>＜＞〈〉‹›&\[{}=＝]|%%|undefined|[Jj]ava[Ss]cript:|\*[|*]|null$|NaN$|None$",
    re.M,
)
_SUSPECT = re.compile(
    r"[<＜〈‹《【]\s?[/／!?]?\s?[^\s<>＜＞]{1,60}?(?:[\s=＝>＞〉›]|$)|[>＞]|&[#\w]{2,32}[;；]|\[[/\w]|\{[{%#*|]|\$\{|\}\(|%%|[=＝]\s?\\?[\"'“”「]|^##"
    rf"|{_NOTES}"
    r"|javascript:|\*[|*]|undefined|object Object|^(?:null|NaN|None)$|(?:null|NaN)$",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30})[;；]")

_NAMES = (
    "a|abbr|article|aside|b|big|blockquote|body|br|button|center|cite|code|div|em|embed|figcaption|figure|font|footer|"
    "form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|mpvoice|nav|noscript|object|ol|"
    "option|p|path|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|"
    "td|textarea|tfoot|th|thead|time|tr|u|ul|video|wbr"
)
# Tag names as machine translation renders them.
_TRANSLATED = (
    "スパン|スパンリーフ|スパンテキスト|スパンスタイル|強い|段落|セクション|ディビジョン|区分|跨度|跨距|分区|分割|強調|强调|部分|スパンクラス|"
    "스팬|스판|디브|단락|섹션|강조"
)
_OPEN, _CLOSE = "[<＜〈‹《【]", "[>＞〉›》】]"
_QUOTE = "[\"'“”„‟«»「」『』＂＇‘’]"
_TAG = re.compile(
    rf"[<＜]\s{{0,2}}[/／]?\s{{0,2}}(?:{_NAMES}|{_TRANSLATED})(?:\s{{1,3}}[\w:-]{{1,40}}(?:=[^\s<>\"']{{1,200}})?)?\s{{0,2}}[/／]?\s{{0,2}}[>＞]"
    rf"|{_OPEN}\s{{0,2}}[^<>＜＞〈〉‹›《》【】\n]{{1,120}}?[=＝]\s{{0,2}}\\?{_QUOTE}[^<>＜＞〈〉‹›\n]{{0,600}}{_CLOSE}"
    rf"|[<＜]!--[^\n]{{0,400}}?--[>＞]"
    rf"|[〈‹][/／]?\s{{0,2}}(?:{_NAMES}|{_TRANSLATED})[〉›]",
    re.IGNORECASE,
)
# A tag whose name no list knows is known by its twin: <強>…</強>.
_PAIR = re.compile(
    r"[<＜]([^<>＜＞/／\s\n]{1,20})(?:\s[^<>＜＞\n]{0,200})?[>＞]([^\n]{0,500}?)([<＜]\s?[/／]\s?\1\s?[>＞])"
)
_ATTRIBUTE = r"(?:style|class|id|href|src|alt|title|rel|target|align|width|height|leaf|lang|dir|data(?:-[\w-]{1,40})?)"
_WORD = re.compile(r"[A-Za-z]\w{0,40}", re.ASCII)
# What a cut through the middle of a tag leaves at a line's start or end.
_TAG_TAIL = re.compile(
    rf"^(?:[\w:-]{{1,40}}\s{{0,2}}[=＝]\s{{0,2}}{_QUOTE}[^<>\"'\n]{{0,400}}{_QUOTE}\s{{0,3}}){{1,20}}/?[>＞]|^\\?[\"'”]{{1,2}}\s?/?[>＞]"
    rf"|^(?:{_ATTRIBUTE}\s?[=＝]\s?\\?{_QUOTE}[^<>\"'”\n]{{0,300}}\\?{_QUOTE}\s{{0,3}}){{1,10}}/?[>＞]?"
    rf"|\s(?:{_ATTRIBUTE}\s?[=＝]\s?\\?{_QUOTE}[^<>\"'”\n]{{0,300}}\\?{_QUOTE}\s{{0,3}}){{1,10}}/?[>＞]?$"
    rf"|^\\?{_QUOTE}[^<>\"'”\n]{{0,300}}[:;][^<>\"'”\n]{{0,300}}\\?{_QUOTE}\s?/?[>＞]"
    rf"|^/?(?:{_NAMES})\s?/?[>＞](?=\S)"
)
_TAG_HEAD = re.compile(
    rf"[<＜]/?(?:{_NAMES})(?:\s{{1,3}}[\w:-]{{1,40}}(?:[=＝][^<>\n]{{0,400}})?)?$|[<＜][/／]$", re.IGNORECASE
)
_IMAGE = re.compile(r"\[img\][^\[\]\n]{0,300}\[/img\]", re.IGNORECASE)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|embed|gallery|audio|video|playlist|toc|ads?|ad[-_]\w{1,30}|adrotate|adinserter|vc_\w{1,40}|et_pb_\w{1,40}|su_\w{1,40}|"
    r"fusion_\w{1,40}|wp_\w{1,40}|contact-form-\d|newsletter\w{0,20}|button|dropcap|blogcard|sc|shortcode|mailpoet\w{0,20})"
    r"(?:[\s=][^\[\]\n]{0,300})?\]|\[\w{1,40}(?:[-_]\w{1,40})?\s[^\[\]\n=]{0,60}=\s?[\"'“”″][^\[\]\n]{0,300}\]|\[/[a-z][\w-]{1,40}\]"
    r"|\[(?:asin|f:id|google|youtube|https?):[^\s\[\]]{1,300}:(?:detail|title|image|embed|cite|plain|movie)[^\[\]\n]{0,60}\]"
    r"|\[(?:emoji|絵文字|i):[^\s\[\]]{1,20}\]|\[[a-z]\w{1,40}(?:\s{1,3}[\w-]{1,30}=[^\s\[\]]{1,100}){1,8}\]",
    re.IGNORECASE,
)
# One whose name no list knows is known by its twin: [note]…[/note].
_SHORTCODES = re.compile(r"\[([^\W\d_][\w-]{0,30})(?:[ =][^\[\]\n]{0,200})?\]([^\n]{0,1000}?)(\[/\1\])", re.IGNORECASE)
# behind a heading of a wiki
_EDIT = re.compile(
    r"\s?[\[［]\s?(?:edit|edit source|編集|ソースを編集|编辑|編輯|편집|bearbeiten|modifier|editar|modifica)\s?[\]］]",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(
    r"(?<!\$)\{\{[^{}\n]{0,200}\}\}\}?|\{%[^{}\n]{0,200}%\}|<%[^%<>\n]{0,200}%>|(?<![\"'=/({$:.A-Za-z0-9_-])\$\{[^{}\n]{0,100}\}|%%\w{1,40}%%|\{#[^{}\n]{0,100}#\}"
    r"|\{\*[^{}\n]{0,200}\*\}|\{\|[^{}\n]{0,200}\|\}"
    r"|\{(?:future|spot|alpha)\}\([A-Za-z0-9_]{2,24}\)"  # a price widget of Binance Square
)
# a line of a program, whose ${name} is meant: other names behind a dollar sign, a string that opens with it, or that
# a command prints
_IN_CODE = re.compile(
    r"\$[A-Za-z_]\w{0,40}[^{]{0,200}\$\{|\$\{[^{}]{0,100}\}.{0,200}\$[A-Za-z_]|`[^`]{0,200}\$\{"
    r"|(?:^|\s)[a-z]{2,12} \"[^\"]{0,100}\$\{[A-Za-z_]"
)
_LITERAL = re.compile(r"\{\{\s?(\d[\d.,]{0,20}\s?%?)\s{0,2}\|[^{}\n]{0,60}\}\}")  # "{{ 0.75% | percent }}"
_MERGED = re.compile(r"\*\|(?:[A-Z0-9_:]{1,40}|([^|*\n]{1,40}))\|\*")  # a mail's slot: "*|FNAME|*"
# what a screen reader is told of a link, ahead of more of the line: at its end it is furniture that says so
_NOTE = re.compile(
    r"(?:(?:,\s|\s?[(（\[])opens? in (?:a )?new (?:tab|window)[)）\]]?|,\sopens new tab\b"
    r"|[、,]\s?新しい(?:タブ|ウィンドウ)[がで]開きます(?![がとかよのし。])|\s?[(（](?:新しい(?:タブ|ウィンドウ)[がで]開(?:く|きます)"
    r"|在新(?:窗口|标签页|標籤頁|視窗|分頁)中?(?:打开|打開|開啟)|새\s?(?:창|탭)(?:에서|으로|이)\s?열(?:림|기|립니다))[)）])(?=.{6})",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"\(?javascript:\s?(?:void\s?\(\s?0?\s?\)|;|//)?\s?;?\)?", re.IGNORECASE)
_VALUE = re.compile(
    r"\[object Object\]|[(（](?:undefined|null|NaN)[)）]"
    r"|^(?:undefined|NaN|null)(?=\s?[^\x00-\x7f])|^undefined\s?(?=[A-Z])"
    r"|(?<=[。！？.!?」』）)])\s{0,3}(?:undefined|NaN|null)$"
    r"|(?<=[^\x00-\x7f])(?:undefined|NaN)$|(?<=[^\x00-\x7f])undefined(?=[^\x00-\x7f])"
)
_NOTHING = frozenset({"undefined", "null", "nan", "[object object]", "none", "{}", "[]"})

_QUOTABLE = (_TAG, _PAIR, _SHORTCODES)  # what strings of a program hold
_BRACKETS = "<＜〈‹《【>＞"
# What goes, in the order in which it goes: what to call it, signs of which a line must hold one, the pattern.
_REPAIRS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("a template slot", ("{", "%"), _TEMPLATE),
    ("a tag", tuple(_BRACKETS), _TAG),
    ("the tail of a tag", (">", "＞", "=", "＝", '"'), _TAG_TAIL),
    ("the head of a tag", ("<", "＜"), _TAG_HEAD),
    ("a shortcode", ("[",), _SHORTCODE),
    ("a link to edit a section", ("[", "［"), _EDIT),
    ("a note on a link", ("new tab", "new window", "タブ", "ウィンドウ", "在新", "새"), _NOTE),
    ("a script link", ("javascript", "JavaScript", "Javascript"), _SCRIPT),
    ("a program's empty value", ("undefined", "null", "NaN", "object"), _VALUE),
)
_BREAK_TAG = re.compile(r"[<＜]\s?/?\s?(?:br|hr|p|/p|div|/div)\b[^<>＜＞\n]{0,200}[>＞]", re.IGNORECASE)
_LINK = re.compile(
    r"\[([^\[\]\n]{1,200})\]\(\s?javascript:[^()\n]{0,40}(?:\([^()\n]{0,10}\))?[^()\n]{0,20}\)", re.IGNORECASE
)
# Markdown that nobody has rendered; "[1](https://…)" is a note.
_LINKED = re.compile(r"(?<!!)\[(?!\d{1,3}\])([^\[\]\n]{1,120})\]\(https?://[^\s()]{1,400}\)")
_STRONG = re.compile(r"(?<![A-Za-z0-9*])\*\*(?=[^\s*])([^*\n]{1,200})(?<=\S)\*\*(?![A-Za-z0-9*])")
_HEADED = re.compile(r"^#{2,6}\s{1,4}(\S[^\n]{1,300})$")
# What stands around words that stay.
_WRAPS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("a script link", "](", _LINK),
    ("a link's address", "](", _LINKED),
    ("marks of emphasis", "**", _STRONG),
    ("the mark of a heading", "##", _HEADED),
    ("a template slot", "{{", _LITERAL),
    ("a template slot", "*|", _MERGED),
)
_ADDRESS = re.compile(r"\.(?:html|css)")
_SPACES = re.compile(r" {2,}")


def debris(doc: Doc, rules: Rules) -> Doc:
    """Take the remains of markup out of every line."""
    if _looks_clean("\n".join(b.text for b in doc.blocks)):
        return doc
    dirty = frozenset(b.position for b in doc.blocks if not (_shows_code(b) or _looks_clean(b.text)))
    mend = _see_through if _is_about_markup(doc, dirty, rules) else _mend
    blocks: list[Block] = []
    cuts: list[Cut] = []
    for block in doc.blocks:
        if block.position not in dirty:
            blocks.append(block)
            continue
        text, taken = mend(block.text)
        cuts.extend(Cut(block.position, block.line, what, f"holds {name}") for name, what in taken)
        if text == block.text:
            blocks.append(block)
        elif text:
            blocks.append(block.mend(text))
        elif not taken:
            cuts.append(Cut(block.position, block.line, block.text, "nothing to be seen"))
    return replace(doc, blocks=tuple(blocks), cuts=doc.cuts + tuple(cuts))


def _shows_code(block: Block) -> bool:
    """True for code, and for a line with code in it: what looks like markup there is meant."""
    return block.kind == "code" or "`" in block.inline


def _looks_clean(text: str) -> bool:
    """True where a quick look finds neither what cannot be seen nor a sign of markup."""
    return not (_UNSEEN.search(text) or _SIGNS.search(text)) and unicodedata.is_normalized("NFC", text)


def _is_about_markup(doc: Doc, dirty: frozenset[int], rules: Rules) -> bool:
    """True where the page talks about markup, so that tags in it are its subject. dirty: positions."""
    if not any(_SUSPECT.search(b.text) for b in doc.blocks if b.position in dirty):
        return False
    text = "\n".join(_TAG.sub("", b.text) if b.position in dirty else b.text for b in doc.blocks).casefold()
    text = _ADDRESS.sub("", text)  # index.html says nothing of the page
    named, parts = (sum(map(text.count, rules.listed[f"debris.{key}"])) for key in ("about", "parts"))
    return named > 0 and named + parts >= ABOUT_MARKUP


def _see_through(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Mend only what cannot be seen: invisible characters and odd spaces."""
    if text.isascii() and text.isprintable():
        return text, []
    seen = _SPACE.sub(" ", _JOINER.sub("", _INVISIBLE.sub("", text))).strip()
    return unicodedata.normalize("NFC", seen), []


def _mend(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The line without debris, and what was taken as (name, text)."""
    seen = _see_through(text)[0]
    if not _SUSPECT.search(seen):
        return ("", [("a program's empty value", seen)]) if seen.lower() in _NOTHING else (seen, [])
    taken: list[tuple[str, str]] = []
    for _ in range(ROUNDS if "&" in seen else 0):
        before, seen = seen, _unescape(seen, taken)
        if seen == before:
            break
    seen = _take(seen, taken)
    if seen.lower().strip(" .") in _NOTHING:
        return "", [*taken, ("a program's empty value", seen)]
    return seen, taken


def _unescape(text: str, taken: list[tuple[str, str]]) -> str:
    def open_up(match: re.Match[str]) -> str:
        found = html.unescape(match.group()[:-1] + ";")
        if found != match.group()[:-1] + ";":
            taken.append(("an escaped character", match.group()))
        return found

    return _see_through(_ENTITY.sub(open_up, text))[0] if "&" in text else text


def _take(text: str, taken: list[tuple[str, str]]) -> str:
    for name, sign, pattern in _WRAPS:
        if sign in text:
            text = _sub(pattern, name, r"\1", text, taken)
    if "[/" in text:
        text = _without_pairs(_sub(_IMAGE, "a shortcode", "", text, taken), _SHORTCODES, taken)
    if "<" in text or "＜" in text:
        text = _sub(_BREAK_TAG, "a line-break tag", " ", text, taken)
    for name, signs, pattern in _REPAIRS:
        if any(sign in text for sign in signs):
            text = _sub(pattern, name, "", text, taken)
    if "<" in text or "＜" in text:
        text = _without_pairs(text, _PAIR, taken)
    return _SPACES.sub(" ", text).strip()


def _without_pairs(text: str, pairs: re.Pattern[str], taken: list[tuple[str, str]]) -> str:
    """What stands between tags and their twins, also nested ones."""
    for _ in range(ROUNDS if "/" in text or "／" in text else 0):
        before, text = text, pairs.sub(lambda m: _open_pair(m, taken), text)
        if text == before:
            break
    return text


def _open_pair(match: re.Match[str], taken: list[tuple[str, str]]) -> str:
    """What stands between a tag and its twin."""
    name, inside, closing = match.groups()
    if _is_meant(match):
        return match.group()
    if name.isdigit() or (match.group() == match.string and _WORD.fullmatch(name) and match[0][0] == "<"):
        return match.group()  # an element of XML on a line of its own
    opening = match.group()[: -len(inside + closing)]
    taken += [("a tag that has a twin", opening), ("a tag that has a twin", closing)]
    return inside


def _is_meant(match: re.Match[str]) -> bool:
    """True for what a program means: a slot among its own names, a string that is a tag, as in '<b>'."""
    if match.re is _TEMPLATE:
        return _IN_CODE.search(match.string) is not None
    ahead = match.string[: match.start()][-1:]
    return match.re in _QUOTABLE and ahead in ("'", '"') and match.string[match.end() :][:1] == ahead


def _sub(pattern: re.Pattern[str], name: str, put: str, text: str, taken: list[tuple[str, str]]) -> str:
    def note(match: re.Match[str]) -> str:
        if _is_meant(match):
            return match.group()
        taken.append((name, match.group()))
        return match.expand(put)

    return pattern.sub(note, text)
