"""Where the article stands among a page's blocks: what a line says depends on its distance from the headline."""

from dataclasses import dataclass

ABOVE, NEAR, BELOW = 8, 4, 12  # blocks round a headline in which its byline may stand
AFTER = 8  # blocks below an article in which its author may be named


@dataclass(frozen=True)
class Stage:
    """Positions of blocks. title: the headline, or -1. first, last: the article's first and last block. text: where
    its paragraphs begin, or -1; what stands between them and the headline may be kept as part of the article. anchor:
    a block by which to tell the parts of the page that hold the article, or -1."""

    title: int
    first: int
    last: int
    text: int = -1
    anchor: int = -1

    def place(self, at: int) -> str:
        """What to call the place of a block: by the headline, in the article, or far from both."""
        if 0 <= self.title <= at <= min(self.title + BELOW, max(self.first, self.title, self.text) + 2):
            return "right below title" if at <= self.title + NEAR else "below title"
        if self.title - ABOVE <= at < self.title:
            return "above title"
        if self.first <= at <= self.last:
            return "in article"
        if self.first - ABOVE <= at < self.first:
            return "above article"
        return "below article" if self.last < at <= self.last + AFTER else "far"
