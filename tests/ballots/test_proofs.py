"""Proofs convince of what is true, of nothing else, and of nothing about another statement."""

from dataclasses import replace

import pytest
from tests.ballots.builders import seeded

from shanyraq.ballots.groups import GROUPS, Group
from shanyraq.ballots.proofs import (
    Alternative,
    Ciphertext,
    Hidden,
    Proof,
    PublicKey,
    check_equality,
    check_key,
    check_one_of,
    check_signature,
    prove_equality,
    prove_key,
    prove_one_of,
    sign,
)

GROUP = GROUPS["BELENIOS-2048"]
EACH = pytest.mark.parametrize("group", GROUPS.values(), ids=str)


@EACH
def test_the_holder_of_a_key_proves_it(group: Group) -> None:
    draw = seeded(1)
    secret = draw(group.q)
    proof = prove_key(group, secret, draw)
    assert check_key(group, group.generate(secret), proof)
    assert not check_key(group, group.generate(secret + 1), proof)
    assert not check_key(group, group.generate(secret), replace(proof, response=0))
    larger = replace(proof, response=proof.response + group.q)
    assert not check_key(group, group.generate(secret), larger)


def test_a_signature_holds_for_its_message_alone() -> None:
    draw = seeded(2)
    signature = sign(GROUP, 7, message="convened", randomness=draw)
    assert check_signature(GROUP, GROUP.generate(7), message="convened", signature=signature)
    assert not check_signature(GROUP, GROUP.generate(7), message="Convened", signature=signature)


def test_equal_exponents_are_proved_for_one_base_and_power() -> None:
    draw = seeded(3)
    secret, base = draw(GROUP.q), GROUP.generate(draw(GROUP.q))
    power = GROUP.power(base, secret)
    proof = prove_equality(GROUP, secret, base=base, prefix="decrypt|x|", randomness=draw)
    public = GROUP.generate(secret)

    def holds(*, base: int = base, power: int = power, prefix: str = "decrypt|x|") -> bool:
        return check_equality(GROUP, public, base=base, power=power, prefix=prefix, proof=proof)

    assert holds()
    assert not holds(base=GROUP.g)
    assert not holds(power=GROUP.g)
    assert not holds(prefix="decrypt|y|")


@EACH
@pytest.mark.parametrize("value", [0, 1, 2])
def test_one_of_several_values_is_proved(group: Group, value: int) -> None:
    draw = seeded(4)
    key, nonce = PublicKey(group, group.generate(draw(group.q))), draw(group.q)
    hidden = Hidden(nonce, value)
    claims = [(hidden, v) for v in range(3)]
    proofs = prove_one_of(key, "prove|s|", claims=claims, randomness=draw)

    def holds(proofs: list[Proof], prefix: str = "prove|s|", shown: int = value) -> bool:
        made = key.encrypt(group.generate(shown), nonce)
        alpha, beta = group.chain(made.alpha), group.chain(made.beta)
        shares = [Alternative(alpha, beta, v) for v in range(3)]
        return check_one_of(key, prefix, claims=shares, proofs=proofs)

    assert holds(proofs)
    assert not holds(proofs, prefix="prove|t|")
    assert not holds(proofs, shown=value + 1)
    assert not holds(proofs[:2])
    assert not holds([proofs[1], proofs[0], proofs[2]])
    assert not holds([replace(proofs[0], challenge=proofs[0].challenge + group.q), *proofs[1:]])


def test_what_is_not_true_is_not_proved() -> None:
    draw = seeded(5)
    with pytest.raises(ValueError, match="none of the claims"):
        prove_one_of(
            PublicKey(GROUP, GROUP.g),
            "prove|s|",
            claims=[(Hidden(3, 2), 0), (Hidden(3, 2), 1)],
            randomness=draw,
        )


def test_records_are_read_as_they_are_written() -> None:
    proof, made = Proof(3, 5), Ciphertext(GROUP.g, 1)
    assert Proof.read(GROUP, proof.json()) == proof
    assert Ciphertext.read(GROUP, made.json()) == made
