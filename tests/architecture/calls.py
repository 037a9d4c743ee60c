"""Calls about what belongs to the whole institution."""

from tests.architecture.calling import Call, acting
from tests.architecture.institution import DAY, WORDS, World
from tests.assignments.builders import an_order
from tests.bodies.builders import a_region, an_act
from tests.membership.builders import ASSOCIATION, NEWCOMER, signed
from tests.sittings.builders import a_plan, a_question
from tests.sittings.meeting_builders import a_meeting_plan
from tests.voting.builders import asked, poll_ends

from shanyraq.assignments.actions import assign
from shanyraq.bodies.actions import (
    agree_secretariat_head,
    establish_body,
    found_small_assembly,
    record_act,
)
from shanyraq.bodies.enums import ActKind, Issuer
from shanyraq.elections.actions import (
    abandon,
    appoint_commission,
    close_ballots,
    conclude,
    draw_up_roll,
    list_nominees,
    prepare,
    prepare_secret_vote,
    seal,
)
from shanyraq.membership.actions import (
    include_at_discretion,
    nominate,
)
from shanyraq.people.actions import register_person
from shanyraq.people.enums import Classification
from shanyraq.sittings.actions import (
    add_item,
    close_session,
    convene_session,
    open_session,
    prepare_meeting,
    prepare_session,
    register_arrival,
)
from shanyraq.sittings.enums import ItemKind, Kind, State
from shanyraq.sittings.models import Session
from shanyraq.voting.actions import (
    add_dissent,
    answer_poll,
    close_poll,
    open_poll,
    remind_of_poll,
)

#: Calls about what belongs to the whole institution.
CALLS = [
    Call(
        "people.register_person",
        lambda _, __: acting(register_person, name=NEWCOMER),
        ("keep_roll", "keep_local_roll"),
    ),
    Call(
        "bodies.record_act",
        lambda _, __: acting(
            record_act,
            kind=ActKind.DECISION,
            number="9",
            date=DAY,
            issuer=Issuer.CHAIR,
            title=WORDS,
        ),
        ("keep_roll",),
        signatory="chair",
    ),
    Call(
        "bodies.establish_body",
        lambda _, __: acting(
            establish_body,
            act=an_act(),
            classification=Classification.ADVISORY_BODY,
            name=WORDS,
        ),
        ("keep_roll",),
        signatory="chair",
    ),
    Call(
        "bodies.found_small_assembly",
        lambda _, __: acting(
            found_small_assembly,
            act=an_act(),
            area=a_region(iso="KZ-62", name="Ұлытау облысы"),
            name=WORDS,
            secretariat=WORDS,
        ),
        ("keep_roll",),
    ),
    Call(
        "bodies.agree_secretariat_head",
        lambda world, body: acting(
            agree_secretariat_head,
            post=world.head_post(body),
            person=world.newcomer,
            agreed=True,
        ),
        ("agree_secretariat_heads",),
    ),
    Call(
        "sittings.prepare_session",
        lambda _, __: acting(prepare_session, plan=a_plan()),
        ("prepare_agenda",),
    ),
    Call(
        "sittings.convene_session",
        lambda world, _: acting(convene_session, session=_session(world)),
        ("convene_session",),
    ),
    Call(
        "sittings.add_item",
        lambda world, _: acting(add_item, session=_session(world), question=a_question()),
        ("prepare_agenda",),
    ),
    Call(
        "sittings.prepare_meeting",
        lambda world, _: acting(prepare_meeting, body=world.council, plan=a_meeting_plan()),
        ("prepare_council_meeting",),
    ),
    Call(
        "sittings.open_session",
        lambda world, _: acting(
            open_session, session=world.sitting(world.council, State.ANNOUNCED)
        ),
        ("preside_at_council",),
    ),
    Call(
        "sittings.close_session",
        lambda world, _: acting(
            close_session, session=world.sitting(world.assembly, State.OPEN, Kind.ORDINARY)
        ),
        ("close_session",),
    ),
    Call(
        "sittings.register_arrival",
        lambda world, _: acting(
            register_arrival,
            session=world.sitting(world.assembly, State.OPEN, Kind.ORDINARY),
            membership=world.seat(world.assembly),
        ),
        ("register_attendance",),
    ),
    Call(
        "voting.open_poll",
        lambda _, __: acting(open_poll, ends_at=poll_ends(DAY), questions=[asked()]),
        ("conduct_council_polls",),
    ),
    Call(
        "voting.remind_of_poll",
        lambda world, _: acting(remind_of_poll, poll=world.poll()),
        ("conduct_council_polls",),
    ),
    Call(
        "voting.close_poll",
        lambda world, _: acting(close_poll, poll=world.poll()),
        ("conduct_council_polls",),
    ),
    Call(
        "voting.answer_poll",
        lambda world, _: acting(answer_poll, poll=world.poll(), answers={}),
        ("vote_in_council",),
    ),
    Call(
        "voting.add_dissent",
        lambda world, _: acting(
            add_dissent,
            decision=world.decision(world.assembly, ItemKind.OTHER_QUESTIONS),
            text="Келіспеймін",
            language="kk",
        ),
        ("free_opinion_even_after_decision",),
    ),
    Call(
        "elections.list_nominees",
        lambda world, _: acting(
            list_nominees,
            item=world.item(world.sitting(world.council, State.OPEN), ItemKind.MAZHILIS_CANDIDATES),
            persons=[world.newcomer],
        ),
        ("prepare_council_meeting",),
    ),
    Call(
        "elections.prepare",
        lambda world, _: acting(
            prepare,
            item=world.item(
                world.sitting(world.assembly, State.OPEN, Kind.ORDINARY), ItemKind.ELECT_DEPUTIES
            ),
            nomination=None,
        ),
        ("prepare_agenda",),
    ),
    Call(
        "elections.appoint_commission",
        lambda world, _: acting(
            appoint_commission,
            election=world.election(),
            registrar=world.newcomer,
            trustees=[world.newcomer],
        ),
        ("run_votes",),
    ),
    Call(
        "elections.prepare_secret_vote",
        lambda world, _: acting(
            prepare_secret_vote,
            item=world.item(
                world.sitting(world.assembly, State.OPEN, Kind.ORDINARY),
                ItemKind.CONCEPTS_AND_PROGRAMMES,
            ),
            registrar=world.newcomer,
            trustees=[world.newcomer],
        ),
        ("run_votes",),
    ),
    Call(
        "elections.draw_up_roll",
        lambda world, _: acting(draw_up_roll, box=world.box()),
        ("run_votes",),
    ),
    Call("elections.seal", lambda world, _: acting(seal, box=world.box()), ("run_votes",)),
    Call(
        "elections.close_ballots",
        lambda world, _: acting(close_ballots, box=world.box()),
        ("close_vote",),
    ),
    Call("elections.conclude", lambda world, _: acting(conclude, box=world.box()), ("run_votes",)),
    Call(
        "elections.abandon",
        lambda world, _: acting(abandon, box=world.box(), reason="A key is lost."),
        ("close_vote",),
    ),
    Call(
        "membership.nominate",
        lambda _, __: acting(
            nominate,
            path="public_association",
            who=NEWCOMER,
            sender=ASSOCIATION,
            document=signed(),
        ),
        ("keep_roll",),
    ),
    Call(
        "membership.include_at_discretion",
        lambda world, _: acting(include_at_discretion, who=world.newcomer, signed=signed()),
        ("keep_roll", "include_other_person"),
    ),
    Call(
        "assignments.assign",
        lambda world, _: acting(
            assign,
            decision=world.decision(world.assembly, ItemKind.OTHER_QUESTIONS),
            order=an_order(lead_body=world.own.children.get()),
        ),
        ("ensure_activity_and_control_execution",),
    ),
]


def _session(world: World) -> Session:
    return prepare_session(occasion=world.by("working_organ", hour=9), plan=a_plan())
