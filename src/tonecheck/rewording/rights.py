"""Finding to Suggestion: the rights and free helpers a sentence names, which its rewording names too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CHARGE = (
    r",? (?:for (?!the\b)|against (?:you|u)\b"
    r"|(?:is|was|has been|will be|gets) (?:being )?(?:filed|lodged|drafted|prepared))"
)
"""What follows a complaint that somebody brings against the reader."""
_RIGHTS = (
    ("dispute", re.compile(r"\b(?:disput\w+|contest(?:ed|ing)?|appeal(?:ed|ing|s)?)\b", re.IGNORECASE)),
    (
        "dispute",
        re.compile(
            r"\b(?:challeng|quer|question)(?:e|ed|y|ing|ied)? (?:this|the|it|that|your|any) ?"
            r"(?:debt|bill|balance|amount|charge|account|figure|fee)?",
            re.IGNORECASE,
        ),
    ),
    ("complain", re.compile(rf"(?<!criminal )\bcomplain(?:t|ts|ed|ing|s)?\b(?!{_CHARGE})", re.IGNORECASE)),
    (
        "ombudsman",
        re.compile(r"\b(?:Financial |Energy (?:and Water )?)?Ombudsman(?: Service)?\b", re.IGNORECASE),
    ),
    (
        "",
        re.compile(
            r"\b(?:StepChange|(?:National )?Debt ?line|MABS|Citizens Advice|National Debt Helpline"
            r"|MoneyHelper|Credit Canada|CFPB|AFCA|FCA|FTC|FSPO|Samaritans)\b",
            re.IGNORECASE,
        ),
    ),
    ("breathing space", re.compile(r"\bbreathing space\b", re.IGNORECASE)),
    (
        "advice",
        re.compile(r"\b(?:(?:free |debt |independent |legal )+advice|debt advis[eo]rs?)\b", re.IGNORECASE),
    ),
)


@dataclass(frozen=True, slots=True)
class Right:
    """A right or a helper and where it stands."""

    start: int
    end: int
    norm: str
    """'dispute', 'complain', 'ombudsman', 'breathing space', 'advice', or the helper's name."""


def rights_of(text: str) -> Iterator[Right]:
    """Yield the rights and helpers that `text` names, granted or denied."""
    for norm, pattern in _RIGHTS:
        for match in pattern.finditer(text):
            words = re.sub(r"\s+", " ", match.group()).casefold()
            yield Right(match.start(), match.end(), norm or words)
