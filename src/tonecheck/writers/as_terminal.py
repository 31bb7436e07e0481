"""Report to text: the page people see first, on a terminal of 60 to 100 columns."""

from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO

from rich.box import ROUNDED
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from tonecheck.core.finding import Finding
from tonecheck.core.report import Cue, Duty, Report
from tonecheck.core.taxonomy import Verdict
from tonecheck.writers import words
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.cards import by_place, cards, missing_duties, other_cues, place, safety_cues, unchecked
from tonecheck.writers.plain import one_line
from tonecheck.writers.terminal_cards import card
from tonecheck.writers.terminal_ink import VERDICT_STYLES, Ink, bullets, labelled, section

NARROWEST, WIDEST = 40, 100


class TerminalWriter:
    """Writes a report as a calm page: safety, verdict, findings by place, what is missing, the rest."""

    name = "terminal"

    def __init__(self, style: Style) -> None:
        self._style = style
        self._ink = Ink(style.color)

    def write(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """See Writer.write. Yields one page a file, then a summary where there were several."""
        verdicts: Counter[Verdict | None] = Counter()
        in_danger: list[str] = []
        for outcome in outcomes:
            report = outcome.report
            gap = "\n\n" if verdicts else ""
            verdicts[report.verdict if report else None] += 1
            if report and safety_cues(report):
                in_danger.append(outcome.name)
            parts = self._page(outcome.name, report) if report else _error(outcome)
            yield gap + self._print(parts)
        if verdicts.total() > 1:
            yield "\n" + self._print(_summary(verdicts, in_danger))

    def _print(self, parts: Iterable[RenderableType]) -> str:
        """Return what rich makes of `parts`, whatever the environment says of the terminal."""
        console = Console(
            file=StringIO(),
            width=min(max(self._style.width, NARROWEST), WIDEST),
            height=100,
            color_system="standard" if self._style.color else None,
            force_terminal=self._style.color,
            no_color=not self._style.color,
            legacy_windows=False,
            markup=False,
            highlight=False,
            emoji=False,
            _environ={},
        )
        with console.capture() as captured:
            console.print(Group(*parts))
        return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())

    def _page(self, name: str, report: Report) -> Iterator[RenderableType]:
        """Yield the page of one report, the most urgent first."""
        if urgent := safety_cues(report):
            yield _safety(report, urgent)
        yield _header(name, report)
        for where, held in by_place(cards(report)):
            yield section(where)
            for one in held:
                yield card(one, report.document, self._ink, self._style.explain)
        yield from _duties(report)
        yield from _cues(report)
        yield from _rest(report)
        if self._style.explain:
            yield from _explained(report)
        yield Padding(Text(f"{words.CLOSING}\n{words.versions(report)}", style="dim"), (1, 0, 0, 0))


def _error(outcome: Outcome) -> Iterator[RenderableType]:
    """Yield what is said of a file without a report."""
    text = Text.assemble(("! Not checked", "bold red"), "\n", one_line(outcome.error or ""))
    yield Panel(text, title=_title(outcome.name), title_align="left", border_style="red", box=ROUNDED)


def _title(name: str) -> Text:
    return Text(one_line(name), style="bold")


def _safety(report: Report, cues: tuple[Cue, ...]) -> RenderableType:
    """Return the panel that comes before everything else."""
    parts: list[RenderableType] = [Text(words.SAFETY, style="bold red"), Text()]
    for cue in cues:
        parts.append(Text(f"“{one_line(cue.text)}”", style="bold"))
        answered = f" · {words.ANSWERED[cue.answered]}" if cue.answered in words.ANSWERED else ""
        parts.append(Text(f"{place(report.document, cue.start)}{answered}", style="dim"))
    parts.append(Text())
    parts.append(bullets(words.SAFETY_STEPS, sign="→", indent=0))
    title = Text(f"! {words.SAFETY_TITLE}", style="bold red")
    return Panel(Group(*parts), title=title, title_align="left", border_style="red", box=ROUNDED)


def _header(name: str, report: Report) -> RenderableType:
    """Return file, verdict, the reason for it, and what was checked by which rules."""
    style = VERDICT_STYLES[report.verdict]
    text = Text.assemble(
        (f"{words.SYMBOLS[report.verdict]} {words.verdict(report)}\n", f"bold {style}"),
        f"Why: {words.because(report)}\n",
        (one_line(words.about(report.document)), "dim"),
    )
    return Panel(text, title=_title(name), title_align="left", border_style=style, box=ROUNDED)


def _duties(report: Report) -> Iterator[RenderableType]:
    """Yield missing statements: required ones with the sentence to add, then good practice."""
    if required := missing_duties(report, required=True):
        yield section("Required, and may be missing", "bold yellow")
        for duty in required:
            heading = Text(f"✎ {_duty_name(duty)}", style="bold")
            yield Padding(heading, (1, 0, 0, 2))
            rows: list[tuple[str, RenderableType]] = []
            if duty.why:
                rows.append(("Why", Text(one_line(duty.why))))
            if duty.suggestion:
                rows.append(("Add:", Text(f"“{one_line(duty.suggestion)}”")))
            yield labelled(rows)
    if advised := missing_duties(report, required=False):
        yield section("Good practice, not required")
        yield bullets(_advised(duty) for duty in advised)


def _duty_name(duty: Duty) -> str:
    return words.DUTIES.get(duty.id, words.spoken(duty.id))


def _advised(duty: Duty) -> Text:
    text = Text(_duty_name(duty))
    return text.append(f": “{one_line(duty.suggestion)}”", style="dim") if duty.suggestion else text


def _cues(report: Report) -> Iterator[RenderableType]:
    """Yield what the customer shows, missed moments in words."""
    if not (cues := other_cues(report)):
        return
    yield section("What the customer shows")
    items = []
    for cue in cues:
        answered = f" ({words.ANSWERED[cue.answered]})" if cue.answered in words.ANSWERED else ""
        items.append(
            Text.assemble(
                (words.CUES.get(cue.id, words.spoken(cue.id)), "bold"),
                f": “{one_line(cue.text)}”",
                (answered, "yellow" if cue.answered == "missed" else ""),
                (f" {place(report.document, cue.start)}", "dim"),
            )
        )
    yield bullets(items)


def _rest(report: Report) -> Iterator[RenderableType]:
    """Yield what is done well, how it reads, and what was not looked at."""
    rows: list[tuple[str, RenderableType]] = []
    if done_well := words.strengths(report):
        rows.append(("Good", Text(f"The wording {done_well}.")))
    if report.reading:
        rows.append(("Reading", Text(words.reading(report.reading))))
    present = [_duty_name(duty) for duty in report.duties if duty.state == "present"]
    if present:
        rows.append(("Present", Text("; ".join(present) + ".")))
    rows.extend(("Skipped", Text(skipped)) for skipped in unchecked(report.document))
    rows.extend(("Note", Text(one_line(warning))) for warning in report.document.warnings)
    if report.ignored:
        rows.append(
            ("Ignored", Text(f"{words.count(len(report.ignored), 'finding')} set aside by a person:"))
        )
        rows.extend(("", Text(_ignored(ignored.finding, ignored.reason))) for ignored in report.ignored)
    if rows:
        yield section("Also")
        yield labelled(rows, indent=2)


def _ignored(finding: Finding, reason: str) -> str:
    return one_line(f"“{finding.text}” ({finding.category.value}): {reason}")


def _explained(report: Report) -> Iterator[RenderableType]:
    """Yield how the decisions came about, and the rewordings the guard refused."""
    if report.trace:
        yield section("How it was decided")
        text = report.document.text
        yield labelled(
            (
                (step.step, Text(one_line(f"“{text[step.start : step.end]}”: {step.detail}")))
                for step in report.trace
            ),
            indent=2,
        )
    if report.refusals:
        yield section("Rewordings that were refused")
        yield bullets(Text(one_line(f"“{refused.text}”: {refused.reason}")) for refused in report.refusals)


def _summary(verdicts: Counter[Verdict | None], in_danger: list[str]) -> Iterator[RenderableType]:
    """Yield one line about all files, and where somebody may be in danger."""
    yield section(words.count(verdicts.total(), "file"))
    for verdict in reversed(Verdict):
        if verdicts[verdict]:
            number = f"  {words.SYMBOLS[verdict]} {verdicts[verdict]} "
            yield Text.assemble((number, f"bold {VERDICT_STYLES[verdict]}"), words.DRAFT_VERDICTS[verdict])
    if verdicts[None]:
        yield Text(f"  ! {verdicts[None]} could not be checked", style="bold red")
    for name in in_danger:
        yield Text(f"  ! {one_line(name)}: {words.SAFETY}", style="bold red")
