"""Every notebook runs from top to bottom, says something, and defines nothing reusable."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))

pytestmark = [pytest.mark.train, pytest.mark.slow]


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) >= 3
    assert all(re.fullmatch(r"\d\d-[a-z-]+\.ipynb", path.name) for path in NOTEBOOKS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=240, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert any(cell.outputs for cell in code)
    assert not any(re.search(r"^(def|class) ", cell.source, re.MULTILINE) for cell in code)
