"""Documents of bodies: adopted by whom the charter names, in versions that stay."""

import datetime as dt
from functools import partial

import pytest
from django.db import DatabaseError, transaction
from tests.bodies.builders import (
    SPRING,
    SUMMER,
    TODAY,
    a_body,
    a_document,
    a_holding,
    a_post,
    a_region,
    an_act,
    holder_of,
    secretary,
)

from shanyraq.bodies.actions import (
    NoSuchDocument,
    NotAStatutePack,
    PackMissing,
    VersionTooEarly,
)
from shanyraq.bodies.enums import DocumentKind, Issuer, Role
from shanyraq.bodies.models import BodyDocument
from shanyraq.bodies.permissions import NotARecorder, SignedByAnother, SignedElsewhere
from shanyraq.bodies.queries import difference, document_of, documents_of, layers_of
from shanyraq.people.enums import Classification
from shanyraq.platform.journal import entries_of

pytestmark = pytest.mark.django_db

STATUTE_PACK = "kz-small-assembly-statute"
OWN = [
    (Classification.ASSEMBLY, DocumentKind.MAIN_DIRECTIONS, Issuer.CHAIR, "R7.2"),
    (Classification.COORDINATION_COUNCIL, DocumentKind.FUNCTIONS, Issuer.CHAIR, "R10.1"),
    (Classification.ADVISORY_BODY, DocumentKind.MANDATE, Issuer.CHAIR, "R11"),
    (Classification.SMALL_ASSEMBLY, DocumentKind.STATUTE, Issuer.SMALL_ASSEMBLY_CHAIR, "R16.2"),
]


@pytest.mark.parametrize(("body_kind", "kind", "issuer", "clause"), OWN)
def test_a_document_is_changed_by_the_act_of_whom_the_charter_names_alone(
    *, body_kind: Classification, kind: DocumentKind, issuer: Issuer, clause: str
) -> None:
    body = a_body(body_kind)
    for other in set(Issuer) - {issuer}:
        with pytest.raises(SignedByAnother) as refused:
            a_document(body, kind, issuer=other)
        assert refused.value.verdict is not None
        assert refused.value.verdict.clause == clause
    adopted = a_document(body, kind, issuer=issuer)
    assert adopted.version == 1
    assert entries_of(adopted.public_id)[0].facts["capacity"] == issuer


def test_versions_follow_one_another_and_stay() -> None:
    body, kind = a_body(), DocumentKind.MAIN_DIRECTIONS
    first = a_document(body, kind, text="Бірлік пен келісім", start=SPRING)
    second = a_document(body, kind, text="Бірлік пен татулық", start=SUMMER)
    assert document_of(body, kind, SPRING - dt.timedelta(days=1)) is None
    assert document_of(body, kind, SUMMER - dt.timedelta(days=1)) == first
    assert document_of(body, kind, SUMMER) == second
    assert [one.version for one in documents_of(body)] == [2, 1]
    with pytest.raises(VersionTooEarly):
        a_document(body, kind, start=SUMMER)
    with pytest.raises(DatabaseError), transaction.atomic():
        BodyDocument.objects.of_body(body).update(version=7)


def test_the_difference_of_two_versions_is_told_in_words() -> None:
    body, kind = a_body(), DocumentKind.MAIN_DIRECTIONS
    first = a_document(body, kind, text="Бірлік пен келісім үшін", start=SPRING)
    second = a_document(body, kind, text="Бірлік пен қоғамдық татулық үшін", start=SUMMER)
    found = difference(first, second, "kk")
    told = [(one.kind, one.text.strip()) for one in found.passages]
    assert told == [
        ("same", "Бірлік пен"),
        ("out", "келісім"),
        ("in", "қоғамдық татулық"),
        ("same", "үшін"),
    ]
    assert (found.taken_out, found.put_in) == (1, 2)


def test_a_body_has_the_documents_of_its_kind_only() -> None:
    body = a_body(Classification.COUNCIL)
    for kind in DocumentKind:
        with pytest.raises(NoSuchDocument):
            a_document(body, kind)


def test_the_act_of_one_regions_chair_has_no_force_in_another() -> None:
    own, other = (
        a_body(Classification.SMALL_ASSEMBLY, area=a_region(iso=iso)) for iso in ("KZ-11", "KZ-15")
    )
    keeper, issuer = secretary(), Issuer.SMALL_ASSEMBLY_CHAIR
    act = an_act(issuer=issuer)
    act.body = own
    act.save()
    adopt = partial(a_document, kind=DocumentKind.STATUTE, act=act, actor=keeper)
    with pytest.raises(SignedElsewhere):
        adopt(other)
    assert adopt(own).body == own


def test_a_statute_brings_its_pack_while_it_is_in_force() -> None:
    small = a_body(Classification.SMALL_ASSEMBLY)
    secretariat = a_body(Classification.SECRETARIAT, parent=small)
    assert layers_of(small, TODAY) == ()
    a_document(
        small,
        DocumentKind.STATUTE,
        issuer=Issuer.SMALL_ASSEMBLY_CHAIR,
        start=SUMMER,
        pack=STATUTE_PACK,
    )
    assert layers_of(small, SUMMER - dt.timedelta(days=1)) == ()
    assert layers_of(small, SUMMER) == (STATUTE_PACK,)
    assert layers_of(secretariat, SUMMER) == (STATUTE_PACK,)
    assert layers_of(a_body(), SUMMER) == ()


def test_a_pack_that_is_not_there_or_is_no_statute_is_refused() -> None:
    small, issuer = a_body(Classification.SMALL_ASSEMBLY), Issuer.SMALL_ASSEMBLY_CHAIR
    with pytest.raises(PackMissing):
        a_document(small, DocumentKind.STATUTE, issuer=issuer, pack="no-such-statute")
    with pytest.raises(NotAStatutePack):
        a_document(small, DocumentKind.STATUTE, issuer=issuer, pack="kz-assembly-2002")
    with pytest.raises(NotAStatutePack):
        a_document(a_body(), DocumentKind.MAIN_DIRECTIONS, pack=STATUTE_PACK)
    assert not BodyDocument.objects.of_institution().exists()


def test_a_secretariat_adopts_the_statute_of_its_own_region_only() -> None:
    regions = [
        a_body(Classification.SMALL_ASSEMBLY, area=a_region(iso=iso)) for iso in ("KZ-11", "KZ-15")
    ]
    issuer = Issuer.SMALL_ASSEMBLY_CHAIR
    for own in regions:
        secretariat = a_body(Classification.SECRETARIAT, parent=own)
        clerk = a_holding(a_post(Role.SECRETARIAT, body=secretariat, seats=None)).person.actor
        for body in regions:
            if body == own:
                assert a_document(body, DocumentKind.STATUTE, issuer=issuer, actor=clerk).pk
            else:
                with pytest.raises(NotARecorder):
                    a_document(body, DocumentKind.STATUTE, issuer=issuer, actor=clerk)


def test_a_member_adopts_nothing() -> None:
    body = a_body()
    with pytest.raises(NotARecorder):
        a_document(body, DocumentKind.MAIN_DIRECTIONS, actor=holder_of(Role.DEPUTY_CHAIR, body))
    chair = holder_of(Role.CHAIR, body)
    assert a_document(body, DocumentKind.MAIN_DIRECTIONS, actor=chair).pk
