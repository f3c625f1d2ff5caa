"""Names of picture files: "image.png", "画像.jpg", left where a picture was."""

import re

from cleaners.doc import Doc
from cleaners.evidence import Verdicts, neighbours
from cleaners.phrases import Rules

_PICTURE = re.compile(r"[^\s/][^/]{0,60}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|heic)", re.I)
_FILE = re.compile(r"\S{1,60}\.[a-z]{1,5}", re.I)  # of a listing, in which pictures are files among others


def picture_files(doc: Doc, rules: Rules) -> Doc:
    """Cut lines that are the name of a picture's file and no more, but for those in lists, code and listings."""
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if block.bullet or block.kind == "code" or not _PICTURE.fullmatch(block.text):
            continue
        beside = (b.text for b in neighbours(doc, i, 1))
        if not any(_FILE.fullmatch(text) and not _PICTURE.fullmatch(text) for text in beside):
            verdicts[block.position] = "the name of a picture's file"
    return doc.cut(verdicts)
