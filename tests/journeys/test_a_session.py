"""One Session of the Assembly from convening to minutes, through the real product."""

import io
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from tests.journeys.conftest import DESK, HALL, PHONE, Visiting, Visitor
from tests.journeys.institution import press, submit
from tests.journeys.looking import look

pytestmark = pytest.mark.journey

#: Voters with a phone page of their own, and voters whose phones are not looked at.
WATCHED, OTHERS = 50, 140
LANGUAGES = ("kk", "ru", "en")
#: How ten of the others vote; those who are watched vote for.
OF_TEN = ["for"] * 7 + ["against"] * 2 + ["abstain"]
IN_FAVOUR = WATCHED + sum(OF_TEN[number % 10] == "for" for number in range(OTHERS))
LINES = {
    "place_kk": "Астана, Бейбітшілік және келісім сарайы",
    "place_ru": "Астана, Дворец мира и согласия",
    "place_en": "Astana, Palace of Peace and Accord",
    "agenda_kk": "Көп тілді кітапханалар туралы",
    "agenda_ru": "О многоязычных библиотеках",
    "agenda_en": "On libraries in many languages",
}


QUESTION = {
    f"{field}_{language}": LINES[f"agenda_{language}"]
    for field in ("question", "text")
    for language in ("kk", "ru", "en")
}


@dataclass
class Hall:
    """Who works at the Session, and the Session itself."""

    secretary: Visitor
    clerk: Visitor
    chair: Visitor
    screen: Visitor
    session: str = ""
    item: str = ""


def choose_day(page: Page, day: int, month: int, *, name: str = "day") -> None:
    page.fill(f"[name={name}_day]", str(day))
    page.select_option(f"[name={name}_month]", str(month))
    page.fill(f"[name={name}_year]", "2008")


@pytest.fixture
def hall(visitor: Visiting) -> Hall:
    people = Hall(
        secretary=visitor(DESK, "en"),
        clerk=visitor(DESK, "en"),
        chair=visitor(DESK, "en"),
        screen=visitor(HALL, "kk"),
    )
    for role in ("secretary", "clerk", "chair"):
        getattr(people, role).sign_in_as(role)
    return people


def prepare_and_convene(hall: Hall) -> None:
    """Too short a notice is refused by clause and day; the earliest lawful day is convened."""
    page = hall.secretary.go("/sessions/prepare/")
    for name, line in LINES.items():
        page.fill(f"[name={name}]", line)
    page.select_option("[name=competence]", "R6.7")
    choose_day(page, 1, 10)
    assert press(page, "Check and prepare") == 409
    summary = page.locator(".errs").inner_text().replace("\u00a0", " ")
    assert "the last day to announce it was 1 September 2008" in summary
    assert "Regulation, clause 8, para 1" in summary
    assert page.input_value("[name=agenda_kk]") == LINES["agenda_kk"]
    look(page, "notice-too-short")
    choose_day(page, 16, 10)
    assert press(page, "Check and prepare") == 303
    desk = hall.chair.go("/desk/chair/")
    desk.locator('a[href$="/convene/"]').first.click()
    hall.session = desk.url.split("/sessions/")[1].split("/")[0]
    look(desk, "chair-convenes")
    assert press(desk, "Convene the Session") == 303


def move_to_the_day(hall: Hall) -> None:
    page = hall.secretary.go("/date/")
    choose_day(page, 16, 10, name="date")
    assert press(page, "Move") == 303
    assert "16 October 2008" in page.locator(".demo").inner_text().replace("\u00a0", " ")


def register(hall: Hall, wanted: int) -> list[str]:
    """The clerk ticks members page by page until as many are registered as wanted."""
    registered: list[str] = []
    address = f"/sessions/{hall.session}/attendance/"
    number = 1
    while len(registered) < wanted:
        page = hall.clerk.go(f"{address}?page={number}")
        boxes = page.locator("input[name=member]")
        values = [str(box.get_attribute("value")) for box in boxes.all()]
        assert values, "nobody is left to register"
        chosen = values[: wanted - len(registered)]
        for value in chosen:
            page.check(f'input[value="{value}"]')
        assert press(page, "Register all that are ticked") == 303
        registered += chosen
        number += 1
    return registered


def open_after_the_last_arrival(hall: Hall, last: Visitor) -> None:
    """One fewer than the quorum cannot open; the last one checks in with the code of the hall."""
    hall.screen.go(f"/sessions/{hall.session}/hall/")
    page = hall.clerk.go(f"/sessions/{hall.session}/attendance/")
    code = page.locator("[aria-labelledby=code] dd").inner_text().strip()
    look(page, "clerk-desk")
    opening = hall.chair.send(f"/sessions/{hall.session}/open/", {})
    assert opening.status == 409
    assert "267" in opening.text()
    phone = last.go(f"/sessions/{hall.session}/member/")
    phone.fill("[name=code]", "ZZZZZZ")
    assert submit(phone, "code") in {403, 409, 422}
    phone.fill("[name=code]", code)
    look(phone, "member-check-in")
    assert submit(phone, "code") == 303
    expect(hall.screen.page.locator("main")).to_contain_text("267")
    look(hall.screen.page, "hall-quorum")
    assert hall.chair.send(f"/sessions/{hall.session}/open/", {}).status == 303


def items_of(hall: Hall) -> list[str]:
    """Identifiers of the questions that can be taken up."""
    forms = hall.chair.go(f"/sessions/{hall.session}/").locator('form[action$="/begin/"]')
    actions = [str(form.get_attribute("action")) for form in forms.all()]
    return [action.split("/items/")[1].split("/")[0] for action in actions]


def act_on(hall: Hall, item: str, verb: str) -> None:
    assert hall.chair.send(f"/sessions/{hall.session}/items/{item}/{verb}/", {}).status == 303


def choose_the_method(hall: Hall, method_item: str, question: str) -> None:
    """No question goes to the vote before the Session has chosen how it votes."""
    act_on(hall, method_item, "begin")
    page = hall.chair.go(f"/items/{method_item}/method/")
    assert "not available here yet" in page.locator("main").inner_text()
    look(page, "method-of-voting")
    page.check("[name=proposed_method][value=open_electronic]")
    page.check("[name=method][value=open_show_of_hands]")
    assert press(page, "Open the vote on the method") == 303
    vote = page.url.split("/votes/")[1].split("/")[0]
    count = hall.clerk.go(f"/votes/{vote}/hands/")
    look(count, "count-of-hands")
    for name, number in {"votes_for": 250, "against": 12, "abstained": 40}.items():
        count.fill(f"[name={name}]", str(number))
    assert press(count, "Enter the count") in {409, 422}
    assert count.input_value("[name=votes_for]") == "250"
    count.fill("[name=abstained]", "3")
    assert press(count, "Enter the count") == 303
    assert press(hall.chair.go(f"/votes/{vote}/conduct/"), "Close the vote") == 303
    act_on(hall, method_item, "finish")
    act_on(hall, question, "begin")


def open_the_question(hall: Hall, item: str) -> str:
    page = hall.chair.go(f"/items/{item}/vote/")
    look(page, "question")
    for language in ("kk", "ru", "en"):
        page.fill(f"[name=question_{language}]", LINES[f"agenda_{language}"])
        page.fill(f"[name=text_{language}]", LINES[f"agenda_{language}"] + ".")
    assert press(page, "Open the vote") == 303
    return page.url.split("/votes/")[1].split("/")[0]


def seats_to_persons(hall: Hall) -> list[str]:
    """Everybody who is offered as a persona, in the order of the list in the hall."""
    page = hall.secretary.go("/personas/")
    options = page.locator("select[name=person] option")
    return [str(option.get_attribute("value")) for option in options.all()]


def vote_while_updates_stream(phones: list[Visitor], vote: str, screen: Page) -> None:
    """Every phone holds a half-filled ballot while the others' votes come in."""
    for phone in phones:
        phone.go(f"/votes/{vote}/").check("[name=choice][value=for]")
    look(phones[0].page, "member-ballot")
    for number, phone in enumerate(phones):
        last = phones[-1].page
        assert last.is_checked("[name=choice][value=for]"), f"lost after {number} votes"
        assert submit(phone.page, "choice") in {200, 303}
    look(phones[0].page, "member-voted")
    expect(screen.locator("main")).to_contain_text(str(len(phones)))


def send_votes(phones: list[Visitor], vote: str) -> list[int]:
    path = f"/votes/{vote}/"
    return [
        phone.send(path, {"choice": OF_TEN[number % 10]}, before=path).status
        for number, phone in enumerate(phones)
    ]


def dissent(member: Visitor, hall: Hall) -> str:
    """An opinion after the decision stays, whatever comes after it."""
    page = member.go(f"/sessions/{hall.session}/member/")
    page.locator('a[href*="/decisions/"]').first.click()
    page.wait_for_url("**/decisions/**")
    decision = page.url.split("/decisions/")[1].split("/")[0]
    page = member.go(f"/decisions/{decision}/opinion/")
    page.fill("[name=text]", "Қаржы көзі аталмаған, сондықтан қарсымын.")
    assert submit(page, "text") == 303
    return decision


def minutes_in_three_languages(hall: Hall) -> None:
    opinion = "Қаржы көзі аталмаған"
    for language, word in {"kk": "хаттама", "ru": "протокол", "en": "minutes"}.items():
        answer = hall.secretary.page.context.request.get(
            f"{hall.secretary.address}/minutes/{hall.session}/{language}.pdf"
        )
        assert answer.status == 200
        pages = PdfReader(io.BytesIO(answer.body())).pages
        text = " ".join(" ".join(page.extract_text().split()) for page in pages)
        assert word in text.lower()
        assert LINES[f"agenda_{language}"] in text
        assert opinion in text


def test_a_session_from_convening_to_minutes(hall: Hall, visitor: Visiting) -> None:
    prepare_and_convene(hall)
    move_to_the_day(hall)
    persons = seats_to_persons(hall)
    register(hall, 266)
    late = visitor(PHONE, "kk")
    late.step_into(persons[-1])
    open_after_the_last_arrival(hall, late)
    method_item, question = items_of(hall)[:2]
    assert hall.chair.send(f"/items/{question}/vote/", QUESTION).status == 409
    choose_the_method(hall, method_item, question)
    vote = open_the_question(hall, question)
    phones = [visitor(PHONE, LANGUAGES[number % 3]) for number in range(WATCHED + OTHERS)]
    for phone, person in zip(phones, persons, strict=False):
        phone.step_into(person)
    vote_while_updates_stream(phones[:WATCHED], vote, hall.screen.page)
    assert set(send_votes(phones[WATCHED:], vote)) == {303}
    assert set(send_votes(phones[:2], vote)) == {409}
    look(hall.screen.page, "hall-voting")
    conduct = hall.chair.go(f"/votes/{vote}/conduct/")
    look(conduct, "conduct")
    assert press(conduct, "Close the vote") == 303
    expect(hall.screen.page.locator("main")).to_contain_text("Қабылданды")
    look(hall.screen.page, "hall")
    expect(phones[1].page.locator("main")).to_contain_text(str(IN_FAVOUR))
    decision = dissent(phones[0], hall)
    look(hall.secretary.go(f"/decisions/{decision}/"), "decision")
    act_on(hall, question, "finish")
    assert hall.chair.send(f"/sessions/{hall.session}/close/", {}).status == 303
    look(hall.secretary.go("/desk/secretary/"), "secretary-desk")
    look(hall.secretary.go(f"/minutes/{hall.session}/"), "minutes")
    minutes_in_three_languages(hall)
