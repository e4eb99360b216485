"""The run behind ``mandatelint init``: what is written, and what is left as it is."""

import os
from contextlib import suppress
from pathlib import Path

import click

from checker.cli.baselines import Baselines
from checker.cli.baselining import Change, update_baselines
from checker.cli.configuring import BrokenConfiguration
from checker.cli.inputs import inputs
from checker.cli.program import Status
from checker.cli.terminal import say, warn
from checker.config import Asked, ConfigurationError, Configurations
from checker.config.files import FILES, Nearest, configuration_in
from checker.reasons import reason_of
from checker.report.columns import visible
from checker.report.paths import from_here
from checker.writing import UnwritableError, WholeFile

_HOOKS = ".pre-commit-config.yaml"

CONFIGURATION = """\
# The configuration of mandatelint, for the drafts in this folder and below.
# What is commented out shows how it is written; "mandatelint config show PATH" tells what holds.

# The kind of text; detected if not given.
# profile = "security-council/mandate"

# "negotiation" or "final". In negotiation, gaps and what is still open are only info; detected if
# not given.
# stage = "negotiation"

# The day of the drafts, where their headers do not give it.
# date = 2026-06-18

# Add the rules that matter to some drafters only.
# pedantic = true

# Run only these rules or families, or leave some out. "mandatelint rules" lists them.
# select = ["cross-references", "dates"]
# ignore = ["unused-acronym"]

# The least severity that makes the exit status 1, and so stops a commit.
# fail-on = "warning"

# Acronyms and names that every reader knows: they need no introduction.
# accept = ["UNSMTA", "AU"]

# Drafts and folders to leave out, written as in .gitignore.
# exclude = ["archive/", "*-old.md"]

# Folders with rule pages of your own.
# rule-pages = ["office-rules"]

# The file with the findings of today, which are not shown again.
# baseline = "mandatelint-baseline.json"

# How grave the findings of a rule or a family are: "error", "warning", "info" or "off".
# [severity]
# undefined-acronym = "error"
# consistency = "off"

# Options of a rule, which "mandatelint explain RULE" lists under "Settings".
# [rules.missing-reporting-request]
# phrases = ["requests ... to {report|brief}"]

# Other settings for some of the drafts; the last one that fits wins.
# [[overrides]]
# paths = ["negotiation/"]
# stage = "negotiation"

# A finding that is right as it is, with the reason. The words tell which one it is: numbers move.
# The path is for where not every draft is meant, the address only for people.
# [[silence]]
# rule = "undefined-acronym"
# quote = "the JCC shall meet every month"
# reason = "the annex introduces it"
# path = "drafts/renewal.md"
# address = "OP 3"
"""

HOOK = """\
  - repo: local
    hooks:
      - id: mandatelint
        name: mandatelint
        entry: mandatelint check --force-exclude
        language: system
        types_or: [markdown, plain-text]
        require_serial: true
"""


def start(folder: Path) -> Status:
    """Write the files to begin with, and say what was written.

    Raises:
        click.ClickException: the configuration cannot be written, or the one that is there is
            broken.
    """
    if not folder.is_dir():
        message = f"{folder}: no such folder"
        raise click.ClickException(message)
    _configure(folder)
    return max(_hook(folder), _record(folder))


def _configure(folder: Path) -> None:
    if (found := configuration_in(str(folder))) is not None:
        try:
            Configurations().resolve(str(folder / "-"))
        except ConfigurationError as error:
            raise BrokenConfiguration(error) from error
        say(f"{_named(found)} is there already: left as it is")
        return
    above = Nearest().above(str(folder))
    try:
        _write(folder / FILES[0], CONFIGURATION)
    except UnwritableError as error:
        raise click.ClickException(str(error)) from error
    say(f"{_named(folder / FILES[0])} written: it explains every key")
    if above is not None:
        say(
            f"{_named(above)} holds for the drafts in {_named(folder)} no longer, as only the "
            "nearest configuration counts: copy what is to stay"
        )


def _hook(folder: Path) -> Status:
    """Add the hook to the repository of a folder; without it, the rest goes on."""
    repository = next(
        (each for each in (folder, *folder.absolute().parents) if os.path.exists(each / ".git")),
        None,
    )
    if repository is None:
        say("no hook written: this is no git repository")
        return Status.CLEAN
    path = repository / _HOOKS
    try:
        if path.exists():
            _leave_hooks(path)
        else:
            _write(path, f"repos:\n{HOOK}")
            say(f'{_named(path)} written: "pre-commit install" turns the hook on')
    except OSError as error:
        warn(f"{_named(path)}: no hook written: {reason_of(error, 'read')}")
        return Status.MISUSE
    except UnwritableError as error:
        warn(f"{_named(path)}: {error.message}")
        return Status.MISUSE
    return Status.CLEAN


def _leave_hooks(path: Path) -> None:
    if "mandatelint" in path.read_text("utf-8", errors="replace"):
        say(f'{_named(path)} is there already, with "mandatelint": left as it is')
    else:
        say(f'{_named(path)} is there already: put this under its "repos:"\n\n{HOOK}')


def _record(folder: Path) -> Status:
    """Record the findings of today, where there are drafts to have any and no baseline yet."""
    configurations = Configurations()
    files, _ = inputs([str(folder)], configurations)
    found: dict[str, None] = {}
    for path in (str(folder / "-"), *files):
        with suppress(ConfigurationError):
            found[Baselines().file(configurations.resolve(path))] = None
    kept = [file for file in found if os.path.lexists(file)]
    for file in kept:
        say(f"{_named(file)} is there already: left as it is")
    if not files:
        return Status.CLEAN
    return update_baselines([str(folder)], Asked(), given=None, kept=kept, told=_told)


def _told(file: str, change: Change) -> str:
    if not change.findings:
        return f"{_named(file)} written: nothing is found today, so nothing is recorded in it"
    shown, again = ("it is", "it") if change.findings == 1 else ("they are", "them")
    hidden = f"{shown} not shown again; --no-baseline shows {again}"
    return f"{change.recorded} in {_named(file)}: {hidden}"


def _named(path: str | Path) -> str:
    """Return a path as it is said: seen from the current folder, where it is in it."""
    return visible(from_here(str(path)))


def _write(path: Path, text: str) -> None:
    """Write a new file; one that another program has just made is not touched.

    Raises:
        UnwritableError: it cannot be written, or is there.
    """
    with WholeFile(path, new=True) as file:
        file.write(text.encode())
        file.finish()
