"""Ending a secret vote whose ballot box was given up: it has no result."""

from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.register import CONSEQUENCE, Done, action
from shanyraq.voting.actions.closing import AlreadyClosed
from shanyraq.voting.enums import State
from shanyraq.voting.models import Vote


@action("voting.void_vote", powers=(CONSEQUENCE,))
def void_vote(*, occasion: Occasion, vote: Vote) -> Done[Vote]:
    """End a secret vote without a result: nothing in its box was opened, nothing is decided.

    It follows from the giving up of the box. The question can be put to the vote again.

    Raises:
        AlreadyClosed: it has a result, which stands.
    """
    held = Vote.objects.select_for_update(of=("self",)).get(pk=vote.pk)
    if not held.is_open:
        raise AlreadyClosed(closed=held.closed_at)
    held.state, held.closed_at = State.VOID, occasion.at
    held.save()
    for topic in held.topics:
        publish(topic)
    return Done(held, facts={"session": held.session.public_id, "item": held.item.public_id})
