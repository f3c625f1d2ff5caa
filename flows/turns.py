"""One run at a time for each output, over all machines that report to one Prefect server."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from prefect import get_run_logger
from prefect.client.orchestration import get_client
from prefect.concurrency.sync import concurrency
from prefect.exceptions import ObjectAlreadyExists

from flows.inputs import public
from flows.report import slug

LEASE = 60.0  # seconds for which the turn of a run that was killed is still held


@contextmanager
def one_run(output: str) -> Iterator[None]:
    """Wait until no other run writes to the output, and keep others from it."""
    name = f"pagewash-{slug(output)}"
    with suppress(ObjectAlreadyExists), get_client(sync_client=True) as client:
        client.upsert_global_concurrency_limit_by_name(name, 1)
    with ExitStack() as turn:
        try:
            turn.enter_context(concurrency(name, timeout_seconds=1, lease_duration=LEASE))
        except TimeoutError:
            get_run_logger().info("another run is writing to %s: waiting until it ends", public(output))
            turn.enter_context(concurrency(name, lease_duration=LEASE))
        yield
