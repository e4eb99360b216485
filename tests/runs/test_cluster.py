"""A cluster that loses a worker half-way reports every draft once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker import check_files
from checker.runs.cluster import ClusterError, cluster

distributed = pytest.importorskip("distributed", reason="distributed is not installed")


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_a_cluster_loses_a_worker_and_no_draft(drafts: Callable[[int], list[Path]]) -> None:
    paths = drafts(400)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as local:
        with distributed.Client(local) as client:
            results = check_files(paths, executor=client.get_executor(), in_flight=6)
            first = [next(results) for _ in range(40)]
            [lost, *_] = local.workers.values()
            local.sync(lost.kill)
            rest = list(results)
        assert [*first, *rest] == list(check_files(paths))


def test_a_scheduler_that_is_not_there_is_one_sentence() -> None:
    with (
        pytest.raises(ClusterError, match="no scheduler can be reached at"),
        cluster("tcp://127.0.0.1:1"),
    ):
        pass


@pytest.mark.parametrize("address", ["", "nonsense", "foo://x:1", "tcp://x:y", "tcp://x"])
def test_what_is_no_address_is_refused_before_anything_begins(address: str) -> None:
    with pytest.raises(ClusterError, match="write it as tcp://HOST:PORT"), cluster(address):
        pass
