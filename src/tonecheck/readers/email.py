"""File to Document: an email; the words it replies to are set apart."""

import email
import email.policy
import re
from email.message import EmailMessage, MIMEPart

from tonecheck.core.document import Anchor, Document, Span
from tonecheck.readers import quoted_reply
from tonecheck.readers.base import ReadError, SourceFile
from tonecheck.readers.decoding import decode
from tonecheck.readers.html import extract

_HEADER = re.compile(rb"(?:From .*\r?\n)?(?:[!-9;-~]+:[^\n]*(?:\n[ \t][^\n]*)*(?:\n|\Z))+")
_MAIL_ONLY = re.compile(rb"(?im)^(?:mime-version|message-id|received|return-path|content-type|delivered-to):")
_LONGEST_HEADER = 20_000
_ADVICE = "Save it again as .eml from the mail program, or paste its text."


class EmailReader:
    """An .eml file."""

    name = "email"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        if source.suffix == ".eml":
            return True
        header = _HEADER.match(source.data, 0, _LONGEST_HEADER)
        return header is not None and bool(_MAIL_ONLY.search(header.group()))

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        message, subject, body = _opened(source)
        attachments = _attachments(message, body)
        text, warnings, anchors, quoted = _body_text(source, body)
        if not text.strip() and not subject:
            raise ReadError(source.name, "this email has no words of its own", _ADVICE)
        before = f"{subject}\n\n" if subject else ""
        anchors = tuple(Anchor(anchor.start + len(before), anchor.where) for anchor in anchors)
        document = Document.of(
            before + text,
            kind="email",
            format=self.name,
            warnings=(*warnings, *attachments),
            anchors=(Anchor(0, "subject"), *anchors) if before else anchors,
        )
        quoted = tuple(Span(span.start + len(before), span.end + len(before)) for span in quoted)
        return quoted_reply.set_apart(document, len(before), quoted)


def _opened(source: SourceFile) -> tuple[EmailMessage, str, MIMEPart | None]:
    """Parse the message; return it, its subject and the part that is its body."""
    try:
        message = email.message_from_bytes(source.data, policy=email.policy.default)
        subject = " ".join(str(message["subject"] or "").split())
        body = message.get_body(("plain",))
        if body is None or not _payload(body).strip():
            body = message.get_body(("html",)) or body
    except Exception as error:  # the standard library's parser fails in many ways on broken headers
        raise ReadError(source.name, "this email is too broken to read", _ADVICE) from error
    return message, subject, body


def _body_text(
    source: SourceFile, body: MIMEPart | None
) -> tuple[str, tuple[str, ...], tuple[Anchor, ...], tuple[Span, ...]]:
    """Return the body's text, warnings, places and the ranges it marks as quoted."""
    if body is None:
        return "", (), (), ()
    text, warnings = _decoded(source, body)
    if body.get_content_type() == "text/html":
        text, anchors, quoted = extract(text, source.name, title=False)
        return text, warnings, tuple(Anchor(a.start, f"body {a.where}") for a in anchors), quoted
    starts = [match.start() for match in re.finditer(r"(?m)^(?!\Z)", text)]
    return text, warnings, tuple(Anchor(start, f"body line {n}") for n, start in enumerate(starts, 1)), ()


def _decoded(source: SourceFile, body: MIMEPart) -> tuple[str, tuple[str, ...]]:
    """Decode the body by the charset it names, or as any other text where that fails."""
    payload = _payload(body)
    charset = body.get_content_charset() or "utf-8"
    try:
        return payload.decode(charset), ()
    except (LookupError, ValueError):  # a codec that is unknown, or no text codec, or the wrong one
        return decode(SourceFile(payload, source.name))


def _payload(part: MIMEPart) -> bytes:
    """Return a part's bytes with its transfer encoding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachments(message: EmailMessage, body: MIMEPart | None) -> tuple[str, ...]:
    """Say of each attachment that it was not checked."""
    found = []
    for part in message.walk():
        try:
            name = part.get_filename()
            attached = part.get_content_disposition() == "attachment"
        except Exception:  # a broken header of a part must not lose the mail
            name, attached = None, True
        if part is not body and part is not message and (name or attached):
            found.append(f"attachment not checked: {' '.join((name or 'without a name').split())}")
    return tuple(found)
