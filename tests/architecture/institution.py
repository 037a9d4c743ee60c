"""The table of who may do what, and an institution in which every post is held."""

import datetime as dt
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.bodies.builders import a_body, a_holding, a_post, a_region, a_seat, an_act
from tests.conftest import an_occasion
from tests.membership.builders import a_decision, a_vote
from tests.people.builders import a_person
from tests.sittings.builders import PLACE, at_ten
from tests.sittings.meeting_builders import SOON, a_statute
from tests.voting.builders import asked, poll_ends

from shanyraq.bodies.enums import Issuer, Role
from shanyraq.bodies.models import Act, Membership
from shanyraq.elections.models import BallotBox, Election
from shanyraq.elections.queries import election_pack
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person, Wording
from shanyraq.platform.occasion import NOBODY, Actor, Occasion
from shanyraq.sittings.enums import ItemKind, Kind, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.actions import (
    open_poll,
)
from shanyraq.voting.enums import Method
from shanyraq.voting.models import Decision

ROOT = Path(__file__).parents[2]
WORDS = Wording(kk="Мәселе", ru="Вопрос", en="A question")


def the_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "authorisation", ROOT / "tools" / "authorisation.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TABLE = the_tool()
DAY: dt.date = TABLE.DAY


@dataclass
class World:
    """Everybody who may want to act, two small assemblies, and what the acts are about."""

    assembly: Organization
    council: Organization
    own: Organization
    other: Organization
    actors: Mapping[str, Actor]
    newcomer: Person

    def seat(self, body: Organization) -> Membership:
        """A member of a body whom nobody plays."""
        return a_seat(body, name="Басқа мүше")

    def act(self, body: Organization) -> Act:
        """A signed act of a small assembly's chair."""
        act = an_act(issuer=Issuer.SMALL_ASSEMBLY_CHAIR)
        Act.objects.filter(pk=act.pk).update(body=body)
        act.refresh_from_db()
        return act

    def head_post(self, body: Organization) -> Any:  # noqa: ANN401 -- a post
        """The vacant post of a head of the body's secretariat."""
        secretariat = body.children.get()
        return a_post(Role.SECRETARIAT_HEAD, body=secretariat, seats=2)

    def sitting(
        self, body: Organization, state: State = State.PREPARED, kind: Kind = Kind.MEETING
    ) -> Session:
        """A sitting of a body in some state."""
        at = at_ten(DAY if state == State.OPEN else SOON)
        return Session.objects.create(
            body=body,
            kind=kind,
            number=7,
            state=state,
            starts_at=at,
            announced_at=None if state == State.PREPARED else at,
            opened_at=at if state == State.OPEN else None,
            **PLACE.columns("place"),
        )

    def item(self, session: Session, kind: ItemKind) -> AgendaItem:
        """A question on a sitting's agenda."""
        return AgendaItem.objects.create(
            session=session, number=1, kind=kind, **WORDS.columns("title")
        )

    def local_item(self, body: Organization, state: State = State.PREPARED) -> AgendaItem:
        """A question of a small assembly."""
        return self.item(self.sitting(body, state), ItemKind.SMALL_ASSEMBLY_QUESTION)

    def decision(self, body: Organization, kind: ItemKind) -> Decision:
        """What a body has decided."""
        item = self.item(self.sitting(body, State.OPEN), kind)
        a_vote(item, adopted=True)
        return a_decision(item)

    def election(self) -> Election:
        """An election that waits for its ballot box."""
        session = self.sitting(self.assembly, State.OPEN, Kind.ORDINARY)
        return Election.objects.create(
            item=self.item(session, ItemKind.ELECT_DEPUTIES),
            nomination=self.decision(self.council, ItemKind.MAZHILIS_CANDIDATES),
            pack=election_pack(DAY),
            method=Method.SECRET_ELECTRONIC,
            seats=1,
            prepared_at=at_ten(DAY),
        )

    def box(self) -> BallotBox:
        """A ballot box whose commission was appointed."""
        election = self.election()
        return BallotBox.objects.create(
            item=election.item,
            election=election,
            threshold=2,
            registrar=self.newcomer,
            appointed_at=at_ten(DAY),
        )

    def poll(self) -> Session:
        """A poll that the Working Organ has opened."""
        return open_poll(
            occasion=self.by("working_organ", hour=9), ends_at=poll_ends(DAY), questions=[asked()]
        )

    def by(self, role: str, *, hour: int = 11) -> Occasion:
        """The holder of a post acts."""
        return an_occasion(actor=self.actors[role], on=DAY, hour=hour)


def a_world() -> World:
    assembly = a_body()
    council = a_body(Classification.COUNCIL, name="Кеңес", parent=assembly)
    organ = a_body(Classification.WORKING_ORGAN, name="Жұмыс органы")
    own, other = (
        a_body(
            Classification.SMALL_ASSEMBLY,
            name=iso,
            parent=assembly,
            area=a_region(name=iso, iso=iso),
        )
        for iso in ("KZ-11", "KZ-19")
    )
    for body in (own, other):
        a_body(Classification.SECRETARIAT, name=f"{body} хатшылығы", parent=body, area=body.area)
        a_statute(body)
    office = a_body(Classification.STATE_BODY, name="Әкімдік", area=own.area)
    posts = {
        "chair": assembly,
        "deputy_chair": assembly,
        "working_organ": organ,
        "small_assembly_chair": own,
        "small_assembly_deputy_chair": own,
        "secretariat_head": own.children.get(),
        "secretariat": own.children.get(),
        "akim": office,
    }
    seats = {"council_member": council, "member": assembly, "small_assembly_member": own}
    held = {
        role: a_holding(a_post(Role(role), body=body, seats=None), person=a_person(name=role))
        for role, body in posts.items()
    }
    held |= {role: a_seat(body, name=role) for role, body in seats.items()}
    actors = {role: one.person.actor for role, one in held.items()}
    newcomer = a_person(name="Жаңа адам")
    return World(assembly, council, own, other, actors | {TABLE.NOBODY: NOBODY}, newcomer)
