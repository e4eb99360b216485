"""Telling rule pages from drafts: the examples in a page would be taken for faulty drafts."""

import os
from collections.abc import Iterable

from checker.patterns import lazy

_ENDING = ".md"
_LIMIT = "+++"
_CHECK = lazy(r"(?m)^check[ \t]*=")


def is_rule_page(path: str, folders: Iterable[str]) -> bool:
    """Whether a file is a page of rules, by where it stands or by how it begins.

    Args:
        path: the file.
        folders: the folders of rule pages that are in use; what stands in them, or in a folder of
            them, is read as pages.
    """
    if not path.endswith(_ENDING):
        return False
    folder = os.path.dirname(os.path.abspath(path))
    around = {folder, os.path.dirname(folder)}
    return any(os.path.abspath(each) in around for each in folders) or _begins_as_page(path)


def _begins_as_page(path: str) -> bool:
    """Whether a file begins with front matter that names a check; other tools have some too."""
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            if file.readline().rstrip() != _LIMIT:
                return False
            front = file.read().partition(f"\n{_LIMIT}")[0]
    except OSError:
        return False
    return _CHECK.search(front) is not None
