"""Steps that several acts of execution share, and the refusals they raise."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.models import Answer, Assignment, MeasureStep, Recommendation
from shanyraq.charter.models import StoredVerdict
from shanyraq.law import Verdict
from shanyraq.people.models import Person, Wording
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.sittings.actions._files import kind_of


class TextMissing(Refusal):
    """What is to be done is not written in Kazakh and in Russian."""

    code = "text-missing"
    status = 422
    message = _("The text is missing in Kazakh or in Russian.")
    remedy = _("Write it in both languages.")


class NothingSaid(Refusal):
    """A report, a note, a reason or an assessment without words."""

    code = "nothing-said"
    status = 422
    message = _("There are no words in it.")
    remedy = _("Write what was done, or the reason.")


class AssignmentOver(Refusal):
    """The assignment has been accepted or withdrawn."""

    code = "assignment-over"
    message = _("The assignment ended on {finished}; nothing changes any more.")


class NotAPerson(NotAllowed):
    """An act of a person is done by somebody who is not in the register."""

    code = "not-a-person"
    message = _("Only a person of the register may do this.")
    remedy = _("Sign in.")


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was taken in: its columns, and the name under which it is kept."""

    file: File[bytes]
    columns: Mapping[str, str | int]
    ending: str


def acting(occasion: Occasion) -> Person:
    """The person who acts.

    Raises:
        NotAPerson: nobody in the register.
    """
    person = Person.objects.filter(public_id=occasion.actor.public_id).first()
    if person is None:
        raise NotAPerson
    return person


def held(assignment: Assignment) -> Assignment:
    """An assignment as it is now, held until the end of the transaction, while it runs.

    Raises:
        AssignmentOver: it was accepted or withdrawn.
    """
    found = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    if found.is_over:
        raise AssignmentOver(finished=found.finished_on)
    return found


def require_text(text: Wording) -> None:
    """Let pass what is written in Kazakh and in Russian.

    Raises:
        TextMissing: it is not.
    """
    if not (text.kk.strip() and text.ru.strip()):
        raise TextMissing


def said(text: str) -> str:
    """Words without the spaces around them.

    Raises:
        NothingSaid: there are none.
    """
    if not text.strip():
        raise NothingSaid
    return text.strip()


def taken(file: File[bytes]) -> Taken:
    """A file that is what it says, hashed.

    Raises:
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    kind = kind_of(file)
    sha256 = hashlib.sha256(file.read()).hexdigest()
    file.seek(0)
    columns: dict[str, str | int] = {
        "content_type": kind.value,
        "sha256": sha256,
        "size": file.size,
    }
    return Taken(file, columns, kind.label.lower())


def attach(row: Recommendation | Answer | MeasureStep, file: File[bytes] | None) -> None:
    """Keep the scanned document with its row, if there is one.

    Raises:
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    if file is None:
        return
    kept = taken(file)
    for column, value in kept.columns.items():
        setattr(row, column, value)
    row.file.save(f"{row.public_id}.{kept.ending}", kept.file, save=False)


def words(text: Wording) -> dict[str, Json]:
    """A text of three languages for the journal."""
    return {"kk": text.kk, "ru": text.ru, "en": text.en}


def stored(verdict: Verdict) -> StoredVerdict:
    """A verdict as it is kept beside the journal."""
    return StoredVerdict.objects.keep(verdict)
