"""The nouns of the line: text, Document, findings, suggestions, Report. Imports nothing of ours."""
