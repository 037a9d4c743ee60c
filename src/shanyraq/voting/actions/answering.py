"""A member's sheet in a poll of the Council: all questions at once, once (R9.3a, R2.2)."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import require_met
from shanyraq.sittings.queries import membership_of
from shanyraq.voting.actions._steps import running_poll
from shanyraq.voting.enums import Choice
from shanyraq.voting.models import Ballot, Sheet, Vote, Voter
from shanyraq.voting.permissions import NotOfTheCouncil, require_answerer
from shanyraq.voting.queries import poll_votes, sheet_of


class SheetIncomplete(Refusal):
    """A sheet answers every question of its poll."""

    code = "sheet-incomplete"
    status = 422
    message = _("{answered} of the {questions} questions are answered.")
    remedy = _("Answer every question; to abstain is an answer too.")


class AnsweredAlready(Refusal):
    """A member answers a poll once; the first sheet stands."""

    code = "answered-already"
    message = _("Your answers were recorded on {answered}. They cannot be changed.")


@action("voting.answer_poll", powers=("vote_in_council",))
def answer_poll(*, occasion: Occasion, poll: Session, answers: Mapping[str, Choice]) -> Done[Sheet]:
    """Hand in the actor's own sheet; nobody answers for another (R9.3a, R2.2, reading A9).

    `answers` are the choices by the public identifiers of the votes. Until the poll is closed the
    journal says that there is an answer and keeps how it reads out of the chain, behind a salted
    hash (reading A14).

    Raises:
        NotOfTheCouncil: the actor is no member of the Council on the day.
        PollIsClosed: the poll is over.
        PollTimeOver: its time has run out.
        AnsweredAlready: the actor has answered.
        SheetIncomplete: a question is without an answer.
        LawSilent: the law gives no answer.
    """
    right = require_answerer(occasion)
    held = running_poll(poll, occasion)
    seat = membership_of(held, occasion.actor, occasion.on)
    if seat is None:
        raise NotOfTheCouncil(verdict=right)
    once = _require_first(held, seat, occasion)
    votes = list(poll_votes(held))
    _require_complete(votes, answers)
    sheet = Sheet.objects.create(session=held, membership=seat, answered_at=occasion.at)
    for vote in votes:
        # Who joined the Council during the poll is put on its roll here.
        voter, _new = Voter.objects.get_or_create(vote=vote, membership=seat)
        Ballot.objects.create(voter=voter, choice=answers[vote.public_id], cast_at=occasion.at)
    return Done(
        sheet,
        facts={"poll": held.public_id, "questions": len(votes)},
        withheld={"answers": {vote.public_id: str(answers[vote.public_id]) for vote in votes}},
        verdicts=[StoredVerdict.objects.keep(one) for one in (right, once)],
    )


def _require_first(poll: Session, seat: Membership, occasion: Occasion) -> Verdict:
    earlier = sheet_of(poll, seat)
    facts = {"votes_cast_by_member": 1 if earlier is None else 2}
    verdict = ask("one_member_one_vote", on=occasion.on, facts=facts)
    if earlier is not None:
        raise AnsweredAlready(verdict=verdict, answered=earlier.answered_at)
    return require_met(verdict, AnsweredAlready)


def _require_complete(votes: Sequence[Vote], answers: Mapping[str, Choice]) -> None:
    answered = sum(vote.public_id in answers for vote in votes)
    if answered < len(votes):
        raise SheetIncomplete(answered=answered, questions=len(votes))
