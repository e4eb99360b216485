"""The template, style and script of the page, and the policy that lets nothing else in."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.report.columns import visible


@cache
def environment() -> Environment:
    """Return the templates; every word that they are given is escaped, and harmless to read."""
    return Environment(
        loader=PackageLoader("checker.report.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )


def _harmless(value: object) -> object:
    """Return words without what steers a terminal or turns the direction of reading."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def asset(name: str) -> Markup:
    """Return the style or the script of the page."""
    return Markup(files("checker.report.html").joinpath(name).read_text("utf-8"))  # noqa: S704


@cache
def policy() -> str:
    """Return the content security policy: our own style and script by their hashes, no more."""
    allowed = [
        "default-src 'none'",
        f"style-src {_source_of('style.css')}",
        f"script-src {_source_of('script.js')}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(allowed)


def _source_of(name: str) -> str:
    digest = hashlib.sha256(asset(name).encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
