"""An action as it is really called, and whom the charter lets in."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from tests.architecture.institution import TABLE, World, a_world

from shanyraq.people.models import Organization
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import REGISTER

FORBIDDEN = 403


@dataclass(frozen=True)
class Call:
    """An action as it is really called, and which of its powers the call is about.

    Attributes:
        make: prepares what the act is about in a body, and gives what calls it.
        asked: powers that count wherever held; `local` only when held in the body concerned.
        signatory: who signed the act that the call brings, and may enter it himself.
    """

    name: str
    make: Callable[[World, Organization], Callable[[Occasion], object]]
    asked: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    signatory: str = ""

    def expects(self, role: str, *, own: bool) -> bool:
        """Whether the charter opens the door to a post."""
        if role == self.signatory:
            return True
        powers = [*self.asked, *(self.local if own else ())]
        enough = {TABLE.YES} if REGISTER[self.name].in_person else {TABLE.YES, TABLE.RECORDS}
        return any(TABLE.passes(power, role) in enough for power in powers)


def acting(function: Callable[..., object], **arguments: object) -> Callable[[Occasion], object]:
    return lambda occasion: function(occasion=occasion, **arguments)


def door_opens(act: Callable[[Occasion], object], occasion: Occasion) -> bool:
    """Whether an act gets past the question whose it is; what the law asks further is no door."""
    try:
        with transaction.atomic():
            act(occasion)
    except Refusal as refusal:
        return refusal.status != FORBIDDEN
    return True


def opened(call: Call, *, own: bool) -> dict[str, bool]:
    """Whom the action lets in, each on a fresh copy of the same institution."""
    world = a_world()
    body = world.own if own else world.other
    found = {}
    for role in TABLE.ROLES:
        with transaction.atomic():
            act = call.make(world, body)
            found[role] = door_opens(act, world.by(role))
            transaction.set_rollback(True)
    return found
