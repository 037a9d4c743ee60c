"""Build the sample institution of the charter pack, through the actions alone."""

from collections.abc import Callable

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from shanyraq.assignments.models import Assignment
from shanyraq.demonstration import (
    coming_session,
    composition,
    council_work,
    execution,
    past_session,
    personas,
    standing,
)
from shanyraq.demonstration.actions import COMPLETION, begin, complete
from shanyraq.demonstration.composition import Company
from shanyraq.demonstration.days import (
    COMPOSED,
    COUNCIL_HELD,
    COUNCIL_PREPARED,
    ENLARGED,
    POLLED,
    REPORTED,
    TODAY,
    occasion,
    turn_to,
)
from shanyraq.demonstration.emptying import empty
from shanyraq.demonstration.institution import Institution, found
from shanyraq.demonstration.sample import sample
from shanyraq.people.models import Persona
from shanyraq.people.permissions import require_demonstration
from shanyraq.people.queries import leading_personas
from shanyraq.platform import clock
from shanyraq.platform.languages import day
from shanyraq.platform.models import JournalEntry

Say = Callable[[str], None]


def build(*, fresh: bool, say: Say) -> None:
    """Build the demonstration, unless it is there; `fresh` forgets an earlier one first.

    One transaction: a build that is cut short leaves nothing behind.

    Raises:
        PersonasOff: the mode of demonstrations is off.
        NotADemonstration: something else has happened in this installation.
        NotEmpty: the same, without `fresh`.
    """
    require_demonstration()
    if fresh:
        say("Forgetting the earlier demonstration.")
        empty()
    if JournalEntry.objects.filter(action=COMPLETION).exists():
        say("The demonstration is there already.")
    else:
        with transaction.atomic():
            _build(say)
    _tell(say)


def _build(say: Say) -> None:
    begin(occasion=occasion(COMPOSED, 8))
    say(f"Founding the {sample().bodies.assembly.en} with all its bodies.")
    institution = found()
    say("Including members with invented names.")
    company = composition.gather(institution)
    say("Adopting documents, forming the bodies beside the Council.")
    standing.furnish(institution, company)
    say("Holding the Session that lies behind.")
    past_session.hold(company)
    assignments = execution.give(company)
    turn_to(ENLARGED)
    composition.enlarge(institution, company)
    say("Letting the Council meet, members report.")
    _work(institution, company, assignments)
    say("Announcing the Session of today.")
    coming = coming_session.announce(company)
    turn_to(POLLED)
    council_work.request(company)
    council_work.poll(company)
    coming_session.gather(coming, company)
    personas.offer(company)
    complete(occasion=occasion(TODAY, 8), assembly=institution.assembly)
    # The letters were sent as the days went by; nothing is left for the worker.
    DBTaskResult.objects.all().delete()


def _work(institution: Institution, company: Company, assignments: list[Assignment]) -> None:
    """What happens between the two Sessions."""
    turn_to(COUNCIL_PREPARED)
    considered, _waiting = council_work.nominate_candidates(company)
    meeting = council_work.meet(institution, company, considered)
    turn_to(COUNCIL_HELD)
    council_work.hold(meeting, company)
    turn_to(REPORTED)
    execution.carry_out(assignments, company)


def _tell(say: Say) -> None:
    say(f"The institution's date is {day(clock.today(), language='en')}.")
    if clock.today() > TODAY:
        say("The Session's day has passed; `shanyraq demo --fresh` builds anew.")
    say("Who can sign in, at http://localhost:8000/ :")
    for persona in leading_personas():
        say(f"  {_line(persona)}")


def _line(persona: Persona) -> str:
    person = persona.user.person
    return f"{persona.title_en}: {person.name_en if person else persona.user.email}"
