""" "Read also": one line in the article that leads to another one."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_where
from cleaners.kinds import narrates
from cleaners.phrases import Rules

_BRACKETED = re.compile(r"[\[【<＜《(（〔]\s?([^\]】>＞》)）〕]{1,24}?)\s?[\]】>＞》)）〕]")
_HEAD = re.compile(r"([^:：|｜]{2,16})[:：|｜]")
_OF_SITE = re.compile(r"(?:Also|More|Elsewhere) (?:on|in|from) (?:the )?[A-Z][\w&' ]{2,24}: \S")
LABELS = frozenset({"related_posts.opens", "promotions.lines", "read_also.starts", "read_also.brackets"})


def read_also(doc: Doc, rules: Rules) -> Doc:
    """Cut lines that send the reader to another article."""

    def is_made(text: str) -> bool:
        return {"related_posts.modifiers", "related_posts.nouns"} <= rules.marks(text)

    def is_label(text: str) -> bool:
        return not LABELS.isdisjoint(rules.marks(text))

    def judge(block: Block) -> str | None:
        if block.columns > FEW or narrates(block):
            return None
        bracketed = _BRACKETED.match(block.text)
        if bracketed and is_label(bracketed.group(1)):
            return f"labelled “{bracketed.group(1)}”"
        head = _HEAD.match(block.text)
        if head and block.text[head.end() :].strip() and is_made(head.group(1)):
            return f"labelled “{head.group(1)}”"
        if _OF_SITE.match(block.text) and not block.ends:
            return "leads to another article of the site"
        heading = block.marked("related_posts.opens")  # of a widget, or of the article itself
        if block.marked("read_also.holds") or (block.marked("read_also.starts") and not heading):
            return "leads to another article"
        return None

    return cut_where(doc, judge)
