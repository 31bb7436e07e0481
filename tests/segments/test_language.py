"""Paragraphs in another language are set aside; short lines, names and dialect never are."""

import subprocess
import sys

import pytest

from tonecheck.core.document import Document
from tonecheck.segments.language import english, foreign
from tonecheck.segments.sentences import Segmenter


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sehr geehrter Herr Brandt, wir bitten Sie um Zahlung der offenen Rechnung bis Freitag.", "de"),
        ("Estimada señora Ruiz: le escribimos sobre el saldo pendiente de su cuenta.", "es"),
        ("Nous vous écrivons au sujet de votre compte, dont le solde reste impayé à ce jour.", "fr"),
        ("Уважаемый клиент, пожалуйста, свяжитесь с нами по поводу вашего счёта.", "ru"),
        ("कृपया अपने खाते की बकाया राशि के बारे में हमसे संपर्क करें।", "hi"),
    ],
)
def test_foreign(text: str, code: str) -> None:
    assert foreign(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "You must pay today or else.",
        "Ye'll no be lifted for this, hen, dinnae fret.",
        "pls txt bak asap bal due",
        "Mr Krzysztof Wojciechowski",
        "Schulze & Söhne GmbH, Köln",
        "Account 4471 / Balance £412.50 / Due 3 June",
        "Kindly revert back by EOD only, sir, the EMI is bounced na.",
        "😀😀😀",
        "",
    ],
)
def test_not_foreign(text: str) -> None:
    assert foreign(text) is None


def test_only_the_foreign_paragraph_is_set_aside() -> None:
    text = (
        "We are writing about your account.\n\n"
        "Estimada señora Ruiz: le escribimos sobre el saldo pendiente.\n\n"
        "Please call us."
    )
    document = Document.of(text)
    document, kept = english(document, Segmenter().sentences(document))
    assert [s.text for s in kept] == ["We are writing about your account.", "Please call us."]
    assert document.language == "en"
    (gap,) = document.unchecked
    assert text[gap.start : gap.end].startswith("Estimada")
    assert gap.reason == "not English (language: es)"


@pytest.mark.slow
def test_the_detector_stays_small() -> None:
    """Under 100 MB for the detector, as README says; time is measured in benchmarks only."""
    code = (
        "import resource; from tonecheck.segments.language import foreign, _detector\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "_detector().detect_language_of('Wir bitten Sie um Zahlung der offenen Rechnung.')\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert float(out) < 100
