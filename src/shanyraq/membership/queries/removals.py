"""Reads of removals: what the charter says of a ground, cases, changes of post that suggest one."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q

from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import assembly, members_in_office
from shanyraq.bodies.queries.scope import own_bodies
from shanyraq.charter.queries import ask, charter_pack
from shanyraq.law import Verdict
from shanyraq.membership.enums import Ground
from shanyraq.membership.models import RemovalCase
from shanyraq.membership.models.removals import RemovalCaseQuerySet
from shanyraq.membership.permissions import reads_all
from shanyraq.platform.occasion import Occasion


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A member by office whose post has ended: a removal may be proposed; nothing lapses (A24)."""

    seat: Membership
    left: Membership


def ground_of(ground: Ground, on: dt.date, *, facts: Mapping[str, bool], source: str) -> Verdict:
    """What the charter says of a ground, of the facts that its rule asks for."""
    asked = charter_pack().rules_called(str(ground))[-1].facts
    told = {name: facts[name] for name in asked}
    return ask(str(ground), on=on, facts=told, sources=dict.fromkeys(told, source))


def cases_seen_by(occasion: Occasion) -> RemovalCaseQuerySet:
    """The removal cases somebody may read, the latest first."""
    rows = RemovalCase.objects.of_institution().select_related(
        "seat__person", "seat__area", "proposed_by", "small_assembly", "act"
    )
    if reads_all(occasion.actor, occasion.on):
        return rows
    me = occasion.actor.public_id
    return rows.filter(
        Q(seat__person__public_id=me)
        | Q(proposed_by__public_id=me)
        | Q(small_assembly__public_id__in=own_bodies(occasion.actor, occasion.on))
    )


def case_of(public_id: str) -> RemovalCase | None:
    """The case of a public identifier; None when there is none."""
    rows = RemovalCase.objects.of_institution().select_related(
        "seat__person", "seat__organization", "proposed_by", "small_assembly", "act", "proposal"
    )
    return rows.filter(public_id=public_id).first()


def own_cases(occasion: Occasion) -> list[RemovalCase]:
    """The cases about somebody's own seat."""
    mine = Q(seat__person__public_id=occasion.actor.public_id)
    return list(RemovalCase.objects.of_institution().filter(mine).select_related("seat__person"))


def suggested_removals(on: dt.date) -> list[Suggestion]:
    """Members in office whose post has ended since they came in, and no case was opened since.

    Whoever has the same kind of post again, in whatever body, is left out.
    """
    seats = {seat.person_id: seat for seat in members_in_office(assembly(), on)}
    ended = (
        Membership.objects.posts()
        .filter(person__in=list(seats), end_date__lte=on)
        .select_related("post", "organization", "person")
        .order_by("end_date", "pk")
    )
    holding = set(
        Membership.objects.posts().on(on).values_list("person_id", "post__role").distinct()
    )
    opened = dict(
        RemovalCase.objects.of_institution()
        .filter(seat__in=[seat.pk for seat in seats.values()])
        .order_by("proposed_at")
        .values_list("seat_id", "proposed_at")
    )
    found: dict[int, Suggestion] = {}
    for left in ended:
        seat = seats[left.person_id]
        if _suggests(seat, left, holding=holding, opened=opened):
            found[seat.pk] = Suggestion(seat, left)
    return list(found.values())


def _suggests(
    seat: Membership,
    left: Membership,
    *,
    holding: set[tuple[int, str]],
    opened: Mapping[int, dt.datetime],
) -> bool:
    end, role = left.end_date, left.post.role if left.post else ""
    if end is None or end <= seat.start_date or (seat.person_id, role) in holding:
        return False
    case = opened.get(seat.pk)
    return case is None or case.date() < end
