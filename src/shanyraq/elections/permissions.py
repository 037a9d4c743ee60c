"""What must not happen while an election is under way, and who holds what of a ballot box."""

from django.utils.translation import gettext_lazy as _

from shanyraq.elections.enums import State
from shanyraq.elections.models import BallotBox, Election, Trustee
from shanyraq.law import Verdict
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import COUNTING, rules_of


class ElectionIsOpen(Refusal):
    """Something cannot end, or begin, while ballots are cast or counted."""

    code = "election-is-open"
    message = _("The election opened at {since} has no announced result yet.")
    remedy = _("Enter the count of the ballots and announce the result first.")


class ElectedBySecretBallot(Refusal):
    """Deputies are elected by secret ballot; an open vote elects nobody (reading A11)."""

    code = "elected-by-secret-ballot"
    message = _("Deputies are elected by secret ballot, not by an open vote.")
    remedy = _("Prepare the election on the page of this question.")


def require_not_electing(session: Session) -> None:
    """Let a Session go on when no ballot of it is under way.

    Raises:
        ElectionIsOpen: one is.
    """
    _require_none(Election.objects.filter(item__session=session, state=State.OPEN).first())


def require_item_not_electing(item: AgendaItem) -> None:
    """Let an item be finished when no ballot on it is under way.

    Raises:
        ElectionIsOpen: one is.
    """
    _require_none(Election.objects.filter(item=item, state=State.OPEN).first())


def require_no_open_vote(item: AgendaItem) -> None:
    """Let an item be put to an open vote that elects nobody, while nobody is being elected.

    Raises:
        ElectedBySecretBallot: the item is an election.
        ElectionIsOpen: a ballot of the Session is under way.
    """
    if item.kind == ItemKind.ELECT_DEPUTIES:
        raise ElectedBySecretBallot
    require_not_electing(item.session)


def _require_none(election: Election | None) -> None:
    if election is not None:
        raise ElectionIsOpen(since=election.opened_at)


class NotTheRegistrar(NotAllowed):
    """The credentials of a ballot are one person's business (reading A47)."""

    code = "not-the-registrar"
    message = _("Only the registrar of this ballot box, {registrar}, sends the voting codes.")
    remedy = _("The registrar signs in and sends them.")


class NotATrustee(NotAllowed):
    """A share of the key is used by the one who holds it (reading A47)."""

    code = "not-a-trustee"
    message = _("Only the holders of the key of this ballot box have shares of it.")
    remedy = _("Each holder of a key signs in and acts in person.")


def require_box_keeper(occasion: Occasion, item: AgendaItem) -> Verdict:
    """Let pass who runs votes at the sitting: the same sets up the ballot box (R12.1).

    Raises:
        NotYours: the power is another's.
        LawSilent: the law gives no answer.
    """
    return rules_of(item.session.body, occasion.on).require(COUNTING, occasion, in_person=False)


def require_registrar(occasion: Occasion, box: BallotBox) -> None:
    """Let the registrar of a box pass, and nobody for him.

    Raises:
        NotTheRegistrar: it is somebody else.
    """
    if occasion.actor != box.registrar.actor:
        raise NotTheRegistrar(registrar=box.registrar.name)


def require_trustee(occasion: Occasion, box: BallotBox) -> Trustee:
    """The trustee who acts, held fast until the act is done.

    Raises:
        NotATrustee: the actor holds no share of this key.
    """
    found = Trustee.objects.select_for_update(of=("self",)).filter(
        box=box, person__public_id=occasion.actor.public_id
    )
    trustee = found.select_related("person").first()
    if trustee is None:
        raise NotATrustee
    return trustee
