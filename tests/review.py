"""What the tests of the review share: small outputs, and the site's data read as the browser reads it."""

import json
from pathlib import Path
from typing import Any

from flows.options import Options
from flows.review.build import Built, build_site
from flows.review.original import Originals
from flows.review.tables import open_existing
from flows.run import clean_all

SEEDS = Path(__file__).parent.parent / "seeds"


def cleaned(folder: Path, *inputs: Path) -> Path:
    """An output of the inputs, in a folder of its own."""
    clean_all([str(path) for path in inputs], str(folder / "out"), Options())
    return folder / "out"


def built(output: Path, inputs: list[str], size: int | None = None) -> Built:
    """Its review."""
    found = open_existing(str(output))
    return build_site(found, Originals(found, inputs), size, output / "review", lambda count: None)


def data(output: Path, name: str) -> Any:
    """What a data file of the review hands over."""
    script = (output / "review" / "data" / f"{name}.js").read_text(encoding="utf-8")
    assert script.startswith(f'pagewash("{name}",')
    return json.loads(script[len(f'pagewash("{name}",') : -len(");\n")])


def page_data(output: Path, page_id: str) -> Any:
    """The data of one page."""
    number = next(page["file"] for page in data(output, "index")["pages"] if page["id"] == page_id)
    return data(output, str(number))
