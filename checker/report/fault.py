"""What is wrong with a configuration, with the line and a mark under the words."""

from checker.config import ConfigurationError, Fault
from checker.findings import Excerpt, FileError
from checker.report.columns import visible
from checker.report.frame import frame

_NARROWEST = 20


def fault_report(error: ConfigurationError, columns: int) -> str:
    """Return all faults of a configuration as they are shown on a terminal of some columns."""
    return "\n".join(_framed(error.path, fault, columns) for fault in error.faults)


def fault_entry(error: ConfigurationError) -> FileError:
    """Return the same as the entry of a report for machines: the drafts were not checked."""
    sentences = [
        f"line {fault.line}: {fault.message}" if fault.line else fault.message
        for fault in error.faults
    ]
    return FileError(error.path, "; ".join(sentences), "with a broken configuration")


def _framed(path: str, fault: Fault, columns: int) -> str:
    place = f"{path}:{fault.line}:{fault.start + 1}" if fault.line else path
    lines = [visible(f"{place}: {fault.message}")]
    if fault.text.strip():
        number = f" {fault.line} "
        edge = " " * len(number)
        lines.append(f"{edge}|")
        excerpt = Excerpt(fault.text, fault.start, fault.end)
        room = max(columns - len(edge) - 2, _NARROWEST)
        for at, (text, marks) in enumerate(frame(excerpt, room)):
            lines.append(f"{edge if at else number}| {text}".rstrip())
            if marks:
                lines.append(f"{edge}| {marks}")
    return "\n".join(lines)
