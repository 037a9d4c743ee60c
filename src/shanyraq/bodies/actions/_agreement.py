"""The agreement on which the appointment of a head of a secretariat rests (R19.2, A27)."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import AgreementState, Role
from shanyraq.bodies.models import Act, Agreement, Membership, Post
from shanyraq.bodies.permissions import HEAD_CHAIN, head_steps
from shanyraq.bodies.queries import agreement_on
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.people.models import Person
from shanyraq.platform.refusals import Refusal


class AgreementMissing(Refusal):
    """The Working Organ has not agreed to a head of a secretariat by the day of the act."""

    code = "agreement-missing"
    message = _("{person}: {working_organ} has not agreed by the day of the act.")
    remedy = _("Ask for the agreement first.")


class AgreementRefused(Refusal):
    """The Working Organ has refused its agreement to a head of a secretariat."""

    code = "agreement-refused"
    message = _("{person}: agreement was refused on {day}.")
    remedy = _("Propose somebody else, or ask again with what has changed.")


def require_agreement(post: Post, person: Person, act: Act) -> Agreement | None:
    """The Working Organ's yes, given by the day of the act; None where none is needed.

    Raises:
        AgreementMissing: it has not answered by then.
        AgreementRefused: it has said no.
    """
    if post.role != Role.SECRETARIAT_HEAD:
        return None
    answer = agreement_on(post, person, act.date)
    if answer is not None and answer.state == AgreementState.AGREED:
        return answer
    verdict = ask(HEAD_CHAIN, on=act.date, facts=head_steps(agreed=False))
    if answer is None:
        raise AgreementMissing(verdict=verdict, person=person.name)
    raise AgreementRefused(verdict=verdict, person=person.name, day=answer.answered_on)


def use_agreement(
    agreement: Agreement | None, membership: Membership, by_office: Sequence[Verdict]
) -> Verdict | None:
    """Note which appointment an agreement has served, so that it serves no other."""
    if agreement is None:
        return None
    agreement.appointment = membership
    agreement.save(update_fields=["appointment"])
    steps = head_steps(agreed=True, appointed=True, deputy=bool(by_office))
    source = dict.fromkeys(("agree", "appoint"), f"membership:{membership.public_id}")
    return ask(HEAD_CHAIN, on=membership.started_by.date, facts=steps, sources=source)
