"""Facts: what is found, and what counts as the same."""

import itertools

import pytest

from tonecheck.rewording.facts import facts_of

FOUND = [
    ("The balance is £1,940.", "amount", "£1,940"),
    ("You owe $318.44, please.", "amount", "$318.44"),
    ("Pay €900 first.", "amount", "€900"),
    ("Send ₹3,100 now.", "amount", "₹3,100"),
    ("A fee of Rs 500 applies.", "amount", "Rs 500"),
    ("It went up by 50p.", "amount", "50p"),
    ("Find the 5k.", "amount", "5k"),
    ("That is two hundred quid.", "amount", "two hundred quid"),
    ("Can you do sixty?", "amount", "sixty"),
    ("Interest runs at 12%.", "percent", "12%"),
    ("It is due on 3 March 2026.", "date", "3 March 2026"),
    ("It is due on March 3, 2026.", "date", "March 3, 2026"),
    ("It is due on 12/03/2026.", "date", "12/03/2026"),
    ("Come on Friday.", "date", "Friday"),
    ("Call before noon.", "date", "noon"),
    ("Call before 5:30 pm.", "date", "5:30 pm"),
    ("Reply by tomorrow.", "date", "tomorrow"),
    ("Full 2,300 please.", "number", "2,300"),
    ("See matter 2019-CL-4 now.", "reference", "2019-CL-4"),
    ("Someone comes 2-4pm.", "date", "2-4pm"),
    ("Pay it by the 28th.", "date", "28th"),
    ("Be at the phone by 8.", "date", "8"),
    ("The door shuts at 4.45, not later.", "date", "4.45"),
    ("We wrote to 14 Farrow Close.", "reference", "14 Farrow Close"),
    ("The locks at flat 6 are new.", "reference", "flat 6"),
    ("We opened Claim File 3-B today.", "reference", "File 3-B"),
    ("The 2008 loan is open.", "date", "2008"),
    ("Reply within 14 days.", "deadline", "within 14 days"),
    ("Reply in the next ten minutes.", "deadline", "in the next ten minutes"),
    ("You have 72 hours.", "deadline", "72 hours"),
    ("See account ending 4471.", "reference", "account ending 4471"),
    ("Quote reference NLS-403177.", "reference", "reference NLS-403177"),
    ("Call 0161 496 0333.", "phone", "0161 496 0333"),
    ("Call (918) 555-0164.", "phone", "(918) 555-0164"),
    ("Call 555-0147.", "phone", "555-0147"),
    ("Write to help@firm.example.", "email", "help@firm.example"),
    ("Go to https://firm.example/pay.", "link", "https://firm.example/pay"),
    ("Thank you, Mr Dvorak.", "name", "Mr Dvorak"),
    ("We act for Trillium Peak Fitness here.", "name", "Trillium Peak Fitness"),
    ("We act for Tallis & Grey here.", "name", "Tallis & Grey"),
    ("The sum is {{balance}}.", "placeholder", "{{balance}}"),
    ("Dear [NAME], hello.", "placeholder", "[NAME]"),
    ("The sum is %(amount)s.", "placeholder", "%(amount)s"),
    ("You can dispute this.", "right", "dispute"),
    ("You can complain.", "right", "complain"),
    ("The Ombudsman can look at it.", "right", "Ombudsman"),
    ("StepChange can help.", "right", "StepChange"),
    ("Take free advice.", "right", "free advice"),
]

NOT_FOUND = [
    "Please call us when it suits you.",
    "We are sorry about that.",
    "Your letters were not answered.",
    "We may write to you again.",
    "Pay the bill today.",
    "You have had it for six years.",
    "Seventy-eight years old.",
    "I told you three times.",
    "The police came.",
    "Look, I am trying to help.",
    "A grand house.",
]

SAME = [
    ("£1,940", "£1940.00"),
    ("£40", "40 pounds"),
    ("£40", "forty quid"),
    ("$50", "fifty dollars"),
    ("5k", "5 grand"),
    ("3 March", "March 3rd"),
    ("3 March 2026", "March 3, 2026"),
    ("within 14 days", "in 14 days"),
    ("within two hours", "in 2 hours"),
    ("5 pm", "5pm"),
    ("12%", "12 per cent"),
    ("reference NLS-403177", "ref. nls-403177"),
    ("0161 496 0333", "0161-496-0333"),
    ("Mr. Dvorak", "Mr Dvorak"),
]

DIFFERENT = [
    ("£40", "£400"),
    ("£40", "$40"),
    ("3 March", "4 March"),
    ("3 March 2026", "3 March"),
    ("within 14 days", "within 7 days"),
    ("Friday", "Monday"),
    ("account 4471", "account 4472"),
    ("Mr Dvorak", "Mr Dunne"),
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_a_fact_is_found(text: str, kind: str, words: str) -> None:
    assert (kind, words) in [(fact.kind, fact.text) for fact in facts_of(text)]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_ordinary_words_are_no_facts(text: str) -> None:
    assert [fact for fact in facts_of(text) if fact.kind != "soft"] == []


def keys(words: str) -> list[tuple[str, str]]:
    return [fact.key for fact in facts_of(f"It is {words}, thank you.") if fact.kind != "soft"]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_fact_written_twice_is_the_same(one: str, other: str) -> None:
    assert keys(one)
    assert keys(one) == keys(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_facts_are_others(one: str, other: str) -> None:
    assert keys(one)
    assert keys(one) != keys(other)


def test_spans_slice_to_the_words_and_do_not_overlap() -> None:
    text = "Mr Dvorak, pay $318.44 on account ending 4471 by 5:00 p.m. on Friday 3 March or call 555-0147."
    facts = facts_of(text)
    assert all(text[fact.start : fact.end] == fact.text for fact in facts)
    assert all(one.end <= other.start for one, other in itertools.pairwise(facts))
    assert {"name", "amount", "reference", "date", "phone"} <= {fact.kind for fact in facts}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Thank you, Daniel.", "addressee"),
        ("Fiona, it would pain me.", "addressee"),
        ("This is Dana with the office.", "speaker"),
        ("We act for Ridgeway National Credit here.", "firm"),
        ("Shall we ask Sandra about it?", "bare"),
        ("I spoke to Mr Haldane about it.", "person"),
    ],
)
def test_a_name_has_a_role(text: str, role: str) -> None:
    assert [fact.role for fact in facts_of(text) if fact.kind == "name"] == [role]
