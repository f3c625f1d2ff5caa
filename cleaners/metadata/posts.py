"""Who posted an article, in the words of the platforms of blogs and questions: "posted by mizu at 22:15 | Comment(1)".

Each platform has a line of its own, which all of its pages share.
"""

import re
import unicodedata
from itertools import pairwise

from cleaners import fold
from cleaners.doc import Doc
from cleaners.metadata.names import split_names
from cleaners.metadata.reporters import KANA
from cleaners.tables import read_table

LONGEST = 200  # columns of what a platform says of when an article was posted, where, and who did
NAME = 24  # columns of a name that stands alone

POSTED_ON = re.compile("(?:posted|published) on ", re.I)
"""With which a line begins that says when an article was posted: "Posted on Mar 14, 2024 • Edited on …"."""

_WHO = r"(?P<{}>[^\s|│:]{{2,24}})"
_FORMS = (
    r"This entry was posted (?:in .{1,80} )?on .{6,40} by (?P<name>[^.|]{2,40})\.?",  # WordPress
    r"(?:Written|Posted|Published|Submitted) by (?P<by>[^.|]{2,40}?) on \d.*",
    # Drupal, Blogger
    r"(?:Gespeichert|Verfasst|Eingestellt|Geschrieben) von (?P<by_de>[^.|]{2,40}?) (?:am|um) \d.*",
    r"(?:Soumis|Publié|Posté) par (?P<by_fr>[^.|]{2,40}?) (?:le|à) \d.*",
    r"(?:Enviado|Publicado|Postado) por (?P<by_es>[^.|]{2,40}?) (?:el|en|em|às|a las) \d.*",
    r"(?:Inviato|Pubblicato|Postato) da (?P<by_it>[^.|]{2,40}?) (?:il|alle ore|alle) \d.*",
    r"(?:Geplaatst|Gepost|Ingezonden) door (?P<by_nl>[^.|]{2,40}?) (?:op|om) \d.*",
    r"(?:Published|Posted) on (?:the )?\d.{6,20} by (?P<onby>[^.|]{2,40})",
    r"これは(?P<guest_ja>[^、。\s]{2,30})によるゲスト投稿です。.*",
    r".{2,30} is (?:written|edited) by (?P<letter>[^.|]{2,60})\.?",
    r"\[?This is an? (?:guest|sponsored|contributed) (?:post|article|essay|column) (?:written )?by"
    r" (?P<guest>[^|]{2,60}?)[.\]]{0,2}",
    # Seesaa, GIGAZINE
    r"(?:.{0,60}?[,|│]\s?)?[Pp]osted by (?P<poster>[^\s|│,.][^|│,.]{1,24}?)(?:\s?[|│].*|\sat\s\d.*)?",
    _WHO.format("user") + r"\s(?:\d{4}-\d\d-\d\d \d\d:\d\d|\d{1,2}(?:年|か月|ヶ月|日|時間)前)\s読者になる",  # Hatena
    r"(?P<account>[^\s()]{2,30})\s\(id:[\w-]{3,32}\)",
    r"posted @ \d{4}-\d\d-\d\d \d\d:\d\d\s{1,3}(?P<nick>\S{2,20})\s{1,3}(?:阅读|閱讀|閲覧|Views).*",  # cnblogs
    _WHO.format("at") + r" at \d{1,2}:\d\d\s?[|│].*(?:Comments?|TrackBack|コメント).*",  # livedoor
    r"投稿者:?\s" + _WHO.format("poster_ja") + r"\s(?:時刻\s\d|(?:日時\s)?\d{4}年).*",  # Cocolog, Movable Type
    rf"投稿者:?\s(?P<by_kana>{KANA})",  # "Posted by Jane Doe", by machine
    r"質問者:\s?" + _WHO.format("asker") + r"\s?質問日時:.*",  # OKWave
    _WHO.format("pixnet") + r" 發表[在於] 痞客邦.*",
    r"(?:©\s?)?本文版[权權][归歸](?:作者)?\s?" + _WHO.format("owner") + r"\s?所有.*",  # Douban
    r"これは、(?P<told>[^、。]{2,30})による.{4,200}(?:投稿|公開)されました。?",
    r"This is .{4,160} by (?P<of>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}), posted on .*",
    r"Author:\s?" + _WHO.format("profile"),  # FC2
)
_POSTED = re.compile("|".join(_FORMS))
_FOLLOWED = re.compile(r"(?P<who>\S{2,16})をフォローする?")  # Cocoon
_PROFILE = "性別："  # below the owner's name: Ameba
# in a box about the writer, to what else there is by him
_MORE = re.compile(
    rf"(?:{'|'.join(read_table('metadata', 'sayings.toml')['more'])}) (?P<who>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}})"
)
_GREETED = re.compile(
    r"(?:こんにちは|こんばんは|おはようございます|どうも|はじめまして)[、。!\s]{0,2}(?P<who>[^\s、。()のはが]{2,12}?)(?:\(@?\w{2,30}\))?です[。!]"
)


def poster(text: str) -> tuple[str, ...]:
    """Who a line says has posted the article; () for other lines."""
    posted = _POSTED.fullmatch(unicodedata.normalize("NFKC", text))
    if posted is None:
        return ()
    name = next(filter(None, posted.groups())).strip()
    return split_names(name) if " " in name else (name,)


def posted_by_owner(doc: Doc) -> Doc:
    """The page with the owner of its blog, whose name stands above his particulars, or who greets the readers or is to
    be followed by a name that stands alone on another line."""
    if doc.metadata.authors or doc.answers:
        return doc
    alone = {fold.letters(b.text) for b in doc.blocks if b.columns <= NAME}
    for block, below in pairwise(doc.blocks):
        if below.text.startswith(_PROFILE) and block.columns <= NAME:
            return doc.learn(block.where, authors=(block.text,))
        text = unicodedata.normalize("NFKC", block.text)
        told = _GREETED.match(text) if block.prose else _FOLLOWED.fullmatch(text) or _MORE.fullmatch(text)
        if told and fold.letters(told["who"]) in alone:
            return doc.learn(block.where, authors=(told["who"],))
    return doc
