"""Preparing an election: its candidates are those whom the Council nominated (R9.2b)."""

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.actions._ballot import election_facts, put_on_the_ballot
from shanyraq.elections.enums import State
from shanyraq.elections.models import Election
from shanyraq.elections.queries import (
    ballot_methods,
    election_pack,
    lawful_seats,
    nomination_asked,
    nominations,
    nominees_of,
)
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import PREPARING, require_met, rules_of
from shanyraq.voting.actions.opening import MethodNotOffered, OutsideCompetence
from shanyraq.voting.enums import Method
from shanyraq.voting.models import Decision
from shanyraq.voting.queries import competence_of


class NotAnElection(Refusal):
    """Candidates are elected under a question that elects deputies."""

    code = "not-an-election"
    message = _("“{item}” elects nobody.")
    remedy = _("Put the election of deputies on the agenda of a Session.")


class ItemIsOver(Refusal):
    """The question is finished or off the agenda."""

    code = "item-is-over"
    message = _("“{item}” is finished; nobody can be elected under it any more.")
    remedy = _("Put another election on the agenda of a Session.")


class NoNomination(Refusal):
    """Candidates come from an adopted decision of the Council only (R9.2b)."""

    code = "no-nomination"
    message = _("The Council has nominated no candidates by an adopted decision.")
    remedy = _("The Council nominates candidates by two thirds; then the election is prepared.")


class NominationUsed(Refusal):
    """An election was prepared from the decision before."""

    code = "nomination-used"
    message = _("An election has been prepared from decision {number} already.")
    remedy = _("The Council nominates candidates anew.")


class NoCandidates(Refusal):
    """The Council's decision names nobody."""

    code = "no-candidates"
    message = _("Decision {number} of the Council names no candidates.")
    remedy = _("The Council nominates candidates by name.")


class NoElectionLaw(Refusal):
    """The charter leaves elections to a law and does not name it (reading A11)."""

    code = "no-election-law"
    message = _("No law on elections is known by which deputies could be elected.")
    remedy = _("Name the election pack in the reading of the charter.")


class SeatsOutOfLaw(Refusal):
    """The law does not let so many be elected."""

    code = "seats-out-of-law"
    status = 422
    message = _("{seats} seats were named, and from 1 to {most} can be filled.")
    remedy = _("Name the number of vacant seats.")


class ElectionUnderWay(Refusal):
    """An election on the same question has no result yet."""

    code = "election-under-way"
    message = _("An election on this question is prepared or under way.")
    remedy = _("Announce its result first.")


@action("elections.prepare", powers=("prepare_agenda",))
def prepare(
    *,
    occasion: Occasion,
    item: AgendaItem,
    nomination: Decision | None,
    seats: int | None = None,
    method: Method = Method.SECRET_PAPER,
) -> Done[Election]:
    """Prepare an election from a decision of the Council (R8.4a, R9.2b, readings A11, A30).

    Without a number all the seats of the election law are filled; fewer at a by-election.

    Raises:
        NotYours: the actor does not prepare Sessions.
        LawSilent: the law gives no answer.
        NotAnElection: the question elects nobody.
        ItemIsOver: the question is finished.
        ElectionUnderWay: an election on it has no result yet.
        OutsideCompetence: the Session has no power to elect on the date.
        NoNomination: the Council nominated nobody by an adopted decision.
        NominationUsed: an election was prepared from the decision before.
        NoCandidates: the decision names nobody.
        NoElectionLaw: no election pack is named.
        SeatsOutOfLaw: the law does not let so many be elected.
        MethodNotOffered: the law does not let deputies be elected by the method.
    """
    power = rules_of(item.session.body, occasion.on).require(PREPARING, occasion, in_person=False)
    held = _in_order(item)
    competence = require_met(competence_of(held, on=occasion.on), OutsideCompetence)
    nominated = _nominated(nomination, occasion)
    persons = [one.person for one in nominees_of(nominated.vote.item)]
    if not persons:
        raise NoCandidates(number=nominated.number)
    pack = election_pack(occasion.on)
    election = Election.objects.create(
        item=held,
        nomination=nominated,
        pack=pack,
        seats=_lawful(pack, seats),
        method=_offered(pack, method),
        prepared_at=occasion.at,
    )
    put_on_the_ballot(election, persons)
    publish(held.session.topic)
    kept = [StoredVerdict.objects.keep(one) for one in (power, competence)]
    return Done(election, facts=election_facts(election), verdicts=[*kept, nominated.verdict])


def _in_order(item: AgendaItem) -> AgendaItem:
    """The question, held fast so that no two elections are prepared at once."""
    held = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if held.kind != ItemKind.ELECT_DEPUTIES:
        raise NotAnElection(item=held.title)
    if held.state in {ItemState.FINISHED, ItemState.DROPPED}:
        raise ItemIsOver(item=held.title)
    if Election.objects.filter(item=held).exclude(state=State.ANNOUNCED).exists():
        raise ElectionUnderWay
    return held


def _nominated(nomination: Decision | None, occasion: Occasion) -> Decision:
    """The Council's adopted decision, from which no election came yet."""
    kind = nomination.vote.item.kind if nomination else None
    if nomination is None or kind != ItemKind.MAZHILIS_CANDIDATES:
        raise NoNomination(verdict=nomination_asked(occasion.on))
    if not nominations().filter(pk=nomination.pk).exists():
        raise NominationUsed(number=nomination.number)
    return nomination


def _lawful(pack: str, seats: int | None) -> int:
    """The number of seats, as far as the election law has so many."""
    if not pack:
        raise NoElectionLaw
    most = lawful_seats(pack)
    if seats is not None and not 1 <= seats <= most:
        raise SeatsOutOfLaw(seats=seats, most=most)
    return seats or most


def _offered(pack: str, method: Method) -> Method:
    """The method, as far as the election law offers it (reading A11)."""
    if method not in ballot_methods(pack):
        raise MethodNotOffered
    return method
