"""What an entry of a rule file may say. Strict: an unknown key is an error."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from tonecheck.core.taxonomy import CUES, DUTIES, KINDS, STRENGTHS, SUBTYPES, Action, Category, Severity

Text = Annotated[str, Field(min_length=1)]


class Entry(BaseModel):
    """What every entry carries."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z]{2,3}(\.[a-z0-9]+(-[a-z0-9]+)*){2,}$")]
    """Permanent; starts with the jurisdiction's folder: 'us.threat.arrest'."""
    jurisdiction: str
    """Set by the loader from the folder, never written in the file."""
    flags: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Texts in which the entry must be found (for 'missing': that lack the wording)."""
    passes: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Texts in which it must not be found (for 'missing': that hold the wording)."""
    phrases: tuple[Text, ...] = ()
    """Literal words; case, contractions and curly quotes do not matter."""
    pattern: tuple[Text, ...] = ()
    """Token patterns; see docs/rules-language.md."""

    @model_validator(mode="after")
    def _has_words(self) -> "Entry":
        if not isinstance(self, MissingRule) and not (self.phrases or self.pattern):
            raise ValueError("one of 'phrases' or 'pattern' is needed")
        return self


class RuleSource(BaseModel):
    """A law or code, and whether its text was read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    citation: Text
    checked: Literal["source", "memory"]
    url: str | None = None
    until: str | None = None


class Accountable(Entry):
    """An entry that judges somebody's words: it says why, and what it stands on."""

    severity: Severity
    message: Text
    """What is wrong with the words, one sentence."""
    why: Text
    """What they do to the reader, or what the law says, one or two sentences."""
    sources: Annotated[tuple[RuleSource, ...], Field(min_length=1)]
    channels: tuple[Literal["letter", "email", "sms", "chat", "call"], ...] = KINDS
    suggest: str | None = None
    """Hand-written wording to use instead; slots as [date]."""


class WordRule(Accountable):
    """Words that must not, or only if true, be there."""

    kind: Literal["phrase", "pattern"]
    category: Category
    subtype: str
    action: Action
    negation: Literal["clears", "stays"] = "clears"
    """'stays' where a negation before the words does not make them harmless."""
    quotation: Literal["clears", "stays"] = "clears"

    @model_validator(mode="after")
    def _consistent(self) -> "WordRule":
        if SUBTYPES.get(self.subtype) is not self.category:
            raise ValueError(f"subtype '{self.subtype}' is not one of category '{self.category}'")
        if self.kind == "phrase" and not self.phrases:
            raise ValueError("kind 'phrase' needs 'phrases'")
        if self.kind == "pattern" and not self.pattern:
            raise ValueError("kind 'pattern' needs 'pattern'")
        return self


class MissingRule(Accountable):
    """A duty: wording that whole documents of some channels must or should hold."""

    kind: Literal["missing"]
    category: Literal["transparency-duty"]
    subtype: Literal[DUTIES]  # type: ignore[valid-type]
    required: bool
    """Required by law or rule; otherwise good practice, never counted in the verdict."""
    needs: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Token patterns of which one is enough."""
    applies: tuple[Text, ...] = ()
    """Token patterns of which one must be there for the duty to arise; none: always."""


class SignalRule(Entry):
    """A cue of the customer or a strength of the sender: never a fault, so it needs no source."""

    kind: Literal["cue", "strength"]
    name: str

    @model_validator(mode="after")
    def _known(self) -> "SignalRule":
        if self.name not in (CUES if self.kind == "cue" else STRENGTHS):
            raise ValueError(f"'{self.name}' is no {self.kind}")
        return self


class LockRule(Entry):
    """Statutory wording: never flagged, never reworded."""

    kind: Literal["statutory"]
    name: Text
    sources: Annotated[tuple[RuleSource, ...], Field(min_length=1)]


KINDS_OF_ENTRY: dict[str, type[Entry]] = {
    "phrase": WordRule,
    "pattern": WordRule,
    "missing": MissingRule,
    "cue": SignalRule,
    "strength": SignalRule,
    "statutory": LockRule,
}
"""`kind` of an entry to what it may say: a closed set."""


class SubtypeNote(BaseModel):
    """What a finding of the model says about a subtype, where no rule saw it too."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    message: Text
    why: Text
    severity: Severity
    action: Action
    sources: dict[str, tuple[RuleSource, ...]]
    """Jurisdiction to its sources."""


class Pack(BaseModel):
    """What a jurisdiction's folder says of itself in pack.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text
    includes: tuple[str, ...] = ()
    """Other packs that hold here too: 'ie' includes 'eu'."""
    left_out: dict[str, str] = {}
    """Provisions about when and how often, not about words: id of the reference to a reason."""
