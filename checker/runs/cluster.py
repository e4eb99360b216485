"""The workers of a Dask cluster, for archives that no single machine checks in an evening."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from checker.runs.spreading import ExecutorWorkers

WINDOW = 64
"""So many chunks are with a cluster at a time."""
# Kinds of addresses of which the library does not tell host and port.
_WITHOUT_PORT = ("inproc://", "ucx://")


class ClusterError(Exception):
    """A cluster cannot be used; the text is one sentence."""


@contextmanager
def cluster(address: str) -> Iterator[ExecutorWorkers]:
    """Give the workers of the scheduler at an address.

    They must have mandatelint, and find the drafts under the same paths.

    Raises:
        ClusterError: distributed is not installed, the address is none, or nothing answers there.
    """
    try:
        from distributed import Client  # noqa: PLC0415 -- only where a cluster is asked for
    except ImportError:
        message = '--scheduler needs Dask: install it with pip install "mandatelint[cluster]"'
        raise ClusterError(message) from None
    _refuse_malformed(address)
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            address, set_as_default=False, timeout=10
        )
    except (OSError, ValueError, TimeoutError) as error:
        message = f"no scheduler can be reached at {address}: {error}"
        raise ClusterError(message) from error
    with client:
        yield ExecutorWorkers(client.get_executor(), WINDOW)


def _refuse_malformed(address: str) -> None:
    """Refuse what is no address: a client begun with it would end the run in a traceback."""
    from distributed import comm  # noqa: PLC0415 -- as above

    library: Any = comm
    try:
        whole = library.normalize_address(address)
        if not whole.startswith(_WITHOUT_PORT):
            library.get_address_host_port(whole, strict=True)
    except ValueError:
        message = f'"{address}" is no address of a scheduler: write it as tcp://HOST:PORT'
        raise ClusterError(message) from None
