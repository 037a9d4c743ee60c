"""A small group for tests that try very many things; nothing but a test can come by it."""

from gmpy2 import mpz

from shanyraq.ballots.groups import Group

_P = mpz("1068701550821025508550891334248626975519597877027")
TOY = Group("TOY-160", p=_P, q=(_P - 1) // 2, g=mpz(4), padding=8)
