"""From the draft to the announcement: preparing, convening, recording a signed convening."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions import record_act
from shanyraq.bodies.enums import ActKind, Issuer, Role
from shanyraq.bodies.models import Act, Membership
from shanyraq.bodies.queries import assembly, chair
from shanyraq.charter.queries import law_on
from shanyraq.law import Verdict
from shanyraq.people.models import Person, Wording
from shanyraq.platform.clock import date_of
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import INSTALLATION, Done, action
from shanyraq.platform.tasks import after_commit
from shanyraq.sittings.actions._answers import answer_by_convening
from shanyraq.sittings.actions._files import kind_of
from shanyraq.sittings.actions._grounds import require_grounds
from shanyraq.sittings.actions._steps import (
    Question,
    kept,
    locked,
    require_agenda,
    require_place,
    session_facts,
    write_agenda,
)
from shanyraq.sittings.enums import Kind, State
from shanyraq.sittings.models import Invitation, Session
from shanyraq.sittings.permissions import (
    PREPARING,
    RECORDING,
    NotYours,
    require_met,
    require_power,
    rules_of,
)
from shanyraq.sittings.queries import (
    announcement,
    next_number,
    power_to_convene,
    timeliness,
)


class NoticeTooShort(Refusal):
    """An ordinary Session is announced a month before it begins (R8.1b)."""

    code = "notice-too-short"
    message = _(
        "The Session cannot be convened for {starts}: the last day to announce it was {last}."
    )
    remedy = _("If it is announced today, the earliest lawful day is {earliest}.")


class OutsideTheMonth(Refusal):
    """An extraordinary Session is held within a month of the decision (R8.2b)."""

    code = "outside-the-month"
    message = _(
        "An extraordinary Session decided on {decided} cannot be held on {starts}: "
        "the last lawful day is {last}."
    )
    remedy = _("Choose a day until {last}, or convene an ordinary Session.")


class DayPassed(Refusal):
    """A Session is convened for a moment that is still to come."""

    code = "day-passed"
    status = 422
    message = _("The sitting cannot begin at {starts}: that moment has passed.")
    remedy = _("Choose a later day.")


class NoticeIncomplete(Refusal):
    """The notice names the day, the place and the tentative agenda (R8.1b)."""

    code = "notice-incomplete"
    message = _("The notice does not name the day, the place and the tentative agenda.")
    remedy = _("Complete the preparation first.")


class NumberTaken(Refusal):
    """Each Session has its own number."""

    code = "number-taken"
    message = _("The number {number} is taken already.")
    remedy = _("Leave the number out to take the next one.")


class ConvenedOtherwise(Refusal):
    """Meetings of other bodies come about by provisions of their own (R9.3b, R16.2)."""

    code = "convened-otherwise"
    message = _("This is no Session: a meeting is convened in its own way.")


class AnnouncedAlready(Refusal):
    """What was announced is not changed by changing the draft."""

    code = "announced-already"
    message = _("The sitting was announced on {announced}.")


class NotSignedYet(Refusal):
    """The Chair's act carries a date still to come."""

    code = "not-signed-yet"
    status = 422
    message = _("The act is dated {date}, which is still to come.")
    remedy = _("Record the act once it is signed.")


class NumberMissing(Refusal):
    """An act is recorded with its number."""

    code = "number-missing"
    status = 422
    message = _("The number of the Chair's act is missing.")
    remedy = _("Write the number as it stands on the act.")


class NoChair(Refusal):
    """Nobody held the Chair's post on the day of the act, so nobody could convene (A16)."""

    code = "no-chair"
    message = _(
        "Nobody held the post of the Chair on {date}, and only the Chair convenes a Session."
    )
    remedy = _("Record first by which act the Chair came into office.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A Session as it is planned; without a number it takes the next one."""

    starts_at: dt.datetime
    place: Wording
    agenda: Sequence[Question]
    kind: Kind = Kind.ORDINARY
    number: int | None = None


@action("sittings.prepare_session", powers=("prepare_agenda",))
def prepare_session(*, occasion: Occasion, plan: Plan) -> Done[Session]:
    """Prepare a Session for the Chair's decision; it has no legal effect.

    A day that could not be lawful even if the Chair decided at once is refused here already.

    Raises:
        NotYours: the actor does not prepare Sessions.
        PlaceMissing: no place in Kazakh or Russian.
        AgendaEmpty: nothing to consider.
        TitleMissing: a question lacks its title in Kazakh or Russian.
        NotOfThisBody: a question uses a power of another body.
        CompetenceMissing: a question of competence names no provision that is in force.
        RapporteurMissing: a report of members names nobody who reports.
        RapporteurNotMember: who would report is no member in office.
        NumberTaken: another Session has the number.
        DayPassed: it would begin in the past.
        NoticeTooShort: an ordinary Session less than a month ahead.
        OutsideTheMonth: an extraordinary Session more than a month ahead.
        LawSilent: the law of the day gives no answer.
    """
    require_power(PREPARING, occasion)
    require_place(plan.place)
    questions = require_agenda(plan.agenda)
    rules = rules_of(assembly(), occasion.on)
    grounds = [require_grounds(question, rules) for question in questions]
    number = _number(plan)
    verdicts = _require_timely(plan.kind, plan.starts_at, occasion, decided_on=occasion.on)
    session = Session.objects.create(
        body=assembly(),
        number=number,
        kind=plan.kind,
        starts_at=plan.starts_at,
        prepared_by=Person.objects.filter(public_id=occasion.actor.public_id).first(),
        **plan.place.columns("place"),
    )
    write_agenda(session, questions)
    verdicts = [*filter(None, grounds), *verdicts]
    return Done(session, facts=session_facts(session), verdicts=kept(verdicts))


@action("sittings.change_preparation", powers=("prepare_agenda",))
def change_preparation(
    *, occasion: Occasion, session: Session, starts_at: dt.datetime, place: Wording
) -> Done[Session]:
    """Give a prepared Session another moment or place, before it is convened.

    Raises:
        NotYours: the actor does not prepare Sessions.
        AnnouncedAlready: the Session has been convened.
        ConvenedOtherwise: it is a meeting of another body.
        PlaceMissing: no place in Kazakh or Russian.
        DayPassed: it would begin in the past.
        NoticeTooShort: an ordinary Session less than a month ahead.
        OutsideTheMonth: an extraordinary Session more than a month ahead.
        LawSilent: the law of the day gives no answer.
    """
    require_power(PREPARING, occasion)
    session = _prepared(session)
    require_place(place)
    verdicts = _require_timely(session.kind, starts_at, occasion, decided_on=occasion.on)
    session.starts_at = starts_at
    for column, value in place.columns("place").items():
        setattr(session, column, value)
    session.save()
    return Done(session, facts=session_facts(session), verdicts=kept(verdicts))


@action(
    "sittings.convene_session",
    powers=("convene_session", "convene_extraordinary_session_on_own_initiative"),
)
def convene_session(*, occasion: Occasion, session: Session) -> Done[Session]:
    """Convene a prepared Session: the Chair, signed in, decides and the notice is published.

    Raises:
        NotYours: the actor is not the Chair (R8.1a, R8.2a).
        AnnouncedAlready: the Session has been convened.
        ConvenedOtherwise: it is a meeting of another body.
        DayPassed: it would begin in the past.
        NoticeTooShort: an ordinary Session less than a month ahead.
        OutsideTheMonth: an extraordinary Session more than a month ahead.
        NoticeIncomplete: the notice would not name all that it must.
        LawSilent: the law of the day gives no answer.
    """
    if not session.is_session:
        raise ConvenedOtherwise
    power = require_power(power_to_convene(session), occasion)
    session = _prepared(session)
    timely = _require_timely(session.kind, session.starts_at, occasion, decided_on=occasion.on)
    content = _announce(session, occasion, decided_on=occasion.on)
    requests = answer_by_convening(session, occasion)
    facts = {**session_facts(session), "signed": "in_person", "requests": requests}
    return Done(session, facts=facts, verdicts=kept([power, *timely, content]))


@action("sittings.record_convening", powers=("record_convening_act",))
def record_convening(
    *, occasion: Occasion, session: Session, number: str, date: dt.date, file: File[bytes]
) -> Done[Session]:
    """Announce a Session that the Chair convened by a signed act, recorded by the Working Organ.

    The decision is the day of the act, the notice the day of this record (readings A2, A4).

    Raises:
        NotYours: the charter does not let the actor record it, or the Chair convene it.
        AnnouncedAlready: the Session has been convened.
        ConvenedOtherwise: it is a meeting of another body.
        NumberMissing: the act has no number.
        NotSignedYet: the act's date is still to come.
        NoChair: nobody was the Chair on that date (A16).
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
        DayPassed: it would begin in the past.
        NoticeTooShort: an ordinary Session less than a month ahead.
        OutsideTheMonth: an extraordinary Session more than a month after the act.
        NoticeIncomplete: the notice would not name all that it must.
        LawSilent: the law of the day gives no answer.
    """
    power = require_power(RECORDING, occasion)
    session = _prepared(session)
    signed = _require_signed(session, number, date, occasion=occasion)
    timely = _require_timely(session.kind, session.starts_at, occasion, decided_on=date)
    file.name = f"act.{kind_of(file).label.lower()}"
    session.convened_by = _act(occasion, session, number=number, date=date, file=file)
    content = _announce(session, occasion, decided_on=date)
    act = {"id": session.convened_by.public_id, "number": number, "date": date.isoformat()}
    requests = answer_by_convening(session, occasion)
    facts = {**session_facts(session), "signed": "on_paper", "act": act, "requests": requests}
    return Done(session, facts=facts, verdicts=kept([power, signed, *timely, content]))


@action("sittings.note_invitations", powers=(INSTALLATION,))
def note_invitations(
    *, occasion: Occasion, session: Session, invited: Sequence[Membership]
) -> Done[Session]:
    """Note to whom invitations have just been sent.

    Raises:
        NotYours: only the installation itself sends invitations.
    """
    if occasion.actor != SYSTEM:
        raise NotYours
    rows = [
        Invitation(
            session=session,
            membership=membership,
            language=membership.person.preferred_language,
            sent_at=occasion.at,
        )
        for membership in invited
    ]
    Invitation.objects.bulk_create(rows)
    return Done(session, facts={"letters": len(rows)})


def _prepared(session: Session) -> Session:
    session = locked(session)
    if not session.is_session:
        raise ConvenedOtherwise
    if session.state != State.PREPARED:
        raise AnnouncedAlready(announced=session.announced_at)
    return session


def _number(plan: Plan) -> int:
    number = plan.number or next_number()
    if Session.objects.filter(body=assembly(), number=number).exists():
        raise NumberTaken(number=number)
    return number


def _require_timely(
    kind: str, starts_at: dt.datetime, occasion: Occasion, *, decided_on: dt.date
) -> list[Verdict]:
    starts_on = date_of(starts_at)
    verdicts = timeliness(kind, starts_on, announced_on=occasion.on, decided_on=decided_on)
    ordinary = kind == Kind.ORDINARY
    for verdict in verdicts:
        require_met(
            verdict,
            NoticeTooShort if ordinary else OutsideTheMonth,
            starts=starts_on,
            decided=decided_on,
            last=verdict.last_lawful_day,
            earliest=verdict.first_lawful_day,
        )
    if starts_at <= occasion.at:
        raise DayPassed(starts=starts_at)
    return verdicts


def _require_signed(session: Session, number: str, date: dt.date, *, occasion: Occasion) -> Verdict:
    """What the charter says of the Chair's power on the day of the act."""
    if not number.strip():
        raise NumberMissing
    if date > occasion.on:
        raise NotSignedYet(date=date)
    if chair(date) is None:
        raise NoChair(date=date)
    verdict = law_on(date).can(power_to_convene(session), {Role.CHAIR})
    return require_met(verdict, NotYours)


def _act(
    occasion: Occasion, session: Session, *, number: str, date: dt.date, file: File[bytes]
) -> Act:
    title = Wording(
        kk=f"{session.roman} сессияны шақыру туралы",
        ru=f"О созыве {session.roman} сессии",
        en=f"On convening the {session.roman} Session",
    )
    return record_act(
        occasion=occasion,
        kind=ActKind.ORDER,
        number=number.strip(),
        date=date,
        issuer=Issuer.CHAIR,
        title=title,
        file=file,
    )


def _announce(session: Session, occasion: Occasion, *, decided_on: dt.date) -> Verdict:
    content = require_met(announcement(session, occasion.on), NoticeIncomplete)
    session.state = State.ANNOUNCED
    session.decided_on = decided_on
    session.announced_at = occasion.at
    session.save()
    publish(session.topic)
    after_commit("sittings.send_invitations", session=session.public_id)
    return content
