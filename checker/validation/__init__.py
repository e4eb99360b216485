"""Tables that people write in TOML: read, validated, and refused in their own words.

Rule pages and configurations share it. Only :mod:`checker.validation.words` needs pydantic.
"""
