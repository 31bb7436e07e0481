"""Report to text: which writer writes which format."""

from importlib import import_module
from typing import Final, cast

from tonecheck.core.errors import UnknownNameError
from tonecheck.writers.base import Style, Writer

WRITERS: Final = {
    "terminal": "tonecheck.writers.as_terminal:TerminalWriter",
    "json": "tonecheck.writers.as_json:JsonWriter",
    "jsonl": "tonecheck.writers.as_jsonl:JsonlWriter",
    "html": "tonecheck.writers.as_html:HtmlWriter",
    "markdown": "tonecheck.writers.as_markdown:MarkdownWriter",
    "sarif": "tonecheck.writers.as_sarif:SarifWriter",
    "csv": "tonecheck.writers.as_csv:CsvWriter",
}
"""Name of a format to 'module:Class'; a writer and its libraries are imported when asked for."""

DEFAULT: Final = Style()


def load(name: str, style: Style = DEFAULT) -> Writer:
    """Return the writer called `name`. Raise UnknownNameError with the nearest one if there is none."""
    if name not in WRITERS:
        raise UnknownNameError("format", name, tuple(WRITERS))
    module, _, writer = WRITERS[name].partition(":")
    return cast(Writer, getattr(import_module(module), writer)(style))
