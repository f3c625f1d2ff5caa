"""Pages to be run on, and how many articles came of them."""

from pathlib import Path

import pyarrow.parquet as pq

SENTENCE = (
    "The harbour's new storage plant keeps the power that is left over at night for the busy hours of the morning."
)


def write(path: Path, number: int) -> None:
    path.write_text(f"Storage plant {number}\n\n{SENTENCE} {number}.\n{SENTENCE}\nShare this article\n")


def line(number: int) -> str:
    return f'{{"text": "{SENTENCE} {number}. {SENTENCE}"}}'


def fill(folder: Path) -> Path:
    """Some pages in a folder, which is made if need be."""
    folder.mkdir(exist_ok=True)
    for number in range(5):
        write(folder / f"{number}.txt", number)
    (folder / "picture.txt").write_bytes(b"%PDF-1.7")
    (folder / "lines.jsonl").write_text("\n".join(line(number) for number in range(6)))
    return folder


def articles(output: Path) -> int:
    return int(pq.read_table(output / "articles").num_rows)
