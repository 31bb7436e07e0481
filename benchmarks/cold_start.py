"""Time `tonecheck check` on a 300-word letter, from a cold start: whole process, several runs, the median.

Run it with `make benchmark`. Timings on a shared machine drift, so the time of an empty interpreter and of
`import spacy` alone stand beside it, and the ratio is the figure to compare.
"""

import statistics
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

RUNS = 7
LETTER = Path(__file__).parent / "letter-300-words.txt"


def timed(arguments: list[str]) -> float:
    """Return the wall-clock seconds of one process."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=False, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    """Print medians and spread."""
    commands = {
        "empty interpreter": ["-c", "pass"],
        "import spacy": ["-c", "import spacy"],
        "tonecheck check": ["-m", "tonecheck.cli.main", "check", str(LETTER), "--jurisdiction", "uk"],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, arguments in commands.items():
            seconds = timed(arguments)
            if run:  # the first run fills the disk cache
                taken[name].append(seconds)
    words = len(LETTER.read_text(encoding="utf-8").split())
    torch = "installed" if find_spec("torch") else "not installed"
    print(f"{words}-word letter, torch {torch}, {RUNS} runs after a warm-up")
    for name, seconds in taken.items():
        spread = f"({min(seconds):.2f}-{max(seconds):.2f})"
        print(f"{name:<18} median {statistics.median(seconds):.2f} s  {spread}")
    pairs = zip(taken["tonecheck check"], taken["import spacy"], strict=True)
    print(f"tonecheck check / import spacy: {statistics.median(a / b for a, b in pairs):.2f}")


if __name__ == "__main__":
    main()
