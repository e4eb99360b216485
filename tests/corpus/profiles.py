"""Whether organ, form, stage, date and profile of real texts are told rightly."""

import csv
from pathlib import Path

from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.reader import read_draft

JUDGED = Path(__file__).with_name("profiles.tsv")


def index_of(path: Path) -> Index:
    """Analyse a file."""
    return build_index(parse_source(read_draft(path)))


def organs_and_dates(shared: Path) -> dict[str, tuple[int, int]]:
    """Return, per folder, how many texts have the organ and form that their symbol gives.

    The symbol is the file's name: S_PRST is a statement, S_RES a resolution of the Council, A_RES
    one of the General Assembly, S_2020 a draft of the Council. A draft must also be final and have
    a date of the year of its symbol.
    """
    corpus = shared / "corpus"
    found: dict[str, tuple[int, int]] = {}
    for folder in ("statements", "general-assembly", "resolutions", "drafts/md", "drafts/txt"):
        paths = sorted((corpus / folder).iterdir())
        found[folder] = (sum(_agrees(path, folder) for path in paths), len(paths))
    return found


def _agrees(path: Path, folder: str) -> bool:
    index = index_of(path)
    organ, _, form = index.profile.partition("/")
    if path.name.startswith("A_RES"):
        return (organ, form) == ("general-assembly", "resolution")
    if path.name.startswith("S_PRST"):
        return (organ, form) == ("security-council", "statement")
    if not folder.startswith("drafts"):
        return organ == "security-council" and form != "statement"
    year = int(path.name.split("_")[1])
    dated = index.date is not None and index.date.year == year
    return organ == "security-council" and form != "statement" and index.stage == "final" and dated


def read_profiles() -> dict[str, str]:
    """Read which kind of resolution a reader took each of a sample for."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {row["document"]: row["profile"] for row in csv.DictReader(file, delimiter="\t")}


def misjudged(shared: Path) -> list[str]:
    """List the resolutions of the sample that are taken for another kind."""
    wrong: list[str] = []
    for document, profile in read_profiles().items():
        found = index_of(shared / "corpus" / "resolutions" / f"{document}.txt").profile
        if found != f"security-council/{profile}":
            wrong.append(f"{document}: {found}, judged {profile}")
    return wrong
