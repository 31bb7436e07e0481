"""The guard: every reason to refuse, and what passes."""

import pytest

from tonecheck.core.taxonomy import Action, Category
from tonecheck.rewording.base import Proposal, Rescored
from tonecheck.rewording.guard import judged, refusal

from .tools import CLEAN, REWRITER, request

REFUSED = [
    # original, proposal, part of the reason
    ("Pay the £40, fool.", "Please contact us.", "it loses the amount '£40'"),
    ("You owe $318.44, fool.", "Please pay $318.", "it loses the amount"),
    ("Find forty quid, fool.", "Please find what you can.", "it loses the amount"),
    ("Pay by Friday, fool.", "Please contact us.", "it loses the date 'Friday'"),
    ("Pay by 3 March 2026, fool.", "Please pay by 3 March.", "it loses the date"),
    ("Pay before noon, fool.", "Please pay when you can.", "it loses the date"),
    ("Reply within 14 days, fool.", "Please reply.", "it loses the deadline"),
    ("You have 72 hours, fool.", "Please reply.", "it loses the deadline"),
    ("Reply in the next ten minutes, fool.", "Please reply.", "it loses the deadline"),
    ("Mr Dunne, you fool.", "Please contact us.", "it loses the name 'Mr Dunne'"),
    ("You fool, Daniel.", "Please contact us.", "it loses the name"),
    ("We act for Tallis & Grey, fool.", "Please contact us.", "it loses the name"),
    ("Account ending 4471 is unpaid, fool.", "Your account is unpaid.", "it loses the reference"),
    ("Quote NLS-403177, fool.", "Please quote the number.", "it loses the reference"),
    ("See invoice 3391, fool.", "Please see the invoice.", "it loses the reference"),
    ("Ring 0161 496 0333, fool.", "Please ring us.", "it loses the phone number"),
    ("Write to help@firm.example, fool.", "Please write to us.", "it loses the e-mail address"),
    ("Go to firm.example/pay, fool.", "Please go to our page.", "it loses the link"),
    ("You can't dispute this, fool.", "Please pay this.", "it loses the right"),
    ("No point complaining, fool.", "Please pay this.", "it loses the right"),
    ("Forget StepChange, fool.", "Please call us.", "it loses the right"),
    ("Pay {{balance}}, fool.", "Please pay.", "it loses the placeholder"),
    ("Dear [NAME], you fool.", "Please contact us.", "it loses the placeholder"),
    ("Pay %(amount)s, fool.", "Please pay.", "it loses the placeholder"),
    ("Pay up, fool.", "Please pay £40.", "it adds the amount"),
    ("Pay up, fool.", "Please pay by Friday.", "it adds the date"),
    ("Pay up, fool.", "Please pay within 14 days.", "it adds the deadline"),
    ("Pay up, fool.", "Please ring 0161 496 0333.", "it adds the phone number"),
    ("Pay up, fool.", "Please ask Mr Dunne.", "it adds the name"),
    ("Pay up, fool.", "You can dispute this.", "it adds the right"),
    ("Pay up, fool.", "StepChange can help you.", "it adds the right"),
    ("Pay up, fool.", "We may go to court.", "it adds a legal step"),
    ("Pay up, fool.", "Otherwise a solicitor may write.", "it adds a legal step"),
    ("Pay up, fool.", "Your wages may be garnished.", "it adds a legal step"),
    ("Pay up, fool.", "We will call you back.", "it adds a promise"),
    ("Pay up, fool.", "I'll note that down.", "it adds a promise"),
    ("Pay up, fool.", "You will not hear from us again.", "it adds a promise"),
    ("Pay up, fool.", "Interest could be waived.", "it adds a concession"),
    ("Pay up, fool.", "A discount is possible.", "it adds a concession"),
    ("Pay up, fool.", "The account is on hold.", "it adds a concession"),
    ("Pay up, fool.", "Please  contact us.", "a space too many"),
    ("Pay up, fool.", "Please contact us .", "a space before punctuation"),
    ("Pay up, fool.", "Please contact us,.", "punctuation left over"),
    ("Pay up, fool.", "Please contact us by [date.", "an open bracket"),
    ("Pay up, fool.", 'Please "contact us.', "an open quotation mark"),
    ("Pay up, fool.", "please contact us.", "no capital letter"),
    ("Pay up, fool.", "Please contact us", "no final stop"),
    ("Pay up, fool.", "This is a account matter.", "'a account'"),
    ("Pay up, fool.", "This is an letter.", "'an letter'"),
    ("Pay up, fool.", "This is a honest question.", "'a honest'"),
    ("Pay up, fool.", "Please contact us us.", "'us us'"),
    ("Pay up, fool.", "Please contact us and.", "it breaks off"),
    ("Pay up, fool.", "You must please call.", "'must please'"),
    ("Pay up, fool.", "", "it is empty"),
    ("Pay up, fool.", "Pay up, fool.", "it equals the original"),
    ("Pay up, fool.", "pay up,  FOOL.", "it equals the original"),
    ("Pay up, fool.", " Pay up, fool. ", "it equals the original"),
    ("Pay up, fool.", "Please " + "tell us how things are and " * 7 + "call us.", "it is too long"),
]

PASSED = [
    ("Pay the £40, fool.", "Please contact us about the £40."),
    ("Pay £1,940 by 3 March, fool.", "Could you pay £1940.00 by March 3?"),
    ("You owe it on account ending 4471, fool.", "Please contact us about account ending 4471."),
    ("Pay up, fool.", "Please contact us by [date]."),
    ("We'll go to court, fool.", "[creditor] may go to court."),
    ("Pay up, fool.", "If nothing changes, [creditor] may [next step that is really planned]."),
    ("Nobody can dispute this, fool.", "If you want to dispute this, please tell us what looks wrong."),
    ("Pay up, fool.", "We cannot promise that."),
]


@pytest.mark.parametrize(("original", "text", "reason"), REFUSED)
def test_a_proposal_is_refused_with_its_reason(original: str, text: str, reason: str) -> None:
    asked = request(original, words=original.rstrip(".").split()[-1])
    refused = refusal(asked, Proposal(text, "reword", ""))
    assert refused is not None
    assert reason in refused


@pytest.mark.parametrize(("original", "text"), PASSED)
def test_a_faithful_proposal_passes(original: str, text: str) -> None:
    asked = request(original, words=original.rstrip(".").split()[-1])
    assert refusal(asked, Proposal(text, "reword", "")) is None


@pytest.mark.parametrize(
    "text",
    [
        "This is an attempt to collect a debt.",
        "You have the right to dispute this debt.",
        "Reply STOP to opt out.",
    ],
)
def test_statutory_wording_is_never_touched(text: str) -> None:
    asked = request(text, locked=True)
    assert refusal(asked, Proposal("Please contact us.", "reword", "")) == "it would change statutory wording"
    rewording = REWRITER.reword(asked)
    assert rewording.suggestions == ()
    assert "statutory" in rewording.refusals[0].reason


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ("You are a total waste of everybody's time.", "A total waste of time for everybody."),
        ("Our boys know which school she attends.", "Boys know the school she attends."),
        ("Watch your back on the way home.", "Please watch your back on the way home."),
    ],
)
def test_words_to_be_removed_may_not_stay(original: str, text: str) -> None:
    asked = request(original, "violence", action=Action.REMOVE)
    assert refusal(asked, Proposal(text, "reword", "")) == "it keeps the offending words"


@pytest.mark.parametrize(
    ("original", "refused"),
    [
        ("We are coming on Friday.", False),
        ("Be afraid of tomorrow.", False),
        ("We come at noon.", False),
        ("We are coming for the £40.", True),
        ("We have your account 4471 and your street.", True),
        ("We are coming, Mr Dunne.", True),
    ],
)
def test_only_a_time_may_go_with_removed_words(original: str, refused: bool) -> None:
    asked = request(original, "violence", action=Action.REMOVE)
    assert (refusal(asked, Proposal("Please get in touch.", "reword", "")) is not None) is refused


@pytest.mark.parametrize("category", list(Category))
def test_a_text_that_scores_worse_is_refused(category: Category) -> None:
    before = Rescored((), dict.fromkeys(Category, 0.2))
    worse = Rescored((), {**before.scores, category: 0.3})
    assert str(category) in str(judged(before, worse))
    assert judged(before, Rescored((), dict.fromkeys(Category, 0.2))) is None
    assert judged(before, Rescored((), dict.fromkeys(Category, 0.0))) is None


@pytest.mark.parametrize("subtype", ["insult", "legal-action", "false-urgency"])
def test_a_text_that_is_still_found_is_refused(subtype: str) -> None:
    findings = request("Pay up, fool.", subtype).findings
    assert "it is still" in str(judged(CLEAN, Rescored(findings, CLEAN.scores)))


@pytest.mark.parametrize(
    ("original", "action", "reason"),
    [
        ("You are pathetic.", Action.REMOVE, None),
        ("You are pathetic, Daniel.", Action.REMOVE, None),
        ("You are pathetic.", Action.REWORD, "legitimate"),
        ("Pathetic, and £40 short.", Action.REMOVE, "it loses the amount"),
        ("Pathetic, as is account 4471.", Action.REMOVE, "it loses the reference"),
    ],
)
def test_a_removal_loses_nothing(original: str, action: Action, reason: str | None) -> None:
    refused = refusal(request(original, "insult", action=action), Proposal("", "remove", ""))
    assert refused is None if reason is None else reason in str(refused)
