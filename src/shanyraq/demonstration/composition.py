"""Who is in the sample institution: invented persons put into posts and seats by acts."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from shanyraq.bodies.actions import agree_secretariat_head, appoint, include_member
from shanyraq.bodies.enums import ActKind, Category, Issuer
from shanyraq.bodies.models import Act, Post
from shanyraq.demonstration.days import COMPOSED, ENLARGED, occasion
from shanyraq.demonstration.institution import Institution, act
from shanyraq.demonstration.names import invented_name
from shanyraq.demonstration.sample import SignedAct, sample
from shanyraq.demonstration.texts import invented
from shanyraq.membership.actions import Signed, include_at_discretion
from shanyraq.people.actions import register_person
from shanyraq.people.enums import Language
from shanyraq.people.models import Area, Person

#: The addresses of nobody: the domain is kept for examples.
MAIL = "shanyraq.invalid"
#: Where invented names of those begin who are no members.
STAFF, HEADS = 500, 510
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
        """The deputies of the chair, members like any other."""
        return [self.members[place] for place in sample().crowd.deputies]

    @property
    def speakers(self) -> list[Person]:
        """The members into whose role a visitor may step."""
        return [self.members[place] for place in sample().crowd.speakers]


def gather(institution: Institution) -> Company:
    """Register the persons and put them into posts and seats as of spring 2008."""
    company = Company(
        chair=_person(STAFF, "chair"),
        secretary=_person(STAFF + 1, "secretary"),
        clerk=_person(STAFF + 2, "clerk"),
        heads=[_person(HEADS + n, f"head-{n + 1:02}") for n in range(len(institution.regions))],
        members=[_member(place) for place in range(sample().crowd.first)],
    )
    _include(institution, company.members)
    _fill_posts(institution, company)
    _form_council(institution, company)
    return company


def enlarge(institution: Institution, company: Company) -> None:
    """Include the members who came in summer at the chair's discretion, so that all are there."""
    crowd = sample().crowd
    for place in range(crowd.first, crowd.all):
        newcomer = _member(place, ENLARGED)
        _include_later(institution, newcomer, place)
        company.members.append(newcomer)


def invented_person(place: int, address: str) -> Person:
    """Register a person with an invented name, by its place among the names."""
    return _person(place, address)


def _person(place: int, address: str) -> Person:
    return _registered(place, address, language=Language.KAZAKH, on=COMPOSED)


def _member(place: int, on: dt.date = COMPOSED) -> Person:
    language = sample().crowd.speakers.get(place, _LANGUAGES[place % len(_LANGUAGES)])
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


def _include(institution: Institution, persons: Sequence[Person]) -> None:
    """The composition with which the record begins, by one act of the chair."""
    decision = _chairs_decision(sample().acts.composition, COMPOSED)
    for place, person in enumerate(persons):
        include_member(
            occasion=occasion(COMPOSED, 10),
            organization=institution.assembly,
            person=person,
            category=_category(place, institution),
            act=decision,
            start_date=COMPOSED,
            area=_area(place, institution),
        )


def _include_later(institution: Institution, person: Person, place: int) -> None:
    number = f"{sample().acts.new_members.number}-{place - sample().crowd.first + 1}"
    include_at_discretion(
        occasion=occasion(ENLARGED, 10),
        who=person,
        signed=Signed(number=number, date=ENLARGED),
        area=_area(place, institution),
    )


def _area(place: int, institution: Institution) -> Area | None:
    return institution.regions[place % len(institution.regions)].area


def _category(place: int, institution: Institution) -> Category:
    """The first members are the akims; the others come from everywhere."""
    if place < len(institution.regions):
        return Category.STATE_BODY
    return _CATEGORIES[place % len(_CATEGORIES)]


def _fill_posts(institution: Institution, company: Company) -> None:
    acts = sample().acts
    _appoint(institution.chair, company.chair, institution.decree)
    of_president = _outside(acts.deputies, kind=ActKind.ORDER, issuer=Issuer.PRESIDENT)
    for deputy in company.deputies:
        _appoint(institution.deputy, deputy, of_president)
    of_organ = _outside(acts.staff, kind=ActKind.ORDER, issuer=Issuer.WORKING_ORGAN)
    for person in (company.secretary, company.clerk):
        _appoint(institution.staff, person, of_organ)
    _fill_regions(institution, company)


def _fill_regions(institution: Institution, company: Company) -> None:
    """The first members are the akims, chairs by office; each appoints a head agreed upon."""
    acts = sample().acts
    akims = _outside(acts.akims, kind=ActKind.STATEMENT, issuer=Issuer.PRESIDENT)
    heads = _outside(acts.heads, kind=ActKind.ORDER, issuer=Issuer.SMALL_ASSEMBLY_CHAIR)
    agreed = occasion(COMPOSED, 13, actor=company.secretary.actor)
    for region, akim, head in zip(
        institution.regions, company.members, company.heads, strict=False
    ):
        _appoint(region.akim, akim, akims)
        agree_secretariat_head(occasion=agreed, post=region.head, person=head, agreed=True)
        _appoint(region.head, head, heads)


def _form_council(institution: Institution, company: Company) -> None:
    decision = _chairs_decision(sample().acts.council, COMPOSED)
    for place, person in enumerate(company.members[: sample().crowd.council]):
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


def _chairs_decision(signed: SignedAct, on: dt.date) -> Act:
    title = invented(signed.title.wording)
    return act(signed.number, on, title, kind=ActKind.DECISION, issuer=Issuer.CHAIR)


def _outside(signed: SignedAct, *, kind: ActKind, issuer: Issuer) -> Act:
    return act(signed.number, COMPOSED, invented(signed.title.wording), kind=kind, issuer=issuer)
