"""The kinds of accident, each with the rules that may report it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tests.seeded import (
    acronyms,
    citations,
    clauses,
    dates,
    leftovers,
    numbering,
    references,
    renumbering,
)
from tests.seeded.accident import Accident, Base


class Sort(StrEnum):
    """How far a machine can tell."""

    DECIDABLE = "what a machine can decide"
    CLAUSE = "clauses, deadlines, openings"
    RENUMBERED = "references that point at another paragraph"
    FURTHER = "further rules"


FLOORS = {Sort.DECIDABLE: 0.98, Sort.CLAUSE: 0.90, Sort.RENUMBERED: 0.60, Sort.FURTHER: 0.0}
"""The recall that each sort owes."""


@dataclass(frozen=True, slots=True)
class KindOfFault:
    """A kind of accident.

    Attributes:
        name: what happens, in a few words.
        sort: how far a machine can tell.
        rules: the rules of which any one may report it.
        owed: the rule that should, where none of the others does.
        accidents: yields every such accident that a text allows.
    """

    name: str
    sort: Sort
    rules: frozenset[str]
    owed: str
    accidents: Callable[[Base], Iterator[Accident]]


def _kind(
    name: str, sort: Sort, accidents: Callable[[Base], Iterator[Accident]], *rules: str
) -> KindOfFault:
    return KindOfFault(name, sort, frozenset(rules), rules[0], accidents)


_SHIFTED = ("mismatched-reference",)
_ASTRAY = ("dangling-reference", "wrong-direction", "self-reference", "mismatched-reference")
_NUMBERS = ("broken-numbering", "dangling-reference")
_D, _C, _R, _F = Sort.DECIDABLE, Sort.CLAUSE, Sort.RENUMBERED, Sort.FURTHER

KINDS: tuple[KindOfFault, ...] = (
    _kind("deleted, renumbered, reference astray", _D, renumbering.deleted_astray, *_ASTRAY),
    _kind("inserted, renumbered, reference astray", _D, renumbering.inserted_astray, *_ASTRAY),
    _kind("moved, renumbered, reference astray", _D, renumbering.moved_astray, *_ASTRAY),
    _kind("references swapped, one astray", _D, renumbering.swapped_astray, *_ASTRAY),
    _kind("deleted, renumbered", _R, renumbering.deleted_shifted, *_SHIFTED),
    _kind("inserted, renumbered", _R, renumbering.inserted_shifted, *_SHIFTED),
    _kind("moved, renumbered", _F, renumbering.moved_shifted, *_SHIFTED),
    _kind("references swapped", _F, renumbering.swapped_shifted, *_SHIFTED),
    _kind("direction flipped", _D, references.turned, "wrong-direction"),
    _kind("reference beyond the end", _D, references.beyond_the_end, "dangling-reference"),
    _kind("reference to a missing item", _D, references.missing_item, "dangling-reference"),
    _kind("range turned round", _D, references.range_turned_round, "unordered-range"),
    _kind("reference to itself", _D, references.itself, "self-reference", "wrong-direction"),
    _kind("deleted, not renumbered", _D, numbering.deleted, *_NUMBERS),
    _kind("inserted, not renumbered", _D, numbering.inserted, *_NUMBERS),
    _kind("moved, not renumbered", _D, numbering.moved, *_NUMBERS),
    _kind("number repeated", _D, numbering.repeated, *_NUMBERS),
    _kind("number skipped", _D, numbering.skipped, *_NUMBERS),
    _kind("item deleted", _D, numbering.item_deleted, "broken-item-sequence"),
    _kind("item letter repeated", _D, numbering.item_repeated, "broken-item-sequence"),
    _kind("item letter skipped", _D, numbering.item_skipped, "broken-item-sequence"),
    _kind(
        "introduction lost", _D, acronyms.introduction_lost, "undefined-acronym", "foreign-mission"
    ),
    _kind("introduced again", _D, acronyms.introduced_again, "redefined-acronym"),
    _kind("introduced in both parts", _D, acronyms.introduced_in_both_parts, "redefined-acronym"),
    _kind("introduced late", _D, acronyms.introduced_late, "acronym-before-definition"),
    _kind("two long forms", _F, acronyms.two_long_forms, "conflicting-acronym"),
    _kind("never used", _F, acronyms.never_used, "unused-acronym"),
    _kind("copied from another text", _D, acronyms.copied, "undefined-acronym", "foreign-mission"),
    _kind("UN", _F, acronyms.united_nations_abbreviated, "forbidden-abbreviation"),
    _kind("impossible date", _D, dates.impossible, "impossible-date"),
    _kind("wrong weekday", _D, dates.wrong_weekday, "weekday-mismatch"),
    _kind(
        "last year's mandate end",
        _C,
        dates.last_years_end,
        "past-deadline",
        "conflicting-mandate-end",
    ),
    _kind("last year's deadline", _C, dates.past_deadline, "past-deadline"),
    _kind("deadline after the mandate", _C, dates.deadline_after_the_end, "deadline-after-mandate"),
    _kind("two mandate ends", _C, dates.two_ends, "conflicting-mandate-end"),
    _kind("date and symbol of two years", _D, dates.symbol_of_another_year, "date-symbol-mismatch"),
    _kind("event to come", _F, dates.event_to_come, "future-event"),
    _kind("date in another form", _F, dates.other_format, "date-format"),
    _kind("mandate end lost", _C, dates.end_lost, "missing-mandate-end"),
    _kind(
        "wrong year beside the right one",
        _D,
        citations.wrong_year_beside_right,
        "conflicting-resolution-year",
    ),
    _kind("wrong year", _D, citations.wrong_year, "resolution-year-mismatch", "future-citation"),
    _kind("year lost", _D, citations.year_lost, "missing-resolution-year"),
    _kind(
        "year lost in one place", _D, citations.year_lost_beside_given, "missing-resolution-year"
    ),
    _kind(
        "resolution of a year to come",
        _D,
        citations.resolution_to_come,
        "resolution-year-mismatch",
        "future-citation",
    ),
    _kind("symbol of a year to come", _D, citations.symbol_to_come, "future-citation"),
    _kind("symbol damaged", _D, citations.symbol_damaged, "malformed-symbol"),
    _kind("symbol of another document", _F, citations.symbol_copied, "conflicting-citation"),
    _kind("Chapter VII lost", _C, clauses.chapter_vii_lost, "missing-chapter-vii"),
    _kind("Chapter VII moved", _C, clauses.chapter_vii_moved, "misplaced-chapter-vii"),
    _kind("determination lost", _C, clauses.determination_lost, "missing-determination"),
    _kind("seized clause lost", _C, clauses.seized_clause_lost, "missing-seized-clause"),
    _kind("seized clause moved", _C, clauses.seized_clause_moved, "misplaced-seized-clause"),
    _kind(
        "reporting request lost", _C, clauses.reporting_request_lost, "missing-reporting-request"
    ),
    _kind("organ lost", _C, clauses.organ_lost, "missing-organ"),
    _kind("preamble lost", _C, clauses.preamble_lost, "missing-preamble"),
    _kind("participle in the operative part", _C, clauses.operative_participle, "wrong-opening"),
    _kind("present tense in the preamble", _C, clauses.preambular_present, "wrong-opening"),
    _kind("opening verb cut", _C, clauses.opening_cut, "wrong-opening"),
    _kind("last full stop lost", _C, leftovers.last_full_stop_lost, "wrong-ending"),
    _kind("full stop inside", _C, leftovers.full_stop_inside, "wrong-ending"),
    _kind("comma for semicolon", _C, leftovers.comma_for_semicolon, "wrong-ending"),
    _kind("semicolon for comma", _C, leftovers.semicolon_for_comma, "wrong-ending"),
    _kind("date in brackets", _D, leftovers.brackets_left, "leftover-brackets"),
    _kind("phrase in brackets", _D, leftovers.phrase_in_brackets, "leftover-brackets"),
    _kind("bracket left open", _D, leftovers.bracket_open, "leftover-brackets"),
    _kind("placeholder", _D, leftovers.placeholder_left, "leftover-placeholder"),
    _kind("spelt in two ways", _F, leftovers.spelt_otherwise, "variant-spelling"),
    _kind("capitalized in two ways", _F, leftovers.capitalized_otherwise, "variant-capitalization"),
    _kind("hyphenated in two ways", _F, leftovers.hyphenated_otherwise, "variant-hyphenation"),
    _kind("letter damaged", _F, leftovers.letter_damaged, "damaged-text"),
)
