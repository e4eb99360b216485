"""The report as one page for a browser: the draft as it reads, with the findings in place."""
