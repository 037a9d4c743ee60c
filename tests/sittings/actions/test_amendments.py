"""Proposed amendments: changes that fit the charter, and their dry run on what was decided."""

import pytest
from tests.sittings.builders import (
    TODAY,
    Institution,
    a_plan,
    a_question,
    a_session,
    an_institution,
    arrived,
)

from shanyraq.charter.models import PackVersion, StoredVerdict
from shanyraq.charter.queries import (
    ask,
    charter_pack,
    choices_at,
    place_at,
    places,
    told_in_languages,
)
from shanyraq.law.amending import Change, amended
from shanyraq.people.models import Person
from shanyraq.platform.journal import entries_of
from shanyraq.platform.tasks import TASKS
from shanyraq.sittings.actions import (
    drop_change,
    note_trial,
    open_session,
    prepare_session,
    propose_change,
    try_changes,
)
from shanyraq.sittings.actions.agenda import AgendaFixed
from shanyraq.sittings.actions.amendments import (
    NoAmendment,
    NothingProposed,
    PlaceTaken,
    PlaceUnknown,
    UnfitAmendment,
)
from shanyraq.sittings.enums import ItemKind, State
from shanyraq.sittings.models import AgendaItem, ProposedChange, Session, Trial
from shanyraq.sittings.permissions import NotYours
from shanyraq.sittings.queries import changes_of, trial_of, tried

pytestmark = pytest.mark.django_db

QUORUM, STRICTER = "session_quorum.fraction", "3/4"


def a_proposal(house: Institution) -> AgendaItem:
    """A question that proposes amendments, on the agenda of a Session that is prepared."""
    plan = a_plan(agenda=[a_question(kind=ItemKind.AMENDMENTS)])
    session = prepare_session(occasion=house.by(house.secretary, hour=8), plan=plan)
    return session.items.get(kind=ItemKind.AMENDMENTS)


def proposed(
    house: Institution,
    item: AgendaItem,
    *,
    place: str = QUORUM,
    value: str = STRICTER,
    by: Person | None = None,
) -> ProposedChange:
    occasion = house.by(by or house.secretary)
    return propose_change(occasion=occasion, item=item, place=place, value=value)


def worked_out(item: AgendaItem) -> Trial:
    """The latest dry run, once the worker has done it."""
    trial = trial_of(item)
    assert trial is not None
    TASKS["sittings.try_changes"].call(trial=trial.public_id)
    trial.refresh_from_db()
    return trial


def opened(house: Institution, *, present: int) -> Session:
    """A Session that was lawfully opened, its quorum kept as a verdict."""
    session = a_session(house.assembly, number=7)
    arrived(session, house.seats[:present])
    return open_session(occasion=house.by(house.chair), session=session)


def test_a_change_is_kept_with_what_stands_there_now() -> None:
    house = an_institution()
    item = a_proposal(house)
    change = proposed(house, item)
    assert (change.place, change.before, change.after) == (QUORUM, "2/3", "3/4")
    assert changes_of(item) == [Change.read(f"{QUORUM}={STRICTER}")]
    assert entries_of(change.public_id)[0].facts["after"] == STRICTER


@pytest.mark.parametrize("who", ["chair", "secretary"])
def test_who_prepares_the_agenda_proposes(who: str) -> None:
    house = an_institution()
    assert proposed(house, a_proposal(house), by=getattr(house, who)).pk


@pytest.mark.parametrize("who", ["deputy", "member"])
def test_others_do_not_propose_or_try(who: str) -> None:
    house = an_institution()
    item = a_proposal(house)
    change = proposed(house, item)
    occasion = house.by(getattr(house, who))
    with pytest.raises(NotYours):
        proposed(house, item, place="session_decision.compare", value="ge", by=getattr(house, who))
    with pytest.raises(NotYours):
        drop_change(occasion=occasion, change=change)
    with pytest.raises(NotYours):
        try_changes(occasion=occasion, item=item)
    assert list(item.changes.all()) == [change]


@pytest.mark.parametrize(
    ("place", "value", "refusal"),
    [
        (QUORUM, "4/3", UnfitAmendment),
        (QUORUM, "2/3", UnfitAmendment),
        ("session_quorum.moon", "1/2", UnfitAmendment),
        ("session_quorum.id", "other", UnfitAmendment),
        ("moon.fraction", "1/2", PlaceUnknown),
        ("A99.month", "1", PlaceUnknown),
    ],
)
def test_what_does_not_fit_the_charter_is_refused(
    place: str, value: str, refusal: type[Exception]
) -> None:
    house = an_institution()
    item = a_proposal(house)
    with pytest.raises(refusal):
        proposed(house, item, place=place, value=value)
    assert not item.changes.exists()
    assert proposed(house, item).pk


def test_a_place_is_changed_once_until_the_change_is_taken_out() -> None:
    house = an_institution()
    item = a_proposal(house)
    change = proposed(house, item)
    with pytest.raises(PlaceTaken):
        proposed(house, item, value="1/2")
    drop_change(occasion=house.by(house.secretary), change=change)
    assert proposed(house, item, value="1/2").after == "1/2"


def test_only_a_question_on_amendments_takes_changes() -> None:
    house = an_institution()
    item = a_proposal(house)
    method = item.session.items.get(kind=ItemKind.CHOOSE_VOTING_METHOD)
    with pytest.raises(NoAmendment):
        proposed(house, method)
    assert proposed(house, item).item == item


def test_once_the_session_is_opened_the_proposal_stands() -> None:
    house = an_institution()
    item = a_proposal(house)
    change = proposed(house, item)
    Session.objects.filter(pk=item.session.pk).update(
        state=State.OPEN, announced_at=item.session.starts_at, opened_at=item.session.starts_at
    )
    with pytest.raises(AgendaFixed):
        proposed(house, item, place="session_decision.compare", value="ge")
    with pytest.raises(AgendaFixed):
        drop_change(occasion=house.by(house.secretary), change=change)
    assert changes_of(item)


def test_the_dry_run_names_what_would_have_been_otherwise_and_changes_nothing() -> None:
    house = an_institution(members=9)
    past = opened(house, present=6)
    before = StoredVerdict.objects.count()
    item = a_proposal(house)
    proposed(house, item)
    kept = PackVersion.objects.count()
    trial = worked_out(item)
    facts = {"members": 9, "present": 6}
    assert ask("session_quorum", on=TODAY, facts=facts).met
    assert (trial.examined, trial.differing) == (1, 1)
    assert (trial.read, bool(trial.finished_at)) == (trial.total, True)
    [turned] = tried(trial.rows)
    assert (turned.stored.rule, turned.old, turned.new) == ("session_quorum", "met", "not_met")
    stricter = amended(charter_pack(), [Change.read(f"{QUORUM}={STRICTER}")])
    assert entries_of(trial.public_id)[-1].facts["pack"] == stricter.sha256
    needed = ask("session_quorum", on=TODAY, facts=facts).needed
    assert needed is not None
    assert turned.needed_before == needed
    assert turned.needed_after is not None
    assert turned.needed_after > needed
    assert turned.decision is None
    assert PackVersion.objects.count() == kept
    assert StoredVerdict.objects.count() >= before
    past.refresh_from_db()
    assert past.state == State.OPEN


def test_without_a_change_there_is_nothing_to_try() -> None:
    house = an_institution()
    item = a_proposal(house)
    with pytest.raises(NothingProposed):
        try_changes(occasion=house.by(house.secretary), item=item)
    proposed(house, item)
    assert try_changes(occasion=house.by(house.secretary), item=item).changes == [
        f"{QUORUM}={STRICTER}"
    ]


def test_only_the_installation_notes_what_was_found() -> None:
    house = an_institution()
    item = a_proposal(house)
    proposed(house, item)
    trial = trial_of(item)
    assert trial is not None
    with pytest.raises(NotYours):
        note_trial(occasion=house.by(house.secretary), trial=trial, found=None)  # type: ignore[arg-type]
    assert worked_out(item).finished_at


def test_every_place_that_is_offered_can_be_named_and_told() -> None:
    shown = places("en")
    assert len({place.address for place in shown}) == len(shown) > 100
    assert place_at(QUORUM, "ru") in places("ru")
    assert place_at("session_quorum.id", "en") is None
    holders = place_at("remove_member.holders", "en")
    assert holders is not None
    assert ("chair", "the Chair of the Assembly") in choices_at(holders, "en")
    for written in (
        f"{QUORUM}=3/4",
        "session_notice.duration=P2M",
        "remove_member.holders=[council]",
    ):
        told = told_in_languages(Change.read(written))
        assert [one.language for one in told] == ["kk", "ru", "en"]
        assert all(one.before and one.after and one.before != one.after for one in told)
        assert len({one.line_before for one in told}) == 3
