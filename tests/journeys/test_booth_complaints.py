"""A key ceremony that cannot go on: the browser names whom the core names, on the same ground."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from playwright.sync_api import Browser
from tests.ballots.builders import seeded
from tests.journeys.booth import BoothPage, booth_in
from tests.journeys.trustees import a_table, ask, given_for, read_given, text

from shanyraq.ballots.ceremony_records import Hand, Place
from shanyraq.ballots.groups import GROUPS
from shanyraq.ballots.key_generation import (
    Ceremony,
    Complaint,
    Ground,
    accept,
    deal,
    hands,
    make_certificate,
)
from shanyraq.ballots.proofs import Proof
from shanyraq.ballots.records import canonical
from shanyraq.ballots.sealed_messages import CeremonyKeys, new_seed, seal, unseal
from shanyraq.ballots.trustee_keys import SignedMessage

pytestmark = pytest.mark.journey

GROUP = GROUPS["BELENIOS-2048"]
DRAW = seeded(41)
SEEDS = [new_seed(DRAW) for _ in range(4)]
KEYS = [CeremonyKeys.from_seed(GROUP, seed) for seed in SEEDS]


def certificate_of(
    number: int, *, at: int | None = None, size: int = 3, threshold: int = 2
) -> SignedMessage:
    """The certificate of a trustee, counted from 1, for a place."""
    place = Place(GROUP.name, size, threshold, at or number)
    return make_certificate(KEYS[number - 1], DRAW, place)


CERTIFICATES = [certificate_of(number) for number in (1, 2, 3)]
CEREMONY = Ceremony.of(GROUP, 2, CERTIFICATES)
DEALINGS = [deal(CEREMONY, keys, DRAW) for keys in KEYS[:3]]
HAND = hands(CEREMONY, DEALINGS)[0]


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as opened:
        yield opened


def browser_says(
    booth: BoothPage, type_: str, given: str, *, seed: str = SEEDS[0]
) -> tuple[str, str]:
    """Code and detail of the failure; `made` if a message comes of it."""
    answer = ask(booth, type_, group=GROUP.name, input=given, key=seed)
    return ("made", "") if "message" in answer else (answer["code"], answer["detail"])


def core_says(given: str) -> tuple[str, str]:
    """The same from the core, for the first trustee."""
    try:
        ceremony, hand = read_given(GROUP, given)
        if hand is None:
            deal(ceremony, KEYS[0], DRAW)
        else:
            accept(ceremony, KEYS[0], hand, randomness=DRAW)
    except Complaint as complaint:
        return f"complaint-{complaint.ground}", str(complaint.against or "")
    return "made", ""


def said(booth: BoothPage, given: str) -> tuple[str, str]:
    """What both say of what is given to the first trustee."""
    type_ = "ceremony-share" if "hand" in json.loads(given) else "ceremony-polynomial"
    browser, core = browser_says(booth, type_, given), core_says(given)
    assert browser == core
    return browser


def forged(number: int, **fields: object) -> SignedMessage:
    """A certificate with other fields, signed by its trustee."""
    keys = KEYS[number - 1]
    own: dict[str, object] = {"verification": str(keys.verification)}
    own |= {"encryption": str(keys.encryption)} | fields
    return keys.sign(text(own), DRAW)


def with_second(certificate: SignedMessage) -> str:
    return given_for(2, [CERTIFICATES[0], certificate, CERTIFICATES[2]])


def test_what_is_in_order_is_gone_on_with(booth: BoothPage) -> None:
    assert said(booth, given_for(2, CERTIFICATES)) == ("made", "")
    assert said(booth, given_for(2, CERTIFICATES, HAND)) == ("made", "")
    plain = [make_certificate(keys, DRAW) for keys in KEYS[:3]]
    assert said(booth, given_for(2, plain)) == ("made", "")


@pytest.mark.parametrize("name", ["verification", "encryption"])
def test_a_key_outside_the_group_names_its_trustee(booth: BoothPage, name: str) -> None:
    assert said(booth, with_second(forged(2))) == ("made", "")
    outside = str(GROUP.p - getattr(KEYS[1], name))
    for wrong in (outside, "0", "1", str(GROUP.p), "x", "007", 5):
        given = with_second(forged(2, **{name: wrong}))
        assert said(booth, given) == ("complaint-certificate", "2")


def test_a_certificate_that_was_not_signed_by_itself_names_its_trustee(booth: BoothPage) -> None:
    swapped = replace(CERTIFICATES[1], signature=CERTIFICATES[0].signature)
    foreign = forged(2, verification=str(KEYS[3].verification))
    empty = KEYS[1].sign("{}", DRAW)
    for wrong in (swapped, foreign, empty):
        assert said(booth, with_second(wrong)) == ("complaint-certificate", "2")


def test_a_certificate_that_is_none_names_its_place(booth: BoothPage) -> None:
    """The core's reader refuses these before it counts trustees."""
    q = str(GROUP.q)
    good = CERTIFICATES[1].json()
    twice = KEYS[1].sign(CERTIFICATES[1].message.replace("{", '{"encryption":"7",', 1), DRAW)
    for wrong in (
        None,
        7,
        {},
        {**good, "message": 7},
        {**good, "signature": None},
        {**good, "signature": {"challenge": q, "response": "1"}},
        {**good, "signature": {"challenge": "1", "response": "-1"}},
        twice.json(),
    ):
        certificates = [CERTIFICATES[0].json(), wrong, CERTIFICATES[2].json()]
        given = text({"threshold": 2, "certs": certificates})
        told = browser_says(booth, "ceremony-polynomial", given)
        assert told == ("complaint-certificate", "2")


def test_two_certificates_of_one_key_name_the_second(booth: BoothPage) -> None:
    again = certificate_of(1, at=3)
    given = given_for(2, [*CERTIFICATES[:2], again])
    assert said(booth, given) == ("complaint-twice", "3")
    half = forged(3, encryption=str(KEYS[0].encryption))
    given = given_for(2, [*CERTIFICATES[:2], half])
    assert said(booth, given) == ("complaint-twice", "3")


def test_a_certificate_for_another_place_names_its_trustee(booth: BoothPage) -> None:
    for wrong in (
        certificate_of(2, at=3),
        certificate_of(2, size=4),
        certificate_of(2, threshold=3),
        make_certificate(KEYS[1], DRAW, Place("RFC-3526-2048", 3, 2, 2)),
    ):
        assert said(booth, with_second(wrong)) == ("complaint-place", "2")
    assert said(booth, given_for(1, CERTIFICATES)) == ("complaint-place", "1")


@pytest.mark.parametrize("threshold", [0, 4])
def test_a_threshold_that_cannot_be_is_said(booth: BoothPage, threshold: int) -> None:
    assert said(booth, given_for(threshold, CERTIFICATES)) == ("complaint-threshold", "")


def test_who_is_not_among_the_trustees_has_no_part(booth: BoothPage) -> None:
    given = given_for(2, CERTIFICATES)
    stranger = browser_says(booth, "ceremony-polynomial", given, seed=SEEDS[3])
    assert stranger == ("complaint-stranger", "")
    given = given_for(2, CERTIFICATES, HAND)
    stranger = browser_says(booth, "ceremony-share", given, seed=SEEDS[3])
    assert stranger == ("complaint-stranger", "")


def test_half_a_certificate_is_not_the_own_one(booth: BoothPage) -> None:
    half = forged(1, encryption=str(KEYS[3].encryption))
    given = given_for(2, [half, *CERTIFICATES[1:]])
    assert said(booth, given) == ("complaint-stranger", "")


def handed(**changes: object) -> str:
    """What the first trustee is given for the third step, with something else in the hand."""
    hand = {**HAND.json(), **changes}
    return given_for(2, CERTIFICATES, Hand.read(GROUP, json.loads(canonical(hand))))


def row_of(number: int) -> list[str]:
    """The hidden coefficients of a trustee, counted from 1."""
    return [str(one) for one in json.loads(HAND.coefficients[number - 1].message)["coefexps"]]


def with_row(signer: CeremonyKeys, row: object) -> str:
    """The same hand with other coefficients of the second trustee, whoever signed them."""
    other = signer.sign(text({"coefexps": row}), DRAW)
    return handed(coefexps=[one.json() for one in _replaced(HAND.coefficients, other)])


def _replaced(rows: Sequence[SignedMessage], second: SignedMessage) -> list[SignedMessage]:
    return [rows[0], second, *rows[2:]]


def test_a_polynomial_of_another_threshold_names_its_dealer(booth: BoothPage) -> None:
    assert said(booth, with_row(KEYS[1], row_of(2))) == ("made", "")
    for row in (row_of(2)[:1], [*row_of(2), row_of(1)[0]], []):
        assert said(booth, with_row(KEYS[1], row)) == ("complaint-threshold", "2")


def test_wrong_coefficients_name_their_dealer(booth: BoothPage) -> None:
    first, second = row_of(2)
    outside = str(GROUP.p - int(first))
    for signer, row in (
        (KEYS[1], [outside, second]),
        (KEYS[1], [first, "0"]),
        (KEYS[1], [first, "x"]),
        (KEYS[1], {"0": first, "1": second}),
        (KEYS[2], [first, second]),
    ):
        assert said(booth, with_row(signer, row)) == ("complaint-coefficients", "2")
    unread = replace(HAND.coefficients[1], message="{}")
    rows = [one.json() for one in _replaced(HAND.coefficients, unread)]
    assert said(booth, handed(coefexps=rows)) == ("complaint-coefficients", "2")
    swapped = SignedMessage(HAND.coefficients[1].message, Proof(1, 1))
    rows = [one.json() for one in _replaced(HAND.coefficients, swapped)]
    assert said(booth, handed(coefexps=rows)) == ("complaint-coefficients", "2")


def dealt_by(dealer: int, content: str, *, to: int = 1) -> str:
    """Something that a trustee seals for another, counted from 1."""
    addressee = KEYS[to - 1].encryption
    return seal(KEYS[dealer - 1], addressee, content, randomness=DRAW)


def wrong_shares() -> Iterator[str]:
    """What the third trustee may deal to the first instead of the share."""
    yield dealt_by(3, '{"secret":"7"}')
    yield dealt_by(3, '{"secret":"x"}')
    yield dealt_by(3, "{}")
    yield dealt_by(3, "")
    yield dealt_by(2, '{"secret":"7"}')
    yield DEALINGS[2].secrets[1]
    yield DEALINGS[1].secrets[0]
    yield ""


def test_a_wrong_share_names_its_dealer(booth: BoothPage) -> None:
    for wrong in wrong_shares():
        given = handed(secrets=[*HAND.secrets[:2], wrong])
        assert said(booth, given) == ("complaint-share", "3")


def test_a_right_share_that_was_not_reduced_is_right(booth: BoothPage) -> None:
    share = json.loads(unseal(KEYS[0], KEYS[2].verification, HAND.secrets[2]))["secret"]
    longer = dealt_by(3, text({"secret": str(int(share) + 2 * int(GROUP.q))}))
    assert said(booth, handed(secrets=[*HAND.secrets[:2], longer])) == ("made", "")
    other = dealt_by(3, text({"secret": str(int(share) + 1)}))
    given = handed(secrets=[*HAND.secrets[:2], other])
    assert said(booth, given) == ("complaint-share", "3")


def test_a_browser_that_deals_wrongly_is_named_by_the_core(booth: BoothPage) -> None:
    table = a_table(booth, GROUP, "ppb")
    table.certify()
    table.deal()
    last = table.dealings[2]
    table.dealings[2] = replace(last, secrets=(last.secrets[1], *last.secrets[1:]))
    assert "private_key" in json.loads(table.trustees[1].accept(table.given_to(2)))
    with pytest.raises(Complaint) as raised:
        table.trustees[0].accept(table.given_to(1))
    assert (raised.value.ground, raised.value.against) == (Ground.SHARE, 3)


def test_messages_that_are_missing_are_missed(booth: BoothPage) -> None:
    rows = [one.json() for one in HAND.coefficients]
    assert said(booth, handed(coefexps=rows[:2])) == ("complaint-number", "")
    assert said(booth, handed(coefexps=[*rows, rows[0]])) == ("complaint-number", "")
    assert said(booth, handed(secrets=HAND.secrets[:2])) == ("complaint-number", "")


def test_a_server_that_exchanges_the_own_polynomial_is_found(booth: BoothPage) -> None:
    again = deal(CEREMONY, KEYS[0], DRAW)
    mixed = hands(CEREMONY, [again, *DEALINGS[1:]])[0]
    assert said(booth, given_for(2, CERTIFICATES, mixed)) == ("made", "")
    own = json.loads(unseal(KEYS[0], KEYS[0].verification, again.polynomial))["polynomial"]
    for wrong in (
        HAND.polynomial,
        DEALINGS[1].polynomial,
        dealt_by(1, text({"polynomial": own[:1]})),
        dealt_by(1, text({"polynomial": [*own, "0"]})),
        dealt_by(1, '{"polynomial":7}'),
        dealt_by(1, '{"polynomial":["x","1"]}'),
        "",
    ):
        given = given_for(2, CERTIFICATES, replace(mixed, polynomial=wrong))
        assert said(booth, given) == ("complaint-polynomial", "")


@pytest.mark.parametrize("given", ["", "null", "{", "[]", "7", '{"threshold":2}'])
def test_what_is_not_given_as_it_must_be_is_not_gone_on_with(booth: BoothPage, given: str) -> None:
    for type_ in ("ceremony-certificate", "ceremony-polynomial", "ceremony-share"):
        assert browser_says(booth, type_, given)[0] == "ceremony-unreadable"


def test_a_step_is_not_made_from_what_is_given_for_another(booth: BoothPage) -> None:
    given = given_for(2, CERTIFICATES)
    assert browser_says(booth, "ceremony-share", given) == ("ceremony-unreadable", "hand")
    hands_of_none: list[dict[str, object]] = [{}, {"secrets": []}, {"coefexps": [], "secrets": {}}]
    for hand in hands_of_none:
        whole = text({**json.loads(given), "hand": hand})
        assert browser_says(booth, "ceremony-share", whole) == ("ceremony-unreadable", "hand")
    wrong = text({**json.loads(handed()), "hand": {**HAND.json(), "secrets": [7, 7, 7]}})
    assert browser_says(booth, "ceremony-share", wrong) == ("complaint-share", "1")
    wrong = text({**json.loads(handed()), "hand": {**HAND.json(), "coefexps": [7, 7, 7]}})
    assert browser_says(booth, "ceremony-share", wrong) == ("complaint-coefficients", "1")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "made"),
        ({"group": "RFC-3526-2048"}, "made"),
        ({"group": "P-256"}, "unknown-group"),
        ({"index": 0}, "ceremony-unreadable"),
        ({"index": 4}, "ceremony-unreadable"),
        ({"threshold": 0}, "ceremony-unreadable"),
        ({"threshold": 4}, "ceremony-unreadable"),
        ({"size": 2.5}, "ceremony-unreadable"),
        ({"size": "3"}, "ceremony-unreadable"),
    ],
)
def test_a_place_that_cannot_be_is_refused(
    booth: BoothPage, changes: dict[str, object], code: str
) -> None:
    place = text({**Place(GROUP.name, 3, 2, 1).json(), **changes})
    assert browser_says(booth, "ceremony-certificate", place)[0] == code


@pytest.mark.parametrize(
    ("type_", "make"),
    [
        ("ceremony-certificate", lambda: text(Place(GROUP.name, 3, 2, 1).json())),
        ("ceremony-polynomial", lambda: given_for(2, CERTIFICATES)),
        ("ceremony-share", lambda: given_for(2, CERTIFICATES, HAND)),
    ],
)
def test_a_file_that_holds_no_key_is_refused(
    booth: BoothPage, type_: str, make: Callable[[], str]
) -> None:
    seed = SEEDS[0]
    assert browser_says(booth, type_, make(), seed=f"{seed}\n")[0] == "made"
    for wrong in ("", seed[1:], seed + "1", "0" + seed[1:], "{}"):
        assert browser_says(booth, type_, make(), seed=wrong)[0] == "key-unreadable"
