"""The kinds of text that rules may be limited to."""

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
