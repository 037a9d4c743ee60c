"""Work after an act: letters of a poll to the members of the Council, each in its own language."""

from collections.abc import Iterable

from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from shanyraq.bodies.models import Membership
from shanyraq.platform import clock
from shanyraq.platform.languages import LANGUAGES
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.tasks import task
from shanyraq.sittings.actions import note_invitations
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import uninvited
from shanyraq.voting.queries import poll_of, poll_votes, unanswered_of

#: Letters sent over one connection and noted in one act.
BATCH = 50


@task("voting.send_sheets")
def send_sheets(*, poll: str) -> None:
    """Write to each member of the Council once where the sheet is, in batches."""
    held = poll_of(poll)
    waiting = list(uninvited(held, clock.today()))
    for start in range(0, len(waiting), BATCH):
        batch = waiting[start : start + BATCH]
        _send(held, batch, template="sheet")
        occasion = Occasion(actor=SYSTEM, at=clock.now())
        note_invitations(occasion=occasion, session=held, invited=batch)


@task("voting.send_reminders")
def send_reminders(*, poll: str) -> None:
    """Remind the members of the Council who have not answered."""
    held = poll_of(poll)
    waiting = unanswered_of(held, clock.today()).exclude(person__email="")
    _send(held, waiting, template="reminder")


def _send(poll: Session, seats: Iterable[Membership], *, template: str) -> None:
    votes = list(poll_votes(poll))
    letters = []
    for seat in seats:
        person = seat.person
        language = next(one for one in LANGUAGES if one == person.preferred_language)
        with translation.override(language):
            told = {
                "poll": poll,
                "person": person,
                "votes": votes,
                "address": reverse("voting:sheet", args=[poll.public_id]),
            }
            letters.append(
                EmailMessage(
                    subject=_("Poll No. {number}").format(number=poll.number),
                    body=render_to_string(f"voting/letters/poll_{template}.txt", told),
                    to=[person.email],
                )
            )
    get_connection().send_messages(letters)
