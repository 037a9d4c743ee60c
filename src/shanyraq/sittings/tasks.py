"""Work after an act: invitations by letter, each with the Session as an iCalendar event."""

import datetime as dt

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import dry_run
from shanyraq.law.amending import Change
from shanyraq.platform import clock
from shanyraq.platform.languages import LANGUAGES, Language, day
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.tasks import task
from shanyraq.sittings.actions import note_invitations, note_trial
from shanyraq.sittings.actions.amendments import KEPT
from shanyraq.sittings.models import Session, Trial
from shanyraq.sittings.queries import agenda, session_of, trial_known, uninvited

#: Letters sent over one connection and noted in one act.
BATCH = 50


@task("sittings.send_invitations")
def send_invitations(*, session: str) -> None:
    """Invite the members in office who have an address and were not invited yet, in batches."""
    sitting = session_of(session)
    calendars = {language: calendar_of(sitting, language) for language in LANGUAGES}
    waiting = list(uninvited(sitting, clock.today()))
    for start in range(0, len(waiting), BATCH):
        batch = waiting[start : start + BATCH]
        letters = [_letter(sitting, membership, calendars) for membership in batch]
        get_connection().send_messages(letters)
        occasion = Occasion(actor=SYSTEM, at=clock.now())
        note_invitations(occasion=occasion, session=sitting, invited=batch)


def calendar_of(session: Session, language: Language) -> str:
    """A Session as an iCalendar file in one language; moments are in universal time."""
    with translation.override(language):
        event = Event()
        event.add("uid", f"{session.public_id}@shanyraq")
        event.add("sequence", 0)
        event.add("dtstamp", session.announced_at or clock.now())
        event.add("dtstart", session.starts_at.astimezone(dt.UTC))
        event.add("summary", _title(session))
        event.add("location", session.place)
        event.add("description", "\n".join(str(item) for item in agenda(session)))
        event.add("organizer", vCalAddress(f"MAILTO:{settings.DEFAULT_FROM_EMAIL}"))
    calendar = Calendar()
    calendar.add("prodid", "-//Shanyraq//Sessions//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return str(calendar.to_ical().decode())


def _letter(
    session: Session, membership: Membership, calendars: dict[Language, str]
) -> EmailMessage:
    person = membership.person
    language = next(one for one in LANGUAGES if one == person.preferred_language)
    with translation.override(language):
        text = render_to_string(
            "sittings/letters/invitation.txt",
            {"session": session, "person": person, "items": agenda(session)},
        )
        letter = EmailMessage(subject=_title(session), body=text, to=[person.email])
    letter.attach("session.ics", calendars[language], "text/calendar")
    return letter


def _title(session: Session) -> str:
    if not session.is_session:
        return _("{sitting}, {day}").format(sitting=session, day=day(session.day))
    return _("{number} Session, {day}").format(number=session.roman, day=day(session.day))


@task("sittings.try_changes")
def try_changes(*, trial: str) -> None:
    """Ask every verdict given so far again under the changes proposed; tell how far it has come."""
    asked = trial_known(trial)

    def told(read: int, total: int) -> None:
        Trial.objects.filter(pk=asked.pk).update(read=read, total=total)
        publish(asked.topic)

    changes = [Change.read(written) for written in asked.changes]
    found = dry_run(changes, limit=KEPT, progress=told)
    asked.refresh_from_db()
    note_trial(occasion=Occasion(actor=SYSTEM, at=clock.now()), trial=asked, found=found)
