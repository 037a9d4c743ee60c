"""Who is in the sample institution: invented persons put into posts and seats by acts."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from shanyraq.bodies.actions import agree_secretariat_head, appoint, include_member
from shanyraq.bodies.enums import ActKind, Category, Issuer
from shanyraq.bodies.models import Act, Post
from shanyraq.demonstration import texts
from shanyraq.demonstration.days import COMPOSED, ENLARGED, occasion
from shanyraq.demonstration.institution import Institution, act
from shanyraq.demonstration.names import invented_name
from shanyraq.people.actions import register_person
from shanyraq.people.enums import Language
from shanyraq.people.models import Person, Wording

#: Members included at first, and later on.
FIRST_MEMBERS, ALL_MEMBERS = 396, 400
COUNCIL_MEMBERS = 60
MAIL = "shanyraq.invalid"
#: Places in the list of members of those into whose role a visitor may step, with their language.
SPEAKERS = {37: Language.KAZAKH, 33: Language.RUSSIAN, 99: Language.ENGLISH}
DEPUTIES = (16, 17)
_LANGUAGES = [*([Language.KAZAKH] * 5), *([Language.RUSSIAN] * 4), Language.ENGLISH]
_CATEGORIES = [
    *([Category.NATIONAL_CULTURAL_ASSOCIATION] * 5),
    *([Category.OTHER_PUBLIC_ASSOCIATION] * 2),
    *([Category.STATE_BODY] * 2),
    Category.OTHER_PERSON,
]


@dataclass(frozen=True, slots=True)
class Company:
    """The persons of the sample institution; `members` stay in the order of their inclusion."""

    chair: Person
    secretary: Person
    clerk: Person
    heads: list[Person]
    members: list[Person]

    @property
    def deputies(self) -> list[Person]:
        """The two deputy chairs, members like any other."""
        return [self.members[place] for place in DEPUTIES]

    @property
    def speakers(self) -> list[Person]:
        """The members into whose role a visitor may step."""
        return [self.members[place] for place in SPEAKERS]


def gather(institution: Institution) -> Company:
    """Register the persons and put them into posts and seats as of spring 2008."""
    company = Company(
        chair=_person(500, "chair"),
        secretary=_person(501, "secretary"),
        clerk=_person(502, "clerk"),
        heads=[_person(510 + n, f"head-{n + 1:02}") for n in range(len(institution.regions))],
        members=[_member(place) for place in range(FIRST_MEMBERS)],
    )
    _include(institution, company.members, number="Ү-1", on=COMPOSED)
    _fill_posts(institution, company)
    _form_council(institution, company)
    return company


def enlarge(institution: Institution, company: Company) -> None:
    """Include the members who came in summer, so that there are exactly four hundred."""
    newcomers = [_member(place, ENLARGED) for place in range(FIRST_MEMBERS, ALL_MEMBERS)]
    _include(institution, newcomers, number="Ү-7", on=ENLARGED)
    company.members.extend(newcomers)


def _person(place: int, address: str) -> Person:
    return _registered(place, address, language=Language.KAZAKH, on=COMPOSED)


def _member(place: int, on: dt.date = COMPOSED) -> Person:
    language = SPEAKERS.get(place, _LANGUAGES[place % len(_LANGUAGES)])
    return _registered(place, f"member-{place + 1:03}", language=language, on=on)


def _registered(place: int, address: str, *, language: Language, on: dt.date) -> Person:
    name = invented_name(place)
    return register_person(
        occasion=occasion(on, 9, 30),
        name=name.full,
        family_name=name.family.kk,
        given_name=name.given.kk,
        email=f"{address}@{MAIL}",
        preferred_language=language,
    )


def _include(
    institution: Institution, persons: Sequence[Person], *, number: str, on: dt.date
) -> None:
    title = texts.ON_COMPOSITION if on == COMPOSED else texts.ON_NEW_MEMBERS
    decision = _chairs_decision(number, on, title)
    first = 0 if on == COMPOSED else FIRST_MEMBERS
    for place, person in enumerate(persons, start=first):
        region = institution.regions[place % len(institution.regions)]
        include_member(
            occasion=occasion(on, 10),
            organization=institution.assembly,
            person=person,
            category=_category(place, institution),
            act=decision,
            start_date=on,
            area=region.area,
        )


def _category(place: int, institution: Institution) -> Category:
    """The first members are the akims; the others come from everywhere."""
    if place < len(institution.regions):
        return Category.STATE_BODY
    return _CATEGORIES[place % len(_CATEGORIES)]


def _fill_posts(institution: Institution, company: Company) -> None:
    _appoint(institution.chair, company.chair, institution.decree)
    of_president = _outside("Ү-2", texts.ON_DEPUTIES, kind=ActKind.ORDER, issuer=Issuer.PRESIDENT)
    for deputy in company.deputies:
        _appoint(institution.deputy, deputy, of_president)
    of_organ = _outside("Ү-3", texts.ON_STAFF, kind=ActKind.ORDER, issuer=Issuer.WORKING_ORGAN)
    for person in (company.secretary, company.clerk):
        _appoint(institution.staff, person, of_organ)
    akims = _outside("Ү-4", texts.ON_AKIMS, kind=ActKind.STATEMENT, issuer=Issuer.PRESIDENT)
    heads = _outside("Ү-5", texts.ON_HEADS, kind=ActKind.ORDER, issuer=Issuer.SMALL_ASSEMBLY_CHAIR)
    for region, akim, head in zip(
        institution.regions, company.members, company.heads, strict=False
    ):
        _appoint(region.chair, akim, akims)
        agree_secretariat_head(
            occasion=occasion(COMPOSED, 13, actor=company.secretary.actor),
            post=region.head,
            person=head,
            agreed=True,
        )
        _appoint(region.head, head, heads)


def _form_council(institution: Institution, company: Company) -> None:
    decision = _chairs_decision("Ү-6", COMPOSED, texts.ON_COUNCIL)
    for place, person in enumerate(company.members[:COUNCIL_MEMBERS]):
        include_member(
            occasion=occasion(COMPOSED, 15),
            organization=institution.council,
            person=person,
            category=_council_category(place, institution),
            act=decision,
            start_date=COMPOSED,
        )


def _council_category(place: int, institution: Institution) -> Category:
    if place < len(institution.regions):
        return Category.SMALL_ASSEMBLY_HEAD
    category = _category(place, institution)
    return Category.OTHER_ASSEMBLY_MEMBER if category == Category.OTHER_PERSON else category


def _appoint(post: Post, person: Person, by: Act) -> None:
    appoint(occasion=occasion(COMPOSED, 14), post=post, person=person, act=by, start_date=COMPOSED)


def _chairs_decision(number: str, on: dt.date, title: Wording) -> Act:
    return act(number, on, texts.invented(title), kind=ActKind.DECISION, issuer=Issuer.CHAIR)


def _outside(number: str, title: Wording, *, kind: ActKind, issuer: Issuer) -> Act:
    return act(number, COMPOSED, texts.invented(title), kind=kind, issuer=issuer)
