"""The configurations of a run: which one holds for a draft, and what it comes to.

Each file is read once, and each combination of its overrides is put together once.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.config.configuration import Configuration, ConfigurationError, Fault, Layer
from checker.config.files import Nearest
from checker.config.resolving import (
    Fitting,
    OptionClashError,
    fail_on,
    fitting,
    settle,
    understanding,
)
from checker.config.settings import Settings
from checker.records import Record

if TYPE_CHECKING:
    from checker.rulebook import Rulebook


class Asked(Record):
    """What the command line asks for; it weighs more than any configuration.

    Attributes:
        layer: the settings.
        file: the only configuration to use, or None to find one for each draft.
        isolated: whether no configuration is used.
        folders: folders with house pages, besides those of the configuration.
    """

    layer: Layer = Layer()
    file: str | None = None
    isolated: bool = False
    folders: tuple[str, ...] = ()


class Resolved(Record):
    """What holds for a draft.

    Attributes:
        settings: what the engine is asked for.
        rulebook: the rules, with the severities and options that are set.
        fail_on: the least severity that makes the exit status 1.
        baseline: the file with recorded findings that the configuration names, or None.
        configuration: the configuration, or None where there is none.
    """

    settings: Settings
    rulebook: "Rulebook"
    fail_on: str
    baseline: str | None
    configuration: Configuration | None


class Configurations:
    """Answers what holds for a draft."""

    def __init__(self, asked: Asked | None = None) -> None:
        """Begin with nothing read."""
        self.asked = asked or Asked()
        self._nearest = Nearest()
        self._read: dict[str, Configuration | ConfigurationError] = {}
        self._rulebooks: dict[tuple[str, ...], Rulebook] = {}
        self._resolved: dict[tuple[str, tuple[int, ...], tuple[int, ...]], Resolved] = {}

    def rulebook(self, folders: Sequence[str] = ()) -> "Rulebook":
        """Return the rules with the house pages of some folders and of the command line.

        Raises:
            RulebookError: a page or folder cannot be used.
        """
        from checker.rulebook import load_rulebook  # noqa: PLC0415 -- this module stays light

        key = tuple(folders)
        if key not in self._rulebooks:
            self._rulebooks[key] = load_rulebook([*key, *self.asked.folders])
        return self._rulebooks[key]

    def of(self, draft: str) -> Configuration | None:
        """Return the configuration of a draft, None where there is none.

        Raises:
            ConfigurationError: it cannot be used.
        """
        if self.asked.isolated:
            return None
        file = self.asked.file or self._nearest.above(os.path.dirname(draft))
        return None if file is None else self._load(file)

    def of_folder(self, folder: str) -> Configuration | None:
        """Return the configuration of the drafts in a folder; otherwise as :meth:`of`."""
        return self.of(os.path.join(folder, "-"))

    def fitting(self, draft: str) -> Fitting:
        """Return what of its configuration is for a draft.

        Raises:
            ConfigurationError: it cannot be used.
        """
        return fitting(self.of(draft), draft)

    def understanding(self, draft: str) -> Settings:
        """Return how a draft is to be understood, without a word about the rules.

        Raises:
            ConfigurationError: its configuration cannot be used.
        """
        return understanding((*self.fitting(draft).layers(), self.asked.layer))

    def resolve(self, draft: str) -> Resolved:
        """Return what holds for a draft.

        Raises:
            ConfigurationError: its configuration cannot be used.
            RulebookError: a page or folder of the command line cannot be used.
        """
        fits = self.fitting(draft)
        path = "" if fits.configuration is None else fits.configuration.path
        key = (path, fits.overrides, fits.silences)
        if key not in self._resolved:
            self._resolved[key] = self._put_together(fits)
        return self._resolved[key]

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether a configuration leaves out a draft or folder; a broken one leaves out nothing."""
        found = self._of_or_none(path)
        if found is None or not found.exclude:
            return False
        from checker.config.patterns import matches  # noqa: PLC0415 -- few have patterns

        return matches(found.exclude, found.folder, path, is_folder=is_folder)

    def is_rule_page(self, path: str) -> bool:
        """Whether a file is no draft but a page of rules."""
        from checker.config.pages import is_rule_page  # noqa: PLC0415 -- only a folder asks

        configuration = self._of_or_none(path)
        folders = [*self.asked.folders]
        if configuration is not None:
            folders += configuration.page_folders()
        return is_rule_page(path, folders)

    def _of_or_none(self, path: str) -> Configuration | None:
        try:
            return self.of(path)
        except ConfigurationError:
            return None

    def _load(self, file: str) -> Configuration:
        if file not in self._read:
            from checker.config.kept import (  # noqa: PLC0415 -- only where there is a file
                kept_configuration,
            )

            try:
                self._read[file] = kept_configuration(file, self.rulebook)
            except ConfigurationError as error:
                self._read[file] = error
        found = self._read[file]
        if isinstance(found, ConfigurationError):
            raise found
        return found

    def _put_together(self, fits: Fitting) -> Resolved:
        configuration = fits.configuration
        layers = (*fits.layers(), self.asked.layer)
        pages: list[str] = []
        baseline = None
        if configuration is not None:
            pages = configuration.page_folders()
            if configuration.baseline:
                baseline = configuration.place_of(configuration.baseline)
        try:
            settings, rulebook = settle(layers, fits.silence_entries(), self.rulebook(pages))
        except OptionClashError as error:
            path = configuration.path if configuration is not None else ""
            raise ConfigurationError(path, (Fault(str(error)),)) from error
        return Resolved(settings, rulebook, fail_on(layers), baseline, configuration)
