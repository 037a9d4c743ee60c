"""Pages of execution as tests open and send them."""

import datetime as dt

from django.test import Client
from django.urls import reverse
from tests.people.builders import an_account

from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift
from shanyraq.platform.occasion import Actor


def go_to(day: dt.date) -> None:
    ClockShift.objects.create(days=(day - clock.today()).days + clock.days_shifted())


def signed_in(client: Client, who: Person | Actor) -> Client:
    person = who if isinstance(who, Person) else Person.objects.get(public_id=who.public_id)
    account = getattr(person, "user", None)
    account = account or an_account(email=f"{person.public_id}@example.kz", person=person)
    client.force_login(account)
    return client


def page(client: Client, name: str, *args: str, status: int = 200, **query: str) -> str:
    response = client.get(reverse(f"assignments:{name}", args=args), query)
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def post(client: Client, name: str, *args: str, **data: object) -> tuple[int, str]:
    sent_data = {"request_key": f"{name}{args}", **data}
    response = client.post(reverse(f"assignments:{name}", args=args), sent_data)
    return response.status_code, response.content.decode()


def file_of(client: Client, name: str, public_id: str) -> bytes:
    response = client.get(reverse(f"assignments:{name}", args=[public_id]))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert "attachment" in response["Content-Disposition"]
    return b"".join(response.streaming_content)  # type: ignore[attr-defined] # a file


def date_of(name: str, day: dt.date) -> dict[str, object]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}
