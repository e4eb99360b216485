"""What is asked of a draft, with all that it takes to do it in whatever process."""

from functools import cached_property, lru_cache

from checker.cache.store import Store, in_use, use, user_store
from checker.config import Settings
from checker.findings import FileResult
from checker.reader import decode, read_data
from checker.rulebook import Rulebook
from checker.runs.outcome import Outcome, attempt
from checker.runs.results import Results
from checker.source import Source


class Job:
    """Rules and settings for drafts, and what is kept of them from one run to the next.

    Attributes:
        rulebook: the rules.
        settings: which of them run, and how drafts are understood.
        store: where results are kept, None to keep none.
        silencing: whether what drafts and configurations allow is set aside.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        settings: Settings,
        *,
        store: Store | None = None,
        silencing: bool = True,
    ) -> None:
        """Take what is asked for."""
        self.rulebook = rulebook
        self.settings = settings
        self.store = store
        self.silencing = silencing

    def __getstate__(self) -> dict[str, object]:
        """Travel to another process as what was asked for."""
        derived = {"packed", "_results"}
        return {name: value for name, value in vars(self).items() if name not in derived}

    def check(self, data: bytes, path: str) -> FileResult:
        """Return what is found in a draft, from an earlier run where nothing has changed since.

        Args:
            data: the bytes of its file.
            path: the name under which it is reported.

        Raises:
            UnreadableError: the bytes are no text.
            CheckCrashed: a check failed.
            UnknownRuleError: a name in the settings is that of no rule and no family.
        """
        source = Source(decode(data, path), path)
        result = self._results.get(data, source) if self._results else None
        if result is None:
            result = self._found(source)
            if self._results:
                self._results.put(data, result)
        return self._silenced(result)

    def check_source(self, source: Source) -> FileResult:
        """Return what is found in a text; otherwise as :meth:`check`."""
        return self._silenced(self._found(source))

    def check_path(self, path: str) -> Outcome:
        """Return what becomes of a draft in a file."""
        return attempt(lambda path: self.check(read_data(path), path), path)

    @cached_property
    def packed(self) -> bytes:
        """The job as bytes, for :func:`unpacked` in another process."""
        import pickle  # noqa: PLC0415 -- only where there are many drafts
        import zlib  # noqa: PLC0415 -- as above

        keeps = in_use().folder is not None
        return zlib.compress(pickle.dumps((self, keeps)))

    @cached_property
    def _results(self) -> Results | None:
        if self.store is None or self.store.folder is None:
            return None
        try:
            return Results(self.store, self.rulebook, self.settings)
        except TypeError:
            return None

    def _found(self, source: Source) -> FileResult:
        from checker.engine import check_source  # noqa: PLC0415 -- not where a result is kept

        return check_source(source, self.rulebook, self.settings)

    def _silenced(self, result: FileResult) -> FileResult:
        if self.silencing and (result.silences or self.settings.silences):
            from checker.silence import silence  # noqa: PLC0415 -- few drafts have silences

            return silence(result, self.rulebook, self.settings)
        return result


@lru_cache(maxsize=8)
def unpacked(packed: bytes) -> Job:
    """Return the job that was packed, once in a process for each."""
    import pickle  # noqa: PLC0415 -- only where there are many drafts
    import zlib  # noqa: PLC0415 -- as above

    job, keeps = pickle.loads(zlib.decompress(packed))  # noqa: S301 -- a process of ours packed it
    if keeps and in_use().folder is None:
        # The folder of this user: a worker may be on another machine.
        use(user_store())
    assert isinstance(job, Job)
    return job
