"""What the words of a sentence do not say themselves: quoted, negated or reported speech.

A finding inside one of these scopes is cleared for every rule alike, so no rule has to think of it.
Reporting clears only where it repeats what was said to the reader or by the reader ("the last agent
told you", "you said"); somebody else's threat passed on as a lever is still a threat.
"""

from dataclasses import dataclass

from tonecheck.segments.sentences import Sentence

_NEGATIONS = frozenset(
    "not never no nobody none neither nor without cannot nothing nae isnae wasnae dinnae willnae".split()
)
_CLAUSE_ENDS = frozenset(
    (",", ";", ":", "but", "-", "--", "–", "—", "because", "so", "unless", "until", "(", ")")
)
_NEGATION_REACH = 7
_CONDITION_REACH = 3
"""Tokens after which a negation inside "if you do not ..." no longer reaches what follows from it."""
_AFTER_A_MERE_NO = frozenset(
    "later doubt choice option joke lie offence i we you it that he she they , .".split()
)
_MERE_MANNER = frozenset(
    "notice warning warnings delay delays fail hesitation reminders chances extensions".split()
)
_SUBJECTS = frozenset("we i they he she it you our the a legal".split())
_DEMANDED = frozenset("make force let ignore wait doubt delay forget".split())
_JOINING = frozenset("or and then when before which who".split())
_DUTIFUL = frozenset("pay call respond reply act answer".split())
_DENIALS = frozenset("myth false untrue wrong lie nonsense rumour rumor scam mistake incorrect".split())
_DENIABLE = frozenset("true false correct right said say saying mean suggesting".split())
_SAYING = frozenset(
    (
        "said say says saying told tell tells claimed claim claims threatened mentioned heard wrote "
        "asked promised believed thought think worried afraid scared fear feared"
    ).split()
)
_REPORTED_BY = frozenset(
    "you someone somebody anyone caller callers scammer scammers they he she it agent".split()
)
_OTHERS = frozenset(
    "last previous earlier other another former different fake scammer scammers callers some".split()
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Why a match does not count."""

    name: str
    """'negated', 'quoted' or 'reported'."""
    detail: str


def quoted(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether tokens `first`-`last` of the sentence stand between double or paired single quotes."""
    letters = sentence.reading.text
    start = sentence.tokens[first].idx
    end = sentence.tokens[last - 1].idx + len(sentence.tokens[last - 1].text)
    return any(opening < start and end <= closing for opening, closing in _quotations(letters))


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return the ranges between quotation marks; an unclosed mark quotes nothing."""
    ranges: list[tuple[int, int]] = []
    marks = [index for index, letter in enumerate(text) if letter == '"']
    ranges.extend(zip(marks[0::2], marks[1::2], strict=False))
    opening: int | None = None
    for index, letter in enumerate(text):
        if letter != "'":
            continue
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else " "
        if opening is None and not before.isalnum() and after.isalnum():
            opening = index
        elif opening is not None and not after.isalnum() and (before.isalnum() or before in ".,!?"):
            ranges.append((opening, index))
            opening = None
    return ranges


def negated(sentence: Sentence, first: int, last: int) -> str | None:
    """Return the word that negates tokens `first`-`last`, or None.

    A negation reaches forward inside its clause, over at most seven tokens, and 'nobody' over the whole
    of it. One in the condition before a comma ("if you do not pay, ...") does not reach the words after
    it, and one that governs a demand ("do not make us ...", "not only") clears nothing.
    """
    norms = sentence.norms
    for index in range(first - 1, -1, -1):
        if norms[index] in _CLAUSE_ENDS or norms[index] in ".!?" or norms[index] == "if":
            break
        if norms[index] not in _NEGATIONS or _spent(norms, index, first):
            continue
        nobody = norms[index] in ("nobody", "none", "neither") or norms[index : index + 2] == ("no", "one")
        if nobody or first - index <= _NEGATION_REACH:
            return norms[index]
    denial = _denied(norms, first)
    if denial is not None:
        return denial
    following = norms[last : last + 5]
    if {"is", "was", "'s", "are"} & set(following):
        return next((word for word in following if word in _DENIALS), None)
    return None


def _denied(norms: tuple[str, ...], first: int) -> str | None:
    """Return the words of a denial that opens the sentence ("it is not true that ..."), or None."""
    for index in range(min(first, 8)):
        if norms[index] not in (
            "true",
            "false",
            "correct",
            "right",
            "said",
            "say",
            "saying",
            "mean",
            "suggesting",
        ):
            continue
        before = norms[max(0, index - 3) : index]
        if (norms[index] == "false" and "not" not in before) or set(before) & {
            "not",
            "never",
            "no",
            "nobody",
        }:
            return " ".join((*before, norms[index]))
    return None


def _spent(norms: tuple[str, ...], index: int, first: int) -> bool:
    """Tell whether a negation governs something else than the words that start at `first`."""
    after = norms[index + 1 : index + 2]
    if not after:
        return False
    if after[0] in ("only", "just") or "why" in norms[max(0, index - 2) : index]:
        return True
    if norms[index] == "no" and after[0] in _AFTER_A_MERE_NO:
        return True
    if _MERE_MANNER & set(norms[index + 1 : index + 3]) and norms[index] in ("no", "without"):
        return True
    clause = index
    while clause > 0 and norms[clause - 1] not in _CLAUSE_ENDS and norms[clause - 1] not in ".!?":
        clause -= 1
    opening = norms[clause:index]
    if after[0] in _DEMANDED and set(opening) <= {"please", "do", "so", "and", "just", "you"}:
        return True
    between = norms[index + 1 : first]
    if {"if", "unless", "until", "when"} & set(opening) and (
        first - index > _CONDITION_REACH or _SUBJECTS & set(between)
    ):
        return True
    return bool(_JOINING & set(between)) and bool(_DUTIFUL & set(between))


def reported(sentence: Sentence, first: int) -> str | None:
    """Return the words that make tokens from `first` on a report of what the reader said or was told."""
    norms = sentence.norms
    for index in range(first - 1, max(-1, first - 9), -1):
        if norms[index] not in _SAYING:
            continue
        before = norms[max(0, index - 4) : index]
        after = norms[index + 1] if index + 1 < len(norms) else ""
        if after == "you" and (_OTHERS & set(before) or _REPORTED_BY & set(before)) and "we" not in before:
            return f"{norms[index]} you"
        if before and before[-1] in ("you", "have", "had", "may", "were", "been", "are") and "you" in before:
            return f"you {norms[index]}"
        if _OTHERS & set(before) and "we" not in before and after not in ("me", "us"):
            return f"{' '.join(before)} {norms[index]}"
    return None


def scope_of(sentence: Sentence, first: int, last: int) -> Scope | None:
    """Return the scope that clears tokens `first`-`last`, or None where the words count."""
    if quoted(sentence, first, last):
        return Scope("quoted", "inside a quotation")
    word = negated(sentence, first, last)
    if word is not None:
        return Scope("negated", f"negated by '{word}'")
    report = reported(sentence, first)
    if report is not None:
        return Scope("reported", f"reported speech: '{report}'")
    return None
