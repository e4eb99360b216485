"""The template, style and script of the page, and the policy that lets nothing else in."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.report.columns import visible

_STYLES = ("page", "draft", "parts", "media")


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
def style() -> Markup:
    """Return the style of the page."""
    return Markup("\n").join(_read(f"style/{name}.css") for name in _STYLES)


@cache
def script() -> Markup:
    """Return the script of the page."""
    return _read("script.js")


def _read(name: str) -> Markup:
    return Markup(files("checker.report.html").joinpath(name).read_text("utf-8"))  # noqa: S704 -- ours


@cache
def policy() -> str:
    """Return the content security policy: our own style and script by their hashes, no more."""
    allowed = [
        "default-src 'none'",
        f"style-src {_hash(style())}",
        f"script-src {_hash(script())}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(allowed)


def _hash(code: Markup) -> str:
    digest = hashlib.sha256(code.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
