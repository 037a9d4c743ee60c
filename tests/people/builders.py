"""Persons and accounts for tests."""

from shanyraq.people.models import Person, Persona, User

PASSWORD = "correct horse battery"  # noqa: S105 -- the tests' own


def a_person(
    *, name: str = "Әлиев Бақыт", name_en: str = "Aliyev Bakyt", email: str = ""
) -> Person:
    """Somebody in the register."""
    return Person.objects.create(name_kk=name, name_ru=name, name_en=name_en, email=email)


def an_account(*, email: str = "aigul@example.kz", person: Person | None = None) -> User:
    """An account that signs in with the tests' password."""
    return User.objects.create_user(email, PASSWORD, person=person or a_person())


def a_persona(*, email: str = "secretary@example.kz", order: int = 1) -> Persona:
    """A role of the demonstration with its person and account."""
    return Persona.objects.create(
        user=an_account(email=email),
        title_kk="Хатшы",
        title_ru="Секретарь",
        title_en="Secretary",
        order=order,
    )
