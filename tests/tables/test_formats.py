"""How the tables are drawn, format by format."""

import csv
import io
import json
import re

import pytest
from inline_snapshot import snapshot

from checker.findings import FileError
from checker.report.columns import display_width
from checker.report.style import Style
from checker.report.tables.csv import CsvTables, harmless
from checker.report.tables.json import JsonTables
from checker.report.tables.kinds import Kind
from checker.report.tables.markdown import MarkdownTables
from checker.report.tables.renderer import Renderer
from checker.report.tables.text import TextTables
from checker.source import Source
from tests.tables.drafts import example, paragraphs, tables

ALL = frozenset(Kind)
_ODD = (
    "Recalls the e\u0301te\u0301 of 協定 and لجنة within ten days of the 協定 e\u0301te\u0301 of "
    "Talvania, and requests a report on 協定 every six months after the Déclaration de 協定;"
)


def drawn(renderer: Renderer, name: str) -> str:
    return renderer.draft(*example(name))


def test_the_text_of_a_short_draft() -> None:
    assert drawn(TextTables(ALL, Style(80)), "clean/rollover.md") == snapshot("""\
examples/clean/rollover.md

References: 1
Where  Reference                Direction  Points at                Which opens
OP 1   paragraphs 4 to 9 of                another text:
       resolution 2778 (2025)              resolution 2778 (2025)

Dates: 4
Where     Word   Date          Verb      Concerns
header 3         12 June 2026            "Distr.: General"
PP 2      of     4 June 2026   taking    "note of the letter of the
                                         Secretary-General" (S/2026/379)
OP 1      until  31 July 2026  decides   the mandate of UNOMSO
OP 2      by     10 July 2026  requests  "Secretary-General to submit the
                                         independent review of UNOMSO to the
                                         Security Council"

Acronyms and terms: 1
Short form  Long form                               Introduced  Uses  Used in
UNOMSO      United Nations Observer Mission in      PP 2        2     OP 1; OP 2
            Sorvenia

Citations: 2
Citation         Year or date  Times  Cited in
resolution 2778  2025          2      PP 1; OP 1
S/2026/379       4 June 2026   1      PP 2
""")


def test_the_text_of_a_text_in_negotiation() -> None:
    assert drawn(TextTables(ALL, Style(100)), "faulty/negotiation.md") == snapshot("""\
examples/faulty/negotiation.md

References: 3
Where       Reference            Direction  Points at         Which opens
OP 4 alt 1  paragraph 3 above    above      OP 3              Decides that UNOMSO shall have the
                                                              following tasks:
OP 4 alt 2  paragraph 3 (a) and  above      OP 3 (a)          to observe the withdrawal of forces
            (b) above                                         from the buffer zone;
                                 above      OP 3 (b)          [to verify the storage of heavy
                                                              weapons at the sites agreed by the
                                                              parties;]
OP 5        paragraphs 3 to 4    above      OP 3 to OP 4 bis  Decides that UNOMSO shall have the
            bis above                                         following tasks:

Dates: 4
Where     Word   Date                  Verb      Concerns
header 3         July 2026                       "Distr.: General [XX]"
OP 1             31 January 2027       decides   "extend the mandate of UNOMSO until"
OP 1             31 July 2027          decides   "extend the mandate of UNOMSO until [31 January
                                                 2027]"
OP 5      every  [three] [six] months  requests  "the Secretary-General to report to the Security
                                                 Council"

Acronyms and terms: 1
Short form  Long form               Introduced  Uses  Used in
UNOMSO      United Nations          PP 2        6     OP 1; OP 2; OP 3; OP 4 alt 1; OP 4 alt 2;
            Observer Mission in                       OP 4 bis
            Sorvenia

Citations: 2
Citation         Year or date  Times  Cited in
resolution 2778  2025          1      PP 1
S/2026/XXX                     1      PP 2
""")


def test_markdown() -> None:
    assert drawn(MarkdownTables(ALL), "faulty/negotiation.md") == snapshot("""\
## examples/faulty/negotiation.md

### References: 3

| Where | Reference | Direction | Points at | Which opens |
| --- | --- | --- | --- | --- |
| OP 4 alt 1 | paragraph 3 above | above | OP 3 | Decides that UNOMSO shall have the following tasks: |
| OP 4 alt 2 | paragraph 3 (a) and (b) above | above | OP 3 (a) | to observe the withdrawal of forces from the buffer zone; |
|  |  | above | OP 3 (b) | &#91;to verify the storage of heavy weapons at the sites agreed by the parties;&#93; |
| OP 5 | paragraphs 3 to 4 bis above | above | OP 3 to OP 4 bis | Decides that UNOMSO shall have the following tasks: |

### Dates: 4

| Where | Word | Date | Verb | Concerns |
| --- | --- | --- | --- | --- |
| header 3 |  | July 2026 |  | "Distr.: General &#91;XX&#93;" |
| OP 1 |  | 31 January 2027 | decides | "extend the mandate of UNOMSO until" |
| OP 1 |  | 31 July 2027 | decides | "extend the mandate of UNOMSO until &#91;31 January 2027&#93;" |
| OP 5 | every | &#91;three&#93; &#91;six&#93; months | requests | "the Secretary-General to report to the Security Council" |

### Acronyms and terms: 1

| Short form | Long form | Introduced | Uses | Used in |
| --- | --- | --- | --- | --- |
| UNOMSO | United Nations Observer Mission in Sorvenia | PP 2 | 6 | OP 1; OP 2; OP 3; OP 4 alt 1; OP 4 alt 2; OP 4 bis |

### Citations: 2

| Citation | Year or date | Times | Cited in |
| --- | --- | --- | --- |
| resolution 2778 | 2025 | 1 | PP 1 |
| S/2026/XXX |  | 1 | PP 2 |
""")


def test_csv() -> None:
    renderer = CsvTables(ALL)
    sheet = drawn(renderer, "clean/rollover.md")
    assert sheet.startswith("\ufefffile,kind,address,line,words,direction,target,")
    rows = csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff")))
    assert [{head: cell for head, cell in row.items() if cell} for row in rows] == snapshot(
        [
            {
                "file": "examples/clean/rollover.md",
                "kind": "reference",
                "address": "OP 1",
                "line": "21",
                "words": "paragraphs 4 to 9 of resolution 2778 (2025)",
                "target": "paragraphs 4 to 9",
                "text referred to": "resolution 2778 (2025)",
            },
            {
                "file": "examples/clean/rollover.md",
                "kind": "date",
                "address": "header 3",
                "line": "5",
                "words": "12 June 2026",
                "concerns": '"Distr.: General"',
                "day": "2026-06-12",
            },
            {
                "file": "examples/clean/rollover.md",
                "kind": "date",
                "address": "PP 2",
                "line": "15",
                "words": "4 June 2026",
                "governing word": "of",
                "verb": "taking",
                "concerns": '"note of the letter of the Secretary-General" (S/2026/379)',
                "day": "2026-06-04",
            },
            {
                "file": "examples/clean/rollover.md",
                "kind": "date",
                "address": "OP 1",
                "line": "21",
                "words": "31 July 2026",
                "governing word": "until",
                "verb": "decides",
                "concerns": "the mandate of UNOMSO",
                "day": "2026-07-31",
            },
            {
                "file": "examples/clean/rollover.md",
                "kind": "date",
                "address": "OP 2",
                "line": "23",
                "words": "10 July 2026",
                "governing word": "by",
                "verb": "requests",
                "concerns": '"Secretary-General to submit the independent review of UNOMSO to the Security Council"',
                "day": "2026-07-10",
            },
            {
                "file": "examples/clean/rollover.md",
                "kind": "acronym",
                "address": "PP 2",
                "line": "15",
                "words": "UNOMSO",
                "long form": "United Nations Observer Mission in Sorvenia",
                "introduced in": "PP 2",
                "times": "2",
                "used in": "OP 1; OP 2",
            },
            {
                "file": "examples/clean/rollover.md",
                "kind": "resolution",
                "address": "PP 1",
                "line": "13",
                "words": "2778",
                "times": "2",
                "used in": "PP 1; OP 1",
                "year or date": "2025",
            },
            {
                "file": "examples/clean/rollover.md",
                "kind": "document",
                "address": "PP 2",
                "line": "15",
                "words": "S/2026/379",
                "times": "1",
                "used in": "PP 2",
                "year or date": "4 June 2026",
            },
        ]
    )


def test_json() -> None:
    renderer = JsonTables({Kind.REFERENCES, Kind.CITATIONS})
    pieces = [
        renderer.draft(tables(paragraphs("Recalls paragraph 2 below;", "Ends.")), Source("1")),
        renderer.close([FileError("b.md", "not UTF-8")]),
    ]
    assert "".join(pieces) == snapshot("""\
{
  "version": 1,
  "files": [
    {
      "path": "-",
      "references": [
        {
          "address": "OP 1",
          "span": {
            "start": {
              "line": 1,
              "column": 35,
              "offset": 34
            },
            "end": {
              "line": 1,
              "column": 52,
              "offset": 51
            }
          },
          "quote": "paragraph 2 below",
          "whose": "this",
          "instrument": "",
          "targets": [
            {
              "label": "2",
              "last": null,
              "direction": "below",
              "resolves": true,
              "outcome": "found",
              "missing": null,
              "found": [
                {
                  "address": "OP 2",
                  "span": {
                    "start": {
                      "line": 1,
                      "column": 55,
                      "offset": 54
                    },
                    "end": {
                      "line": 1,
                      "column": 57,
                      "offset": 56
                    }
                  },
                  "quote": "Ends."
                }
              ]
            }
          ]
        }
      ],
      "citations": []
    }
  ],
  "errors": [
    {
      "path": "b.md",
      "message": "not UTF-8"
    }
  ]
}
""")


def test_json_of_every_table_is_one_object_for_several_drafts() -> None:
    renderer = JsonTables(ALL)
    names = ["clean/renewal.md", "faulty/renewal.md", "faulty/negotiation.md"]
    pieces = [*(drawn(renderer, name) for name in names), renderer.close(())]
    report = json.loads("".join(pieces))
    assert [file["path"] for file in report["files"]] == [f"examples/{name}" for name in names]
    assert list(report["files"][0]) == ["path", "references", "dates", "acronyms", "citations"]


def test_json_without_a_draft_is_an_object_too() -> None:
    renderer = JsonTables(ALL)
    assert json.loads(renderer.close(()))["files"] == []


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", ["faulty/renewal.md", "faulty/negotiation.md"])
def test_no_line_of_the_text_is_wider_than_the_terminal(columns: int, name: str) -> None:
    text = drawn(TextTables(ALL, Style(columns)), name)
    assert max(map(display_width, text.splitlines())) <= columns


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_columns_stand_under_their_heads_whatever_the_script(columns: int) -> None:
    text = paragraphs(_ODD, "Urges (協定 e\u0301) peace, recalls paragraph 1 above.")
    shown = TextTables({Kind.DATES}, Style(columns)).draft(tables(text), Source(text))
    head, *rows = shown.splitlines()[3:]
    place = head.index("Concerns")
    for row in (row for row in rows if display_width(row) > place):
        before = next(at for at in range(len(row) + 1) if display_width(row[:at]) >= place)
        assert row[:before].endswith("  ")
        assert display_width(row[:before]) == place


def test_no_word_is_lost_where_cells_are_wrapped() -> None:
    found, source = example("clean/renewal.md")
    narrow, wide = (
        TextTables({Kind.ACRONYMS}, Style(columns)).draft(found, source) for columns in (60, 400)
    )
    words = re.compile(r"[\w-]+")
    assert sorted(words.findall(narrow)) == sorted(words.findall(wide))


def test_what_is_missing_stands_out_in_colour() -> None:
    text = drawn(TextTables({Kind.REFERENCES}, Style(120, colour=True)), "faulty/renewal.md")
    red = [line for line in text.splitlines() if line.startswith("\x1b[1;31m")]
    assert [re.sub(r"\x1b\[[\d;]*m", "", line).split("  ")[0] for line in red] == [
        "OP 8",
        "OP 13",
        "",
        "OP 32",
    ]
    assert "\x1b" not in drawn(TextTables(ALL, Style(120)), "faulty/renewal.md")


@pytest.mark.parametrize(
    "renderer", [TextTables(ALL, Style()), MarkdownTables(ALL), CsvTables(ALL)]
)
def test_a_draft_cannot_steer_a_terminal(renderer: Renderer) -> None:
    text = paragraphs(
        'Recalls paragraph 9 of the \x1b[31mAct\x07 ("the \x1b]0;Act"), by 3 May 2027;'
    )
    assert set(renderer.draft(tables(text), Source(text, "a\x1b.md"))).isdisjoint("\x1b\x07")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_a_cell_of_a_spreadsheet_is_no_formula(cell: str) -> None:
    assert harmless(cell).startswith("'")


def test_a_name_that_is_a_formula_is_text_in_the_sheet() -> None:
    text = paragraphs("Recalls paragraph 1 above.")
    sheet = CsvTables(ALL).draft(tables(text), Source(text, "=a.md"))
    _, row = csv.reader(io.StringIO(sheet))
    assert row[0] == "'=a.md"


def test_the_sheet_has_a_row_for_each_target_of_a_reference() -> None:
    found, source = example("clean/renewal.md")
    renderer = CsvTables({Kind.REFERENCES})
    written = renderer.draft(found, source).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(written)))
    assert len(rows) == sum(len(row.targets) for row in found.references)
    assert {row["kind"] for row in rows} == {"reference"}
    assert all(row["target"] for row in rows)
