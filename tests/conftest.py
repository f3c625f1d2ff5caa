"""What several tests share: the raw seeds, a home of its own for Prefect."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

from tests.inbox import fill
from tests.server import Server
from tests.truth import LabelledPage, load

HERE = Path(__file__).parent.parent
# The tests start more than a hundred processes, each of which would compile all modules anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Those that wait for servers, or clean a thousand pages: begun first, so that no process has them left at the end.
LONGEST = (
    "test_deployments.py",
    "test_clusters.py",
    "test_scores.py",
    "test_abuse.py",
    "test_prefect.py",
    "test_reruns.py",
)
# Those that ask what becomes of the seeds: done by one process, so that each seed is cleaned once (tests.truth).
OF_SEEDS = ("test_scores.py", "test_likelihoods.py", "test_html_seeds.py", "test_review.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


class ByFile(LoadFileScheduling):  # type: ignore[misc]
    """What `--dist loadfile` does, but that the files of `OF_SEEDS` count as one."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "seeds" if Path(file).name in OF_SEEDS else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    return ByFile(config, log)


def _raw_folder() -> Path | None:
    named = os.environ.get("PAGEWASH_RAW_SEEDS")
    if named:
        return Path(named)
    for folder in (HERE.parent / "shared" / "seeds", HERE / "seeds"):
        if (folder / "truth.json").exists() and (folder / "raw").is_dir():
            return folder
    return None


@pytest.fixture(scope="session")
def raw_seeds() -> tuple[LabelledPage, ...]:
    """The five raw seeds: other people's articles, which pagewash does not ship."""
    folder = _raw_folder()
    if folder is None:
        pytest.skip(
            "no raw seeds: put a folder with raw/*.txt and truth.json beside this checkout as ../shared/seeds, "
            "or name it in PAGEWASH_RAW_SEEDS"
        )
    pages = load(folder / "truth.json", folder / "raw")
    assert len(pages) == 5, f"{folder} holds {len(pages)} raw seeds, not 5"
    return pages


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Prefect server of the module's own, to which this process reports."""
    server = Server(tmp_path_factory.mktemp("prefect"))
    server.start()
    before = dict(os.environ)
    os.environ.update(server.environment)
    from prefect.context import refresh_global_settings_context
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    refresh_global_settings_context()
    yield server
    EventsWorker.drain_all(timeout=30)
    APILogWorker.drain_all(timeout=30)
    os.environ.clear()
    os.environ.update(before)
    refresh_global_settings_context()
    server.stop()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder of pages, a container of pages and what is none."""
    return fill(tmp_path / "inbox")
