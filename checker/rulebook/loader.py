"""Loading the rule book: the pages that come with the program, and those of a house."""

import importlib.resources
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from checker.nearest import did_you_mean, nearest
from checker.rulebook.errors import RulebookError
from checker.rulebook.rule import Rule


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules that a run knows.

    Attributes:
        rules: in order of family and name.
    """

    rules: tuple[Rule, ...]
    _by_name: dict[str, Rule] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the rules and lay out their names."""
        ordered = tuple(sorted(self.rules, key=lambda rule: (rule.family, rule.name)))
        object.__setattr__(self, "rules", ordered)
        object.__setattr__(self, "_by_name", {rule.name: rule for rule in ordered})

    @property
    def families(self) -> tuple[str, ...]:
        """The families, in order."""
        return tuple(dict.fromkeys(rule.family for rule in self.rules))

    def get(self, name: str) -> Rule | None:
        """Return the rule of a name, or None."""
        return self._by_name.get(name)

    def nearest(self, name: str) -> str | None:
        """Return the rule or family whose name is nearest to a mistyped one, or None."""
        return nearest(name, [*self._by_name, *self.families])


def load_rulebook(folders: Iterable[str | Path] = ()) -> Rulebook:
    """Load the built-in rules and those of house folders.

    A house page that has the name of a built-in rule takes its place; so does a page of a later
    folder.

    Raises:
        RulebookError: a page cannot be used, it names a rule that is not there, or a folder is not
            there or holds no page.
    """
    rules = {rule.name: rule for rule in _load(importlib.resources.files("checker.rules"))}
    for folder in folders:
        rules.update((rule.name, rule) for rule in load_folder(folder))
    for rule in rules.values():
        for name in rule.unless:
            if name not in rules:
                message = f'unless: there is no rule "{name}"{did_you_mean(name, rules)}'
                raise RulebookError(rule.path, None, message)
    return Rulebook(tuple(rules.values()))


def load_folder(folder: str | Path) -> tuple[Rule, ...]:
    """Load the rules of one folder: its pages, and those of the families in it.

    Raises:
        RulebookError: a page cannot be used, or the folder is not there or holds no page.
    """
    path = Path(folder)
    if not path.is_dir():
        raise RulebookError(str(folder), None, "there is no such folder of rule pages")
    rules = tuple(_load(path))
    if not rules:
        raise RulebookError(str(folder), None, "there is no rule page in this folder")
    return rules


def _load(folder: Traversable) -> Iterator[Rule]:
    # pydantic takes longer to import than a draft to check; only pages need it.
    from checker.rulebook.models import validate_page  # noqa: PLC0415

    found: dict[str, str] = {}
    for family, page in _pages(folder):
        name = page.name.removesuffix(".md")
        if name in found:
            raise RulebookError(str(page), None, f'there is a rule "{name}" already: {found[name]}')
        found[name] = str(page)
        yield validate_page(_read(page), str(page), family, name)


def _pages(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    """Yield the pages of a folder with their families, sorted; a README is none."""
    family = Path(str(folder)).resolve().name
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if _is_page(entry):
            yield family, entry
        elif entry.is_dir() and not entry.name.startswith((".", "_")):
            pages = [page for page in entry.iterdir() if _is_page(page)]
            for page in sorted(pages, key=lambda page: page.name):
                yield entry.name, page


def _is_page(entry: Traversable) -> bool:
    return entry.is_file() and entry.name.endswith(".md") and entry.name.lower() != "readme.md"


def _read(page: Traversable) -> str:
    try:
        return page.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RulebookError(str(page), None, f"not UTF-8: offset {error.start}") from None
    except OSError as error:
        raise RulebookError(str(page), None, f"cannot be read: {error.strerror}") from None
