"""What bodies live by: their documents, the bodies beside the Council, members in the regions."""

from shanyraq.bodies.actions import (
    adopt_document,
    designate_working_organ,
    establish_body,
    include_member,
    record_act,
)
from shanyraq.bodies.enums import ActKind, Category, DocumentKind, Issuer, Office
from shanyraq.bodies.models import Act
from shanyraq.demonstration.composition import Company, invented_person
from shanyraq.demonstration.days import COMPOSED, REDECREED, occasion
from shanyraq.demonstration.institution import Institution, Region, act
from shanyraq.demonstration.sample import Paper, SignedAct, sample
from shanyraq.demonstration.texts import invented
from shanyraq.people.enums import AdvisoryForm, Classification
from shanyraq.people.models import Organization

NOW = occasion(COMPOSED, 16)
#: Where the invented names of members in the regions begin.
LOCALS = 530
_LOCAL_CATEGORIES = [
    Category.LOCAL_EXECUTIVE_BODY,
    Category.LOCAL_REPRESENTATIVE_BODY,
    Category.NATIONAL_CULTURAL_ASSOCIATION,
    Category.OTHER_PUBLIC_ASSOCIATION,
]


def furnish(institution: Institution, company: Company) -> None:
    """Adopt the documents, form the bodies beside the Council, fill some small assemblies."""
    designate_working_organ(
        occasion=NOW,
        body=institution.organ,
        name=sample().bodies.working_organ.wording,
        act=institution.designating,
        start_date=REDECREED,
    )
    told = sample().standing
    _adopt(institution.assembly, DocumentKind.MAIN_DIRECTIONS, told.directions)
    _coordinate(institution, company)
    centre = _beside(institution, Classification.ADVISORY_BODY)
    _adopt(centre, DocumentKind.MANDATE, told.mandate)
    for place, region in enumerate(institution.regions):
        _settle(place, region)


def _coordinate(institution: Institution, company: Company) -> None:
    """The Coordination Council: its functions, and the deputies of the chair in it."""
    body = _beside(institution, Classification.COORDINATION_COUNCIL)
    _adopt(body, DocumentKind.FUNCTIONS, sample().standing.functions)
    forming = _by_chair(sample().standing.coordination_members)
    for deputy in company.deputies:
        include_member(
            occasion=NOW,
            organization=body,
            person=deputy,
            category=Category.OTHER_ASSEMBLY_MEMBER,
            act=forming,
            start_date=COMPOSED,
            office=Office.DEPUTY_CHAIR_OF_ASSEMBLY,
        )


def _beside(institution: Institution, kind: Classification) -> Organization:
    told = sample().standing
    centre = kind == Classification.ADVISORY_BODY
    founding = told.centre_founding if centre else told.coordination_founding
    return establish_body(
        occasion=NOW,
        act=_by_chair(founding),
        classification=kind,
        name=(told.centre if centre else told.coordination).wording,
        parent=institution.assembly,
        form=AdvisoryForm.ANALYTICAL_CENTRE if centre else "",
    )


def _adopt(body: Organization, kind: DocumentKind, paper: Paper) -> None:
    adopt_document(
        occasion=NOW,
        body=body,
        kind=kind,
        title=paper.title.wording,
        text=paper.text.wording,
        act=_by_chair(paper),
        start_date=COMPOSED,
    )


def _settle(place: int, region: Region) -> None:
    """A region's small assembly lives by a statute; some have members already."""
    told = sample().standing
    paper = told.statute
    approving = _local_act(f"{paper.number}-{place + 1}", paper, region)
    adopt_document(
        occasion=NOW,
        body=region.assembly,
        kind=DocumentKind.STATUTE,
        title=paper.title.wording,
        text=paper.text.wording,
        act=approving,
        start_date=COMPOSED,
        pack=told.statute_packs[0 if place else -1],
    )
    if place < told.local_regions:
        _people(place, region)


def _people(place: int, region: Region) -> None:
    told = sample().standing
    number = f"{told.local_composition.number}-{place + 1}"
    forming = _local_act(number, told.local_composition, region)
    for seat in range(told.local_members):
        include_member(
            occasion=NOW,
            organization=region.assembly,
            person=invented_person(
                LOCALS + place * told.local_members + seat, f"local-{place + 1}-{seat + 1:02}"
            ),
            category=_LOCAL_CATEGORIES[seat % len(_LOCAL_CATEGORIES)],
            act=forming,
            start_date=COMPOSED,
            area=region.area,
        )


def _by_chair(signed: SignedAct) -> Act:
    title = invented(signed.title.wording)
    return act(signed.number, COMPOSED, title, kind=ActKind.DECISION, issuer=Issuer.CHAIR)


def _local_act(number: str, signed: SignedAct, region: Region) -> Act:
    return record_act(
        occasion=NOW,
        kind=ActKind.ORDER,
        number=number,
        date=COMPOSED,
        issuer=Issuer.SMALL_ASSEMBLY_CHAIR,
        title=invented(signed.title.wording),
        body=region.assembly,
    )
