"""N-grams of a line: words, and letters where a script has no spaces between words.

An n-gram is a piece of the line's spaced form, spaces and line ends included, so that one search over the
text finds them all: " sign up ", "\\n this article ", "登録する".
"""

import re

LONGEST = 300  # letters of a line that are looked at
WORDS = 3  # of the longest n-gram of words
LETTERS = 2, 3, 4  # of n-grams of letters
AT_SEAM = 2  # letters beside a word of another script, at most
AT_END = 2, 3  # letters at a line's end

_LETTER = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_PIECE = re.compile(rf"[{_LETTER}]+|[^{_LETTER} :]+|:")
_INFLECTION = re.compile("[\u3041-\u3096]{2}")  # says how polite a line is and no more
LETTER = re.compile(rf"[{_LETTER}]")


def spaced(words: str) -> str:
    """A folded line (see cleaners.fold.words) with a space at every seam of scripts, and line ends around it."""
    line = words[:LONGEST].replace("\n", " ").strip()
    return f"\n {' '.join(_PIECE.findall(line)) if ':' in line or not line.isascii() else line} \n"


def ngrams(line: str) -> set[str]:
    """All n-grams of a line in its spaced form."""
    tokens = line.split()
    runs = [LETTER.match(token) is not None for token in tokens]
    found: set[str] = set()
    for i, token in enumerate(tokens):
        if runs[i]:
            letters = (token[j : j + n] for n in LETTERS for j in range(len(token) - n + 1))
            found.update(gram for gram in letters if not _INFLECTION.fullmatch(gram))
            found.update(_beside(tokens, runs, i))
            continue
        for n in range(1, WORDS + 1):
            if i + n <= len(tokens) and not any(runs[i : i + n]):
                found.add(f" {' '.join(tokens[i : i + n])} ")
    return found | _at_ends(line, tokens, runs)


def _beside(tokens: list[str], runs: list[bool], i: int) -> set[str]:
    """A run's letters with the word of another script before or behind it."""
    run = tokens[i]
    found: set[str] = set()
    for n in range(1, min(AT_SEAM, len(run)) + 1):
        if i and not runs[i - 1]:
            found.add(f" {tokens[i - 1]} {run[:n]}")
        if i + 1 < len(tokens) and not runs[i + 1]:
            found.add(f"{run[-n:]} {tokens[i + 1]} ")
    return found


def _at_ends(line: str, tokens: list[str], runs: list[bool]) -> set[str]:
    """What a line opens and closes with."""
    if not tokens:
        return set()
    first = [f"\n {tokens[0][:n]}" for n in AT_END] if runs[0] else [f"\n {' '.join(tokens[:n])} " for n in (1, 2)]
    last = [f"{tokens[-1][-n:]} \n" for n in AT_END] if runs[-1] else [f" {' '.join(tokens[-n:])} \n" for n in (1, 2)]
    return {gram for gram in (*first, *last) if gram in line}
