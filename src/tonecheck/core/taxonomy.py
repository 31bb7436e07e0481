"""What is judged: categories, subtypes and the other closed lists. Ids are permanent, never reused."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from tonecheck.core.errors import UnknownNameError


class Category(StrEnum):
    """The three scores of a sentence; a sentence may carry several."""

    HARSH = "harsh"
    MISLEADING = "misleading"
    THREATENING = "threatening"


class Severity(StrEnum):
    """How bad a finding is if true; how sure we are is its score, never this."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """Order severities: low 0, medium 1, high 2."""
        return list(Severity).index(self)


class Action(StrEnum):
    """What a finding asks of the writer."""

    REMOVE = "remove"
    """Nothing in it can be kept."""
    REWORD = "reword"
    """The message is legitimate, the words are not."""
    VERIFY = "verify"
    """Acceptable only if a fact outside the text is true: ask, never accuse."""


class Certainty(StrEnum):
    """Sure is above the upper threshold; unsure lies between the two and goes to a person."""

    SURE = "sure"
    UNSURE = "unsure"


class Verdict(StrEnum):
    """What to do with the whole document."""

    SEND = "send"
    UNSURE = "unsure"
    REVISE = "revise"
    STOP = "stop"


class Role(StrEnum):
    """Who speaks; the first three are the sender's side and are judged."""

    AGENT = "agent"
    BOT = "bot"
    SUPERVISOR = "supervisor"
    CUSTOMER = "customer"
    UNKNOWN = "unknown"

    @property
    def judged(self) -> bool:
        """Whether words of this role are the sender's."""
        return self in (Role.AGENT, Role.BOT, Role.SUPERVISOR)


class RoleSource(StrEnum):
    """How a role came to be known."""

    GIVEN = "given"
    MAPPED = "mapped"
    GUESSED = "guessed"


SUBTYPES: Final = MappingProxyType(
    {
        "insult": Category.HARSH,
        "shaming": Category.HARSH,
        "dismissive": Category.HARSH,
        "pressure": Category.HARSH,
        "commanding": Category.HARSH,
        "legal-action": Category.THREATENING,
        "arrest-or-criminal": Category.THREATENING,
        "violence": Category.THREATENING,
        "exposure": Category.THREATENING,
        "asset-or-income": Category.THREATENING,
        "vague-menace": Category.THREATENING,
        "false-authority": Category.MISLEADING,
        "false-consequence": Category.MISLEADING,
        "false-urgency": Category.MISLEADING,
        "amount-obscured": Category.MISLEADING,
        "rights-denied": Category.MISLEADING,
        "concealed-purpose": Category.MISLEADING,
        "over-promise": Category.MISLEADING,
        "time-barred-debt": Category.MISLEADING,
    }
)
"""Subtype to its category."""

KINDS: Final = ("letter", "email", "sms", "chat", "call")
"""Kind of a document and channel of a sentence: one list."""

JURISDICTIONS: Final = ("any", "us", "uk", "au", "ie", "ca", "in", "eu")

DUTIES: Final = (
    "identity",
    "creditor",
    "amount-itemised",
    "dispute-rights",
    "opt-out",
    "free-advice-signpost",
    "vulnerability-support",
    "payment-options",
    "complaint-route",
    "deadline-explained",
)

CUES: Final = (
    "distress",
    "hardship",
    "bereavement",
    "illness",
    "self-harm-risk",
    "anger",
    "confusion",
    "dispute",
    "stop-contact",
    "third-party",
    "agreement",
)

STRENGTHS: Final = (
    "acknowledges",
    "thanks",
    "apologises",
    "explains-plainly",
    "offers-options",
    "asks-affordability",
    "signposts-help",
    "confirms-rights",
    "de-escalates",
    "checks-understanding",
    "leaves-choice",
)

ACTS: Final = (
    "state-balance",
    "ask-payment",
    "set-deadline",
    "report-missed-contact",
    "announce-step",
    "ask-contact",
    "ask-reason",
    "offer-option",
    "refuse",
    "answer-hardship",
    "answer-dispute",
    "explain-right",
    "state-fact",
    "identify",
    "verify-identity",
    "thank-or-acknowledge",
    "apologise",
    "confirm-arrangement",
    "accuse",
    "insult",
    "menace",
    "small-talk",
    "close",
)


def known_kind(name: str) -> str:
    """Return the kind `name` names. Raise UnknownNameError with the nearest one if there is none."""
    if name not in KINDS:
        raise UnknownNameError("kind", name, KINDS)
    return name


def known_jurisdiction(name: str) -> str:
    """Return the jurisdiction `name` names. Raise UnknownNameError with the nearest one."""
    if name not in JURISDICTIONS:
        raise UnknownNameError("jurisdiction", name, JURISDICTIONS)
    return name
