"""Sentences to findings: rules, the classifier, and the one place where they meet."""
