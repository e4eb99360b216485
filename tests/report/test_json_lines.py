# ruff: noqa: E501 -- a snapshot is as wide as what it shows
import json

from inline_snapshot import snapshot

from tests.report.drafts import TEXT, dangling, result
from tests.report.runs import busy, faulty, written


def test_a_run_with_a_bit_of_everything() -> None:
    assert busy("json-lines") == snapshot("""\
{"path": "drafts/talvania.md", "rule": "dangling-reference", "family": "cross-references", "severity": "error", "pedantic": false, "message": "paragraph 72 does not exist: paragraph 5 is the last", "help": "did you mean paragraph 5?", "address": "OP 4", "span": {"start": {"line": 7, "column": 427, "offset": 533}, "end": {"line": 7, "column": 445, "offset": 551}}, "quote": "paragraph 72 below", "related": [{"message": "the paragraph that reports", "address": "OP 5", "span": {"start": {"line": 9, "column": 1, "offset": 597}, "end": {"line": 9, "column": 14, "offset": 610}}}], "fix": {"title": "write paragraph 5", "safety": "unsafe", "edits": [{"span": {"start": {"line": 7, "column": 437, "offset": 543}, "end": {"line": 7, "column": 439, "offset": 545}}, "text": "5"}]}, "fingerprint": "0000000000000215"}
{"path": "drafts/cut text.md", "rule": "unfit-words", "family": "cross-references", "severity": "warning", "pedantic": false, "message": "these words do not fit", "help": null, "address": "OP 1", "span": {"start": {"line": 3, "column": 17, "offset": 39}, "end": {"line": 7, "column": 7, "offset": 74}}, "parts": [{"start": {"line": 3, "column": 17, "offset": 39}, "end": {"line": 3, "column": 29, "offset": 51}}, {"start": {"line": 7, "column": 1, "offset": 68}, "end": {"line": 7, "column": 7, "offset": 74}}], "quote": "UNSMTA shall patrol", "related": [], "fix": null, "fingerprint": "0000000000000027"}
{"path": "drafts/b.md", "error": "not UTF-8: byte 0xe9 at offset 312"}
""")


def test_a_run_over_nothing() -> None:
    assert written("json-lines") == snapshot("")


def test_a_line_is_the_finding_of_the_json_report_with_its_path() -> None:
    lines = written("json-lines", faulty(), result(TEXT, dangling(), path="b.md")).splitlines()
    files = json.loads(written("json", faulty(), result(TEXT, dangling(), path="b.md")))["files"]
    assert [json.loads(line) for line in lines] == [
        {"path": file["path"], **found} for file in files for found in file["findings"]
    ]
