"""The pages of the rules, made from the rule book while the documentation is built."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from checker.rulebook import Rule, load_rulebook
from checker.rulebook.figures import Figures, read_figures

_INDEX = "rules/index.md"
_FENCE = re.compile(r"^```draft\b(.*)$", re.MULTILINE)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the rules to the contents, grouped by family, before the reference."""
    families: list[dict[str, Any]] = [
        {_title(family): [{rule.name: _path(rule)} for rule in rules]}
        for family, rules in _families()
    ]
    assert config.nav is not None
    config.nav.insert(-1, {"Rules": [_INDEX, *families]})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each rule, and one that lists them."""
    figures = read_figures()
    for rule in load_rulebook().rules:
        content = _page(rule, figures.get(rule.name))
        files.append(File.generated(config, _path(rule), content=content))
    files.append(File.generated(config, _INDEX, content=_index()))
    return files


def _families() -> list[tuple[str, list[Rule]]]:
    grouped = groupby(load_rulebook().rules, key=lambda rule: rule.family)
    return [(family, list(rules)) for family, rules in grouped]


def _title(family: str) -> str:
    return family.capitalize()


def _path(rule: Rule) -> str:
    return f"rules/{rule.family}/{rule.name}.md"


def _index() -> str:
    lines = [
        "# All rules",
        "",
        "Each rule is a page: what it asks for, why, what it flags and what it accepts. A rule",
        "marked *pedantic* matters to some drafters only; `--pedantic` turns all of these on.",
    ]
    for family, rules in _families():
        lines += ["", f"## {_title(family)}", "", *_table(rules)]
    return "\n".join([*lines, ""])


def _table(rules: Sequence[Rule]) -> list[str]:
    rows = [
        f"| [{rule.name}]({rule.family}/{rule.name}.md) | {_severity(rule)} "
        f"| {' '.join(rule.summary.split()).replace('|', chr(92) + '|')} |"
        for rule in rules
    ]
    return ["| rule | severity | what it asks for |", "|---|---|---|", *rows]


def _severity(rule: Rule) -> str:
    return f"{rule.severity}, pedantic" if rule.pedantic else str(rule.severity)


def _page(rule: Rule, figures: Figures | None) -> str:
    """Return the page of a rule as the rule book has it, with its facts below the summary."""
    head, _, rest = rule.prose.partition("\n## ")
    severities = {str(severity) for severity in rule.severities.values()}
    severity = (
        str(rule.severity)
        if len(severities) == 1
        else ", ".join(f"{word} in stage {stage}" for stage, word in rule.severities.items())
    )
    facts = [
        f"- **Family:** {rule.family}",
        f"- **Severity:** {severity}",
        f"- **By default:** {'only with `--pedantic` or when selected' if rule.pedantic else 'on'}",
    ]
    if rule.profiles:
        facts.append(f"- **For:** {', '.join(f'`{each}`' for each in rule.profiles)}")
    if figures is not None:
        facts.append(f"- **Measured:** {figures}")
    page = "\n".join([head.rstrip(), "", *facts, "", f"## {rest}"])
    return _FENCE.sub(_fence, page)


def _fence(found: re.Match[str]) -> str:
    """Return the opening of an example, with what is assumed of the draft as its title."""
    assumed = found[1].split()
    return f'```text title="{", ".join(assumed)}"' if assumed else "```text"
