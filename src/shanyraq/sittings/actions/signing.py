"""The joint convening of a meeting of the Council by deputies and the Chair (R9.3b, A15)."""

import datetime as dt

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions import record_act
from shanyraq.bodies.enums import ActKind, Issuer
from shanyraq.bodies.models import Act
from shanyraq.charter.queries import law_on
from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person, Wording
from shanyraq.platform.journal import Json
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.actions._files import kind_of
from shanyraq.sittings.actions._meetings import (
    announce,
    facts_of,
    prepared_meeting,
    require_signed,
)
from shanyraq.sittings.actions._steps import kept
from shanyraq.sittings.actions.convening import ConvenedOtherwise, DayPassed
from shanyraq.sittings.enums import Capacity
from shanyraq.sittings.models import ConveningSignature, Session
from shanyraq.sittings.permissions import (
    CONVENING_COUNCIL,
    RECORDING,
    NotYours,
    require_met,
    rules_of,
)
from shanyraq.sittings.queries import Part, joint_convening, part_in_convening


class ConveningSignedAlready(Refusal):
    """Each signs a convening once; a signature is not taken back."""

    code = "convening-signed-already"
    message = _("{person} signed this convening on {signed}.")
    remedy = _("For another day the meeting is signed afresh.")


class NoSignatory(Refusal):
    """The paper was signed by somebody whose signature the convening does not need."""

    code = "no-signatory"
    message = _("{person} was neither a deputy of the Chair nor the Chair on {date}.")
    remedy = _("Record the signature of a deputy in office or of the Chair.")


@action(
    "sittings.sign_convening",
    powers=(
        "jointly_convene_council",
        "consent_to_council_meeting",
        "convene_council_without_deputies",
    ),
)
def sign_convening(*, occasion: Occasion, session: Session) -> Done[Session]:
    """Sign the convening of a meeting of the Council as a deputy, or consent to it as the Chair.

    The order is free; with the last signature the law asks for, the meeting is announced. While
    both deputies' posts are vacant the Chair convenes (A15).

    Raises:
        ConvenedOtherwise: it is no meeting of the Council.
        AnnouncedAlready: the meeting has been convened.
        NotYours: the actor is neither a deputy nor the Chair.
        ConveningSignedAlready: the actor has signed it for this beginning.
        DayPassed: it would begin in the past.
        LawSilent: the law of the day gives no answer.
    """
    session = _of_council(session)
    person = Person.objects.get(public_id=occasion.actor.public_id)
    part = part_in_convening(person, occasion.on)
    if part is None:
        raise NotYours(verdict=law_on(occasion.on).can(CONVENING_COUNCIL, set()))
    power = _allowed(part, occasion.on)
    _require_first(session, person, part)
    return _signed(occasion, session, person=person, part=part, verdicts=[power])


@action("sittings.record_signature", powers=("record_convening_act",))
def record_signature(
    *,
    occasion: Occasion,
    session: Session,
    person: Person,
    number: str,
    date: dt.date,
    file: File[bytes],
) -> Done[Session]:
    """Record from paper that a deputy convened a meeting of the Council, or the Chair consented.

    Raises:
        ConvenedOtherwise: it is no meeting of the Council.
        AnnouncedAlready: the meeting has been convened.
        NotYours: the charter does not let the actor record it.
        NumberMissing: the act has no number.
        NotSignedYet: the act's date is still to come.
        NoSignatory: the signatory held neither post on the day of the act.
        ConveningSignedAlready: that signature is on record for this beginning.
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
        DayPassed: it would begin in the past.
        LawSilent: the law of the day gives no answer.
    """
    session = _of_council(session)
    recording = rules_of(session.body, occasion.on).require(RECORDING, occasion)
    require_signed(number, date, occasion)
    part = part_in_convening(person, date)
    if part is None:
        raise NoSignatory(person=person.name, date=date)
    verdicts = [recording, _allowed(part, date)]
    _require_first(session, person, part)
    file.name = f"act.{kind_of(file).label.lower()}"
    act = _act(occasion, session, part=part, number=number, date=date, file=file)
    return _signed(occasion, session, person=person, part=part, verdicts=verdicts, act=act)


def _of_council(session: Session) -> Session:
    session = prepared_meeting(session)
    if session.body.classification != Classification.COUNCIL:
        raise ConvenedOtherwise
    return session


def _allowed(part: Part, on: dt.date) -> Verdict:
    return require_met(law_on(on).can(part.power, {part.role}), NotYours)


def _require_first(session: Session, person: Person, part: Part) -> None:
    earlier = session.signatures.filter(
        person=person, capacity=part.capacity, starts_at=session.starts_at
    ).first()
    if earlier is not None:
        raise ConveningSignedAlready(person=person.name, signed=earlier.signed_at)


def _signed(
    occasion: Occasion,
    session: Session,
    *,
    person: Person,
    part: Part,
    verdicts: list[Verdict],
    act: Act | None = None,
) -> Done[Session]:
    """Keep the signature; with the last one that the law asks for the meeting is announced."""
    if session.starts_at <= occasion.at:
        raise DayPassed(starts=session.starts_at)
    ConveningSignature.objects.create(
        session=session,
        person=person,
        capacity=part.capacity,
        starts_at=session.starts_at,
        signed_at=occasion.at,
        act=act,
    )
    joint = joint_convening(session, occasion.on)
    if joint.convened:
        announce(session, occasion, decided_on=occasion.on)
    else:
        publish(session.topic)
    facts: dict[str, Json] = {
        **facts_of(session),
        "signatory": person.public_id,
        "capacity": str(part.capacity),
        "act": act.public_id if act else None,
        "vacant": joint.vacant,
        "convened": joint.convened,
    }
    return Done(session, facts=facts, verdicts=kept([*verdicts, joint.verdict]))


def _act(
    occasion: Occasion,
    session: Session,
    *,
    part: Part,
    number: str,
    date: dt.date,
    file: File[bytes],
) -> Act:
    return record_act(
        occasion=occasion,
        kind=ActKind.ORDER,
        number=number.strip(),
        date=date,
        issuer=Issuer(part.role),
        title=_title(session, part.capacity),
        file=file,
    )


def _title(session: Session, capacity: Capacity) -> Wording:
    if capacity == Capacity.CONSENTS:
        return Wording(
            kk=f"№ {session.number} отырысты шақыруға келісім беру туралы",
            ru=f"О согласии на созыв заседания № {session.number}",
            en=f"On the consent to convening meeting No. {session.number}",
        )
    return Wording(
        kk=f"№ {session.number} отырысты шақыру туралы",
        ru=f"О созыве заседания № {session.number}",
        en=f"On convening meeting No. {session.number}",
    )
