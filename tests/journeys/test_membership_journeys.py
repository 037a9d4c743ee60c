"""Journeys of membership and offices, through the demonstration of each pack."""

import pytest
from tests.journeys.conftest import Visiting, Visitor
from tests.journeys.institution import Journey, enter_act, fill, plain, press, titles
from tests.journeys.looking import look
from tests.journeys.meeting import Meeting, prepare, prepare_council, statute_of

from shanyraq.law.kinds import ChainRule

pytestmark = pytest.mark.journey

CANDIDATE = titles("name", "Aigul Serik", kk="Айгүл Серік", ru="Айгуль Серик")
SENDER = titles("sender", "Friendship House", kk="«Достық» бірлестігі", ru="Объединение «Достык»")
CHAIN = "entry_by_national_cultural_association"
APPROVAL = "71-Ч"


@pytest.fixture
def journey(walking: Visiting) -> Journey:
    return Journey(walking.product, walking)


def propose(journey: Journey, head: Visitor) -> tuple[str, str]:
    """The head of a secretariat enters a proposal: the candidature and the small assembly."""
    page = head.go("/membership/")
    page.locator("a[href='/membership/candidatures/']").first.click()
    page.get_by_role("link", name="An association’s proposal").click()
    fill(page, **CANDIDATE, **SENDER)
    body = page.input_value("[name=small_assembly]")
    look(page, "candidature-propose")
    assert enter_act(page, "Enter the proposal", number="B-1", signed=journey.today) == 303
    look(page, "candidature")
    return page.url.removeprefix(journey.product.address), body


def chair_of(journey: Journey, body: str) -> Visitor:
    """The chair of a small assembly: who holds the first post on its page that has one."""
    return journey.person(journey.people_on(f"/bodies/{body}/", part="posts")[0])


def onto_agenda(meeting: Meeting, candidature: str) -> None:
    """Put a candidature on the agenda of a meeting, from its own page."""
    page = meeting.keeper.go(candidature)
    page.get_by_role("link", name="Put it on an agenda").click()
    page.check(f"[name=session][value='{meeting.there.split('/')[2]}']")
    look(page, "candidature-agenda")
    assert press(page, "Put it on the agenda") == 303


def nominate(journey: Journey, head: Visitor, candidature: str, *, body: str) -> None:
    """The small assembly meets under its statute, is one short of its quorum, then nominates."""
    chair = chair_of(journey, body)
    meeting = prepare(
        journey, body, keeper=head, presiding=chair, kind="decide_small_assembly_question"
    )
    onto_agenda(meeting, candidature)
    meeting.convene()
    journey.move_to(meeting.day)
    law = statute_of(journey, head.page, body)
    members = meeting.register(1)
    quorum = law.check("small_assembly_quorum", {"members": members, "present": 1}).needed
    assert quorum
    meeting.register(quorum - 2)
    assert meeting.open() == 409
    look(chair.page, "meeting-no-quorum")
    meeting.register(1)
    assert meeting.open() == 303
    meeting.take_up("Aigul Serik")
    needed = law.check("small_assembly_decision", {"present": quorum, "for": quorum}).needed
    assert needed
    page = meeting.vote("Aigul Serik", votes_for=needed, against=quorum - needed)
    look(page, "meeting-vote")
    meeting.finish("Aigul Serik")
    meeting.take_up("On the work plan")
    meeting.finish("On the work plan")
    meeting.close()


def consider(journey: Journey, candidature: str) -> None:
    """The Council considers the candidature at a meeting that its deputies convened."""
    meeting = prepare_council(journey)
    onto_agenda(meeting, candidature)
    meeting.convene_jointly()
    journey.move_to(meeting.day)
    meeting.register()
    assert meeting.open() == 303
    for title in ("On the work plan", "Aigul Serik"):
        meeting.take_up(title)
        meeting.conclude(title)
        meeting.finish(title)
    look(meeting.page, "meeting-considered")
    meeting.close()


def refused_to_submit(journey: Journey, candidature: str) -> None:
    """A deputy cannot submit before the Council has considered: the clause, and what to do."""
    deputy = journey.person(journey.deputies()[0])
    answer = deputy.send(f"{candidature}submit/", {}, before=candidature)
    assert answer.status == 409
    deputy.page.set_content(answer.text())
    text = plain(deputy.page.locator("main").inner_text())
    verdict = journey.law().check("admission_needs_meeting", {"meeting_item": False})
    assert plain(verdict.tell("en").citation) in text
    assert "Put the candidature on the agenda" in text


def submit_by_deputies(journey: Journey, candidature: str) -> int:
    """As many deputies as the law asks submit the candidature."""
    needed = journey.law().check("membership_submission", {"deputies_submitting": 1}).needed
    assert needed
    for deputy in journey.deputies()[:needed]:
        page = journey.person(deputy).go(candidature)
        assert press(page, "Submit to the Chair") == 303
    look(page, "candidature-submitted")
    return needed


def test_a_candidate_from_an_association_to_a_seat(journey: Journey) -> None:
    before = journey.members()
    head = journey.role("head of secretariat")
    candidature, body = propose(journey, head)
    nominate(journey, head, candidature, body=body)
    refused_to_submit(journey, candidature)
    consider(journey, candidature)
    submissions = submit_by_deputies(journey, candidature)

    chair = journey.role("chair").go(candidature)
    chair.get_by_role("link", name="Approve", exact=True).click()
    look(chair, "candidature-approve")
    assert enter_act(chair, "Approve", number=APPROVAL, signed=journey.today) == 303
    named = journey.names_on("/members/")
    assert len(named) == len(before) + 1
    (person,) = set(named) - set(before)
    assert named[person] == "Aigul Serik"
    dossier = journey.visitor().go(f"/people/{person}/")
    look(dossier, "dossier")
    chain = journey.law().own.rules_called(CHAIN)[-1]
    assert isinstance(chain, ChainRule)
    told = dossier.locator("[aria-labelledby=dossier] .steps > li")
    assert told.count() == len(chain.steps) - 1 + submissions
    for basis in ("No. B-1", "Decision No. ", "considered", f"No. {APPROVAL}"):
        assert told.filter(has_text=basis).count()


def propose_removal(journey: Journey, deputy: Visitor, person: str) -> str:
    """A deputy proposes, from the member's own page; the charter asks a reason of other grounds."""
    page = deputy.go(f"/people/{person}/")
    page.get_by_role("link", name="Propose a removal").click()
    page.check("[name=ground][value=removal_other_grounds]")
    assert press(page, "Propose to the Chair") in {409, 422}
    facts = {"proposal_made": True, "reason_given": False}
    verdict = journey.law().check("removal_other_grounds", facts)
    assert plain(verdict.tell("en").citation) in plain(page.locator("main").inner_text())
    fill(page, reason="Has not come for two years.")
    look(page, "removal-propose")
    assert press(page, "Propose to the Chair") == 303
    return page.url.removeprefix(journey.product.address)


def test_a_member_is_removed_on_a_proposal_and_never_without(journey: Journey) -> None:
    before = journey.members()
    deputy = journey.person(journey.deputies()[0])
    person = next(one for one in reversed(before) if one not in journey.deputies())
    given_up = propose_removal(journey, deputy, person)
    deputy.page.get_by_role("link", name="Close without removal").click()
    fill(deputy.page, reason="The member is ill.")
    assert press(deputy.page, "Close the case") == 303
    chair = journey.role("chair")
    page = chair.go(f"{given_up}remove/")
    assert enter_act(page, "Remove the member", number="72-Ч", signed=journey.today) == 409
    look(page, "removal-refused")
    page = chair.go(f"/people/{person}/")
    assert not page.get_by_role("link", name="Propose a removal").count()

    case = propose_removal(journey, deputy, person)
    member = journey.person(person).go("/membership/")
    own = member.get_by_role("link", name="Your removal has been proposed")
    own.and_(member.locator(f"[href='{case}']")).click()
    fill(member, text="I was in hospital and wrote so.")
    look(member, "removal-own-view")
    assert press(member, "Add the statement") == 303
    page = chair.go(case)
    assert "I was in hospital" in page.locator("main").inner_text()
    look(page, "removal")
    page.get_by_role("link", name="Remove the member").click()
    assert enter_act(page, "Remove the member", number="73-Ч", signed=journey.today) == 303
    after = journey.members()
    assert person not in after
    assert len(after) == len(before) - 1
    look(journey.visitor().go(f"/people/{person}/"), "person-removed")
