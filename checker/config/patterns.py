"""Patterns of paths, as in ``.gitignore``, from the folder of a configuration."""

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(patterns: Sequence[str], folder: str, path: str, *, is_folder: bool = False) -> bool:
    """Return whether a path fits one of the patterns; one that is not below the folder fits none.

    Args:
        patterns: as in ``.gitignore``; a later one with "!" takes back what an earlier one fits.
        folder: where they begin, absolute.
        path: the draft or folder.
        is_folder: whether it is a folder, which a pattern may ask for.
    """
    if not patterns:
        return False
    from pathlib import Path  # noqa: PLC0415 -- only where there are patterns

    # The path as it was named counts, not where a link leads.
    absolute = os.path.abspath(path)
    try:
        below = Path(absolute).relative_to(folder).as_posix()
    except ValueError:
        return False
    return _spec(tuple(patterns)).match_file(f"{below}/" if is_folder else below)


def pattern_fault(pattern: str) -> str | None:
    """Return what is wrong with a pattern as one sentence, or None."""
    import re  # noqa: PLC0415 -- as below

    from pathspec import GitIgnoreSpec  # noqa: PLC0415 -- as below

    try:
        fits_something = any(
            each.include is not None for each in GitIgnoreSpec.from_lines([pattern]).patterns
        )
    except (ValueError, re.error):
        fits_something = False
    return None if fits_something else f'"{pattern}" is no pattern as in .gitignore'


@cache
def _spec(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 -- only where there are patterns

    return GitIgnoreSpec.from_lines(patterns)
