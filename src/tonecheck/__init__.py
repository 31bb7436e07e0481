"""Check letters, texts and calls about money owed: `import tonecheck; tonecheck.check("...")`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tonecheck.core.errors import ToneCheckError

if TYPE_CHECKING:
    from os import PathLike

    from tonecheck.checker import Checker
    from tonecheck.core.document import Document
    from tonecheck.core.report import Report

__all__ = ["Checker", "Document", "Report", "ToneCheckError", "check", "read"]


def check(
    text: "str | Document",
    *,
    kind: str | None = None,
    jurisdiction: str = "any",
    scope: str = "document",
    agents: Sequence[str] = (),
) -> "Report":
    """Check a text or a document that was read. Raise ToneCheckError for unknown names and roles."""
    from tonecheck.assemble import checker

    return checker().check(text, kind=kind, jurisdiction=jurisdiction, scope=scope, agents=agents)


def read(
    path_or_bytes: "str | PathLike[str] | bytes", *, kind: str | None = None, agents: Sequence[str] = ()
) -> "Document":
    """Read a file, or its bytes, into a Document. Raise ToneCheckError where that cannot be done."""
    from tonecheck import readers

    return readers.read(path_or_bytes, kind=kind, agents=agents)


def __getattr__(name: str) -> object:
    """Load the big names when they are asked for: `import tonecheck` itself costs nothing."""
    from importlib import import_module

    homes = {"Checker": "checker", "Document": "core.document", "Report": "core.report"}
    if name not in homes:
        raise AttributeError(f"module 'tonecheck' has no attribute '{name}'")
    return getattr(import_module(f"tonecheck.{homes[name]}"), name)
