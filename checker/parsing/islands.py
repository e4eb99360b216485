"""Islands: the stretches of prose that the mention grammar reads.

An island begins where a scan found one of its words and ends at the first token that its grammar
cannot take. What was complete before that token is the mention; if nothing was, the words are plain
text and no error. Islands are parsed as substrings, so that Lark counts no line of the text before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lark import Token, Tree
from lark.exceptions import UnexpectedInput
from lark.parsers.lalr_interactive_parser import InteractiveParser

from checker.parsing.grammars import mention_parser

# No mention is longer: a list of a hundred resolutions fits. It keeps one endless line linear.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Island:
    """A parsed mention: its tree, and the offsets as read of its first and after its last word."""

    tree: Tree[Token]
    start: int
    end: int

    def at(self, token: Token) -> tuple[int, int]:
        """Return where a token stands in the text as read."""
        begin = self.start + (token.start_pos or 0)
        return begin, begin + len(token)


def trees(tree: Tree[Token], name: str) -> list[Tree[Token]]:
    """Return the branches of a tree that a rule of the grammar made."""
    return [child for child in tree.children if isinstance(child, Tree) and child.data == name]


def tokens(tree: Tree[Token], name: str) -> list[Token]:
    """Return the words of a tree that a terminal of the grammar matched."""
    return [child for child in tree.children if isinstance(child, Token) and child.type == name]


def all_tokens(tree: Tree[Token]) -> list[Token]:
    """Return every word of a tree, in reading order."""
    return list(tree.scan_values(lambda value: isinstance(value, Token)))


def read_island(text: str, start: int, kind: str) -> Island | None:
    """Read the longest mention of a kind that begins at an offset, or None if there is none."""
    parser = mention_parser()
    reading = parser.parse_interactive(text[start : start + _LONGEST], start=kind)
    state = reading.parser_state
    states = state.parse_conf.parse_table.states
    taken: list[Token] = []
    complete = 0
    refused = False
    try:
        for token in reading.lexer_thread.lex(state):  # type: ignore[no-untyped-call]
            refused = True
            state.feed_token(token)
            refused = False
            taken.append(token)
            if "$END" in states[state.position]:
                complete = len(taken)
    except UnexpectedInput:
        pass
    if not complete:
        return None
    if complete < len(taken) or refused:
        # A token that was refused may have closed rules before it was.
        reading = _read_again(taken[:complete], kind)
    end = taken[complete - 1]
    tree = reading.feed_eof(end)  # type: ignore[no-untyped-call]
    return Island(tree, start, start + (end.start_pos or 0) + len(end))


def _read_again(tokens: Sequence[Token], kind: str) -> InteractiveParser:
    """Read only the tokens that made a complete mention."""
    reading = mention_parser().parse_interactive(start=kind)
    for token in tokens:
        reading.feed_token(token)
    return reading
