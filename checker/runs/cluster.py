"""The workers of a Dask cluster, for archives that no single machine checks in an evening."""

import logging
from collections.abc import Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import Any

from checker.findings import FileError
from checker.runs.outcome import Crash, Outcome
from checker.runs.spreading import Chunk, ExecutorWorkers, Task

WINDOW = 64
"""So many chunks are with a cluster at a time."""
# So many seconds a scheduler is looked for, also one that was there before.
_TIMEOUT = 10
# After so many seconds without a result it is asked whether the scheduler is still there.
_PATIENCE = 0.5
# Kinds of addresses of which the library does not tell host and port.
_WITHOUT_PORT = ("inproc://", "ucx://")


class ClusterError(Exception):
    """A cluster cannot be used; the text is one sentence."""


class ClusterWorkers(ExecutorWorkers):
    """The workers of a scheduler; when it goes away, what they have not checked is told so."""

    def __init__(self, client: Any, address: str) -> None:  # noqa: ANN401 -- of an untyped library
        """Use the scheduler that a client has found at an address."""
        super().__init__(client.get_executor(), WINDOW)
        self._client = client
        self._address = address

    def submit(self, chunk: Chunk) -> "Future[list[Outcome]]":
        """Give away a chunk; without a scheduler, its future has failed."""
        try:
            return super().submit(chunk)
        except Exception as error:  # noqa: BLE001 -- it has as many kinds as there are states
            lost: Future[list[Outcome]] = Future()
            lost.set_exception(error)
            return lost

    def result(self, future: "Future[list[Outcome]]") -> list[Outcome]:
        """Wait for what becomes of a chunk, as long as anything can.

        Raises:
            ClusterError: the scheduler is gone.
        """
        while not wait([future], _PATIENCE).done:
            if self._is_gone:
                raise ClusterError(self._loss)
        return future.result()

    def again(self, task: Task) -> Outcome:
        """Check a draft of a chunk that was lost, alone, if there is still a scheduler."""
        outcome = super().again(task)
        if isinstance(outcome, Crash) and self._is_gone:
            return FileError(task.path, f"not checked: {self._loss}", "not checked")
        return outcome

    @property
    def _is_gone(self) -> bool:
        # While it is connecting, the client looks for a scheduler that may come back.
        return self._client.status not in ("running", "connecting")

    @property
    def _loss(self) -> str:
        return f"the scheduler at {self._address} is gone"


@contextmanager
def cluster(address: str) -> Iterator[ClusterWorkers]:
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
            address, set_as_default=False, timeout=_TIMEOUT
        )
    except (OSError, ValueError, TimeoutError) as error:
        message = f"no scheduler can be reached at {address}: {error}"
        raise ClusterError(message) from error
    # What it says of a scheduler that is gone is told of each draft.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    with client:
        yield ClusterWorkers(client, address)


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
