"""Sample files: the binary ones are built here, the others lie in samples/."""

import io
from pathlib import Path

import docx
import pypdf
from reportlab.pdfgen.canvas import Canvas

SAMPLES = Path(__file__).parent / "samples"

OF_FORMAT = {
    "email": "reply.eml",
    "vtt": "call.vtt",
    "srt": "call.srt",
    "whisperx": "call.whisperx.json",
    "aws_transcribe": "call.aws.json",
    "html": "letter.html",
    "sms": "thread.sms.txt",
    "labelled": "call.labelled.txt",
    "markdown": "letter.md",
    "text": "letter.txt",
}


def sample(format: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the sample of a format."""
    if format == "docx":
        return "letter.docx", word("Dear Ms Hall,", "You must pay today.")
    if format == "pdf":
        return "letter.pdf", pdf("Dear Ms Hall, you must pay.", "Yours, Ana")
    return OF_FORMAT[format], (SAMPLES / OF_FORMAT[format]).read_bytes()


def word(*paragraphs: str) -> bytes:
    """Build a Word document of paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: object) -> bytes:
    """Return a python-docx document as bytes."""
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def pdf(*pages: str) -> bytes:
    """Build a PDF; an empty page has a drawing and no text, as a scan has."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in pages:
        if page:
            canvas.drawString(72, 720, page)
        else:
            canvas.rect(72, 72, 300, 300, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def locked_pdf(password: str) -> bytes:
    """Build a PDF whose owner locked it; with an empty password anybody can still open it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("You must pay.")))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
