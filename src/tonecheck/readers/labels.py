"""File to Document: which words before a colon are a speaker's label."""

import re
from collections import Counter
from typing import Final

from tonecheck.core.taxonomy import Role
from tonecheck.readers.roles import ROLE_WORDS, role_of

_FIELDS = """account accounts address amount answer arrears attention attn attachment attachments
    balance bank bcc breakdown callback case cc charge charges charity code contact cost costs creditor
    creditors cash cheque credit date dated dear deadline debit debt details due duration email enc
    enclosed enclosure example fax fee fees file fine hours important info information instalment
    instalments interest invoice iban issue issued item items lender link loan mail method mobile month
    monthly next no note notes notice number offer office online option options order original
    outstanding owed paid pay payable payment payments per period phone please post postcode price
    principal ps pps q question re received recipient ref reference regarding reminder required section
    sender sent settlement sort start status step subject sum summary tel telephone terms time tip title
    to today topic total transfer type url urgent vat warning web website week weekly year from
    participants language recording transcript call duration monday tuesday wednesday thursday friday
    saturday sunday"""
LETTER_FIELDS: Final = frozenset(_FIELDS.split())
"""Words of the fields of a letter: a label that has one is no speaker, however often it stands there."""

_SPEAKER_WORD = re.compile(r"(?:speaker|spk|participant|channel|ch|voice|person)[ _-]?[0-9a-z]{1,3}")
_LABEL = re.compile(r"[^\W\d_][^:\n]{0,47}")
_JOINING = frozenset({"de", "la", "van", "von", "der", "di", "da", "del", "al", "bin", "of", "the", "and"})
_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*")


def names_role(label: str) -> bool:
    """Tell whether the label itself says that somebody speaks: a role word, or 'Speaker 1'."""
    bare = _PARENTHESIS.sub(" ", label).strip().casefold()
    if bare in ROLE_WORDS or _SPEAKER_WORD.fullmatch(bare):
        return True
    return role_of(label) is not Role.UNKNOWN and may_be_name(label)


def may_be_name(label: str) -> bool:
    """Tell whether the label could be somebody's name: few words, capitals, no field of a letter."""
    if not _LABEL.fullmatch(label):
        return False
    words = _PARENTHESIS.sub(" ", label).split()
    if not words or len(words) > 5 or any(mark in label for mark in ',;!?£$€%"{}'):
        return False
    if role_of(label) is Role.UNKNOWN and any(word.strip(".").casefold() in LETTER_FIELDS for word in words):
        return False
    return len(words) == 1 or all(word in _JOINING or not word[0].islower() for word in words)


def accepted(counts: Counter[str]) -> frozenset[str]:
    """Return the labels that are speakers for sure: named by their role, or names that occur twice."""
    return frozenset(
        label for label, count in counts.items() if names_role(label) or (count > 1 and may_be_name(label))
    )


def names(counts: Counter[str], places: int) -> frozenset[str]:
    """Return every name among the labels if at least half of all `places` have one, else none.

    Somebody who speaks once must not have their words taken for those of the speaker before.
    """
    found = frozenset(label for label in counts if names_role(label) or may_be_name(label))
    return found if sum(counts[label] for label in found) * 2 >= places else frozenset()
