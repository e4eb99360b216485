"""Finding the drafts among the files and folders that were named.

A folder is walked, see :mod:`checker.walking`. A file that was named is always taken, unless the
caller excludes that too.
"""

import os
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from checker.records import Record

if TYPE_CHECKING:
    from checker.walking import Excludes, Fault, Pages


class Found(Record):
    """What was found.

    Attributes:
        files: the drafts in the order named, those of a folder sorted, each file once.
        faults: folders that gave nothing, or that must not be looked into.
        left_out: folders of which every draft is left out, as somebody has decided.
    """

    files: tuple[str, ...]
    faults: "tuple[Fault, ...]"
    left_out: "tuple[Fault, ...]" = ()


def find_drafts(
    paths: Iterable[str],
    excludes: "Excludes | None" = None,
    *,
    pages: "Pages | None" = None,
    also_named: bool = False,
    reports: Collection[str] = (),
) -> Found:
    """Return the files to read; a missing path counts as a file, so that reading it says so.

    Args:
        paths: the files and folders that were named.
        excludes: says what is left out of the folders; None: nothing.
        pages: says which files are pages of rules, which no draft is; None: none.
        also_named: whether the files that were named may be left out too.
        reports: files that are no drafts, wherever they stand in the folders.
    """
    files: dict[str, str] = {}
    faults: list[Fault] = []
    left_out: list[Fault] = []

    def is_left_out(file: str) -> bool:
        is_excluded = excludes is not None and excludes(file, False)  # noqa: FBT003 -- a fact, not a switch
        return is_excluded or (pages is not None and pages(file))

    for path in paths:
        if not os.path.isdir(path):
            if not (also_named and is_left_out(path)):
                files.setdefault(os.path.realpath(path), path)
            continue
        from checker.walking import walk  # noqa: PLC0415 -- a hook names files

        walked = walk(path, excludes, pages, reports)
        faults += walked.faults
        left_out += walked.left_out
        for file in walked.files:
            files.setdefault(os.path.realpath(file), file)
    return Found(tuple(files.values()), tuple(faults), tuple(left_out))
