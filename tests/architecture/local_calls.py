"""Calls about something of a small assembly: each is made in the own one and in another."""

from tests.architecture.calling import Call, acting
from tests.architecture.institution import DAY, WORDS, World
from tests.assignments.builders import an_order
from tests.membership.builders import ASSOCIATION, NEWCOMER, a_vote, signed
from tests.sittings.builders import PLACE, a_question, at_ten
from tests.sittings.meeting_builders import SOON, a_meeting_plan

from shanyraq.assignments.actions import assign
from shanyraq.bodies.actions import (
    ask_agreement,
    end_membership,
    establish_post,
    include_member,
    record_act,
)
from shanyraq.bodies.enums import ActKind, Category, Issuer, Role
from shanyraq.membership.actions import (
    include_in_small_assembly,
    propose_candidate,
)
from shanyraq.people.models import Organization
from shanyraq.sittings.actions import (
    add_item,
    begin_item,
    close_session,
    convene_meeting,
    drop_item,
    move_meeting,
    open_session,
    prepare_meeting,
    register_arrival,
)
from shanyraq.sittings.enums import ItemKind, State
from shanyraq.voting.actions import (
    close_vote,
    open_vote,
)
from shanyraq.voting.models import Vote

RECORDED = ("keep_roll",), ("record_local_act",)
NONE: tuple[str, ...] = ()
PREPARED = NONE, ("prepare_small_assembly_meeting",)
PRESIDED = NONE, ("preside_at_small_assembly",)
QUESTION = a_question(kind=ItemKind.SMALL_ASSEMBLY_QUESTION)

#: Calls about something of a small assembly: each is made in the own one and in another.
LOCAL_CALLS = [
    Call(
        "bodies.record_act",
        lambda _, body: acting(
            record_act,
            kind=ActKind.DECISION,
            number="9",
            date=DAY,
            issuer=Issuer.SMALL_ASSEMBLY_CHAIR,
            title=WORDS,
            body=body,
        ),
        *RECORDED,
    ),
    Call(
        "bodies.establish_post",
        lambda world, body: acting(
            establish_post,
            act=world.act(body),
            organization=body,
            role=Role.SECRETARIAT,
            label=WORDS,
        ),
        *RECORDED,
    ),
    Call(
        "bodies.include_member",
        lambda world, body: acting(
            include_member,
            organization=body,
            person=world.newcomer,
            category=Category.LOCAL_EXECUTIVE_BODY,
            act=world.act(body),
            start_date=DAY,
        ),
        *RECORDED,
    ),
    Call(
        "bodies.end_membership",
        lambda world, body: acting(
            end_membership, membership=world.seat(body), act=world.act(body), end_date=DAY
        ),
        *RECORDED,
    ),
    Call(
        "bodies.ask_agreement",
        lambda world, body: acting(
            ask_agreement, post=world.head_post(body), person=world.newcomer
        ),
        *RECORDED,
    ),
    Call(
        "sittings.prepare_meeting",
        lambda _, body: acting(
            prepare_meeting, body=body, plan=a_meeting_plan(ItemKind.SMALL_ASSEMBLY_QUESTION)
        ),
        *PREPARED,
    ),
    Call(
        "sittings.move_meeting",
        lambda world, body: acting(
            move_meeting, session=world.sitting(body), starts_at=at_ten(SOON), place=PLACE
        ),
        *PREPARED,
    ),
    Call(
        "sittings.add_item",
        lambda world, body: acting(add_item, session=world.sitting(body), question=QUESTION),
        *PREPARED,
    ),
    Call(
        "sittings.drop_item",
        lambda world, body: acting(drop_item, item=world.local_item(body)),
        *PREPARED,
    ),
    Call(
        "sittings.convene_meeting",
        lambda world, body: acting(convene_meeting, session=world.sitting(body)),
        local=("convene_small_assembly",),
    ),
    Call(
        "sittings.register_arrival",
        lambda world, body: acting(
            register_arrival,
            session=world.sitting(body, State.OPEN),
            membership=world.seat(body),
        ),
        *PREPARED,
    ),
    Call(
        "sittings.open_session",
        lambda world, body: acting(open_session, session=world.sitting(body, State.ANNOUNCED)),
        *PRESIDED,
    ),
    Call(
        "sittings.begin_item",
        lambda world, body: acting(begin_item, item=world.local_item(body, State.OPEN)),
        *PRESIDED,
    ),
    Call(
        "sittings.close_session",
        lambda world, body: acting(close_session, session=world.sitting(body, State.OPEN)),
        *PRESIDED,
    ),
    Call(
        "voting.open_vote",
        lambda world, body: acting(open_vote, item=world.local_item(body, State.OPEN)),
        *PRESIDED,
    ),
    Call(
        "voting.close_vote",
        lambda world, body: acting(close_vote, vote=_voted(world, body)),
        *PRESIDED,
    ),
    Call(
        "membership.propose_candidate",
        lambda _, body: acting(
            propose_candidate,
            who=NEWCOMER,
            sender=ASSOCIATION,
            small_assembly=body,
            document=signed(),
        ),
        asked=("keep_roll",),
        local=("record_nomination",),
    ),
    Call(
        "membership.include_in_small_assembly",
        lambda world, body: acting(
            include_in_small_assembly,
            body=body,
            who=world.newcomer,
            category=Category.LOCAL_EXECUTIVE_BODY,
            signed=signed(),
        ),
        *RECORDED,
    ),
    Call(
        "assignments.assign",
        lambda world, body: acting(
            assign,
            decision=world.decision(body, ItemKind.SMALL_ASSEMBLY_QUESTION),
            order=an_order(lead_body=body.children.get()),
        ),
        local=("control_local_execution",),
    ),
]


def _voted(world: World, body: Organization) -> Vote:
    return a_vote(world.local_item(body, State.OPEN), adopted=True)
