"""What was measured to the model's card: only figures of the files that lie beside it."""

from dataclasses import asdict

from tonecheck.model_files import ModelConfig
from tonecheck.training.evaluate import Evaluation
from tonecheck.training.split import Split
from tonecheck.training.train import Recipe

_BARS = (
    ("Macro-F1 on unseen statements", "at least 0.80; 0.90 is the aim"),
    ("Both sides of unseen pairs right", "at least 0.85"),
    ("Hard harmless traps flagged", "at most 0.03"),
    ("Plain harmless sentences flagged", "at most 0.01"),
    ("Threat recall", "at least 0.95"),
    ("Calibration error", "at most 0.05"),
)


def card(
    config: ModelConfig, recipe: Recipe, split: Split, both: Evaluation, alone: Evaluation, rules: Evaluation
) -> str:
    """Return the card's Markdown."""
    hard = {name: row for name, row in both.traps.items() if name not in ("mundane", "none")}
    count = sum(number for number, _ in hard.values())
    trapped = sum(number * share for number, share in hard.values()) / max(1, count)
    measured = (
        str(both.macro_f1),
        str(both.pairs_right),
        f"{trapped:.3f} of {count}",
        str(both.mundane_flagged),
        str(both.labels["threatening"]["recall"]),
        f"{both.calibration_error:.3f}",
    )
    lines = [
        f"# {config.name}",
        "",
        "Judges one sentence or spoken turn of debt-collection language as harsh, misleading or threatening.",
        "It flags for a person's review; it never finds anybody guilty of anything.",
        "",
        "## What it is",
        "",
        "A 6-layer MiniLM (all-MiniLM-L6-v2, Apache-2.0), fine-tuned with heads for categories, subtypes, acts",
        "and offending words, exported as dynamic int8 ONNX and served one text at a time. Weights of the",
        f"rules, calibration and thresholds were fitted on the int8 file. Weights' SHA-256 begins "
        f"{config.hashes['model.int8.onnx'][:12]}.",
        "",
        f"Trained on {len(split.train)} sentences and turns, and for the last epochs on {len(split.late)} everyday ones more, all",
        "written for this purpose by language models under the labelling guide (data/README.md), each labelled",
        "once, by its writer; no real letters or calls. Turns of customers are not trained on.",
        f"Corpus and split hash: {split.hash}. Recipe: "
        + ", ".join(f"{key} {value}" for key, value in asdict(recipe).items())
        + ".",
        "",
        "## Measured",
        "",
        f"On {both.items} sentences and turns written and labelled by a language model from a fresh brief, without",
        "sight of the training text; calibrated on another such batch. Real letters and calls were not measured.",
        "The bounds of the thresholds were settled after a first look at this batch: it is not quite blind.",
        "Brackets: 95% bootstrap interval, by pair and document. A label counts where tonecheck is sure.",
        "",
        "| | bar | measured |",
        "|---|---|---|",
        *(f"| {name} | {bar} | {value} |" for (name, bar), value in zip(_BARS, measured, strict=True)),
        "",
        f"Bars not reached are not reached: this is a first model. {both.unsure:.0%} of the items had a category",
        "for which tonecheck says it is not sure and asks for a person.",
        "",
        "| | rules and model | model alone | rules alone |",
        "|---|---|---|---|",
        f"| macro-F1 | {both.macro_f1} | {alone.macro_f1} | {rules.macro_f1} |",
        f"| harmless items flagged | {both.benign_flagged} | {alone.benign_flagged} | {rules.benign_flagged} |",
        f"| pairs right | {both.pairs_right} | {alone.pairs_right} | {rules.pairs_right} |",
        "",
        "| category | precision | recall | F1 | sure from | unsure from |",
        "|---|---|---|---|---|---|",
    ]
    for category, threshold in config.thresholds.items():
        row = both.labels[str(category)]
        lines.append(
            f"| {category} | {row['precision']} | {row['recall']} | {row['f1']} "
            f"| {threshold.sure} | {threshold.unsure} |"
        )
    row = both.labels["any"]
    lines.append(f"| any of them | {row['precision']} | {row['recall']} | {row['f1']} | | |")
    lines += ["", "| harmless trap | items | flagged |", "|---|---|---|"]
    lines += [f"| {name} | {number} | {share:.2f} |" for name, (number, share) in both.traps.items()]
    lines += ["", "| subtype | items | its category found |", "|---|---|---|"]
    lines += [f"| {name} | {number} | {share:.2f} |" for name, (number, share) in both.subtypes.items()]
    lines += ["", "## Worst errors", "", "Item, expected, said (texts in data/corpus/):", ""]
    lines += [f"- {item}: {expected}; said {said}" for item, expected, said in both.errors]
    return "\n".join(lines) + "\n"
