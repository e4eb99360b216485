import pytest

from checker.index.characters import unusual_characters


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("Decides (a) to act: 5 per cent, “now”;\r\n", "“”"),
        ("resolution [2790] (2025)", "[]"),
        ("a\x00b\ud800c", "\x00\ud800"),
        ("Côte, côte", "ô"),
        ("", ""),
    ],
)
def test_each_unusual_character_is_named_once(text: str, characters: str) -> None:
    assert unusual_characters(text) == characters
