"""The proofreading list of a draft: its references, dates, acronyms and citations, as tables.

Useful with no finding at all. The rows hold what was understood, and no formatting.
"""

from checker.index import Index
from checker.tables.acronyms import acronym_rows
from checker.tables.citations import document_rows, resolution_rows
from checker.tables.dates import date_rows
from checker.tables.references import reference_rows
from checker.tables.rows import Tables

__all__ = ["Tables", "tables_of"]


def tables_of(index: Index) -> Tables:
    """Return the tables of a draft."""
    return Tables(
        references=tuple(reference_rows(index)),
        dates=tuple(date_rows(index)),
        acronyms=tuple(acronym_rows(index)),
        resolutions=tuple(resolution_rows(index)),
        documents=tuple(document_rows(index)),
    )
