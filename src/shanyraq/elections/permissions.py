"""What must not happen while an election is under way, and what never replaces one."""

from django.utils.translation import gettext_lazy as _

from shanyraq.elections.enums import State
from shanyraq.elections.models import Election
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, Session


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
