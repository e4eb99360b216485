"""What a run is about: its drafts, and what holds for each of them."""

from collections.abc import Callable, Collection, Sequence

import click

from checker.cli.configuring import load_pages
from checker.cli.inputs import STANDARD_INPUT, draft_path, inputs, refuse_lonely_filename
from checker.config import Asked, ConfigurationError, Configurations, Resolved, UnknownRuleError
from checker.findings import FileError
from checker.records import Record
from checker.rulebook import Rulebook


class Run(Record):
    """The drafts of a run.

    Attributes:
        files: paths of drafts, "-" for standard input.
        faults: what was named and gave none.
        left_out: standard input, where it was named and the configuration leaves it out.
        rules: all rules that any of the drafts may be checked by.
        resolve: tells what holds for a draft; raises ConfigurationError where its configuration
            cannot be used.
    """

    files: Sequence[str]
    faults: Sequence[FileError]
    left_out: Sequence[str]
    rules: Rulebook
    resolve: Callable[[str], Resolved]

    @property
    def alone(self) -> bool:
        """Whether one draft and nothing else was named."""
        return len(self.files) == 1 and not self.faults


def prepare(
    paths: Sequence[str],
    asked: Asked,
    *,
    stdin_filename: str | None = None,
    force_exclude: bool = False,
    reports: Collection[str] = (),
) -> Run:
    """Find the drafts of a run and what holds for them.

    Args:
        paths: files, folders, "-" for standard input.
        asked: what the command line asks for.
        stdin_filename: what to call standard input, or None.
        force_exclude: whether the configuration may leave out files that were named.
        reports: files that the run writes; in a folder they are no drafts.

    Raises:
        click.ClickException: rule pages that the command line names cannot be used.
        click.UsageError: a name is that of no rule and no family.
    """
    refuse_lonely_filename(paths, stdin_filename)
    configurations = Configurations(asked)
    load_pages(configurations)
    files, faults = inputs(
        paths,
        configurations,
        stdin_filename=stdin_filename,
        force_exclude=force_exclude,
        reports=reports,
    )

    def resolve(path: str) -> Resolved:
        return configurations.resolve(draft_path(path, stdin_filename))

    found, complete = _rulebooks(files, resolve)
    books = [configurations.rulebook(), *found]
    if complete:
        _refuse_unknown_names(asked, books)
    left_out = sorted({STANDARD_INPUT} & set(paths) - set(files))
    return Run(files, faults, left_out, _all_rules(books), resolve)


def _rulebooks(
    files: Sequence[str], resolve: Callable[[str], Resolved]
) -> tuple[list[Rulebook], bool]:
    """Return each rule book of a run once, and whether these are all.

    Where a configuration is broken, its house pages are not known.
    """
    found: dict[int, Rulebook] = {}
    complete = True
    for path in files:
        try:
            rulebook = resolve(path).rulebook
        except ConfigurationError:
            complete = False
        else:
            found[id(rulebook)] = rulebook
    return list(found.values()), complete


def _refuse_unknown_names(asked: Asked, books: Sequence[Rulebook]) -> None:
    for name in (*(asked.layer.select or ()), *asked.layer.ignore):
        if not any(book.get(name) or name in book.families for book in books):
            meant = (book.nearest(name) for book in reversed(books))
            error = UnknownRuleError(name, next(filter(None, meant), None))
            raise click.UsageError(str(error))


def _all_rules(books: Sequence[Rulebook]) -> Rulebook:
    rules = {rule.name: rule for book in books for rule in book.rules}
    return books[0] if len(books) == 1 else Rulebook(tuple(rules.values()))
