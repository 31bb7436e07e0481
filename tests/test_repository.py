"""Promises of the repository itself: files stay short, the hook works, the pages and the package hold together."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_short_and_say_what_they_serve(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    assert text.startswith('"""')
    assert path.name != "utils.py"


def test_every_room_has_a_mirror_in_tests() -> None:
    rooms = {path.parent.name for path in (ROOT / "src" / "tonecheck").glob("*/__init__.py")}
    mirrors = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}
    assert rooms - mirrors == set()


def test_the_hooks_manifest_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("letter", "status"),
    [
        ("Dear [NAME],\n\nPay {{balance}} today or you will be arrested.\n", 1),
        ("Dear [NAME],\n\nThank you for {{amount}}.\n", 0),
    ],
)
def test_the_hook_guards_a_repository_of_templates(tmp_path: Path, letter: str, status: int) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    entry = hook["entry"].replace("tonecheck", f"{sys.executable} -m tonecheck.cli.main", 1)
    local = {**hook, "language": "system", "entry": entry, "files": r"^templates/"}
    (tmp_path / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]})
    )
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "reminder.txt").write_text(letter)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run([*git, "add", "."], cwd=tmp_path, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == status, done.stdout
    if status:
        assert "arrested" in done.stdout
