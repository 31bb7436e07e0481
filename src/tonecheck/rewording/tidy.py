"""Finding to Suggestion: spaces, commas, capitals and articles put right around words that changed."""

import re

_VOWEL_SOUND = re.compile(r"(?:[aeiou]|hono|honest|hour|heir)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"(?:uni(?!n)|use|usu|eu|one\b|once\b|u[bkrst]i)", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(a|an|A|An)( )(?=[A-Za-z])([A-Za-z'-]+)")
_REPAIRS = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s+([,.;:!?])"), r"\1"),
    (re.compile(r"([,;:])(?:\s*[,;:])+"), r"\1"),
    (re.compile(r"[,;:]+\s*([.!?])"), r"\1"),
    (re.compile(r"([.!?])\s*[,;:]\s*"), r"\1 "),
    (re.compile(r"([.!?])(?: ?\1)+"), r"\1"),
    (re.compile(r"\(\s*\)"), ""),
    (re.compile(r"^[\s,;:.!?-]+"), ""),
    (re.compile(r"^(?:and|or|but|so)\b,?\s+", re.IGNORECASE), ""),
    (re.compile(r"[\s,;:-]*[,;:-]\s*$"), ""),
    (re.compile(r"[\s,]+(?:and|or|but|so)?\s*([.!?]+)$", re.IGNORECASE), r"\1"),
    (re.compile(r"\s+(?:and|or|but)$", re.IGNORECASE), ""),
)


def article_for(word: str) -> str:
    """Return 'a' or 'an' as `word` is spoken; an acronym goes by the name of its first letter."""
    if len(word) > 1 and word.isupper():
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    if _CONSONANT_SOUND.match(word):
        return "a"
    return "an" if _VOWEL_SOUND.match(word) else "a"


def wrong_article(text: str) -> str | None:
    """Return the first 'a' or 'an' with its word that does not fit, or None."""
    for match in _ARTICLE.finditer(text):
        if match.start() and text[match.start() - 1] in "'.-/":
            continue
        word = match.group(3)
        if len(word) < 2:
            continue
        if match.group(1).lower() != article_for(word):
            return match.group()
    return None


def right_articles(text: str) -> str:
    """Make every 'a' and 'an' fit the word after it."""

    def right(match: re.Match[str]) -> str:
        article = article_for(match.group(3))
        return (article.capitalize() if match.group(1)[0] == "A" else article) + " " + match.group(3)

    return _ARTICLE.sub(right, text)


def capitalised(text: str) -> str:
    """Return `text` with a capital first letter and one after every sentence end."""
    text = re.sub(r"^([\"'(]?)([a-z])", lambda m: m.group(1) + m.group(2).upper(), text)
    text = re.sub(
        r"(?<![.A-Z])([a-z\d\])][.!?]['\")]? )([a-z])(?![.])", lambda m: m.group(1) + m.group(2).upper(), text
    )
    return re.sub(r"\bi\b(?=[ ',])(?!\.e)", "I", text)


def lowered(text: str) -> str:
    """Return `text` with a small first letter, unless it opens with 'I', a name or a slot."""
    first = re.match(r"[A-Za-z']+", text)
    if (
        first is None
        or first.group().split("'")[0] == "I"
        or (len(first.group()) > 1 and first.group()[1].isupper())
    ):
        return text
    return text[0].lower() + text[1:]


def tidied(text: str, original: str) -> str:
    """Return `text` without the traces of a cut: spaces, commas, capital and final stop as before."""
    for pattern, replacement in _REPAIRS:
        text = pattern.sub(replacement, text)
    text = text.strip()
    if original[:1].isupper() or not original[:1].isalpha():
        text = capitalised(text)
    if text and original.rstrip("\"')")[-1:] in tuple(".!?") and text.rstrip("\"')")[-1:] not in tuple(".!?"):
        text += "."
    return right_articles(text)
