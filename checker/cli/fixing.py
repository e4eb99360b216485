"""Fixing drafts: in their files, from standard input to standard output, or only as a diff."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from checker.baseline import carry_over
from checker.cli.baselines import Baselines
from checker.cli.inputs import STANDARD_INPUT, read_bytes
from checker.cli.outcomes import Work, lint
from checker.cli.terminal import on_terminal, style, warn, write, write_aside, write_bytes
from checker.config import Resolved
from checker.evidence import Safety
from checker.findings import FileError, FileResult
from checker.fixing import Fixed, Lint, fix_source
from checker.reader import UnreadableError, decode, encode
from checker.report.diff import unified_diff
from checker.report.words import counted
from checker.source import Source
from checker.totals import Totals
from checker.writing import UnwritableError, write_whole


@dataclass(slots=True)
class Fixing:
    """A run that fixes, and what it has come to.

    Attributes:
        baselines: what is known of old drafts; it is not fixed.
        unsafe: whether to apply fixes that can change what a draft means.
        diff: whether to show what would change instead of changing it.
        fixed: how many findings were fixed, or would be.
        changed: how many texts were changed, or would be.
        risky: how many findings would be left whose fixes can change what a draft means.
    """

    baselines: Baselines
    unsafe: bool
    diff: bool
    fixed: int = field(default=0, init=False)
    changed: int = field(default=0, init=False)
    risky: int = field(default=0, init=False)

    def work(
        self, stdin_filename: str | None, *, silencing: bool
    ) -> Work[Resolved, FileResult | FileError]:
        """Return work that fixes an input: what is shown then, and what kept it from being fixed.

        Args:
            stdin_filename: what to call standard input, or None.
            silencing: whether what drafts and configurations allow is left as it is.
        """

        def mend(path: str, resolved: Resolved) -> tuple[FileResult | FileError, ...]:
            look = self._looking(resolved, silencing=silencing)
            return self._mend(path, stdin_filename, look)

        return mend

    def leave(self, path: str) -> None:
        """Leave an input as it is; what came by standard input is passed on, if anything did."""
        if path == STANDARD_INPUT and not self.diff:
            with suppress(UnreadableError):
                write_bytes(read_bytes(path, None)[0])

    def report(self, files: Sequence[str]) -> Callable[[str], None]:
        """Return where the report goes: a diff or a fixed text has standard output to itself."""
        if self.diff:
            return lambda _text: None
        return write_aside if STANDARD_INPUT in files else write

    def close(self, totals: Totals, say: Callable[[str], None]) -> None:
        """Say how much was fixed."""
        where = f"in {counted(self.changed, 'file')}"
        # A diff has no report and so no totals of what is left.
        risky = self.risky if self.diff else totals.fixable[Safety.UNSAFE]
        # What is left where these were asked for was refused, with a sentence of its own.
        more = f" ({risky} more with --unsafe-fixes)" if risky and not self.unsafe else ""
        if self.diff:
            found = counted(self.fixed, "finding")
            done = f"would fix {found} {where}" if self.fixed else "nothing would be fixed"
            warn(done + more)
        elif all_findings := self.fixed + totals.severities.total():
            words = counted(all_findings, "finding")
            done = f"fixed {self.fixed} of {words} {where}" if self.fixed else "nothing was fixed"
            say(f"{done}{more}\n")

    def fails(self, failing: bool) -> bool:  # noqa: FBT001 -- a fact, not a switch
        """Whether the run ends with findings; a diff that shows something is one."""
        return self.changed > 0 if self.diff else failing

    def _looking(self, resolved: Resolved, *, silencing: bool) -> Lint:
        """Return what finds the faults of one draft that are shown, before and after fixes."""
        before: FileResult | None = None

        def look(source: Source) -> FileResult:
            nonlocal before
            result = self.baselines.compare(lint(source, resolved, silencing=silencing), resolved)
            if before is None:
                before = result
                return result
            return carry_over(result, before)

        return look

    def _mend(
        self, path: str, stdin_filename: str | None, lint: Lint
    ) -> tuple[FileResult | FileError, ...]:
        data, name = read_bytes(path, stdin_filename)
        passed_on = path == STANDARD_INPUT and not self.diff
        try:
            fixed = fix_source(Source(decode(data, name), name), lint, unsafe=self.unsafe)
        except Exception:
            if passed_on:
                write_bytes(data)
            raise
        for refusal in fixed.refused:
            warn(_sentence(name, refusal.finding.rule, refusal.finding.address, refusal.reason))
        if self.diff:
            self._count(fixed)
            shown = style() if on_terminal() or style().colour else None
            before, after = fixed.before.source.text, fixed.result.source.text
            write(unified_diff(before, after, name, shown))
            return ()
        new = encode(fixed.result.source.text, data)
        if passed_on:
            write_bytes(new)
        elif fixed.changed:
            try:
                write_whole(path, new, over=data)
            except UnwritableError as error:
                return FileError(error.path, error.message, "not written"), fixed.before
        self._count(fixed)
        if number := _carried(fixed):
            findings = counted(number, "finding")
            warn(
                f"{name}: a fix changed the sentence of {findings} in the baseline: "
                'record anew with "mandatelint baseline write"'
            )
        return (fixed.result,)

    def _count(self, fixed: Fixed) -> None:
        self.fixed += len(fixed.applied)
        self.changed += fixed.changed
        self.risky += sum(
            finding.fix is not None and finding.fix.safety is Safety.UNSAFE
            for finding in fixed.result.findings
        )


def _carried(fixed: Fixed) -> int:
    """Return how many findings are still known although a fix changed their sentence."""
    known = {finding.fingerprint for finding in fixed.before.baselined}
    return sum(finding.fingerprint not in known for finding in fixed.result.baselined)


def _sentence(path: str, rule: str, address: str | None, reason: str) -> str:
    where = f" in {address}" if address else ""
    return f"{path}: {rule}{where} was not fixed: {reason}"
