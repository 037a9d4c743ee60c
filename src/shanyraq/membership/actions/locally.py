"""Members of small assemblies: in and out by their chair's act, under the statute (R18, A44)."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions import end_membership, include_member
from shanyraq.bodies.enums import Category, Issuer
from shanyraq.bodies.models import Act, Membership
from shanyraq.bodies.permissions import sanction
from shanyraq.membership.actions import _titles as titles
from shanyraq.membership.actions._consequences import tell
from shanyraq.membership.actions._signed import Signed, entered, require_after
from shanyraq.membership.actions._steps import stored
from shanyraq.membership.permissions import FORMING_LOCALLY
from shanyraq.people.actions import register_person
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action


class NotASmallAssembly(Refusal):
    """Only a small assembly is formed by its own chair."""

    code = "not-a-small-assembly"
    status = 422
    message = _("“{body}” is not {small_assembly}.")


@action("membership.include_in_small_assembly", powers=("keep_roll",), local=("record_local_act",))
def include_in_small_assembly(
    *,
    occasion: Occasion,
    body: Organization,
    who: Person | Wording,
    category: Category,
    signed: Signed,
    start_date: dt.date | None = None,
    on_behalf_of: Organization | None = None,
) -> Done[Membership]:
    """Include somebody in a small assembly by its chair's act (R18, A44), within the own region.

    Raises:
        NotASmallAssembly: the body is another one.
        NotAKeeper: somebody new, and the actor keeps no register.
        ActNumberMissing: the act has no number.
        SignedLater: the act is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor keeps the record of another region, or of none.
        SignedByAnother: the charter gives the composition to somebody else.
        SignedElsewhere: the act is of another region's chair.
        BeginsBeforeTheAct: the seat would begin before the act.
        NotEligible: the charter lets nobody of the category in.
        HeldAlready: the person has a seat there already.
    """
    act = _by_chair(occasion, body, signed, title=titles.LOCAL_INCLUSION)
    power = sanction(FORMING_LOCALLY, act=act)
    first = start_date or act.date
    require_after(act, first)
    person = who
    if isinstance(person, Wording):
        person = register_person(occasion=occasion, name=person)
    seat = include_member(
        occasion=occasion,
        organization=body,
        person=person,
        category=category,
        act=act,
        start_date=first,
        area=body.area,
        on_behalf_of=on_behalf_of,
    )
    tell([body])
    return Done(seat, facts=_facts(seat, act), verdicts=[stored(power)] if power else [])


@action("membership.end_in_small_assembly", powers=("keep_roll",), local=("record_local_act",))
def end_in_small_assembly(
    *,
    occasion: Occasion,
    seat: Membership,
    signed: Signed,
    end_date: dt.date | None = None,
) -> Done[Membership]:
    """End a membership of a small assembly by its chair's act (R18, A44).

    Raises:
        NotASmallAssembly: the seat is in another body.
        ActNumberMissing: the act has no number.
        SignedLater: the act is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor keeps the record of another region, or of none.
        SignedByAnother: the charter gives the composition to somebody else.
        SignedElsewhere: the act is of another region's chair.
        BeginsBeforeTheAct: the seat would end before the act.
        EndedAlready: the seat has been ended.
        EndsBeforeItBegins: the end is not later than the first day.
    """
    body = seat.organization
    act = _by_chair(occasion, body, signed, title=titles.LOCAL_END)
    power = sanction(FORMING_LOCALLY, act=act)
    day = end_date or occasion.on
    require_after(act, day)
    ended = end_membership(occasion=occasion, membership=seat, act=act, end_date=day)
    tell([body])
    return Done(ended, facts=_facts(ended, act), verdicts=[stored(power)] if power else [])


def _by_chair(occasion: Occasion, body: Organization, signed: Signed, *, title: Wording) -> Act:
    if body.classification != Classification.SMALL_ASSEMBLY:
        raise NotASmallAssembly(body=body.name)
    issuer = Issuer.SMALL_ASSEMBLY_CHAIR
    return entered(occasion, signed, issuer=issuer, title=title, body=body)


def _facts(seat: Membership, act: Act) -> dict[str, str | None]:
    return {
        "person": seat.person.public_id,
        "body": seat.organization.public_id,
        "category": str(seat.category),
        "act": act.public_id,
        "start_date": seat.start_date.isoformat(),
        "end_date": seat.end_date.isoformat() if seat.end_date else None,
    }
