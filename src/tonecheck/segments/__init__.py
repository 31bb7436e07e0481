"""Document to sentences and tokens, with what is quoted and what is negated."""
