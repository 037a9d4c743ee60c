"""What members write on a question: whose right it is, when, and that it stays."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction
from tests.bodies.builders import a_body, a_seat
from tests.sittings.builders import TODAY, Institution, a_session, an_institution

from shanyraq.charter.queries import law_on
from shanyraq.people.enums import Classification
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.actions import contribute
from shanyraq.sittings.actions.contributions import NotBeforeTheBody, NothingSaid, NotOwnBody
from shanyraq.sittings.enums import ItemKind, ItemState, OpinionLanguage, State
from shanyraq.sittings.models import AgendaItem, Contribution
from shanyraq.sittings.permissions import DISCUSSING, LawSilent, NotYours
from shanyraq.sittings.queries import contributions_to, may_contribute

pytestmark = pytest.mark.django_db

WORDS = "Мен бұл мәселені қолдаймын."
TOMORROW = TODAY + dt.timedelta(days=1)


def a_question_of(house: Institution, *, state: State = State.ANNOUNCED) -> AgendaItem:
    """A question of a Session that begins tomorrow, or began today."""
    day = TODAY if state in {State.OPEN, State.CLOSED} else TOMORROW
    session = a_session(house.assembly, state=state, day=day)
    return session.items.exclude(kind=ItemKind.CHOOSE_VOTING_METHOD).get()


def written(
    house: Institution, item: AgendaItem, *, who: str = "member", text: str = WORDS
) -> Contribution:
    return contribute(
        occasion=house.by(getattr(house, who)),
        item=item,
        text=text,
        language=OpinionLanguage.KAZAKH,
    )


@pytest.mark.parametrize("state", [State.ANNOUNCED, State.OPEN])
def test_a_member_writes_on_a_question_before_the_assembly(state: State) -> None:
    house = an_institution()
    item = a_question_of(house, state=state)
    assert may_contribute(item, house.by(house.member))
    contribution = written(house, item, text=f"  {WORDS}\n")
    assert list(contributions_to(item)) == [contribution]
    assert (contribution.text, contribution.membership) == (WORDS, house.seats[0])
    assert WORDS not in str(entries_of(contribution.public_id))


@pytest.mark.parametrize("state", [State.PREPARED, State.CLOSED])
def test_before_the_announcement_and_after_the_closing_nobody_writes(state: State) -> None:
    house = an_institution()
    item = a_question_of(house, state=state)
    assert not may_contribute(item, house.by(house.member))
    with pytest.raises(NotBeforeTheBody):
        written(house, item)
    assert not contributions_to(item).exists()


@pytest.mark.parametrize("state", [ItemState.FINISHED, ItemState.DROPPED])
def test_a_question_that_is_finished_or_taken_off_is_not_written_on(state: ItemState) -> None:
    house = an_institution()
    item = a_question_of(house)
    AgendaItem.objects.filter(pk=item.pk).update(state=state)
    with pytest.raises(NotBeforeTheBody):
        written(house, item)
    AgendaItem.objects.filter(pk=item.pk).update(state=ItemState.DISCUSSED)
    assert written(house, item).pk


@pytest.mark.parametrize("who", ["chair", "deputy", "secretary"])
def test_the_right_is_the_members(who: str) -> None:
    house = an_institution()
    item = a_question_of(house)
    assert "member" in law_on(TODAY).holders(DISCUSSING)
    with pytest.raises(NotYours):
        written(house, item, who=who)
    assert not may_contribute(item, house.by(getattr(house, who)))


def test_a_member_of_another_body_does_not_write_here() -> None:
    house = an_institution()
    local = a_body(Classification.SMALL_ASSEMBLY, name="Кіші ассамблея")
    seat = a_seat(local, name="Жергілікті Мүше")
    item = a_question_of(house)
    occasion = house.by(seat.person)
    with pytest.raises(NotOwnBody):
        contribute(occasion=occasion, item=item, text=WORDS, language=OpinionLanguage.KAZAKH)
    assert not may_contribute(item, occasion)
    assert written(house, item).pk


def test_nothing_is_no_contribution() -> None:
    house = an_institution()
    item = a_question_of(house)
    with pytest.raises(NothingSaid):
        written(house, item, text=" \n ")
    assert [written(house, item).text, written(house, item, text="Тағы").text] == [WORDS, "Тағы"]


def test_nobody_changes_or_takes_away_what_was_written() -> None:
    house = an_institution()
    contribution = written(house, a_question_of(house))
    rows = Contribution.objects.filter(pk=contribution.pk)
    for harm in (lambda: rows.update(text="Жоқ"), rows.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            harm()
    assert rows.get().text == WORDS


def test_where_there_is_no_law_nobody_writes() -> None:
    house = an_institution()
    item = a_question_of(house)
    with pytest.raises(LawSilent):
        contribute(
            occasion=house.by(house.member, on=dt.date(2012, 3, 1)),
            item=item,
            text=WORDS,
            language=OpinionLanguage.OTHER,
        )
