"""The rule pages: what must hold in a draft, one page per rule."""
