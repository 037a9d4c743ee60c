"""Signing in through the real pages, and stepping into a persona in a demonstration only."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.people.builders import PASSWORD, a_persona, an_account

pytestmark = pytest.mark.django_db


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_person_signs_in_with_address_and_password(client: Client) -> None:
    user = an_account(email="aigul@example.kz")
    page = client.get(reverse("account_login"))
    assert page.status_code == 200
    answer = client.post(
        reverse("account_login"), {"login": "Aigul@Example.kz", "password": PASSWORD}
    )
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_wrong_password_signs_nobody_in(client: Client) -> None:
    an_account(email="aigul@example.kz")
    answer = client.post(
        reverse("account_login"), {"login": "aigul@example.kz", "password": "something else"}
    )
    assert answer.status_code == 200
    assert not signed_in(client)
    page = client.post(
        reverse("account_login"),
        {"login": "aigul@example.kz", "password": "something else"},
        headers={"accept-language": "en"},
    ).content.decode()
    assert "This address and this password do not belong together." in page
    assert 'value="aigul@example.kz"' in page


def test_nobody_opens_an_account_alone(client: Client) -> None:
    page = client.get(reverse("account_signup"))
    assert "account/signup_closed.html" in [template.name for template in page.templates]


@pytest.mark.parametrize(
    "name", ["account_login", "account_reset_password", "account_reset_password_done"]
)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_pages_of_an_account_show_without_signing_in(
    client: Client, name: str, language: str
) -> None:
    page = client.get(reverse(name), headers={"accept-language": language})
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.content.decode()


def test_a_signed_in_person_changes_the_password_and_signs_out(client: Client) -> None:
    user = an_account()
    client.force_login(user)
    assert client.get(reverse("account_change_password")).status_code == 200
    new = "another horse battery"
    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    user.refresh_from_db()
    assert user.check_password(new)
    assert client.get(reverse("account_logout")).status_code == 200
    client.post(reverse("account_logout"))
    assert not signed_in(client)


def test_a_letter_leads_to_a_new_password(client: Client, mailoutbox: list[object]) -> None:
    user = an_account(email="aigul@example.kz")
    client.post(reverse("account_reset_password"), {"email": "aigul@example.kz"})
    letter = mailoutbox[0]
    link = next(w for w in str(getattr(letter, "body", "")).split() if "password/reset/key" in w)
    page = client.get(link, follow=True)
    assert page.status_code == 200
    new = {"password1": "another horse battery", "password2": "another horse battery"}
    done = client.post(page.redirect_chain[-1][0], new, follow=True)
    assert "account/password_reset_from_key_done.html" in [t.name for t in done.templates]
    user.refresh_from_db()
    assert user.check_password("another horse battery")


def test_an_old_link_is_told_so(client: Client) -> None:
    page = client.get(reverse("account_reset_password_from_key", args=["1", "x-y"]))
    assert page.status_code == 200
    assert "say--lost" in page.content.decode()


def test_personas_are_offered_in_a_demonstration_only(client: Client, settings: Settings) -> None:
    persona = a_persona()
    assert persona.user.person is not None
    settings.DEMONSTRATION = False
    assert client.get(reverse("people:personas")).status_code == 403
    settings.DEMONSTRATION = True
    page = client.get(reverse("people:personas"))
    assert page.status_code == 200
    assert persona.user.person.public_id in page.content.decode()


def test_a_persona_is_stepped_into_in_a_demonstration_only(
    client: Client, settings: Settings
) -> None:
    person = a_persona().user.person
    assert person is not None
    address = reverse("people:persona", args=[person.public_id])
    settings.DEMONSTRATION = False
    assert client.post(address).status_code == 403
    assert not signed_in(client)
    settings.DEMONSTRATION = True
    answer = client.post(address, {"next": "/members/"})
    assert (answer.status_code, answer["Location"]) == (303, "/members/")
    assert signed_in(client)


def test_who_stepped_in_is_signed_out_when_the_mode_ends(
    client: Client, settings: Settings
) -> None:
    settings.DEMONSTRATION = True
    person = a_persona().user.person
    assert person is not None
    client.post(reverse("people:persona", args=[person.public_id]))
    assert client.get(reverse("account_login")).wsgi_request.user.is_authenticated
    settings.DEMONSTRATION = False
    assert not client.get(reverse("account_login")).wsgi_request.user.is_authenticated


def test_a_persona_leads_nowhere_else(client: Client, settings: Settings) -> None:
    settings.DEMONSTRATION = True
    person = a_persona().user.person
    assert person is not None
    address = reverse("people:persona", args=[person.public_id])
    assert client.post(address, {"next": "https://elsewhere.example/"})["Location"] == "/"
    assert client.get(address).status_code == 405


def test_only_a_persona_is_stepped_into(client: Client, settings: Settings) -> None:
    settings.DEMONSTRATION = True
    person = an_account().person
    assert person is not None
    assert client.post(reverse("people:persona", args=[person.public_id])).status_code == 404
    assert not signed_in(client)
