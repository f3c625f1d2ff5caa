"""Attributions: "The post … appeared first on …", and the site that a page calls its own."""

from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.metadata.labels import outlet
from cleaners.metadata.names import split_names
from cleaners.phrases import Rules

LONGEST = 300  # columns
QUOTES = "「」『』《》“”\"'‘’〈〉【】[] "


def attributions(doc: Doc, rules: Rules) -> Doc:
    """Read where an article appeared first and cut the line that says so."""
    verdicts: Verdicts = {}
    for block in doc.blocks:
        if not block.marks or block.columns > LONGEST:
            continue
        for template in rules.templates:
            match = template.pattern.search(block.text) if template.mark in block.marks else None
            if match:
                values = {name: value.strip(QUOTES) for name, value in match.groupdict().items()}
                if template.mark == "attributions.templates":
                    verdicts[block.position] = "says where it appeared first"
                doc = doc.learn(
                    block.where,
                    original_title=values.get("title"),
                    site=outlet(values.get("site", "")),
                    authors=split_names(values.get("author", "")),
                )
        if block.marked("attributions.holds"):
            verdicts[block.position] = "says where it appeared first"
    return doc.cut(verdicts)
