"""Settings come from the environment; a wrong one is named; a key is never shown."""

from pathlib import Path

import pytest

from tonecheck.settings import Settings, SettingsError


def test_the_defaults_are_safe() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings().second_reader is None


def test_each_variable_is_read() -> None:
    settings = Settings.from_environment(
        {
            "TONECHECK_MODEL": "/models/mine",
            "TONECHECK_LIMIT_MB": "1.5",
            "TONECHECK_SECOND_READER": "http://127.0.0.1:1/v1",
            "TONECHECK_SECOND_READER_MODEL": "tiny",
            "TONECHECK_SECOND_READER_KEY": "sesame",
        }
    )
    assert settings.model == Path("/models/mine")
    assert settings.limit_bytes == 1_500_000
    assert (settings.second_reader, settings.second_reader_model) == ("http://127.0.0.1:1/v1", "tiny")
    assert settings.second_reader_key == "sesame"
    assert "sesame" not in repr(settings)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("TONECHECK_LIMIT_MB", "many"), ("TONECHECK_LIMIT_MB", "0"), ("TONECHECK_SECOND_READER", "localhost:1")],
)
def test_a_wrong_value_is_named(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{variable} is '{value}'"):
        Settings.from_environment({variable: value})
