"""A model folder that is incomplete or altered is refused in one line."""

import shutil
from pathlib import Path

import pytest

from tonecheck.assemble import model_folder
from tonecheck.model_files import CARD, CONFIG, TOKENIZER, WEIGHTS, ModelFolderError, load_config
from tonecheck.settings import Settings

SHIPPED = model_folder(Settings())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def test_the_shipped_model_is_whole(folder: Path) -> None:
    config = load_config(folder)
    assert config.version.startswith(SHIPPED.name)
    assert config.hashes[WEIGHTS][:12] in (folder / CARD).read_text(encoding="utf-8")
    for thresholds in config.thresholds.values():
        assert 0 < thresholds.unsure < thresholds.sure < 1


@pytest.mark.parametrize("name", [WEIGHTS, TOKENIZER, CONFIG])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelFolderError, match=name.replace(".", r"\.")):
        load_config(folder)


@pytest.mark.parametrize("name", [WEIGHTS, TOKENIZER])
def test_an_altered_file_is_refused(folder: Path, name: str) -> None:
    with (folder / name).open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(ModelFolderError, match="is not the file"):
        load_config(folder)


def test_a_broken_config_is_refused(folder: Path) -> None:
    (folder / CONFIG).write_text("{")
    with pytest.raises(ModelFolderError, match="cannot be read"):
        load_config(folder)
