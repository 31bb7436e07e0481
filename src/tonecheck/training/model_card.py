"""What was measured to the model's card: only figures of the files that lie beside it."""

from collections.abc import Iterable
from pathlib import Path

from tonecheck.model_files import CARD, WEIGHTS, ModelConfig
from tonecheck.training.evaluation.everything import Measurements
from tonecheck.training.evaluation.judgement import Evaluation
from tonecheck.training.evaluation.plots import coverage_plot, reliability_plot
from tonecheck.training.evaluation.signals import SignalFigures
from tonecheck.training.split import Split


def write_card(folder: Path, config: ModelConfig, split: Split, measured: Measurements) -> None:
    """Write the card and its drawings into `folder`."""
    reliability_plot(measured.both, folder / "reliability.svg")
    coverage_plot(measured.both, folder / "coverage.svg")
    parts = [
        _head(config, split),
        _bars(measured),
        _compared(measured),
        _categories(config, measured.both),
        _slices(measured.both),
        _signals(measured),
        _robust(measured),
        _families(measured),
        _external(measured),
        _errors(measured.both),
    ]
    (folder / CARD).write_text("\n".join(line for part in parts for line in part) + "\n", encoding="utf-8")


def _table(head: str, rows: Iterable[str]) -> list[str]:
    columns = head.count("|") - 1
    return [head, "|" + "---|" * columns, *rows, ""]


def _head(config: ModelConfig, split: Split) -> list[str]:
    recipe = ", ".join(f"{key} {value}" for key, value in config.recipe.items())
    return [
        f"# {config.name}",
        "",
        "Judges one sentence or spoken turn of debt-collection language as harsh, misleading or threatening, and",
        "hears what customers show and senders do well. It flags for a person's review; it never finds anybody",
        "guilty of anything.",
        "",
        "## What it is",
        "",
        "A 6-layer MiniLM (all-MiniLM-L6-v2, Apache-2.0), fine-tuned with heads for categories, subtypes, acts,",
        "offending words, cues and strengths, exported as dynamic int8 ONNX and served one text at a time.",
        "Calibration, thresholds and the weight of the rules were fitted on the int8 file.",
        f"Weights' SHA-256: `{config.hashes[WEIGHTS]}`.",
        "",
        f"Trained on {len(split.train)} sentences and turns, and for the last epochs on {len(split.late)} newer and everyday ones more,",
        "all written for this purpose by language models under the labelling guide (data/guide.md); no real",
        "letters or calls. data/README.md says how they were labelled, and how far two raters agree.",
        f"Corpus and split hash: {split.hash}. Recipe: {recipe}.",
        "",
    ]


def _bars(measured: Measurements) -> list[str]:
    both, cues = measured.both, measured.cues
    risk = cues.rows.get("self-harm-risk")
    rows = (
        ("Macro-F1 on unseen statements", "at least 0.80; 0.90 is the aim", both.macro_f1),
        ("Any offence told, F1", "at least 0.80", both.labels["any"]["f1"]),
        ("Every side of unseen contrast sets right", "at least 0.85", both.pairs_right),
        ("Hard harmless traps flagged", "at most 0.03", both.hard_flagged),
        ("Plain harmless sentences flagged", "at most 0.01", both.plain_flagged),
        ("Threat recall", "at least 0.95", both.labels["threatening"]["recall"]),
        ("Calibration error", "at most 0.05", f"{both.calibration_error:.3f}"),
        ("Cue recall, mean", "at least 0.90", f"{cues.macro_recall:.3f}"),
        ("Self-harm-risk recall", "at least 0.98", f"{risk.recall:.3f} of {risk.there}" if risk else "none"),
        (
            "Self-harm-risk false alarms",
            "at most 0.005",
            f"{risk.false_alarms:.4f} of {cues.turns - risk.there}" if risk else "none",
        ),
        ("Characters marked, F1", "at least 0.70", measured.spans.character_f1),
        ("Macro-F1 above the best baseline", "above 0", measured.gain),
    )
    return [
        "## Measured",
        "",
        f"On {both.items} sentences and turns, and {cues.turns} turns of customers, written and labelled by language",
        "models from briefs of their own, without sight of the training text; calibrated on other such batches.",
        "Real letters and calls were not measured. Brackets: 95% bootstrap interval, by contrast set and document.",
        "A label counts where tonecheck is sure.",
        "",
        *_table("| | bar | measured |", (f"| {name} | {bar} | {value} |" for name, bar, value in rows)),
        f"A bar that is not reached is not reached. {both.unsure:.0%} of the items had a category for which tonecheck",
        "says it is not sure and asks for a person.",
        "",
        "![reliability](reliability.svg) ![risk and coverage](coverage.svg)",
        "",
    ]


def _compared(measured: Measurements) -> list[str]:
    judges = {
        "rules and model": measured.both,
        "model alone": measured.alone,
        "rules alone": measured.rules,
        **measured.baselines,
    }
    return [
        "## Beside simpler judges",
        "",
        "In one run, on the same items; baselines with logistic regression learnt from the same text, at 0.5.",
        "",
        *_table(
            "| | macro-F1 | any offence F1 | harmless flagged | contrast sets right |",
            (
                f"| {name} | {own.macro_f1} | {own.labels['any']['f1'].value:.3f} "
                f"| {own.benign_flagged.value:.3f} | {own.pairs_right.value:.3f} |"
                for name, own in judges.items()
            ),
        ),
    ]


def _categories(config: ModelConfig, both: Evaluation) -> list[str]:
    spread = {str(c): f"{t.sure} | {t.unsure}" for c, t in config.thresholds.items()} | {"any": "|"}
    return [
        "## By category",
        "",
        *_table(
            "| category | precision | recall | F1 | sure from | unsure from |",
            (
                f"| {name} | {row['precision']} | {row['recall']} | {row['f1']} | {spread[name]} |"
                for name, row in both.labels.items()
            ),
        ),
    ]


def _slices(both: Evaluation) -> list[str]:
    return [
        "## By trap, subtype, channel and jurisdiction",
        "",
        *_table("| harmless trap | items | flagged |", _shares(both.traps)),
        *_table("| subtype | items | its category found |", _shares(both.subtypes)),
        *_table(
            "| channel or jurisdiction | items | macro-F1 | harmless flagged |",
            (
                f"| {name} | {row.items} | {row.macro_f1:.2f} | {row.benign_flagged:.3f} |"
                for name, row in (both.channels | both.jurisdictions).items()
            ),
        ),
    ]


def _shares(table: dict[str, tuple[int, float]]) -> Iterable[str]:
    return (f"| {name} | {number} | {part:.2f} |" for name, (number, part) in table.items())


def _signals(measured: Measurements) -> list[str]:
    def rows(figures: SignalFigures) -> list[str]:
        return _table(
            f"| of {figures.turns} turns | there | recall | precision | shown where it is not |",
            (
                f"| {name} | {row.there} | {row.recall:.2f} | {row.precision:.2f} | {row.false_alarms:.4f} |"
                for name, row in figures.rows.items()
            ),
        )

    return [
        "## Cues of customers and strengths of senders",
        "",
        *rows(measured.cues),
        *rows(measured.strengths),
    ]


def _robust(measured: Measurements) -> list[str]:
    held, own = measured.robustness, measured.spans
    number, rewritten, standard = held.dialect_flagged
    total, flipped = held.swaps_flipped
    return [
        "## Words shown, noise and fairness",
        "",
        f"Of {own.items} items told right, the letters shown meet the letters marked with F1 {own.character_f1}.",
        f"Without the words shown {own.cleared:.0%} are no longer flagged; without as many letters elsewhere "
        f"{own.cleared_by_chance:.0%}.",
        "",
        *_table("| noise | macro-F1 |", (f"| {kind} | {value:.3f} |" for kind, value in held.noise.items())),
        f"Dialect and second-language rewrites of harmless sentences flagged: {rewritten:.3f} of {number}; their",
        f"standard originals: {standard:.3f}. Labels changed by another name or identity: {flipped:.4f} of {total}.",
        "",
    ]


def _families(measured: Measurements) -> list[str]:
    return [
        "## Families of cases",
        "",
        "Share of each family judged as the guide says; the errors of unseen families are not looked at.",
        "",
        *_table(
            "| family | expected | cases | right |",
            (
                f"| {family.name}{' (unseen)' if family.unseen else ''} "
                f"| {', '.join(sorted(family.expects)) or 'none'} | {len(family.cases)} "
                f"| {measured.behaviour[family.name]:.2f} |"
                for family in sorted(measured.families, key=lambda f: (f.unseen, f.name))
            ),
        ),
    ]


def _external(measured: Measurements) -> list[str]:
    if not measured.external:
        return []
    return [
        "## Public sets",
        "",
        "Of another domain, never learnt from: share flagged in each cell, and what it should be.",
        "",
        *_table(
            "| cell | lines | flagged | wanted |",
            (f"| {row.name} | {row.items} | {row.flagged:.2f} | {row.wanted} |" for row in measured.external),
        ),
    ]


def _errors(both: Evaluation) -> list[str]:
    return [
        "## The 100 worst errors",
        "",
        "Item, expected, said (texts in data/corpus/):",
        "",
        *(f"- {item}: {expected}; said {said}" for item, expected, said in both.errors),
    ]
