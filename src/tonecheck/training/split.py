"""Which batches train, which calibrate and which test: whole batches, never sentences."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from tonecheck.core.errors import ToneCheckError
from tonecheck.training.dataset import Item, load


class SplitError(ToneCheckError):
    """A split that names a missing batch, or lets text into two parts."""


@dataclass(frozen=True, slots=True)
class Split:
    """The corpus in its parts."""

    train: tuple[Item, ...]
    late: tuple[Item, ...]
    """Joins for the last epochs. See train.Recipe.late_epochs."""
    calibrate: tuple[Item, ...]
    test: tuple[Item, ...]
    dialects: tuple[Item, ...]
    """Test too: harmless sentences, each with rewrites in dialect and second-language English."""
    hash: str
    """First 16 hex digits of the hash of split and batches."""


def load_split(folder: Path) -> Split:
    """Load the corpus below `folder` in the parts of its splits.json. Raise SplitError at a fault."""
    path = folder / "splits.json"
    try:
        parts: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SplitError(
            f"{path} cannot be read ({error}); it says which batches train and which test."
        ) from error
    digest = hashlib.sha256(path.read_bytes())
    items: dict[str, tuple[Item, ...]] = {}
    seen: dict[str, str] = {}
    for part in ("train", "late", "calibrate", "test", "dialects"):
        files = [folder / "corpus" / f"{batch}.jsonl" for batch in parts.get(part, [])]
        for file in files:
            if not file.exists():
                raise SplitError(f"{file} is missing; correct {path}.")
            digest.update(file.read_bytes())
        items[part] = tuple(load(files))
        for item in items[part]:
            other = seen.setdefault(" ".join(item.text.lower().split()), part)
            if {other, part} & {"calibrate", "test", "dialects"} and other != part:
                raise SplitError(f"'{item.id}' says the same as an item of part '{other}'; take one out.")
    return Split(**items, hash=digest.hexdigest()[:16])
