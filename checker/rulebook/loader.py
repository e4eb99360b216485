"""Loading the rule book: the pages that come with the program, and those of a house."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.cache.identity import program
from checker.cache.plugins import installed_plugins, plugins_identity
from checker.cache.store import digest, in_use, text_digest
from checker.rulebook.kept import rules_as_data, rules_from_data
from checker.rulebook.rule import Rule, RulebookError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path


class Rulebook:
    """All rules that a run knows.

    Attributes:
        rules: in order of family and name.
    """

    def __init__(self, rules: Iterable[Rule], identity: bytes | None = None) -> None:
        """Sort the rules and lay out their names.

        Args:
            rules: the rules.
            identity: a digest of all that they were made of, where it is known.
        """
        self.rules = tuple(sorted(rules, key=lambda rule: (rule.family, rule.name)))
        self._by_name = {rule.name: rule for rule in self.rules}
        self._identity = identity

    @property
    def families(self) -> tuple[str, ...]:
        """The families, in order."""
        return tuple(dict.fromkeys(rule.family for rule in self.rules))

    def get(self, name: str) -> Rule | None:
        """Return the rule of a name, or None."""
        return self._by_name.get(name)

    def nearest(self, name: str) -> str | None:
        """Return the rule or family whose name is nearest to a mistyped one, or None."""
        from checker.nearest import nearest  # noqa: PLC0415 -- only mistakes need it

        return nearest(name, [*self._by_name, *self.families])

    @property
    def identity(self) -> bytes:
        """A digest of the rules: rule books with the same one find the same in any draft.

        Raises:
            TypeError: options of a plug-in hold what has no digest.
        """
        if self._identity is None:
            self._identity = digest(rules_as_data(self.rules))
        return self._identity


def load_rulebook(folders: Iterable["str | Path"] = ()) -> Rulebook:
    """Load the built-in rules and those of house folders.

    A house page that has the name of a built-in rule takes its place; so does a page of a later
    folder. The pages are read once; their rules are kept in the store of this process.

    Raises:
        RulebookError: a page cannot be used, it names a rule that is not there, or a folder is not
            there or holds no page.
    """
    listed = list(folders)
    store = in_use()
    if store.folder is None:
        return Rulebook(_all_rules(listed))
    key = _key(listed)
    name = "\n".join(["rules", *map(str, listed)])
    content = store.get(name, key)
    if content is not None and (rules := rules_from_data(content)) is not None:
        return Rulebook(rules, key)
    rules = _all_rules(listed)
    if _key(listed) != key:
        # A page was changed while it was read.
        return Rulebook(rules)
    try:
        store.put(name, key, rules_as_data(rules))
    except TypeError:
        # Options of a plug-in may be of any class.
        return Rulebook(rules)
    return Rulebook(rules, key)


def _all_rules(folders: Iterable["str | Path"]) -> tuple[Rule, ...]:
    from importlib.resources import files  # noqa: PLC0415 -- a run with kept rules reads no page

    rules = {rule.name: rule for rule in _load(files("checker.rules"))}
    for folder in folders:
        rules.update((rule.name, rule) for rule in load_folder(folder))
    for rule in rules.values():
        for name in rule.unless:
            if name not in rules:
                from checker.nearest import did_you_mean  # noqa: PLC0415 -- only mistakes need it

                message = f'unless: there is no rule "{name}"{did_you_mean(name, rules)}'
                raise RulebookError(rule.path, None, message)
    return tuple(rules.values())


def _key(folders: Iterable["str | Path"]) -> bytes:
    """Return a digest of all that rules are made of: the program, plug-ins, and house pages.

    Raises:
        RulebookError: a house page or folder cannot be read.
    """
    parts = [program(), plugins_identity(installed_plugins())]
    for folder in folders:
        path = _folder(folder)
        parts.append(text_digest(str(folder), str(path.absolute())))
        for family, page in _pages(path):
            parts += [text_digest(family, str(page)), digest(_read(page).encode())]
    return digest(*parts)


def load_folder(folder: "str | Path") -> tuple[Rule, ...]:
    """Load the rules of one folder: its pages, and those of the families in it.

    Raises:
        RulebookError: a page cannot be used, or the folder is not there or holds no page.
    """
    rules = tuple(_load(_folder(folder)))
    if not rules:
        raise RulebookError(str(folder), None, "there is no rule page in this folder")
    return rules


def _folder(named: "str | Path") -> "Path":
    from pathlib import Path  # noqa: PLC0415 -- few runs have folders of their own

    return Path(named)


def _load(folder: "Traversable") -> Iterator[Rule]:
    # pydantic takes longer to import than a draft to check; only pages need it.
    from checker.rulebook.models import validate_page  # noqa: PLC0415

    found: dict[str, str] = {}
    for family, page in _pages(folder):
        name = page.name.removesuffix(".md")
        if name in found:
            raise RulebookError(str(page), None, f'there is a rule "{name}" already: {found[name]}')
        found[name] = str(page)
        yield validate_page(_read(page), str(page), family, name)


def _pages(folder: "Traversable") -> list[tuple[str, "Traversable"]]:
    """Return the pages of a folder with their families, sorted; a README is none.

    Raises:
        RulebookError: the folder is not there, or it or a folder in it cannot be looked into.
    """
    try:
        return list(_found(folder))
    except (FileNotFoundError, NotADirectoryError):
        raise RulebookError(str(folder), None, "there is no such folder of rule pages") from None
    except OSError as error:
        raise _unreadable(error.filename or folder, error) from None


def _found(folder: "Traversable") -> Iterator[tuple[str, "Traversable"]]:
    family = os.path.basename(os.path.realpath(str(folder)))
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if _is_page(entry):
            yield family, entry
        elif not entry.name.startswith((".", "_")) and entry.is_dir():
            pages = [page for page in entry.iterdir() if _is_page(page)]
            for page in sorted(pages, key=lambda page: page.name):
                yield entry.name, page


def _is_page(entry: "Traversable") -> bool:
    return entry.name.endswith(".md") and entry.name.lower() != "readme.md" and entry.is_file()


def _read(page: "Traversable") -> str:
    try:
        return page.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RulebookError(str(page), None, f"not UTF-8: offset {error.start}") from None
    except OSError as error:
        raise _unreadable(page, error) from None


def _unreadable(path: object, error: OSError) -> RulebookError:
    from checker.reasons import reason_of  # noqa: PLC0415 -- only mistakes need it

    return RulebookError(str(path), None, f"cannot be read: {reason_of(error, 'read')}")
