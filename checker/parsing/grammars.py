"""The grammars, loaded once: parsers and the patterns of their terminals."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import cast

from lark import Lark, Token
from lark.lexer import Lexer, LexerState


class TokenFeed(Lexer):
    """A lexer that hands on tokens made elsewhere: lines are told apart before parsing."""

    __future_interface__ = 2  # Lark then hands over its state, and with it the tokens

    def __init__(self, lexer_conf: object) -> None:
        """Take the configuration that Lark offers; a feed needs none."""

    def lex(self, lexer_state: LexerState, parser_state: object) -> Iterator[Token]:
        """Yield the tokens that were given as the text to parse."""
        del parser_state
        yield from cast("Iterable[Token]", lexer_state.text)


def _text(name: str) -> str:
    return files("checker.grammar").joinpath(name).read_text("utf-8")


@cache
def draft_parser() -> Lark:
    """Return the parser of nested blocks; its text is a sequence of tokens."""
    return Lark(
        _text("draft.lark"), parser="lalr", lexer=TokenFeed, start="draft", maybe_placeholders=False
    )


@cache
def mention_parser() -> Lark:
    """Return the parser of mentions; its starts are the kinds of mention."""
    return Lark(
        _text("mention.lark"),
        parser="lalr",
        start=["reference", "citation", "date", "introduction", "acronym"],
        maybe_placeholders=False,
    )


@cache
def mention_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern that ``mention.lark`` gives for a word or a name."""
    return terminal_pattern(mention_parser(), name)


@cache
def line_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern that ``draft.lark`` gives for a kind of line."""
    return terminal_pattern(draft_parser(), name)


def terminal_pattern(parser: Lark, name: str) -> re.Pattern[str]:
    """Return a terminal of a grammar as a compiled pattern."""
    return re.compile(parser.get_terminal(name).pattern.to_regexp())
