"""Files that are taken in: how large, and of which kinds by what they hold."""

from zipfile import BadZipFile, ZipFile

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.enums import ContentType

LARGEST = 20 * 1024 * 1024
_LARGEST_NAME_LIST = 10_000


class PaperTooLarge(Refusal):
    """The file is larger than what members can be expected to download."""

    code = "paper-too-large"
    status = 413
    message = _("The file has {size} bytes, and at most {most} are accepted.")
    remedy = _("Make the file smaller or divide it.")


class PaperUnreadable(Refusal):
    """The file is none of the kinds accepted, whatever it is called."""

    code = "paper-unreadable"
    status = 415
    message = _("This is neither a PDF, DOCX, ODT nor PNG file.")
    remedy = _("Save the paper as PDF and attach it again.")


def kind_of(file: File[bytes]) -> ContentType:
    """What a file is by its content, whatever it is called.

    Raises:
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    if file.size > LARGEST:
        raise PaperTooLarge(size=file.size, most=LARGEST)
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    kind = None
    if start.startswith(b"%PDF-"):
        kind = ContentType.PDF
    elif start == b"\x89PNG\r\n\x1a\n":
        kind = ContentType.PNG
    elif start.startswith(b"PK\x03\x04"):
        kind = _kind_of_package(file)
    if kind is None:
        raise PaperUnreadable
    return kind


def _kind_of_package(file: File[bytes]) -> ContentType | None:
    """What a zip archive holds: a text document of one of two kinds, or something else."""
    try:
        with ZipFile(file) as package:
            names = set(package.namelist()[:_LARGEST_NAME_LIST])
            odt = "mimetype" in names and _is_odt(package)
    except BadZipFile:
        return None
    finally:
        file.seek(0)
    if odt:
        return ContentType.ODT
    return ContentType.DOCX if {"[Content_Types].xml", "word/document.xml"} <= names else None


def _is_odt(package: ZipFile) -> bool:
    with package.open("mimetype") as told:
        return told.read(len(ContentType.ODT.value) + 1).strip() == ContentType.ODT.value.encode()
