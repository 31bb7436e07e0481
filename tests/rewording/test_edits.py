"""Small edits: the words that are changed, and many that are not."""

import pytest

from tonecheck.rewording.edits import edits as bank

from .tools import check_reworded, check_unchanged, edits, request

REWORDED = [
    ("You have failed to pay.", "We have not received your payment."),
    ("You've failed to pay the March bill.", "We have not received payment of the March bill."),
    ("You FAILED to reply to our letters.", "We have not had a reply to our letters."),
    ("Despite our letters, you have failed to pay.",
     "Despite our letters, we have not received your payment."),
    ("Because of your failure to pay, we are writing again.",
     "Because we have not received your payment, we are writing again."),
    ("You must pay £40 by Friday.", "Please pay £40 by Friday."),
    ("You are hereby required to send the form.", "Please send the form."),
    ("Contact this office immediately.", "Please contact us by [date]."),
    ("Pay now!", "Please get in touch about paying."),
    ("Thank you for the call, you liar.", "Thank you for the call."),
    ("Listen, you deadbeat, the balance is £40.", "Listen, the balance is £40."),
    ("Where is the bloody payment for May?", "Where is the payment for May?"),
    ("How the hell did this happen?", "How did this happen?"),
    ("Are you stupid?", "Let me explain that another way."),
    ("Stop lying.", "Please tell me what happened."),
    ("That's not our problem.", "Please tell us more about that."),
    ("Your illness is of no interest to us.", "Your illness is something we would like to know about."),
    ("I don't care.", "I would like to hear more."),
    ("Spare us the story.", "Please tell us about the story."),
    ("We know you have excuses.", "We know you have reasons."),
    ("Unless you pay by Friday, we will take you to court.",
     "Unless you pay by Friday, [creditor] may [next step that is really planned]."),
    ("Call us by 4 June to avoid legal action.",
     "Please call us by 4 June so that we can agree a way forward."),
    ("If you do not pay £90 you will be arrested.",
     "If you do not pay £90, please tell us what you can manage."),
    ("If we hear nothing, we'll tell your employer.",
     "If we hear nothing, please tell us how you would like to be contacted."),
    ("Your wages will be garnished.", "[creditor] may [next step that is really planned]."),
    ("Pay by Friday or face the consequences.", "Pay by Friday or tell us what you can manage."),
    ("Further action may be taken.", "The next step is [next step that is really planned]."),
    ("Ignoring this will make matters worse.", "A short call or message is enough to start."),
    ("This is an official notice about your account.", "This is a letter about your account."),
    ("Not paying is theft.", "Please tell us if you cannot pay."),
    ("The offer ends tonight.", "The offer runs until [date]."),
    ("The balance is £300 plus costs.", "The balance is £300 plus costs of [amount]."),
    ("You cannot dispute this debt.",
     "If you want to dispute this debt, please tell us what looks wrong."),
    ("We are calling about a personal matter.",
     "We are calling about a matter we can explain once we know that we have the right person."),
    ("A payment of £50 will wipe your credit file clean.",
     "A payment of £50 will be recorded as [what is really recorded]."),
    ("Debts never expire.", "Please ask us how the age of this account affects it."),
]  # fmt: skip

UNCHANGED = [
    "The balance is £412.50 and it is due on 3 June.",
    "If that is not possible, please let us know.",
    "We have not received your payment of 3 May.",
    "Please contact us by 21 June.",
    "You can pay by card, by post or online.",
    "Thank you for the £25 you paid on 6 February.",
    "We will write to you again when the dispute has been looked at.",
    "The court has confirmed the plan we agreed.",
    "You do not have to decide on this call.",
    "Our office on Court Street is open until 5 pm.",
    "The final instalment of £60 was received.",
    "You told us that you were in hospital in March.",
    "I'm sorry that we called so often.",
    "If you want to complain, here is how.",
    "We failed to send the statement, and we are sorry.",
    "The immediate reason was a change of address.",
    "To avoid a second letter, we have noted your call.",
    "You may be able to get free advice.",
]


@pytest.mark.parametrize(("before", "after"), REWORDED)
def test_offending_words_are_changed(before: str, after: str) -> None:
    check_reworded(before, after)


@pytest.mark.parametrize("text", UNCHANGED)
def test_fair_words_stand(text: str) -> None:
    check_unchanged(text)


def test_only_the_finding_is_edited_first_then_every_such_wording() -> None:
    asked = request("You must pay £40 immediately.", words="immediately")
    texts = [proposal.text for proposal in edits().propose(asked)]
    assert texts == ["You must pay £40 by [date].", "Please pay £40 by [date]."]


def test_a_sentence_without_such_words_yields_nothing() -> None:
    assert list(edits().propose(request("The balance is £40."))) == []


def test_the_bank_is_large_enough_and_covers_every_subtype() -> None:
    from tonecheck.core.taxonomy import SUBTYPES

    assert len(bank()) >= 180
    assert {edit.subtype for edit in bank()} == set(SUBTYPES)


@pytest.mark.parametrize("edit", bank(), ids=lambda edit: edit.phrases[0])
def test_an_entry_keeps_the_format(edit: object) -> None:
    assert edit.next in ("", "end", "object")
    assert edit.at in ("", "start", "middle")
    assert edit.why.endswith(".")
    assert "  " not in edit.to
    assert edit.to.count("[") == edit.to.count("]")  # type: ignore[attr-defined]
    assert len(set(edit.phrases)) == len(edit.phrases)  # type: ignore[attr-defined]
    assert edit.to not in edit.phrases  # type: ignore[attr-defined]
