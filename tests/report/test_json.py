import json

from inline_snapshot import snapshot

from checker.findings import FileError, FileResult
from checker.report.json import JsonReporter, tree_json
from checker.source import Span
from tests.report.drafts import TEXT, dangling, draft, finding, result, span_of, totals_of
from tests.report.runs import CUT


def written(*results: FileResult, errors: tuple[FileError, ...] = ()) -> str:
    reporter = JsonReporter()
    files = [reporter.file(each) for each in results]
    return "".join([*files, reporter.close(totals_of(results, errors))])


def test_any_number_of_drafts_makes_one_object() -> None:
    for number in range(3):
        report = json.loads(written(*[result(TEXT, dangling())] * number))
        assert (len(report["files"]), report["summary"]["files"]) == (number, number)


def test_the_report_keeps_its_contract() -> None:
    error = FileError("drafts/b.md", "not UTF-8: byte 0xe9 at offset 312")
    assert json.loads(
        written(result(TEXT, dangling(), date="2026-06-18"), errors=(error,))
    ) == snapshot(
        {
            "version": 1,
            "files": [
                {
                    "path": "drafts/talvania.md",
                    "profile": "security-council/mandate",
                    "stage": "final",
                    "date": "2026-06-18",
                    "findings": [
                        {
                            "rule": "dangling-reference",
                            "family": "cross-references",
                            "severity": "error",
                            "pedantic": False,
                            "message": "paragraph 72 does not exist: paragraph 5 is the last",
                            "help": "did you mean paragraph 5?",
                            "address": "OP 4",
                            "span": {
                                "start": {"line": 7, "column": 427, "offset": 533},
                                "end": {"line": 7, "column": 445, "offset": 551},
                            },
                            "quote": "paragraph 72 below",
                            "related": [
                                {
                                    "message": "the paragraph that reports",
                                    "address": "OP 5",
                                    "span": {
                                        "start": {"line": 9, "column": 1, "offset": 597},
                                        "end": {"line": 9, "column": 14, "offset": 610},
                                    },
                                }
                            ],
                            "fix": {
                                "title": "write paragraph 5",
                                "safety": "unsafe",
                                "edits": [
                                    {
                                        "span": {
                                            "start": {"line": 7, "column": 437, "offset": 543},
                                            "end": {"line": 7, "column": 439, "offset": 545},
                                        },
                                        "text": "5",
                                    }
                                ],
                            },
                            "fingerprint": "0000000000000215",
                        }
                    ],
                    "suppressed": 0,
                    "baselined": 0,
                }
            ],
            "errors": [{"path": "drafts/b.md", "message": "not UTF-8: byte 0xe9 at offset 312"}],
            "summary": {
                "files": 1,
                "error": 1,
                "warning": 0,
                "info": 0,
                "fixable": 1,
                "suppressed": 0,
                "baselined": 0,
            },
        }
    )


def test_keys_stand_in_the_order_of_the_contract() -> None:
    report = json.loads(written(result(TEXT, dangling())))
    (file,) = report["files"]
    assert list(report) == ["version", "files", "errors", "summary"]
    assert " ".join(file) == "path profile stage date findings suppressed baselined"
    assert " ".join(file["findings"][0]) == (
        "rule family severity pedantic message help address span quote related fix fingerprint"
    )


def test_a_finding_across_a_page_has_its_pieces() -> None:
    first, second = span_of("UNSMTA shall", CUT), span_of("patrol", CUT)
    cut = finding(Span(first.start, second.end), CUT, parts=(first, second))
    report = json.loads(written(result(CUT, cut)))
    (shown,) = report["files"][0]["findings"]
    assert [part["start"]["line"] for part in shown["parts"]] == [3, 7]
    assert shown["span"]["end"] == shown["parts"][1]["end"]


def test_the_tree_covers_every_character_once() -> None:
    tree = json.loads(tree_json(draft(CUT), "unknown"))

    def own(node: dict[str, object]) -> list[tuple[int, int]]:
        parts = node.get("parts", [node["span"]])
        spans = [(part["start"]["offset"], part["end"]["offset"]) for part in parts]  # type: ignore[attr-defined]
        return spans + [span for child in node["children"] for span in own(child)]  # type: ignore[attr-defined]

    spans = sorted(span for node in tree["body"] for span in own(node))
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(CUT)


def test_a_cut_paragraph_has_parts_and_what_is_not_read_has_no_address() -> None:
    body = json.loads(tree_json(draft(CUT), "unknown"))["body"]
    nodes = {node["kind"]: node for node in reversed(body)}
    assert len(nodes["operative"]["parts"]) == 2
    assert nodes["operative"]["text"] == "Decides that UNSMTA shall patrol the Merrin valley;"
    assert "parts" not in nodes["organ"]
    assert (nodes["furniture"]["address"], nodes["furniture"]["id"]) == (None, None)
    assert {"blank", "furniture", "organ", "operative"} <= set(nodes)


def test_the_report_cannot_steer_a_terminal() -> None:
    text = TEXT.replace("Talvania,", "Tal\x1b\x9b\u202evania,")
    shown = written(result(text, finding(span_of("seized", text), text, quote=text)))
    assert not set(shown) & set("\x1b\x9b\u202e")
    assert json.loads(shown)["files"][0]["findings"][0]["quote"] == text
