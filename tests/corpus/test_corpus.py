"""What the parser must show on real texts; skipped where they are missing."""

import csv
from pathlib import Path

from checker.reader import read_draft
from tests.corpus.blockwise import decided_elsewhere
from tests.corpus.forms import FormDifference, compare_forms
from tests.corpus.profiles import misjudged, organs_and_dates, read_profiles
from tests.corpus.references import read_judged, understood_in
from tests.corpus.structure import compare_with_key, f_measure
from tests.corpus.texts import corpus_files, gapless, losses, mutilations

_KNOWN = Path(__file__).with_name("known_differences.tsv")


def known_differences() -> dict[str, str]:
    """Read which documents differ from the key, and which of the two is right."""
    with _KNOWN.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {row["document"]: row["which is right"] for row in rows}


def test_the_tree_is_the_one_that_the_key_gives(shared: Path) -> None:
    comparisons = compare_with_key(shared)
    assert sum(comparison.numbers for comparison in comparisons) >= 199
    known = known_differences()
    rightly_keyed = [c for c in comparisons if known.get(c.document) != "tree"]
    assert f_measure(rightly_keyed) >= 0.995
    assert {c.document for c in comparisons if c.missing or c.extra} == set(known)


def test_a_draft_is_understood_alike_in_both_forms(shared: Path) -> None:
    # A hyphenated word that the converter broke became a bullet, and one item lost its marker.
    assert compare_forms(shared) == [
        FormDifference(
            "S_2024_557", "addresses", ("Annex I, OP 3 (b)",), ("Annex I, OP 1 (b), dash 1",)
        )
    ]


def test_raw_text_of_pdf_files_keeps_its_numbers(shared: Path) -> None:
    assert gapless(shared) == []


def test_the_words_of_a_block_decide_its_mentions(shared: Path) -> None:
    assert decided_elsewhere(shared) == []


def test_no_character_of_a_real_text_is_lost(shared: Path) -> None:
    faults = {path.name: losses(read_draft(path).text) for path in corpus_files(shared)}
    assert {name: fault for name, fault in faults.items() if fault} == {}


def test_no_character_of_a_mutilated_text_is_lost(shared: Path) -> None:
    assert [fault for text in mutilations(shared, 200, seed=1) if (fault := losses(text))] == []


def test_references_are_understood_as_a_reader_judged(shared: Path) -> None:
    judged = read_judged()
    documents = {j.understood.document: None for j in judged}
    found = {
        understood
        for document in documents
        for path in (shared / "corpus").rglob(document)
        for understood in understood_in(path)
    }
    right = [j for j in judged if j.verdict == "right"]
    assert len(right) / len(judged) >= 0.98
    assert [j.understood for j in right if j.understood not in found] == []


def test_organ_form_stage_and_date_are_told_rightly(shared: Path) -> None:
    assert all(agree == count for agree, count in organs_and_dates(shared).values())


def test_the_kind_of_resolution_is_told_as_a_reader_judged(shared: Path) -> None:
    assert len(misjudged(shared)) / len(read_profiles()) <= 0.05
