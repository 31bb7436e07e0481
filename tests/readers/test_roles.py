"""Who is the agent."""

import pytest

from tonecheck.core.taxonomy import Role, RoleSource
from tonecheck.readers import ReadError, read_text
from tonecheck.readers.roles import role_of

THREE = "Jo: Hi.\nBo: So.\nMo: Hm.\nJo: Pay.\nBo: No.\nMo: Ah."


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Agent", Role.AGENT),
        ("COLLECTOR", Role.AGENT),
        ("Agent Ana", Role.AGENT),
        ("Ana (Agent)", Role.AGENT),
        ("AGENT_1", Role.AGENT),
        ("Customer Service Rep", Role.AGENT),
        ("Customer Support", Role.AGENT),
        ("Caller 2", Role.CUSTOMER),
        ("Account Holder", Role.CUSTOMER),
        ("END_USER", Role.CUSTOMER),
        ("IVR", Role.BOT),
        ("Supervisor", Role.SUPERVISOR),
        ("Customer's representative", Role.UNKNOWN),
        ("User", Role.UNKNOWN),
        ("Agentha", Role.UNKNOWN),
        ("SPEAKER_00", Role.UNKNOWN),
        (None, Role.UNKNOWN),
    ],
)
def test_role_words(label: str | None, role: Role) -> None:
    assert role_of(label) is role


def roles(text: str, *agents: str) -> list[tuple[Role, RoleSource]]:
    """List role and source of each turn."""
    return [(turn.role, turn.role_source) for turn in read_text(text, agents=agents).turns]


def test_unknown_stays_unknown_and_is_asked_for() -> None:
    document = read_text(THREE)
    assert {turn.role for turn in document.turns} == {Role.UNKNOWN}
    assert document.warnings == ("role not known of: Jo, Bo, Mo; say who the agent is",)


def test_named_agents() -> None:
    agent, guessed = (Role.AGENT, RoleSource.GIVEN), (Role.CUSTOMER, RoleSource.GUESSED)
    assert roles(THREE, "jo")[:3] == [agent, guessed, guessed]
    assert roles(THREE, "Jo", " MO ")[:3] == [agent, guessed, agent]


def test_the_other_of_two_is_the_customer() -> None:
    assert roles("Jo: Hi.\nBo: So.\nJo: Pay.\nBo: No.", "Jo")[1] == (Role.CUSTOMER, RoleSource.GIVEN)


def test_given_roles_outlast_naming() -> None:
    assert roles("Jo: Hi.\nSupervisor: So.\nJo: Pay.\nBot: x", "Jo")[1][0] is Role.SUPERVISOR


def test_unknown_agent_names_the_speakers() -> None:
    with pytest.raises(ReadError, match="no speaker is called 'Ann'; speakers found: Jo, Bo, Mo"):
        read_text(THREE, agents=["Ann"])
    assert read_text("Pay us.", agents=["Ann"]).turns[0].role is Role.AGENT, "a letter has no speakers"
