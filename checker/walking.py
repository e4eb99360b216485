"""Walking a folder for drafts.

It is walked for ``.md``, ``.markdown`` and ``.txt``. What ``.gitignore`` leaves out is passed over,
hidden files and folders too, and linked folders are not followed; so is what the caller excludes.
"""

import errno
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.reader import DOCUMENTS, save_as_text
from checker.reasons import reason_of
from checker.records import Record

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

ENDINGS = (".md", ".markdown", ".txt")

_ONLY_PAGES = "in this folder are pages of rules, and no drafts to check"
_ONLY_REPORTS = "no drafts in this folder, only reports that are written anew"

Excludes = Callable[[str, bool], bool]
"""Whether a path is left out; the second argument says whether it is a folder."""

Pages = Callable[[str], bool]
"""Whether a file is a page of rules, and so no draft."""


class Fault(Record):
    """A folder that gave nothing: its path and a sentence that says why."""

    path: str
    message: str


class Walked(Record):
    """What a folder gave.

    Attributes:
        files: its drafts, sorted.
        faults: folders that must not be looked into, or the folder itself, if it gave nothing.
        left_out: the folder, if every draft is left out of it, as somebody has decided.
    """

    files: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    left_out: tuple[Fault, ...] = ()


def walk(
    folder: str, excludes: Excludes | None, pages: Pages | None, reports: Collection[str]
) -> Walked:
    """Return the drafts of a folder.

    Args:
        folder: the folder.
        excludes: says what is left out; None: nothing.
        pages: says which files are pages of rules, which no draft is; None: none.
        reports: files that are no drafts, wherever they stand.
    """
    path = Path(folder)
    walk = _Walk(excludes, pages, frozenset(map(os.path.realpath, reports)))
    closed: list[Fault] = []
    found = list(walk.below(path, closed))
    files = tuple([str(file) for file in found if _is_text(file)])
    if files or closed:
        return Walked(files, tuple(closed))
    if walk.replaced(pages=None).has_drafts(path):
        return Walked((), left_out=(Fault(folder, _ONLY_PAGES),))
    if by := walk.left_out_by(path):
        left_out = Fault(folder, f"every draft in this folder is left out by {by}")
        return Walked((), left_out=(left_out,))
    others = walk.replaced(reports=frozenset()).has_drafts(path)
    documents = [file.name for file in found]
    return Walked((), (Fault(folder, _ONLY_REPORTS if others else _no_drafts(documents)),))


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


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS


class _Ignored(Record):
    """The patterns of one ``.gitignore``, which hold below its folder."""

    folder: Path
    patterns: "GitIgnoreSpec"

    def verdict(self, path: Path, *, folder: bool) -> bool | None:
        """Return whether a path is left out, or None where no pattern speaks of it."""
        name = path.relative_to(self.folder).as_posix()
        return self.patterns.check_file(f"{name}/" if folder else name).include


class _Folder(Record):
    """A folder that is still to be walked.

    Attributes:
        shown: its path as named.
        real: where it is.
        ignored: the patterns of the folders above it.
    """

    shown: Path
    real: Path
    ignored: tuple[_Ignored, ...]


class _Walk(Record):
    """How folders are walked.

    Attributes:
        excludes: says what is left out, None for nothing.
        pages: says what is a page of rules, None where nothing is.
        reports: files that are no drafts, by where they lead.
        gitignore: whether what ``.gitignore`` names is left out.
    """

    excludes: Excludes | None
    pages: Pages | None
    reports: frozenset[str]
    gitignore: bool = True

    def below(self, path: Path, faults: list[Fault]) -> Iterator[Path]:
        """Yield the drafts of a folder, and the documents that have to be saved as text first."""
        folder = Path(os.path.realpath(path))
        above = _outer_patterns(folder) if self.gitignore else ()
        # Folders may be deeper in each other than functions.
        waiting: list[Path | _Folder] = [_Folder(path, folder, above)]
        while waiting:
            first = waiting.pop()
            if isinstance(first, Path):
                yield first
            else:
                waiting += reversed([*self._inside(first, faults)])

    def left_out_by(self, path: Path) -> str:
        """Return what leaves out every draft of a folder; "" where there are none at all."""
        without = {
            ".gitignore": self.replaced(gitignore=False),
            '"exclude" in the configuration': self.replaced(excludes=None),
        }
        found = [name for name, walk in without.items() if walk.has_drafts(path)]
        if not found and self.replaced(excludes=None, gitignore=False).has_drafts(path):
            found = list(without)
        return " and ".join(found)

    def has_drafts(self, path: Path) -> bool:
        """Whether there is any draft in a folder."""
        return any(map(_is_text, self.below(path, [])))

    def _inside(self, folder: _Folder, faults: list[Fault]) -> Iterator[Path | _Folder]:
        """Yield what of the entries of a folder is to be yielded or walked, in order."""
        try:
            with os.scandir(folder.real) as found:
                entries = sorted(found, key=lambda entry: entry.name)
            are_folders = [entry.is_dir(follow_symlinks=False) for entry in entries]
        except OSError as error:
            faults.append(Fault(str(folder.shown), reason_of(error, "look into")))
            return
        ignored = (*folder.ignored, *_patterns(folder.real)) if self.gitignore else ()
        for entry, is_folder in zip(entries, are_folders, strict=True):
            if entry.name.startswith("."):
                continue
            path, name = folder.real / entry.name, folder.shown / entry.name
            if is_folder:
                if not _left_out(path, ignored, folder=True) and not self._excluded(name, True):  # noqa: FBT003 -- a fact, not a switch
                    yield _Folder(name, path, ignored)
                continue
            is_document = path.suffix.lower() in DOCUMENTS
            if not (is_document or _is_text(path)) or not _may_be_file(entry):
                continue
            if _left_out(path, ignored, folder=False) or self._is_report(path):
                continue
            # Whether the caller excludes a document is not asked: it is not read in any case.
            if is_document or not self._leaves_out(name):
                yield name

    def _leaves_out(self, path: Path) -> bool:
        """Whether a file is excluded, or a page of rules."""
        return self._excluded(path, False) or (self.pages is not None and self.pages(str(path)))  # noqa: FBT003 -- as above

    def _excluded(self, path: Path, is_folder: bool) -> bool:  # noqa: FBT001 -- as above
        return self.excludes is not None and self.excludes(str(path), is_folder)

    def _is_report(self, path: Path) -> bool:
        return bool(self.reports) and os.path.realpath(path) in self.reports


def _may_be_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file, or may be one: reading it says then why it cannot be read."""
    try:
        return entry.is_file()
    except OSError as error:
        # A link that leads nowhere is no file.
        return error.errno not in {errno.ELOOP, errno.ENOTDIR}


def _outer_patterns(folder: Path) -> tuple[_Ignored, ...]:
    """Return the patterns above a folder, up to the root of its repository.

    They do not count for a folder that they leave out as a whole: it was named on purpose.
    """
    if os.path.exists(folder / ".git"):
        return ()
    above: list[Path] = []
    for parent in folder.parents:
        above.insert(0, parent)
        if os.path.exists(parent / ".git"):
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
