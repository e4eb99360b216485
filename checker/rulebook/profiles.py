"""The kinds of text that rules may be limited to."""

from checker.nearest import nearest, question

PROFILES = (
    "security-council/mandate",
    "security-council/sanctions",
    "security-council/rollover",
    "security-council/thematic",
    "security-council/appointment",
    "security-council/access",
    "security-council/resolution",
    "security-council/statement",
    "general-assembly/resolution",
    "human-rights-council/resolution",
    "economic-and-social-council/resolution",
    "unknown",
)
STAGES = ("negotiation", "final")


def known_profile(name: str) -> str | None:
    """Return the profile of a name, None for an unknown one; the organ may be left out ("mandate").

    Of two organs with the same kind of text, the Security Council is meant.
    """
    kinds = {known.rsplit("/", 1)[-1]: known for known in reversed(PROFILES)}
    name = name.lower()
    return name if name in PROFILES else kinds.get(name)


def unknown_profile(name: str) -> str:
    """Return the sentence on a name that no profile has, with the one that is perhaps meant."""
    kinds = {known.rsplit("/", 1)[-1]: known for known in reversed(PROFILES)}
    found = nearest(name, [*PROFILES, *kinds])
    meant = None if found is None else kinds.get(found, found)
    hint = question(meant, f": there are {', '.join(PROFILES)}")
    return f'there is no profile "{name}"{hint}'
