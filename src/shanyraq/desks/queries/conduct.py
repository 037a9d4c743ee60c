"""What comes next while a Session sits: the question, its vote, the closing."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.desks.queries.asks import Ask, Progress
from shanyraq.desks.queries.votes import count_of
from shanyraq.elections.queries import elections_on
from shanyraq.sittings.enums import ItemKind, ItemState, Step
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.queries import Next, agenda, item_under_discussion
from shanyraq.voting.enums import State
from shanyraq.voting.models import Vote
from shanyraq.voting.queries import method_verdict, open_vote, quorum_of, votes_on


def asks_of_sitting(session: Session, following: Next, on: dt.date) -> Iterator[Ask]:
    """The one thing to do now in a Session that sits."""
    vote, item = open_vote(session), item_under_discussion(session)
    if vote is not None:
        yield _to_close_the_vote(vote, on)
    elif item is None:
        build = _to_begin if following.step == Step.BEGIN_ITEM else _to_close
        yield build(session, on)
    elif item.kind == ItemKind.ELECT_DEPUTIES:
        running = [one for one in elections_on(item) if one.announced_at is None]
        elected = elections_on(item).exists() and not running
        yield _to_finish(item, on) if elected else _to_elect(item, on)
    elif votes_on(item).exclude(state=State.VOID).exists():
        yield _to_finish(item, on)
    else:
        yield _to_vote(session, item, on)


def _to_close_the_vote(vote: Vote, on: dt.date) -> Ask:
    count = count_of(vote)
    progress = Progress(have=count.result.voting, of=vote.base, needed=None)
    return Ask(
        key="close_vote",
        on=on,
        under_way=_("a vote is open"),
        title=_("Count the hands") if count.by_hands else _("Close the vote"),
        why=count.question,
        verdict=quorum_of(vote),
        label=_("Enter the count") if count.by_hands else _("Go to the vote"),
        href=reverse("voting:hands" if count.by_hands else "voting:conduct", args=[vote.public_id]),
        progress=progress if count.tells_turnout else None,
    )


def _to_begin(session: Session, on: dt.date) -> Ask:
    item = agenda(session).filter(state=ItemState.WAITING)[0]
    first = item.kind == ItemKind.CHOOSE_VOTING_METHOD
    return Ask(
        key="begin_item",
        on=on,
        under_way=_("the sitting is under way"),
        title=_("Take up question {number}: {title}").format(number=item.number, title=item.title),
        why=_("The Session chooses the method of voting before any other question.")
        if first
        else _("Until it is taken up, no vote on it can be opened."),
        verdict=method_verdict(session, item, on=on) if first else None,
        label=_("Take it up"),
        href=reverse("sittings:begin-item", args=[session.public_id, item.public_id]),
        posts=True,
    )


def _to_vote(session: Session, item: AgendaItem, on: dt.date) -> Ask:
    first = item.kind == ItemKind.CHOOSE_VOTING_METHOD
    return Ask(
        key="open_vote",
        on=on,
        under_way=_("under discussion"),
        title=_("Open the vote on the method of voting")
        if first
        else _("Open the vote on question {number}").format(number=item.number),
        why=item.title,
        verdict=method_verdict(session, item, on=on),
        label=_("Open the vote"),
        href=reverse("voting:method" if first else "voting:open", args=[item.public_id]),
    )


def _to_elect(item: AgendaItem, on: dt.date) -> Ask:
    """Deputies are elected by secret ballot; an open vote elects nobody (reading A11)."""
    return Ask(
        key="elect",
        on=on,
        under_way=_("under discussion"),
        title=_("Hold the election of question {number}").format(number=item.number),
        why=item.title,
        label=_("Go to the election"),
        href=reverse("elections:of-item", args=[item.public_id]),
    )


def _to_finish(item: AgendaItem, on: dt.date) -> Ask:
    return Ask(
        key="finish_item",
        on=on,
        under_way=_("the result is known"),
        title=_("Finish question {number}").format(number=item.number),
        why=item.title,
        label=_("Finish it"),
        href=reverse("sittings:finish-item", args=[item.session.public_id, item.public_id]),
        posts=True,
    )


def _to_close(session: Session, on: dt.date) -> Ask:
    return Ask(
        key="close",
        on=on,
        under_way=_("every question is finished"),
        title=_("Close the sitting"),
        why=_("Nothing is left on the agenda."),
        label=_("Close the sitting"),
        href=reverse("sittings:close", args=[session.public_id]),
        posts=True,
    )
