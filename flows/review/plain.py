"""Text of a page where it could do harm: in a terminal, in a line of ours."""

import re

# Control characters, halves of surrogates, and what turns or hides the text around it.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with each character that is not to be seen named by its number: ‹U+202E›.

    Line ends and tabs become one space.
    """
    return _UNSEEN.sub(_name, text)


def _name(match: re.Match[str]) -> str:
    return " " if match.group() in "\n\t\r" else f"‹U+{ord(match.group()):04X}›"
