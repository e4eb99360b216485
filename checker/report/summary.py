"""The last line of a report: files, findings, and what was passed over."""

from collections import Counter

from checker.evidence import Safety
from checker.findings import Severity
from checker.report.style import Style
from checker.report.words import counted, none_found
from checker.totals import Totals


def summary(totals: Totals, style: Style) -> str:
    """Return the sums of a run in one line."""
    if not totals.files:
        found = "nothing was checked"
    elif totals.severities:
        found = ", ".join(_of(severity, totals, style) for severity in Severity)
    else:
        found = none_found(silenced=totals.suppressed, baselined=totals.baselined)
    further: list[str] = []
    further.extend(_fixable(totals))
    if totals.suppressed:
        further.append(f"{totals.suppressed} silenced")
    if totals.baselined:
        further.append(f"{totals.baselined} in the baseline")
    if totals.gone:
        further.append(f"{totals.gone} in the baseline no more")
    if totals.no_drafts:
        further.append(counted(totals.no_drafts, "is no draft", "are no drafts"))
    errors = Counter(error.what for error in totals.errors)
    further.extend(f"{number} {what}" for what, number in errors.items())
    return "; ".join([f"{counted(totals.files, 'file')}: {found}", *further])


def unread(totals: Totals) -> bool:
    """Whether nothing could be read, which is told elsewhere and needs no sums."""
    return not totals.files and bool(totals.errors)


def _fixable(totals: Totals) -> list[str]:
    """Say how many findings can be fixed, and with which options."""
    safe, unsafe = (totals.fixable[safety] for safety in (Safety.SAFE, Safety.UNSAFE))
    if safe:
        more = f" ({unsafe} more with --unsafe-fixes)" if unsafe else ""
        return [f"{safe} fixable with --fix{more}"]
    return [f"{unsafe} fixable with --fix --unsafe-fixes"] if unsafe else []


def _of(severity: Severity, totals: Totals, style: Style) -> str:
    number = totals.severities[severity]
    words = counted(number, severity.value)
    return style.grave(words, severity) if number else words
