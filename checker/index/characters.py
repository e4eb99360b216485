"""The characters of a text that plain English does without."""

# Letters, figures, and the marks that stand in every draft; bytes, which are sifted at once.
_PLAIN = bytes(range(ord(" "), ord("~") + 1)).translate(None, b"!&<>?[\\]_{|}~") + b"\t\n\r"


def unusual_characters(text: str) -> str:
    """Return each character once that is no letter, figure or common mark of ASCII, sorted.

    What has such a character in it need not be looked for in a text that has none.
    """
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return "".join(sorted(set(encoded.decode("utf-8", "surrogatepass"))))
