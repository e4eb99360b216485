"""Pages as a browser reads them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from checker.config import Settings
from checker.engine import check_source
from checker.findings import FileResult
from checker.rulebook import load_rulebook
from checker.source import Source


def checked(text: str, path: str = "drafts/talvania.md") -> FileResult:
    """Return what all rules find in a text."""
    return check_source(Source(text, path), load_rulebook(), Settings(pedantic=True))


def parsed(page: str, *, strict: bool = True) -> Element:
    """Return the tree that a browser makes of a page; every slip in its markup is an error."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=strict)
    tree = parser.parse(page)
    assert isinstance(tree, Element)
    return tree


def text_of(element: Element) -> str:
    """Return the words of an element, white space joined."""
    return " ".join("".join(element.itertext()).split())


def with_class(tree: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a class."""
    return (each for each in tree.iter() if name in (each.get("class") or "").split())


def by_id(tree: Element, name: str) -> Element:
    """Return the element of a name."""
    (found,) = (each for each in tree.iter() if each.get("id") == name)
    return found
