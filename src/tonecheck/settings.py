"""Environment to frozen Settings; read once, in assemble and cli."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
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
        return cls(model=folders["model"], rules=folders["rules"], limit_bytes=limit)
