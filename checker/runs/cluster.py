"""The workers of a Dask cluster, for archives that no single machine checks in an evening."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from checker.runs.spreading import ExecutorWorkers

WINDOW = 64
"""So many chunks are with a cluster at a time."""


class ClusterError(Exception):
    """A cluster cannot be used; the text is one sentence."""


@contextmanager
def cluster(address: str) -> Iterator[ExecutorWorkers]:
    """Give the workers of the scheduler at an address.

    They must have mandatelint, and find the drafts under the same paths.

    Raises:
        ClusterError: distributed is not installed, or nothing answers at the address.
    """
    try:
        from distributed import Client  # noqa: PLC0415 -- only where a cluster is asked for
    except ImportError:
        message = '--scheduler needs Dask: install it with pip install "mandatelint[cluster]"'
        raise ClusterError(message) from None
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            address, set_as_default=False, timeout=10
        )
    except (OSError, ValueError, TimeoutError) as error:
        message = f"no scheduler can be reached at {address}: {error}"
        raise ClusterError(message) from error
    with client:
        yield ExecutorWorkers(client.get_executor(), WINDOW)
