"""Taking a position: a member's own ballot, or hands counted by the clerk."""

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.queries import ask
from shanyraq.people.models import Person
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.permissions import require_met
from shanyraq.tally import MiscountedVote, Result
from shanyraq.voting.actions._steps import require_not_asked_by_poll
from shanyraq.voting.enums import Choice
from shanyraq.voting.models import Ballot, HandCount, Vote, Voter
from shanyraq.voting.permissions import require_counter
from shanyraq.voting.queries import hand_count, right_to_vote, voter_of


class VoteClosed(Refusal):
    """The vote takes no votes any more."""

    code = "vote-closed"
    message = _("The vote closed at {closed}; nothing was changed.")
    remedy = _("The result stands. An opinion can be added to the decision at any time.")


class VotedByHands(Refusal):
    """In a vote by show of hands nobody sends a ballot."""

    code = "voted-by-hands"
    message = _("This vote is by show of hands: raise yours in the hall.")


class VotedSecretly(Refusal):
    """Nobody's ballot in a secret vote passes under his name."""

    code = "voted-secretly"
    message = _("This vote is secret: ballots go into its electronic box, not under a name.")
    remedy = _("Vote in the booth, with the code on your slip.")


class NotRegisteredWhenOpened(Refusal):
    """Only members registered as present when the vote opened may vote (reading A7)."""

    code = "not-registered-when-opened"
    status = 403
    message = _(
        "You were not registered as present when this vote opened at {opened}, so you cannot vote "
        "in it."
    )
    remedy = _("Register your presence: you can take part in the next vote.")


class AlreadyVoted(Refusal):
    """A member votes once; the first vote stands."""

    code = "already-voted"
    message = _("Your vote was recorded at {cast}: {choice}. It cannot be changed.")


class VotedElectronically(Refusal):
    """In an electronic vote there are no hands to count."""

    code = "voted-electronically"
    message = _("This vote is electronic: no hands are counted.")
    remedy = _("Close the vote; the ballots are counted by themselves.")


class CountsDoNotAddUp(Refusal):
    """More hands were entered than members may vote."""

    code = "counts-do-not-add-up"
    status = 422
    message = _("{counted} hands were entered, but only {base} members may vote.")
    remedy = _("Count again and correct the numbers.")


class HandsAlreadyCounted(Refusal):
    """Hands are counted once; the first count stands."""

    code = "hands-already-counted"
    message = _("The hands were counted at {counted}; a count is not changed.")
    remedy = _("Close the vote.")


@action(
    "voting.cast_ballot",
    powers=("vote_in_session", "vote_in_council"),
    local=("vote_in_small_assembly",),
)
def cast_ballot(*, occasion: Occasion, vote: Vote, choice: Choice) -> Done[Ballot]:
    """Cast the actor's own vote; nobody votes for another (R2.2, reading A9).

    Raises:
        AskedByPoll: it is a question of a poll.
        VoteClosed: the vote is over.
        VotedSecretly: it is secret; its ballots are cast in the booth.
        VotedByHands: it is by show of hands.
        NotRegisteredWhenOpened: the actor was not registered as present when it opened.
        AlreadyVoted: the actor has voted.
        LawSilent: the law gives no answer.
    """
    held = _held(vote)
    if not held.is_electronic:
        raise VotedByHands
    voter = voter_of(held, occasion.actor)
    right = right_to_vote(held, registered=voter is not None)
    require_met(right, NotRegisteredWhenOpened, opened=held.opened_at)
    if voter is None:
        raise NotRegisteredWhenOpened(verdict=right, opened=held.opened_at)
    _require_first(voter, occasion)
    ballot = Ballot.objects.create(voter=voter, choice=choice, cast_at=occasion.at)
    for topic in held.topics:
        publish(topic)
    return Done(ballot, facts={"vote": held.public_id, "choice": str(choice)})


def _require_first(voter: Voter, occasion: Occasion) -> None:
    earlier: Ballot | None = getattr(voter, "ballot", None)
    number = 1 if earlier is None else 2
    verdict = ask("one_member_one_vote", on=occasion.on, facts={"votes_cast_by_member": number})
    if earlier is not None:
        choice = Choice(earlier.choice).label
        raise AlreadyVoted(verdict=verdict, cast=earlier.cast_at, choice=choice)
    require_met(verdict, AlreadyVoted)


@action(
    "voting.count_hands",
    powers=("run_votes", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def count_hands(
    *, occasion: Occasion, vote: Vote, votes_for: int, against: int, abstained: int
) -> Done[HandCount]:
    """Enter what was counted in a vote by show of hands; hands not raised did not vote.

    Raises:
        NotTheCounter: the actor does not count hands.
        AskedByPoll: it is a question of a poll.
        VoteClosed: the vote is over.
        VotedSecretly: its ballots lie in an electronic box.
        VotedElectronically: nobody raises a hand in it.
        HandsAlreadyCounted: a count was entered before.
        CountsDoNotAddUp: more hands than members who may vote, or fewer than none.
        LawSilent: the law gives no answer.
    """
    held = _held(vote)
    require_counter(occasion, held.session)
    if held.is_electronic:
        raise VotedElectronically
    if earlier := hand_count(held):
        raise HandsAlreadyCounted(counted=earlier.counted_at)
    counts = {"votes_for": votes_for, "against": against, "abstained": abstained}
    _require_within_roll(held, **counts)
    count = HandCount.objects.create(
        vote=held,
        base=held.present,
        votes_for=votes_for,
        votes_against=against,
        votes_abstained=abstained,
        counted_by=Person.objects.filter(public_id=occasion.actor.public_id).first(),
        counted_at=occasion.at,
    )
    for topic in held.topics:
        publish(topic)
    return Done(count, facts={"vote": held.public_id, "base": held.present, **counts})


def _require_within_roll(vote: Vote, *, votes_for: int, against: int, abstained: int) -> None:
    try:
        Result(base=vote.present, votes_for=votes_for, against=against, abstained=abstained)
    except MiscountedVote as fault:
        counted = votes_for + against + abstained
        raise CountsDoNotAddUp(counted=counted, base=vote.present) from fault


def _held(vote: Vote) -> Vote:
    """The vote, held fast until the act is done: it does not close while a ballot comes in.

    Raises:
        AskedByPoll: it is a question of a poll.
        VotedSecretly: it is secret.
        VoteClosed: it is over.
    """
    held = Vote.objects.select_for_update(of=("self",)).select_related("session").get(pk=vote.pk)
    require_not_asked_by_poll(held)
    if held.is_secret:
        raise VotedSecretly
    if not held.is_open:
        raise VoteClosed(closed=held.closed_at)
    return held
