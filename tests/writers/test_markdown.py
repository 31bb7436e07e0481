"""Markdown: readable in a pull request, and inert."""

from dataclasses import replace

from tonecheck.writers.as_markdown import JOINER, plain
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.registry import load

from .conftest import letter_report


def written(*outcomes: Outcome, explain: bool = False) -> str:
    return "".join(load("markdown", Style(explain=explain)).write(outcomes))


def test_says_verdict_findings_and_what_is_missing(letter: Outcome) -> None:
    text = written(letter)
    for part in (
        "## drafts/first letter é.txt",
        "**✖ Do not send this as it is**",
        "### Line 2",
        "> Unless you pay £412.50 by 3 June, <strong>the sheriff will collect your telly,"
        " no court needed</strong>.",
        "- **Threatening (asset or income)** · high severity · sure (over 99% likely): Can be read as",
        "(to be verified)",
        "**Instead:**",
        "- You fill in: **\\[date\\]**",
        "**? Only send this if it is true:**",
        "### Required, and may be missing",
        "- Not checked: quoted reply: Line 4",
    ):
        assert part in text


def test_risk_of_self_harm_is_first(call: Outcome) -> None:
    assert written(call).startswith("> [!CAUTION]\n> **Safety first")


def test_words_of_a_letter_do_nothing() -> None:
    assert plain("@pay #12 <b>&") == f"@{JOINER}pay \\#{JOINER}12 &lt;b&gt;&amp;"
    assert plain("*a* _b_ `c` [d](e) | ~f~ $g$") == r"\*a\* \_b\_ \`c\` \[d\](e) \| \~f\~ \$g\$"
    assert plain("- a\n# b") == r"\- a \# b"
    assert plain("1. a") == r"1\. a"
    assert plain("1.5 kg - or 2) more") == "1.5 kg - or 2) more"


def test_no_raw_html_of_a_letter_gets_through() -> None:
    report = letter_report()
    found = replace(report.findings[0], message="<script>@everyone</script>", suggestions=())
    text = written(Outcome("<img>.md", replace(report, findings=(found,))), explain=True)
    assert "<script" not in text
    assert "<img" not in text
    assert "@everyone" not in text


def test_errors_and_explanations(letter: Outcome, failed: Outcome) -> None:
    text = written(letter, failed, explain=True)
    assert "**! Not checked.** =old.doc: a Word 97 file." in text
    assert "### How it was decided" in text
    assert "Pay £500." in text
