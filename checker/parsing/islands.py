"""Islands: the stretches of prose that the mention grammar reads.

An island begins where a scan found one of its words and ends at the first word that its grammar
cannot take. What was complete before that word is the mention; if nothing was, the words are plain
text and no error. At each place only those words are tried that the grammar can take there and that
may begin with the character that stands there.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from checker.parsing.driver import Parse, Tree
from checker.parsing.grammars import mention_tables
from checker.parsing.tables import END
from checker.records import Record

if TYPE_CHECKING:
    import re

# No mention is longer: a list of a hundred resolutions fits. It keeps one endless line linear.
_LONGEST = 4000
# Stands for any character beyond ASCII.
_WIDE = "\x80"
_Matcher = Callable[[str, int, int], "re.Match[str] | None"]


class Word(Record):
    """A word of a mention: its name in the grammar, its text, and where it stands as read."""

    kind: str
    text: str
    start: int
    end: int


class Island(Record):
    """A parsed mention: its tree, and the offsets as read of its first and after its last word."""

    tree: Tree[Word]
    start: int
    end: int


def words(tree: Tree[Word], kind: str) -> list[Word]:
    """Return the words of a tree that a terminal of the grammar matched."""
    return [child for child in tree.children if isinstance(child, Word) and child.kind == kind]


def all_words(tree: Tree[Word]) -> list[Word]:
    """Return every word of a tree, in reading order."""
    found: list[Word] = []
    for child in tree.children:
        if isinstance(child, Word):
            found.append(child)
        else:
            found += all_words(child)
    return found


def read_island(text: str, start: int, kind: str) -> Island | None:
    """Read the longest mention of a kind that begins at an offset, or None if there is none."""
    tables = mention_tables()
    actions = tables.actions
    parse: Parse[Word] = Parse(tables, kind)
    states = parse.states
    taken: list[Word] = []
    complete = 0
    refused = False
    place = start
    limit = min(len(text), start + _LONGEST)
    while place < limit:
        found = None
        for word_kind, match in _choice(states[-1], min(text[place], _WIDE)):
            if found := match(text, place, limit):
                # One that means nothing has no kind.
                if word_kind:
                    word = Word(word_kind, found.group(), place, found.end())
                    refused = not parse.feed(word_kind, word)
                    taken.append(word)
                break
        if found is None or refused:
            break
        if END in actions[states[-1]]:
            complete = len(taken)
        place = found.end()
    if not complete:
        return None
    if complete < len(taken):
        # A word that was refused may have closed rules before it was.
        parse = _read_again(taken[:complete], kind)
    return Island(parse.finish(), start, taken[complete - 1].end)


def _read_again(taken: Sequence[Word], kind: str) -> Parse[Word]:
    """Read only the words that made a complete mention."""
    parse: Parse[Word] = Parse(mention_tables(), kind)
    for word in taken:
        parse.feed(word.kind, word)
    return parse


@cache
def _choice(state: int, character: str) -> tuple[tuple[str, _Matcher], ...]:
    """Return the words to try in a state at a character; those that mean nothing have no kind."""
    tables = mention_tables()
    named = ((name, tables.terminals[name]) for name in tables.choices[tables.choice[state]])
    return tuple(
        ("" if name in tables.ignored else name, word.compiled.match)
        for name, word in named
        if word.may_begin(character)
    )
