"""The commission of a ballot box, whatever the box decides: nobody in it holds two things."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from shanyraq.elections.models import BallotBox, Election, Trustee
from shanyraq.elections.queries import box_law
from shanyraq.people.models import Person
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.models import AgendaItem


class TrusteesMiscounted(Refusal):
    """The reading says among how many the key is shared."""

    code = "trustees-miscounted"
    status = 422
    message = _("{named} holders of a key were named; it is shared among {needed}.")
    remedy = _("Name as many different persons as the reading says.")


class TrusteeTwice(Refusal):
    """Two shares in one hand are one share too many."""

    code = "trustee-twice"
    status = 422
    message = _("{name} was named a holder of a key twice.")
    remedy = _("Name different persons.")


class RolesJoined(Refusal):
    """Whoever knows whose a credential is must not help to open ballots."""

    code = "roles-joined"
    status = 422
    message = _("{name} cannot both give out the voting codes and hold a share of the key.")
    remedy = _("Name another person as the registrar.")


def appointed(
    occasion: Occasion,
    *,
    item: AgendaItem,
    registrar: Person,
    trustees: Sequence[Person],
    election: Election | None = None,
) -> BallotBox:
    """The box of a commission in which nobody holds two things.

    Raises:
        TrusteesMiscounted: there are more or fewer trustees than the reading says.
        TrusteeTwice: somebody was named twice.
        RolesJoined: the registrar is a trustee outside a demonstration.
    """
    law = box_law(occasion.on)
    _require_apart(registrar, trustees, needed=law.trustees)
    box = BallotBox.objects.create(
        item=item,
        election=election,
        threshold=law.threshold,
        registrar=registrar,
        appointed_at=occasion.at,
    )
    Trustee.objects.bulk_create(
        Trustee(box=box, person=person, number=number)
        for number, person in enumerate(trustees, start=1)
    )
    return box


def appointment_facts(box: BallotBox) -> dict[str, Json]:
    """A new box as the journal tells it."""
    return {
        "uuid": box.uuid,
        "registrar": box.registrar.public_id,
        "trustees": list(box.trustees.values_list("person__public_id", flat=True)),
        "threshold": box.threshold,
    }


def _require_apart(registrar: Person, trustees: Sequence[Person], *, needed: int) -> None:
    """Let a commission pass in which nobody holds two things."""
    if len(trustees) != needed:
        raise TrusteesMiscounted(named=len(trustees), needed=needed)
    for number, person in enumerate(trustees):
        if person in trustees[:number]:
            raise TrusteeTwice(name=person.name)
    if registrar in trustees and not settings.DEMONSTRATION:
        raise RolesJoined(name=registrar.name)
