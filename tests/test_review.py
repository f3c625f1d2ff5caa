"""The review site as files: lines and reasons, with the pages at hand and without; samples; what it refuses."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaners.doc import Cut, Doc
from cleaners.page import Page, clean_page, read_page
from flows.cli import app
from flows.history import note_run, runs
from flows.inputs import SourceError
from flows.parts import article_row
from flows.review.lines import lines_of, place
from flows.review.original import Originals
from flows.review.plots import month_chart, run_chart
from flows.review.rebuild import rebuild
from flows.review.sample import draw
from flows.review.signs import SIGNS, signs_of
from flows.review.tables import Outcome, ReviewError, open_existing, outcomes, rows_of
from flows.review.totals import total
from flows.summary import Summary
from tests.review import SEEDS, built, cleaned, data, page_data
from tests.truth import cleaned_file

FILES = [*sorted(SEEDS.glob("*/*.txt"))[::5], *sorted(SEEDS.glob("html/*.html"))]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output of the HTML seeds and of some flattened ones, among them rejected pages and debris."""
    folder = tmp_path_factory.mktemp("review")
    inputs = folder / "in"
    shutil.copytree(SEEDS / "html", inputs / "html")
    for name in ("trap_23", "en_06", "ja_mt_02", "trap_01", "zh2_01"):
        shutil.copy(SEEDS / "tune" / f"{name}.txt", inputs / f"{name}.txt")
    return cleaned(folder, inputs)


def seed(path: Path) -> Page:
    return Page(path.name, path.name, path.read_bytes())


@pytest.fixture(scope="module")
def docs() -> dict[Path, tuple[Doc, Doc]]:
    return {path: (read_page(seed(path)), cleaned_file(path)) for path in FILES}


def test_each_line_of_a_page_is_shown_once_with_what_happened_to_it(docs: dict[Path, tuple[Doc, Doc]]) -> None:
    for path, (before, after) in docs.items():
        lines = lines_of(before, after)
        assert [line.text for line in lines] == [block.text for block in before.blocks]
        assert {line.position for line in lines if line.kept} == {block.position for block in after.blocks}, path
        shown = Counter((line.cleaner, line.reason) for line in lines if not line.kept)
        shown.update((taken.cleaner, taken.reason) for line in lines for taken in line.taken)
        assert shown == Counter((cut.cleaner, cut.reason) for cut in after.cuts), path
        placed = [(line, taken) for line in lines for taken in line.taken if taken.start >= 0]
        assert all(line.text[t.start : t.start + len(t.text)] == t.text for line, t in placed), path


def test_most_repairs_are_marked_where_they_stood(docs: dict[Path, tuple[Doc, Doc]]) -> None:
    taken = [t for before, after in docs.values() for line in lines_of(before, after) for t in line.taken]
    assert len(taken) > 300
    assert sum(t.start >= 0 for t in taken) > 0.9 * len(taken)


def test_each_repair_has_a_place_of_its_own() -> None:
    cuts = [
        Cut(0, 1, text, "holds it", cleaner) for text, cleaner in (("b", "debris"), ("<b>", "debris"), ("b", "tails"))
    ]
    found = [(taken.start, taken.text, taken.cleaner) for taken in place("<b>a b c b", cuts)]
    assert found == [(0, "<b>", "debris"), (5, "b", "debris"), (9, "b", "tails")]
    assert [taken.start for taken in place("a", [Cut(0, 1, "&nbsp;", "holds it", "debris")])] == [-1]


def test_the_output_alone_gives_the_same_lines(docs: dict[Path, tuple[Doc, Doc]]) -> None:
    """Kept and cut lines in their places; where only debris is listed of a line, the order of what stayed."""
    inexact = 0
    for path, (_, after) in docs.items():
        if after.rejection:
            continue
        row = article_row(seed(path), after)
        cuts = sorted(after.cuts, key=lambda cut: cut.position)
        found = rebuild(row["text"], row["markdown"], cuts)
        wanted = [(b.position, b.bullet + b.text) for b in after.blocks]
        kept = [(line.position, line.text) for line in found.lines if line.kept]
        inexact += kept != wanted
        assert kept == wanted or not found.exact, path
        assert [text for _, text in kept] == [text for _, text in wanted], path
    assert inexact < 0.1 * len(docs)


def test_a_rejected_page_shows_its_lines_and_why(output: Path) -> None:
    built(output, [])
    page = page_data(output, "trap_23.txt")
    assert page["way"] == "original"
    assert page["rejection"]["reason"] == "listing"
    assert len(page["lines"]) > 10


def test_the_pages_of_the_last_run_are_found_again(output: Path) -> None:
    assert [run.inputs for run in runs(open_existing(str(output)))] == [(str(output.parent / "in"),)]
    assert built(output, []).originals == 25


def test_without_its_inputs_the_review_is_made_of_the_output(output: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(output, copy, ignore=shutil.ignore_patterns("review", ".pagewash"))
    assert built(copy, []).originals == 0
    page = page_data(copy, "en_06.txt")
    assert (page["way"], page["case"]) == ("rebuilt", None)
    before, after = read_page(seed(SEEDS / "tune/en_06.txt")), clean_page(seed(SEEDS / "tune/en_06.txt"))
    assert [line["text"] for line in page["lines"]] == [b.bullet + b.text for b in before.blocks]
    assert {line["cleaner"] for line in page["lines"]} - {""} == {cut.cleaner for cut in after.cuts}
    assert page_data(copy, "trap_23.txt")["way"] == "nothing"


def test_a_page_that_has_changed_since_is_not_shown_for_what_was_cleaned(output: Path, tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    shutil.copytree(output.parent / "in", inputs)
    (inputs / "en_06.txt").write_text("Something else.\n", encoding="utf-8")
    assert built(output, [str(inputs)]).originals == 24
    page = page_data(output, "en_06.txt")
    assert page["way"] == "rebuilt"
    assert all("Something else" not in line["text"] for line in page["lines"])


def test_only_what_the_inputs_mean_is_read_again(output: Path) -> None:
    assert built(output, [str(output.parent / "in" / "*.txt")]).originals == 5


def test_records_of_a_container_are_read_again(tmp_path: Path) -> None:
    text = (SEEDS / "tune" / "en_06.txt").read_text(encoding="utf-8")
    records = [{"body": text, "url": "https://example.org/1"}, {"body": ""}, {"body": text.replace("Miners", "Makers")}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    output = cleaned(tmp_path, tmp_path / "a.jsonl")
    assert built(output, []).originals == 2
    assert "Makers Trade Hashrate" in page_data(output, "a.jsonl#3")["title"]
    assert page_data(output, "a.jsonl#2")["rejection"]["reason"] == "empty"


def test_the_same_output_gives_the_same_site(output: Path) -> None:
    def files() -> dict[str, bytes]:
        return {str(p.relative_to(output)): p.read_bytes() for p in (output / "review").rglob("*") if p.is_file()}

    built(output, [], 10)
    first = files()
    built(output, [], 10)
    assert files() == first
    assert len(first) == 12


def test_a_sample_holds_the_worst_pages_and_says_that_it_is_one(output: Path) -> None:
    built(output, [], 10)
    index = data(output, "index")
    assert len(index["pages"]) == 10
    assert sum(bool(page["rejection"]) for page in index["pages"]) >= 1
    overview = (output / "review" / "index.html").read_text(encoding="utf-8")
    assert "10 of 25 pages can be opened here" in overview
    assert "What was done to 25 pages" in overview


def test_a_draw_is_fair_and_the_same_each_time() -> None:
    many = [Outcome(f"p{n}", f"p{n}", "x", title="t", authors=True, published="2025", chars_in=100, chars_out=n % 100)
            for n in range(5000)]  # fmt: skip
    some = draw(many, 200)
    assert some == draw(list(reversed(many)), 200)
    assert len({o.page_id for o in some}) == 200
    assert sum(o.share_cut < 0.5 for o in some) > 30, "half are drawn from all"
    assert sum(o.share_cut >= 0.98 for o in some) >= 100, "half are the worst"


@pytest.mark.parametrize(
    ("outcome", "sign"),
    [
        (Outcome("a", "a", "x", rejection="listing"), "rejected"),
        (Outcome("a", "a", "x", provenance={"text": "html, 0.41 sure"}), "unsure"),
        (Outcome("a", "a", "x", chars_in=100, chars_out=4), "nearly-all"),
        (Outcome("a", "a", "x", provenance={"published": "html: time; meta:date says “2025”"}), "conflict"),
        (Outcome("a", "a", "x"), "no-title"),
    ],
)
def test_what_makes_a_page_worth_a_look(outcome: Outcome, sign: str) -> None:
    assert sign in {SIGNS[at].name for at in signs_of(outcome)}
    fine = Outcome("b", "b", "x", title="t", authors=True, published="2025", chars_in=100, chars_out=80)
    assert signs_of(fine) == ()


def test_counts_add_up(output: Path) -> None:
    found = list(outcomes(open_existing(str(output))))
    assert len(found) == 25
    page = next(o for o in found if o.page_id == "zh2_01.txt")
    cuts = clean_page(seed(SEEDS / "tune/zh2_01.txt")).cuts
    assert sum(r.cuts for r in page.removals) == len(cuts)
    assert sum(r.chars for r in page.removals) == sum(len(cut.text) for cut in cuts)


def test_what_is_no_output_or_no_review_is_one_plain_sentence(output: Path, tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="holds no output of pagewash"):
        open_existing(str(tmp_path))
    with pytest.raises(ReviewError, match="holds no output of pagewash"):
        open_existing(str(tmp_path / "nowhere"))
    found = open_existing(str(output))
    with pytest.raises(SourceError, match="cannot read"):
        Originals(found, [str(tmp_path / "nowhere")])
    shutil.rmtree(output / "review", ignore_errors=True)
    (output / "review").mkdir()
    (output / "review" / "mine.txt").touch()
    with pytest.raises(ReviewError, match="holds something else than a review; give another folder with --to"):
        built(output, [])
    assert [p.name for p in (output / "review").iterdir()] == ["mine.txt"]
    assert [p.name for p in output.iterdir() if p.name.endswith(".tmp")] == []
    shutil.rmtree(output / "review")


def test_an_output_of_rejections_alone_has_a_review(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"%PDF-1.7")
    output = cleaned(tmp_path, tmp_path / "in")
    assert built(output, []).shown == 1
    assert "What was done to 1 page<" in (output / "review" / "index.html").read_text(encoding="utf-8")
    assert page_data(output, "a.txt")["rejection"]["reason"] == "not-text"


def test_an_output_that_changes_meanwhile_is_one_plain_sentence(output: Path) -> None:
    found = open_existing(str(output))
    [part] = found.parts()
    with pytest.raises(ReviewError, match="has changed while it was read; wait until the run"):
        rows_of(found, part, ["en_06.txt", "nowhere.txt"])


def test_a_damaged_part_is_one_plain_sentence(output: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(output, copy)
    part = next((copy / "cuts").glob("*.parquet"))
    part.write_bytes(part.read_bytes()[:-50])
    with pytest.raises(ReviewError, match="run `pagewash clean` again, which mends it"):
        built(copy, [])


def test_the_command_says_what_was_written_and_where(output: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["review", str(output), "--to", str(tmp_path / "site"), "--sample", "3"])
    assert done.exit_code == 0, done.output
    assert "3 of 25 pages, 3 of them read again from the inputs" in done.stdout
    assert (tmp_path / "site" / "index.html").as_uri() in done.stdout
    assert len(list((tmp_path / "site" / "data").iterdir())) == 4


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["nowhere"], "nowhere holds no output of pagewash"),
        (["out", "nowhere"], "cannot read nowhere: No such file or directory"),
        (["out", "--to", "in"], "in holds something else than a review; give another folder with --to"),
    ],
)
def test_what_cannot_be_reviewed_is_one_plain_sentence(
    args: list[str], sentence: str, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(output.parent)
    done = CliRunner().invoke(app, ["review", *args])
    assert (done.exit_code, sentence in done.stderr) == (1, True), done.stderr
    assert len(list((output.parent / "in").iterdir())) == 6


def test_runs_are_remembered_without_credentials_and_past_damage(output: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(output, copy)
    found = open_existing(str(copy))
    note_run(found, ["s3://key:secret@bucket/in?endpoint_override=x"], Summary(articles=2, chars_in=10, chars_out=5))
    notes = copy / ".pagewash" / "runs.jsonl"
    notes.write_text("{broken\n" + notes.read_text(encoding="utf-8"), encoding="utf-8")
    assert [run.inputs for run in runs(found)] == [(str(output.parent / "in"),), ("s3://bucket/in",)]
    chart = run_chart(runs(found))
    assert chart is not None
    assert chart.said.endswith("5 kept and 5 cut")
    assert run_chart(runs(found)[:1]) is None


def test_months_of_publication_have_no_gaps() -> None:
    totals = total(
        Outcome(str(n), "s", "p", published=date) for n, date in enumerate(["2025-11", "2026-02-03", "2026"])
    )
    chart = month_chart(totals)
    assert chart is not None
    assert [column.label for column in chart.columns] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert [sum(part.width for part in column.parts) for column in chart.columns] == [100, 0, 0, 100]
