"""Attributions: "The post … appeared first on …", and the site that a page calls its own."""

from cleaners.doc import Block, Doc
from cleaners.evidence import Verdicts
from cleaners.phrases import Rules

LONGEST = 300  # columns
QUOTES = "「」『』《》“”\"'‘’〈〉【】 "


def attributions(doc: Doc, rules: Rules) -> Doc:
    """Read where an article appeared first and cut the line that says so."""
    verdicts: Verdicts = {}
    for block in doc.blocks:
        if block.columns > LONGEST:
            continue
        for table in ("attributions", "communities"):
            found = _match(block, rules, f"{table}.templates")
            if found is None:
                continue
            doc = doc.learn(f"line {block.line}", original_title=found.get("title"), site=found.get("site"))
            if table == "attributions":
                verdicts[block.position] = "says where it appeared first"
        if block.marked("attributions.holds") and block.position not in verdicts:
            verdicts[block.position] = "says where it appeared first"
    return doc.cut(verdicts)


def _match(block: Block, rules: Rules, mark: str) -> dict[str, str] | None:
    for pattern in rules.templates.get(mark, ()):
        match = pattern.search(block.text)
        if match:
            return {name: value.strip(QUOTES) for name, value in match.groupdict().items() if value}
    return None
