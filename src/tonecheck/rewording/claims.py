"""Finding to Suggestion: legal steps, promises and concessions, which a rewording must never bring in."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tonecheck.segments.sentences import PLACEHOLDER

_LEGAL = (
    r"courts?|lawsuit\w*|sue[sd]?|suing|litigat\w+|proceedings|judg?e?ments?|judges?|tribunal|solicitors?|attorneys?"
    r"|lawyers?|barristers?|counsel|bailiffs?|sheriffs?|marshals?|warrants?|writs?|summons|garnish\w*|repossess\w*"
    r"|seiz\w+|foreclos\w+|evict\w*|enforce\w*|arrest\w*|police|jail\w*|prison\w*|prosecut\w+|criminal\w*|bankrupt\w*"
    r"|insolven\w+|legal(?:ly)?|statutory|liens?|lev(?:y|ied|ies)|attachment|collection agency|collectors?"
    r"|debt collect\w+|credit bureaus?|disconnect\w*"
)
_CONCESSION = (
    r"waiv\w+|write (?:it |this |the debt |that )?off|written off|forgiv\w+|discount\w*|reduc\w+|paus\w+"
    r"|on hold|freez\w+|frozen|no (?:interest|fees?|charges?|cost)|interest[- ]free|free of charge"
    r"|without (?:charge|interest|fees?)|refund\w*|payment holiday|breathing space|extend\w*|extension"
    r"|instal+ments?|payment plans?|extra time|stop contacting|not contact you|cancel\w*"
    r"|compensat\w+|goodwill|settlements?|less than the full balance"
)
_PROMISE = (
    r"(?:we|i)(?: will|'ll| shall| won't)(?: not| never| be)?(?: \w+)?"
    r"|(?:we|i)(?: are| am|'re|'m) going to \w+|(?:we|i) (?:guarantee|undertake|assure|commit)\w*|guarante\w+"
    r"|(?<!not )(?<!can't )(?<!cannot )promis\w+"
    r"|you will (?:not|never|be|get|receive)(?: \w+)?|nothing will happen|there will be no \w+"
)

CLAIMS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "legal step": re.compile(rf"\b(?:{_LEGAL})\b", re.IGNORECASE),
        "concession": re.compile(rf"\b(?:{_CONCESSION})\b", re.IGNORECASE),
        "promise": re.compile(rf"\b(?:{_PROMISE})\b", re.IGNORECASE),
    }
)
"""What is claimed to the words that claim it."""


def invented(original: str, text: str) -> tuple[str, str] | None:
    """Return the claim that `text` makes and `original` does not, with its words; gaps claim nothing."""
    bare = PLACEHOLDER.sub(" ", text)
    for claim, pattern in CLAIMS.items():
        before = {_stem(match.group()) for match in pattern.finditer(original)}
        for match in pattern.finditer(bare):
            if _stem(match.group()) not in before:
                return claim, match.group()
    return None


def _stem(words: str) -> str:
    words = re.sub(r"[^a-z ]", "", words.lower().replace("'ll", " will").replace("won't", "will not"))
    return words if " " in words else words[:5]
