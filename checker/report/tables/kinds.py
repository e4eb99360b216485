"""The names of the tables, by which a person chooses among them."""

from enum import StrEnum


class Kind(StrEnum):
    """A table of the proofreading list."""

    REFERENCES = "references"
    DATES = "dates"
    ACRONYMS = "acronyms"
    CITATIONS = "citations"
