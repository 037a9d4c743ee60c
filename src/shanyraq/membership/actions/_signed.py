"""Documents on which steps rest: entered with number, date and, where there is one, the file."""

import datetime as dt
from dataclasses import dataclass, replace

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions import record_act
from shanyraq.bodies.enums import ActKind, Issuer
from shanyraq.bodies.models import Act
from shanyraq.people.models import Organization, Person, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.actions._files import kind_of


class ActNumberMissing(Refusal):
    """An act is recorded with its number."""

    code = "act-number-missing"
    status = 422
    message = _("The number of the act is missing.")
    remedy = _("Write the number as it stands on the act.")


class SignedLater(Refusal):
    """The act carries a date still to come."""

    code = "signed-later"
    status = 422
    message = _("The act is dated {date}, which is still to come.")
    remedy = _("Record the act once it is signed.")


class BeginsBeforeTheAct(Refusal):
    """Nothing begins or ends before the act that says so."""

    code = "begins-before-the-act"
    status = 422
    message = _("The act is dated {date}; it cannot take effect on {day}, before it was signed.")
    remedy = _("Choose a day not earlier than the act.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A signed document as somebody describes it who enters it in the record."""

    number: str
    date: dt.date
    file: "File[bytes] | None" = None
    kind: ActKind = ActKind.DECISION

    def of_kind(self, kind: ActKind) -> "Signed":
        """The same document as another kind of act."""
        return replace(self, kind=kind)


def entered(
    occasion: Occasion,
    signed: Signed,
    *,
    issuer: Issuer,
    title: Wording,
    body: Organization | None = None,
) -> Act:
    """Enter a signed document in the record; `body` is the body of whose organ it is.

    Raises:
        ActNumberMissing: it has no number.
        SignedLater: its date is still to come.
        NotARecorder: the actor neither signed it nor takes in such documents.
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    if not signed.number.strip():
        raise ActNumberMissing
    if signed.date > occasion.on:
        raise SignedLater(date=signed.date)
    if signed.file is not None:
        signed.file.name = f"act.{kind_of(signed.file).label.lower()}"
    return record_act(
        occasion=occasion,
        kind=signed.kind,
        number=signed.number.strip(),
        date=signed.date,
        issuer=issuer,
        title=title,
        body=body,
        file=signed.file,
    )


def require_after(act: Act, day: dt.date) -> None:
    """Let a day pass that is not before an act.

    Raises:
        BeginsBeforeTheAct: it is.
    """
    if day < act.date:
        raise BeginsBeforeTheAct(date=act.date, day=day)


def names(title: Wording, person: Person) -> Wording:
    """A title with a person's name in each language where it says {name}."""
    return Wording(
        kk=title.kk.format(name=person.name_kk),
        ru=title.ru.format(name=person.name_ru),
        en=title.en.format(name=person.name_en or person.name_kk),
    )
