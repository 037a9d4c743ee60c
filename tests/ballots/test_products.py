"""A product of powers is the powers' product, for few bases and for many."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ballots.builders import seeded
from tests.ballots.toy import TOY

from shanyraq.ballots.groups import GROUPS
from shanyraq.ballots.products import product_of_powers


@given(
    number=st.sampled_from([0, 1, 2, 15, 16, 17, 40]),
    seed=st.integers(0, 2**32),
    bits=st.sampled_from([1, 7, 8, 159]),
)
@settings(deadline=None)
def test_it_is_the_product_of_plain_powers(number: int, seed: int, bits: int) -> None:
    draw = seeded(seed)
    bases = [TOY.generate(draw(TOY.q)) for _ in range(number)]
    exponents = [draw(TOY.q) % (1 << bits) - draw(2) * 3 for _ in range(number)]
    plain = 1
    for base, exponent in zip(bases, exponents, strict=True):
        plain = plain * pow(int(base), exponent, int(TOY.p)) % int(TOY.p)
    assert product_of_powers(TOY, bases, exponents) == plain


def test_it_takes_the_longest_exponents_of_a_real_group() -> None:
    group = GROUPS["RFC-3526-2048"]
    bases = [group.generate(seed) for seed in range(1, 20)]
    assert product_of_powers(group, bases, [-1] * 19) == group.generate(-sum(range(1, 20)))
