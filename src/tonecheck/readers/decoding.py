"""File to Document, first step: bytes to text, without altering a character."""

import codecs

from tonecheck.readers.base import ReadError, SourceFile

_RECORDING = "a sound or video recording", "Transcribe it first and check the transcript."
_PICTURE = "a picture", "Run text recognition (OCR) over it first and check the text."
_ARCHIVE = "a packed file", "Unpack it first and check the files inside."
_OFFICE = "an old or password-protected Office file", "Save it without a password as .docx, .pdf or .txt."

_MAGIC: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"PK\x03\x04", _ARCHIVE),
    (b"PK\x05\x06", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a", _ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"{\\rtf", ("an RTF file", "Save it as .docx, .pdf or .txt.")),
    (b"RIFF", _RECORDING),
    (b"ID3", _RECORDING),
    (b"OggS", _RECORDING),
    (b"fLaC", _RECORDING),
    (b"\x7fELF", ("a program", "Give a letter or a transcript.")),
    (b"MZ\x90", ("a program", "Give a letter or a transcript.")),
    (b"PAR1", ("a Parquet table", "Use tonecheck batch for tables.")),
    (b"SQLite format 3\x00", ("a database", "Export the text first.")),
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_PLAIN_CONTROLS = frozenset(b"\t\n\v\f\r\x1b\x85")


def decode(source: SourceFile) -> tuple[str, tuple[str, ...]]:
    """Return the text of `source` and warnings on how it was read. Raise ReadError where it is binary."""
    data = source.data
    _refuse_known_binaries(source)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _after_bom(source, len(bom), encoding)
    _refuse_binary(source)
    assumed: tuple[str, ...] = ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text, assumed = _single_byte(data)
    return text, assumed + _nul_warning(text)


def _after_bom(source: SourceFile, skip: int, encoding: str) -> tuple[str, tuple[str, ...]]:
    """Decode what follows a byte order mark."""
    try:
        text = source.data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        advice = "Save it again as UTF-8."
        raise ReadError(
            source.name, f"starts as {encoding.upper()} but breaks off from it", advice
        ) from error
    return text, _nul_warning(text)


def _single_byte(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode bytes that are not UTF-8."""
    try:
        return data.decode("cp1252"), ("read as cp1252",)
    except UnicodeDecodeError:
        return data.decode("latin-1"), ("read as latin-1",)


def _nul_warning(text: str) -> tuple[str, ...]:
    count = text.count("\x00")
    return (f"holds {count} NUL character{'s'[: count > 1]}, kept as they are",) if count else ()


def _refuse_known_binaries(source: SourceFile) -> None:
    """Raise ReadError for formats that begin with well-known bytes."""
    for magic, (what, advice) in _MAGIC:
        if source.data.startswith(magic):
            raise ReadError(source.name, f"this is {what}, not text", advice)
    if source.data[4:8] == b"ftyp":
        raise ReadError(source.name, f"this is {_RECORDING[0]}, not text", _RECORDING[1])


def _refuse_binary(source: SourceFile) -> None:
    """Raise ReadError where control bytes are too many for text."""
    data = source.data
    controls = sum(data.count(byte) for byte in range(32) if byte not in _PLAIN_CONTROLS)
    if controls * 10 >= len(data) * 3 > 0 or (controls > 3 and controls * 20 > len(data)):
        problem = "looks like binary data, or UTF-16 without its byte order mark"
        raise ReadError(source.name, problem, "Save it as UTF-8 text, .docx or .pdf.")
