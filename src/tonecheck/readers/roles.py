"""File to Document, last step of a transcript: who of the speakers is the agent."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tonecheck.core.document import Document
from tonecheck.core.taxonomy import Role, RoleSource
from tonecheck.readers.base import ReadError

_AGENT_WORDS = "agent rep representative collector advisor adviser csr operator associate assistant internal"
_CUSTOMER_WORDS = "customer consumer caller client debtor borrower member external end_user contact"
ROLE_WORDS: Final = {
    **dict.fromkeys(
        _AGENT_WORDS.split(),
        Role.AGENT,
    ),
    **dict.fromkeys(
        _CUSTOMER_WORDS.split(),
        Role.CUSTOMER,
    ),
    "account holder": Role.CUSTOMER,
    "end user": Role.CUSTOMER,
    "bot": Role.BOT,
    "chatbot": Role.BOT,
    "ivr": Role.BOT,
    "virtual assistant": Role.BOT,
    "supervisor": Role.SUPERVISOR,
    "team leader": Role.SUPERVISOR,
}
"""Words with which a file itself says who speaks.

'user' is missing: an agent in some files, a customer in others."""

_PHRASES = {
    "customer service": "agent",
    "customer services": "agent",
    "customer care": "agent",
    "customer support": "agent",
    "client services": "agent",
    "member services": "agent",
    "account holder": "account_holder",
    "end user": "end_user",
    "virtual assistant": "bot",
    "team leader": "supervisor",
}
"""Two words that mean something else than each alone."""

_ROLE_OF_WORD = {**ROLE_WORDS, "account_holder": Role.CUSTOMER}
_WORD = re.compile(r"[^\W\d_]+(?:_[^\W\d_]+)*")


def role_of(label: str | None) -> Role:
    """Return the role that a label names ('AGENT (Jane)'); UNKNOWN where it names none or two."""
    name = (label or "").casefold()
    for phrase, word in _PHRASES.items():
        name = name.replace(phrase, word)
    roles = {_ROLE_OF_WORD[word] for word in _WORD.findall(name) if word in _ROLE_OF_WORD}
    return roles.pop() if len(roles) == 1 else Role.UNKNOWN


def assign(document: Document, agents: Sequence[str] = (), name: str = "<input>") -> Document:
    """Give `agents` the agent's role; without them warn who is still unknown, never guess silently."""
    if not document.is_transcript:
        return document
    if agents:
        return _named(document, agents, name)
    warnings = list(document.warnings)
    if unknown := _speakers(document, Role.UNKNOWN):
        warnings.append(f"role not known of: {', '.join(unknown)}; say who the agent is")
    if any(turn.speaker is None and turn.role is Role.UNKNOWN for turn in document.turns):
        warnings.append("some words have no speaker")
    return replace(document, warnings=tuple(warnings))


def _named(document: Document, agents: Sequence[str], name: str) -> Document:
    """Make the speakers in `agents` agents, and customers of those whose role is still unknown."""
    wanted = {agent.strip().casefold() for agent in agents}
    speakers = _speakers(document)
    found = {speaker.casefold() for speaker in speakers}
    for agent in agents:
        if agent.strip().casefold() not in found:
            there = f"speakers found: {', '.join(speakers)}" if speakers else "it names no speakers"
            raise ReadError(name, f"no speaker is called '{agent}'; {there}")
    source = RoleSource.GIVEN if len(found) == 2 else RoleSource.GUESSED
    turns = []
    for turn in document.turns:
        if turn.speaker is not None and turn.speaker.casefold() in wanted:
            turn = replace(turn, role=Role.AGENT, role_source=RoleSource.GIVEN)
        elif turn.speaker is not None and turn.role is Role.UNKNOWN:
            turn = replace(turn, role=Role.CUSTOMER, role_source=source)
        turns.append(turn)
    return replace(document, turns=tuple(turns))


def _speakers(document: Document, role: Role | None = None) -> list[str]:
    """List the labels of the speakers (of one role), in the order in which they first speak."""
    turns = [turn for turn in document.turns if turn.speaker and role in (None, turn.role)]
    return list(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))
