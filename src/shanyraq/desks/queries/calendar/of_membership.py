"""What comings and goings ask: candidatures on their way, cases of removal, deputies proposed."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.bodies.queries import assembly
from shanyraq.desks.queries.calendar.entries import Demand, of_power
from shanyraq.membership.enums import CandidatureState, CaseState, ProposalState
from shanyraq.membership.models import Candidature, DeputyProposal, RemovalCase
from shanyraq.platform.clock import date_of

#: Whose power the next step of a candidature rests on, by how far it has come.
NEXT_POWER = {
    CandidatureState.PROPOSED: "nominate_assembly_members",
    CandidatureState.NOMINATED: "consider_membership_candidates",
    CandidatureState.CONSIDERED: "submit_membership_candidates",
    CandidatureState.SUBMITTED: "approve_or_reject_membership",
}


def demands_of_membership(on: dt.date) -> Iterator[Demand]:
    """Everything about candidatures, removals and deputies on a day; only for those inside."""
    for candidature in Candidature.objects.of_institution().filter(state__in=NEXT_POWER):
        yield _to_go_on(candidature, on)
    for case in RemovalCase.objects.of_institution().filter(state=CaseState.OPEN):
        yield _to_decide(case, on)
    for proposal in DeputyProposal.objects.filter(state=ProposalState.ADOPTED):
        yield _to_appoint(proposal, on)


def _to_go_on(candidature: Candidature, on: dt.date) -> Demand:
    state = CandidatureState(candidature.state)
    return Demand(
        key=f"candidature:{candidature.public_id}",
        on=on,
        body=assembly(),
        title=_("Take a candidature on: {state}").format(state=state.label),
        why=_("The law sets no day for the next step."),
        verdict=of_power(NEXT_POWER[state], on),
        since=date_of(candidature.begun_at),
        href=reverse("membership:candidature", args=[candidature.public_id]),
        internal=True,
    )


def _to_decide(case: RemovalCase, on: dt.date) -> Demand:
    return Demand(
        key=f"removal:{case.public_id}",
        on=on,
        body=assembly(),
        title=_("Decide on a proposed removal"),
        why=_("The law sets the Chair no day."),
        verdict=of_power("remove_member", on),
        since=date_of(case.proposed_at),
        href=reverse("membership:removal", args=[case.public_id]),
        internal=True,
    )


def _to_appoint(proposal: DeputyProposal, on: dt.date) -> Demand:
    return Demand(
        key=f"deputy:{proposal.public_id}",
        on=on,
        body=assembly(),
        title=_("Record the act that appoints the deputy of the Chair"),
        why=_("The proposal has been adopted; the law sets no day for the act."),
        verdict=of_power("appoint_deputy_chairs", on),
        since=proposal.proposed_on,
        href=reverse("membership:deputies"),
    )
