"""The root of every error a caller may meet; each room subclasses it."""


class ToneCheckError(Exception):
    """Say in one line what is wrong and what to do next.

    Rooms subclass it; only the command line, the batch scorer and the API catch it.
    """


class UnknownNameError(ToneCheckError):
    """A name (kind, jurisdiction, format, rule ...) that is on no list."""

    def __init__(self, what: str, name: str, known: "list[str] | tuple[str, ...]") -> None:
        from difflib import get_close_matches

        close = get_close_matches(name.lower(), list(known), n=1, cutoff=0.5)
        hint = f"did you mean '{close[0]}'?" if close else f"choose one of: {', '.join(known)}."
        super().__init__(f"unknown {what} '{name}': {hint}")
