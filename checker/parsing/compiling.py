"""Grammars compiled with Lark, which is the authority over what they mean."""

from collections.abc import Iterator, Sequence
from typing import Any

from lark import Lark, Token
from lark.lexer import Lexer, LexerState

from checker.parsing.beginnings import beginnings
from checker.parsing.tables import Rule, Tables, Terminal


class _NoLexer(Lexer):
    """Stands for a lexer where a parser is fed with words made elsewhere."""

    __future_interface__ = 2  # the only interface that Lark does not wrap

    def __init__(self, lexer_conf: object) -> None:
        """Take the configuration that Lark offers."""

    def lex(self, lexer_state: LexerState, parser_state: object) -> Iterator[Token]:
        """Find no word."""
        del lexer_state, parser_state
        return iter(())


def compile_grammar(text: str, starts: Sequence[str], *, fed: bool = False) -> Tables:
    """Compile a grammar in Lark's notation.

    Args:
        text: the grammar.
        starts: the names that can be parsed.
        fed: whether words are made elsewhere; else they are found in a text, and the tables say
            which ones can stand in each place.

    Raises:
        lark.exceptions.LarkError: the grammar has a fault, or is not LALR(1).
        ValueError: which of two words a text is depends on more than their order: a fixed word
            fits the pattern of another one, and neither has a priority.
    """
    lark = Lark(
        text,
        parser="lalr",
        lexer=_NoLexer if fed else "contextual",
        start=list(starts),
        maybe_placeholders=False,
    )
    table = lark.parser.parser.parser.parse_table
    rules = {rule: number for number, rule in enumerate(lark.rules)}
    states = [table.states[state] for state in range(len(table.states))]
    choices, choice = ((), ()) if fed else _choices(lark, len(states))
    return Tables(
        {word.name: _terminal(word.pattern.to_regexp()) for word in lark.terminals},
        tuple(_rule(rule) for rule in lark.rules),
        tuple(
            {symbol: _action(action[1], rules) for symbol, action in state.items()}
            for state in states
        ),
        dict(table.start_states),
        dict(table.end_states),
        tuple(lark.ignore_tokens),
        choices,
        choice,
    )


def _terminal(pattern: str) -> Terminal:
    found = beginnings(pattern)
    return Terminal(pattern) if found is None else Terminal(pattern, *found)


def _action(argument: Any, rules: dict[Any, int]) -> int:  # noqa: ANN401 -- Lark's
    return argument if isinstance(argument, int) else ~rules[argument]


def _rule(rule: Any) -> Rule:  # noqa: ANN401 -- Lark does not export its class
    """Shape the children as Lark does: words named "_..." and fixed words are left out."""
    kept = tuple(
        (index, not symbol.is_term and symbol.name.startswith("_"))
        for index, symbol in enumerate(rule.expansion)
        if not (symbol.is_term and symbol.filter_out) or rule.options.keep_all_tokens
    )
    origin = str(rule.origin.name)
    size = len(rule.expansion)
    plain = len(kept) == size and not any(poured for _, poured in kept)
    name = rule.alias or ("" if origin.startswith("_") else origin)
    single = bool(rule.options.expand1 and not rule.alias)
    return origin, size, str(name), single, None if plain else kept


def _choices(lark: Lark, states: int) -> tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]:
    """Return the sets of words among which Lark's contextual lexer chooses, and those of states."""
    lexers = lark.parser.lexer.lexers
    numbers: dict[tuple[str, ...], int] = {}
    choice: list[int] = []
    for state in range(states):
        words = lexers[state].terminals
        _refuse_overlap(words)
        names = tuple(word.name for word in words)
        choice.append(numbers.setdefault(names, len(numbers)))
    return tuple(numbers), tuple(choice)


def _refuse_overlap(words: Sequence[Any]) -> None:
    """Refuse what Lark would settle after the match: the fixed word, if it is the whole match."""
    fixed = [word for word in words if word.pattern.type == "str"]
    for word in words:
        if word.pattern.type == "str":
            continue
        pattern = _terminal(word.pattern.to_regexp()).compiled
        for other in fixed:
            match = pattern.match(other.pattern.value)
            whole = match is not None and match.group() == other.pattern.value
            if whole and other.priority == word.priority:
                message = f"{other.name} fits {word.name}: give one of them a priority"
                raise ValueError(message)
