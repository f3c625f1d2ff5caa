"""What the commands say to the person at the terminal."""

import sys

from flows.review.plain import visible


def say(sentence: object) -> None:
    """Print a sentence to the standard error; names in it, which may be a page's, can do nothing to the terminal."""
    print(f"pagewash: {visible(str(sentence))}", file=sys.stderr, flush=True)
