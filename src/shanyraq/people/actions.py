"""Every change to persons, accounts and regions."""

from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError as Misdescribed
from ruamel.yaml.error import YAMLError

from shanyraq.people.enums import AreaKind, Gender, Language
from shanyraq.people.models import Area, Person, Persona, User, Wording
from shanyraq.people.permissions import require_demonstration, require_keeper
from shanyraq.people.queries import AreaNames, AreaRow, read_areas
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action


class AddressTaken(Refusal):
    """Another account signs in with this e-mail address, or the person has an account."""

    code = "address-taken"
    message = _("There is already an account for this person or this e-mail address.")
    remedy = _("Use the account that exists, or another e-mail address.")


class WeakPassword(Refusal):
    """A password is too easy to guess."""

    code = "weak-password"
    status = 422
    message = _("This password is too easy to guess: {faults}")
    remedy = _("Choose a longer one that is not in use elsewhere.")


class AreasUnreadable(Refusal):
    """A file of regions is not what it should be."""

    code = "areas-unreadable"
    status = 422
    message = _("The file of regions cannot be read: {fault}")
    remedy = _("Correct the file and load it again.")


@action("people.register_person", powers=("keep_roll", "keep_local_roll"))
def register_person(
    *,
    occasion: Occasion,
    name: Wording,
    family_name: str = "",
    given_name: str = "",
    email: str = "",
    gender: Gender | str = "",
    birth_date: date | None = None,
    preferred_language: Language = Language.KAZAKH,
) -> Done[Person]:
    """Enter a person in the register; the journal keeps what it says of the person withheld.

    Raises:
        NotAKeeper: the actor keeps no register.
    """
    require_keeper(actor=occasion.actor, on=occasion.on)
    told: dict[str, Any] = {
        **name.columns("name"),
        "family_name": family_name,
        "given_name": given_name,
        "email": email.strip().lower(),
        "gender": gender,
        "birth_date": birth_date,
        "preferred_language": preferred_language,
    }
    person = Person.objects.create(**told)
    return Done(person, withheld={key: str(value) for key, value in told.items() if value})


@action("people.open_account", powers=("keep_roll", "keep_local_roll"))
def open_account(
    *, occasion: Occasion, person: Person, email: str, password: str | None = None
) -> Done[User]:
    """Give a person an account; without a password it is opened by no password at all.

    Raises:
        NotAKeeper: the actor keeps no register.
        AddressTaken: the person or the address has an account.
        WeakPassword: the password is too easy to guess.
    """
    require_keeper(actor=occasion.actor, on=occasion.on)
    address = email.strip().lower()
    if User.objects.filter(email=address).exists() or User.objects.filter(person=person).exists():
        raise AddressTaken
    if password is not None:
        _require_strength(password)
    user = User.objects.create_user(address, password, person=person)
    return Done(user, facts={"person": person.public_id}, withheld={"email": address})


def _require_strength(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as error:
        raise WeakPassword(faults=" ".join(error.messages)) from error


@action("people.offer_persona", powers=("keep_roll", "keep_local_roll"))
def offer_persona(
    *, occasion: Occasion, person: Person, title: Wording, order: int
) -> Done[Persona]:
    """Let anybody step into a person's role while the institution is being demonstrated.

    Raises:
        PersonasOff: the institution is not a demonstration.
        NotAKeeper: the actor keeps no register.
    """
    require_demonstration()
    require_keeper(actor=occasion.actor, on=occasion.on)
    persona = Persona.objects.create(
        user=User.objects.get(person=person), order=order, **title.columns("title")
    )
    return Done(persona, facts={"person": person.public_id, "order": order})


@action("people.load_areas", powers=("keep_roll", "keep_local_roll"))
def load_areas(*, occasion: Occasion, source: Path) -> Done[Area]:
    """Take in a file of regions and answer its country; a file taken in twice changes nothing.

    Raises:
        NotAKeeper: the actor keeps no register.
        AreasUnreadable: the file is not what it should be.
    """
    require_keeper(actor=occasion.actor, on=occasion.on)
    try:
        told = read_areas(source)
    except (Misdescribed, YAMLError, OSError, AttributeError) as error:
        raise AreasUnreadable(fault=str(error)) from error
    country = _keep(told.country, kind=AreaKind.COUNTRY)
    for row in told.regions:
        _keep(row, kind=row.kind, parent=country, **_details(row))
    return Done(country, facts={"regions": len(told.regions), "sha256": told.sha256})


def _keep(names: AreaNames, **details: Any) -> Area:  # noqa: ANN401 -- columns of a region
    kept, _made = Area.objects.update_or_create(
        iso=names.iso,
        valid_from=details.pop("valid_from", None),
        defaults={
            "classification": details.pop("kind"),
            **Wording(kk=names.kk, ru=names.ru, en=names.en).columns("name"),
            **details,
        },
    )
    return kept


def _details(row: AreaRow) -> dict[str, Any]:
    return row.model_dump(include={"iso_former", "datamaps", "valid_from", "valid_until"})
