"""A Session that votes on a motion secretly, with a ballot box, up to any stage of it."""

from collections.abc import Mapping, Sequence

from tests.elections.builders import House
from tests.elections.commission import Commission, Device, seeded, trustee_devices
from tests.people.builders import a_person
from tests.voting.builders import Hall, a_hall, by, choose

from shanyraq.elections.actions import prepare_secret_vote, seal
from shanyraq.elections.queries import box_law
from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemKind
from shanyraq.voting.actions import Motion, close_vote, open_vote
from shanyraq.voting.enums import Choice, Method
from shanyraq.voting.models import Vote

FOR, AGAINST, ABSTAIN = Choice


def marks(choice: Choice) -> list[int]:
    """The ballot that takes a position."""
    return [int(choice == one) for one in Choice]


def a_voting_hall(
    *,
    members: int = 12,
    present: int | None = None,
    method: Method | None = Method.SECRET_ELECTRONIC,
    kind: ItemKind = ItemKind.CONCEPTS_AND_PROGRAMMES,
) -> House:
    """A Session that has chosen how it votes, with its question taken up; it elects nobody."""
    hall = a_hall(members=members, present=present, kind=kind)
    if method is not None:
        choose(hall, method)
    return House(hall, hall.item, hall.item, ())


def some_trustees(hall: Hall) -> list[Person]:
    """As many persons as the reading says."""
    many = box_law(hall.session.day).trustees
    return [a_person(name=f"Сенім {one}", name_en=f"Trustee {one}") for one in range(1, many + 1)]


def a_motion_commission(house: House, *, motion: Motion | None = None, seed: int = 1) -> Commission:
    """A commission for the question, appointed by the Working Organ."""
    registrar, people = a_person(name="Тіркеуші", name_en="Registrar"), some_trustees(house.hall)
    box = prepare_secret_vote(
        occasion=by(house.hall.clerk),
        item=house.item,
        registrar=registrar,
        trustees=people,
        motion=motion,
    )
    randomness = seeded(seed)
    devices: list[Device] = trustee_devices(box, people, randomness)
    return Commission(house, box, registrar, devices, randomness)


def a_sealed_motion(house: House, *, motion: Motion | None = None, seed: int = 1) -> Commission:
    """The same with key and codes made, sealed, the keys checked."""
    commission = a_motion_commission(house, motion=motion, seed=seed)
    commission.make_key()
    commission.give_out()
    seal(occasion=by(house.hall.clerk), box=commission.box)
    commission.check()
    return commission


def put(commission: Commission) -> Vote:
    """The motion put to the vote by who presides."""
    return open_vote(occasion=by(commission.house.hall.chair), item=commission.house.item)


def cast_all(commission: Commission, given: Mapping[Choice, int] | Sequence[Choice]) -> None:
    """Members vote in the order of the list: so many for, so many against, so many abstain."""
    choices = (
        [choice for choice, many in given.items() for _ in range(many)]
        if isinstance(given, Mapping)
        else given
    )
    for voter, choice in enumerate(choices):
        commission.vote(voter, marks(choice))


def opened_and_counted(commission: Commission) -> None:
    """The box is closed, opened by as many trustees as are needed, and counted."""
    commission.close()
    commission.decrypt(*commission.devices[: commission.box.threshold])
    commission.conclude()


def closed(commission: Commission, vote: Vote) -> Vote:
    """The vote closed by who presides."""
    return close_vote(occasion=by(commission.house.hall.chair), vote=vote)


def a_result(given: Mapping[Choice, int], *, members: int = 12, seed: int = 1) -> Vote:
    """A whole secret vote of so many members."""
    commission = a_sealed_motion(a_voting_hall(members=members), seed=seed)
    vote = put(commission)
    cast_all(commission, given)
    opened_and_counted(commission)
    return closed(commission, vote)
