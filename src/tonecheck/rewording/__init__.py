"""Findings to Suggestions: small edits, drops and whole sentences written by hand, each behind one guard."""
