"""Voluntary exit: the member's own statement, nobody's consent (R20.3, A26)."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions import EndedAlready, record_act
from shanyraq.bodies.enums import ActKind, Issuer
from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask, may
from shanyraq.membership.actions import _titles as titles
from shanyraq.membership.actions._consequences import close_cases, end_seat
from shanyraq.membership.actions._steps import stored
from shanyraq.membership.models import Departure
from shanyraq.membership.permissions import LEAVING, NotTheMember
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.permissions import require_met


class NoSeatToLeave(NotAllowed):
    """The right to leave belongs to members of the Assembly and of small assemblies (R20.3)."""

    code = "no-seat-to-leave"
    message = _("The right to leave voluntarily is not given for this seat or post.")
    remedy = _("This seat ends with the membership it rests on, or by the Chair’s act.")


class DayGone(Refusal):
    """A statement takes effect when it is received, or later."""

    code = "day-gone"
    status = 422
    message = _("The statement was received on {received}; it cannot take effect on {day}.")
    remedy = _("Choose a later day, or leave the day out.")


class StatementLacking(Refusal):
    """The charter asks a statement of the member's own."""

    code = "statement-lacking"
    message = _("There is no statement of leaving.")


@action("membership.leave", powers=("leave",))
def leave(
    *,
    occasion: Occasion,
    seat: Membership,
    text: str = "",
    effective_on: dt.date | None = None,
) -> Done[Departure]:
    """Leave the Assembly or a small assembly by one's own statement, without anyone's consent.

    It takes effect at its receipt, or on a later day the member names (A26); from then the member
    is in no total, signatures lapse and a seat in the Council ends too. A seat that began today
    ends tomorrow: no seat is shorter than a day.

    Raises:
        NotTheMember: the seat is somebody else's.
        NoSeatToLeave: the charter gives no right to leave this seat or post.
        EndedAlready: the seat has been ended already.
        DayGone: the day named has passed.
        StatementLacking: the charter sees no statement.
        LawSilent: the law gives no answer.
    """
    seat = Membership.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    if seat.person.actor != occasion.actor:
        raise NotTheMember(person=seat.person.name)
    if seat.ended_by_id is not None:
        raise EndedAlready(end=seat.end_date)
    own_body = {seat.organization.public_id}
    right = may(LEAVING, actor=occasion.actor, on=occasion.on, within=own_body)
    require_met(right, NoSeatToLeave)
    received = ask("voluntary_exit", on=occasion.on, facts={"statement_received": True})
    require_met(received, StatementLacking)
    day = _first_day_without(seat, effective_on, occasion)
    act = record_act(
        occasion=occasion,
        kind=ActKind.STATEMENT,
        number=_number(occasion.on),
        date=occasion.on,
        issuer=Issuer.MEMBER,
        title=titles.LEAVING,
    )
    ended = end_seat(occasion, seat, act=act, end_date=day)
    close_cases(occasion, seat)
    departure = Departure.objects.create(
        seat=seat,
        act=act,
        text=text.strip(),
        received_at=occasion.at,
        effective_on=day,
        verdict=stored(received),
    )
    facts = {"person": seat.person.public_id, "ended": ended, "effective_on": day.isoformat()}
    withheld = {"text": departure.text} if departure.text else {}
    verdicts = [stored(right), stored(received)]
    return Done(departure, facts=facts, withheld=withheld, verdicts=verdicts)


def _first_day_without(seat: Membership, named: dt.date | None, occasion: Occasion) -> dt.date:
    if named is not None and named < occasion.on:
        raise DayGone(received=occasion.on, day=named)
    return max(named or occasion.on, seat.start_date + dt.timedelta(days=1))


def _number(on: dt.date) -> str:
    """Statements have no number of their own; they are counted by the year."""
    counted = Departure.objects.filter(received_at__year=on.year).count()
    return f"{on.year}-{counted + 1}"
