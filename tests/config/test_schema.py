"""The JSON Schema that editors use says what the program says."""

import datetime
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.config.models import ConfigurationTable, keys_of
from tests.cli.conftest import Run
from tests.config.test_loading import WHOLE


@pytest.fixture(scope="session")
def schema(project: Path) -> dict[str, Any]:
    text = (project / "docs" / "configuration.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_the_schema_in_the_documentation_is_the_one_of_the_program(run: Run, project: Path) -> None:
    kept = (project / "docs" / "configuration.schema.json").read_text("utf-8")
    renew = "mandatelint config schema > docs/configuration.schema.json"
    assert run("config", "schema").stdout == kept, f"to renew it: {renew}"


def test_it_is_a_schema_of_every_key(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert tuple(schema["properties"]) == keys_of(ConfigurationTable)
    assert all(each["description"] for each in schema["properties"].values())


def _problems(schema: dict[str, Any], text: str) -> list[str]:
    data = json.loads(json.dumps(tomllib.loads(text), default=datetime.date.isoformat))
    validator = jsonschema.Draft202012Validator(schema)
    return [error.message for error in validator.iter_errors(data)]


def test_what_the_program_takes_fits_the_schema(schema: dict[str, Any]) -> None:
    assert _problems(schema, WHOLE) == []


@pytest.mark.parametrize(
    "text",
    [
        "selct = []",
        "stage = 'finale'",
        "pedantic = 'yes'",
        "severity.dates = 'eror'",
        "rules.undefined-acronym.know = []",
        "rules.undefined-acronym.known = 'A'",
        "overrides = [{stage = 'final'}]",
        "overrides = [{paths = ['a'], exclude = []}]",
        "silence = [{rule = 'self-reference'}]",
    ],
)
def test_what_the_program_refuses_does_not_fit(schema: dict[str, Any], text: str) -> None:
    assert _problems(schema, text)
