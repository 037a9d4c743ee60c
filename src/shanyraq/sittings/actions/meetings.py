"""Meetings of the Council, of small assemblies and of advisory bodies: preparing, convening."""

import datetime as dt
from collections.abc import Sequence

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions import record_act
from shanyraq.bodies.enums import ActKind, Issuer, Role
from shanyraq.bodies.models import Act
from shanyraq.bodies.queries import holders
from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person, Wording
from shanyraq.platform.journal import Json
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
from shanyraq.sittings.actions._steps import (
    AgendaEmpty,
    Question,
    kept,
    require_competence,
    require_fit,
    require_place,
    write_agenda,
)
from shanyraq.sittings.actions.convening import (
    ConvenedOtherwise,
    DayPassed,
    NoChair,
    NumberTaken,
    Plan,
)
from shanyraq.sittings.enums import Kind
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import (
    CONVENING_MEETING,
    PREPARING,
    RECORDING,
    NotYours,
    Rules,
    require_met,
    rules_of,
)
from shanyraq.sittings.queries import next_number, notice_of


class HoldsSessions(Refusal):
    """The Assembly sits in Sessions, which have provisions of their own (R8)."""

    code = "holds-sessions"
    message = _("{assembly:first} holds Sessions, not meetings.")
    remedy = _("Prepare a Session.")


class ConvenedJointly(Refusal):
    """A meeting of the Council is convened by several signatures (R9.3b)."""

    code = "convened-jointly"
    message = _("Nobody convenes this meeting alone: the deputies sign, and the Chair consents.")
    remedy = _("Sign the convening; the meeting is announced when the signatures are complete.")


@action(
    "sittings.prepare_meeting",
    powers=("prepare_council_meeting", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def prepare_meeting(*, occasion: Occasion, body: Organization, plan: Plan) -> Done[Session]:
    """Prepare a meeting of a body; it has no legal effect until it is convened.

    Raises:
        HoldsSessions: the body is the Assembly.
        NoStatute: a small assembly without a statute in force (R16.2).
        NotYours: the actor does not prepare this body's meetings.
        PlaceMissing: no place in Kazakh or Russian.
        AgendaEmpty: nothing to consider.
        TitleMissing: a question lacks its title in Kazakh or Russian.
        NotOfThisBody: a question uses a power of another body.
        NumberTaken: another meeting has the number.
        DayPassed: it would begin in the past.
        LawSilent: the law of the day gives no answer.
    """
    if body.classification == Classification.ASSEMBLY:
        raise HoldsSessions
    rules = rules_of(body, occasion.on)
    rules.require_statute()
    rules.require(PREPARING, occasion)
    require_place(plan.place)
    competences = _require_agenda(plan.agenda, rules)
    _require_ahead(plan.starts_at, occasion)
    session = Session.objects.create(
        body=body,
        number=_number(body, plan),
        kind=Kind.MEETING,
        starts_at=plan.starts_at,
        prepared_by=Person.objects.filter(public_id=occasion.actor.public_id).first(),
        **plan.place.columns("place"),
    )
    write_agenda(session, plan.agenda)
    return Done(session, facts=facts_of(session), verdicts=kept(competences))


@action(
    "sittings.move_meeting",
    powers=("prepare_council_meeting", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def move_meeting(
    *, occasion: Occasion, session: Session, starts_at: dt.datetime, place: Wording
) -> Done[Session]:
    """Give a prepared meeting another beginning or place, before it is convened.

    Signatures given for another beginning no longer count: it is signed afresh (R9.3b).

    Raises:
        ConvenedOtherwise: it is a Session of the Assembly.
        NoStatute: a small assembly without a statute in force.
        NotYours: the actor does not prepare this body's meetings.
        AnnouncedAlready: the meeting has been convened.
        PlaceMissing: no place in Kazakh or Russian.
        DayPassed: it would begin in the past.
        LawSilent: the law of the day gives no answer.
    """
    session = prepared_meeting(session)
    rules_of(session.body, occasion.on).require(PREPARING, occasion)
    require_place(place)
    _require_ahead(starts_at, occasion)
    session.starts_at = starts_at
    for column, value in place.columns("place").items():
        setattr(session, column, value)
    session.save()
    return Done(session, facts=facts_of(session))


@action(
    "sittings.convene_meeting",
    powers=("organise_advisory_bodies",),
    local=("convene_small_assembly",),
)
def convene_meeting(*, occasion: Occasion, session: Session) -> Done[Session]:
    """Convene a prepared meeting: a small assembly's chair, or who organises an advisory body.

    The notice that a statute asks for may come late with a warning.

    Raises:
        ConvenedOtherwise: it is a Session of the Assembly.
        ConvenedJointly: it is a meeting of the Council.
        NoStatute: a small assembly without a statute in force.
        NotYours: the power is another's.
        AnnouncedAlready: the meeting has been convened.
        DayPassed: it would begin in the past.
        LawSilent: the law of the day gives no answer.
    """
    session = prepared_meeting(session)
    rules = rules_of(session.body, occasion.on)
    if session.body.classification == Classification.COUNCIL:
        raise ConvenedJointly
    power = rules.require(CONVENING_MEETING, occasion)
    _require_ahead(session.starts_at, occasion)
    notices = notice_of(session, announced_on=occasion.on, decided_on=occasion.on)
    announce(session, occasion, decided_on=occasion.on)
    facts: dict[str, Json] = {**facts_of(session), "signed": "in_person"}
    return Done(session, facts=facts, verdicts=kept([power, *notices]))


@action(
    "sittings.record_meeting_convening",
    powers=("organise_advisory_bodies",),
    local=("prepare_small_assembly_meeting",),
)
def record_meeting_convening(
    *, occasion: Occasion, session: Session, number: str, date: dt.date, file: File[bytes]
) -> Done[Session]:
    """Announce a meeting that a small assembly's chair convened by a signed act.

    Raises:
        ConvenedOtherwise: it is a Session, or a meeting of a body that has no statute of its own.
        NoStatute: no statute is in force.
        NotYours: the actor does not keep this body's record, or the chair may not convene it.
        AnnouncedAlready: the meeting has been convened.
        NumberMissing: the act has no number.
        NotSignedYet: the act's date is still to come.
        NoChair: nobody chaired the body on that date.
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
        DayPassed: it would begin in the past.
        LawSilent: the law of the day gives no answer.
    """
    session = prepared_meeting(session)
    rules = rules_of(session.body, occasion.on)
    if not rules.procedure.by_statute:
        raise ConvenedOtherwise
    power = rules.require(RECORDING, occasion)
    require_signed(number, date, occasion)
    signed = _require_chair(session.body, date)
    _require_ahead(session.starts_at, occasion)
    file.name = f"act.{kind_of(file).label.lower()}"
    session.convened_by = _act(occasion, session, number=number, date=date, file=file)
    notices = notice_of(session, announced_on=occasion.on, decided_on=date)
    announce(session, occasion, decided_on=date)
    act: dict[str, Json] = {
        "id": session.convened_by.public_id,
        "number": number,
        "date": date.isoformat(),
    }
    facts: dict[str, Json] = {**facts_of(session), "signed": "on_paper", "act": act}
    return Done(session, facts=facts, verdicts=kept([power, signed, *notices]))


def _require_agenda(questions: Sequence[Question], rules: Rules) -> list[Verdict]:
    if not questions:
        raise AgendaEmpty
    for question in questions:
        require_fit(question)
    asked = [require_competence(question, rules) for question in questions]
    return [verdict for verdict in asked if verdict is not None]


def _number(body: Organization, plan: Plan) -> int:
    number = plan.number or next_number(body)
    if Session.objects.filter(body=body, number=number, kind=Kind.MEETING).exists():
        raise NumberTaken(number=number)
    return number


def _require_ahead(starts_at: dt.datetime, occasion: Occasion) -> None:
    if starts_at <= occasion.at:
        raise DayPassed(starts=starts_at)


def _require_chair(body: Organization, date: dt.date) -> Verdict:
    """What the law of the day of the act says of the power of the body's chair."""
    rules = rules_of(body, date)
    rules.require_statute()
    if not holders(Role.SMALL_ASSEMBLY_CHAIR, date, body).exists():
        raise NoChair(date=date)
    power = rules.power(CONVENING_MEETING)
    return require_met(rules.law.can(power, {Role.SMALL_ASSEMBLY_CHAIR}), NotYours)


def _act(
    occasion: Occasion, session: Session, *, number: str, date: dt.date, file: File[bytes]
) -> Act:
    title = Wording(
        kk=f"Кіші ассамблеяның № {session.number} отырысын шақыру туралы",
        ru=f"О созыве заседания малой ассамблеи № {session.number}",
        en=f"On convening meeting No. {session.number} of the small assembly",
    )
    return record_act(
        occasion=occasion,
        kind=ActKind.ORDER,
        number=number.strip(),
        date=date,
        issuer=Issuer.SMALL_ASSEMBLY_CHAIR,
        title=title,
        file=file,
        body=session.body,
    )
