"""Breadcrumbs: the path from the home page to this one, on one line."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_where
from cleaners.phrases import Rules

_STEP = re.compile(r"\s?(?:[>›»＞→▸▶]|(?<!\d)[/／]|[/／](?!\d))\s?")  # a stroke between numbers is a date's

_FLOW = re.compile("[→▶]")  # behind an article's beginning, such a line tells what follows what


def breadcrumbs(doc: Doc, rules: Rules) -> Doc:
    """Cut paths of three steps and more, and lines that say that they are a path."""

    def judge(block: Block) -> str | None:
        if block.marked("breadcrumbs.starts") and block.columns <= FEW:
            return "says that it is a path"
        if block in doc.span or block.ends or block.columns > FEW or "://" in block.text:
            return None
        if block.position > doc.span.first >= 0 and _FLOW.search(block.text):
            return None
        steps = [s for s in _STEP.split(block.text) if s]
        return f"a path of {len(steps)} steps" if len(steps) >= 3 else None

    return cut_where(doc, judge)
