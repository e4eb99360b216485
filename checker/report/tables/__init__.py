"""The proofreading list of a draft, drawn: one module per format."""
