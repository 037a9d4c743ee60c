"""A region enters the institution: its small assembly, the secretariat, and the posts of both."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions.establishing import BodyStands, establish_body, establish_post
from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Act, Post
from shanyraq.bodies.permissions import OFFICE_RULES, require_record_of
from shanyraq.bodies.queries import assembly, called_in_charter, small_assemblies_from
from shanyraq.charter.queries import ask
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Wording
from shanyraq.people.queries import regions_on
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action


class NotARegion(Refusal):
    """On the day there is no such region: it began later, or has ended (A37)."""

    code = "not-a-region"
    status = 422
    message = _("On {day} there is no region “{area}”.")
    remedy = _("Choose a day on which the region exists.")


@action("bodies.found_small_assembly", powers=("keep_roll",))
def found_small_assembly(
    *,
    occasion: Occasion,
    act: Act,
    area: Area,
    name: Wording,
    secretariat: Wording,
    start_date: date | None = None,
) -> Done[Organization]:
    """Enter a region: its small assembly, the secretariat, and the posts of both (R16.1, R17, R19).

    `name` and `secretariat` are what the two bodies are called; their posts bear the charter's
    words. The post of the region's head and that of the secretariat's head are filled later; the
    chair and the deputy chair follow them as far as the charter says so on the first day.

    Raises:
        NotARecorder: the actor does not keep everybody's record.
        NotEstablished: there is no Assembly yet.
        NotARegion: the region does not exist on the first day.
        BodyStands: the region has a small assembly on that day or later.
        SignedElsewhere: an organ of another region signed the act.
    """
    require_record_of(assembly(), occasion)
    first = start_date or act.date
    if not regions_on(first).filter(pk=area.pk).exists():
        raise NotARegion(area=area.name, day=first)
    if standing := small_assemblies_from(first).filter(area=area).first():
        raise BodyStands(body=standing.name)
    # A key answers one call of an action, and several of each are made here.
    founding = _Founding(replace(occasion, request_key=""), act, first)
    small = founding.body(Classification.SMALL_ASSEMBLY, name=name, area=area)
    office = founding.body(Classification.SECRETARIAT, name=secretariat, area=area, parent=small)
    founding.post_with_follower(small, Role.AKIM, follower=Role.SMALL_ASSEMBLY_CHAIR)
    founding.post_with_follower(
        office, Role.SECRETARIAT_HEAD, follower=Role.SMALL_ASSEMBLY_DEPUTY_CHAIR
    )
    facts = {
        "act": act.public_id,
        "region": area.iso,
        "secretariat": office.public_id,
        "from": first.isoformat(),
    }
    return Done(small, facts=facts)


@dataclass(frozen=True, slots=True)
class _Founding:
    """What everything that is established here has in common."""

    occasion: Occasion
    act: Act
    first: date

    def body(
        self,
        kind: Classification,
        *,
        name: Wording,
        area: Area,
        parent: Organization | None = None,
    ) -> Organization:
        return establish_body(
            occasion=self.occasion,
            act=self.act,
            classification=kind,
            name=name,
            parent=parent,
            area=area,
            founding_date=self.first,
        )

    def post_with_follower(self, body: Organization, role: Role, *, follower: Role) -> None:
        """A post, and the one in the small assembly that the charter gives to its holder."""
        office = self.post(body, role)
        rule, fact = OFFICE_RULES[follower]
        by_office = ask(rule, on=self.first, facts={fact: True}).met
        self.post(body.parent or body, follower, follows=office if by_office else None)

    def post(self, body: Organization, role: Role, *, follows: Post | None = None) -> Post:
        return establish_post(
            occasion=self.occasion,
            act=self.act,
            organization=body,
            role=role,
            label=called_in_charter(role),
            start_date=self.first,
            follows=follows,
        )
