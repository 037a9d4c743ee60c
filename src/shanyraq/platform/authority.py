"""Who holds which post on a date: the protocol by which authority comes down to every chapter."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from shanyraq.platform.occasion import Actor


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post somebody holds: its role in the law's words, the body's identifier and its kind."""

    post: str
    body: str
    body_kind: str


class Authority(Protocol):
    """What can say who holds which posts."""

    def posts_of(self, actor: Actor, on: dt.date) -> frozenset[HeldPost]:
        """Posts an actor holds on a date."""


class _NoPosts:
    """Until the bodies are there nobody holds anything."""

    def posts_of(self, actor: Actor, on: dt.date) -> frozenset[HeldPost]:
        """No posts for any actor on any date."""
        del actor, on
        return frozenset()


_authorities: list[Authority] = [_NoPosts()]


def register_authority(authority: Authority) -> None:
    """Let an authority answer from now on."""
    _authorities.append(authority)


def posts_of(actor: Actor, on: dt.date) -> frozenset[HeldPost]:
    """Posts an actor holds on a date, by the authority in place."""
    return _authorities[-1].posts_of(actor, on)
