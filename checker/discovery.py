"""Finding the drafts among the files and folders that were named.

A folder is walked for ``.md``, ``.markdown`` and ``.txt``. What ``.gitignore`` leaves out is
passed over, hidden files and folders too, and linked folders are not followed; so is what the
caller excludes. A file that was named is always taken, unless the caller excludes that too.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.reader import DOCUMENTS, save_as_text
from checker.records import Record

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

ENDINGS = (".md", ".markdown", ".txt")

Excludes = Callable[[Path, bool], bool]
"""Whether a path is left out; the second argument says whether it is a folder."""


class Fault(Record):
    """A folder that gave nothing: its path and a sentence that says why."""

    path: str
    message: str


class Found(Record):
    """What was found: files in the order named, those of a folder sorted, each file once."""

    files: tuple[Path, ...]
    faults: tuple[Fault, ...]


class _Ignored(Record):
    """The patterns of one ``.gitignore``, which hold below its folder."""

    folder: Path
    patterns: "GitIgnoreSpec"

    def verdict(self, path: Path, *, folder: bool) -> bool | None:
        """Return whether a path is left out, or None where no pattern speaks of it."""
        name = path.relative_to(self.folder).as_posix()
        return self.patterns.check_file(f"{name}/" if folder else name).include


def find_drafts(
    paths: Iterable[Path], excludes: Excludes | None = None, *, also_named: bool = False
) -> Found:
    """Return the files to read; a missing path counts as a file, so that reading it says so.

    Args:
        paths: the files and folders that were named.
        excludes: says what is left out of the folders; None: nothing.
        also_named: whether the files that were named may be left out too.
    """
    files: dict[Path, Path] = {}
    faults: list[Fault] = []
    excluded = _Excluded(excludes)
    for path in paths:
        if not path.is_dir():
            if not (also_named and excluded(path, is_folder=False)):
                files.setdefault(_real(path), path)
            continue
        closed: list[Fault] = []
        before = excluded.times
        found = list(_walk(path, _real(path), _outer_patterns(_real(path)), closed, excluded))
        below = [file for file in found if file.suffix.lower() in ENDINGS]
        if not below and not closed and excluded.times == before:
            closed.append(Fault(str(path), _no_drafts([file.name for file in found])))
        faults.extend(closed)
        for file in below:
            files.setdefault(_real(file), file)
    return Found(tuple(files.values()), tuple(faults))


def _no_drafts(documents: Sequence[str]) -> str:
    """Return the sentence on a folder without drafts, where documents may be that could be some."""
    sentence = (
        f"no drafts in this folder: no file ends in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}"
    )
    if not documents:
        return sentence
    others = len(documents) - 1
    if not others:
        return f"{sentence}; {save_as_text(documents[0])}"
    more = f"{documents[0]} and {others} more"
    return f"{sentence}; {save_as_text(more, 'them')}"


class _Excluded:
    """Asks whether a path is left out, and counts how often it was."""

    def __init__(self, excludes: Excludes | None) -> None:
        self.times = 0
        self._excludes = excludes

    def __call__(self, path: Path, *, is_folder: bool) -> bool:
        excluded = self._excludes is not None and self._excludes(path, is_folder)
        self.times += excluded
        return excluded


def _walk(
    shown: Path,
    folder: Path,
    above: tuple[_Ignored, ...],
    faults: list[Fault],
    excluded: _Excluded,
) -> Iterator[Path]:
    """Yield the drafts of a folder, and the documents that have to be saved as text first.

    ``shown`` is its path as named, ``folder`` the real one.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        faults.append(Fault(str(shown), "no permission to look into this folder"))
        return
    ignored = (*above, *_patterns(folder))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            left_out = _left_out(path, ignored, folder=True)
            if not left_out and not excluded(shown / entry.name, is_folder=True):
                yield from _walk(shown / entry.name, path, ignored, faults, excluded)
            continue
        ending = path.suffix.lower()
        # A link that leads nowhere is no file.
        if ending not in (*ENDINGS, *DOCUMENTS) or not path.is_file():
            continue
        left_out = _left_out(path, ignored, folder=False)
        # Whether the caller excludes a document is not asked: it is not read in any case.
        if not left_out and (
            ending in DOCUMENTS or not excluded(shown / entry.name, is_folder=False)
        ):
            yield shown / entry.name


def _real(path: Path) -> Path:
    """Return where a path leads; a link to itself leads nowhere and stays as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _outer_patterns(folder: Path) -> tuple[_Ignored, ...]:
    """Return the patterns above a folder, up to the root of its repository.

    They do not count for a folder that they leave out as a whole: it was named on purpose.
    """
    if (folder / ".git").exists():
        return ()
    above: list[Path] = []
    for parent in folder.parents:
        above.insert(0, parent)
        if (parent / ".git").exists():
            break
    else:
        return ()
    ignored = tuple(each for parent in above for each in _patterns(parent))
    return () if _left_out(folder, ignored, folder=True) else ignored


def _patterns(folder: Path) -> Iterator[_Ignored]:
    """Yield the patterns of the ``.gitignore`` of a folder, if it has a readable one."""
    try:
        text = (folder / ".gitignore").read_text("utf-8", errors="replace")
    except OSError:
        return
    yield _Ignored(folder, _spec(text.splitlines()))


def _spec(lines: Sequence[str]) -> "GitIgnoreSpec":
    """Return the patterns of some lines; as with git, a line that is no pattern fits nothing."""
    import re  # noqa: PLC0415 -- only where there is a .gitignore

    from pathspec import GitIgnoreSpec  # noqa: PLC0415 -- as above

    def is_refused(line: str) -> bool:
        try:
            GitIgnoreSpec.from_lines([line])
        except (ValueError, re.error):
            return True
        return False

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        return GitIgnoreSpec.from_lines([line for line in lines if not is_refused(line)])


def _left_out(path: Path, ignored: tuple[_Ignored, ...], *, folder: bool) -> bool:
    """Return whether a path is ignored: the innermost file that speaks of it decides."""
    for each in reversed(ignored):
        verdict = each.verdict(path, folder=folder)
        if verdict is not None:
            return verdict
    return False
