"""The grammars: what a draft looks like, and the phrases in it."""
