"""Runs over drafts: what is asked of each, one after the other or many at once."""
