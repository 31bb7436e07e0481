"""Finding to Suggestion: faults that can be seen on the surface of a sentence, without parsing it."""

import re

from tonecheck.rewording.tidy import wrong_article

_REPEATED = re.compile(r"\b([a-z']+) \1\b", re.IGNORECASE)
_MAY_REPEAT = frozenset(("that", "had", "very", "really", "no", "so", "bye", "yes"))
_DANGLING = re.compile(
    r"(?:,|;|:|\b(?:and|or|but|because|unless|if|the|a|an|of|your|our|we|please))[.!?]*$",
    re.IGNORECASE,
)
_CLASHES = re.compile(
    r"\b(?:please|we|you|i|by|to|or|and) (?:,|\.)|\bplease (?:we|you|i)\b"
    r"|\b(?:must|will|to|should|can) please\b|\b(?:by|on|at) by\b"
    r"|,\s*(?:and|or|but)?\s*[.!?]|^\W*(?:and|or)\b(?!.*\bor\b)",
    re.IGNORECASE,
)
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))


def fault(text: str, original: str) -> str | None:
    """Return what is wrong with the form of `text`, in words, or None."""
    if not text.strip():
        return "it is empty"
    checks = (
        (text != text.strip() or "  " in text, "a space too many"),
        (bool(re.search(r"\s[,.;:!?](?:\s|$)", text)), "a space before punctuation"),
        (bool(re.search(r"[,;:]{2}|[,;:]\s*[.!?]|[.!?],|(?<!\.)\.\.(?!\.)", text)), "punctuation left over"),
        (any(text.count(left) != text.count(right) for left, right in _PAIRS), "an open bracket"),
        (text.count('"') % 2 != original.count('"') % 2, "an open quotation mark"),
        (original[:1].isupper() and text[:1].islower(), "no capital letter"),
        (_ends(original) and not _ends(text), "no final stop"),
    )
    for wrong, name in checks:
        if wrong:
            return name
    article = wrong_article(text)
    if article and article.lower() not in original.lower():
        return f"'{article}'"
    for match in _REPEATED.finditer(text):
        if match.group(1).lower() not in _MAY_REPEAT and match.group().lower() not in original.lower():
            return f"'{match.group()}'"
    if _DANGLING.search(text) and not _DANGLING.search(original):
        return "it breaks off"
    clash = _CLASHES.search(text)
    if clash and not _CLASHES.search(original):
        return f"'{clash.group()}'"
    return None


def _ends(text: str) -> bool:
    return text.rstrip("\"')")[-1:] in tuple(".!?…")
