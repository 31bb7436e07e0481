"""Environment to frozen Settings; read once, in assemble and cli."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tonecheck.core.errors import ToneCheckError


class SettingsError(ToneCheckError):
    """An environment variable with a value that cannot be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may set without the command line; every default is safe."""

    model: Path | None = None
    """TONECHECK_MODEL: folder of another model; None is the shipped one."""
    rules: Path | None = None
    """TONECHECK_RULES: folder of another rulebook; None is the shipped one."""
    limit_bytes: int = 20_000_000
    """TONECHECK_LIMIT_MB: largest document read, in bytes here."""
    second_reader: str | None = None
    """TONECHECK_SECOND_READER: address of an OpenAI-compatible server (http://127.0.0.1:11434/v1) that is
    asked about unsure sentences, which then leave this process; None asks nobody."""
    second_reader_model: str = "default"
    """TONECHECK_SECOND_READER_MODEL: the model's name there."""
    second_reader_key: str | None = field(default=None, repr=False)
    """TONECHECK_SECOND_READER_KEY: its key, if it wants one."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings. Raise SettingsError naming the variable that is wrong."""
        folders = {
            name: Path(environment[variable]).expanduser() if environment.get(variable) else None
            for name, variable in (("model", "TONECHECK_MODEL"), ("rules", "TONECHECK_RULES"))
        }
        megabytes = environment.get("TONECHECK_LIMIT_MB", "20")
        try:
            limit = int(float(megabytes) * 1_000_000)
        except ValueError as error:
            raise SettingsError(
                f"TONECHECK_LIMIT_MB is '{megabytes}': set it to a number of megabytes."
            ) from error
        if limit <= 0:
            raise SettingsError(f"TONECHECK_LIMIT_MB is '{megabytes}': set it above 0.")
        reader = environment.get("TONECHECK_SECOND_READER") or None
        if reader and not reader.startswith(("http://", "https://")):
            raise SettingsError(f"TONECHECK_SECOND_READER is '{reader}': set it to an http(s) address.")
        return cls(
            model=folders["model"],
            rules=folders["rules"],
            limit_bytes=limit,
            second_reader=reader,
            second_reader_model=environment.get("TONECHECK_SECOND_READER_MODEL", "default"),
            second_reader_key=environment.get("TONECHECK_SECOND_READER_KEY") or None,
        )
