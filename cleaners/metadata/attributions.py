"""Attributions: "The post … appeared first on …", and the site that a page calls its own."""

import re
from collections.abc import Mapping

from cleaners.calendars.setting import Setting
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.metadata.labels import outlet
from cleaners.metadata.languages import script_of, setting_of
from cleaners.metadata.names import split_names
from cleaners.metadata.outlets import is_name
from cleaners.metadata.posts import POSTED_ON
from cleaners.phrases import Rules

LONGEST = 450  # columns
_TAIL = re.compile(
    r",?\s(?:and (?:is|was|has|have)|(?<=,\s)(?:the|an?|which|where)\s|on (?=\w+ ?\d)"
    r"|under an? |with (?:the )?permission|in (?=[A-Z][a-z]+ \d)).*$"
)
# "…原作者 [Jane Doe]，如对转载有异议，请联系…"
_ASKS = re.compile(r"，(?:如|若|请|請|未经|未經|版权|版權|转载|轉載).*$")
_NOTE = re.compile(r"(?<=\w)\s?[\[［](?:原文|원문|source)[\]］]?$", re.I)  # "Fast Company [原文]"
_QUOTED = re.compile(r"[「『《“]([^「」『』《》“”]{2,30})[」』》”]")
QUOTES = "「」『』《》“”\"'‘’〈〉【】[] "


def attributions(doc: Doc, rules: Rules) -> Doc:
    """Read where an article appeared first and cut the line that says so."""
    verdicts: Verdicts = {}
    for block in doc.blocks:
        if not any(mark.startswith("attributions.") or mark.endswith(".templates") for mark in block.marks):
            continue
        if block.columns > LONGEST:
            continue
        for template in (t for t in rules.templates if t.mark in block.marks):
            match = template.pattern.search(block.text)
            if match and not _is_amid(block.text, match):
                values = {name: _bare(value) for name, value in match.groupdict().items()}
                site = outlet(values.get("site", ""))
                if template.mark == "attributions.templates":
                    verdicts[block.position] = "says where it appeared first"
                doc = doc.learn(
                    block.where,
                    original_title=None if "site" in values and _is_like(doc, values) else values.get("title"),
                    site=site if is_name(site) else None,  # "加入我们的读者社群"
                    authors=split_names(_ASKS.sub("", values.get("author", ""))),
                    translators=split_names(values.get("translator", "")),
                    published=_day(block.text[: match.start()], setting_of(doc)),
                )
        if block.marked("attributions.holds"):
            verdicts[block.position] = "says where it appeared first"
    return doc.cut(verdicts)


def _is_like(doc: Doc, values: Mapping[str, str]) -> bool:
    """True for a title in the same script as the page's, which says it once more in other words: no original."""
    title = doc.metadata.title
    return title is not None and script_of(values.get("title", "")) == script_of(title)


def _day(ahead: str, setting: Setting) -> str | None:
    """The day with which the text ahead of an attribution ends, "本文發布於 2025.06.11，刊載於潮聲", or on which it was
    posted: "Posted on Mar 14, 2024 • Edited on Mar 16, 2024 • Originally published at …"."""
    found = find_date(ahead, setting)
    told = found and (POSTED_ON.match(ahead) or not ahead[found.end :].strip(" ,，、"))
    return found.iso if found and told else None


def _is_amid(text: str, match: re.Match[str]) -> bool:
    """True for words in the middle of an English sentence: "a poem first published in The Strand."."""
    before = text[: match.start()].rstrip()
    return match[0][0].isascii() and bool(before) and (before[-1].isalnum() or before[-1] in ",;–-")


def _bare(value: str) -> str:
    """What the quotation marks hold with which a value opens, 《北地季刊》2023年冬季号; else it without its tail."""
    quoted = _QUOTED.match(value.strip())
    return quoted[1] if quoted else _NOTE.sub("", _TAIL.sub("", value)).strip(QUOTES)
