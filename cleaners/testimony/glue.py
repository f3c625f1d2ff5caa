"""Where tags part what no space does: "<span>Jane Doe</span><span>Reporter</span>" is two texts to a reader."""

from collections.abc import Sequence

LEAST = 3  # letters of a text that stands for itself; shorter ones are initials that are set apart
CLOSING = ")）]】"


def unglued(parts: Sequence[str]) -> list[str]:
    """The texts of a piece of a page, taken apart where one tag ends and another begins without a space between."""
    texts = [""]
    for part in parts:
        if part and _is_seam(texts[-1], part):
            texts.append(part)
        else:
            texts[-1] += part
    return [" ".join(text.split()) for text in texts]


def _is_seam(text: str, part: str) -> bool:
    ends = len(text.strip()) >= LEAST and (text[-1].isalnum() or text[-1] in CLOSING)
    return ends and part[0].isalpha()
