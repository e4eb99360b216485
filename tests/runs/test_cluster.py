"""A cluster that loses a worker half-way reports every draft once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker import check_files
from checker.config import Settings
from checker.findings import FileError, FileResult
from checker.rulebook import load_rulebook
from checker.runs import cluster as clusters
from checker.runs.cluster import ClusterError, cluster
from checker.runs.job import Job
from checker.runs.spreading import CHUNK, Task, spread

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


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_without_its_scheduler_what_was_not_checked_is_told(
    drafts: Callable[[int], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "_TIMEOUT", 1)
    monkeypatch.setattr(clusters, "WINDOW", 2)
    paths = list(map(str, drafts(100)))
    job = Job(load_rulebook(), Settings())
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as local:
        address = local.scheduler_address
        with cluster(address) as workers:
            outcomes = spread([Task(path, job) for path in paths], workers)
            first = next(outcomes)
            local.close()
            all_outcomes = [first, *outcomes]
    assert isinstance(first, FileResult)
    assert [each.path for each in all_outcomes if not isinstance(each, Exception)] == paths
    lost = [each for each in all_outcomes if not isinstance(each, FileResult)]
    message = f"not checked: the scheduler at {address} is gone"
    assert lost == [FileError(path, message, "not checked") for path in paths[-len(lost) :]]
    # Two chunks were given away.
    assert len(lost) >= len(paths) - 2 * CHUNK


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
