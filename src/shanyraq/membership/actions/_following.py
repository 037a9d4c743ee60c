"""What this chapter does when a body has decided, or has closed a question."""

from shanyraq.membership.actions.considering import note_consideration
from shanyraq.membership.actions.deputies import note_deputy_proposal
from shanyraq.membership.actions.entering import note_nomination
from shanyraq.membership.enums import StepKind
from shanyraq.membership.models import Candidature
from shanyraq.membership.queries.way import way_of
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import ItemKind, Kind
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.models import Decision


def follow_decision(*, decision: Decision, occasion: Occasion) -> None:
    """A small assembly's decision nominates; the Council's proposes a deputy.

    A decision on a candidature that has ended meanwhile stands and changes nothing here.
    """
    item = decision.vote.item
    if item.kind == ItemKind.NOMINATION:
        candidature = _awaiting(StepKind.NOMINATION, item, occasion)
        if candidature and candidature.small_assembly_id == item.session.body_id:
            note_nomination(occasion=occasion, candidature=candidature, decision=decision)
    if item.kind == ItemKind.DEPUTY_CHAIRS and _is_of_council(item):
        person = Person.objects.filter(public_id=item.about).first()
        if person is not None:
            note_deputy_proposal(occasion=occasion, person=person, decision=decision)


def follow_item(*, item: AgendaItem, occasion: Occasion) -> None:
    """A meeting of the Council that closes a question has considered the candidature (A41)."""
    at_meeting = item.session.kind == Kind.MEETING and _is_of_council(item)
    if item.kind != ItemKind.MEMBERSHIP_CANDIDATES or not at_meeting:
        return
    candidature = _awaiting(StepKind.CONSIDERATION, item, occasion)
    if candidature is not None:
        note_consideration(occasion=occasion, candidature=candidature, item=item)


def _is_of_council(item: AgendaItem) -> bool:
    return item.session.body.classification == Classification.COUNCIL


def _awaiting(step: StepKind, item: AgendaItem, occasion: Occasion) -> Candidature | None:
    """The candidature an item is about, when this is its next step."""
    rows = Candidature.objects.of_institution().filter(public_id=item.about)
    candidature = rows.first()
    if candidature is None or not candidature.under_way:
        return None
    return candidature if way_of(candidature, occasion.on).value == step else None
