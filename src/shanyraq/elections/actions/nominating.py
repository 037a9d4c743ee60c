"""The list of persons whom a question of the Council would nominate (R9.2b)."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.models import Nominee
from shanyraq.elections.queries import is_settled
from shanyraq.people.models import Person
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import PREPARING, rules_of


class NotANomination(Refusal):
    """Persons are listed on a question that nominates candidates."""

    code = "not-a-nomination"
    message = _("“{item}” nominates nobody for the Mazhilis.")
    remedy = _("Put the nomination of candidates on the agenda of the Council.")


class ListSettled(Refusal):
    """The list stands: it is being voted on, or was."""

    code = "list-settled"
    message = _("The list is being voted on, or was; it changes no more.")
    remedy = _("Put another nomination on the agenda of the Council.")


class ListedTwice(Refusal):
    """A person stands on a list once."""

    code = "listed-twice"
    status = 422
    message = _("{name} stands on the list twice.")
    remedy = _("Name each person once.")


@action("elections.list_nominees", powers=("prepare_council_meeting",))
def list_nominees(
    *, occasion: Occasion, item: AgendaItem, persons: Sequence[Person]
) -> Done[AgendaItem]:
    """Write the whole list of a nomination, in place of the earlier one; it decides nothing.

    Raises:
        NotYours: the actor does not prepare meetings of the Council.
        LawSilent: the law gives no answer.
        NotANomination: the question nominates nobody.
        ListSettled: the list is being voted on, or was.
        ListedTwice: somebody is named twice.
    """
    power = rules_of(item.session.body, occasion.on).require(PREPARING, occasion, in_person=False)
    held = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if held.kind != ItemKind.MAZHILIS_CANDIDATES:
        raise NotANomination(item=held.title)
    if is_settled(held):
        raise ListSettled
    _require_once(persons)
    Nominee.objects.filter(item=held).delete()
    Nominee.objects.bulk_create(
        Nominee(item=held, person=person, number=number)
        for number, person in enumerate(persons, start=1)
    )
    publish(held.session.topic)
    facts = {"nominees": [person.public_id for person in persons]}
    return Done(held, facts=facts, verdicts=[StoredVerdict.objects.keep(power)])


def _require_once(persons: Sequence[Person]) -> None:
    for number, person in enumerate(persons):
        if person in persons[:number]:
            raise ListedTwice(name=person.name)
